// SPDX-License-Identifier: Apache-2.0

//! What has vested is paid: to whomever, by whomever, to the last planck.

use crate::{mock::*, Error, Event};
use destra_primitives::{Balance, Schedule, Span};
use frame_support::{assert_noop, assert_ok, traits::fungible::Mutate};
use sp_runtime::{DispatchError, TokenError};

fn release(who: AccountId) -> Result<(), DispatchError> {
	Allocation::release(signed(STRANGER), who).map(drop).map_err(|error| error.error)
}

#[test]
fn anybody_releases_for_anybody() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 1_000, daily(10));
		granted(COMMUNITY, ALICE, 55, daily(10));
		assert_noop!(release(ALICE), Error::<Test>::NothingToRelease);
		pass(3 * DAY);
		assert_eq!(Allocation::releasable(ALICE), 316);
		events();
		assert_ok!(release(ALICE));
		assert_eq!(events(), [Event::Released { beneficiary: ALICE, amount: 316 }]);
		assert_eq!((held(ALICE), free(ALICE)), (739, 316 + ExistentialDeposit::get()));
		assert_eq!((report(TEAM).released, report(COMMUNITY).released), (300, 16));
		assert_noop!(release(ALICE), Error::<Test>::NothingToRelease);
		pass(DAY - 1);
		assert_noop!(release(ALICE), Error::<Test>::NothingToRelease);
		pass(1);
		assert_ok!(release(ALICE));
	});
}

#[test]
fn there_is_nothing_to_release_without_a_grant() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(release(ALICE), Error::<Test>::UnknownGrant);
		assert_eq!(
			Allocation::release(RuntimeOrigin::root(), ALICE).unwrap_err().error,
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn a_schedule_may_begin_in_the_past() {
	ExtBuilder::default().build_and_execute(|| {
		let past = Schedule { start: START - 4 * DAY, ..daily(10) };
		granted(TEAM, ALICE, 1_000, past);
		assert_ok!(release(ALICE));
		assert_eq!(held(ALICE), 600);
		let over = Schedule { start: START - 10 * DAY, ..daily(10) };
		granted(TEAM, BOB, 1_000, over);
		assert_ok!(release(BOB));
		assert_eq!((held(BOB), free(BOB)), (0, 1_000 + ExistentialDeposit::get()));
	});
}

#[test]
fn all_can_unlock_at_the_start_or_at_the_cliff() {
	ExtBuilder::default().build_and_execute(|| {
		let (none, all) = (percent(0), percent(100));
		let at_start = Schedule { upfront: all, periods: 0, ..daily(0) };
		let at_cliff = Schedule { upfront: none, lump: all, cliff: Span::Months(1), ..at_start };
		granted(TEAM, ALICE, 7, at_start);
		granted(TEAM, BOB, 7, at_cliff);
		assert_ok!(release(ALICE));
		assert_noop!(release(BOB), Error::<Test>::NothingToRelease);
		pass(28 * DAY - 1);
		assert_noop!(release(BOB), Error::<Test>::NothingToRelease);
		pass(1);
		assert_ok!(release(BOB));
		assert_eq!((held(ALICE), held(BOB)), (0, 0));
	});
}

#[test]
fn a_batch_goes_on_past_the_ones_that_fail() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 1_000, daily(10));
		granted(TEAM, CAROL, 1_000, daily(10));
		pass(DAY);
		events();
		let batch = vec![ALICE, BOB, NEWCOMER, ALICE, CAROL].try_into().unwrap();
		assert_ok!(Allocation::release_batch(signed(STRANGER), batch));
		let released = |beneficiary| Event::Released { beneficiary, amount: 100 };
		let failed = |beneficiary, error: Error<Test>| {
			let mut error = DispatchError::from(error);
			// As events carry it.
			if let DispatchError::Module(module) = &mut error {
				module.message = None;
			}
			Event::ReleaseFailed { beneficiary, error }
		};
		assert_eq!(
			events(),
			[
				released(ALICE),
				failed(BOB, Error::UnknownGrant),
				failed(NEWCOMER, Error::UnknownGrant),
				failed(ALICE, Error::NothingToRelease),
				released(CAROL),
			]
		);
		assert_eq!((held(ALICE), held(CAROL)), (900, 900));
		assert_ok!(Allocation::release_batch(signed(STRANGER), Default::default()));
		let root = Allocation::release_batch(RuntimeOrigin::root(), Default::default());
		assert_eq!(root.unwrap_err().error, DispatchError::BadOrigin);
	});
}

#[test]
fn one_that_fails_in_a_batch_leaves_no_trace() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 1_000, daily(10));
		granted(TEAM, BOB, 1_000, daily(10));
		pass(DAY);
		// Alice has less than a raised deposit and gets less: the token refuses.
		ExistentialDeposit::set(1_000);
		Balances::mint_into(&BOB, 1_000).unwrap();
		assert_ok!(Allocation::release_batch(
			signed(STRANGER),
			vec![ALICE, BOB].try_into().unwrap()
		));
		assert_eq!((held(ALICE), held(BOB)), (1_000, 900));
		assert_eq!((grant_report(ALICE, destra_primitives::GrantId(1))).released, 0);
		assert_eq!(report(TEAM).released, 100);
	});
}

/// Grants of `amount` in ten steps, of which the beneficiary spends all it can at every step.
fn spend_every_step(existential_deposit: Balance, amount: Balance) {
	ExtBuilder::default().existential_deposit(existential_deposit).build_and_execute(|| {
		granted(COMMUNITY, ALICE, amount, daily(10));
		spend_all(ALICE);
		let (mut paid, before) = (0, free(SHOP));
		for step in 1..=10 {
			pass(DAY);
			let due = amount * step / 10 - paid;
			match release(ALICE) {
				Ok(()) => paid += due,
				Err(error) => assert_eq!((error, due), (Error::<Test>::NothingToRelease.into(), 0)),
			}
			assert_eq!(held(ALICE), amount - paid);
			spend_all(ALICE);
		}
		assert_eq!((paid, held(ALICE)), (amount, 0));
		// With nothing on hold any more, even the existential deposit can leave.
		assert_eq!(free(SHOP) - before + free(ALICE), amount + existential_deposit);
		assert_eq!(free(ALICE), 0);
	});
}

#[test]
fn the_last_planck_is_payable_whatever_the_existential_deposit() {
	for existential_deposit in [1, 10, PERCENT / 100] {
		for amount in [1, 2, 9, 10, 11, 999, PERCENT / 100 - 1, PERCENT / 100 + 1, PERCENT] {
			spend_every_step(existential_deposit, amount);
		}
	}
}

#[test]
fn a_deposit_that_is_raised_later_delays_but_loses_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		granted(COMMUNITY, ALICE, 100, daily(10));
		pass(DAY);
		ExistentialDeposit::set(50);
		assert_noop!(release(ALICE), TokenError::CannotCreate);
		// It is payable as soon as enough has vested, or anybody tops the account up.
		pass(3 * DAY);
		assert_ok!(release(ALICE));
		assert_eq!(held(ALICE), 60);
		pass(6 * DAY);
		assert_ok!(release(ALICE));
		assert_eq!((held(ALICE), free(ALICE)), (0, 110));
		ExistentialDeposit::set(10);
	});
}
