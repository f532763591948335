// SPDX-License-Identifier: Apache-2.0

//! When a grant unlocks is what its category says, not what a single grant says.

use crate::{mock::*, Error};
use destra_primitives::{Balance, Schedule, Span};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

fn ruled(test: impl FnOnce()) {
	ExtBuilder::default().categories(ruled_categories()).build_and_execute(test);
}

fn grant_by(schedule: Schedule) -> DispatchResult {
	grant(INVESTORS, ALICE, 1_000, schedule)
}

#[test]
fn a_grant_that_breaks_a_rule_of_its_category_is_refused_by_the_name_of_the_rule() {
	ruled(|| {
		let is = investor_schedule(START);
		assert_noop!(
			grant_by(Schedule { upfront: percent(11), ..is }),
			Error::<Test>::UpfrontTooLarge
		);
		assert_noop!(
			grant_by(Schedule { cliff: Span::Months(5), ..is }),
			Error::<Test>::CliffTooShort
		);
		assert_noop!(grant_by(Schedule { periods: 5, ..is }), Error::<Test>::TermTooShort);
		let (cliff, period) = (Span::Months(24), Span::Millis(1_000));
		assert_noop!(grant_by(Schedule { cliff, period, ..is }), Error::<Test>::PeriodTooShort);
		assert_noop!(grant_by(Schedule { lump: percent(23), ..is }), Error::<Test>::LumpTooLarge);
		assert_noop!(grant_by(investor_schedule(START - 366 * DAY)), Error::<Test>::StartTooEarly);
		assert_ok!(grant_by(is));
		assert_ok!(grant_by(investor_schedule(START - 360 * DAY)));
		assert_ok!(grant_by(Schedule { lump: percent(22), ..is }));
		// Where the category asks for nothing, everything goes.
		assert_ok!(grant(COMMUNITY, ALICE, 1_000, daily(1)));
	});
}

#[test]
fn nothing_is_paid_without_a_schedule_but_what_others_paid_in() {
	ruled(|| {
		let spend = |amount| Allocation::spend(governor(), TEAM, BOB, amount);
		assert_noop!(spend(1), Error::<Test>::ScheduleRequired);
		fund_pot(TEAM, 1_000);
		assert_noop!(spend(1_001), Error::<Test>::ScheduleRequired);
		assert_ok!(spend(1_000));
		assert_ok!(Allocation::spend(governor(), COMMUNITY, BOB, 1_000));
	});
}

#[test]
fn merged_handed_over_and_moved_grants_unlock_as_before() {
	ruled(|| {
		let schedule = investor_schedule(START);
		let [first, second] =
			[700, 300].map(|amount: Balance| granted(INVESTORS, ALICE, amount, schedule));
		let last = schedule.cliff;
		assert_ok!(Allocation::merge(signed(ALICE), first, second));
		assert_ok!(Allocation::offer_grant(signed(ALICE), first, Some(BOB)));
		assert_ok!(Allocation::accept_grant(signed(BOB), ALICE, first, 0));
		assert_ok!(Allocation::name_successor(signed(BOB), Some(CAROL)));
		assert_ok!(Allocation::succeed(signed(CAROL), BOB));
		assert_ok!(Allocation::move_holdings(governor(), CAROL, ALICE));
		let report = grant_report(ALICE, first);
		assert_eq!((report.schedule, report.schedule.cliff), (schedule, last));
		assert_eq!((report.amount, report.releasable), (1_000, 100), "the upfront part");
	});
}

#[test]
#[should_panic(expected = "CliffTooShort")]
fn a_grant_at_genesis_that_breaks_a_rule_stops_the_build() {
	let schedule = Schedule { cliff: Span::Months(1), ..investor_schedule(START) };
	ExtBuilder::default()
		.categories(ruled_categories())
		.genesis_grant(INVESTORS, ALICE, 1_000, schedule)
		.build();
}

#[test]
fn a_grant_at_genesis_may_have_begun_at_any_time() {
	ExtBuilder::default()
		.categories(ruled_categories())
		.genesis_grant(INVESTORS, ALICE, 1_000, investor_schedule(START - 1_000 * DAY))
		.build_and_execute(|| assert_eq!(Allocation::releasable(ALICE), 1_000));
}
