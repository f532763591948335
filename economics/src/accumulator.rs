// SPDX-License-Identifier: Apache-2.0

//! Divides rewards among many in one step: a growing index of reward per unit of weight.
//!
//! ```text
//! index  ←  index + ⌊(amount + carried) / units⌋      carried ← what the division leaves
//! earned =  units · (index now − index then)
//! ```
//!
//! Everything is counted in parts of a planck, [`Fine::SCALE`] = 10³⁶ of them: with a total weight
//! of 2¹²⁰ a planck still moves the index by 7·10⁵. What a division leaves is carried into the next
//! one, so nothing is ever lost; whoever is paid gets whole planck, rounded down, and keeps the
//! fraction for the next time. Therefore all that is earned is at most what was divided, whatever
//! the order of joining, leaving and claiming.

use primitive_types::{U256, U512};

/// An amount of tokens in parts of a planck, 10³⁶ of them.
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

	/// Parts per planck. 2¹²⁸ planck, more than there can be, are below 2²⁴⁸ of them.
	pub const SCALE: u128 = 1_000_000_000_000_000_000_000_000_000_000_000_000;

	/// An amount of whole planck.
	pub fn from_planck(amount: u128) -> Self {
		// 2¹²⁸ · 2¹²⁰ fits 256 bits.
		Self(U256::from(amount).overflowing_mul(Self::SCALE.into()).0)
	}

	/// The number of parts.
	pub const fn parts(self) -> U256 {
		self.0
	}

	/// The whole planck, rounded down; `u128::MAX` where it is more than that.
	pub fn floor(self) -> u128 {
		let whole = self.0.checked_div(Self::SCALE.into()).unwrap_or_default();
		u128::try_from(whole).unwrap_or(u128::MAX)
	}

	/// Takes out the whole planck and leaves the fraction.
	pub fn take_whole(&mut self) -> u128 {
		let whole = self.floor();
		self.0 = self.0.saturating_sub(Self::from_planck(whole).0);
		whole
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
