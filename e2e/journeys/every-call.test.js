// SPDX-License-Identifier: Apache-2.0
// Every call that there is, sent by somebody who has nothing to do with it, with arguments that mean nothing: each ends in a name, and at the end
// the events of all blocks sum up to what everybody has, and to the ledger.

import assert from 'node:assert/strict';
import { u8aToHex } from '@polkadot/util';
import { assertSums } from '../lib/books.js';
import { Refused } from '../lib/chain.js';
import { GENESIS, deeds } from '../lib/deeds.js';
import { journey } from '../lib/journey.js';
import { ledger, mintedByKpis, nameOf } from '../lib/ledger.js';
import { Values } from '../lib/scale.js';
import { GUESSED, Surface } from '../lib/surface.js';
import { DSYNC, MINUTE, dsync, sum } from '../lib/units.js';
/** @import { Block, Chain } from '../lib/chain.js' */
/** @import { Place } from '../lib/surface.js' */
/** @import { Key } from '../types/chain.ts' */
/** @import { Text } from '@polkadot/types' */

/** Some hundred transactions: twice as long as a journey may take. */
const PATIENCE = 4 * MINUTE;
/** How often each call is sent, each time with other arguments. */
const TIMES = 2;
/** What each sender has: more than any fee, and less than most of what is asked for. */
const FUNDS = 100n * DSYNC;
/** How the pool says that a transaction is not valid. */
const INVALID = 1010;

journey('every call ends in a name, and the events of all blocks sum up to the ledger', async (chain, say) => {
	await deeds(chain);
	const surface = new Surface(chain.api);
	const values = new Values(surface.metadata, GUESSED);
	const outcomes = new Map();
	for (let time = 0; time < TIMES; time += 1) {
		for (const [pallet, calls] of byPallet(surface.calls)) {
			const sent = calls.map((call) => ({ call, whole: call.whole(call.value(values)), who: chain.key(`${pallet}/${call.name}/${time}`) }));
			for (const outcome of await sendAll(chain, sent)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
		}
	}
	const often = [...outcomes].sort(([, one], [, other]) => other - one);
	say(`${surface.calls.length} calls: ${often.map(([outcome, times]) => `${times} ${outcome}`).join(', ')}`);
	say(await sums(chain));
}, PATIENCE, { genesis: GENESIS });

/**
 * The calls of each pallet.
 * @param {Place[]} calls
 */
function byPallet(calls) {
	/** @type {Map<Text, Place[]>} */
	const pallets = new Map();
	for (const call of calls) pallets.set(call.pallet.name, [...(pallets.get(call.pallet.name) ?? []), call]);
	return pallets;
}

/**
 * Sends calls of somebody each, in one block. Yields how each of them ends.
 * @param {Chain} chain
 * @param {{ call: Place, whole: Uint8Array, who: Key }[]} sent
 */
async function sendAll(chain, sent) {
	const { api, key } = chain;
	const funds = sent.map(({ who }) => api.tx.balances.transferKeepAlive(who.address, FUNDS));
	await chain.succeed(api.tx.utility.batchAll(funds), key('Alice'));
	const ends = [];
	const taken = new Map();
	for (const { call, whole, who } of sent) {
		try {
			const hash = await chain.submit(api.tx(api.createType('Call', whole)), who, { nonce: 0 });
			taken.set(hash.toHex(), call);
		} catch (refusal) {
			assert.ok(refusal instanceof Refused, String(refusal));
			const what = `${call}: ${u8aToHex(whole)}: ${refusal.message}`;
			assert.equal(refusal.code, INVALID, what);
			ends.push(refusal.message.replace(/^.*: /, ''));
		}
	}
	const [made] = await chain.seal();
	const { block } = await api.rpc.chain.getBlock(made.hash);
	for (const [index, { hash }] of block.extrinsics.entries()) {
		if (!taken.delete(hash.toHex())) continue;
		const [failure] = made.part(index).all('system.ExtrinsicFailed');
		ends.push(failure ? chain.errorName(failure.dispatchError) : 'done');
	}
	assert.equal(taken.size, 0, `not in the block: ${[...taken.values()]}`);
	return ends;
}

/**
 * What all events since genesis tell is what there is.
 * @param {Chain} chain
 */
async function sums(chain) {
	const { api } = chain;
	const { number } = await chain.head();
	/** @type {Block[]} */
	const blocks = [];
	while (blocks.length < number) blocks.push(await chain.block(await chain.rpc('chain_getBlockHash', blocks.length + 1)));
	await assertSums(api, blocks);

	/** @param {string} name */
	const all = (name) => blocks.flatMap((block) => block.all(name));
	const { minted, burned } = await ledger(chain);
	const emitted = all('emission.Emitted');
	/** @param {string} field */
	const total = (field) => sum(emitted.map((event) => event[field].toBigInt()));
	assert.equal(total('fixed'), minted.get('Fixed'));
	assert.equal(total('kpi'), mintedByKpis({ minted }));
	const told = new Map();
	for (const { cause, amount } of all('emission.Burned')) told.set(nameOf(cause), (told.get(nameOf(cause)) ?? 0n) + amount.toBigInt());
	const spent = new Map([...burned].filter(([, amount]) => amount > 0n));
	assert.deepEqual(new Map([...told].sort()), new Map([...spent].sort()));
	return `${blocks.length} blocks: ${dsync(total('fixed') + total('kpi'))} minted, burned ${[...told].map(([cause, amount]) => `${dsync(amount)} for ${cause}`).join(', ')}`;
}
