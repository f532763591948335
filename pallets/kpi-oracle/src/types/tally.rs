// SPDX-License-Identifier: Apache-2.0

//! From many reports to one value, and from that back to what each reporter did.
//!
//! # Agreement
//!
//! Reports *agree* where they lie within the tolerance of their median. A value takes a quorum of
//! reports and the agreement of more than half of all bonded reporters. Then, as long as no more
//! than half of them lie:
//!
//! - Among those who agree is an honest one, so the value lies within the tolerance of the truth.
//! - If more than half of the bonded report honestly, they are more than half of the reports: the
//!   median is one of theirs or lies between them, and no lie moves it out of their range.
//! - Scattered reports, such as two halves that contradict each other, are no value.
//!
//! Honest reports lie within the tolerance of each other. One of them lies within that of the value,
//! so no honest report is further from the value than twice the way: whoever is has lied, and only
//! such a report is *wrong*. One in between earns nothing and is not struck.

use super::{count, Conduct, MinQuorum, ReportValues, Tolerance};
use alloc::vec::Vec;
use destra_primitives::MetricId;

/// How many reports it takes of `bonded` reporters: more than half, and never fewer than the minimum.
pub fn quorum(bonded: u32, minimum: MinQuorum) -> u32 {
	// The type bounds the minimum by 64.
	majority(bonded).max(u32::try_from(minimum.get()).unwrap_or(u32::MAX))
}

/// More than half of `all`.
pub const fn majority(all: u32) -> u32 {
	// Half of 32 bits and one fit 32 bits.
	(all / 2).saturating_add(1)
}

/// The middle value; of an even number, the lower of the two in the middle, so that a tie never
/// raises the emission. `None` of nothing.
pub fn median(mut values: Vec<u64>) -> Option<u64> {
	let middle = values.len().checked_sub(1)?.checked_div(2)?;
	Some(*values.select_nth_unstable(middle).1)
}

/// What it takes to decide a value in one round.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Electorate {
	bonded: u32,
	quorum: u32,
}

impl Electorate {
	/// `bonded` reporters, of whom at least `minimum` have to report.
	pub fn new(bonded: u32, minimum: MinQuorum) -> Self {
		Self { bonded, quorum: quorum(bonded, minimum) }
	}

	/// How many reports it takes.
	pub const fn quorum(&self) -> u32 {
		self.quorum
	}

	/// How many of the bonded may be suspended for strikes at a time: a third, rounded down.
	pub const fn most_suspended(&self) -> u32 {
		self.bonded / 3
	}

	/// Whether `agreeing` of `reports` are enough: more than half of them and of the bonded.
	const fn decides(&self, agreeing: u32, reports: u32) -> bool {
		reports >= self.quorum && agreeing >= majority(reports) && agreeing >= majority(self.bonded)
	}
}

/// The value that the reports on one metric agree on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tally {
	median: u64,
	agreeing: u32,
	tolerance: Tolerance,
}

impl Tally {
	/// Counts `values`; `None` below the quorum, and where too few agree.
	pub fn count(values: Vec<u64>, electorate: Electorate, tolerance: Tolerance) -> Option<Self> {
		let middle = median(values.clone())?;
		let agreeing = values.iter().filter(|value| tolerance.permits(middle, **value)).count();
		let (agreeing, reports) = (count(agreeing), count(values.len()));
		electorate.decides(agreeing, reports).then_some(Self {
			median: middle,
			agreeing,
			tolerance,
		})
	}

	/// The median.
	pub const fn median(&self) -> u64 {
		self.median
	}

	/// How many reports lie within the tolerance.
	pub const fn agreeing(&self) -> u32 {
		self.agreeing
	}

	/// Whether a report of `value` lies within the tolerance.
	pub fn agrees(&self, value: u64) -> bool {
		self.tolerance.permits(self.median, value)
	}

	/// Whether no honest reporter can have reported `value`: it lies within the tolerance of nothing
	/// that lies within the tolerance of the median.
	pub fn refutes(&self, value: u64) -> bool {
		!self.tolerance.permits_by_another(self.median, value)
	}
}

/// What a round came to for one reported metric.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outcome {
	/// Which metric.
	pub metric: MetricId,
	/// Whether a report without it is incomplete.
	pub due: bool,
	/// What its reports agree on; `None` if on nothing.
	pub tally: Option<Tally>,
}

/// What `values` say of `metric`.
pub fn value_of(values: &ReportValues, metric: MetricId) -> Option<u64> {
	values.iter().find(|(id, _)| *id == metric).map(|(_, value)| *value)
}

/// What a reporter did whose report is `values`, in a round that came to `outcomes`.
///
/// A metric that came to no value need not be in a report: nobody can tell what was said of it from
/// an invention, and to invent must not earn more than to leave out what could not be measured.
pub fn conduct(values: Option<&ReportValues>, outcomes: &[Outcome]) -> Conduct {
	let Some(values) = values else { return Conduct::Silent };
	// What was said of each metric with a value.
	let judged = || {
		let of = |outcome: &Outcome| Some((outcome.tally?, value_of(values, outcome.metric)?));
		outcomes.iter().filter_map(of)
	};
	let missing = |one: &Outcome| value_of(values, one.metric).is_none();
	let complete = !outcomes.iter().any(|one| one.due && one.tally.is_some() && missing(one));
	if judged().any(|(tally, value)| tally.refutes(value)) {
		Conduct::Wrong
	} else if complete
		&& judged().next().is_some()
		&& judged().all(|(tally, value)| tally.agrees(value))
	{
		Conduct::Honest
	} else {
		Conduct::Unjudged
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::types::Units;
	use proptest::prelude::*;
	use sp_runtime::Perbill;

	const TENTH: Tolerance =
		Tolerance { relative: Perbill::from_percent(10), absolute: Units::literal::<0>() };
	const ONE: MinQuorum = MinQuorum::literal::<1>();

	fn of_bonded(bonded: u32) -> Electorate {
		Electorate::new(bonded, ONE)
	}

	#[test]
	fn more_than_half_of_the_bonded_are_a_quorum_but_never_fewer_than_the_minimum() {
		let three = MinQuorum::literal::<3>();
		assert_eq!([0, 1, 4, 5, 6, 7, 64].map(|n| quorum(n, three)), [3, 3, 3, 3, 4, 4, 33]);
		assert_eq!([1, 2, 3].map(|n| quorum(n, ONE)), [1, 2, 2]);
	}

	#[test]
	fn at_most_a_third_of_the_bonded_is_suspended() {
		let most = |bonded| of_bonded(bonded).most_suspended();
		assert_eq!([0, 2, 3, 5, 6, 7, 64].map(most), [0, 0, 1, 1, 2, 2, 21]);
	}

	#[test]
	fn the_lower_of_two_middle_values_wins() {
		assert_eq!(median(vec![]), None);
		assert_eq!(median(vec![7]), Some(7));
		assert_eq!(median(vec![9, 1]), Some(1));
		assert_eq!(median(vec![9, 1, 5]), Some(5));
		assert_eq!(median(vec![4, 1, 3, 2]), Some(2));
	}

	#[test]
	fn outliers_neither_move_the_median_nor_agree() {
		let tally = Tally::count(vec![100, 109, 1_000_000], of_bonded(3), TENTH).unwrap();
		assert_eq!((tally.median(), tally.agreeing()), (109, 2));
		assert!(tally.agrees(100) && !tally.agrees(1_000_000));
		let three = Electorate::new(3, MinQuorum::literal::<3>());
		assert_eq!(Tally::count(vec![100, 109], three, TENTH), None, "below the quorum");
	}

	#[test]
	fn three_liars_against_three_honest_are_no_value() {
		let halves = vec![0, 0, 0, 1_000, 1_000, 1_000];
		assert_eq!(Tally::count(halves, of_bonded(6), TENTH), None);
		let four_of_seven = vec![0, 0, 0, 1_000, 1_000, 1_000, 1_000];
		let tally = Tally::count(four_of_seven, of_bonded(7), TENTH).unwrap();
		assert_eq!((tally.median(), tally.agreeing()), (1_000, 4));
	}

	#[test]
	fn those_who_agree_are_counted_against_all_bonded() {
		let three = vec![1_000, 1_000, 1_000];
		assert!(Tally::count(three.clone(), of_bonded(5), TENTH).is_some());
		assert_eq!(Tally::count(three.clone(), of_bonded(6), TENTH), None);
		let with_a_liar = [three, vec![0]].concat();
		assert_eq!(Tally::count(with_a_liar, of_bonded(6), TENTH), None, "a quorum is no majority");
	}

	#[test]
	fn scattered_reports_are_no_value() {
		let scattered = vec![100, 200, 400, 800, 1_600];
		assert_eq!(Tally::count(scattered, of_bonded(5), TENTH), None);
	}

	#[test]
	fn only_what_no_honest_reporter_can_say_is_refuted() {
		let tally = Tally::count(vec![1_000, 1_000, 1_210], of_bonded(3), TENTH).unwrap();
		// 1,000 + 100 + 110, 1,000 − 100 − 90.
		assert!(!tally.agrees(1_210) && !tally.refutes(1_210) && tally.refutes(1_211));
		assert!(!tally.agrees(810) && !tally.refutes(810) && tally.refutes(809));
	}

	fn report(values: &[(u16, u64)]) -> ReportValues {
		let values: Vec<_> = values.iter().map(|(id, v)| (MetricId(*id), *v)).collect();
		values.try_into().unwrap()
	}

	#[test]
	fn conduct_is_judged_by_the_metrics_that_have_a_value() {
		let tally = Tally::count(vec![100, 100, 100], of_bonded(3), TENTH);
		let outcome = |id, due, tally| Outcome { metric: MetricId(id), due, tally };
		let outcomes = [outcome(1, true, tally), outcome(2, true, tally), outcome(3, false, tally)];
		let of = |values: &[(u16, u64)]| conduct(Some(&report(values)), &outcomes);
		assert_eq!(of(&[(1, 110), (2, 100)]), Conduct::Honest, "metric 3 is not due");
		assert_eq!(of(&[(1, 111), (2, 100)]), Conduct::Unjudged, "between right and wrong");
		assert_eq!(of(&[(1, 122), (2, 100)]), Conduct::Wrong);
		assert_eq!(of(&[(1, 100)]), Conduct::Unjudged, "metric 2 is left out");
		assert_eq!(of(&[(1, 100), (9, 0)]), Conduct::Unjudged, "for which another does not stand");
		assert_eq!(of(&[(1, 0)]), Conduct::Wrong, "leaving out does not excuse");
		assert_eq!(of(&[(9, 0)]), Conduct::Unjudged, "nothing to compare with");
		assert_eq!(conduct(None, &outcomes), Conduct::Silent);
		let failed = [outcome(1, true, tally), outcome(2, true, None)];
		for values in [&[(1, 100)][..], &[(1, 100), (2, 7)]] {
			let conduct = conduct(Some(&report(values)), &failed);
			assert_eq!(conduct, Conduct::Honest, "an invention earns no more than an omission");
		}
		let nothing = [outcome(1, true, None)];
		assert_eq!(conduct(Some(&report(&[(1, 0)])), &nothing), Conduct::Unjudged);
	}

	/// A coalition that may say anything, against honest reporters of whom some are silent. Two honest
	/// values lie within the tolerance of each other.
	fn game() -> impl Strategy<Value = (u32, Vec<u64>, Vec<u64>)> {
		(1u32..=21).prop_flat_map(|bonded| {
			let most = bonded / 2;
			(0..=most).prop_flat_map(move |liars| {
				let honest = usize::try_from(bonded - liars).unwrap();
				let lie = prop_oneof![900u64..1_200, 0..3_000u64, any::<u64>()];
				(
					Just(bonded),
					prop::collection::vec(1_000u64..=1_100, 0..=honest),
					prop::collection::vec(lie, 0..=usize::try_from(liars).unwrap()),
				)
			})
		})
	}

	proptest! {
		#![proptest_config(ProptestConfig {
			cases: 2_048,
			max_global_rejects: 65_536,
			..ProptestConfig::default()
		})]

		#[test]
		fn the_median_has_half_of_the_values_on_each_side(
			values in prop::collection::vec(any::<u64>(), 1..64),
		) {
			let middle = median(values.clone()).unwrap();
			let (half, len) = (values.len().div_ceil(2), values.len());
			prop_assert!(values.iter().filter(|v| **v <= middle).count() >= half);
			prop_assert!(values.iter().filter(|v| **v >= middle).count() > len / 2);
		}

		#[test]
		fn half_of_the_bonded_move_no_value_out_of_the_tolerance_and_get_nobody_struck(
			(bonded, honest, lies) in game(),
		) {
			let all = [honest.clone(), lies].concat();
			let Some(tally) = Tally::count(all, of_bonded(bonded), TENTH) else { return Ok(()) };
			prop_assert!(
				honest.iter().any(|value| tally.agrees(*value)),
				"a value of liars alone: {tally:?}"
			);
			prop_assert!(
				honest.iter().all(|value| !tally.refutes(*value)),
				"an honest reporter is struck: {tally:?}"
			);
		}

		#[test]
		fn where_more_than_half_report_honestly_there_is_a_value_in_their_range_and_all_are_rewarded(
			(bonded, honest, lies) in game(),
		) {
			prop_assume!(honest.len() >= usize::try_from(majority(bonded)).unwrap());
			let all = [honest.clone(), lies].concat();
			let tally = Tally::count(all, of_bonded(bonded), TENTH);
			prop_assert!(tally.is_some(), "no value");
			let tally = tally.unwrap();
			let range = *honest.iter().min().unwrap()..=*honest.iter().max().unwrap();
			prop_assert!(range.contains(&tally.median()), "moved: {tally:?}");
			prop_assert!(honest.iter().all(|value| tally.agrees(*value)));
		}
	}
}
