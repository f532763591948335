// SPDX-License-Identifier: Apache-2.0
// One validator's key on two nodes, the mistake of those who want to be sure that one of them runs. Both write
// a block in each slot of that validator, with the time of their own clocks in them: two blocks, as soon as the
// clocks differ by a millisecond. All that follows the network does by itself.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Keyring } from '@polkadot/api';
import { u8aToHex } from '@polkadot/util';
import { errorName, eventsOf } from '../lib/chain.js';
import { assertIdentity } from '../lib/ledger.js';
import { Network, VALIDATORS, authorOf, sessionAt, untilFinalised } from '../lib/network.js';
import { providerOf } from '../lib/staking.js';
import { there } from '../lib/there.js';
import { MINUTE } from '../lib/units.js';
/** @import { Api, Hash, Header } from '../types/chain.ts' */

/** The least that a session can have, a minute of them. */
const SLOTS = 10;
/** A start, an offence, two sessions and what is left of a third, an end. */
const TIMEOUT_MS = 12 * MINUTE;
/** Two sessions, and a bit. */
const SESSIONS_PATIENCE = 4 * MINUTE;

const OFFENDER = 'Dave';
const keyring = new Keyring({ type: 'sr25519' });
/** @param {string} name */
const key = (name) => keyring.addFromUri(`//${name}`);
const { address, publicKey } = key(OFFENDER);
/** @param {Header} header */
const heightOf = ({ number }) => number.toNumber();

/** @type {Network} */
let network;

before(async () => {
	network = await Network.start(5, { genesis: { slots: SLOTS, validators: VALIDATORS } });
}, { timeout: TIMEOUT_MS });

after(async () => network?.stop(), { timeout: TIMEOUT_MS });

/**
 * The reports of two blocks in the block called `hash`: who offended, with which headers, and what came of it.
 * @param {Api} api
 * @param {Hash} hash
 */
async function reports(api, hash) {
	const [{ block }, records] = await Promise.all([
		api.rpc.chain.getBlock(hash),
		(await api.at(hash)).query.system.events(),
	]);
	return block.extrinsics.flatMap(({ isSigned, method }, index) => {
		if (`${method.section}.${method.method}` !== 'babe.reportEquivocationUnsigned') return [];
		const { offender, firstHeader, secondHeader } = method.args[0];
		const events = eventsOf(records)
			.filter(({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.eqn(index))
			.map(({ event }) => event);
		return [{ isSigned, offender: offender.toHex(), headers: [firstHeader, secondHeader], events }];
	});
}

test('who signs two blocks in one slot is found, slashed, jailed and disabled by the network itself', { timeout: TIMEOUT_MS }, async (t) => {
	try {
		const api = await network.api('Alice');
		/** @param {Header} header */
		const wrote = async (header) => (await authorOf(api, header)) === address;
		await untilFinalised(api, (head) => heightOf(head) > 0, 'the first block');
		await untilFinalised(api, wrote, `a block of ${OFFENDER}`);
		assert.equal(there(await providerOf({ api }, address)).status, 'Active');

		// The node of Eve gets his key too, for blocks and not for votes.
		await network.rpc('Eve', 'author_insertKey', 'babe', `//${OFFENDER}`, u8aToHex(publicKey));

		// Nobody does anything more. What proves nothing gets into no block either.
		/** @type {Awaited<ReturnType<typeof reports>>} */
		let found = [];
		const reported = await untilFinalised(
			api,
			async ({ hash }) => (found = await reports(api, hash)).length > 0,
			'a report of two blocks',
			SESSIONS_PATIENCE,
		);
		const [{ isSigned, offender, headers, events }] = found;
		assert.equal(isSigned, false);
		assert.equal(offender, u8aToHex(publicKey));
		assert.notEqual(headers[0].hash.toHex(), headers[1].hash.toHex(), 'two blocks');

		const failure = events.find(({ method }) => method === 'ExtrinsicFailed')?.data.dispatchError;
		assert.equal(failure && errorName(api, failure), undefined);
		const names = events.map(({ section, method }) => `${section}.${method}`);
		for (const name of ['stakingLocks.SlashReported', 'stakingLocks.ProviderJailed', 'offences.Offence']) {
			assert.ok(names.includes(name), `${name} of ${names}`);
		}
		const slash = there(events.find(({ method }) => method === 'SlashReported')).data;
		assert.equal(slash.provider.toString(), address);
		assert.equal(slash.reason.type, 'Equivocation');
		// One of four: (3/4)², 56.25 %.
		assert.equal(slash.fraction.toNumber(), 562_500_000);

		const at = await api.at(reported.hash);
		const { validators } = await sessionAt(api, reported.hash);
		const disabled = [...(await at.query.session.disabledValidators())].map(([index]) => validators[index.toNumber()]);
		assert.deepEqual(disabled, [address]);
		const provider = there(await providerOf({ api }, address, reported.hash));
		assert.equal(provider.status, 'Jailed');
		assert.equal(provider.pendingSlashes, 1);

		// The others go on without him: he writes nothing any more, and is in no later set.
		/** @param {Header} header */
		const isOut = async (header) => {
			if (heightOf(header) <= heightOf(reported)) return false;
			assert.equal(await wrote(header), false, `block ${header.number} by the offender`);
			return !(await sessionAt(api, header.hash)).validators.includes(address);
		};
		const out = await untilFinalised(api, isOut, 'a session without the offender', SESSIONS_PATIENCE);
		const left = (await sessionAt(api, out.hash)).validators;
		assert.equal(left.length, VALIDATORS.length - 1);
		const second = await network.api('Eve');
		await untilFinalised(second, (head) => heightOf(head) >= heightOf(out), 'finality on the second node too');
		await assertIdentity({ api }, out.hash);
		t.diagnostic(`two blocks number ${headers[0].number}, reported in block ${reported.number}, out of the set in block ${out.number}`);
	} catch (error) {
		t.diagnostic(['the network wrote last:', ...network.log].join('\n  | '));
		throw error;
	}
});
