// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { TREASURY, pot } from '../lib/allocation.js';
import { budget, parameter } from '../lib/economics.js';
import { journey } from '../lib/journey.js';
import { dsync, percent } from '../lib/units.js';

/** A budget in percent, in the order of the recipients. */
const inPercent = (...shares) => {
	const [providerWork, stakeAndValidators, incentiveProgrammes, community, treasury] =
		shares.map(percent);
	return { Budget: { providerWork, stakeAndValidators, incentiveProgrammes, community, treasury } };
};

const OLD = [40, 20, 15, 25, 0].map(percent);
const NEW = [40, 20, 15, 20, 5].map(percent);

journey('a budget that does not sum to one is refused by name, and so is a leap', async (chain, say) => {
	const change = (...shares) => chain.api.tx.emission.scheduleChange(inPercent(...shares));
	const refusals = [
		[change(40, 20, 15, 24, 0), 'emission.BudgetNotWhole'],
		[change(40, 20, 15, 25, 1), 'emission.BudgetNotWhole'],
		[change(40, 20, 15, 10, 15), 'emission.BudgetStepTooLarge'],
		[change(40, 20, 15, 25, 0), 'emission.NothingChanges'],
	];
	for (const [call, error] of refusals) assert.equal((await chain.sudo(call)).error, error);
	await chain.reserved(change(40, 20, 15, 20, 5), chain.key('Bob'));
	assert.deepEqual(await budget(chain), OLD);
	assert.equal((await chain.view('Emission', 'pending_changes')).length, 0);
	say(refusals.map(([, error]) => error).join(', '));
});

journey('a parameter change is announced, waits, takes effect, and can be called off', async (chain, say) => {
	const { tx, call } = chain.api;
	const shares = (report) => report.asBudget.map(([, share]) => share.toBigInt());
	const pending = async () =>
		[...(await call.emissionApi.pendingChanges())].map(({ id }) => id.toNumber());
	const announce = async (change) => {
		const { own, whole } = await chain.govern(tx.emission.scheduleChange(change));
		const { id, due } = own.one('emission.ChangeScheduled');
		return { id: id.toNumber(), wait: due.toNumber() - whole.moment };
	};

	const change = await announce(inPercent(40, 20, 15, 20, 5));
	assert.equal(change.wait, (await parameter(chain, 'ChangeDelay')).toNumber());
	assert.deepEqual(await pending(), [change.id]);
	// polkadot.js appends the underscore to a name that JavaScript reserves.
	const [{ new_: announced }] = await call.emissionApi.pendingChanges();
	assert.deepEqual(shares(announced), NEW);
	const calledOff = await announce({ CatchUp: 250 });
	assert.deepEqual(await pending(), [change.id, calledOff.id]);
	assert.deepEqual(await budget(chain), OLD, 'announced, not in force');

	const { own } = await chain.govern(tx.emission.cancelChange(calledOff.id));
	assert.ok(own.one('emission.ChangeCancelled').id.eqn(calledOff.id));
	assert.equal((await chain.sudo(tx.emission.cancelChange(calledOff.id))).error, 'emission.UnknownChange');
	assert.deepEqual(await pending(), [change.id]);

	// A block sees the time of the one before it: the change takes effect after the first one that
	// is late enough.
	await chain.advance(change.wait);
	const [late] = await chain.seal();
	assert.deepEqual(late.all('emission.ParameterChanged'), []);
	const [enacting] = await chain.seal();
	const changed = enacting.one('emission.ParameterChanged');
	assert.ok(changed.id.eqn(change.id));
	const { old, new_: now } = changed;
	const fields = (parameter) => [...parameter.asBudget.values()].map((share) => share.toBigInt());
	assert.deepEqual([fields(old), fields(now)], [OLD, NEW]);
	assert.deepEqual(await budget(chain), NEW);
	const inForce = await call.emissionApi.parameters();
	assert.deepEqual(shares([...inForce].find((report) => report.isBudget)), NEW);
	assert.deepEqual(await pending(), []);

	const treasury = pot(chain, TREASURY);
	const before = (await chain.account(treasury)).free;
	const [block] = await chain.seal();
	const gain = (await chain.account(treasury)).free - before;
	const { fixed, kpi } = block.one('emission.Emitted');
	const emitted = fixed.toBigInt() + kpi.toBigInt();
	// Five shares, each rounded down: less than five planck are missing from what is divided.
	assert.ok(0n <= 20n * gain - emitted + 20n && 20n * gain - emitted < 5n, 'a twentieth');
	say(`after ${change.wait / 60_000} minutes the treasury gets ${dsync(gain)} of ${dsync(emitted)}`);
});
