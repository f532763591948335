// SPDX-License-Identifier: Apache-2.0

//! What a validator earns that is not there, what others earn meanwhile, and what they can make of it.

use crate::{mock::*, Buckets, Error};
use destra_primitives::{
	time::{days, hours},
	OnLiveness, ProviderInspect, Role, SlashReason, Slasher,
};
use frame_support::assert_ok;
use sp_runtime::Perbill;

const STAKE: u128 = 60_000 * DSYNC;

/// Two validators of 60,000 DSYNC.
fn two() -> ExtBuilder {
	ExtBuilder::default().in_dsync().provider(ALICE, &[Role::Validator], STAKE).provider(
		BOB,
		&[Role::Validator],
		STAKE,
	)
}

/// In whole tokens.
fn tokens(due: u128) -> u128 {
	due / DSYNC
}

#[test]
fn who_is_idle_earns_neither_by_its_own_stake_nor_a_commission_until_it_is_back() {
	two().build_and_execute(|| {
		delegate(EVE, ALICE, STAKE).unwrap();
		reward(3_000 * DSYNC);
		let dues = || [due(ALICE), due(BOB), delegation(ALICE, EVE).due].map(tokens);
		assert_eq!(dues(), [1_100, 1_000, 900]);

		Staking::fell_idle(&ALICE);
		assert!(Staking::is_idle(&ALICE));
		assert_eq!((total_weight(), stake(ALICE).weight), (200 * STAKE, 0));
		reward(3_000 * DSYNC);
		assert_eq!(dues(), [1_100, 2_500, 2_400], "those who are there earn it at once, in full");

		Staking::gave_sign(&ALICE);
		assert!(!Staking::is_idle(&ALICE));
		assert_eq!(Staking::rewards().unallotted, 0, "nothing comes free");
		assert_eq!((total_weight(), stake(ALICE).weight), (300 * STAKE, 100 * STAKE));
		reward(3_000 * DSYNC);
		assert_eq!(dues(), [2_200, 3_500, 3_300]);
		assert_ok!(Staking::claim(signed(ALICE), ALICE));
	});
}

#[test]
fn who_comes_before_an_idle_provider_is_back_gets_nothing_of_what_it_missed() {
	two().settings(|settings| settings.author_share = Perbill::from_percent(30)).build_and_execute(
		|| {
			Staking::fell_idle(&ALICE);
			(0..100).for_each(|_| reward(1_000 * DSYNC));
			let (earned, reserve) = (due(BOB), Staking::rewards().author_reserve);
			assert_eq!((tokens(earned), reserve), (70_000, 30_000 * DSYNC));

			delegate(EVE, BOB, 10 * STAKE).unwrap();
			Staking::gave_sign(&ALICE);
			next_block();
			assert_eq!(delegation(BOB, EVE).due, 0, "there is no lump to come for");
			let after = (due(BOB), Staking::rewards().author_reserve);
			assert_eq!(after, (earned, reserve), "the authors have their part once");
		},
	);
}

#[test]
fn where_an_idle_provider_never_comes_back_nothing_is_stuck() {
	two().build_and_execute(|| {
		Staking::fell_idle(&ALICE);
		reward(1_000 * DSYNC);
		assert_refused!(Staking::claim(signed(EVE), ALICE), Error::<Test>::NothingToClaim);
		assert_eq!(Staking::rewards().owed, 1_000 * DSYNC);
		assert_eq!(due(BOB), 1_000 * DSYNC, "all that is owed is somebody's");
	});
}

#[test]
fn a_term_that_ends_meanwhile_comes_back_without_its_multiplier() {
	two().build_and_execute(|| {
		let [short, long] = [DAYS_90, DAYS_360].map(|tier| lock(ALICE, STAKE, tier));
		assert_eq!(total_weight(), (200 + 150 + 400) * STAKE);
		Staking::fell_idle(&ALICE);
		assert_eq!((total_weight(), Buckets::<Test>::iter().count()), (100 * STAKE, 0));
		pass(days(91));
		reward(1_000 * DSYNC);
		Staking::gave_sign(&ALICE);
		assert_eq!(total_weight(), (200 + 100 + 400) * STAKE);
		let weights = stake(ALICE).positions.into_iter().map(|p| (p.id, p.weight, p.over));
		let expected =
			[(0, 100 * STAKE, true), (short, 100 * STAKE, true), (long, 400 * STAKE, false)];
		assert_eq!(weights.collect::<Vec<_>>(), expected);
		assert_eq!(due(ALICE), 0);
		pass(days(270));
		assert_eq!(total_weight(), 400 * STAKE, "the other term ends by itself");
	});
}

#[test]
fn a_term_that_is_over_by_the_clock_alone_comes_back_without_its_multiplier() {
	two().build_and_execute(|| {
		BucketsPerBlock::set(1);
		lock(ALICE, STAKE, DAYS_90);
		Staking::fell_idle(&ALICE);
		// The hook comes an hour further in each block.
		next_block_at(now() + days(90) + hours(1));
		next_block();
		assert!(crate::Rewards::<Test>::get().catching_up);
		Staking::gave_sign(&ALICE);
		assert_eq!((total_weight(), Buckets::<Test>::iter().count()), (300 * STAKE, 0));
	});
}

#[test]
fn all_that_can_be_done_with_stake_can_be_done_while_idle() {
	two().build_and_execute(|| {
		Staking::fell_idle(&ALICE);
		let id = lock(ALICE, STAKE, DAYS_360);
		assert_ok!(Staking::top_up(signed(ALICE), id, STAKE));
		assert_ok!(Staking::unbond(signed(ALICE), 0, STAKE));
		delegate(EVE, ALICE, STAKE).unwrap();
		Staking::slash(&ALICE, SlashReason::DisputeLost, Some(Perbill::from_percent(50)), None)
			.unwrap();
		pass(SLASH_DELAY);
		Staking::do_try_state().unwrap();
		// Bob, and half of what Eve delegated.
		assert_eq!(total_weight(), 150 * STAKE);
		pass(UNBONDING);
		assert_ok!(Staking::withdraw(signed(EVE), ALICE));
		assert_refused!(Staking::claim(signed(EVE), ALICE), Error::<Test>::NothingToClaim);
		Staking::gave_sign(&ALICE);
		assert_eq!(total_weight(), (150 + 400) * STAKE);
		assert_eq!(<Staking as ProviderInspect<_>>::weight(&ALICE), (400 + 50) * STAKE);
	});
}

#[test]
fn who_leaves_while_idle_and_is_removed_is_a_staker_as_any() {
	two().build_and_execute(|| {
		let id = lock(ALICE, STAKE, DAYS_360);
		Staking::fell_idle(&ALICE);
		assert_ok!(Staking::leave(signed(ALICE)));
		pass(UNBONDING);
		assert_ok!(Staking::remove_provider(signed(EVE), ALICE));
		assert_eq!(total_weight(), (100 + 100 + 400) * STAKE);
		reward(600 * DSYNC);
		assert_eq!((tokens(due(ALICE)), due_as_provider(ALICE)), (500, 0));
		pass(days(360));
		assert_eq!(total_weight(), 300 * STAKE);
		assert_ok!(Staking::unbond(signed(ALICE), id, STAKE));
	});
}

#[test]
fn what_was_earned_before_stays_due() {
	two().build_and_execute(|| {
		reward(2_000 * DSYNC);
		Staking::fell_idle(&ALICE);
		reward(2_000 * DSYNC);
		assert_eq!((due(ALICE), due_as_provider(ALICE)), (1_000 * DSYNC, 1_000 * DSYNC));
		assert_ok!(Staking::claim(signed(BOB), ALICE));
		assert_refused!(Staking::claim(signed(BOB), ALICE), Error::<Test>::NothingToClaim);
	});
}

#[test]
fn who_is_idle_raises_no_commission() {
	two().build_and_execute(|| {
		Staking::fell_idle(&ALICE);
		let raise = Staking::set_commission(signed(ALICE), Perbill::from_percent(20).into());
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
