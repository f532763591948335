// SPDX-License-Identifier: Apache-2.0

use super::{AccountId32, Refusal, Signature};
use crate::{SignedVoucher, FINALITY_MARGIN};

/// What the chain says of a metered agreement: the report of `servicePaymentsApi.agreement`, read of a
/// **finalised** block. What a best block says may never have been: a top-up in it can vanish.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Agreement {
	/// Which agreement: `id`.
	pub id: u64,
	/// The hash of the chain's first block.
	pub genesis_hash: [u8; 32],
	/// Who may redeem: `provider`.
	pub provider: AccountId32,
	/// Whose vouchers count: `signer`, **not** `customer`, who may have named another key.
	pub signer: AccountId32,
	/// What for: the name of `class`, such as `Rpc`.
	pub class: String,
	/// How many decimals the chain's token has: `tokenDecimals` of its properties.
	pub decimals: u8,
	/// What was paid so far, in planck: `paid`.
	pub paid: u128,
	/// What is left of what was paid in, in planck: `escrow`.
	pub escrow: u128,
	/// When it ends, by notice or by its term, whichever comes first: `ends_at`, which a metered agreement
	/// always has.
	pub ends_at: u64,
	/// When its term ends, unless more is paid in before: `expires_at`.
	pub expires_at: u64,
	/// Whether a dispute is open: whether there is a `dispute`.
	pub disputed: bool,
}

/// What a provider has counted so far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Owed {
	/// For which class.
	pub class: String,
	/// With how many decimals `amount` is counted.
	pub decimals: u8,
	/// All that is owed since the agreement began, in the smallest unit.
	pub amount: u128,
}

/// Whether a provider is safe to serve on for this voucher, if it sends the redemption at `redeem_at` at the
/// latest (milliseconds since 1970, and never behind the chain's clock). That is the time of its *next*
/// redemption: now, if it redeems each voucher at once, and tomorrow, if it does so once a day. The
/// answer is what the voucher yields beyond what was paid, in planck and before burn and treasury, or why
/// it is none.
///
/// It has to be the agreement's, for what was counted, of at least what is owed and no more than was
/// paid in; and there has to be time to redeem it before any of the three deadlines: that of the voucher
/// itself, the end of the agreement's term, and the end by somebody's notice. That a voucher may be good
/// for longer than it says, since a dispute froze the agreement, does not count here.
///
/// The signature comes last: it is what costs most.
///
/// # Errors
///
/// [`Refusal`]: the first reason that there is.
pub fn accept(
	agreement: &Agreement,
	signed: &SignedVoucher<Signature>,
	owed: &Owed,
	redeem_at: u64,
) -> Result<u128, Refusal> {
	let voucher = &signed.voucher;
	if voucher.agreement != agreement.id {
		let (found, expected) = (voucher.agreement, agreement.id);
		return Err(Refusal::OtherAgreement { found, expected });
	}
	check_unit(agreement, owed)?;
	if agreement.disputed {
		return Err(Refusal::Disputed);
	}
	check_deadlines(agreement, voucher.valid_until, redeem_at)?;
	let more = check_amount(agreement, voucher.amount, owed.amount)?;
	let Agreement { signer, genesis_hash, provider, .. } = agreement;
	match signed.is_signed_by(signer, genesis_hash, provider) {
		true => Ok(more),
		false => Err(Refusal::BadSignature),
	}
}

/// Both count the same, in the same unit.
fn check_unit(agreement: &Agreement, owed: &Owed) -> Result<(), Refusal> {
	if owed.class != agreement.class {
		let (counted, agreed) = (owed.class.clone(), agreement.class.clone());
		return Err(Refusal::OtherClass { counted, agreed });
	}
	if owed.decimals != agreement.decimals {
		let (counted, chain) = (owed.decimals, agreement.decimals);
		return Err(Refusal::OtherDecimals { counted, chain });
	}
	Ok(())
}

/// There is time to redeem it.
fn check_deadlines(agreement: &Agreement, valid_until: u64, redeem_at: u64) -> Result<(), Refusal> {
	let redeemed = redeem_at.saturating_add(FINALITY_MARGIN);
	let &Agreement { ends_at, expires_at, .. } = agreement;
	if expires_at <= redeemed {
		return Err(Refusal::TermEnds { expires_at });
	}
	if ends_at <= redeemed {
		return Err(Refusal::Cancelled { ends_at });
	}
	if valid_until < redeemed {
		return Err(Refusal::Expires { valid_until });
	}
	Ok(())
}

/// The amount is as much as is owed, more than was paid, and paid in. How much more, in planck.
fn check_amount(agreement: &Agreement, amount: u128, owed: u128) -> Result<u128, Refusal> {
	let &Agreement { paid, escrow, .. } = agreement;
	if amount < owed {
		return Err(Refusal::TooLittle { amount, owed });
	}
	let more = amount.saturating_sub(paid);
	if more == 0 {
		return Err(Refusal::NotNewer { amount, paid });
	}
	if more > escrow {
		return Err(Refusal::Overdraft { amount, funded: paid.saturating_add(escrow) });
	}
	Ok(more)
}
