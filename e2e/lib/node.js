// SPDX-License-Identifier: Apache-2.0
// A node as a child process.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { NODE } from './artefacts.js';
import { chainSpec } from './chain-spec.js';

const READY = /Running JSON-RPC server: addr=127\.0\.0\.1:(\d+)/;
/** Nobody waits this long for a healthy node: it is how a hanging one is told from a slow machine. */
const PATIENCE_MS = 60_000;
const KEPT_LINES = 200;

const ARGUMENTS = [
	['--alice'],
	['--unsafe-force-node-key-generation'],
	['--sealing', 'manual'],
	['--rpc-port', '0'],
	['--port', '0'],
	['--no-prometheus'],
	['--no-telemetry'],
	['--no-mdns'],
].flat();

/** Fails after `patience` milliseconds unless `promise` is settled before; `what()` says what took too long. */
export async function inTime(promise, what, patience = PATIENCE_MS) {
	let timer;
	const timeout = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`${what()} took over ${patience} ms`)), patience);
	});
	try {
		return await Promise.race([promise, timeout]);
	} finally {
		clearTimeout(timer);
	}
}

/** A running node. */
export class Node {
	#child;
	#exited;
	#log;

	/** Starts a node on `basePath`, of a development chain that makes a block only when it is told to. */
	static start(basePath, log) {
		return Node.run(NODE, [...ARGUMENTS, '--chain', chainSpec(), '--base-path', basePath], log);
	}

	/** Runs `program`, which is or becomes a node, until it serves RPC. Its output is appended to `log`. */
	static async run(program, options, log) {
		const node = new Node(program, options, log);
		try {
			const port = await inTime(node.#port(), () => 'the start of the node');
			node.url = `ws://127.0.0.1:${port}`;
		} catch (error) {
			await node.kill();
			throw error;
		}
		return node;
	}

	constructor(program, options, log) {
		this.#log = log;
		this.#child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'] });
		this.#exited = once(this.#child, 'exit');
		for (const stream of [this.#child.stdout, this.#child.stderr]) {
			createInterface({ input: stream }).on('line', (line) => this.#keep(line));
		}
		const orphan = () => this.#child.kill('SIGKILL');
		process.once('exit', orphan);
		this.#exited.finally(() => process.removeListener('exit', orphan)).catch(() => {});
	}

	#keep(line) {
		this.#log.push(line);
		if (this.#log.length > KEPT_LINES) this.#log.shift();
		const ready = READY.exec(line);
		if (ready) this.#child.emit('ready', Number(ready[1]));
	}

	/** The port of its RPC server, as it says itself. */
	async #port() {
		const early = this.#exited.then(([code, signal]) => {
			throw new Error(`the node ended before it was ready: ${signal ?? `status ${code}`}`);
		});
		const [port] = await Promise.race([once(this.#child, 'ready'), early]);
		return port;
	}

	/** Asks it to end, and waits until it has. */
	async stop() {
		this.#child.kill('SIGTERM');
		await inTime(this.#exited, () => 'the end of the node');
	}

	/** Ends it as a power cut would: no handler runs, nothing is written any more. */
	async kill() {
		this.#child.kill('SIGKILL');
		await inTime(this.#exited, () => 'the death of the node');
	}
}
