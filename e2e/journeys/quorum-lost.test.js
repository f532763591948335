// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { Schedule } from '../lib/economics.js';
import { TIMEOUT_MS, journey } from '../lib/journey.js';
import { PAID_VOLUME, STORAGE, metrics, report, reportRound, reportedByThree, states, threeReporters } from '../lib/oracle.js';
import { there } from '../lib/there.js';
import { MINUTE, dsync, sum } from '../lib/units.js';
/** @import { Block } from '../lib/chain.js' */
/** @import { Reports } from '../types/chain.ts' */

const MAX_AGE = 3 * MINUTE;

/** What rounding leaves due and a later step pays, in planck. */
const DUST = 5n;

/** A metric recovers as on a live chain. */
const GENESIS = reportedByThree({ maxAge: MAX_AGE, recoveryRounds: 2 });

journey('a lost quorum degrades the metrics, then only the fixed stream emits, until reports return', async (chain, say) => {
	const { one, bob, charlie } = await threeReporters(chain);
	const schedule = await Schedule.of(chain);
	/** @type {Reports} */
	const everybody = [one, bob, charlie].map((who) => [who, report()]);
	/** @type {Reports} */
	const oneAlone = [[one, report()]];
	/**
	 * What a few blocks mint, each of them checked against the schedule.
	 * @param {Block[]} blocks
	 */
	const steps = async (blocks) => {
		const seen = await Promise.all(blocks.map((block) => schedule.observe(block)));
		return schedule.check(seen);
	};
	/**
	 * What the metrics of reporters earn: fees count as paid volume, whatever the oracle does.
	 * @param {{ kpis: bigint[] }} step
	 */
	const reported = ({ kpis }) => sum(kpis.filter((_, metric) => metric !== PAID_VOLUME));
	/** @param {Block[]} blocks */
	const earnings = async (blocks) => (await steps(blocks)).map(reported);
	/**
	 * The state that the storage metric enters, if it does, in `blocks`.
	 * @param {Block[]} blocks
	 */
	const change = (blocks) => {
		const changes = blocks.flatMap((block) => block.all('kpiOracle.MetricStateChanged'));
		const own = changes.find(({ metric }) => metric.eqn(STORAGE));
		return own && `${own.from.type} → ${own.to.type}`;
	};

	await reportRound(chain, everybody);
	assert.equal(change(await reportRound(chain, everybody)), 'Stale → Fresh');
	assert.deepEqual(await states(chain), ['Fresh']);

	// One of three is no quorum. The last good value goes on earning.
	assert.equal(change(await reportRound(chain, oneAlone)), 'Fresh → Degraded');
	assert.deepEqual(await states(chain), ['Degraded']);
	const degraded = await earnings(await chain.seal(4));
	assert.ok(degraded.every((kpi) => kpi > 0n), 'a degraded metric earns');

	// Until it is too old. The state is told by the clock, before a round closes.
	let storage;
	do {
		storage = there((await metrics(chain)).get(STORAGE));
		assert.equal(storage.state, storage.age > MAX_AGE ? 'Stale' : 'Degraded');
		await chain.seal();
	} while (storage.state !== 'Stale');
	assert.deepEqual(await states(chain), ['Stale']);
	assert.equal(change(await reportRound(chain, oneAlone)), 'Degraded → Stale');
	const stale = await steps(await chain.seal(8));
	for (const step of stale) {
		assert.ok(step.fixed > 0n, 'the fixed stream goes on');
		assert.ok(reported(step) <= DUST, 'no KPI stream of theirs emits');
	}

	// Recovery takes two good rounds in a row.
	await reportRound(chain, oneAlone);
	const once = await reportRound(chain, everybody);
	assert.deepEqual(await states(chain), ['Stale']);
	assert.ok((await earnings(once)).every((kpi) => kpi <= DUST));
	assert.equal(change(await reportRound(chain, everybody)), 'Stale → Fresh');
	const recovered = await earnings(await chain.seal(4));
	assert.ok(recovered.every((kpi) => kpi > 0n), 'a recovered metric earns');
	say(`KPI emission of a block: degraded ${dsync(degraded[0])}, stale 0, recovered ${dsync(recovered[0])}`);
}, TIMEOUT_MS, { genesis: GENESIS });
