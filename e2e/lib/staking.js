// SPDX-License-Identifier: Apache-2.0
// Stakes, delegations, providers and slashes, as the runtime API `StakingLocksApi` tells of them, and what
// stakers have to earn, worked out here once more, in big integers.

import { u8aToHex } from '@polkadot/util';
import { addressOf, view } from './chain.js';
import { sum } from './units.js';
/** @import { Cell, Connected, Hash, Key, StakingSettings, Who } from '../types/chain.ts' */
/** @import { Block, Chain } from './chain.js' */

/** What a planck weighs without a multiplier. */
export const UNIT = 100n;

/** The whole of a commission or penalty, as the runtime counts them. */
export const BILLION = 1_000_000_000n;

/**
 * `percent` % of that.
 * @param {number} percent
 */
export const perbill = (percent) => percent * 10_000_000;

/**
 * That part of `amount`, rounded down.
 * @param {bigint} amount
 * @param {number | string} perbill
 */
export const part = (amount, perbill) => (amount * BigInt(perbill)) / BILLION;

/**
 * That part of `amount`, rounded up.
 * @param {bigint} amount
 * @param {number | string} perbill
 */
export const partUp = (amount, perbill) => (amount * BigInt(perbill) + BILLION - 1n) / BILLION;

/** Roles as `register` takes them. */
export const VALIDATOR = 'Validator';
export const STORAGE = { Service: 'Storage' };
export const DNS = { Service: 'Dns' };
export const RPC = { Service: 'Rpc' };

/**
 * What `who` says about itself with these roles; it is its own operator unless `more` names another.
 * @param {Who} who
 * @param {unknown[]} roles
 */
export const profile = (who, roles, more = {}) => ({
	roles,
	operator: addressOf(who),
	metadata: u8aToHex(new Uint8Array(32).fill(7)),
	endpoint: 'https://provider.example',
	...more,
});

/**
 * The account that rewards are paid from.
 * @param {Connected} chain
 */
export const potAccount = ({ api }) => {
	const account = new Uint8Array(32);
	account.set(new TextEncoder().encode('modl'));
	account.set(api.consts.stakingLocks.palletId.toU8a(true), 4);
	return api.createType('AccountId', u8aToHex(account)).toString();
};

/**
 * The settings in force.
 * @param {Connected} chain
 */
export const settings = async (chain) =>
	/** @type {StakingSettings} */ ((await view(chain, 'StakingLocks', 'settings')).toJSON());

/** @param {Connected} chain @param {Hash} [hash] */
const call = async ({ api }, hash) => (hash ? await api.at(hash) : api).call.stakingLocksApi;

/** @param {Cell} position */
const positionOf = ({ id, unbonding, amount, weight, until, over }) => ({
	id: id.toNumber(),
	unbonding: unbonding.isTrue,
	amount: amount.toBigInt(),
	weight: weight.toBigInt(),
	until: until.isSome ? until.unwrap().toNumber() : undefined,
	over: over.isTrue,
});

/**
 * The own stake of `who`.
 * @param {Connected} chain
 * @param {Who} who
 * @param {Hash} [hash]
 */
export async function stakeOf(chain, who, hash) {
	const report = await (await call(chain, hash)).stake(addressOf(who));
	return {
		positions: [...report.positions].map(positionOf),
		weight: report.weight.toBigInt(),
		due: report.due.toBigInt(),
		dueAsProvider: report.dueAsProvider.toBigInt(),
		held: report.held.toBigInt(),
		compounding: report.compounding.isTrue,
	};
}

/**
 * What `who` delegated to `provider`; nothing if it did not.
 * @param {Connected} chain
 * @param {Who} provider
 * @param {Who} who
 * @param {Hash} [hash]
 */
export async function delegationOf(chain, provider, who, hash) {
	const found = await (await call(chain, hash)).delegation(addressOf(provider), addressOf(who));
	if (found.isNone) return undefined;
	const report = found.unwrap();
	/** @param {Cell} departure */
	const departure = ({ amount, ripeAt, destination }) => ({
		amount: amount.toBigInt(),
		ripeAt: ripeAt.toNumber(),
		destination: destination.isSome ? destination.unwrap().toString() : undefined,
	});
	return {
		bonded: report.bonded.toBigInt(),
		departing: [...report.departing].map(departure),
		lost: report.lost.toBigInt(),
		due: report.due.toBigInt(),
	};
}

/**
 * What is known of a provider; nothing if it is none.
 * @param {Connected} chain
 * @param {Who} who
 * @param {Hash} [hash]
 */
export async function providerOf(chain, who, hash) {
	const found = await (await call(chain, hash)).provider(addressOf(who));
	if (found.isNone) return undefined;
	const report = found.unwrap();
	const announced = report.announced.unwrapOr(undefined);
	return {
		roles: [...report.roles].map((role) => (role.isService ? role.asService.type : role.type)),
		operator: report.operator.toString(),
		operatorAgreed: report.operatorAgreed.isTrue,
		endpoint: report.endpoint.toUtf8(),
		status: report.status.type,
		idle: report.idle.isTrue,
		own: report.own.toBigInt(),
		delegated: report.delegated.toBigInt(),
		weight: report.weight.toBigInt(),
		commission: report.commission.toNumber(),
		announced: announced && [...announced].map((part) => part.toNumber()),
		pendingSlashes: report.pendingSlashes.toNumber(),
		authored: report.authored.toNumber(),
	};
}

/**
 * The pot, its debts and the total weight.
 * @param {Connected} chain
 * @param {Hash} [hash]
 */
export async function rewards(chain, hash) {
	const report = await (await call(chain, hash)).rewards();
	return {
		totalWeight: report.totalWeight.toBigInt(),
		owed: report.owed.toBigInt(),
		authorReserve: report.authorReserve.toBigInt(),
		unallotted: report.unallotted.toBigInt(),
	};
}

/**
 * When how much additional weight ends, soonest first, within a week from a moment on.
 * @param {Connected} chain
 */
export async function maturities(chain, from = 0) {
	const calendar = await (await call(chain)).maturities(from);
	return [...calendar].map(({ at, weight, positions }) => ({
		at: at.toNumber(),
		weight: weight.toBigInt(),
		positions: positions.toNumber(),
	}));
}

/**
 * Who would validate, heaviest first, with what they weigh.
 * @param {Connected} chain
 * @param {Hash} [hash]
 * @returns {Promise<[address: string, weight: bigint][]>}
 */
export async function candidates(chain, hash) {
	const ranked = await (await call(chain, hash)).candidates();
	return [...ranked].map(([who, weight]) => [who.toString(), weight.toBigInt()]);
}

/**
 * When a term ends that begins at `now`: never early, and less than a quantum late.
 * @param {Connected} chain
 * @param {number} now
 * @param {number} length
 */
export function endOfTerm({ api }, now, length) {
	const quantum = api.consts.stakingLocks.expiryQuantum.toNumber();
	return Math.ceil((now + length) / quantum) * quantum;
}

/**
 * Lets `who` lock `amount` planck for the shortest tier and become a provider with these roles.
 * @param {Chain} chain
 * @param {Key} who
 * @param {unknown[]} roles
 * @param {bigint} amount
 * @param {number} commission
 */
export async function become(chain, who, roles, amount, commission) {
	const { utility, stakingLocks } = chain.api.tx;
	const [shortest] = (await settings(chain)).tiers;
	const calls = [
		stakingLocks.lock(amount, shortest),
		stakingLocks.register(profile(who, roles), perbill(commission)),
	];
	return chain.succeed(utility.batchAll(calls), who);
}

/**
 * What went out of the pot in a block, in planck: rewards, and what slashes took of them.
 * @param {Block} block
 */
export const paidIn = (block) => {
	const paid = ['RewardPaid', 'RewardCompounded', 'RewardVested']
		.flatMap((name) => block.all(`stakingLocks.${name}`))
		.map(({ amount }) => amount);
	const slashed = block.all('stakingLocks.Slashed').map(({ unclaimed }) => unclaimed);
	return sum([...paid, ...slashed].map((amount) => amount.toBigInt()));
};

// A planck has 2¹⁵⁰ parts in the accumulator; one that lacks less than 2¹¹⁰ of them is whole.
const PARTS = 1n << 150n;
const TOLERANCE = 1n << 110n;

/**
 * The whole planck of a number of parts.
 * @param {bigint} parts
 */
export const wholePlanck = (parts) => (parts + TOLERANCE) / PARTS;

/**
 * What the blocks from now on divide, each one followed: per unit of weight, and for its author. It is
 * worked out from what the pot owes and pays, and leaves out what rounding carries from block to block:
 * less than a part per unit of weight.
 */
export class Divisions {
	/** What a unit of weight earned, in parts. */
	perUnit = 0n;
	/** What the authors earned, in planck. */
	authors = 0n;
	/** What was divided, in planck. */
	divided = 0n;
	/** What was paid out, in planck. */
	paid = 0n;
	#chain;
	#last;
	#authorShare;

	/**
	 * @param {Chain} chain
	 * @param {Awaited<ReturnType<typeof rewards>>} last
	 * @param {number} authorShare
	 */
	constructor(chain, last, authorShare) {
		this.#chain = chain;
		this.#last = last;
		this.#authorShare = authorShare;
	}

	/**
	 * Begins after the best block.
	 * @param {Chain} chain
	 */
	static async of(chain) {
		return new Divisions(chain, await rewards(chain), (await settings(chain)).authorShare);
	}

	/**
	 * Follows blocks, in order, none of which may have a call that changes a weight. After each one
	 * `look(perUnit, authors, block)` hears what it alone added.
	 * @param {Block[]} blocks
	 * @param {(perUnit: bigint, authors: bigint, block: Block) => Promise<void>} look
	 */
	async follow(blocks, look = async () => {}) {
		for (const block of blocks) {
			const now = await rewards(this.#chain, block.hash);
			const paid = paidIn(block);
			const fresh = now.owed - this.#last.owed + paid;
			const forAuthors = part(fresh, this.#authorShare);
			const authors = this.#last.authorReserve + forAuthors - now.authorReserve;
			const perUnit = ((fresh - forAuthors) * PARTS) / now.totalWeight;
			this.perUnit += perUnit;
			this.authors += authors;
			this.divided += fresh;
			this.paid += paid;
			this.#last = now;
			await look(perUnit, authors, block);
		}
	}
}

/**
 * The parts that the delegators to the only author earn by a step, after the commission: `delegated`
 * planck earn by their weight, and their part of what the author gets.
 * @param {bigint} perUnit
 * @param {bigint} authors
 * @param {{ own: bigint, delegated: bigint, commission: number }} provider
 */
export function delegatorsEarn(perUnit, authors, { own, delegated, commission }) {
	const byWeight = perUnit * delegated * UNIT;
	const byBlocks = (authors * PARTS * delegated) / (own + delegated);
	const gains = [byWeight, byBlocks];
	return sum(gains.map((gain) => gain - part(gain, commission)));
}
