// SPDX-License-Identifier: Apache-2.0

//! Whatever takes tokens out of a hold is told by events, to the planck.

use super::adds_up;
use crate::{
	constants::{currency::DSYNC, currency::EXISTENTIAL_DEPOSIT},
	genesis::categories::{INVESTORS, TEAM},
	tests::chain::{account, block_of, on_preset, schedule_of},
	AccountId, Allocation, Balances, Emission, KpiOracle, Runtime, RuntimeEvent, RuntimeHoldReason,
	RuntimeOrigin, StakingLocks, System,
};
use destra_primitives::{time::minutes, CategoryId, GrantId, SlashReason};
use frame_support::{assert_ok, traits::fungible::InspectHold};
use pallet_balances::Event;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Eve, One};
use sp_runtime::Perbill;

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(who))
}

/// What the token told of `who` in this block.
fn told(who: Sr25519Keyring) -> Vec<Event<Runtime>> {
	let who: AccountId = account(who);
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Balances(event) => Some(event),
			_ => None,
		})
		.filter(|event| match event {
			Event::Released { who: of, .. } | Event::Withdraw { who: of, .. } => *of == who,
			_ => false,
		})
		.collect()
}

/// A grant of 1,000 DSYNC to Bob that began months ago.
fn grant_to_bob(category: CategoryId) -> GrantId {
	let id = pallet_allocation::NextGrantId::<Runtime>::get();
	let (root, bob) = (RuntimeOrigin::root(), account(Bob));
	let schedule = schedule_of(category);
	assert_ok!(Allocation::grant(root, category, bob, 1_000 * DSYNC, schedule.into()));
	id
}

#[test]
fn a_slash_of_a_bond_is_told_as_released_and_withdrawn() {
	on_preset("development", || {
		let part = Perbill::from_percent(10);
		let slash = || KpiOracle::slash_reporter(RuntimeOrigin::root(), account(One), part.into());
		assert_ok!(adds_up(slash));
		let reason = RuntimeHoldReason::KpiOracle(pallet_kpi_oracle::HoldReason::ReporterBond);
		let (who, amount) = (account(One), part * KpiOracle::settings().bond.get());
		assert!(amount >= 100 * DSYNC);
		let expected =
			[Event::Released { reason, who: who.clone(), amount }, Event::Withdraw { who, amount }];
		assert_eq!(told(One), expected);
	});
}

#[test]
fn a_slash_of_stake_and_of_delegations_adds_up_when_each_is_taken() {
	on_preset("development", || {
		let amount = 10_001 * DSYNC + 7;
		assert_ok!(adds_up(|| StakingLocks::delegate(signed(Bob), account(Alice), amount)));
		let (root, alice) = (RuntimeOrigin::root, account(Alice));
		let reason = SlashReason::WrongReport;
		assert_ok!(StakingLocks::report_slash(root(), alice.clone(), reason, Some(account(Eve))));
		block_of(minutes(3));
		adds_up(|| block_of(minutes(1)));
		assert!(!told(Alice).is_empty(), "her stake was slashed");
		let claim = || StakingLocks::claim_delegation(signed(Eve), account(Alice), account(Bob));
		assert_ok!(adds_up(claim));
		assert!(!told(Bob).is_empty(), "his delegation was slashed");
	});
}

#[test]
fn an_early_exit_adds_up() {
	on_preset("development", || {
		let id = grant_to_bob(INVESTORS);
		assert_ok!(adds_up(|| Allocation::exit_early(signed(Bob), id)));
		assert!(told(Bob).iter().any(|event| matches!(event, Event::Withdraw { .. })));
	});
}

#[test]
fn a_revoked_grant_goes_into_the_free_balance_of_its_pot() {
	on_preset("development", || {
		let id = grant_to_bob(TEAM);
		assert_ok!(adds_up(|| Allocation::revoke(RuntimeOrigin::root(), id)));
		let held = Balances::total_balance_on_hold(&account(Bob));
		assert_eq!(held, 0);
	});
}

#[test]
fn a_grant_that_changes_hands_stays_on_hold() {
	on_preset("development", || {
		let id = grant_to_bob(INVESTORS);
		assert_ok!(Allocation::offer_grant(signed(Bob), id, Some(account(Charlie))));
		assert_ok!(adds_up(|| Allocation::accept_grant(signed(Charlie), account(Bob), id, 0)));
		assert_eq!(Balances::total_balance_on_hold(&account(Charlie)), 1_000 * DSYNC);
	});
}

#[test]
fn what_an_account_leaves_behind_adds_up() {
	on_preset("development", || {
		let nobody = AccountId::from([7; 32]);
		let (to, all) = (nobody.clone().into(), 2 * EXISTENTIAL_DEPOSIT);
		assert_ok!(adds_up(|| Balances::transfer_keep_alive(signed(Bob), to, all)));
		let (origin, left) = (RuntimeOrigin::signed(nobody), all - 5);
		let leave = || Balances::transfer_allow_death(origin, account(Bob).into(), left);
		assert_ok!(adds_up(leave));
		assert_ok!(adds_up(|| Emission::burn(signed(Bob), 3 * DSYNC + 1, true)));
	});
}
