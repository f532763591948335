// SPDX-License-Identifier: Apache-2.0
// What a story is about has to be there.

import assert from 'node:assert/strict';

/**
 * `value`, which must not be missing; `what` says what it is.
 * @template T
 * @param {T} value
 * @returns {NonNullable<T>}
 */
export function there(value, what = 'what was looked for') {
	assert.ok(value !== undefined && value !== null, `${what} is missing`);
	return value;
}

/**
 * The last of `list`, which must not be empty.
 * @template T
 * @param {readonly T[]} list
 */
export const lastOf = (list) => there(list.at(-1), 'the last of an empty list');
