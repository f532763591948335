// SPDX-License-Identifier: Apache-2.0
// What is sent: a voucher and its signature in SCALE, as the chain takes it.

import { hexToU8a, isHex, u8aConcat, u8aToHex } from '@polkadot/util';
import { isBytes, shown, whole } from './input.js';

/** How a key signs, in the order of the chain's `Signature`. */
export const SCHEMES = ['ed25519', 'sr25519', 'ecdsa'] as const;

/** How a key signs. */
export type Scheme = (typeof SCHEMES)[number];

/** What is owed under an agreement. */
export interface Voucher {
	/** Which agreement. */
	readonly agreement: bigint;
	/** All that is owed since the agreement began, in planck. The largest amount is the newest. */
	readonly amount: bigint;
	/** The last instant at which it can be redeemed, in milliseconds since 1970. */
	readonly validUntil: bigint;
}

/** A voucher in numbers of either kind. */
export interface Amounts {
	readonly agreement: bigint | number;
	readonly amount: bigint | number;
	readonly validUntil: bigint | number;
}

/** A signature, and how it was made. */
export interface Signature {
	readonly scheme: Scheme;
	/** 64 bytes, or 65 of ECDSA. */
	readonly bytes: Uint8Array;
}

/** A voucher with a signature of the agreement's signer. */
export interface SignedVoucher {
	readonly voucher: Voucher;
	readonly signature: Signature;
}

/** A signed voucher as polkadot.js takes it in a call. */
export interface VoucherCall {
	voucher: { agreement: bigint; amount: bigint; validUntil: bigint };
	signature: { Ed25519: string } | { Sr25519: string } | { Ecdsa: string };
}

/** What is wrong with bytes that are not a signed voucher. */
export type Fault = 'not-bytes' | 'not-hex' | 'truncated' | 'trailing' | 'unknown-signature';

/** Bytes that are not a signed voucher. */
export class MalformedVoucher extends Error {
	override readonly name = 'MalformedVoucher';

	constructor(
		readonly fault: Fault,
		message: string,
	) {
		super(message);
	}
}

/** How many bytes a voucher has before its signature. */
const VOUCHER_BYTES = 32;

/** How many bytes a signature has. */
export const signatureBytes = (scheme: Scheme): number => (scheme === 'ecdsa' ? 65 : 64);

/** How many bytes a voucher with its signature has. */
const totalBytes = (scheme: Scheme): number => VOUCHER_BYTES + 1 + signatureBytes(scheme);

/** The voucher in big integers, as the numbers say exactly. */
export const exact = ({ agreement, amount, validUntil }: Amounts): Voucher => ({
	agreement: whole('agreement', agreement, 64),
	amount: whole('amount', amount, 128),
	validUntil: whole('validUntil', validUntil, 64),
});

/** The 32 bytes of a voucher: its three numbers, little-endian. */
export function encodeVoucher(voucher: Amounts): Uint8Array {
	const { agreement, amount, validUntil } = exact(voucher);
	const bytes = new Uint8Array(VOUCHER_BYTES);
	const view = new DataView(bytes.buffer);
	view.setBigUint64(0, agreement, true);
	view.setBigUint64(8, BigInt.asUintN(64, amount), true);
	view.setBigUint64(16, amount >> 64n, true);
	view.setBigUint64(24, validUntil, true);
	return bytes;
}

/** The signature, if it is one. */
function checked(signature: Signature): Signature {
	const { scheme, bytes } = signature;
	if (!SCHEMES.includes(scheme)) {
		const known = SCHEMES.join(', ');
		throw new TypeError(`the scheme of a signature must be one of ${known}, not ${shown(scheme)}`);
	}
	if (!isBytes(bytes)) {
		throw new TypeError(`the bytes of a signature must be a Uint8Array, not ${shown(bytes)}`);
	}
	const expected = signatureBytes(scheme);
	if (bytes.length !== expected) {
		throw new RangeError(
			`a signature of ${scheme} has ${expected} bytes, this one has ${bytes.length}`,
		);
	}
	return signature;
}

/**
 * The bytes to send.
 *
 * @throws TypeError if a number or the signature is none, RangeError if it does not fit.
 */
export function encode({ voucher, signature }: SignedVoucher): Uint8Array {
	const { scheme, bytes } = checked(signature);
	return u8aConcat(encodeVoucher(voucher), [SCHEMES.indexOf(scheme)], bytes);
}

/**
 * Reads what was sent, as bytes or in hexadecimal digits after `0x`. Says nothing yet of whether the
 * signature is right.
 *
 * @throws MalformedVoucher that says what is wrong.
 */
export function decode(sent: Uint8Array | string): SignedVoucher {
	const bytes = typeof sent === 'string' ? fromHex(sent) : sent;
	if (!isBytes(bytes)) {
		throw new MalformedVoucher(
			'not-bytes',
			`the voucher must be a Uint8Array or hexadecimal digits after 0x, not ${shown(sent)}`,
		);
	}
	const found = bytes.length;
	const kind = bytes[VOUCHER_BYTES];
	if (kind === undefined) throw truncated(found, totalBytes('ed25519'));
	const scheme = SCHEMES[kind];
	if (scheme === undefined) {
		throw new MalformedVoucher(
			'unknown-signature',
			`the signature is of the unknown kind ${kind}: 0 is ed25519, 1 sr25519, 2 ecdsa`,
		);
	}
	const expected = totalBytes(scheme);
	if (found < expected) throw truncated(found, expected);
	if (found > expected) {
		throw new MalformedVoucher(
			'trailing',
			`this is not one voucher: it has ${found} bytes, with its signature it must have ${expected}`,
		);
	}
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return {
		voucher: {
			agreement: view.getBigUint64(0, true),
			amount: view.getBigUint64(8, true) | (view.getBigUint64(16, true) << 64n),
			validUntil: view.getBigUint64(24, true),
		},
		// A copy, so that it stays what it is whatever happens to the bytes that were received. (Not by
		// `slice`: that of a Buffer of Node makes none.)
		signature: { scheme, bytes: Uint8Array.from(bytes.subarray(VOUCHER_BYTES + 1)) },
	};
}

/**
 * The argument of a call for polkadot.js, which makes a `Signature` of the chain of it.
 *
 * @throws TypeError if a number or the signature is none, RangeError if it does not fit.
 */
export function toCall({ voucher, signature }: SignedVoucher): VoucherCall {
	const { scheme, bytes } = checked(signature);
	const digits = u8aToHex(bytes);
	const made = {
		ed25519: { Ed25519: digits },
		sr25519: { Sr25519: digits },
		ecdsa: { Ecdsa: digits },
	}[scheme];
	return { voucher: exact(voucher), signature: made };
}

function fromHex(text: string): Uint8Array {
	if (!isHex(text, -1) || text.length % 2 !== 0) {
		throw new MalformedVoucher(
			'not-hex',
			'the voucher is not bytes in hexadecimal digits after 0x, two for each byte',
		);
	}
	return hexToU8a(text);
}

const truncated = (found: number, least: number): MalformedVoucher =>
	new MalformedVoucher(
		'truncated',
		`the voucher is cut off: it has ${found} bytes, with its signature it must have ${least}`,
	);
