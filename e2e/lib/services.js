// SPDX-License-Identifier: Apache-2.0
// Rate cards, agreements and volumes, as the runtime API `ServicePaymentsApi` tells of them, and what a
// payment has to divide into, worked out here once more.

import assert from 'node:assert/strict';
import { addressOf, view } from './chain.js';
import { there } from './there.js';
import { WHOLE } from './units.js';
/** @import { Cell, Connected, Key, Shares, Who } from '../types/chain.ts' */
/** @import { Chain, Included } from './chain.js' */

/** @template T @param {Cell} value @param {(cell: Cell) => T} read */
const optional = (value, read) => (value.isSome ? read(value.unwrap()) : undefined);

/**
 * The settings of a class: shares in parts of `WHOLE`, times in milliseconds, deposits in planck.
 * @param {Chain} chain
 * @param {string} name
 */
export async function classOf(chain, name) {
	const classes = await view(chain, 'ServicePayments', 'classes');
	const [, settings] = there([...classes].find(([of]) => of.type === name), `the class ${name}`);
	return {
		burn: settings.burn.toBigInt(),
		treasury: settings.treasury.toBigInt(),
		period: settings.period.toNumber(),
		customerNotice: settings.customerNotice.toNumber(),
		redemptionPeriod: settings.redemptionPeriod.toNumber(),
		providerNotice: settings.providerNotice.toNumber(),
		priceNotice: settings.priceNotice.toNumber(),
		rulingPeriod: settings.rulingPeriod.toNumber(),
		providerDeposit: settings.providerDeposit.toBigInt(),
		disputeDeposit: settings.disputeDeposit.toBigInt(),
		lapsePenalty: settings.lapsePenalty.toBigInt(),
	};
}

/**
 * What a customer has on hold for the entries of an agreement, in planck.
 * @param {Connected} chain
 */
export const storageDepositOf = ({ api }) => api.consts.servicePayments.storageDeposit.toBigInt();

/**
 * Lets a provider publish its card 0 of a class. The version of it.
 * @param {Chain} chain
 * @param {Key} provider
 * @param {string} service
 * @param {string} form
 * @param {bigint} price
 */
export async function publish(chain, provider, service, form, price) {
	const offer = { form, model: 'as in the journey', price, slots: 1_000 };
	const call = chain.api.tx.servicePayments.publishCard(service, 0, offer);
	const { own } = await chain.succeed(call, provider);
	return own.one('servicePayments.CardPublished').version.toBigInt();
}

/**
 * Opens an agreement to the card 0 of a class: its id, and the block as far as the call made it.
 * @param {Chain} chain
 * @param {Key} customer
 * @param {Key} provider
 * @param {string} service
 * @param {bigint} version
 * @param {unknown} order
 * @param {bigint} prepayment
 */
export async function open(chain, customer, provider, service, version, order, prepayment) {
	const { servicePayments } = chain.api.tx;
	const call = servicePayments.open(provider.address, service, 0, version, order, prepayment);
	const { own } = await chain.succeed(call, customer);
	return { id: own.one('servicePayments.Opened').id.toBigInt(), own };
}

/**
 * An agreement; nothing if there is none.
 * @param {Chain} chain
 * @param {bigint} id
 */
export async function agreementOf(chain, id) {
	const found = await chain.api.call.servicePaymentsApi.agreement(id);
	return optional(found, (report) => ({
		customer: report.customer.toString(),
		provider: report.provider.toString(),
		form: report.form.type,
		price: report.price.toBigInt(),
		announced: optional(report.announced, ([price, from]) => [price.toBigInt(), from.toNumber()]),
		openedAt: report.openedAt.toNumber(),
		cost: report.cost.toBigInt(),
		paid: report.paid.toBigInt(),
		due: report.due.toBigInt(),
		escrow: report.escrow.toBigInt(),
		deposit: report.deposit.toBigInt(),
		fundedUntil: optional(report.fundedUntil, (at) => at.toNumber()),
		endsAt: optional(report.endsAt, (at) => at.toNumber()),
		expiresAt: optional(report.expiresAt, (at) => at.toNumber()),
		frozen: report.frozen.toNumber(),
		over: report.over.isTrue,
		disputed: report.dispute.isSome,
	}));
}

/**
 * A metered agreement as `accept` of the voucher library takes it, at the last finalised block.
 * @param {Chain} chain
 * @param {bigint} id
 */
export async function meteredOf(chain, id) {
	const { api } = chain;
	const finalized = await api.at(await api.rpc.chain.getFinalizedHead());
	const report = (await finalized.call.servicePaymentsApi.agreement(id)).unwrap();
	return {
		id: report.id.toBigInt(),
		genesisHash: api.genesisHash.toHex(),
		provider: report.provider.toString(),
		signer: report.signer.unwrap().toString(),
		class: report.class.type,
		decimals: api.registry.chainDecimals[0],
		paid: report.paid.toBigInt(),
		escrow: report.escrow.toBigInt(),
		endsAt: report.endsAt.unwrap().toBigInt(),
		expiresAt: report.expiresAt.unwrap().toBigInt(),
		disputed: report.dispute.isSome,
	};
}

/**
 * Asserts that a payment of an agreement divides as the book says, and that the event names everybody.
 * @param {Included} included
 * @param {Key} customer
 * @param {Key} provider
 * @param {bigint} paid
 * @param {bigint} before
 * @param {Shares} shares
 */
export function assertSettled({ own }, customer, provider, paid, before, shares) {
	const event = own.one('servicePayments.Settled');
	const [was, is] = [before, before + paid].map((sum) => parts(sum, shares));
	assert.deepEqual(
		{
			customer: event.customer.toString(),
			provider: event.provider.toString(),
			paid: event.paid.toBigInt(),
			received: event.received.toBigInt(),
			burned: event.burned.toBigInt(),
			treasury: event.treasury.toBigInt(),
		},
		{
			customer: customer.address,
			provider: provider.address,
			paid,
			received: is.provider - was.provider,
			burned: is.burned - was.burned,
			treasury: is.treasury - was.treasury,
		},
	);
}

/**
 * What a dispute costs its opener that nobody rules on: rounded up.
 * @param {{ disputeDeposit: bigint, lapsePenalty: bigint }} settings
 */
export const penaltyOf = ({ disputeDeposit, lapsePenalty }) =>
	(disputeDeposit * lapsePenalty + WHOLE - 1n) / WHOLE;

/**
 * What was ever paid for a class: paid, burned, treasury.
 * @param {Chain} chain
 * @param {string} name
 */
export async function volumeOf(chain, name) {
	const volumes = await chain.api.call.servicePaymentsApi.volumes();
	const [, { paid, burned, treasury }] = there([...volumes].find(([of]) => of.type === name), `the class ${name}`);
	return { paid: paid.toBigInt(), burned: burned.toBigInt(), treasury: treasury.toBigInt() };
}

/**
 * The parts of all that was ever paid under an agreement with these shares.
 * @param {bigint} paid
 * @param {Shares} shares
 */
export function parts(paid, { burn, treasury }) {
	const shares = burn + treasury;
	const kept = (paid * shares) / WHOLE;
	const burned = (kept * burn + shares - 1n) / shares;
	return { provider: paid - kept, burned, treasury: kept - burned };
}

/**
 * What a price for each `period` comes to in `elapsed` milliseconds.
 * @param {bigint} price
 * @param {number} period
 * @param {number} elapsed
 */
export const costOf = (price, period, elapsed) => (price * BigInt(elapsed)) / BigInt(period);

/**
 * Asserts that an account has so much more free than it had.
 * @param {Chain} chain
 * @param {Who} who
 * @param {bigint} before
 * @param {bigint} gain
 * @param {string} why
 */
export async function assertGain(chain, who, before, gain, why) {
	const { free } = await chain.account(addressOf(who));
	assert.equal(free - before, gain, why);
}
