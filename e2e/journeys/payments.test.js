// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { accept, sign, toCall } from '../../vouchers/ts/dist/index.js';
import { TREASURY, feeOf, pot, travel } from '../lib/allocation.js';
import { journey } from '../lib/journey.js';
import { burned, ledger } from '../lib/ledger.js';
import {
	agreementOf,
	assertGain,
	assertSettled,
	classOf,
	costOf,
	meteredOf,
	open,
	parts,
	penaltyOf,
	publish,
	storageDepositOf,
	volumeOf,
} from '../lib/services.js';
import { become, providerOf } from '../lib/staking.js';
import { there } from '../lib/there.js';
import { DSYNC, MINUTE, dsync } from '../lib/units.js';
/** @import { Place, SignedVoucher } from '../../vouchers/ts/dist/index.js' */
/** @import { Chain } from '../lib/chain.js' */
/** @import { Call, Key } from '../types/chain.ts' */

const HOSTING = { Service: 'Hosting' };
const GPU = { Service: 'GpuCompute' };
const RPC = { Service: 'Rpc' };

/**
 * Dave, with the stake for a role. He writes no blocks, so no fee reaches him.
 * @param {Chain} chain
 * @param {unknown} role
 */
async function provider(chain, role) {
	const dave = chain.key('Dave');
	await chain.seal(2);
	await become(chain, dave, [role], 10_000n * DSYNC, 5);
	return dave;
}

/** @param {Chain} chain */
const treasury = async (chain) => (await chain.account(pot(chain, TREASURY))).free;

journey('hosting is subscribed to, paid by time at two prices, and cancelled', async (chain, say) => {
	const { servicePayments } = chain.api.tx;
	const [bob, stranger] = ['Bob', 'Charlie'].map(chain.key);
	const dave = await provider(chain, HOSTING);
	/** @param {Call} call @param {Key} who */
	const fail = async (call, who) => (await chain.include(call, who)).error;
	const shares = await classOf(chain, 'Hosting');
	const { period } = shares;
	const [price, dearer, prepaid] = [30n * DSYNC + 7n, 50n * DSYNC + 11n, 300n * DSYNC + 13n];

	// To an exact version of a card, out of money that is there.
	const old = await publish(chain, dave, 'Hosting', 'Streaming', 1n * DSYNC);
	const version = await publish(chain, dave, 'Hosting', 'Streaming', price);
	const order = { Streaming: { units: 1 } };
	const stale = servicePayments.open(dave.address, 'Hosting', 0, old, order, prepaid);
	assert.equal(await fail(stale, bob), 'servicePayments.VersionMismatch');
	const before = await chain.account(bob);
	const { id, own } = await open(chain, bob, dave, 'Hosting', version, order, prepaid);
	const openedAt = own.moment;
	const opened = await chain.account(bob);
	const entries = storageDepositOf(chain);
	assert.equal(opened.held - before.held, prepaid + entries, 'the money is on hold');
	assert.equal(before.free - opened.free, prepaid + entries + feeOf({ own }));

	// Anyone settles, whenever: what is paid is the cost so far, split to the planck.
	let income = (await chain.account(dave)).free;
	const [pots, fire] = [await treasury(chain), await ledger(chain)];
	let spent = 0n;
	/** @param {(moment: number) => bigint} expected */
	const settle = async (expected) => {
		const settled = await chain.succeed(servicePayments.settle(id), stranger);
		const cost = expected(settled.own.moment);
		assertSettled(settled, bob, dave, cost - spent, spent, shares);
		spent = cost;
		const { provider, burned: burnt, treasury: kept } = parts(spent, shares);
		await assertGain(chain, dave, income, provider, 'the part of the provider');
		assert.equal((await treasury(chain)) - pots, kept, 'the part of the treasury');
		const now = await ledger(chain);
		const cause = 'Service Hosting';
		assert.equal(burned(now, cause) - burned(fire, cause), burnt, 'the burned part');
	};
	/** @param {number} moment */
	const atFirst = (moment) => costOf(price, period, moment - openedAt);
	for (const minutes of [1, 4]) {
		await travel(chain, openedAt + minutes * MINUTE);
		await settle(atFirst);
	}
	assert.equal(await fail(servicePayments.cancel(id), stranger), 'servicePayments.NotParty');

	// A higher price, with notice, from the start of a period on.
	const announce = servicePayments.announcePrice(id, dearer);
	assert.equal(await fail(announce, bob), 'servicePayments.NotProvider');
	const announced = await chain.succeed(announce, dave);
	const from = announced.own.one('servicePayments.PriceAnnounced').from.toNumber();
	const earliest = announced.own.moment + shares.priceNotice;
	assert.equal(from, openedAt + Math.ceil((earliest - openedAt) / period) * period);
	const again = await chain.include(announce, dave);
	assert.equal(again.error, 'servicePayments.ChangePending');
	income -= feeOf(announced) + feeOf(again);
	await travel(chain, from + 2 * MINUTE);
	/** @param {number} moment */
	const inAll = (moment) => atFirst(from) + costOf(dearer, period, moment - from);
	await settle(inAll);
	const report = there(await agreementOf(chain, id));
	assert.deepEqual([report.price, report.announced, report.escrow], [dearer, undefined, prepaid - spent]);

	// The notice, the end, the refund.
	const cancelled = await chain.succeed(servicePayments.cancel(id), bob);
	const endsAt = cancelled.own.one('servicePayments.CancelledAt').endsAt.toNumber();
	assert.equal(endsAt, cancelled.own.moment + shares.customerNotice);
	const close = servicePayments.close(id);
	assert.equal(await fail(close, stranger), 'servicePayments.StillRunning');
	await travel(chain, endsAt + 10 * MINUTE);
	const waiting = await chain.account(bob);
	const closed = await chain.succeed(close, stranger);
	spent = inAll(endsAt);
	const { end, refund } = closed.own.one('servicePayments.Ended');
	assert.deepEqual([end.type, refund.toBigInt()], ['Cancelled', prepaid - spent]);
	const after = await chain.account(bob);
	const back = prepaid - spent + entries;
	assert.deepEqual([after.free - waiting.free, after.held], [back, before.held]);
	await assertGain(chain, dave, income, parts(spent, shares).provider, 'all of it');
	assert.equal(await agreementOf(chain, id), undefined);
	const volume = await volumeOf(chain, 'Hosting');
	assert.deepEqual([volume.paid, volume.burned], [spent, parts(spent, shares).burned]);
	say(`${dsync(prepaid)} paid in, ${dsync(spent)} used at two prices, ${dsync(volume.burned)} of it burned; the rest came back`);
});

journey('a GPU job is paid by 1,000 vouchers in ten extrinsics', async (chain, say) => {
	const { servicePayments } = chain.api.tx;
	const [bob, stranger] = ['Bob', 'Charlie'].map(chain.key);
	const dave = await provider(chain, GPU);
	const shares = await classOf(chain, 'GpuCompute');
	const [each, count, prepaid] = [DSYNC / 100n + 1n, 1_000, 11n * DSYNC];
	const version = await publish(chain, dave, 'GpuCompute', 'Metered', each);
	// Bob's program signs with a key of its own, which cannot touch his money.
	const signer = chain.key('Bob/vouchers');
	const order = { Metered: { signer: signer.address } };
	const deposited = await chain.account(dave);
	const { id, own } = await open(chain, bob, dave, 'GpuCompute', version, order, prepaid);
	assert.equal((await chain.account(dave)).held - deposited.held, shares.providerDeposit);
	const { expiresAt } = there(await agreementOf(chain, id));
	assert.equal(own.one('servicePayments.Opened').expiresAt.unwrap().toNumber(), expiresAt);

	// Each second the customer signs for all that it owes so far.
	const place = { genesisHash: chain.api.genesisHash.toHex(), provider: dave.address };
	const validUntil = own.moment + 60 * MINUTE;
	/** @param {bigint} amount @param {Key} key @param {Place} at */
	const signed = (amount, key = signer, at = place) =>
		sign(key, { agreement: id, amount, validUntil }, at);
	/** @param {number} nth @param {[key?: Key, at?: Place]} by */
	const voucher = (nth, ...by) => toCall(signed(each * BigInt(nth), ...by));

	// Before Dave serves on he asks whether he would be paid: by the signer, for what he has counted.
	/** @param {SignedVoucher} voucher @param {bigint} amount */
	const ask = async (voucher, amount, redeemAt = own.moment) => {
		const owed = { class: 'GpuCompute', decimals: 18, amount };
		return accept(await meteredOf(chain, id), voucher, owed, redeemAt);
	};
	assert.deepEqual(await ask(signed(each), each), { accepted: true, pays: each });
	/** @param {Parameters<typeof ask>} question */
	const reasonOf = async (...question) => {
		const answer = await ask(...question);
		return answer.accepted ? undefined : answer.refusal.reason;
	};
	assert.equal(await reasonOf(signed(each, bob), each), 'bad-signature');
	assert.equal(await reasonOf(signed(each), each + 1n), 'too-little');
	assert.equal(await reasonOf(signed(prepaid + 1n), each), 'overdraft');
	assert.equal(await reasonOf(signed(each), each, validUntil), 'expires');
	assert.equal(await reasonOf(signed(each), each, expiresAt), 'term-ends');
	const all = Array.from({ length: count }, (_, index) => voucher(index + 1));
	const income = (await chain.account(dave)).free;
	/** @param {unknown[]} vouchers */
	const redeem = (vouchers) => servicePayments.redeem(dave.address, vouchers);
	let fees = 0n;
	for (let first = 0; first < count; first += 100) {
		const redeemed = await chain.succeed(redeem(all.slice(first, first + 100)), stranger);
		assert.equal(redeemed.own.all('servicePayments.Settled').length, 100);
		fees += feeOf(redeemed);
	}
	const paid = each * BigInt(count);
	await assertGain(chain, dave, income, parts(paid, shares).provider, 'as by one payment');
	const { escrow } = there(await agreementOf(chain, id));
	assert.equal(escrow, prepaid - paid);

	// What is wrong is told one by one, and concerns no other.
	const foreign = { ...place, genesisHash: `0x${'07'.repeat(32)}` };
	const batch = [
		voucher(count),
		voucher(count + 1, bob),
		voucher(count + 1, signer, foreign),
		voucher(count + 2),
	];
	const mixed = await chain.succeed(redeem(batch), stranger);
	const refusals = mixed.own.all('servicePayments.VoucherRefused');
	assert.deepEqual(
		refusals.map(({ index, reason }) => [index.toNumber(), reason.type]),
		[
			[0, 'NotNewer'],
			[1, 'BadSignature'],
			[2, 'BadSignature'],
		],
	);
	assertSettled(mixed, bob, dave, 2n * each, paid, shares);

	// Of a voucher above the escrow what there is is paid, and the rest after a top-up, to the planck.
	const overdrawn = toCall(signed(prepaid + 7n));
	const inPart = await chain.succeed(redeem([overdrawn]), stranger);
	const spent = paid + 2n * each;
	assertSettled(inPart, bob, dave, prepaid - spent, spent, shares);
	assert.equal(inPart.own.one('servicePayments.Overdrawn').unpaid.toBigInt(), 7n);
	const nothing = await chain.succeed(redeem([overdrawn]), stranger);
	assert.equal(nothing.own.one('servicePayments.VoucherRefused').reason.type, 'Overdraft');
	const toppedUp = await chain.succeed(servicePayments.topUp(id, DSYNC), bob);
	const renewed = toppedUp.own.one('servicePayments.ToppedUp').expiresAt.unwrap().toNumber();
	assert.ok(renewed > there(expiresAt), 'the term begins anew');
	const rest = await chain.succeed(redeem([overdrawn]), stranger);
	assertSettled(rest, bob, dave, 7n, prepaid, shares);

	// The customer signs no more. After the time to redeem, what is left comes back.
	const cancelled = await chain.succeed(servicePayments.cancel(id), bob);
	const endsAt = cancelled.own.moment + shares.redemptionPeriod;
	assert.equal(cancelled.own.one('servicePayments.CancelledAt').endsAt.toNumber(), endsAt);
	assert.equal(await reasonOf(signed(prepaid + DSYNC), prepaid, endsAt - MINUTE), 'cancelled');
	await travel(chain, endsAt);
	const late = await chain.succeed(redeem([toCall(signed(prepaid + DSYNC))]), stranger);
	assert.equal(late.own.one('servicePayments.VoucherRefused').reason.type, 'Ended');
	const waiting = (await chain.account(bob)).free;
	await chain.succeed(servicePayments.close(id), stranger);
	const back = DSYNC - 7n + storageDepositOf(chain);
	await assertGain(chain, bob, waiting, back, 'the refund, and the deposit for the entries');
	say(`${count} vouchers of ${dsync(each)} redeemed for ${dsync(fees / BigInt(count))} of fees each`);
});

journey('as many vouchers are redeemed in a block as their weight says', async (chain, say) => {
	const { balances, servicePayments, utility } = chain.api.tx;
	const [alice, stranger] = ['Alice', 'Charlie'].map(chain.key);
	const dave = await provider(chain, RPC);
	const each = DSYNC / 1_000n;
	const version = await publish(chain, dave, 'Rpc', 'Metered', each);

	// As many customers as fit into a batch, so that no two vouchers of one share an account.
	const size = chain.api.consts.servicePayments.maxBatch.toNumber();
	const customers = Array.from({ length: size }, (_, index) => chain.key(`Customer/${index}`));
	const gifts = customers.map(({ address }) => balances.transferKeepAlive(address, 3n * DSYNC));
	await chain.succeed(utility.batchAll(gifts), alice);
	const order = { Metered: { signer: null } };
	const open = servicePayments.open(dave.address, 'Rpc', 0, version, order, DSYNC);
	for (const customer of customers) await chain.submit(open, customer);
	const [opened] = await chain.seal();
	const keys = new Map(customers.map((key) => [key.address, key]));
	const agreements = opened.all('servicePayments.Opened').map(({ id, customer }) => ({
		agreement: id.toBigInt(),
		key: there(keys.get(customer.toString())),
	}));
	assert.equal(agreements.length, size);

	const place = { genesisHash: chain.api.genesisHash.toHex(), provider: dave.address };
	const validUntil = opened.moment + 60 * MINUTE;
	/** @param {number} nth */
	const batch = (nth) =>
		servicePayments.redeem(
			dave.address,
			agreements.map(({ agreement, key }) =>
				toCall(sign(key, { agreement, amount: each * BigInt(nth), validUntil }, place)),
			),
		);
	const signed = await batch(1).signAsync(stranger);
	const { weight } = await chain.api.call.transactionPaymentApi.queryInfo(
		signed.toU8a(),
		signed.encodedLength,
	);
	const { maxTotal, baseExtrinsic } = chain.api.consts.system.blockWeights.perClass.normal;
	const whole = weight.refTime.toNumber() + baseExtrinsic.refTime.toNumber();
	const room = Math.floor(maxTotal.unwrap().refTime.toNumber() / whole);

	// One more than there is room for, and another: what an extrinsic did not need is given back.
	const { nonce } = await chain.account(stranger);
	for (let nth = 1; nth <= room + 2; nth++) {
		await chain.submit(batch(nth), stranger, { nonce: nonce + nth - 1 });
	}
	const began = performance.now();
	const { hash } = await chain.rpc('engine_createBlock', true, true);
	const took = performance.now() - began;
	/** @param {string} hash */
	const redeemed = async (hash) =>
		(await chain.block(hash)).all('servicePayments.Settled').length / size;
	const first = await redeemed(hash);
	assert.ok(first >= room && first <= room + 1, `${first} batches, but there is room for ${room}`);
	const [rest] = await chain.seal();
	assert.equal(await redeemed(rest.hash), room + 2 - first, 'the others come with the next block');
	say(`${first * size} vouchers of ${size} customers in one block, made in ${Math.round(took)} ms`);
});

journey('a dispute is ended by time, by both, by a concession or by the arbiter', async (chain, say) => {
	const { servicePayments } = chain.api.tx;
	const [bob, stranger] = ['Bob', 'Charlie'].map(chain.key);
	const dave = await provider(chain, GPU);
	/** @param {Call} call @param {Key} who */
	const fail = async (call, who) => (await chain.include(call, who)).error;
	const shares = await classOf(chain, 'GpuCompute');
	const prepaid = 100n * DSYNC;
	const version = await publish(chain, dave, 'GpuCompute', 'Metered', DSYNC);
	const order = { Metered: { signer: null } };
	const place = { genesisHash: chain.api.genesisHash.toHex(), provider: dave.address };
	const begin = () => open(chain, bob, dave, 'GpuCompute', version, order, prepaid);
	const { id, own } = await begin();
	/** @param {bigint} amount */
	const voucher = (amount) => {
		const validUntil = own.moment + 30 * MINUTE;
		return toCall(sign(bob, { agreement: id, amount, validUntil }, place));
	};
	/** @param {bigint} amount */
	const redeem = (amount) => servicePayments.redeem(dave.address, [voucher(amount)]);
	const evidence = `0x${'ee'.repeat(32)}`;
	/** @param {object} claim */
	const dispute = (claim, of = id) => servicePayments.openDispute(of, claim, evidence);

	// One that nobody rules on: the accused cannot end it, and its silence does not pay.
	const payment = { Payment: { amount: 50n * DSYNC } };
	assert.equal(await fail(dispute(payment), bob), 'servicePayments.ClaimOfOtherSide');
	const first = await chain.succeed(dispute(payment), dave);
	const told = first.own.one('servicePayments.Disputed');
	assert.deepEqual([told.opener.toString(), told.evidence.toHex()], [dave.address, evidence]);
	const frozen = await chain.succeed(redeem(10n * DSYNC), stranger);
	assert.equal(frozen.own.one('servicePayments.VoucherRefused').reason.type, 'Disputed');
	const lapse = servicePayments.lapseDispute(id);
	for (const who of [stranger, dave, bob]) {
		assert.equal(await fail(lapse, who), 'servicePayments.TooEarlyToLapse');
	}
	await travel(chain, told.deadline.toNumber());
	const late = servicePayments.rule(id, 0n, 'ForProvider');
	assert.equal((await chain.sudo(late)).error, 'servicePayments.DeadlinePassed');
	// Both sides have time to open the next one before anyone ends it.
	for (const who of [stranger, dave, bob]) {
		assert.equal(await fail(lapse, who), 'servicePayments.TooEarlyToLapse');
	}
	await travel(chain, told.lapsesFrom.toNumber());
	const [waiting, fire] = [await chain.account(dave), burned(await ledger(chain), 'Slash')];
	const lapsed = await chain.succeed(lapse, stranger);
	const penalty = penaltyOf(shares);
	const after = await chain.account(dave);
	assert.deepEqual(
		[waiting.held - after.held, after.free - waiting.free],
		[shares.disputeDeposit, shares.disputeDeposit - penalty],
		'the deposit is back, but for the penalty',
	);
	assert.equal(burned(await ledger(chain), 'Slash') - fire, penalty, 'which is burned');
	const resumed = lapsed.own.one('servicePayments.Resumed');
	const lasted = lapsed.own.moment - first.own.moment;
	assert.equal(resumed.frozen.toNumber(), lasted + 3 * MINUTE, 'and the time to hear of it');
	assert.equal(resumed.expiresAt.unwrap().toNumber(), there(await agreementOf(chain, id)).expiresAt);
	await chain.succeed(redeem(10n * DSYNC), stranger);

	// Another one, and this time both agree to go on.
	const left = prepaid - 10n * DSYNC;
	await chain.succeed(dispute(payment), dave);
	const accepted = servicePayments.acceptOutcome(id, 'Resume');
	assert.equal(await fail(accepted, bob), 'servicePayments.OutcomeMismatch');
	await chain.succeed(servicePayments.proposeOutcome(id, 'Resume'), dave);
	await chain.succeed(accepted, bob);

	// That of the customer is ruled on: four fifths of what it claims, and the provider is slashed.
	const disputed = await chain.succeed(dispute({ Refund: { amount: left } }), bob);
	assert.equal(disputed.own.one('servicePayments.Disputed').contested.toBigInt(), left);
	const [customer, income] = [await chain.account(bob), (await chain.account(dave)).free];
	const rule = servicePayments.rule(id, 8n * 10n ** 17n, { ForCustomer: { slash: true } });
	await chain.reserved(rule, bob);
	const ruled = await chain.govern(rule);
	const award = left / 5n;
	const { paid, forfeited } = ruled.own.one('servicePayments.Ruled');
	assert.deepEqual([paid.toBigInt(), forfeited.toBigInt()], [award, shares.providerDeposit]);
	const deposits = shares.disputeDeposit + shares.providerDeposit + storageDepositOf(chain);
	const gain = left - award + deposits;
	await assertGain(chain, bob, customer.free, gain, 'the rest, all deposits');
	assertSettled(ruled, bob, dave, award, 10n * DSYNC, shares);
	const [was, is] = [10n * DSYNC, 10n * DSYNC + award].map((paid) => parts(paid, shares).provider);
	await assertGain(chain, dave, income, is - was, 'the award');
	assert.equal(there(await providerOf(chain, dave)).pendingSlashes, 1);
	assert.equal(await agreementOf(chain, id), undefined);

	// Of another agreement the provider concedes all, by name.
	const other = (await begin()).id;
	await chain.succeed(dispute({ Refund: { amount: 60n * DSYNC } }, other), bob);
	// By use a customer disputes all that is left, whatever it asks for.
	const refund = { Refund: { amount: 100n * DSYNC } };
	/** @param {object} claim */
	const concede = (claim) => servicePayments.concede(other, claim);
	assert.equal(await fail(concede(refund), bob), 'servicePayments.OwnClaim');
	const less = { Refund: { amount: 60n * DSYNC } };
	assert.equal(await fail(concede(less), dave), 'servicePayments.ClaimMismatch');
	const before = (await chain.account(bob)).free;
	await chain.succeed(concede(refund), dave);
	await assertGain(chain, bob, before, 100n * DSYNC + deposits, 'what was claimed, and all deposits');
	assert.equal(there(await providerOf(chain, dave)).pendingSlashes, 1, 'without another slash');
	say(`of ${dsync(left)} in dispute ${dsync(award)} paid, ${dsync(shares.providerDeposit)} of deposit lost, a slash reported; silence burned ${dsync(penalty)}`);
});
