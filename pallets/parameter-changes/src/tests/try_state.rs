// SPDX-License-Identifier: Apache-2.0

//! Each invariant, broken on purpose once.

use crate::{mock::*, Calendar, NextChangeId, PendingValues, Terms};
use destra_primitives::time::days;
use frame_support::assert_ok;
use sp_runtime::TryRuntimeError;

/// What is found after two changes were announced and `damage` done.
fn found(damage: impl FnOnce()) -> TryRuntimeError {
	let mut fault = None;
	genesis(days(7), days(2)).execute_with(|| {
		assert_ok!(schedule([age(1_500)]));
		assert_ok!(schedule([cap(110)]));
		ParameterChanges::do_try_state().unwrap();
		damage();
		fault = ParameterChanges::do_try_state().err();
	});
	fault.expect("the damage is found")
}

#[test]
fn what_is_broken_is_named() {
	let below = || Terms::<Test>::mutate(|terms| terms.notice = days(1).try_into().unwrap());
	assert_eq!(found(below), "the notice is below its floor".into());
	let to_come = || NextChangeId::<Test>::put(1);
	assert_eq!(found(to_come), "a change has an id to come".into());
	let out_of_order = || Calendar::<Test>::mutate(|calendar| calendar.as_mut().reverse());
	let fault = "the calendar is out of order, or names a change twice";
	assert_eq!(found(out_of_order), fault.into());
	let gone = || PendingValues::<Test>::remove(1);
	assert_eq!(found(gone), "a change waits and changes nothing".into());
	let empty = || PendingValues::<Test>::insert(1, crate::ValuesOf::<Test>::new());
	assert_eq!(found(empty), "a change waits and changes nothing".into());
	let timeless = || Calendar::<Test>::mutate(|calendar| assert!(calendar.pop().is_some()));
	assert_eq!(found(timeless), "a change waits for no time".into());
}
