// SPDX-License-Identifier: Apache-2.0
// A development chain of one's own: makes blocks, lets time pass, sends transactions, finds events.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keyring, WsProvider } from '@polkadot/api';
import { compactAddLength, u8aConcat, u8aToHex } from '@polkadot/util';
import { Books } from './books.js';
import { connect } from './connect.js';
import { Node } from './node.js';
import { lastOf, there } from './there.js';
/** @import { Api, Call, Cell, Connected, EventRecord, Hash, Key, RpcError, Sending, Starting, Who } from '../types/chain.ts' */
/** @import { SiLookupTypeId } from '@polkadot/types/interfaces' */

/** How the node says that there is nothing to make a block of. */
const NOTHING_READY = /pool is empty/i;

/** The code of a refusal: no account may make the call, only root. */
const RESERVED = 120;

/** A transaction that the pool did not take. */
export class Refused extends Error {
	/** @param {RpcError} error */
	constructor(error) {
		super(error.message);
		this.code = error.code;
		/** The code of `InvalidTransaction::Custom`, where it is one. */
		this.custom = Number(/Custom error: (\d+)/.exec(`${error.message} ${error.data}`)?.[1]);
	}
}

/**
 * The name of an error: `pallet.Name`, or the kind of an error that is no pallet's.
 * @param {Pick<Api, 'registry'>} api
 * @param {Cell} error
 */
export function errorName({ registry }, error) {
	if (!error.isModule) return error.type;
	const { section, name } = registry.findMetaError(error.asModule);
	return `${section}.${name}`;
}

/**
 * What an error of a pallet says besides its name, such as the number of what is out of range.
 * @param {Pick<Api, 'registry'>} api
 * @param {Cell} error
 */
export function detailOf({ registry }, error) {
	const { fields } = registry.findMetaError(error.asModule);
	const [{ type }] = fields;
	// The first byte is the error itself.
	return registry.createType(registry.createLookupType(type), error.asModule.error.toU8a(true).subarray(1));
}

/**
 * Calls a view function of a pallet, in the state of the best block or of the one called `at`.
 * polkadot.js knows them from the metadata but does not decorate them, as it does runtime APIs.
 * @param {Connected} chain
 * @param {string} pallet
 * @param {string} name
 * @param {unknown[]} args
 * @param {Hash} [at]
 */
export async function view({ api }, pallet, name, args = [], at) {
	const { registry, runtimeMetadata } = api;
	const { viewFunctions } = there(runtimeMetadata.asV16.pallets.find((p) => p.name.eq(pallet)), `the pallet ${pallet}`);
	const view = viewFunctions.find((view) => view.name.eq(name));
	assert.ok(view, `${pallet} has no view function ${name}`);
	/** @param {SiLookupTypeId} type @param {unknown} value */
	const typed = (type, value) => registry.createType(registry.createLookupType(type), value);
	const input = u8aConcat(...view.inputs.map(({ type }, i) => typed(type, args[i]).toU8a()));
	const answer = await api.rpc.state.call(
		'RuntimeViewFunction_execute_view_function',
		u8aToHex(u8aConcat(view.id, compactAddLength(input))),
		...(at ? [at] : []),
	);
	const result = registry.createType('Result<Bytes, Null>', answer.toU8a(true));
	assert.ok(result.isOk, `${pallet}.${name} failed: ${answer}`);
	return typed(view.output, result.asOk.toU8a(true));
}

/**
 * The address of an account.
 * @param {Who} who
 */
export const addressOf = (who) => (typeof who === 'string' ? who : who.address);

/**
 * The events of a block, as they are stored.
 * @param {Cell} records
 */
export const eventsOf = (records) => /** @type {EventRecord[]} */ (/** @type {unknown} */ ([...records]));

/**
 * A transaction in a block: the block as far as it made it, the whole block, and how it failed, if it did.
 * @typedef {{ own: Block, whole: Block, error: string | undefined }} Included
 */

/** A sealed block with its events. */
export class Block {
	/**
	 * @param {string} hash
	 * @param {number} number
	 * @param {number} moment
	 * @param {EventRecord[]} records
	 */
	constructor(hash, number, moment, records) {
		this.hash = hash;
		this.number = number;
		/** Its timestamp in milliseconds. */
		this.moment = moment;
		this.records = records;
	}

	/**
	 * The data of each event called `pallet.Name`, in order.
	 * @param {string} name
	 */
	all(name) {
		return this.records
			.filter(({ event }) => `${event.section}.${event.method}` === name)
			.map(({ event }) => event.data);
	}

	/**
	 * The data of the one event called `pallet.Name`.
	 * @param {string} name
	 */
	one(name) {
		const found = this.all(name);
		assert.equal(found.length, 1, `block ${this.number} has ${found.length} events ${name}`);
		return found[0];
	}

	/**
	 * The same block, as far as the extrinsic number `index` made it.
	 * @param {number} index
	 */
	part(index) {
		const records = this.records.filter(
			({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.eqn(index),
		);
		return new Block(this.hash, this.number, this.moment, records);
	}
}

/** A chain, the node that makes it and an API to it. */
export class Chain {
	/**
	 * The last lines that the node has written, and what runs beside it.
	 * @type {string[]}
	 */
	log = [];
	/** Whether the journey alone sends transactions, so that each block leaves the pool empty. */
	alone = true;
	#books = new Books();
	/** @type {string | undefined} */
	#basePath;
	/** @type {Starting['genesis']} */
	#genesis;
	/** @type {Node | undefined} */
	#node;
	/** @type {WsProvider | undefined} */
	#provider;
	/** @type {Api | undefined} */
	#api;
	#keyring = new Keyring({ type: 'sr25519' });

	/**
	 * The well-known key of `name`.
	 * @param {string} name
	 */
	key = (name) => this.#keyring.addFromUri(`//${name}`);

	/** The folder with all that it has. */
	get basePath() {
		return there(this.#basePath, 'the folder of the chain');
	}

	/** The node that makes it. */
	get node() {
		return there(this.#node, 'the node');
	}

	/** The raw connection to the node. */
	get provider() {
		return there(this.#provider, 'the connection to the node');
	}

	/** The connection to the node, as long as there is one. */
	get api() {
		return there(this.#api, 'the connection to the node');
	}

	/**
	 * Starts the node on a new chain, with options of `Node.start`.
	 * @param {Starting} [options]
	 */
	async start(options) {
		this.#basePath = await mkdtemp(join(tmpdir(), 'destra-e2e-'));
		this.#genesis = options?.genesis;
		await this.#open(options);
	}

	/** @param {Starting} [options] */
	async #open(options) {
		this.#node = await Node.start(this.basePath, this.log, { genesis: this.#genesis, ...options });
		this.#provider = new WsProvider(this.node.url, false);
		await this.provider.connect();
		await this.provider.isReady;
		this.#api = await connect(this.provider);
	}

	async #disconnect() {
		await this.#api?.disconnect();
		this.#api = undefined;
	}

	/** Ends the node and removes the chain. */
	async stop() {
		await this.#disconnect();
		await this.#node?.stop();
		if (this.#basePath) await rm(this.#basePath, { recursive: true, force: true });
	}

	/** Ends the node in good order and starts it again on the same chain. */
	async restart() {
		await this.#disconnect();
		await this.node.stop();
		await this.#open();
	}

	/**
	 * Kills the node with SIGKILL and starts it again on the same chain: at the port where it was, for those who
	 * look for it there.
	 */
	async crash({ samePort = false } = {}) {
		const { port } = this.node;
		await this.node.kill();
		await this.#disconnect();
		await this.#open(samePort ? { port } : {});
	}

	/**
	 * Calls an RPC method by its name.
	 * @param {string} method
	 * @param {...unknown} params
	 */
	rpc(method, ...params) {
		return this.provider.send(method, params);
	}

	/**
	 * Makes `count` finalized blocks, each one slot after the one before it. The events of each have to tell what becomes of
	 * every balance.
	 */
	async seal(count = 1) {
		/** @type {Block[]} */
		const blocks = [];
		while (blocks.length < count) blocks.push(await this.#sealOne());
		return blocks;
	}

	async #sealOne() {
		const { hash } = await this.rpc('engine_createBlock', true, true);
		if (this.alone) await this.#settle();
		const block = await this.block(hash);
		await this.#books.follow(this.api, block);
		return block;
	}

	/**
	 * Waits until the transaction pool knows the last block, or it might judge the next transaction by
	 * the state before. A block "only if there is a transaction" waits for that, and there is none.
	 */
	async #settle() {
		const answer = this.rpc('engine_createBlock', false, true);
		await assert.rejects(answer, NOTHING_READY, 'a transaction was left over in the pool');
	}

	/**
	 * Makes blocks until `condition(block)` holds, at most `most`; yields all of them.
	 * @param {(block: Block) => boolean} condition
	 */
	async sealUntil(condition, most = 200) {
		/** @type {Block[]} */
		const blocks = [];
		do {
			assert.ok(blocks.length < most, `what was waited for did not come in ${most} blocks`);
			blocks.push(await this.#sealOne());
		} while (!condition(lastOf(blocks)));
		return blocks;
	}

	/**
	 * Makes the next block `ms` milliseconds later than it would be.
	 * @param {number} ms
	 */
	advance(ms) {
		return this.rpc('dev_advanceTime', ms);
	}

	/**
	 * The block called `hash`.
	 * @param {string} hash
	 */
	async block(hash) {
		const at = await this.api.at(hash);
		const [number, moment, records] = await Promise.all([
			at.query.system.number(),
			at.query.timestamp.now(),
			at.query.system.events(),
		]);
		return new Block(hash, number.toNumber(), moment.toNumber(), eventsOf(records));
	}

	/** The best block. */
	async head() {
		return this.block(await this.rpc('chain_getBlockHash'));
	}

	/**
	 * Signs `call` and hands it to the pool, which judges it at once; throws [`Refused`] if it does.
	 * Who sends several for one block has to number them with `nonce`: polkadot.js asks the best block
	 * for it, and not the pool.
	 * @param {Call} call
	 * @param {Key} who
	 */
	async submit(call, who, { tip = 0n, nonce = -1 } = {}) {
		const signed = await call.signAsync(who, { era: 0, nonce, tip });
		try {
			await this.rpc('author_submitExtrinsic', signed.toHex());
		} catch (error) {
			throw new Refused(/** @type {RpcError} */ (error));
		}
		return signed.hash;
	}

	/**
	 * Expects the pool to refuse `call`; yields how.
	 * @param {Call} call
	 * @param {Key} who
	 */
	async refused(call, who) {
		/** @type {Refused | undefined} */
		let refusal;
		await assert.rejects(this.submit(call, who), (error) => {
			if (error instanceof Refused) refusal = error;
			return error instanceof Refused;
		});
		return there(refusal);
	}

	/**
	 * Expects the pool to refuse `call` because no account may make it, only root.
	 * @param {Call} call
	 * @param {Key} who
	 */
	async reserved(call, who) {
		assert.equal((await this.refused(call, who)).custom, RESERVED);
	}

	/**
	 * Submits `call` and makes a block of it. Yields the block as far as `call` made it, the name of
	 * the `error` that it failed with, if it did, and the whole block.
	 * @param {Call} call
	 * @param {Key} who
	 * @param {Sending} [options]
	 * @returns {Promise<Included>}
	 */
	async include(call, who, options) {
		const hash = await this.submit(call, who, options);
		const [whole] = await this.seal();
		const { block } = await this.api.rpc.chain.getBlock(whole.hash);
		const index = block.extrinsics.findIndex((extrinsic) => extrinsic.hash.eq(hash));
		assert.notEqual(index, -1, `block ${whole.number} lacks the transaction`);
		const own = whole.part(index);
		const [failure] = own.all('system.ExtrinsicFailed');
		return { own, whole, error: failure && this.errorName(failure.dispatchError) };
	}

	/**
	 * As `include`, for what has to succeed.
	 * @param {Call} call
	 * @param {Key} who
	 * @param {Sending} [options]
	 * @returns {Promise<Included>}
	 */
	async succeed(call, who, options) {
		const included = await this.include(call, who, options);
		assert.equal(included.error, undefined, `${call.method.section}.${call.method.method} failed`);
		return included;
	}

	/**
	 * As `include`, with the call sent by root.
	 * @param {Call} call
	 * @returns {Promise<Included>}
	 */
	async sudo(call) {
		const included = await this.succeed(this.api.tx.sudo.sudo(call), this.key('Alice'));
		const { sudoResult } = included.own.one('sudo.Sudid');
		const error = sudoResult.isErr ? this.errorName(sudoResult.asErr) : undefined;
		return { ...included, error };
	}

	/**
	 * As `sudo`, for what has to succeed.
	 * @param {...Call} calls
	 * @returns {Promise<Included>}
	 */
	async govern(...calls) {
		const call = calls.length === 1 ? calls[0] : this.api.tx.utility.batchAll(calls);
		const included = await this.sudo(call);
		assert.equal(included.error, undefined, `${call.method.section}.${call.method.method} failed`);
		return included;
	}

	/**
	 * The name of an error: `pallet.Name`, or the kind of an error that is no pallet's.
	 * @param {Cell} error
	 */
	errorName = (error) => errorName(this.api, error);

	/**
	 * What `who` has, free and on hold, and how many transactions it has sent.
	 * @param {Who} who
	 */
	async account(who) {
		const { data, nonce } = await this.api.query.system.account(addressOf(who));
		return {
			free: data.free.toBigInt(),
			held: data.reserved.toBigInt(),
			nonce: nonce.toNumber(),
		};
	}

	/**
	 * Calls a view function of a pallet: see `view`.
	 * @param {string} pallet
	 * @param {string} name
	 * @param {unknown[]} [args]
	 * @param {Hash} [at]
	 */
	view = (pallet, name, args, at) => view(this, pallet, name, args, at);
}
