// SPDX-License-Identifier: Apache-2.0

//! Categories, grants and rewards in the runtime: who holds what at genesis, and where it goes.

use super::chain::{account, block, now, on_preset, schedule_of};
use crate::{
	configs::economy::Pots,
	constants::currency::{DSYNC, EXISTENTIAL_DEPOSIT},
	genesis::{
		categories::{self, COMMUNITY, INVESTORS, PROVIDERS, TEAM, TREASURY},
		GENESIS_ISSUANCE,
	},
	AccountId, Allocation, Balance, Balances, Emission, RuntimeOrigin, System,
};
use destra_primitives::{
	apis::{CategoryReport, GrantReport},
	time::days,
	BurnCause, CategoryId, Recipient, RewardVesting, Schedule, Span,
};
use frame_support::{
	assert_err_ignore_postinfo, assert_noop, assert_ok,
	traits::{
		fungible::{Balanced, Inspect},
		tokens::{Fortitude, Precision, Preservation},
	},
};
use pallet_allocation::Error;
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::{DispatchError, Perquintill};

fn category(id: CategoryId) -> CategoryReport {
	let mut all = Allocation::categories().into_iter();
	all.find(|report| report.category == id).expect("a category of the design")
}

fn million(n: Balance) -> Balance {
	n * 1_000_000 * DSYNC
}

/// The beneficiary of the first row of the table.
fn beneficiary() -> AccountId {
	categories::table().grants[0].beneficiary.into()
}

/// A grant to Bob of which half has unlocked, or a quarter where it is the team's. It is over a year
/// old.
fn grant_to_bob(category: CategoryId, amount: Balance) {
	let (lump, periods) = if category == TEAM { (25, 36) } else { (50, 12) };
	let schedule = Schedule {
		start: now(),
		upfront: Perquintill::zero(),
		cliff: Span::Months(12),
		lump: Perquintill::from_percent(lump),
		period: Span::Months(1),
		periods,
	};
	assert_ok!(Allocation::grant(
		RuntimeOrigin::root(),
		category,
		account(Bob),
		amount,
		schedule.into()
	));
}

/// The cliff of a year is over, and the first step has not come.
fn a_year_passes() {
	pallet_timestamp::Now::<crate::Runtime>::put(now() + days(367));
}

#[test]
fn the_categories_are_those_of_the_design() {
	on_preset("development", || {
		let shares: Vec<_> =
			Allocation::categories().iter().map(|report| (report.category, report.cap)).collect();
		let expected = [
			(PROVIDERS, million(300)),
			(COMMUNITY, million(200)),
			(TEAM, million(170)),
			(INVESTORS, million(150)),
			(TREASURY, million(180)),
		];
		assert_eq!(shares, expected);
	});
}

#[test]
fn the_grants_of_the_table_are_on_hold_and_nothing_of_the_categories_circulates() {
	on_preset("development", || {
		let table = categories::table();
		for id in [TEAM, INVESTORS] {
			let (report, granted) = (category(id), table.granted(id.0));
			assert!(granted > 0);
			assert_eq!((report.granted, report.outstanding), (granted, granted));
			assert_eq!(report.pot, report.cap - granted + EXISTENTIAL_DEPOSIT);
			assert_eq!(report.available, report.cap - granted);
		}
		let free = category(TREASURY).released;
		let supply = Emission::supply();
		assert_eq!(supply.genesis, GENESIS_ISSUANCE);
		// What the treasury paid circulates, less the deposits of the three pots.
		let emitted = supply.total_issuance - supply.genesis;
		assert_eq!(supply.circulating, free + emitted - 3 * EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn what_has_unlocked_is_paid_to_its_beneficiary_by_anybody() {
	on_preset("development", || {
		let (who, before) = (beneficiary(), Emission::supply().circulating);
		let due = Allocation::releasable(who.clone());
		assert!(due > 0, "the cliff of the first row lies before the time of the tests");
		let free = Balances::balance(&who);
		assert_ok!(Allocation::release(RuntimeOrigin::signed(account(Alice)), who.clone()));
		assert_eq!(Balances::balance(&who), free + due);
		assert_eq!(Emission::supply().circulating, before + due);
		assert_err_ignore_postinfo!(
			Allocation::release(RuntimeOrigin::signed(account(Alice)), who),
			Error::<crate::Runtime>::NothingToRelease
		);
	});
}

#[test]
fn the_community_grants_from_what_is_emitted_and_from_nothing_else() {
	on_preset("development", || {
		assert_eq!(
			category(COMMUNITY).pot,
			Balances::balance(&Pots::account(Recipient::Community))
		);
		(0..10).for_each(|_| block());
		let available = category(COMMUNITY).available;
		assert!(available > 0, "ten blocks were emitted");
		let too_much = Allocation::spend(
			RuntimeOrigin::root(),
			COMMUNITY,
			account(Bob),
			available + EXISTENTIAL_DEPOSIT,
		);
		assert!(matches!(too_much, Err(DispatchError::Token(_))), "{too_much:?}");
	});
}

#[test]
fn leaving_early_burns_the_penalty_through_the_ledger() {
	on_preset("development", || {
		let start = now();
		grant_to_bob(INVESTORS, million(2));
		let GrantReport { grant, ends_at, .. } = Allocation::grants(account(Bob))[0];
		let exit = || Allocation::exit_early(RuntimeOrigin::signed(account(Bob)), grant);
		assert_noop!(exit(), Error::<crate::Runtime>::BeforeCliff);
		a_year_passes();
		let free = Balances::balance(&account(Bob));
		let (left, whole) = (Balance::from(ends_at - now()), Balance::from(ends_at - start));
		assert_ok!(exit());
		// Half has unlocked; of the rest the part of the time that is left costs half.
		let penalty = (million(1) * left).div_ceil(2 * whole);
		assert_eq!(Emission::burned(BurnCause::EarlyExit), penalty);
		assert_eq!(Balances::balance(&account(Bob)), free + million(2) - penalty);
	});
}

#[test]
fn the_team_can_lose_what_has_not_unlocked_and_investors_cannot() {
	on_preset("development", || {
		grant_to_bob(TEAM, million(2));
		grant_to_bob(INVESTORS, million(2));
		let [team, investors] = [0, 1].map(|row| Allocation::grants(account(Bob))[row].grant);
		a_year_passes();
		let pot = category(TEAM).pot;
		assert_ok!(Allocation::revoke(RuntimeOrigin::root(), team));
		assert_eq!(category(TEAM).pot, pot + million(2) / 4 * 3);
		assert_noop!(
			Allocation::revoke(RuntimeOrigin::root(), investors),
			Error::<crate::Runtime>::NotRevocable
		);
	});
}

#[test]
fn three_quarters_of_a_reward_unlock_over_half_a_year() {
	on_preset("development", || {
		let reward = Balances::withdraw(
			&account(Alice),
			1_000 * DSYNC,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)
		.expect("Alice has a million");
		let free = Balances::balance(&account(Bob));
		<Allocation as RewardVesting<_, _>>::vest(&account(Bob), reward).expect("Bob exists");
		assert_eq!(Balances::balance(&account(Bob)), free + 250 * DSYNC);
		let rewards = Allocation::rewards(account(Bob));
		assert_eq!((rewards.held, rewards.claimable), (750 * DSYNC, 0));
		// The quantum of six days and the 180 days after it.
		pallet_timestamp::Now::<crate::Runtime>::put(now() + days(186));
		assert_ok!(Allocation::claim_rewards(RuntimeOrigin::signed(account(Alice)), account(Bob)));
		assert_eq!(Balances::balance(&account(Bob)), free + 1_000 * DSYNC);
	});
}

#[test]
fn nobody_but_root_grants_or_governs() {
	on_preset("development", || {
		let who = RuntimeOrigin::signed(account(Alice));
		let refused = Allocation::spend(who.clone(), TREASURY, account(Bob), DSYNC);
		assert_eq!(refused, Err(DispatchError::BadOrigin));
		assert_eq!(Allocation::pause_category(who, TEAM), Err(DispatchError::BadOrigin));
		assert!(System::events()
			.iter()
			.all(|record| !matches!(record.event, crate::RuntimeEvent::Allocation(_))));
	});
}

#[test]
fn team_and_investors_unlock_as_the_design_says_whatever_a_grant_says() {
	on_preset("development", || {
		let is = schedule_of(TEAM);
		let grant = |category, schedule| {
			Allocation::grant(RuntimeOrigin::root(), category, account(Bob), DSYNC, schedule)
		};
		let refused = |category, schedule| grant(category, schedule).expect_err("a rule is broken");
		let cliff = Span::Months(11);
		assert_eq!(
			refused(TEAM, Schedule { cliff, ..is }.into()),
			Error::<crate::Runtime>::CliffTooShort.into()
		);
		let sooner = Schedule { periods: 35, ..is };
		assert_eq!(refused(TEAM, sooner.into()), Error::<crate::Runtime>::TermTooShort.into());
		let upfront = Perquintill::from_percent(11);
		assert_eq!(
			refused(INVESTORS, Schedule { upfront, ..schedule_of(INVESTORS) }.into()),
			Error::<crate::Runtime>::UpfrontTooLarge.into()
		);
		for category in [TEAM, INVESTORS] {
			assert_ok!(grant(category, schedule_of(category).into()));
			let spent = Allocation::spend(RuntimeOrigin::root(), category, account(Bob), DSYNC);
			assert_eq!(spent, Err(Error::<crate::Runtime>::ScheduleRequired.into()));
		}
		assert_ok!(Allocation::spend(RuntimeOrigin::root(), TREASURY, account(Bob), DSYNC));
	});
}
