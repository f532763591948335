// SPDX-License-Identifier: Apache-2.0

//! Grants are made, merged, and paid without a schedule.

use crate::{mock::*, Error, Event, Grants, GrantsOf, NextGrantId};
use destra_primitives::{Balance, GrantId, Schedule, Span};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{ArithmeticError, DispatchError, TokenError};

#[test]
fn a_grant_moves_from_the_pot_onto_hold() {
	ExtBuilder::default().build_and_execute(|| {
		let (before, ed) = (pot(TEAM), ExistentialDeposit::get());
		let schedule = team_schedule(START);
		assert_ok!(grant(TEAM, ALICE, 1_000, schedule));
		assert_eq!(
			events(),
			[Event::Granted {
				grant: GrantId(1),
				category: TEAM,
				beneficiary: ALICE,
				amount: 1_000,
				schedule
			}]
		);
		assert_eq!((held(ALICE), free(ALICE), pot(TEAM)), (1_000, ed, before - 1_000));
		let book = report(TEAM);
		assert_eq!((book.granted, book.outstanding, book.released), (1_000, 1_000, 0));
		assert_eq!(book.available, book.cap - 1_000);
		assert_eq!(granted(TEAM, BOB, 1, schedule), GrantId(2));
	});
}

#[test]
fn only_the_origin_of_grants_grants() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [signed(ALICE), governor(), guardian(), RuntimeOrigin::root()] {
			assert_noop!(
				Allocation::grant(origin, TEAM, ALICE, 1, daily(1).into()),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn what_cannot_be_granted_is_refused_each_with_its_own_error() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(grant(TEAM, ALICE, 0, daily(1)), Error::<Test>::ZeroAmount);
		assert_noop!(grant(NOWHERE, ALICE, 1, daily(1)), Error::<Test>::UnknownCategory);
		assert_noop!(grant(TEAM, NEWCOMER, 1, daily(1)), Error::<Test>::NoAccount);
		assert_noop!(grant(TEAM, ALICE, 20 * PERCENT + 1, daily(1)), Error::<Test>::AboveCap);
		assert_noop!(grant(TEAM, ALICE, Balance::MAX, daily(1)), Error::<Test>::AboveCap);
		// Nothing has been emitted yet.
		assert_noop!(grant(PROVIDERS, ALICE, 1, daily(1)), TokenError::FundsUnavailable);
		NextGrantId::<Test>::put(GrantId(u32::MAX));
		assert_noop!(grant(TEAM, ALICE, 1, daily(1)), ArithmeticError::Overflow);
	});
}

#[test]
fn a_schedule_that_cannot_be_is_refused_with_its_own_error() {
	ExtBuilder::default().build_and_execute(|| {
		let refused = |change: fn(&mut Schedule), error: Error<Test>| {
			let mut schedule = team_schedule(START);
			change(&mut schedule);
			assert_noop!(grant(TEAM, ALICE, 1_000, schedule), error);
		};
		refused(|s| s.upfront = percent(76), Error::SharesExceedWhole);
		refused(|s| s.period = Span::Months(0), Error::ZeroPeriod);
		refused(|s| s.period = Span::Millis(0), Error::ZeroPeriod);
		refused(|s| s.periods = 0, Error::NothingAfterCliff);
		refused(|s| s.upfront = percent(75), Error::NothingLeft);
		refused(|s| s.periods = 4_097, Error::TooManyPeriods);
		refused(|s| s.cliff = Span::Millis(u64::MAX), Error::BeyondCalendar);
		refused(|s| s.period = Span::Months(u16::MAX), Error::BeyondCalendar);
		refused(|s| s.start = u64::MAX, Error::BeyondCalendar);
	});
}

#[test]
fn a_category_grants_all_of_its_cap_and_no_planck_more() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 20 * PERCENT - 1, daily(1));
		assert_noop!(grant(TEAM, BOB, 2, daily(1)), Error::<Test>::AboveCap);
		granted(TEAM, BOB, 1, daily(1));
		assert_noop!(grant(TEAM, BOB, 1, daily(1)), Error::<Test>::AboveCap);
		assert_eq!(pot(TEAM), ExistentialDeposit::get());
		// Released tokens are as granted as others.
		pass(DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		assert_noop!(grant(TEAM, BOB, 1, daily(1)), Error::<Test>::AboveCap);
		// What anybody sends to the pot does not raise the cap.
		fund_pot(TEAM, 1_000);
		assert_noop!(grant(TEAM, BOB, 1, daily(1)), Error::<Test>::AboveCap);
		assert_eq!((report(TEAM).available, report(TEAM).surplus), (0, 1_000));
	});
}

#[test]
fn an_emitted_category_grants_what_has_been_emitted() {
	ExtBuilder::default().build_and_execute(|| {
		let ed = ExistentialDeposit::get();
		fund_pot(PROVIDERS, 500 + ed);
		assert_eq!(report(PROVIDERS).available, 500);
		assert_noop!(grant(PROVIDERS, ALICE, 501, daily(1)), TokenError::FundsUnavailable);
		granted(PROVIDERS, ALICE, 500, daily(1));
		assert_eq!(pot(PROVIDERS), ed);
	});
}

#[test]
fn nobody_has_more_grants_than_there_is_room_for() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..8 {
			granted(INVESTORS, ALICE, 10, daily(10));
		}
		assert_noop!(grant(INVESTORS, ALICE, 10, daily(10)), Error::<Test>::TooManyGrants);
		// Merging makes room.
		assert_ok!(Allocation::merge(signed(ALICE), GrantId(1), GrantId(2)));
		granted(INVESTORS, ALICE, 10, daily(10));
	});
}

#[test]
fn strangers_cannot_fill_the_room_of_somebody_else() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..8 {
			let id = granted(INVESTORS, STRANGER, 1, daily(10));
			assert_ok!(Allocation::offer_grant(signed(STRANGER), id, Some(ALICE)));
		}
		assert_noop!(
			Allocation::grant(signed(STRANGER), INVESTORS, ALICE, 1, daily(10).into()),
			DispatchError::BadOrigin
		);
		assert_noop!(
			Allocation::accept_grant(signed(STRANGER), STRANGER, GrantId(1), 0),
			Error::<Test>::NotOffered
		);
		assert_ok!(Allocation::name_successor(signed(STRANGER), Some(ALICE)));
		assert_eq!(Allocation::grants(ALICE), []);
		for _ in 0..8 {
			granted(TEAM, ALICE, 1, daily(10));
		}
	});
}

#[test]
fn a_payment_without_a_schedule_counts_as_granted_and_released() {
	ExtBuilder::default().build_and_execute(|| {
		let ed = ExistentialDeposit::get();
		for origin in [signed(ALICE), granter(), guardian()] {
			assert_noop!(
				Allocation::spend(origin, COMMUNITY, NEWCOMER, 100),
				DispatchError::BadOrigin
			);
		}
		assert_ok!(Allocation::spend(governor(), COMMUNITY, NEWCOMER, 100));
		let event = Event::Spent { category: COMMUNITY, beneficiary: NEWCOMER, amount: 100 };
		assert_eq!(events(), [event]);
		assert_eq!((free(NEWCOMER), held(NEWCOMER)), (100, 0));
		assert_eq!(pot(COMMUNITY), 10 * PERCENT + ed - 100);
		let book = report(COMMUNITY);
		assert_eq!((book.granted, book.released, book.outstanding), (100, 100, 0));
	});
}

#[test]
fn what_others_paid_into_a_pot_is_spent_first_and_counts_against_no_cap() {
	ExtBuilder::default().build_and_execute(|| {
		let spend = |amount| Allocation::spend(governor(), TEAM, ALICE, amount);
		fund_pot(TEAM, 1_000);
		assert_ok!(spend(400));
		assert_eq!((report(TEAM).granted, report(TEAM).surplus), (0, 600));
		assert_ok!(spend(700));
		assert_eq!((report(TEAM).granted, report(TEAM).released), (100, 100));
		assert_eq!((report(TEAM).available, report(TEAM).surplus), (20 * PERCENT - 100, 0));
		fund_pot(TEAM, 5);
		assert_noop!(spend(20 * PERCENT - 94), Error::<Test>::AboveCap);
		assert_ok!(spend(20 * PERCENT - 95));
		assert_eq!(pot(TEAM), ExistentialDeposit::get());
		// What is emitted into a pot is what the category grants from: none of it is surplus.
		fund_pot(PROVIDERS, 1_000);
		assert_eq!((report(PROVIDERS).available, report(PROVIDERS).surplus), (990, 0));
	});
}

#[test]
fn what_cannot_be_paid_is_refused_each_with_its_own_error() {
	ExtBuilder::default().build_and_execute(|| {
		let spend = |category, who, amount| Allocation::spend(governor(), category, who, amount);
		assert_noop!(spend(TEAM, ALICE, 0), Error::<Test>::ZeroAmount);
		assert_noop!(spend(NOWHERE, ALICE, 1), Error::<Test>::UnknownCategory);
		assert_noop!(spend(TEAM, ALICE, 20 * PERCENT + 1), Error::<Test>::AboveCap);
		assert_noop!(spend(TEAM, NEWCOMER, 9), TokenError::BelowMinimum);
		fund_pot(PROVIDERS, 100);
		assert_noop!(spend(PROVIDERS, ALICE, 91), TokenError::NotExpendable);
		assert_ok!(spend(PROVIDERS, ALICE, 90));
		assert_ok!(spend(TEAM, ALICE, 20 * PERCENT));
		assert_eq!(pot(TEAM), ExistentialDeposit::get());
	});
}

#[test]
fn merging_adds_up_what_was_granted_and_what_was_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let first = granted(INVESTORS, ALICE, 1_005, daily(10));
		pass(DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		assert_eq!(held(ALICE), 905);
		let second = granted(INVESTORS, ALICE, 995, daily(10));
		assert_ok!(Allocation::offer_grant(signed(ALICE), first, Some(BOB)));
		events();

		assert_ok!(Allocation::merge(signed(ALICE), first, second));
		let event = Event::Merged { beneficiary: ALICE, into: first, merged: second };
		assert_eq!(events(), [event]);
		let merged = grant_report(ALICE, first);
		assert_eq!((merged.amount, merged.released, merged.releasable), (2_000, 100, 100));
		assert_eq!(Allocation::grants(ALICE).len(), 1);
		assert_eq!(held(ALICE), 1_900);
		// Bob was offered another grant.
		assert_noop!(
			Allocation::accept_grant(signed(BOB), ALICE, first, 0),
			Error::<Test>::NotOffered
		);
		pass(9 * DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		assert_eq!((held(ALICE), free(ALICE)), (0, 2_000 + ExistentialDeposit::get()));
	});
}

#[test]
fn only_equal_grants_of_ones_own_merge() {
	ExtBuilder::default().build_and_execute(|| {
		let own = granted(INVESTORS, ALICE, 100, daily(10));
		let other_category = granted(COMMUNITY, ALICE, 100, daily(10));
		let other_schedule = granted(INVESTORS, ALICE, 100, daily(11));
		let not_own = granted(INVESTORS, BOB, 100, daily(10));
		let merge = |into, merged| Allocation::merge(signed(ALICE), into, merged);
		assert_noop!(merge(own, own), Error::<Test>::NotMergeable);
		assert_noop!(merge(own, other_category), Error::<Test>::NotMergeable);
		assert_noop!(merge(own, other_schedule), Error::<Test>::NotMergeable);
		assert_noop!(merge(own, not_own), Error::<Test>::UnknownGrant);
		assert_noop!(merge(not_own, own), Error::<Test>::UnknownGrant);
		assert_noop!(
			Allocation::merge(governor(), own, other_category),
			Error::<Test>::UnknownGrant
		);
		assert_noop!(
			Allocation::merge(RuntimeOrigin::root(), own, other_category),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn the_list_of_grants_is_gone_with_the_last_one() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 100, daily(1));
		granted(TEAM, ALICE, 100, daily(2));
		pass(DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		let left: GrantsOf<Test> = Grants::<Test>::get(ALICE);
		assert_eq!(left.iter().map(|grant| grant.id()).collect::<Vec<_>>(), [GrantId(2)]);
		pass(DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		assert!(!Grants::<Test>::contains_key(ALICE));
		// Ids are never used again.
		assert_eq!(granted(TEAM, ALICE, 1, daily(1)), GrantId(3));
	});
}
