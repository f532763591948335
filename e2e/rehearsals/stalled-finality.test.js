// SPDX-License-Identifier: Apache-2.0
// docs/stalled-finality.md, step by step and with its own snippets: two of four validators are gone for good, nothing is
// finalised any more, the set is changed by force, and newcomers come past the gap, by warp sync and block by block.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { NODE } from '../lib/artefacts.js';
import { assertIdentity } from '../lib/ledger.js';
import { Network, best, finalised, send, sessionAt, untilFinalised } from '../lib/network.js';
import { Node } from '../lib/node.js';
import { inTime, messageOf, until } from '../lib/process.js';
import { runbook } from '../lib/runbook.js';
import { there } from '../lib/there.js';
import { MINUTE } from '../lib/units.js';
/** @import { Api, Header } from '../types/chain.ts' */

const TIMEOUT_MS = 40 * MINUTE;
const PATIENCE = 10 * MINUTE;
/** As short as it may be: all are on one machine, and no fork lasts. */
const DELAY = 10;

const keyring = new Keyring({ type: 'sr25519' });
/** @param {string} name */
const key = (name) => keyring.addFromUri(`//${name}`);
/** @param {Header} header */
const heightOf = ({ number }) => number.toNumber();
const LOST = ['Charlie', 'Dave'];
const LEFT = ['Alice', 'Bob'];
const lost = LOST.map((name) => key(name).address);

/** @type {Network} */
let network;

before(async () => {
	// Eve and Ferdie validate nothing; the newcomers ask them as well.
	network = await Network.start(6);
}, { timeout: TIMEOUT_MS });

after(async () => network?.stop(), { timeout: TIMEOUT_MS });

/**
 * Waits for a best block that satisfies `condition`, and yields its header.
 * @param {Api} api
 * @param {(header: Header) => boolean | Promise<boolean>} condition
 * @param {string} what
 */
async function untilBest({ rpc }, condition, what) {
	/** @type {(() => void) | undefined} */
	let stop;
	try {
		/** @type {Promise<Header>} */
		const found = new Promise((resolve, reject) => {
			let looking = Promise.resolve();
			/** @param {Header} head */
			const look = async (head) => {
				if (await condition(head)) resolve(head);
			};
			/** @param {Header} head */
			const tell = (head) => {
				looking = looking.then(() => look(head));
				looking.catch(reject);
			};
			rpc.chain.subscribeNewHeads(tell).then((unsubscribe) => (stop = unsubscribe), reject);
		});
		return await inTime(found, () => what, PATIENCE);
	} finally {
		stop?.();
	}
}

/**
 * Submits a call that the runbook printed, by who governs; nobody can wait for finality.
 * @param {Api} api
 * @param {string} printed
 */
async function govern(api, printed) {
	const call = api.tx(api.createType('Call', printed));
	const { error, events } = await send(api, call, key('Alice'), 'InBlock');
	assert.equal(error, undefined);
	assert.ok(there(events.get('sudo.Sudid'))[0].isOk, `${events.get('sudo.Sudid')}`);
}

/**
 * Two votes of four are gone. Blocks go on, and none is final any more: yields the last one that is.
 * @param {Api} api
 */
async function stall(api) {
	for (const name of LOST) await network.kill(name);
	const gone = heightOf(await best(api));
	await untilBest(api, (head) => heightOf(head) > gone + 5, 'blocks without finality');
	const last = heightOf(await finalised(api));
	assert.ok(last <= gone, 'two of four are not enough');
	return last;
}

/**
 * The steps 1 to 6. Yields the number of the set that stalled, and the block that announced the change.
 * @param {Api} api
 * @param {number} last
 */
async function cure(api, last) {
	const { setId } = await network.rpc('Alice', 'grandpa_roundState');
	const missing = await runbook('whose votes are missing', { api });
	assert.ok(missing.startsWith(`set ${setId} `) && lost.every((who) => missing.includes(who)), missing);
	assert.ok(!LEFT.some((name) => missing.includes(key(name).address)), missing);

	await govern(api, await runbook('out of the next set', { api, LOST: lost }));
	const left = LEFT.map((name) => key(name).address).sort();
	const areLeft = async () => {
		const queued = (await runbook('who is queued', { api })).split(' ').sort();
		return queued.join() === left.join();
	};
	await untilBest(api, areLeft, 'a next session without those who are gone');

	const finals = await Promise.all(
		LEFT.map(async (name) => Number(await runbook('the last final block', { api: await network.api(name) }))),
	);
	assert.deepEqual(new Set(finals), new Set([last]), 'nothing was finalised meanwhile');
	const LAST_FINALISED = Math.max(...finals);
	// GRANDPA's own call does not get through, nor a block that the set cannot have finalised.
	const past = api.tx.sudo.sudo(api.tx.grandpa.noteStalled(DELAY, LAST_FINALISED));
	assert.equal((await send(api, past, key('Alice'), 'InBlock')).error, 'system.CallFiltered');
	const height = heightOf(await best(api));
	const high = await runbook('the forced change', { api, LAST_FINALISED: height, DELAY });
	await assert.rejects(govern(api, high), /Err|err/);
	await govern(api, await runbook('the forced change', { api, LAST_FINALISED, DELAY }));

	const session = (await sessionAt(api, (await best(api)).hash)).index;
	/** @param {Header} header */
	const isNext = async ({ hash }) => (await sessionAt(api, hash)).index > session;
	const ANNOUNCED = heightOf(await untilBest(api, isNext, 'the next session'));
	for (const name of LEFT) {
		/** @param {Header} head */
		const beyond = (head) => heightOf(head) > ANNOUNCED + DELAY;
		await untilFinalised(await network.api(name), beyond, `finality at ${name} after the change`, PATIENCE);
	}
	const now = await network.rpc('Alice', 'grandpa_roundState');
	assert.equal(now.setId, setId + 1);
	assert.equal((await api.query.grandpa.currentSetId()).toNumber(), now.setId, 'runtime and nodes agree');
	return { setId, ANNOUNCED };
}

/**
 * Gives the nodes that answer newcomers the change in the specification. Yields where they are reached.
 * @param {string} place
 * @param {object} fork
 */
async function publish(place, fork) {
	const spec = JSON.parse(await readFile(place, 'utf8'));
	await writeFile(place, JSON.stringify({ ...spec, ...fork }));
	// Bob goes on: the network ends with the last node that has not been killed.
	const serving = ['Alice', 'Eve', 'Ferdie'];
	for (const name of serving) {
		await network.kill(name);
		await network.revive(name);
	}
	/** @param {string} name */
	const address = async (name) => (await network.rpc(name, 'system_localListenAddresses'))[0];
	return Promise.all(serving.map(address));
}

/**
 * The height of the last block that is final at this node.
 * @param {Node} node
 */
async function finalAt(node) {
	const { number } = await node.rpc('chain_getHeader', await node.rpc('chain_getFinalizedHead'));
	return Number(number);
}

/**
 * Whether this node has the transactions of the block of this number, and not the header alone.
 * @param {Node} node
 * @param {number} number
 */
async function hasBlock(node, number) {
	const hash = await node.rpc('chain_getBlockHash', number);
	return hash !== null && (await node.rpc('chain_getBlock', hash)) !== null;
}

/**
 * A newcomer that comes in this way reaches the block `goal`, follows finality, and gets the blocks `past`. Yields where it
 * had arrived. It is asked without polkadot.js, which wants the state of each block it looks at.
 * @param {string} way
 * @param {{ place: string, addresses: string[], goal: number, past: number[] }} meeting
 */
async function arrives(way, { place, addresses, goal, past }) {
	/** @type {string[]} */
	const log = [];
	const folder = await mkdtemp(join(tmpdir(), 'destra-e2e-newcomer-'));
	/** @type {Node | undefined} */
	let node;
	try {
		const newcomer = await Node.run(NODE, [
			['--chain', place],
			['--base-path', folder],
			['--sync', way],
			['--reserved-only', '--reserved-nodes', ...addresses],
			['--rpc-port', '0', '--port', '0'],
			['--no-prometheus', '--no-telemetry', '--no-mdns'],
		].flat(), log);
		node = newcomer;
		/** @param {number} height */
		const reaches = (height) =>
			until(async () => (await finalAt(newcomer)) >= height, `finality of block ${height}`, PATIENCE);
		await reaches(goal);
		const arrived = await finalAt(newcomer);
		const warped = log.some((line) => line.includes('Warp sync is complete'));
		assert.equal(warped, way === 'warp', `by ${way} sync`);
		// It knows the number of the set, or it could not.
		const further = arrived + 10;
		await reaches(further);
		const here = await newcomer.rpc('chain_getBlockHash', further);
		assert.equal(here, await network.rpc('Bob', 'chain_getBlockHash', further), 'on the same chain');
		for (const number of past) {
			await until(() => hasBlock(newcomer, number), `the block ${number}`, PATIENCE);
		}
		return arrived;
	} catch (error) {
		throw new Error([`the newcomer by ${way} sync: ${messageOf(error)}`, ...log.slice(0, 60), "…", ...log.slice(-40)].join('\n  | '), { cause: error });
	} finally {
		await node?.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

test('the runbook for a stall brings finality back, and newcomers past the gap', { timeout: TIMEOUT_MS }, async (t) => {
	try {
		const api = await network.api('Alice');
		// A set that came the usual way: the first two sessions share one.
		/** @param {Header} header */
		const isLater = async ({ hash }) => (await sessionAt(api, hash)).index > 1;
		await untilFinalised(api, isLater, 'the third session', PATIENCE);

		const last = await stall(api);
		const { setId, ANNOUNCED } = await cure(api, last);
		// And one comes after it.
		const cured = (await sessionAt(api, (await best(api)).hash)).index;
		/** @param {Header} header */
		const isAfter = async ({ hash }) => (await sessionAt(api, hash)).index > cured;
		const next = await untilFinalised(api, isAfter, 'the session after the change', PATIENCE);

		const place = join(network.basePath, 'chain-spec.json');
		const fork = JSON.parse(await runbook('for the specification', { api, ANNOUNCED, SET: setId }));
		assert.equal(fork.grandpaHardForks[0].authorities.length, LEFT.length);
		const addresses = await publish(place, fork);
		// Blocks of the stall, among them those that announced sets that never came, and the last ones.
		const past = [1, last, ANNOUNCED - 1, ANNOUNCED, ANNOUNCED + DELAY, heightOf(next)];
		const goal = heightOf(next);
		const ways = ['warp', 'full'].map((way) => arrives(way, { place, addresses, goal, past }));
		const [warp, full] = await Promise.all(ways);
		await assertIdentity({ api: await network.api('Bob') }, next.hash);
		t.diagnostic(
			`block ${last} was the last of set ${setId}, block ${ANNOUNCED} announced the next; newcomers were at ` +
				`block ${warp} (warp) and ${full} (full) when they had arrived`,
		);
	} catch (error) {
		t.diagnostic(['the network wrote last:', ...network.log].join('\n  | '));
		throw error;
	}
});
