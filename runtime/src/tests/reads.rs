// SPDX-License-Identifier: Apache-2.0

//! The runtime APIs, the public read contract, tell what the pallets know.

use super::chain::{close_round, on_preset, report_of, GENESIS_TIME, PLENTY};
use crate::{
	configs::economy::metrics::PROVEN_STORAGE, constants::currency::DSYNC, Block, Runtime,
};
use destra_primitives::{
	apis::{runtime_decl_for_kpi_oracle_api::KpiOracleApi, HistoryEntry, SettingsReport},
	time::{days, hours, minutes},
	KpiState, MetricId,
};
use sp_keyring::Sr25519Keyring::One;
use sp_runtime::Perbill;

#[test]
fn the_settings_of_the_oracle_can_be_read() {
	let of_preset = |name| {
		let mut settings = None;
		on_preset(name, || settings = Some(<Runtime as KpiOracleApi<Block>>::settings()));
		settings.expect("the preset was built")
	};
	let live = SettingsReport {
		round_length: minutes(10),
		max_age: hours(1),
		min_quorum: 3,
		recovery_rounds: 2,
		bond: 25_000 * DSYNC,
		top_up_period: days(7),
		time_to_halt: hours(6),
		metric_grace: 144,
		omission_limit: 36,
		strike_limit: 6,
		strike_decay: 6,
		strike_slash: Perbill::from_percent(10),
		suspension_rounds: 144,
		unbonding_period: days(7),
	};
	assert_eq!(SettingsReport::from(pallet_kpi_oracle::Settings::default()), live);
	assert_eq!(of_preset("local_testnet"), live, "the rules of a live chain");
	let development = SettingsReport {
		round_length: minutes(1),
		max_age: minutes(5),
		min_quorum: 1,
		recovery_rounds: 1,
		bond: 1_000 * DSYNC,
		top_up_period: minutes(10),
		time_to_halt: minutes(5),
		metric_grace: 5,
		omission_limit: 1_000,
		strike_limit: 1_000,
		suspension_rounds: 5,
		unbonding_period: minutes(10),
		..live
	};
	assert_eq!(of_preset("development"), development);
}

#[test]
fn the_history_of_a_metric_can_be_read() {
	on_preset("development", || {
		let history = <Runtime as KpiOracleApi<Block>>::history;
		assert_eq!(history(PROVEN_STORAGE), vec![]);
		report_of(&[One], &PLENTY).expect("a round is open");
		close_round();
		close_round();
		let good = HistoryEntry {
			round: 1,
			ended_at: GENESIS_TIME + minutes(1),
			value: Some(1 << 40),
			agreeing: 1,
			state: KpiState::Fresh,
		};
		let missed = HistoryEntry {
			round: 2,
			ended_at: GENESIS_TIME + minutes(2),
			value: None,
			agreeing: 0,
			state: KpiState::Degraded,
		};
		assert_eq!(history(PROVEN_STORAGE), vec![good, missed]);
		assert_eq!(history(MetricId(99)), vec![]);
	});
}
