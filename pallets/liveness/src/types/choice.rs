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
	/// Is in the running set, and showed nothing in a session in which it could have.
	Silent,
	/// Fell idle in the running set, and gave a sign of life since.
	Returned,
	/// Has shown nothing.
	Absent,
	/// Fell idle in the running set.
	Idle,
}

impl Evidence {
	/// Whether there is a sign of life.
	const fn is_there(self) -> bool {
		matches!(self, Self::Proven | Self::Unproven | Self::Signed | Self::Returned)
	}

	/// Whether it is in the running set.
	const fn is_member(self) -> bool {
		!matches!(self, Self::Signed | Self::Absent)
	}

	/// Whether it may take the place of a lighter one.
	const fn competes(self) -> bool {
		matches!(self, Self::Proven | Self::Unproven | Self::Signed)
	}
}

/// How many validators finality can miss of a set of this many.
pub const fn can_miss(set: usize) -> usize {
	set.saturating_sub(1) / 3
}

/// How many of a set may be unproven, where `proven` of those who could be in it are and it has at most
/// `most` members: half as many as finality can miss, so that the other half is left for those who are
/// proven and fail. But always one, or else a chain of four could never grow to the seven of whom half
/// can be missed: of four to six it is the one whom finality can miss, and a set of fewer can miss nobody
/// with it or without.
pub const fn unproven_limit(proven: usize, most: usize) -> usize {
	// In a set of n = proven + u members, u ≤ (n − 1) / 6 is the same as u ≤ (proven − 1) / 5.
	let beside_all = proven.saturating_sub(1) / 5;
	let of_a_full_set = can_miss(most) / 2;
	let limit = if beside_all < of_a_full_set { beside_all } else { of_a_full_set };
	if limit == 0 {
		1
	} else {
		limit
	}
}

/// How many silent members keep their seats whatever else, where `members` of a set are candidates still,
/// `silent` of them are silent and `idle` of them go anyway: no more go at once than finality can miss, or
/// one. Else a
/// session in which most are cut off would hand the chain to whoever was not. And nobody loses one unless
/// the session that ends told, by `heard`, who is silent: once is enough for the one before.
pub const fn spared(members: usize, silent: usize, idle: usize, heard: bool) -> usize {
	if !heard {
		return silent;
	}
	let lost = can_miss(members);
	let lost = if lost == 0 { 1 } else { lost };
	silent.saturating_sub(lost.saturating_sub(idle))
}

/// The members of the next set, heaviest first, out of `ranked`, which is in that order. None if nobody
/// of them has given a sign of life.
///
/// First come all who are proven, and up to their [limit](unproven_limit) unproven members and newcomers,
/// in this order; of them the `most` heaviest. Where there is room, silent members keep their seats, within
/// the same limit; and where there are fewer than `fewest`, so far others fill up the set. Whoever gave no
/// sign of life displaces nobody, and is only in a set of which finality can miss it: a smaller set
/// that is there is better than a full one that is not. But the heaviest of very many silent members are
/// [spared](spared), and as many fewer newcomers enter; none of them keeps the seat of a member that is there.
/// Where nobody is proven, those who are next to that take their place: all of them, unless they are newcomers
/// and there are members who are silent only; then as many as of unproven ones, and none if nobody could be
/// `heard`.
pub fn choose<A>(ranked: Vec<(A, Evidence)>, fewest: usize, most: usize, heard: bool) -> Vec<A> {
	let evidence: Vec<Evidence> = ranked.iter().map(|(_, evidence)| *evidence).collect();
	let Some(best) = evidence.iter().copied().filter(|one| one.is_there()).min() else {
		return Vec::new();
	};
	let of_best = |rank: &usize| evidence.get(*rank) == Some(&best);
	let (mut chosen, mut others): (Vec<usize>, Vec<usize>) = (0..ranked.len()).partition(of_best);
	let count = |is: fn(Evidence) -> bool| evidence.iter().filter(|one| is(**one)).count();
	let members = count(Evidence::is_member);
	let silent = count(|one| one == Evidence::Silent);
	let idle = count(|one| matches!(one, Evidence::Idle | Evidence::Returned));
	if best == Evidence::Signed && silent > 0 {
		if !heard {
			return Vec::new();
		}
		chosen.truncate(unproven_limit(members, most));
	}
	let spared = spared(members, silent, idle, heard);
	let limit = unproven_limit(chosen.len().min(most), most);
	let unproven = count(|one| one == Evidence::Unproven);
	let kept = if spared > 0 { limit.max(unproven) } else { limit };
	let newcomers = limit.saturating_sub(spared);
	others.sort_by_key(|rank| evidence.get(*rank).copied());
	let (rivals, rest): (Vec<usize>, Vec<usize>) =
		others.into_iter().partition(|rank| evidence.get(*rank).is_some_and(|one| one.competes()));

	// The members are the first of them.
	let is_member = |rank: &usize| evidence.get(*rank).is_some_and(|one| one.is_member());
	let placed = rivals.iter().copied().take(kept).enumerate();
	let placed = placed.filter(|(place, rank)| *place < newcomers || is_member(rank));
	chosen.extend(placed.map(|(_, rank)| rank));
	chosen.sort_unstable();
	chosen.truncate(most);
	// The silent ones are the first of the rest, the heaviest of them first.
	let (spared, rest) = rest.split_at(spared.min(rest.len()));
	chosen.extend(spared.iter().take(most.saturating_sub(chosen.len())));
	let without_fillers = chosen.len();
	for rank in rest.iter().take(newcomers.saturating_sub(rivals.len())) {
		let silent = evidence.get(*rank) == Some(&Evidence::Silent);
		if chosen.len() < if silent { most } else { fewest.min(most) } {
			chosen.push(*rank);
		}
	}
	if can_miss(chosen.len()) == 0 {
		let fillers = chosen.split_off(without_fillers);
		let there = |rank: &usize| evidence.get(*rank).is_some_and(|one| one.is_there());
		chosen.extend(fillers.into_iter().filter(there));
	}
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
		chosen_if(true, ranked, fewest, most)
	}

	/// What is chosen where everybody could be heard, or nobody.
	fn chosen_if(heard: bool, ranked: &[Evidence], fewest: usize, most: usize) -> Vec<Evidence> {
		choose(ranked.iter().map(|evidence| (*evidence, *evidence)).collect(), fewest, most, heard)
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
	fn an_unproven_member_comes_before_a_heavier_newcomer_and_a_silent_one_after() {
		let ranked = [Signed, Proven, Proven, Proven, Proven, Unproven];
		assert_eq!(chosen(&ranked, 4, 100), [Proven, Proven, Proven, Proven, Unproven]);
		let ranked = [Silent, Signed, Proven, Proven, Proven, Proven];
		assert_eq!(chosen(&ranked, 4, 100), [Signed, Proven, Proven, Proven, Proven]);
		let ranked = [Silent, Proven, Proven, Proven, Absent];
		assert_eq!(chosen(&ranked, 4, 100), [Silent, Proven, Proven, Proven]);
	}

	#[test]
	fn who_is_silent_displaces_nobody() {
		let ranked = [Silent, Proven, Proven, Proven, Proven];
		for most in 1..=4 {
			assert_eq!(chosen(&ranked, 1, most), vec![Proven; most]);
		}
		assert_eq!(chosen(&ranked, 1, 5), ranked);
	}

	#[test]
	fn one_alone_gets_company() {
		assert_eq!(chosen(&[Signed, Signed, Proven], 1, 100), [Signed, Proven]);
	}

	#[test]
	fn a_chain_of_one_grows_and_keeps_half_of_what_finality_can_miss() {
		let mut grown = vec![];
		let mut proven = 1;
		while proven < 100 {
			let ranked: Vec<_> =
				[vec![Signed; 150], vec![Proven; proven]].into_iter().flatten().collect();
			let set = chosen(&ranked, 1, 100).len();
			let newcomers = set - proven;
			assert!(newcomers == 1 || newcomers <= can_miss(set) / 2, "{newcomers} of {set}");
			assert!(newcomers >= 1);
			grown.push(newcomers);
			proven = set;
		}
		assert!(grown.len() < 30, "{grown:?}");
	}

	#[test]
	fn a_set_is_filled_up_to_the_minimum_with_idle_ones_last() {
		let three = |filler| [filler, Proven, Proven, Proven];
		for filler in [Returned, Absent, Idle] {
			assert_eq!(chosen(&three(filler), 4, 100), three(filler));
			assert_eq!(chosen(&three(filler), 3, 100), [Proven; 3]);
		}
		let ranked = [Idle, Absent, Returned, Proven, Proven, Proven];
		assert_eq!(chosen(&ranked, 4, 100), [Returned, Proven, Proven, Proven]);
		assert_eq!(chosen(&ranked[..4], 4, 100), [Returned, Proven], "it is there");
	}

	#[test]
	fn who_never_ran_is_in_no_set_that_would_stop_for_it() {
		for filler in [Absent, Idle] {
			assert_eq!(chosen(&[filler, filler, Proven, Proven], 4, 100), [Proven; 2]);
			assert_eq!(chosen(&[filler, Proven], 4, 100), [Proven]);
			let ranked = [filler, filler, Proven, Proven, Proven];
			assert_eq!(chosen(&ranked, 9, 100), [filler, Proven, Proven, Proven]);
		}
	}

	#[test]
	fn a_session_in_which_most_are_cut_off_does_not_hand_the_chain_to_the_others() {
		let most_of = |all: usize, there: usize| {
			[vec![Silent; all - there], vec![Proven; there]]
				.into_iter()
				.flatten()
				.collect::<Vec<_>>()
		};
		for (all, there, silent) in [(100, 10, 57), (30, 10, 11), (4, 1, 2), (3, 1, 1), (2, 1, 0)] {
			let set = chosen(&most_of(all, there), 4, 100);
			let count = |of| set.iter().filter(|one| **one == of).count();
			assert_eq!((count(Proven), count(Silent)), (there, silent), "{there} of {all}");
		}
		// Those who are idle go anyway, and count.
		let ranked = [Idle, Silent, Proven, Proven];
		assert_eq!(chosen(&ranked, 1, 100), ranked[1..]);
		assert_eq!(chosen(&ranked[1..], 1, 100), [Proven; 2]);
		let ranked = [vec![Idle; 9], vec![Silent; 6], vec![Proven; 15]].concat();
		assert_eq!(chosen(&ranked, 1, 100), ranked[9..]);
		// The heaviest stay, and nobody enters before all who are in are there.
		let ranked = [Silent, Signed, Silent, Proven, Silent];
		assert_eq!(chosen(&ranked, 4, 100), [Silent, Silent, Proven]);
		assert_eq!(chosen(&ranked, 4, 2), [Silent, Proven]);
	}

	#[test]
	fn nobody_loses_a_seat_twice_for_one_session() {
		let ranked: Vec<_> =
			[vec![Silent; 9], vec![Proven; 12], vec![Signed]].into_iter().flatten().collect();
		assert_eq!(chosen_if(false, &ranked, 4, 100), ranked[..21]);
		assert_eq!(chosen(&ranked, 4, 100).len(), 12 + 3);
	}

	#[test]
	fn a_member_that_was_not_called_yet_does_not_go_for_one_that_is_silent() {
		let ranked = [Silent, Silent, Proven, Proven, Signed, Unproven];
		assert_eq!(chosen(&ranked, 4, 100), [Silent, Proven, Proven, Unproven]);
		let thirty: Vec<_> =
			[vec![Silent; 12], vec![Proven; 16], vec![Unproven; 2]].into_iter().flatten().collect();
		assert_eq!(chosen(&thirty, 4, 100), thirty[9..]);
		let thirty: Vec<_> =
			[vec![Silent; 12], vec![Proven; 14], vec![Unproven; 4]].into_iter().flatten().collect();
		assert_eq!(chosen(&thirty, 4, 100), thirty[9..]);
		assert_eq!(chosen_if(false, &thirty, 4, 100), thirty);
	}

	#[test]
	fn strangers_do_not_take_over_where_all_members_are_silent() {
		let strangers = |silent| [vec![Silent; silent], vec![Signed; 100]].concat();
		assert_eq!(chosen(&strangers(3), 4, 100), [Silent, Silent, Signed]);
		assert_eq!(chosen(&strangers(1), 4, 100), [Signed]);
		assert_eq!(chosen(&strangers(0), 4, 80), [Signed; 80]);
		assert_eq!(chosen_if(false, &strangers(30), 4, 100), [], "the running set goes on");
	}

	#[test]
	fn where_nobody_is_there_nobody_is_chosen() {
		assert_eq!(chosen(&[], 4, 100), []);
		assert_eq!(chosen(&[Absent, Silent, Idle], 4, 100), []);
		assert_eq!(chosen(&[Absent, Signed, Silent], 4, 100), [Signed]);
	}

	#[test]
	fn of_thirty_of_whom_ten_are_silent_a_set_remains_that_finalises() {
		let ranked: Vec<_> = (0..30).map(|at| if at % 3 == 0 { Silent } else { Proven }).collect();
		let set = chosen(&ranked, 4, 100);
		let silent = set.iter().filter(|one| **one == Silent).count();
		assert_eq!((set.len(), silent), (23, 3));
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
			1 => Just(Silent),
			1 => Just(Returned),
			1 => Just(Absent),
			1 => Just(Idle),
		]
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(2_000))]

		#[test]
		fn of_any_candidates_finality_can_miss_the_unproven(
			ranked in proptest::collection::vec(evidence(), 0..40),
			fewest in 1usize..8,
			room in 0usize..20,
			heard in any::<bool>(),
		) {
			let most = fewest + room;
			let set = chosen_if(heard, &ranked, fewest, most);
			prop_assert!(set.len() <= most);
			let is_there = ranked.iter().any(|one| one.is_there());
			let best_there = ranked.iter().filter(|one| one.is_there()).min();
			let waits = !heard && best_there == Some(&Signed) && ranked.contains(&Silent);
			prop_assert_eq!(set.is_empty(), !is_there || waits);
			let proven = |of: &[Evidence]| of.iter().filter(|one| **one == Proven).count();
			let can_miss = set.len().saturating_sub(1) / 3;
			let best = set.iter().min();
			let unproven = set.iter().filter(|one| Some(*one) != best).count();
			let not_there = [Silent, Absent, Idle];
			let dead = set.iter().filter(|one| not_there.contains(*one)).count();
			let members = ranked.iter().filter(|one| one.is_member()).count();
			let silent = ranked.iter().filter(|one| **one == Silent).count();
			let idle = ranked.iter().filter(|one| matches!(one, Idle | Returned)).count();
			let spared = spared(members, silent, idle, heard);
			let members_there = |of: &[Evidence]| of.iter().filter(|one| **one == Unproven).count();
			if spared > 0 && proven(&ranked) > 0 {
				let room = most - proven(&set);
				prop_assert!(members_there(&set) >= members_there(&ranked).min(room));
			} else {
				let limit = (can_miss / 2).max(1);
				prop_assert!(unproven <= limit + spared, "{unproven} of {}", set.len());
			}
			let newcomers = set.iter().filter(|one| **one == Signed).count();
			let alone = best == Some(&Signed);
			prop_assert!(alone || newcomers <= (can_miss / 2).max(1).saturating_sub(spared));
			prop_assert!(dead <= can_miss.max(spared), "{dead} of {}", set.len());
			let kept = set.iter().filter(|one| **one == Silent).count();
			let room = most - (set.len() - kept);
			prop_assert!(set.is_empty() || kept >= spared.min(room), "{kept} of {silent}");
			prop_assert!(set.len() >= proven(&ranked).min(most));
			prop_assert!(dead == 0 || proven(&set) == proven(&ranked), "the dead displace somebody");
		}
	}
}
