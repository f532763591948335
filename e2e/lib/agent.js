// SPDX-License-Identifier: Apache-2.0
// The oracle agent: its configuration, the files it measures, and what it and the chain say of its reports.

import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AGENT } from './artefacts.js';
import { journey } from './journey.js';
import { Process, runToEnd, until } from './process.js';

/** The line that tells where its own metrics are. */
const READY = /own metrics at (http:\S+)/;

/**
 * A configuration for the node at `url`, but for the tables of the metrics. The agent reports as soon as it sees
 * a round, so that nobody waits for a part of one to pass, and looks often. Its own metrics are at any free port.
 */
const head = (url, key) => `\
[node]
url = "${url}"
poll = "100ms"

[key]
${key}

[round]
report_at = 0.0
spread = 0.0
sample_until = 0.01
resample = "100ms"

[metrics_endpoint]
listen = "127.0.0.1:0"
`;

/** An agent for a chain, with a folder for its configuration and for what it measures. */
export class Agent {
	#chain;
	#process;

	constructor(chain) {
		this.#chain = chain;
		// Goes with the chain at the end.
		this.folder = join(chain.basePath, 'agent');
		this.config = join(this.folder, 'agent.toml');
	}

	/** Writes its configuration: `tables` of metrics, and who signs. Yields the text. */
	async configure(tables, key = 'dev = "Alice"') {
		const text = `${head(this.#chain.node.url, key)}\n${tables}`;
		await mkdir(this.folder, { recursive: true });
		await writeFile(this.config, text);
		return text;
	}

	/** Writes a file into its folder, in one piece: it may look at any moment. */
	async write(name, text) {
		const path = join(this.folder, name);
		await writeFile(`${path}.new`, text);
		await rename(`${path}.new`, path);
	}

	/** Takes such a file away. */
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

	/** What its endpoint shows as `name`, which has the labels in it; nothing if it does not. */
	async metric(name) {
		const text = await (await fetch(this.endpoint)).text();
		const line = text.split('\n').find((line) => line.startsWith(`${name} `));
		return line && Number(line.slice(name.length + 1));
	}

	/** How many submissions ended as `outcome`. */
	ended = (outcome) => this.metric(`destra_agent_submissions_total{outcome="${outcome}"}`);

	/** Waits until `count` submissions have ended as `outcome`. */
	async untilEnded(outcome, count) {
		await until(async () => (await this.ended(outcome)) >= count, `${outcome} number ${count}`);
		assert.equal(await this.ended(outcome), count, outcome);
	}

	/** How often a metric had no value to report, for `reason`. */
	refused = (metric, reason) =>
		this.metric(`destra_agent_samples_refused_total{metric="${metric}",reason="${reason}"}`);
}

/** An agent that has lost its node waits a while before it looks for it again. */
const TIMEOUT_MS = 300_000;

/** As `journey`, with an agent that is not running yet: `story(chain, agent, say)`. */
export function agentJourney(title, story) {
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

/** Whether it is a report that an extrinsic calls for. */
const isReport = ({ method: { section, method } }) => section === 'kpiOracle' && method === 'report';

/** Whether a report waits for a block. */
export async function waiting(chain) {
	const pool = await chain.rpc('author_pendingExtrinsics');
	return pool.some((bytes) => isReport(chain.api.createType('Extrinsic', bytes)));
}

/** Waits for the agent's report, and makes the block it is in. */
export async function sealReport(chain) {
	await until(() => waiting(chain), 'a report in the pool');
	const [block] = await chain.seal();
	return block;
}

/** The reports in the block called `hash`: who reports which values for which round. */
export async function reportsIn({ api }, hash) {
	const { block } = await api.rpc.chain.getBlock(hash);
	return block.extrinsics.filter(isReport).map(({ signer, method: { args } }) => {
		const [round, values] = args;
		return {
			who: signer.toString(),
			round: round.toNumber(),
			values: [...values].map(([metric, value]) => [metric.toNumber(), value.toNumber()]),
		};
	});
}

/** All reports in the chain, in order. */
export async function allReports(chain) {
	const { number } = await chain.head();
	const reports = [];
	for (let height = 1; height <= number; height += 1) {
		reports.push(...(await reportsIn(chain, await chain.rpc('chain_getBlockHash', height))));
	}
	return reports;
}
