// SPDX-License-Identifier: Apache-2.0
// The vectors that the Rust crate is tested with as well.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Keyring } from '@polkadot/keyring';
import { u8aEq, u8aToHex } from '@polkadot/util';
import { accept, decode, encode, payload, SCHEMES, sign, verify } from '../dist/index.js';

const file = new URL('../../vectors.json', import.meta.url);
const { right, wrong, malformed, accept: decided } = JSON.parse(readFileSync(file, 'utf8'));

const voucherOf = ({ agreement, amount, validUntil }) => ({
	agreement: BigInt(agreement),
	amount: BigInt(amount),
	validUntil: BigInt(validUntil),
});

const keyOf = ({ scheme, suri }) => new Keyring({ type: scheme }).addFromUri(suri);

describe('right vouchers', () => {
	test('of every scheme are there', () => {
		for (const scheme of SCHEMES) assert.ok(right.some((vector) => vector.scheme === scheme));
	});

	for (const vector of right) {
		test(vector.name, () => {
			const voucher = voucherOf(vector);
			assert.equal(u8aToHex(payload(voucher, vector)), vector.payload);

			const signed = decode(vector.signed);
			assert.deepEqual(signed.voucher, voucher);
			assert.equal(signed.signature.scheme, vector.scheme);
			assert.equal(u8aToHex(encode(signed)), vector.signed);
			assert.ok(verify(signed, vector.signer, vector));

			const key = keyOf(vector);
			assert.equal(u8aToHex(key.addressRaw), vector.signer);
			const mine = sign(key, voucher, vector);
			assert.ok(verify(mine, key.address, vector));
			// Sr25519 draws a number for each signature.
			const same = u8aEq(encode(mine), encode(signed));
			assert.equal(same, vector.scheme !== 'sr25519');
		});
	}
});

describe('wrong vouchers', () => {
	for (const vector of wrong) {
		test(vector.name, () => {
			assert.equal(verify(decode(vector.signed), vector.signer, vector), false);
		});
	}
});

describe('malformed vouchers', () => {
	for (const { name, signed, fault, message } of malformed) {
		test(name, () => {
			assert.throws(() => decode(signed), { name: 'MalformedVoucher', fault, message });
		});
	}
});

const agreementOf = (agreement) => ({
	...agreement,
	id: BigInt(agreement.id),
	paid: BigInt(agreement.paid),
	escrow: BigInt(agreement.escrow),
	endsAt: BigInt(agreement.endsAt),
	expiresAt: BigInt(agreement.expiresAt),
});

describe('what a provider accepts', () => {
	test('has every outcome', () => {
		const reasons = new Set(decided.map(({ reason }) => reason));
		assert.equal(reasons.size, 12, 'eleven reasons, and yes');
	});

	for (const { name, agreement, signed, owed, redeemAt, pays, reason, message } of decided) {
		test(name, () => {
			const counted = { ...owed, amount: BigInt(owed.amount) };
			const said = accept(agreementOf(agreement), decode(signed), counted, BigInt(redeemAt));
			if (pays !== undefined) {
				assert.deepEqual(said, { accepted: true, pays: BigInt(pays) });
				return;
			}
			assert.ok(!said.accepted);
			assert.deepEqual([said.refusal.reason, said.message], [reason, message]);
		});
	}
});
