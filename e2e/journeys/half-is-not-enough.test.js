// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { TIMEOUT_MS, journey } from '../lib/journey.js';
import { GPU_HOURS, LIVE, REPORTER, STORAGE, metrics, report, reportRound, reportedBy } from '../lib/oracle.js';
import { lastOf, there } from '../lib/there.js';
import { BLOCK } from '../lib/units.js';
/** @import { Reports } from '../types/chain.ts' */

/** Of six reporters half tell the truth, and half report that there is no storage at all. */
const HONEST = [REPORTER, 'Bob', 'Charlie'];
const LIARS = ['Dave', 'Eve', 'Ferdie'];
const [TRUTH, LIE] = [report(1_000), report(0)];
const ROUNDS = 20;

/** Strikes as on a live chain, and the shortest rounds that there are. */
const SETTINGS = { ...LIVE, roundLength: 4 * BLOCK };
const GENESIS = reportedBy([...HONEST, ...LIARS], SETTINGS);

journey('half of the reporters move no value, and bring nobody a strike', async (chain, say) => {
	const [honest, liars] = [HONEST, LIARS].map((names) => names.map((name) => chain.key(name)));
	const all = [...honest, ...liars];
	await chain.seal(2);
	/** @type {Reports} */
	const agreed = all.map((who) => [who, TRUTH]);
	for (let round = 0; round < SETTINGS.recoveryRounds; round += 1) await reportRound(chain, agreed);
	const storage = async () => there((await metrics(chain)).get(STORAGE));
	const before = await storage();
	assert.deepEqual({ ...before, age: 0 }, { value: 1_000, state: 'Fresh', age: 0, agreeing: all.length });

	const held = () => Promise.all(all.map(async (who) => (await chain.account(who)).held));
	const bonds = await held();
	/** @type {Reports} */
	const dispute = all.map((who) => [who, honest.includes(who) ? TRUTH : LIE]);
	for (let round = 1; round <= ROUNDS; round += 1) {
		const closing = lastOf(await reportRound(chain, dispute));
		assert.equal(closing.one('kpiOracle.RoundClosed').reports.toNumber(), all.length);
		const accepted = closing.all('kpiOracle.ValueAccepted').map(({ metric }) => metric.toNumber());
		assert.ok(!accepted.includes(STORAGE), `round ${round} has no value for the storage`);
		assert.ok(accepted.includes(GPU_HOURS), 'and one for what they agree on');
		for (const event of ['StepClamped', 'ReporterStruck', 'ReporterSuspended', 'BondSlashed']) {
			assert.deepEqual(closing.all(`kpiOracle.${event}`), [], `${event} in round ${round}`);
		}
	}

	const after = await storage();
	assert.deepEqual([after.value, after.state], [1_000, 'Degraded'], 'the last value stays');
	assert.deepEqual(await held(), bonds, 'and so do all bonds');
	for (const { address } of all) {
		const { reporter } = await chain.view('KpiOracle', 'reporter', [address]);
		const { standing, strikes } = reporter.unwrap();
		assert.deepEqual([standing.type, strikes.toNumber()], ['Active', 0], address);
	}
	// As soon as one of them tells the truth, it is told.
	/** @type {Reports} */
	const told = [...dispute.slice(0, -1), [lastOf(liars), TRUTH]];
	await reportRound(chain, told);
	assert.deepEqual([(await storage()).value, (await storage()).agreeing], [1_000, 4]);
	say(`${ROUNDS} rounds of three against three: the value is ${after.value}, ${after.state}, ${after.age / 1_000} s old`);
}, TIMEOUT_MS, { genesis: GENESIS });
