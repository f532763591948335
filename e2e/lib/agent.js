// SPDX-License-Identifier: Apache-2.0
// The oracle agent: its configuration, the files it measures, and what it and the chain say of its commitments
// and reports.

import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AGENT } from './artefacts.js';
import { journey } from './journey.js';
import { REPORTER } from './oracle.js';
import { Process, runToEnd, until } from './process.js';
import { there } from './there.js';
/** @import { Cell, Connected, Extrinsic, Hash, Said, Say } from '../types/chain.ts' */
/** @import { Chain } from './chain.js' */

/** The line that tells where its own metrics are. */
const READY = /own metrics at (http:\S+)/;

/** The calls that an agent makes, in the order in which it makes them in a round. */
export const COMMIT = 'commit';
export const REPORT = 'report';

/**
 * A configuration for the node at `url`, but for the tables of the metrics. The agent commits as soon as it sees
 * a round, so that nobody waits for a part of one to pass, and looks often. Its own metrics are at any free port.
 * @param {string} url
 * @param {string} key
 */
const head = (url, key) => `\
[node]
url = "${url}"
poll = "100ms"

[key]
${key}

[round]
sample_at = 0.0
spread = 0.0
sample_until = 0.05
resample = "100ms"

[metrics_endpoint]
listen = "127.0.0.1:0"
`;

/** An agent for a chain, with a folder for its configuration and for what it measures. */
export class Agent {
	#chain;
	/** @type {Process | undefined} */
	#process;

	/** @param {{ basePath: string, node: { url: string }, log: string[], alone?: boolean }} chain */
	constructor(chain) {
		this.#chain = chain;
		// Goes with the chain at the end.
		this.folder = join(chain.basePath, 'agent');
		this.config = join(this.folder, 'agent.toml');
	}

	/**
	 * Writes its configuration: `tables` of metrics, and who signs. Yields the text.
	 * @param {string} tables
	 */
	async configure(tables, key = `dev = "${REPORTER}"`) {
		const text = `${head(this.#chain.node.url, key)}\n${tables}`;
		await mkdir(this.folder, { recursive: true });
		await writeFile(this.config, text);
		return text;
	}

	/**
	 * Writes a file into its folder, in one piece: it may look at any moment.
	 * @param {string} name
	 * @param {string} text
	 */
	async write(name, text) {
		const path = join(this.folder, name);
		await writeFile(`${path}.new`, text);
		await rename(`${path}.new`, path);
	}

	/**
	 * Takes such a file away.
	 * @param {string} name
	 */
	remove(name) {
		return rm(join(this.folder, name));
	}

	/** Runs it with `--check`: its status, and what it wrote. */
	check() {
		return runToEnd(AGENT, ['--config', this.config, '--check']);
	}

	/** Starts it. What it writes stands in the log of the chain. */
	async start() {
		this.#chain.alone = false;
		this.#process = new Process('the agent', AGENT, ['--config', this.config], this.#chain.log);
		const [, endpoint] = await this.#process.untilReady(READY);
		this.endpoint = endpoint;
	}

	/** Ends it in good order, if it runs. Yields its status. */
	async stop() {
		const status = await this.#process?.stop();
		this.#process = undefined;
		this.#chain.alone = true;
		return status;
	}

	/**
	 * What its endpoint shows as `name`, which has the labels in it; nothing if it does not.
	 * @param {string} name
	 */
	async metric(name) {
		const text = await (await fetch(this.endpoint)).text();
		const line = text.split('\n').find((line) => line.startsWith(`${name} `));
		return line === undefined ? undefined : Number(line.slice(name.length + 1));
	}

	/** Ends it as a power cut would. */
	async kill() {
		await there(this.#process, 'the agent').kill();
		this.#process = undefined;
	}

	/**
	 * How many of its submissions of `what`, a call of the oracle's, ended as `outcome`.
	 * @param {string} what
	 * @param {string} outcome
	 */
	ended = (what, outcome) =>
		this.metric(`destra_agent_submissions_total{outcome="${outcome}",phase="${what}"}`);

	/**
	 * Waits until `count` of them have ended so.
	 * @param {string} what
	 * @param {string} outcome
	 * @param {number} count
	 */
	async untilEnded(what, outcome, count) {
		const enough = async () => ((await this.ended(what, outcome)) ?? 0) >= count;
		await until(enough, `${what} ${outcome} number ${count}`);
		assert.equal(await this.ended(what, outcome), count, `${what} ${outcome}`);
	}

	/**
	 * How often a metric had no value to report, for `reason`.
	 * @param {string} metric
	 * @param {string} reason
	 */
	refused = (metric, reason) =>
		this.metric(`destra_agent_samples_refused_total{metric="${metric}",reason="${reason}"}`);
}

/** An agent that has lost its node waits a while before it looks for it again. */
const TIMEOUT_MS = 300_000;

/**
 * As `journey`, with an agent that is not running yet: `story(chain, agent, say)`.
 * @param {string} title
 * @param {(chain: Chain, agent: Agent, say: Say) => Promise<unknown>} story
 */
export function agentJourney(title, story) {
	/** @param {Chain} chain @param {Say} say */
	const tell = async (chain, say) => {
		const agent = new Agent(chain);
		try {
			await story(chain, agent, say);
		} finally {
			await agent.stop();
		}
	};
	journey(title, tell, TIMEOUT_MS);
}

/**
 * What an extrinsic tells the oracle: `commit` or `report`; nothing if it is another.
 * @param {Extrinsic} extrinsic
 */
const told = ({ method: { section, method } }) =>
	section === 'kpiOracle' && [COMMIT, REPORT].includes(method) ? method : undefined;

/**
 * What waits for a block of what the oracle is told.
 * @param {Chain} chain
 */
export async function waiting(chain) {
	/** @type {string[]} */
	const pool = await chain.rpc('author_pendingExtrinsics');
	return pool.map((bytes) => told(chain.api.createType('Extrinsic', bytes))).filter(Boolean);
}

/**
 * Waits until the agent's `what` is in the pool.
 * @param {Chain} chain
 * @param {string} what
 */
export const untilWaiting = (chain, what) =>
	until(async () => (await waiting(chain)).includes(what), `a ${what} in the pool`);

/**
 * Waits for the agent's `what`, and makes the block it is in.
 * @param {Chain} chain
 * @param {string} what
 */
export async function sealTold(chain, what) {
	await untilWaiting(chain, what);
	const [block] = await chain.seal();
	return block;
}

/**
 * What a report says.
 * @param {Cell} values
 * @returns {Said}
 */
const saidIn = (values) => [...values].map(([metric, value]) => [metric.toNumber(), value.toNumber()]);

/**
 * What the oracle is told in the block called `hash`: who says what for which round, in a report which values.
 * @param {Connected} chain
 * @param {Hash} hash
 */
export async function toldIn({ api }, hash) {
	const { block } = await api.rpc.chain.getBlock(hash);
	return block.extrinsics.filter(told).map((extrinsic) => {
		const what = told(extrinsic);
		const [round, values] = extrinsic.method.args;
		return {
			who: extrinsic.signer.toString(),
			what,
			round: round.toNumber(),
			values: what === REPORT ? saidIn(values) : undefined,
		};
	});
}

/**
 * All that the oracle was told in the chain, in order.
 * @param {Chain} chain
 */
export async function allTold(chain) {
	const { number } = await chain.head();
	const all = [];
	for (let height = 1; height <= number; height += 1) {
		all.push(...(await toldIn(chain, await chain.rpc('chain_getBlockHash', height))));
	}
	return all;
}
