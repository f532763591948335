// SPDX-License-Identifier: Apache-2.0
// Amounts and times as people write them.

/** One DSYNC in planck. */
export const DSYNC = 10n ** 18n;

/** The whole of a share. */
export const WHOLE = 10n ** 18n;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The time between two blocks. */
export const BLOCK = 6 * SECOND;

/**
 * `percent` % of the whole, as a share.
 * @param {number} percent
 */
export const percent = (percent) => (WHOLE / 100n) * BigInt(percent);

/**
 * An amount in planck for people, rounded down to a millionth of a DSYNC.
 * @param {bigint} planck
 */
export function dsync(planck) {
	const micro = planck / 10n ** 12n;
	const fraction = String(micro % 1_000_000n).padStart(6, '0');
	return `${micro / 1_000_000n}.${fraction} DSYNC`;
}

/**
 * The sum of many amounts.
 * @param {Iterable<bigint>} amounts
 */
export const sum = (amounts) => [...amounts].reduce((total, amount) => total + amount, 0n);
