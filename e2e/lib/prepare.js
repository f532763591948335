// SPDX-License-Identifier: Apache-2.0
// Runs before the journeys: names what is missing, and generates PAPI's typed descriptors from the
// runtime's wasm, unless those at hand come from the same one.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WASM, missingArtefacts } from './artefacts.js';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(HERE, '.papi');
const STAMP = join(FOLDER, 'wasm.sha256');
// No entry in package.json: the journey imports the descriptors by their path.
const CONFIG = {
	version: 0,
	descriptorPath: '.papi/descriptors',
	entries: {},
	options: { noDescriptorsPackage: true },
};

const missing = missingArtefacts();
if (missing.length > 0) {
	console.error(`The journeys cannot start:\n  ${missing.join('\n  ')}`);
	process.exit(1);
}

const hash = createHash('sha256').update(readFileSync(WASM)).digest('hex');
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== hash) {
	rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(FOLDER);
	writeFileSync(join(FOLDER, 'polkadot-api.json'), JSON.stringify(CONFIG));
	const papi = join(HERE, 'node_modules', '.bin', 'papi');
	execFileSync(papi, ['add', 'destra', '--wasm', WASM], { cwd: HERE, stdio: 'inherit' });
	writeFileSync(STAMP, hash);
}
