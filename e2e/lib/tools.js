// SPDX-License-Identifier: Apache-2.0
// The subcommands of the node, on chains in folders of their own.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NODE } from './artefacts.js';
import { chainSpec } from './chain-spec.js';
import { Node } from './node.js';
import { messageOf, runToEnd } from './process.js';
/** @import { Starting } from '../types/chain.ts' */
/** @import { TestContext } from 'node:test' */

/**
 * The folder of the development chain in a base path.
 * @param {string} basePath
 */
export const chainFolder = (basePath) => join(basePath, 'chains', 'destra_development');

/** An empty folder. */
export const newFolder = () => mkdtemp(join(tmpdir(), 'destra-e2e-tools-'));

/**
 * Removes a folder with all that is in it.
 * @param {string} path
 */
export const removeFolder = (path) => rm(path, { recursive: true, force: true });

/**
 * An empty folder that is removed when the test `t` has ended.
 * @param {TestContext} t
 */
export async function emptyFolder(t) {
	const path = await newFolder();
	t.after(() => removeFolder(path));
	return path;
}

/**
 * The options that name the development chain in `basePath`.
 * @param {string} basePath
 */
export const on = (basePath) => ['--chain', chainSpec(), '--base-path', basePath];

/**
 * Runs the node with `options`, which has to end well. Yields what it wrote.
 * @param {...string} options
 */
export async function run(...options) {
	const ended = await runToEnd(NODE, options);
	assert.equal(ended.status, 0, `destra-node ${options.join(' ')} failed:\n${ended.err}`);
	return ended;
}

/**
 * Runs the node with `options`, which has to fail. Yields what it wrote to stderr.
 * @param {...string} options
 */
export async function refuses(...options) {
	const { status, out, err } = await runToEnd(NODE, options);
	assert.equal(status, 1, `destra-node ${options.join(' ')} did not fail as expected:\n${out}${err}`);
	return err;
}

/**
 * What the database in `basePath` knows of the chain.
 * @param {string} basePath
 */
export const chainInfo = async (basePath) => JSON.parse((await run('chain-info', ...on(basePath))).out);

/**
 * Runs a node on `basePath`, in the way of `options`, for as long as `story(node)` takes.
 * @param {string} basePath
 * @param {Starting} options
 * @template T
 * @param {(node: Node) => Promise<T>} story
 */
export async function whileRunning(basePath, options, story) {
	/** @type {string[]} */
	const log = [];
	const node = await Node.start(basePath, log, options);
	try {
		return await story(node);
	} catch (error) {
		throw new Error([messageOf(error), ...log].join('\n  | '), { cause: error });
	} finally {
		await node.stop();
	}
}

/**
 * Lets the running `node` make `count` blocks, final ones or not. Yields their hashes.
 * @param {Node} node
 * @param {number} count
 * @param {boolean} final
 */
export async function sealOn(node, count, final) {
	/** @type {string[]} */
	const hashes = [];
	while (hashes.length < count) {
		hashes.push((await node.rpc('engine_createBlock', true, final)).hash);
	}
	return hashes;
}
