// SPDX-License-Identifier: Apache-2.0
// The signer of an agreement signs: with a key of its own, or with a wallet.

import type { KeyringPair } from '@polkadot/keyring/types';
import { hexToU8a, u8aToHex } from '@polkadot/util';
import { payload, type Place } from './payload.js';
import { exact, SCHEMES, signatureBytes, type Amounts, type Scheme, type SignedVoucher } from './wire.js';

/** What of a pair of the keyring is needed. */
export type Key = Pick<KeyringPair, 'sign' | 'type'>;

/** What of a wallet is needed: `signer` of an injected extension. */
export interface Wallet {
	signRaw?: (raw: {
		address: string;
		data: string;
		type: 'bytes';
	}) => Promise<{ signature: string }>;
}

/** An account in a wallet. */
export interface WalletAccount {
	readonly address: string;
	/** `type` of the account in the wallet. */
	readonly scheme: Scheme;
}

/**
 * Signs with a pair of the keyring.
 *
 * @throws Error if the key cannot sign vouchers, or is locked.
 */
export function sign(key: Key, voucher: Amounts, place: Place): SignedVoucher {
	const scheme = known(key.type);
	return {
		voucher: exact(voucher),
		signature: { scheme, bytes: key.sign(payload(voucher, place)) },
	};
}

/**
 * Lets a wallet sign. What it shows is the payload, which it takes for a message and not for a transaction.
 *
 * @throws Error if the wallet does not sign messages, or returns something else than a signature.
 */
export async function signWithWallet(
	wallet: Wallet,
	{ address, scheme }: WalletAccount,
	voucher: Amounts,
	place: Place,
): Promise<SignedVoucher> {
	if (wallet.signRaw === undefined) throw new Error('this wallet does not sign messages');
	const data = u8aToHex(payload(voucher, place));
	const { signature } = await wallet.signRaw({ address, data, type: 'bytes' });
	return {
		voucher: exact(voucher),
		signature: { scheme, bytes: withoutKind(known(scheme), hexToU8a(signature)) },
	};
}

/** Some wallets put the number of the scheme first, some do not. */
function withoutKind(scheme: Scheme, signature: Uint8Array): Uint8Array {
	const length = signatureBytes(scheme);
	if (signature.length === length) return signature;
	if (signature.length === length + 1 && signature[0] === SCHEMES.indexOf(scheme)) {
		return signature.subarray(1);
	}
	throw new Error(`the wallet did not return a signature of ${scheme}: ${u8aToHex(signature)}`);
}

function known(type: string): Scheme {
	const scheme = SCHEMES.find((scheme) => scheme === type);
	if (scheme === undefined) {
		throw new Error(`a key of the type ${type} signs no vouchers: ${SCHEMES.join(', ')} do`);
	}
	return scheme;
}
