// SPDX-License-Identifier: Apache-2.0

//! The hot state: all that a block and a settlement need to know of the whole.

use super::{BucketIndex, StakeWeight};
use destra_economics::accumulator::{Accumulator, Fine, Index};
use destra_primitives::Balance;
use sp_runtime::ArithmeticError;

/// How many blocks' rewards the reserve of the authors is spread over: one block pays a 64th of it,
/// so that the author of the block after a standstill does not get all that came due meanwhile.
const AUTHOR_SMOOTHING: Balance = 64;

/// The rewards and weights of all stakers together.
#[frame_support::stored]
#[derive(Default)]
pub struct RewardState {
	accumulator: Accumulator,
	total_weight: StakeWeight,
	owed: Balance,
	author_reserve: Balance,
	/// The first bucket that has not expired; `None` until the clock is set.
	pub next_bucket: Option<BucketIndex>,
	/// Whether there were more buckets to expire than one block takes, so that what came into the pot
	/// waits to be divided.
	pub catching_up: bool,
}

impl RewardState {
	/// The present index.
	pub const fn index(&self) -> Index {
		self.accumulator.index()
	}

	/// The weight of all stake, but for the own stake of those who are idle.
	pub const fn total_weight(&self) -> StakeWeight {
		self.total_weight
	}

	/// What the pot owes to stakers, delegators and authors, in planck.
	pub const fn owed(&self) -> Balance {
		self.owed
	}

	/// What the pot holds for authors of blocks to come, in planck.
	pub const fn author_reserve(&self) -> Balance {
		self.author_reserve
	}

	/// Stake came in.
	pub fn add_weight(&mut self, weight: StakeWeight) -> Result<(), ArithmeticError> {
		self.total_weight =
			self.total_weight.checked_add(weight).ok_or(ArithmeticError::Overflow)?;
		Ok(())
	}

	/// Stake went out.
	pub fn remove_weight(&mut self, weight: StakeWeight) -> Result<(), ArithmeticError> {
		self.total_weight =
			self.total_weight.checked_sub(weight).ok_or(ArithmeticError::Underflow)?;
		Ok(())
	}

	/// Divides `fresh` planck: `for_authors` of it go to the reserve, the rest among all stake.
	/// Nothing happens without stake.
	pub fn allot(&mut self, fresh: Balance, for_authors: Balance) -> Result<(), ArithmeticError> {
		if fresh == 0 || self.total_weight == 0 {
			return Ok(());
		}
		let for_stake = fresh.checked_sub(for_authors).ok_or(ArithmeticError::Underflow)?;
		let owed = self.owed.checked_add(fresh).ok_or(ArithmeticError::Overflow)?;
		let reserve =
			self.author_reserve.checked_add(for_authors).ok_or(ArithmeticError::Overflow)?;
		self.accumulator = Fine::from_planck(for_stake)
			.and_then(|reward| self.accumulator.accrue(reward, self.total_weight))
			.ok_or(ArithmeticError::Overflow)?;
		self.owed = owed;
		self.author_reserve = reserve;
		Ok(())
	}

	/// Takes the reward of one block out of the reserve.
	pub fn take_author_reward(&mut self) -> Balance {
		let reward = self.author_reserve.div_euclid(AUTHOR_SMOOTHING);
		self.author_reserve = self.author_reserve.saturating_sub(reward);
		reward
	}

	/// An amount was paid out of the pot.
	pub fn pay(&mut self, amount: Balance) -> Result<(), ArithmeticError> {
		self.owed = self.owed.checked_sub(amount).ok_or(ArithmeticError::Underflow)?;
		Ok(())
	}
}
