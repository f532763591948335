// SPDX-License-Identifier: Apache-2.0
// A journey: a story on a chain of its own, at whose end the supply ledger must add up.

import { test } from 'node:test';
import { Chain } from './chain.js';
import { assertIdentity } from './ledger.js';
/** @import { Story } from '../types/chain.ts' */

export const TIMEOUT_MS = 120_000;
const SHOWN_LINES = 40;

/**
 * Tells `story(chain, say)` on a new chain, within `timeout` milliseconds, by a node with these `options`. `say` prints what a reader wants to know of it. If it
 * fails, the last lines of the node's log are printed with it.
 * @param {string} title
 * @param {Story} story
 */
export function journey(title, story, timeout = TIMEOUT_MS, options = {}) {
	test(title, { timeout }, async (t) => {
		const chain = new Chain();
		try {
			await chain.start(options);
			await story(chain, (line) => t.diagnostic(line));
			await assertIdentity(chain);
		} catch (error) {
			t.diagnostic(['the node wrote last:', ...chain.log.slice(-SHOWN_LINES)].join('\n  | '));
			throw error;
		} finally {
			await chain.stop();
		}
	});
}
