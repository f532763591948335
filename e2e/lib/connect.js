// SPDX-License-Identifier: Apache-2.0
// A connection of polkadot.js to a node.

import { ApiPromise } from '@polkadot/api';
/** @import { Api } from '../types/chain.ts' */
/** @import { ProviderInterface } from '@polkadot/rpc-provider/types' */

/**
 * Connects by `provider`. Extensions without data need nothing of a wallet: no warning about those of this chain.
 * @param {ProviderInterface} provider
 * @returns {Promise<Api>}
 */
export const connect = async (provider) => {
	const api = await ApiPromise.create({ provider, noInitWarn: true, throwOnConnect: true });
	// The one place where polkadot.js is told to have read cells.
	return /** @type {Api} */ (/** @type {unknown} */ (api));
};
