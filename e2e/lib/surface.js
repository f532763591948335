// SPDX-License-Identifier: Apache-2.0
// All that a runtime shows to clients, as its metadata lists it. No name of the chain stands here: what is added to the
// runtime is found.

import { stringCamelCase, u8aConcat } from '@polkadot/util';
import { there } from './there.js';
/** @import { Api, State } from '../types/chain.ts' */
/** @import { Values } from './scale.js' */
/** @import { Option, Text, u8 } from '@polkadot/types' */
/**
 * @import {
 *   PalletCallMetadataV16, PalletErrorMetadataV16, PalletEventMetadataV16, PalletMetadataV16,
 *   PalletViewFunctionMetadataV16, RuntimeApiMethodMetadataV16, Si1Variant, SiLookupTypeId, StorageEntryTypeV14
 * } from '@polkadot/types/interfaces'
 */

/**
 * Kinds of addresses that lead to no account of this chain. polkadot.js guesses which kind it has before it from how many
 * bytes are left, and is wrong with these; docs/clients.md says so.
 */
export const GUESSED = ['Index', 'Raw', 'Address20'].map((kind) => `MultiAddress.${kind}`);

/**
 * What there is for each name of the chain.
 * @template T
 * @typedef {Record<string, Record<string, T>>} ByName
 */

/**
 * How PAPI reads and writes something, and all that it does so with.
 * @typedef {{ enc: (value: unknown) => Uint8Array, dec: (bytes: Uint8Array) => unknown }} Codec
 * @typedef {ByName<{ args: Codec, value: Codec }>} Pairs
 * @typedef {{ tx: ByName<Codec>, event: ByName<Codec>, constants: ByName<Codec>, query: Pairs, view: Pairs, apis: Pairs }} Codecs
 */

/**
 * `variant` of `pallet`, of the `type` for all of its kind, or the `types`, one after the other, are what a place consists of.
 * @typedef {{ name: Text, index?: u8 }} Owner
 * @typedef {{ kind: string, pallet: Owner, name: string, codec: (codecs: Codecs) => Codec }} Named
 * @typedef {{ type: SiLookupTypeId, variant: Si1Variant } | { types: SiLookupTypeId[] }} Content
 */

/** @typedef {Surface['storage'][number]} StorageItem */

/**
 * The types of the keys of a map in the storage.
 * @param {Api} api
 * @param {StorageEntryTypeV14['asMap']} map
 */
function keyTypes({ registry }, { hashers, key }) {
	return hashers.length === 1 ? [key] : [...registry.lookup.getSiType(key).def.asTuple];
}

/** Something that clients read and write in bytes. */
export class Place {
	/**
	 * `kind` says what it is a part of, for people; `content` what it consists of; `codec`, given all codecs of PAPI, which of
	 * them reads it.
	 * @param {Named & Content} place
	 */
	constructor({ kind, pallet, name, codec, ...content }) {
		this.kind = kind;
		this.pallet = pallet;
		this.name = name;
		this.codec = codec;
		this.content = content;
	}

	/** The variant that it is, if it is one. */
	get variant() {
		return 'variant' in this.content ? this.content.variant : undefined;
	}

	toString() {
		return `${this.kind} ${this.pallet.name}.${this.name}`;
	}

	/** The types of what it consists of. */
	get parts() {
		return 'variant' in this.content ? this.content.variant.fields.map(({ type }) => type) : this.content.types;
	}

	/**
	 * A value of it, made by `values`.
	 * @param {Values} values
	 */
	value = (values) =>
		'variant' in this.content ? values.fields(this.content.type, this.content.variant) : values.all(this.content.types);

	/**
	 * What polkadot.js reads in `bytes`, and its name for that.
	 * @param {Api} api
	 * @param {Uint8Array} bytes
	 */
	polkadot({ registry }, bytes) {
		const known = new Map([['call', 'Call'], ['event', 'Event']]).get(this.kind);
		if (known) return registry.createType(known, this.whole(bytes));
		const [only, ...others] = this.parts.map((type) => registry.createLookupType(type));
		return registry.createType(others.length === 0 ? only : `(${[only, ...others]})`, bytes);
	}

	/**
	 * What polkadot.js reads in `bytes`, one by one.
	 * @param {Api} api
	 * @param {Uint8Array} bytes
	 */
	each({ registry }, bytes) {
		let from = 0;
		return this.parts.map((type) => {
			const value = registry.createType(registry.createLookupType(type), bytes.subarray(from));
			from += value.encodedLength;
			return value;
		});
	}

	/**
	 * The call or event with the fields `bytes`, as it stands in a block.
	 * @param {Uint8Array} bytes
	 */
	whole = (bytes) =>
		this.variant ? u8aConcat(there(this.pallet.index).toU8a(), this.variant.index.toU8a(), bytes) : bytes;
}

/**
 * The variants of the type that a pallet has for its calls, events or errors.
 * @param {Api} api
 * @param {Option<PalletCallMetadataV16 | PalletEventMetadataV16 | PalletErrorMetadataV16>} type
 */
const variants = ({ registry }, type) =>
	type.isSome ? [...registry.lookup.getSiType(type.unwrap().type).def.asVariant.variants] : [];

/**
 * What polkadot.js calls the `name` of a pallet or a runtime API.
 * @param {Text} name
 */
const lower = (name) => stringCamelCase(name.toString());

/** All of it. */
export class Surface {
	#api;

	/** @param {Api} api */
	constructor(api) {
		this.#api = api;
		this.metadata = api.runtimeMetadata.asV16;
		/** The type of a call of any pallet. */
		this.callType = api.registry.lookup.getSiType(this.metadata.outerEnums.callType);
	}

	/**
	 * Each pallet with each of what `list` finds in it.
	 * @template {{ name: Text }} T
	 * @param {(pallet: PalletMetadataV16) => T[]} list
	 */
	#each = (list) => [...this.metadata.pallets].flatMap((pallet) => list(pallet).map((one) => ({ pallet, one, name: one.name.toString() })));

	get calls() {
		return this.#each(({ calls }) => variants(this.#api, calls)).map(
			({ pallet, one, name }) =>
				new Place({ kind: 'call', pallet, name, type: pallet.calls.unwrap().type, variant: one, codec: ({ tx }) => tx[`${pallet.name}`][name] }),
		);
	}

	get events() {
		return this.#each(({ events }) => variants(this.#api, events)).map(
			({ pallet, one, name }) =>
				new Place({ kind: 'event', pallet, name, type: pallet.events.unwrap().type, variant: one, codec: ({ event }) => event[`${pallet.name}`][name] }),
		);
	}

	get errors() {
		return this.#each(({ errors }) => variants(this.#api, errors));
	}

	get constants() {
		return this.#each(({ constants }) => [...constants]).map(({ pallet, one, name }) => ({
			name: `${pallet.name}.${name}`,
			docs: one.docs,
			raw: one.value.toU8a(true),
			/** @param {Api} api */
			polkadot: ({ consts }) => consts[lower(pallet.name)][lower(one.name)],
			/** @type {<T>(of: { constants: ByName<T> }) => T} */
			papi: ({ constants }) => constants[`${pallet.name}`][name],
			place: new Place({ kind: 'constant', pallet, name, types: [one.type], codec: ({ constants }) => constants[`${pallet.name}`][name] }),
		}));
	}

	get storage() {
		return this.#each(({ storage }) => (storage.isSome ? [...storage.unwrap().items] : [])).map(({ pallet, one, name }) => {
			const { isMap } = one.type;
			const types = [isMap ? one.type.asMap.value : one.type.asPlain];
			const keys = isMap ? keyTypes(this.#api, one.type.asMap) : [];
			const value = new Place({ kind: 'storage', pallet, name, types, codec: ({ query }) => query[`${pallet.name}`][name].value });
			const key = new Place({ kind: 'key', pallet, name, types: keys, codec: ({ query }) => query[`${pallet.name}`][name].args });
			const optional = one.modifier.isOptional;
			return {
				name: `${pallet.name}.${name}`,
				docs: one.docs,
				isMap,
				optional,
				/** What there is where nothing is stored. */
				fallback: optional ? undefined : one.fallback.toU8a(true),
				value,
				key,
				/** @param {State} state */
				polkadot: ({ query }) => there(Object.values(query[lower(pallet.name)]).find(({ creator }) => creator.meta.name.eq(one.name))),
				/** @type {<T>(of: { query: ByName<T> }) => T} */
				papi: ({ query }) => query[`${pallet.name}`][name],
			};
		});
	}

	get views() {
		return this.#each(({ viewFunctions }) => [...viewFunctions]).map(({ pallet, one, name }) => ({ ...this.#question('view', pallet, one, name), id: one.id }));
	}

	get apis() {
		return [...this.metadata.apis].flatMap((api) =>
			[...api.methods].map((one) => ({
				...this.#question('apis', api, one, one.name.toString()),
				/** @param {State} state */
				polkadot: ({ call }) => call[lower(api.name)][lower(one.name)],
			})),
		);
	}

	/**
	 * A view function or a method of a runtime API: what is given and what comes back.
	 * @param {'view' | 'apis'} kind
	 * @param {Owner} owner
	 * @param {PalletViewFunctionMetadataV16 | RuntimeApiMethodMetadataV16} question
	 * @param {string} name
	 */
	#question(kind, owner, { inputs, output, docs }, name) {
		const types = [...inputs].map(({ type }) => type);
		/** @type {<U>(all: { view: ByName<U>, apis: ByName<U> }) => U} */
		const of = (all) => all[kind][`${owner.name}`][name];
		return {
			name: `${owner.name}.${name}`,
			docs,
			papi: of,
			input: new Place({ kind: `${kind} input`, pallet: owner, name, types, codec: (codecs) => of(codecs).args }),
			output: new Place({ kind: `${kind} output`, pallet: owner, name, types: [output], codec: (codecs) => of(codecs).value }),
		};
	}

	/** Everything that has bytes. */
	get places() {
		const pairs = [...this.storage.flatMap(({ value, key }) => [value, key]), ...[...this.views, ...this.apis].flatMap(({ input, output }) => [input, output])];
		return [...this.calls, ...this.events, ...this.constants.map(({ place }) => place), ...pairs];
	}
}
