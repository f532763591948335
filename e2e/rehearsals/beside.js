// SPDX-License-Identifier: Apache-2.0
// This node beside another one of the same SDK, such as that of its solochain template: how long each takes to start a
// new development chain and to go on with it, how many transfers a full block of it holds, and what it computes for each
// of them when it imports that block. By turns, so that both see the same machine; the least of several runs counts,
// since whatever else happens on a machine only adds.

import { HttpProvider, Keyring } from '@polkadot/api';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../lib/connect.js';
import { Node } from '../lib/node.js';
import { until } from '../lib/process.js';
import { there } from '../lib/there.js';

const { transfers, rounds, other, ours } = options();
/** Ticks of the kernel's clock in a second: what it counts computation in. */
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
/** Bob has an account on both chains, so any amount will do. */
const AMOUNT = 1_000_000_000n;
/** How many transfers are sent without waiting. Whichever comes first, the pool keeps as many for later. */
const AT_ONCE = 200;

const folder = mkdtempSync(join(tmpdir(), 'beside-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/**
 * A node, the folder of its chain, and what was measured. Once there is a full block: its specification, and the heights up
 * to which its blocks are in files.
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} program
 * @property {string} base
 * @property {Record<string, number>} figures
 * @property {string} [spec]
 * @property {{ before: number, whole: number }} [parts]
 */

/** @type {Contender[]} */
const nodes = [
	{ name: 'this node', program: ours, base: join(folder, 'chain-0'), figures: {} },
	{ name: 'the other', program: other, base: join(folder, 'chain-1'), figures: {} },
];

await starts();
for (const node of nodes) await fillABlock(node);
imports();
report();

function options() {
	const { values } = parseArgs({
		options: {
			ours: { type: 'string' },
			other: { type: 'string' },
			transfers: { type: 'string', default: '20000' },
			rounds: { type: 'string', default: '5' },
		},
	});
	if (!values.ours || !values.other) throw new Error('--ours and --other name the two nodes');
	const { ours, other } = values;
	return { ours, other, transfers: Number(values.transfers), rounds: Number(values.rounds) };
}

/**
 * Starts the node with the chain in `base`, and yields it with how long that took and what it computed.
 * @param {{ program: string }} node
 * @param {string} base
 */
async function start({ program }, base) {
	const quiet = ['--no-prometheus', '--no-telemetry', '--no-mdns'];
	// One state, with room for all: the other pool drops the oldest of what waits once that is a tenth of its limit.
	const pool = ['--pool-type', 'single-state', '--pool-limit', String(10 * transfers), '--pool-kbytes', '1000000'];
	const begun = performance.now();
	const running = await Node.run(program, ['--dev', '--base-path', base, '--rpc-port', '0', '--port', '0', ...quiet, ...pool], []);
	const wall = (performance.now() - begun) / 1_000;
	return { running, wall, computed: computedBy(running.pid) };
}

/**
 * The seconds that a process has computed for.
 * @param {number | undefined} pid
 */
function computedBy(pid) {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').split(' ');
	return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

async function starts() {
	for (let round = 0; round < rounds; round++) {
		for (const node of nodes) {
			const base = join(folder, 'start');
			for (const kind of ['first start', 'later start']) {
				const { running, wall, computed } = await start(node, base);
				await running.stop();
				keepLeast(node, `${kind}, seconds`, wall);
				keepLeast(node, `${kind}, seconds of computation`, computed);
			}
			rmSync(base, { recursive: true });
			console.log(`${node.name}: started, round ${round + 1} of ${rounds}`);
		}
	}
}

/**
 * Sends transfers until a block of the chain is full, and writes its blocks to files: all, and those before the first.
 * @param {Contender} node
 */
async function fillABlock(node) {
	const { running } = await start(node, node.base);
	const api = await connect(new HttpProvider(`http://127.0.0.1:${running.port}`));
	const keyring = new Keyring({ type: 'sr25519' });
	const [alice, bob] = ['//Alice', '//Bob'].map((uri) => keyring.addFromUri(uri));
	console.log(`${node.name}: signing ${transfers} transfers`);
	const signed = [];
	for (let nonce = 0; nonce < transfers; nonce++) {
		const transfer = api.tx.balances.transferKeepAlive(bob.address, AMOUNT);
		signed.push((await transfer.signAsync(alice, { nonce, era: 0 })).toHex());
	}
	const best = async () => (await api.rpc.chain.getHeader()).number.toNumber();
	const before = await until(best, 'the first block');
	for (let sent = 0; sent < signed.length; sent += AT_ONCE) {
		await Promise.all(signed.slice(sent, sent + AT_ONCE).map((transfer) => running.rpc('author_submitExtrinsic', transfer)));
	}
	let included = 0;
	const isThrough = async () => {
		included = (await api.query.system.account(alice.address)).nonce.toNumber();
		return included === transfers;
	};
	await until(isThrough, () => `the last transfer, of which ${included} of ${transfers} are in blocks,`, 600_000);
	const last = await best();
	const counts = [];
	for (let number = before + 1; number <= last; number++) {
		const { block } = await api.rpc.chain.getBlock(await api.rpc.chain.getBlockHash(number));
		counts.push(block.extrinsics.filter(({ isSigned }) => isSigned).length);
	}
	await api.disconnect();
	await running.stop();
	const fullest = Math.max(...counts);
	// A block is full if transfers were left over for the next one.
	if (!counts[counts.indexOf(fullest) + 1]) throw new Error(`no block of ${node.name} was full: more --transfers`);
	node.figures['transfers in the fullest block'] = fullest;
	// In raw form, with which either node compiles its runtime once.
	const place = `${node.base}.json`;
	const spec = execFileSync(node.program, ['build-spec', '--chain', 'dev', '--raw'], { stdio: 'pipe', maxBuffer: 2 ** 26 });
	writeFileSync(place, spec);
	const parts = { before, whole: last };
	node.spec = place;
	node.parts = parts;
	for (const [part, to] of Object.entries(parts)) {
		run(node, ['export-blocks', '--chain', place, '--base-path', node.base, '--binary', '--to', String(to), fileOf(node, part)]);
	}
}

/**
 * Where the blocks are up to the first transfer, or all of them.
 * @param {Contender} node
 * @param {string} part
 */
const fileOf = ({ base }, part) => `${base}-${part}`;

/**
 * Runs the node to its end, and yields the seconds it computed for, and what it wrote.
 * @param {{ program: string }} node
 * @param {string[]} args
 */
function run({ program }, args) {
	const script = 'TIMEFORMAT="computed %U %S"; { time "$0" "$@" 2>&1; } 2>&1';
	const env = { ...process.env, LC_ALL: 'C' };
	const output = execFileSync('bash', ['-c', script, program, ...args], { encoding: 'utf8', env });
	const [, user, system] = there(/computed ([\d.]+) ([\d.]+)\s*$/.exec(output), 'what bash says of the time');
	return { computed: Number(user) + Number(system), output };
}

function imports() {
	for (let round = 0; round < rounds; round++) {
		for (const node of nodes) {
			const [spec, parts] = [there(node.spec), there(node.parts)];
			for (const [part, height] of Object.entries(parts)) {
				const base = join(folder, 'import');
				const { computed, output } = run(node, ['import-blocks', '--chain', spec, '--base-path', base, '--binary', fileOf(node, part)]);
				rmSync(base, { recursive: true });
				if (!output.includes(`Best: #${height}`)) throw new Error(`${node.name} did not import ${height} blocks: ${output}`);
				keepLeast(node, part, computed);
			}
			console.log(`${node.name}: imported, round ${round + 1} of ${rounds}`);
		}
	}
	for (const { figures } of nodes) {
		const share = figures.whole - figures.before;
		if (share < figures.before / 10) throw new Error('the blocks with transfers take too little to tell: more --transfers');
		figures['microseconds to import a transfer and its part of the block'] = (share / transfers) * 1e6;
		delete figures.whole;
		delete figures.before;
	}
}

/**
 * @param {Contender} node
 * @param {string} name
 * @param {number} value
 */
function keepLeast({ figures }, name, value) {
	figures[name] = Math.min(value, figures[name] ?? Number.POSITIVE_INFINITY);
}

function report() {
	const [first, second] = nodes.map(({ figures }) => figures);
	console.log(`\n${''.padEnd(58)} ${'this node'.padStart(10)} ${'the other'.padStart(10)}   ratio`);
	for (const [name, value] of Object.entries(first)) {
		const cells = [value, second[name]].map((cell) => cell.toFixed(cell < 100 ? 2 : 0).padStart(10));
		console.log(`${name.padEnd(58)} ${cells.join(' ')} ${(value / second[name]).toFixed(2).padStart(7)}`);
	}
}
