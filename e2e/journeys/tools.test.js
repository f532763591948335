// SPDX-License-Identifier: Apache-2.0
// The subcommands that an operator relies on: copies, repairs, specifications, keys. Two groups of them are told
// at the same time, since one waits for blocks that come by the clock.
//
// Not told is `check-block`: of a block whose state is there, as on every development chain, it checks nothing.

import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { chainSpec, exportSpec } from '../lib/chain-spec.js';
import { runToEnd, until } from '../lib/process.js';
import { lastOf } from '../lib/there.js';
import {
	chainFolder,
	chainInfo,
	emptyFolder,
	newFolder,
	on,
	refuses,
	removeFolder,
	run,
	sealOn,
	whileRunning,
} from '../lib/tools.js';
import { MINUTE } from '../lib/units.js';
/** @import { Node } from '../lib/node.js' */

/** Each command that opens a chain compiles its runtime first. */
const TIMEOUT_MS = 10 * MINUTE;
/** Blocks that come by the clock are waited for: a handful is enough. */
const BY_THE_CLOCK = 3;
/** For tests of one chain, which each of them leaves as the next one finds it. */
const IN_ORDER = { concurrency: 1 };

/**
 * The file that makes a node the same one for the others whenever it starts.
 * @param {string} basePath
 */
const identityFile = (basePath) => join(chainFolder(basePath), 'network', 'secret_ed25519');

describe('the subcommands of the node', { concurrency: 2, timeout: TIMEOUT_MS }, () => {
	describe('on blocks that came by the clock', IN_ORDER, () => {
		/** @type {string} */
		let basePath;
		/**
		 * What generate-node-key told, and what the node says.
		 * @type {string | undefined}
		 */
		let told;
		/** @type {string} */
		let peer;

		before(async () => {
			basePath = await newFolder();
			[told] = /12D3KooW\w+/.exec((await run('key', 'generate-node-key', ...on(basePath))).err) ?? [];
			/** @param {Node} node */
			const height = async (node) => Number((await node.rpc('chain_getHeader')).number);
			peer = await whileRunning(basePath, { byTheClock: true }, async (node) => {
				await until(async () => (await height(node)) >= BY_THE_CLOCK, `block ${BY_THE_CLOCK}`);
				return node.rpc('system_localPeerId');
			});
		});

		after(() => removeFolder(basePath));

		test('import-blocks makes the same chain of what export-blocks wrote', async (t) => {
			const copy = await emptyFolder(t);
			const file = join(copy, 'blocks.json');
			const { err } = await run('export-blocks', ...on(basePath), file);
			assert.doesNotMatch(err, /failed/, 'and reports no failure that is none');
			await run('import-blocks', ...on(copy), file);
			const [made, original] = [await chainInfo(copy), await chainInfo(basePath)];
			assert.ok(made.best_number >= BY_THE_CLOCK, `the copy ends at block ${made.best_number}`);
			for (const field of ['genesis_hash', 'best_number', 'best_hash']) {
				assert.equal(made[field], original[field], field);
			}
			t.diagnostic(`block ${made.best_number}, ${made.best_hash}`);
		});

		test('a node begins the same chain with the plain specification', async (t) => {
			const folder = await emptyFolder(t);
			const chain = join(folder, 'plain.json');
			await run('export-chain-spec', '--chain', 'development', '--output', chain);
			const genesis = await whileRunning(folder, { chain }, (node) => node.rpc('chain_getBlockHash', 0));
			// The one of this chain was raw.
			assert.equal(genesis, (await chainInfo(basePath)).genesis_hash);
			t.diagnostic(`genesis ${genesis}`);
		});

		test('generate-node-key has made the identity of the node, and makes no other', async () => {
			assert.ok(told, 'it tells the peer id');
			assert.equal(peer, told, 'the node has it');
			const inspected = await run('key', 'inspect-node-key', '--file', identityFile(basePath));
			assert.equal(inspected.out.trim(), told);
			const again = await refuses('key', 'generate-node-key', ...on(basePath));
			assert.match(again, /a key already exists/);
		});
	});

	describe('on blocks that were sealed', IN_ORDER, () => {
		/** @type {string} */
		let basePath;
		/** @type {string[]} */
		let final;
		/** @type {string[]} */
		let open;
		/** @type {unknown[]} */
		let blocks;

		before(async () => {
			basePath = await newFolder();
			await whileRunning(basePath, {}, async (node) => {
				final = await sealOn(node, 2, true);
				open = await sealOn(node, 4, false);
				blocks = await Promise.all(final.map((hash) => node.rpc('chain_getBlock', hash)));
			});
		});

		after(() => removeFolder(basePath));

		/**
		 * Asserts that the chain ends with the block `hash`.
		 * @param {number} number
		 * @param {string} hash
		 * @param {string} why
		 */
		const endsWith = async (number, hash, why) => {
			const { best_number, best_hash } = await chainInfo(basePath);
			assert.deepEqual([best_number, best_hash], [number, hash], why);
		};

		// They bear no signature of BABE's: import-blocks takes them as little as another node does.
		test('import-blocks takes none of them', async (t) => {
			const copy = await emptyFolder(t);
			const file = join(copy, 'blocks.json');
			await writeFile(file, blocks.map((block) => JSON.stringify(block)).join(''));
			assert.match(await refuses('import-blocks', ...on(copy), file), /has a bad seal/);
			assert.equal((await chainInfo(copy)).best_number, 0);
		});

		test('revert takes back what is not final, and the chain goes on from there', async () => {
			await endsWith(6, lastOf(open), 'four blocks are not final');
			await run('revert', ...on(basePath), '3');
			await endsWith(3, open[0], 'one of them is left');
			await run('revert', ...on(basePath));
			await endsWith(2, lastOf(final), 'the final ones stay');

			const [next, waiting] = await whileRunning(basePath, {}, async (node) => {
				const [hash] = await sealOn(node, 1, true);
				return [await node.rpc('chain_getHeader', hash), await node.rpc('author_pendingExtrinsics')];
			});
			assert.deepEqual([Number(next.number), next.parentHash], [3, lastOf(final)]);
			assert.deepEqual(waiting, [], 'nobody is reported for two blocks in one slot');
		});

		test('export-state writes the state at a block to be read; only that of block 0 begins a chain', async (t) => {
			const folder = await emptyFolder(t);
			/** @param {string} block */
			const state = async (block) => {
				const path = join(folder, `${block}.json`);
				await writeFile(path, (await run('export-state', ...on(basePath), block)).out);
				return path;
			};
			const [first, later] = [await state('0'), await state('2')];
			const copy = await emptyFolder(t);
			const genesis = await whileRunning(copy, { chain: first }, (node) => node.rpc('chain_getBlockHash', 0));
			assert.equal(genesis, (await chainInfo(basePath)).genesis_hash);
			const why = await refuses('--chain', later, '--base-path', copy, '--dev');
			assert.match(why, /2\.json` is not usable: it holds the state of block 2, .*export-blocks/s);
		});

		test('purge-chain removes the database, and nothing else', async () => {
			const identity = () => readFile(identityFile(basePath), 'utf8');
			const databases = async () => {
				const found = await readdir(chainFolder(basePath));
				return found.filter((name) => ['db', 'paritydb'].includes(name));
			};
			const known = await identity();
			assert.equal((await databases()).length, 1);
			const purged = await run('purge-chain', '-y', ...on(basePath));
			assert.match(purged.out, /removed/);
			assert.deepEqual(await databases(), []);
			assert.equal(await identity(), known, 'the node remains the same one for the others');
			const again = await run('purge-chain', '-y', ...on(basePath));
			assert.match(again.err, /did not exist/, 'twice does no harm');
		});
	});

	describe('about chain specifications', () => {
		test('build-spec writes what export-chain-spec does, plain and raw', async (t) => {
			const place = ['--chain', 'development', '--base-path', await emptyFolder(t)];
			const plain = (await run('export-chain-spec', '--chain', 'development')).out;
			const raw = await readFile(chainSpec(), 'utf8');
			for (const [text, form, ...options] of [[plain, 'runtimeGenesis'], [raw, 'raw', '--raw']]) {
				const spec = JSON.parse(text);
				assert.deepEqual([spec.id, Object.keys(spec.genesis)], ['destra_development', [form]]);
				const built = await run('build-spec', '--disable-default-bootnode', ...place, ...options);
				assert.deepEqual(JSON.parse(built.out), spec, `with ${form}`);
			}
		});

		/**
		 * What the raw form of the specification at `path` begins with.
		 * @param {string} path
		 */
		const stateOf = async (path) => JSON.parse((await run('export-chain-spec', '--raw', '--chain', path)).out).genesis.raw.top;
		/** What the development chain begins with. */
		const original = async () => JSON.parse(await readFile(chainSpec(), 'utf8')).genesis.raw.top;

		test('what jq and JavaScript make of a specification is the same chain', async (t) => {
			const folder = await emptyFolder(t);
			const [written, byJavaScript, byJq] = ['', '-javascript', '-jq'].map((by) => join(folder, `spec${by}.json`));
			exportSpec('development', written);
			await writeFile(byJavaScript, JSON.stringify(JSON.parse(await readFile(written, 'utf8'))));
			const { status, out, err } = await runToEnd('jq', ['.', written]);
			assert.equal(status, 0, `jq, which scripts/setup installs: ${err}`);
			await writeFile(byJq, out);
			assert.deepEqual(await stateOf(byJavaScript), await original(), 'by JavaScript');
			assert.deepEqual(await stateOf(byJq), await original(), 'by jq');
		});

		test('an amount is read as a number in full, and refused where a tool may have rounded it', async (t) => {
			const path = join(await emptyFolder(t), 'spec.json');
			exportSpec('development', path);
			const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
			const [, paid] = JSON.parse(text).genesis.runtimeGenesis.patch.allocation.paid[0];
			assert.match(paid, /^\d{17,}$/);
			const inQuotes = `[4,"${paid}"]`;
			assert.equal(text.split(inQuotes).length, 2, 'it stands there once');
			await writeFile(path, text.replace(inQuotes, `[4,${paid}]`));
			assert.deepEqual(await stateOf(path), await original());
			await writeFile(path, text.replace(inQuotes, `[4,${Number(paid).toExponential()}]`));
			const why = await refuses('export-chain-spec', '--raw', '--chain', path);
			assert.match(why, /allocation\.paid\[0\]\[1\]: \S+e\+\d+ is not a number in full: .* in quotes/);
		});

		test('a chain that is neither known nor a file is refused with the names of those that are', async (t) => {
			const place = ['--base-path', await emptyFolder(t)];
			const mainnet = ['--chain', 'mainnet'];
			const unknown =
				'`mainnet` is neither a chain this node knows (`development`, `local_testnet`) nor an existing chain specification file.';
			const none =
				'No chain chosen: add `--dev`, or `--chain` with `development`, `local_testnet` or the path of a chain specification.';
			const refusals = [
				[unknown, ...mainnet, ...place],
				[unknown, 'export-chain-spec', ...mainnet],
				[unknown, 'purge-chain', '-y', ...mainnet, ...place],
				[none, ...place],
			];
			for (const [why, ...options] of refusals) {
				const err = await refuses(...options);
				assert.ok(err.includes(why), `destra-node ${options.join(' ')} does not say why: ${err}`);
			}
		});
	});

	describe('about keys', () => {
		/** @param {...string} options */
		const inspect = async (...options) =>
			JSON.parse((await run('key', 'inspect', '--output-type', 'json', ...options)).out);

		for (const type of /** @type {const} */ (['sr25519', 'ed25519'])) {
			test(`key generate, key inspect and polkadot.js agree on ${type}`, async () => {
				const scheme = ['--scheme', type];
				const { out } = await run('key', 'generate', '--output-type', 'json', ...scheme);
				const made = JSON.parse(out);
				const { secretPhrase, secretSeed, publicKey, ss58Address } = made;
				assert.equal(secretPhrase.split(' ').length, 12);
				assert.deepEqual(await inspect(secretPhrase, ...scheme), made, 'all comes of the phrase');
				for (const part of [[secretSeed], [ss58Address], [publicKey, '--public']]) {
					const seen = await inspect(...part, ...scheme);
					assert.deepEqual([seen.publicKey, seen.ss58Address], [publicKey, ss58Address], part[0]);
				}

				const keyring = new Keyring({ type });
				for (const secret of [secretPhrase, '//Alice']) {
					const { address } = keyring.addFromUri(secret);
					assert.equal((await inspect(secret, ...scheme)).ss58Address, address, secret);
				}
			});
		}
	});
});
