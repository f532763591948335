// SPDX-License-Identifier: Apache-2.0

use crate::{
	mock::*, types::PendingSlash, Delegations, Error, Event, HoldReason, PendingSlashes, Pools,
	Slashes,
};
use destra_primitives::{
	time::{days, hours},
	ProviderInspect, ProviderStatus, Role, SlashReason, Slasher,
};
use frame_support::assert_ok;
use sp_runtime::{DispatchError, Perbill};

fn report(reason: SlashReason) -> sp_runtime::DispatchResult {
	Staking::report_slash(arbiter(), ALICE, reason, Some(EVE))
}

fn slash_all(fraction: Perbill) {
	Staking::slash(&ALICE, SlashReason::Equivocation, Some(fraction), None).unwrap();
	pass(SLASH_DELAY);
}

#[test]
fn a_slash_meets_every_part_of_the_stake_by_the_same_fraction() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		let open = stake(ALICE).positions[0].id;
		lock(ALICE, 2_001, DAYS_360);
		assert_ok!(Staking::unbond(signed(ALICE), open, 400));
		for (who, amount) in [(BOB, 1_000), (CAROL, 3_000)] {
			assert_ok!(delegate(who, ALICE, amount));
		}
		assert_ok!(Staking::undelegate(signed(CAROL), ALICE, 1_000, None));
		assert_ok!(report(SlashReason::WrongReport));
		let treasury = free(TREASURY);
		next_block_at(now() + SLASH_DELAY - 1);
		next_block();
		assert_eq!(stake(ALICE).held, 3_001, "not before it is due");
		events();
		next_block();

		let amounts: Vec<_> = stake(ALICE).positions.iter().map(|p| p.amount).collect();
		// 5 % of each, rounded up.
		assert_eq!(amounts, [570, 1_900, 380]);
		assert_eq!(held(HoldReason::Stake, ALICE), 2_850);
		let slashed = Event::Slashed {
			id: 0,
			provider: ALICE,
			own: 151,
			unclaimed: 0,
			unvested: 0,
			delegated: 200,
		};
		let rewarded = Event::ReporterRewarded { id: 0, reporter: EVE, amount: 15 };
		assert_eq!(events(), [rewarded, slashed]);
		assert_eq!(free(EVE), ENDOWMENT + 15);
		assert_eq!(free(TREASURY), treasury + 136);
		assert_eq!(total_weight(), 57_000 + 760_000 + 19_000 + 95_000 + 190_000);

		// The delegators' part is worth less at once, and is taken when they are visited.
		assert_eq!(delegation(ALICE, BOB).bonded, 950);
		assert_eq!(delegation(ALICE, CAROL).bonded, 1_900);
		assert_eq!(delegation(ALICE, CAROL).departing[0].amount, 950);
		assert_eq!(held(HoldReason::Delegation, CAROL), 3_000);
		assert_ok!(Staking::claim_delegation(signed(EVE), ALICE, CAROL));
		assert_eq!(held(HoldReason::Delegation, CAROL), 2_850);
		assert_eq!(free(TREASURY), treasury + 136 + 150);
	});
}

#[test]
fn each_reason_has_its_fraction_and_says_whether_to_jail() {
	for (reason, percent, jails) in [
		(SlashReason::Equivocation, 5, true),
		(SlashReason::ServiceMissed, 1, false),
		(SlashReason::WrongReport, 5, false),
		(SlashReason::DisputeLost, 2, false),
	] {
		ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
			assert_ok!(report(reason));
			let jailed = Staking::status(&ALICE) == Some(ProviderStatus::Jailed);
			assert_eq!(jailed, jails);
			pass(SLASH_DELAY);
			assert_eq!(stake(ALICE).held, 1_000 - 10 * percent);
		});
	}
}

#[test]
fn only_the_arbiter_reports_and_only_governance_cancels() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		let reason = SlashReason::DisputeLost;
		assert_refused!(
			Staking::report_slash(signed(BOB), ALICE, reason, None),
			DispatchError::BadOrigin
		);
		assert_refused!(
			Staking::report_slash(arbiter(), BOB, reason, None),
			Error::<Test>::NotProvider
		);
		assert_refused!(Staking::cancel_slash(governor(), 0), Error::<Test>::UnknownSlash);
		assert_ok!(report(reason));
		assert_refused!(Staking::cancel_slash(arbiter(), 0), DispatchError::BadOrigin);
	});
}

#[test]
fn a_cancelled_slash_takes_nothing_and_does_not_hold_up_the_next() {
	ExtBuilder::default().provider(ALICE, &[Role::Validator], 2_000).build_and_execute(|| {
		assert_ok!(report(SlashReason::Equivocation));
		assert_ok!(report(SlashReason::ServiceMissed));
		assert_ok!(Staking::cancel_slash(governor(), 0));
		assert_refused!(Staking::cancel_slash(governor(), 0), Error::<Test>::UnknownSlash);
		assert_refused!(Staking::unjail(signed(ALICE)), Error::<Test>::SlashPending);
		pass(SLASH_DELAY);
		assert_eq!(stake(ALICE).held, 1_980);
		assert_eq!(PendingSlashes::<Test>::iter().count(), 0);

		assert_ok!(Staking::unjail(signed(ALICE)));
		assert_ok!(report(SlashReason::Equivocation));
		assert_ok!(Staking::cancel_slash(governor(), 2));
		assert_ok!(Staking::unjail(signed(ALICE)));
		assert_eq!(Staking::next_validators().ranked, [ALICE]);
	});
}

#[test]
fn one_slash_is_applied_in_a_block() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 10_000).build_and_execute(|| {
		for _ in 0..3 {
			assert_ok!(report(SlashReason::ServiceMissed));
		}
		assert_eq!(Slashes::<Test>::get().reported(), 3);
		next_block_at(now() + SLASH_DELAY);
		for left in [9_900, 9_801, 9_702] {
			assert_eq!(next_block(), TICK + BUCKET * if left == 9_900 { 48 } else { 0 } + SLASH);
			assert_eq!(stake(ALICE).held, left);
		}
		assert_eq!(next_block(), TICK + QUEUE);
	});
}

#[test]
fn own_stake_cannot_be_withdrawn_while_a_slash_is_pending() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		let id = stake(ALICE).positions[0].id;
		assert_ok!(Staking::unbond(signed(ALICE), id, 400));
		pass(UNBONDING + hours(1));
		assert_ok!(report(SlashReason::WrongReport));
		assert_refused!(Staking::withdraw(signed(ALICE), ALICE), Error::<Test>::SlashPending);
		pass(SLASH_DELAY);
		assert_ok!(Staking::withdraw(signed(ALICE), ALICE));
		assert_eq!(free(ALICE), ENDOWMENT - 1_000 + 380);
	});
}

#[test]
fn a_provider_whose_stake_falls_short_is_jailed() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 500).build_and_execute(|| {
		assert_ok!(report(SlashReason::ServiceMissed));
		pass(SLASH_DELAY);
		assert_eq!(Staking::status(&ALICE), Some(ProviderStatus::Jailed));
		assert!(!Staking::serves(&ALICE, HOSTING));
		assert_refused!(Staking::unjail(signed(ALICE)), Error::<Test>::StakeTooLow);
		lock(ALICE, 100, DAYS_30);
		assert_ok!(Staking::unjail(signed(ALICE)));
		assert!(Staking::serves(&ALICE, HOSTING));
	});
}

#[test]
fn a_slash_reaches_into_what_has_not_vested() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		Vests::set(true);
		reward(1_001);
		assert_ok!(Staking::claim(signed(BOB), ALICE));
		assert_ok!(report(SlashReason::WrongReport));
		let treasury = free(TREASURY);
		pass(SLASH_DELAY);
		assert_eq!(Unvested::get()[&ALICE], 950, "5 % rounded up");
		assert_eq!(free(EVE), ENDOWMENT + 10, "a tenth of stake and rewards");
		assert_eq!(free(TREASURY), treasury + 50 + 51 - 10);
	});
}

#[test]
fn a_slash_reaches_what_was_earned_as_a_provider_and_not_claimed() {
	ExtBuilder::default()
		.settings(|settings| settings.author_share = Perbill::from_percent(50))
		.provider(ALICE, &[HOSTING], 1_000)
		.build_and_execute(|| {
			assert_ok!(delegate(BOB, ALICE, 1_000));
			reward(12_800);
			Staking::note_author(&ALICE);
			let (earned, delegated) = (3_200 + 320 + 55, 2_880 + 45);
			assert_eq!(due_as_provider(ALICE), earned, "stake, commission and a block");
			assert_ok!(report(SlashReason::WrongReport));
			let (treasury, owed) = (free(TREASURY), Staking::rewards().owed);
			events();
			pass(SLASH_DELAY);

			let unclaimed = 179;
			assert_eq!(unclaimed, Perbill::from_percent(5).mul_ceil(earned));
			let slashed = Event::Slashed {
				id: 0,
				provider: ALICE,
				own: 50,
				unclaimed,
				unvested: 0,
				delegated: 50,
			};
			let rewarded = Event::ReporterRewarded { id: 0, reporter: EVE, amount: 22 };
			assert_eq!(events(), [rewarded, slashed]);
			assert_eq!(free(TREASURY), treasury + 50 + unclaimed - 22);
			assert_eq!(Staking::rewards().owed, owed - unclaimed, "the pot owes that much less");
			assert_eq!(due_as_provider(ALICE), earned - unclaimed);
			assert_eq!(delegation(ALICE, BOB).due, delegated, "of its stake only");
			assert_ok!(Staking::claim(signed(EVE), ALICE));
			assert_eq!(due(ALICE), 0);
		});
}

#[test]
fn a_slash_does_not_reach_what_was_earned_before_the_account_was_a_provider() {
	ExtBuilder::default().build_and_execute(|| {
		lock(ALICE, 1_000, DAYS_30);
		reward(1_000);
		assert_ok!(Staking::register(
			signed(ALICE),
			profile(ALICE, &[HOSTING]),
			Perbill::zero().into()
		));
		reward(500);
		slash_all(Perbill::one());
		assert_eq!((due(ALICE), due_as_provider(ALICE)), (1_000, 0));
		assert_ok!(Staking::claim(signed(ALICE), ALICE));
		assert_eq!(free(ALICE), ENDOWMENT - 1_000 + 1_000);
	});
}

#[test]
fn a_provider_claims_nothing_while_a_slash_is_pending() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		assert_ok!(delegate(BOB, ALICE, 1_000));
		reward(1_000);
		assert_ok!(report(SlashReason::WrongReport));
		assert_refused!(Staking::claim(signed(EVE), ALICE), Error::<Test>::SlashPending);
		assert_ok!(Staking::claim_delegation(signed(EVE), ALICE, BOB));
		pass(SLASH_DELAY);
		assert_ok!(Staking::claim(signed(EVE), ALICE));
		assert_eq!(free(ALICE), ENDOWMENT - 1_000 + 550 - 28);
	});
}

#[test]
fn a_reporter_that_cannot_take_its_part_leaves_it_to_the_rest() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		let reason = SlashReason::WrongReport;
		assert_ok!(Staking::report_slash(arbiter(), ALICE, reason, Some(NEWCOMER)));
		let treasury = free(TREASURY);
		pass(SLASH_DELAY);
		assert_eq!((free(NEWCOMER), free(TREASURY)), (0, treasury + 50));
	});
}

#[test]
fn after_a_slash_of_everything_a_pool_starts_anew() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		assert_ok!(delegate(BOB, ALICE, 500));
		assert_ok!(delegate(CAROL, ALICE, 500));
		assert_ok!(Staking::undelegate(signed(CAROL), ALICE, 200, None));
		slash_all(Perbill::one());
		assert_eq!((stake(ALICE).held, total_weight()), (0, 0));
		lock(ALICE, 1_000, DAYS_30);
		pass(days(1));
		assert_ok!(Staking::unjail(signed(ALICE)));
		assert_eq!(delegation(ALICE, CAROL).lost, 500);
		assert_ok!(delegate(DAVE, ALICE, 500));
		assert_refused!(
			Staking::undelegate(signed(BOB), ALICE, 1, None),
			Error::<Test>::BelowMinimum
		);
		reward(1_500);
		assert_eq!(delegation(ALICE, DAVE).due, 450, "all of what the pool earned since");
		assert_eq!(delegation(ALICE, BOB).due, 0);
		assert_ok!(delegate(BOB, ALICE, 500));
		assert_eq!((held(HoldReason::Delegation, BOB), free(BOB)), (500, ENDOWMENT - 1_000));
		Staking::do_try_state().unwrap();

		// Once more, and all of them are visited, whichever they lost in.
		slash_all(Perbill::one());
		assert_eq!(delegation(ALICE, CAROL).lost, 500);
		for who in [BOB, CAROL, DAVE] {
			assert!(!Pools::<Test>::get(ALICE).unwrap().is_deserted());
			assert_ok!(Staking::claim_delegation(signed(EVE), ALICE, who));
			assert!(!Delegations::<Test>::contains_key(ALICE, who));
			assert_eq!(held(HoldReason::Delegation, who), 0);
			Staking::do_try_state().unwrap();
		}
		assert_eq!([BOB, CAROL, DAVE].map(due), [0, 0, 450]);
		assert!(Pools::<Test>::get(ALICE).unwrap().is_deserted());
		assert_eq!(crate::Wipeouts::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_slash_that_cannot_be_applied_is_dropped_by_name() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		assert_ok!(report(SlashReason::WrongReport));
		PendingSlashes::<Test>::mutate(0, |slash| {
			let slash: &mut PendingSlash<_> = slash.as_mut().unwrap();
			slash.provider = NEWCOMER;
		});
		crate::Providers::<Test>::mutate(ALICE, |provider| provider.as_mut().unwrap().pending = 0);
		events();
		pass(SLASH_DELAY);
		let error = Error::<Test>::NotProvider.into();
		assert_eq!(events(), [Event::SlashFailed { id: 0, provider: NEWCOMER, error }]);
	});
}

#[test]
fn rewards_before_a_slash_are_by_the_weight_before_it() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		lock(BOB, 1_000, DAYS_30);
		assert_ok!(delegate(CAROL, ALICE, 2_000));
		reward(4_000);
		slash_all(Perbill::from_percent(50));
		reward(2_500);
		// 500 of Alice and 1,000 of Carol against 1,000 of Bob.
		assert_eq!(due(BOB), 1_000 + 1_000);
		assert_eq!(
			delegation(ALICE, CAROL).due,
			1_800 + 1_000,
			"without commission: she is jailed"
		);
		// Of what she had earned before, the slash took its part.
		assert_eq!(due(ALICE), (1_000 + 200) / 2 + 500);
	});
}
