// SPDX-License-Identifier: Apache-2.0

//! What can be announced, and called off.

use crate::{mock::*, types::Replacement, Error, Event, ParameterOf};
use codec::{Decode, Encode};
use destra_primitives::time::days;
use frame_support::{assert_noop, assert_ok, BoundedVec};
use sp_runtime::DispatchError;

fn replacement(old: Parameter, new: Parameter) -> Replacement<ParameterOf<Test>> {
	Replacement { old: Some(old), new }
}

#[test]
fn a_change_says_what_it_will_be_and_what_it_is_now() {
	run(|| {
		assert_ok!(schedule([age(1_500), part(60)]));
		let changes = vec![replacement(age(1_000), age(1_500)), replacement(part(50), part(60))];
		let due = START + days(7);
		assert_eq!(events(), [Event::ChangeScheduled { id: 0, due, changes }]);
		let [pending] = &ParameterChanges::pending_changes()[..] else { panic!("one waits") };
		assert_eq!((pending.id, pending.due), (0, due));
		assert_eq!(pending.parameters, [age(1_500), part(60)]);
		// It was tried out, and nothing of that stayed.
		assert_eq!(StandIn::settings(), begin());
	});
}

#[test]
fn governance_announces_and_guardian_or_governance_cancels() {
	run(|| {
		let (root, guardian) = (RuntimeOrigin::root, || RuntimeOrigin::signed(GUARDIAN));
		let change = || sent([age(1_500)]);
		let schedule = ParameterChanges::schedule_change;
		for origin in [guardian(), RuntimeOrigin::signed(1), RuntimeOrigin::none()] {
			assert_noop!(schedule(origin, change()), DispatchError::BadOrigin);
		}
		assert_ok!(schedule(root(), change()));
		assert_ok!(schedule(root(), change()));
		for origin in [RuntimeOrigin::signed(1), RuntimeOrigin::none()] {
			assert_noop!(ParameterChanges::cancel_change(origin, 0), DispatchError::BadOrigin);
		}
		events();
		assert_ok!(ParameterChanges::cancel_change(guardian(), 0));
		assert_ok!(ParameterChanges::cancel_change(root(), 1));
		assert_eq!(events(), [0, 1].map(|id| Event::ChangeCancelled { id }));
		assert_noop!(ParameterChanges::cancel_change(root(), 1), Error::<Test>::UnknownChange);
		pass(days(8));
		assert_eq!(StandIn::settings(), begin());
	});
}

#[test]
fn a_cancelled_change_takes_no_other_with_it() {
	run(|| {
		assert_ok!(schedule([age(1_500)]));
		assert_ok!(schedule([cap(110)]));
		assert_ok!(schedule([part(60)]));
		assert_ok!(ParameterChanges::cancel_change(RuntimeOrigin::root(), 1));
		assert_eq!(waiting(), [0, 2]);
		(0..3).for_each(|_| pass(days(7)));
		let after = StandIn::settings();
		assert_eq!((after.age.get(), after.cap.get()), (1_500, 100));
	});
}

#[test]
fn what_says_nothing_or_says_it_twice_is_refused() {
	run(|| {
		assert_noop!(schedule([]), Error::<Test>::NoValues);
		assert_noop!(schedule([age(1_000)]), Error::<Test>::NothingChanges);
		assert_noop!(schedule([part(60), age(1_000)]), Error::<Test>::NothingChanges);
		assert_noop!(
			schedule([age(1_200), part(60), age(1_300)]),
			Error::<Test>::SameParameterTwice
		);
	});
}

#[test]
fn a_value_out_of_range_is_refused_by_its_number_before_all_else() {
	run(|| {
		// The index of the pallet, of the setting, and a value that is beyond its range.
		let beyond = vec![(9u8, 1u8, 1_001u64)].encode();
		let values = BoundedVec::decode(&mut &beyond[..]).expect("any number can be sent");
		assert_noop!(
			ParameterChanges::schedule_change(RuntimeOrigin::root(), values),
			Error::<Test>::OutOfRange(2)
		);
		assert_eq!(ParameterChanges::ranges()[2].name, "values.StandIn.Cap");
	});
}

#[test]
fn a_step_too_far_is_refused_by_its_number() {
	run(|| {
		assert_noop!(schedule([age(1_501)]), Error::<Test>::StepTooLarge(1));
		assert_noop!(schedule([age(666)]), Error::<Test>::StepTooLarge(1));
		assert_noop!(schedule([cap(111)]), Error::<Test>::StepTooLarge(2));
		assert_noop!(schedule([part(61)]), Error::<Test>::StepTooLarge(3));
		assert_noop!(schedule([table(&[(1, 11)])]), Error::<Test>::StepTooLarge(4));
		assert_noop!(schedule([notice(days(10) + days(1))]), Error::<Test>::StepTooLarge(0));
		assert_ok!(schedule([age(1_500), cap(110), part(60)]));
	});
}

#[test]
fn what_the_pallet_of_a_parameter_refuses_is_refused_with_its_error() {
	run(|| {
		StandIn::settings();
		Stored::mutate(|settings| settings.as_mut().unwrap().cap = 1_000.try_into().unwrap());
		assert_noop!(schedule([age(999)]), CAP_ABOVE_AGE);
		// Each value has to agree with what is in force by then: so the order counts.
		assert_noop!(schedule([age(991), cap(991)]), CAP_ABOVE_AGE);
		assert_ok!(schedule([cap(991), age(991)]));
	});
}

#[test]
fn the_guard_looks_at_what_comes_of_all_values_together() {
	run(|| {
		MostExposed::set(500);
		assert_noop!(schedule([age(1_500)]), EXPOSED);
		assert_noop!(schedule([part(60)]), EXPOSED);
		// What one adds the other takes away: never mind what stands in between.
		assert_ok!(schedule([age(1_200), part(41)]));
		// What has become too much meanwhile may become less, although it is still too much.
		MostExposed::set(100);
		assert_ok!(schedule([part(40)]));
		assert_noop!(schedule([part(51)]), EXPOSED);
	});
}

#[test]
fn no_more_changes_wait_than_can() {
	run(|| {
		for _ in 0..4 {
			assert_ok!(schedule([part(60)]));
		}
		assert_noop!(schedule([part(60)]), Error::<Test>::TooManyPendingChanges);
		assert_ok!(ParameterChanges::cancel_change(RuntimeOrigin::root(), 2));
		assert_ok!(schedule([part(60)]));
		assert_eq!(waiting(), [0, 1, 3, 4]);
	});
}
