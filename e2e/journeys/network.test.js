// SPDX-License-Identifier: Apache-2.0
// Six nodes on this machine, whose blocks come by the clock, in sessions of a minute: five validators, and one that
// becomes the sixth. Beside them two stake who have no node at all. The stories that wait longest are told of the
// network at the same time: none may disturb another, and finality must not pause.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { FinalityWatch } from '../lib/finality-watch.js';
import { assertIdentity } from '../lib/ledger.js';
import { beginsAt } from '../lib/light-client.js';
import {
	Network,
	REPORTERS,
	authorOf,
	eventsAt,
	finalised,
	send,
	sessionAt,
	untilFinalised,
} from '../lib/network.js';
import { until } from '../lib/process.js';
import { keysWithoutNode } from '../lib/session-keys.js';
import {
	UNIT,
	VALIDATOR,
	candidates,
	perbill,
	profile,
	providerOf,
	settings,
} from '../lib/staking.js';
import { lastOf, there } from '../lib/there.js';
import { DSYNC, MINUTE } from '../lib/units.js';
/** @import { Api, Header, Key, Say } from '../types/chain.ts' */

/** The least that a session can have, a minute of them. */
const SLOTS = 10;
/**
 * Some sessions, and a bit.
 * @param {number} count
 */
const sessions = (count) => (count + 1) * MINUTE;
/** A start, eight sessions or some more, an end. */
const TIMEOUT_MS = sessions(15) + 5 * MINUTE;

const FIRST = ['Alice', 'Bob', 'Charlie', 'Dave', 'Eve'];
/** Whose node will fall silent. */
const SILENT = 'Dave';
const NEWCOMER = 'Ferdie';
/** Who validates all the time. */
const PRESENT = FIRST.filter((name) => name !== SILENT);
/** Who stake more than all others, and have no node. */
const ABSENT = ['Grace', 'Heidi'];
/** Who stakes nothing. */
const OUTSIDER = 'Ivan';

const keyring = new Keyring({ type: 'sr25519' });
/** @param {string} name */
const key = (name) => keyring.addFromUri(`//${name}`);
/** @param {string} name */
const address = (name) => key(name).address;
/** @param {Header} header */
const heightOf = ({ number }) => number.toNumber();
/** @param {number} height */
const from = (height) => (/** @type {Header} */ header) => heightOf(header) >= height;

/** @type {Network} */
let network;
/** @type {FinalityWatch} */
let watch;

/**
 * Tells `story(say)`; if it fails, prints the last lines of the script.
 * @param {string} title
 * @param {(say: Say) => Promise<unknown>} tell
 */
const story = (title, tell) =>
	test(title, async (t) => {
		try {
			await tell((line) => t.diagnostic(line));
		} catch (error) {
			t.diagnostic(['the network wrote last:', ...network.log].join('\n  | '));
			throw error;
		}
	});

/**
 * Locks, registers and names session keys at once: all that makes a candidate.
 * @param {Api} api
 * @param {Key} who
 * @param {bigint} amount
 * @param {[unknown, unknown]} keys
 */
async function join(api, who, amount, [keys, proof]) {
	const { session, stakingLocks, utility } = api.tx;
	const { tiers, minStakes } = await settings({ api });
	assert.ok(BigInt(minStakes.validator) <= amount);
	const calls = [
		stakingLocks.lock(amount, tiers.at(-1)),
		stakingLocks.register(profile(who, [VALIDATOR]), perbill(5)),
		session.setKeys(keys, proof),
	];
	const joined = await send(api, utility.batchAll(calls), who);
	assert.equal(joined.error, undefined);
	return { ...joined, weight: amount * BigInt(lastOf(tiers).multiplier) };
}

/**
 * A condition: that `name` is in the set, or `not`.
 * @param {Api} api
 * @param {string} name
 */
const validates = (api, name, not = false) => async (/** @type {Header} */ { hash }) =>
	(await sessionAt(api, hash)).validators.includes(address(name)) !== not;

/** In none of the sets so far is anybody who has no node. */
function nobodyIsAbsent() {
	for (const [session, validators] of watch.sets) {
		const entered = ABSENT.filter((name) => validators.includes(address(name)));
		assert.deepEqual(entered, [], `in session ${session}`);
	}
}

/**
 * A condition: that a session has begun.
 * @param {Api} api
 * @param {number} wanted
 */
const inSession = (api, wanted) => async (/** @type {Header} */ { hash }) => (await sessionAt(api, hash)).index >= wanted;

describe('a network of validators', { timeout: TIMEOUT_MS }, () => {
	before(async () => {
		network = await Network.start(6, { genesis: { slots: SLOTS, validators: FIRST }, agents: true });
		watch = await FinalityWatch.of(await network.api('Alice'));
	}, { timeout: TIMEOUT_MS });

	// Whatever happened to the stories, nothing is left running.
	after(async () => {
		if (!network) return;
		const { status, pids } = await network.stop();
		assert.equal(status, 130, 'it ends by Ctrl-C');
		for (const pid of pids) assert.throws(() => process.kill(there(pid, 'the number of a process'), 0), { code: 'ESRCH' });
	}, { timeout: TIMEOUT_MS });

	story('all nodes finalise the same chain', async (say) => {
		const apis = await Promise.all(network.names.map((name) => network.api(name)));
		const [api] = apis;
		assert.equal(apis.length, 6);
		const { balances, utility } = api.tx;
		/** @param {string} name @param {bigint} amount */
		const pay = (name, amount) => balances.transferKeepAlive(address(name), amount * DSYNC);
		const paid = [...ABSENT.map((name) => pay(name, 80_000n)), pay(OUTSIDER, 10n)];
		const { hash, error } = await send(api, utility.batchAll(paid), key('Bob'));
		assert.equal(error, undefined);
		const height = heightOf(await api.rpc.chain.getHeader(hash));
		await Promise.all(apis.map((api) => untilFinalised(api, from(height), `block ${height}`)));
		const hashes = await Promise.all(apis.map((api) => api.rpc.chain.getBlockHash(height)));
		assert.deepEqual(new Set(hashes.map(String)), new Set([hash]), 'one chain');
		const { index, validators } = await sessionAt(api, hash);
		assert.deepEqual([...validators].sort(), FIRST.map(address).sort());
		const ranked = await candidates({ api }, hash);
		assert.deepEqual(ranked.map(([, weight]) => weight), FIRST.map(() => 100_000n * DSYNC * UNIT));
		say(`finalised block ${height} in session ${index}, ${hash}`);
	});

	story('each reporter has an agent that its node answers', async (say) => {
		assert.equal(network.agents.length, REPORTERS.length);
		/** @param {string} url */
		const shows = async (url) => (await fetch(url)).text();
		const connected = async () => (await Promise.all(network.agents.map(shows))).every(
			(metrics) => /^destra_agent_node_connected 1$/m.test(metrics),
		);
		await until(connected, 'the connections of all agents');
		say(`${network.agents.length} agents`);
	});

	describe('that changes', { concurrency: true }, () => {
		story('who falls silent gives way to a newcomer, is out, and comes back with its node', async (say) => {
			const [api, silent] = [await network.api('Alice'), address(SILENT)];
			/** @param {Header} header */
			const wrote = async (header) => (await authorOf(api, header)) === silent;
			/** @param {Header} header */
			const gaveSign = async ({ hash }) =>
				(await eventsAt(api, hash, 'liveness.HeartbeatReceived')).some(({ validator }) => validator.eq(silent));
			await network.kill(SILENT);
			const killed = (await sessionAt(api, (await finalised(api)).hash)).index;

			// Silent for a session, it is not chosen again beside the newcomer: a set of six can miss one of both.
			const left = await untilFinalised(api, validates(api, SILENT, true), `a set without ${SILENT}`, sessions(6));
			const out = (await sessionAt(api, left.hash)).index;
			assert.ok(out <= killed + 5, `killed in session ${killed}, out in session ${out}`);
			const provider = there(await providerOf({ api }, silent, left.hash));
			assert.deepEqual([provider.status, provider.pendingSlashes], ['Active', 0], 'that is no offence');

			// Its node shows by itself that it is back, and like anybody else it enters two sessions later.
			await network.revive(SILENT);
			const sign = await untilFinalised(api, gaveSign, `a heartbeat of ${SILENT}`, sessions(3));
			const beat = (await sessionAt(api, sign.hash)).index;
			const entered = await untilFinalised(api, validates(api, SILENT), `${SILENT} in a set again`, sessions(4));
			const again = (await sessionAt(api, entered.hash)).index;
			assert.ok(again <= beat + 3, `heartbeat in session ${beat}, back in session ${again}`);
			const returned = await untilFinalised(api, wrote, `a block of ${SILENT} after its return`, sessions(3));
			const back = await network.api(SILENT);
			const height = heightOf(returned);
			await untilFinalised(back, from(height), `block ${height} on the node that is back`);
			assert.ok((await back.rpc.chain.getBlockHash(height)).eq(returned.hash), 'on the same chain');
			say(`killed in session ${killed}, out in session ${out}, heartbeat in session ${beat}, back in session ${again}, wrote block ${height}`);
		});

		story('two who stake and have no node never enter, though they weigh most', async (say) => {
			const api = await network.api('Alice');
			const joined = await Promise.all(
				ABSENT.map((name) => join(api, key(name), 70_000n * DSYNC, keysWithoutNode(name))),
			);
			const indices = await Promise.all(joined.map(async ({ hash }) => (await sessionAt(api, hash)).index));
			const last = Math.max(...indices) + 5;
			const later = await untilFinalised(api, inSession(api, last), `session ${last}`, sessions(6));
			const heaviest = (await candidates({ api }, later.hash)).slice(0, 2);
			const expected = ABSENT.map((name, at) => /** @type {const} */ ([address(name), joined[at].weight]));
			assert.deepEqual(new Map(heaviest), new Map(expected));
			nobodyIsAbsent();
			say(`candidates since session ${indices.join(' and ')}, in none of the sets up to session ${last}`);
		});

		story('a sixth stakes through polkadot.js and validates two sessions after its node showed that it is there', async (say) => {
			const [newcomer, bob] = [NEWCOMER, 'Bob'].map(key);
			// All that the newcomer does goes through its own node.
			const api = await network.api(NEWCOMER);

			// The node makes keys and proves that they are its own, for the newcomer and nobody else.
			const rotated = await network.rpc(NEWCOMER, 'author_rotateKeysWithOwner', u8aToHex(newcomer.publicKey));
			const stolen = await send(api, api.tx.session.setKeys(rotated.keys, rotated.proof), bob);
			assert.equal(stolen.error, 'session.InvalidProof');

			const { hash, weight } = await join(api, newcomer, 60_000n * DSYNC, [rotated.keys, rotated.proof]);
			const staked = await sessionAt(api, hash);
			assert.equal(staked.validators.includes(newcomer.address), false);
			assert.equal(new Map(await candidates({ api }, hash)).get(newcomer.address), weight);

			// Its node shows that it is there, in this session or, where that is about to end, in the next one.
			// It is chosen when that ends, and validates from the one after it on.
			const entered = await untilFinalised(api, validates(api, NEWCOMER), `the first session of ${NEWCOMER}`, sessions(4));
			const now = await sessionAt(api, entered.hash);
			assert.ok(now.index <= staked.index + 3, `session ${staked.index} to ${now.index}`);
			assert.ok([...PRESENT, NEWCOMER].every((name) => now.validators.includes(address(name))));
			assert.equal(now.validators[0], newcomer.address, 'the heaviest of those who are there first');

			// It writes a block, is paid for it, and votes.
			/** @param {Header} header */
			const paid = async ({ hash }) => there(await providerOf({ api }, newcomer, hash)).authored > 0;
			/** @param {Header} header */
			const wrote = async (header) => (await authorOf(api, header)) === newcomer.address && paid(header);
			const written = heightOf(await untilFinalised(api, wrote, `a block of ${NEWCOMER}`, sessions(4)));
			const authorities = await api.call.grandpaApi.grandpaAuthorities();
			assert.ok(authorities.length >= FIRST.length, `${authorities.length} vote`);
			await assertIdentity({ api }, entered.hash);
			say(`staked in session ${staked.index}, validator from block ${heightOf(entered)} in session ${now.index}, wrote block ${written}`);
		});

		story('nobody purges keys that a set needs, and the chain goes on', async (say) => {
			const api = await network.api('Alice');
			const { liveness, session } = api.tx;
			/** @param {string} name */
			const hasKeys = async (name) => (await api.query.session.nextKeys(address(name))).isSome;
			/**
			 * The call of the session is refused by the pool, whoever makes it.
			 * @param {string} name
			 */
			const superseded = async (name) => {
				const signed = await session.purgeKeys().signAsync(key(name), { nonce: -1 });
				const sent = network.rpc('Alice', 'author_submitExtrinsic', signed.toHex());
				await assert.rejects(sent, /Custom error: 122/, `of ${name}`);
			};

			await untilFinalised(api, validates(api, NEWCOMER), `a set with ${NEWCOMER}`, sessions(6));
			/** @param {string} name */
			const purge = async (name) => {
				await superseded(name);
				const { error } = await send(api, liveness.purgeKeys(), key(name));
				assert.equal(error, 'liveness.KeysInUse', `of ${name}`);
				assert.ok(await hasKeys(name));
			};
			await Promise.all([...PRESENT, NEWCOMER].map(purge));

			// An account that is in no set.
			const outsider = key(OUTSIDER);
			const named = await send(api, session.setKeys(...keysWithoutNode(OUTSIDER)), outsider);
			assert.equal(named.error, undefined);
			assert.ok(await hasKeys(OUTSIDER));
			await superseded(OUTSIDER);
			const purged = await send(api, liveness.purgeKeys(), outsider);
			assert.equal(purged.error, undefined);
			assert.equal(there(purged.events.get('liveness.KeysPurged')).who.toString(), outsider.address);
			assert.equal(await hasKeys(OUTSIDER), false);

			const next = (await sessionAt(api, purged.hash)).index + 2;
			const later = await untilFinalised(api, inSession(api, next), `session ${next}`, sessions(3));
			const { validators } = await sessionAt(api, later.hash);
			const stayed = [...PRESENT, NEWCOMER].map(address);
			assert.ok(stayed.every((who) => validators.includes(who)), 'all are still in who are there');
			await assertIdentity({ api }, later.hash);
			say(`refused to five in session ${next - 2}, who are in the set of session ${next}`);
		});
	});

	story('a light client goes on from the final block that a node puts into the specification', async (say) => {
		const api = await network.api('Alice');
		// In the first two epochs there are not yet two that it could know.
		await untilFinalised(api, inSession(api, 3), 'session 3', sessions(3));
		const spec = await network.rpc('Alice', 'sync_state_genSyncSpec', true);
		const hash = blake2AsHex(spec.lightSyncState.finalizedBlockHeader);
		const header = await api.rpc.chain.getHeader(hash);
		assert.ok((await finalised(api)).number.toNumber() >= heightOf(header));
		assert.ok((await sessionAt(api, hash)).index >= 3);
		assert.equal(await beginsAt(spec), hash);
		say(`block ${heightOf(header)}, ${hash}`);
	});

	story('finality never paused for a minute', async (say) => {
		const longest = await watch.end();
		assert.ok(longest < MINUTE, `nothing was finalised for ${Math.round(longest)} ms`);
		const api = await network.api('Alice');
		const seen = [...watch.sets.keys()];
		assert.equal(lastOf(seen) - seen[0] + 1, seen.length, 'no session went by unseen');
		nobodyIsAbsent();
		await assertIdentity({ api }, (await finalised(api)).hash);
		say(`at most ${(longest / 1_000).toFixed(1)} s from one finalised block to the next, in ${seen.length} sessions`);
	});
});
