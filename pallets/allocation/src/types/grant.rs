// SPDX-License-Identifier: Apache-2.0

//! A grant: an amount of a category that unlocks by a schedule.

use destra_economics::vesting::{self, exit_penalty};
use destra_primitives::{time::Moment, Balance, CategoryId, GrantId, Schedule};
use frame_support::traits::Get;
use sp_runtime::Perquintill;

/// Grants are counted from one.
pub struct FirstGrantId;

impl Get<GrantId> for FirstGrantId {
	fn get() -> GrantId {
		GrantId(1)
	}
}

/// An amount of a category that unlocks for its beneficiary by a schedule. Amounts in planck.
#[frame_support::stored]
pub struct Grant<AccountId> {
	id: GrantId,
	category: CategoryId,
	schedule: Schedule,
	amount: Balance,
	released: Balance,
	offered_to: Option<AccountId>,
}

/// How a grant ends before its time: `due` has vested and not been paid, `unvested` has not vested.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Severance {
	/// Vested and not paid yet, in planck.
	pub due: Balance,
	/// Not vested, in planck.
	pub unvested: Balance,
}

/// How a beneficiary leaves early.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Exit {
	/// What the beneficiary gets, in planck.
	pub paid: Balance,
	/// What it costs, in planck.
	pub penalty: Balance,
}

/// Two grants differ in category or schedule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotMergeable;

impl<AccountId> Grant<AccountId> {
	/// A grant of which nothing has been paid.
	pub const fn new(
		id: GrantId,
		category: CategoryId,
		schedule: Schedule,
		amount: Balance,
	) -> Self {
		Self { id, category, schedule, amount, released: 0, offered_to: None }
	}

	/// Its name.
	pub const fn id(&self) -> GrantId {
		self.id
	}

	/// The category it is from.
	pub const fn category(&self) -> CategoryId {
		self.category
	}

	/// By when which part unlocks.
	pub const fn schedule(&self) -> Schedule {
		self.schedule
	}

	/// All of it.
	pub const fn amount(&self) -> Balance {
		self.amount
	}

	/// What was paid.
	pub const fn released(&self) -> Balance {
		self.released
	}

	/// What is on hold.
	pub const fn outstanding(&self) -> Balance {
		self.amount.saturating_sub(self.released)
	}

	/// Whom the beneficiary offers it to.
	pub const fn offered_to(&self) -> Option<&AccountId> {
		self.offered_to.as_ref()
	}

	/// Offers it to somebody, or to nobody any more.
	pub fn offer_to(&mut self, to: Option<AccountId>) {
		self.offered_to = to;
	}

	/// What has vested by `now`; rounds down, and is exactly the amount at the end.
	pub fn vested(&self, now: Moment) -> Balance {
		vesting::Schedule::from(self.schedule).vested(self.amount, now)
	}

	/// What has vested by `now` and was not paid.
	pub fn due(&self, now: Moment) -> Balance {
		self.vested(now).saturating_sub(self.released)
	}

	/// When more of it vests, and how much.
	pub fn next_unlock(&self, now: Moment) -> Option<(Moment, Balance)> {
		vesting::Schedule::from(self.schedule).next_unlock(self.amount, now)
	}

	/// When its lump vests.
	pub fn cliff_at(&self) -> Moment {
		vesting::Schedule::from(self.schedule).cliff_at().unwrap_or(Moment::MAX)
	}

	/// When all of it has vested.
	pub fn ends_at(&self) -> Moment {
		vesting::Schedule::from(self.schedule).end().unwrap_or(Moment::MAX)
	}

	/// Counts `amount` as paid.
	pub fn release(&mut self, amount: Balance) {
		self.released = self.released.saturating_add(amount);
	}

	/// What ending it at `now` comes to.
	pub fn sever(&self, now: Moment) -> Severance {
		let vested = self.vested(now);
		Severance {
			due: vested.saturating_sub(self.released),
			unvested: self.amount.saturating_sub(vested),
		}
	}

	/// What leaving at `now` comes to, where leaving at the start costs the part `rate`. The
	/// penalty rounds up.
	pub fn exit(&self, now: Moment, rate: Perquintill) -> Exit {
		let Severance { due, unvested } = self.sever(now);
		let (start, end) = (self.schedule.start, self.ends_at());
		let penalty = exit_penalty(unvested, rate.deconstruct(), start, end, now).min(unvested);
		Exit { paid: due.saturating_add(unvested.saturating_sub(penalty)), penalty }
	}

	/// Takes another grant of the same category and schedule into this one. No later than before
	/// does anything vest: two amounts that round down vest at most as much as their sum does.
	pub fn absorb(&mut self, other: &Self) -> Result<(), NotMergeable> {
		if (self.category, self.schedule) != (other.category, other.schedule) {
			return Err(NotMergeable);
		}
		self.amount = self.amount.checked_add(other.amount).ok_or(NotMergeable)?;
		self.released = self.released.checked_add(other.released).ok_or(NotMergeable)?;
		// An offer was made for what the grant was.
		self.offered_to = None;
		Ok(())
	}
}
