// SPDX-License-Identifier: Apache-2.0

//! A beneficiary leaves early, for a penalty that falls with time.

use crate::{mock::*, Category, Error, Event};
use destra_primitives::{Balance, GrantId};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn exit(who: AccountId, grant: GrantId) -> sp_runtime::DispatchResult {
	Allocation::exit_early(signed(who), grant)
}

#[test]
fn leaving_pays_all_but_the_penalty_which_is_burned() {
	ExtBuilder::default().build_and_execute(|| {
		let (issuance, ed) = (Balances::total_issuance(), ExistentialDeposit::get());
		let id = granted(COMMUNITY, ALICE, 1_000, daily(10));
		pass(2 * DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		pass(2 * DAY);
		events();
		assert_ok!(exit(ALICE, id));
		// 600 are unvested, half of that is the penalty at the start, 6 of 10 days remain.
		assert_eq!(
			events(),
			[Event::ExitedEarly { grant: id, beneficiary: ALICE, paid: 620, penalty: 180 }]
		);
		assert_eq!((free(ALICE), held(ALICE)), (200 + 620 + ed, 0));
		assert_eq!((Penalties::get(), Balances::total_issuance()), (180, issuance - 180));
		let book = report(COMMUNITY);
		assert_eq!((book.granted, book.released, book.burned), (1_000, 820, 180));
		assert_eq!((book.returned, book.outstanding), (0, 0));
		assert_eq!(Allocation::grants(ALICE), []);
	});
}

#[test]
fn the_penalty_falls_evenly_to_nothing_at_the_end() {
	ExtBuilder::default().build_and_execute(|| {
		let mut penalties = vec![];
		for tenth in 0..10 {
			set_time(START);
			let id = granted(COMMUNITY, ALICE, 1_000, daily(10));
			set_time(START + tenth * DAY);
			let before = Penalties::get();
			assert_ok!(exit(ALICE, id));
			penalties.push(Penalties::get() - before);
		}
		assert_eq!(penalties, [500, 405, 320, 245, 180, 125, 80, 45, 20, 5]);
	});
}

#[test]
fn the_penalty_rounds_up_and_is_never_more_than_what_has_not_vested() {
	ExtBuilder::default().build_and_execute(|| {
		let id = granted(COMMUNITY, ALICE, 1, daily(10));
		pass(9 * DAY);
		assert_ok!(exit(ALICE, id));
		assert_eq!((Penalties::get(), free(ALICE)), (1, ExistentialDeposit::get()));
	});
}

#[test]
fn at_its_start_a_grant_costs_the_whole_rate() {
	let rate = |rate: u64| {
		let mut table = categories();
		table[2].rules.exit_penalty = Some(percent(rate));
		table
	};
	let left_early = |table: Vec<Category>| -> (Balance, Balance) {
		let mut left = (0, 0);
		ExtBuilder::default().categories(table).build_and_execute(|| {
			let id = granted(COMMUNITY, ALICE, 1_000, daily(10));
			set_time(START - 1);
			assert_noop!(exit(ALICE, id), Error::<Test>::BeforeCliff);
			set_time(START);
			assert_ok!(exit(ALICE, id));
			left = (free(ALICE) - ExistentialDeposit::get(), Penalties::get());
		});
		left
	};
	assert_eq!(left_early(rate(50)), (500, 500));
	assert_eq!(left_early(rate(100)), (0, 1_000));
	assert_eq!(left_early(rate(0)), (1_000, 0));
}

#[test]
fn who_cannot_leave_is_refused_each_with_its_own_error() {
	ExtBuilder::default().build_and_execute(|| {
		let locked_in = granted(TEAM, ALICE, 1_000, daily(10));
		let id = granted(COMMUNITY, ALICE, 1_000, daily(10));
		assert_noop!(exit(ALICE, locked_in), Error::<Test>::NoEarlyExit);
		assert_noop!(exit(BOB, id), Error::<Test>::UnknownGrant);
		assert_noop!(exit(GOVERNOR, id), Error::<Test>::UnknownGrant);
		assert_noop!(Allocation::exit_early(RuntimeOrigin::root(), id), DispatchError::BadOrigin);
		pass(10 * DAY);
		assert_noop!(exit(ALICE, id), Error::<Test>::FullyVested);
	});
}

#[test]
fn other_grants_stay_as_they_are() {
	ExtBuilder::default().build_and_execute(|| {
		granted(COMMUNITY, ALICE, 300, daily(10));
		let id = granted(COMMUNITY, ALICE, 1_000, daily(10));
		granted(TEAM, ALICE, 50, daily(10));
		pass(5 * DAY);
		assert_ok!(exit(ALICE, id));
		assert_eq!(held(ALICE), 350);
		assert_eq!(Allocation::releasable(ALICE), 175);
		assert_eq!(report(COMMUNITY).outstanding, 300);
	});
}

#[test]
fn nobody_leaves_before_the_cliff() {
	ExtBuilder::default().build_and_execute(|| {
		let id = granted(COMMUNITY, ALICE, 1_000, investor_schedule(START));
		let cliff = grant_report(ALICE, id).next_unlock.expect("the cliff is to come").0;
		for now in [START - DAY, START, cliff - 1] {
			set_time(now);
			assert_noop!(exit(ALICE, id), Error::<Test>::BeforeCliff);
		}
		set_time(cliff);
		assert_ok!(exit(ALICE, id));
	});
}
