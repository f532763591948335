// SPDX-License-Identifier: Apache-2.0

//! Which of two transactions comes first.
//!
//! Priorities lie in three bands that no tip can leave:
//!
//! | band | who |
//! |---|---|
//! | [`TransactionPriority::MAX`] | reports to the oracle, equivocations that validators report, an authorised upgrade of the runtime |
//! | from [`OPERATIONAL`] on | the operational transactions, which only who governs can make |
//! | below [`OPERATIONAL`] | all others, by what they offer for the room they take |

use crate::{
	configs::system::{RuntimeBlockLength, RuntimeBlockWeights},
	constants::currency::{DSYNC, MAXIMUM_SUPPLY},
	Balance,
};
use frame_support::{
	dispatch::{DispatchClass, DispatchInfo},
	weights::Weight,
};
use sp_runtime::{transaction_validity::TransactionPriority, SaturatedConversion};

/// The least difference between two tips that decides which comes first: 10⁻⁶ DSYNC, in planck.
pub const TIP_UNIT: Balance = DSYNC / 1_000_000;

/// How many transactions of a kind a block counts as holding, at most: still smaller ones are not
/// told apart by their size. More than it holds of plain transfers, and few enough for all tips to
/// stay below [`OPERATIONAL`].
pub const MOST_PER_BLOCK: u64 = 8_192;

/// The lowest priority of an operational transaction: half of all priorities.
pub const OPERATIONAL: TransactionPriority = 1 << 63;

// The largest offer stays in its band, and that of an operational transaction below the reports.
const _: () =
	assert!((MAXIMUM_SUPPLY / TIP_UNIT + 1) * (MOST_PER_BLOCK as Balance) < OPERATIONAL as Balance);

/// The priority of a paying transaction with this weight and class, `len` bytes long, that offers a
/// tip of `tip` planck.
///
/// Proportional to the tip, in whole [`TIP_UNIT`]s and one more, and to how many such transactions a
/// block has room for, by weight or by length, whichever are fewer. So of two transactions of equal
/// weight and length the larger tip comes first, up to the maximum supply; of two without a tip the
/// smaller one.
pub fn priority(info: &DispatchInfo, len: usize, tip: Balance) -> TransactionPriority {
	let units = (tip.min(MAXIMUM_SUPPLY) / TIP_UNIT).saturated_into::<u64>();
	let offer = units.saturating_add(1).saturating_mul(per_block(info, len));
	match info.class {
		DispatchClass::Normal | DispatchClass::Mandatory => offer,
		DispatchClass::Operational => OPERATIONAL.saturating_add(offer),
	}
}

/// How many transactions like this one the room of its class in a block holds, rounded down: from 1
/// to [`MOST_PER_BLOCK`].
fn per_block(info: &DispatchInfo, len: usize) -> u64 {
	let weights = RuntimeBlockWeights::get();
	let limits = weights.get(info.class);
	let room = limits.max_total.unwrap_or(weights.max_block);
	let weight = info.total_weight().saturating_add(limits.base_extrinsic);
	let by_weight = room.checked_div_per_component(&weight.max(Weight::from_parts(1, 1)));

	let room = u64::from(*RuntimeBlockLength::get().max.get(info.class));
	let by_length = room.checked_div(len.saturated_into());

	let fewer = by_weight.unwrap_or(u64::MAX).min(by_length.unwrap_or(u64::MAX));
	fewer.clamp(1, MOST_PER_BLOCK)
}
