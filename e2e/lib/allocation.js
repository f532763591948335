// SPDX-License-Identifier: Apache-2.0
// Categories and grants, and what a schedule has to unlock: worked out here once more, in big integers
// and with the calendar of JavaScript.

import assert from 'node:assert/strict';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { BLOCK, DAY, HOUR, WHOLE, percent, sum } from './units.js';

/** The categories that the journeys grant from. */
export const TEAM = 2;
export const INVESTORS = 3;
export const TREASURY = 4;

/** The account that `category` grants from, derived from its number as every pot's is. */
export const pot = ({ api }, category) => {
	const account = new Uint8Array(32);
	account.set(u8aConcat('modldsy/allo', [category]));
	return api.createType('AccountId', u8aToHex(account)).toString();
};

/** The same time of day `months` calendar months later in UTC, or on the last day of a month too short. */
export function plusMonths(instant, months) {
	const from = new Date(instant);
	const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
	// The day before the first of the month after it.
	const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
	return Date.UTC(year, month, Math.min(from.getUTCDate(), last)) + (instant % DAY);
}

const later = (instant, span, times = 1) =>
	'Months' in span ? plusMonths(instant, span.Months * times) : instant + span.Millis * times;

/** When the lump of a schedule unlocks. */
export const cliffOf = ({ start, cliff }) => later(start, cliff);

/** When the step number `step` comes. The cliff is number zero. */
export function stepOf(schedule, step) {
	const { start, cliff, period } = schedule;
	// Months are counted from the start, so that a short month does not shorten the ones after it.
	if ('Months' in cliff && 'Months' in period) {
		return plusMonths(start, cliff.Months + period.Months * step);
	}
	return later(cliffOf(schedule), period, step);
}

/** When all has unlocked. */
export const endOf = (schedule) => stepOf(schedule, schedule.periods);

/** Every instant at which `amount` may unlock in part, with what has unlocked by then in planck. */
function unlocks(schedule, amount) {
	const { start, upfront, lump, periods } = schedule;
	const atCliff = (amount * (upfront + lump)) / WHOLE;
	const points = [
		[start, (amount * upfront) / WHOLE],
		[cliffOf(schedule), atCliff],
	];
	for (let step = 1; step <= periods; step += 1) {
		const stepped = ((amount - atCliff) * BigInt(step)) / BigInt(periods);
		points.push([stepOf(schedule, step), atCliff + stepped]);
	}
	return points;
}

/** What of `amount` has unlocked at `now`, in planck. */
export const vested = (schedule, amount, now) =>
	unlocks(schedule, amount).findLast(([at]) => at <= now)?.[1] ?? 0n;

/** When more of `amount` unlocks after `now`, and how much. */
export function nextUnlock(schedule, amount, now) {
	const known = vested(schedule, amount, now);
	const next = unlocks(schedule, amount).find(([at, planck]) => at > now && planck > known);
	return next && [next[0], vested(schedule, amount, next[0]) - known];
}

/** The start of the month of `instant` in UTC, or of one `months` later. */
export function monthStart(instant, months = 0) {
	const date = new Date(instant);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

/**
 * How long after the full hour schedules unlock on a chain that has begun a moment before `now`: in the
 * middle between two sessions, which last an hour each.
 */
const betweenSessions = (now) => (now + HOUR / 2) % HOUR;

/**
 * Of the team: a cliff of 12 months, then monthly to month 48. From the last 31 January on, after noon, so
 * that the cliff is yet to come and the first step is on the last day of February.
 */
export function teamSchedule(now) {
	const year = new Date(now).getUTCFullYear();
	const noon = (year) => Date.UTC(year, 0, 31, 12) + betweenSessions(now);
	return {
		start: noon(year) < now + HOUR ? noon(year) : noon(year - 1),
		upfront: 0n,
		cliff: { Months: 12 },
		lump: percent(25),
		period: { Months: 1 },
		periods: 36,
	};
}

/** Of an investor: a tenth at the start, after noon of this day, a cliff of 6 months, then quarterly to month 24. */
export const investorSchedule = (now) => ({
	start: now - (now % DAY) + DAY / 2 + betweenSessions(now),
	upfront: percent(10),
	cliff: { Months: 6 },
	// A quarter of what is not upfront, as six months are of 24.
	lump: percent(90) / 4n,
	period: { Months: 3 },
	periods: 6,
});

/**
 * Lets the next block have the timestamp `moment`, which is the start of a slot. Before it comes an empty
 * one: the block that opens a session has no room for transactions, and that is the first after a leap.
 */
export async function travel(chain, moment) {
	const next = (await chain.head()).moment + BLOCK;
	if (next === moment) return;
	assert.ok(next < moment, 'time does not run back');
	assert.equal(await chain.advance(moment - BLOCK - next), moment - BLOCK);
	await chain.seal();
}

/** Grants `amount` planck by root and checks that they are on hold. Yields the id of the grant. */
export async function grantTo(chain, category, who, amount, schedule) {
	const [before, pool] = [await chain.account(who), await chain.account(pot(chain, category))];
	const { own } = await chain.govern(
		chain.api.tx.allocation.grant(category, who.address, amount, schedule),
	);
	const granted = own.one('allocation.Granted');
	assert.equal(granted.beneficiary.toString(), who.address);
	const [after, rest] = [await chain.account(who), await chain.account(pot(chain, category))];
	assert.equal(after.held - before.held, amount, 'the grant is on hold at its beneficiary');
	assert.equal(after.free, before.free, 'and not to be spent');
	assert.equal(pool.free - rest.free, amount, 'it came out of the pot of its category');
	return granted.grant.toNumber();
}

/** A schedule as `grant` takes it. */
function scheduleOf({ start, upfront, cliff, lump, period, periods }) {
	const span = (span) =>
		span.isMonths ? { Months: span.asMonths.toNumber() } : { Millis: span.asMillis.toNumber() };
	return {
		start: start.toNumber(),
		upfront: upfront.toBigInt(),
		cliff: span(cliff),
		lump: lump.toBigInt(),
		period: span(period),
		periods: periods.toNumber(),
	};
}

/** An instant and an amount, or nothing. */
export const unlockOf = (unlock) => {
	if (unlock.isNone) return undefined;
	const [at, amount] = unlock.unwrap();
	return [at.toNumber(), amount.toBigInt()];
};

/** What the runtime API tells of the grants of `who`. */
export async function grantsOf({ api }, who) {
	const reports = await api.call.allocationApi.grants(who.address ?? who);
	return [...reports].map((report) => ({
		grant: report.grant.toNumber(),
		category: report.category.toNumber(),
		schedule: scheduleOf(report.schedule),
		amount: report.amount.toBigInt(),
		released: report.released.toBigInt(),
		releasable: report.releasable.toBigInt(),
		nextUnlock: unlockOf(report.nextUnlock),
		endsAt: report.endsAt.toNumber(),
	}));
}

/** What `who` can have released now, in planck. */
export const releasable = async ({ api }, who) =>
	(await api.call.allocationApi.releasable(who.address ?? who)).toBigInt();

/** The earned rewards of `who` that unlock over time, in planck. */
export async function earnedRewards({ api }, who) {
	const { held, claimable, unvested } = await api.call.allocationApi.rewards(who.address ?? who);
	return {
		held: held.toBigInt(),
		claimable: claimable.toBigInt(),
		unvested: unvested.toBigInt(),
	};
}

const AMOUNTS = ['cap', 'granted', 'released', 'returned', 'burned', 'outstanding', 'available', 'pot'];

/** What the runtime API tells of each category, by its number. */
export async function categories({ api }) {
	const reports = await api.call.allocationApi.categories();
	const told = (report) => ({
		name: report.name.toUtf8(),
		share: report.share.toBigInt(),
		paused: report.paused.isTrue,
		...Object.fromEntries(AMOUNTS.map((field) => [field, report[field].toBigInt()])),
	});
	return new Map([...reports].map((report) => [report.category.toNumber(), told(report)]));
}

/** What the book of `category` counts more than `before`, by what it counts. */
export async function booked(chain, category, before) {
	const after = (await categories(chain)).get(category);
	const growth = AMOUNTS.map((field) => [field, after[field] - before.get(category)[field]]);
	return Object.fromEntries(growth.filter(([, planck]) => planck !== 0n));
}

/**
 * The unlock calendar of `category` for `months` from now on, read in pages of `limit` beneficiaries
 * and added up. Yields the `months`, each its start and planck, and how many `pages` there were.
 */
export async function unlockCalendar({ api }, category, from, months, limit) {
	const added = new Map();
	let [after, pages] = [null, 0];
	do {
		const page = await api.call.allocationApi.unlockCalendar(category, from, months, after, limit);
		for (const [start, planck] of page.months) {
			const month = start.toNumber();
			added.set(month, (added.get(month) ?? 0n) + planck.toBigInt());
		}
		after = page.next.unwrapOr(null);
		pages += 1;
	} while (after);
	return { months: [...added], pages };
}

/** The calendar that `grants` make, for as many months. */
export const expectedCalendar = (grants, from, months) =>
	Array.from({ length: months }, (_, index) => {
		const [start, next] = [monthStart(from, index), monthStart(from, index + 1)];
		const unlocked = ({ schedule, amount }) =>
			vested(schedule, amount, next - 1) - vested(schedule, amount, start - 1);
		return [start, sum(grants.map(unlocked))];
	});

/** The fee that a transaction paid, in planck. */
export const feeOf = ({ own }) => own.one('transactionPayment.TransactionFeePaid').actualFee.toBigInt();
