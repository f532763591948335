// SPDX-License-Identifier: Apache-2.0

//! The parameters: which values agree with each other, and how they take effect.

use crate::{
	types::{
		sums_to_one, DoublingTime, EmissionState, HalfLife, Parameter, TrackSetting, TrackTable,
	},
	Config, CurrentPolicy, Error, Pallet, State, Supply, WeightInfo,
};
use alloc::{vec, vec::Vec};
use destra_economics::KpiTrack;
use destra_primitives::{
	Balance, Governed, KpiExposure, KpiProvider, MetricId, Recipient, Stepped,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Weight},
	BoundedVec,
};

/// Refuses a table of tracks whose weights are not whole or that names a metric twice.
pub(crate) fn validate_tracks<T>(table: &TrackTable) -> Result<(), Error<T>> {
	ensure!(
		sums_to_one(table.iter().map(|track| track.weight.deconstruct())),
		Error::<T>::WeightsNotWhole
	);
	let mut metrics: Vec<_> = table.iter().map(|track| track.metric).collect();
	metrics.sort();
	metrics.dedup();
	ensure!(metrics.len() == table.len(), Error::<T>::DuplicateMetric);
	Ok(())
}

/// The setting of the same metric in another table.
fn setting_of<'a>(table: &'a TrackTable, track: &TrackSetting) -> Option<&'a TrackSetting> {
	table.iter().find(|other| other.metric == track.metric)
}

/// Refuses a table that cannot follow on `old`.
fn check_tracks<T: Config>(old: &TrackTable, new: &TrackTable) -> Result<(), Error<T>> {
	validate_tracks::<T>(new)?;
	// A track whose metric was retired may stay as it is, and lose weight until it can be left out.
	let gains =
		|track: &&TrackSetting| setting_of(old, track).is_none_or(|old| old.weight < track.weight);
	let known = new.iter().filter(gains).all(|track| T::Kpis::exists(track.metric));
	ensure!(known, Error::<T>::UnknownMetric);

	// A baseline that does not grow is as one that grows as slowly as it can.
	let doubling = |track: &TrackSetting| {
		track.doubling.unwrap_or(DoublingTime::literal::<{ DoublingTime::UPPER }>())
	};
	let begins_gently = |track: &TrackSetting| {
		setting_of(old, track).is_none_or(|old| doubling(track).step_from(&doubling(old)).is_ok())
	};
	ensure!(new.iter().all(begins_gently), Error::<T>::DoublingStepTooLarge);
	Ok(())
}

/// The settings of all tracks.
pub(crate) fn table_of(state: &EmissionState) -> TrackTable {
	let settings = state.emission.kpis().iter().map(|track| track.setting().into());
	// As many as there are tracks, and those have the same bound.
	BoundedVec::truncate_from(settings.collect())
}

/// What the KPI streams release.
fn exposure(state: &EmissionState) -> KpiExposure {
	let half_life = state.emission.kpi_half_life();
	let standing = |track: &KpiTrack<MetricId>| {
		// What describes no stream releases nothing.
		Some((track.metric(), track.standing(half_life).ok()?))
	};
	KpiExposure { tracks: state.emission.kpis().iter().filter_map(standing).collect() }
}

impl<T: Config> Pallet<T> {
	/// What the KPI streams release now, for whoever weighs it against the bonds of reporters.
	pub fn exposure() -> KpiExposure {
		exposure(&State::<T>::get())
	}

	/// What each recipient will have been minted over the whole life of the emission, in planck, if the budget
	/// stays as it is: what it was minted so far, and its share of what remains. Rounded down.
	pub fn received_over_life() -> [(Recipient, Balance); Recipient::COUNT] {
		let supply = Supply::<T>::get();
		let remaining = State::<T>::get().emission.remaining();
		let budget = CurrentPolicy::<T>::get().budget;
		Recipient::ALL.map(|recipient| {
			let to_come = budget.share(recipient).mul_floor(remaining);
			(recipient, supply.received().of(recipient).saturating_add(to_come))
		})
	}

	/// Has the tracks of `table` in place of those there are.
	fn put_tracks(table: &TrackTable) -> DispatchResult {
		let mut state = State::<T>::get();
		check_tracks::<T>(&table_of(&state), table)?;
		let settings: Vec<_> = table.iter().map(|setting| (*setting).into()).collect();
		state.emission.set_table(&settings).map_err(Error::<T>::from)?;
		Self::admit_metrics(table.iter().map(|track| track.metric))?;
		State::<T>::put(state);
		Ok(())
	}
}

/// Nothing that is due is lost by a change, and no change of one track moves another but by its weight: see
/// [`destra_economics::emission`].
impl<T: Config> Governed for Pallet<T> {
	type Parameter = Parameter;

	fn in_force() -> Vec<Parameter> {
		let state = State::<T>::get();
		let policy = CurrentPolicy::<T>::get();
		vec![
			Parameter::Budget(policy.budget),
			Parameter::FixedHalfLife(HalfLife::nearest(state.emission.fixed().half_life())),
			Parameter::KpiHalfLife(HalfLife::nearest(state.emission.kpi_half_life())),
			Parameter::AnnualCap(policy.annual_cap),
			Parameter::CatchUp(policy.catch_up),
			Parameter::Tracks(table_of(&state)),
		]
	}

	/// Errors: [`Error::BudgetNotWhole`], [`Error::WeightsNotWhole`], [`Error::DuplicateMetric`],
	/// [`Error::UnknownMetric`], [`Error::DoublingStepTooLarge`], [`Error::TooManyMetrics`],
	/// [`Error::InvalidStream`], [`Error::Overflow`].
	fn put(new: Parameter) -> DispatchResult {
		match new {
			Parameter::Budget(budget) => {
				ensure!(budget.is_whole(), Error::<T>::BudgetNotWhole);
				CurrentPolicy::<T>::mutate(|policy| policy.budget = budget);
			}
			Parameter::AnnualCap(cap) => {
				CurrentPolicy::<T>::mutate(|policy| policy.annual_cap = cap)
			}
			Parameter::CatchUp(limit) => {
				CurrentPolicy::<T>::mutate(|policy| policy.catch_up = limit)
			}
			Parameter::FixedHalfLife(half_life) => {
				State::<T>::try_mutate(|state| state.emission.set_fixed_half_life(half_life.get()))
					.map_err(Error::<T>::from)?;
			}
			Parameter::KpiHalfLife(half_life) => {
				State::<T>::try_mutate(|state| state.emission.set_kpi_half_life(half_life.get()))
					.map_err(Error::<T>::from)?;
			}
			Parameter::Tracks(table) => Self::put_tracks(&table)?,
		}
		Ok(())
	}

	fn weight(_new: &Parameter) -> Weight {
		T::WeightInfo::put_parameter()
	}
}
