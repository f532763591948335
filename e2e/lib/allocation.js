// SPDX-License-Identifier: Apache-2.0
// Categories and grants, and what a schedule has to unlock: worked out here once more, in big integers
// and with the calendar of JavaScript.

import assert from 'node:assert/strict';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { addressOf } from './chain.js';
import { there } from './there.js';
import { BLOCK, DAY, HOUR, WHOLE, percent, sum } from './units.js';
/** @import { Cell, Connected, Grant, Key, Span, Unlock, Vesting, Who } from '../types/chain.ts' */
/** @import { Chain, Included } from './chain.js' */

/** The categories that the journeys grant from. */
export const TEAM = 2;
export const INVESTORS = 3;
export const TREASURY = 4;

/**
 * The account that `category` grants from, derived from its number as every pot's is.
 * @param {Connected} chain
 * @param {number} category
 */
export const pot = ({ api }, category) => {
	const account = new Uint8Array(32);
	account.set(u8aConcat('modldsy/allo', [category]));
	return api.createType('AccountId', u8aToHex(account)).toString();
};

/**
 * The same time of day `months` calendar months later in UTC, or on the last day of a month too short.
 * @param {number} instant
 * @param {number} months
 */
export function plusMonths(instant, months) {
	const from = new Date(instant);
	const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
	// The day before the first of the month after it.
	const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
	return Date.UTC(year, month, Math.min(from.getUTCDate(), last)) + (instant % DAY);
}

/** @param {number} instant @param {Span} span */
const later = (instant, span, times = 1) =>
	'Months' in span ? plusMonths(instant, span.Months * times) : instant + span.Millis * times;

/**
 * When the lump of a schedule unlocks.
 * @param {Vesting} schedule
 */
export const cliffOf = ({ start, cliff }) => later(start, cliff);

/**
 * When the step number `step` comes. The cliff is number zero.
 * @param {Vesting} schedule
 * @param {number} step
 */
export function stepOf(schedule, step) {
	const { start, cliff, period } = schedule;
	// Months are counted from the start, so that a short month does not shorten the ones after it.
	if ('Months' in cliff && 'Months' in period) {
		return plusMonths(start, cliff.Months + period.Months * step);
	}
	return later(cliffOf(schedule), period, step);
}

/**
 * When all has unlocked.
 * @param {Vesting} schedule
 */
export const endOf = (schedule) => stepOf(schedule, schedule.periods);

/**
 * Every instant at which `amount` may unlock in part, with what has unlocked by then in planck.
 * @param {Vesting} schedule
 * @param {bigint} amount
 */
function unlocks(schedule, amount) {
	const { start, upfront, lump, periods } = schedule;
	const atCliff = (amount * (upfront + lump)) / WHOLE;
	/** @type {Unlock[]} */
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

/**
 * What of `amount` has unlocked at `now`, in planck.
 * @param {Vesting} schedule
 * @param {bigint} amount
 * @param {number} now
 */
export const vested = (schedule, amount, now) =>
	unlocks(schedule, amount).findLast(([at]) => at <= now)?.[1] ?? 0n;

/**
 * When more of `amount` unlocks after `now`, and how much.
 * @param {Vesting} schedule
 * @param {bigint} amount
 * @param {number} now
 * @returns {Unlock | undefined}
 */
export function nextUnlock(schedule, amount, now) {
	const known = vested(schedule, amount, now);
	const next = unlocks(schedule, amount).find(([at, planck]) => at > now && planck > known);
	return next && [next[0], vested(schedule, amount, next[0]) - known];
}

/**
 * The start of the month of `instant` in UTC, or of one `months` later.
 * @param {number} instant
 */
export function monthStart(instant, months = 0) {
	const date = new Date(instant);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

/**
 * How long after the full hour schedules unlock on a chain that has begun a moment before `now`: in the
 * middle between two sessions, which last an hour each.
 * @param {number} now
 */
const betweenSessions = (now) => (now + HOUR / 2) % HOUR;

/**
 * Of the team: a cliff of 12 months, then monthly to month 48. From the last 31 January on, after noon, so
 * that the cliff is yet to come and the first step is on the last day of February.
 * @param {number} now
 * @returns {Vesting}
 */
export function teamSchedule(now) {
	const year = new Date(now).getUTCFullYear();
	/** @param {number} year */
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

/**
 * Of an investor: a tenth at the start, after noon of this day, a cliff of 6 months, then quarterly to month 24.
 * @param {number} now
 * @returns {Vesting}
 */
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
 * @param {Chain} chain
 * @param {number} moment
 */
export async function travel(chain, moment) {
	const next = (await chain.head()).moment + BLOCK;
	if (next === moment) return;
	assert.ok(next < moment, 'time does not run back');
	assert.equal(await chain.advance(moment - BLOCK - next), moment - BLOCK);
	await chain.seal();
}

/**
 * Grants `amount` planck by root and checks that they are on hold. Yields the id of the grant.
 * @param {Chain} chain
 * @param {number} category
 * @param {Key} who
 * @param {bigint} amount
 * @param {Vesting} schedule
 */
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

/**
 * A schedule as `grant` takes it.
 * @param {Cell} schedule
 * @returns {Vesting}
 */
function scheduleOf({ start, upfront, cliff, lump, period, periods }) {
	/** @param {Cell} span */
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

/**
 * An instant and an amount, or nothing.
 * @param {Cell} unlock
 * @returns {Unlock | undefined}
 */
export const unlockOf = (unlock) => {
	if (unlock.isNone) return undefined;
	const [at, amount] = unlock.unwrap();
	return [at.toNumber(), amount.toBigInt()];
};

/**
 * What the runtime API tells of the grants of `who`.
 * @param {Connected} chain
 * @param {Who} who
 * @returns {Promise<Grant[]>}
 */
export async function grantsOf({ api }, who) {
	const reports = await api.call.allocationApi.grants(addressOf(who));
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

/**
 * What `who` can have released now, in planck.
 * @param {Connected} chain
 * @param {Who} who
 */
export const releasable = async ({ api }, who) =>
	(await api.call.allocationApi.releasable(addressOf(who))).toBigInt();

/**
 * The earned rewards of `who` that unlock over time, in planck.
 * @param {Connected} chain
 * @param {Who} who
 */
export async function earnedRewards({ api }, who) {
	const { held, claimable, unvested } = await api.call.allocationApi.rewards(addressOf(who));
	return {
		held: held.toBigInt(),
		claimable: claimable.toBigInt(),
		unvested: unvested.toBigInt(),
	};
}

const AMOUNTS = /** @type {const} */ (['cap', 'granted', 'released', 'returned', 'burned', 'outstanding', 'available', 'pot']);
/** @typedef {Record<typeof AMOUNTS[number], bigint>} Amounts */

/**
 * What the runtime API tells of each category, by its number.
 * @param {Connected} chain
 */
export async function categories({ api }) {
	const reports = await api.call.allocationApi.categories();
	/** @param {Cell} report */
	const told = (report) => ({
		name: report.name.toUtf8(),
		share: report.share.toBigInt(),
		paused: report.paused.isTrue,
		.../** @type {Amounts} */ (Object.fromEntries(AMOUNTS.map((field) => [field, report[field].toBigInt()]))),
	});
	return new Map([...reports].map((report) => [report.category.toNumber(), told(report)]));
}

/**
 * What the book of `category` counts more than `before`, by what it counts.
 * @param {Chain} chain
 * @param {number} category
 * @param {Awaited<ReturnType<typeof categories>>} before
 */
export async function booked(chain, category, before) {
	const [now, then] = [await categories(chain), before].map((books) => there(books.get(category), `category ${category}`));
	const growth = AMOUNTS.map((field) => /** @type {const} */ ([field, now[field] - then[field]]));
	return Object.fromEntries(growth.filter(([, planck]) => planck !== 0n));
}

/**
 * The unlock calendar of `category` for `months` from now on, read in pages of `limit` beneficiaries
 * and added up. Yields the `months`, each its start and planck, and how many `pages` there were.
 * @param {Connected} chain
 * @param {number} category
 * @param {number} from
 * @param {number} months
 * @param {number} limit
 */
export async function unlockCalendar({ api }, category, from, months, limit) {
	/** @type {Map<number, bigint>} */
	const added = new Map();
	/** @type {Cell | null} */
	let after = null;
	let pages = 0;
	do {
		/** @type {Cell} */
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

/**
 * The calendar that `grants` make, for as many months.
 * @param {Grant[]} grants
 * @param {number} from
 * @param {number} months
 */
export const expectedCalendar = (grants, from, months) =>
	Array.from({ length: months }, (_, index) => {
		const [start, next] = [monthStart(from, index), monthStart(from, index + 1)];
		/** @param {Grant} grant */
		const unlocked = ({ schedule, amount }) =>
			vested(schedule, amount, next - 1) - vested(schedule, amount, start - 1);
		return [start, sum(grants.map(unlocked))];
	});

/**
 * The fee that a transaction paid, in planck.
 * @param {Pick<Included, 'own'>} included
 */
export const feeOf = ({ own }) => own.one('transactionPayment.TransactionFeePaid').actualFee.toBigInt();
