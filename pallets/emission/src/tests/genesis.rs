// SPDX-License-Identifier: Apache-2.0

//! What the chain starts with, and what stops it from starting.

use crate::{mock::*, types::YEAR, Budget, GenesisConfig, Parameter, Supply, TrackTable};
use destra_primitives::{apis::EmissionPhase, Balance, Governed};
use frame_support::traits::{fungible::Inspect, GetStorageVersion, StorageVersion};
use sp_runtime::Perquintill;

fn economy(change: impl FnOnce(&mut GenesisConfig<Test>)) -> Economy {
	let mut economy = Economy::default();
	change(&mut economy.config);
	economy
}

#[test]
fn the_configuration_is_in_force() {
	Economy::default().build_and_execute(|| {
		assert_eq!(Emission::phase(), EmissionPhase::Running);
		assert_eq!(Supply::<Test>::get().genesis(), 500_000_000 * DSYNC);
		assert_eq!(Emission::supply().remaining, 500_000_000 * DSYNC);
		assert!(Emission::in_force().contains(&Parameter::Tracks(tracks())));
		assert_eq!(Emission::in_code_storage_version(), StorageVersion::new(1));
	});
}

#[test]
fn an_empty_configuration_is_an_emission_that_waits_and_has_nothing_to_emit() {
	let economy = Economy { config: Default::default(), ..Default::default() };
	economy.build_and_execute(|| {
		run(10, BLOCK);
		assert_eq!(Emission::phase(), EmissionPhase::Idle);
		assert_eq!(Emission::supply().remaining, 0);
	});
}

#[test]
fn a_pot_without_its_deposit_gets_it_as_a_part_of_the_genesis_issuance() {
	use sp_runtime::BuildStorage;
	let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	GenesisConfig::<Test>::default().assimilate_storage(&mut storage).unwrap();
	sp_io::TestExternalities::new(storage).execute_with(|| {
		assert_eq!(Balances::balance(&Emission::pot_account()), ED);
		assert_eq!(Supply::<Test>::get().genesis(), ED);
		Emission::do_try_state().unwrap();
	});
}

#[test]
fn the_configuration_survives_json() {
	let config = Economy::default().config;
	let json = serde_json::to_string(&config).unwrap();
	assert!(json.contains("\"fixedReservoir\":150000000000000000000000000"), "{json}");
	assert!(json.contains("\"kpiHalfLife\":189345600000"), "{json}");
	assert!(json.contains("\"providerWork\":400000000000000000"), "{json}");
	let back: GenesisConfig<Test> = serde_json::from_str(&json).unwrap();
	assert_eq!(back.tracks, config.tracks);
	assert_eq!(back.fixed_reservoir, config.fixed_reservoir);
	assert_eq!(serde_json::to_string(&back).unwrap(), json);

	// As a preset goes: through a value that is merged into the defaults.
	let value = serde_json::to_value(&config).unwrap();
	let back: GenesisConfig<Test> = serde_json::from_value(value).unwrap();
	assert_eq!(back.kpi_reservoir, config.kpi_reservoir);
}

#[test]
fn json_outside_the_range_of_a_parameter_is_refused() {
	let json = serde_json::to_string(&Economy::default().config).unwrap();
	for (good, bad) in [
		("\"kpiHalfLife\":189345600000", "\"kpiHalfLife\":1000"),
		("\"annualCap\":110000000000000000", "\"annualCap\":110000000000000001"),
		("\"catchUp\":200", "\"catchUp\":100"),
		("\"baseline\":1000", "\"baseline\":0"),
		("\"started\":true", "\"started\":true,\"unknown\":1"),
	] {
		assert!(json.contains(good), "{good} in {json}");
		let json = json.replace(good, bad);
		assert!(serde_json::from_str::<GenesisConfig<Test>>(&json).is_err(), "{bad}");
	}
}

#[test]
#[should_panic(expected = "budget does not sum to one")]
fn a_budget_that_is_not_whole_stops_the_genesis() {
	let treasury = Perquintill::from_parts(1);
	economy(|config| config.budget = Budget { treasury, ..Budget::default() }).build();
}

#[test]
#[should_panic(expected = "tracks: Err(WeightsNotWhole)")]
fn weights_that_are_not_whole_stop_the_genesis() {
	let table = TrackTable::truncate_from(vec![track(STORAGE, 99, 1, None)]);
	economy(|config| config.tracks = table).build();
}

#[test]
#[should_panic(expected = "tracks: Err(DuplicateMetric)")]
fn a_metric_with_two_tracks_stops_the_genesis() {
	let half = track(STORAGE, 50, 1, Some(YEAR));
	economy(|config| config.tracks = TrackTable::truncate_from(vec![half, half])).build();
}

#[test]
#[should_panic(expected = "kpi_reservoir 350000000000000000000000000 with 0 tracks")]
fn a_kpi_reservoir_without_tracks_stops_the_genesis() {
	economy(|config| config.tracks = TrackTable::new()).build();
}

#[test]
#[should_panic(expected = "kpi_reservoir 0 with 4 tracks")]
fn tracks_without_a_kpi_reservoir_stop_the_genesis() {
	economy(|config| config.kpi_reservoir = 0).build();
}

#[test]
#[should_panic(expected = "exceeds the maximum supply of 1000000000000000000000000000")]
fn more_than_fits_the_issuance_stops_the_genesis() {
	economy(|config| config.fixed_reservoir = Balance::MAX).build();
}

#[test]
#[should_panic(expected = "exceeds the maximum supply of 1000000000000000000000000000")]
fn a_planck_above_the_maximum_supply_stops_the_genesis() {
	economy(|config| config.kpi_reservoir += 1).build();
}

#[test]
#[should_panic(expected = "a track of MetricId(999), which is no metric")]
fn a_track_without_a_metric_stops_the_genesis() {
	let table = TrackTable::truncate_from(vec![track(UNKNOWN, 100, 1, None)]);
	economy(|config| config.tracks = table).build();
}
