// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls and of the step.

use crate::{
	logic::limits,
	parameters,
	types::{
		Baseline, Budget, DoublingTime, EmissionState, Parameter, Policy, TrackSetting, TrackTable,
		DEFAULT_HALF_LIFE, YEAR,
	},
	Call, Config, CurrentPolicy, Event, Liabilities, Pallet, PastDays, State, Supply,
};
use alloc::vec::Vec;
use destra_economics::{
	emission::{
		window::{DAY, DAYS},
		Day, Signal,
	},
	Emission, FixedTrack, WHOLE,
};
use destra_primitives::{
	apis::EmissionPhase,
	time::{minutes, Moment},
	Balance, BurnCause, Governed, KpiProvider, MetricId, Recipient, MAX_METRICS,
};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Inspect, Mutate},
		EnsureOrigin, Get,
	},
	weights::Weight,
};
use frame_system::RawOrigin;
use sp_runtime::Perquintill;

const NOW: Moment = 1_800_000_000_000;
/// Within a step of a baseline of 1,000.
const BASELINE_TO_BE: u64 = 1_500;
const RESERVOIR: Balance = 350_000_000_000_000_000_000_000_000;

/// A table of `count` tracks with equal weights; the first one takes the remainder.
fn table(count: u32, baseline: u64) -> TrackTable {
	let count = u64::from(count);
	let settings = (0..count).map(|index| {
		let share = WHOLE / count;
		let rest = if index == 0 { WHOLE % count } else { 0 };
		TrackSetting {
			metric: MetricId(index as u16),
			weight: Perquintill::from_parts(share + rest),
			baseline: Baseline::try_new(baseline).unwrap(),
			// Growth costs most: three powers instead of one.
			doubling: Some(DoublingTime::try_new(YEAR).unwrap()),
		}
	});
	TrackTable::try_from(settings.collect::<Vec<_>>()).unwrap()
}

/// Puts an emission with `tracks` tracks in place, half a year old at `NOW`, on an issuance that
/// leaves the ceiling room.
fn running_emission<T: Config>(tracks: u32) {
	let table = if tracks == 0 { TrackTable::new() } else { table(tracks, 1_000) };
	let issuer: T::AccountId = account("issuer", 0, 0);
	T::Currency::mint_into(&issuer, RESERVOIR).unwrap();
	let mut supply = Supply::<T>::get();
	for setting in &table {
		supply.admit(setting.metric).unwrap();
	}
	Supply::<T>::put(supply);
	let issuance = T::Currency::total_issuance();
	let policy = Policy::default();
	let mut state = waiting(&table);
	state.start(issuance, policy.annual_cap.get()).unwrap();
	let metrics: Vec<_> = table.iter().map(|setting| (setting.metric, 900)).collect();
	T::Kpis::set_levels(&metrics, NOW);
	let before = NOW - minutes(1);
	state.tick(before, T::MaxElapsed::get());
	let level = |_| Some(Signal::Level(900));
	// In the middle of a day.
	let elapsed = YEAR / 2 + DAY / 2;
	let mut days = Vec::new();
	state.emission.release(elapsed, issuance, limits(&policy), level, &mut days).unwrap();
	// With this the day has begun.
	state.emission.release(0, issuance, limits(&policy), level, &mut days).unwrap();
	State::<T>::put(state);
	// Every recipient has a share, so that every one of them is paid.
	CurrentPolicy::<T>::put(Policy { budget: budget(), ..Policy::default() });
}

/// An emission with the tracks of `table` that has not started.
fn waiting(table: &TrackTable) -> EmissionState {
	let half_life = DEFAULT_HALF_LIFE.get();
	let settings: Vec<_> = table.iter().map(|setting| (*setting).into()).collect();
	let fixed = FixedTrack::new(RESERVOIR, half_life);
	EmissionState::new(Emission::new(fixed, RESERVOIR, half_life, &settings).unwrap())
}

impl<T: Config> Pallet<T> {
	/// As many KPI streams as there can be: what a guard of the runtime has most to do with.
	pub fn run_all_tracks() {
		running_emission::<T>(MAX_METRICS);
	}
}

/// A budget in which everybody has a share.
fn budget() -> Budget {
	let share = Perquintill::from_percent(20);
	Budget {
		provider_work: share,
		stake_and_validators: share,
		incentive_programmes: share,
		community: share,
		treasury: share,
	}
}

fn assert_last_event<T: Config>(event: Event<T>) {
	frame_system::Pallet::<T>::assert_last_event(event.into());
}

/// What `on_initialize` does once it knows the time.
fn block<T: Config>() -> Weight {
	Pallet::<T>::step(NOW)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn start() -> Result<(), BenchmarkError> {
		let origin =
			T::GovernOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		State::<T>::put(waiting(&table(MAX_METRICS, 1_000)));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert_eq!(State::<T>::get().phase(), EmissionPhase::Running);
		Ok(())
	}

	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let origin =
			T::GuardianOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		running_emission::<T>(MAX_METRICS);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert_eq!(State::<T>::get().phase(), EmissionPhase::Paused);
		Ok(())
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let origin =
			T::GovernOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		running_emission::<T>(MAX_METRICS);
		State::<T>::mutate(EmissionState::pause).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert_eq!(State::<T>::get().phase(), EmissionPhase::Running);
		Ok(())
	}

	#[benchmark]
	fn settle_liability() {
		let caller: T::AccountId = whitelisted_caller();
		let owed = T::Currency::minimum_balance() * 100;
		T::Currency::mint_into(&Pallet::<T>::pot_account(), owed * 2).unwrap();
		Liabilities::<T>::mutate(|liabilities| {
			for recipient in Recipient::ALL {
				liabilities.open(recipient).unwrap();
			}
			liabilities.add(Recipient::Treasury, owed).unwrap();
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), Recipient::Treasury);

		assert_last_event::<T>(Event::LiabilitySettled {
			recipient: Recipient::Treasury,
			amount: owed,
		});
	}

	#[benchmark]
	fn burn() {
		let caller: T::AccountId = whitelisted_caller();
		let amount = T::Currency::minimum_balance() * 100;
		running_emission::<T>(MAX_METRICS);
		T::Currency::mint_into(&caller, amount * 2).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), amount, true);

		assert_last_event::<T>(Event::Burned { cause: BurnCause::Voluntary, amount });
	}

	#[benchmark]
	fn on_initialize_waiting() {
		running_emission::<T>(MAX_METRICS);
		State::<T>::mutate(EmissionState::pause).unwrap();

		#[block]
		{
			block::<T>();
		}

		assert_eq!(State::<T>::get().phase(), EmissionPhase::Paused);
	}

	#[benchmark]
	fn on_initialize_step(m: Linear<0, MAX_METRICS>) {
		running_emission::<T>(m);
		let time = State::<T>::get().emission.time();

		#[block]
		{
			block::<T>();
		}

		let emission = State::<T>::get().emission;
		assert_eq!(emission.time(), time + minutes(1));
		assert!(emission.window().minted() > 0);
	}

	#[benchmark]
	fn begin_day() {
		running_emission::<T>(0);
		State::<T>::mutate(|state| {
			let issuance = T::Currency::total_issuance();
			let policy = limits(&Policy::default());
			// To the end of the day.
			state.emission.release(DAY / 2, issuance, policy, |_| None, &mut Vec::new()).unwrap();
		});
		let day = Day { minted: 1, most: RESERVOIR, lowest: RESERVOIR };
		PastDays::<T>::put(frame_support::BoundedVec::truncate_from(alloc::vec![day; DAYS]));
		let before = State::<T>::get().emission.window().day();

		#[block]
		{
			block::<T>();
		}

		assert_eq!(State::<T>::get().emission.window().day(), before + 1);
	}

	#[benchmark]
	fn put_parameter() {
		running_emission::<T>(MAX_METRICS);
		let new = Parameter::Tracks(table(MAX_METRICS, BASELINE_TO_BE));

		#[block]
		{
			<Pallet<T> as Governed>::value_of(&new);
			<Pallet<T> as Governed>::put(new.clone()).unwrap();
		}

		assert_eq!(parameters::table_of(&State::<T>::get()), table(MAX_METRICS, BASELINE_TO_BE));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
