// SPDX-License-Identifier: Apache-2.0
// How a node starts: where it was told to, and with the database that is there. And how it stops.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { Node } from '../lib/node.js';
import { emptyFolder, on, refuses, sealOn, whileRunning } from '../lib/tools.js';
import { MINUTE } from '../lib/units.js';
/** @import { AddressInfo } from 'node:net' */

const TIMEOUT_MS = 5 * MINUTE;

test('a node does not start where somebody has its port', { timeout: TIMEOUT_MS }, async (t) => {
	const holder = createServer();
	holder.listen(0, '127.0.0.1');
	await once(holder, 'listening');
	t.after(() => holder.close());
	const { port } = /** @type {AddressInfo} */ (holder.address());
	const folder = await emptyFolder(t);
	const ports = { '--rpc-port': 0, '--prometheus-port': 0, '--port': 0 };
	for (const option of Object.keys(ports)) {
		const chosen = Object.entries({ ...ports, [option]: port }).flat().map(String);
		const error = await refuses('--dev', ...on(folder), ...chosen);
		assert.match(error, new RegExp(`:${port}: .*\`${option}\``));
	}
});

test('a chain that keeps few states opens without being told so again', { timeout: TIMEOUT_MS }, async (t) => {
	const folder = await emptyFolder(t);
	const few = { more: ['--state-pruning', '16'] };
	const hash = await whileRunning(folder, few, async (node) => (await sealOn(node, 1, true))[0]);
	/** @param {Node} node */
	const first = (node) => node.rpc('chain_getBlockHash', 1);
	assert.equal(await whileRunning(folder, {}, first), hash);
	assert.match(
		await refuses('--dev', ...on(folder), '--port', '0', '--no-prometheus', '--rpc-port', '0', '--state-pruning', 'archive'),
		/[Ii]ncompatible pruning modes/,
	);
});

test('a node that is told to stop reports no failure', { timeout: TIMEOUT_MS }, async (t) => {
	const folder = await emptyFolder(t);
	for (const options of [{}, { byTheClock: true }]) {
		/** @type {string[]} */
		const log = [];
		const node = await Node.start(folder, log, { ...options, more: ['--detailed-log-output'] });
		assert.equal(await node.stop(), 0);
		const written = log.join('\n  | ');
		assert.match(written, / INFO /, 'lines name their level');
		assert.doesNotMatch(written, / ERROR |failed/);
	}
});
