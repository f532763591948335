// SPDX-License-Identifier: Apache-2.0

//! What the view functions and the runtime API tell.

use crate::mock::*;
use destra_primitives::{apis::CalendarPage, time::Moment, Balance, CategoryId, Schedule};
use frame_support::assert_ok;

/// 31 January 2027, 12:00 UTC.
const SIGNED: Moment = 1_801_396_800_000;

fn page(category: CategoryId, from: Moment, months: u32) -> CalendarPage<AccountId> {
	Allocation::unlock_calendar(category, from, months, None, 1_000)
}

fn amounts(page: &CalendarPage<AccountId>) -> Vec<Balance> {
	page.months.iter().map(|(_, amount)| *amount).collect()
}

#[test]
fn a_category_is_reported_with_its_book_and_its_pot() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 5 * PERCENT, daily(10));
		let gone = granted(TEAM, BOB, PERCENT, daily(10));
		pass(5 * DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		assert_ok!(Allocation::revoke(governor(), gone));
		let team = report(TEAM);
		assert_eq!((team.share, team.cap), (percent(20), 20 * PERCENT));
		assert_eq!((team.granted, team.released), (6 * PERCENT, 3 * PERCENT));
		assert_eq!((team.returned, team.burned), (PERCENT / 2, 0));
		assert_eq!(team.outstanding, 5 * PERCENT / 2);
		assert_eq!(team.available, 29 * PERCENT / 2);
		assert_eq!(team.pot, 29 * PERCENT / 2 + ExistentialDeposit::get());
		assert_eq!(Allocation::pot(TEAM), Allocation::pot_account(TEAM));
		let ids: Vec<_> = Allocation::categories().iter().map(|c| c.category).collect();
		assert_eq!(ids, [TEAM, INVESTORS, COMMUNITY, PROVIDERS]);
	});
}

#[test]
fn the_next_unlock_adds_up_what_unlocks_together() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Allocation::next_unlock(ALICE), None);
		granted(TEAM, ALICE, 1_000, daily(10));
		granted(COMMUNITY, ALICE, 500, daily(10));
		granted(COMMUNITY, ALICE, 800, Schedule { start: START + 1, ..daily(8) });
		assert_eq!(Allocation::next_unlock(ALICE), Some((START + DAY, 150)));
		pass(DAY);
		assert_eq!(Allocation::next_unlock(ALICE), Some((START + DAY + 1, 100)));
		assert_eq!(Allocation::releasable(ALICE), 150);
		pass(10 * DAY);
		assert_eq!(Allocation::next_unlock(ALICE), None);
		assert_eq!(Allocation::releasable(ALICE), 2_300);
	});
}

#[test]
fn the_calendar_says_what_unlocks_in_each_month() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 4_800_000, team_schedule(SIGNED));
		granted(INVESTORS, ALICE, 1_000, team_schedule(SIGNED));
		let calendar = page(TEAM, START + DAY, 49);
		assert_eq!(calendar.next, None);
		assert_eq!(calendar.months.len(), 49);
		assert_eq!(calendar.months[0].0, START);
		// March 2027.
		assert_eq!(calendar.months[1].0, 1_803_859_200_000);
		// The cliff in January 2028, then one step a month up to January 2031.
		let mut expected = vec![0; 11];
		expected.push(1_200_000);
		expected.extend([100_000; 36]);
		expected.push(0);
		assert_eq!(amounts(&calendar), expected);
		// What was released is still told of the month in which it unlocked.
		set_time(1_832_932_800_000);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		assert_eq!(page(TEAM, START, 49), calendar);
		// It can begin in the middle.
		assert_eq!(amounts(&page(TEAM, 1_832_932_800_000, 2)), [1_200_000, 100_000]);
	});
}

#[test]
fn the_pages_of_a_calendar_add_up() {
	ExtBuilder::default().build_and_execute(|| {
		for (share, who) in [ALICE, BOB, CAROL, STRANGER, SHOP].into_iter().enumerate() {
			granted(TEAM, who, 1_000 * (share as Balance + 1), daily(40));
		}
		let whole = page(TEAM, START, 3);
		assert_eq!(amounts(&whole), [10_125, 4_875, 0]);
		for limit in [0, 1, 2, 3, 4, 5] {
			let mut sums = vec![0; 3];
			let (mut after, mut pages) = (None, 0);
			loop {
				let page = Allocation::unlock_calendar(TEAM, START, 3, after, limit);
				sums.iter_mut().zip(amounts(&page)).for_each(|(sum, amount)| *sum += amount);
				pages += 1;
				after = page.next;
				if after.is_none() {
					break;
				}
			}
			assert_eq!(sums, amounts(&whole));
			assert_eq!(pages, 5_u32.div_ceil(limit.max(1)), "a page has at least one");
		}
	});
}

#[test]
fn a_calendar_has_at_most_ten_years_and_ends_with_the_calendar() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 1_000, daily(10));
		assert_eq!(page(TEAM, START, u32::MAX).months.len(), 120);
		assert_eq!(page(TEAM, START, 0).months, []);
		assert_eq!(amounts(&page(NOWHERE, START, 2)), [0, 0]);
		assert_eq!(page(TEAM, u64::MAX, 12).months, []);
	});
}

#[test]
fn what_does_not_circulate_is_in_the_pots_or_on_hold() {
	ExtBuilder::default().build_and_execute(|| {
		let whole = 50 * PERCENT + 3 * ExistentialDeposit::get();
		assert_eq!(Allocation::not_circulating(), whole);
		granted(TEAM, ALICE, 1_000, daily(10));
		assert_eq!(Allocation::not_circulating(), whole);
		pass(3 * DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		assert_eq!(Allocation::not_circulating(), whole - 300);
		assert_eq!(reward(BOB, 400), 0);
		assert_eq!(Allocation::not_circulating(), whole - 300 + 300);
		// What is emitted into a pot waits to be granted, but is not kept since genesis.
		fund_pot(PROVIDERS, 5_000);
		assert_eq!(Allocation::not_circulating(), whole);
		assert!(Allocation::not_circulating() < Balances::total_issuance());
	});
}
