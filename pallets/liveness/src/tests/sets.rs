// SPDX-License-Identifier: Apache-2.0

//! Who is in a set, who falls idle, and how it comes back.

use crate::{mock::*, types::MAX_GAP, Event};
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
			assert!(unproven() <= (Running::get().len() - 1) / 3);
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
fn nobody_falls_idle_while_the_chain_stands_or_backs_off() {
	with_set(&FOUR, || {
		for _ in 0..200 {
			block_after(MAX_GAP + 1, 1);
		}
		block_after(1_000_000, 1);
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
