// SPDX-License-Identifier: Apache-2.0

//! From many reports to one value.

use super::{Conduct, Deviation, MinQuorum, ReportValues};
use alloc::vec::Vec;
use destra_primitives::MetricId;

/// How many reports it takes: at least half of the active reporters, rounded up, and never fewer
/// than the minimum.
pub fn quorum(active: u32, minimum: MinQuorum) -> u32 {
	// The type bounds the minimum by 64.
	active.div_ceil(2).max(u32::try_from(minimum.get()).unwrap_or(u32::MAX))
}

/// The middle value; of an even number, the lower of the two in the middle, so that a tie never
/// raises the emission. `None` of nothing.
pub fn median(mut values: Vec<u64>) -> Option<u64> {
	let middle = values.len().checked_sub(1)?.checked_div(2)?;
	Some(*values.select_nth_unstable(middle).1)
}

/// What the reports on one metric come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tally {
	median: u64,
	agreeing: u32,
	tolerance: Deviation,
}

impl Tally {
	/// Counts `values`; `None` below `quorum`.
	pub fn count(values: Vec<u64>, quorum: u32, tolerance: Deviation) -> Option<Self> {
		if values.len() < usize::try_from(quorum).unwrap_or(usize::MAX) {
			return None;
		}
		let middle = median(values.clone())?;
		let agreeing = values.iter().filter(|value| tolerance.permits(middle, **value)).count();
		Some(Self {
			median: middle,
			agreeing: u32::try_from(agreeing).unwrap_or(u32::MAX),
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
}

/// What a reporter did whose report is `values`, in a round that came to `tallies`, with a number
/// of `reported` metrics on the table.
pub fn conduct(
	values: Option<&ReportValues>,
	tallies: &[(MetricId, Tally)],
	reported: usize,
) -> Conduct {
	let Some(values) = values else { return Conduct::Silent };
	let says = |id: &MetricId| values.iter().find(|(metric, _)| metric == id).map(|(_, v)| *v);
	let wrong = |(id, tally): &(MetricId, Tally)| says(id).is_some_and(|v| !tally.agrees(v));
	if tallies.iter().any(wrong) {
		Conduct::Wrong
	} else if tallies.is_empty() || values.len() < reported {
		Conduct::Unjudged
	} else {
		Conduct::Honest
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use sp_runtime::Perbill;

	const TENTH: Deviation = Deviation { relative: Perbill::from_percent(10), absolute: 0 };

	#[test]
	fn half_of_the_reporters_are_a_quorum_but_never_fewer_than_the_minimum() {
		let three = MinQuorum::literal::<3>();
		assert_eq!(quorum(0, three), 3);
		assert_eq!(quorum(6, three), 3);
		assert_eq!(quorum(7, three), 4);
		assert_eq!(quorum(64, three), 32);
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
		let tally = Tally::count(vec![100, 109, 1_000_000], 3, TENTH).unwrap();
		assert_eq!((tally.median(), tally.agreeing()), (109, 2));
		assert!(tally.agrees(100) && !tally.agrees(1_000_000));
		assert_eq!(Tally::count(vec![100, 109], 3, TENTH), None);
	}

	#[test]
	fn conduct_is_judged_by_the_metrics_that_have_a_median() {
		let tallies =
			[(MetricId(1), Tally::count(vec![100, 100, 100], 3, TENTH).expect("a quorum"))];
		let report = |values: &[(u16, u64)]| -> ReportValues {
			values.iter().map(|(id, v)| (MetricId(*id), *v)).collect::<Vec<_>>().try_into().unwrap()
		};
		let of = |values: &[(u16, u64)]| conduct(Some(&report(values)), &tallies, 2);
		assert_eq!(of(&[(1, 110), (2, 0)]), Conduct::Honest);
		assert_eq!(of(&[(1, 111), (2, 0)]), Conduct::Wrong);
		assert_eq!(of(&[(1, 100)]), Conduct::Unjudged, "metric 2 is left out");
		assert_eq!(of(&[(1, 0)]), Conduct::Wrong, "leaving out does not excuse");
		assert_eq!(conduct(None, &tallies, 2), Conduct::Silent);
		assert_eq!(conduct(Some(&report(&[(1, 0), (2, 0)])), &[], 2), Conduct::Unjudged);
	}

	proptest! {
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
		fn a_minority_cannot_leave_the_range_of_the_honest(
			honest in prop::collection::vec(90u64..=110, 4..20),
			wrong in prop::collection::vec(any::<u64>(), 0..4),
		) {
			let middle = median([honest, wrong].concat()).unwrap();
			prop_assert!((90..=110).contains(&middle));
		}
	}
}
