// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, types::Tiers, HoldReason};
use destra_primitives::{ProviderInspect, ProviderStatus, Role};
use frame_support::traits::fungible::Inspect;

#[test]
fn the_first_providers_serve_and_weigh_from_the_first_block() {
	ExtBuilder::default()
		.provider(ALICE, &[Role::Validator, HOSTING], 1_500)
		.provider(BOB, &[Role::Validator], 1_000)
		.build_and_execute(|| {
			assert_eq!(held(HoldReason::Stake, ALICE), 1_500);
			assert_eq!(total_weight(), 250_000);
			assert_eq!(Staking::status(&ALICE), Some(ProviderStatus::Active));
			assert!(Staking::serves(&ALICE, HOSTING) && !Staking::serves(&BOB, HOSTING));
			assert_eq!(Staking::own_stake(&BOB), 1_000);
			assert_eq!(Staking::provider_of(&ALICE), Some(ALICE));
			assert_eq!(Staking::candidates(), [(ALICE, 150_000), (BOB, 100_000)]);
			assert!(stake(ALICE).positions[0].over, "without a term");
		});
}

#[test]
fn the_pot_is_alive_from_the_first_block() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(free(Staking::pot_account()), Balances::minimum_balance());
	});
}

#[test]
#[should_panic(expected = "cannot register")]
fn a_stake_that_does_not_suffice_stops_the_build() {
	let _ = ExtBuilder::default().provider(ALICE, &[Role::Validator], 999).build();
}

#[test]
#[should_panic(expected = "cannot stake")]
fn a_stake_that_is_not_there_stops_the_build() {
	let _ = ExtBuilder::default().provider(ALICE, &[HOSTING], ENDOWMENT + 1).build();
}

#[test]
#[should_panic(expected = "settings")]
fn settings_that_disagree_stop_the_build() {
	let _ = ExtBuilder::default().settings(|settings| settings.tiers = Tiers::new()).build();
}

#[test]
#[should_panic(expected = "UnbondingTooShort")]
fn an_unbonding_period_below_the_report_window_stops_the_build() {
	let short = (REPORT_WINDOW - 1).try_into().unwrap();
	let _ = ExtBuilder::default().settings(|settings| settings.unbonding_period = short).build();
}

#[test]
#[should_panic(expected = "out of range: Some(\"settings.penalties.equivocation.fraction\")")]
fn a_part_above_the_whole_stops_the_build() {
	let beyond = serde_json::from_str("1000000001").unwrap();
	let penalty =
		|settings: &mut crate::Settings| settings.penalties.equivocation.fraction = beyond;
	let _ = ExtBuilder::default().settings(penalty).build();
}

#[test]
fn a_provider_reads_from_json() {
	let json = r#"{"who":1,"roles":["Validator",{"Service":"GpuCompute"}],"stake":5,
		"commission":100000000}"#;
	let provider: crate::GenesisProvider<AccountId> = serde_json::from_str(json).unwrap();
	assert_eq!((provider.stake, provider.roles.len()), (5, 2));
	let back = serde_json::to_string(&provider).unwrap();
	assert_eq!(serde_json::from_str::<crate::GenesisProvider<AccountId>>(&back).unwrap(), provider);
}
