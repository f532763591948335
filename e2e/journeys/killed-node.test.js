// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { journey } from '../lib/journey.js';
import { ledger } from '../lib/ledger.js';
import { REPORTER, metrics, recover, report, reportRound } from '../lib/oracle.js';
import { lastOf } from '../lib/there.js';
import { BLOCK, DSYNC } from '../lib/units.js';

/**
 * How many blocks a killed node may lose: the database writes behind the back of the one who made the
 * block, by a moment.
 */
const MAY_LOSE = 2;

journey('a node killed with kill -9 goes on where it was', async (chain, say) => {
	const { api } = chain;
	const alice = chain.key('Alice');
	const state = async () => ({
		ledger: await ledger(chain),
		round: (await chain.api.call.kpiOracleApi.round()).toJSON(),
		metrics: await metrics(chain),
		accounts: [await chain.account(alice), await chain.account(chain.key('Bob'))],
	});
	/** @param {number} number */
	const hashAt = async (number) => chain.rpc('chain_getBlockHash', number);

	await chain.seal(2);
	await recover(chain, [[chain.key(REPORTER), report()]]);
	await chain.succeed(api.tx.balances.transferKeepAlive(alice.address, DSYNC), chain.key('Bob'));
	// The state at each height from here on, to compare with what the node wakes up with.
	const known = new Map();
	for (let count = 0; count < 6; count += 1) {
		const [block] = await chain.seal();
		known.set(block.number, { hash: block.hash, moment: block.moment, ...(await state()) });
	}
	const last = Math.max(...known.keys());

	await chain.crash();

	const head = await chain.head();
	const lost = last - head.number;
	assert.ok(0 <= lost && lost <= MAY_LOSE, `${lost} of the last blocks are lost`);
	const { hash, moment, ...expected } = known.get(head.number);
	assert.equal(head.hash, hash, 'the head is the block it was');
	assert.equal(await hashAt(head.number), hash);
	assert.deepEqual(await state(), expected, 'with the same state');

	const [next] = await chain.seal();
	// BABE may remember the slot of a block that was lost: no other block takes it.
	const later = next.moment - moment;
	assert.ok(later % BLOCK === 0 && later >= BLOCK && later <= (1 + lost) * BLOCK, `${later} ms later`);
	assert.equal(next.one('emission.Emitted').elapsed.toNumber(), later);
	const closing = lastOf(await reportRound(chain, [[chain.key(REPORTER), report()]]));
	assert.equal(closing.one('kpiOracle.RoundClosed').reports.toNumber(), 1, 'a round goes on from there');
	say(`killed after block ${last}, woke up at ${head.number}, went on to ${closing.number}`);
});
