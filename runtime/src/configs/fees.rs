// SPDX-License-Identifier: Apache-2.0

//! What a transaction costs, and where its fee goes: 80 % is burned through the supply ledger, the
//! author of the block gets the rest and the tip.

use super::congestion::CongestionPricing;
use crate::{
	constants::currency::MILLI, AccountId, Authorship, Balance, Balances, Emission, Runtime,
	RuntimeEvent, TransactionPayment,
};
use destra_primitives::{BurnCause, SupplyLedger};
use frame_support::{
	traits::{
		fungible::{Balanced, Credit},
		ConstU8, Imbalance, OnUnbalanced,
	},
	weights::{constants::ExtrinsicBaseWeight, Weight},
};
use pallet_transaction_payment::FungibleAdapter;
use sp_runtime::FixedPointNumber;

/// Percent of a fee that is burned.
pub const FEE_BURN_PERCENT: u32 = 80;
/// Percent of a fee that the author of the block gets.
pub const FEE_AUTHOR_PERCENT: u32 = 100 - FEE_BURN_PERCENT;

/// The fee for the weight of an empty transaction. With its length and its own work, a transfer
/// comes to between two and three hundredths of a DSYNC.
pub const BASE_FEE: Balance = 4 * MILLI;

/// The fee for each byte of a transaction, before the multiplier.
pub const BYTE_FEE: Balance = MILLI / 100;

/// Turns computation into a fee: linear in the reference time, [`BASE_FEE`] for the weight of an
/// empty transaction, rounded down. Saturates.
pub struct ComputationFee;

impl frame_support::weights::WeightToFee for ComputationFee {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		Balance::from(weight.ref_time()).saturating_mul(BASE_FEE)
			/ Balance::from(ExtrinsicBaseWeight::get().ref_time())
	}
}

/// Turns bytes into a fee: [`BYTE_FEE`] each, times the fee multiplier, rounded down. Saturates.
///
/// The SDK multiplies only the fee for the weight. Were it so here, a block filled with bytes would
/// cost the same however long blocks have been full.
pub struct LengthFee;

impl frame_support::weights::WeightToFee for LengthFee {
	type Balance = Balance;

	/// The bytes are in the place of the reference time.
	fn weight_to_fee(length: &Weight) -> Balance {
		let fee = Balance::from(length.ref_time()).saturating_mul(BYTE_FEE);
		TransactionPayment::next_fee_multiplier().saturating_mul_int(fee)
	}
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = FungibleAdapter<Balances, BurnAndReward>;
	// Without effect: the priority of this chain has a band for operational transactions.
	type OperationalFeeMultiplier = ConstU8<1>;
	type WeightToFee = ComputationFee;
	type LengthToFee = LengthFee;
	type FeeMultiplierUpdate = CongestionPricing;
	type WeightInfo = crate::weights::pallet_transaction_payment::WeightInfo<Runtime>;
}

/// Splits the fee between the supply ledger and the author; the tip is the author's.
pub struct BurnAndReward;

type FeeCredit = Credit<AccountId, Balances>;

impl OnUnbalanced<FeeCredit> for BurnAndReward {
	fn on_unbalanceds(mut fee_then_tip: impl Iterator<Item = FeeCredit>) {
		let Some(fee) = fee_then_tip.next() else { return };
		let (burned, mut reward) = fee.ration(FEE_BURN_PERCENT, FEE_AUTHOR_PERCENT);
		<Emission as SupplyLedger<_>>::burn(BurnCause::TransactionFee, burned);
		if let Some(tip) = fee_then_tip.next() {
			reward.subsume(tip);
		}
		reward_author(reward);
	}
}

/// Pays the author of the block. Where it cannot be paid (no author, or less than the existential
/// deposit into an empty account) the reward is burned like the rest of the fee, and counted.
fn reward_author(reward: FeeCredit) {
	let unpaid = match Authorship::author() {
		Some(author) => Balances::resolve(&author, reward).err(),
		None => Some(reward),
	};
	if let Some(reward) = unpaid {
		<Emission as SupplyLedger<_>>::burn(BurnCause::TransactionFee, reward);
	}
}
