// SPDX-License-Identifier: Apache-2.0
// What the emission has to mint: the cumulative targets come from the program `curve` of the crate
// `economics`; how a step divides what is due is worked out here once more, in big integers. Journeys are
// too short for its limits to bind.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { CURVE } from './artefacts.js';
import { ledger } from './ledger.js';
import { WHOLE, sum } from './units.js';

/** A target of `curve` for each of `inputs`. */
function curve(kind, options, inputs) {
	const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
	const { status, stdout, stderr, error } = spawnSync(CURVE, [kind, ...flags], {
		input: inputs.map((input) => `${input}\n`).join(''),
		encoding: 'utf8',
	});
	assert.equal(status, 0, `curve: ${stderr ?? error}`);
	return stdout.trim().split('\n').map(BigInt);
}

const minimum = (a, b) => (a < b ? a : b);

/** The value of one of the emission's parameters. */
export async function parameter(chain, kind, at) {
	const all = await chain.view('Emission', 'parameters', [], at);
	return [...all].find((value) => value.type === kind).value;
}

/** The budget in force: the shares in the order of the recipients. */
export const budget = async (chain, at) =>
	[...(await parameter(chain, 'Budget', at)).values()].map((share) => share.toBigInt());

/** The streams of a chain that has changed no parameter since its genesis. */
export class Schedule {
	/** Reads the parameters that the chain began with. */
	static async of(chain) {
		const genesis = chain.api.genesisHash.toHex();
		const reservoirs = await chain.api.query.emission.initialReservoirs();
		const read = async (kind) => (await parameter(chain, kind, genesis)).toBigInt();
		const schedule = new Schedule();
		schedule.chain = chain;
		schedule.budget = await budget(chain, genesis);
		schedule.fixed = {
			reservoir: reservoirs.fixed.toBigInt(),
			'half-life-ms': await read('FixedHalfLife'),
		};
		const kpi = reservoirs.kpi.toBigInt();
		const halfLife = await read('KpiHalfLife');
		schedule.tracks = [...(await parameter(chain, 'Tracks', genesis))].map((track) => ({
			metric: track.metric.toNumber(),
			reservoir: (kpi * track.weight.toBigInt()) / WHOLE,
			'half-life-ms': halfLife,
			baseline: track.baseline.toBigInt(),
			'doubling-ms': track.doubling.isSome ? track.doubling.unwrap().toBigInt() : 0n,
		}));
		// What the division rounds off belongs to the first track.
		schedule.tracks[0].reservoir += kpi - sum(schedule.tracks.map(({ reservoir }) => reservoir));
		return schedule;
	}

	/** The clocks and the ledger after a block. */
	async observe({ hash, number }) {
		const { chain } = this;
		const tracks = await chain.view('Emission', 'tracks', [], hash);
		const cumulatedOf = ({ metric }) =>
			[...tracks].find((track) => track.metric.toNumber() === metric).cumulated.toBigInt();
		return {
			number,
			economicTime: (await chain.view('Emission', 'economic_time', [], hash)).toBigInt(),
			cumulated: this.tracks.map(cumulatedOf),
			minted: (await ledger(chain, hash)).minted,
		};
	}

	/** What all streams have released by each of `observations`: the fixed one, then the tracks. */
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
	 */
	check(observations) {
		const causes = ['Fixed', ...this.tracks.map(({ metric }) => `Kpi ${metric}`)];
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
