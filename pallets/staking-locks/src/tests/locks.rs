// SPDX-License-Identifier: Apache-2.0

use crate::{
	mock::*,
	types::{Tier, Tiers},
	CurrentSettings, Error, Event, HoldReason,
};
use destra_primitives::time::{days, hours};
use frame_support::{assert_ok, assert_storage_noop};
use sp_runtime::{Perbill, TokenError};

fn weights(who: AccountId) -> Vec<u128> {
	stake(who).positions.iter().map(|position| position.weight).collect()
}

#[test]
fn each_tier_weighs_its_multiplier() {
	ExtBuilder::default().build_and_execute(|| {
		for (tier, weight) in [(DAYS_30, 100), (DAYS_90, 150), (DAYS_180, 225), (DAYS_360, 400)] {
			lock(ALICE, 1_000, tier);
			assert_eq!(weights(ALICE).last(), Some(&(weight * 1_000)));
		}
		assert_eq!(stake(ALICE).weight, 875_000);
		assert_eq!(total_weight(), 875_000);
		assert_eq!(held(HoldReason::Stake, ALICE), 4_000);
		assert_eq!(free(ALICE), ENDOWMENT - 4_000);
	});
}

#[test]
fn a_lock_that_cannot_be_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_refused!(
			Staking::lock(signed(ALICE), 1_000, DAYS_31.into()),
			Error::<Test>::UnknownTier
		);
		assert_refused!(
			Staking::lock(signed(ALICE), 99, DAYS_30.into()),
			Error::<Test>::BelowMinimum
		);
		assert_refused!(
			Staking::lock(signed(ALICE), ENDOWMENT, DAYS_30.into()),
			TokenError::FundsUnavailable
		);
		for _ in 0..crate::types::MAX_POSITIONS {
			lock(ALICE, 100, DAYS_30);
		}
		assert_refused!(
			Staking::lock(signed(ALICE), 100, DAYS_30.into()),
			Error::<Test>::TooManyPositions
		);
	});
}

#[test]
fn nothing_can_be_locked_before_the_clock_is_set() {
	ExtBuilder::default().build_and_execute(|| {
		crate::Rewards::<Test>::mutate(|state| state.next_bucket = None);
		assert_refused!(
			Staking::lock(signed(ALICE), 100, DAYS_30.into()),
			Error::<Test>::NotStarted
		);
		next_block();
		lock(ALICE, 100, DAYS_30);
	});
}

#[test]
fn the_multiplier_ends_by_itself_at_the_first_full_hour_after_the_term() {
	ExtBuilder::default().build_and_execute(|| {
		lock(ALICE, 1_000, DAYS_90);
		let end = stake(ALICE).positions[0].until.unwrap();
		assert_eq!(end % hours(1), 0);
		assert!(end >= now() + days(90) && end < now() + days(90) + hours(1));

		next_block_at(end - 1);
		next_block_at(end);
		assert_eq!((total_weight(), stake(ALICE).weight), (150_000, 150_000), "not a block early");
		next_block();
		assert_eq!((total_weight(), stake(ALICE).weight), (100_000, 100_000));
	});
}

#[test]
fn a_term_is_over_at_its_end_and_not_before() {
	ExtBuilder::default().build_and_execute(|| {
		let id = lock(ALICE, 1_000, DAYS_90);
		let end = stake(ALICE).positions[0].until.unwrap();
		next_block_at(end - 1);
		assert!(!stake(ALICE).positions[0].over);
		assert_refused!(Staking::unbond(signed(ALICE), id, 500), Error::<Test>::StillLocked);
		next_block_at(end);
		assert!(stake(ALICE).positions[0].over);
		assert_ok!(Staking::unbond(signed(ALICE), id, 500));
	});
}

/// A standstill so long that the hook has to work it off, seen by the first block after it.
fn stand_still() {
	BucketsPerBlock::set(1);
	pass(days(100));
	assert_eq!(Staking::maturities(0).len(), 2, "the hook is not there yet");
}

#[test]
fn after_a_standstill_what_has_ended_is_over_before_the_hook_comes_to_it() {
	ExtBuilder::default().build_and_execute(|| {
		let ended =
			[lock(ALICE, 1_000, DAYS_90), lock(ALICE, 500, DAYS_90), lock(ALICE, 300, DAYS_90)];
		let running = lock(ALICE, 100, DAYS_180);
		stand_still();
		let over: Vec<bool> = stake(ALICE).positions.iter().map(|position| position.over).collect();
		assert_eq!(over, [true, true, true, false]);

		assert_ok!(Staking::merge(signed(ALICE), ended[1], ended[0]));
		assert_eq!(weights(ALICE), [150_000, 30_000, 22_500], "what is over weighs its base");
		assert_refused!(
			Staking::merge(signed(ALICE), running, ended[0]),
			Error::<Test>::TermsDiffer
		);
		assert_refused!(Staking::top_up(signed(ALICE), ended[2], 50), Error::<Test>::CatchingUp);
		assert_ok!(Staking::unbond(signed(ALICE), ended[0], 1_500));
		assert_refused!(Staking::unbond(signed(ALICE), running, 100), Error::<Test>::StillLocked);
		Staking::do_try_state().unwrap();

		let weight = stake(ALICE).weight;
		assert_eq!(total_weight(), weight, "300 and 100 that are locked, 1,500 that leave");
		assert_eq!(weight, 300 * 100 + 100 * 225 + 1_500 * 50);
		BucketsPerBlock::set(10_000);
		next_block();
		assert_eq!(total_weight(), weight, "the hook finds nothing left to end");
	});
}

#[test]
fn after_a_standstill_what_was_unbonded_is_withdrawn_before_the_hook_comes_to_it() {
	ExtBuilder::default().build_and_execute(|| {
		let id = lock(ALICE, 1_000, DAYS_30);
		lock(BOB, 1_000, DAYS_90);
		pass(days(31));
		assert_ok!(Staking::unbond(signed(ALICE), id, 1_000));
		stand_still();
		assert_ok!(Staking::withdraw(signed(BOB), ALICE));
		assert_eq!(free(ALICE), ENDOWMENT);
		Staking::do_try_state().unwrap();
		BucketsPerBlock::set(10_000);
		next_block();
		assert_eq!(total_weight(), 100_000);
	});
}

#[test]
fn terms_that_end_in_the_same_hour_share_a_bucket() {
	ExtBuilder::default().build_and_execute(|| {
		lock(ALICE, 1_000, DAYS_90);
		lock(BOB, 2_000, DAYS_90);
		lock(CAROL, 100, DAYS_30);
		let maturities = Staking::maturities(0);
		assert_eq!(maturities.len(), 1, "one tier has nothing to lose");
		assert_eq!((maturities[0].weight, maturities[0].positions), (150_000, 2));
		assert_eq!(maturities[0].at, stake(BOB).positions[0].until.unwrap());

		pass(days(91));
		assert_eq!(Staking::maturities(0), vec![]);
		assert_eq!(crate::Buckets::<Test>::iter().count(), 1, "not settled yet");
		assert_ok!(Staking::top_up(signed(ALICE), 0, 1));
		assert_eq!(crate::Buckets::<Test>::iter().count(), 1);
		assert_ok!(Staking::top_up(signed(BOB), 0, 1));
		assert_eq!(crate::Buckets::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_running_term_begins_anew_when_topped_up() {
	ExtBuilder::default().build_and_execute(|| {
		let id = lock(ALICE, 100, DAYS_360);
		pass(days(350));
		assert_ok!(Staking::top_up(signed(ALICE), id, 900));
		let position = stake(ALICE).positions[0];
		assert_eq!((position.amount, position.weight), (1_000, 400_000));
		assert!(position.until.unwrap() >= now() + days(360));
		assert_eq!(held(HoldReason::Stake, ALICE), 1_000);
		pass(days(20));
		assert_eq!(total_weight(), 400_000, "the old end is forgotten");
	});
}

#[test]
fn a_position_whose_term_is_over_stays_so_when_topped_up() {
	ExtBuilder::default().build_and_execute(|| {
		let id = lock(ALICE, 100, DAYS_90);
		pass(days(91));
		assert_ok!(Staking::top_up(signed(ALICE), id, 900));
		assert!(stake(ALICE).positions[0].over);
		assert_eq!(total_weight(), 100_000);
		assert_refused!(
			Staking::top_up(signed(ALICE), id + 1, 900),
			Error::<Test>::UnknownPosition
		);
		assert_refused!(
			Staking::top_up(signed(ALICE), id, ENDOWMENT),
			TokenError::FundsUnavailable
		);
	});
}

#[test]
fn a_lock_is_extended_to_what_is_longer_and_no_lighter() {
	ExtBuilder::default().build_and_execute(|| {
		let id = lock(ALICE, 1_000, DAYS_90);
		let extend = |tier: Tier| Staking::extend(signed(ALICE), id, tier.into());
		assert_refused!(extend(DAYS_90), Error::<Test>::NotLonger);
		assert_refused!(extend(DAYS_30), Error::<Test>::NotLonger);
		assert_refused!(extend(DAYS_31), Error::<Test>::UnknownTier);
		assert_ok!(extend(DAYS_360));
		assert_eq!(total_weight(), 400_000);
		assert_refused!(extend(DAYS_180), Error::<Test>::NotLonger);

		pass(days(340));
		// It would end later, but weigh less until then.
		assert_refused!(extend(DAYS_30), Error::<Test>::NotLonger);
		pass(days(30));
		assert_eq!(total_weight(), 100_000);
		assert_ok!(extend(DAYS_90));
		assert_eq!(total_weight(), 150_000);
		assert_refused!(
			Staking::extend(signed(BOB), id, DAYS_90.into()),
			Error::<Test>::UnknownPosition
		);
	});
}

#[test]
fn positions_of_one_term_become_one_with_the_later_end() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, other) = (lock(ALICE, 100, DAYS_90), lock(ALICE, 100, DAYS_180));
		pass(days(10));
		let second = lock(ALICE, 200, DAYS_90);
		let end = stake(ALICE).positions[2].until;
		let merge = |from, into| Staking::merge(signed(ALICE), from, into);
		assert_refused!(merge(first, other), Error::<Test>::TermsDiffer);
		assert_refused!(merge(first, first), Error::<Test>::TermsDiffer);
		assert_refused!(merge(first, 9), Error::<Test>::UnknownPosition);
		assert_ok!(merge(second, first));
		let merged = stake(ALICE).positions[0];
		assert_eq!((merged.amount, merged.until, merged.weight), (300, end, 45_000));

		// Once over, all are alike.
		pass(days(180));
		assert_ok!(merge(first, other));
		assert_eq!(stake(ALICE).positions.len(), 1);
		let young = lock(ALICE, 100, DAYS_180);
		assert_refused!(merge(other, young), Error::<Test>::TermsDiffer);
	});
}

/// Has these tiers in force, however many changes that took.
fn set_tiers(tiers: &[Tier]) {
	let tiers = Tiers::truncate_from(tiers.to_vec());
	CurrentSettings::<Test>::mutate(|settings| settings.tiers = tiers);
}

#[test]
fn a_tier_that_was_abolished_is_not_begun_anew() {
	ExtBuilder::default().build_and_execute(|| {
		let id = lock(ALICE, 100, DAYS_360);
		pass(days(300));
		let young = lock(ALICE, 100, DAYS_360);
		let leaving = lock(BOB, 100, DAYS_30);
		pass(days(31));
		assert_ok!(Staking::unbond(signed(BOB), leaving, 100));
		set_tiers(&[DAYS_30, DAYS_90]);
		let gone = || Error::<Test>::UnknownTier;
		assert_refused!(Staking::lock(signed(ALICE), 100, DAYS_360.into()), gone());
		assert_refused!(Staking::top_up(signed(ALICE), id, 100), gone());
		assert_refused!(Staking::merge(signed(ALICE), id, young), gone());
		assert_refused!(Staking::extend(signed(ALICE), id, DAYS_360.into()), gone());
		assert_refused!(Staking::rebond(signed(BOB), leaving + 1, DAYS_360.into()), gone());
		assert_eq!(stake(ALICE).weight, 80_000, "what runs, runs to its end");
		pass(days(330));
		assert_ok!(Staking::top_up(signed(ALICE), id, 100));
		assert_ok!(Staking::merge(signed(ALICE), id, young));
		assert_eq!(stake(ALICE).weight, 30_000);
	});
}

#[test]
fn a_term_begins_anew_for_what_it_weighed_or_not_at_all() {
	ExtBuilder::default().build_and_execute(|| {
		let id = lock(ALICE, 100, DAYS_90);
		let heavier = tier::<{ days(90) }, 200>();
		let gone = || Error::<Test>::UnknownTier;
		for other in [tier::<{ days(90) }, 120>(), heavier] {
			set_tiers(&[DAYS_30, other]);
			assert_refused!(Staking::top_up(signed(ALICE), id, 100), gone());
		}
		assert_ok!(Staking::extend(signed(ALICE), id, heavier.into()));
		assert_ok!(Staking::top_up(signed(ALICE), id, 100));
		assert_eq!(stake(ALICE).weight, 40_000);
	});
}

#[test]
fn a_lock_is_for_the_length_and_no_less_than_the_multiplier_that_it_names() {
	ExtBuilder::default().build_and_execute(|| {
		// Another tier is in its place meanwhile.
		set_tiers(&[DAYS_90, DAYS_360]);
		assert_refused!(
			Staking::lock(signed(ALICE), 100, DAYS_180.into()),
			Error::<Test>::UnknownTier
		);
		set_tiers(&[tier::<{ days(90) }, 140>()]);
		assert_refused!(
			Staking::lock(signed(ALICE), 100, DAYS_90.into()),
			Error::<Test>::UnknownTier
		);
		set_tiers(&[tier::<{ days(90) }, 160>()]);
		lock(ALICE, 100, DAYS_90);
		assert_eq!(stake(ALICE).weight, 16_000);
	});
}

#[test]
fn unbonding_earns_half_for_its_period_and_then_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let id = lock(ALICE, 1_000, DAYS_30);
		assert_refused!(Staking::unbond(signed(ALICE), id, 500), Error::<Test>::StillLocked);
		pass(days(31));
		assert_ok!(Staking::unbond(signed(ALICE), id, 400));
		assert_eq!(weights(ALICE), [60_000, 20_000]);
		assert_eq!(total_weight(), 80_000);
		assert!(stake(ALICE).positions[1].unbonding);
		assert_refused!(Staking::withdraw(signed(BOB), ALICE), Error::<Test>::NothingToWithdraw);

		pass(UNBONDING + hours(1));
		assert_eq!(total_weight(), 60_000);
		assert_eq!(held(HoldReason::Stake, ALICE), 1_000, "on hold until it is withdrawn");
		events();
		assert_ok!(Staking::withdraw(signed(BOB), ALICE));
		assert_eq!(events(), [Event::Withdrawn { who: ALICE, amount: 400 }]);
		assert_eq!(held(HoldReason::Stake, ALICE), 600);
	});
}

#[test]
fn unbonding_leaves_the_minimum_or_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let id = lock(ALICE, 1_000, DAYS_30);
		pass(days(31));
		let unbond = |amount| Staking::unbond(signed(ALICE), id, amount);
		assert_refused!(unbond(0), Error::<Test>::BelowMinimum);
		assert_refused!(unbond(901), Error::<Test>::BelowMinimum);
		assert_ok!(unbond(u128::MAX));
		assert_eq!(weights(ALICE), [50_000]);
		assert_refused!(unbond(1), Error::<Test>::UnknownPosition);
		pass(days(8));
		assert_ok!(Staking::withdraw(signed(ALICE), ALICE));
		assert!(!crate::Ledgers::<Test>::contains_key(ALICE));
		assert_eq!(total_weight(), 0);
	});
}

#[test]
fn there_is_no_room_for_an_unbonding_part_in_a_full_ledger() {
	ExtBuilder::default().build_and_execute(|| {
		let id = lock(ALICE, 1_000, DAYS_30);
		for _ in 1..crate::types::MAX_POSITIONS {
			lock(ALICE, 100, DAYS_30);
		}
		pass(days(31));
		assert_refused!(Staking::unbond(signed(ALICE), id, 1_00), Error::<Test>::TooManyPositions);
		assert_ok!(Staking::unbond(signed(ALICE), id, 1_000));
	});
}

#[test]
fn unbonding_stake_can_be_locked_again() {
	ExtBuilder::default().build_and_execute(|| {
		let id = lock(ALICE, 1_000, DAYS_30);
		assert_refused!(
			Staking::rebond(signed(ALICE), id, DAYS_90.into()),
			Error::<Test>::PositionNotUnbonding
		);
		pass(days(31));
		assert_ok!(Staking::unbond(signed(ALICE), id, 1_000));
		let leaving = stake(ALICE).positions[0].id;
		for refused in [
			Staking::top_up(signed(ALICE), leaving, 1),
			Staking::extend(signed(ALICE), leaving, DAYS_90.into()),
			Staking::unbond(signed(ALICE), leaving, 1),
		] {
			assert_eq!(refused.unwrap_err().error, Error::<Test>::PositionUnbonding.into());
		}
		assert_refused!(
			Staking::rebond(signed(ALICE), leaving, DAYS_31.into()),
			Error::<Test>::UnknownTier
		);
		assert_refused!(
			Staking::rebond(signed(ALICE), 7, DAYS_90.into()),
			Error::<Test>::UnknownPosition
		);
		assert_ok!(Staking::rebond(signed(ALICE), leaving, DAYS_90.into()));
		assert_eq!(weights(ALICE), [150_000]);
		assert_refused!(Staking::withdraw(signed(ALICE), ALICE), Error::<Test>::NothingToWithdraw);
	});
}

#[test]
fn reading_changes_nothing() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		lock(ALICE, 1_000, DAYS_90);
		delegate(BOB, ALICE, 500).unwrap();
		pass(days(91));
		reward(1_000);
		assert_storage_noop!({
			assert!(due(ALICE) > 0);
			assert!(delegation(ALICE, BOB).due > 0);
			assert_eq!(Staking::provider(ALICE).unwrap().delegated, 500);
			assert_eq!(Staking::settings(), settings());
			assert_eq!(Staking::delegation(ALICE, CAROL), None);
			assert_eq!(Staking::provider(CAROL), None);
		});
	});
}

#[test]
fn a_call_is_charged_for_the_terms_that_had_ended_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(weighed(Staking::lock(signed(ALICE), 100, DAYS_90.into())), 1);
		lock(ALICE, 100, DAYS_90);
		lock(ALICE, 100, DAYS_30);
		pass(days(91));
		reward(1_000);
		assert_eq!(weighed(Staking::claim(signed(BOB), ALICE)), 1 + 2 * TERM);
		assert_eq!(weighed(Staking::unbond(signed(ALICE), 0, 100)), 1);
	});
}

#[test]
fn a_call_that_fails_is_charged_as_one_that_succeeds() {
	ExtBuilder::default().build_and_execute(|| {
		lock(ALICE, 100, DAYS_90);
		let id = lock(ALICE, 100, DAYS_90);
		lock(BOB, 1_000, DAYS_30);
		let refused = [
			Staking::lock(signed(ALICE), 100, DAYS_31.into()),
			Staking::lock(signed(ALICE), ENDOWMENT, DAYS_30.into()),
			Staking::top_up(signed(ALICE), 9, 100),
			Staking::extend(signed(ALICE), id, DAYS_30.into()),
			Staking::merge(signed(ALICE), id, id),
			Staking::unbond(signed(ALICE), id, 100),
			Staking::rebond(signed(ALICE), id, DAYS_30.into()),
			Staking::withdraw(signed(ALICE), ALICE),
			Staking::claim(signed(ALICE), ALICE),
			Staking::register(signed(ALICE), profile(ALICE, &[HOSTING]), Perbill::zero().into()),
			Staking::remove_provider(signed(ALICE), ALICE),
		];
		for call in refused {
			assert!(call.is_err());
			assert_eq!(weighed(call), 1);
		}
		pass(days(91));
		// It settled two positions before it found out, and that is forgotten again.
		for _ in 0..2 {
			assert_eq!(weighed(Staking::unbond(signed(ALICE), 9, 100)), 1 + 2 * TERM);
		}
	});
}

#[test]
fn the_calendar_of_ends_is_read_in_parts_of_bounded_length() {
	ExtBuilder::default().build_and_execute(|| {
		let window = crate::MATURITIES * Quantum::get();
		lock(ALICE, 100, DAYS_90);
		lock(ALICE, 100, DAYS_180);
		let [soon, late] = [0, 1].map(|n: usize| stake(ALICE).positions[n].until.unwrap());
		let ends = |from| Staking::maturities(from).iter().map(|one| one.at).collect::<Vec<_>>();
		assert_eq!(ends(0), [soon, late]);
		assert_eq!(ends(soon), [soon, late]);
		assert_eq!(ends(soon + 1), [late]);
		assert!(ends(late + 1).is_empty());
		// As if they were further away than one look goes.
		crate::Buckets::<Test>::iter_keys().collect::<Vec<_>>().into_iter().for_each(|bucket| {
			let moved = crate::Buckets::<Test>::take(bucket).unwrap();
			crate::Buckets::<Test>::insert(bucket + crate::MATURITIES, moved);
		});
		assert!(ends(0).is_empty());
		assert_eq!(ends(now() + window), [soon + window, late + window]);
		crate::Buckets::<Test>::iter_keys().collect::<Vec<_>>().into_iter().for_each(|bucket| {
			let moved = crate::Buckets::<Test>::take(bucket).unwrap();
			crate::Buckets::<Test>::insert(bucket - crate::MATURITIES, moved);
		});
	});
}
