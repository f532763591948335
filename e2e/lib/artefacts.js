// SPDX-License-Identifier: Apache-2.0
// What the journeys run on, and where it is found.

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const TARGET = process.env.CARGO_TARGET_DIR ?? join(CACHE, 'destra-chain', 'target');
const QUICK = join(TARGET, 'quick');
const WASM_NAME = 'destra_runtime.compact.compressed.wasm';

/** The node binary. */
export const NODE = process.env.DESTRA_NODE ?? join(QUICK, 'destra-node');
/** The oracle agent. */
export const AGENT = process.env.DESTRA_AGENT ?? join(QUICK, 'destra-oracle-agent');
/** The runtime, as the node was built with. */
export const WASM = process.env.DESTRA_WASM ?? join(QUICK, 'wbuild', 'destra-runtime', WASM_NAME);
/** The example program of `economics` that prints cumulative targets. */
export const CURVE = process.env.DESTRA_CURVE ?? join(TARGET, 'debug', 'examples', 'curve');

/** The module that signs vouchers, which the journeys import by its path. */
const VOUCHERS = fileURLToPath(new URL('../../vouchers/ts/dist/index.js', import.meta.url));

const ALL = [
	['DESTRA_NODE', NODE, 'cargo build --profile quick -p destra-node'],
	['DESTRA_AGENT', AGENT, 'cargo build --profile quick -p destra-oracle-agent'],
	['DESTRA_WASM', WASM, 'cargo build --profile quick -p destra-node'],
	['DESTRA_CURVE', CURVE, 'cargo build -p destra-economics --example curve'],
];

/** A line for each artefact that is not there, with the command that makes it. */
export function missingArtefacts() {
	const programs = ALL.filter(([, path]) => !existsSync(path)).map(
		([variable, path, command]) => `${path} is missing (set ${variable}, or run: ${command})`,
	);
	const vouchers = `${VOUCHERS} is missing (run in vouchers/ts: npm ci && npm run build)`;
	return existsSync(VOUCHERS) ? programs : [...programs, vouchers];
}
