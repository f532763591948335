// SPDX-License-Identifier: Apache-2.0
// Somebody who trusts no node: a light client, smoldot, that knows the genesis, follows what the validators finalise, and
// has each value proven that it reads.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createClient } from 'polkadot-api';
import { getPolkadotSigner } from 'polkadot-api/signer';
import { getSmProvider } from 'polkadot-api/sm-provider';
import { destra } from '../.papi/descriptors/dist/index.js';
import { chainSpec } from '../lib/chain-spec.js';
import { journey } from '../lib/journey.js';
import { withLightClient } from '../lib/light-client.js';
import { untilBlock } from '../lib/papi.js';
import { DSYNC, dsync } from '../lib/units.js';
/** @import { Chain } from '../lib/chain.js' */
/** @import { Key, Say } from '../types/chain.ts' */
/** @import { PolkadotClient } from 'polkadot-api' */

/** Blocks come by the clock, and light clients by WebSocket. */
const NODE = { byTheClock: true, listen: '/ip4/127.0.0.1/tcp/0/ws' };
journey(
	'a light client follows the chain from genesis, reads with proof and sends',
	async (chain, say) => {
		await withLightClient(chain.log, async (light) => {
			const added = light.addChain({ chainSpec: await specification(chain) });
			const client = createClient(getSmProvider(() => added));
			await tell(chain, client, say);
			client.destroy();
		});
	},
	undefined,
	NODE,
);

/**
 * The chain as somebody gets it who is to join it: its genesis, and where a node is.
 * @param {Chain} chain
 */
async function specification(chain) {
	const spec = JSON.parse(await readFile(chainSpec(), 'utf8'));
	const bootNodes = await chain.rpc('system_localListenAddresses');
	assert.match(bootNodes[0], /^\/ip4\/127\.0\.0\.1\/tcp\/\d+\/ws\/p2p\/12D3KooW/);
	return JSON.stringify({ ...spec, bootNodes });
}

/**
 * @param {Chain} chain
 * @param {PolkadotClient} client
 * @param {Say} say
 */
async function tell(chain, client, say) {
	const api = client.getTypedApi(destra);
	const [bob, receiver] = ['Bob', 'Light'].map(chain.key);
	const finalised = await untilBlock(client, ({ number }) => number > 0);
	assert.equal(finalised.hash, await chain.rpc('chain_getBlockHash', finalised.number), 'it is on the same chain');
	assert.equal((await client.getChainSpecData()).genesisHash, chain.api.genesisHash.toHex());

	/** @param {Key} who @param {string} at */
	const free = async (who, at) => (await api.query.System.Account.getValue(who.address, { at })).data.free;
	const known = await chain.api.at(finalised.hash);
	const expected = (await known.query.system.account(bob.address)).data.free.toBigInt();
	assert.equal(await free(bob, finalised.hash), expected);
	assert.ok(expected > 0n);

	const transfer = api.tx.Balances.transfer_keep_alive({ dest: { type: 'Id', value: receiver.address }, value: 7n * DSYNC });
	const sent = await transfer.signAndSubmit(getPolkadotSigner(bob.publicKey, 'Sr25519', (bytes) => bob.sign(bytes)));
	assert.ok(sent.ok);
	assert.ok(sent.block.number > finalised.number);
	assert.equal(await free(receiver, sent.block.hash), 7n * DSYNC);
	const block = await chain.block(sent.block.hash);
	assert.equal(block.part(sent.block.index).one('balances.Transfer').to.toString(), receiver.address);

	// A runtime API is run by the light client itself, on the code and the values that were proven to it.
	const supply = await api.apis.EmissionApi.supply({ at: sent.block.hash });
	const there = await (await chain.api.at(sent.block.hash)).query.balances.totalIssuance();
	assert.equal(supply.total_issuance, there.toBigInt());
	say(`joined at block ${finalised.number}, ${dsync(expected)} read, sent in block ${sent.block.number}`);
}
