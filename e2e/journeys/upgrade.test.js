// SPDX-License-Identifier: Apache-2.0
// An upgrade of the runtime is verified by what the built one is known by, before it is there and afterwards.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { merkleizeMetadata } from '@polkadot-api/merkleize-metadata';
import { u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { WASM } from '../lib/artefacts.js';
import { journey } from '../lib/journey.js';
import { run } from '../lib/tools.js';

/** The code of a refusal: only who governs sends a new runtime. */
const NOT_GOVERNOR = 121;
/** The key of the runtime in the state, ":code". */
const CODE = '0x3a636f6465';
const TOKEN = { decimals: 18, tokenSymbol: 'DSYNC' };

/**
 * What the node says that the runtime in the file `path` is known by.
 * @param {string} path
 */
async function identity(path) {
	const { out } = await run('inspect-runtime', path);
	/** @param {string} name */
	const hash = (name) => new RegExp(`^${name} hash +(0x[0-9a-f]{64})$`, 'm').exec(out)?.[1];
	return { code: hash('Code'), metadata: hash('Metadata') };
}

journey('an upgrade is verified by the hashes of the runtime that was built', async (chain, say) => {
	const { tx, query, call } = chain.api;
	const [alice, bob] = ['Alice', 'Bob'].map(chain.key);
	const code = await readFile(WASM);
	const built = await identity(WASM);
	assert.equal(built.code, blake2AsHex(code, 256));
	// The other implementation there is, on the metadata that the chain serves.
	const metadata = (await call.metadata.metadataAtVersion(15)).unwrap().toU8a(true);
	assert.equal(built.metadata, u8aToHex(merkleizeMetadata(metadata, TOKEN).digest()));

	// What waits can be compared with what was built. (The version is that of the chain: hence without checks.)
	await chain.govern(tx.system.authorizeUpgradeWithoutChecks(built.code));
	assert.equal((await query.system.authorizedUpgrade()).unwrap().codeHash.toHex(), built.code);

	// Nothing else can be put in its place.
	const other = Uint8Array.from(code);
	other[other.length - 1] ^= 1;
	/** @param {Uint8Array} code */
	const apply = (code) => tx.system.applyAuthorizedUpgrade(u8aToHex(code));
	assert.equal((await chain.refused(apply(code), bob)).custom, NOT_GOVERNOR);
	assert.equal((await chain.include(apply(other), alice)).error, 'system.Unauthorized');
	const { own } = await chain.succeed(apply(code), alice);
	assert.ok(own.one('system.CodeUpdated'));
	assert.equal(await chain.rpc('state_getStorageHash', CODE), built.code);
	say(`code ${built.code}, metadata ${built.metadata}`);
});
