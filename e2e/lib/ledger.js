// SPDX-License-Identifier: Apache-2.0
// The supply ledger, as the runtime API `EmissionApi.supply` tells it.

import assert from 'node:assert/strict';
import { sum } from './units.js';
/** @import { Cell, Connected, Hash, State } from '../types/chain.ts' */

/**
 * `Fixed`, `Kpi 0`, `TransactionFee`, `Service Hosting`, …
 * @param {Cell} cause
 */
export function nameOf(cause) {
	if (cause.isKpi) return `Kpi ${cause.asKpi.toNumber()}`;
	return cause.isService ? `Service ${cause.asService.type}` : cause.type;
}

/** @param {Cell} rows */
const totals = (rows) =>
	new Map([...rows].map(([cause, amount]) => [nameOf(cause), amount.toBigInt()]));

/**
 * The supply after the best block, or after the one called `hash`, in planck.
 * @param {Connected} chain
 * @param {Hash} [hash]
 */
export async function ledger({ api }, hash) {
	const at = hash ? await api.at(hash) : api;
	const report = await at.call.emissionApi.supply();
	return {
		genesis: report.genesis.toBigInt(),
		minted: totals(report.minted),
		burned: totals(report.burned),
		issuance: report.totalIssuance.toBigInt(),
		carried: report.carried.toBigInt(),
		remaining: report.remaining.toBigInt(),
		owed: sum([...report.liabilities].map(([, amount]) => amount.toBigInt())),
	};
}

/**
 * What was minted by the KPI streams.
 * @param {{ minted: Map<string, bigint> }} ledger
 */
export const mintedByKpis = ({ minted }) => sum(minted.values()) - (minted.get('Fixed') ?? 0n);

/**
 * What was burned for `cause`.
 * @param {{ burned: Map<string, bigint> }} ledger
 * @param {string} cause
 */
export const burned = ({ burned }, cause) => burned.get(cause) ?? 0n;

/**
 * genesis + Σ minted − Σ burned = total issuance, each of them from where it is known best, after the best
 * block or the one called `hash`.
 * @param {Connected} chain
 * @param {Hash} [hash]
 */
export async function assertIdentity(chain, hash) {
	const { api } = chain;
	const { genesis, minted, burned, issuance } = await ledger(chain, hash);
	/** @param {State} at */
	const issued = async (at) => (await at.query.balances.totalIssuance()).toBigInt();
	const began = await issued(await api.at(api.genesisHash));
	const now = await issued(hash ? await api.at(hash) : api);
	assert.equal(genesis, began, 'the ledger knows the issuance of genesis');
	assert.equal(issuance, now, 'the ledger knows the issuance of now');
	assert.equal(
		genesis + sum(minted.values()) - sum(burned.values()),
		issuance,
		'genesis + minted − burned = issuance',
	);
}
