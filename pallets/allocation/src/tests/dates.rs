// SPDX-License-Identifier: Apache-2.0

//! The two schedules of the token economy, as single grants, on real dates.

use crate::{mock::*, Error};
use destra_primitives::{time::Moment, Balance};
use frame_support::{assert_noop, assert_ok};

/// 31 January 2027, 12:00 UTC.
const SIGNED: Moment = 1_801_396_800_000;
/// 31 January 2028, 12:00 UTC.
const CLIFF: Moment = 1_832_932_800_000;
/// 29 February 2028, 12:00 UTC: 2028 is a leap year.
const LEAP_DAY: Moment = 1_835_438_400_000;
/// 31 March 2028, 12:00 UTC.
const MARCH: Moment = 1_838_116_800_000;
/// 31 December 2030, 12:00 UTC.
const LAST_BUT_ONE: Moment = 1_924_948_800_000;
/// 31 January 2031, 12:00 UTC.
const END: Moment = 1_927_627_200_000;

/// Nothing more is due up to just before `moment`; then there is `paid` in all.
fn unlocks_at(moment: Moment, paid: Balance) {
	set_time(moment - 1);
	let error = Error::<Test>::NothingToRelease;
	assert_noop!(Allocation::release(signed(BOB), ALICE).map_err(|e| e.error), error);
	set_time(moment);
	assert_ok!(Allocation::release(signed(BOB), ALICE));
	assert_eq!(free(ALICE) - ExistentialDeposit::get(), paid);
}

#[test]
fn a_cliff_of_twelve_months_then_monthly_to_month_48() {
	ExtBuilder::default().build_and_execute(|| {
		let amount = 4_800_000;
		let id = granted(TEAM, ALICE, amount, team_schedule(SIGNED));
		assert_eq!(grant_report(ALICE, id).ends_at, END);
		assert_eq!(Allocation::next_unlock(ALICE), Some((CLIFF, 1_200_000)));
		unlocks_at(CLIFF, 1_200_000);
		assert_eq!(Allocation::next_unlock(ALICE), Some((LEAP_DAY, 100_000)));
		unlocks_at(LEAP_DAY, 1_300_000);
		unlocks_at(MARCH, 1_400_000);
		// Whoever sleeps for years misses nothing.
		set_time(LAST_BUT_ONE);
		assert_ok!(Allocation::release(signed(BOB), ALICE));
		assert_eq!(held(ALICE), 100_000);
		assert_eq!(Allocation::next_unlock(ALICE), Some((END, 100_000)));
		unlocks_at(END, amount);
		assert_eq!(Allocation::next_unlock(ALICE), None);
		assert_eq!((held(ALICE), report(TEAM).released), (0, amount));
	});
}

#[test]
fn a_cliff_of_six_months_then_quarterly_to_month_24() {
	/// 30 November 2027, 0:00 UTC.
	const SIGNED: Moment = 1_827_532_800_000;
	/// 30 May, 30 August and 30 November 2028, the last of February, 30 May, 30 August and
	/// 30 November 2029: cliff and six quarters.
	const DATES: [Moment; 7] = [
		1_843_257_600_000,
		1_851_206_400_000,
		1_859_155_200_000,
		1_866_931_200_000,
		1_874_793_600_000,
		1_882_742_400_000,
		1_890_691_200_000,
	];
	ExtBuilder::default().build_and_execute(|| {
		let amount = 1_000_007;
		granted(INVESTORS, ALICE, amount, investor_schedule(SIGNED));
		unlocks_at(SIGNED, 100_000);
		// A tenth and 15 % of 1,000,007, rounded down, leave 750,006 for six quarters.
		let paid = [250_001, 375_002, 500_003, 625_004, 750_005, 875_006, 1_000_007];
		for (date, paid) in DATES.into_iter().zip(paid) {
			unlocks_at(date, paid);
		}
		assert_eq!(held(ALICE), 0);
	});
}
