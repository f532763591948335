// SPDX-License-Identifier: Apache-2.0

//! Who reports, and what it puts at stake.

use super::Settings;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use destra_primitives::{time::Moment, Balance};
use scale_info::TypeInfo;

/// Where a reporter stands.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Standing {
	/// Admitted, not bonded yet.
	#[codec(index = 0)]
	Admitted,
	/// May report, and has to from round `from` on.
	#[codec(index = 1)]
	Active {
		/// The first round that it is answerable for.
		from: u32,
	},
	/// May not report for `rounds` more rounds, nor before the bond is complete again.
	#[codec(index = 2)]
	Suspended {
		/// How many rounds are left.
		rounds: u32,
	},
}

/// What a reporter did in a round.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum Conduct {
	/// Reported every metric, each within the tolerance of a median.
	#[codec(index = 0)]
	Honest,
	/// Left out a metric, or there was no quorum to compare with.
	#[codec(index = 1)]
	Unjudged,
	/// Reported a value outside the tolerance.
	#[codec(index = 2)]
	Wrong,
	/// Did not report.
	#[codec(index = 3)]
	Silent,
}

/// What a strike led to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Strike {
	/// That many strikes now.
	Counted(u32),
	/// One too many: the reporter is suspended.
	Suspended {
		/// For how many rounds.
		rounds: u32,
	},
}

/// A reporter.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct Reporter {
	standing: Standing,
	bond: Balance,
	strikes: u32,
	/// Honest rounds in a row since the last strike came or went.
	honest_rounds: u32,
}

impl Reporter {
	/// Admitted, without a bond.
	pub const fn admitted() -> Self {
		Self { standing: Standing::Admitted, bond: 0, strikes: 0, honest_rounds: 0 }
	}

	/// Where it stands.
	pub const fn standing(&self) -> Standing {
		self.standing
	}

	/// What it has on hold, in planck.
	pub const fn bond(&self) -> Balance {
		self.bond
	}

	/// How many strikes it has.
	pub const fn strikes(&self) -> u32 {
		self.strikes
	}

	/// Whether it may report.
	pub const fn is_active(&self) -> bool {
		matches!(self.standing, Standing::Active { .. })
	}

	/// Whether it has to report in `round`.
	pub const fn is_answerable(&self, round: u32) -> bool {
		matches!(self.standing, Standing::Active { from } if from <= round)
	}

	/// What is missing from a bond of `required`, in planck.
	pub const fn shortfall(&self, required: Balance) -> Balance {
		required.saturating_sub(self.bond)
	}

	/// Takes note of `amount` more on hold. With a complete bond a reporter who waits for nothing
	/// else becomes active; it is answerable from round `from` on.
	pub fn add_bond(&mut self, amount: Balance, required: Balance, from: u32) {
		self.bond = self.bond.saturating_add(amount);
		self.activate(required, from);
	}

	/// Takes note of `amount` less on hold.
	pub fn lose_bond(&mut self, amount: Balance) {
		self.bond = self.bond.saturating_sub(amount);
	}

	/// Counts an honest round; enough of them in a row take a strike away.
	pub fn reward_conduct(&mut self, settings: &Settings) {
		self.honest_rounds = self.honest_rounds.saturating_add(1);
		if u64::from(self.honest_rounds) >= settings.strike_decay.get() {
			self.honest_rounds = 0;
			self.strikes = self.strikes.saturating_sub(1);
		}
	}

	/// Counts a strike; at the limit the reporter is suspended and starts from zero again.
	pub fn strike(&mut self, settings: &Settings) -> Strike {
		self.honest_rounds = 0;
		self.strikes = self.strikes.saturating_add(1);
		if u64::from(self.strikes) < settings.strike_limit.get() {
			return Strike::Counted(self.strikes);
		}
		self.strikes = 0;
		let rounds = u32::try_from(settings.suspension_rounds.get()).unwrap_or(u32::MAX);
		self.standing = Standing::Suspended { rounds };
		Strike::Suspended { rounds }
	}

	/// Suspends an active reporter whose bond falls short, until it is complete.
	pub fn suspend_if_short(&mut self, required: Balance) {
		if self.is_active() && self.shortfall(required) > 0 {
			self.standing = Standing::Suspended { rounds: 0 };
		}
	}

	/// Counts a round off a suspension. Whether the reporter is active again, from round `from` on.
	pub fn serve_round(&mut self, required: Balance, from: u32) -> bool {
		if let Standing::Suspended { rounds } = self.standing {
			self.standing = Standing::Suspended { rounds: rounds.saturating_sub(1) };
			self.activate(required, from);
		}
		self.is_active()
	}

	/// Makes a reporter active that is neither so already nor still has to wait.
	fn activate(&mut self, required: Balance, from: u32) {
		let waiting = matches!(self.standing, Standing::Suspended { rounds } if rounds > 0);
		if !self.is_active() && !waiting && self.shortfall(required) == 0 {
			self.standing = Standing::Active { from };
		}
	}
}

/// The bond of a reporter who left.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Unbonding {
	amount: Balance,
	until: Moment,
}

impl Unbonding {
	/// `amount` planck, on hold until `until`.
	pub const fn new(amount: Balance, until: Moment) -> Self {
		Self { amount, until }
	}

	/// What is on hold, in planck.
	pub const fn amount(&self) -> Balance {
		self.amount
	}

	/// When it can be withdrawn, in milliseconds since the Unix epoch.
	pub const fn until(&self) -> Moment {
		self.until
	}

	/// This one and a later one, together on hold until both are due.
	pub fn merge(self, other: Self) -> Self {
		Self {
			amount: self.amount.saturating_add(other.amount),
			until: self.until.max(other.until),
		}
	}

	/// Takes note of `amount` less on hold.
	pub fn lose(&mut self, amount: Balance) {
		self.amount = self.amount.saturating_sub(amount);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use destra_primitives::BoundedU64;

	const BOND: Balance = 100;

	fn settings() -> Settings {
		Settings {
			bond: BOND,
			strike_limit: BoundedU64::literal::<3>(),
			strike_decay: BoundedU64::literal::<2>(),
			suspension_rounds: BoundedU64::literal::<2>(),
			..Settings::default()
		}
	}

	fn active() -> Reporter {
		let mut reporter = Reporter::admitted();
		reporter.add_bond(BOND, BOND, 7);
		reporter
	}

	#[test]
	fn a_complete_bond_makes_a_reporter_active_from_the_next_round() {
		let mut reporter = Reporter::admitted();
		reporter.add_bond(60, BOND, 7);
		assert_eq!((reporter.standing(), reporter.shortfall(BOND)), (Standing::Admitted, 40));
		reporter.add_bond(40, BOND, 7);
		assert!(reporter.is_active());
		assert!(!reporter.is_answerable(6) && reporter.is_answerable(7));
	}

	#[test]
	fn a_bond_added_by_an_active_reporter_leaves_its_duty_unchanged() {
		let mut reporter = active();
		reporter.add_bond(50, 150, 99);
		assert_eq!(reporter.standing(), Standing::Active { from: 7 });
	}

	#[test]
	fn honest_rounds_in_a_row_take_a_strike_away() {
		let mut reporter = active();
		assert_eq!(reporter.strike(&settings()), Strike::Counted(1));
		reporter.reward_conduct(&settings());
		assert_eq!(reporter.strike(&settings()), Strike::Counted(2), "the row was broken");
		reporter.reward_conduct(&settings());
		assert_eq!(reporter.strikes(), 2);
		reporter.reward_conduct(&settings());
		assert_eq!(reporter.strikes(), 1);
	}

	#[test]
	fn each_strike_takes_a_row_of_honest_rounds_of_its_own() {
		let mut reporter = active();
		reporter.strike(&settings());
		reporter.strike(&settings());
		let strikes: Vec<_> = (0..5)
			.map(|_| {
				reporter.reward_conduct(&settings());
				reporter.strikes()
			})
			.collect();
		assert_eq!(strikes, [2, 1, 1, 0, 0]);
	}

	#[test]
	fn a_suspension_ends_with_its_rounds_and_a_complete_bond() {
		let mut reporter = active();
		reporter.strike(&settings());
		reporter.strike(&settings());
		assert_eq!(reporter.strike(&settings()), Strike::Suspended { rounds: 2 });
		assert_eq!(reporter.standing(), Standing::Suspended { rounds: 2 });
		assert_eq!(reporter.strikes(), 0);
		reporter.lose_bond(10);

		assert!(!reporter.serve_round(BOND, 9));
		assert!(!reporter.serve_round(BOND, 10), "the bond is short");
		reporter.add_bond(10, BOND, 11);
		assert_eq!(reporter.standing(), Standing::Active { from: 11 });
	}

	#[test]
	fn a_bond_completed_early_does_not_shorten_the_suspension() {
		let mut reporter = active();
		(0..3).for_each(|_| {
			reporter.strike(&settings());
		});
		reporter.add_bond(10, BOND, 9);
		assert!(!reporter.serve_round(BOND, 9));
		assert!(reporter.serve_round(BOND, 10));
	}

	#[test]
	fn an_active_reporter_with_a_short_bond_can_be_suspended_until_it_is_complete() {
		let mut reporter = active();
		reporter.suspend_if_short(BOND);
		assert!(reporter.is_active());
		reporter.lose_bond(1);
		reporter.suspend_if_short(BOND);
		assert_eq!(reporter.standing(), Standing::Suspended { rounds: 0 });
		reporter.add_bond(1, BOND, 9);
		assert_eq!(reporter.standing(), Standing::Active { from: 9 });
	}

	#[test]
	fn two_unbondings_wait_for_the_later_one() {
		let mut both = Unbonding::new(5, 100).merge(Unbonding::new(7, 50));
		assert_eq!((both.amount(), both.until()), (12, 100));
		both.lose(20);
		assert_eq!(both.amount(), 0);
	}
}
