// SPDX-License-Identifier: Apache-2.0
// Keys of Ethereum: how their wallets sign for this chain, and how the SDK would have them sign.

import { compactAddLength, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import {
	blake2AsHex,
	blake2AsU8a,
	encodeAddress,
	keccakAsU8a,
	secp256k1Expand,
	secp256k1PairFromSeed,
	secp256k1Sign,
} from '@polkadot/util-crypto';
/** @import { Call } from '../types/chain.ts' */
/** @import { SignerPayloadJSON } from '@polkadot/types/types' */

/** The kinds of signatures by such keys: this chain's, and what the SDK's `MultiSignature` calls `Eth`. */
const ETHEREUM = 4;
const SDK = 3;
const ECDSA = 2;
/** Where the kind of a signature stands in an extrinsic without its length: after version and address. */
const KIND_AT = 1 + 33;

/**
 * The account made of the last 20 bytes of a hash.
 * @param {Uint8Array} hash
 */
const accountOf = (hash) => encodeAddress(u8aConcat(hash.subarray(12), new Uint8Array(12).fill(0xee)));

/**
 * What `call` has `address` sign: the payload, or its hash where it is long.
 * @param {Call} call
 * @param {string} address
 * @param {number} kind
 * @param {(message: Uint8Array) => Uint8Array} sign
 */
async function signed(call, address, kind, sign) {
	/** @param {SignerPayloadJSON} payload */
	const signPayload = async (payload) => {
		const typed = call.registry.createType('ExtrinsicPayload', payload, { version: payload.version });
		const bytes = typed.toU8a({ method: true });
		const message = bytes.length > 256 ? blake2AsU8a(bytes) : bytes;
		return { id: 1, signature: u8aToHex(u8aConcat([kind], sign(message))) };
	};
	return call.signAsync(address, { era: 0, nonce: -1, signer: { signPayload } });
}

/** A key of an Ethereum wallet. */
export class EthereumKey {
	#pair;

	/** @param {Uint8Array} seed */
	constructor(seed) {
		this.#pair = secp256k1PairFromSeed(seed);
		/** The account of the key's Ethereum address. */
		this.address = accountOf(keccakAsU8a(secp256k1Expand(this.#pair.publicKey)));
		/** The account that the SDK would give it. */
		this.sdkAddress = accountOf(keccakAsU8a(this.#pair.publicKey));
	}

	/**
	 * `call`, signed as a wallet does by `personal_sign`.
	 * @param {Call} call
	 */
	sign(call) {
		return signed(call, this.address, ETHEREUM, (message) => {
			const text = stringToU8a(`Destra transaction ${blake2AsHex(message)}`);
			const prefix = stringToU8a(`\x19Ethereum Signed Message:\n${text.length}`);
			const signature = secp256k1Sign(u8aConcat(prefix, text), this.#pair, 'keccak');
			signature[64] += 27;
			return signature;
		});
	}

	/**
	 * The bytes of `call`, signed as the SDK's `MultiSignature` takes it. polkadot.js cannot write them by itself.
	 * @param {Call} call
	 */
	async signAsSdk(call) {
		/** @param {Uint8Array} message */
		const sign = (message) => secp256k1Sign(message, this.#pair, 'keccak');
		const bytes = (await signed(call, this.sdkAddress, ECDSA, sign)).toU8a(true);
		bytes[KIND_AT] = SDK;
		return u8aToHex(compactAddLength(bytes));
	}
}
