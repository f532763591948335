// SPDX-License-Identifier: Apache-2.0

//! Any history of blocks, heartbeats, joins and leaves.

use crate::{mock::*, Clock, Members};
use proptest::prelude::*;
use std::collections::BTreeSet;

#[derive(Clone, Debug)]
enum Act {
	/// Blocks by a member, as many slots after their parents.
	Blocks(usize, u64, usize),
	/// A heartbeat, if it is admitted.
	Beat(AccountId),
	/// An account begins or ceases to be a candidate with stake and keys.
	Turn(AccountId),
	/// The next session.
	Session,
}

fn act() -> impl Strategy<Value = Act> {
	prop_oneof![
		6 => (any::<usize>(), 1u64..6, 1usize..30).prop_map(|(a, s, n)| Act::Blocks(a, s, n)),
		4 => (0u64..12).prop_map(Act::Beat),
		2 => (0u64..12).prop_map(Act::Turn),
		3 => Just(Act::Session),
	]
}

/// A block by the member of this number, or the next one that may write.
fn block(author: usize, slots: u64) {
	let running = Running::get();
	let mut seats = (0..running.len()).map(|step| (author + step) % running.len());
	let free = seats.find(|seat| !Disabled::get().contains(&(*seat as u32)));
	block_after(slots, running[free.expect("finality can miss them")]);
}

/// What holds after each act, for a set that was chosen from this many candidates.
fn check(chosen_from: usize, fewest: usize) -> Result<(), TestCaseError> {
	let set = Running::get().len();
	let can_miss = set.saturating_sub(1) / 3;
	prop_assert!(Disabled::get().len() <= can_miss);
	prop_assert!(set > 0 || chosen_from == 0);
	prop_assert!(set >= fewest.min(chosen_from));
	for member in (0..Clock::<Test>::get().seats()).filter_map(Members::<Test>::get) {
		let earns = Idle::get().get(&member.who) != Some(&true);
		prop_assert!(!(member.is_idle() && earns), "{} signs from the seat it lost", member.who);
		prop_assert!(earns || member.is_idle() || !member.is_proven(), "{} writes", member.who);
	}
	if set > fewest {
		prop_assert!(unproven() <= can_miss.max(1), "{} of {set}", unproven());
	}
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(200))]

	#[test]
	fn finality_can_miss_all_who_are_disabled_or_unproven_and_who_is_there_earns(
		acts in proptest::collection::vec(act(), 1..120),
		fewest in 1usize..5,
	) {
		let mut outcome = Ok(());
		with_set(&[0, 1, 2, 3], || {
			Candidates::set((0..4).collect());
			// From how many the running set and the next one were chosen.
			let mut chosen_from = (4, 4);
			for act in acts {
				match act {
					Act::Blocks(author, slots, blocks) => {
						(0..blocks).for_each(|turn| block(author + turn % 3, slots));
					}
					Act::Beat(who) => {
						if Candidates::get().contains(&who)
							&& !crate::Heartbeats::<Test>::get().contains(&who)
						{
							beat(who);
						}
					}
					Act::Turn(who) => Candidates::mutate(|candidates| {
						// One always stays.
						if who > 0 && !candidates.remove(&who) {
							candidates.insert(who);
						}
					}),
					Act::Session => {
						let ranked: Vec<_> = Candidates::get().into_iter().rev().collect();
						chosen_from = (chosen_from.1, ranked.len());
						next_session(&ranked, fewest);
					}
				}
				outcome = check(chosen_from.0, fewest);
				if outcome.is_err() {
					return;
				}
			}
			let seats: BTreeSet<_> = (0..Clock::<Test>::get().seats())
				.filter_map(|seat| Members::<Test>::get(seat).map(|member| member.who))
				.collect();
			assert_eq!(seats, Running::get().into_iter().collect());
		});
		outcome?;
	}
}
