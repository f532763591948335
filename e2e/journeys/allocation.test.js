// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import {
	INVESTORS,
	TEAM,
	TREASURY,
	booked,
	categories,
	cliffOf,
	endOf,
	expectedCalendar,
	feeOf,
	grantTo,
	grantsOf,
	investorSchedule,
	nextUnlock,
	plusMonths,
	pot,
	releasable,
	stepOf,
	teamSchedule,
	travel,
	unlockCalendar,
	unlockOf,
	vested,
} from '../lib/allocation.js';
import { journey } from '../lib/journey.js';
import { burned, ledger } from '../lib/ledger.js';
import { there } from '../lib/there.js';
import { BLOCK, DAY, DSYNC, HOUR, WHOLE, dsync, percent, sum } from '../lib/units.js';
/** @import { Included } from '../lib/chain.js' */
/** @import { Grant, Key, Vesting } from '../types/chain.ts' */

/**
 * The day of an instant.
 * @param {number} instant
 */
const day = (instant) => new Date(instant).toISOString().slice(0, 10);

/**
 * What the event `name` of a call says was paid, in planck.
 * @param {Included} included
 * @param {string} name
 */
const amountOf = ({ own }, name) => own.one(name).amount.toBigInt();

journey('a grant unlocks at its cliff and month by month, whoever asks for it', async (chain, say) => {
	const [bob, stranger] = ['Bob', 'Charlie'].map(chain.key);
	const release = () => chain.include(chain.api.tx.allocation.release(bob.address), stranger);
	await chain.seal(2);
	assert.equal((await release()).error, 'allocation.UnknownGrant');

	const schedule = teamSchedule((await chain.head()).moment);
	// An amount that no step divides evenly.
	const amount = 4_800n * DSYNC + 7n;
	const before = await chain.account(bob);
	const grant = await grantTo(chain, TEAM, bob, amount, schedule);
	let paid = 0n;
	/**
	 * Has released at `moment` what is due then, and not a planck more.
	 * @param {number} moment
	 */
	const releaseAt = async (moment) => {
		await travel(chain, moment);
		const included = await release();
		assert.equal(included.own.moment, moment);
		assert.equal(included.error, undefined, day(moment));
		const due = vested(schedule, amount, moment) - paid;
		assert.equal(amountOf(included, 'allocation.Released'), due, day(moment));
		paid += due;
		const after = await chain.account(bob);
		assert.deepEqual([after.free - before.free, after.held - before.held], [paid, amount - paid]);
		assert.equal((await release()).error, 'allocation.NothingToRelease', 'nothing is paid twice');
		return due;
	};
	/**
	 * One block before `moment` there is nothing to release.
	 * @param {number} moment
	 */
	const nothingUntil = async (moment) => {
		await travel(chain, moment - BLOCK);
		const { error, own } = await release();
		assert.deepEqual([error, own.moment], ['allocation.NothingToRelease', moment - BLOCK]);
	};

	await nothingUntil(cliffOf(schedule));
	const lump = await releaseAt(cliffOf(schedule));
	assert.equal(lump, amount / 4n, 'a year is a quarter of four');
	const lastOfFebruary = stepOf(schedule, 1);
	assert.deepEqual([new Date(lastOfFebruary).getUTCMonth(), new Date(lastOfFebruary + DAY).getUTCDate()], [1, 1]);
	await nothingUntil(lastOfFebruary);
	const step = await releaseAt(lastOfFebruary);
	assert.equal(step, (amount - lump) / 36n);
	assert.equal(new Date(stepOf(schedule, 2)).getUTCDate(), 31, 'a short month shortens no other');
	await nothingUntil(stepOf(schedule, 2));
	const missed = await releaseAt(stepOf(schedule, 5));
	assert.equal(missed, ((amount - lump) * 5n) / 36n - step, 'steps that nobody released come together');
	await nothingUntil(stepOf(schedule, 6));

	const [report] = await grantsOf(chain, bob);
	assert.deepEqual([report.grant, report.released, report.endsAt], [grant, paid, endOf(schedule)]);
	await travel(chain, endOf(schedule));
	const last = await release();
	assert.equal(amountOf(last, 'allocation.Released'), amount - paid, 'the last step pays every planck');
	const after = await chain.account(bob);
	assert.deepEqual([after.free - before.free, after.held - before.held], [amount, 0n]);
	assert.deepEqual(await grantsOf(chain, bob), [], 'what is paid in full is gone');
	assert.equal((await release()).error, 'allocation.UnknownGrant');
	say(`${day(cliffOf(schedule))} ${dsync(lump)}, ${day(lastOfFebruary)} ${dsync(step)}, … ${day(endOf(schedule))}`);
});

journey('one transaction releases for many, and who has nothing stops nobody', async (chain, say) => {
	const { tx } = chain.api;
	const [bob, dave, eve, stranger] = ['Bob', 'Dave', 'Eve', 'Charlie'].map(chain.key);
	await chain.seal(2);
	const schedule = investorSchedule((await chain.head()).moment);
	const amounts = [1_000n * DSYNC + 1n, 333n * DSYNC + 3n];
	await grantTo(chain, INVESTORS, bob, amounts[0], schedule);
	await grantTo(chain, INVESTORS, dave, amounts[1], schedule);
	const before = await Promise.all([bob, dave, eve].map((who) => chain.account(who)));

	const moment = stepOf(schedule, 1);
	await travel(chain, moment);
	const batch = [bob, eve, dave, bob].map(({ address }) => address);
	const { own } = await chain.succeed(tx.allocation.releaseBatch(batch), stranger);
	const due = amounts.map((amount) => vested(schedule, amount, moment));
	const released = own.all('allocation.Released').map((event) => event.amount.toBigInt());
	assert.deepEqual(released, due);
	const failures = own.all('allocation.ReleaseFailed').map(({ beneficiary, error }) => [
		beneficiary.toString(),
		chain.errorName(error),
	]);
	assert.deepEqual(failures, [
		[eve.address, 'allocation.UnknownGrant'],
		[bob.address, 'allocation.NothingToRelease'],
	]);
	const after = await Promise.all([bob, dave, eve].map((who) => chain.account(who)));
	assert.deepEqual(after.map(({ free }, i) => free - before[i].free), [...due, 0n]);
	say(`${due.map(dsync).join(' and ')} in one transaction`);
});

journey('equal grants become one, and no planck is lost between them', async (chain, say) => {
	const { tx } = chain.api;
	const [bob, stranger] = ['Bob', 'Charlie'].map(chain.key);
	await chain.seal(2);
	const { moment: now } = await chain.head();
	const schedule = investorSchedule(now);
	// 32.5 % of each is rounded down by 0.65 of a planck: of both together by 0.3 of one.
	const amount = 100n * DSYNC + 2n;
	const first = await grantTo(chain, INVESTORS, bob, amount, schedule);
	const second = await grantTo(chain, INVESTORS, bob, amount, schedule);
	const longer = { ...schedule, periods: 7 };
	const other = await grantTo(chain, INVESTORS, bob, amount, longer);
	/** @param {number} into @param {number} merged */
	const merge = (into, merged) => chain.include(tx.allocation.merge(into, merged), bob);
	assert.equal((await merge(first, other)).error, 'allocation.NotMergeable');
	assert.equal((await merge(first, first)).error, 'allocation.NotMergeable');
	assert.equal((await merge(first, 4_000_000_000)).error, 'allocation.UnknownGrant');
	const [teamGrant, alike] = [
		await grantTo(chain, TEAM, stranger, amount, teamSchedule(now)),
		await grantTo(chain, TEAM, stranger, amount, teamSchedule(now)),
	];
	const revocable = await chain.include(tx.allocation.merge(teamGrant, alike), stranger);
	assert.equal(revocable.error, 'allocation.NotMergeable', 'what can be revoked keeps its id');

	await travel(chain, cliffOf(schedule));
	const lumps = await chain.succeed(tx.allocation.release(bob.address), stranger);
	const paid = vested(schedule, amount, lumps.own.moment);
	assert.equal(amountOf(lumps, 'allocation.Released'), 3n * paid);
	const held = (await chain.account(bob)).held;
	const merged = await merge(first, second);
	assert.equal(merged.error, undefined);
	const event = merged.own.one('allocation.Merged');
	assert.deepEqual([event.into.toNumber(), event.merged.toNumber()], [first, second]);
	assert.equal((await chain.account(bob)).held, held, 'merging moves nothing');

	const grants = await grantsOf(chain, bob);
	assert.deepEqual(grants.map(({ grant }) => grant).sort(), [first, other].sort());
	const one = there(grants.find(({ grant }) => grant === first));
	assert.deepEqual(one.schedule, schedule);
	assert.deepEqual([one.amount, one.released], [2n * amount, 2n * paid]);
	assert.equal(one.releasable, 1n, 'what was withheld of both is more than one planck');

	await travel(chain, endOf(longer));
	const rest = await chain.succeed(tx.allocation.release(bob.address), stranger);
	assert.equal(amountOf(rest, 'allocation.Released'), held);
	assert.equal((await chain.account(bob)).held, 0n);
	say(`${dsync(2n * amount)} in one grant; rounding kept 1 planck back in two`);
});

journey('a revoked grant pays what has vested and returns the rest to its category', async (chain, say) => {
	const { tx } = chain.api;
	const bob = chain.key('Bob');
	await chain.seal(2);
	const before = await categories(chain);
	const { moment: now } = await chain.head();
	const [schedule, amount] = [teamSchedule(now), 9_600n * DSYNC + 5n];
	const grant = await grantTo(chain, TEAM, bob, amount, schedule);
	const kept = await grantTo(chain, INVESTORS, bob, amount, investorSchedule(now));
	assert.deepEqual(await booked(chain, TEAM, before), {
		granted: amount,
		outstanding: amount,
		available: -amount,
		pot: -amount,
	});
	const revoke = tx.allocation.revoke(grant);
	await chain.reserved(revoke, bob);
	const refused = await chain.sudo(tx.allocation.revoke(kept));
	assert.equal(refused.error, 'allocation.NotRevocable');

	await travel(chain, stepOf(schedule, 5));
	const account = await chain.account(bob);
	const pool = await chain.account(pot(chain, TEAM));
	const { own } = await chain.govern(revoke);
	const paid = vested(schedule, amount, own.moment);
	const revoked = own.one('allocation.Revoked');
	assert.deepEqual([revoked.paid.toBigInt(), revoked.returned.toBigInt()], [paid, amount - paid]);
	const after = await chain.account(bob);
	assert.deepEqual([after.free - account.free, account.held - after.held], [paid, amount]);
	assert.equal((await chain.account(pot(chain, TEAM))).free - pool.free, amount - paid);
	assert.deepEqual(await booked(chain, TEAM, before), {
		granted: amount,
		released: paid,
		returned: amount - paid,
		available: -paid,
		pot: -paid,
	});
	assert.equal((await chain.sudo(revoke)).error, 'allocation.UnknownGrant');
	const again = await grantTo(chain, TEAM, bob, amount - paid, teamSchedule((await chain.head()).moment));
	assert.ok(again > kept, 'what came back can be granted again, under a new number');
	say(`of ${dsync(amount)} paid ${dsync(paid)}, returned ${dsync(amount - paid)}`);
});

journey('who leaves early is paid at once and burns a penalty that falls to nothing', async (chain, say) => {
	const { tx } = chain.api;
	const [bob, stranger] = ['Bob', 'Charlie'].map(chain.key);
	await chain.seal(2);
	const { moment: now } = await chain.head();
	const before = await categories(chain);
	const [schedule, amount] = [investorSchedule(now), 2_400n * DSYNC + 11n];
	const grant = await grantTo(chain, INVESTORS, bob, amount, schedule);
	const last = await grantTo(chain, INVESTORS, bob, DSYNC, schedule);
	const full = await grantTo(chain, INVESTORS, bob, DSYNC, schedule);
	const team = await grantTo(chain, TEAM, bob, amount, teamSchedule(now));
	/** @param {number} grant */
	const exit = (grant) => chain.include(tx.allocation.exitEarly(grant), bob);
	assert.equal((await exit(team)).error, 'allocation.NoEarlyExit');
	const notHis = await chain.include(tx.allocation.exitEarly(grant), stranger);
	assert.equal(notHis.error, 'allocation.UnknownGrant', 'nobody leaves for somebody else');
	assert.equal((await exit(grant)).error, 'allocation.BeforeCliff');
	await travel(chain, cliffOf(schedule) - BLOCK);
	assert.equal((await exit(grant)).error, 'allocation.BeforeCliff');

	/**
	 * Leaves `grant` of `amount` planck, of which nothing was released.
	 * @param {number} grant
	 * @param {bigint} amount
	 */
	const leave = async (grant, amount) => {
		const [account, book] = [await chain.account(bob), await ledger(chain)];
		const included = await exit(grant);
		assert.equal(included.error, undefined);
		const { moment } = included.own;
		const { start } = schedule;
		const end = endOf(schedule);
		const unvested = amount - vested(schedule, amount, moment);
		// Half of it at the start, nothing at the end; rounded up.
		const charged = unvested * percent(50) * BigInt(end - moment);
		const whole = WHOLE * BigInt(end - start);
		const penalty = (charged + whole - 1n) / whole;
		const event = included.own.one('allocation.ExitedEarly');
		assert.deepEqual([event.paid.toBigInt(), event.penalty.toBigInt()], [amount - penalty, penalty]);

		const after = await chain.account(bob);
		assert.equal(after.free - account.free, amount - penalty - feeOf(included));
		assert.equal(account.held - after.held, amount);
		const burns = await ledger(chain);
		assert.equal(burned(burns, 'EarlyExit') - burned(book, 'EarlyExit'), penalty);
		return penalty;
	};
	// Between the first quarterly step and the second.
	await travel(chain, stepOf(schedule, 1) + 20 * DAY);
	const penalty = await leave(grant, amount);
	const granted = amount + 2n * DSYNC;
	const pool = { granted, available: -granted, pot: -granted };
	assert.deepEqual(await booked(chain, INVESTORS, before), {
		...pool,
		released: amount - penalty,
		burned: penalty,
		outstanding: 2n * DSYNC,
	});

	await travel(chain, endOf(schedule) - BLOCK);
	const little = await leave(last, DSYNC);
	assert.ok(little < DSYNC / 10n ** 6n, 'a block before the end it costs next to nothing');
	assert.equal((await exit(full)).error, 'allocation.FullyVested');
	say(`of ${dsync(amount)} burned ${dsync(penalty)}; a block before the end ${little} planck of a DSYNC`);
});

journey('a grant changes hands when both agree, and everything to new keys', async (chain, say) => {
	const { tx } = chain.api;
	const [bob, dave, eve, stranger] = ['Bob', 'Dave', 'Eve', 'Charlie'].map(chain.key);
	await chain.seal(2);
	const { moment: now } = await chain.head();
	const [schedule, amount] = [investorSchedule(now), 600n * DSYNC + 1n];
	const grant = await grantTo(chain, INVESTORS, bob, amount, schedule);
	const team = await grantTo(chain, TEAM, bob, amount, teamSchedule(now));
	/** @param {number} grant @param {string | null} to */
	const offer = (grant, to) => chain.include(tx.allocation.offerGrant(grant, to), bob);
	/** @param {Key} who */
	const accept = (who, least = 0n) =>
		chain.include(tx.allocation.acceptGrant(bob.address, grant, least), who);
	assert.equal((await offer(team, dave.address)).error, 'allocation.NotTransferable');
	assert.equal((await offer(grant, bob.address)).error, 'allocation.SameAccount');
	assert.equal((await accept(dave)).error, 'allocation.NotOffered');
	assert.equal((await offer(grant, dave.address)).error, undefined);
	assert.equal((await accept(stranger)).error, 'allocation.NotOffered');
	assert.equal((await offer(grant, null)).error, undefined);
	assert.equal((await accept(dave)).error, 'allocation.NotOffered', 'an offer can be taken back');
	assert.equal((await offer(grant, dave.address)).error, undefined);

	// Some of it is paid before it changes hands.
	await travel(chain, cliffOf(schedule));
	const first = await chain.succeed(tx.allocation.release(bob.address), stranger);
	const paid = vested(schedule, amount, first.own.moment);
	assert.equal(amountOf(first, 'allocation.Released'), paid + vested(teamSchedule(now), amount, first.own.moment));
	const dearer = await accept(dave, amount);
	assert.equal(dearer.error, 'allocation.LessThanExpected', 'nobody pays for what was released before');
	const [from, to] = [await chain.account(bob), await chain.account(dave)];
	const accepted = await accept(dave, amount - paid);
	assert.equal(accepted.error, undefined);
	const [left, got] = [await chain.account(bob), await chain.account(dave)];
	assert.deepEqual([from.held - left.held, got.held - to.held], [amount - paid, amount - paid]);
	assert.equal(left.free, from.free);
	assert.equal(to.free - got.free, feeOf(accepted));
	assert.deepEqual((await grantsOf(chain, bob)).map(({ grant }) => grant), [team]);
	await travel(chain, stepOf(schedule, 1));
	const second = await chain.succeed(tx.allocation.release(dave.address), stranger);
	assert.equal(amountOf(second, 'allocation.Released'), vested(schedule, amount, second.own.moment) - paid);

	// Bob's new keys are Eve's. Nobody else can take what he has, and neither can they before he says so.
	/** @param {Key} who */
	const succeed = (who) => chain.include(tx.allocation.succeed(bob.address), who);
	assert.equal((await succeed(eve)).error, 'allocation.NotSuccessor');
	await chain.succeed(tx.allocation.nameSuccessor(eve.address), bob);
	assert.equal((await succeed(stranger)).error, 'allocation.NotSuccessor');
	// What is the team's can be revoked: it is announced first, and governance may veto that.
	const announce = () => chain.succeed(tx.allocation.announceSuccession(bob.address), eve);
	assert.equal((await succeed(eve)).error, 'allocation.NothingAnnounced');
	await announce();
	assert.equal((await succeed(eve)).error, 'allocation.NoticeRunning');
	const veto = tx.allocation.vetoSuccession(bob.address);
	await chain.reserved(veto, bob);
	await chain.govern(veto);
	assert.equal((await succeed(eve)).error, 'allocation.NotSuccessor');
	await chain.succeed(tx.allocation.nameSuccessor(eve.address), bob);
	const { own } = await announce();
	const opens = own.one('allocation.SuccessionAnnounced').opens.toNumber();
	const told = (await chain.api.call.allocationApi.succession(bob.address)).unwrap();
	assert.deepEqual([told.successor.toString(), told.window.unwrap()[0].toNumber()], [eve.address, opens]);
	await travel(chain, opens);
	const { held } = await chain.account(bob);
	const moved = await succeed(eve);
	assert.equal(moved.error, undefined);
	const holdings = moved.own.one('allocation.HoldingsMoved');
	assert.deepEqual([holdings.grants.toBigInt(), holdings.rewards.toBigInt()], [held, 0n]);
	assert.deepEqual([(await chain.account(bob)).held, (await chain.account(eve)).held], [0n, held]);
	const keeper = await chain.api.call.allocationApi.beneficiary(team);
	assert.equal(keeper.unwrap().toString(), eve.address, 'the grant is found by its id');

	// Eve has lost hers: governance moves it back.
	const move = tx.allocation.moveHoldings(eve.address, bob.address);
	await chain.reserved(move, bob);
	await chain.govern(move);
	assert.deepEqual([(await chain.account(bob)).held, (await chain.account(eve)).held], [held, 0n]);
	assert.deepEqual((await grantsOf(chain, bob)).map(({ grant }) => grant), [team]);
	assert.equal((await chain.sudo(move)).error, 'allocation.NothingHeld');
	say(`${dsync(amount - paid)} changed hands on ${day(accepted.own.moment)}`);
});

journey('a stopped category pays nothing until governance lets it go on, and nothing is lost', async (chain, say) => {
	const { tx } = chain.api;
	const [bob, stranger] = ['Bob', 'Charlie'].map(chain.key);
	await chain.seal(2);
	const { moment: now } = await chain.head();
	const [team, investor] = [teamSchedule(now), investorSchedule(now)];
	const amount = 480n * DSYNC;
	await grantTo(chain, TEAM, bob, amount, team);
	const left = await grantTo(chain, INVESTORS, bob, amount, investor);
	await chain.govern(tx.allocation.pauseCategory(INVESTORS));
	assert.equal((await chain.sudo(tx.allocation.pauseCategory(INVESTORS))).error, 'allocation.AlreadyPaused');
	const grant = tx.allocation.grant(INVESTORS, bob.address, DSYNC, investor);
	assert.equal((await chain.sudo(grant)).error, 'allocation.CategoryPaused');
	const exit = async () => (await chain.include(tx.allocation.exitEarly(left), bob)).error;
	assert.equal(await exit(), 'allocation.BeforeCliff');

	await travel(chain, stepOf(team, 18));
	const release = () => chain.succeed(tx.allocation.release(bob.address), stranger);
	const going = await release();
	const { moment } = going.own;
	assert.equal(amountOf(going, 'allocation.Released'), vested(team, amount, moment), 'the team only');
	assert.equal(await releasable(chain, bob), 0n);
	assert.ok(there((await categories(chain)).get(INVESTORS)).paused);
	assert.equal(await exit(), 'allocation.CategoryPaused');
	await chain.govern(tx.allocation.resumeCategory(INVESTORS));
	const late = vested(investor, amount, moment);
	assert.equal(await releasable(chain, bob), late, 'vesting went on');
	assert.equal(amountOf(await release(), 'allocation.Released'), late);
	say(`${dsync(late)} waited`);
});

journey('a grant that cannot be is refused by name', async (chain, say) => {
	const { tx } = chain.api;
	const bob = chain.key('Bob');
	await chain.seal(2);
	const schedule = teamSchedule((await chain.head()).moment);
	const before = await categories(chain);
	const { available } = there(before.get(TEAM));
	/** @typedef {Partial<Vesting> & { category?: number, who?: Key, amount?: bigint }} Wish */
	/** @param {Wish} wish */
	const grant = ({ category = TEAM, who = bob, amount = DSYNC, ...changes }) =>
		tx.allocation.grant(category, who.address, amount, { ...schedule, ...changes });
	/** @type {[changes: Wish, error: string][]} */
	const refusals = [
		[{ amount: 0n }, 'ZeroAmount'],
		[{ amount: available + 1n }, 'AboveCap'],
		[{ category: 99 }, 'UnknownCategory'],
		[{ who: chain.key('Nobody') }, 'NoAccount'],
		[{ upfront: percent(76) }, 'SharesExceedWhole'],
		[{ period: { Months: 0 } }, 'ZeroPeriod'],
		[{ periods: 0 }, 'NothingAfterCliff'],
		[{ lump: percent(100) }, 'NothingLeft'],
		[{ periods: 4_097 }, 'TooManyPeriods'],
		[{ period: { Months: 65_535 } }, 'BeyondCalendar'],
		[{ upfront: 1n }, 'UpfrontTooLarge'],
		[{ cliff: { Months: 11 } }, 'CliffTooShort'],
		[{ periods: 35 }, 'TermTooShort'],
		[{ cliff: { Months: 48 }, period: { Millis: 1_000 } }, 'PeriodTooShort'],
		[{ lump: percent(26) }, 'LumpTooLarge'],
		[{ start: plusMonths(schedule.start, -12) }, 'StartTooEarly'],
	];
	for (const [changes, error] of refusals) {
		assert.equal((await chain.sudo(grant(changes))).error, `allocation.${error}`);
	}
	await chain.reserved(grant({}), bob);
	assert.deepEqual((await categories(chain)).get(TEAM), before.get(TEAM), 'nothing of it happened');

	const most = chain.api.consts.allocation.maxGrants.toNumber();
	await chain.govern(...Array.from({ length: most }, () => grant({})));
	assert.equal((await chain.sudo(grant({}))).error, 'allocation.TooManyGrants');
	say(refusals.map(([, error]) => error).join(', '));
});

journey('what the runtime API tells is what the calendar and big integers make of the grants', async (chain, say) => {
	const { api } = chain;
	const { call } = api;
	const bob = chain.key('Bob');
	await chain.seal(2);
	// The calendar itself, by dates that everybody knows.
	/**
	 * @param {number} year
	 * @param {number} month
	 * @param {number} day
	 */
	const noon = (year, month, day) => Date.UTC(year, month - 1, day, 12);
	assert.equal(plusMonths(noon(2028, 1, 31), 1), noon(2028, 2, 29));
	assert.equal(plusMonths(noon(2027, 1, 31), 1), noon(2027, 2, 28));
	assert.equal(plusMonths(noon(2027, 1, 31), 2), noon(2027, 3, 31));
	assert.equal(plusMonths(noon(2028, 2, 29), 12), noon(2029, 2, 28));

	// Spans of every kind, next to the grants of genesis.
	const { moment: now } = await chain.head();
	const [start, amount] = [plusMonths(now - (now % DAY), 1), 1_234n * DSYNC + 567n];
	const team = teamSchedule(now);
	const schedules = [
		{ ...team, start, cliff: { Millis: 100 * DAY + HOUR }, periods: 7 },
		{ ...team, start, period: { Millis: 30 * DAY }, periods: 11 },
		{ ...team, start, upfront: percent(100), cliff: { Months: 0 }, lump: 0n, periods: 0 },
	];
	await grantTo(chain, TEAM, bob, amount, team);
	// The treasury's may have any schedule.
	for (const schedule of schedules) await grantTo(chain, TREASURY, bob, amount, schedule);

	/** Compares every answer of the API with what it has to be after the best block. */
	const compare = async () => {
		const { moment } = await chain.head();
		const beneficiaries = (await api.query.allocation.grants.keys()).map(({ args: [who] }) => who.toString());
		/** @type {Map<string, Grant[]>} */
		const all = new Map();
		for (const who of beneficiaries) all.set(who, await grantsOf(chain, who));
		for (const [who, grants] of all) {
			for (const report of grants) {
				const { schedule, amount, released } = report;
				const what = `grant ${report.grant} on ${day(moment)}`;
				assert.equal(report.releasable, vested(schedule, amount, moment) - released, what);
				assert.deepEqual(report.nextUnlock, nextUnlock(schedule, amount, moment), what);
				assert.equal(report.endsAt, endOf(schedule), what);
			}
			assert.equal(await releasable(chain, who), sum(grants.map((grant) => grant.releasable)));
			const nexts = grants.flatMap(({ nextUnlock }) => (nextUnlock ? [nextUnlock] : []));
			const first = Math.min(...nexts.map(([at]) => at));
			const together = sum(nexts.filter(([at]) => at === first).map(([, amount]) => amount));
			const next = unlockOf(await call.allocationApi.nextUnlock(who));
			assert.deepEqual(next, nexts.length > 0 ? [first, together] : undefined);
		}
		const grants = [...all.values()].flat();
		const outstanding = await compareCategories(grants);
		await compareCirculation(outstanding);
		await compareCalendars(grants, moment, all.size);
		return grants.length;
	};

	/**
	 * The books add up with the grants and the pots. Yields what all grants have outstanding.
	 * @param {Grant[]} grants
	 */
	const compareCategories = async (grants) => {
		const table = await categories(chain);
		const maximum = api.consts.allocation.maximumSupply.toBigInt();
		const deposit = api.consts.balances.existentialDeposit.toBigInt();
		assert.equal(sum([...table.values()].map(({ share }) => share)), WHOLE);
		for (const [category, book] of table) {
			const own = grants.filter((grant) => grant.category === category);
			const outstanding = sum(own.map(({ amount, released }) => amount - released));
			assert.equal(book.outstanding, outstanding, book.name);
			assert.equal(book.granted - book.released - book.returned - book.burned, outstanding, book.name);
			assert.equal(book.cap, (maximum * book.share) / WHOLE);
			const { free } = await chain.account(pot(chain, category));
			assert.equal(book.pot, free, book.name);
			const [uncommitted, spendable] = [book.cap - book.granted + book.returned, free - deposit];
			const least = uncommitted < spendable ? uncommitted : spendable;
			assert.equal(book.available, least > 0n ? least : 0n, book.name);
			const account = await chain.view('Allocation', 'pot', [category]);
			assert.equal(account.toString(), pot(chain, category));
		}
		return sum([...table.values()].map(({ outstanding }) => outstanding));
	};

	/**
	 * Pots of what exists since genesis and grants on hold do not circulate. No reward is locked yet.
	 * @param {bigint} outstanding
	 */
	const compareCirculation = async (outstanding) => {
		const pots = await Promise.all([TEAM, INVESTORS, TREASURY].map((id) => chain.account(pot(chain, id))));
		const kept = outstanding + sum(pots.map(({ free }) => free));
		assert.equal((await call.allocationApi.notCirculating()).toBigInt(), kept);
		const supply = await call.emissionApi.supply();
		assert.equal(supply.circulating.toBigInt(), supply.totalIssuance.toBigInt() - kept);
	};

	/**
	 * Five years of each category that grants, in pages of any size.
	 * @param {Grant[]} grants
	 * @param {number} moment
	 * @param {number} beneficiaries
	 */
	const compareCalendars = async (grants, moment, beneficiaries) => {
		for (const category of [TEAM, INVESTORS, TREASURY]) {
			const own = grants.filter((grant) => grant.category === category);
			const expected = expectedCalendar(own, moment, 60);
			for (const limit of [1_000, 3]) {
				const { months, pages } = await unlockCalendar(chain, category, moment, 60, limit);
				assert.deepEqual(months, expected);
				assert.equal(pages, Math.ceil(beneficiaries / limit));
			}
		}
	};

	const count = await compare();
	await travel(chain, cliffOf(team));
	await chain.seal();
	await compare();
	await chain.succeed(api.tx.allocation.release(bob.address), chain.key('Charlie'));
	await compare();
	await travel(chain, stepOf(team, 3) - BLOCK);
	await chain.seal();
	await compare();
	say(`${count} grants compared at four moments, five years ahead`);
});
