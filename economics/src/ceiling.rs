// SPDX-License-Identifier: Apache-2.0

//! Limits on what is minted of what is due. What they withhold stays due.

use crate::split::{mul_div_floor, WHOLE};

/// What may still be minted in an emission year, in planck, rounded down: the part `annual_cap`
/// (of [`WHOLE`]) of the issuance at the year's start, less what the year has minted already.
///
/// Saturates: `u128::MAX` where a cap above the whole would allow more, zero where nothing is left.
pub fn annual_allowance(
	issuance_at_year_start: u128,
	annual_cap: u64,
	minted_this_year: u128,
) -> u128 {
	mul_div_floor(issuance_at_year_start, annual_cap.into(), WHOLE.into())
		.unwrap_or(u128::MAX)
		.saturating_sub(minted_this_year)
}

/// The most that a step may mint when it catches up, in planck, rounded down: `multiple_percent`
/// of what the schedule foresees for the step. Saturates at `u128::MAX`.
pub fn catch_up_limit(scheduled: u128, multiple_percent: u32) -> u128 {
	mul_div_floor(scheduled, multiple_percent.into(), 100).unwrap_or(u128::MAX)
}

/// The share of one stream where only `allowed` of `total_due` planck may be minted, in planck,
/// rounded down: in proportion to what is `due` to it, and all of that where nothing is withheld.
///
/// The shares of streams whose dues add up to `total_due` add up to at most `allowed`.
pub fn ration(due: u128, total_due: u128, allowed: u128) -> u128 {
	if total_due <= allowed {
		return due;
	}
	mul_div_floor(due, allowed, total_due).unwrap_or(allowed)
}
