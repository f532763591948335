// SPDX-License-Identifier: Apache-2.0
// What a program may hand over, and what is said when it hands over something else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keyring } from '@polkadot/keyring';
import { hexToU8a, u8aConcat, u8aToHex, u8aWrapBytes } from '@polkadot/util';
import { decode, encode, payload, sign, signWithWallet, toCall, verify } from '../dist/index.js';

const GENESIS = `0x${'aa'.repeat(32)}`;
const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty';
const VOUCHER = { agreement: 42, amount: 1_500_000_000_000_000_000n, validUntil: 1_924_991_999_999 };
const PLACE = { genesisHash: GENESIS, provider: BOB };

const alice = (type = /** @type {const} */ ('sr25519')) => new Keyring({ type }).addFromUri('//Alice');

/** A wallet as the polkadot.js extension is one: it frames what has no frame, and signs. */
const walletOf = (key, withType) => ({
	signRaw: async ({ data }) => ({
		signature: u8aToHex(key.sign(u8aWrapBytes(hexToU8a(data)), { withType })),
	}),
});

test('a provider is an address, hexadecimal digits or bytes', () => {
	const expected = payload(VOUCHER, PLACE);
	const bytes = new Keyring().decodeAddress(BOB);
	for (const provider of [bytes, u8aToHex(bytes), new Keyring({ ss58Format: 0 }).encodeAddress(bytes)]) {
		assert.deepEqual(payload(VOUCHER, { ...PLACE, provider }), expected);
	}
	assert.equal(expected.length, 127);
});

test('a wallet signs the same as a program', async () => {
	for (const scheme of /** @type {const} */ (['ed25519', 'sr25519', 'ecdsa'])) {
		const key = alice(/** @type {any} */ (scheme));
		for (const withType of [false, true]) {
			const account = { address: key.address, scheme };
			const signed = await signWithWallet(walletOf(key, withType), account, VOUCHER, PLACE);
			assert.ok(verify(decode(encode(signed)), key.address, PLACE), scheme);
		}
	}
});

test('a wallet that does not sign, or signs something else, is named', async () => {
	const account = { address: alice().address, scheme: /** @type {const} */ ('sr25519') };
	await assert.rejects(signWithWallet({}, account, VOUCHER, PLACE), /does not sign messages/);
	const odd = { signRaw: async () => ({ signature: '0x1234' }) };
	await assert.rejects(
		signWithWallet(odd, account, VOUCHER, PLACE),
		/did not return a signature of sr25519: 0x1234/,
	);
});

test('a call takes it as a Signature of the chain', () => {
	const signed = sign(alice(), VOUCHER, PLACE);
	const bytes = u8aToHex(signed.signature.bytes);
	assert.deepEqual(toCall(signed), {
		voucher: { agreement: 42n, amount: VOUCHER.amount, validUntil: 1_924_991_999_999n },
		signature: { Sr25519: bytes },
	});
});

test('what is decoded does not change with the bytes it was read from', () => {
	const signed = sign(alice(), VOUCHER, PLACE);
	// In the midst of others, as bytes from a socket are.
	const bytes = u8aConcat([1, 2, 3], encode(signed)).subarray(3);
	const read = decode(bytes);
	bytes.fill(0);
	assert.deepEqual(read, signed);
});

test('numbers that do not fit are refused', () => {
	const refused = (change) => () => payload({ ...VOUCHER, ...change }, PLACE);
	assert.throws(refused({ agreement: -1 }), { name: 'RangeError', message: /agreement .* 64 bits, not -1/ });
	assert.throws(refused({ amount: 1n << 128n }), { name: 'RangeError', message: /amount .* 128 bits/ });
	assert.throws(refused({ amount: 1.5e18 }), { message: /amount .* not exact as a number: give a bigint/ });
	assert.throws(refused({ validUntil: 0.5 }), { message: /validUntil 0.5 is not exact/ });
	assert.throws(refused({ validUntil: 1n << 64n }), { message: /validUntil .* 64 bits/ });
});

test('a place that is none is refused', () => {
	const refused = (change) => () => payload(VOUCHER, { ...PLACE, ...change });
	assert.throws(refused({ genesisHash: '0x12' }), /genesisHash must have 32 bytes, not 1/);
	assert.throws(refused({ genesisHash: 'main' }), /genesisHash 'main' is not bytes in hexadecimal/);
	assert.throws(refused({ provider: 'nobody' }), /provider 'nobody' is not an account/);
	assert.throws(refused({ provider: new Uint8Array(20) }), /provider must have 32 bytes, not 20/);
});

test('a text that is no hexadecimal digits is refused', () => {
	for (const text of ['', 'voucher', '0x123', '0xzz']) {
		assert.throws(() => decode(text), { name: 'MalformedVoucher', fault: 'not-hex' });
	}
});

test('a key of another kind signs nothing', () => {
	const ethereum = new Keyring({ type: 'ethereum' }).addFromSeed(new Uint8Array(32).fill(1));
	assert.throws(() => sign(ethereum, VOUCHER, PLACE), /type ethereum signs no vouchers/);
	const locked = alice();
	locked.lock();
	assert.throws(() => sign(locked, VOUCHER, PLACE), /locked/);
});

test('a signature of the wrong length is neither encoded nor right', () => {
	const signed = sign(alice(), VOUCHER, PLACE);
	const short = { ...signed, signature: { ...signed.signature, bytes: new Uint8Array(63) } };
	assert.throws(() => encode(short), { name: 'RangeError', message: /64 bytes, this one has 63/ });
	assert.equal(verify(short, alice().address, PLACE), false);
});
