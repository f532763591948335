// SPDX-License-Identifier: Apache-2.0
// Four rounds of it, one way of filling blocks after the other; `rehearsals/full-blocks.test.js` has ten. And whoever
// fills blocks keeps nobody out of the set of validators.

import assert from 'node:assert/strict';
import { u8aToHex } from '@polkadot/util';
import { Flood } from '../lib/flood.js';
import { TIMEOUT_MS, journey } from '../lib/journey.js';
import { until } from '../lib/process.js';
import { GENESIS, siege } from '../lib/siege.js';
import { VALIDATOR, perbill, profile, settings } from '../lib/staking.js';
import { DSYNC, HOUR, dsync } from '../lib/units.js';
/** @import { Extrinsic } from '../types/chain.ts' */

journey('whoever fills every block silences no reporter, and pays more for each', siege(4), TIMEOUT_MS, { genesis: GENESIS });

/** What the attacker adds to each transaction: all together more than the stake of the candidate. */
const TIP = 15_000n * DSYNC;
/** @type {[name: string, fill: (flood: Flood) => Promise<void>][]} */
const WAYS = [
	['bytes', (flood) => flood.bytes(TIP)],
	['weight', (flood) => flood.weight(TIP)],
];

journey('a heartbeat is the first in a block that others have filled and tipped', async (chain, say) => {
	const [candidate, attacker] = [chain.key('Bob'), chain.key('Mallory')];
	const { balances, session, stakingLocks, utility } = chain.api.tx;
	await chain.succeed(balances.transferKeepAlive(attacker.address, 200_000n * DSYNC), chain.key('Charlie'));
	const flood = await Flood.of(chain, attacker);
	const { keys, proof } = await chain.rpc('author_rotateKeysWithOwner', u8aToHex(candidate.publicKey));
	const { tiers, minStakes } = await settings(chain);
	const calls = [
		stakingLocks.lock(minStakes.validator, tiers[0]),
		stakingLocks.register(profile(candidate, [VALIDATOR]), perbill(5)),
		session.setKeys(keys, proof),
	];
	// The node sends heartbeats from then on, when it has a new block.
	chain.alone = false;
	await chain.succeed(utility.batchAll(calls), candidate);

	/** @param {Extrinsic} extrinsic */
	const isHeartbeat = ({ method }) => `${method.section}.${method.method}` === 'liveness.heartbeat';
	/** @param {Extrinsic} extrinsic */
	const isOurs = (extrinsic) => isHeartbeat(extrinsic) && extrinsic.method.args[0].eq(candidate.address);
	const pending = async () => (await chain.api.rpc.author.pendingExtrinsics()).some(isOurs);
	const sessionNow = async () => (await chain.api.query.session.currentIndex()).toNumber();
	const first = await sessionNow();
	for (const [turn, [way, fill]] of WAYS.entries()) {
		// Everybody is called in the first eighth of a session. In the next one, at whose end it would enter, it has to
		// show itself once more.
		await chain.advance(turn === 0 ? HOUR / 8 : HOUR);
		await chain.seal();
		assert.equal(await sessionNow(), first + turn);
		await fill(flood);
		await until(pending, 'the heartbeat in the pool');
		const [made] = await chain.seal();
		const given = made.all('liveness.HeartbeatReceived').map(({ validator }) => validator.toString());
		assert.ok(given.includes(candidate.address));
		const { block } = await chain.api.rpc.chain.getBlock(made.hash);
		const [, next] = block.extrinsics.map(isHeartbeat);
		assert.ok(next, `nothing is before it but the time, in a block filled with ${way}`);
		const share = await flood.share();
		assert.ok(share > 0.9, `${share} of block ${made.number}`);
		say(`block ${made.number}: ${Math.round(share * 100)} % by an attacker with ${way} and tips of ${dsync(TIP)}`);
	}
	const queued = (await chain.api.query.session.queuedKeys()).map(([who]) => who.toString());
	assert.ok(queued.includes(candidate.address), 'chosen for the next set');
}, TIMEOUT_MS, { heartbeats: true });
