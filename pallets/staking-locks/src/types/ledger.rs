// SPDX-License-Identifier: Apache-2.0

//! Everything an account has staked itself, and what it has earned.

use super::{BucketIndex, Capacity, Due, Earned, Position, PositionId, StakeWeight};
use destra_economics::accumulator::{Fine, Index};
use destra_primitives::Balance;
use frame_support::BoundedVec;
use sp_runtime::{traits::ConstU32, ArithmeticError, Perbill};

/// The most positions an account can have. The estimate of a call has to allow for the end of as
/// many terms, so that a larger number would make every estimate dearer.
pub const MAX_POSITIONS: u32 = 10;

/// The positions of an account and its rewards.
#[frame_support::stored]
#[derive(Default)]
pub struct Ledger {
	positions: BoundedVec<Position, ConstU32<MAX_POSITIONS>>,
	next_id: PositionId,
	/// The index up to which the rewards are in `earned`.
	since: Index,
	earned: Earned,
	compounding: bool,
	/// What the account is since then, and earns as.
	capacity: Capacity,
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

	/// What the account earns as.
	pub const fn capacity(&self) -> Capacity {
		self.capacity
	}

	/// Whether it is a provider that is not there: its positions weigh nothing, and no bucket counts
	/// them.
	pub const fn is_idle(&self) -> bool {
		matches!(self.capacity, Capacity::Idle)
	}

	/// Sets what the account earns as. What it earned until now has to be settled before.
	pub fn set_capacity(&mut self, capacity: Capacity) {
		self.capacity = capacity;
	}

	/// The whole planck of the rewards up to the last settlement.
	pub fn due(&self) -> Due {
		self.earned.due()
	}

	/// Adds a reward that was earned in this capacity.
	pub fn earn(&mut self, capacity: Capacity, reward: Fine) -> Result<(), ArithmeticError> {
		self.earned.add(capacity, reward)
	}

	/// Takes the whole planck out of the rewards.
	pub fn take_due(&mut self) -> Due {
		self.earned.take_due()
	}

	/// Takes a part of the rewards that were earned as a provider, rounded up. How many planck.
	pub fn slash_rewards(&mut self, fraction: Perbill) -> Balance {
		self.earned.slash(fraction)
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

	/// What the positions count in the total weight, where the bucket `next` is the first that has not
	/// expired: nothing while the account is idle.
	pub fn weight(&self, next: BucketIndex) -> Result<StakeWeight, ArithmeticError> {
		self.weight_of(next, |_| !self.is_idle())
	}

	/// What those of them weigh that are not unbonding, whether the account is idle or not.
	pub fn locked_weight(&self, next: BucketIndex) -> Result<StakeWeight, ArithmeticError> {
		self.weight_of(next, Position::is_locked)
	}

	fn weight_of(
		&self,
		next: BucketIndex,
		counts: impl Fn(&Position) -> bool,
	) -> Result<StakeWeight, ArithmeticError> {
		let mut positions = self.positions.iter().filter(|position| counts(position));
		positions.try_fold(0, |sum: StakeWeight, position| {
			let weight =
				if position.is_over(next) { position.base_weight()? } else { position.weight()? };
			sum.checked_add(weight).ok_or(ArithmeticError::Overflow)
		})
	}

	/// Whether there is nothing in it: no position, no whole planck, no provider. A wish alone is
	/// nothing.
	pub fn is_empty(&self) -> bool {
		self.positions.is_empty() && self.due().total() == 0 && self.capacity == Capacity::Staker
	}

	/// Brings the rewards up to `now`. A position whose term ended meanwhile loses its additional weight
	/// at the index that `expired` yields for its bucket; each one is asked for once. How many these
	/// were. An idle account earned nothing, and none of its terms is in a bucket.
	pub fn settle(
		&mut self,
		now: Index,
		next: BucketIndex,
		mut expired: impl FnMut(BucketIndex) -> Result<Index, ArithmeticError>,
	) -> Result<u32, ArithmeticError> {
		if self.is_idle() {
			self.since = now;
			return Ok(0);
		}
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
		self.earn(self.capacity, gain)?;
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
