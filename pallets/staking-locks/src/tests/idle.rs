// SPDX-License-Identifier: Apache-2.0

//! What a validator earns that is not there, and what those do who put their stake behind it.

use crate::{mock::*, Error};
use destra_primitives::{OnLiveness, Role};
use frame_support::assert_ok;
use sp_runtime::Perbill;

/// Two validators of 1,000, the first with as much delegated to it.
fn two() -> ExtBuilder {
	ExtBuilder::default().provider(ALICE, &[Role::Validator], 1_000).provider(
		BOB,
		&[Role::Validator],
		1_000,
	)
}

#[test]
fn who_is_idle_earns_neither_by_its_own_stake_nor_a_commission_until_it_is_back() {
	two().build_and_execute(|| {
		delegate(EVE, ALICE, 1_000).unwrap();
		reward(3_000);
		let before = (due(ALICE), due(BOB), delegation(ALICE, EVE).due);
		assert_eq!(before, (1_100, 1_000, 900));

		Staking::fell_idle(&ALICE);
		assert!(Staking::is_idle(&ALICE));
		reward(3_000);
		assert_eq!(
			(due(ALICE), delegation(ALICE, EVE).due),
			(1_100, 1_900),
			"the delegator goes on"
		);
		assert_eq!(due(BOB), 2_000);

		Staking::gave_sign(&ALICE);
		let back = Staking::rewards().unallotted;
		assert_eq!(back, 1_000, "its part is divided anew");
		next_block();
		assert!(!Staking::is_idle(&ALICE));
		assert!(due(ALICE) > 1_100, "it earns of that too, now that it is back");
		assert_ok!(Staking::claim(signed(ALICE), ALICE));
	});
}

#[test]
fn what_was_earned_before_stays_due() {
	two().build_and_execute(|| {
		reward(2_000);
		Staking::fell_idle(&ALICE);
		reward(2_000);
		assert_eq!((due(ALICE), due_as_provider(ALICE)), (1_000, 1_000));
		assert_ok!(Staking::claim(signed(BOB), ALICE));
		assert_refused!(Staking::claim(signed(BOB), ALICE), Error::<Test>::NothingToClaim);
	});
}

#[test]
fn who_is_idle_raises_no_commission() {
	two().build_and_execute(|| {
		Staking::fell_idle(&ALICE);
		let raise = Staking::set_commission(signed(ALICE), Perbill::from_percent(20));
		assert_eq!(raise, Err(Error::<Test>::NotActive.into()));
	});
}

#[test]
fn who_is_no_provider_is_not_idle() {
	two().build_and_execute(|| {
		Staking::fell_idle(&EVE);
		Staking::gave_sign(&EVE);
		assert!(!Staking::is_idle(&EVE));
	});
}
