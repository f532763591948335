// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::Standing, Error, Event, Providers};
use destra_primitives::{
	time::{days, hours},
	OnLiveness, ProviderInspect, ProviderStatus, Role, SlashReason,
};
use frame_support::{assert_ok, dispatch::DispatchResultWithPostInfo};
use sp_runtime::{DispatchError, Perbill};

fn percent(percent: u32) -> Perbill {
	Perbill::from_percent(percent)
}

fn register(who: AccountId, operator: AccountId, roles: &[Role]) -> DispatchResultWithPostInfo {
	Staking::register(signed(who), profile(operator, roles), percent(10).into())
}

#[test]
fn a_provider_needs_a_role_and_a_stake() {
	ExtBuilder::default().build_and_execute(|| {
		assert_refused!(register(ALICE, ALICE, &[]), Error::<Test>::NoRole);
		assert_refused!(register(ALICE, ALICE, &[HOSTING]), Error::<Test>::StakeTooLow);
		lock(ALICE, 1_499, DAYS_30);
		assert_refused!(
			register(ALICE, ALICE, &[HOSTING, Role::Validator]),
			Error::<Test>::StakeTooLow
		);
		assert_refused!(
			Staking::register(signed(ALICE), profile(ALICE, &[HOSTING]), percent(31).into()),
			Error::<Test>::CommissionTooHigh
		);
		assert_ok!(register(ALICE, ALICE, &[HOSTING]));
		assert_refused!(register(ALICE, ALICE, &[HOSTING]), Error::<Test>::AlreadyProvider);
		assert_eq!(Staking::provider_of(&ALICE), Some(ALICE));
	});
}

fn operate(who: AccountId, provider: impl Into<Option<AccountId>>) -> sp_runtime::DispatchResult {
	Staking::operate_for(signed(who), provider.into())
}

#[test]
fn a_key_acts_for_a_provider_that_named_it_once_it_agrees() {
	ExtBuilder::default().build_and_execute(|| {
		lock(ALICE, 1_000, DAYS_30);
		lock(BOB, 1_000, DAYS_30);
		assert_refused!(operate(EVE, ALICE), Error::<Test>::NotProvider);
		assert_ok!(register(ALICE, EVE, &[HOSTING]));
		// Whoever names it as well takes nothing away.
		assert_ok!(register(BOB, EVE, &[HOSTING]));
		assert_eq!((Staking::provider_of(&EVE), Staking::provider_of(&ALICE)), (None, None));
		assert!(!Staking::provider(ALICE).unwrap().operator_agreed);
		assert_refused!(operate(CAROL, ALICE), Error::<Test>::NotOperator);
		events();
		assert_ok!(operate(EVE, ALICE));
		assert_eq!(events(), [Event::OperatorSet { operator: EVE, provider: Some(ALICE) }]);
		assert_eq!(Staking::provider_of(&EVE), Some(ALICE));
		assert!(Staking::provider(ALICE).unwrap().operator_agreed);
		assert!(!Staking::provider(BOB).unwrap().operator_agreed);
		assert_ok!(operate(EVE, BOB));
		assert_eq!(Staking::provider_of(&EVE), Some(BOB));
		assert!(!Staking::provider(ALICE).unwrap().operator_agreed);
		assert_ok!(operate(EVE, None));
		assert_eq!(Staking::provider_of(&EVE), None);
	});
}

#[test]
fn an_operator_may_become_a_provider_by_itself() {
	ExtBuilder::default().build_and_execute(|| {
		lock(ALICE, 1_000, DAYS_30);
		lock(EVE, 1_000, DAYS_30);
		assert_ok!(register(ALICE, EVE, &[HOSTING]));
		assert_ok!(operate(EVE, ALICE));
		assert_ok!(register(EVE, EVE, &[HOSTING]));
		assert_eq!(Staking::provider_of(&EVE), Some(EVE));
		assert_ok!(operate(EVE, ALICE));
		// What another provider does with its profile takes nothing from it.
		assert_ok!(Staking::leave(signed(EVE)));
		pass(UNBONDING);
		assert_ok!(Staking::remove_provider(signed(BOB), EVE));
		assert_eq!(Staking::provider_of(&EVE), Some(ALICE));
		assert_ok!(Staking::leave(signed(ALICE)));
		pass(UNBONDING);
		assert_ok!(Staking::remove_provider(signed(BOB), ALICE));
		assert_eq!(Staking::provider_of(&EVE), None);
	});
}

#[test]
fn a_provider_rotates_its_key_and_changes_its_roles() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		let update = |operator, roles: &[Role]| {
			Staking::update_profile(signed(ALICE), profile(operator, roles))
		};
		assert_ok!(update(EVE, &[Role::Validator]));
		assert_eq!(Staking::provider_of(&ALICE), None, "it named another key");
		assert_ok!(operate(EVE, ALICE));
		assert_ok!(update(EVE, &[Role::Validator]));
		assert_eq!(Staking::provider_of(&EVE), Some(ALICE));
		assert_eq!(Staking::candidates().len(), 1);
		assert_refused!(update(EVE, &[HOSTING, Role::Validator]), Error::<Test>::StakeTooLow);
		assert_refused!(update(EVE, &[]), Error::<Test>::NoRole);
		assert_ok!(update(EVE, &[HOSTING]));
		assert_eq!(Staking::candidates().len(), 0);
		assert_refused!(
			Staking::update_profile(signed(BOB), profile(BOB, &[HOSTING])),
			Error::<Test>::NotProvider
		);
	});
}

#[test]
fn a_provider_keeps_its_minimum_until_it_leaves() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		let id = stake(ALICE).positions[0].id;
		assert_refused!(Staking::unbond(signed(ALICE), id, 501), Error::<Test>::StakeTooLow);
		assert_ok!(Staking::unbond(signed(ALICE), id, 500));
		assert_ok!(Staking::leave(signed(ALICE)));
		assert_ok!(Staking::unbond(signed(ALICE), id, 500));
	});
}

#[test]
fn a_provider_leaves_is_answerable_for_a_while_and_is_removed() {
	ExtBuilder::default()
		.settings(|settings| settings.author_share = percent(50))
		.provider(ALICE, &[HOSTING, Role::Validator], 2_000)
		.build_and_execute(|| {
			delegate(BOB, ALICE, 500).unwrap();
			let remove = || Staking::remove_provider(signed(CAROL), ALICE);
			assert_refused!(remove(), Error::<Test>::NotLeftYet);
			assert_eq!(Staking::left_at(&ALICE, now()), None);
			let left_at = now();
			assert_ok!(Staking::leave(signed(ALICE)));
			assert_refused!(Staking::leave(signed(ALICE)), Error::<Test>::AlreadyLeaving);
			assert_eq!(Staking::status(&ALICE), Some(ProviderStatus::Leaving));
			assert!(!Staking::serves(&ALICE, HOSTING));
			assert!(!Staking::is_candidate(&ALICE));
			assert!(Staking::next_validators().ranked.is_empty());
			assert_refused!(remove(), Error::<Test>::NotLeftYet);

			pass(UNBONDING);
			assert_refused!(remove(), Error::<Test>::PoolNotEmpty);
			assert_eq!(Staking::left_at(&ALICE, left_at), Some(left_at));
			assert_ok!(Staking::undelegate(signed(BOB), ALICE, 500, None));
			assert_refused!(remove(), Error::<Test>::PoolNotEmpty);
			assert_ok!(Staking::return_delegation(signed(CAROL), ALICE, BOB));
			reward(12_800);
			Staking::note_author(&ALICE);
			let owed = due(ALICE);
			assert_ok!(remove());
			assert_eq!((Staking::status(&ALICE), Staking::left_at(&ALICE, now())), (None, Some(0)));
			assert_eq!(due(ALICE), owed, "what it earned stays due");
			assert_eq!(due_as_provider(ALICE), owed, "as what it earned it");
			assert_refused!(remove(), Error::<Test>::NotProvider);
			assert_refused!(Staking::leave(signed(ALICE)), Error::<Test>::NotProvider);
			assert_ok!(register(ALICE, ALICE, &[HOSTING]));
			// Whoever dealt with it before deals with another one.
			assert_eq!(Staking::left_at(&ALICE, now()), None);
			assert_eq!(Staking::left_at(&ALICE, now() - 1), Some(0));
		});
}

#[test]
fn a_provider_is_not_removed_while_a_slash_is_pending() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 2_000).build_and_execute(|| {
		assert_ok!(Staking::leave(signed(ALICE)));
		next_block_at(now() + UNBONDING);
		assert_ok!(Staking::report_slash(arbiter(), ALICE, SlashReason::DisputeLost, None));
		assert_refused!(Staking::remove_provider(signed(BOB), ALICE), Error::<Test>::SlashPending);
		pass(SLASH_DELAY);
		assert_ok!(Staking::remove_provider(signed(BOB), ALICE));
	});
}

#[test]
fn a_jailed_provider_returns_after_its_time_with_its_stake_complete() {
	let builder = ExtBuilder::default().settings(|settings| settings.jail_period = JAIL_PERIOD);
	builder.provider(ALICE, &[Role::Validator], 1_000).build_and_execute(|| {
		let unjail = || Staking::unjail(signed(ALICE));
		assert_refused!(unjail(), Error::<Test>::NotJailed);
		assert_refused!(Staking::unjail(signed(BOB)), Error::<Test>::NotProvider);
		assert_ok!(Staking::report_slash(arbiter(), ALICE, SlashReason::Equivocation, None));
		assert_eq!(Staking::status(&ALICE), Some(ProviderStatus::Jailed));
		assert!(!Staking::is_candidate(&ALICE));
		assert!(Staking::next_validators().ranked.is_empty());
		assert_refused!(unjail(), Error::<Test>::SlashPending);
		assert_refused!(delegate(BOB, ALICE, 500), Error::<Test>::NotActive);
		pass(SLASH_DELAY);
		assert_refused!(unjail(), Error::<Test>::StillJailed);
		pass(JAIL - SLASH_DELAY);
		assert_refused!(unjail(), Error::<Test>::StakeTooLow);
		lock(ALICE, 100, DAYS_30);
		assert_ok!(unjail());
		assert_eq!(Staking::next_validators().ranked, [ALICE]);
	});
}

#[test]
fn a_commission_falls_at_once_and_rises_after_a_notice() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		delegate(BOB, ALICE, 1_000).unwrap();
		let set = |part| Staking::set_commission(signed(ALICE), percent(part).into());
		let raise = || Staking::raise_commission(signed(ALICE));
		assert_refused!(raise(), Error::<Test>::NothingAnnounced);
		assert_refused!(set(31), Error::<Test>::CommissionTooHigh);
		assert_refused!(
			Staking::set_commission(signed(BOB), percent(1).into()),
			Error::<Test>::NotProvider
		);
		assert_refused!(Staking::raise_commission(signed(BOB)), Error::<Test>::NotProvider);
		reward(2_000);
		assert_ok!(set(5));
		reward(2_000);
		assert_eq!(delegation(ALICE, BOB).due, 900 + 950, "the old part of what was before");

		assert_ok!(set(30));
		assert_eq!(Staking::provider(ALICE).unwrap().commission, percent(5));
		assert_refused!(raise(), Error::<Test>::NoticeRunning);
		pass(days(7));
		reward(2_000);
		assert_ok!(raise());
		assert_refused!(raise(), Error::<Test>::NothingAnnounced);
		reward(2_000);
		assert_eq!(delegation(ALICE, BOB).due, 900 + 950 + 950 + 700);
		assert_eq!(due(ALICE), 8_000 - 3_500);

		// A lower one takes back what was announced.
		assert_ok!(set(20));
		assert_ok!(set(30));
		assert_ok!(set(10));
		assert_refused!(raise(), Error::<Test>::NothingAnnounced);
	});
}

#[test]
fn only_an_active_provider_earns_a_commission() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 2_000).build_and_execute(|| {
		delegate(BOB, ALICE, 2_000).unwrap();
		let of_bob = || delegation(ALICE, BOB).due;
		reward(4_000);
		assert_eq!(of_bob(), 1_800);
		assert_ok!(Staking::report_slash(arbiter(), ALICE, SlashReason::Equivocation, None));
		reward(4_000);
		assert_eq!(of_bob(), 1_800 + 2_000, "a jailed one earns none");
		assert_eq!(due(ALICE), 2_200 + 2_000);
		assert_ok!(Staking::cancel_slash(governor(), 0));
		assert_ok!(Staking::unjail(signed(ALICE)));
		reward(4_000);
		assert_eq!(of_bob(), 3_800 + 1_800);
		assert_ok!(Staking::leave(signed(ALICE)));
		reward(4_000);
		assert_eq!(of_bob(), 5_600 + 2_000, "nor does one that leaves");
		assert_eq!(due(ALICE), 4_200 + 2_200 + 2_000);
	});
}

#[test]
fn what_an_author_earns_for_its_delegators_is_theirs_when_it_has_left() {
	ExtBuilder::default()
		.settings(|settings| settings.author_share = percent(100))
		.provider(ALICE, &[HOSTING], 1_000)
		.build_and_execute(|| {
			delegate(BOB, ALICE, 1_000).unwrap();
			reward(12_800);
			assert_ok!(Staking::leave(signed(ALICE)));
			Staking::note_author(&ALICE);
			assert_eq!((due(ALICE), delegation(ALICE, BOB).due), (100, 100));
		});
}

#[test]
fn only_an_active_provider_raises_its_commission() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		let set = |part| Staking::set_commission(signed(ALICE), percent(part).into());
		assert_ok!(set(20));
		pass(days(7));
		assert_ok!(Staking::leave(signed(ALICE)));
		assert_refused!(Staking::raise_commission(signed(ALICE)), Error::<Test>::NotActive);
		assert_refused!(set(30), Error::<Test>::NotActive);
		assert_ok!(set(5));
	});
}

#[test]
fn a_raise_that_is_not_made_in_time_has_to_be_announced_again() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		let raise = || Staking::raise_commission(signed(ALICE));
		let announce = || {
			assert_ok!(Staking::set_commission(signed(ALICE), percent(20).into()));
			Staking::provider(ALICE).unwrap().announced.unwrap()
		};
		let (_, from, until) = announce();
		assert_eq!((from, until), (now() + days(7), now() + days(14)));
		next_block_at(until + 1);
		assert_refused!(raise(), Error::<Test>::AnnouncementExpired);
		let (_, _, until) = announce();
		next_block_at(until);
		assert_ok!(raise());
	});
}

#[test]
fn a_lower_maximum_binds_the_pools_that_there_are_whether_they_are_visited_or_not() {
	const STAKE: u128 = 1_000 * DSYNC;
	for visited in [true, false] {
		let builder = ExtBuilder::default().in_dsync().provider(ALICE, &[HOSTING], STAKE);
		builder.build_and_execute(|| {
			let limit = |most| {
				assert_ok!(set(|settings| settings.max_commission = percent(most)));
			};
			let dues = || [due(ALICE), delegation(ALICE, BOB).due].map(|due| due / DSYNC);
			delegate(BOB, ALICE, STAKE).unwrap();
			reward(2 * STAKE);
			assert_eq!(dues(), [1_100, 900], "by its own commission of 10 %");
			limit(4);
			reward(2 * STAKE);
			assert_eq!(dues(), [1_100 + 1_040, 900 + 960]);
			assert_eq!(Staking::provider(ALICE).unwrap().commission, percent(4));
			if visited {
				delegate(BOB, ALICE, DSYNC).unwrap();
				Staking::undelegate(signed(BOB), ALICE, DSYNC, None).unwrap();
			}
			// What it fell to it keeps, until it announces a raise.
			limit(30);
			reward(2 * STAKE);
			assert_eq!(dues(), [1_100 + 2 * 1_040, 900 + 2 * 960]);
			assert_eq!(Staking::provider(ALICE).unwrap().commission, percent(4));
		});
	}
}

#[test]
fn a_maximum_under_which_a_block_earned_nothing_binds_nobody() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		delegate(BOB, ALICE, 1_000).unwrap();
		for most in [4, 30] {
			assert_ok!(set(|settings| settings.max_commission = percent(most)));
			Staking::note_author(&ALICE);
		}
		let provider = Staking::provider(ALICE).unwrap();
		assert_eq!((provider.commission, provider.authored), (percent(10), 2));
	});
}

#[test]
fn of_maxima_that_are_long_past_the_lowest_binds_a_pool_that_nobody_visits() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		delegate(BOB, ALICE, 1_000).unwrap();
		for most in [4, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20] {
			assert_ok!(set(|settings| settings.max_commission = percent(most)));
			reward(2_000);
		}
		assert_eq!(delegation(ALICE, BOB).due, 12 * 960);
		assert_eq!(Staking::provider(ALICE).unwrap().commission, percent(4));
	});
}

#[test]
fn an_announced_commission_does_not_pass_a_lower_maximum() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		assert_ok!(Staking::set_commission(signed(ALICE), percent(30).into()));
		pass(days(7));
		assert_ok!(set(|settings| settings.max_commission = percent(20)));
		assert_refused!(Staking::raise_commission(signed(ALICE)), Error::<Test>::CommissionTooHigh);
	});
}

#[test]
fn a_leaving_provider_is_not_jailed() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		assert_ok!(Staking::leave(signed(ALICE)));
		assert_ok!(Staking::report_slash(arbiter(), ALICE, SlashReason::Equivocation, None));
		let standing = Providers::<Test>::get(ALICE).unwrap().standing;
		assert!(matches!(standing, Standing::Leaving { .. }), "but it is barred all the same");
		let unsigned = RuntimeOrigin::none();
		assert_refused!(Staking::leave(unsigned), DispatchError::BadOrigin);
	});
}

#[test]
fn who_gives_up_validating_earns_as_whoever_never_did() {
	type GiveUp = fn() -> DispatchResultWithPostInfo;
	let drop_the_role: GiveUp =
		|| Staking::update_profile(signed(ALICE), profile(ALICE, &[HOSTING]));
	let leave: GiveUp = || Staking::leave(signed(ALICE));
	for give_up in [drop_the_role, leave] {
		let builder = ExtBuilder::default().provider(ALICE, &[Role::Validator], 1_000).provider(
			BOB,
			&[Role::Validator],
			1_000,
		);
		builder.build_and_execute(|| {
			Staking::fell_idle(&ALICE);
			reward(1_000);
			assert_eq!(due(ALICE), 0);
			assert_ok!(give_up());
			assert!(!Staking::is_idle(&ALICE));
			let before = due(ALICE);
			reward(1_000);
			assert!(due(ALICE) >= before + 500);

			// It sits in the set for two sessions more, and stops its node.
			Staking::fell_idle(&ALICE);
			assert!(!Staking::is_idle(&ALICE));
		});
	}
}

#[test]
fn what_an_idle_one_brings_back_by_a_call_has_no_part_in_what_waits() {
	let two = ExtBuilder::default().provider(ALICE, &[Role::Validator], 1_000).provider(
		BOB,
		&[Role::Validator],
		1_000,
	);
	two.build_and_execute(|| {
		Staking::fell_idle(&ALICE);
		let weight = total_weight();
		BucketsPerBlock::set(10);
		next_block_at(now() + hours(24));
		let drop_the_role = || Staking::update_profile(signed(ALICE), profile(ALICE, &[HOSTING]));
		assert_refused!(drop_the_role(), Error::<Test>::CatchingUp);
		assert_refused!(Staking::leave(signed(ALICE)), Error::<Test>::CatchingUp);
		assert_eq!(total_weight(), weight);
		for _ in 0..150 {
			next_block();
		}
		assert_ok!(drop_the_role());
		assert_eq!(total_weight(), 2 * weight);
	});
}

#[test]
fn the_end_of_idleness_by_a_call_is_paid_for() {
	ExtBuilder::default().provider(ALICE, &[Role::Validator], 1_000).build_and_execute(|| {
		let drop_the_role = || Staking::update_profile(signed(ALICE), profile(ALICE, &[HOSTING]));
		assert_eq!(weighed(drop_the_role()), 1);
		assert_ok!(Staking::update_profile(signed(ALICE), profile(ALICE, &[Role::Validator])));
		Staking::fell_idle(&ALICE);
		assert_eq!(weighed(drop_the_role()), 1 + 4, "of `note_idle`");
		assert_eq!(weighed(Staking::leave(signed(BOB))), 1, "a provider is missing");
	});
}

#[test]
fn who_gives_up_the_role_and_takes_it_again_is_as_idle_as_before() {
	let two = ExtBuilder::default().provider(ALICE, &[Role::Validator], 1_000).provider(
		BOB,
		&[Role::Validator],
		1_000,
	);
	two.build_and_execute(|| {
		let update = |roles: &[Role]| Staking::update_profile(signed(ALICE), profile(ALICE, roles));
		Staking::fell_idle(&ALICE);
		assert_ok!(update(&[HOSTING]));
		reward(1_000);
		let earned = due(ALICE);
		assert!(earned >= 500);
		assert_ok!(update(&[Role::Validator]));
		assert!(Staking::is_idle(&ALICE));
		assert!(!crate::Pools::<Test>::get(ALICE).unwrap().earns_commission());
		reward(1_000);
		assert_eq!(due(ALICE), earned);
		Staking::gave_sign(&ALICE);
		reward(1_000);
		assert!(due(ALICE) >= earned + 500);
	});
}
