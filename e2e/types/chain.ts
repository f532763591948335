// SPDX-License-Identifier: Apache-2.0
// What the journeys talk about, for TypeScript, which checks them. There is nothing here to run.
//
// polkadot.js learns what is on the chain when it connects, from the metadata, so it has no types of that. A value that it
// has read is a `Cell` here: its fields are cells, whatever they are called, and what can be done with it is written down.

import type { ApiPromise, WsProvider } from '@polkadot/api';
import type { SubmittableExtrinsic } from '@polkadot/api/types';
import type { KeyringPair } from '@polkadot/keyring/types';
import type { StorageKey, u8 } from '@polkadot/types';
import type { Si1Field } from '@polkadot/types/interfaces';
import type { StorageEntry } from '@polkadot/types/primitive/types';
import type { Registry } from '@polkadot/types/types';
import type { Chain } from '../lib/chain.js';

interface Read extends Iterable<Cell> {
	toNumber(): number;
	toBigInt(): bigint;
	toString(): string;
	toHex(): `0x${string}`;
	toU8a(bare?: boolean): Uint8Array<ArrayBuffer>;
	toUtf8(): string;
	toHuman(): unknown;
	toJSON(): unknown;
	eq(other: unknown): boolean;
	eqn(other: number): boolean;
	lt(other: Cell): boolean;
	gte(other: Cell): boolean;
	isZero(): boolean;
	unwrap(): Cell;
	unwrapOr<T>(other: T): Cell | T;
	values(): Iterable<Cell>;
	map<T>(one: (cell: Cell, index: number) => T): T[];
	find(is: (cell: Cell) => boolean): Cell | undefined;
	/** The name of the variant that it is. */
	readonly type: string;
	readonly length: number;
	readonly encodedLength: number;
}

/** A value of the chain. Of an enumeration it `isThis` or `isThat`. */
export type Cell = Read & { readonly [is: `is${string}`]: boolean } & { readonly [field: string]: Cell };

/** An entry of the storage. */
export interface Entry {
	(...keys: unknown[]): Promise<Cell>;
	entries(...keys: unknown[]): Promise<[StorageKey, Cell][]>;
	keys(...keys: unknown[]): Promise<StorageKey[]>;
	keyPrefix(): string;
	creator: StorageEntry;
}

interface Names<T> {
	readonly [pallet: string]: { readonly [name: string]: T };
}

/** The name of a block, as text or as it is read. */
export type Hash = string | Uint8Array | Cell;

/** What a chain knows after some block. */
export interface State {
	readonly query: Names<Entry>;
	readonly consts: Names<Cell>;
	readonly call: Names<(...given: unknown[]) => Promise<Cell>>;
}

/** The types of a chain, and values of them. */
export interface Types extends Pick<Registry, 'chainDecimals' | 'createLookupType' | 'lookup'> {
	createType(type: string, ...given: unknown[]): Cell;
	findMetaError(error: Cell | { index: u8; error: Cell }): {
		readonly section: string;
		readonly name: string;
		readonly fields: readonly Si1Field[];
	};
}

/** The header of a block. */
export interface Header {
	readonly number: Cell;
	readonly hash: Cell;
	readonly digest: Cell;
}

/** What stands in a block. */
export interface Extrinsic {
	readonly hash: Cell;
	readonly inner: Cell;
	readonly isSigned: boolean;
	readonly method: { readonly section: string; readonly method: string; readonly args: Cell[] };
	readonly signer: Cell;
}

/** What happened in a block. */
export interface EventRecord {
	readonly phase: Cell;
	readonly event: { readonly section: string; readonly method: string; readonly data: Cell };
}

interface Rpc {
	readonly author: { pendingExtrinsics(): Promise<Extrinsic[]> };
	readonly chain: {
		getBlock(hash: Hash): Promise<{ readonly block: { readonly extrinsics: Extrinsic[] } }>;
		getBlockHash(number: number): Promise<Cell>;
		getFinalizedHead(): Promise<Cell>;
		getHeader(hash?: Hash): Promise<Header>;
		subscribeFinalizedHeads(hear: (head: Header) => void): Promise<() => void>;
		subscribeNewHeads(hear: (head: Header) => void): Promise<() => void>;
	};
	readonly state: { call(name: string, given: string, at?: Hash): Promise<Cell> };
}

interface Calls extends Names<(...given: unknown[]) => Call> {
	(call: Cell): Call;
}

/** A connection of polkadot.js to a node. */
export interface Api extends State {
	readonly derive: ApiPromise['derive'];
	readonly genesisHash: ApiPromise['genesisHash'];
	readonly registry: Types;
	readonly rpc: Rpc;
	readonly runtimeMetadata: ApiPromise['runtimeMetadata'];
	readonly tx: Calls;
	at(hash: Hash): Promise<State>;
	createType(type: 'Extrinsic', bytes: string): Extrinsic;
	createType(type: string, ...given: unknown[]): Cell;
	disconnect(): Promise<void>;
}

/** What has such a connection: a chain of one's own, or a node of a network. */
export interface Connected {
	readonly api: Api;
}

/** A transaction that is not signed yet. */
export interface Call extends Omit<SubmittableExtrinsic<'promise'>, 'args' | 'signAndSend'> {
	readonly args: Cell[];
	signAndSend(who: Key, hear: (result: Result) => void): Promise<() => void>;
}

/** What became of a transaction. */
export interface Result {
	readonly status: Cell;
	readonly events: EventRecord[];
	readonly isError: boolean;
	readonly dispatchError?: Cell;
}

/** Somebody who signs. */
export type Key = KeyringPair;
/** An account: by its address, or by whoever has it. */
export type Who = string | { readonly address: string };
/** Prints what a reader wants to know. */
export type Say = (line: string) => void;
/** A story told on a chain of its own. */
export type Story = (chain: Chain, say: Say) => Promise<unknown>;

/** A span of time in a schedule. */
export type Span = { Months: number } | { Millis: number };

/** How a grant unlocks. */
export interface Vesting {
	start: number;
	upfront: bigint;
	cliff: Span;
	lump: bigint;
	period: Span;
	periods: number;
}

/** An instant, and how much unlocks then. */
export type Unlock = [at: number, planck: bigint];

/** What a reporter says: of each metric a value. */
export type Said = [metric: number, value: number][];

/** What several reporters say. */
export type Reports = [who: Key, said: Said][];

/** A part of an unlocking calendar, and what the runtime tells of a grant. */
export interface Grant {
	grant: number;
	category: number;
	schedule: Vesting;
	amount: bigint;
	released: bigint;
	releasable: bigint;
	nextUnlock: Unlock | undefined;
	endsAt: number;
}

/** Into what parts a payment for a service divides. */
export interface Shares {
	burn: bigint;
	treasury: bigint;
}

/** A connection that knows the raw one below it. */
export interface Connection extends Connected {
	readonly provider: WsProvider;
}

/** How a transaction is sent. */
export interface Sending {
	tip?: bigint;
	nonce?: number;
}

/** What a specification consists of. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** How a node is started: see `Node.start`. */
export interface Starting {
	chain?: string;
	genesis?: Record<string, Json>;
	port?: number;
	byTheClock?: boolean;
	sealing?: string;
	heartbeats?: boolean;
	listen?: string;
	more?: string[];
}

/** How a network begins otherwise than in the preset. */
export interface Genesis {
	slots: number;
	validators: string[];
}

/** What the node says of a request that it refuses. */
export interface RpcError {
	message: string;
	code?: number;
	data?: unknown;
}

/** What governs staking, as `settings` shows it. */
export interface StakingSettings {
	authorShare: number;
	commissionNotice: number;
	commissionWindow: number;
	delegationRatio: number;
	minStakes: Record<'validator' | 'dns' | 'rpc', number | string>;
	penalties: Record<string, { fraction: number; jail: boolean }>;
	reporterShare: number;
	slashDelay: number;
	tiers: { length: number; multiplier: number }[];
	unbondingMultiplier: number;
	unbondingPeriod: number;
}

/** What governs the oracle, as `settings` shows it, but for the bond. */
export interface OracleSettings {
	recoveryRounds: number;
	strikeSlash: number;
	suspensionRounds: number;
}
