// SPDX-License-Identifier: Apache-2.0
// All that the runtime shows to clients, with both of them: walked by the metadata, so that what is added is swept as well.
// What is left out is named here, with the reason.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ApiPromise, WsProvider } from '@polkadot/api';
import { compactAddLength, hexToU8a, stringToHex, u8aConcat, u8aEq, u8aToHex } from '@polkadot/util';
import { xxhashAsHex } from '@polkadot/util-crypto';
import { getTypedCodecs } from 'polkadot-api';
import { destra } from '../.papi/descriptors/dist/index.js';
import { GENESIS, deeds } from '../lib/deeds.js';
import { journey } from '../lib/journey.js';
import { follow, withPapi } from '../lib/papi.js';
import { Values } from '../lib/scale.js';
import { GUESSED, Surface } from '../lib/surface.js';
import { there } from '../lib/there.js';
import { MINUTE } from '../lib/units.js';
/** @import { Block, Chain } from '../lib/chain.js' */
/** @import { ByName, Codecs, Place, StorageItem } from '../lib/surface.js' */
/** @import { Api, Cell, Entry } from '../types/chain.ts' */
/** @import { Si1Type } from '@polkadot/types/interfaces' */

const CLIENTS = readFileSync(new URL('../../docs/clients.md', import.meta.url), 'utf8');

/** Many thousand values: twice as long as a journey may take, and a tenth of it on a machine that does nothing else. */
const PATIENCE = 4 * MINUTE;
/** How often each call is made and each question asked. */
const TIMES = 3;
/** More rounds than it takes until each variant of each type has been among the values. */
const ROUNDS = 50;

/**
 * PAPI reads the error of a pallet by its name, and has no use for writing it: it leaves its last bytes out.
 * @param {Si1Type} type
 */
const isPalletError = ({ path }) => path.at(-1)?.eq('ModuleError') ?? false;

/**
 * Whether PAPI writes what it has read in a place.
 * @param {Values} values
 * @param {Place} place
 */
const writes = (values, { parts }) => !parts.some((type) => values.holds(type, isPalletError));

/** What only a node asks, about a block that it makes, imports or has the keys for: nobody can ask it about the last one. */
const OF_NODES = [
	/^Core\.(execute|initialize)_block$/,
	/^BlockBuilder\./,
	/^OffchainWorkerApi\./,
	/^SessionKeys\.generate_session_keys$/,
];

/** Answers that are bytes within bytes: polkadot.js takes their length for a part of them, and none for some. docs/clients.md says so. */
const OPAQUE = [/^Metadata\.metadata(_at_version)?$/, /\.generate_key_ownership_proof$/, /^GenesisBuilder\.get_preset$/];

/** Pallets of the SDK whose authors have left something undescribed. */
const UNDESCRIBED = /^TransactionPayment/;

/** Keys of the storage that belong to no entry: the runtime itself, and the version of what each pallet has there. */
const CODE = stringToHex(':code');
const VERSION = xxhashAsHex(':__STORAGE_VERSION__:', 128).slice(2);

/**
 * PAPI, by the names of the chain, which none of its types are asked for here.
 * @typedef {(...given: unknown[]) => Promise<unknown>} Question
 * @typedef {{ at: string }} At
 * @typedef {object} Stored
 * @property {(at: At) => Promise<{ keyArgs: unknown[], value: unknown }[]>} getEntries
 * @property {(at: At) => Promise<unknown>} getValue
 * @property {(...keyArgs: unknown[]) => Promise<string>} getKey
 *
 * @typedef {ByName<{ isCompatible: () => boolean }>} Fitting
 * @typedef {Record<'tx' | 'event' | 'constants' | 'query' | 'view' | 'apis', Fitting>} Compat
 *
 * @typedef {object} Papi
 * @property {ByName<(value: unknown) => { getEncodedData: () => Promise<Uint8Array> }>} tx
 * @property {ByName<Question>} constants
 * @property {ByName<Stored>} query
 * @property {ByName<Question>} view
 * @property {ByName<Question>} apis
 * @property {(bytes: Uint8Array) => Promise<{ decodedCall: { type: string, value: { type: string, value: unknown } } }>} txFromCallData
 * @property {() => Promise<{ compat: Compat }>} getStaticApis
 *
 * @typedef {object} All
 * @property {Chain} chain
 * @property {Api} api
 * @property {Surface} surface
 * @property {Values} values
 * @property {Codecs} codecs
 * @property {Block} head
 * @property {Papi} papi
 * @property {At} at
 */

journey('both clients read and write all that the runtime shows, to the byte', async (chain, say) => {
	await deeds(chain);
	const { api } = chain;
	const surface = new Surface(api);
	const sweep = {
		chain,
		api,
		surface,
		values: new Values(surface.metadata, GUESSED),
		codecs: /** @type {Codecs} */ (/** @type {unknown} */ (await getTypedCodecs(destra))),
		head: await chain.head(),
	};
	await withPapi(chain, async (client) => {
		await follow(client, sweep.head);
		const papi = /** @type {Papi} */ (/** @type {unknown} */ (client.getTypedApi(destra)));
		const all = { ...sweep, papi, at: { at: sweep.head.hash } };
		await fits(all);
		described(all);
		say(bytes(all));
		say(await calls(all));
		errors(all);
		await constants(all);
		say(await storage(all));
		say(await views(all));
		say(await apis(all));
	});
	guesses(sweep);
	await warnings(chain);
}, PATIENCE, { genesis: GENESIS });

/**
 * Asserts that `bytes` are the `expected` ones.
 * @param {Uint8Array} bytes
 * @param {Uint8Array} expected
 * @param {unknown} what
 */
const same = (bytes, expected, what) => assert.equal(u8aToHex(bytes), u8aToHex(expected), String(what));

/**
 * Nothing that the descriptors tell is otherwise in the runtime of the node.
 * @param {All} all
 */
async function fits({ papi, surface }) {
	const { compat } = await papi.getStaticApis();
	/**
	 * @param {string} kind
	 * @param {string} name
	 * @param {{ isCompatible: () => boolean }} entry
	 */
	const fit = (kind, name, entry) => assert.ok(entry.isCompatible(), `${kind} ${name} is not as in the descriptors`);
	for (const { kind, pallet, name } of [...surface.calls, ...surface.events]) {
		const of = kind === 'call' ? compat.tx : compat.event;
		fit(kind, `${pallet.name}.${name}`, of[`${pallet.name}`][name]);
	}
	for (const { name, papi } of surface.constants) fit('constants', name, papi(compat));
	for (const { name, papi } of surface.storage) fit('storage', name, papi(compat));
	for (const { name, papi } of surface.views) fit('views', name, papi(compat));
	for (const { name, papi } of surface.apis) fit('apis', name, papi(compat));
}

/**
 * Everything says what it is.
 * @param {All} all
 */
function described({ surface }) {
	const { calls, events, errors, constants, storage, views, apis } = surface;
	const places = [...calls, ...events].map(({ pallet, name, variant }) => ({ name: `${pallet.name}.${name}`, docs: there(variant).docs }));
	const failures = errors.map(({ pallet, name, one }) => ({ name: `${pallet.name}.${name}`, docs: one.docs }));
	const all = [...places, ...failures, ...constants, ...storage, ...views, ...apis];
	for (const { name, docs } of all.filter(({ name }) => !UNDESCRIBED.test(name))) {
		assert.notEqual([...docs].join('').trim(), '', `nothing is said of ${name}`);
	}
}

/**
 * Values of everything, until each variant has been among them, are read by both clients and written as they were.
 * @param {All} all
 */
function bytes({ api, surface, values, codecs }) {
	const places = surface.places.filter(({ variant, parts }) => variant || parts.length > 0);
	let count = 0;
	let rounds = 0;
	do {
		rounds += 1;
		assert.ok(rounds <= ROUNDS, `never among the values: ${values.missing}`);
		for (const place of places) {
			const made = place.value(values);
			const what = `${place}: ${u8aToHex(made)}`;
			same(place.polkadot(api, made).toU8a(), place.whole(made), `polkadot.js, ${what}`);
			const codec = place.codec(codecs);
			const read = codec.dec(made);
			if (writes(values, place)) same(codec.enc(read), made, `PAPI, ${what}`);
			count += 1;
		}
	} while (values.missing.length > 0);
	return `${places.length} places, ${count} values in ${rounds} rounds: the same bytes by polkadot.js and by PAPI`;
}

/**
 * Each call is made of its arguments as a program would, by both clients, and the runtime reads what they write.
 * @param {All} all
 */
async function calls({ api, chain, papi, surface, values }) {
	/** @param {Si1Type} type */
	const isCall = (type) => type === surface.callType;
	const { calls } = surface;
	for (const place of calls) {
		const nested = place.parts.some((type) => values.holds(type, isCall));
		for (let time = 0; time < TIMES; time += 1) {
			const whole = place.whole(place.value(values));
			const what = `${place}: ${u8aToHex(whole)}`;
			const { section, method, args } = api.createType('Call', whole);
			// A call in JSON is nothing that polkadot.js makes a call of.
			const given = nested ? args : args.map((argument) => argument.toJSON());
			same(api.tx[String(section)][String(method)](...given).method.toU8a(), whole, `polkadot.js, ${what}`);
			const { type, value } = (await papi.txFromCallData(whole)).decodedCall;
			assert.equal(`${type}.${value.type}`, `${place.pallet.name}.${place.name}`);
			same(await papi.tx[type][value.type](value.value).getEncodedData(), whole, `PAPI, ${what}`);
			await weigh(chain, whole).catch((error) => assert.fail(`the runtime does not read ${what}: ${error.message}`));
		}
	}
	return `${calls.length} calls made and weighed`;
}

/**
 * Asks the runtime what a call weighs and costs, without polkadot.js, which would write of each failure.
 * @param {Chain} chain
 * @param {Uint8Array} call
 */
const weigh = (chain, call) =>
	chain.rpc('state_call', 'TransactionPaymentCallApi_query_call_info', u8aToHex(u8aConcat(call, new Uint8Array(4))));

/**
 * Each error is found by its numbers, under its name.
 * @param {All} all
 */
function errors({ api, surface }) {
	assert.ok(surface.errors.length > 0);
	for (const { pallet, one, name } of surface.errors) {
		const error = u8aConcat(one.index.toU8a(), new Uint8Array(3));
		const found = api.registry.findMetaError({ index: pallet.index, error: api.createType('[u8; 4]', error) });
		assert.equal(found.name, name);
	}
}

/** @param {All} all */
async function constants({ api, papi, surface, codecs }) {
	for (const { name, raw, polkadot, papi: of, place } of surface.constants) {
		same(polkadot(api).toU8a(), raw, `polkadot.js, ${name}`);
		same(place.codec(codecs).enc(await of(papi)()), raw, `PAPI, ${name}`);
	}
}

/**
 * All keys in the storage after `block`.
 * @param {Chain} chain
 * @param {Block} block
 */
async function keysOf(chain, { hash }) {
	/** @type {string[]} */
	const keys = [];
	for (let more = true; more; ) {
		const page = await chain.rpc('state_getKeysPaged', '0x', 1000, keys.at(-1) ?? null, hash);
		keys.push(...page);
		more = page.length === 1000;
	}
	return keys;
}

/**
 * All that is stored belongs to an entry of the metadata, and both clients find it there.
 * @param {All} all
 */
async function storage(all) {
	const { api, chain, head, surface } = all;
	const keys = (await keysOf(chain, head)).filter((key) => key !== CODE && !key.endsWith(VERSION));
	const known = await api.at(head.hash);
	/**
	 * @param {string} key
	 * @returns {Promise<[key: string, value: Uint8Array]>}
	 */
	const valueAt = async (key) => [key, hexToU8a(await chain.rpc('state_getStorage', key, head.hash))];
	const left = new Set(keys);
	let filled = 0;
	for (const entry of surface.storage) {
		const query = entry.polkadot(known);
		const stored = new Map(await Promise.all(keys.filter((key) => key.startsWith(query.keyPrefix())).map(valueAt)));
		await (entry.isMap ? map : single)(all, entry, query, stored);
		for (const key of stored.keys()) left.delete(key);
		filled += Math.min(1, stored.size);
	}
	assert.deepEqual([...left], [], 'each key belongs to an entry');
	return `${keys.length} values in ${filled} of ${surface.storage.length} entries of the storage`;
}

/**
 * What PAPI has read in the `entry` is what is `stored`.
 * @param {All} all
 * @param {StorageItem} entry
 * @param {unknown} read
 * @param {Uint8Array | undefined} stored
 * @param {string} key
 */
function sameEntry({ codecs, values }, { name, value }, read, stored, key) {
	if (!writes(values, value)) return;
	same(value.codec(codecs).enc(read), there(stored, key), `PAPI, ${name} at ${key}`);
}

/**
 * An entry with keys: each of them is found, and the value of each read.
 * @param {All} all
 * @param {StorageItem} entry
 * @param {Entry} query
 * @param {Map<string, Uint8Array>} stored
 */
async function map(all, entry, query, stored) {
	const { papi, at } = all;
	const byPolkadot = await query.entries();
	assert.equal(byPolkadot.length, stored.size, entry.name);
	for (const [key, value] of byPolkadot) same(read(entry, value).toU8a(), there(stored.get(key.toHex())), `polkadot.js, ${entry.name} at ${key.toHex()}`);
	const byPapi = await entry.papi(papi).getEntries(at);
	assert.equal(byPapi.length, stored.size, entry.name);
	for (const { keyArgs, value } of byPapi) {
		const key = await entry.papi(papi).getKey(...keyArgs);
		sameEntry(all, entry, value, stored.get(key), key);
	}
}

/**
 * An entry of one value: if there is none, of the one that the metadata says instead, where it does.
 * @param {All} all
 * @param {StorageItem} entry
 * @param {Entry} query
 * @param {Map<string, Uint8Array>} stored
 */
async function single(all, entry, query, stored) {
	const { papi, at } = all;
	const [key, bytes] = [...stored][0] ?? [query.keyPrefix(), entry.fallback];
	const [byPolkadot, byPapi] = [await query(), await entry.papi(papi).getValue(at)];
	if (bytes === undefined) {
		assert.ok(byPolkadot.isNone && byPapi === undefined, entry.name);
		return;
	}
	same(read(entry, byPolkadot).toU8a(), bytes, `polkadot.js, ${entry.name}`);
	sameEntry(all, entry, byPapi, bytes, key);
}

/**
 * What polkadot.js has read in an entry that may be without a value, and has one.
 * @param {StorageItem} entry
 * @param {Cell} value
 */
const read = ({ optional }, value) => (optional ? value.unwrap() : value);

/**
 * What a question is asked with, of which these are the bytes.
 * @param {Codecs} codecs
 * @param {Place} input
 * @param {Uint8Array} bytes
 */
const givenIn = (codecs, input, bytes) => /** @type {unknown[]} */ (input.codec(codecs).dec(bytes));

/** @param {All} all */
async function views({ api, papi, at, chain, surface, values, codecs, head }) {
	for (const { name, id, input, output, papi: of } of surface.views) {
		for (let time = 0; time < TIMES; time += 1) {
			const given = input.value(values);
			const what = `${name} of ${u8aToHex(given)}`;
			const question = u8aToHex(u8aConcat(id.toU8a(), compactAddLength(given)));
			const answer = hexToU8a(await chain.rpc('state_call', 'RuntimeViewFunction_execute_view_function', question, head.hash));
			assert.equal(answer[0], 0, `${what} fails: ${u8aToHex(answer)}`);
			const bytes = api.createType('Bytes', answer.subarray(1)).toU8a(true);
			same(output.polkadot(api, bytes).toU8a(), bytes, `polkadot.js, ${what}`);
			const read = await of(papi)(...givenIn(codecs, input, given), at);
			if (writes(values, output)) same(output.codec(codecs).enc(read), bytes, `PAPI, ${what}`);
		}
	}
	return `${surface.views.length} view functions`;
}

/** @param {All} all */
async function apis({ api, papi, at, chain, surface, values, codecs, head }) {
	const known = await api.at(head.hash);
	const asked = surface.apis.filter(({ name }) => !OF_NODES.some((left) => left.test(name)));
	for (const { name, input, output, papi: of, polkadot } of asked) {
		for (let time = 0; time < TIMES; time += 1) {
			const given = input.value(values);
			const what = `${name} of ${u8aToHex(given)}`;
			const answer = await chain.rpc('state_call', name.replace('.', '_'), u8aToHex(given), head.hash);
			const heard = await polkadot(known)(...input.each(api, given));
			if (!OPAQUE.some((opaque) => opaque.test(name))) same(heard.toU8a(), hexToU8a(answer), `polkadot.js, ${what}`);
			const read = await of(papi)(...givenIn(codecs, input, given), at);
			if (writes(values, output)) same(output.codec(codecs).enc(read), hexToU8a(answer), `PAPI, ${what}`);
		}
	}
	return `${asked.length} of ${surface.apis.length} methods of runtime APIs`;
}

/**
 * Should polkadot.js no longer guess, the note in docs/clients.md goes, and with it what is left out above.
 * @param {Pick<All, 'api'>} all
 */
function guesses({ api }) {
	/** @param {Uint8Array} bytes */
	const read = (bytes) => api.createType('MultiAddress', bytes);
	for (const address of [Uint8Array.of(1), Uint8Array.of(2, 0)]) assert.ok(!u8aEq(read(address).toU8a(), address));
	// Of twenty bytes, and what follows it in a call.
	assert.equal(read(new Uint8Array(32).fill(4)).type, 'Id');
}

/**
 * polkadot.js writes nothing on connecting but what docs/clients.md names.
 * @param {Chain} chain
 */
async function warnings({ node }) {
	/** @type {string[]} */
	const lines = [];
	const levels = /** @type {const} */ (['debug', 'error', 'info', 'log', 'warn']);
	const usual = levels.map((level) => console[level]);
	for (const level of levels) console[level] = (/** @type {unknown[]} */ ...words) => lines.push(words.join(' '));
	try {
		const provider = new WsProvider(node.url);
		await (await ApiPromise.create({ provider, throwOnConnect: true })).disconnect();
	} finally {
		levels.forEach((level, index) => (console[level] = usual[index]));
	}
	const told = [...CLIENTS.matchAll(/^- `([A-Z/-]+: [^`…]+)/gm)].map(([, line]) => line);
	assert.equal(lines.length, told.length, lines.join('\n'));
	for (const line of lines) assert.ok(told.some((known) => line.includes(known)), `docs/clients.md does not tell: ${line}`);
}
