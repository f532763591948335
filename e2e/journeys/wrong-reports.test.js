// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { journey } from '../lib/journey.js';
import { burned, ledger } from '../lib/ledger.js';
import { STORAGE, metrics, openRound, report, reportRound, settings, threeReporters } from '../lib/oracle.js';
import { dsync } from '../lib/units.js';

/** What a part of a bond is counted in. */
const PARTS = 10n ** 9n;
/** Enough to see strikes add up. */
const STRIKE_LIMIT = 3;
/** Far outside the tolerance, and within the bounds. */
const WRONG = report(5_000);

journey('wrong reports get strikes, then a suspension and a slash of the bond, burned as such', async (chain, say) => {
	const { alice, bob, charlie } = await threeReporters(chain, { strikeLimit: STRIKE_LIMIT });
	const { bond, strikeSlash, suspensionRounds } = await settings(chain);
	const slash = (bond * BigInt(strikeSlash) + PARTS - 1n) / PARTS;
	assert.ok(0n < slash && slash < bond);
	const reports = [[alice, report()], [bob, report()], [charlie, WRONG]];
	const heldBefore = (await chain.account(charlie)).held;
	assert.equal(heldBefore, bond);

	for (let strikes = 1; strikes < STRIKE_LIMIT; strikes += 1) {
		const closing = (await reportRound(chain, reports)).at(-1);
		const struck = closing
			.all('kpiOracle.ReporterStruck')
			.filter(({ who }) => who.eq(charlie.address));
		assert.deepEqual(
			struck.map((event) => [event.conduct.type, event.strikes.toNumber()]),
			[['Wrong', strikes]],
		);
	}

	const closing = (await reportRound(chain, reports)).at(-1);
	const suspended = closing.one('kpiOracle.ReporterSuspended');
	assert.deepEqual([suspended.who.toString(), suspended.conduct.type], [charlie.address, 'Wrong']);
	assert.equal(suspended.rounds.toNumber(), suspensionRounds);
	const slashed = closing.one('kpiOracle.BondSlashed');
	assert.deepEqual([slashed.who.toString(), slashed.amount.toBigInt()], [charlie.address, slash]);

	const status = await chain.view('KpiOracle', 'reporter', [charlie.address]);
	const { bond: left, standing } = status.reporter.unwrap();
	assert.deepEqual([left.toBigInt(), standing.type], [bond - slash, 'Suspended']);
	assert.equal((await chain.account(charlie)).held, bond - slash);
	assert.equal(burned(await ledger(chain), 'Slash'), slash, 'the ledger counts the slash');

	// The wrong reports have moved nothing.
	assert.equal((await metrics(chain)).get(STORAGE).value, 50);
	const call = chain.api.tx.kpiOracle.report(await openRound(chain), report());
	assert.equal((await chain.refused(call, charlie)).custom, 101, 'suspended: may not report');
	say(`${STRIKE_LIMIT} wrong reports cost ${dsync(slash)} of a bond of ${dsync(bond)}`);
});

journey('a report that would fail is refused by the pool, with its reason and at no cost', async (chain, say) => {
	const { alice, bob } = await threeReporters(chain);
	const stranger = chain.key('Dave');
	const accounts = () => Promise.all([alice, bob, stranger].map((who) => chain.account(who)));
	const fees = async () => burned(await ledger(chain), 'TransactionFee');
	const reportOf = (round, values) => chain.api.tx.kpiOracle.report(round, values);
	// At the start of a round, so that it stays open.
	await reportRound(chain, []);
	const round = await openRound(chain);

	const [accountsBefore, feesBefore] = [await accounts(), await fees()];
	const { error } = await chain.include(reportOf(round, report()), bob);
	assert.equal(error, undefined);
	const refusals = [
		['a stranger', stranger, round, report(), 100],
		['too early', alice, round + 1, report(), 102],
		['too late', alice, round - 1, report(), 103],
		['a second one', bob, round, report(), 104],
		['empty', alice, round, [], 105],
		['an unknown metric', alice, round, [[77, 1]], 108],
		['a metered metric', alice, round, [[2, 1]], 109],
		['out of bounds', alice, round, report(50, 12, 10_001), 110],
	];
	for (const [what, who, forRound, values, custom] of refusals) {
		const refusal = await chain.refused(reportOf(forRound, values), who);
		assert.deepEqual([refusal.code, refusal.custom], [1010, custom], what);
	}
	await chain.seal();

	const expected = accountsBefore.map((account) => ({ ...account }));
	expected[1].nonce += 1;
	assert.deepEqual(await accounts(), expected, 'a good report is free, a refused one leaves no trace');
	assert.equal(await fees(), feesBefore);
	say(`refused with ${refusals.map(([what, , , , code]) => `${code} (${what})`).join(', ')}`);
});
