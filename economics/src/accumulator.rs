// SPDX-License-Identifier: Apache-2.0

//! Divides rewards among many in one step: a growing index of reward per unit of weight.
//!
//! ```text
//! index  ←  index + ⌊(amount + carried) / units⌋      carried ← what the division leaves
//! earned =  units · (index now − index then)
//! ```
//!
//! Everything is counted in parts of a planck, 2¹⁵⁰ ≈ 1.4·10⁴⁵ of them. What a division leaves is
//! carried into the next one, so nothing is ever lost; whoever is paid gets whole planck, rounded
//! down, and keeps the fraction for the next time. Therefore all that is earned is at most what
//! was divided, whatever the order of joining, leaving and claiming.
//!
//! With weights up to 2¹⁰⁰ the index lags behind the exact quotient by less than 2⁻⁵⁰ planck for
//! any of them. So that a staker to whom exactly 1,000 planck are due is not paid 999 for that, a
//! planck that lacks less than 2⁻⁴⁰ of itself counts as whole.

use primitive_types::{U256, U512};

/// An amount of tokens in parts of a planck, 2¹⁵⁰ of them.
#[cfg_attr(
	feature = "codec",
	derive(
		codec::Encode,
		codec::Decode,
		codec::DecodeWithMemTracking,
		codec::MaxEncodedLen,
		scale_info::TypeInfo
	)
)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Fine(U256);

impl Fine {
	/// Nothing.
	pub const ZERO: Self = Self(U256::zero());

	/// Parts per planck, as a power of two.
	pub const SCALE_BITS: u32 = 150;

	/// A planck that lacks fewer parts than this, as a power of two, counts as whole.
	pub const TOLERANCE_BITS: u32 = 110;

	/// An amount of whole planck; `None` from 2¹⁰⁶ ≈ 8·10³¹ on.
	pub fn from_planck(amount: u128) -> Option<Self> {
		let fits = amount.leading_zeros() >= 22;
		fits.then(|| Self(shl(amount.into(), Self::SCALE_BITS)))
	}

	/// The number of parts.
	pub const fn parts(self) -> U256 {
		self.0
	}

	/// The whole planck, rounded down but for the tolerance.
	pub fn whole(self) -> u128 {
		let lifted = self.0.saturating_add(shl(U256::one(), Self::TOLERANCE_BITS));
		let whole = lifted.checked_div(shl(U256::one(), Self::SCALE_BITS)).unwrap_or_default();
		// Fewer than 2¹⁰⁶ of them fit.
		whole.low_u128()
	}

	/// Takes out the whole planck and leaves the fraction.
	pub fn take_whole(&mut self) -> u128 {
		self.take(u128::MAX)
	}

	/// Takes out up to `amount` of the whole planck, and returns how many.
	pub fn take(&mut self, amount: u128) -> u128 {
		let taken = amount.min(self.whole());
		self.0 = self.0.saturating_sub(shl(taken.into(), Self::SCALE_BITS));
		taken
	}

	/// Both together; `None` where that overflows.
	pub fn checked_add(self, other: Self) -> Option<Self> {
		self.0.checked_add(other.0).map(Self)
	}

	/// The difference; `None` where `other` is larger.
	pub fn checked_sub(self, other: Self) -> Option<Self> {
		self.0.checked_sub(other.0).map(Self)
	}

	/// `self · numerator / denominator`, rounded down; `None` where the denominator is zero or the
	/// result overflows.
	pub fn portion(self, numerator: u128, denominator: u128) -> Option<Self> {
		let product = self.0.full_mul(numerator.into());
		let quotient = product.checked_div(U512::from(denominator))?;
		U256::try_from(quotient).ok().map(Self)
	}
}

/// `value · 2^bits`, without what overflows.
fn shl(value: U256, bits: u32) -> U256 {
	value.overflowing_mul(U256::from(2).overflowing_pow(bits.into()).0).0
}

/// The reward that one unit of weight has earned since the beginning of time.
#[cfg_attr(
	feature = "codec",
	derive(
		codec::Encode,
		codec::Decode,
		codec::DecodeWithMemTracking,
		codec::MaxEncodedLen,
		scale_info::TypeInfo
	)
)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Index(Fine);

impl Index {
	/// What `units` earned from the index `since` up to this one, exactly. `None` where `since` is
	/// the later one, or on overflow, which no weight that was part of the total can cause.
	pub fn earned(self, since: Self, units: u128) -> Option<Fine> {
		let Fine(per_unit) = self.0.checked_sub(since.0)?;
		per_unit.checked_mul(units.into()).map(Fine)
	}

	/// Reward per unit.
	pub const fn per_unit(self) -> Fine {
		self.0
	}
}

/// An [`Index`] that grows, and what its divisions left.
#[cfg_attr(
	feature = "codec",
	derive(
		codec::Encode,
		codec::Decode,
		codec::DecodeWithMemTracking,
		codec::MaxEncodedLen,
		scale_info::TypeInfo
	)
)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Accumulator {
	index: Index,
	carried: Fine,
}

impl Accumulator {
	/// The present index.
	pub const fn index(&self) -> Index {
		self.index
	}

	/// What the last division left for the next one: fewer parts than there were units.
	pub const fn carried(&self) -> Fine {
		self.carried
	}

	/// The accumulator after `amount` was divided among `units`; `None` where there are no units,
	/// or on overflow.
	pub fn accrue(self, amount: Fine, units: u128) -> Option<Self> {
		let Fine(due) = self.carried.checked_add(amount)?;
		let (share, left) = match units {
			0 => return None,
			_ => due.div_mod(units.into()),
		};
		let index = Index(self.index.0.checked_add(Fine(share))?);
		Some(Self { index, carried: Fine(left) })
	}
}
