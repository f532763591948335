// SPDX-License-Identifier: Apache-2.0
// The rules of `ops/prometheus` ask for series that a running node and a running agent show.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Agent } from '../lib/agent.js';
import { NODE } from '../lib/artefacts.js';
import { Node } from '../lib/node.js';
import { AVAILABILITY, STORAGE } from '../lib/oracle.js';
import { until } from '../lib/process.js';
import { there } from '../lib/there.js';
import { MINUTE } from '../lib/units.js';

const RULES = new URL('../../ops/prometheus/', import.meta.url);
/** Until a value is accepted: a round of a minute, which the agent may have come too late for, and the next. */
const PATIENCE = 3 * MINUTE;
/** The line that tells where a node shows its series. */
const EXPORTER = /Prometheus exporter started at (127\.0\.0\.1:\d+)/;
/** What the agent reports, and a source that is not there, whose samples it refuses. */
const TABLES = `\
[[metric]]
id = ${STORAGE}
name = "proven_storage"
max = 1_000
source = { file = { path = "storage.txt" } }

[[metric]]
id = ${AVAILABILITY}
name = "availability"
max = 10_000
source = { file = { path = "nothing.txt" } }
`;

/** The series that the rules name, without those that Prometheus itself makes. */
async function wanted() {
	const files = (await readdir(RULES)).filter((name) => name.endsWith('.rules.yml'));
	const texts = await Promise.all(files.map((name) => readFile(new URL(name, RULES), 'utf8')));
	const expressions = texts.flatMap((text) => [...text.matchAll(/^ *expr: (.*)$/gm)]);
	return new Set(expressions.flatMap(([, expr]) => expr.match(/\b(destra|substrate)_\w+/g) ?? []));
}

/**
 * The names of the series that an endpoint shows.
 * @param {string} url
 */
async function shown(url) {
	const text = await (await fetch(url)).text();
	return text.split('\n').flatMap((line) => line.match(/^\w+/) ?? []);
}

test('every series that an alarm asks for is shown', { timeout: 2 * PATIENCE }, async (t) => {
	const basePath = await mkdtemp(join(tmpdir(), 'destra-e2e-alarms-'));
	/** @type {string[]} */
	const log = [];
	/** @type {Node | undefined} */
	let node;
	/** @type {Agent | undefined} */
	let agent;
	try {
		const options = ['--dev', '--base-path', basePath, '--unsafe-force-node-key-generation'];
		const ports = ['--port', '0', '--rpc-port', '0', '--prometheus-port', '0'];
		node = await Node.run(NODE, [...options, ...ports, '--no-mdns', '--no-telemetry'], log);
		agent = new Agent({ basePath, node, log });
		await agent.configure(TABLES);
		await agent.write('storage.txt', '7');
		await agent.start();
		const [, address] = there(log.join('\n').match(EXPORTER), 'the address of the exporter');

		const names = await wanted();
		assert.ok(names.size > 10, `the rules name series: ${[...names]}`);
		/** @type {string[]} */
		let missing = [];
		const endpoints = [`http://${address}/metrics`, there(agent.endpoint, 'the endpoint of the agent')];
		const look = async () => {
			const found = await Promise.all(endpoints.map(shown));
			missing = [...names].filter((name) => !found.flat().includes(name));
			return missing.length === 0;
		};
		await until(look, () => `the series ${missing} of the rules`, PATIENCE);
	} catch (error) {
		t.diagnostic(['the node and the agent wrote last:', ...log.slice(-60)].join('\n  | '));
		throw error;
	} finally {
		await agent?.stop();
		await node?.stop();
		await rm(basePath, { recursive: true, force: true });
	}
});
