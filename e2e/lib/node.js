// SPDX-License-Identifier: Apache-2.0
// A node as a child process.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { NODE } from './artefacts.js';
import { chainSpec } from './chain-spec.js';
import { Process } from './process.js';
/** @import { Starting } from '../types/chain.ts' */

/** The runtime as machine code, so that only the first node has to compile it. */
const COMPILED = ['--compiled-runtimes', fileURLToPath(new URL('../.compiled-runtimes', import.meta.url))];

const READY = /Running JSON-RPC server: addr=127\.0\.0\.1:(\d+)/;

const ARGUMENTS = [
	['--alice'],
	['--unsafe-force-node-key-generation'],
	['--no-prometheus'],
	['--no-telemetry'],
	['--no-mdns'],
	COMPILED,
].flat();

/** A running node. */
export class Node extends Process {
	/** The port of its RPC server, as it says itself. */
	port = 0;
	/** Where its RPC server is reached. */
	url = '';

	/**
	 * Starts a node on `basePath`, of a development chain that makes a block only when it is told to, unless
	 * `sealing` says another way or it is to make them `byTheClock`. `genesis` is what that chain begins with otherwise than the preset; `chain` is a name or a specification
	 * of another one; `port` is that of its RPC server,
	 * 0 for any free one; `listen` is the address where other nodes reach it, of which it has one over TCP otherwise; `more` are further options. Where blocks come on demand it sends no `heartbeats` of its own
	 * unless told to: they would come into blocks at moments that no journey chooses.
	 * @param {string} basePath
	 * @param {string[]} log
	 * @param {Starting} options
	 */
	static async start(basePath, log, options = {}) {
		const { genesis, chain = chainSpec(genesis), port = 0, byTheClock = false, sealing = 'manual', heartbeats = false, listen, more = [] } = options;
		const workers = heartbeats ? [] : ['--offchain-worker', 'never'];
		const blocks = byTheClock ? [] : ['--sealing', sealing, ...workers];
		const reached = listen ? ['--listen-addr', listen] : ['--port', '0'];
		const place = ['--chain', chain, '--base-path', basePath, '--rpc-port', String(port), ...reached];
		return Node.run(NODE, [...ARGUMENTS, ...blocks, ...place, ...more], log);
	}

	/**
	 * Runs `program`, which is or becomes a node, until it serves RPC. Its output is appended to `log`.
	 * @param {string} program
	 * @param {string[]} options
	 * @param {string[]} log
	 */
	static async run(program, options, log) {
		const node = new Node('the node', program, options, log);
		const [, port] = await node.untilReady(READY);
		node.port = Number(port);
		node.url = `ws://127.0.0.1:${port}`;
		return node;
	}

	/**
	 * Calls an RPC method by its name.
	 * @param {string} method
	 * @param {...unknown} params
	 */
	async rpc(method, ...params) {
		const answer = await fetch(`http://127.0.0.1:${this.port}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
		});
		const { result, error } = await answer.json();
		assert.equal(error, undefined, `${method}: ${error?.message}`);
		return result;
	}
}
