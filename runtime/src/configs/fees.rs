// SPDX-License-Identifier: Apache-2.0

//! What a transaction costs, and where its fee goes: 80 % is burned through the supply ledger, the
//! author of the block gets the rest and the tip.

use crate::{
	constants::currency::MILLI, AccountId, Authorship, Balance, Balances, Emission, Runtime,
	RuntimeEvent,
};
use destra_primitives::{BurnCause, SupplyLedger};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Balanced, Credit},
		ConstU128, ConstU8, Imbalance, OnUnbalanced,
	},
	weights::{constants::ExtrinsicBaseWeight, ConstantMultiplier, Weight},
};
use pallet_transaction_payment::{FungibleAdapter, Multiplier, TargetedFeeAdjustment};
use sp_runtime::{traits::Bounded, FixedPointNumber, Perquintill};

/// Percent of a fee that is burned.
pub const FEE_BURN_PERCENT: u32 = 80;
/// Percent of a fee that the author of the block gets.
pub const FEE_AUTHOR_PERCENT: u32 = 100 - FEE_BURN_PERCENT;

/// The fee for the weight of an empty transaction. With its length and its own work, a transfer
/// comes to about a hundredth of a DSYNC.
pub const BASE_FEE: Balance = 4 * MILLI;

/// The fee for each byte of a transaction.
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

parameter_types! {
	/// Blocks fuller than this make fees rise, emptier ones make them fall.
	pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
	/// At full blocks fees double in about a day.
	pub AdjustmentVariable: Multiplier = Multiplier::saturating_from_rational(75, 1_000_000);
	/// Fees never fall below the base fee: what is burned does not fade on a quiet chain.
	pub MinimumMultiplier: Multiplier = Multiplier::from(1u128);
	pub MaximumMultiplier: Multiplier = Bounded::max_value();
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = FungibleAdapter<Balances, BurnAndReward>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightToFee = ComputationFee;
	type LengthToFee = ConstantMultiplier<Balance, ConstU128<BYTE_FEE>>;
	type FeeMultiplierUpdate = TargetedFeeAdjustment<
		Self,
		TargetBlockFullness,
		AdjustmentVariable,
		MinimumMultiplier,
		MaximumMultiplier,
	>;
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
