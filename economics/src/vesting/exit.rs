// SPDX-License-Identifier: Apache-2.0

use crate::split::{mul_div_ceil, WHOLE};

/// What it costs to take `unvested` planck at `now` rather than when they vest, in planck, rounded
/// up:
///
/// ```text
/// ⌈unvested · rate · (end − now) / (end − start)⌉
/// ```
///
/// with `rate` in parts of [`WHOLE`] (more than that counts as the whole) and instants in
/// milliseconds: `rate` in full up to the start, nothing from the end on.
pub fn exit_penalty(unvested: u128, rate: u64, start: u64, end: u64, now: u64) -> u128 {
	if now >= end {
		return 0;
	}
	let remaining = end.saturating_sub(now);
	// Before the start all of the duration remains.
	let duration = end.saturating_sub(start.min(now));
	let charged = u128::from(rate.min(WHOLE)).saturating_mul(remaining.into());
	let whole = u128::from(WHOLE).saturating_mul(duration.into());
	mul_div_ceil(unvested, charged, whole).unwrap_or(unvested)
}
