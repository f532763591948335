// SPDX-License-Identifier: Apache-2.0
// A node with `--sealing instant` makes a block of whatever its pool takes, at whatever moment it takes it.

import { test } from 'node:test';
import { WsProvider } from '@polkadot/api';
import { bursts, oneByOne } from '../lib/bursts.js';
import { connect } from '../lib/connect.js';
import { emptyFolder, sealOn, whileRunning } from '../lib/tools.js';
import { MINUTE } from '../lib/units.js';
/** @import { Node } from '../lib/node.js' */
/** @import { Connection } from '../types/chain.ts' */

const BURSTS = Number(process.env.DESTRA_BURSTS ?? 100);
/** The last block of the first session: in the next one there is no room for a transaction. */
const SESSION = 600;

/**
 * Tells `story(node, connection)` of a node that seals instantly, on a new chain.
 * @param {string} title
 * @param {(node: Node, connection: Connection) => Promise<unknown>} tell
 */
const story = (title, tell) =>
	test(title, { timeout: 60 * MINUTE }, async (t) => {
		const folder = await emptyFolder(t);
		await whileRunning(folder, { sealing: 'instant' }, async (node) => {
			const provider = new WsProvider(node.url);
			const api = await connect(provider);
			try {
				t.diagnostic(`the slowest was in its block after ${await tell(node, { api, provider })} ms`);
			} finally {
				await api.disconnect();
			}
		});
	});

story('a transaction for which the change of sessions leaves no room gets the next block', async (node, connection) => {
	await sealOn(node, SESSION - 2, true);
	return oneByOne(connection, 6);
});

story(`none of ${BURSTS} bursts leaves a transaction behind in the pool`, (_, connection) =>
	bursts(connection, BURSTS));
