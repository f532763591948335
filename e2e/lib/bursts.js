// SPDX-License-Identifier: Apache-2.0
// Bursts of transfers at odd moments, to a node that makes a block as soon as there is a transaction.

import { setTimeout as pause } from 'node:timers/promises';
import { Keyring } from '@polkadot/api';
import { until } from './process.js';
/** @import { Connection, Key } from '../types/chain.ts' */

/** Who sends. */
const SENDERS = ['Bob', 'Charlie', 'Dave'];
/** The most transfers in a burst. */
const MOST = 6;
/** The longest pause within a burst and after it, in milliseconds: longer than it takes to make a block. */
const LONGEST_PAUSE = 40;
/** How long a transfer may wait for its block on a busy machine. What is left behind waits for ever. */
const PATIENCE = 10_000;

/**
 * Numbers from 0 up to, and without, 1 that look random, the same in each run for a `seed`.
 * @param {number} seed
 */
function randoms(seed) {
	let state = seed >>> 0;
	return () => {
		// The generator of Numerical Recipes.
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/**
 * `items` in an order that `random` chooses.
 * @template T
 * @param {T[]} items
 * @param {() => number} random
 */
function shuffled(items, random) {
	const keyed = items.map((item) => /** @type {const} */ ([random(), item]));
	return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

/**
 * Sends `count` bursts of transfers, those of one account in any order, and waits after each until all are in blocks, with
 * nothing sent meanwhile. Yields how long the slowest took, in milliseconds.
 * @param {Connection} connection
 * @param {number} count
 */
export async function bursts({ api, provider }, count, seed = 41) {
	const random = randoms(seed);
	const keyring = new Keyring({ type: 'sr25519' });
	const senders = SENDERS.map((name) => ({ key: keyring.addFromUri(`//${name}`), nonce: 0 }));
	const to = keyring.addFromUri('//Eve').address;
	/** @param {{ key: Key, nonce: number }} sender */
	const isIn = async ({ key, nonce }) => (await api.query.system.account(key.address)).nonce.eqn(nonce);
	const areIn = async () => (await Promise.all(senders.map(isIn))).every(Boolean);
	let slowest = 0;
	for (let burst = 0; burst < count; burst += 1) {
		const size = 1 + Math.floor(random() * MOST);
		const signed = [];
		for (let i = 0; i < size; i += 1) {
			const sender = senders[Math.floor(random() * senders.length)];
			const call = api.tx.balances.transferKeepAlive(to, 1n);
			signed.push((await call.signAsync(sender.key, { era: 0, nonce: sender.nonce })).toHex());
			sender.nonce += 1;
		}
		// One after the other, without waiting for the answers.
		const answers = [];
		for (const transaction of shuffled(signed, random)) {
			answers.push(provider.send('author_submitExtrinsic', [transaction]));
			if (random() < 0.5) await pause(random() * LONGEST_PAUSE);
		}
		await Promise.all(answers);
		const begun = performance.now();
		await until(areIn, `burst ${burst} of ${count}, ${size} transfers`, PATIENCE);
		slowest = Math.max(slowest, performance.now() - begun);
		await pause(random() * LONGEST_PAUSE);
	}
	return Math.round(slowest);
}

/**
 * Sends `count` of Bob's transfers to a chain on which he has sent nothing, each when the one before it is in a block. Yields
 * how long the slowest took, in milliseconds.
 * @param {Connection} connection
 * @param {number} count
 */
export async function oneByOne({ api, provider }, count) {
	const keyring = new Keyring({ type: 'sr25519' });
	const [bob, eve] = ['//Bob', '//Eve'].map((uri) => keyring.addFromUri(uri));
	let slowest = 0;
	for (let nonce = 0; nonce < count; nonce += 1) {
		const signed = await api.tx.balances.transferKeepAlive(eve.address, 1n).signAsync(bob, { era: 0, nonce });
		const begun = performance.now();
		await provider.send('author_submitExtrinsic', [signed.toHex()]);
		const isIn = async () => (await api.query.system.account(bob.address)).nonce.eqn(nonce + 1);
		await until(isIn, `transfer ${nonce + 1} of ${count}`, PATIENCE);
		slowest = Math.max(slowest, performance.now() - begun);
	}
	return Math.round(slowest);
}
