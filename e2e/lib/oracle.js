// SPDX-License-Identifier: Apache-2.0
// Reporters, rounds and metrics of the KPI oracle.

import { Keyring } from '@polkadot/api';
import { blake2AsHex } from '@polkadot/util-crypto';
import { there } from './there.js';
import { MINUTE } from './units.js';
/** @import { Connected, Json, Key, OracleSettings, Reports, Said } from '../types/chain.ts' */
/** @import { Block, Chain } from './chain.js' */

/** The metrics of the chain. */
export const STORAGE = 0;
export const GPU_HOURS = 1;
export const PAID_VOLUME = 2;
export const AVAILABILITY = 3;

/** Every metric that is reported and not metered. */
export const REPORTED = [STORAGE, GPU_HOURS, AVAILABILITY];

/** What a live chain asks of its reporters, but for the time. */
export const LIVE = {
	maxAge: 10 * MINUTE,
	minQuorum: 3,
	recoveryRounds: 2,
	strikeLimit: 6,
	strikeDecay: 6,
	strikeSlash: 100_000_000,
	suspensionRounds: 144,
};

/** The only reporter of a development chain, whose key nobody else signs with. */
export const REPORTER = 'One';

/**
 * A report of all reported metrics. Below every baseline, so that all of it counts.
 * @returns {Said}
 */
export const report = (storage = 50, gpuHours = 12, availability = 9_800) => [
	[STORAGE, storage],
	[GPU_HOURS, gpuHours],
	[AVAILABILITY, availability],
];

/**
 * The settings in force: times in milliseconds, the bond in planck, its part in parts per billion.
 * @param {Connected} chain
 */
export async function settings({ api }) {
	const settings = await api.call.kpiOracleApi.settings();
	const { bond, ...others } = /** @type {OracleSettings & { bond: number | string }} */ (settings.toJSON());
	return { ...others, bond: BigInt(bond) };
}

/**
 * What a genesis says so that those called `names`, who have to be endowed there, report from the first round on, under
 * `settings` that are otherwise than in the preset.
 * @param {string[]} names
 * @param {Record<string, Json>} settings
 */
export function reportedBy(names, settings) {
	const keyring = new Keyring({ type: 'sr25519' });
	const reporters = names.map((name) => keyring.addFromUri(`//${name}`).address);
	return { kpiOracle: { reporters, settings } };
}

/** The one of a development chain, and two more. */
const THREE = [REPORTER, 'Bob', 'Charlie'];

/**
 * The same for three, of whom all have to report.
 * @param {Record<string, Json>} [settings]
 */
export const reportedByThree = (settings = {}) => reportedBy(THREE, { minQuorum: 3, ...settings });

/**
 * The three of a chain that begins with `reportedByThree`, in whose next block the first round is open.
 * @param {Chain} chain
 */
export async function threeReporters(chain) {
	const [one, bob, charlie] = THREE.map(chain.key);
	// The first round opens in the second block.
	await chain.seal(2);
	return { one, bob, charlie };
}

/** The salt of every report. A reporter of a live chain takes a new one for each. */
const SALT = new Uint8Array(32).fill(7);

/**
 * The call that commits `who` to `values`: to the hash of what the documentation says, in its encoding.
 * @param {Connected} chain
 * @param {Key} who
 * @param {number} round
 * @param {Said} values
 */
export function commitment({ api }, who, round, values, salt = SALT) {
	const type = '(AccountId32, u32, Vec<(u16, u64)>, [u8; 32])';
	const what = api.registry.createType(type, [who.address, round, values, salt]);
	return api.tx.kpiOracle.commit(round, blake2AsHex(what.toU8a(), 256));
}

/**
 * The call that reports `values`, and shows what the commitment was made with.
 * @param {Connected} chain
 * @param {number} round
 * @param {Said} values
 */
export const reveal = ({ api }, round, values, salt = SALT) =>
	api.tx.kpiOracle.report(round, values, salt);

/**
 * The round that is open in the next block, and whether that takes commitments; if not, it takes reports.
 * @param {Connected} chain
 */
export async function nextBlock({ api }) {
	const [{ round, reportsFrom, endsAt }, now] = await Promise.all([
		api.call.kpiOracleApi.round(),
		api.query.timestamp.now(),
	]);
	const due = now.gte(endsAt);
	return { round: round.toNumber() + (due ? 1 : 0), commits: due || now.lt(reportsFrom) };
}

/**
 * The round that is open in the next block, which closes one that is due before.
 * @param {Chain} chain
 */
export const openRound = async (chain) => (await nextBlock(chain)).round;

/**
 * Whether a block closes `round`.
 * @param {number} round
 */
const closes = (round) => (/** @type {Block} */ block) =>
	block.all('kpiOracle.RoundClosed').some((closed) => closed.round.eqn(round));

/**
 * Makes blocks until the open round has closed. Yields all of them; the last one opens the next round.
 * @param {Chain} chain
 */
export const closeRound = async (chain) => chain.sealUntil(closes(await openRound(chain)));

/**
 * Makes blocks until the next one takes commitments. Yields all of them.
 * @param {Chain} chain
 */
export async function untilCommitments(chain) {
	return (await nextBlock(chain)).commits ? [] : closeRound(chain);
}

/**
 * Makes blocks until the next one takes reports. Yields all of them.
 * @param {Chain} chain
 */
export async function untilReports(chain) {
	const blocks = [];
	while ((await nextBlock(chain)).commits) blocks.push(...(await chain.seal()));
	return blocks;
}

/**
 * Lets each of `reports`, pairs of a reporter and its values, commit to them, in one block. Yields the round.
 * @param {Chain} chain
 * @param {Reports} reports
 */
export async function commitAll(chain, reports) {
	const round = await openRound(chain);
	for (const [who, values] of reports) {
		await chain.submit(commitment(chain, who, round, values), who);
	}
	return round;
}

/**
 * Lets them report what they have committed to for `round`, in one block.
 * @param {Chain} chain
 * @param {number} round
 * @param {Reports} reports
 */
export async function revealAll(chain, round, reports) {
	for (const [who, values] of reports) await chain.submit(reveal(chain, round, values), who);
}

/**
 * Lets each of `reports`, pairs of a reporter and its values, commit in the next block that takes commitments and
 * report in the first that takes reports, and makes blocks until the round has closed. Yields all of them.
 * @param {Chain} chain
 * @param {Reports} reports
 */
export async function reportRound(chain, reports) {
	const before = await untilCommitments(chain);
	const round = await commitAll(chain, reports);
	const first = await untilReports(chain);
	await revealAll(chain, round, reports);
	return [...before, ...first, ...(await chain.sealUntil(closes(round)))];
}

/**
 * Lets `reports` be made in as many rounds as a stale metric needs to earn again.
 * @param {Chain} chain
 * @param {Reports} reports
 */
export async function recover(chain, reports) {
	const { recoveryRounds } = await settings(chain);
	for (let round = 0; round < recoveryRounds; round += 1) await reportRound(chain, reports);
}

/**
 * What is known of each metric after the best block: value, state, age and agreeing reporters.
 * @param {Connected} chain
 */
export async function metrics({ api }) {
	const reports = await api.call.kpiOracleApi.metrics();
	return new Map(
		[...reports].map(({ metric, value, state, age, agreeing }) => [
			metric.toNumber(),
			{
				value: value.isSome ? value.unwrap().toNumber() : undefined,
				state: state.type,
				age: age.toNumber(),
				agreeing: agreeing.toNumber(),
			},
		]),
	);
}

/**
 * The states of the reported metrics, each one once.
 * @param {Chain} chain
 */
export async function states(chain) {
	const known = await metrics(chain);
	return [...new Set(REPORTED.map((metric) => there(known.get(metric)).state))];
}
