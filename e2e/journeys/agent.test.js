// SPDX-License-Identifier: Apache-2.0
// The oracle agent on a real node: what an operator does with it, and what must not upset it.

import assert from 'node:assert/strict';
import { COMMIT, REPORT, agentJourney, allTold, sealTold, toldIn, untilWaiting, waiting } from '../lib/agent.js';
import { NODE } from '../lib/artefacts.js';
import { AVAILABILITY, REPORTER, STORAGE, closeRound, metrics, openRound, untilReports } from '../lib/oracle.js';
import { runToEnd, until } from '../lib/process.js';
import { lastOf, there } from '../lib/there.js';
/** @import { Said } from '../types/chain.ts' */

/** A source whose number no binary fraction hits: 0.29 · 100 is 28.999… for whoever computes in them. */
const STORAGE_TABLE = `\
[[metric]]
id = ${STORAGE}
name = "proven_storage"
max = 1_000
scale = 100
timeout = "1s"
source = { file = { path = "storage.txt", field = 1 } }
`;
/**
 * What the file may say, and what is to be reported then.
 * @typedef {[name: string, text: string]} File
 * @type {File}
 */
const LITTLE = ['storage.txt', 'used 0.29 of 1.00\n'];
/** @type {File} */
const MORE = ['storage.txt', 'used 0.319 of 1.00\n'];
const [LITTLE_STORAGE, MORE_STORAGE] = [29, 31];

const AVAILABILITY_TABLE = `\
[[metric]]
id = ${AVAILABILITY}
name = "availability"
max = 10_000
scale = 10_000
timeout = "1s"
source = { file = { path = "services.json", pointer = "/services/up" } }
`;
/** @type {File} */
const UP = ['services.json', '{"services": {"up": "0.98", "asked": 50}}'];
const UP_POINTS = 9_800;

/** How many blocks a killed node may lose, as the journey of the killed node finds out. */
const MAY_LOSE = 2;

agentJourney('--check tries everything, says what is wrong and where, and submits nothing', async (chain, agent, say) => {
	const reporter = chain.key(REPORTER);
	const [, { number: before }] = await chain.seal(2);
	const { nonce } = await chain.account(reporter);

	// All is well.
	await agent.configure(STORAGE_TABLE);
	await agent.write(...LITTLE);
	const good = await agent.check();
	assert.equal(good.status, 0, good.err);
	const round = await openRound(chain);
	const told = [
		/^configuration +ok, metrics: 1$/,
		new RegExp(`^state +ok: ${agent.folder}/agent.state can be written$`),
		new RegExp(`^node +ok: ${chain.node.url}/, round ${round} is open for 60s, for commitments the first 30s$`),
		new RegExp(`^account +ok: ${reporter.address} is an active reporter, `),
		new RegExp(`^metric 0 +proven_storage ok: ${LITTLE_STORAGE} GiB \\(\`proven_storage\` on chain\\)$`),
	];
	const lines = good.out.trimEnd().split('\n');
	assert.equal(lines.length, told.length, good.out);
	for (const [index, line] of told.entries()) assert.match(lines[index], line);

	// A key that the node has made, but no reporter's. It reads the secret phrase from a file, as the guide says.
	const generated = await runToEnd(NODE, ['key', 'generate', '--scheme', 'sr25519', '--output-type', 'json']);
	const { secretPhrase, ss58Address } = JSON.parse(generated.out);
	await agent.configure(STORAGE_TABLE, 'file = "key"');
	await agent.write('key', `${secretPhrase}\n`);
	const stranger = await agent.check();
	assert.equal(stranger.status, 1, stranger.err);
	const admission = `failed: ${ss58Address} is no reporter: ask governance for admission`;
	assert.ok(stranger.out.includes(admission), stranger.out);

	// A source without a number, and a node that is not there.
	const text = await agent.configure(STORAGE_TABLE);
	await agent.remove('storage.txt');
	const dry = await agent.check();
	assert.equal(dry.status, 1, dry.err);
	assert.match(dry.out, /^metric 0 +proven_storage failed: \/\S+\/storage\.txt: source is down: No such file/m);
	assert.match(dry.err, /^error: something above does not work$/m);
	await agent.write('agent.toml', text.replace(chain.node.url, 'ws://127.0.0.1:1'));
	const alone = await agent.check();
	assert.equal(alone.status, 1, alone.err);
	assert.match(alone.out, /^node +failed: cannot connect to ws:\/\/127\.0\.0\.1:1\//m);

	// A place for the agent's state that holds something else, which is not to be lost.
	await agent.write('agent.toml', `${text}\n[state]\nfile = "key"\n`);
	const precious = await agent.check();
	assert.equal(precious.status, 2, precious.err);
	assert.match(precious.err, /^error: \[state\] file: \S+\/key is none of the agent's: move it away, or name another file/);

	// A wrong configuration: nothing is tried, and the table, the field and the line are named.
	/** @param {string} of */
	const line = (of) => text.slice(0, text.indexOf(of)).split('\n').length;
	const mistakes = [
		['max = 1_000', 'maximum = 1_000', 'max = 1_000', '[[metric]] maximum: unknown field `maximum`'],
		['max = 1_000', 'max = "much"', 'max = 1_000', '[[metric]] max: invalid type: string "much"'],
		['max = 1_000', 'max = 1_000\nmin = 1_001', '[[metric]]', '[[metric]] 0 (proven_storage), min: 1001 is above max 1000'],
		['poll = "100ms"', 'poll = "soon"', 'poll', '[node] poll: invalid value: string "soon"'],
		[`dev = "${REPORTER}"`, `dev = "${REPORTER}"\nenv = "KEY"`, '[key]', '[key]: give exactly one of `file`, `env` and `dev`'],
	];
	for (const [right, wrong, place, message] of mistakes) {
		await agent.write('agent.toml', text.replace(right, wrong));
		const bad = await agent.check();
		assert.equal(bad.status, 2, `${wrong}: ${bad.err}`);
		assert.equal(bad.out, '', `${wrong}: nothing is tried`);
		const expected = `error: ${agent.config}:${line(place)}: ${message}`;
		assert.ok(bad.err.startsWith(expected), `${bad.err} instead of ${expected}`);
	}

	assert.deepEqual(await waiting(chain), [], 'nothing is in the pool');
	const [{ hash, number }] = await chain.seal();
	assert.equal(number, before + 1, 'nobody has made a block');
	assert.deepEqual(await toldIn(chain, hash), []);
	assert.equal((await chain.account(reporter)).nonce, nonce);
	say(`${lines.at(-1)}; ${mistakes.length} mistakes named`);
});

agentJourney('what two files say is reported once a round, until one and then both are gone', async (chain, agent, say) => {
	const reporter = chain.key(REPORTER);
	/** @param {number} metric */
	const known = async (metric) => {
		const { value, state } = there((await metrics(chain)).get(metric));
		return [value, state];
	};
	/** Makes blocks until the open round has closed; what its reports came to. */
	const close = async () => {
		const closing = lastOf(await closeRound(chain));
		const { reports, quorum } = closing.one('kpiOracle.RoundClosed');
		return { closing, reports: reports.toNumber(), quorum: quorum.toNumber() };
	};
	let finalised = 0;
	/**
	 * Waits until the agent has said `what` of the open round, and it is final.
	 * @param {string} what
	 * @param {Said | undefined} values
	 */
	const told = async (what, values) => {
		const round = await openRound(chain);
		const block = await sealTold(chain, what);
		assert.deepEqual(await toldIn(chain, block.hash), [{ who: reporter.address, what, round, values }]);
		await agent.untilEnded(what, 'finalised', finalised);
		return { block, round };
	};
	/** Waits until it has committed to values in the open round. */
	const committed = async () => {
		finalised += 1;
		const { block, round } = await told(COMMIT, undefined);
		assert.equal(block.one('kpiOracle.Committed').round.toNumber(), round);
		assert.equal(await agent.metric('destra_agent_last_committed_round'), round);
	};
	/**
	 * Waits until it has reported these values, which it has committed to.
	 * @param {Said | undefined} values
	 */
	const reported = async (values) => {
		await untilReports(chain);
		const { block, round } = await told(REPORT, values);
		const { who, round: counted } = block.one('kpiOracle.Reported');
		assert.deepEqual([who.toString(), counted.toNumber()], [reporter.address, round]);
		assert.equal(await agent.metric('destra_agent_last_reported_round'), round);
	};

	await chain.seal(2);
	await agent.configure(STORAGE_TABLE + AVAILABILITY_TABLE);
	await agent.write(...LITTLE);
	await agent.write(...UP);
	await agent.start();
	await committed();
	assert.equal(await agent.metric('destra_agent_last_value{metric="proven_storage"}'), LITTLE_STORAGE);
	// What is committed to is reported, whatever the source says by then.
	await agent.write(...MORE);
	await reported([[STORAGE, LITTLE_STORAGE], [AVAILABILITY, UP_POINTS]]);

	// One report is what the round needs, and all that it gets.
	await agent.remove('storage.txt');
	const { closing, ...first } = await close();
	assert.deepEqual(first, { reports: 1, quorum: 1 });
	const accepted = closing.all('kpiOracle.ValueAccepted').map(({ metric, value }) => `${metric}: ${value}`);
	for (const value of [`${STORAGE}: ${LITTLE_STORAGE}`, `${AVAILABILITY}: ${UP_POINTS}`]) {
		assert.ok(accepted.includes(value), `${value} is not among the accepted values ${accepted.join(', ')}`);
	}
	assert.deepEqual(await known(STORAGE), [LITTLE_STORAGE, 'Fresh']);

	// A source that is gone is left out of the report: absent is not zero.
	await committed();
	assert.ok(there(await agent.refused('proven_storage', 'source_down')) > 0);
	assert.equal(await agent.refused('availability', 'source_down'), undefined);
	await agent.remove('services.json');
	await reported([[AVAILABILITY, UP_POINTS]]);
	await close();
	assert.deepEqual(await known(STORAGE), [LITTLE_STORAGE, 'Degraded']);
	assert.deepEqual(await known(AVAILABILITY), [UP_POINTS, 'Fresh']);

	// Without any there is no report. The chain goes on, and the agent keeps looking.
	await until(() => agent.refused('availability', 'source_down'), 'a sample that is refused');
	await untilReports(chain);
	for (const what of [COMMIT, REPORT]) await agent.untilEnded(what, 'missed', 1);
	const silent = await close();
	assert.equal(silent.reports, 0);
	assert.deepEqual(silent.closing.all('kpiOracle.ReporterStruck'), [], 'nobody is struck in a round without a quorum');
	assert.deepEqual(await known(AVAILABILITY), [UP_POINTS, 'Degraded']);

	// One is back in the middle of the first half, the other before the next round.
	await chain.seal();
	await agent.write(...UP);
	await committed();
	await agent.write(...MORE);
	await reported([[AVAILABILITY, UP_POINTS]]);
	await close();
	await committed();
	await reported([[STORAGE, MORE_STORAGE], [AVAILABILITY, UP_POINTS]]);
	await close();
	assert.deepEqual(await known(STORAGE), [MORE_STORAGE, 'Fresh']);
	say(`${finalised} reports in 5 rounds, of which one was missed`);
});

agentJourney('neither a killed node nor a killed agent lets anything be said twice in a round, or not at all', async (chain, agent, say) => {
	const reporter = chain.key(REPORTER);
	const sent = async () => (await chain.account(reporter)).nonce;
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
	// Had the first agent said it just before it died, then this one has heard that it is said.
	/** @param {string} outcome */
	const reported = async (outcome) => (await agent.ended(REPORT, outcome)) ?? 0;
	const ended = async () => (await reported('finalised')) + (await reported('duplicate'));
	await until(async () => (await ended()) === 1, 'the end of the report');
	const own = await reported('finalised');
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
	await agent.untilEnded(REPORT, 'finalised', own + 1);
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
	assert.deepEqual([...new Set(all.map(({ who }) => who))], [reporter.address]);
	assert.equal(all.length, await sent(), 'each nonce is a commitment or a report');
	say(`told of rounds ${rounds.join(', ')}; the second kill ${kept ? 'lost nothing' : 'lost the block of the commitment'}`);
});
