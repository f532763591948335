// SPDX-License-Identifier: Apache-2.0

//! How fees follow demand: the fee multiplier rises after full blocks and falls after empty ones.

use super::system::{RuntimeBlockLength, RuntimeBlockWeights};
use crate::System;
use frame_support::{dispatch::DispatchClass, parameter_types};
use pallet_transaction_payment::{Multiplier, MultiplierUpdate};
use sp_runtime::{
	traits::{Bounded, Convert, One},
	FixedPointNumber, Perquintill, Saturating,
};

parameter_types! {
	/// Blocks fuller than this make fees rise, emptier ones make them fall.
	pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
	/// After full blocks fees double in about an hour, after empty ones they halve in about three.
	///
	/// Twenty times as fast as on the relay chains of the SDK, where a day of full blocks doubles the
	/// fee and so costs little more than at the base fee. Slow enough for a wallet: from one block to
	/// the next a fee changes by a thousandth, and the quoted one is good for minutes.
	pub AdjustmentVariable: Multiplier = Multiplier::saturating_from_rational(15, 10_000);
	/// Fees never fall below the base fee: what is burned does not fade on a quiet chain.
	pub MinimumMultiplier: Multiplier = Multiplier::one();
	pub MaximumMultiplier: Multiplier = Bounded::max_value();
}

/// The fee multiplier of the next block: of the SDK's `TargetedFeeAdjustment` the formula, applied
/// to the [`fullness`] of the whole block.
///
/// With v the [`AdjustmentVariable`] and d the fullness less the [`TargetBlockFullness`], a block
/// multiplies the multiplier by 1 + v·d + (v·d)²/2: by e^(v·d), nearly.
pub struct CongestionPricing;

impl Convert<Multiplier, Multiplier> for CongestionPricing {
	fn convert(previous: Multiplier) -> Multiplier {
		next(previous, fullness())
	}
}

impl MultiplierUpdate for CongestionPricing {
	fn min() -> Multiplier {
		MinimumMultiplier::get()
	}

	fn max() -> Multiplier {
		MaximumMultiplier::get()
	}

	fn target() -> Perquintill {
		TargetBlockFullness::get()
	}

	fn variability() -> Multiplier {
		AdjustmentVariable::get()
	}
}

/// The multiplier after a block of this fullness, within its limits. Saturates.
pub fn next(previous: Multiplier, fullness: Perquintill) -> Multiplier {
	let (min, max) = (MinimumMultiplier::get(), MaximumMultiplier::get());
	let (fullness, target) = (Multiplier::from(fullness), TargetBlockFullness::get().into());
	let distance = if fullness > target { fullness - target } else { target - fullness };
	let first = AdjustmentVariable::get().saturating_mul(distance);
	let second = first.saturating_mul(first) / Multiplier::from_u32(2);

	let previous = previous.max(min);
	let next = if fullness >= target {
		previous.saturating_add(previous.saturating_mul(first.saturating_add(second)))
	} else {
		previous.saturating_sub(previous.saturating_mul(first.saturating_sub(second)))
	};
	next.clamp(min, max)
}

/// How full the block is of what people send: the scarcer of computation and length. To be read
/// before the block is finalised, when its transactions are done.
pub fn fullness() -> Perquintill {
	weight_fullness().max(length_fullness())
}

/// The weight of normal and operational transactions, of what normal ones could take.
///
/// What the block does by itself (hooks and inherents, the mandatory class) is no demand: it does
/// not count, but where it leaves less room, that is what there is to fill. Only the reference time
/// counts, since nothing bounds storage proofs here.
fn weight_fullness() -> Perquintill {
	let limits = RuntimeBlockWeights::get();
	let consumed = System::block_weight();
	let normal = limits.get(DispatchClass::Normal).max_total.unwrap_or(limits.max_block);
	let left = limits.max_block.saturating_sub(*consumed.get(DispatchClass::Mandatory));
	let room = normal.min(left).ref_time();
	let paid = consumed
		.get(DispatchClass::Normal)
		.saturating_add(*consumed.get(DispatchClass::Operational));
	Perquintill::from_rational(paid.ref_time(), room.max(1))
}

/// The length of the block, header included, of what normal transactions could make it.
fn length_fullness() -> Perquintill {
	let most = *RuntimeBlockLength::get().max.get(DispatchClass::Normal);
	Perquintill::from_rational(u64::from(System::block_size()), u64::from(most))
}
