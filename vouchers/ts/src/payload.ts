// SPDX-License-Identifier: Apache-2.0
// What is signed.

import { hexToU8a, isHex, stringToU8a, u8aConcat } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';
import { isBytes, shown } from './input.js';
import { encodeVoucher, type Amounts } from './wire.js';

/** Bytes, or their hexadecimal digits after `0x`. */
export type Bytes = Uint8Array | string;

/** An account: its 32 bytes, their hexadecimal digits, or its address. */
export type Account = Uint8Array | string;

/** Where a voucher is worth something. */
export interface Place {
	/** The hash of the chain's first block: `api.genesisHash`. */
	readonly genesisHash: Bytes;
	/** Who may redeem it. */
	readonly provider: Account;
}

const OPENING = stringToU8a('<Bytes>');
const DOMAIN = stringToU8a('destra/voucher/1');
const CLOSING = stringToU8a('</Bytes>');

/**
 * The 127 bytes that the agreement's signer signs: `<Bytes>`, `destra/voucher/1`, the hash of the first block, the
 * provider, the voucher, `</Bytes>`. The frame is the one that wallets put around what is no transaction.
 *
 * @throws TypeError if a number is none, RangeError if it does not fit, Error if hash or provider is none.
 */
export function payload(voucher: Amounts, { genesisHash, provider }: Place): Uint8Array {
	return u8aConcat(
		OPENING,
		DOMAIN,
		hash('genesisHash', genesisHash),
		accountId('provider', provider),
		encodeVoucher(voucher),
		CLOSING,
	);
}

/** The 32 bytes of an account. */
export function accountId(name: string, account: Account): Uint8Array {
	if (typeof account !== 'string' || isHex(account)) return hash(name, account);
	try {
		return hash(name, decodeAddress(account));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`${name} '${account}' is not an account: ${reason}`);
	}
}

function hash(name: string, value: Bytes): Uint8Array {
	if (typeof value === 'string' && !isHex(value)) {
		throw new Error(`${name} '${value}' is not bytes in hexadecimal digits after 0x`);
	}
	const bytes = typeof value === 'string' ? hexToU8a(value) : value;
	if (!isBytes(bytes)) throw new TypeError(`${name} must be bytes or a text, not ${shown(value)}`);
	if (bytes.length !== 32) throw new Error(`${name} must have 32 bytes, not ${bytes.length}`);
	return bytes;
}
