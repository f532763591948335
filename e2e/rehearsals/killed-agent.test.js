// SPDX-License-Identifier: Apache-2.0
// The oracle agent on a real node: what an operator does with it, and what must not upset it.

import assert from 'node:assert/strict';
import { COMMIT, REPORT, agentJourney, allTold, sealTold, toldIn, untilWaiting, waiting } from '../lib/agent.js';
import { NODE } from '../lib/artefacts.js';
import { AVAILABILITY, STORAGE, closeRound, metrics, openRound, untilReports } from '../lib/oracle.js';
import { runToEnd, until } from '../lib/process.js';

/** A source whose number no binary fraction hits: 0.29 · 100 is 28.999… for whoever computes in them. */
const STORAGE_TABLE = `\
[[metric]]
id = ${STORAGE}
name = "proven_storage"
max = 1_000
scale = 100
source = { file = { path = "storage.txt", field = 1 } }
`;
/** What the file may say, and what is to be reported then. */
const LITTLE = ['storage.txt', 'used 0.29 of 1.00\n'];
const MORE = ['storage.txt', 'used 0.319 of 1.00\n'];
const [LITTLE_STORAGE, MORE_STORAGE] = [29, 31];

const AVAILABILITY_TABLE = `\
[[metric]]
id = ${AVAILABILITY}
name = "availability"
max = 10_000
scale = 10_000
source = { file = { path = "services.json", pointer = "/services/up" } }
`;
const UP = ['services.json', '{"services": {"up": "0.98", "asked": 50}}'];
const UP_POINTS = 9_800;

/** How many blocks a killed node may lose, as the journey of the killed node finds out. */
const MAY_LOSE = 2;

agentJourney('neither a killed node nor a killed agent lets anything be said twice in a round, or not at all', async (chain, agent, say) => {
	const alice = chain.key('Alice');
	const sent = async () => (await chain.account(alice)).nonce;
	/** Makes more blocks than a killed node may lose before there is anything to say, and waits for a commitment. */
	const commitSafely = async () => {
		await agent.remove('storage.txt');
		await closeRound(chain);
		await chain.seal(MAY_LOSE + 1);
		const round = await openRound(chain);
		await agent.write(...LITTLE);
		await untilWaiting(chain, COMMIT);
		return round;
	};

	await chain.seal(2);
	await agent.configure(STORAGE_TABLE);
	await agent.write(...LITTLE);
	await agent.start();
	await sealTold(chain, COMMIT);
	await untilReports(chain);
	await sealTold(chain, REPORT);
	for (const what of [COMMIT, REPORT]) await agent.untilEnded(what, 'finalised', 1);
	assert.equal(await sent(), 2);

	// A commitment waits in the pool, which a dead node forgets: the agent hands it in again.
	const inPool = await commitSafely();
	await chain.crash({ samePort: true });
	assert.equal(await openRound(chain), inPool, 'the same round is open');
	await sealTold(chain, COMMIT);
	await agent.untilEnded(COMMIT, 'finalised', 2);
	assert.equal(await agent.ended(COMMIT, 'lost'), 1);

	// Before the report the agent dies. What it has committed to is in its file, whatever the source says by now.
	await agent.kill();
	await untilReports(chain);
	await agent.write(...MORE);
	await agent.start();
	const shown = await sealTold(chain, REPORT);
	const [{ values }] = await toldIn(chain, shown.hash);
	assert.deepEqual(values, [[STORAGE, LITTLE_STORAGE]]);
	await agent.untilEnded(REPORT, 'finalised', 1);
	assert.equal(await sent(), 4);

	// The commitment is in a block that is not final. The dead node may have lost the block, or not.
	const inBlock = await commitSafely();
	await chain.rpc('engine_createBlock', true, false);
	assert.equal(await sent(), 5);
	await chain.crash({ samePort: true });
	assert.equal(await openRound(chain), inBlock, 'the same round is open');
	const kept = (await sent()) === 5;
	if (!kept) await sealTold(chain, COMMIT);
	await untilReports(chain);
	await sealTold(chain, REPORT);
	await agent.untilEnded(COMMIT, 'finalised', 1);
	await agent.untilEnded(REPORT, 'finalised', 2);
	assert.equal(await sent(), 6);

	// A new agent hears from the chain that all is said.
	assert.equal(await agent.stop(), 0, 'SIGTERM is a good end');
	await agent.start();
	await agent.untilEnded(REPORT, 'duplicate', 1);
	assert.deepEqual(await waiting(chain), []);
	await closeRound(chain);
	await sealTold(chain, COMMIT);
	await agent.untilEnded(COMMIT, 'finalised', 1);

	const all = await allTold(chain);
	const rounds = [...new Set(all.map(({ round }) => round))];
	const expected = rounds.flatMap((round) => [`${COMMIT} ${round}`, `${REPORT} ${round}`]).slice(0, -1);
	assert.deepEqual(all.map(({ what, round }) => `${what} ${round}`), expected);
	assert.deepEqual([...new Set(all.map(({ who }) => who))], [alice.address]);
	assert.equal(all.length, await sent(), 'each nonce is a commitment or a report');
	say(`told of rounds ${rounds.join(', ')}; the second kill ${kept ? 'lost nothing' : 'lost the block of the commitment'}`);
});
