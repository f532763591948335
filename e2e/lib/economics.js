// SPDX-License-Identifier: Apache-2.0
// What the emission has to mint: the cumulative targets come from the program `curve` of the crate
// `economics`; how a step divides what is due is worked out here once more, in big integers. Journeys are
// too short for its limits to bind.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { CURVE } from './artefacts.js';
import { ledger } from './ledger.js';
import { there } from './there.js';
import { WHOLE, sum } from './units.js';
/** @import { Hash } from '../types/chain.ts' */
/** @import { Block, Chain } from './chain.js' */

/**
 * A target of `curve` for each of `inputs`.
 * @param {string} kind
 * @param {Record<string, number | bigint>} options
 * @param {bigint[]} inputs
 */
function curve(kind, options, inputs) {
	const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
	const { status, stdout, stderr, error } = spawnSync(CURVE, [kind, ...flags], {
		input: inputs.map((input) => `${input}\n`).join(''),
		encoding: 'utf8',
	});
	assert.equal(status, 0, `curve: ${stderr ?? error}`);
	return stdout.trim().split('\n').map(BigInt);
}

/** @param {bigint} a @param {bigint} b */
const minimum = (a, b) => (a < b ? a : b);

/**
 * The value in force of one of the emission's parameters.
 * @param {Chain} chain
 * @param {string} kind
 * @param {Hash} [at]
 */
export async function parameter(chain, kind, at) {
	const all = await chain.view('ParameterChanges', 'parameters', [], at);
	const own = [...all].filter(({ isEmission }) => isEmission).map(({ asEmission }) => asEmission);
	return there(own.find(({ type }) => type === kind), kind).value;
}

/**
 * The budget in force: the shares in the order of the recipients.
 * @param {Chain} chain
 * @param {Hash} [at]
 */
export const budget = async (chain, at) =>
	[...(await parameter(chain, 'Budget', at)).values()].map((share) => share.toBigInt());

/**
 * The options of `curve` for a stream, by their names.
 * @typedef {{ reservoir: bigint, 'half-life-ms': bigint }} Stream
 * @typedef {Stream & { metric: number, baseline: bigint, 'doubling-ms': bigint }} Track
 */

/**
 * The clocks and the ledger after a block.
 * @typedef {Awaited<ReturnType<Schedule['observe']>>} Observation
 */

/** The streams of a chain that has changed no parameter since its genesis. */
export class Schedule {
	/**
	 * @param {Chain} chain
	 * @param {bigint[]} shares the budget
	 * @param {Stream} fixed
	 * @param {Track[]} tracks
	 */
	constructor(chain, shares, fixed, tracks) {
		this.chain = chain;
		this.budget = shares;
		this.fixed = fixed;
		this.tracks = tracks;
	}

	/**
	 * Reads the parameters that the chain began with.
	 * @param {Chain} chain
	 */
	static async of(chain) {
		const genesis = chain.api.genesisHash.toHex();
		const reservoirs = await chain.api.query.emission.initialReservoirs();
		/** @param {string} kind */
		const read = async (kind) => (await parameter(chain, kind, genesis)).toBigInt();
		const shares = await budget(chain, genesis);
		const fixed = {
			reservoir: reservoirs.fixed.toBigInt(),
			'half-life-ms': await read('FixedHalfLife'),
		};
		const kpi = reservoirs.kpi.toBigInt();
		const halfLife = await read('KpiHalfLife');
		const tracks = [...(await parameter(chain, 'Tracks', genesis))].map((track) => ({
			metric: track.metric.toNumber(),
			reservoir: (kpi * track.weight.toBigInt()) / WHOLE,
			'half-life-ms': halfLife,
			baseline: track.baseline.toBigInt(),
			'doubling-ms': track.doubling.isSome ? track.doubling.unwrap().toBigInt() : 0n,
		}));
		// What the division rounds off belongs to the first track.
		tracks[0].reservoir += kpi - sum(tracks.map(({ reservoir }) => reservoir));
		return new Schedule(chain, shares, fixed, tracks);
	}

	/**
	 * The clocks and the ledger after a block.
	 * @param {Block} block
	 */
	async observe({ hash, number }) {
		const { chain } = this;
		const tracks = await chain.view('Emission', 'tracks', [], hash);
		/** @param {{ metric: number }} track */
		const cumulatedOf = ({ metric }) =>
			there([...tracks].find((track) => track.metric.toNumber() === metric), `metric ${metric}`).cumulated.toBigInt();
		return {
			number,
			economicTime: (await chain.view('Emission', 'economic_time', [], hash)).toBigInt(),
			cumulated: this.tracks.map(cumulatedOf),
			minted: (await ledger(chain, hash)).minted,
		};
	}

	/**
	 * What all streams have released by each of `observations`: the fixed one, then the tracks.
	 * @param {Observation[]} observations
	 */
	#released(observations) {
		const fixed = curve('fixed', this.fixed, observations.map((seen) => seen.economicTime));
		const kpis = this.tracks.map(({ metric: _, ...options }, index) =>
			curve('kpi', options, observations.map((seen) => seen.cumulated[index])),
		);
		return observations.map((_, i) => [fixed[i], ...kpis.map((targets) => targets[i])]);
	}

	/**
	 * What a step mints from each stream of which so much is `due`, where no limit binds: all of it, less the
	 * dust of dividing it by the budget. The fixed stream comes first, the others get their part of the rest,
	 * the first ones what rounding leaves over.
	 * @param {bigint[]} due
	 */
	#step([fixed, ...tracks]) {
		const due = fixed + sum(tracks);
		const paid = sum(this.budget.map((share) => (due * share) / WHOLE));
		const first = minimum(fixed, paid);
		const left = paid - first;
		const parts = tracks.map((amount) => (left < sum(tracks) ? (amount * left) / sum(tracks) : amount));
		let rest = left - sum(parts);
		return [
			first,
			...parts.map((part, i) => {
				const more = minimum(rest, tracks[i] - part);
				rest -= more;
				return part + more;
			}),
		];
	}

	/**
	 * Compares what each block minted by cause with what it had to, to the planck, from the first of
	 * `observations` to the last; they are of consecutive blocks. Yields what each had to mint.
	 * @param {Observation[]} observations
	 */
	check(observations) {
		const causes = ['Fixed', ...this.tracks.map(({ metric }) => `Kpi ${metric}`)];
		/** @param {{ minted: Map<string, bigint> }} seen */
		const ledgerOf = ({ minted }) => causes.map((cause) => minted.get(cause) ?? 0n);
		const released = this.#released(observations);
		return observations.slice(1).map((after, index) => {
			const before = observations[index];
			const due = released[index + 1].map((amount, i) => amount - ledgerOf(before)[i]);
			const expected = this.#step(due);
			const actual = ledgerOf(after).map((amount, i) => amount - ledgerOf(before)[i]);
			assert.deepEqual(actual, expected, `block ${after.number} mints ${causes}`);
			return { fixed: expected[0], kpis: expected.slice(1), kpi: sum(expected.slice(1)) };
		});
	}
}
