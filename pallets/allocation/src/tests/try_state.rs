// SPDX-License-Identifier: Apache-2.0

//! The check of the invariants notices when one is broken: every other test relies on it.

use crate::{
	mock::*, types::Succession, Beneficiaries, Categories, CategoryBooks, Grants, HoldReason,
	NextGrantId, Rewards, Successors, TotalRewards,
};
use destra_primitives::GrantId;
use frame_support::traits::{fungible::hold::Mutate, tokens::Precision};

/// Alice and Bob have a grant each, and Alice a reward.
fn broken_by<R>(tamper: impl FnOnce() -> R, expected: &'static str) {
	ExtBuilder::default().build().execute_with(|| {
		granted(TEAM, ALICE, 1_000, daily(10));
		granted(TEAM, BOB, 1_000, daily(10));
		assert_eq!(reward(ALICE, 400), 0);
		pass(DAY);
		assert_eq!(Allocation::do_try_state(), Ok(()));
		tamper();
		assert_eq!(Allocation::do_try_state(), Err(expected.into()));
	});
}

#[test]
fn a_broken_table_is_noticed() {
	broken_by(
		|| Categories::<Test>::mutate(|table| table.remove(0)),
		"the table of categories does not stand",
	);
	broken_by(
		|| CategoryBooks::<Test>::mutate(|books| books.pop()),
		"the books are not those of the categories",
	);
	broken_by(
		|| {
			Categories::<Test>::mutate(|table| {
				(table[0].share, table[3].share) = (percent(0), percent(70));
				table[0].min_share = percent(0);
			});
		},
		"a category has granted more than its cap",
	);
	broken_by(
		|| spend_all(Allocation::pot_account(TEAM)),
		"a pot lacks what its category can still grant",
	);
}

#[test]
fn a_broken_grant_is_noticed() {
	broken_by(|| NextGrantId::<Test>::put(GrantId(2)), "the id of a grant is wrong");
	broken_by(
		|| Grants::<Test>::insert(CAROL, Grants::<Test>::get(ALICE)),
		"the id of a grant is wrong",
	);
	broken_by(
		|| Grants::<Test>::insert(CAROL, crate::GrantsOf::<Test>::default()),
		"a beneficiary without grants",
	);
	let release = |amount| {
		move || {
			Grants::<Test>::mutate(ALICE, |grants| {
				grants.iter_mut().for_each(|grant| grant.release(amount))
			});
		}
	};
	broken_by(release(101), "more was released than has vested");
	broken_by(release(100), "a book does not add up with the grants");
	broken_by(|| Grants::<Test>::remove(ALICE), "a book does not add up with the grants");
}

#[test]
fn a_schedule_that_breaks_a_rule_is_noticed() {
	broken_by(
		|| Categories::<Test>::mutate(|table| table[0].rules.unlock = UNLOCK),
		"a schedule breaks a rule",
	);
}

#[test]
fn a_grant_that_is_looked_for_elsewhere_is_noticed() {
	let elsewhere = "a grant is looked for where it is not";
	broken_by(|| Beneficiaries::<Test>::insert(GrantId(1), BOB), elsewhere);
	broken_by(|| Beneficiaries::<Test>::remove(GrantId(1)), elsewhere);
	broken_by(
		|| Beneficiaries::<Test>::insert(GrantId(9), ALICE),
		"somebody is named for a grant that is gone",
	);
}

#[test]
fn a_successor_to_nothing_is_noticed() {
	let name = |who, successor| move || Successors::<Test>::insert(who, Succession::new(successor));
	broken_by(name(CAROL, BOB), "there is a successor to nothing");
	broken_by(name(ALICE, ALICE), "an account succeeds itself");
}

#[test]
fn a_broken_book_is_noticed() {
	broken_by(
		|| CategoryBooks::<Test>::mutate(|books| books[0].release(1)),
		"a book does not add up with the grants",
	);
	broken_by(
		|| {
			CategoryBooks::<Test>::mutate(|books| {
				// What is outstanding cannot be less than nothing: this book hides a loss.
				books[1].release(1);
			});
		},
		"a book does not add up",
	);
}

#[test]
fn a_broken_hold_is_noticed() {
	broken_by(
		|| Balances::release(&HoldReason::Grant.into(), &ALICE, 1, Precision::Exact),
		"a hold is not what the grants have outstanding",
	);
	broken_by(
		|| Balances::release(&HoldReason::Reward.into(), &ALICE, 1, Precision::Exact),
		"a hold is not what the rewards have outstanding",
	);
	broken_by(|| TotalRewards::<Test>::put(299), "the total of rewards is not their sum");
	broken_by(|| Rewards::<Test>::remove(ALICE), "the total of rewards is not their sum");
	broken_by(
		|| Rewards::<Test>::insert(BOB, crate::RewardAccount::default()),
		"an account without rewards",
	);
}
