// SPDX-License-Identifier: Apache-2.0

//! What others delegated to a provider.

use super::{PastMaxima, PastMaximum, StakeWeight};
use destra_economics::{
	accumulator::{Accumulator, Fine, Index},
	shares::SharePool,
	tiers::{self, UNIT},
};
use destra_primitives::{time::Moment, Balance};
use sp_runtime::{ArithmeticError, PerThing, Perbill};

/// A commission that will be higher.
#[frame_support::stored]
#[derive(Copy)]
pub struct Announcement {
	/// The new commission.
	pub commission: Perbill,
	/// The earliest moment at which it may apply, in milliseconds since the Unix epoch.
	pub from: Moment,
	/// The latest one.
	pub until: Moment,
}

/// The delegations to a provider, and its share in what they earn.
#[frame_support::stored]
#[derive(Default)]
pub struct Pool {
	/// Delegated and earning.
	pub bonded: SharePool,
	/// Undelegated and still answerable.
	pub unbonding: SharePool,
	/// The rewards per bonded share.
	rewards: Accumulator,
	/// The index of the whole up to which the rewards are divided.
	since: Index,
	/// What the provider earned by commission and as an author, and did not claim.
	income: Fine,
	/// The provider's part of what its delegators earn, while it earns a commission.
	pub commission: Perbill,
	/// Whether it does.
	earns_commission: bool,
	/// A raise that waits for its time.
	pub announced: Option<Announcement>,
	/// How many blocks the provider wrote.
	pub authored: u32,
	generation: Generation,
	/// How many delegations there are of this generation.
	delegations: u32,
	/// How many there are of earlier ones.
	lost: u32,
}

/// Counts how often the delegations to a provider lost everything. Those that come after that are
/// the next generation, with shares of their own.
pub type Generation = u32;

/// A generation of delegations that lost everything, as long as some of them were not visited.
#[frame_support::stored]
#[derive(Copy)]
pub struct Wipeout {
	/// The index of the pool up to which they earned.
	pub index: Index,
	/// How many of them are left.
	pub delegations: u32,
}

impl Wipeout {
	/// One of them was visited. `None` if it was the last.
	pub fn forget_one(self) -> Option<Self> {
		let delegations = self.delegations.saturating_sub(1);
		(delegations > 0).then_some(Self { delegations, ..self })
	}
}

impl Pool {
	/// A pool without delegations, at the index of the whole, of a provider that serves.
	pub fn new(commission: Perbill, now: Index) -> Self {
		Self { commission, earns_commission: true, since: now, ..Self::default() }
	}

	/// Whether the provider earns its commission.
	pub const fn earns_commission(&self) -> bool {
		self.earns_commission
	}

	/// Sets whether the provider earns its commission. What it earned until now has to be settled
	/// before.
	pub fn set_earns_commission(&mut self, earns: bool) {
		self.earns_commission = earns;
	}

	/// The index of the rewards per share.
	pub const fn index(&self) -> Index {
		self.rewards.index()
	}

	/// What the provider earned and did not claim.
	pub const fn income(&self) -> Fine {
		self.income
	}

	/// Takes what the provider earned.
	pub fn take_income(&mut self) -> Fine {
		core::mem::take(&mut self.income)
	}

	/// What the delegations weigh.
	pub fn weight(&self) -> Result<StakeWeight, ArithmeticError> {
		tiers::weight(self.bonded.amount(), UNIT).ok_or(ArithmeticError::Overflow)
	}

	/// The generation of the delegations that are worth something.
	pub const fn generation(&self) -> Generation {
		self.generation
	}

	/// How many delegations there are of this generation, and of earlier ones.
	pub const fn delegations(&self) -> (u32, u32) {
		(self.delegations, self.lost)
	}

	/// Whether there is no delegation, not even one that lost everything.
	pub const fn is_deserted(&self) -> bool {
		self.delegations == 0 && self.lost == 0
	}

	/// A delegation joined this generation.
	pub fn count_in(&mut self) -> Result<(), ArithmeticError> {
		self.delegations = self.delegations.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Ok(())
	}

	/// A delegation of this generation is over.
	pub fn count_out(&mut self) -> Result<(), ArithmeticError> {
		self.delegations = self.delegations.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
		Ok(())
	}

	/// A delegation of an earlier generation was visited.
	pub fn count_lost(&mut self) -> Result<(), ArithmeticError> {
		self.lost = self.lost.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
		Ok(())
	}

	/// Begins a new generation if everything was lost. The one that ended. What it earned has to be
	/// settled before.
	pub fn start_anew(&mut self) -> Result<Option<(Generation, Wipeout)>, ArithmeticError> {
		let worthless = self.bonded.amount() == 0 && self.unbonding.amount() == 0;
		if !worthless || self.delegations == 0 {
			return Ok(None);
		}
		let (ended, delegations) = (self.generation, core::mem::take(&mut self.delegations));
		self.lost = self.lost.checked_add(delegations).ok_or(ArithmeticError::Overflow)?;
		self.generation = ended.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		self.bonded = SharePool::default();
		self.unbonding = SharePool::default();
		Ok(Some((ended, Wipeout { index: self.index(), delegations })))
	}

	/// Divides what was earned up to `now`: what was earned while a maximum was in force by no more than
	/// that. A commission that was above it falls to it for good.
	pub fn settle(
		&mut self,
		now: Index,
		past: &PastMaxima,
		present: Perbill,
	) -> Result<(), ArithmeticError> {
		for PastMaximum { most, until } in past.after(self.since) {
			self.divide_up_to(*until, *most)?;
		}
		self.divide_up_to(now, present)
	}

	fn divide_up_to(&mut self, now: Index, most: Perbill) -> Result<(), ArithmeticError> {
		// A maximum under which nothing was earned binds nobody, whether or not the pool was visited.
		if now == self.since {
			return Ok(());
		}
		self.commission = self.commission.min(most);
		let gain = now.earned(self.since, self.weight()?).ok_or(ArithmeticError::Overflow)?;
		self.since = now;
		self.divide(gain)
	}

	/// Divides a reward for a block between the provider with `own` planck of its own, and those
	/// who delegated, in proportion. Of their part it takes its commission, `most` of it at most.
	pub fn reward_author(
		&mut self,
		reward: Fine,
		own: Balance,
		most: Perbill,
	) -> Result<(), ArithmeticError> {
		let delegated = self.bonded.amount();
		let all = own.checked_add(delegated).ok_or(ArithmeticError::Overflow)?;
		let theirs = reward.portion(delegated, all).unwrap_or_default();
		let mine = reward.checked_sub(theirs).ok_or(ArithmeticError::Underflow)?;
		self.authored = self.authored.saturating_add(1);
		self.add_income(mine)?;
		// Here, too, a maximum under which nothing was earned binds nobody.
		if theirs != Fine::ZERO {
			self.commission = self.commission.min(most);
		}
		self.divide(theirs)
	}

	/// Divides what the delegations earned: the commission, rounded down, and the rest.
	fn divide(&mut self, gain: Fine) -> Result<(), ArithmeticError> {
		if gain == Fine::ZERO {
			return Ok(());
		}
		let part = if self.earns_commission { self.commission } else { Perbill::zero() };
		let commission = gain
			.portion(part.deconstruct().into(), Perbill::ACCURACY.into())
			.ok_or(ArithmeticError::Overflow)?;
		let rest = gain.checked_sub(commission).ok_or(ArithmeticError::Underflow)?;
		self.add_income(commission)?;
		self.rewards = self
			.rewards
			.accrue(rest, self.bonded.shares())
			.ok_or(ArithmeticError::DivisionByZero)?;
		Ok(())
	}

	fn add_income(&mut self, income: Fine) -> Result<(), ArithmeticError> {
		self.income = self.income.checked_add(income).ok_or(ArithmeticError::Overflow)?;
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// The index after so many planck per unit of weight.
	fn index(planck: Balance) -> Index {
		let reward = Fine::from_planck(planck).unwrap();
		Accumulator::default().accrue(reward, 1).unwrap().index()
	}

	#[test]
	fn without_shares_a_settlement_only_moves_on() {
		let mut pool = Pool::new(Perbill::from_percent(50), Index::default());
		let unlimited = PastMaxima::default();
		pool.settle(index(5), &unlimited, Perbill::one()).unwrap();
		assert_eq!((pool.income(), pool.index()), (Fine::ZERO, Index::default()));
		(pool.bonded, _) = pool.bonded.join(1).unwrap();
		pool.settle(index(7), &unlimited, Perbill::one()).unwrap();
		assert_eq!(pool.income().whole(), 100, "half of two for each hundredth since it had one");
		assert_eq!(pool.index().per_unit().whole(), 100);
	}

	#[test]
	fn only_a_loss_of_everything_begins_a_new_generation() {
		let mut pool = Pool::new(Perbill::zero(), Index::default());
		assert_eq!(pool.start_anew(), Ok(None), "nobody lost anything");
		(pool.bonded, _) = pool.bonded.join(10).unwrap();
		pool.count_in().unwrap();
		assert_eq!(pool.start_anew(), Ok(None));
		(pool.bonded, _) = pool.bonded.lose(1, 1).unwrap();
		let ended = Wipeout { index: pool.index(), delegations: 1 };
		assert_eq!(pool.start_anew(), Ok(Some((0, ended))));
		assert_eq!((pool.generation(), pool.delegations()), (1, (0, 1)));
		assert!(!pool.is_deserted());
		pool.count_lost().unwrap();
		assert!(pool.is_deserted());
		assert_eq!(ended.forget_one(), None);
	}
}
