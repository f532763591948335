// SPDX-License-Identifier: Apache-2.0
// The development chain as a file, so that the node need not run its runtime to find out how the chain
// begins: each start is faster by the time it takes to compile it. And chains that begin otherwise.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Keyring } from '@polkadot/api';
import { NODE } from './artefacts.js';
/** @import { Genesis, Json } from '../types/chain.ts' */

const FOLDER = fileURLToPath(new URL('../.chain-spec', import.meta.url));

/**
 * Has the node write the specification called `name`, or that in the file of this name, to `path`.
 * @param {string} name
 * @param {string} path
 * @param {...string} options
 */
export function exportSpec(name, path, ...options) {
	const where = ['--chain', name, '--output', path, ...options];
	execFileSync(NODE, ['export-chain-spec', ...where], { stdio: ['ignore', 'ignore', 'pipe'] });
}

/**
 * @param {Json | undefined} value
 * @returns {value is Record<string, Json>}
 */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * `genesis` with what `changes` say instead: entry by entry of objects, and all of anything else.
 * @param {Json | undefined} genesis
 * @param {Json} changes
 * @returns {Json}
 */
function changed(genesis, changes) {
	if (!isObject(changes)) return changes;
	const base = isObject(genesis) ? genesis : {};
	const entries = Object.entries(changes).map(([name, change]) => [name, changed(base[name], change)]);
	return { ...base, ...Object.fromEntries(entries) };
}

/**
 * Writes the development chain whose genesis says `changes` to `path`.
 * @param {string} path
 * @param {Record<string, Json>} changes
 */
function exportDevelopment(path, changes) {
	if (Object.keys(changes).length === 0) {
		exportSpec('development', path, '--raw');
		return;
	}
	const plain = `${path}.plain`;
	exportSpec('development', plain);
	const spec = JSON.parse(readFileSync(plain, 'utf8'));
	const { runtimeGenesis } = spec.genesis;
	runtimeGenesis.patch = changed(runtimeGenesis.patch, changes);
	writeFileSync(plain, JSON.stringify(spec));
	exportSpec(plain, path, '--raw');
	rmSync(plain);
}

/**
 * The path of the specification of the development chain, made by the very binary that is tested; its genesis says `changes`
 * otherwise than the preset.
 * @param {Record<string, Json>} [changes]
 */
export function chainSpec(changes = {}) {
	const { mtimeMs, size } = statSync(NODE);
	const binary = `development-${Math.round(mtimeMs)}-${size}`;
	const what = createHash('sha256').update(JSON.stringify(changes)).digest('hex').slice(0, 16);
	const path = join(FOLDER, `${binary}-${what}.json`);
	if (!existsSync(path)) {
		mkdirSync(FOLDER, { recursive: true });
		const older = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && !name.startsWith(`${binary}-`));
		for (const name of older) rmSync(join(FOLDER, name), { force: true });
		const half = `${path}.${process.pid}`;
		exportDevelopment(half, changes);
		// In one piece or not at all, for whoever starts at the same time.
		renameSync(half, path);
	}
	return path;
}

/**
 * What the genesis says of a validator with the well-known keys of `name`: its session keys, and its stake as in `like`.
 * @param {string} name
 * @param {object} like
 */
function validator(name, like) {
	const [account, voter] = /** @type {const} */ (['sr25519', 'ed25519']).map(
		(type) => new Keyring({ type }).addFromUri(`//${name}`).address,
	);
	return {
		keys: [account, account, { babe: account, grandpa: voter }],
		provider: { ...like, who: account },
	};
}

/**
 * Writes the local test network to `path`, with sessions of so many slots, and these `validators` with equal stakes.
 * @param {string} path
 * @param {Genesis} genesis
 */
export function writeNetworkSpec(path, { slots, validators }) {
	exportSpec('local_testnet', path);
	const spec = JSON.parse(readFileSync(path, 'utf8'));
	const { session, sessionLength, stakingLocks } = spec.genesis.runtimeGenesis.patch;
	const [like] = stakingLocks.providers;
	const all = validators.map((name) => validator(name, like));
	sessionLength.slots = slots;
	session.keys = all.map(({ keys }) => keys);
	stakingLocks.providers = all.map(({ provider }) => provider);
	writeFileSync(path, JSON.stringify(spec));
}
