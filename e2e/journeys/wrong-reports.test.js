// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { TIMEOUT_MS, journey } from '../lib/journey.js';
import { burned, ledger } from '../lib/ledger.js';
import {
	STORAGE,
	closeRound,
	commitment,
	metrics,
	openRound,
	report,
	reportRound,
	reportedByThree,
	reveal,
	settings,
	threeReporters,
	untilReports,
} from '../lib/oracle.js';
import { lastOf, there } from '../lib/there.js';
import { dsync } from '../lib/units.js';
/** @import { Call, Key, Reports, Said } from '../types/chain.ts' */

/** What a part of a bond is counted in. */
const PARTS = 10n ** 9n;
/** Enough to see strikes add up. */
const STRIKE_LIMIT = 3;
/** Far outside the tolerance, and within the bounds. */
const WRONG = report(5_000);

journey('wrong reports get strikes, then a suspension and a slash of the bond, burned as such', async (chain, say) => {
	const { one, bob, charlie } = await threeReporters(chain);
	const { bond, strikeSlash, suspensionRounds } = await settings(chain);
	const slash = (bond * BigInt(strikeSlash) + PARTS - 1n) / PARTS;
	assert.ok(0n < slash && slash < bond);
	/** @type {Reports} */
	const reports = [[one, report()], [bob, report()], [charlie, WRONG]];
	const heldBefore = (await chain.account(charlie)).held;
	assert.equal(heldBefore, bond);

	for (let strikes = 1; strikes < STRIKE_LIMIT; strikes += 1) {
		const closing = lastOf(await reportRound(chain, reports));
		const struck = closing
			.all('kpiOracle.ReporterStruck')
			.filter(({ who }) => who.eq(charlie.address));
		assert.deepEqual(
			struck.map((event) => [event.conduct.type, event.strikes.toNumber()]),
			[['Wrong', strikes]],
		);
	}

	const closing = lastOf(await reportRound(chain, reports));
	const suspended = closing.one('kpiOracle.ReporterSuspended');
	assert.equal(suspended.who.toString(), charlie.address);
	assert.equal(suspended.rounds.toNumber(), suspensionRounds);
	const slashed = closing.one('kpiOracle.BondSlashed');
	assert.deepEqual([slashed.who.toString(), slashed.amount.toBigInt()], [charlie.address, slash]);

	const status = await chain.view('KpiOracle', 'reporter', [charlie.address]);
	const { bond: left, standing } = status.reporter.unwrap();
	assert.deepEqual([left.toBigInt(), standing.type], [bond - slash, 'Suspended']);
	assert.equal((await chain.account(charlie)).held, bond - slash);
	assert.equal(burned(await ledger(chain), 'Slash'), slash, 'the ledger counts the slash');

	// The wrong reports have moved nothing.
	assert.equal(there((await metrics(chain)).get(STORAGE)).value, 50);
	const call = commitment(chain, charlie, await openRound(chain), report());
	assert.equal((await chain.refused(call, charlie)).custom, 101, 'suspended: may not commit');
	say(`${STRIKE_LIMIT} wrong reports cost ${dsync(slash)} of a bond of ${dsync(bond)}`);
}, TIMEOUT_MS, { genesis: reportedByThree({ strikeLimit: STRIKE_LIMIT }) });

journey('a commitment or report that would fail is refused by the pool, with its reason and at no cost', async (chain, say) => {
	const { one, bob } = await threeReporters(chain);
	const stranger = chain.key('Dave');
	const accounts = () => Promise.all([one, bob, stranger].map((who) => chain.account(who)));
	const fees = async () => burned(await ledger(chain), 'TransactionFee');
	/** @type {string[]} */
	const refused = [];
	/**
	 * Expects the pool to refuse each of `refusals`, with its code.
	 * @param {[string, Key, Call, number][]} refusals
	 */
	const refuse = async (refusals) => {
		for (const [what, who, call, custom] of refusals) {
			const refusal = await chain.refused(call, who);
			assert.deepEqual([refusal.code, refusal.custom], [1010, custom], what);
			refused.push(`${custom} (${what})`);
		}
	};
	/** @param {Key} who @param {number} round */
	const commit = (who, round) => commitment(chain, who, round, report());
	/** @param {Said} values */
	const values = (...values) => reveal(chain, round, values);
	// At the start of a round.
	await closeRound(chain);
	const round = await openRound(chain);

	const [accountsBefore, feesBefore] = [await accounts(), await fees()];
	await chain.succeed(commit(bob, round), bob);
	await refuse([
		['a stranger', stranger, commit(stranger, round), 100],
		['a commitment too early', one, commit(one, round + 1), 102],
		['a commitment for a closed round', one, commit(one, round - 1), 103],
		['a second commitment', bob, commit(bob, round), 111],
		['a report in the first half', bob, reveal(chain, round, report()), 102],
	]);

	await untilReports(chain);
	await refuse([
		['a stranger', stranger, reveal(chain, round, report()), 100],
		['a commitment in the second half', one, commit(one, round), 103],
		['a report too early', bob, reveal(chain, round + 1, report()), 102],
		['a report for a closed round', bob, reveal(chain, round - 1, report()), 103],
		['without a commitment', one, reveal(chain, round, report()), 112],
		['empty', bob, values(), 105],
		['unsorted', bob, values([1, 12], [0, 50]), 106],
		['a metric twice', bob, values([0, 50], [0, 50]), 107],
		['an unknown metric', bob, values([77, 1]), 108],
		['a metered metric', bob, values([2, 1]), 109],
		['out of bounds', bob, reveal(chain, round, report(50, 12, 10_001)), 110],
		['another value', bob, reveal(chain, round, report(51)), 113],
		['another salt', bob, reveal(chain, round, report(), new Uint8Array(32)), 113],
	]);
	await chain.succeed(reveal(chain, round, report()), bob);
	await refuse([['a second report', bob, reveal(chain, round, report()), 104]]);
	await chain.seal();

	const expected = accountsBefore.map((account) => ({ ...account }));
	expected[1].nonce += 2;
	assert.deepEqual(await accounts(), expected, 'what is good is free, what is refused leaves no trace');
	assert.equal(await fees(), feesBefore);
	say(`refused with ${refused.join(', ')}`);
}, TIMEOUT_MS, { genesis: reportedByThree() });
