// SPDX-License-Identifier: Apache-2.0
// Values for every type that a runtime knows, as SCALE bytes: made from the types of its metadata alone, so that they owe
// nothing to the encoders of the clients that read them. The same runtime gets the same values.

import assert from 'node:assert/strict';
import { compactToU8a, stringToU8a, u8aConcat } from '@polkadot/util';
import { there } from './there.js';
/**
 * @import {
 *   MetadataV16, Si1Field, Si1Type, Si1TypeDef, Si1TypeDefArray, Si1TypeDefCompact, Si1TypeDefComposite,
 *   Si1TypeDefPrimitive, Si1TypeDefSequence, Si1Variant, SiLookupTypeId
 * } from '@polkadot/types/interfaces'
 */

/** How deep values go into each other before the shortest way out is taken. */
const DEPTH = 8;
/** Most elements of a sequence, and most bytes. */
const ELEMENTS = 3;
const BYTES = 40;
/** Letters of one, two, three and four bytes. */
const LETTERS = ['a', 'Z', '0', ' ', 'é', '€', '😀'];
/** Higher than any type that has an end. */
const ENDLESS = 1_000;
/** How a transaction without a signature begins: the version of its format. */
const BARE = Uint8Array.of(5);
/** How many periods of mortality there are: 2, 4, … blocks; the first is not used. */
const PERIODS = 16;

/** A generator of numbers below 2³² that always gives the same ones: mulberry32. */
function numbers() {
	let state = 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
}

/** @param {bigint} value @param {number} length */
const littleEndian = (value, length) => Uint8Array.from({ length }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));

/**
 * `bytes` with their length before them.
 * @param {Uint8Array} bytes
 */
const counted = (bytes) => u8aConcat(compactToU8a(bytes.length), bytes);

/** @param {Iterable<Si1Field>} fields */
const typesOf = (fields) => [...fields].map(({ type }) => type);

/** Makes values of the types of `metadata`, but of no variant in `without`, each named as in `MultiAddress.Index`. */
export class Values {
	#types;
	/** The type of a call of any pallet. */
	#call;
	/** The index of each pallet with that of each of its errors. */
	#errors;
	#next = numbers();
	/** How deep each type goes at least. */
	#heights = /** @type {Map<number, number>} */ (new Map());
	/** How many values there have been of each kind: they take turns. */
	#turns = /** @type {Map<number | string, number>} */ (new Map());
	/** Of each type with variants that was come across, those of which there has been no value. */
	#missing = /** @type {Map<number, Map<number, string>>} */ (new Map());
	#without;

	/** @param {MetadataV16} metadata @param {string[]} without */
	constructor(metadata, without = []) {
		this.#without = new Set(without);
		this.#types = new Map(metadata.lookup.types.map(({ id, type }) => /** @type {const} */ ([id.toNumber(), type])));
		this.#call = metadata.outerEnums.callType;
		this.#errors = [...metadata.pallets]
			.filter(({ errors }) => errors.isSome)
			.flatMap(({ index, errors }) => this.variants(errors.unwrap().type).map((error) => [index, error.index]));
		this.#measure();
	}

	/**
	 * What is more than the metadata says, by the end of the path of its type.
	 * @type {Record<string, (type: Si1Type, depth: number) => Uint8Array>}
	 */
	#meanings = {
		BTreeMap: (type, depth) => this.#few(type, depth),
		BTreeSet: (type, depth) => this.#few(type, depth),
		Percent: () => this.#share(8, 100n),
		Permill: () => this.#share(32, 10n ** 6n),
		Perbill: () => this.#share(32, 10n ** 9n),
		Perquintill: () => this.#share(64, 10n ** 18n),
		Era: () => this.#era(),
		ModuleError: () => this.#error(),
		UncheckedExtrinsic: (_, depth) => counted(u8aConcat(BARE, this.of(this.#call, depth - 1))),
	};

	/**
	 * A value of the type called `id`.
	 * @param {SiLookupTypeId} id
	 * @returns {Uint8Array}
	 */
	of(id, depth = DEPTH) {
		const type = this.#typeOf(id);
		const meaning = this.#meanings[String(type.path.at(-1))];
		return meaning ? meaning(type, depth) : this.#made(type.def, depth, id);
	}

	/** @param {SiLookupTypeId} id */
	#typeOf = (id) => there(this.#types.get(id.toNumber()), `the type ${id}`);

	/**
	 * A value of the type called `id`, of which the metadata says all.
	 * @param {Si1TypeDef} def
	 * @param {number} depth
	 * @param {SiLookupTypeId} id
	 */
	#made(def, depth, id) {
		switch (def.type) {
			case 'Composite':
				return this.#composite(def.asComposite, depth);
			case 'Variant':
				return this.#variant(depth, id);
			case 'Sequence':
				return this.#sequence(def.asSequence, depth);
			case 'Array':
				return this.#array(def.asArray, depth);
			case 'Tuple':
				return this.all([...def.asTuple], depth - 1);
			case 'Compact':
				return this.#compact(def.asCompact);
			case 'Primitive':
				return this.#primitive(def.asPrimitive);
			default:
				return assert.fail(`there are no values of a ${def.type}`);
		}
	}

	/**
	 * A value of each of the types called `ids`, one after the other.
	 * @param {SiLookupTypeId[]} ids
	 */
	all(ids, depth = DEPTH) {
		return u8aConcat(...ids.map((id) => this.of(id, depth)));
	}

	/**
	 * The fields of a value of the type called `id` that is of this `variant`.
	 * @param {SiLookupTypeId} id
	 * @param {Si1Variant} variant
	 */
	fields(id, variant, depth = DEPTH) {
		this.#note(id, variant);
		return this.all(typesOf(variant.fields), depth);
	}

	/**
	 * Whether there are values of the types called `ids`: of an enumeration without variants there are none.
	 * @param {SiLookupTypeId[]} ids
	 */
	exist = (ids) => ids.every((id) => this.#heights.has(id.toNumber()));

	/**
	 * The variants of the type called `id`.
	 * @param {SiLookupTypeId} id
	 */
	variants(id) {
		const { def, path } = this.#typeOf(id);
		return [...def.asVariant.variants].filter(({ name }) => !this.#without.has(`${path.at(-1)}.${name}`));
	}

	/** The names of the variants that there could have been among the values, and were not. */
	get missing() {
		return [...this.#missing.values()].flatMap((variants) => [...variants.values()]);
	}

	/**
	 * Whether a value of the type called `id` can hold one of a type that `is` says so of.
	 * @param {SiLookupTypeId} id
	 * @param {(type: Si1Type) => boolean} is
	 * @param {Set<number>} seen
	 * @returns {boolean}
	 */
	holds(id, is, seen = new Set()) {
		if (seen.has(id.toNumber())) return false;
		seen.add(id.toNumber());
		const type = this.#typeOf(id);
		return is(type) || this.#parts(type).some((part) => this.holds(part, is, seen));
	}

	/**
	 * The types that `type` is made of.
	 * @param {Si1Type} type
	 */
	#parts({ def, path }) {
		if (path.at(-1)?.eq('UncheckedExtrinsic')) return [this.#call];
		switch (def.type) {
			case 'Composite':
				return typesOf(def.asComposite.fields);
			case 'Variant':
				return [...def.asVariant.variants].flatMap(({ fields }) => typesOf(fields));
			case 'Tuple':
				return [...def.asTuple];
			case 'Sequence':
				return [def.asSequence.type];
			case 'Array':
				return [def.asArray.type];
			case 'Compact':
				return [def.asCompact.type];
			default:
				return [];
		}
	}

	/** @param {number} limit */
	#below = (limit) => this.#next() % limit;

	/**
	 * Numbers the values of the kind `of` from zero on.
	 * @param {number | string} of
	 */
	#turn(of) {
		const turn = this.#turns.get(of) ?? 0;
		this.#turns.set(of, turn + 1);
		return turn;
	}

	/**
	 * A number of `bits` bits: often one of the ends, where encodings differ.
	 * @param {number} bits
	 */
	#number(bits) {
		const most = (1n << BigInt(bits)) - 1n;
		let any = 0n;
		for (let had = 0; had < bits; had += 32) any = (any << 32n) | BigInt(this.#next());
		return [0n, 1n, most, any & most, (any & most) >> BigInt(this.#below(bits))][this.#below(5)];
	}

	/** @param {number} length */
	#bytes = (length) => Uint8Array.from({ length }, () => this.#below(256));

	/**
	 * A share of the whole, in a number of `bits` bits.
	 * @param {number} bits
	 * @param {bigint} whole
	 */
	#share = (bits, whole) => littleEndian(this.#number(bits) % (whole + 1n), bits / 8);

	/** Any error of any pallet, as it is told by those who only know their numbers. */
	#error() {
		const error = this.#errors[this.#turn('error') % this.#errors.length];
		return u8aConcat(...error.map((index) => index.toU8a()), new Uint8Array(3));
	}

	/** For ever, or for a period from one of its blocks on; long periods begin at multiples of a power of two. */
	#era() {
		const power = this.#turn('era') % PERIODS;
		if (power === 0) return Uint8Array.of(0);
		const phase = this.#below(2 ** Math.min(power + 1, 12));
		return littleEndian(BigInt(power + phase * PERIODS), 2);
	}

	/**
	 * A map or a set of one element at most: the order of several is part of what they are.
	 * @param {Si1Type} type
	 * @param {number} depth
	 */
	#few({ def }, depth) {
		const sequence = this.#typeOf(def.asComposite.fields[0].type).def.asSequence;
		return this.#sequence(sequence, depth, 1);
	}

	/** @param {Si1TypeDefComposite} def @param {number} depth */
	#composite = ({ fields }, depth) => this.all(typesOf(fields), depth - 1);

	/** @param {number} depth @param {SiLookupTypeId} id */
	#variant(depth, id) {
		const possible = this.#possible(id);
		assert.ok(possible.length > 0, `type ${id} has no values`);
		/** @param {Si1Variant} variant */
		const height = ({ fields }) => this.#highest(typesOf(fields));
		const lowest = Math.min(...possible.map(height));
		const fits = possible.filter((variant) => depth > 0 || height(variant) === lowest);
		const lacking = fits.find(({ index }) => this.#missing.get(id.toNumber())?.has(index.toNumber()));
		const variant = lacking ?? fits[this.#turn(id.toNumber()) % fits.length];
		return u8aConcat(variant.index.toU8a(), this.fields(id, variant, depth - 1));
	}

	/** @param {SiLookupTypeId} id */
	#possible = (id) => this.variants(id).filter(({ fields }) => this.exist(typesOf(fields)));

	/**
	 * The names of the variants of the type called `id` that there are values of, by their index.
	 * @param {SiLookupTypeId} id
	 * @returns {Map<number, string>}
	 */
	#named(id) {
		const type = this.#typeOf(id).path.join('::');
		return new Map(this.#possible(id).map(({ index, name }) => [index.toNumber(), `${type}.${name}`]));
	}

	/**
	 * There has been a value of this `variant` of the type called `id`.
	 * @param {SiLookupTypeId} id
	 * @param {Si1Variant} variant
	 */
	#note(id, { index }) {
		const missing = this.#missing.get(id.toNumber()) ?? this.#named(id);
		this.#missing.set(id.toNumber(), missing);
		missing.delete(index.toNumber());
	}

	/** @param {Si1TypeDefSequence} def @param {number} depth */
	#sequence({ type }, depth, most = ELEMENTS) {
		if (this.#isByte(type)) return counted(this.#bytes(this.#below(BYTES)));
		const count = depth > 0 && this.exist([type]) ? this.#below(most + 1) : 0;
		return u8aConcat(compactToU8a(count), this.all(Array(count).fill(type), depth - 1));
	}

	/** @param {Si1TypeDefArray} def @param {number} depth */
	#array({ len, type }, depth) {
		const count = len.toNumber();
		return this.#isByte(type) ? this.#bytes(count) : this.all(Array(count).fill(type), depth - 1);
	}

	/** @param {Si1TypeDefCompact} def */
	#compact({ type }) {
		const bits = this.#bitsOf(type);
		return bits === 0 ? new Uint8Array() : compactToU8a(this.#number(bits));
	}

	/** @param {Si1TypeDefPrimitive} def */
	#primitive({ type }) {
		if (type === 'Bool') return Uint8Array.of(this.#below(2));
		if (type === 'Str') {
			const letters = Array.from({ length: this.#below(BYTES) }, () => LETTERS[this.#below(LETTERS.length)]);
			return counted(stringToU8a(letters.join('')));
		}
		const bits = this.#bitsOfNumber(type);
		return littleEndian(this.#number(bits), bits / 8);
	}

	/** @param {SiLookupTypeId} id */
	#isByte(id) {
		const { def } = this.#typeOf(id);
		return def.isPrimitive && def.asPrimitive.isU8;
	}

	/** @param {string} type */
	#bitsOfNumber(type) {
		const [, bits] = /^[UI](\d+)$/.exec(type) ?? [];
		assert.ok(bits, `there are no values of ${type}`);
		return Number(bits);
	}

	/**
	 * The bits of the number that the type called `id` is or wraps; none of nothing.
	 * @param {SiLookupTypeId} id
	 * @returns {number}
	 */
	#bitsOf(id) {
		const type = this.#typeOf(id);
		if (type.def.isPrimitive) return this.#bitsOfNumber(type.def.asPrimitive.type);
		const [part, ...others] = this.#parts(type);
		assert.equal(others.length, 0, `type ${id} is not compact`);
		return part ? this.#bitsOf(part) : 0;
	}

	/** @param {SiLookupTypeId[]} ids */
	#highest = (ids) => Math.max(0, ...ids.map((id) => this.#heights.get(id.toNumber()) ?? ENDLESS));

	/**
	 * What contains itself ends by a variant or a sequence that does not.
	 * @param {Si1Type} type
	 */
	#heightOf(type) {
		const { def } = type;
		if (def.isSequence) return 1;
		if (!def.isVariant) return 1 + this.#highest(this.#parts(type));
		const heights = [...def.asVariant.variants].map(({ fields }) => this.#highest(typesOf(fields)));
		return 1 + Math.min(ENDLESS, ...heights);
	}

	#measure() {
		for (let changed = true; changed; ) {
			changed = false;
			for (const [id, type] of this.#types) {
				const height = this.#heightOf(type);
				if (height >= ENDLESS || height === this.#heights.get(id)) continue;
				this.#heights.set(id, height);
				changed = true;
			}
		}
	}
}
