// SPDX-License-Identifier: Apache-2.0
// The snippets of docs/stalled-finality.md, run as whoever pastes them into polkadot.js Apps runs them.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

const PAGE = new URL('../../docs/stalled-finality.md', import.meta.url);
const SNIPPET = /^ *```js\n *\/\/ (.*)\n([^`]*(?:`(?!``)[^`]*)*)```/gm;
const AsyncFunction = /** @type {FunctionConstructor} */ ((async () => {}).constructor);

/**
 * Runs the snippet that begins with the comment `title`; `given` is what stands for its words in capitals. Yields what it prints.
 * @param {string} title
 * @param {Record<string, unknown>} given
 */
export async function runbook(title, given) {
	const snippets = [...(await readFile(PAGE, 'utf8')).matchAll(SNIPPET)];
	const [, , code] = snippets.find(([, name]) => name === title) ?? [];
	assert.ok(code, `the page has a snippet "${title}"`);
	/** @type {string[]} */
	const printed = [];
	const console = { log: (/** @type {unknown} */ line) => printed.push(String(line)) };
	await new AsyncFunction('console', ...Object.keys(given), code)(console, ...Object.values(given));
	return printed.join('\n');
}
