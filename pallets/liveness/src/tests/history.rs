// SPDX-License-Identifier: Apache-2.0

//! Any history of blocks, heartbeats, joins and leaves.

use crate::{
	mock::*,
	types::{spared, Evidence},
	Clock, Members,
};
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

/// How many of those from whom a set is chosen are proven, and how many of that set show no sign of life.
#[derive(Clone, Copy)]
struct Choice {
	proven: usize,
	not_there: usize,
	/// How many silent ones kept their seats, since too many were.
	spared: usize,
}

impl Choice {
	/// The last choice, of the queued set from `ranked`; `signed` gave a heartbeat.
	fn of(ranked: &[AccountId], signed: &[AccountId]) -> Self {
		let evidence = |who: &AccountId| {
			let newcomer = if signed.contains(who) { Evidence::Signed } else { Evidence::Absent };
			evidence_of(*who).unwrap_or(newcomer)
		};
		let is_proven = |who: &&AccountId| evidence(who) == Evidence::Proven;
		let shows_nothing = |who: &&AccountId| {
			matches!(evidence(who), Evidence::Silent | Evidence::Absent | Evidence::Idle)
		};
		let members = ranked.iter().filter(|who| evidence_of(**who).is_some()).count();
		let silent = ranked.iter().filter(|who| evidence(who) == Evidence::Silent).count();
		let is_idle =
			|who: &&AccountId| matches!(evidence(who), Evidence::Idle | Evidence::Returned);
		let idle = ranked.iter().filter(is_idle).count();
		Self {
			spared: spared(members, silent, idle, Clock::<Test>::get().was_heard()),
			proven: ranked.iter().filter(is_proven).count(),
			not_there: Queued::get().iter().filter(shows_nothing).count(),
		}
	}
}

/// What holds after each act, for a running set that was chosen so.
fn check(choice: Choice) -> Result<(), TestCaseError> {
	let set = Running::get().len();
	let can_miss = set.saturating_sub(1) / 3;
	prop_assert!(set > 0);
	prop_assert!(Disabled::get().len() <= can_miss);
	for member in (0..Clock::<Test>::get().seats()).filter_map(Members::<Test>::get) {
		let earns = Idle::get().get(&member.who) != Some(&true);
		prop_assert!(!(member.is_idle() && earns), "{} signs from the seat it lost", member.who);
		prop_assert!(earns || member.is_idle() || !member.is_proven(), "{} writes", member.who);
	}
	if choice.proven > 0 {
		prop_assert!(set >= choice.proven);
		prop_assert!(unproven() <= (can_miss / 2).max(1), "{} of {set}", unproven());
		prop_assert!(
			choice.not_there <= can_miss.max(choice.spared),
			"{} of {set}",
			choice.not_there
		);
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
			// The choice of the running set, and that of the next one.
			let genesis = Choice { proven: 4, not_there: 0, spared: 0 };
			let mut choices = (genesis, genesis);
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
						let signed = crate::Heartbeats::<Test>::get();
						next_session(&ranked, fewest);
						choices = (choices.1, Choice::of(&ranked, &signed));
					}
				}
				outcome = check(choices.0);
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
