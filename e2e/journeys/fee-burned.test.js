// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { journey } from '../lib/journey.js';
import { burned, ledger } from '../lib/ledger.js';
import { DSYNC, dsync } from '../lib/units.js';

journey('a transfer burns 80 % of its fee in the ledger and pays the author the rest', async (chain, say) => {
	const { api } = chain;
	const [author, sender, receiver] = ['Alice', 'Bob', 'Charlie'].map(chain.key);
	const accounts = () => Promise.all([author, sender, receiver].map((who) => chain.account(who)));
	const [amount, tip] = [25n * DSYNC, DSYNC / 1_000n];
	await chain.seal(2);

	const [ledgerBefore, before] = [await ledger(chain), await accounts()];
	const transfer = api.tx.balances.transferKeepAlive(receiver.address, amount);
	const { own } = await chain.succeed(transfer, sender, { tip });
	const [ledgerAfter, after] = [await ledger(chain), await accounts()];

	const paid = own.one('transactionPayment.TransactionFeePaid');
	const fee = paid.actualFee.toBigInt() - tip;
	assert.equal(paid.tip.toBigInt(), tip);
	assert.ok(DSYNC / 1_000n < fee && fee < DSYNC / 10n, `a fee of about a cent, not ${dsync(fee)}`);

	const burn = (fee * 80n) / 100n;
	const growth = burned(ledgerAfter, 'TransactionFee') - burned(ledgerBefore, 'TransactionFee');
	assert.equal(growth, burn, 'the ledger counts the burned part');
	const event = own.one('emission.Burned');
	assert.deepEqual([event.cause.type, event.amount.toBigInt()], ['TransactionFee', burn]);

	const [authorGain, senderGain, receiverGain] = after.map(({ free }, i) => free - before[i].free);
	assert.equal(authorGain, fee - burn + tip, 'the author gets the rest and the tip');
	assert.equal(senderGain, -(amount + fee + tip));
	assert.equal(receiverGain, amount);
	say(`fee ${dsync(fee)}: burned ${dsync(burn)}, author ${dsync(fee - burn)} and the tip`);
});
