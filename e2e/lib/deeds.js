// SPDX-License-Identifier: Apache-2.0
// A busy stretch of a chain: something of every kind happens, so that there is something of it to be read.

import { INVESTORS, grantTo, investorSchedule, travel } from './allocation.js';
import { openRound, report, commitAll, reportRound, reportedByThree, threeReporters } from './oracle.js';
import { open, publish } from './services.js';
import { become, perbill } from './staking.js';
import { DSYNC, MINUTE, percent } from './units.js';
/** @import { Chain } from './chain.js' */

const EVIDENCE = `0x${'ee'.repeat(32)}`;

/** What the chain begins with. */
export const GENESIS = reportedByThree();

/**
 * All of it, on a new chain that begins with `GENESIS`. What is begun is left open where it can be.
 * @param {Chain} chain
 */
export async function deeds(chain) {
	const { tx } = chain.api;
	const [bob, charlie, dave, eve] = ['Bob', 'Charlie', 'Dave', 'Eve'].map(chain.key);
	const reporters = Object.values(await threeReporters(chain));
	await reportRound(chain, reporters.map((who) => [who, report()]));

	// Stake of one's own, delegated, and on its way out.
	await become(chain, dave, [{ Service: 'GpuCompute' }], 20_000n * DSYNC, 5);
	await chain.succeed(tx.stakingLocks.delegate(dave.address, 50n * DSYNC), bob);
	await chain.succeed(tx.stakingLocks.undelegate(dave.address, 10n * DSYNC, null), bob);
	await chain.succeed(tx.stakingLocks.setCommission(perbill(7)), dave);

	// A service by time, and another in dispute.
	const version = await publish(chain, dave, 'GpuCompute', 'Streaming', DSYNC);
	const buy = () => open(chain, charlie, dave, 'GpuCompute', version, { Streaming: { units: 1 } }, 100n * DSYNC);
	const [{ own }, { id }] = [await buy(), await buy()];
	await travel(chain, own.moment + MINUTE);
	await chain.succeed(tx.servicePayments.settle(id), eve);
	await chain.succeed(tx.servicePayments.openDispute(id, { Refund: { amount: DSYNC } }, EVIDENCE), charlie);

	// Tokens granted, burned, sent, and all that is left sent.
	await grantTo(chain, INVESTORS, eve, 480n * DSYNC, investorSchedule((await chain.head()).moment));
	await chain.succeed(tx.emission.burn(3n * DSYNC, true), bob);
	const leaver = chain.key('Leaver');
	await chain.succeed(tx.balances.transferKeepAlive(leaver.address, DSYNC), bob);
	await chain.succeed(tx.balances.transferAll(bob.address, false), leaver);

	// Accounts that act for others, a change of parameters and a slash that wait, and a report that is begun.
	await chain.succeed(tx.proxy.addProxy(eve.address, 'Any', 10), bob);
	await chain.succeed(tx.proxy.announce(bob.address, EVIDENCE), eve);
	const others = [charlie.address, dave.address].sort();
	const { weight } = await tx.system.remark('0x').paymentInfo(bob);
	await chain.succeed(tx.multisig.asMulti(2, others, null, tx.system.remark('0x'), weight), bob);
	await chain.govern(tx.parameterChanges.scheduleChange([{ Emission: { AnnualCap: percent(10) } }]));
	await chain.govern(tx.stakingLocks.reportSlash(dave.address, 'Equivocation', bob.address));
	await openRound(chain);
	await commitAll(chain, [[bob, report()]]);
	await chain.seal();
}
