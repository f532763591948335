// SPDX-License-Identifier: Apache-2.0
// Programs as child processes: those that run beside a journey, and those that do something and end.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
/** @import { ExecFileOptionsWithStringEncoding } from 'node:child_process' */

/** Nobody waits this long for a healthy program: it is how a hanging one is told from a slow machine. */
const PATIENCE_MS = 60_000;
/** How often something is looked at that tells nobody when it changes. */
const POLL_MS = 50;
const KEPT_LINES = 200;
/** More than the specification of a chain takes, which is the longest that a program prints. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/**
 * Fails after `patience` milliseconds unless `promise` is settled before; `what()` says what took too long.
 * @template T
 * @param {Promise<T>} promise
 * @param {() => string} what
 */
export async function inTime(promise, what, patience = PATIENCE_MS) {
	/** @type {NodeJS.Timeout | undefined} */
	let timer;
	/** @type {Promise<never>} */
	const timeout = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`${what()} took over ${patience} ms`)), patience);
	});
	try {
		return await Promise.race([promise, timeout]);
	} finally {
		clearTimeout(timer);
	}
}

/**
 * Looks until `look()` yields something, and yields that; `what`, or what it yields, says what is waited for.
 * @template T
 * @param {() => T | Promise<T>} look
 * @param {string | (() => string)} what
 */
export async function until(look, what, patience = PATIENCE_MS) {
	let over = false;
	const found = async () => {
		for (;;) {
			const sight = await look();
			if (sight || over) return sight;
			await pause(POLL_MS);
		}
	};
	try {
		return await inTime(found(), typeof what === 'function' ? what : () => what, patience);
	} finally {
		over = true;
	}
}

/**
 * Runs `program` until it ends by itself. Yields its `status` and what it wrote, `out` and `err`.
 * @param {string} program
 * @param {string[]} options
 */
export function runToEnd(program, options) {
	/** @type {ExecFileOptionsWithStringEncoding} */
	const limits = { encoding: 'utf8', maxBuffer: MAX_OUTPUT, timeout: PATIENCE_MS, killSignal: 'SIGKILL' };
	return new Promise((resolve, reject) => {
		execFile(program, options, limits, (error, out, err) => {
			// Without a number as its status it could not be started, or had to be killed.
			if (error && typeof error.code !== 'number') reject(error);
			else resolve({ status: error ? error.code : 0, out, err });
		});
	});
}

/**
 * What an error says.
 * @param {unknown} error
 */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** A running program. */
export class Process {
	#name;
	#child;
	#exited;
	#closed;
	#log;

	/**
	 * Starts `program`, which errors call `name`. Its output is appended to `log`.
	 * @param {string} name
	 * @param {string} program
	 * @param {string[]} options
	 * @param {string[]} log
	 */
	constructor(name, program, options, log) {
		this.#name = name;
		this.#log = log;
		this.#child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'] });
		this.#exited = once(this.#child, 'exit');
		this.#closed = once(this.#child, 'close');
		for (const stream of [this.#child.stdout, this.#child.stderr]) {
			createInterface({ input: stream }).on('line', (line) => this.#keep(line));
		}
		const orphan = () => this.#child.kill('SIGKILL');
		process.once('exit', orphan);
		this.#exited.finally(() => process.removeListener('exit', orphan)).catch(() => {});
	}

	/** What the system calls it by. */
	get pid() {
		return this.#child.pid;
	}

	/** @param {string} line */
	#keep(line) {
		this.#log.push(line);
		if (this.#log.length > KEPT_LINES) this.#log.shift();
		this.#child.emit('line', line);
	}

	/**
	 * Waits until it writes a line that fits `pattern`, and yields how; ends it if it does not.
	 * @param {RegExp} pattern
	 */
	async untilReady(pattern) {
		const early = this.#exited.then(([code, signal]) => {
			throw new Error(`${this.#name} ended before it was ready: ${signal ?? `status ${code}`}`);
		});
		const ready = new Promise((resolve) => {
			this.#child.on('line', (line) => {
				const match = pattern.exec(line);
				if (match) resolve(match);
			});
		});
		try {
			return await inTime(Promise.race([ready, early]), () => `the start of ${this.#name}`);
		} catch (error) {
			await this.kill();
			throw error;
		}
	}

	/** Asks it to end, and waits until it has. Yields its status. */
	async stop() {
		this.#child.kill('SIGTERM');
		const [status] = await inTime(this.#exited, () => `the end of ${this.#name}`);
		// What it wrote last may still be on its way.
		await inTime(this.#closed, () => `the last lines of ${this.#name}`);
		return status;
	}

	/** Ends it as a power cut would: no handler runs, nothing is written any more. */
	async kill() {
		this.#child.kill('SIGKILL');
		await inTime(this.#exited, () => `the death of ${this.#name}`);
	}
}
