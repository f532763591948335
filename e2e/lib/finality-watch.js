// SPDX-License-Identifier: Apache-2.0
// What a node finalises: how long it waited for it, and who validated meanwhile.

import { sessionAt } from './network.js';
/** @import { Api, Header } from '../types/chain.ts' */

/** Looks at the finalised heads of a node from now on. */
export class FinalityWatch {
	/** Who validates in a session, by its index. */
	/** @type {Map<number, string[]>} */
	sets = new Map();
	#looking = Promise.resolve();
	#last = performance.now();
	#longest = 0;
	#stop = () => {};

	/**
	 * Begins to look at what `api` tells.
	 * @param {Api} api
	 */
	static async of(api) {
		const watch = new FinalityWatch();
		watch.#stop = await api.rpc.chain.subscribeFinalizedHeads((head) => watch.#see(api, head));
		return watch;
	}

	/** @param {Api} api @param {Header} header */
	#see(api, { hash }) {
		this.#note();
		this.#looking = this.#looking.then(async () => {
			const { index, validators } = await sessionAt(api, hash);
			this.sets.set(index, validators);
		});
		// Told by `end`.
		this.#looking.catch(() => {});
	}

	#note() {
		const now = performance.now();
		this.#longest = Math.max(this.#longest, now - this.#last);
		this.#last = now;
	}

	/** Looks no more. Yields the longest time without a new finalised block, by the clock on the wall, in milliseconds. */
	async end() {
		this.#stop();
		this.#note();
		await this.#looking;
		return this.#longest;
	}
}
