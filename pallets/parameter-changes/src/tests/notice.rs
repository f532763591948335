// SPDX-License-Identifier: Apache-2.0

//! How long a change waits, and how that itself changes.

use crate::{mock::*, Error};
use destra_primitives::time::{days, hours, Millis};
use frame_support::{assert_noop, assert_ok};

/// How long the change that was announced last waits.
fn wait() -> Millis {
	ParameterChanges::pending_changes().last().expect("one waits").due - Now::get()
}

fn in_force() -> Millis {
	ParameterChanges::notice().notice
}

#[test]
fn a_longer_notice_waits_as_any_change_and_a_shorter_one_as_long_as_the_first() {
	run(|| {
		assert_ok!(schedule([notice(days(10))]));
		assert_eq!(wait(), days(7));
		pass(days(7));
		assert_eq!(in_force(), days(10));

		assert_ok!(schedule([notice(days(7))]));
		assert_eq!(wait(), days(10));
		pass(days(10));
		assert_ok!(schedule([notice(days(5))]));
		assert_eq!(wait(), days(7));
		pass(days(7));
		// The next step down is no faster, but anything else is.
		assert_ok!(schedule([notice(days(4))]));
		assert_eq!(wait(), days(7));
		assert_ok!(schedule([age(1_500)]));
		assert_eq!(wait(), days(5));
		// Together with a shorter notice all else waits as long.
		assert_ok!(schedule([part(60), notice(days(4))]));
		assert_eq!(wait(), days(7));
	});
}

#[test]
fn the_notice_has_a_floor_that_no_change_moves() {
	run(|| {
		for step in [days(5), days(4), days(3), days(2)] {
			assert_ok!(schedule([notice(step)]));
			pass(days(7));
			assert_eq!(in_force(), step);
		}
		assert_noop!(schedule([notice(days(2) - 1)]), Error::<Test>::NoticeBelowFloor);
		assert_ok!(schedule([notice(days(2) + hours(1))]));
	});
}

#[test]
fn what_waits_keeps_its_time() {
	run(|| {
		assert_ok!(schedule([notice(days(5))]));
		pass(days(6));
		assert_ok!(schedule([age(1_500)]));
		let due = ParameterChanges::pending_changes()[1].due;
		pass(days(1));
		assert_eq!(in_force(), days(5));
		assert_eq!(ParameterChanges::pending_changes()[0].due, due);
	});
}
