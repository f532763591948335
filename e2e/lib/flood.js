// SPDX-License-Identifier: Apache-2.0
// An attacker who pays for full blocks: by their bytes, by their weight, and with tips.

import { compactAddLength } from '@polkadot/util';
import { sum } from './units.js';
/** @import { Call, Connected, Key } from '../types/chain.ts' */
/** @import { Chain } from './chain.js' */

/**
 * How much of a block the large transaction of a portion leaves to others: more than all that reporters say at a time,
 * so that it fits behind them.
 */
const SLACK = 20_000;
/** The small transactions that fill most of that, in bytes. All of a portion fit one block. */
const SMALL = [5_000, 5_000, 5_000];

/**
 * That many bytes, as an argument: a plain array would be taken for one that begins with its length.
 * @param {number} size
 */
const zeros = (size) => compactAddLength(new Uint8Array(size));

/**
 * A call of root's that writes `size` bytes into the storage.
 * @param {Connected} chain
 * @param {number} size
 */
export const setStorage = ({ api }, size) => api.tx.system.setStorage([['0x00', zeros(size)]]);

/**
 * How much of a block ordinary transactions may take: bytes, and picoseconds of weight.
 * @param {Connected} chain
 */
function limits({ api }) {
	const { blockLength, blockWeights } = api.consts.system;
	const { maxTotal, maxExtrinsic, baseExtrinsic } = blockWeights.perClass.normal;
	return {
		bytes: blockLength.max.normal.toNumber(),
		weight: maxTotal.unwrap().refTime.toBigInt(),
		/** Of one transaction, without what each takes by itself. */
		single: maxExtrinsic.unwrap().refTime.toBigInt(),
		base: baseExtrinsic.refTime.toBigInt(),
	};
}

/**
 * A transaction that was sent: its bytes or its weight, where they are known.
 * @typedef {{ bytes: number, weight: bigint }} Sent
 */

/** Somebody with funds, who numbers his transactions himself: many wait at once. */
export class Flood {
	#chain;
	#who;
	#limits;
	#firstNonce;
	/**
	 * The transactions that the pool took, by their nonce, and how many of them are in the chain.
	 * @type {Sent[]}
	 */
	#sent = [];
	#included = 0;
	/**
	 * The calls that fill a block by weight, once they are known.
	 * @type {[call: Call, weight: bigint][] | undefined}
	 */
	#heavy;

	/**
	 * @param {Chain} chain
	 * @param {Key} who
	 * @param {number} firstNonce
	 */
	constructor(chain, who, firstNonce) {
		this.#chain = chain;
		this.#who = who;
		this.#limits = limits(chain);
		this.#firstNonce = firstNonce;
	}

	/**
	 * Begins with the next transaction of `who`.
	 * @param {Chain} chain
	 * @param {Key} who
	 */
	static async of(chain, who) {
		return new Flood(chain, who, (await chain.account(who)).nonce);
	}

	/**
	 * Submits `call`, of which `what` is known; [`Refused`] if the pool does not take it.
	 * @param {Call} call
	 * @param {Partial<Sent> & { tip?: bigint }} [known]
	 */
	async submit(call, { tip = 0n, ...what } = {}) {
		const nonce = this.#firstNonce + this.#sent.length;
		await this.#chain.submit(call, this.#who, { tip, nonce });
		this.#sent.push({ bytes: 0, weight: 0n, ...what });
	}

	/** Submits as many bytes as the ordinary transactions of a block may have: much of it in one transaction. */
	async bytes(tip = 0n) {
		const { remark } = this.#chain.api.tx.system;
		const large = this.#limits.bytes - SLACK;
		for (const bytes of [large, ...SMALL]) {
			await this.submit(remark(zeros(bytes)), { tip, bytes });
		}
	}

	/** Submits as much weight as the ordinary transactions of a block may have, in two of them. */
	async weight(tip = 0n) {
		this.#heavy ??= await this.#heaviest();
		for (const [call, weight] of this.#heavy) await this.submit(call, { tip, weight });
	}

	/**
	 * Transfers in two batches: as many as one transaction has room for, and as many as fit behind it.
	 * @returns {Promise<[call: Call, weight: bigint][]>}
	 */
	async #heaviest() {
		const { tx } = this.#chain.api;
		/** @param {number} count */
		const batch = (count) => tx.utility.batch(Array(count).fill(tx.balances.transferKeepAlive(this.#who.address, 1n)));
		/** @param {number} count */
		const weigh = async (count) => (await batch(count).paymentInfo(this.#who)).weight.refTime.toBigInt();
		const [few, more] = [await weigh(100), await weigh(200)];
		const each = (more - few) / 100n;
		/**
		 * @param {bigint} room
		 * @returns {[call: Call, weight: bigint]}
		 */
		const within = (room) => {
			const count = (room - (few - 100n * each)) / each;
			return [batch(Number(count)), few + (count - 100n) * each];
		};
		const { weight, single, base } = this.#limits;
		// Room for a hundred transactions of others.
		const large = within(single - base);
		return [large, within(weight - large[1] - 100n * base)];
	}

	/** Whether there is less in the pool than fills a block by nine tenths. */
	get isLow() {
		return this.#portion(this.#sent.slice(this.#included)) < 0.9;
	}

	/**
	 * What of a block `transactions` fill, by their bytes or their weight.
	 * @param {Sent[]} transactions
	 */
	#portion(transactions) {
		const { bytes, weight } = this.#limits;
		const byBytes = sum(transactions.map((sent) => BigInt(sent.bytes)));
		const byWeight = sum(transactions.map((sent) => sent.weight));
		return Math.max(Number(byBytes) / bytes, Number(byWeight) / Number(weight));
	}

	/** What of the blocks since it was asked for the last time is his, as a part of one block. */
	async share() {
		const { nonce } = await this.#chain.account(this.#who);
		const before = this.#included;
		this.#included = nonce - this.#firstNonce;
		return this.#portion(this.#sent.slice(before, this.#included));
	}
}
