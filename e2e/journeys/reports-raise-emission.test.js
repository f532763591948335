// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { Schedule } from '../lib/economics.js';
import { TIMEOUT_MS, journey } from '../lib/journey.js';
import { AVAILABILITY, GPU_HOURS, STORAGE, metrics, report, reportRound, reportedByThree, threeReporters } from '../lib/oracle.js';
import { lastOf, there } from '../lib/there.js';
import { BLOCK, dsync } from '../lib/units.js';
/** @import { Block } from '../lib/chain.js' */
/** @import { Reports } from '../types/chain.ts' */

journey('three reports make a median, and the emission rises by what economics computes', async (chain, say) => {
	const { one, bob, charlie } = await threeReporters(chain);
	const schedule = await Schedule.of(chain);
	/** @param {Block[]} blocks */
	const observe = (blocks) => Promise.all(blocks.map((block) => schedule.observe(block)));
	/** @type {Reports} */
	const reports = [
		[one, report(52, 12, 9_800)],
		[bob, report(48, 13, 9_700)],
		[charlie, report(50, 11, 9_850)],
	];
	const medians = new Map([[STORAGE, 50], [GPU_HOURS, 12], [AVAILABILITY, 9_800]]);

	// A metric that nothing is known of earns after two good rounds in a row.
	const first = await observe(await reportRound(chain, reports));
	for (const { kpis } of schedule.check(first)) {
		for (const metric of medians.keys()) assert.equal(kpis[metric], 0n, 'one round earns nothing yet');
	}

	const second = await reportRound(chain, reports);
	const values = await metrics(chain);
	for (const [metric, median] of medians) {
		assert.deepEqual(
			{ ...values.get(metric), age: undefined },
			{ value: median, state: 'Fresh', agreeing: 3, age: undefined },
		);
		const accepted = lastOf(second).all('kpiOracle.ValueAccepted');
		assert.ok(accepted.some((event) => event.metric.eqn(metric) && event.value.eqn(median)));
	}

	const history = [...(await chain.api.call.kpiOracleApi.history(STORAGE))].map((entry) => [
		entry.value.unwrap().toNumber(),
		entry.agreeing.toNumber(),
		entry.state.type,
	]);
	assert.deepEqual(history, [[50, 3, 'Stale'], [50, 3, 'Fresh']]);

	const lastButOne = there(second.at(-2));
	// The closing block earns with the new values already: the oracle runs before the emission.
	const earning = [lastOf(second), ...(await chain.seal(8))];
	const steps = schedule.check(await observe([lastButOne, ...earning]));
	for (const [index, { fixed, kpi, kpis }] of steps.entries()) {
		const emitted = earning[index].one('emission.Emitted');
		assert.deepEqual([emitted.fixed.toBigInt(), emitted.kpi.toBigInt()], [fixed, kpi]);
		for (const metric of medians.keys()) assert.ok(kpis[metric] > 0n, `metric ${metric} earns`);
	}

	// Each metric stays below its baseline, so that what it achieved is its value in all that time.
	const before = await schedule.observe(lastButOne);
	const after = await schedule.observe(lastOf(earning));
	for (const [metric, median] of medians) {
		const achieved = BigInt(median * earning.length * BLOCK);
		assert.equal(after.cumulated[metric] - before.cumulated[metric], achieved);
	}
	const { fixed, kpi } = lastOf(steps);
	say(`medians ${[...medians.values()].join(', ')}: a block emits ${dsync(fixed)} + ${dsync(kpi)}`);
}, TIMEOUT_MS, { genesis: reportedByThree({ recoveryRounds: 2 }) });
