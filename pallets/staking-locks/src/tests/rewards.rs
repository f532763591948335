// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Error, Event, HoldReason};
use destra_primitives::time::{days, hours};
use frame_support::{assert_ok, traits::fungible::Mutate};
use sp_runtime::Perbill;

#[test]
fn a_reward_is_divided_by_weight() {
	ExtBuilder::default().build_and_execute(|| {
		lock(ALICE, 1_000, DAYS_30);
		lock(BOB, 1_000, DAYS_360);
		reward(1_000);
		assert_eq!((due(ALICE), due(BOB)), (200, 800));
		assert_ok!(Staking::claim(signed(CAROL), BOB));
		assert_eq!((due(ALICE), due(BOB)), (200, 0));
		assert_eq!(free(BOB), ENDOWMENT - 1_000 + 800);
		assert_refused!(Staking::claim(signed(BOB), BOB), Error::<Test>::NothingToClaim);
	});
}

#[test]
fn the_only_staker_gets_all_of_it() {
	ExtBuilder::default().build_and_execute(|| {
		lock(ALICE, 999, DAYS_90);
		for _ in 0..7 {
			reward(1_000);
		}
		assert_eq!(due(ALICE), 7_000);
	});
}

#[test]
fn thirds_are_paid_in_whole_planck_and_the_fraction_is_kept() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [ALICE, BOB, CAROL] {
			lock(who, 100, DAYS_30);
		}
		let mut paid = 0;
		for round in 1..=9u128 {
			reward(1);
			if due(ALICE) > 0 {
				paid += due(ALICE);
				assert_ok!(Staking::claim(signed(ALICE), ALICE));
			}
			assert_eq!(paid, round / 3);
		}
		assert_eq!(due(BOB), 3);
	});
}

#[test]
fn what_comes_before_there_is_stake_waits_for_it() {
	ExtBuilder::default().build_and_execute(|| {
		reward(1_000);
		assert_eq!((Staking::rewards().owed, Staking::rewards().unallotted), (0, 1_000));
		lock(ALICE, 100, DAYS_30);
		next_block();
		assert_eq!((Staking::rewards().owed, Staking::rewards().unallotted), (1_000, 0));
		assert_eq!(due(ALICE), 1_000);
	});
}

#[test]
fn a_term_that_ended_between_two_visits_is_settled_at_its_end() {
	ExtBuilder::default().build_and_execute(|| {
		lock(ALICE, 1_000, DAYS_90);
		lock(BOB, 1_500, DAYS_30);
		reward(3_000);
		assert_eq!(due(ALICE), 1_500, "as heavy as Bob");
		pass(days(91));
		reward(2_500);
		assert_eq!((due(ALICE), due(BOB)), (2_500, 3_000), "with 1,000 of 2,500");
		assert_ok!(Staking::claim(signed(ALICE), ALICE));
		assert_eq!(free(ALICE), ENDOWMENT - 1_000 + 2_500);
	});
}

#[test]
fn while_ended_terms_are_not_worked_off_nothing_is_divided() {
	ExtBuilder::default().build_and_execute(|| {
		lock(ALICE, 1_000, DAYS_90);
		lock(BOB, 1_000, DAYS_30);
		BucketsPerBlock::set(1_000);
		next_block_at(now() + days(91));
		Balances::mint_into(&Staking::pot_account(), 1_000).unwrap();
		// 91 days are 2,184 hours.
		for (expired, left) in [(1_000, 1_000), (1_000, 1_000), (184, 0)] {
			let weight = next_block();
			assert_eq!(weight, TICK + BUCKET * expired + QUEUE);
			assert_eq!(Staking::rewards().unallotted, left);
		}
		assert_eq!(due(ALICE), 500, "nothing by a multiplier that has ended");
	});
}

#[test]
fn who_comes_after_a_standstill_has_no_part_in_what_waits() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		let id = lock(ALICE, 1_000, DAYS_30);
		pass(days(31));
		assert_ok!(Staking::unbond(signed(ALICE), id, 1_000));
		assert_ok!(Staking::set_compounding(signed(ALICE), true));
		reward(3_000);
		BucketsPerBlock::set(10);
		let refused = || {
			let late = || Error::<Test>::CatchingUp;
			assert_refused!(Staking::lock(signed(BOB), 1_000, DAYS_30.into()), late());
			assert_refused!(delegate(BOB, ALICE, 1_000), late());
			assert_refused!(Staking::top_up(signed(ALICE), 0, 1_000), late());
			assert_refused!(Staking::extend(signed(ALICE), 0, DAYS_360.into()), late());
			assert_refused!(Staking::rebond(signed(ALICE), id + 1, DAYS_360.into()), late());
		};
		// The first block after it, the one whose hook has seen it, and the next.
		next_block_at(now() + hours(24));
		Balances::mint_into(&Staking::pot_account(), 1_000).unwrap();
		refused();
		next_block();
		refused();
		next_block();
		refused();
		events();
		assert_ok!(Staking::claim(signed(ALICE), ALICE));
		assert!(matches!(events()[..], [Event::RewardPaid { .. }]), "it is paid, not staked");
		next_block();
		assert_eq!(Staking::rewards().unallotted, 0);
		lock(BOB, 1_000, DAYS_30);
		assert_eq!(due(BOB), 0);
		assert_ok!(delegate(BOB, ALICE, 1_000));
		// An ordinary pause delays nothing.
		next_block_at(now() + hours(9));
		lock(BOB, 1_000, DAYS_30);
	});
}

#[test]
fn a_move_waits_for_the_end_of_a_standstill() {
	ExtBuilder::default()
		.provider(ALICE, &[HOSTING], 1_000)
		.provider(BOB, &[HOSTING], 1_000)
		.build_and_execute(|| {
			assert_ok!(delegate(CAROL, ALICE, 1_000));
			assert_ok!(Staking::undelegate(signed(CAROL), ALICE, 1_000, Some(BOB)));
			BucketsPerBlock::set(100);
			next_block_at(now() + UNBONDING);
			let go = || Staking::withdraw_delegation(signed(EVE), ALICE, CAROL);
			assert_refused!(go(), Error::<Test>::CatchingUp);
			next_block();
			next_block();
			assert_ok!(go());
			assert_eq!(delegation(BOB, CAROL).bonded, 1_000);
		});
}

#[test]
fn a_wish_to_compound_stays_no_longer_than_what_earns() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		let wish = |wish| Staking::set_compounding(signed(BOB), wish);
		assert_refused!(wish(true), Error::<Test>::NothingStaked);
		assert_ok!(wish(false));
		assert!(!crate::Ledgers::<Test>::contains_key(BOB));
		assert_ok!(delegate(BOB, ALICE, 1_000));
		assert_ok!(wish(true));
		assert!(stake(BOB).compounding);
		assert_ok!(Staking::undelegate(signed(BOB), ALICE, 1_000, None));
		pass(UNBONDING);
		assert!(stake(BOB).compounding);
		assert_ok!(Staking::withdraw_delegation(signed(EVE), ALICE, BOB));
		assert!(!crate::Ledgers::<Test>::contains_key(BOB));

		let id = lock(BOB, 1_000, DAYS_30);
		assert_ok!(wish(true));
		pass(days(31));
		assert_ok!(Staking::unbond(signed(BOB), id, 1_000));
		pass(UNBONDING + hours(1));
		assert_ok!(Staking::withdraw(signed(EVE), BOB));
		assert!(!crate::Ledgers::<Test>::contains_key(BOB));
	});
}

#[test]
fn a_reward_below_the_existential_deposit_stays_due() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		lock(BOB, 1_000, DAYS_30);
		reward(10);
		// An account that has nothing but a reward, as after the removal of a provider.
		crate::Ledgers::<Test>::insert(NEWCOMER, crate::Ledgers::<Test>::get(BOB).unwrap());
		assert_refused!(
			Staking::claim(signed(ALICE), NEWCOMER),
			Error::<Test>::RewardBelowExistentialDeposit
		);
		crate::Ledgers::<Test>::remove(NEWCOMER);
	});
}

#[test]
fn rewards_are_staked_for_who_wishes_it() {
	ExtBuilder::default().build_and_execute(|| {
		lock(ALICE, 1_000, DAYS_90);
		assert_ok!(Staking::set_compounding(signed(ALICE), true));
		for round in 1..=2u128 {
			reward(500);
			events();
			assert_ok!(Staking::claim(signed(BOB), ALICE));
			assert_eq!(events(), [Event::RewardCompounded { who: ALICE, amount: 500 }]);
			let compounded = stake(ALICE).positions[1];
			assert_eq!((compounded.amount, compounded.until), (round * 500, None));
			assert!(compounded.over, "free to be unbonded");
		}
		assert_eq!(held(HoldReason::Stake, ALICE), 2_000);
		assert_eq!(total_weight(), 250_000);
		assert_ok!(Staking::set_compounding(signed(ALICE), false));
		reward(500);
		assert_ok!(Staking::claim(signed(BOB), ALICE));
		assert_eq!(held(HoldReason::Stake, ALICE), 2_000);
	});
}

#[test]
fn without_room_a_compounding_reward_is_paid() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..crate::types::MAX_POSITIONS {
			lock(ALICE, 100, DAYS_30);
		}
		assert_ok!(Staking::set_compounding(signed(ALICE), true));
		reward(500);
		events();
		assert_ok!(Staking::claim(signed(BOB), ALICE));
		assert_eq!(events(), [Event::RewardPaid { who: ALICE, amount: 500 }]);
	});
}

#[test]
fn a_claim_weighs_more_for_a_provider_or_where_it_compounds() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		lock(BOB, 1_000, DAYS_30);
		lock(CAROL, 1_000, DAYS_30);
		assert_ok!(Staking::set_compounding(signed(CAROL), true));
		reward(3_000);
		let weight = |who| weighed(Staking::claim(signed(BOB), who));
		assert_eq!([BOB, CAROL, ALICE].map(weight), [1, 2, 3]);
	});
}

#[test]
fn the_reward_of_a_provider_vests_where_vesting_takes_it() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		lock(BOB, 1_000, DAYS_30);
		reward(400);
		assert_ok!(Staking::claim(signed(BOB), ALICE));
		assert_eq!(free(ALICE), ENDOWMENT - 1_000 + 200, "handed back, so paid");
		Vests::set(true);
		reward(400);
		assert_ok!(Staking::claim(signed(BOB), ALICE));
		assert_ok!(Staking::claim(signed(BOB), BOB));
		assert_eq!(free(ALICE), ENDOWMENT - 1_000 + 200);
		assert_eq!(Unvested::get()[&ALICE], 200);
		assert_eq!(free(BOB), ENDOWMENT - 1_000 + 400, "no provider, all of it at once");
	});
}

#[test]
fn what_was_earned_as_a_provider_vests_when_it_is_one_no_more() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		Vests::set(true);
		reward(400);
		assert_ok!(Staking::leave(signed(ALICE)));
		reward(300);
		pass(UNBONDING);
		assert_ok!(Staking::remove_provider(signed(ALICE), ALICE));
		assert_eq!((due(ALICE), due_as_provider(ALICE)), (700, 700));
		reward(200);
		assert_eq!((due(ALICE), due_as_provider(ALICE)), (900, 700), "a staker again");
		events();
		assert_ok!(Staking::claim(signed(ALICE), ALICE));
		assert_eq!(
			events(),
			[
				Event::RewardVested { who: ALICE, amount: 700 },
				Event::RewardPaid { who: ALICE, amount: 200 }
			]
		);
		assert_eq!(Unvested::get()[&ALICE], 700);
		assert_eq!(free(ALICE), ENDOWMENT - 1_000 + 200);
	});
}

#[test]
fn what_was_earned_as_a_staker_is_paid_when_it_is_a_provider() {
	ExtBuilder::default().build_and_execute(|| {
		Vests::set(true);
		lock(ALICE, 1_000, DAYS_30);
		assert_ok!(Staking::set_compounding(signed(ALICE), true));
		reward(400);
		assert_ok!(Staking::register(
			signed(ALICE),
			profile(ALICE, &[HOSTING]),
			Perbill::zero().into()
		));
		reward(300);
		assert_eq!((due(ALICE), due_as_provider(ALICE)), (700, 300));
		events();
		assert_ok!(Staking::claim(signed(ALICE), ALICE));
		assert_eq!(
			events(),
			[
				Event::RewardVested { who: ALICE, amount: 300 },
				Event::RewardCompounded { who: ALICE, amount: 400 }
			]
		);
		assert_eq!(Unvested::get()[&ALICE], 300);
		assert_eq!(held(HoldReason::Stake, ALICE), 1_400);
	});
}

#[test]
fn an_emptied_account_cannot_have_a_providers_reward_at_once() {
	ExtBuilder::default().provider(ALICE, &[HOSTING], 1_000).build_and_execute(|| {
		reward(400);
		assert_ok!(Staking::leave(signed(ALICE)));
		let id = stake(ALICE).positions[0].id;
		assert_ok!(Staking::unbond(signed(ALICE), id, 1_000));
		pass(UNBONDING + days(1));
		assert_ok!(Staking::withdraw(signed(ALICE), ALICE));
		assert_ok!(Staking::remove_provider(signed(ALICE), ALICE));
		assert_ok!(Balances::transfer_allow_death(signed(ALICE), BOB, ENDOWMENT));
		// Vesting hands it back.
		assert_refused!(
			Staking::claim(signed(BOB), ALICE),
			Error::<Test>::RewardBelowExistentialDeposit
		);
		assert_eq!(due_as_provider(ALICE), 400, "it stays due");
		Vests::set(true);
		assert_ok!(Staking::claim(signed(BOB), ALICE));
		assert_eq!(Unvested::get()[&ALICE], 400);
	});
}

#[test]
fn authors_are_paid_from_a_reserve_that_one_block_cannot_empty() {
	ExtBuilder::default()
		.settings(|settings| settings.author_share = Perbill::from_percent(50))
		.provider(ALICE, &[HOSTING], 1_000)
		.build_and_execute(|| {
			delegate(BOB, ALICE, 1_000).unwrap();
			reward(12_800);
			assert_eq!(Staking::rewards().author_reserve, 6_400);
			let (alice, bob) = (due(ALICE), delegation(ALICE, BOB).due);
			assert_eq!((alice, bob), (3_200 + 320, 2_880), "stake, and a tenth as commission");

			Staking::note_author(&ALICE);
			assert_eq!(Staking::rewards().author_reserve, 6_300);
			assert_eq!(due(ALICE), alice + 50 + 5);
			assert_eq!(delegation(ALICE, BOB).due, bob + 45);
			assert_eq!(Staking::provider(ALICE).unwrap().authored, 1);
			Staking::note_author(&CAROL);
			assert_eq!(Staking::rewards().author_reserve, 6_300, "no provider, no reward");
		});
}
