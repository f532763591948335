// SPDX-License-Identifier: Apache-2.0

//! The bonds of the oracle's reporters outweigh what a majority of them could gain.

use super::{
	chain::{block_of, on_preset},
	parameters::{put, refused, set_oracle},
};
use crate::{
	configs::economy::metrics::{AVAILABILITY, PAID_VOLUME},
	constants::currency::DSYNC,
	genesis::{build_preset, json, preset_in_full, preset_names},
	Balance, Emission, KpiOracle, Runtime,
};
use destra_primitives::{
	apis::runtime_decl_for_kpi_oracle_api::KpiOracleApi,
	corruption_gain,
	time::{days, hours, years, Millis},
	weigh_bonds, BoundedU64, EconomicFault, Governed, KpiState, ReporterStakes,
};
use frame_support::{assert_noop, assert_ok};
use pallet_emission::Parameter;
use pallet_parameter_changes::Event;
use sp_runtime::DispatchResult;
use std::collections::BTreeSet;

fn set_bond(planck: Balance) -> DispatchResult {
	set_oracle(|settings| settings.bond = planck.try_into().expect("in its range"))
}

fn set_time_to_halt(time: Millis) -> DispatchResult {
	set_oracle(|settings| settings.time_to_halt = time.try_into().expect("in its range"))
}

fn half_life(n: u64) -> Parameter {
	Parameter::KpiHalfLife(BoundedU64::try_new(years(n)).expect("within 1 to 50 years"))
}

fn schedule(new: Parameter) -> DispatchResult {
	super::parameters::schedule([new.into()])
}

#[test]
fn the_bonds_of_every_preset_outweigh_the_gain_and_a_quarter_of_them_would_not() {
	for name in preset_names() {
		on_preset(name.as_ref(), || {
			let (stakes, exposure) = (KpiOracle::stakes(), Emission::exposure());
			assert_eq!(stakes.reported.len(), 3);
			assert_eq!(weigh_bonds(&stakes, &exposure), Ok(()), "{name:?}");
			let quarter = ReporterStakes { bond: stakes.bond / 4, ..stakes };
			assert!(weigh_bonds(&quarter, &exposure).is_err(), "{name:?}");
		});
	}
}

#[test]
fn three_metrics_of_the_local_testnet_are_worth_three_quarters_of_the_kpi_emission() {
	on_preset("local_testnet", || {
		// 0.75 · 350 M · (1 − 2^(−6 h / 6 years)) = 20,755.5…
		let gain = corruption_gain(&KpiOracle::stakes(), &Emission::exposure());
		assert_eq!(gain / DSYNC, 20_755);
	});
}

#[test]
#[should_panic(
	expected = "parameter changes genesis: a reporter's bond of 1000 planck is too small"
)]
fn a_genesis_whose_bonds_are_too_small_is_not_built_and_says_what_it_takes() {
	sp_io::TestExternalities::default().execute_with(|| {
		let _ = build_preset_with_bond("local_testnet", 1_000);
	});
}

/// The genesis of a preset with another bond.
fn build_preset_with_bond(name: &str, bond: Balance) -> Result<(), String> {
	build_preset(name)?;
	pallet_kpi_oracle::LeastBond::<Runtime>::put(pallet_kpi_oracle::types::BondTerm::new(bond));
	let changes = preset_in_full(name)?["parameterChanges"].to_string();
	let changes: crate::ParameterChangesConfig =
		json::read(changes.as_bytes()).map_err(|error| error.to_string())?;
	frame_support::traits::BuildGenesisConfig::build(&changes);
	Ok(())
}

#[test]
fn what_would_let_corruption_pay_is_refused_on_both_sides() {
	on_preset("local_testnet", || {
		let pays = || refused(EconomicFault::CorruptionPays);
		assert_ok!(set_bond(12_500 * DSYNC));
		assert_noop!(set_bond(10_000 * DSYNC), pays());
		assert_noop!(set_time_to_halt(hours(8)), pays());
		assert_noop!(schedule(half_life(4)), pays());
		assert_ok!(schedule(half_life(7)));

		// The larger bond counts from when it binds those who report.
		assert_ok!(set_bond(20_000 * DSYNC));
		assert_noop!(schedule(half_life(4)), pays());
		(0..7 * 24 + 1).for_each(|_| block_of(hours(1)));
		assert_eq!(KpiOracle::stakes().bond, 20_000 * DSYNC);
	});
}

#[test]
fn a_change_that_lets_corruption_pay_by_the_time_it_is_due_is_dropped() {
	on_preset("local_testnet", || {
		assert_ok!(set_time_to_halt(hours(4)));
		assert_ok!(set_bond(12_500 * DSYNC));
		assert_ok!(schedule(half_life(4)));
		assert_ok!(set_time_to_halt(hours(6)));
		block_of(days(7));
		block_of(hours(1));
		let dropped = crate::System::read_events_for_pallet::<Event<Runtime>>()
			.into_iter()
			.any(|event| matches!(event, Event::ChangeDropped { id: 0, .. }));
		assert!(dropped);
		assert!(Emission::in_force().contains(&half_life(6)));
	});
}

/// The states of the metrics of reporters, each one once.
fn states() -> BTreeSet<String> {
	let reported = KpiOracle::stakes().reported;
	let metrics = KpiOracle::metrics().into_iter();
	metrics.filter(|it| reported.contains(&it.metric)).map(|it| format!("{:?}", it.state)).collect()
}

#[test]
fn reported_metrics_never_earn_while_time_has_made_corruption_pay() {
	on_preset("local_testnet", || {
		assert_ok!(set_bond(12_500 * DSYNC));
		let covered = || weigh_bonds(&KpiOracle::stakes(), &Emission::exposure()).is_ok();
		let mut days = 0;
		while covered() {
			(0..24).for_each(|_| block_of(hours(1)));
			days += 1;
		}
		// Baselines double in a year, and 12,500 DSYNC are 1.2 times what it takes at first.
		assert!((118..=123).contains(&days), "{days}");
		(0..2).for_each(|_| block_of(hours(1)));
		assert_eq!(states(), ["Uncovered".to_string()].into());
		let volume = KpiOracle::metrics().into_iter().find(|it| it.metric == PAID_VOLUME);
		assert_ne!(volume.map(|it| it.state), Some(KpiState::Uncovered), "nobody reports it");
		let told = Runtime::cover(0);
		assert!(told.bond < told.required && told.required < Runtime::cover(hours(24)).required);

		assert_ok!(set_bond(15_000 * DSYNC));
		(0..7 * 24 + 3).for_each(|_| block_of(hours(1)));
		assert!(covered());
		assert_eq!(states(), ["Stale".to_string()].into(), "for want of reports alone");
	});
}

#[test]
fn a_metric_measured_on_chain_is_nothing_to_gain_for_reporters() {
	on_preset("local_testnet", || {
		assert_ok!(put([pallet_kpi_oracle::Parameter::RetiredMetric(AVAILABILITY).into()]));
		assert_eq!(KpiOracle::stakes().reported.len(), 2);
	});
}
