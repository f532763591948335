// SPDX-License-Identifier: Apache-2.0

//! Everything an account has staked itself, and what it has earned.

use super::{BucketIndex, Position, PositionId, StakeWeight};
use destra_economics::accumulator::{Fine, Index};
use destra_primitives::Balance;
use frame_support::BoundedVec;
use sp_runtime::{traits::ConstU32, ArithmeticError};

/// The most positions an account can have.
pub const MAX_POSITIONS: u32 = 16;

/// The positions of an account and its rewards.
#[frame_support::stored]
#[derive(Default)]
pub struct Ledger {
	positions: BoundedVec<Position, ConstU32<MAX_POSITIONS>>,
	next_id: PositionId,
	/// The index up to which the rewards are in `earned`.
	since: Index,
	earned: Fine,
	compounding: bool,
}

impl Ledger {
	/// The positions, oldest first.
	pub fn positions(&self) -> &[Position] {
		&self.positions
	}

	/// The position of this name.
	pub fn position(&self, id: PositionId) -> Option<&Position> {
		self.positions.iter().find(|position| position.id == id)
	}

	/// The position that has no term, if there is one.
	pub fn open_position(&self) -> Option<&Position> {
		self.positions.iter().find(|position| position.is_open())
	}

	/// Whether rewards are staked instead of paid.
	pub const fn is_compounding(&self) -> bool {
		self.compounding
	}

	/// Sets whether rewards are staked instead of paid.
	pub fn set_compounding(&mut self, compounding: bool) {
		self.compounding = compounding;
	}

	/// Rewards up to the last settlement.
	pub const fn earned(&self) -> Fine {
		self.earned
	}

	/// Adds a reward.
	pub fn earn(&mut self, reward: Fine) -> Result<(), ArithmeticError> {
		self.earned = self.earned.checked_add(reward).ok_or(ArithmeticError::Overflow)?;
		Ok(())
	}

	/// Takes the whole planck out of the rewards.
	pub fn take_reward(&mut self) -> Balance {
		self.earned.take_whole()
	}

	/// What is staked and not unbonding, in planck.
	pub fn own_stake(&self) -> Balance {
		self.positions
			.iter()
			.filter(|position| position.is_locked())
			.fold(0, |sum, position| sum.saturating_add(position.amount))
	}

	/// What is on hold, in planck.
	pub fn total(&self) -> Balance {
		self.positions.iter().fold(0, |sum, position| sum.saturating_add(position.amount))
	}

	/// What the positions weigh where the bucket `next` is the first that has not expired.
	pub fn weight(&self, next: BucketIndex) -> Result<StakeWeight, ArithmeticError> {
		self.positions.iter().try_fold(0, |sum: StakeWeight, position| {
			let weight =
				if position.is_over(next) { position.base_weight()? } else { position.weight()? };
			sum.checked_add(weight).ok_or(ArithmeticError::Overflow)
		})
	}

	/// Whether there is nothing worth keeping: no position, no whole planck, no wish.
	pub fn is_empty(&self) -> bool {
		self.positions.is_empty() && self.earned.whole() == 0 && !self.compounding
	}

	/// Brings the rewards up to `now`. A position whose term ended meanwhile loses its additional
	/// weight at the index that `expired` yields for its bucket; each one is asked for once.
	pub fn settle(
		&mut self,
		now: Index,
		next: BucketIndex,
		mut expired: impl FnMut(BucketIndex) -> Result<Index, ArithmeticError>,
	) -> Result<u32, ArithmeticError> {
		let mut gain = Fine::ZERO;
		let mut ended = 0u32;
		for position in self.positions.iter_mut() {
			let base = now.earned(self.since, position.base_weight()?);
			let extra = position.extra_weight()?;
			let until = if position.extra > 0 && position.is_over(next) {
				position.extra = 0;
				ended = ended.saturating_add(1);
				expired(position.due)?
			} else {
				now
			};
			let earned = base
				.zip(until.earned(self.since, extra))
				.and_then(|(base, extra)| base.checked_add(extra))
				.and_then(|earned| gain.checked_add(earned));
			gain = earned.ok_or(ArithmeticError::Overflow)?;
		}
		self.since = now;
		self.earn(gain)?;
		Ok(ended)
	}

	/// Adds a position under a new name; the name. `None` where there is no room.
	pub fn add(&mut self, position: Position) -> Option<PositionId> {
		let id = self.next_id;
		self.positions.try_push(Position { id, ..position }).ok()?;
		self.next_id = id.saturating_add(1);
		Some(id)
	}

	/// Takes a position out.
	pub fn take(&mut self, id: PositionId) -> Option<Position> {
		let at = self.positions.iter().position(|position| position.id == id)?;
		Some(self.positions.remove(at))
	}

	/// Puts a position, that was taken out, in its new shape at the place of its name.
	pub fn put(&mut self, position: Position) -> Option<()> {
		let at = self.positions.partition_point(|other| other.id < position.id);
		self.positions.try_insert(at, position).ok()
	}
}
