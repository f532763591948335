// SPDX-License-Identifier: Apache-2.0

//! One stake of an account under one term.

use super::{BucketIndex, StakeWeight};
use destra_economics::tiers::{self, UNIT};
use destra_primitives::{time::Millis, Balance};
use sp_runtime::ArithmeticError;

/// Names a position of an account; not used again as long as the account has a position, a reward that
/// is due or the registration of a provider. Who comes back with none of these begins anew.
pub type PositionId = u32;

/// What a position is on its way to.
#[frame_support::stored]
#[derive(Copy)]
pub enum PositionKind {
	/// Staked. It can be unbonded when its term is over.
	Locked,
	/// Unbonding. It can be withdrawn when its term is over.
	Unbonding,
}

/// An amount, and the term that it is bound to.
///
/// A locked planck weighs one hundred at least, an unbonding one nothing; until its term is over a
/// position weighs `extra` more. Only a position with an extra weight is counted in a bucket.
#[frame_support::stored]
#[derive(Copy)]
pub struct Position {
	/// Its name.
	pub id: PositionId,
	/// Staked or unbonding.
	pub kind: PositionKind,
	/// In planck.
	pub amount: Balance,
	/// The length of the term in milliseconds; zero where there never was one.
	pub length: Millis,
	/// The additional weight per planck until the term is over, in hundredths; zero from then on.
	pub extra: u32,
	/// The bucket whose expiry ends the term.
	pub due: BucketIndex,
}

impl Position {
	/// Whether the term is over, where the bucket `next` is the first that has not expired.
	pub const fn is_over(&self, next: BucketIndex) -> bool {
		self.due < next
	}

	/// Whether it is locked for no term at all.
	pub const fn is_open(&self) -> bool {
		matches!(self.kind, PositionKind::Locked) && self.length == 0
	}

	/// Whether it is locked, its term over or not.
	pub const fn is_locked(&self) -> bool {
		matches!(self.kind, PositionKind::Locked)
	}

	/// What it weighs however long it stays.
	pub fn base_weight(&self) -> Result<StakeWeight, ArithmeticError> {
		let multiplier = if self.is_locked() { UNIT } else { 0 };
		tiers::weight(self.amount, multiplier).ok_or(ArithmeticError::Overflow)
	}

	/// What it weighs in addition until its term is over.
	pub fn extra_weight(&self) -> Result<StakeWeight, ArithmeticError> {
		tiers::weight(self.amount, self.extra).ok_or(ArithmeticError::Overflow)
	}

	/// What it weighs altogether.
	pub fn weight(&self) -> Result<StakeWeight, ArithmeticError> {
		self.base_weight()?.checked_add(self.extra_weight()?).ok_or(ArithmeticError::Overflow)
	}

	/// Whether this position can absorb `other`: both over, or both on the same term with the same
	/// weight. Anything else would let an amount weigh more than its own term is worth.
	pub const fn absorbs(&self, other: &Self, next: BucketIndex) -> bool {
		let same_term = self.length == other.length && self.extra == other.extra;
		match (self.is_over(next), other.is_over(next)) {
			(true, true) => true,
			(false, false) => same_term,
			_ => false,
		}
	}
}
