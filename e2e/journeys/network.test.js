// SPDX-License-Identifier: Apache-2.0
// Five nodes on this machine, whose blocks come by the clock. The stories that wait longest are told of the
// network at the same time: neither may disturb the other.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';
import { assertIdentity } from '../lib/ledger.js';
import {
	Network,
	VALIDATORS,
	authorOf,
	best,
	finalised,
	send,
	sessionAt,
	untilFinalised,
} from '../lib/network.js';
import { until } from '../lib/process.js';
import { UNIT, VALIDATOR, candidates, perbill, profile, providerOf, settings } from '../lib/staking.js';
import { DSYNC, MINUTE } from '../lib/units.js';

/** The whole of it: a start, at most three sessions of two minutes and what is left of a fourth, an end. */
const TIMEOUT_MS = 15 * MINUTE;
/** A session, and a bit. */
const SESSION_PATIENCE = 3 * MINUTE;

const keyring = new Keyring({ type: 'sr25519' });
const key = (name) => keyring.addFromUri(`//${name}`);
const heightOf = ({ number }) => number.toNumber();
const from = (height) => (header) => heightOf(header) >= height;
const addresses = VALIDATORS.map((name) => key(name).address);

let network;

/** Tells `story(say)`; if it fails, prints the last lines of the script. */
const story = (title, tell) =>
	test(title, async (t) => {
		try {
			await tell((line) => t.diagnostic(line));
		} catch (error) {
			t.diagnostic(['the network wrote last:', ...network.log].join('\n  | '));
			throw error;
		}
	});

describe('a network of four validators', { timeout: TIMEOUT_MS }, () => {
	before(async () => {
		network = await Network.start(5, { agents: true });
	}, { timeout: TIMEOUT_MS });

	// Whatever happened to the stories, nothing is left running.
	after(async () => {
		if (!network) return;
		const { status, pids } = await network.stop();
		assert.equal(status, 130, 'it ends by Ctrl-C');
		for (const pid of pids) assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
	}, { timeout: TIMEOUT_MS });

	story('all nodes finalise the same chain', async (say) => {
		const apis = await Promise.all(network.names.map((name) => network.api(name)));
		const [api] = apis;
		const height = 5;
		assert.equal(apis.length, 5);
		await Promise.all(apis.map((api) => untilFinalised(api, from(height), `block ${height}`)));
		const hashes = await Promise.all(apis.map((api) => api.rpc.chain.getBlockHash(height)));
		assert.equal(new Set(hashes.map(String)).size, 1, 'one chain');
		const { index, validators } = await sessionAt(api, hashes[0]);
		assert.deepEqual([...validators].sort(), [...addresses].sort());
		const ranked = await candidates({ api }, hashes[0]);
		assert.deepEqual(ranked.map(([, weight]) => weight), addresses.map(() => 100_000n * DSYNC * UNIT));
		say(`finalised block ${height} in session ${index}, ${hashes[0]}`);
	});

	story('each validator has an agent that its node answers', async (say) => {
		assert.equal(network.agents.length, VALIDATORS.length);
		const shows = async (url) => (await fetch(url)).text();
		const connected = async () => (await Promise.all(network.agents.map(shows))).every(
			(metrics) => /^destra_agent_node_connected 1$/m.test(metrics),
		);
		await until(connected, 'the connections of all agents');
		say(`${network.agents.length} agents`);
	});

	describe('that changes', { concurrency: true }, () => {
		story('finality survives kill -9 of a validator, and takes it back', async (say) => {
			const lost = 'Dave';
			const [api, dead] = [await network.api('Alice'), key(lost).address];
			const wrote = async (header) => (await authorOf(api, header)) === dead;
			await untilFinalised(api, wrote, `a block of ${lost}`);
			await network.kill(lost);

			// A block that it had sent before may still arrive.
			const first = heightOf(await best(api)) + 2;
			const last = first + 5;
			await untilFinalised(api, from(last), `finality of block ${last} by three of four`);
			for (let number = first; number <= last; number += 1) {
				const header = await api.rpc.chain.getHeader(await api.rpc.chain.getBlockHash(number));
				assert.equal(await wrote(header), false, `block ${number} was written by a dead node`);
			}

			await network.revive(lost);
			const back = await network.api(lost);
			const head = await finalised(api);
			const missed = heightOf(head);
			await untilFinalised(back, from(missed), `${lost} at block ${missed}`);
			assert.ok((await back.rpc.chain.getBlockHash(missed)).eq(head.hash), 'on the same chain');
			const returned = await untilFinalised(api, wrote, `a block of ${lost} after its return`);
			const again = heightOf(returned);
			assert.ok(again > last);
			say(`killed before block ${first}, finalised on to ${last}, back at ${missed}, wrote block ${again}`);
		});

		story('a fifth node stakes through polkadot.js and validates two sessions after its node showed that it is there', async (say) => {
			const [eve, bob] = ['Eve', 'Bob'].map(key);
			// All that Eve does goes through her own node.
			const api = await network.api('Eve');
			const { liveness, session, stakingLocks, utility } = api.tx;
			await untilFinalised(api, from(1), 'the first block');

			// The node makes keys and proves that they are its own, for Eve and nobody else.
			const rotated = await network.rpc('Eve', 'author_rotateKeysWithOwner', u8aToHex(eve.publicKey));
			const stolen = await send(api, session.setKeys(rotated.keys, rotated.proof), bob);
			assert.equal(stolen.error, 'session.InvalidProof');
			// Bob's the chain needs.
			const purged = await send(api, liveness.purgeKeys(), bob);
			assert.equal(purged.error, 'liveness.KeysInUse');

			const amount = 60_000n * DSYNC;
			const { tiers, minStakes } = await settings({ api });
			assert.ok(BigInt(minStakes.validator) <= amount);
			const [tier, multiplier] = [tiers.at(-1), BigInt(tiers.at(-1).multiplier)];
			const joined = await send(
				api,
				utility.batchAll([
					stakingLocks.lock(amount, tier),
					stakingLocks.register(profile(eve, [VALIDATOR]), perbill(5)),
					session.setKeys(rotated.keys, rotated.proof),
				]),
				eve,
			);
			assert.equal(joined.error, undefined);
			const staked = await sessionAt(api, joined.hash);
			assert.equal(staked.validators.includes(eve.address), false);
			const weight = amount * multiplier;
			assert.deepEqual((await candidates({ api }, joined.hash))[0], [eve.address, weight], 'the heaviest');

			// Her node shows that it is there, in this session or, where that is about to end, in the next one.
			// She is chosen when that ends, and validates from the one after it on.
			const isIn = async ({ hash }) => (await sessionAt(api, hash)).validators.includes(eve.address);
			const entered = await untilFinalised(api, isIn, 'her first session', 3 * SESSION_PATIENCE);
			const now = await sessionAt(api, entered.hash);
			assert.ok(now.index <= staked.index + 3, `session ${staked.index} to ${now.index}`);
			assert.deepEqual([...now.validators].sort(), [...addresses, eve.address].sort());
			assert.equal(now.validators[0], eve.address, 'heaviest first');

			// She writes a block, is paid for it, and votes.
			const paid = async ({ hash }) => (await providerOf({ api }, eve, hash)).authored > 0;
			const wrote = async (header) => (await authorOf(api, header)) === eve.address && paid(header);
			const written = heightOf(await untilFinalised(api, wrote, 'a block of hers', SESSION_PATIENCE));
			const authorities = await api.call.grandpaApi.grandpaAuthorities();
			assert.equal(authorities.length, 5);
			await assertIdentity({ api }, entered.hash);
			say(`staked in session ${staked.index}, validator from block ${heightOf(entered)} in session ${now.index}, wrote block ${written}`);
		});
	});
});
