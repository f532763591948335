// SPDX-License-Identifier: Apache-2.0
// Writes ../vectors.json, which the Rust crate and this module are tested with: `npm run vectors`.
//
// It signs with polkadot.js alone and puts the bytes together by itself, so that neither of the two
// libraries confirms its own mistakes. What is accepted, and why something is not, stands here by hand.

import { writeFileSync } from 'node:fs';
import { Keyring } from '@polkadot/keyring';
import { bnToU8a, hexToU8a, stringToU8a, u8aConcat, u8aToBigInt, u8aToHex } from '@polkadot/util';
import { blake2AsU8a } from '@polkadot/util-crypto';

const SCHEMES = ['ed25519', 'sr25519', 'ecdsa'];
const PHRASE = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';
const SEED = '0x9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const HERE = '0x6b4f25e471d421a3cb5af3cbe98c4983608d9fbf8af7e6b5bd9753ffaa5e3374';
const ELSEWHERE = '0x49153d08b2005a7dc2dfa2ed2c44479baf8b68bca3cf5a83649f9c5a544c3fe1';
const BOB = '0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48';
const CARL = '0x6672035dd6010e55e08eb707d171b5ec790bfea44f93ea8b1d22503033de45cd';

const keyOf = (scheme, suri) => new Keyring({ type: scheme }).addFromUri(suri);
const int = (value, bits) => bnToU8a(BigInt(value), { bitLength: bits, isLe: true });
const bytesOf = ({ agreement, amount, validUntil }) =>
	u8aConcat(int(agreement, 64), int(amount, 128), int(validUntil, 64));
const bare = (voucher, { genesisHash, provider }) =>
	u8aConcat(stringToU8a('destra/voucher/1'), hexToU8a(genesisHash), hexToU8a(provider), bytesOf(voucher));
const framed = (message) => u8aConcat(stringToU8a('<Bytes>'), message, stringToU8a('</Bytes>'));
const payload = (voucher, place) => framed(bare(voucher, place));
const sent = (voucher, scheme, signature) =>
	u8aToHex(u8aConcat(bytesOf(voucher), [SCHEMES.indexOf(scheme)], signature));

const ORDINARY = { agreement: '42', amount: '1500000000000000000', validUntil: '1924991999999' };
const LARGEST = {
	agreement: ((1n << 64n) - 1n).toString(),
	amount: ((1n << 128n) - 1n).toString(),
	validUntil: ((1n << 64n) - 1n).toString(),
};
const NOTHING = { agreement: '0', amount: '0', validUntil: '0' };
const PLACE = { genesisHash: HERE, provider: BOB };

function right(name, scheme, suri, place, voucher) {
	const key = keyOf(scheme, suri);
	const message = payload(voucher, place);
	const signer = u8aToHex(key.addressRaw);
	const signed = sent(voucher, scheme, key.sign(message));
	return { name, scheme, suri, ...place, ...voucher, signer, payload: u8aToHex(message), signed };
}

const rights = [
	...['sr25519', 'ed25519', 'ecdsa'].flatMap((scheme) => [
		right(`${scheme}: an ordinary voucher`, scheme, '//Alice', PLACE, ORDINARY),
		right(
			`${scheme}: a hard path, the largest numbers`,
			scheme,
			`${PHRASE}//customer//7`,
			{ genesisHash: ELSEWHERE, provider: CARL },
			LARGEST,
		),
		right(`${scheme}: a seed, nothing owed`, scheme, SEED, { genesisHash: HERE, provider: CARL }, NOTHING),
	]),
	right('sr25519: a soft path and a password', 'sr25519', `${PHRASE}//hard/soft///secret`, PLACE, {
		agreement: '1',
		amount: '1',
		validUntil: '1',
	}),
];

/** Alice's signature of the ordinary voucher, and what is wrong with it or with whom it is said to be for. */
function wrongsOf(scheme) {
	const key = keyOf(scheme, '//Alice');
	const signer = u8aToHex(key.addressRaw);
	const signature = key.sign(payload(ORDINARY, PLACE));
	const wrong = (name, signed, change = {}) => ({ name: `${scheme}: ${name}`, ...PLACE, signer, ...change, signed });
	const same = sent(ORDINARY, scheme, signature);
	const changed = (change) => sent({ ...ORDINARY, ...change }, scheme, signature);
	const more = (number, by) => (BigInt(number) + by).toString();
	const otherwise = (message) => sent(ORDINARY, scheme, key.sign(message));
	return [
		wrong('of another chain', same, { genesisHash: ELSEWHERE }),
		wrong('for another provider', same, { provider: CARL }),
		wrong('of another signer', same, { signer: CARL }),
		wrong('for another agreement', changed({ agreement: '43' })),
		wrong('of a larger amount', changed({ amount: more(ORDINARY.amount, 1n << 56n) })),
		wrong('valid for longer', changed({ validUntil: more(ORDINARY.validUntil, 1n) })),
		wrong('with another signature', otherwise(payload({ ...ORDINARY, agreement: '43' }, PLACE))),
		wrong('signed without the frame of <Bytes>', otherwise(bare(ORDINARY, PLACE))),
		wrong('signed as a hash', otherwise(blake2AsU8a(payload(ORDINARY, PLACE)))),
		wrong('a signature of nothing but zeros', sent(ORDINARY, scheme, new Uint8Array(signature.length))),
	];
}

const signatureOf = (scheme) => keyOf(scheme, '//Alice').sign(payload(ORDINARY, PLACE));
const accountOf = (scheme) => u8aToHex(keyOf(scheme, '//Alice').addressRaw);
const impossible = u8aConcat(signatureOf('ecdsa').subarray(0, 64), [7]);
// Every signature of ECDSA has a twin, and two ways to write its recovery number. The chain takes one of the four.
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const twinOf = (signature) => {
	const s = ORDER - u8aToBigInt(signature.subarray(32, 64), { isLe: false });
	return u8aConcat(signature.subarray(0, 32), bnToU8a(s, { bitLength: 256, isLe: false }), [1 - signature[64]]);
};
const as27 = (signature) => u8aConcat(signature.subarray(0, 64), [27 + signature[64]]);
const wrongs = [
	...['sr25519', 'ed25519', 'ecdsa'].flatMap(wrongsOf),
	{
		name: 'sr25519 said to be ed25519',
		...PLACE,
		signer: accountOf('sr25519'),
		signed: sent(ORDINARY, 'ed25519', signatureOf('sr25519')),
	},
	{
		name: 'ecdsa: with an impossible recovery number',
		...PLACE,
		signer: accountOf('ecdsa'),
		signed: sent(ORDINARY, 'ecdsa', impossible),
	},
	{
		name: 'ecdsa: the twin of a right signature',
		...PLACE,
		signer: accountOf('ecdsa'),
		signed: sent(ORDINARY, 'ecdsa', twinOf(signatureOf('ecdsa'))),
	},
	{
		name: 'ecdsa: a right signature with 27 added to its recovery number',
		...PLACE,
		signer: accountOf('ecdsa'),
		signed: sent(ORDINARY, 'ecdsa', as27(signatureOf('ecdsa'))),
	},
];

const ed25519 = sent(ORDINARY, 'ed25519', signatureOf('ed25519'));
const ecdsa = sent(ORDINARY, 'ecdsa', signatureOf('ecdsa'));
const sr25519 = sent(ORDINARY, 'sr25519', signatureOf('sr25519'));
const truncated = (name, signed, found, least) => ({
	name,
	signed,
	fault: 'truncated',
	message: `the voucher is cut off: it has ${found} bytes, with its signature it must have ${least}`,
});
const trailing = (name, signed, found, expected) => ({
	name,
	signed,
	fault: 'trailing',
	message: `this is not one voucher: it has ${found} bytes, with its signature it must have ${expected}`,
});
const unknown = (name, signed, kind) => ({
	name,
	signed,
	fault: 'unknown-signature',
	message: `the signature is of the unknown kind ${kind}: 0 is ed25519, 1 sr25519, 2 ecdsa`,
});
const malformeds = [
	truncated('nothing', '0x', 0, 97),
	truncated('a voucher without a signature', u8aToHex(bytesOf(ORDINARY)), 32, 97),
	truncated('sr25519: the last byte is missing', sr25519.slice(0, -2), 96, 97),
	truncated('ecdsa: the last byte is missing', ecdsa.slice(0, -2), 97, 98),
	trailing('ed25519: a byte too many', `${ed25519}00`, 98, 97),
	trailing('two vouchers', ed25519 + ed25519.slice(2), 194, 97),
	unknown('an Ethereum signature', u8aToHex(u8aConcat(bytesOf(ORDINARY), [3], new Uint8Array(65))), 3),
	unknown('a payload instead of a voucher', u8aToHex(payload(ORDINARY, PLACE)), 90),
];

// What a provider accepts. The signer is a key of its own: the customer's is another one.
const SIGNER = keyOf('ed25519', '//Alice//vouchers');
const NOW = 1_800_000_000_000;
const AGREEMENT = {
	id: '42',
	...PLACE,
	customer: accountOf('ed25519'),
	signer: u8aToHex(SIGNER.addressRaw),
	class: 'Rpc',
	decimals: 18,
	paid: '1000000000000000000',
	escrow: '9000000000000000000',
	endsAt: '1815552000000',
	expiresAt: '1815552000000',
	disputed: false,
};
const OWED = { class: 'Rpc', decimals: 18, amount: '1450000000000000000' };

function decided(name, { agreement, voucher, owed, key = SIGNER, place = PLACE, redeemAt = NOW }, outcome) {
	const of = { ...ORDINARY, ...voucher };
	const signed = sent(of, key.type, key.sign(payload(of, place)));
	return {
		name,
		agreement: { ...AGREEMENT, ...agreement },
		signed,
		owed: { ...OWED, ...owed },
		redeemAt: String(redeemAt),
		...outcome,
	};
}
const yes = (name, change, pays) => decided(name, change, { pays });
const no = (name, change, reason, message) => decided(name, change, { reason, message });
const END = '1800000060000';
const accepts = [
	yes('what is owed, and a little more', {}, '500000000000000000'),
	yes('exactly what is owed', { owed: { amount: ORDINARY.amount } }, '500000000000000000'),
	yes('all that was paid in', { voucher: { amount: '10000000000000000000' } }, '9000000000000000000'),
	yes('valid for just long enough', { voucher: { validUntil: END } }, '500000000000000000'),
	yes('just before the term ends', { agreement: { endsAt: '1800000060001', expiresAt: '1800000060001' } }, '500000000000000000'),
	yes('just before the notice ends', { agreement: { endsAt: '1800000060001' } }, '500000000000000000'),
	no('for another agreement', { voucher: { agreement: '43' } }, 'other-agreement', 'the voucher is for agreement 43, not for 42'),
	no('of another class', { owed: { class: 'Dns' } }, 'other-class', 'the agreement is for Rpc, and Dns was counted'),
	no('counted in another unit', { owed: { decimals: 12 } }, 'other-decimals', 'the chain counts in 18 decimals, and what is owed in 12'),
	no('in a dispute', { agreement: { disputed: true } }, 'disputed', 'a dispute about the agreement is open'),
	no('when the term is about to end', { agreement: { endsAt: END, expiresAt: END } }, 'term-ends', `the term of the agreement ends at ${END}, too soon to redeem this`),
	no('when a notice is about to end', { agreement: { endsAt: END } }, 'cancelled', `the agreement ends by notice at ${END}, too soon to redeem this`),
	no('that is about to expire', { voucher: { validUntil: '1800000059999' } }, 'expires', 'the voucher is valid until 1800000059999, too short to redeem it'),
	no('a planck less than is owed', { owed: { amount: '1500000000000000001' } }, 'too-little', 'the voucher is for 1500000000000000000 planck, and 1500000000000000001 are owed'),
	no('no more than was paid', { agreement: { paid: ORDINARY.amount } }, 'not-newer', 'the voucher is for 1500000000000000000 planck, and 1500000000000000000 were paid already'),
	no('a planck above the escrow', { voucher: { amount: '10000000000000000001' } }, 'overdraft', 'the voucher is for 10000000000000000001 planck, and 10000000000000000000 were paid in'),
	no('the largest amount', { voucher: { amount: LARGEST.amount } }, 'overdraft', `the voucher is for ${LARGEST.amount} planck, and 10000000000000000000 were paid in`),
	...[
		['signed by the customer, who named another signer', { key: keyOf('ed25519', '//Alice') }],
		['signed for another chain', { place: { ...PLACE, genesisHash: ELSEWHERE } }],
		['signed for another provider', { place: { ...PLACE, provider: CARL } }],
	].map(([name, change]) =>
		no(name, change, 'bad-signature', "the voucher is not signed by the agreement's signer for this provider on this chain"),
	),
];

const about =
	'Test vectors for vouchers, made by vouchers/ts/vectors.js with polkadot.js. Numbers are decimal, bytes hexadecimal; the layout of payload and signed stands in vouchers/src/lib.rs. Signatures of ed25519 and ecdsa are the same each time, those of sr25519 are not: verify them.';
const file = new URL('../vectors.json', import.meta.url);
const all = { about, right: rights, wrong: wrongs, malformed: malformeds, accept: accepts };
writeFileSync(file, `${JSON.stringify(all, null, '\t')}\n`);
