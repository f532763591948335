// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { Schedule } from '../lib/economics.js';
import { journey } from '../lib/journey.js';
import { REPORTER, recover, report, states } from '../lib/oracle.js';
import { lastOf } from '../lib/there.js';
import { BLOCK, DAY, HOUR, dsync, sum } from '../lib/units.js';
/** @import { Reports } from '../types/chain.ts' */

/** What dividing by the budget of five recipients may leave due from one block to the next, in planck. */
const DUST = 5n;

/** The furthest that time jumps at once. */
const CENTURY = 100 * 366 * DAY;

journey('a chain that stood still for a day and for a week goes on, and mints an hour of it', async (chain, say) => {
	/** @type {Reports} */
	const reports = [[chain.key(REPORTER), report()]];
	const epoch = async () => (await chain.api.query.babe.epochIndex()).toNumber();
	const schedule = await Schedule.of(chain);
	const maxElapsed = chain.api.consts.emission.maxElapsed.toNumber();

	/**
	 * Stands still for `ms`, and checks what the blocks after that make of it.
	 * @param {number} ms
	 */
	const standStill = async (ms) => {
		assert.deepEqual(await states(chain), ['Fresh']);
		const [epochBefore, before] = [await epoch(), await chain.head()];
		await chain.advance(ms);
		const blocks = await chain.seal(4);
		assert.equal(blocks[0].moment, before.moment + BLOCK + ms);
		assert.ok((await epoch()) > epochBefore, 'BABE is in a later epoch');
		assert.equal(await chain.rpc('chain_getFinalizedHead'), lastOf(blocks).hash);

		// A block counts the time of the one before it, so the second one sees the gap.
		const clamped = blocks.flatMap((block) => block.all('emission.ElapsedClamped'));
		assert.deepEqual(
			clamped.map(({ elapsed, counted }) => [elapsed.toNumber(), counted.toNumber()]),
			[[BLOCK + ms, maxElapsed]],
		);
		assert.equal(blocks[1].one('emission.Emitted').elapsed.toNumber(), maxElapsed);
		assert.deepEqual(await states(chain), ['Stale'], 'no value is served that is this old');

		const seen = await Promise.all([before, ...blocks].map((block) => schedule.observe(block)));
		const steps = schedule.check(seen);
		assert.ok(steps[0].kpi > 0n, 'the time before the gap was earned');
		assert.ok(steps.slice(1).every(({ kpi }) => kpi < DUST), 'the gap was not');
		// Within rounding, the hour is worth as many blocks as fit into it, and no more.
		const perBlock = steps[3].fixed;
		const permitted = (BigInt(maxElapsed / BLOCK) * perBlock * 1_001n) / 1_000n;
		assert.ok(steps[1].fixed <= permitted, `${dsync(steps[1].fixed)} at once is too much`);
		return sum(steps.map(({ fixed }) => fixed));
	};

	await chain.seal(2);
	await recover(chain, reports);
	const day = await standStill(30 * HOUR);
	await recover(chain, reports);

	// The chain is a day ahead of the clock on the wall by now. A node that starts again does not mind.
	await chain.restart();
	const week = await standStill(8 * DAY);
	await chain.restart();
	await recover(chain, reports);
	assert.deepEqual(await states(chain), ['Fresh']);
	say(`30 hours bring ${dsync(day)}, 8 days ${dsync(week)}; the rest is postponed`);
});

journey('a chain that stood still for a century makes its next block like any other', async (chain, say) => {
	const epoch = async () => (await chain.api.query.babe.epochIndex()).toNumber();
	await chain.seal(2);
	const [epochBefore, before] = [await epoch(), await chain.head()];
	await chain.advance(CENTURY);
	const [block] = await chain.seal(3);
	assert.equal(block.moment, before.moment + BLOCK + CENTURY);
	const skipped = (await epoch()) - epochBefore;
	assert.equal(skipped, CENTURY / HOUR);

	// What was seen in the slots before is forgotten, yet no slot is taken twice.
	await chain.restart();
	const after = await chain.head();
	const [next] = await chain.seal(1);
	assert.equal(next.moment, after.moment + BLOCK);
	say(`${skipped} epochs skipped by one block`);
});
