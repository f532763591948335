// SPDX-License-Identifier: Apache-2.0

//! The choice of a set of validators from those who have the stake and the keys.

use alloc::vec::Vec;

/// What a candidate has shown of being there; the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Evidence {
	/// Is in the running set, and has written a block since it entered.
	Proven,
	/// Is in the running set, and has not written yet.
	Unproven,
	/// Gave a sign of life in the session that ends.
	Signed,
	/// Has shown nothing.
	Absent,
	/// Fell idle in the running set.
	Idle,
}

/// How many of a set may have written no block of their own, where `proven` of those who could be in
/// it have and it has at most `most` members: as many as finality can miss, but always one. Or else
/// a chain of fewer than four could never grow.
pub const fn unproven_limit(proven: usize, most: usize) -> usize {
	// In a set of n = proven + u members, u ≤ (n − 1) / 3 is the same as u ≤ (proven − 1) / 2.
	let beside_all = proven.saturating_sub(1) / 2;
	let of_a_full_set = most.saturating_sub(1) / 3;
	let limit = if beside_all < of_a_full_set { beside_all } else { of_a_full_set };
	if limit == 0 {
		1
	} else {
		limit
	}
}

/// The members of the next set, heaviest first, out of `ranked`, which is in that order.
///
/// First come all who are there, the unproven ones up to their [limit](unproven_limit), members before
/// newcomers; of them the `most` heaviest. Where these are fewer than `fewest`, the set is filled up to
/// that from the others, those with better evidence first.
pub fn choose<A>(ranked: Vec<(A, Evidence)>, fewest: usize, most: usize) -> Vec<A> {
	let evidence: Vec<Evidence> = ranked.iter().map(|(_, evidence)| *evidence).collect();
	let of = |wanted: Evidence| {
		evidence
			.iter()
			.enumerate()
			.filter(move |(_, evidence)| **evidence == wanted)
			.map(|(rank, _)| rank)
	};
	let limit = unproven_limit(of(Evidence::Proven).count().min(most), most);
	let unproven = of(Evidence::Unproven).chain(of(Evidence::Signed)).take(limit);
	let mut chosen: Vec<usize> = of(Evidence::Proven).chain(unproven).collect();
	chosen.sort_unstable();
	chosen.truncate(most);

	let missing = fewest.min(most).saturating_sub(chosen.len());
	let mut others: Vec<usize> =
		(0..ranked.len()).filter(|rank| chosen.binary_search(rank).is_err()).collect();
	others.sort_by_key(|rank| evidence.get(*rank).copied());
	chosen.extend(others.into_iter().take(missing));
	chosen.sort_unstable();

	let members = ranked.into_iter().enumerate();
	let among = |rank: &usize| chosen.binary_search(rank).is_ok();
	members.filter(|(rank, _)| among(rank)).map(|(_, (who, _))| who).collect()
}

#[cfg(test)]
mod tests {
	use super::{Evidence::*, *};
	use proptest::prelude::*;

	fn chosen(ranked: &[Evidence], fewest: usize, most: usize) -> Vec<Evidence> {
		choose(ranked.iter().map(|evidence| (*evidence, *evidence)).collect(), fewest, most)
	}

	#[test]
	fn two_stakers_who_never_run_a_node_do_not_enter_a_set_of_four() {
		let ranked = [Absent, Absent, Proven, Proven, Proven, Proven];
		assert_eq!(chosen(&ranked, 4, 100), [Proven; 4]);
		// Not even where a program signs for them: finality can miss one of five.
		let ranked = [Signed, Signed, Proven, Proven, Proven, Proven];
		assert_eq!(chosen(&ranked, 4, 100), [Signed, Proven, Proven, Proven, Proven]);
	}

	#[test]
	fn an_unproven_member_comes_before_a_heavier_newcomer() {
		let ranked = [Signed, Proven, Proven, Proven, Proven, Unproven];
		assert_eq!(chosen(&ranked, 4, 100), [Proven, Proven, Proven, Proven, Unproven]);
	}

	#[test]
	fn one_alone_gets_company() {
		assert_eq!(chosen(&[Signed, Signed, Proven], 1, 100), [Signed, Proven]);
	}

	#[test]
	fn a_set_is_filled_up_to_the_minimum_with_idle_ones_last() {
		let ranked = [Idle, Absent, Proven, Proven];
		assert_eq!(chosen(&ranked, 3, 100), [Absent, Proven, Proven]);
		assert_eq!(chosen(&ranked, 4, 100), ranked);
		assert_eq!(chosen(&ranked, 9, 100), ranked);
	}

	#[test]
	fn the_heaviest_displace_the_lightest_of_a_full_set() {
		let ranked = [Signed, Proven, Proven, Proven, Proven];
		assert_eq!(chosen(&ranked, 1, 4), [Signed, Proven, Proven, Proven]);
	}

	fn evidence() -> impl Strategy<Value = Evidence> {
		prop_oneof![
			6 => Just(Proven),
			1 => Just(Unproven),
			2 => Just(Signed),
			1 => Just(Absent),
			1 => Just(Idle),
		]
	}

	proptest! {
		#[test]
		fn of_any_candidates_finality_can_miss_the_unproven(
			ranked in proptest::collection::vec(evidence(), 0..40),
			fewest in 1usize..8,
			room in 0usize..20,
		) {
			let most = fewest + room;
			let set = chosen(&ranked, fewest, most);
			let count = |wanted: &[Evidence]| set.iter().filter(|one| wanted.contains(one)).count();
			prop_assert!(set.len() <= most);
			prop_assert!(set.len() >= fewest.min(ranked.len()));
			prop_assert_eq!(set.is_empty(), ranked.is_empty());
			if set.len() > fewest {
				prop_assert_eq!(count(&[Absent, Idle]), 0);
				prop_assert!(count(&[Unproven, Signed]) <= ((set.len() - 1) / 3).max(1));
			}
		}
	}
}
