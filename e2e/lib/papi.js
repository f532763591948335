// SPDX-License-Identifier: Apache-2.0
// A client of PAPI.

import { createClient } from 'polkadot-api';
import { getWsProvider } from 'polkadot-api/ws';
import { WebSocket } from 'ws';
/** @import { Chain } from './chain.js' */
/** @import { BlockInfo, PolkadotClient } from 'polkadot-api' */

/**
 * Tells `story(client)` with a client of the node of `chain`.
 * @param {Chain} chain
 * @template T
 * @param {(client: PolkadotClient) => Promise<T>} story
 */
export async function withPapi(chain, story) {
	// Node.js has a WebSocket of its own only from version 22 on.
	const websocketClass = /** @type {typeof globalThis.WebSocket} */ (/** @type {unknown} */ (WebSocket));
	const client = createClient(getWsProvider(chain.node.url, { websocketClass }));
	try {
		return await story(client);
	} finally {
		client.destroy();
	}
}

/**
 * Waits until `client` has heard of a finalized block for which `is` holds, and yields it.
 * @param {PolkadotClient} client
 * @param {(block: BlockInfo) => boolean} is
 * @returns {Promise<BlockInfo>}
 */
export const untilBlock = (client, is) =>
	new Promise((resolve, reject) => {
		/** @param {BlockInfo} block */
		const next = (block) => {
			if (!is(block)) return;
			resolve(block);
			queueMicrotask(() => subscription.unsubscribe());
		};
		const subscription = client.finalizedBlock$.subscribe({ next, error: reject });
	});

/**
 * Waits until `client` has heard of `block`.
 * @param {PolkadotClient} client
 * @param {{ hash: string }} block
 */
export const follow = (client, block) => untilBlock(client, ({ hash }) => hash === block.hash);
