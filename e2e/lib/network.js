// SPDX-License-Identifier: Apache-2.0
// A network of nodes that make blocks by the clock, as `scripts/local-network` starts it, and what can be
// seen and done in it. What has to happen is waited for on the chain, never by the clock.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { WsProvider } from '@polkadot/api';
import { AGENT, NODE, WASM } from './artefacts.js';
import { writeNetworkSpec } from './chain-spec.js';
import { errorName, eventsOf } from './chain.js';
import { connect } from './connect.js';
import { Node } from './node.js';
import { inTime, messageOf } from './process.js';
import { there } from './there.js';
import { MINUTE } from './units.js';
/** @import { Api, Call, Genesis, Hash, Header, Key, Result } from '../types/chain.ts' */
/** @import { ChildProcessByStdio } from 'node:child_process' */
/** @import { Readable } from 'node:stream' */

const SCRIPT = fileURLToPath(new URL('../../scripts/local-network', import.meta.url));
const FREE_PORTS = ['--rpc-port', '0', '--p2p-port', '0', '--prometheus-port', '0'];
/** The line that tells where a node is reached. */
const ADDRESS = /^\s+(\w+)\s+(ws:\/\/127\.0\.0\.1:\d+)\s/;
/** The line that tells where an agent shows its metrics. */
const AGENT_METRICS = /^\s+agent\s+(http:\S+)$/;
/** The line that tells that a node has ended. */
const ENDED = /^warning: (\w+) ended with status /;
/** The last line before the live view. */
const READY = 'Ctrl-C ends it.';
/** Who validates from the first block on. */
export const VALIDATORS = ['Alice', 'Bob', 'Charlie', 'Dave'];
/** Who reports from the first round on. */
export const REPORTERS = VALIDATORS;
/** How long the script may take until all nodes answer: on two cores they wait for each other. */
const START_PATIENCE = 3 * MINUTE;
/** How long it may take to end them all. */
const STOP_PATIENCE = MINUTE;
/** No healthy network needs that long to make one block, finalise it or let every validator write one. */
const PATIENCE = 3 * MINUTE;
const KEPT_LINES = 60;

/**
 * Yields the first header that is finalised and satisfies `condition`, which may ask the chain; `what` says what
 * is waited for. Each is looked at, in order, also where the node tells of the last of several only. Not those
 * that are merely best: the state of one that is left behind is soon gone.
 * @param {Api} api
 * @param {(header: Header) => boolean | Promise<boolean>} condition
 * @param {string} what
 */
export async function untilFinalised({ rpc }, condition, what, patience = PATIENCE) {
	/** @type {(() => void) | undefined} */
	let stop;
	/** @type {number | undefined} */
	let next;
	/** @param {number} height */
	const headerAt = async (height) => rpc.chain.getHeader(await rpc.chain.getBlockHash(height));
	try {
		/** @type {Promise<Header>} */
		const found = new Promise((resolve, reject) => {
			/** @param {Header} head */
			const look = async (head) => {
				const height = head.number.toNumber();
				for (next ??= height; next <= height; next += 1) {
					const header = next === height ? head : await headerAt(next);
					if (await condition(header)) resolve(header);
				}
			};
			let looking = Promise.resolve();
			/** @param {Header} head */
			const tell = (head) => {
				looking = looking.then(() => look(head));
				looking.catch(reject);
			};
			rpc.chain.subscribeFinalizedHeads(tell).then((unsubscribe) => (stop = unsubscribe), reject);
		});
		return await inTime(found, () => `${what} (seen up to block ${next})`, patience);
	} finally {
		stop?.();
	}
}

/**
 * The last finalised header.
 * @param {Api} api
 */
export const finalised = async ({ rpc }) =>
	rpc.chain.getHeader(await rpc.chain.getFinalizedHead());

/**
 * The best header.
 * @param {Api} api
 */
export const best = ({ rpc }) => rpc.chain.getHeader();

/**
 * The index of the session of the block called `hash`, and who validates in it.
 * @param {Api} api
 * @param {Hash} hash
 */
export async function sessionAt(api, hash) {
	const at = await api.at(hash);
	const [index, validators] = await Promise.all([
		at.query.session.currentIndex(),
		at.query.session.validators(),
	]);
	return { index: index.toNumber(), validators: [...validators].map(String) };
}

/**
 * The data of the events called `pallet.Name` in the block called `hash`.
 * @param {Api} api
 * @param {Hash} hash
 * @param {string} name
 */
export async function eventsAt(api, hash, name) {
	const records = await (await api.at(hash)).query.system.events();
	return eventsOf(records)
		.filter(({ event }) => `${event.section}.${event.method}` === name)
		.map(({ event }) => event.data);
}

/**
 * Who wrote the block of `header`. BABE names the author by its place among the validators of the session
 * that the block belongs to, of which it may be the first.
 * @param {Api} api
 * @param {Header} header
 */
export async function authorOf(api, { digest, hash }) {
	const preRuntime = there(digest.logs.find((log) => log.isPreRuntime));
	const [, data] = preRuntime.asPreRuntime;
	// One byte for the kind of slot, then the place.
	const place = new DataView(data.toU8a(true).slice(1, 5).buffer).getUint32(0, true);
	return (await sessionAt(api, hash)).validators[place];
}

/**
 * Signs `call`, sends it and waits until it is in a finalised block, or with `state` `InBlock` in any. Yields the
 * `hash` of the block, the `events` of the call by their name, and the name of the `error` it failed with, if it did.
 * @param {Api} api
 * @param {Call} call
 * @param {Key} who
 */
export async function send(api, call, who, state = 'Finalized') {
	/** @type {(() => void) | undefined} */
	let stop;
	try {
		/** @type {Promise<Result>} */
		const finalised = new Promise((resolve, reject) => {
			/** @param {Result} result */
			const look = (result) => {
				if (result.status[`is${state}`]) resolve(result);
				else if (result.isError) reject(new Error(`the transaction became ${result.status.type}`));
			};
			call.signAndSend(who, look).then((unsubscribe) => (stop = unsubscribe), reject);
		});
		const name = `${call.method.section}.${call.method.method}`;
		const { status, events, dispatchError } = await inTime(finalised, () => name, PATIENCE);
		return {
			hash: status[`as${state}`].toHex(),
			events: new Map(
				events.map(({ event }) => [`${event.section}.${event.method}`, event.data]),
			),
			error: dispatchError && errorName(api, dispatchError),
		};
	} finally {
		stop?.();
	}
}

/** The running script, its nodes and the connections to them. */
export class Network {
	/**
	 * The last lines that the script has written.
	 * @type {string[]}
	 */
	log = [];
	/**
	 * Where the agents show their metrics.
	 * @type {string[]}
	 */
	agents = [];
	#urls = /** @type {Map<string, string>} */ (new Map());
	#apis = /** @type {Map<string, Promise<Api>>} */ (new Map());
	#providers = /** @type {Map<string, WsProvider>} */ (new Map());
	/** @type {ChildProcessByStdio<null, Readable, Readable> | undefined} */
	#script;
	/** @type {Promise<[code: number | null, signal: string | null]> | undefined} */
	#exited;

	/** @param {string} basePath */
	constructor(basePath) {
		/** The folder with all that it has. */
		this.basePath = basePath;
	}

	/**
	 * Starts `nodes` nodes on a new chain and waits until all answer. `genesis` names the `slots` of a session and the
	 * `validators`, the first of the nodes, if they are to be others than those of the preset; `agents` says whether
	 * the reporters have theirs.
	 * @param {number} nodes
	 * @param {{ genesis?: Genesis, agents?: boolean }} options
	 */
	static async start(nodes, { genesis, agents = false } = {}) {
		const network = new Network(await mkdtemp(join(tmpdir(), 'destra-e2e-network-')));
		try {
			await inTime(network.#run(nodes, genesis, agents), () => 'the start of the network', START_PATIENCE);
		} catch (error) {
			await network.stop();
			throw new Error([messageOf(error), ...network.log].join('\n  | '), { cause: error });
		}
		return network;
	}

	/**
	 * @param {number} nodes
	 * @param {Genesis | undefined} genesis
	 * @param {boolean} agents
	 */
	async #run(nodes, genesis, agents) {
		const place = ['--no-build', '--base-path', this.basePath, '--nodes', String(nodes)];
		const options = [...place, ...(agents ? ['--agent-port', '0'] : ['--no-agents'])];
		if (genesis) {
			const path = join(this.basePath, 'genesis.json');
			writeNetworkSpec(path, genesis);
			options.push('--chain', path, '--validators', String(genesis.validators.length));
		}
		const script = spawn(SCRIPT, [...options, ...FREE_PORTS], {
			env: { ...process.env, DESTRA_NODE: NODE, DESTRA_AGENT: AGENT, DESTRA_WASM: WASM },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const exited = /** @type {Promise<[code: number | null, signal: string | null]>} */ (once(script, 'exit'));
		this.#script = script;
		this.#exited = exited;
		const orphan = () => script.kill('SIGTERM');
		process.once('exit', orphan);
		exited.finally(() => process.removeListener('exit', orphan)).catch(() => {});
		for (const stream of [script.stdout, script.stderr]) {
			createInterface({ input: stream }).on('line', (line) => this.#keep(line));
		}
		const early = exited.then(([code, signal]) => {
			throw new Error(`the script ended before the network was ready: ${signal ?? `status ${code}`}`);
		});
		await Promise.race([once(script, 'ready'), early]);
		assert.equal(this.#urls.size, nodes, 'the script tells where each node is reached');
	}

	/** @param {string} line */
	#keep(line) {
		this.log.push(line);
		if (this.log.length > KEPT_LINES) this.log.shift();
		const [, name, url] = ADDRESS.exec(line) ?? [];
		if (name) this.#urls.set(name, url);
		const [, metrics] = AGENT_METRICS.exec(line) ?? [];
		if (metrics) this.agents.push(metrics);
		const [, ended] = ENDED.exec(line) ?? [];
		if (ended) this.#script?.emit(`end of ${ended}`);
		if (line.trim() === READY) this.#script?.emit('ready');
	}

	/** The names of the nodes. */
	get names() {
		return [...this.#urls.keys()];
	}

	/**
	 * A connection to the node called `name`.
	 * @param {string} name
	 */
	api(name) {
		const known = this.#apis.get(name);
		if (known) return known;
		const provider = new WsProvider(this.#urls.get(name));
		this.#providers.set(name, provider);
		const connecting = connect(provider);
		this.#apis.set(name, connecting);
		return connecting;
	}

	/**
	 * Calls an RPC method of the node called `name` that its API does not know.
	 * @param {string} name
	 * @param {string} method
	 * @param {...unknown} params
	 */
	async rpc(name, method, ...params) {
		await this.api(name);
		return there(this.#providers.get(name), `the connection to ${name}`).send(method, params);
	}

	/** @param {string} name */
	async #disconnect(name) {
		const api = this.#apis.get(name);
		this.#apis.delete(name);
		await (await api)?.disconnect();
	}

	/**
	 * The process that runs the node called `name`.
	 * @param {string} name
	 */
	async pid(name) {
		return Number(await readFile(join(this.basePath, name.toLowerCase(), 'pid'), 'utf8'));
	}

	/**
	 * Kills the node called `name` with SIGKILL, and waits until the script has noticed.
	 * @param {string} name
	 */
	async kill(name) {
		await this.#disconnect(name);
		const noticed = once(there(this.#script, 'the network'), `end of ${name}`);
		process.kill(await this.pid(name), 'SIGKILL');
		await inTime(noticed, () => `the end of ${name}`, STOP_PATIENCE);
	}

	/**
	 * Starts it again, as a person would, and waits until it answers.
	 * @param {string} name
	 */
	async revive(name) {
		const start = join(this.basePath, name.toLowerCase(), 'start');
		const node = await Node.run(start, [], this.log);
		assert.equal(node.url, this.#urls.get(name), 'it is where it was');
	}

	/** Ends everything as Ctrl-C does. Yields the status of the script and the processes that were nodes. */
	async stop() {
		await Promise.allSettled([...this.#apis.keys()].map((name) => this.#disconnect(name)));
		const pids = await Promise.allSettled(this.names.map((name) => this.pid(name)));
		this.#script?.kill('SIGINT');
		// There is none if it could not even be started.
		const [status] = (await inTime(Promise.resolve(this.#exited), () => 'the end of the network', STOP_PATIENCE)) ?? [];
		await rm(this.basePath, { recursive: true, force: true });
		return { status, pids: pids.map((found) => (found.status === 'fulfilled' ? found.value : undefined)) };
	}
}
