// SPDX-License-Identifier: Apache-2.0
// A provider decides whether it is safe to serve on.

import { flag, text, whole } from './input.js';
import type { Account, Bytes } from './payload.js';
import { verify } from './verify.js';
import { exact, type SignedVoucher } from './wire.js';

/**
 * How long it may take, in milliseconds, until a redemption that is sent now is in a final block: ten blocks
 * of six seconds. Finality is a few blocks behind as long as more than two thirds of the validators work;
 * while they do not, nothing is final, and vouchers run out all the same.
 */
export const FINALITY_MARGIN = 60_000n;

/**
 * What the chain says of a metered agreement: the report of `servicePaymentsApi.agreement`, read of a
 * **finalised** block. What a best block says may never have been: a top-up in it can vanish.
 */
export interface Agreement {
	/** Which agreement: `id`. */
	readonly id: bigint;
	/** The hash of the chain's first block: `api.genesisHash`. */
	readonly genesisHash: Bytes;
	/** Who may redeem: `provider`. */
	readonly provider: Account;
	/** Whose vouchers count: `signer`, **not** `customer`, who may have named another key. */
	readonly signer: Account;
	/** What for: the name of `class`, such as `Rpc`. */
	readonly class: string;
	/** How many decimals the chain's token has: `api.registry.chainDecimals[0]`. */
	readonly decimals: number;
	/** What was paid so far, in planck: `paid`. */
	readonly paid: bigint;
	/** What is left of what was paid in, in planck: `escrow`. */
	readonly escrow: bigint;
	/**
	 * When it ends, by notice or by its term, whichever comes first: `endsAt`, which a metered agreement always
	 * has. In milliseconds since 1970.
	 */
	readonly endsAt: bigint;
	/** When its term ends, unless more is paid in before: `expiresAt`. In milliseconds since 1970. */
	readonly expiresAt: bigint;
	/** Whether a dispute is open: whether there is a `dispute`. */
	readonly disputed: boolean;
}

/** What a provider has counted so far. */
export interface Owed {
	/** For which class. */
	readonly class: string;
	/** With how many decimals `amount` is counted. */
	readonly decimals: number;
	/** All that is owed since the agreement began, in the smallest unit. */
	readonly amount: bigint;
}

/** Why a voucher is not accepted. Amounts in planck, times in milliseconds since 1970. */
export type Refusal =
	/** It is for another agreement. */
	| { readonly reason: 'other-agreement'; readonly found: bigint; readonly expected: bigint }
	/** Something else was counted than what the agreement is for. */
	| { readonly reason: 'other-class'; readonly counted: string; readonly agreed: string }
	/** What is owed was counted in another unit than the chain's. */
	| { readonly reason: 'other-decimals'; readonly counted: number; readonly chain: number }
	/** A dispute about the agreement is open: nothing is redeemed until it is over. */
	| { readonly reason: 'disputed' }
	/** The term of the agreement ends before this could be redeemed: the customer has to top up. */
	| { readonly reason: 'term-ends'; readonly expiresAt: bigint }
	/** Somebody cancelled, and the agreement ends before this could be redeemed. */
	| { readonly reason: 'cancelled'; readonly endsAt: bigint }
	/** The voucher is not valid for long enough to redeem it. */
	| { readonly reason: 'expires'; readonly validUntil: bigint }
	/** It is for less than is owed. */
	| { readonly reason: 'too-little'; readonly amount: bigint; readonly owed: bigint }
	/** It is for no more than was paid already. */
	| { readonly reason: 'not-newer'; readonly amount: bigint; readonly paid: bigint }
	/** It is for more than was paid in: the customer has to top up. */
	| { readonly reason: 'overdraft'; readonly amount: bigint; readonly funded: bigint }
	/** It is not signed by the agreement's signer, or for another provider or chain. */
	| { readonly reason: 'bad-signature' };

/** What `accept` says: what the voucher yields beyond what was paid, in planck, or why it is none. */
export type Acceptance =
	| { readonly accepted: true; readonly pays: bigint }
	| { readonly accepted: false; readonly refusal: Refusal; readonly message: string };

/**
 * Whether a provider is safe to serve on for this voucher, if it sends the redemption at `redeemAt` at the latest
 * (whole milliseconds since 1970, and never behind the chain's clock). That is the time of its *next* redemption:
 * `Date.now()` if it redeems each voucher at once, and tomorrow if it does so once a day. The answer is what the
 * voucher yields beyond what was paid, in planck and before burn and treasury, or why it is none.
 *
 * It has to be the agreement's, for what was counted, of at least what is owed and no more than was paid
 * in; and there has to be time to redeem it before any of the three deadlines: that of the voucher
 * itself, the end of the agreement's term, and the end by somebody's notice. That a voucher may be good
 * for longer than it says, since a dispute froze the agreement, does not count here.
 *
 * @throws TypeError that names what is not of its type, RangeError what does not fit, Error an account or a
 * hash that is none.
 */
export function accept(
	agreement: Agreement,
	signed: SignedVoucher,
	owed: Owed,
	redeemAt: bigint | number,
): Acceptance {
	const of = checkedAgreement(agreement);
	const received = { ...signed, voucher: exact(signed.voucher) };
	const at = whole('redeemAt', redeemAt, 64);
	const refusal = refusalOf(of, received, checkedOwed(owed), at);
	return refusal === undefined
		? { accepted: true, pays: received.voucher.amount - of.paid }
		: { accepted: false, refusal, message: messageOf(refusal) };
}

/** What a program without types may have got wrong is said before it is counted with. */
const checkedAgreement = (of: Agreement): Agreement => ({
	id: whole('id of the agreement', of.id, 64),
	genesisHash: of.genesisHash,
	provider: of.provider,
	signer: of.signer,
	class: text('class of the agreement', of.class),
	decimals: Number(whole('decimals of the agreement', of.decimals, 8)),
	paid: whole('paid of the agreement', of.paid, 128),
	escrow: whole('escrow of the agreement', of.escrow, 128),
	endsAt: whole('endsAt of the agreement', of.endsAt, 64),
	expiresAt: whole('expiresAt of the agreement', of.expiresAt, 64),
	disputed: flag('disputed of the agreement', of.disputed),
});

const checkedOwed = (owed: Owed): Owed => ({
	class: text('class of what is owed', owed.class),
	decimals: Number(whole('decimals of what is owed', owed.decimals, 8)),
	amount: whole('amount of what is owed', owed.amount, 128),
});

/** The first reason not to accept it; the signature comes last, since it is what costs most. */
function refusalOf(
	agreement: Agreement,
	signed: SignedVoucher,
	owed: Owed,
	redeemAt: bigint,
): Refusal | undefined {
	const { agreement: found, validUntil, amount } = signed.voucher;
	if (found !== agreement.id) return { reason: 'other-agreement', found, expected: agreement.id };
	return (
		unitRefusal(agreement, owed) ??
		(agreement.disputed ? { reason: 'disputed' } : undefined) ??
		deadlineRefusal(agreement, validUntil, redeemAt) ??
		amountRefusal(agreement, amount, owed.amount) ??
		(verify(signed, agreement.signer, agreement) ? undefined : { reason: 'bad-signature' })
	);
}

/** Both have to count the same, in the same unit. */
function unitRefusal(agreement: Agreement, owed: Owed): Refusal | undefined {
	if (owed.class !== agreement.class) {
		return { reason: 'other-class', counted: owed.class, agreed: agreement.class };
	}
	if (owed.decimals !== agreement.decimals) {
		return { reason: 'other-decimals', counted: owed.decimals, chain: agreement.decimals };
	}
	return undefined;
}

/** There has to be time to redeem it. */
function deadlineRefusal(
	{ expiresAt, endsAt }: Agreement,
	validUntil: bigint,
	redeemAt: bigint,
): Refusal | undefined {
	const redeemed = redeemAt + FINALITY_MARGIN;
	if (expiresAt <= redeemed) return { reason: 'term-ends', expiresAt };
	if (endsAt <= redeemed) return { reason: 'cancelled', endsAt };
	if (validUntil < redeemed) return { reason: 'expires', validUntil };
	return undefined;
}

/** The amount has to be as much as is owed, more than was paid, and paid in. */
function amountRefusal(
	{ paid, escrow }: Agreement,
	amount: bigint,
	owed: bigint,
): Refusal | undefined {
	const funded = paid + escrow;
	if (amount < owed) return { reason: 'too-little', amount, owed };
	if (amount <= paid) return { reason: 'not-newer', amount, paid };
	if (amount > funded) return { reason: 'overdraft', amount, funded };
	return undefined;
}

/** For people, the same as of the Rust crate. */
function messageOf(refusal: Refusal): string {
	switch (refusal.reason) {
		case 'other-agreement':
			return `the voucher is for agreement ${refusal.found}, not for ${refusal.expected}`;
		case 'other-class':
			return `the agreement is for ${refusal.agreed}, and ${refusal.counted} was counted`;
		case 'other-decimals':
			return `the chain counts in ${refusal.chain} decimals, and what is owed in ${refusal.counted}`;
		case 'disputed':
			return 'a dispute about the agreement is open';
		case 'term-ends':
			return `the term of the agreement ends at ${refusal.expiresAt}, too soon to redeem this`;
		case 'cancelled':
			return `the agreement ends by notice at ${refusal.endsAt}, too soon to redeem this`;
		case 'expires':
			return `the voucher is valid until ${refusal.validUntil}, too short to redeem it`;
		case 'too-little':
			return `the voucher is for ${refusal.amount} planck, and ${refusal.owed} are owed`;
		case 'not-newer':
			return `the voucher is for ${refusal.amount} planck, and ${refusal.paid} were paid already`;
		case 'overdraft':
			return `the voucher is for ${refusal.amount} planck, and ${refusal.funded} were paid in`;
		case 'bad-signature':
			return "the voucher is not signed by the agreement's signer for this provider on this chain";
	}
}
