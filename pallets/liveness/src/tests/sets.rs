// SPDX-License-Identifier: Apache-2.0

//! Who is in a set, who falls idle, and how it comes back.

use crate::{mock::*, types::Evidence, Event};
use std::collections::BTreeSet;

const FOUR: [AccountId; 4] = [1, 2, 3, 4];

/// Ten rounds in which 4 writes nothing, and a few blocks more for everybody's turn.
fn four_is_silent() {
	rounds(15, &[1, 2, 3]);
}

#[test]
fn two_stakers_who_never_run_a_node_never_enter() {
	with_set(&FOUR, || {
		for _ in 0..50 {
			rounds(3, &FOUR);
			next_session(&[5, 6, 1, 2, 3, 4], 4);
			assert_eq!(Running::get(), FOUR);
		}
	});
}

#[test]
fn newcomers_enter_only_as_fast_as_finality_can_miss_them() {
	with_set(&FOUR, || {
		Candidates::set((5..12).collect());
		let ranked: Vec<_> = (1..12).collect();
		for _ in 0..20 {
			(5..12).for_each(beat);
			next_session(&ranked, 4);
			assert!(unproven() <= 1, "finality can miss it, or one more");
			rounds(2, &Running::get());
		}
		assert_eq!(Running::get().len(), 11);
	});
}

#[test]
fn who_enters_and_never_writes_lets_nobody_else_in_and_goes() {
	with_set(&FOUR, || {
		Candidates::set([5].into());
		beat(5);
		next_session(&[5, 1, 2, 3, 4], 4);
		next_session(&[5, 1, 2, 3, 4], 4);
		assert_eq!(Running::get(), [5, 1, 2, 3, 4]);
		rounds(13, &FOUR);
		assert_eq!(Idle::get().get(&5), Some(&true));
		next_session(&[5, 1, 2, 3, 4], 4);
		next_session(&[5, 1, 2, 3, 4], 4);
		assert_eq!(Running::get(), FOUR);
	});
}

#[test]
fn who_only_signs_takes_the_place_of_others_ever_more_seldom() {
	with_set(&FOUR, || {
		// 5 has the most stake and a program that signs; 6 comes later, with a node.
		Candidates::set([5, 6].into());
		let entered: Vec<_> = (0..40)
			.filter(|_| {
				beat(5);
				next_session(&[5, 1, 2, 3, 4], 4);
				rounds(15, &FOUR);
				Running::get().contains(&5)
			})
			.collect();
		assert_eq!(entered, [1, 2, 4, 5, 9, 10, 18, 19, 35, 36]);
		for _ in 0..3 {
			[5, 6].into_iter().for_each(beat);
			next_session(&[5, 1, 2, 3, 4, 6], 4);
			rounds(2, &FOUR);
		}
		assert_eq!(Running::get(), [1, 2, 3, 4, 6]);
	});
}

#[test]
fn who_writes_nothing_while_ten_blocks_are_expected_of_it_is_disabled_and_leaves() {
	with_set(&FOUR, || {
		block_by(1);
		rounds(13, &[1, 2, 3]);
		assert!(Disabled::get().is_empty());
		rounds(2, &[1, 2, 3]);
		System::assert_has_event(Event::FellIdle { validator: 4 }.into());
		assert_eq!(Disabled::get(), BTreeSet::from([3]));
		next_session(&FOUR, 1);
		assert_eq!(Disabled::get(), BTreeSet::from([3]), "it was chosen before");
		next_session(&FOUR, 1);
		assert_eq!(Running::get(), [1, 2, 3]);
	});
}

#[test]
fn a_heartbeat_brings_it_back_only_after_it_has_left() {
	with_set(&FOUR, || {
		four_is_silent();
		beat(4);
		next_session(&FOUR, 1);
		assert_eq!(Queued::get(), [1, 2, 3], "it leaves all the same");
		next_session(&FOUR, 1);
		assert_eq!(Queued::get(), [1, 2, 3]);
		assert_eq!(Idle::get().get(&4), Some(&true), "it has earned nothing since");
		Candidates::set([4].into());
		beat(4);
		assert_eq!(Idle::get().get(&4), Some(&false), "it earns again");
		next_session(&FOUR, 1);
		next_session(&FOUR, 1);
		assert_eq!(Running::get(), FOUR);
		assert_eq!(unproven(), 1);
	});
}

#[test]
fn who_comes_back_without_a_heartbeat_is_there_from_its_first_block_on() {
	with_set(&FOUR, || {
		four_is_silent();
		next_session(&[1, 2, 3], 1);
		next_session(&[1, 2, 3], 1);
		assert_eq!(Running::get(), [1, 2, 3]);
		// It is needed for the minimum now.
		next_session(&FOUR, 4);
		next_session(&FOUR, 4);
		assert_eq!(Running::get(), FOUR);
		assert_eq!(Idle::get().get(&4), Some(&true));
		block_by(4);
		assert_eq!(Idle::get().get(&4), Some(&false));
	});
}

#[test]
fn who_is_needed_for_the_minimum_comes_back_in_its_seat() {
	with_set(&FOUR, || {
		four_is_silent();
		next_session(&FOUR, 4);
		next_session(&FOUR, 4);
		assert_eq!(Running::get(), FOUR, "there is nobody else");
		assert_eq!(Disabled::get(), BTreeSet::from([3]));
		beat(4);
		next_session(&FOUR, 4);
		assert!(Disabled::get().is_empty());
		rounds(1, &[1, 2, 3]);
		assert_eq!(Idle::get().get(&4), Some(&true), "a signature is no block");
		block_by(4);
		assert_eq!(Idle::get().get(&4), Some(&false));
		rounds(15, &FOUR);
		assert_eq!(unproven(), 0);
	});
}

#[test]
fn a_small_set_that_is_there_goes_on_without_those_who_never_ran() {
	with_set(&FOUR, || {
		rounds(2, &FOUR);
		// 3 and 4 leave; 5 and 6 have stake and keys, and no node.
		next_session(&[5, 6, 1, 2], 4);
		assert_eq!(Queued::get(), [1, 2]);
		// One who is there is welcome.
		Candidates::set([6].into());
		beat(6);
		rounds(2, &FOUR);
		next_session(&[5, 6, 1, 2], 4);
		assert_eq!(Queued::get(), [6, 1, 2]);
	});
}

#[test]
fn where_nobody_with_stake_is_there_the_set_goes_on() {
	with_set(&FOUR, || {
		rounds(2, &FOUR);
		next_session(&[5, 6], 4);
		assert_eq!(Queued::get(), FOUR);
	});
}

/// A session without finality: blocks by 1 that are far between, and heartbeats of these.
fn standing_session(there: &[AccountId]) {
	(0..LENGTH / 8).for_each(|_| block_by(1));
	there.iter().copied().for_each(beat);
	(0..LENGTH / 2).for_each(|_| block_by(1));
}

#[test]
fn who_is_not_there_while_finality_stands_is_not_elected_again() {
	let thirty: Vec<AccountId> = (1..=30).collect();
	let twenty = &thirty[..20];
	with_set(&thirty, || {
		rounds(1, &thirty);
		next_session(&thirty, 4);
		standing_session(twenty);
		next_session(&thirty, 4);
		assert_eq!(Queued::get(), thirty[..23], "finality can miss seven, and misses three");
		for who in &thirty {
			let silent = evidence_of(*who) == Some(Evidence::Silent);
			assert_eq!(silent, !twenty.contains(who), "{who}");
		}
		assert!(Disabled::get().is_empty(), "nothing is expected of anybody");
		// The power is back.
		standing_session(&thirty);
		next_session(&thirty, 4);
		assert_eq!(Queued::get(), thirty[..27], "those in the set are proven still, and four come");
	});
}

/// Fewer may be those who are left, or those who keep out the others.
#[test]
fn fewer_than_half_do_not_say_who_is_gone() {
	let thirty: Vec<AccountId> = (1..=30).collect();
	for (there, silent, chosen) in [(14, 0, 30), (15, 15, 21)] {
		with_set(&thirty, || {
			rounds(1, &thirty);
			next_session(&thirty, 4);
			standing_session(&thirty[..there]);
			next_session(&thirty, 4);
			let count = thirty.iter().filter(|who| evidence_of(**who) == Some(Evidence::Silent));
			assert_eq!((count.count(), Queued::get().len()), (silent, chosen), "{there}");
		});
	}
}

#[test]
fn nobody_is_silent_where_nobody_could_be_heard() {
	with_set(&FOUR, || {
		rounds(1, &FOUR);
		for _ in 0..5 {
			next_session(&FOUR, 4);
			// One block of a long session, and then two at its end, with heartbeats of all but one.
			block_after(LENGTH / 4, 1);
			[1, 2, 3].into_iter().for_each(beat);
			next_session(&FOUR, 4);
			assert_eq!(evidence_of(4), Some(Evidence::Proven));
			block_after(LENGTH - 2, 1);
			[1, 2, 3].into_iter().for_each(beat);
			block_by(1);
			assert_eq!(Queued::get(), FOUR);
		}
	});
}

#[test]
fn who_was_silent_is_not_as_soon_as_it_writes_or_gives_a_sign() {
	for show in [block_by, beat] {
		with_set(&FOUR, || {
			rounds(7, &[1, 2, 3]);
			next_session(&FOUR, 4);
			assert_eq!(evidence_of(4), Some(Evidence::Silent));
			assert_eq!(Queued::get(), FOUR, "finality can miss it");
			// In a session in which nobody is heard.
			next_session(&FOUR, 4);
			assert_eq!(evidence_of(4), Some(Evidence::Silent));
			show(4);
			next_session(&FOUR, 4);
			assert_eq!(evidence_of(4), Some(Evidence::Proven));
		});
	}
}

/// Who is in a set of three, or two, and never writes, does not stay for ever.
#[test]
fn a_program_that_signs_does_not_stay_in_a_set_that_can_miss_nobody() {
	with_set(&[1, 2], || {
		rounds(5, &[1, 2]);
		Candidates::set([5].into());
		beat(5);
		(0..2).for_each(|_| next_session(&[5, 1, 2], 1));
		assert_eq!(Running::get(), [5, 1, 2]);
		for _ in 0..3 {
			beat(5);
			rounds(6, &[1, 2]);
			next_session(&[5, 1, 2], 1);
		}
		assert!(Disabled::get().is_empty(), "finality can miss nobody");
		next_session(&[5, 1, 2], 1);
		assert_eq!(Queued::get(), [1, 2]);
	});
}

#[test]
fn never_more_fall_idle_than_finality_can_miss() {
	with_set(&FOUR, || {
		rounds(100, &[1]);
		assert_eq!(Disabled::get().len(), 1);
	});
	for set in [&[1][..], &[1, 2], &[1, 2, 3]] {
		with_set(set, || {
			rounds(100, &[1]);
			assert!(Disabled::get().is_empty(), "finality can miss nobody");
		});
	}
}

#[test]
fn nobody_falls_idle_while_the_chain_stands_or_a_third_writes_alone() {
	with_set(&FOUR, || {
		rounds(10, &FOUR);
		// One of four, by turns and by lot, for the time of five sessions.
		for _ in 0..375 {
			[2, 3, 3].into_iter().for_each(|slots| block_after(slots, 1));
		}
		block_after(1_000_000, 1);
		(0..60).for_each(|_| block_after(1, 1));
		assert!(Disabled::get().is_empty());
	});
}

#[test]
fn nothing_is_expected_of_who_may_not_write() {
	with_set(&[1, 2, 3, 4, 5, 6, 7], || {
		// For an offence.
		Disabled::set([3].into());
		rounds(20, &[1, 2, 3, 5, 6, 7]);
		assert_eq!(Idle::get().get(&4), None);
		Disabled::set(BTreeSet::new());
		rounds(5, &[1, 2, 3, 5, 6, 7]);
		assert!(Disabled::get().is_empty());
	});
}
