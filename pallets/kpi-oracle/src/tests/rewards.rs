// SPDX-License-Identifier: Apache-2.0

//! What honest reporters earn.

use crate::{mock::*, Error, Event, TotalOwed};
use destra_primitives::MetricId;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Perbill;

fn owed(who: AccountId) -> u128 {
	KpiOracle::reporter(who).owed
}

fn claim(who: AccountId) -> Result<(), sp_runtime::DispatchError> {
	KpiOracle::claim_reward(RuntimeOrigin::signed(STRANGER), who)
}

#[test]
fn honest_reporters_share_the_pot_and_the_rest_stays() {
	ExtBuilder::default().build_and_execute(|| {
		fund_pot(1_010);
		events();
		good_round(100);
		assert_eq!((owed(ALICE), owed(BOB), owed(CAROL)), (333, 333, 333));
		assert!(events().contains(&Event::RewardsAllotted { reporters: 3, each: 333 }));

		assert_ok!(claim(ALICE));
		assert_eq!((free(ALICE), owed(ALICE)), (ENDOWMENT - BOND + 333, 0));
		assert_eq!(events(), vec![Event::RewardClaimed { who: ALICE, amount: 333 }]);
		assert_noop!(claim(ALICE), Error::<Test>::NothingOwed);

		good_round(100);
		assert_eq!((owed(ALICE), owed(BOB)), (0, 333), "one planck is too little to share");
		fund_pot(2);
		good_round(100);
		assert_eq!((owed(ALICE), owed(BOB)), (1, 334));
	});
}

#[test]
fn the_last_reward_leaves_the_pot_alive() {
	ExtBuilder::default().build_and_execute(|| {
		fund_pot(10);
		good_round(100);
		assert_eq!(TotalOwed::<Test>::get(), 0, "the existential deposit is nobody's");
		fund_pot(300);
		good_round(100);
		for who in [ALICE, BOB, CAROL] {
			assert_ok!(claim(who));
		}
		assert_eq!(free(KpiOracle::pot_account()), 10);
	});
}

#[test]
fn only_complete_and_true_reports_are_rewarded() {
	let everybody = vec![ALICE, BOB, CAROL, DAVE];
	let builder = ExtBuilder::default().metrics(vec![reported(1), reported(3)]);
	builder.reporters(everybody).build_and_execute(|| {
		let (one, three) = (MetricId(1), MetricId(3));
		fund_pot(1_010);
		reports_of(&[
			(ALICE, &[(one, 100), (three, 7)]),
			(BOB, &[(one, 100), (three, 7)]),
			(CAROL, &[(one, 100)]),
			(DAVE, &[(one, 119), (three, 7)]),
		]);
		close_round();
		assert_eq!([ALICE, BOB, CAROL].map(owed), [500, 500, 0]);
		assert_eq!((owed(DAVE), strikes(DAVE)), (0, 0), "neither right nor a lie");
	});
}

#[test]
fn a_metric_on_which_nobody_agrees_does_not_spoil_the_rewards_of_the_others() {
	let builder = ExtBuilder::default().metrics(vec![reported(1), reported(3)]);
	builder.build_and_execute(|| {
		let (one, three) = (MetricId(1), MetricId(3));
		fund_pot(1_010);
		reports_of(&[
			(ALICE, &[(one, 100), (three, 7)]),
			(BOB, &[(one, 100), (three, 700)]),
			(CAROL, &[(one, 100), (three, 70_000)]),
		]);
		close_round();
		assert_eq!([ALICE, BOB, CAROL].map(owed), [333, 333, 333]);
		assert_eq!((value(one), value(three)), (Some(100), None));
	});
}

#[test]
fn a_new_metric_stops_the_rewards_of_those_who_leave_it_out_once_the_others_agree_on_it() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		assert_ok!(define(reported(3)));
		let rewarded = |round: u32| {
			fund_pot(1_010);
			let before = owed(ALICE);
			good_round(100);
			assert_eq!(crate::History::<Test>::get(round % 8).map(|it| it.reports), Some(3));
			owed(ALICE) > before
		};
		// It came in round two, and the grace is two rounds more. After it nobody measures it yet.
		assert_eq!([2, 3, 4, 5].map(rewarded), [true; 4]);
		let (one, three) = (MetricId(1), MetricId(3));
		let both: &[(MetricId, u64)] = &[(one, 100), (three, 7)];
		fund_pot(1_010);
		reports_of(&[(ALICE, both), (BOB, both), (CAROL, &[(one, 100)])]);
		let before = [ALICE, BOB, CAROL].map(owed);
		close_round();
		let earned = [ALICE, BOB, CAROL].map(owed);
		assert!(earned[0] > before[0] && earned[1] > before[1] && earned[2] == before[2]);
	});
}

#[test]
fn without_a_quorum_the_pot_waits() {
	ExtBuilder::default().build_and_execute(|| {
		fund_pot(1_010);
		round_of(&[(ALICE, 100)]);
		assert_eq!(owed(ALICE), 0);
		good_round(100);
		assert_eq!(owed(ALICE), 333);
	});
}

#[test]
fn a_reward_below_the_existential_deposit_waits_for_more() {
	ExtBuilder::default().build_and_execute(|| {
		crate::Rewards::<Test>::insert(NEWCOMER, 9);
		TotalOwed::<Test>::put(9);
		fund_pot(30);
		assert_noop!(claim(NEWCOMER), Error::<Test>::RewardBelowExistentialDeposit);
		crate::Rewards::<Test>::insert(NEWCOMER, 10);
		TotalOwed::<Test>::put(10);
		assert_ok!(claim(NEWCOMER));
		assert_eq!(free(NEWCOMER), 10);
	});
}

#[test]
fn one_who_left_keeps_what_it_is_owed() {
	ExtBuilder::default().build_and_execute(|| {
		fund_pot(1_010);
		good_round(100);
		assert_ok!(KpiOracle::leave(RuntimeOrigin::signed(CAROL)));
		assert_ok!(claim(CAROL));
		assert_eq!(free(CAROL), ENDOWMENT - BOND + 333);
	});
}

#[test]
fn a_slash_reaches_what_was_earned_and_not_claimed() {
	ExtBuilder::default().build_and_execute(|| {
		let slash = |who, part| KpiOracle::slash_reporter(governor(), who, part);
		fund_pot(1_010);
		good_round(100);
		let treasury = free(TREASURY);
		events();
		assert_ok!(slash(ALICE, Perbill::from_percent(10).into()));
		// A tenth of 333, rounded up, and of the bond.
		assert_eq!((owed(ALICE), TotalOwed::<Test>::get()), (299, 299 + 2 * 333));
		assert_eq!(free(TREASURY), treasury + 34 + BOND / 10);
		assert!(events().contains(&Event::RewardSlashed { who: ALICE, amount: 34 }));

		assert_ok!(slash(ALICE, Perbill::one().into()));
		assert_eq!((owed(ALICE), owed(BOB), bond_of(ALICE)), (0, 333, 0));
		assert_noop!(claim(ALICE), Error::<Test>::NothingOwed);
		assert_ok!(claim(BOB));
	});
}

#[test]
fn a_slash_reaches_the_rewards_of_one_whose_bond_is_withdrawn() {
	ExtBuilder::default().build_and_execute(|| {
		let slash = |who| KpiOracle::slash_reporter(governor(), who, Perbill::one().into());
		fund_pot(1_010);
		good_round(100);
		assert_ok!(KpiOracle::leave(RuntimeOrigin::signed(CAROL)));
		next_block_at(now() + UNBONDING);
		assert_ok!(KpiOracle::withdraw_bond(RuntimeOrigin::signed(CAROL), CAROL));
		assert_ok!(slash(CAROL));
		assert_eq!((owed(CAROL), owed(ALICE)), (0, 333));
		assert_noop!(slash(CAROL), Error::<Test>::NotReporter);
	});
}
