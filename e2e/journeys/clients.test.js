// SPDX-License-Identifier: Apache-2.0
// Where polkadot.js misleads, as docs/clients.md tells. Should a later version of it say what the chain says, a note there is
// out of date. And what it shows of a value that lies outside its range.

import assert from 'node:assert/strict';
import { feeOf } from '../lib/allocation.js';
import { detailOf } from '../lib/chain.js';
import { journey } from '../lib/journey.js';
import { there } from '../lib/there.js';
import { DSYNC } from '../lib/units.js';

journey('polkadot.js misleads where the book says so, and nowhere worse', async (chain, say) => {
	const { api } = chain;
	const [bob, charlie] = ['Bob', 'Charlie'].map(chain.key);
	await chain.seal(2);

	// The epoch of session 0.
	assert.ok((await api.query.session.currentIndex()).isZero());
	await assert.rejects(api.derive.session.progress(), /Negative number passed to unsigned type/);

	// What can be sent by somebody who has anything on hold.
	const tier = { length: 300_000, multiplier: 100 };
	await chain.succeed(api.tx.stakingLocks.lock(100n * DSYNC, tier), bob);
	const balances = await api.derive.balances.all(bob.address);
	const [available, transferable] = [balances.availableBalance, there(balances.transferable)].map((one) => one.toBigInt());
	assert.equal(available - transferable, api.consts.balances.existentialDeposit.toBigInt());
	assert.ok(balances.lockedBalance.isZero() && balances.reservedBalance.eq(100n * DSYNC));
	/** @param {bigint | number | string} amount */
	const send = (amount) => api.tx.balances.transferAllowDeath(charlie.address, amount);
	const { partialFee } = await send(transferable).paymentInfo(bob.address);
	const refused = await chain.include(send(available - partialFee.toBigInt()), bob);
	assert.ok(refused.own.one('system.ExtrinsicFailed').dispatchError.asToken.isFrozen);
	await chain.succeed(send(transferable - partialFee.toBigInt() - feeOf(refused)), bob);

	// Amounts as numbers of JavaScript, in which polkadot-js-api reads its arguments.
	for (const amount of [2 ** 53, 1e19]) assert.throws(() => send(amount), /MAX_SAFE_INTEGER/);
	for (const amount of ['10000000000000000000', '0x8ac7230489e80000', 10n * DSYNC]) {
		assert.equal(send(amount).args[1].toBigInt(), 10n * DSYNC);
	}

	// What lies outside its range, or has the default of a form: refused by name, with its number in the list.
	const { ranges } = api.call.parametersApi;
	const brief = api.tx.parameterChanges.scheduleChange([{ Emission: { FixedHalfLife: 1 } }]);
	const { own, error } = await chain.sudo(brief);
	assert.equal(error, 'parameterChanges.OutOfRange');
	const halfLife = (await ranges())[detailOf(api, own.one('sudo.Sudid').sudoResult.asErr).toNumber()];
	assert.equal(halfLife.name.toString(), 'values.Emission.FixedHalfLife');
	assert.ok(halfLife.of.isNumber && halfLife.least.toBigInt() > 1n);
	const offer = { form: 'Metered', model: '', price: 1n, slots: 1 };
	const published = await chain.include(api.tx.servicePayments.publishCard('Rpc', 0, offer), charlie);
	assert.equal(published.error, 'servicePayments.OutOfRange');
	const number = detailOf(api, published.own.one('system.ExtrinsicFailed').dispatchError).toNumber();
	const model = (await api.call.servicePaymentsApi.ranges())[number].toJSON();
	assert.deepEqual(model, { name: 'offer.model', of: 'Text', least: 1, greatest: 32 });

	// A text that is not ASCII.
	const classes = await chain.view('ServicePayments', 'classes');
	const [, gpu] = there([...classes].find(([of]) => of.type === 'GpuCompute'));
	const unit = gpu.metered.unwrap().unit;
	assert.deepEqual([unit.toHuman(), new TextDecoder().decode(unit.toU8a(true))], ['0x475055c2b773', 'GPU·s']);
	say(`derived: ${available - transferable} planck too many in availableBalance`);
});
