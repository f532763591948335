// SPDX-License-Identifier: Apache-2.0
// The books of somebody who sees nothing but events. The rule is the table of docs/events.md, read from there.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lastOf } from './there.js';
import { sum } from './units.js';
/** @import { Api, Cell, EventRecord, Hash } from '../types/chain.ts' */
/** @import { Block } from './chain.js' */

const PAGE = new URL('../../docs/events.md', import.meta.url);

/**
 * `+ \`amount\`` as how it counts and in which field it is; nothing for an empty cell.
 * @param {string} cell
 */
function change(cell) {
	const [, sign, field] = /^([+−]) `(\w+)`$/.exec(cell) ?? [];
	return field ? { sign: sign === '+' ? 1n : -1n, field } : undefined;
}

/**
 * @typedef {ReturnType<typeof change>} Change
 * @typedef {{ account: string, free: Change, held: Change, issuance: Change }} Row
 * @typedef {[free: bigint, held: bigint]} Balance
 * @typedef {{ accounts: Map<string, Balance>, issuance: bigint }} Holdings
 */

/**
 * What each event does, by its name: a row for each account.
 * @type {Map<string, Row[]>}
 */
const RULE = new Map();
for (const line of readFileSync(PAGE, 'utf8').split('\n')) {
	if (!line.startsWith('| `')) continue;
	const [event, account, ...cells] = line.split('|').slice(1, -1).map((cell) => cell.trim());
	const [free, held, issuance] = cells.map(change);
	const name = event.replaceAll('`', '');
	const row = { account: account.replaceAll('`', ''), free, held, issuance };
	RULE.set(name, [...(RULE.get(name) ?? []), row]);
}
assert.ok(RULE.size > 20, `${PAGE} has no table of events`);

/**
 * The rows of an event; of one that has two meanings, those of its own.
 * @param {EventRecord['event']} event
 */
function rowsOf({ method, data }) {
	const rows = RULE.get(method) ?? RULE.get(`${method}(${data.destinationStatus?.type})`);
	assert.ok(rows, `docs/events.md does not say what balances.${method} does`);
	assert.ok(rows.every(({ account }) => account !== 'unclear'), `balances.${method} happened: ${data}`);
	return rows;
}

/**
 * What the events of the token in `records` do to the issuance, and to the free and the held balance of each account.
 * @param {EventRecord[]} records
 */
function changes(records) {
	/** @type {Map<string, Balance>} */
	const accounts = new Map();
	/** @type {bigint[]} */
	const issuance = [];
	for (const { event } of records.filter(({ event }) => event.section === 'balances')) {
		const { data } = event;
		/** @param {Change | undefined} cell */
		const amount = (cell) => (cell ? cell.sign * data[cell.field].toBigInt() : 0n);
		for (const { account, ...row } of rowsOf(event)) {
			issuance.push(amount(row.issuance));
			if (account === '') continue;
			const who = data[account].toString();
			const [free, held] = accounts.get(who) ?? [0n, 0n];
			accounts.set(who, [free + amount(row.free), held + amount(row.held)]);
		}
	}
	return { accounts, issuance: sum(issuance) };
}

/**
 * What there is after the block called `hash`: of each account free and held, and in all.
 * @param {Api} api
 * @param {Hash} hash
 * @returns {Promise<Holdings>}
 */
async function state(api, hash) {
	const at = await api.at(hash);
	const [entries, issuance] = await Promise.all([
		at.query.system.account.entries(),
		at.query.balances.totalIssuance(),
	]);
	/**
	 * @param {Cell} account
	 * @returns {Balance}
	 */
	const holding = ({ data: { free, reserved } }) => [free.toBigInt(), reserved.toBigInt()];
	const accounts = new Map(entries.map(([key, account]) => [key.args[0].toString(), holding(account)]));
	return { accounts, issuance: issuance.toBigInt() };
}

/**
 * Asserts that what the events in `records` tell leads from what there was `before` to what there is `after` it: `when`.
 * @param {Holdings} before
 * @param {EventRecord[]} records
 * @param {Holdings} after
 * @param {string} when
 */
function assertTold(before, records, after, when) {
	const told = changes(records);
	/** @type {Balance} */
	const none = [0n, 0n];
	for (const who of new Set([before, after, told].flatMap(({ accounts }) => [...accounts.keys()]))) {
		const [was, grew, is] = [before, told, after].map(({ accounts }) => accounts.get(who) ?? none);
		const expected = was.map((amount, part) => amount + grew[part]);
		assert.deepEqual(is, expected, `${who} after ${when}, free and held, by its events`);
	}
	assert.equal(after.issuance, before.issuance + told.issuance, `the issuance after ${when}, by its events`);
}

/**
 * Asserts that the events of `blocks`, which are all since genesis, sum up to what every account has, and to the issuance.
 * @param {Api} api
 * @param {Block[]} blocks
 */
export async function assertSums(api, blocks) {
	const [before, after] = [await state(api, api.genesisHash), await state(api, lastOf(blocks).hash)];
	assertTold(before, blocks.flatMap(({ records }) => records), after, `${blocks.length} blocks`);
}

/** Checks that the events of each block tell what becomes of every balance. */
export class Books {
	/**
	 * The block that was looked at last, and what there was after it.
	 * @type {{ hash: string, state: Holdings } | undefined}
	 */
	#last;

	/**
	 * Looks at `block`.
	 * @param {Api} api
	 * @param {Block} block
	 */
	async follow(api, block) {
		const parent = (await (await api.at(block.hash)).query.system.parentHash()).toHex();
		const before = this.#last?.hash === parent ? this.#last.state : await state(api, parent);
		const after = await state(api, block.hash);
		assertTold(before, block.records, after, `block ${block.number}`);
		this.#last = { hash: block.hash, state: after };
	}
}
