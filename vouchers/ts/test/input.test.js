// SPDX-License-Identifier: Apache-2.0
// What a program may hand over, and what is said when it hands over something else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keyring } from '@polkadot/keyring';
import { hexToU8a, u8aConcat, u8aToHex, u8aWrapBytes } from '@polkadot/util';
import { cryptoWaitReady, secp256k1PairFromSeed, secp256k1Sign } from '@polkadot/util-crypto';
import { accept, decode, encode, payload, sign, signWithWallet, toCall, verify } from '../dist/index.js';

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

test('polkadot.js signs by ECDSA as the chain takes it, with its WebAssembly and without', async () => {
	await cryptoWaitReady();
	const pair = secp256k1PairFromSeed(new Uint8Array(32).fill(7));
	const { address } = new Keyring({ type: 'ecdsa' }).addFromSeed(new Uint8Array(32).fill(7));
	for (const onlyJs of [false, true]) {
		for (let agreement = 0; agreement < 100; agreement++) {
			const voucher = { agreement: BigInt(agreement), amount: 1n, validUntil: 2n };
			const bytes = secp256k1Sign(payload(voucher, PLACE), pair, 'blake2', onlyJs);
			const signature = { scheme: /** @type {const} */ ('ecdsa'), bytes };
			assert.ok(verify({ voucher, signature }, address, PLACE), `${agreement} ${onlyJs}`);
		}
	}
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

test('what is decoded from a Buffer of Node does not change with it either', () => {
	const signed = sign(alice(), VOUCHER, PLACE);
	const buffer = Buffer.from(encode(signed));
	const read = decode(buffer);
	buffer.fill(0);
	assert.deepEqual(read, signed);
	assert.equal(Object.getPrototypeOf(read.signature.bytes), Uint8Array.prototype);
});

test('what is no bytes is no voucher', () => {
	for (const odd of [undefined, null, 7, [1, 2], {}, new ArrayBuffer(97)]) {
		const read = () => decode(/** @type {any} */ (odd));
		assert.throws(read, { name: 'MalformedVoucher', fault: 'not-bytes' });
	}
});

test('what is no number is not made one', () => {
	for (const odd of ['', '7', [], [7], true, null, undefined, new Date()]) {
		const refused = (change) => () => payload({ ...VOUCHER, .../** @type {any} */ (change) }, PLACE);
		for (const name of ['agreement', 'amount', 'validUntil']) {
			const message = new RegExp(`^${name} must be a bigint or a number, not `);
			assert.throws(refused({ [name]: odd }), { name: 'TypeError', message });
		}
	}
});

test('what is no number is not sent as one either', () => {
	const signed = sign(alice(), VOUCHER, PLACE);
	for (const odd of ['', '7', [], [7], true, null, undefined, new Date()]) {
		for (const name of ['agreement', 'amount', 'validUntil']) {
			const voucher = { ...signed.voucher, .../** @type {any} */ ({ [name]: odd }) };
			const message = new RegExp(`^${name} must be a bigint or a number, not `);
			for (const send of [encode, toCall]) {
				assert.throws(() => send({ ...signed, voucher }), { name: 'TypeError', message }, send.name);
			}
		}
	}
	// A number that is exact is as good as a bigint, here as elsewhere.
	const numbers = /** @type {any} */ ({ ...signed, voucher: { ...signed.voucher, agreement: 42 } });
	assert.deepEqual(encode(numbers), encode(signed));
	assert.deepEqual(toCall(numbers), toCall(signed));
});

test('what is no signature is not sent as one', () => {
	const signed = sign(alice(), VOUCHER, PLACE);
	const { scheme, bytes } = signed.signature;
	for (const [odd, message] of /** @type {const} */ ([
		[{ scheme: 'ethereum', bytes }, /^the scheme of a signature must be .*, not 'ethereum'$/],
		[{ scheme: undefined, bytes }, /^the scheme of a signature must be .*, not undefined$/],
		[{ scheme, bytes: [...bytes] }, /^the bytes of a signature must be a Uint8Array, not an array$/],
		[{ scheme, bytes: '7'.repeat(64) }, /^the bytes of a signature must be a Uint8Array, not '7/],
		[{ scheme, bytes: undefined }, /^the bytes of a signature must be a Uint8Array, not undefined$/],
	])) {
		for (const send of [encode, toCall]) {
			const signature = /** @type {any} */ (odd);
			assert.throws(() => send({ ...signed, signature }), { name: 'TypeError', message }, send.name);
		}
	}
});

/** An agreement as the chain tells of it, what was counted, and when it is redeemed next. */
const AGREEMENT = {
	...PLACE,
	id: 42n,
	signer: alice().address,
	class: 'Rpc',
	decimals: 18,
	paid: 0n,
	escrow: 2n * VOUCHER.amount,
	endsAt: 1_815_552_000_000n,
	expiresAt: 1_815_552_000_000n,
	disputed: false,
};
const OWED = { class: 'Rpc', decimals: 18, amount: VOUCHER.amount };
const REDEEM_AT = 1_800_000_000_000n;

/** Asks with something else in place of what there should be. */
const asked = (agreement = {}, owed = {}, redeemAt = /** @type {any} */ (REDEEM_AT)) =>
	accept(
		/** @type {any} */ ({ ...AGREEMENT, ...agreement }),
		sign(alice(), VOUCHER, PLACE),
		/** @type {any} */ ({ ...OWED, ...owed }),
		redeemAt,
	);

test('a time to redeem is a whole number, and has to be said', () => {
	for (const right of [REDEEM_AT, Number(REDEEM_AT)]) assert.ok(asked({}, {}, right).accepted);
	for (const odd of ['', '1800000000000', [], true, null, new Date()]) {
		const message = /^redeemAt must be a bigint or a number, not /;
		assert.throws(() => asked({}, {}, odd), { name: 'TypeError', message });
	}
	const forgotten = () => /** @type {any} */ (accept)(AGREEMENT, sign(alice(), VOUCHER, PLACE), OWED);
	assert.throws(forgotten, { name: 'TypeError', message: /^redeemAt .* not undefined$/ });
	for (const odd of [1.5, NaN, Infinity, 2 ** 53]) {
		assert.throws(() => asked({}, {}, odd), { name: 'RangeError', message: /^redeemAt .* not exact/ });
	}
	for (const odd of [-1, -1n, 1n << 64n]) {
		assert.throws(() => asked({}, {}, odd), { name: 'RangeError', message: /^redeemAt .* 64 bits/ });
	}
});

test('what is not what the chain tells of an agreement is named, and nothing is accepted by it', () => {
	for (const name of ['id', 'paid', 'escrow', 'endsAt', 'expiresAt', 'decimals']) {
		for (const odd of ['9000', '', [], true, undefined]) {
			const message = new RegExp(`^${name} of the agreement must be a bigint or a number, not `);
			assert.throws(() => asked({ [name]: odd }), { name: 'TypeError', message });
		}
		assert.throws(() => asked({ [name]: -1n }), { name: 'RangeError' });
	}
	for (const odd of [undefined, null, 0, '', {}]) {
		const message = /^disputed of the agreement must be true or false, not /;
		assert.throws(() => asked({ disputed: odd }), { name: 'TypeError', message });
		assert.throws(() => asked({ class: odd }, { class: odd }), /class of the agreement must be a text/);
	}
	assert.throws(() => asked({}, { amount: '1' }), /^TypeError: amount of what is owed must be/);
	assert.throws(() => asked({}, { amount: undefined }), /amount of what is owed must be/);
	assert.throws(() => asked({}, { decimals: '18' }), /decimals of what is owed must be/);
	assert.throws(() => asked({}, { class: '' }), /class of what is owed must be a text/);
	// A number that is exact is as good as a bigint.
	assert.deepEqual(asked({ id: 42, paid: 0 }), { accepted: true, pays: VOUCHER.amount });
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
	for (const odd of [undefined, null, 7, Array(32).fill(1)]) {
		assert.throws(refused({ provider: odd }), { name: 'TypeError', message: /^provider must be bytes or/ });
	}
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
