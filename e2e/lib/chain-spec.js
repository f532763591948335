// SPDX-License-Identifier: Apache-2.0
// The development chain as a file, so that the node need not run its runtime to find out how the chain
// begins: each start is faster by the time it takes to compile it. And a local test network that begins otherwise.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Keyring } from '@polkadot/api';
import { NODE } from './artefacts.js';

const FOLDER = fileURLToPath(new URL('../.chain-spec', import.meta.url));

/** Has the node write the specification called `name`, or that in the file of this name, to `path`. */
export function exportSpec(name, path, ...options) {
	const where = ['--chain', name, '--output', path, ...options];
	execFileSync(NODE, ['export-chain-spec', ...where], { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** The path of the chain specification, made by the very binary that is tested. */
export function chainSpec() {
	const { mtimeMs, size } = statSync(NODE);
	const path = join(FOLDER, `development-${Math.round(mtimeMs)}-${size}.json`);
	if (!existsSync(path)) {
		mkdirSync(FOLDER, { recursive: true });
		const older = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
		for (const name of older) rmSync(join(FOLDER, name), { force: true });
		const half = `${path}.${process.pid}`;
		exportSpec('development', half, '--raw');
		// In one piece or not at all, for whoever starts at the same time.
		renameSync(half, path);
	}
	return path;
}

/** What the genesis says of a validator with the well-known keys of `name`: its session keys, and its stake as in `like`. */
function validator(name, like) {
	const [account, voter] = ['sr25519', 'ed25519'].map(
		(type) => new Keyring({ type }).addFromUri(`//${name}`).address,
	);
	return {
		keys: [account, account, { babe: account, grandpa: voter }],
		provider: { ...like, who: account },
	};
}

/** Writes the local test network to `path`, with sessions of so many slots, and these `validators` with equal stakes. */
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
