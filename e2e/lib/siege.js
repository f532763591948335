// SPDX-License-Identifier: Apache-2.0
// Seven reporters under the rules of a live chain, three of whom lie, and an attacker who fills every block: the
// story of a long journey and of a short one.

import assert from 'node:assert/strict';
import { Refused } from './chain.js';
import { Flood, setStorage } from './flood.js';
import { LIVE, REPORTER, STORAGE, closeRound, commitment, metrics, nextBlock, openRound, report, reportedBy, reveal } from './oracle.js';
import { there } from './there.js';
import { BLOCK, DSYNC, dsync } from './units.js';
/** @import { Call, Story } from '../types/chain.ts' */
/** @import { Block, Chain } from './chain.js' */

const HONEST = [REPORTER, 'Bob', 'Charlie', 'Dave'];
/** Who has nothing at genesis, and reports later than the others. */
const LATE = 'Grace';
const LIARS = ['Eve', 'Ferdie', LATE];
/** What they say of the storage: as far from the truth as a value moves in a round. */
const TRUTH = report(1_000);
const LIE = report(1_250);

/** Six blocks: three for commitments, three for reports. */
const ROUND = 6 * BLOCK;

/** All report from the first round on, but for the one who cannot. */
export const GENESIS = reportedBy(
	[...HONEST, ...LIARS].filter((name) => name !== LATE),
	{ ...LIVE, roundLength: ROUND },
);

/** What the attacker has to spend. */
const FUNDS = 200_000n * DSYNC;
/** Enough for the bond of a reporter, and the fee of putting it up. */
const BOND = 100_000n * DSYNC;
/** From less than a fee to more than a report could ever be worth. */
const TIPS = [DSYNC / 1_000n, 5n * (DSYNC / 1_000n), DSYNC, 100n * DSYNC, 5_000n * DSYNC];

/**
 * Of root's calls, alone and in a batch: more bytes than ordinary transactions of a block may have.
 * @param {Chain} chain
 */
const operational = (chain) => [
	[setStorage(chain, 3_900_000)],
	[setStorage(chain, 1_900_000), setStorage(chain, 1_900_000)],
];

/**
 * How the attacker fills the blocks of a round: one way after the other.
 * @type {[name: string, fill: (flood: Flood, turn: number, chain: Chain) => Promise<void>][]}
 */
const WAYS = [
	['bytes', (flood) => flood.bytes()],
	['weight', (flood) => flood.weight()],
	['tips', (flood, turn) => flood.bytes(TIPS[turn % TIPS.length])],
	['operational calls', async (flood, turn, chain) => {
		for (const calls of operational(chain)) {
			const call = calls.length === 1 ? calls[0] : chain.api.tx.utility.batch(calls);
			await assert.rejects(flood.submit(call), Refused, 'only root may make it, so nobody else fills blocks with it');
		}
		// What is left to him.
		await flood.bytes();
	}],
];

/**
 * Besieges a chain that begins with `GENESIS` for so many rounds.
 * @param {number} rounds
 * @returns {Story}
 */
export const siege = (rounds) => async (chain, say) => {
	const names = [...HONEST, ...LIARS];
	const keys = new Map(names.map((name) => [name, chain.key(name)]));
	/** @param {string} name */
	const who = (name) => there(keys.get(name), name);
	const attacker = chain.key('Mallory');
	// Two who are not endowed at genesis.
	for (const [{ address }, amount] of /** @type {const} */ ([[who(LATE), BOND], [attacker, FUNDS]])) {
		await chain.succeed(chain.api.tx.balances.transferKeepAlive(address, amount), chain.key('Bob'));
	}
	const { admitReporter, bond } = chain.api.tx.kpiOracle;
	await chain.govern(admitReporter(who(LATE).address));
	const { own } = await chain.succeed(bond(), who(LATE));
	own.one('kpiOracle.ReporterActivated');
	// The one that is open is half over.
	await closeRound(chain);

	const addresses = HONEST.map((name) => who(name).address);
	const held = () => Promise.all(HONEST.map(async (name) => (await chain.account(who(name))).held));
	const multiplier = async () => (await chain.api.query.transactionPayment.nextFeeMultiplier()).toBigInt();
	const bonds = await held();
	const before = await multiplier();
	const flood = await Flood.of(chain, attacker);
	// Their transactions wait for a block longer than the next one.
	chain.alone = false;

	const suspended = new Set();
	/** @type {number[]} */
	const shares = [];
	let turn = 0;
	for (let number = 0; number < rounds; number += 1) {
		const [way, fill] = WAYS[number % WAYS.length];
		const round = await openRound(chain);
		const multiplierBefore = await multiplier();
		const reporters = names.filter((name) => !suspended.has(who(name).address));
		/**
		 * Fills the pool, lets `messages` be sent after that, and makes the next block. They have to be in it.
		 * @param {string} event
		 * @param {[string, Call][]} messages
		 */
		const block = async (event, messages) => {
			while (flood.isLow) await fill(flood, (turn += 1), chain);
			for (const [name, call] of messages) await chain.submit(call, who(name));
			const [made] = await chain.seal();
			shares.push(await flood.share());
			const heard = made.all(`kpiOracle.${event}`).map((data) => data.who.toString());
			const sent = messages.map(([name]) => who(name).address);
			assert.deepEqual(heard.sort(), sent.sort(), `${event} in block ${made.number}, filled with ${way}`);
			return made;
		};
		/** @param {string} name */
		const values = (name) => (HONEST.includes(name) ? TRUTH : LIE);
		/** @type {Record<'Committed' | 'Reported', [string, Call][]>} */
		const messages = {
			Committed: reporters.map((name) => [name, commitment(chain, who(name), round, values(name))]),
			Reported: reporters.map((name) => [name, reveal(chain, round, values(name))]),
		};
		/** @type {string | undefined} */
		let last;
		/** @type {Block} */
		let closing;
		do {
			const next = await nextBlock(chain);
			const event = next.commits ? 'Committed' : 'Reported';
			// In the first block that takes them, and in no other.
			const isTime = next.round === round && event !== last;
			closing = await block(event, isTime ? messages[event] : []);
			last = event;
		} while (closing.all('kpiOracle.RoundClosed').length === 0);

		const closed = closing.one('kpiOracle.RoundClosed');
		assert.deepEqual([closed.round.toNumber(), closed.reports.toNumber()], [round, reporters.length]);
		const accepted = there(closing.all('kpiOracle.ValueAccepted').find(({ metric }) => metric.eqn(STORAGE)));
		assert.deepEqual([accepted.value.toNumber(), accepted.agreeing.toNumber()], [1_000, HONEST.length]);
		for (const event of ['ReporterStruck', 'ReporterSuspended', 'BondSlashed']) {
			const hit = closing.all(`kpiOracle.${event}`).map((data) => data.who.toString());
			const wronged = hit.filter((address) => addresses.includes(address));
			assert.deepEqual(wronged, [], `${event} in round ${round}, whose blocks were filled with ${way}`);
			if (event === 'ReporterSuspended') hit.forEach((address) => suspended.add(address));
		}
		assert.ok((await multiplier()) > multiplierBefore, `blocks full of ${way} make the next ones dearer`);
	}

	assert.deepEqual(await held(), bonds, 'nobody honest has lost anything');
	assert.equal(there((await metrics(chain)).get(STORAGE)).state, 'Fresh');
	const full = shares.filter((share) => share > 0.9).length;
	assert.ok(full >= shares.length * 0.9, `${full} of ${shares.length} blocks were full`);
	const paid = FUNDS - (await chain.account(attacker)).free;
	const rise = Number((await multiplier()) - before) / 1e18;
	const mean = shares.reduce((total, share) => total + share, 0) / shares.length;
	say(`${shares.length} blocks, on average ${Math.round(mean * 100)} % full of the attacker's, for ${dsync(paid)}; fees rose by ${(rise * 100).toFixed(3)} %; ${suspended.size} liars suspended`);
};
