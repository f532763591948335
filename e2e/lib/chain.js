// SPDX-License-Identifier: Apache-2.0
// A development chain of one's own: makes blocks, lets time pass, sends transactions, finds events.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { compactAddLength, u8aConcat, u8aToHex } from '@polkadot/util';
import { Books } from './books.js';
import { Node } from './node.js';

/** How the node says that there is nothing to make a block of. */
const NOTHING_READY = /pool is empty/i;

/** The code of a refusal: no account may make the call, only root. */
const RESERVED = 120;

/** A transaction that the pool did not take. */
export class Refused extends Error {
	constructor(error) {
		super(error.message);
		this.code = error.code;
		/** The code of `InvalidTransaction::Custom`, where it is one. */
		this.custom = Number(/Custom error: (\d+)/.exec(`${error.message} ${error.data}`)?.[1]);
	}
}

/** The name of an error: `pallet.Name`, or the kind of an error that is no pallet's. */
export function errorName({ registry }, error) {
	if (!error.isModule) return error.type;
	const { section, name } = registry.findMetaError(error.asModule);
	return `${section}.${name}`;
}

/**
 * Calls a view function of a pallet, in the state of the best block or of the one called `at`.
 * polkadot.js knows them from the metadata but does not decorate them, as it does runtime APIs.
 */
export async function view({ api }, pallet, name, args = [], at) {
	const { registry, runtimeMetadata } = api;
	const { viewFunctions } = runtimeMetadata.asV16.pallets.find((p) => p.name.eq(pallet));
	const view = viewFunctions.find((view) => view.name.eq(name));
	assert.ok(view, `${pallet} has no view function ${name}`);
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

/** A sealed block with its events. */
class Block {
	constructor(hash, number, moment, records) {
		this.hash = hash;
		this.number = number;
		/** Its timestamp in milliseconds. */
		this.moment = moment;
		this.records = records;
	}

	/** The data of each event called `pallet.Name`, in order. */
	all(name) {
		return this.records
			.filter(({ event }) => `${event.section}.${event.method}` === name)
			.map(({ event }) => event.data);
	}

	/** The data of the one event called `pallet.Name`. */
	one(name) {
		const found = this.all(name);
		assert.equal(found.length, 1, `block ${this.number} has ${found.length} events ${name}`);
		return found[0];
	}

	/** The same block, as far as the extrinsic number `index` made it. */
	part(index) {
		const records = this.records.filter(
			({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.eqn(index),
		);
		return new Block(this.hash, this.number, this.moment, records);
	}
}

/** A chain, the node that makes it and an API to it. */
export class Chain {
	/** The last lines that the node has written, and what runs beside it. */
	log = [];
	/** Whether the journey alone sends transactions, so that each block leaves the pool empty. */
	alone = true;
	#books = new Books();
	#keyring = new Keyring({ type: 'sr25519' });

	/** The well-known key of `name`. */
	key = (name) => this.#keyring.addFromUri(`//${name}`);

	/** Starts the node on a new chain, with options of `Node.start`. */
	async start(options) {
		this.basePath = await mkdtemp(join(tmpdir(), 'destra-e2e-'));
		await this.#open(options);
	}

	async #open(options) {
		this.node = await Node.start(this.basePath, this.log, options);
		this.provider = new WsProvider(this.node.url, false);
		await this.provider.connect();
		await this.provider.isReady;
		// Extensions without data need nothing of a wallet: no warning about those of this chain.
		this.api = await ApiPromise.create({
			provider: this.provider,
			noInitWarn: true,
			throwOnConnect: true,
		});
	}

	async #disconnect() {
		await this.api?.disconnect();
		this.api = undefined;
	}

	/** Ends the node and removes the chain. */
	async stop() {
		await this.#disconnect();
		await this.node?.stop();
		await rm(this.basePath, { recursive: true, force: true });
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

	/** Calls an RPC method by its name. */
	rpc(method, ...params) {
		return this.provider.send(method, params);
	}

	/**
	 * Makes `count` finalized blocks, each one slot after the one before it. The events of each have to tell what becomes of
	 * every balance.
	 */
	async seal(count = 1) {
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

	/** Makes blocks until `condition(block)` holds, at most `most`; yields all of them. */
	async sealUntil(condition, most = 200) {
		const blocks = [];
		do {
			assert.ok(blocks.length < most, `what was waited for did not come in ${most} blocks`);
			blocks.push(await this.#sealOne());
		} while (!condition(blocks.at(-1)));
		return blocks;
	}

	/** Makes the next block `ms` milliseconds later than it would be. */
	advance(ms) {
		return this.rpc('dev_advanceTime', ms);
	}

	/** The block called `hash`. */
	async block(hash) {
		const at = await this.api.at(hash);
		const [number, moment, records] = await Promise.all([
			at.query.system.number(),
			at.query.timestamp.now(),
			at.query.system.events(),
		]);
		return new Block(hash, number.toNumber(), moment.toNumber(), [...records]);
	}

	/** The best block. */
	async head() {
		return this.block(await this.rpc('chain_getBlockHash'));
	}

	/**
	 * Signs `call` and hands it to the pool, which judges it at once; throws [`Refused`] if it does.
	 * Who sends several for one block has to number them with `nonce`: polkadot.js asks the best block
	 * for it, and not the pool.
	 */
	async submit(call, who, { tip = 0n, nonce = -1 } = {}) {
		const signed = await call.signAsync(who, { era: 0, nonce, tip });
		try {
			await this.rpc('author_submitExtrinsic', signed.toHex());
		} catch (error) {
			throw new Refused(error);
		}
		return signed.hash;
	}

	/** Expects the pool to refuse `call`; yields how. */
	async refused(call, who) {
		let refusal;
		await assert.rejects(this.submit(call, who), (error) => {
			refusal = error;
			return error instanceof Refused;
		});
		return refusal;
	}

	/** Expects the pool to refuse `call` because no account may make it, only root. */
	async reserved(call, who) {
		assert.equal((await this.refused(call, who)).custom, RESERVED);
	}

	/**
	 * Submits `call` and makes a block of it. Yields the block as far as `call` made it, the name of
	 * the `error` that it failed with, if it did, and the whole block.
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

	/** As `include`, for what has to succeed. */
	async succeed(call, who, options) {
		const included = await this.include(call, who, options);
		assert.equal(included.error, undefined, `${call.method.section}.${call.method.method} failed`);
		return included;
	}

	/** As `include`, with the call sent by root. */
	async sudo(call) {
		const included = await this.succeed(this.api.tx.sudo.sudo(call), this.key('Alice'));
		const { sudoResult } = included.own.one('sudo.Sudid');
		const error = sudoResult.isErr ? this.errorName(sudoResult.asErr) : undefined;
		return { ...included, error };
	}

	/** As `sudo`, for what has to succeed. */
	async govern(...calls) {
		const call = calls.length === 1 ? calls[0] : this.api.tx.utility.batchAll(calls);
		const included = await this.sudo(call);
		assert.equal(included.error, undefined, `${call.method.section}.${call.method.method} failed`);
		return included;
	}

	/** The name of an error: `pallet.Name`, or the kind of an error that is no pallet's. */
	errorName = (error) => errorName(this.api, error);

	/** What `who` has, free and on hold, and how many transactions it has sent. */
	async account(who) {
		const { data, nonce } = await this.api.query.system.account(who.address ?? who);
		return {
			free: data.free.toBigInt(),
			held: data.reserved.toBigInt(),
			nonce: nonce.toNumber(),
		};
	}

	/** Calls a view function of a pallet: see `view`. */
	view = (...question) => view(this, ...question);
}
