// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { TREASURY, earnedRewards, feeOf, pot, travel } from '../lib/allocation.js';
import { TIMEOUT_MS, journey } from '../lib/journey.js';
import { burned, ledger } from '../lib/ledger.js';
import {
	DNS,
	Divisions,
	RPC,
	STORAGE,
	UNIT,
	VALIDATOR,
	become,
	candidates,
	delegationOf,
	delegatorsEarn,
	endOfTerm,
	maturities,
	part,
	partUp,
	perbill,
	potAccount,
	profile,
	providerOf,
	rewards,
	settings,
	stakeOf,
	wholePlanck,
} from '../lib/staking.js';
import { lastOf, there } from '../lib/there.js';
import { BLOCK, DSYNC, MINUTE, dsync, sum } from '../lib/units.js';
/** @import { Block, Included } from '../lib/chain.js' */
/** @import { Call, Key } from '../types/chain.ts' */

/** What Alice has staked since genesis. */
const GENESIS_STAKE = 200_000n * DSYNC;

/** How many times its own stake a provider may have delegated to it, where somebody reaches that. */
const RATIO = 1;

/**
 * The time of day of an instant.
 * @param {number} instant
 */
const clock = (instant) => new Date(instant).toISOString().slice(11, 19);

journey('a lock weighs more until its term ends by itself, then it is unbonded and withdrawn', async (chain, say) => {
	const { stakingLocks } = chain.api.tx;
	const [bob, stranger] = ['Bob', 'Charlie'].map(chain.key);
	/** @param {Call} call @param {Key} who */
	const fail = async (call, who) => (await chain.include(call, who)).error;
	const total = async () => (await rewards(chain)).totalWeight;
	/** @param {number} id */
	const position = async (id) => (await stakeOf(chain, bob)).positions.find((p) => p.id === id);
	await chain.seal(2);
	const { tiers, unbondingPeriod, unbondingMultiplier } = await settings(chain);
	const [before, account] = [await total(), await chain.account(bob)];
	assert.equal(before, GENESIS_STAKE * UNIT, 'the stake of genesis has no term');

	// Lock. An amount that no multiplier makes round.
	const amount = 5_000n * DSYNC + 7n;
	assert.equal(await fail(stakingLocks.lock(10n * DSYNC - 1n, tiers[0]), bob), 'stakingLocks.BelowMinimum');
	assert.equal(await fail(stakingLocks.lock(amount, { ...tiers[1], length: 6_000 }), bob), 'stakingLocks.UnknownTier');
	const lock = await chain.succeed(stakingLocks.lock(amount, tiers[1]), bob);
	let locked = lock.own.one('stakingLocks.Locked');
	let until = endOfTerm(chain, lock.own.moment, tiers[1].length);
	const id = locked.id.toNumber();
	assert.deepEqual([locked.added.toBigInt(), locked.until.toNumber()], [amount, until]);
	/** @param {bigint} amount @param {number | bigint | string} multiplier */
	const weighs = async (amount, multiplier, over = false) => {
		const weight = amount * BigInt(multiplier);
		assert.deepEqual(await position(id), { id, unbonding: false, amount, weight, until, over });
		assert.equal((await total()) - before, weight, 'nobody else weighs more');
		const calendar = [{ at: until, weight: weight - amount * UNIT, positions: 1 }];
		assert.deepEqual(await maturities(chain), calendar, 'the calendar knows when that ends');
		assert.equal((await chain.account(bob)).held - account.held, amount);
	};
	await weighs(amount, tiers[1].multiplier);
	assert.equal(await fail(stakingLocks.unbond(id, amount), bob), 'stakingLocks.StillLocked');

	// Extend: longer and heavier, never the other way.
	assert.equal(await fail(stakingLocks.extend(id, tiers[0]), bob), 'stakingLocks.NotLonger');
	const extended = await chain.succeed(stakingLocks.extend(id, tiers[2]), bob);
	until = endOfTerm(chain, extended.own.moment, tiers[2].length);
	locked = extended.own.one('stakingLocks.Locked');
	assert.deepEqual([locked.added.toBigInt(), locked.until.toNumber()], [0n, until]);
	await weighs(amount, tiers[2].multiplier);

	// Top up: the whole begins the term anew.
	await travel(chain, (await chain.head()).moment + 5 * MINUTE);
	const more = 2_500n * DSYNC + 1n;
	const toppedUp = await chain.succeed(stakingLocks.topUp(id, more), bob);
	until = endOfTerm(chain, toppedUp.own.moment, tiers[2].length);
	locked = toppedUp.own.one('stakingLocks.Locked');
	assert.deepEqual([locked.added.toBigInt(), locked.until.toNumber()], [more, until]);
	const whole = amount + more;
	await weighs(whole, tiers[2].multiplier);

	// Mature: it is over at that time, and the block after loses the weight. Nobody visits the staker for it.
	await travel(chain, until);
	const [last] = await chain.seal();
	assert.equal(last.moment, until);
	await weighs(whole, tiers[2].multiplier, true);
	await chain.seal();
	assert.equal((await total()) - before, whole * UNIT, 'the multiplier is over');
	assert.deepEqual(await maturities(chain), []);
	const over = { id, unbonding: false, amount: whole, weight: whole * UNIT, until, over: true };
	assert.deepEqual(await position(id), over);

	// Unbond a part, change one's mind about another.
	const [leaving, staying] = [3_000n * DSYNC + 3n, 1_000n * DSYNC];
	const unbonded = await chain.succeed(stakingLocks.unbond(id, leaving), bob);
	const unbonding = unbonded.own.one('stakingLocks.Unbonding');
	const ripe = endOfTerm(chain, unbonded.own.moment, unbondingPeriod);
	assert.deepEqual([unbonding.amount.toBigInt(), unbonding.until.toNumber()], [leaving, ripe]);
	const half = BigInt(unbondingMultiplier);
	const kept = (whole - leaving) * UNIT;
	assert.equal((await total()) - before, kept + leaving * half, 'it earns half for that time');
	const changed = await chain.succeed(stakingLocks.unbond(id, staying), bob);
	const again = changed.own.one('stakingLocks.Unbonding').id.toNumber();
	assert.equal(await fail(stakingLocks.rebond(id, tiers[0]), bob), 'stakingLocks.PositionNotUnbonding');
	const rebonded = await chain.succeed(stakingLocks.rebond(again, tiers[0]), bob);
	const rebound = rebonded.own.one('stakingLocks.Locked').until.toNumber();
	assert.equal(rebound, endOfTerm(chain, rebonded.own.moment, tiers[0].length));
	assert.equal((await total()) - before, kept + leaving * half, 'and the other part all along');

	// Withdraw, by anyone, not before its time.
	const withdraw = () => chain.include(stakingLocks.withdraw(bob.address), stranger);
	await travel(chain, ripe - BLOCK);
	const early = await withdraw();
	assert.deepEqual([early.error, early.own.moment], ['stakingLocks.NothingToWithdraw', ripe - BLOCK]);
	const free = (await chain.account(bob)).free;
	const { own, error } = await withdraw();
	assert.equal(error, undefined);
	assert.equal(own.one('stakingLocks.Withdrawn').amount.toBigInt(), leaving);
	const after = await chain.account(bob);
	assert.deepEqual([after.free - free, after.held - account.held], [leaving, whole - leaving]);
	assert.equal((await total()) - before, kept, 'what is gone weighs nothing');
	assert.equal((await withdraw()).error, 'stakingLocks.NothingToWithdraw');
	say(`${dsync(whole)} weighed ${tiers[2].multiplier / 100} times as much until ${clock(until)}; ${dsync(leaving)} were free from ${clock(ripe)} on`);
});

journey('emission reaches the stakers through the pot, each by its weight, to the planck', async (chain, say) => {
	const { stakingLocks } = chain.api.tx;
	const [alice, bob, stranger] = ['Alice', 'Bob', 'Charlie'].map(chain.key);
	await chain.seal(2);
	const { tiers } = await settings(chain);
	const amount = 50_000n * DSYNC + 11n;
	const { own: lock } = await chain.succeed(stakingLocks.lock(amount, tiers[1]), bob);
	const until = lock.one('stakingLocks.Locked').until.toNumber();

	// Every block anew: due is what was divided, by the weight at that moment.
	const divisions = await Divisions.of(chain);
	let earned = 0n;
	/** @param {number | bigint | string} multiplier */
	const weigh = (multiplier) => async (/** @type {bigint} */ perUnit, /** @type {bigint} */ _authors, /** @type {Block} */ block) => {
		earned += perUnit * amount * BigInt(multiplier);
		const { due } = await stakeOf(chain, bob, block.hash);
		assert.equal(due, wholePlanck(earned), `block ${block.number}`);
	};
	await divisions.follow(await chain.seal(20), weigh(tiers[1].multiplier));
	assert.ok(earned > 0n && divisions.authors > 0n);
	// The blocks before the end of the term, the one that it ends in, and those after it.
	const { moment } = await chain.head();
	await chain.advance(until - 3 * BLOCK - moment);
	const last = await chain.sealUntil((block) => block.moment === until);
	await divisions.follow(last, weigh(tiers[1].multiplier));
	await divisions.follow(await chain.seal(10), weigh(UNIT));

	// What came in is what the emission says, and nothing of it is lost.
	const [block] = await chain.seal();
	await divisions.follow([block], weigh(UNIT));
	const potNow = async () => (await chain.account(potAccount(chain))).free;
	const filled = await potNow();
	const [next] = await chain.seal();
	await divisions.follow([next], weigh(UNIT));
	const { fixed, kpi } = next.one('emission.Emitted');
	const share = (fixed.toBigInt() + kpi.toBigInt()) / 5n;
	const toReporters = (share * 25n) / 1_000n;
	const rest = (await potNow()) - filled - (share - toReporters);
	assert.ok(-5n <= rest && rest <= 5n, `a fifth, less a fortieth of it: off by ${rest}`);

	// Anyone claims for anyone. Who is no provider is paid in full.
	/** @param {Key} who */
	const claim = (who) => chain.include(stakingLocks.claim(who.address), stranger);
	assert.equal((await claim(chain.key('Dave'))).error, 'stakingLocks.NothingToClaim');
	await divisions.follow([await chain.head()], weigh(UNIT));
	const [before, due] = [await chain.account(bob), wholePlanck(earned)];
	const claimed = await claim(bob);
	assert.equal(claimed.error, undefined);
	await divisions.follow([claimed.whole], async (perUnit) => {
		earned += perUnit * amount * UNIT;
	});
	const paid = claimed.own.one('stakingLocks.RewardPaid').amount.toBigInt();
	assert.equal(paid, wholePlanck(earned), 'all that is due, the block of the claim included');
	assert.ok(paid > due);
	const after = await chain.account(bob);
	assert.deepEqual([after.free - before.free, after.held - before.held], [paid, 0n]);
	assert.equal((await stakeOf(chain, bob)).due, 0n);

	// A provider is paid a quarter; the rest unlocks.
	const provider = await chain.account(alice);
	const { own, error, whole } = await claim(alice);
	assert.equal(error, undefined);
	await divisions.follow([whole]);
	const reward = own.one('stakingLocks.RewardVested').amount.toBigInt();
	const vested = own.one('allocation.RewardVested');
	const locked = (reward * 3n) / 4n;
	assert.deepEqual([vested.paid.toBigInt(), vested.locked.toBigInt()], [reward - locked, locked]);
	assert.deepEqual(await earnedRewards(chain, alice), { held: locked, claimable: 0n, unvested: locked });
	const author = feeOf({ own }) - (feeOf({ own }) * 80n) / 100n;
	const paidOut = await chain.account(alice);
	assert.deepEqual(
		[paidOut.free - provider.free, paidOut.held - provider.held],
		[reward - locked + author, locked],
	);

	// The pot: what came in was claimed, is due, or waits to be divided. Each account may lack a fraction.
	const { owed, authorReserve, unallotted } = await rewards(chain);
	const deposit = chain.api.consts.balances.existentialDeposit.toBigInt();
	const inflow = (await potNow()) - deposit + divisions.paid;
	assert.equal(divisions.paid, paid + reward, 'nobody else claimed');
	assert.equal(await potNow(), deposit + owed + unallotted);
	const stakes = await Promise.all([alice, bob].map((who) => stakeOf(chain, who)));
	const dues = sum(stakes.map(({ due }) => due));
	const missing = inflow - (divisions.paid + dues + authorReserve + unallotted);
	assert.ok(0n <= missing && missing < 3n, `${missing} planck are missing`);

	// Compounding: the reward becomes stake without a term.
	await chain.succeed(stakingLocks.setCompounding(true), bob);
	await chain.seal(5);
	const [held, total] = [await chain.account(bob), (await rewards(chain)).totalWeight];
	const compound = await claim(bob);
	const staked = compound.own.one('stakingLocks.RewardCompounded').amount.toBigInt();
	const now = await stakeOf(chain, bob);
	assert.ok(staked > 0n && now.compounding);
	const { id, ...open } = lastOf(now.positions);
	assert.deepEqual(open, { unbonding: false, amount: staked, weight: staked * UNIT, until: undefined, over: true });
	const then = await chain.account(bob);
	assert.deepEqual([then.free - held.free, then.held - held.held], [0n, staked]);
	assert.equal((await rewards(chain)).totalWeight - total, staked * UNIT, 'it earns at once');
	assert.equal((await claim(bob)).own.all('stakingLocks.RewardCompounded').length, 1);
	assert.deepEqual(lastOf((await stakeOf(chain, bob)).positions).id, id, 'into the same position');
	say(`in the pot ${dsync(inflow)}: a staker claimed ${dsync(paid)}, a provider ${dsync(reward)}, ${dsync(locked)} of it locked`);
});

journey('a delegation earns behind its provider, within the ratio, and comes back or moves on', async (chain, say) => {
	const { stakingLocks } = chain.api.tx;
	const [alice, bob, charlie, dave, eve] = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve'].map(chain.key);
	/** @param {Call} call @param {Key} who */
	const fail = async (call, who) => (await chain.include(call, who)).error;
	/** @param {bigint} amount */
	const delegate = (amount, to = alice) => stakingLocks.delegate(to.address, amount);
	await chain.seal(2);
	const { delegationRatio, unbondingPeriod } = await settings(chain);
	await become(chain, dave, [DNS], 10_000n * DSYNC, 5);

	assert.equal(await fail(delegate(DSYNC), alice), 'stakingLocks.SelfDelegation');
	assert.equal(await fail(delegate(DSYNC, eve), bob), 'stakingLocks.NotProvider');
	assert.equal(await fail(delegate(DSYNC), bob), 'stakingLocks.BelowMinimum');
	const [before, total] = [await chain.account(bob), (await rewards(chain)).totalWeight];
	const amount = 100_000n * DSYNC + 9n;
	const { own } = await chain.succeed(delegate(amount), bob);
	assert.equal(own.one('stakingLocks.Delegated').amount.toBigInt(), amount);
	assert.equal((await chain.account(bob)).held - before.held, amount, 'it stays on its account');
	assert.equal((await rewards(chain)).totalWeight - total, amount * UNIT);
	const report = there(await providerOf(chain, alice));
	const commission = perbill(10);
	assert.deepEqual(
		[report.own, report.delegated, report.weight, report.commission],
		[GENESIS_STAKE, amount, (GENESIS_STAKE + amount) * UNIT, commission],
	);
	assert.deepEqual(await candidates(chain), [[alice.address, report.weight]]);

	// Rewards: by weight and of the blocks that Alice writes, less her commission.
	const divisions = await Divisions.of(chain);
	const shares = { own: GENESIS_STAKE, delegated: amount, commission };
	let earned = 0n;
	/**
	 * @param {bigint} perUnit
	 * @param {bigint} authors
	 * @param {Block} block
	 */
	const earn = async (perUnit, authors, block) => {
		earned += delegatorsEarn(perUnit, authors, shares);
		const { due } = there(await delegationOf(chain, alice, bob, block.hash));
		assert.equal(due, wholePlanck(earned), `block ${block.number}`);
	};
	await divisions.follow(await chain.seal(25), earn);
	const free = (await chain.account(bob)).free;
	const claim = await chain.succeed(stakingLocks.claimDelegation(alice.address, bob.address), charlie);
	await divisions.follow([claim.whole], async (perUnit, authors) => {
		earned += delegatorsEarn(perUnit, authors, shares);
	});
	const paid = claim.own.one('stakingLocks.RewardPaid').amount.toBigInt();
	assert.equal(paid, wholePlanck(earned));
	assert.equal((await chain.account(bob)).free - free, paid, 'a delegator is paid in full');
	const gross = wholePlanck(divisions.perUnit * amount * UNIT);
	const { authored } = there(await providerOf(chain, alice));
	assert.ok(authored > 25, 'she wrote every block');

	// Undelegate: a part comes back, another moves to Dave. Both wait.
	/** @param {bigint} planck @param {string | null} destination */
	const departure = async (planck, destination) => {
		const call = stakingLocks.undelegate(alice.address, planck, destination);
		const { own } = await chain.succeed(call, bob);
		const event = own.one('stakingLocks.Undelegated');
		const ripeAt = own.moment + unbondingPeriod;
		assert.deepEqual([event.amount.toBigInt(), event.until.toNumber()], [planck, ripeAt]);
		return { amount: planck, ripeAt, destination: destination ?? undefined };
	};
	const tooMuch = stakingLocks.undelegate(alice.address, amount - DSYNC, null);
	assert.equal(await fail(tooMuch, bob), 'stakingLocks.BelowMinimum', 'a crumb would stay');
	const back = await departure(40_000n * DSYNC, null);
	const moving = await departure(10_000n * DSYNC, dave.address);
	const rest = amount - back.amount - moving.amount;
	const left = there(await delegationOf(chain, alice, bob));
	assert.deepEqual([left.bonded, left.departing, left.lost], [rest, [back, moving], 0n]);
	assert.equal((await chain.account(bob)).held - before.held, amount, 'still on hold');

	// The ratio: a planck too much is refused, the last one before it is not.
	const room = BigInt(delegationRatio) * GENESIS_STAKE - rest;
	assert.equal(await fail(delegate(room + 1n), charlie), 'stakingLocks.RatioExceeded');
	await chain.succeed(delegate(room), charlie);

	// Withdraw: when it is ripe, oldest first, by anyone.
	const withdraw = stakingLocks.withdrawDelegation(alice.address, bob.address);
	await travel(chain, back.ripeAt - BLOCK);
	assert.equal(await fail(withdraw, charlie), 'stakingLocks.NothingToWithdraw');
	const account = await chain.account(bob);
	const returned = await chain.succeed(withdraw, charlie);
	assert.equal(returned.own.moment, back.ripeAt, 'at the very moment');
	assert.equal(returned.own.one('stakingLocks.DelegationWithdrawn').amount.toBigInt(), back.amount);
	assert.deepEqual(returned.own.all('stakingLocks.Delegated'), []);
	const after = await chain.account(bob);
	assert.deepEqual([after.free - account.free, account.held - after.held], [back.amount, back.amount]);
	const moved = await chain.succeed(withdraw, charlie);
	const arrived = moved.own.one('stakingLocks.Delegated');
	assert.deepEqual(
		[arrived.provider.toString(), arrived.amount.toBigInt()],
		[dave.address, moving.amount],
	);
	assert.equal(there(await delegationOf(chain, dave, bob)).bonded, moving.amount);
	assert.equal((await chain.account(bob)).held, after.held, 'moving frees nothing');
	assert.deepEqual(there(await delegationOf(chain, alice, bob)).departing, []);
	assert.equal(await fail(withdraw, charlie), 'stakingLocks.NothingToWithdraw');
	say(`${dsync(paid)} for a delegator, whose weight earned ${dsync(gross)} before the commission, and its part of ${authored} blocks`);
}, TIMEOUT_MS, { genesis: { stakingLocks: { settings: { delegationRatio: RATIO } } } });

journey('a slash waits, is applied to the planck and split, or is cancelled', async (chain, say) => {
	const { stakingLocks } = chain.api.tx;
	const [bob, charlie, dave, eve] = ['Bob', 'Charlie', 'Dave', 'Eve'].map(chain.key);
	/** @param {Call} call @param {Key} who */
	const fail = async (call, who) => (await chain.include(call, who)).error;
	await chain.seal(2);
	const { penalties, reporterShare, slashDelay } = await settings(chain);

	// Bob serves with 2,500 of his own and 1,000 of Charlie's; of both a part is on its way out.
	const [own, delegated] = [2_500n * DSYNC, 1_000n * DSYNC];
	const { own: begun } = await become(chain, bob, [STORAGE], own, 10);
	const position = begun.one('stakingLocks.Locked');
	await chain.succeed(stakingLocks.delegate(bob.address, delegated), charlie);
	await travel(chain, position.until.toNumber() + BLOCK);
	const [leaving, departing] = [500n * DSYNC, 300n * DSYNC];
	const tooMuch = stakingLocks.unbond(position.id, own - 999n * DSYNC);
	assert.equal(await fail(tooMuch, bob), 'stakingLocks.StakeTooLow', 'the role takes 1,000');
	await chain.succeed(stakingLocks.unbond(position.id, leaving), bob);
	await chain.succeed(stakingLocks.undelegate(bob.address, departing, null), charlie);
	await chain.succeed(stakingLocks.claim(bob.address), eve);
	await travel(chain, (await chain.head()).moment + 12 * MINUTE);

	// Only the arbiter reports.
	/** @param {string} reason @param {string | null} reporter */
	const report = (reason, reporter = null) =>
		stakingLocks.reportSlash(bob.address, reason, reporter);
	await chain.reserved(report('WrongReport'), chain.key('Alice'));
	const reported = await chain.govern(report('WrongReport', dave.address));
	const pending = reported.own.one('stakingLocks.SlashReported');
	const { fraction, jail } = penalties.wrongReport;
	const due = reported.own.moment + slashDelay;
	assert.deepEqual(
		[pending.reason.type, pending.fraction.toNumber(), pending.due.toNumber(), jail],
		['WrongReport', fraction, due, false],
	);
	assert.equal(there(await providerOf(chain, bob)).pendingSlashes, 1);

	// Nobody gets away meanwhile, and nobody comes.
	const withdraw = stakingLocks.withdraw(bob.address);
	const withdrawDelegation = stakingLocks.withdrawDelegation(bob.address, charlie.address);
	for (const [call, who] of /** @type {[Call, Key][]} */ ([
		[stakingLocks.claim(bob.address), eve],
		[withdraw, bob],
		[withdrawDelegation, charlie],
		[stakingLocks.delegate(bob.address, delegated), eve],
	])) {
		assert.equal(await fail(call, who), 'stakingLocks.SlashPending');
	}

	// Applied in the block after that time: every position, the pool, and the rewards that are unclaimed
	// or have not vested.
	await travel(chain, due);
	const [last] = await chain.seal();
	assert.deepEqual([last.moment, last.all('stakingLocks.Slashed')], [due, []]);
	const { unvested } = await earnedRewards(chain, bob);
	assert.ok(unvested > 0n, 'a provider has rewards that have not vested');
	const treasury = async () => (await chain.account(pot(chain, TREASURY))).free;
	const slashedSoFar = async () => burned(await ledger(chain), 'Slash');
	const [funds, burnt, reporter, stake] = [
		await treasury(),
		await slashedSoFar(),
		await chain.account(dave),
		await stakeOf(chain, bob),
	];
	const [block] = await chain.seal();
	const slashed = block.one('stakingLocks.Slashed');
	const amounts = stake.positions.map(({ amount }) => amount);
	assert.deepEqual(amounts, [own - leaving, leaving]);
	const losses = amounts.map((amount) => partUp(amount, fraction));
	const lost = sum(losses);
	const lostUnvested = partUp(unvested, fraction);
	const after = await stakeOf(chain, bob);
	const lostUnclaimed = slashed.unclaimed.toBigInt();
	assert.ok(lostUnclaimed > 0n, 'not to claim is no way out');
	assert.equal(lostUnclaimed, partUp(after.dueAsProvider + lostUnclaimed, fraction));
	const rewarded = block.one('stakingLocks.ReporterRewarded');
	const reward = part(lost + lostUnclaimed + lostUnvested, reporterShare);
	assert.deepEqual([rewarded.reporter.toString(), rewarded.amount.toBigInt()], [dave.address, reward]);
	const lostDelegated = part(delegated - departing, fraction) + part(departing, fraction);
	/** @param {...string} fields */
	const inPlanck = (...fields) => fields.map((field) => slashed[field].toBigInt());
	assert.deepEqual(
		inPlanck('own', 'unvested', 'delegated'),
		[lost, lostUnvested, lostDelegated],
	);
	assert.deepEqual(after.positions.map(({ amount }) => amount), amounts.map((a, i) => a - losses[i]));
	assert.equal(stake.held - after.held, lost);
	assert.equal((await earnedRewards(chain, bob)).unvested, unvested - lostUnvested);
	// Half to the treasury, half burned with the odd planck; the reporter is paid before.
	const rest = lost + lostUnclaimed + lostUnvested - reward;
	assert.equal((await treasury()) - funds, rest / 2n);
	assert.equal((await slashedSoFar()) - burnt, rest - rest / 2n);
	assert.equal((await chain.account(dave)).free - reporter.free, reward);
	assert.equal(there(await providerOf(chain, bob)).pendingSlashes, 0);

	// A delegator's part is taken when it is visited, by whoever comes.
	const delegation = there(await delegationOf(chain, bob, charlie));
	assert.equal(delegation.lost, lostDelegated);
	assert.equal(delegation.bonded, delegated - departing - part(delegated - departing, fraction));
	const [held, fundsThen, burntThen] = [
		(await chain.account(charlie)).held,
		await treasury(),
		await slashedSoFar(),
	];
	const visit = await chain.succeed(stakingLocks.claimDelegation(bob.address, charlie.address), eve);
	assert.equal(visit.own.one('stakingLocks.DelegationSlashed').amount.toBigInt(), lostDelegated);
	assert.equal(held - (await chain.account(charlie)).held, lostDelegated);
	assert.equal((await treasury()) - fundsThen, lostDelegated / 2n);
	assert.equal((await slashedSoFar()) - burntThen, lostDelegated - lostDelegated / 2n);
	const freed = await chain.succeed(withdraw, eve);
	assert.equal(freed.own.one('stakingLocks.Withdrawn').amount.toBigInt(), leaving - losses[1]);
	const left = await chain.succeed(withdrawDelegation, eve);
	const { amount } = left.own.one('stakingLocks.DelegationWithdrawn');
	assert.equal(amount.toBigInt(), departing - part(departing, fraction));

	// The second one jails, and governance cancels it.
	const second = await chain.govern(report('Equivocation'));
	const { id, due: never } = second.own.one('stakingLocks.SlashReported');
	assert.equal(second.own.one('stakingLocks.ProviderJailed').provider.toString(), bob.address);
	assert.equal(there(await providerOf(chain, bob)).status, 'Jailed');
	assert.equal(await fail(stakingLocks.delegate(bob.address, delegated), eve), 'stakingLocks.NotActive');
	assert.equal(await fail(stakingLocks.unjail(), bob), 'stakingLocks.SlashPending');
	await chain.reserved(stakingLocks.cancelSlash(id), bob);
	const intact = await stakeOf(chain, bob);
	const cancelled = await chain.govern(stakingLocks.cancelSlash(id));
	assert.ok(cancelled.own.one('stakingLocks.SlashCancelled').id.eq(id));
	assert.equal((await chain.sudo(stakingLocks.cancelSlash(id))).error, 'stakingLocks.UnknownSlash');
	await chain.succeed(stakingLocks.unjail(), bob);
	assert.equal(there(await providerOf(chain, bob)).status, 'Active');
	await travel(chain, never.toNumber());
	for (const block of await chain.seal(3)) {
		assert.deepEqual(block.all('stakingLocks.Slashed'), []);
	}
	assert.equal((await stakeOf(chain, bob)).held, intact.held, 'nothing was taken');
	say(`${dsync(lost)} of ${dsync(own)} slashed, ${dsync(reward)} of it for the reporter, and ${dsync(lostDelegated)} of delegators; burned ${dsync(await slashedSoFar())}`);
});

journey('a provider registers, announces a higher commission, leaves and is gone', async (chain, say) => {
	const { stakingLocks } = chain.api.tx;
	const [alice, bob, dave, stranger] = ['Alice', 'Bob', 'Dave', 'Charlie'].map(chain.key);
	/** @param {Call} call @param {Key} who */
	const fail = async (call, who) => (await chain.include(call, who)).error;
	/** @param {unknown[]} roles */
	const register = (roles, commission = 10, more = {}) =>
		stakingLocks.register(profile(dave, roles, more), perbill(commission));
	await chain.seal(2);
	const { commissionNotice, commissionWindow, minStakes, tiers, unbondingPeriod } = await settings(chain);
	const needed = BigInt(minStakes.dns) + BigInt(minStakes.rpc);

	// Each role takes its stake.
	assert.equal(await fail(register([DNS]), dave), 'stakingLocks.StakeTooLow');
	const { own: lock } = await chain.succeed(stakingLocks.lock(needed - 1n, tiers[0]), dave);
	const { id } = lock.one('stakingLocks.Locked');
	/** @type {[call: Call, error: string][]} */
	const refusals = [
		[register([DNS, RPC]), 'stakingLocks.StakeTooLow'],
		[register([VALIDATOR]), 'stakingLocks.StakeTooLow'],
		[register([]), 'stakingLocks.NoRole'],
		[register([DNS], 31), 'stakingLocks.CommissionTooHigh'],
		[stakingLocks.setCommission(perbill(5)), 'stakingLocks.NotProvider'],
	];
	for (const [call, error] of refusals) assert.equal(await fail(call, dave), error);
	await chain.succeed(stakingLocks.topUp(id, 1n), dave);
	const registered = await chain.succeed(register([RPC, DNS]), dave);
	registered.own.one('stakingLocks.ProviderRegistered');
	const { weight, ...report } = there(await providerOf(chain, dave));
	assert.equal(weight, needed * UNIT);
	assert.deepEqual(report, {
		roles: ['Dns', 'Rpc'],
		operator: dave.address,
		operatorAgreed: true,
		endpoint: 'https://provider.example',
		status: 'Active',
		idle: false,
		own: needed,
		delegated: 0n,
		commission: perbill(10),
		announced: undefined,
		pendingSlashes: 0,
		authored: 0,
	});
	assert.equal(await fail(register([DNS]), dave), 'stakingLocks.AlreadyProvider');
	const validators = await candidates(chain);
	assert.deepEqual(validators.map(([who]) => who), [alice.address], 'who does not validate is no candidate');

	// It says something else about itself, and names another key.
	const update = stakingLocks.updateProfile(profile(dave, [DNS], { operator: stranger.address }));
	await chain.succeed(update, dave);
	const named = async () => {
		const { roles, operator, operatorAgreed } = there(await providerOf(chain, dave));
		return [roles, operator, operatorAgreed];
	};
	assert.deepEqual(await named(), [['Dns'], stranger.address, false], 'which has not agreed yet');
	const operate = stakingLocks.operateFor(dave.address);
	assert.equal(await fail(operate, alice), 'stakingLocks.NotOperator');
	await chain.succeed(operate, stranger);
	assert.deepEqual(await named(), [['Dns'], stranger.address, true]);

	// The commission rises after a notice, and falls at once.
	const raise = stakingLocks.raiseCommission();
	assert.equal(await fail(raise, dave), 'stakingLocks.NothingAnnounced');
	const announced = await chain.succeed(stakingLocks.setCommission(perbill(20)), dave);
	const { from, until: latest } = announced.own.one('stakingLocks.CommissionAnnounced');
	assert.equal(from.toNumber(), announced.own.moment + commissionNotice);
	assert.equal(latest.toNumber(), from.toNumber() + commissionWindow);
	const waiting = there(await providerOf(chain, dave));
	const raiseTo20 = [perbill(20), from.toNumber(), latest.toNumber()];
	assert.deepEqual([waiting.commission, waiting.announced], [perbill(10), raiseTo20]);
	await travel(chain, from.toNumber() - BLOCK);
	assert.equal(await fail(raise, dave), 'stakingLocks.NoticeRunning');
	const raised = await chain.succeed(raise, dave);
	assert.equal(raised.own.moment, from.toNumber());
	/** @param {Included} included */
	const change = ({ own }) => {
		const { old, new_: now } = own.one('stakingLocks.CommissionSet');
		return [old.toNumber(), now.toNumber()];
	};
	assert.deepEqual(change(raised), [perbill(10), perbill(20)]);
	const lowered = await chain.succeed(stakingLocks.setCommission(perbill(1)), dave);
	assert.deepEqual(change(lowered), [perbill(20), perbill(1)]);

	// It leaves: no new delegation, and answerable for the unbonding period.
	await chain.succeed(stakingLocks.delegate(dave.address, 50n * DSYNC), bob);
	const remove = stakingLocks.removeProvider(dave.address);
	assert.equal(await fail(remove, stranger), 'stakingLocks.NotLeftYet');
	const leaving = await chain.succeed(stakingLocks.leave(), dave);
	const until = leaving.own.one('stakingLocks.ProviderLeaving').until.toNumber();
	assert.equal(until, leaving.own.moment + unbondingPeriod);
	assert.equal(there(await providerOf(chain, dave)).status, 'Leaving');
	assert.equal(await fail(stakingLocks.leave(), dave), 'stakingLocks.AlreadyLeaving');
	const delegate = stakingLocks.delegate(dave.address, 50n * DSYNC);
	assert.equal(await fail(delegate, bob), 'stakingLocks.NotActive');
	await travel(chain, until - BLOCK);
	assert.equal(await fail(remove, stranger), 'stakingLocks.NotLeftYet');
	assert.equal(await fail(remove, stranger), 'stakingLocks.PoolNotEmpty', 'Bob has a stake with it');
	// Nobody can keep it: whoever wants to brings his stake home, at once, and what it earned stays due to him.
	const back = await chain.succeed(stakingLocks.returnDelegation(dave.address, bob.address), stranger);
	assert.equal(back.own.one('stakingLocks.DelegationWithdrawn').amount.toBigInt(), 50n * DSYNC);
	assert.equal(await delegationOf(chain, dave, bob), undefined);
	assert.ok((await stakeOf(chain, bob)).due > 0n);
	const removed = await chain.succeed(remove, stranger);
	removed.own.one('stakingLocks.ProviderRemoved');
	assert.equal(await providerOf(chain, dave), undefined);
	assert.equal(await fail(remove, stranger), 'stakingLocks.NotProvider');

	// Its stake is now that of any staker. What it earned as a provider vests all the same.
	const account = await chain.account(dave);
	const { own } = await chain.succeed(stakingLocks.claim(dave.address), stranger);
	const earned = own.one('stakingLocks.RewardVested').amount.toBigInt();
	const paid = own.one('stakingLocks.RewardPaid').amount.toBigInt();
	assert.ok(earned > paid, 'it was a provider for minutes, and is a staker for a block');
	const locked = own.one('allocation.RewardVested').locked.toBigInt();
	assert.equal(locked, (earned * 3n) / 4n);
	assert.equal((await chain.account(dave)).free - account.free, paid + earned - locked);
	assert.equal((await stakeOf(chain, dave)).held, needed);
	await chain.seal();
	const next = await chain.succeed(stakingLocks.claim(dave.address), stranger);
	assert.deepEqual(next.own.all('stakingLocks.RewardVested'), [], 'from now on it is paid at once');
	say(`${dsync(needed)} for two roles; 10 % → 20 % after ${commissionNotice / MINUTE} minutes; gone after ${unbondingPeriod / MINUTE}`);
});
