// SPDX-License-Identifier: Apache-2.0

//! Who reports, and what it puts at stake.

use super::{value_of, Outcome, ReportValues, Settings};
use alloc::vec::Vec;
use destra_primitives::{time::Moment, Balance, MaxMetrics, MetricId};
use frame_support::BoundedVec;

/// Where a reporter stands.
#[frame_support::stored]
#[derive(Copy)]
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
#[frame_support::stored]
#[derive(Copy)]
pub enum Conduct {
	/// Reported every metric that is due, each within the tolerance of the value.
	#[codec(index = 0)]
	Honest,
	/// Left out a metric, reported what may be right or wrong, or there was no value to compare with.
	#[codec(index = 1)]
	Unjudged,
	/// Reported a value that no honest reporter can have reported.
	#[codec(index = 2)]
	Wrong,
	/// Did not report.
	#[codec(index = 3)]
	Silent,
	/// Left the same metric out for too many rounds in a row.
	#[codec(index = 4)]
	Incomplete,
}

/// For how many rounds in a row a reporter has left out a metric that the others agreed on.
#[frame_support::stored]
#[derive(Copy)]
pub struct Omission {
	/// Which metric.
	pub metric: MetricId,
	/// How many rounds.
	pub rounds: u32,
}

/// A reporter.
#[frame_support::stored]
pub struct Reporter {
	standing: Standing,
	bond: Balance,
	strikes: u32,
	/// Honest rounds in a row since the last strike came or went.
	honest_rounds: u32,
	omissions: BoundedVec<Omission, MaxMetrics>,
}

impl Reporter {
	/// Admitted, without a bond.
	pub fn admitted() -> Self {
		Self {
			standing: Standing::Admitted,
			bond: 0,
			strikes: 0,
			honest_rounds: 0,
			omissions: BoundedVec::new(),
		}
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

	/// Whether it has a bond on hold, whatever its standing: it counts for the quorum.
	pub const fn is_bonded(&self) -> bool {
		self.bond > 0
	}

	/// Whether it is suspended, for rounds or for a bond that falls short.
	pub const fn is_suspended(&self) -> bool {
		matches!(self.standing, Standing::Suspended { .. })
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

	/// Counts a strike. How many there are now.
	pub fn strike(&mut self) -> u32 {
		self.honest_rounds = 0;
		self.strikes = self.strikes.saturating_add(1);
		self.strikes
	}

	/// Whether it has as many strikes as suspend a reporter, or more, and is not suspended yet.
	pub fn is_overdue(&self, settings: &Settings) -> bool {
		self.is_active() && u64::from(self.strikes) >= settings.strike_limit.get()
	}

	/// Suspends it; its strikes are counted from zero again. For how many rounds.
	pub fn suspend(&mut self, settings: &Settings) -> u32 {
		let rounds = u32::try_from(settings.suspension_rounds.get()).unwrap_or(u32::MAX);
		self.strikes = 0;
		self.standing = Standing::Suspended { rounds };
		rounds
	}

	/// Takes note of the metrics that its report leaves out of a round that came to `outcomes`.
	/// Whether it has left out one of them for `limit` rounds in a row; that one is then counted from
	/// zero again.
	///
	/// A round counts where the metric is due and the others agreed on it: it could be measured. One
	/// in which they did not leaves the row as it is.
	pub fn note_omissions(
		&mut self,
		values: &ReportValues,
		outcomes: &[Outcome],
		limit: u64,
	) -> bool {
		let before = |metric| {
			self.omissions.iter().find(|one| one.metric == metric).map_or(0, |one| one.rounds)
		};
		let left_out = outcomes
			.iter()
			.filter(|outcome| outcome.due && value_of(values, outcome.metric).is_none())
			.map(|outcome| Omission {
				metric: outcome.metric,
				rounds: before(outcome.metric).saturating_add(outcome.tally.is_some().into()),
			});
		let (over, row): (Vec<_>, Vec<_>) =
			left_out.partition(|omission| u64::from(omission.rounds) >= limit);
		// No more than there are metrics, and those have the same bound.
		self.omissions =
			BoundedVec::truncate_from(row.into_iter().filter(|one| one.rounds > 0).collect());
		!over.is_empty()
	}

	/// Suspends an active reporter whose bond falls short of `required`, until it is complete.
	/// Whether it did.
	pub fn suspend_if_short(&mut self, required: Balance) -> bool {
		let short = self.is_active() && self.shortfall(required) > 0;
		if short {
			self.standing = Standing::Suspended { rounds: 0 };
		}
		short
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

/// The least bond with which one may report. A bond that is raised binds who comes or returns at once,
/// and who is active after a term.
#[frame_support::stored]
#[derive(Copy)]
pub struct BondTerm {
	least: Balance,
	/// When the bond of the settings becomes the least one; `None` where it is.
	ends_at: Option<Moment>,
}

impl BondTerm {
	/// A bond that binds everybody.
	pub const fn new(bond: Balance) -> Self {
		Self { least: bond, ends_at: None }
	}

	/// The least bond of an active reporter, in planck.
	pub const fn least(&self) -> Balance {
		self.least
	}

	/// When the bond of the settings becomes the least one, in milliseconds since the Unix epoch.
	pub const fn ends_at(&self) -> Option<Moment> {
		self.ends_at
	}

	/// The bond of the settings changes from `old` to `new`. One that rises again begins the term
	/// anew; one that is no more than the least binds at once.
	pub fn set(&mut self, old: Balance, new: Balance, ends_at: Moment) {
		if new <= self.least {
			*self = Self::new(new);
		} else if new > old || self.ends_at.is_none() {
			self.ends_at = Some(ends_at);
		}
	}

	/// Lets the term end, if it is over by `now`: `bond` binds everybody.
	pub fn mature(&mut self, bond: Balance, now: Moment) {
		if self.ends_at.is_some_and(|end| end <= now) {
			*self = Self::new(bond);
		}
	}
}

/// The default settings ask for it.
impl Default for BondTerm {
	fn default() -> Self {
		Self::new(Settings::default().bond.get())
	}
}

/// The bond of a reporter who left.
#[frame_support::stored]
#[derive(Copy)]
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
	use crate::types::{Bond, Electorate, MinQuorum, Tally, Tolerance, Units};
	use destra_primitives::BoundedU64;
	use sp_runtime::Perbill;

	const BOND: Balance = 100;

	fn settings() -> Settings {
		Settings {
			bond: Bond::literal::<BOND>(),
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
		assert_eq!(reporter.strike(), 1);
		reporter.reward_conduct(&settings());
		assert_eq!(reporter.strike(), 2, "the row was broken");
		reporter.reward_conduct(&settings());
		assert_eq!(reporter.strikes(), 2);
		reporter.reward_conduct(&settings());
		assert_eq!(reporter.strikes(), 1);
	}

	#[test]
	fn each_strike_takes_a_row_of_honest_rounds_of_its_own() {
		let mut reporter = active();
		reporter.strike();
		reporter.strike();
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
		reporter.strike();
		reporter.strike();
		assert!(!reporter.is_overdue(&settings()));
		reporter.strike();
		assert!(reporter.is_overdue(&settings()));
		assert_eq!(reporter.suspend(&settings()), 2);
		assert_eq!(reporter.standing(), Standing::Suspended { rounds: 2 });
		assert_eq!((reporter.strikes(), reporter.is_overdue(&settings())), (0, false));
		reporter.lose_bond(10);

		assert!(!reporter.serve_round(BOND, 9));
		assert!(!reporter.serve_round(BOND, 10), "the bond is short");
		reporter.add_bond(10, BOND, 11);
		assert_eq!(reporter.standing(), Standing::Active { from: 11 });
	}

	#[test]
	fn a_bond_completed_early_does_not_shorten_the_suspension() {
		let mut reporter = active();
		reporter.suspend(&settings());
		reporter.add_bond(10, BOND, 9);
		assert!(!reporter.serve_round(BOND, 9));
		assert!(reporter.serve_round(BOND, 10));
	}

	#[test]
	fn an_active_reporter_with_a_short_bond_can_be_suspended_until_it_is_complete() {
		let mut reporter = active();
		assert!(!reporter.suspend_if_short(BOND));
		assert!(reporter.is_active());
		reporter.lose_bond(1);
		assert!(reporter.suspend_if_short(BOND));
		assert_eq!(reporter.standing(), Standing::Suspended { rounds: 0 });
		reporter.add_bond(1, BOND, 9);
		assert_eq!(reporter.standing(), Standing::Active { from: 9 });
	}

	#[test]
	fn a_suspended_reporter_counts_as_bonded_and_one_without_a_bond_does_not() {
		let mut reporter = active();
		reporter.suspend(&settings());
		assert!(reporter.is_bonded() && reporter.is_suspended());
		reporter.lose_bond(BOND);
		assert!(!reporter.is_bonded());
		assert!(!Reporter::admitted().is_bonded());
	}

	fn outcome(id: u16, due: bool, agreed: bool) -> Outcome {
		let tolerance = Tolerance { relative: Perbill::zero(), absolute: Units::literal::<0>() };
		let one = Electorate::new(1, MinQuorum::literal::<1>());
		let tally = agreed.then(|| Tally::count(vec![5], one, tolerance).unwrap());
		Outcome { metric: MetricId(id), due, tally }
	}

	#[test]
	fn a_metric_left_out_for_rounds_in_a_row_is_counted_where_the_others_agreed() {
		let mut reporter = active();
		let only_one: ReportValues = vec![(MetricId(1), 5)].try_into().unwrap();
		let mut round = |values: &ReportValues, outcomes: &[Outcome]| {
			reporter.note_omissions(values, outcomes, 3)
		};
		let agreed = [outcome(1, true, true), outcome(2, true, true), outcome(3, false, true)];
		let scattered = [outcome(1, true, true), outcome(2, true, false)];
		assert_eq!([round(&only_one, &agreed), round(&only_one, &agreed)], [false, false]);
		assert!(!round(&only_one, &scattered), "nobody could measure it");
		assert!(round(&only_one, &agreed), "the third in a row");
		assert_eq!([round(&only_one, &agreed), round(&only_one, &agreed)], [false, false]);
		let both: ReportValues = vec![(MetricId(1), 5), (MetricId(2), 5)].try_into().unwrap();
		assert!(!round(&both, &agreed), "the row is broken");
		assert_eq!([round(&only_one, &agreed), round(&only_one, &agreed)], [false, false]);
		assert!(!round(&only_one, &agreed[..1]), "a retired metric is forgotten");
		assert!(reporter.omissions.is_empty());
	}

	#[test]
	fn a_raised_bond_binds_after_its_term_and_a_lowered_one_at_once() {
		let mut term = BondTerm::new(100);
		term.set(100, 150, 9);
		assert_eq!((term.least(), term.ends_at()), (100, Some(9)));
		term.set(150, 150, 20);
		assert_eq!(term.ends_at(), Some(9), "the same bond does not begin it anew");
		term.set(150, 120, 20);
		assert_eq!(term.ends_at(), Some(9), "nor does a smaller rise");
		term.mature(120, 8);
		assert_eq!(term.least(), 100);
		term.mature(120, 9);
		assert_eq!(term, BondTerm::new(120));
		term.set(120, 130, 30);
		term.set(130, 140, 40);
		assert_eq!(term.ends_at(), Some(40), "a further rise does");
		term.set(140, 80, 50);
		assert_eq!(term, BondTerm::new(80));
	}

	#[test]
	fn two_unbondings_wait_for_the_later_one() {
		let mut both = Unbonding::new(5, 100).merge(Unbonding::new(7, 50));
		assert_eq!((both.amount(), both.until()), (12, 100));
		both.lose(20);
		assert_eq!(both.amount(), 0);
	}
}
