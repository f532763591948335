// SPDX-License-Identifier: Apache-2.0

//! Which blocks a set can have finalised last, and the change by force.

use crate::{mock::*, Error, Event, Sets, MAX_FORCE_DELAY, MAX_SETS, MIN_FORCE_DELAY};
use frame_support::{assert_noop, assert_ok};
use proptest::prelude::*;
use sp_runtime::{traits::BadOrigin, DispatchResult};

const DELAY: u64 = MIN_FORCE_DELAY as u64;

/// Sets 0, 1 and 2, announced in the blocks 0, 20 and 40; now it is block 50.
fn with_three_sets(test: impl FnOnce()) {
	with_set(&[1, 2, 3], || {
		for id in 0..3 {
			announce(id, 20 * id);
		}
		System::set_block_number(50);
		Forced::set(vec![]);
		ForcedChangePending::set(false);
		test();
	});
}

/// The set `id` is announced in the block `number`.
fn announce(id: u64, number: u64) {
	System::set_block_number(number);
	Liveness::note_set(id, number);
}

fn note_stalled(set: u64, last_finalised: u64, delay: u64) -> DispatchResult {
	Liveness::note_stalled(RuntimeOrigin::root(), set, last_finalised, delay)
}

#[test]
fn a_change_is_forced_after_the_last_block_that_a_set_can_have_finalised() {
	with_three_sets(|| {
		for (set, first, last) in [(0, 0, 19), (1, 20, 39), (2, 40, 49)] {
			for block in [first, last] {
				assert_ok!(note_stalled(set, block, DELAY));
				let event = Event::ChangeForced { set, last_finalised: block, delay: DELAY };
				System::assert_last_event(event.into());
				assert_eq!(Forced::get(), [], "not before the next session");
				next_session(&[1, 2, 3], 1);
				assert_eq!(Forced::take(), [(set, block, DELAY)]);
				next_session(&[1, 2, 3], 1);
				assert_eq!(Forced::get(), [], "and once");
			}
		}
	});
}

/// Above that, the change could be in no block that a node imports.
#[test]
fn a_block_that_the_set_cannot_have_finalised_last_is_refused() {
	with_three_sets(|| {
		for (set, block) in [(0, 20), (0, 50), (1, 19), (1, 40), (2, 39), (2, 50), (2, u64::MAX)] {
			let error = Error::<Test>::NotLastFinalised;
			assert_noop!(note_stalled(set, block, DELAY), error);
		}
		for set in [3, u64::MAX] {
			assert_noop!(note_stalled(set, 45, DELAY), Error::<Test>::UnknownSet);
		}
		assert_eq!(Forced::get(), []);
	});
}

#[test]
fn the_last_word_before_the_session_counts_and_may_be_that_the_set_goes_on() {
	with_three_sets(|| {
		let cancel = || Liveness::cancel_stalled(RuntimeOrigin::root());
		assert_noop!(cancel(), Error::<Test>::NoForcedChange);
		assert_ok!(note_stalled(2, 45, DELAY));
		assert_ok!(note_stalled(1, 30, DELAY + 1));
		assert_noop!(Liveness::cancel_stalled(RuntimeOrigin::signed(1)), BadOrigin);
		assert_ok!(cancel());
		System::assert_last_event(Event::ForcedChangeCancelled { set: 1 }.into());
		next_session(&[1, 2, 3], 1);
		assert_eq!(Forced::get(), []);

		assert_ok!(note_stalled(2, 45, DELAY));
		assert_ok!(note_stalled(1, 30, DELAY + 1));
		next_session(&[1, 2, 3], 1);
		assert_eq!(Forced::get(), [(1, 30, DELAY + 1)]);
		assert_noop!(cancel(), Error::<Test>::NoForcedChange);
	});
}

#[test]
fn only_root_says_that_a_set_has_stalled() {
	with_three_sets(|| {
		for origin in [RuntimeOrigin::signed(1), RuntimeOrigin::none()] {
			assert_noop!(Liveness::note_stalled(origin, 1, 30, DELAY), BadOrigin);
		}
	});
}

#[test]
fn a_delay_is_neither_too_short_for_all_to_see_the_block_nor_without_end() {
	with_three_sets(|| {
		let most = u64::from(MAX_FORCE_DELAY);
		for delay in [0, DELAY - 1, most + 1, u64::MAX] {
			assert_noop!(note_stalled(1, 30, delay), Error::<Test>::DelayOutOfRange);
		}
		for delay in [DELAY, most] {
			assert_ok!(note_stalled(1, 30, delay));
		}
	});
}

#[test]
fn one_forced_change_comes_after_the_other() {
	with_three_sets(|| {
		ForcedChangePending::set(true);
		assert_noop!(note_stalled(1, 30, DELAY), Error::<Test>::ForcedChangePending);
	});
}

/// The set 1 finalised the block 30 last; the set after it was announced in vain.
#[test]
fn what_came_by_force_may_stall_in_its_turn() {
	with_three_sets(|| {
		Liveness::note_set(2, 30);
		assert_noop!(note_stalled(1, 30, DELAY), Error::<Test>::NotLastFinalised);
		assert_ok!(note_stalled(2, 30, DELAY));
		assert_ok!(note_stalled(2, 49, DELAY));
		announce(3, 60);
		System::set_block_number(70);
		assert_ok!(note_stalled(2, 59, DELAY));
		assert_noop!(note_stalled(2, 60, DELAY), Error::<Test>::NotLastFinalised);
	});
}

#[test]
fn the_oldest_sets_are_forgotten() {
	with_three_sets(|| {
		let newest = u64::from(MAX_SETS) + 1;
		for id in 3..=newest {
			announce(id, 20 * id);
		}
		assert_eq!(Sets::<Test>::get().len(), MAX_SETS as usize);
		assert_ok!(note_stalled(2, 59, DELAY));
		// Of one that is forgotten it is known that it ended before the oldest that is not.
		assert_ok!(note_stalled(1, 39, DELAY));
		assert_noop!(note_stalled(1, 40, DELAY), Error::<Test>::NotLastFinalised);
	});
}

proptest! {
	/// Whatever sets come, by votes or by force: the block that is accepted for a set is not from before
	/// it, and before the block that announces the next.
	#[test]
	fn no_accepted_block_is_beyond_the_announcement_of_the_next_set(
		gaps in prop::collection::vec(1..30_u64, 1..20),
		set in 0..20_u64,
		block in 0..600_u64,
	) {
		with_three_sets(|| {
			let mut first = vec![0];
			announce(0, 0);
			for gap in gaps {
				first.push(first.last().unwrap() + gap);
				announce(first.len() as u64 - 1, *first.last().unwrap());
			}
			let now = first.last().unwrap() + 5;
			System::set_block_number(now);
			let next = first.get(set as usize + 1).copied().unwrap_or(now);
			let accepted = first.get(set as usize).is_some_and(|first| (*first..next).contains(&block));
			assert_eq!(note_stalled(set, block, DELAY).is_ok(), accepted);
		});
	}
}
