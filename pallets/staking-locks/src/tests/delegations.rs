// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::MAX_DEPARTURES, Delegations, Error, Event, HoldReason, Pools};
use destra_primitives::{time::days, SlashReason, Slasher};
use frame_support::assert_ok;
use sp_runtime::{Perbill, TokenError};

/// Alice and Bob host, with 1,000 each.
fn two_providers() -> ExtBuilder {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).provider(BOB, &[HOSTING], 1_000)
}

fn undelegate(who: AccountId, provider: AccountId, amount: u128) -> sp_runtime::DispatchResult {
	Staking::undelegate(signed(who), provider, amount, None)
}

fn withdraw(who: AccountId, provider: AccountId) -> sp_runtime::DispatchResult {
	Staking::withdraw_delegation(signed(EVE), provider, who)
}

#[test]
fn delegated_stake_stays_on_hold_with_its_owner_and_earns_less_the_commission() {
	two_providers().build_and_execute(|| {
		assert_ok!(delegate(CAROL, ALICE, 2_000));
		assert_eq!(held(HoldReason::Delegation, CAROL), 2_000);
		assert_eq!(total_weight(), 400_000);
		reward(4_000);
		assert_eq!(delegation(ALICE, CAROL).due, 1_800);
		assert_eq!((due(ALICE), due(BOB)), (1_000 + 200, 1_000));
		assert_ok!(Staking::claim_delegation(signed(EVE), ALICE, CAROL));
		assert_eq!(free(CAROL), ENDOWMENT - 2_000 + 1_800);
		assert_refused!(
			Staking::claim_delegation(signed(EVE), ALICE, CAROL),
			Error::<Test>::NothingToClaim
		);
		assert_refused!(
			Staking::claim_delegation(signed(EVE), ALICE, DAVE),
			Error::<Test>::NotDelegator
		);
		assert_ok!(Staking::claim(signed(ALICE), ALICE));
		assert_eq!(due(ALICE), 0);
	});
}

#[test]
fn a_delegation_that_cannot_be_is_refused() {
	two_providers().build_and_execute(|| {
		assert_refused!(delegate(ALICE, ALICE, 500), Error::<Test>::SelfDelegation);
		assert_refused!(delegate(CAROL, DAVE, 500), Error::<Test>::NotProvider);
		assert_refused!(delegate(CAROL, ALICE, 99), Error::<Test>::BelowMinimum);
		assert_refused!(delegate(CAROL, ALICE, 10_001), Error::<Test>::RatioExceeded);
		assert_ok!(delegate(CAROL, ALICE, 9_999));
		assert_refused!(delegate(CAROL, ALICE, 0), Error::<Test>::BelowMinimum);
		assert_ok!(delegate(CAROL, ALICE, 1));
		assert_refused!(delegate(DAVE, ALICE, 100), Error::<Test>::RatioExceeded);
		lock(BOB, 200_000, DAYS_30);
		assert_refused!(delegate(CAROL, BOB, ENDOWMENT), TokenError::FundsUnavailable);
		assert_ok!(Staking::leave(signed(ALICE)));
		assert_refused!(delegate(CAROL, ALICE, 100), Error::<Test>::NotActive);
	});
}

#[test]
fn undelegated_stake_earns_nothing_and_comes_back_after_the_period() {
	two_providers().build_and_execute(|| {
		assert_refused!(undelegate(CAROL, ALICE, 1), Error::<Test>::NotDelegator);
		assert_refused!(undelegate(CAROL, DAVE, 1), Error::<Test>::NotDelegator);
		assert_ok!(delegate(CAROL, ALICE, 1_000));
		assert_refused!(undelegate(CAROL, ALICE, 0), Error::<Test>::BelowMinimum);
		assert_refused!(undelegate(CAROL, ALICE, 901), Error::<Test>::BelowMinimum);
		assert_refused!(withdraw(CAROL, ALICE), Error::<Test>::NothingToWithdraw);
		assert_refused!(withdraw(DAVE, ALICE), Error::<Test>::NotDelegator);
		assert_ok!(undelegate(CAROL, ALICE, 400));
		assert_eq!(total_weight(), 260_000);
		let report = delegation(ALICE, CAROL);
		assert_eq!((report.bonded, report.departing[0].amount), (600, 400));
		assert_refused!(withdraw(CAROL, ALICE), Error::<Test>::NothingToWithdraw);

		next_block_at(now() + UNBONDING);
		events();
		assert_ok!(withdraw(CAROL, ALICE));
		let back = Event::DelegationWithdrawn { provider: ALICE, who: CAROL, amount: 400 };
		assert_eq!(events(), [back]);
		assert_eq!(held(HoldReason::Delegation, CAROL), 600);
		assert_ok!(undelegate(CAROL, ALICE, u128::MAX));
		next_block_at(now() + UNBONDING);
		assert_ok!(withdraw(CAROL, ALICE));
		assert!(!Delegations::<Test>::contains_key(ALICE, CAROL));
		assert_eq!(free(CAROL), ENDOWMENT);
	});
}

#[test]
fn what_a_delegation_earned_outlives_it_and_its_provider() {
	two_providers().build_and_execute(|| {
		assert_ok!(delegate(CAROL, ALICE, 1_000));
		reward(3_000);
		let earned = 900;
		assert_eq!(delegation(ALICE, CAROL).due, earned);
		assert_ok!(Staking::leave(signed(ALICE)));
		assert_ok!(undelegate(CAROL, ALICE, 1_000));
		pass(UNBONDING);
		assert_ok!(withdraw(CAROL, ALICE));
		assert_eq!(Staking::delegation(ALICE, CAROL), None);
		assert_eq!(due(CAROL), earned, "with what else it earned");
		assert_ok!(Staking::remove_provider(signed(EVE), ALICE));
		assert_ok!(Staking::claim(signed(EVE), CAROL));
		assert_eq!(free(CAROL), ENDOWMENT + earned);
	});
}

#[test]
fn what_a_delegation_earned_survives_a_slash_of_all_and_a_new_registration() {
	two_providers().build_and_execute(|| {
		assert_ok!(delegate(CAROL, ALICE, 1_000));
		assert_ok!(delegate(DAVE, ALICE, 1_000));
		assert_ok!(undelegate(DAVE, ALICE, 400));
		reward(3_600);
		let all = Some(Perbill::one());
		assert_ok!(Staking::slash(&ALICE, SlashReason::WrongReport, all, None));
		assert_ok!(Staking::leave(signed(ALICE)));
		pass(UNBONDING);
		let (carol, dave) = (delegation(ALICE, CAROL).due, delegation(ALICE, DAVE).due);
		assert_eq!((carol, dave), (900, 540));
		assert_ok!(Staking::claim_delegation(signed(EVE), ALICE, CAROL));
		assert_ok!(Staking::return_delegation(signed(EVE), ALICE, DAVE));
		assert_eq!((due(CAROL), due(DAVE)), (carol, dave), "with what else they earned");
		assert_ok!(Staking::remove_provider(signed(EVE), ALICE));
		lock(ALICE, 1_000, DAYS_30);
		let register =
			Staking::register(signed(ALICE), profile(ALICE, &[HOSTING]), Perbill::zero().into());
		assert_ok!(register);
		assert_ok!(delegate(CAROL, ALICE, 1_000));
		assert_ok!(Staking::claim(signed(EVE), CAROL));
		assert_eq!(free(CAROL), ENDOWMENT - 2_000 + carol);
	});
}

/// An account that its slash left with nothing cannot be paid less than the existential deposit.
#[test]
fn a_reward_that_cannot_be_paid_keeps_no_pool_from_being_empty() {
	two_providers().build_and_execute(|| {
		assert_ok!(delegate(CAROL, ALICE, 1_000));
		reward(15);
		let rest = free(CAROL);
		assert_ok!(Balances::transfer_allow_death(signed(CAROL), DAVE, rest - 10));
		let all = Some(Perbill::one());
		assert_ok!(Staking::slash(&ALICE, SlashReason::WrongReport, all, None));
		pass(SLASH_DELAY);
		let earned = delegation(ALICE, CAROL).due;
		assert!(earned > 0 && earned < 10);
		assert_ok!(Staking::claim_delegation(signed(EVE), ALICE, CAROL));
		assert_eq!(due(CAROL), earned);
		assert!(Pools::<Test>::get(ALICE).unwrap().is_deserted());
	});
}

#[test]
fn nobody_keeps_a_provider_that_has_left_from_being_removed() {
	two_providers().build_and_execute(|| {
		let go = |who| Staking::return_delegation(signed(EVE), ALICE, who);
		assert_ok!(delegate(CAROL, ALICE, 1_000));
		assert_ok!(delegate(DAVE, ALICE, 1_000));
		assert_refused!(go(CAROL), Error::<Test>::NotLeftYet);
		assert_ok!(Staking::leave(signed(ALICE)));
		pass(UNBONDING - days(1));
		assert_refused!(go(CAROL), Error::<Test>::NotLeftYet);
		assert_ok!(Staking::undelegate(signed(DAVE), ALICE, 400, Some(BOB)));
		assert_ok!(Staking::report_slash(arbiter(), ALICE, SlashReason::WrongReport, None));
		pass(days(1));
		assert_refused!(go(CAROL), Error::<Test>::SlashPending);
		pass(SLASH_DELAY);
		reward(1_000);
		let earned = delegation(ALICE, CAROL).due;
		events();
		assert_ok!(go(CAROL));
		let back = |who| Event::DelegationWithdrawn { provider: ALICE, who, amount: 950 };
		assert_eq!(events().last(), Some(&back(CAROL)));
		assert_eq!((free(CAROL), due(CAROL)), (ENDOWMENT - 50, earned));
		assert_ok!(go(DAVE));
		assert_eq!(events().last(), Some(&back(DAVE)));
		assert_refused!(go(DAVE), Error::<Test>::NotDelegator);
		assert_ok!(Staking::remove_provider(signed(EVE), ALICE));
	});
}

#[test]
fn what_a_provider_earned_by_a_delegation_it_earned_as_a_staker() {
	two_providers().build_and_execute(|| {
		Vests::set(true);
		assert_ok!(delegate(BOB, ALICE, 1_000));
		reward(3_000);
		assert_ok!(undelegate(BOB, ALICE, 1_000));
		pass(UNBONDING);
		assert_ok!(withdraw(BOB, ALICE));
		assert_eq!((due(BOB), due_as_provider(BOB)), (1_000 + 900, 1_000));
	});
}

#[test]
fn a_delegation_departs_in_a_bounded_number_of_parts() {
	two_providers().build_and_execute(|| {
		assert_ok!(delegate(CAROL, ALICE, 1_000));
		for _ in 0..MAX_DEPARTURES {
			assert_ok!(undelegate(CAROL, ALICE, 10));
		}
		assert_refused!(undelegate(CAROL, ALICE, 10), Error::<Test>::TooManyDepartures);
		next_block_at(now() + UNBONDING);
		assert_ok!(withdraw(CAROL, ALICE));
		assert_ok!(undelegate(CAROL, ALICE, 10));
	});
}

#[test]
fn stake_moves_to_another_provider_and_is_answerable_until_it_arrives() {
	two_providers().build_and_execute(|| {
		assert_ok!(delegate(CAROL, ALICE, 1_000));
		let go = |to| Staking::undelegate(signed(CAROL), ALICE, 1_000, Some(to));
		assert_refused!(go(CAROL), Error::<Test>::SelfDelegation);
		assert_refused!(go(DAVE), Error::<Test>::NotProvider);
		assert_ok!(go(BOB));
		assert_ok!(Staking::report_slash(arbiter(), ALICE, SlashReason::WrongReport, None));
		pass(SLASH_DELAY);
		assert_eq!(delegation(ALICE, CAROL).departing[0].amount, 950);
		next_block_at(now() + UNBONDING);
		assert_ok!(withdraw(CAROL, ALICE));
		assert_eq!(delegation(BOB, CAROL).bonded, 950);
		assert_eq!(held(HoldReason::Delegation, CAROL), 950);
		assert_eq!(free(CAROL), ENDOWMENT - 1_000);
		assert!(!Delegations::<Test>::contains_key(ALICE, CAROL));
	});
}

#[test]
fn what_the_destination_does_not_take_goes_back_to_its_owner() {
	two_providers().build_and_execute(|| {
		assert_ok!(delegate(CAROL, ALICE, 1_000));
		assert_ok!(Staking::undelegate(signed(CAROL), ALICE, 1_000, Some(BOB)));
		assert_ok!(Staking::leave(signed(BOB)));
		next_block_at(now() + UNBONDING);
		assert_ok!(withdraw(CAROL, ALICE));
		assert_eq!(free(CAROL), ENDOWMENT);
		assert_eq!(Staking::delegation(BOB, CAROL), None);
	});
}

#[test]
fn a_pending_slash_cannot_be_escaped_and_catches_nobody_who_comes_later() {
	two_providers().build_and_execute(|| {
		assert_ok!(delegate(CAROL, ALICE, 1_000));
		assert_ok!(undelegate(CAROL, ALICE, 500));
		next_block_at(now() + UNBONDING);
		assert_ok!(Staking::report_slash(arbiter(), ALICE, SlashReason::WrongReport, None));
		assert_refused!(withdraw(CAROL, ALICE), Error::<Test>::SlashPending);
		assert_refused!(delegate(DAVE, ALICE, 500), Error::<Test>::SlashPending);
		assert_ok!(undelegate(CAROL, ALICE, 500));
		pass(SLASH_DELAY);
		assert_ok!(withdraw(CAROL, ALICE));
		pass(days(7));
		assert_ok!(withdraw(CAROL, ALICE));
		assert_eq!(free(CAROL), ENDOWMENT - 50);
		assert_ok!(delegate(DAVE, ALICE, 500));
	});
}

#[test]
fn rewards_of_delegations_are_delegated_for_who_wishes_it() {
	two_providers().build_and_execute(|| {
		assert_ok!(delegate(CAROL, ALICE, 2_000));
		assert_ok!(Staking::set_compounding(signed(CAROL), true));
		reward(4_000);
		events();
		assert_ok!(Staking::claim_delegation(signed(EVE), ALICE, CAROL));
		assert_eq!(delegation(ALICE, CAROL).bonded, 3_800);
		assert_eq!(events().last(), Some(&Event::RewardCompounded { who: CAROL, amount: 1_800 }));
		// One that the provider cannot take is paid.
		assert_ok!(Staking::leave(signed(ALICE)));
		reward(5_800);
		assert_ok!(Staking::claim_delegation(signed(EVE), ALICE, CAROL));
		assert_eq!(free(CAROL), ENDOWMENT - 2_000 + 3_800, "whole: it has left");
	});
}

#[test]
fn a_delegation_that_moves_takes_the_wish_to_compound_along() {
	const STAKE: u128 = 1_000 * DSYNC;
	let builder = ExtBuilder::default().in_dsync();
	let builder = builder.provider(ALICE, &[HOSTING], STAKE).provider(BOB, &[HOSTING], STAKE);
	builder.build_and_execute(|| {
		assert_ok!(delegate(CAROL, ALICE, STAKE));
		assert_ok!(Staking::set_compounding(signed(CAROL), true));
		assert_ok!(Staking::undelegate(signed(CAROL), ALICE, STAKE, Some(BOB)));
		pass(UNBONDING);
		assert_ok!(withdraw(CAROL, ALICE));
		reward(3_000 * DSYNC);
		assert_ok!(Staking::claim_delegation(signed(EVE), BOB, CAROL));
		assert_eq!(delegation(BOB, CAROL).bonded, 1_900 * DSYNC);

		// Where it goes home nothing is left that could be staked.
		assert_ok!(Staking::undelegate(signed(CAROL), BOB, u128::MAX, Some(ALICE)));
		assert_ok!(Staking::leave(signed(ALICE)));
		pass(UNBONDING);
		assert_ok!(withdraw(CAROL, BOB));
		assert_eq!(held(HoldReason::Delegation, CAROL), 0);
		assert!(!stake(CAROL).compounding);
	});
}

#[test]
fn whoever_joins_after_a_slash_has_no_part_in_it() {
	two_providers().build_and_execute(|| {
		assert_ok!(delegate(CAROL, ALICE, 999));
		assert_ok!(Staking::report_slash(arbiter(), ALICE, SlashReason::WrongReport, None));
		pass(SLASH_DELAY);
		assert_ok!(delegate(DAVE, ALICE, 1_000));
		assert_eq!(Pools::<Test>::get(ALICE).unwrap().bonded.amount(), 950 + 1_000);
		let dave = delegation(ALICE, DAVE);
		assert!(dave.bonded == 1_000 || dave.bonded == 999, "but for a planck of rounding");
		assert_eq!(delegation(ALICE, CAROL).bonded, 950);
		assert_eq!(delegation(ALICE, CAROL).lost, 49);
	});
}
