// SPDX-License-Identifier: Apache-2.0
// The other client: polkadot-api, with the types that it has generated from the runtime's wasm.

import assert from 'node:assert/strict';
import { u8aToHex } from '@polkadot/util';
import { getPolkadotSigner } from 'polkadot-api/signer';
import { destra } from '../.papi/descriptors/dist/index.js';
import { journey } from '../lib/journey.js';
import { follow, withPapi } from '../lib/papi.js';
import { lastOf } from '../lib/there.js';
import { DSYNC, dsync, sum } from '../lib/units.js';
/** @import { Chain } from '../lib/chain.js' */
/** @import { PolkadotClient } from 'polkadot-api' */
/** @import { PolkadotSigner } from 'polkadot-api/signer' */

journey('PAPI reads, signs and listens through descriptors made from the wasm', (chain, say) =>
	withPapi(chain, (client) => tell(chain, client, say)),
);

/**
 * @param {import('../lib/chain.js').Chain} chain
 * @param {import('polkadot-api').PolkadotClient} client
 * @param {(line: string) => void} say
 */
async function tell(chain, client, say) {
	const api = client.getTypedApi(destra);
	const [sender, receiver] = [chain.key('Bob'), chain.key('Charlie')];
	await follow(client, lastOf(await chain.seal(3)));
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
	/** @param {{ sign: (from: PolkadotSigner) => Promise<Uint8Array> }} transaction */
	const include = async (transaction) => {
		const signed = await transaction.sign(signer);
		await chain.rpc('author_submitExtrinsic', u8aToHex(signed));
		const [block] = await chain.seal();
		await follow(client, block);
		return block;
	};
	const block = await include(transfer);
	assert.equal((await balance()) - before, 7n * DSYNC);

	// Typed events.
	const burns = await api.event.Emission.Burned.get(block.hash);
	assert.equal(burns.length, 1);
	const { cause, amount } = burns[0].payload;
	assert.equal(cause.type, 'TransactionFee');
	const after = await api.apis.EmissionApi.supply(head);
	/** @param {typeof supply} supply */
	const burned = ({ burned }) => sum(burned.map(([, total]) => total));
	assert.equal(burned(after) - burned(supply), amount);

	// A number of the right width that is no part of a whole: refused by name, with its number in the list of ranges.
	const greedy = await include(api.tx.StakingLocks.set_commission({ commission: 2 ** 32 - 1 }));
	const [{ payload: failure }] = await api.event.System.ExtrinsicFailed.get(greedy.hash);
	const ranges = await api.view.StakingLocks.ranges(head);
	const number = ranges.findIndex(({ name }) => name === 'commission');
	assert.deepEqual(failure.dispatch_error, {
		type: 'Module',
		value: { type: 'StakingLocks', value: { type: 'OutOfRange', value: number } },
	});
	assert.deepEqual(ranges[number], { name: 'commission', of: { type: 'Number', value: undefined }, least: 0n, greatest: 10n ** 9n });
	say(`${names.length} metrics, ${dsync(fixed)} minted, ${dsync(amount)} burned for a transfer`);
}
