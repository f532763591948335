// SPDX-License-Identifier: Apache-2.0

//! The first state. What is wrong with a genesis stops the chain from being built, by name.

use crate::{
	parameters,
	types::{EmissionState, Policy, Reservoirs, SupplyTotals, TrackTable, DEFAULT_HALF_LIFE},
	Config, CurrentPolicy, GenesisConfig, InitialReservoirs, Pallet, State, Supply,
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use destra_economics::{Emission, FixedTrack};
use destra_primitives::KpiProvider;
use frame_support::traits::{
	fungible::{Inspect, Mutate},
	Get,
};

impl<T: Config> Default for GenesisConfig<T> {
	fn default() -> Self {
		let Policy { budget, annual_cap, catch_up } = Policy::default();
		Self {
			started: false,
			fixed_reservoir: 0,
			kpi_reservoir: 0,
			fixed_half_life: DEFAULT_HALF_LIFE,
			kpi_half_life: DEFAULT_HALF_LIFE,
			annual_cap,
			catch_up,
			budget,
			tracks: TrackTable::new(),
			_config: PhantomData,
		}
	}
}

/// Validates the configuration and stores what it says.
#[allow(clippy::panic)]
pub(crate) fn build<T: Config>(config: &GenesisConfig<T>) {
	let GenesisConfig { budget, tracks, fixed_reservoir, kpi_reservoir, .. } = config;
	assert!(budget.is_whole(), "emission genesis: budget does not sum to one: {budget:?}");
	assert!(
		tracks.is_empty() == (*kpi_reservoir == 0),
		"emission genesis: kpi_reservoir {kpi_reservoir} with {} tracks",
		tracks.len()
	);
	let table = parameters::validate_tracks::<T>(tracks);
	assert!(
		tracks.is_empty() || table.is_ok(),
		"emission genesis: tracks: {table:?} in {tracks:?}"
	);

	for setting in tracks {
		let metric = setting.metric;
		assert!(
			T::Kpis::exists(metric),
			"emission genesis: a track of {metric:?}, which is no metric"
		);
	}

	endow_pot::<T>();
	let issuance = T::Currency::total_issuance();
	let most =
		issuance.checked_add(*fixed_reservoir).and_then(|sum| sum.checked_add(*kpi_reservoir));
	let maximum = T::MaximumSupply::get();
	assert!(
		most.is_some_and(|most| most <= maximum),
		"emission genesis: issuance {issuance} + fixed_reservoir {fixed_reservoir} + \
		 kpi_reservoir {kpi_reservoir} exceeds the maximum supply of {maximum}"
	);
	let mut supply = SupplyTotals::new(issuance);
	for setting in tracks {
		let admitted = supply.admit(setting.metric);
		assert!(admitted.is_ok(), "emission genesis: no ledger row for {:?}", setting.metric);
	}
	let fixed = FixedTrack::new(*fixed_reservoir, config.fixed_half_life.get());
	let settings: Vec<_> = tracks.iter().map(|setting| (*setting).into()).collect();
	let kpi_half_life = config.kpi_half_life.get();
	let mut state = match Emission::new(fixed, *kpi_reservoir, kpi_half_life, &settings) {
		Ok(emission) => EmissionState::new(emission),
		Err(why) => panic!("emission genesis: {why}: {tracks:?}"),
	};
	if config.started {
		let started = state.start(issuance, config.annual_cap.get());
		assert!(started.is_ok(), "emission genesis: a new emission is idle");
	}

	let policy =
		Policy { budget: *budget, annual_cap: config.annual_cap, catch_up: config.catch_up };
	State::<T>::put(state);
	Supply::<T>::put(supply);
	CurrentPolicy::<T>::put(policy);
	InitialReservoirs::<T>::put(Reservoirs { fixed: *fixed_reservoir, kpi: *kpi_reservoir });
}

/// Gives the pot the existential deposit, if it has less. With it the pot can take any amount,
/// however small, and pay out every last planck of its liabilities.
fn endow_pot<T: Config>() {
	let pot = Pallet::<T>::pot_account();
	let lacking = T::Currency::minimum_balance().saturating_sub(T::Currency::balance(&pot));
	if lacking > 0 {
		let endowed = T::Currency::mint_into(&pot, lacking);
		assert!(endowed.is_ok(), "emission genesis: cannot endow the pot: {endowed:?}");
	}
}
