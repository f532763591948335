// SPDX-License-Identifier: Apache-2.0

//! Earned rewards: a quarter at once, the rest over time, and slashed before anything vested.

use crate::{mock::*, types::MAX_REWARD_BUCKETS, Error, Event, Rewards, TotalRewards};
use codec::{Encode, MaxEncodedLen};
use destra_primitives::{Balance, RewardVesting};
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::Balanced, Hooks},
};
use sp_runtime::DispatchError;

/// The first instant of the quantum after the one of [`START`]: when its rewards begin to vest.
const FIRST: u64 = START - START % QUANTUM + QUANTUM;

fn claim(who: AccountId) -> sp_runtime::DispatchResult {
	Allocation::claim_rewards(signed(STRANGER), who)
}

#[test]
fn a_quarter_is_paid_at_once_and_the_rest_vests_over_180_days() {
	ExtBuilder::default().build_and_execute(|| {
		let ed = ExistentialDeposit::get();
		assert_eq!(reward(ALICE, 1_203), 0);
		// 75 % of 1,203 is 902.25.
		assert_eq!(events(), [Event::RewardVested { who: ALICE, paid: 301, locked: 902 }]);
		assert_eq!((free(ALICE), locked(ALICE)), (301 + ed, 902));
		assert_eq!(TotalRewards::<Test>::get(), 902);
		assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		assert_noop!(claim(BOB), Error::<Test>::NothingToClaim);

		set_time(FIRST);
		assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		set_time(FIRST + DURATION / 4);
		let report = Allocation::rewards(ALICE);
		assert_eq!((report.held, report.claimable, report.unvested), (902, 225, 677));
		events();
		assert_ok!(claim(ALICE));
		assert_eq!(events(), [Event::RewardsClaimed { who: ALICE, amount: 225 }]);
		assert_eq!((free(ALICE), locked(ALICE)), (301 + 225 + ed, 677));
		assert_noop!(claim(ALICE), Error::<Test>::NothingToClaim);
		set_time(FIRST + DURATION);
		assert_ok!(claim(ALICE));
		assert_eq!((free(ALICE), locked(ALICE)), (1_203 + ed, 0));
		assert_eq!((TotalRewards::<Test>::get(), Rewards::<Test>::get(ALICE)), (0, None));
		assert_noop!(
			Allocation::claim_rewards(RuntimeOrigin::root(), ALICE),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn an_account_comes_into_being_with_its_first_reward_if_that_is_enough() {
	ExtBuilder::default().build_and_execute(|| {
		let issuance = Balances::total_issuance();
		// A quarter of 36 is less than the deposit of 10.
		assert_eq!(reward(NEWCOMER, 36), 36, "handed back whole");
		assert_eq!((free(NEWCOMER), locked(NEWCOMER), events()), (0, 0, vec![]));
		assert_eq!(Balances::total_issuance(), issuance);
		assert_eq!(reward(NEWCOMER, 40), 0);
		assert_eq!((free(NEWCOMER), locked(NEWCOMER)), (10, 30));
		assert_eq!(Balances::total_issuance(), issuance + 40);
		// From then on the smallest reward is locked as well.
		assert_eq!(reward(NEWCOMER, 2), 0);
		assert_eq!((free(NEWCOMER), locked(NEWCOMER)), (11, 31));
	});
}

#[test]
fn the_smallest_reward_is_paid_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(reward(ALICE, 1), 0);
		assert_eq!(events(), [Event::RewardVested { who: ALICE, paid: 1, locked: 0 }]);
		assert_eq!((locked(ALICE), Rewards::<Test>::get(ALICE)), (0, None));
	});
}

#[test]
fn an_account_that_can_hold_nothing_more_gets_the_reward_handed_back() {
	ExtBuilder::default().build_and_execute(|| {
		let issuance = Balances::total_issuance();
		for _ in 0..16 {
			frame_system::Pallet::<Test>::inc_consumers(&ALICE).unwrap();
		}
		assert_eq!(reward(ALICE, 400), 400);
		assert_eq!((free(ALICE), locked(ALICE)), (ExistentialDeposit::get(), 0));
		assert_eq!(Balances::total_issuance(), issuance, "what was tried is undone");
	});
}

#[test]
fn a_slash_reaches_what_has_not_vested_and_nothing_else() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(reward(ALICE, 1_200), 0);
		set_time(FIRST + DURATION / 3);
		assert_eq!(Allocation::unvested(&ALICE), 600);
		let (issuance, ed) = (Balances::total_issuance(), ExistentialDeposit::get());
		events();
		assert_eq!(slash(ALICE, 100), 100);
		assert_eq!(events(), [Event::RewardsSlashed { who: ALICE, amount: 100 }]);
		assert_eq!(Balances::total_issuance(), issuance - 100, "the credit was dropped");
		assert_eq!(TotalRewards::<Test>::get(), 800);
		let report = Allocation::rewards(ALICE);
		assert_eq!((report.held, report.claimable, report.unvested), (800, 300, 500));

		// More than there is takes what there is.
		assert_eq!(slash(ALICE, Balance::MAX), 500);
		assert_eq!(slash(ALICE, 1), 0);
		assert_eq!(slash(BOB, 1), 0);
		assert_eq!(Allocation::unvested(&ALICE), 0);
		assert_ok!(claim(ALICE));
		assert_eq!((free(ALICE), locked(ALICE)), (300 + 300 + ed, 0));
	});
}

#[test]
fn grants_are_out_of_reach_of_a_slash() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 1_000, daily(10));
		assert_eq!(reward(ALICE, 400), 0);
		assert_eq!(slash(ALICE, 1_000), 300);
		assert_eq!((held(ALICE), locked(ALICE)), (1_000, 0));
	});
}

#[test]
fn the_youngest_rewards_are_slashed_first() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(reward(ALICE, 400), 0);
		pass(QUANTUM);
		assert_eq!(reward(ALICE, 400), 0);
		assert_eq!(slash(ALICE, 300), 300);
		// The older one vests as if nothing had happened.
		set_time(FIRST + DURATION / 2);
		assert_eq!(Allocation::rewards(ALICE).claimable, 150);
		set_time(FIRST + DURATION);
		assert_eq!(Allocation::rewards(ALICE).claimable, 300);
	});
}

#[test]
fn ten_thousand_payments_take_the_room_of_one() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(reward(BOB, 40_000), 0);
		for _ in 0..10_000 {
			assert_eq!(reward(ALICE, 4), 0);
		}
		assert_eq!((locked(ALICE), locked(BOB)), (30_000, 30_000));
		let [many, one] = [ALICE, BOB].map(|who| Rewards::<Test>::get(who).unwrap());
		assert_eq!(many, one, "the same state, hence the same cost of whatever follows");
		assert_eq!(many.encoded_size(), one.encoded_size());
		assert_eq!(Allocation::book(&ALICE).buckets.len(), 1);
	});
}

#[test]
fn a_reward_in_every_hour_of_two_years_stays_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		let buckets = Allocation::terms().max_buckets();
		assert!(buckets <= MAX_REWARD_BUCKETS);
		// A bucket is a u32 and a u128; two amounts follow, and the length before.
		let room = buckets as usize * (4 + 16) + 32 + 1;
		let mut most = 0;
		for _ in 0..2 * 365 * 24 {
			assert_eq!(reward(ALICE, 4), 0);
			most = most.max(Allocation::book(&ALICE).buckets.len());
			assert!(Rewards::<Test>::get(ALICE).unwrap().encoded_size() <= room);
			pass(DAY / 24);
		}
		assert_eq!(most, buckets as usize);
		assert!(crate::RewardAccount::max_encoded_len() >= room);
		set_time(now() + DURATION + QUANTUM);
		assert_ok!(claim(ALICE));
		assert_eq!(free(ALICE), 2 * 365 * 24 * 4 + ExistentialDeposit::get());
	});
}

#[test]
fn a_reward_beyond_all_numbers_is_handed_back() {
	ExtBuilder::default().build_and_execute(|| {
		set_time(u64::MAX);
		assert_eq!(reward(ALICE, 400), 400, "no quantum has a number in the year 584 million");
		set_time(START);
	});
}

#[test]
fn the_credit_of_a_slash_goes_wherever_the_caller_says() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(reward(ALICE, 400), 0);
		let issuance = Balances::total_issuance();
		let credit = Allocation::slash_unvested(&ALICE, 100);
		assert_ok!(Balances::resolve(&BOB, credit));
		assert_eq!(free(BOB), 100 + ExistentialDeposit::get());
		assert_eq!(Balances::total_issuance(), issuance);
	});
}

#[test]
#[should_panic(expected = "RewardDuration is not a multiple of RewardQuantum")]
fn a_runtime_whose_quanta_do_not_fill_the_duration_does_not_pass_its_tests() {
	RewardQuantum::set(QUANTUM - 1);
	Allocation::integrity_test();
}

#[test]
#[should_panic(expected = "RewardQuantum is too short")]
fn a_runtime_with_more_quanta_than_can_be_stored_does_not_pass_its_tests() {
	RewardQuantum::set(DAY);
	Allocation::integrity_test();
}
