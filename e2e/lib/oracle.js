// SPDX-License-Identifier: Apache-2.0
// Reporters, rounds and metrics of the KPI oracle.

/** The metrics of the chain. */
export const STORAGE = 0;
export const GPU_HOURS = 1;
export const PAID_VOLUME = 2;
export const AVAILABILITY = 3;

/** Every metric that is reported and not metered. */
export const REPORTED = [STORAGE, GPU_HOURS, AVAILABILITY];

/** A report of all reported metrics. Below every baseline, so that all of it counts. */
export const report = (storage = 50, gpuHours = 12, availability = 9_800) => [
	[STORAGE, storage],
	[GPU_HOURS, gpuHours],
	[AVAILABILITY, availability],
];

/** The settings in force: times in milliseconds, the bond in planck, its part in parts per billion. */
export async function settings({ api }) {
	const { bond, ...others } = (await api.call.kpiOracleApi.settings()).toJSON();
	return { ...others, bond: BigInt(bond) };
}

/**
 * Makes the only reporter of a development chain, Alice, one of three, of whom all have to report.
 * `changes` of the settings come on top. Yields the three.
 */
export async function threeReporters(chain, changes = {}) {
	const { tx } = chain.api;
	// The first round opens in the second block.
	await chain.seal(2);
	const [alice, bob, charlie] = ['Alice', 'Bob', 'Charlie'].map(chain.key);
	await chain.govern(
		tx.kpiOracle.setSettings({ ...(await settings(chain)), minQuorum: 3, ...changes }),
		tx.kpiOracle.admitReporter(bob.address),
		tx.kpiOracle.admitReporter(charlie.address),
	);
	await chain.succeed(tx.kpiOracle.bond(), bob);
	await chain.succeed(tx.kpiOracle.bond(), charlie);
	return { alice, bob, charlie };
}

/** The round that takes reports in the next block, which closes one that is due before. */
export async function openRound({ api }) {
	const { round, endsAt } = await api.call.kpiOracleApi.round();
	const due = (await api.query.timestamp.now()).gte(endsAt);
	return round.toNumber() + (due ? 1 : 0);
}

/** Whether a block closes `round`. */
const closes = (round) => (block) =>
	block.all('kpiOracle.RoundClosed').some((closed) => closed.round.eqn(round));

/**
 * Lets each of `reports`, pairs of a reporter and its values, report for the open round, puts the
 * reports into one block and makes blocks until the round has closed. Yields all of them.
 */
export async function reportRound(chain, reports) {
	const round = await openRound(chain);
	for (const [who, values] of reports) {
		await chain.submit(chain.api.tx.kpiOracle.report(round, values), who);
	}
	return chain.sealUntil(closes(round));
}

/** Lets `reports` be made in as many rounds as a stale metric needs to earn again. */
export async function recover(chain, reports) {
	const { recoveryRounds } = await settings(chain);
	for (let round = 0; round < recoveryRounds; round += 1) await reportRound(chain, reports);
}

/** What is known of each metric after the best block: value, state, age and agreeing reporters. */
export async function metrics({ api }) {
	const reports = await api.call.kpiOracleApi.metrics();
	return new Map(
		[...reports].map(({ metric, value, state, age, agreeing }) => [
			metric.toNumber(),
			{
				value: value.isSome ? value.unwrap().toNumber() : undefined,
				state: state.type,
				age: age.toNumber(),
				agreeing: agreeing.toNumber(),
			},
		]),
	);
}

/** The states of the reported metrics, each one once. */
export async function states(chain) {
	const known = await metrics(chain);
	return [...new Set(REPORTED.map((metric) => known.get(metric).state))];
}
