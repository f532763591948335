// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { journey } from '../lib/journey.js';
import { burned, ledger } from '../lib/ledger.js';
import { DSYNC, dsync } from '../lib/units.js';
/** @import { Included } from '../lib/chain.js' */

const CAUSES = ['TransactionFee', 'Voluntary', 'Dust'];

journey('every burn is counted by its cause, and none happens behind the back of the ledger', async (chain, say) => {
	const { tx, consts } = chain.api;
	const [bob, leaver] = [chain.key('Bob'), chain.key('Leaver')];
	/**
	 * What `transaction` adds to the ledger, by cause.
	 * @param {() => Promise<Included>} transaction
	 */
	const growth = async (transaction) => {
		const before = await ledger(chain);
		const included = await transaction();
		const after = await ledger(chain);
		const [fee, voluntary, dust] = CAUSES.map((c) => burned(after, c) - burned(before, c));
		return { ...included, fee, voluntary, dust };
	};
	await chain.seal(2);

	const bypass = await growth(() => chain.include(tx.balances.burn(DSYNC, false), bob));
	assert.equal(bypass.error, 'system.CallFiltered');
	assert.deepEqual([bypass.voluntary, bypass.dust], [0n, 0n]);
	assert.ok(bypass.fee > 0n, 'a refused call pays its fee');
	const nested = await chain.include(tx.utility.batchAll([tx.balances.burn(DSYNC, true)]), bob);
	assert.equal(nested.error, 'system.CallFiltered', 'nor does it pass inside another call');
	const force = tx.balances.forceSetBalance(bob.address, DSYNC);
	for (const call of [force, tx.utility.batchAll([force])]) {
		const { error } = await chain.include(tx.sudo.sudo(call), chain.key('Alice'));
		assert.equal(error, 'system.CallFiltered', 'nor does sudo make one');
	}

	const amount = 3n * DSYNC;
	const voluntary = await growth(() => chain.succeed(tx.emission.burn(amount, true), bob));
	assert.deepEqual([voluntary.voluntary, voluntary.dust], [amount, 0n]);
	const kept = await chain.include(tx.emission.burn(10n ** 30n, true), bob);
	assert.equal(typeof kept.error, 'string', 'nobody burns more than he has');

	// An account that is left with less than the existential deposit ends, and the rest is dust.
	await chain.succeed(tx.balances.transferKeepAlive(leaver.address, DSYNC), bob);
	const deposit = consts.balances.existentialDeposit.toBigInt();
	const all = tx.balances.transferAllowDeath(bob.address, DSYNC);
	const fee = (await all.paymentInfo(leaver)).partialFee.toBigInt();
	const leaving = tx.balances.transferAllowDeath(bob.address, DSYNC - fee - deposit / 2n);
	const left = await growth(() => chain.succeed(leaving, leaver));
	const lost = left.own.one('balances.DustLost').amount.toBigInt();
	assert.ok(0n < lost && lost < deposit);
	assert.deepEqual([left.voluntary, left.dust], [0n, lost]);
	assert.equal((await chain.account(leaver)).free, 0n);
	say(`voluntary ${dsync(voluntary.voluntary)}, dust ${dsync(left.dust)}`);
});
