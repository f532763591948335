// SPDX-License-Identifier: Apache-2.0
// The first journey of the README, by the calls and with the figures that it names.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { travel } from '../lib/allocation.js';
import { journey } from '../lib/journey.js';
import { burned, ledger } from '../lib/ledger.js';
import { DSYNC, MINUTE, dsync } from '../lib/units.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/**
 * The figure of the README in the group of `pattern`. What the page does not say any more, this journey cannot walk.
 * @param {RegExp} pattern
 */
function told(pattern) {
	const found = README.match(pattern);
	assert.ok(found, `README.md no longer says ${pattern}: walk its first journey anew, and mend this one`);
	return found[1];
}

journey('the first journey of the README ends in a service paid for and its burn', async (chain, say) => {
	const { balances, servicePayments } = chain.api.tx;
	const [alice, bob, charlie] = ['Alice', 'Bob', 'Charlie'].map(chain.key);
	await chain.seal(2);

	const sent = BigInt(told(/\*Accounts → Transfer\*: (\d+) DSYNC from Alice to Bob/));
	const { own: transfer } = await chain.succeed(balances.transferKeepAlive(bob.address, sent * DSYNC), alice);
	const { actualFee } = transfer.one('transactionPayment.TransactionFeePaid');
	assert.equal((Number(actualFee.toBigInt()) / 1e18).toFixed(3), told(/The fee is about ([\d.]+) DSYNC/));
	const { cause, amount } = transfer.one('emission.Burned');
	assert.deepEqual([cause.type, amount.toBigInt()], ['TransactionFee', (actualFee.toBigInt() * 80n) / 100n]);

	const price = BigInt(told(/`price` (\d+) DSYNC/)) * DSYNC;
	const offer = { form: 'Streaming', model: told(/`model` any text such as `([^`]+)`/), price, slots: 10 };
	const { own: published } = await chain.succeed(servicePayments.publishCard('Hosting', 0, offer), alice);
	assert.ok(published.one('servicePayments.CardPublished').version.eqn(0));

	const prepayment = BigInt(told(/`prepayment` (\d+) DSYNC/)) * DSYNC;
	const order = { Streaming: { units: 1 } };
	const call = servicePayments.open(alice.address, 'Hosting', 0, 0, order, prepayment);
	const { own: opened } = await chain.succeed(call, bob);
	assert.ok(opened.one('servicePayments.Opened').id.eqn(0));
	const deposit = BigInt(told(/a deposit of (\d+) DSYNC/)) * DSYNC;
	assert.equal((await chain.account(bob)).held, prepayment + deposit);

	await travel(chain, opened.moment + MINUTE);
	const before = await ledger(chain);
	const { own: settled } = await chain.succeed(servicePayments.settle(0), charlie);
	const paid = (price * BigInt(settled.moment - opened.moment)) / BigInt(10 * MINUTE);
	const event = settled.one('servicePayments.Settled');
	const parts = ['paid', 'received', 'burned', 'treasury'].map((part) => event[part].toBigInt());
	assert.deepEqual(parts, [paid, (paid * 85n) / 100n, (paid * 10n) / 100n, (paid * 5n) / 100n]);
	const now = await ledger(chain);
	const cost = burned(now, 'Service Hosting') - burned(before, 'Service Hosting');
	assert.equal(cost, (paid * 10n) / 100n, 'the burn is in the ledger');

	const { own: cancelled } = await chain.succeed(servicePayments.cancel(0), bob);
	const { endsAt } = cancelled.one('servicePayments.CancelledAt');
	assert.equal(endsAt.toNumber() - cancelled.moment, 2 * MINUTE, 'the notice that the README tells');
	await travel(chain, endsAt.toNumber());
	const { own: closed } = await chain.succeed(servicePayments.close(0), charlie);
	const { end, refund } = closed.one('servicePayments.Ended');
	const inAll = (price * BigInt(endsAt.toNumber() - opened.moment)) / BigInt(10 * MINUTE);
	assert.deepEqual([end.type, refund.toBigInt()], ['Cancelled', prepayment - inAll]);
	assert.equal((await chain.account(bob)).held, 0n);
	say(`${dsync(inAll)} paid for the service, ${dsync(inAll / 10n)} of it burned, ${dsync(refund.toBigInt())} came back`);
});
