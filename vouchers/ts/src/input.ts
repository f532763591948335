// SPDX-License-Identifier: Apache-2.0
// What a program hands over, checked: by itself JavaScript makes 0 of '' and [], and 1 of true.

/** A whole number of up to so many bits, exactly. */
export function whole(name: string, value: unknown, bits: number): bigint {
	if (typeof value === 'bigint') return within(name, value, bits);
	if (typeof value !== 'number') {
		throw new TypeError(`${name} must be a bigint or a number, not ${shown(value)}`);
	}
	if (!Number.isSafeInteger(value)) {
		throw new RangeError(`${name} ${value} is not exact as a number: give a bigint`);
	}
	return within(name, BigInt(value), bits);
}

/** The number, if it fits so many bits. */
function within(name: string, value: bigint, bits: number): bigint {
	if (value < 0n || value >> BigInt(bits) !== 0n) {
		throw new RangeError(`${name} must be a whole number of at most ${bits} bits, not ${value}`);
	}
	return value;
}

/** A text that is not empty. */
export function text(name: string, value: unknown): string {
	if (typeof value === 'string' && value !== '') return value;
	throw new TypeError(`${name} must be a text, not ${shown(value)}`);
}

/** Yes or no. */
export function flag(name: string, value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	throw new TypeError(`${name} must be true or false, not ${shown(value)}`);
}

/** Whether these are bytes: a `Uint8Array` of whatever kind, such as a `Buffer` of Node. */
export const isBytes = (value: unknown): value is Uint8Array =>
	Object.prototype.toString.call(value) === '[object Uint8Array]';

/** For people. */
export function shown(value: unknown): string {
	if (typeof value === 'string') return `'${value}'`;
	if (Array.isArray(value)) return 'an array';
	return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
