// SPDX-License-Identifier: Apache-2.0

//! The fixed stream: a reservoir that empties by half in every half-life, whatever the network
//! achieves.

use crate::{
	math::{exp2_neg, Real},
	InvalidStream,
};

/// A reservoir that empties exponentially with time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FixedStream {
	reservoir: u128,
	half_life: u64,
}

impl FixedStream {
	/// A stream of `reservoir` planck of which half is emitted within each `half_life_ms`.
	///
	/// # Errors
	///
	/// [`InvalidStream`] where the half-life is zero.
	pub const fn new(reservoir: u128, half_life_ms: u64) -> Result<Self, InvalidStream> {
		if half_life_ms == 0 {
			return Err(InvalidStream);
		}
		Ok(Self { reservoir, half_life: half_life_ms })
	}

	/// What the stream emits in all eternity, in planck.
	pub const fn reservoir(&self) -> u128 {
		self.reservoir
	}

	/// The time in which the remainder halves, in milliseconds.
	pub const fn half_life(&self) -> u64 {
		self.half_life
	}

	/// What the stream may have emitted `elapsed_ms` after its start, in planck:
	///
	/// ```text
	/// ⌊reservoir · (1 − 2^(−elapsed / half_life))⌋
	/// ```
	///
	/// Never falls as time passes, and stays below a reservoir that is not empty.
	pub fn target(&self, elapsed_ms: u64) -> u128 {
		let half_lives = Real::ratio(elapsed_ms.into(), self.half_life.into());
		emitted(self.reservoir, exp2_neg(half_lives))
	}
}

/// What has left a reservoir of which the part `retained` is still there, rounded down.
pub(crate) fn emitted(reservoir: u128, retained: Real) -> u128 {
	reservoir.saturating_sub(retained.scale_ceil(reservoir))
}
