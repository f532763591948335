// SPDX-License-Identifier: Apache-2.0

//! The chain spec: readable, and refused by the name of what is wrong.

use crate::{mock::*, GenesisConfig};
use destra_primitives::{CategoryId, GrantId, Schedule, Span};

#[test]
fn the_json_of_a_chain_spec_is_readable() {
	let json = r#"{
		"categories": [
			{
				"id": 1, "name": "team", "source": "Genesis",
				"share": 400000000000000000,
				"minShare": 100000000000000000, "maxShare": 500000000000000000,
				"rules": { "revocable": true, "transferable": false, "exitPenalty": null,
					"unlock": {
						"minCliff": 0, "minTerm": 0, "minPeriod": 0,
						"maxUpfront": 1000000000000000000, "maxBackdating": 0
					} }
			},
			{
				"id": 2, "name": "providers", "source": "Emission",
				"share": 600000000000000000, "minShare": 0, "maxShare": 1000000000000000000,
				"rules": {
					"revocable": false, "transferable": true, "exitPenalty": 500000000000000000,
					"unlock": {
						"minCliff": 0, "minTerm": 0, "minPeriod": 0,
						"maxUpfront": 1000000000000000000, "maxBackdating": 0
					}
				}
			}
		],
		"paid": [[1, 1000000000000000000]],
		"successionNotice": 60000,
		"grants": [
			{
				"category": 1, "beneficiary": 1, "amount": 20000000000000000001,
				"schedule": {
					"start": 1801440000000, "upfront": 0,
					"cliff": { "Months": 12 }, "lump": 250000000000000000,
					"period": { "Months": 1 }, "periods": 36
				}
			}
		]
	}"#;
	let genesis: GenesisConfig<Test> = serde_json::from_str(json).unwrap();
	let categories = genesis.categories.clone();
	ExtBuilder::default().genesis(genesis).build_and_execute(|| {
		assert_eq!(Allocation::definitions(), categories);
		let team = report(CategoryId(1));
		assert_eq!((team.name, team.cap), (b"team".to_vec(), 40 * PERCENT));
		assert_eq!((team.granted, team.released), (21 * PERCENT + 1, PERCENT));
		assert_eq!((team.outstanding, held(ALICE)), (20 * PERCENT + 1, 20 * PERCENT + 1));
		assert_eq!(grant_report(ALICE, GrantId(1)).schedule, team_schedule(START));
		assert_eq!(pot(CategoryId(1)), 19 * PERCENT - 1 + ExistentialDeposit::get());
		assert_eq!(granted(CategoryId(1), BOB, 1, daily(1)), GrantId(2));
	});
}

#[test]
fn a_misspelt_field_is_no_chain_spec() {
	let json = r#"{ "categories": [], "paid": [], "successionNotice": 60000, "grant": [] }"#;
	assert!(serde_json::from_str::<GenesisConfig<Test>>(json).is_err());
	let schedule = daily(1);
	let mut json = serde_json::to_value(schedule).unwrap();
	assert_eq!(serde_json::from_value::<Schedule>(json.clone()).unwrap(), schedule);
	json["clif"] = 1.into();
	assert!(serde_json::from_value::<Schedule>(json).is_err());
}

#[test]
fn the_default_genesis_is_a_chain_without_allocation() {
	ExtBuilder::default().genesis(Default::default()).build_and_execute(|| {
		assert_eq!((Allocation::categories(), Allocation::not_circulating()), (vec![], 0));
	});
}

#[test]
fn all_of_a_category_can_be_paid_and_granted_at_genesis() {
	ExtBuilder::default()
		.paid(TEAM, 5 * PERCENT)
		.paid(TEAM, 3 * PERCENT)
		.genesis_grant(TEAM, ALICE, 7 * PERCENT, team_schedule(START))
		.genesis_grant(TEAM, BOB, 5 * PERCENT, team_schedule(START))
		.build_and_execute(|| {
			let team = report(TEAM);
			assert_eq!((team.released, team.outstanding), (8 * PERCENT, 12 * PERCENT));
			assert_eq!((team.available, pot(TEAM)), (0, ExistentialDeposit::get()));
		});
}

#[test]
#[should_panic(expected = "allocation genesis: categories: Err(NotWhole)")]
fn shares_that_miss_the_whole_stop_the_build() {
	ExtBuilder::default().categories(vec![category(1, 60), category(2, 39)]).build();
}

#[test]
#[should_panic(expected = "allocation genesis: categories: Err(IdsNotAscending(CategoryId(1)))")]
fn categories_out_of_order_stop_the_build() {
	ExtBuilder::default().categories(vec![category(2, 60), category(1, 40)]).build();
}

#[test]
#[should_panic(expected = "allocation genesis: categories: Err(ShareOutOfRange(CategoryId(2)))")]
fn a_share_out_of_its_range_stops_the_build() {
	let mut table = vec![category(1, 60), category(2, 40)];
	table[1].max_share = percent(39);
	ExtBuilder::default().categories(table).build();
}

#[test]
#[should_panic(expected = "allocation genesis: out of range: Some(\"rules.exit_penalty\")")]
fn a_part_above_the_whole_stops_the_build() {
	let mut table = vec![category(1, 60), category(2, 40)];
	table[1].rules.exit_penalty = serde_json::from_str("1000000000000000001").unwrap();
	ExtBuilder::default().categories(table).build();
}

#[test]
#[should_panic(expected = "allocation genesis: 9 categories are too many")]
fn a_ninth_category_stops_the_build() {
	let table = (0..9).map(|id| category(id, if id == 0 { 12 } else { 11 })).collect();
	ExtBuilder::default().categories(table).build();
}

#[test]
#[should_panic(expected = "allocation genesis: paid 7 of CategoryId(3)")]
fn a_payment_of_no_category_stops_the_build() {
	ExtBuilder::default().paid(NOWHERE, 7).build();
}

#[test]
#[should_panic(expected = "AboveCap")]
fn a_payment_above_the_cap_stops_the_build() {
	ExtBuilder::default().paid(TEAM, 20 * PERCENT + 1).build();
}

#[test]
#[should_panic(expected = "allocation genesis: the pot of CategoryId(1) has 20000000000000000009")]
fn a_pot_that_lacks_a_planck_stops_the_build() {
	ExtBuilder::default().missing(1).build();
}

#[test]
#[should_panic(expected = "allocation genesis: grant 1: Err")]
fn a_grant_above_the_cap_stops_the_build_with_its_row() {
	ExtBuilder::default()
		.genesis_grant(TEAM, ALICE, 15 * PERCENT, daily(1))
		.genesis_grant(TEAM, BOB, 5 * PERCENT + 1, daily(1))
		.build();
}

#[test]
#[should_panic(expected = "BeyondCalendar")]
fn a_cliff_beyond_the_calendar_stops_the_build() {
	let schedule = Schedule { cliff: Span::Millis(u64::MAX), ..team_schedule(START) };
	ExtBuilder::default().genesis_grant(TEAM, ALICE, 1, schedule).build();
}

#[test]
#[should_panic(expected = "ZeroPeriod")]
fn a_period_of_nothing_stops_the_build() {
	let schedule = Schedule { period: Span::Months(0), ..team_schedule(START) };
	ExtBuilder::default().genesis_grant(TEAM, ALICE, 1, schedule).build();
}

#[test]
#[should_panic(expected = "NoAccount")]
fn a_beneficiary_without_an_account_stops_the_build() {
	ExtBuilder::default().genesis_grant(TEAM, NEWCOMER, 1, daily(1)).build();
}
