// SPDX-License-Identifier: Apache-2.0
// Session keys that lie on no node: nobody writes blocks, votes or sends heartbeats with them.

import { Keyring } from '@polkadot/api';
import { u8aConcat, u8aToHex } from '@polkadot/util';

/** What a key signs to prove whose it is begins with this. */
const OWNERSHIP = 'POP_';

/**
 * Keys for the account of `name`, and the proof that they are its own: the arguments of `session.setKeys`.
 * @param {string} name
 * @returns {[keys: { babe: Uint8Array, grandpa: Uint8Array }, proof: string]}
 */
export function keysWithoutNode(name) {
	const owner = new Keyring({ type: 'sr25519' }).addFromUri(`//${name}`).publicKey;
	const both = /** @type {const} */ (['sr25519', 'ed25519']).map((type) => new Keyring({ type }).addFromUri(`//${name}//session`));
	const [babe, grandpa] = both.map(({ publicKey }) => publicKey);
	const proofs = both.map((key) => key.sign(u8aConcat(OWNERSHIP, owner)));
	return [{ babe, grandpa }, u8aToHex(u8aConcat(...proofs))];
}
