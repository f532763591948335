// SPDX-License-Identifier: Apache-2.0

use crate::mock::*;
use destra_primitives::{
	apis::NoticeReport,
	time::{days, minutes},
};

#[test]
fn the_chain_remembers_what_it_began_with() {
	genesis(days(7), days(2)).execute_with(|| {
		let NoticeReport { notice, shortest, first } = ParameterChanges::notice();
		assert_eq!([notice, shortest, first], [days(7), days(2), days(7)]);
		ParameterChanges::do_try_state().unwrap();
	});
	genesis(minutes(1), minutes(1)).execute_with(|| ParameterChanges::do_try_state().unwrap());
}

#[test]
#[should_panic(expected = "notice BoundedU64(86400000) is below min_notice BoundedU64(172800000)")]
fn a_notice_below_its_floor_is_no_chain() {
	let _ = genesis(days(1), days(2));
}

#[test]
#[should_panic(expected = "parameter changes genesis: 500 are exposed")]
fn what_the_guard_refuses_is_no_chain() {
	MostExposed::set(499);
	let _ = genesis(days(7), days(2));
}
