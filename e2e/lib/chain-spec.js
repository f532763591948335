// SPDX-License-Identifier: Apache-2.0
// The development chain as a file, so that the node need not run its runtime to find out how the chain
// begins: each start is faster by the time it takes to compile it.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NODE } from './artefacts.js';

const FOLDER = fileURLToPath(new URL('../.chain-spec', import.meta.url));

/** The path of the chain specification, made by the very binary that is tested. */
export function chainSpec() {
	const { mtimeMs, size } = statSync(NODE);
	const path = join(FOLDER, `development-${Math.round(mtimeMs)}-${size}.json`);
	if (!existsSync(path)) {
		mkdirSync(FOLDER, { recursive: true });
		const older = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
		for (const name of older) rmSync(join(FOLDER, name), { force: true });
		const half = `${path}.${process.pid}`;
		const options = ['--chain', 'development', '--raw', '--output', half];
		execFileSync(NODE, ['export-chain-spec', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
		// In one piece or not at all, for whoever starts at the same time.
		renameSync(half, path);
	}
	return path;
}
