// SPDX-License-Identifier: Apache-2.0
// Signatures of keys that are no Substrate wallet's, and what the other people in their block see.

import assert from 'node:assert/strict';
import { EthereumKey } from '../lib/ethereum.js';
import { journey } from '../lib/journey.js';
import { withPapi } from '../lib/papi.js';
import { DSYNC, dsync } from '../lib/units.js';
/** @import { Block } from '../lib/chain.js' */
/** @import { Connected, Extrinsic } from '../types/chain.ts' */

const key = new EthereumKey(new Uint8Array(32).fill(0x42));

/**
 * A transfer.
 * @param {Connected} chain
 * @param {string} to
 * @param {bigint} amount
 */
const transfer = ({ api }, to, amount) => api.tx.balances.transferKeepAlive(to, amount);

/**
 * Who sent how much to whom in a block, as its events tell.
 * @param {Block} block
 */
const transfers = (block) =>
	block.all('balances.Transfer').map(({ from, to, amount }) => [`${from}`, `${to}`, amount.toBigInt()]);

journey('a wallet of Ethereum signs a transfer beside everybody else', async (chain, say) => {
	const [bob, charlie, dave] = ['Bob', 'Charlie', 'Dave'].map(chain.key);
	await chain.succeed(transfer(chain, key.address, 10n * DSYNC), bob);

	const signed = await key.sign(transfer(chain, dave.address, 3n * DSYNC));
	await chain.rpc('author_submitExtrinsic', signed.toHex());
	await chain.submit(transfer(chain, dave.address, 5n * DSYNC), charlie);
	const before = await chain.account(key);
	const [block] = await chain.seal();

	const expected = [
		[charlie.address, dave.address, 5n * DSYNC],
		[key.address, dave.address, 3n * DSYNC],
	].sort();
	assert.deepEqual(transfers(block).sort(), expected);

	// polkadot.js reads the block, and says of each transaction who signed it and how.
	const { extrinsics } = (await chain.api.rpc.chain.getBlock(block.hash)).block;
	/** @param {Extrinsic} one */
	const kind = (one) => one.inner.signature.multiSignature.type;
	const kinds = extrinsics.filter((one) => one.isSigned).map((one) => [`${one.signer}`, kind(one)]);
	assert.deepEqual(kinds.sort(), [[charlie.address, 'Sr25519'], [key.address, 'Ethereum']].sort());

	// Nonce and fee are as everybody's.
	const at = extrinsics.findIndex((one) => one.hash.eq(signed.hash));
	const fee = block.part(at).one('transactionPayment.TransactionFeePaid').actualFee.toBigInt();
	const after = await chain.account(key);
	assert.equal(before.free - after.free, 3n * DSYNC + fee);
	assert.deepEqual([before.nonce, after.nonce], [0, 1]);

	// So does PAPI, which takes all it knows from the metadata.
	await withPapi(chain, async (client) => {
		const events = await client.getUnsafeApi().event.Balances.Transfer.get(block.hash);
		const seen = events.map(({ payload }) => {
			const { from, to, amount } = /** @type {{ from: string, to: string, amount: bigint }} */ (payload);
			return [from, to, amount];
		});
		assert.deepEqual(seen.sort(), expected);
		assert.equal((await client.getBlockBody(block.hash)).length, extrinsics.length);
	});

	// It is good for what was signed, and for nothing else.
	const other = await key.sign(transfer(chain, dave.address, 1n * DSYNC));
	const altered = other.toHex().replace(dave.publicKey.reduce(hexOf, ''), charlie.publicKey.reduce(hexOf, ''));
	assert.notEqual(altered, other.toHex());
	await assert.rejects(chain.rpc('author_submitExtrinsic', altered), /bad signature/i);
	say(`${key.address} sent ${dsync(3n * DSYNC)} for a fee of ${dsync(fee)}`);
});

/**
 * The digits of bytes, one after the other.
 * @param {string} digits
 * @param {number} byte
 */
const hexOf = (digits, byte) => digits + byte.toString(16).padStart(2, '0');

journey('what polkadot.js cannot read gets into no block', async (chain) => {
	const [bob, charlie, dave] = ['Bob', 'Charlie', 'Dave'].map(chain.key);
	await chain.succeed(transfer(chain, key.sdkAddress, 10n * DSYNC), bob);

	const unreadable = await key.signAsSdk(transfer(chain, dave.address, DSYNC));
	// As all that does not decode is: it is no transaction, and the pool gets no answer what it is worth.
	await assert.rejects(chain.rpc('author_submitExtrinsic', unreadable), { code: 1002 });
	const { whole } = await chain.succeed(transfer(chain, dave.address, 5n * DSYNC), charlie);
	assert.deepEqual(transfers(whole), [[charlie.address, dave.address, 5n * DSYNC]]);
	const { extrinsics } = (await chain.api.rpc.chain.getBlock(whole.hash)).block;
	assert.equal(extrinsics.filter((one) => one.isSigned).length, 1);
	assert.equal((await chain.account(key.sdkAddress)).free, 10n * DSYNC);
});
