// SPDX-License-Identifier: Apache-2.0

//! How a change takes effect, or does not.

use crate::{mock::*, types::Replacement, Error, Event};
use destra_primitives::time::{days, hours};
use frame_support::assert_ok;

#[test]
fn a_change_takes_effect_with_its_notice_and_no_block_earlier() {
	run(|| {
		assert_ok!(schedule([age(1_500)]));
		events();
		pass(days(7) - 1);
		assert_eq!((StandIn::settings(), events()), (begin(), vec![]));
		pass(1);
		let changes = vec![Replacement { old: Some(age(1_000)), new: age(1_500) }];
		assert_eq!(events(), [Event::ParametersChanged { id: 0, changes }]);
		assert_eq!(StandIn::settings().age.get(), 1_500);
		assert!(ParameterChanges::parameters().contains(&age(1_500)));
		pass(days(7));
		assert_eq!((events(), waiting()), (vec![], vec![]));
	});
}

/// An upgrade of the runtime may narrow a range that a value which waits lies in.
#[test]
fn what_does_not_decode_any_more_is_dropped_or_called_off_and_leaves_nothing() {
	for cancelled in [false, true] {
		run(|| {
			assert_ok!(schedule([age(1_500)]));
			let key = crate::PendingValues::<Test>::hashed_key_for(0);
			// One value of a variant that there is not.
			frame_support::storage::unhashed::put_raw(&key, &[4, 99]);
			events();
			if cancelled {
				assert_ok!(ParameterChanges::cancel_change(RuntimeOrigin::root(), 0));
			} else {
				pass(days(7));
				let error = Error::<Test>::NoValues.into();
				assert_eq!(events(), [Event::ChangeDropped { id: 0, error }]);
			}
			assert!(!frame_support::storage::unhashed::exists(&key));
			assert_eq!(StandIn::settings(), begin());
		});
	}
}

#[test]
fn one_change_a_block_in_the_order_of_announcement() {
	run(|| {
		assert_ok!(schedule([age(1_500)]));
		assert_ok!(schedule([part(60)]));
		pass(days(7));
		assert_eq!(waiting(), [1]);
		pass(0);
		assert!(waiting().is_empty());
	});
}

#[test]
fn two_changes_of_different_parameters_do_not_undo_each_other() {
	run(|| {
		assert_ok!(schedule([age(1_500)]));
		pass(days(3));
		// Announced while the age is 1,000 still.
		assert_ok!(schedule([cap(110)]));
		pass(days(4));
		pass(days(3));
		let after = StandIn::settings();
		assert_eq!((after.age.get(), after.cap.get()), (1_500, 110));
	});
}

#[test]
fn a_step_is_measured_again_when_the_time_comes() {
	run(|| {
		assert_ok!(schedule([cap(110)]));
		assert_ok!(schedule([cap(90)]));
		events();
		pass(days(7));
		events();
		pass(0);
		let error = Error::<Test>::StepTooLarge(2).into();
		assert_eq!(events(), [Event::ChangeDropped { id: 1, error }]);
		assert_eq!(StandIn::settings().cap.get(), 110);
	});
}

#[test]
fn what_the_guard_refuses_by_then_is_dropped_whole() {
	run(|| {
		MostExposed::set(600);
		// Each alone is harmless.
		assert_ok!(schedule([age(1_200)]));
		assert_ok!(schedule([cap(110), part(60)]));
		pass(days(7));
		events();
		pass(0);
		assert_eq!(events(), [Event::ChangeDropped { id: 1, error: EXPOSED.into() }]);
		let after = StandIn::settings();
		assert_eq!((after.age.get(), after.cap, after.part), (1_200, begin().cap, begin().part));
	});
}

#[test]
fn what_a_pallet_refuses_by_then_leaves_nothing_behind() {
	run(|| {
		Stored::mutate(|settings| settings.as_mut().unwrap().cap = 690.try_into().unwrap());
		assert_ok!(schedule([age(695)]));
		assert_ok!(schedule([part(60), cap(700)]));
		pass(days(7));
		events();
		pass(hours(1));
		assert_eq!(events(), [Event::ChangeDropped { id: 1, error: CAP_ABOVE_AGE }]);
		let after = StandIn::settings();
		assert_eq!((after.age.get(), after.cap.get(), after.part), (695, 690, begin().part));
	});
}

#[test]
fn a_value_that_others_have_put_in_force_meanwhile_does_not_stand_in_the_way() {
	run(|| {
		Puts::take();
		assert_ok!(schedule([age(1_500)]));
		assert_ok!(schedule([age(1_500), cap(110)]));
		pass(days(7));
		pass(0);
		let after = StandIn::settings();
		assert_eq!((after.age.get(), after.cap.get()), (1_500, 110));
		// Three when they were announced; then each once, and not again what was so already.
		assert_eq!(Puts::get(), 3 + 2);
	});
}
