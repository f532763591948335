// SPDX-License-Identifier: Apache-2.0
// A provider verifies, by the rules of the chain.

import { u8aToBigInt } from '@polkadot/util';
import { ed25519Verify, secp256k1Verify, sr25519Verify } from '@polkadot/util-crypto';
import { accountId, payload, type Account, type Place } from './payload.js';
import { signatureBytes, type Scheme, type SignedVoucher } from './wire.js';

/**
 * Whether `signer` signed this for that provider on that chain.
 *
 * Says nothing of whether that is the signer of the agreement, which need not be its customer, whether the
 * agreement has the money, and whether it is still time: `accept` does.
 *
 * Not `signatureVerify` of polkadot.js, which also takes a signature of other bytes, without the frame,
 * and would say yes where the chain says no.
 */
export function verify(
	{ voucher, signature }: SignedVoucher,
	signer: Account,
	place: Place,
): boolean {
	const message = payload(voucher, place);
	const account = accountId('signer', signer);
	const { scheme, bytes } = signature;
	if (bytes.length !== signatureBytes(scheme)) return false;
	try {
		return VERIFIERS[scheme](message, bytes, account);
	} catch {
		// All lengths are right, so what cannot be read is no point of the curve: no signature, or no key.
		return false;
	}
}

type Verifier = (message: Uint8Array, signature: Uint8Array, account: Uint8Array) => boolean;

const VERIFIERS: Record<Scheme, Verifier> = {
	ed25519: ed25519Verify,
	sr25519: sr25519Verify,
	ecdsa: (message, signature, account) =>
		isCanonical(signature) && secp256k1Verify(message, signature, account, 'blake2', true),
};

/** Half the order of secp256k1, rounded down. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/**
 * Whether a signature of ECDSA is the one of its encodings that the chain takes: every one has a twin, with the
 * negative of `s`, and the recovery number can be written in two ways.
 */
const isCanonical = (signature: Uint8Array): boolean =>
	u8aToBigInt(signature.subarray(32, 64), { isLe: false }) <= HALF_ORDER && (signature[64] ?? 2) < 2;
