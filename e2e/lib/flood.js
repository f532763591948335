// SPDX-License-Identifier: Apache-2.0
// An attacker who pays for full blocks: by their bytes, by their weight, and with tips.

import { compactAddLength } from '@polkadot/util';

/** What of a block is left over at most when it is full by bytes: less than any signed transaction takes. */
const MARGIN = 80;
/** The same of its weight, in picoseconds: less than the base weight of any transaction. */
const WEIGHT_MARGIN = 50_000_000n;

/** That many bytes, as an argument: a plain array would be taken for one that begins with its length. */
const zeros = (size) => compactAddLength(new Uint8Array(size));

/** How many bytes ordinary transactions may take of the next block, whose header counts as well. */
async function normalLength({ api }) {
	const header = await api.rpc.chain.getHeader();
	return api.consts.system.blockLength.max.normal.toNumber() - header.encodedLength;
}

/** How much time an ordinary transaction may take at most, without what each takes by itself, in picoseconds. */
function normalWeight({ api }) {
	const { normal } = api.consts.system.blockWeights.perClass;
	return normal.maxExtrinsic.unwrap().refTime.toBigInt();
}

/** Somebody with funds, who numbers his transactions himself: many wait at once. */
export class Flood {
	#chain;
	#who;
	#nonce;
	/** What fills a block by weight, once it is known. */
	#heavy;
	/** The hashes of what the pool took. */
	sent = new Set();

	constructor(chain, who) {
		this.#chain = chain;
		this.#who = who;
	}

	/** Submits `call`; [`Refused`] if the pool does not take it. */
	async #submit(call, tip) {
		this.#nonce ??= (await this.#chain.account(this.#who)).nonce;
		const hash = await this.#chain.submit(call, this.#who, { tip, nonce: this.#nonce });
		this.#nonce += 1;
		this.sent.add(hash.toHex());
	}

	/** Submits one transaction with as many bytes as all ordinary ones of a block may have. */
	async bytes(tip = 0n) {
		const { api } = this.#chain;
		const signed = await api.tx.system.remark('0x').signAsync(this.#who, { era: 0, nonce: 0, tip });
		// The lengths of the transaction and of the remark take up to three bytes more each.
		const size = (await normalLength(this.#chain)) - signed.encodedLength - 2 * 3 - MARGIN;
		await this.#submit(api.tx.system.remark(zeros(size)), tip);
	}

	/** Submits one transaction with as much weight as any may have. */
	async weight(tip = 0n) {
		this.#heavy ??= await this.#heaviest();
		await this.#submit(this.#heavy, tip);
	}

	/** As many transfers as the weight of one transaction has room for. */
	async #heaviest() {
		const { tx } = this.#chain.api;
		const batch = (count) => {
			const transfer = tx.balances.transferKeepAlive(this.#who.address, 1n);
			return tx.utility.batch(Array(count).fill(transfer));
		};
		const weigh = async (count) => {
			const { weight } = await batch(count).paymentInfo(this.#who);
			return weight.refTime.toBigInt();
		};
		const [few, more] = [await weigh(100), await weigh(200)];
		const each = (more - few) / 100n;
		const fixed = few - 100n * each;
		return batch(Number((normalWeight(this.#chain) - WEIGHT_MARGIN - fixed) / each));
	}

	/** Submits an operational transaction of `call`s that root alone may make; one, or a batch. */
	async operational(calls, tip = 0n) {
		const { utility } = this.#chain.api.tx;
		await this.#submit(calls.length === 1 ? calls[0] : utility.batch(calls), tip);
	}
}

/** A call of root's that writes `size` bytes into the storage. */
export const setStorage = ({ api }, size) => api.tx.system.setStorage([['0x00', zeros(size)]]);

