// SPDX-License-Identifier: Apache-2.0

//! What honest reporters earn.

use crate::{mock::*, Error, Event, TotalOwed};
use frame_support::{assert_noop, assert_ok};

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
	ExtBuilder::default().metrics(vec![reported(1), reported(3)]).build_and_execute(|| {
		use destra_primitives::MetricId;
		let (one, three) = (MetricId(1), MetricId(3));
		fund_pot(1_010);
		assert_ok!(report_for(ALICE, 1, &[(one, 100), (three, 7)]));
		assert_ok!(report_for(BOB, 1, &[(one, 100), (three, 700)]));
		assert_ok!(report_for(CAROL, 1, &[(one, 100)]));
		close_round();
		// Of 7 and 700 the lower one is the median.
		assert_eq!((owed(ALICE), owed(BOB), owed(CAROL)), (1_000, 0, 0));
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
