// SPDX-License-Identifier: Apache-2.0
// A light client, smoldot, which follows a chain by headers and proofs of finality.

import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { startFromWorker } from 'polkadot-api/smoldot/from-node-worker';
import { inTime } from './process.js';
/** @import { Client } from 'polkadot-api/smoldot' */

const WORKER = fileURLToPath(import.meta.resolve('polkadot-api/smoldot/node-worker'));
/** The levels of its log up to warnings. */
const WARN = 2;

/**
 * Starts a light client for as long as `use(client)` lasts, and yields what that does. What it writes goes to `log`.
 * @param {string[]} log
 * @template T
 * @param {(client: Client) => Promise<T>} use
 */
export async function withLightClient(log, use) {
	// A thread of its own, with which all that it waits for ends.
	const worker = new Worker(WORKER, { stdout: true, stderr: true });
	for (const stream of [worker.stdout, worker.stderr]) {
		createInterface({ input: stream }).on('line', (line) => log.push(line));
	}
	try {
		return await use(startFromWorker(worker, { maxLogLevel: WARN }));
	} finally {
		await worker.terminate();
	}
}

/**
 * The final block, by its hash, that a light client with no peers takes from the specification `spec` for the last one.
 * It looks for peers for half a minute before it says so.
 * @param {object} spec
 */
export function beginsAt(spec) {
	/** @type {string[]} */
	const log = [];
	return withLightClient(log, async (client) => {
		const chain = await client.addChain({ chainSpec: JSON.stringify(spec) });
		chain.sendJsonRpc(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'chainHead_v1_follow', params: [false] }));
		const initialized = async () => {
			for (;;) {
				const { params, error } = JSON.parse(await chain.nextJsonRpcResponse());
				if (error) throw new Error(error.message);
				if (params?.result.event === 'initialized') return params.result.finalizedBlockHashes.at(-1);
			}
		};
		return inTime(initialized(), () => `the light client, which says ${log.join('; ')},`);
	});
}
