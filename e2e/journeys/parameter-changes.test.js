// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { travel } from '../lib/allocation.js';
import { detailOf } from '../lib/chain.js';
import { journey } from '../lib/journey.js';
import { there } from '../lib/there.js';
import { MINUTE, WHOLE, dsync, percent } from '../lib/units.js';
/** @import { Chain } from '../lib/chain.js' */
/** @import { Call, Cell } from '../types/chain.ts' */

/**
 * A budget in percent, in the order of the recipients.
 * @param {...number} shares
 */
const inPercent = (...shares) => {
	const [providerWork, stakeAndValidators, incentiveProgrammes, community, treasury] =
		shares.map(percent);
	return { Emission: { Budget: { providerWork, stakeAndValidators, incentiveProgrammes, community, treasury } } };
};

/** @param {number} factor in percent of the pace of the schedule */
const catchUp = (factor) => ({ Emission: { CatchUp: factor } });
/** @param {number} share in percent of the issuance */
const annualCap = (share) => ({ Emission: { AnnualCap: percent(share) } });
/** @param {number} ratio */
const delegationRatio = (ratio) => ({ StakingLocks: { DelegationRatio: ratio } });

const BUDGET = 'Emission.Budget';
const CATCH_UP = 'Emission.CatchUp';
const ANNUAL_CAP = 'Emission.AnnualCap';
const RATIO = 'StakingLocks.DelegationRatio';

/** What the chain begins with. */
const OLD = [40, 20, 15, 25, 0];
/** From one of the two recipients that providers are to the other. */
const NEW = [35, 25, 15, 25, 0];

/**
 * The pallet and the name of a parameter.
 * @param {Cell} parameter
 */
const nameOf = ({ type, value }) => `${type}.${value.type}`;

/**
 * Its value: a number, or several in their order.
 * @param {Cell} parameter
 * @returns {bigint | bigint[]}
 */
function valueOf({ value: { value } }) {
	return value instanceof Map ? [...value.values()].map((part) => part.toBigInt()) : value.toBigInt();
}

/**
 * The value in force of the parameter called `name`.
 * @param {Chain} chain
 * @param {string} name
 */
async function inForce({ api }, name) {
	const all = [...(await api.call.parametersApi.parameters())];
	return valueOf(there(all.find((parameter) => nameOf(parameter) === name), name));
}

/**
 * The changes that wait: their ids, when they are due, and what they change.
 * @param {Chain} chain
 * @returns {Promise<[number, number, [string, bigint | bigint[]][]][]>}
 */
async function pending({ api }) {
	const reports = await api.call.parametersApi.pendingChanges();
	return [...reports].map((report) => {
		// By their order: `values` of what polkadot.js reads is a method of JavaScript.
		const [id, due, values] = report.values();
		return [id.toNumber(), due.toNumber(), [...values].map((value) => [nameOf(value), valueOf(value)])];
	});
}

/**
 * What an event says of a change: its id, and each value with the one it replaces.
 * @param {Cell} event
 * @returns {[number, [string, bigint | bigint[], bigint | bigint[]][]]}
 */
function told(event) {
	const fields = [...event];
	const [id, values] = [fields[0], there(fields.at(-1))];
	// polkadot.js appends the underscore to a name that JavaScript reserves.
	return [id.toNumber(), [...values].map(({ old, new_: now }) => [nameOf(now), valueOf(old.unwrap()), valueOf(now)])];
}

/** @param {Chain} chain @param {...object} values */
const change = ({ api }, ...values) => api.tx.parameterChanges.scheduleChange(values);

/**
 * Announces a change by who governs. Yields its id, when it is due, how long it waits, and what the event says.
 * @param {Chain} chain
 * @param {...object} values
 */
async function announce(chain, ...values) {
	const { own, whole } = await chain.govern(change(chain, ...values));
	const event = own.one('parameterChanges.ChangeScheduled');
	const due = event.due.toNumber();
	return { id: event.id.toNumber(), due, wait: due - whole.moment, told: told(event)[1] };
}

/**
 * What root's call is refused with: the name of the error, and what it says besides.
 * @param {Chain} chain
 * @param {Call} call
 */
async function refusal(chain, call) {
	const { own, error } = await chain.sudo(call);
	const { sudoResult } = own.one('sudo.Sudid');
	assert.ok(sudoResult.isErr, `${call.method.section}.${call.method.method} was possible`);
	return { error, detail: () => detailOf(chain.api, sudoResult.asErr) };
}

journey('a change that cannot be is refused by name, and a number in it with its place', async (chain, say) => {
	const { call, tx } = chain.api;
	/** @param {...number} shares */
	const toBudget = (...shares) => change(chain, inPercent(...shares));
	/** @type {[call: Call, error: string][]} */
	const refusals = [
		[change(chain), 'parameterChanges.NoValues'],
		[toBudget(...OLD), 'parameterChanges.NothingChanges'],
		[change(chain, catchUp(250), catchUp(210)), 'parameterChanges.SameParameterTwice'],
		[toBudget(40, 20, 15, 24, 0), 'emission.BudgetNotWhole'],
		[toBudget(40, 20, 15, 25, 1), 'emission.BudgetNotWhole'],
		// What is wrong with one value stops all of them.
		[change(chain, delegationRatio(7), inPercent(40, 20, 15, 24, 0)), 'emission.BudgetNotWhole'],
		[tx.parameterChanges.cancelChange(0), 'parameterChanges.UnknownChange'],
	];
	for (const [call, error] of refusals) assert.equal((await refusal(chain, call)).error, error);

	// The error has the number of what moves too far, or lies outside its range, in the lists that the chain tells.
	const [ranges, steps] = [await call.parametersApi.ranges(), await call.parametersApi.steps()];
	assert.equal(ranges.length, steps.length);
	for (const name of ['ranges', 'steps']) {
		const viewed = await chain.view('ParameterChanges', name);
		assert.equal(viewed.toHex(), (name === 'ranges' ? ranges : steps).toHex(), 'a view function tells the same');
	}
	/** @param {Call} call @param {string} name */
	const place = async (call, name) => {
		const { error, detail } = await refusal(chain, call);
		assert.equal(error, `parameterChanges.${name}`);
		const number = detail().toNumber();
		return { range: [...ranges][number], step: [...steps][number] };
	};
	const leap = await place(toBudget(40, 20, 26, 14, 0), 'StepTooLarge');
	assert.equal(leap.range.name.toString(), 'values.Emission.Budget.incentive_programmes');
	assert.equal(leap.step.asBy.toBigInt(), percent(10));
	assert.equal(leap.range.greatest.toBigInt(), WHOLE);
	// Ten may become seven, of which a half is three, and not six.
	const drop = await place(change(chain, catchUp(250), delegationRatio(6)), 'StepTooLarge');
	assert.equal(drop.range.name.toString(), `values.${RATIO}`);
	assert.equal(drop.step.asHalf.or.toNumber(), 1);
	const slow = await place(change(chain, catchUp(109)), 'OutOfRange');
	assert.equal(slow.range.name.toString(), `values.${CATCH_UP}`);
	assert.deepEqual([slow.range.least.toNumber(), slow.range.greatest.toNumber()], [110, 400]);

	// One percentage point more for the community would be half a percent of all tokens more than its part of them.
	const greedy = await refusal(chain, toBudget(39, 20, 15, 26, 0));
	assert.equal(greedy.error, 'parameterChanges.Refused');
	assert.equal(greedy.detail().type, 'CategoryAboveCap');

	await chain.reserved(toBudget(...NEW), chain.key('Bob'));
	await chain.reserved(tx.parameterChanges.cancelChange(0), chain.key('Bob'));
	assert.deepEqual(await inForce(chain, BUDGET), OLD.map(percent));
	assert.deepEqual(await pending(chain), []);
	say([...refusals.map(([, error]) => error), greedy.detail().type].join(', '));
});

journey('changes are announced, wait, take effect together or are called off, and undo nothing of each other', async (chain, say) => {
	const { call, tx } = chain.api;
	const { notice } = await call.parametersApi.notice();
	const [oldBudget, newBudget] = [OLD, NEW].map((shares) => shares.map(percent));
	const [oldRatio, newRatio] = [10n, 7n];

	// Two values of two pallets in one change, and another value of one of the pallets in the next one.
	const both = await announce(chain, inPercent(...NEW), delegationRatio(7));
	assert.equal(both.wait, notice.toNumber());
	assert.deepEqual(both.told, [[BUDGET, oldBudget, newBudget], [RATIO, oldRatio, newRatio]]);
	const other = await announce(chain, catchUp(250));
	const calledOff = await announce(chain, annualCap(10));
	const waiting = [
		[both.id, both.due, [[BUDGET, newBudget], [RATIO, newRatio]]],
		[other.id, other.due, [[CATCH_UP, 250n]]],
		[calledOff.id, calledOff.due, [[ANNUAL_CAP, percent(10)]]],
	];
	assert.deepEqual(await pending(chain), waiting);

	const { own } = await chain.govern(tx.parameterChanges.cancelChange(calledOff.id));
	assert.ok(own.one('parameterChanges.ChangeCancelled').id.eqn(calledOff.id));
	const again = await refusal(chain, tx.parameterChanges.cancelChange(calledOff.id));
	assert.equal(again.error, 'parameterChanges.UnknownChange');
	assert.deepEqual(await pending(chain), waiting.slice(0, 2));

	// A block sees the time of the one before it: the change takes effect after the first one that is late enough.
	await travel(chain, both.due);
	const [late] = await chain.seal();
	assert.deepEqual([late.moment, late.all('parameterChanges.ParametersChanged')], [both.due, []]);
	assert.deepEqual([await inForce(chain, BUDGET), await inForce(chain, RATIO)], [oldBudget, oldRatio], 'announced, not in force');
	const [enacting] = await chain.seal();
	const changed = told(enacting.one('parameterChanges.ParametersChanged'));
	assert.deepEqual(changed, [both.id, both.told]);
	assert.deepEqual([await inForce(chain, BUDGET), await inForce(chain, RATIO)], [newBudget, newRatio], 'both at once');
	assert.equal(await inForce(chain, CATCH_UP), 200n);

	// The second one names only what it changes: what the first one did stays.
	const [next] = await chain.seal();
	assert.deepEqual(told(next.one('parameterChanges.ParametersChanged')), [other.id, [[CATCH_UP, 200n, 250n]]]);
	const names = [BUDGET, RATIO, CATCH_UP, ANNUAL_CAP];
	const now = await Promise.all(names.map((name) => inForce(chain, name)));
	assert.deepEqual(now, [newBudget, newRatio, 250n, percent(11)]);
	assert.deepEqual(await pending(chain), []);

	// What is emitted is divided by it.
	const work = u8aToHex(u8aConcat('modldsy/work', new Uint8Array(20)));
	const before = (await chain.account(work)).free;
	const [block] = await chain.seal();
	const gain = (await chain.account(work)).free - before;
	const { fixed, kpi } = block.one('emission.Emitted');
	const emitted = fixed.toBigInt() + kpi.toBigInt();
	// Five shares, each rounded down: less than five planck are missing from what is divided.
	const beyond = 20n * gain - 7n * emitted;
	assert.ok(-20n < beyond && beyond < 35n, 'seven twentieths');
	say(`after ${both.wait / MINUTE} minutes the work of providers gets ${dsync(gain)} of ${dsync(emitted)}`);
});

journey('a change whose step has become too large meanwhile is dropped whole, with its error', async (chain, say) => {
	// Either of them is possible, and not both.
	const first = await announce(chain, catchUp(250));
	const second = await announce(chain, delegationRatio(7), catchUp(150));
	await travel(chain, second.due);
	await chain.seal(2);
	const { id, error } = (await chain.head()).one('parameterChanges.ChangeDropped');
	assert.equal(id.toNumber(), second.id);
	assert.equal(chain.errorName(error), 'parameterChanges.StepTooLarge');
	const ranges = [...(await chain.api.call.parametersApi.ranges())];
	const place = ranges[detailOf(chain.api, error).toNumber()].name.toString();
	assert.equal(place, `values.${CATCH_UP}`);
	const now = await Promise.all([CATCH_UP, RATIO].map((name) => inForce(chain, name)));
	assert.deepEqual(now, [250n, 10n], 'the first one is in force, and nothing of the second one');
	assert.deepEqual(await pending(chain), []);
	say(`change ${first.id} took effect, change ${second.id} was dropped: ${place} is at 250`);
});
