// SPDX-License-Identifier: Apache-2.0
// The other client: polkadot-api, with the types that it has generated from the runtime's wasm.
// @ts-check

import assert from 'node:assert/strict';
import { u8aToHex } from '@polkadot/util';
import { createClient } from 'polkadot-api';
import { getPolkadotSigner } from 'polkadot-api/signer';
import { getWsProvider } from 'polkadot-api/ws';
import { WebSocket } from 'ws';
import { destra } from '../.papi/descriptors/dist/index.js';
import { journey } from '../lib/journey.js';
import { DSYNC, dsync, sum } from '../lib/units.js';

journey('PAPI reads, signs and listens through descriptors made from the wasm', async (chain, say) => {
	// Node.js has a WebSocket of its own only from version 22 on.
	const client = createClient(getWsProvider(chain.node.url, { websocketClass: WebSocket }));
	try {
		await tell(chain, client, say);
	} finally {
		client.destroy();
	}
});

/** Waits until the client has heard of `block`. */
const follow = (client, block) =>
	new Promise((resolve, reject) => {
		const next = ({ hash }) => {
			if (hash !== block.hash) return;
			resolve(undefined);
			queueMicrotask(() => subscription.unsubscribe());
		};
		const subscription = client.finalizedBlock$.subscribe({ next, error: reject });
	});

/**
 * @param {import('../lib/chain.js').Chain} chain
 * @param {import('polkadot-api').PolkadotClient} client
 * @param {(line: string) => void} say
 */
async function tell(chain, client, say) {
	const api = client.getTypedApi(destra);
	const [sender, receiver] = [chain.key('Bob'), chain.key('Charlie')];
	await follow(client, (await chain.seal(3)).at(-1));
	const head = { at: 'finalized' };

	// A runtime API and a view function: the same contract by two ways.
	const supply = await api.apis.EmissionApi.supply(head);
	assert.deepEqual(await api.view.Emission.supply(head), supply);
	const [, fixed] = supply.minted.find(([cause]) => cause.type === 'Fixed') ?? [undefined, 0n];
	assert.ok(fixed > 0n);
	assert.equal((await api.view.Emission.phase(head)).type, 'Running');
	const table = await api.view.KpiOracle.metrics(head);
	const names = table.map(({ name }) => new TextDecoder().decode(name));
	assert.deepEqual(names, ['proven_storage', 'gpu_hours', 'paid_volume', 'availability']);

	// A typed transfer. The pool takes it before a block is made.
	const balance = async () => (await api.query.System.Account.getValue(receiver.address, head)).data.free;
	const before = await balance();
	const transfer = api.tx.Balances.transfer_keep_alive({
		dest: { type: 'Id', value: receiver.address },
		value: 7n * DSYNC,
	});
	const signer = getPolkadotSigner(sender.publicKey, 'Sr25519', (bytes) => sender.sign(bytes));
	const signed = await transfer.sign(signer);
	await chain.rpc('author_submitExtrinsic', u8aToHex(signed));
	const [block] = await chain.seal();
	await follow(client, block);
	assert.equal((await balance()) - before, 7n * DSYNC);

	// Typed events.
	const burns = await api.event.Emission.Burned.get(block.hash);
	assert.equal(burns.length, 1);
	const { cause, amount } = burns[0].payload;
	assert.equal(cause.type, 'TransactionFee');
	const after = await api.apis.EmissionApi.supply(head);
	const burned = ({ burned }) => sum(burned.map(([, total]) => total));
	assert.equal(burned(after) - burned(supply), amount);
	say(`${names.length} metrics, ${dsync(fixed)} minted, ${dsync(amount)} burned for a transfer`);
}
