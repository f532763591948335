// SPDX-License-Identifier: Apache-2.0

//! The chain spec.

use crate::{mock::*, GenesisConfig};
use destra_primitives::BoundedU64;

#[test]
fn the_json_of_a_chain_spec_is_readable() {
	let json = r#"{
		"settings": {
			"roundLength": 30000, "maxAge": 90000, "minQuorum": 1, "recoveryRounds": 1,
			"bond": 1000, "topUpPeriod": 60000, "timeToHalt": 60000,
			"metricGrace": 0, "omissionLimit": 3, "strikeLimit": 6, "strikeDecay": 6, "strikeSlash": 100000000,
			"suspensionRounds": 4, "unbondingPeriod": 60000
		},
		"metrics": [
			{
				"id": 0, "name": "proven storage", "unit": "TiB",
				"kind": { "reported": {
					"bounds": { "min": 0, "max": 1000000 },
					"maxStep": { "relative": 500000000, "absolute": 10 },
					"tolerance": { "relative": 100000000, "absolute": 1 }
				} }
			},
			{
				"id": 2, "name": "paid volume", "unit": "DSYNC/d",
				"kind": { "metered": { "period": 86400000, "max": 1000000 } }
			}
		],
		"reporters": [1, 2]
	}"#;
	let genesis: GenesisConfig<Test> = serde_json::from_str(json).unwrap();
	let (settings, metrics) = (genesis.settings.clone(), genesis.metrics.clone());
	ExtBuilder::default()
		.settings(|own| *own = settings.clone())
		.metrics(metrics.clone())
		.reporters(genesis.reporters)
		.build_and_execute(|| {
			assert_eq!(KpiOracle::settings(), settings);
			assert_eq!(KpiOracle::definitions(), metrics);
			assert_eq!((bond_of(ALICE), bond_of(BOB)), (BOND, BOND));
			assert_eq!(KpiOracle::round().reporters, 2);
		});
}

#[test]
fn a_value_outside_its_bounds_is_no_chain_spec() {
	for (key, beyond) in [("roundLength", 23_999), ("bond", 0)] {
		let mut json = serde_json::to_value(settings()).unwrap();
		json[key] = beyond.into();
		assert!(serde_json::from_value::<crate::Settings>(json).is_err(), "{key}");
	}
}

#[test]
fn the_default_genesis_is_an_oracle_without_metrics() {
	ExtBuilder::default()
		.settings(|settings| *settings = Default::default())
		.metrics(vec![])
		.reporters(vec![])
		.build_and_execute(|| {
			close_round();
			assert_eq!(KpiOracle::metrics(), vec![]);
		});
}

#[test]
#[should_panic(expected = "KPI oracle settings: MaxAgeBelowTwoRounds")]
fn settings_that_disagree_stop_the_build() {
	let young = |settings: &mut crate::Settings| {
		settings.max_age = BoundedU64::literal::<{ 2 * ROUND - 1 }>();
	};
	ExtBuilder::default().settings(young).build();
}

#[test]
#[should_panic(expected = "KPI oracle: out of range: Some(\"settings.strike_slash\")")]
fn a_part_above_the_whole_stops_the_build() {
	let beyond = serde_json::from_str("1000000001").unwrap();
	ExtBuilder::default().settings(|settings| settings.strike_slash = beyond).build();
}

#[test]
#[should_panic(expected = "a min_quorum of 4 with 3 reporters can never be reached")]
fn a_quorum_that_is_out_of_reach_stops_the_build() {
	ExtBuilder::default()
		.settings(|settings| settings.min_quorum = BoundedU64::literal::<4>())
		.build();
}

#[test]
#[should_panic(expected = "MetricIdUsed")]
fn metrics_out_of_order_stop_the_build() {
	ExtBuilder::default().metrics(vec![reported(2), reported(1)]).build();
}

#[test]
#[should_panic(expected = "KPI oracle reporter 99")]
fn a_reporter_without_its_bond_stops_the_build() {
	ExtBuilder::default().reporters(vec![ALICE, NEWCOMER]).build();
}

#[test]
#[should_panic(expected = "AlreadyReporter")]
fn a_reporter_named_twice_stops_the_build() {
	ExtBuilder::default().reporters(vec![ALICE, ALICE]).build();
}
