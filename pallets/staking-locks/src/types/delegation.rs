// SPDX-License-Identifier: Apache-2.0

//! What one account delegated to one provider.

use super::{Generation, Pool};
use destra_economics::accumulator::{Fine, Index};
use destra_primitives::{time::Moment, Balance};
use frame_support::BoundedVec;
use sp_runtime::{traits::ConstU32, ArithmeticError};

/// The most departures a delegation can have at a time.
pub const MAX_DEPARTURES: u32 = 8;

/// A part of a delegation that is on its way out.
#[frame_support::stored]
pub struct Departure<AccountId> {
	/// Its shares in the unbonding part of the pool.
	pub shares: u128,
	/// When it may go, in milliseconds since the Unix epoch.
	pub ripe_at: Moment,
	/// The provider that it goes to; back to its owner with `None`.
	pub destination: Option<AccountId>,
}

/// A delegation.
#[frame_support::stored]
pub struct Delegation<AccountId> {
	/// Its shares in the bonded part of the pool.
	pub shares: u128,
	/// What is on hold for it, in planck: what it was worth when it was last visited.
	pub held: Balance,
	/// The parts on their way out, oldest first.
	pub departures: BoundedVec<Departure<AccountId>, ConstU32<MAX_DEPARTURES>>,
	/// The index of the pool up to which the rewards are in `earned`.
	since: Index,
	earned: Fine,
	/// Of the pool that its shares belong to.
	generation: Generation,
}

impl<AccountId> Delegation<AccountId> {
	/// Of nothing yet, in this pool.
	pub fn new(pool: &Pool) -> Self {
		Self {
			shares: 0,
			held: 0,
			departures: BoundedVec::new(),
			since: pool.index(),
			earned: Fine::ZERO,
			generation: pool.generation(),
		}
	}

	/// Of the pool that its shares belong to.
	pub const fn generation(&self) -> Generation {
		self.generation
	}

	/// It lost everything at this index, and belongs to the present generation of `pool` from now on.
	/// What it earned until then it keeps.
	pub fn forfeit(&mut self, ended: Index, pool: &Pool) -> Result<(), ArithmeticError> {
		self.settle(ended)?;
		let (held, earned) = (self.held, self.take_earned());
		*self = Self { held, earned, ..Self::new(pool) };
		Ok(())
	}

	/// Rewards up to the last settlement.
	pub const fn earned(&self) -> Fine {
		self.earned
	}

	/// Takes all of the rewards out, for another place.
	pub fn take_earned(&mut self) -> Fine {
		core::mem::take(&mut self.earned)
	}

	/// Takes the whole planck out of the rewards.
	pub fn take_reward(&mut self) -> Balance {
		self.earned.take_whole()
	}

	/// What it is worth in `pool`, on its way out or not, in planck, each part rounded down.
	pub fn value(&self, pool: &Pool) -> Balance {
		self.departures
			.iter()
			.map(|departure| pool.unbonding.value(departure.shares))
			.fold(pool.bonded.value(self.shares), Balance::saturating_add)
	}

	/// What it lost and still has on hold, in planck.
	pub fn loss(&self, pool: &Pool) -> Balance {
		self.held.saturating_sub(self.value(pool))
	}

	/// Whether nothing of the account is with the provider any more.
	pub fn is_over(&self) -> bool {
		self.shares == 0 && self.departures.is_empty() && self.held == 0
	}

	/// Brings the rewards up to the index `now` of the pool.
	pub fn settle(&mut self, now: Index) -> Result<(), ArithmeticError> {
		let gain = now.earned(self.since, self.shares).ok_or(ArithmeticError::Overflow)?;
		self.earned = self.earned.checked_add(gain).ok_or(ArithmeticError::Overflow)?;
		self.since = now;
		Ok(())
	}
}
