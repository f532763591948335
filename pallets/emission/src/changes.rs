// SPDX-License-Identifier: Apache-2.0

//! Parameter changes: what is allowed, and how it takes effect.

use crate::{
	types::{
		sums_to_one, CatchUp, ChangeDelay, DoublingTime, EmissionState, HalfLife, Parameter,
		PendingChange, Policy, TrackSetting, TrackTable, PERCENTAGE_POINT,
	},
	AnnualCap, Budget, Config, CurrentPolicy, Error, Event, NextChangeId, Notice, Pallet,
	PendingChanges, State, WeightInfo,
};
use alloc::{vec, vec::Vec};
use destra_economics::{EmissionError, KpiTrack};
use destra_primitives::{time::Moment, CorruptionGuard, KpiExposure, KpiProvider, MetricId};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Weight},
	storage::with_storage_layer,
	traits::Time,
	BoundedVec,
};
use sp_runtime::DispatchError;

/// A share of the budget and the weight of a track move by this at most, in parts of 10¹⁸: half a
/// year of monthly decisions turns a budget round, a single one never does.
const MAX_SHARE_STEP: u64 = 10 * PERCENTAGE_POINT;

/// The annual cap moves by this at most, in parts of 10¹⁸: a tenth of its range.
const MAX_CAP_STEP: u64 = PERCENTAGE_POINT;

/// The catch-up limit moves by this at most, in percent: half the pace of the schedule.
const MAX_CATCH_UP_STEP: u64 = 50;

/// What scales (half-lives, baselines, doubling times, the delay) moves by this factor at most, as a fraction:
/// two changes are needed to double it.
const MAX_FACTOR: (u128, u128) = (3, 2);

/// Whether two values lie within [`MAX_FACTOR`] of each other.
fn within_factor(a: u64, b: u64) -> bool {
	let (numerator, denominator) = MAX_FACTOR;
	let (low, high) = (u128::from(a.min(b)), u128::from(a.max(b)));
	high.saturating_mul(denominator) <= low.saturating_mul(numerator)
}

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

fn check_budget<T>(old: &Budget, new: &Budget) -> Result<(), Error<T>> {
	ensure!(new.is_whole(), Error::<T>::BudgetNotWhole);
	let within = old
		.shares()
		.into_iter()
		.zip(new.shares())
		.all(|(old, new)| old.abs_diff(new) <= MAX_SHARE_STEP);
	ensure!(within, Error::<T>::BudgetStepTooLarge);
	Ok(())
}

fn check_half_life<T>(old: HalfLife, new: HalfLife) -> Result<(), Error<T>> {
	ensure!(within_factor(old.get(), new.get()), Error::<T>::HalfLifeStepTooLarge);
	Ok(())
}

fn check_annual_cap<T>(old: AnnualCap, new: AnnualCap) -> Result<(), Error<T>> {
	ensure!(old.get().abs_diff(new.get()) <= MAX_CAP_STEP, Error::<T>::AnnualCapStepTooLarge);
	Ok(())
}

fn check_catch_up<T>(old: CatchUp, new: CatchUp) -> Result<(), Error<T>> {
	ensure!(old.get().abs_diff(new.get()) <= MAX_CATCH_UP_STEP, Error::<T>::CatchUpStepTooLarge);
	Ok(())
}

fn check_delay<T: Config>(old: ChangeDelay, new: ChangeDelay) -> Result<(), Error<T>> {
	ensure!(new >= Notice::<T>::get().shortest, Error::<T>::ChangeDelayBelowFloor);
	ensure!(within_factor(old.get(), new.get()), Error::<T>::ChangeDelayStepTooLarge);
	Ok(())
}

fn check_tracks<T: Config>(old: &TrackTable, new: &TrackTable) -> Result<(), Error<T>> {
	validate_tracks::<T>(new)?;
	// A track whose metric was retired may stay as it is, and lose weight until it can be left out.
	let gains =
		|track: &&TrackSetting| setting_of(old, track).is_none_or(|old| old.weight < track.weight);
	let known = new.iter().filter(gains).all(|track| T::Kpis::exists(track.metric));
	ensure!(known, Error::<T>::UnknownMetric);
	let retired = old.iter().filter(|track| setting_of(new, track).is_none());
	for track in retired {
		ensure!(track.weight.deconstruct() <= MAX_SHARE_STEP, Error::<T>::WeightStepTooLarge);
	}
	for track in new {
		check_track::<T>(setting_of(old, track), track)?;
	}
	Ok(())
}

/// The setting of the same metric in another table.
fn setting_of<'a>(table: &'a TrackTable, track: &TrackSetting) -> Option<&'a TrackSetting> {
	table.iter().find(|other| other.metric == track.metric)
}

fn check_track<T>(old: Option<&TrackSetting>, new: &TrackSetting) -> Result<(), Error<T>> {
	let weight = old.map_or(0, |old| old.weight.deconstruct());
	ensure!(
		weight.abs_diff(new.weight.deconstruct()) <= MAX_SHARE_STEP,
		Error::<T>::WeightStepTooLarge
	);
	// A new metric has neither a baseline nor a growth to move from.
	let Some(old) = old else { return Ok(()) };
	let (from, to) = (old.baseline.get(), new.baseline.get());
	ensure!(
		// Without the single unit a baseline of one could never rise.
		from.abs_diff(to) <= 1 || within_factor(from, to),
		Error::<T>::BaselineStepTooLarge
	);
	// A baseline that does not grow is as one that grows as slowly as it can.
	let doubling = |track: &TrackSetting| {
		track.doubling.map_or(DoublingTime::UPPER, |doubling| doubling.get())
	};
	ensure!(within_factor(doubling(old), doubling(new)), Error::<T>::DoublingStepTooLarge);
	Ok(())
}

/// The value in force of the parameter that `new` is a value of, if `new` is no step too far from it.
fn check_step<T: Config>(
	state: &EmissionState,
	policy: &Policy,
	new: &Parameter,
) -> Result<Parameter, Error<T>> {
	let old = match new {
		Parameter::Budget(new) => {
			check_budget::<T>(&policy.budget, new)?;
			Parameter::Budget(policy.budget)
		}
		Parameter::FixedHalfLife(new) => {
			let old = HalfLife::nearest(state.emission.fixed().half_life());
			check_half_life::<T>(old, *new)?;
			Parameter::FixedHalfLife(old)
		}
		Parameter::KpiHalfLife(new) => {
			let old = HalfLife::nearest(state.emission.kpi_half_life());
			check_half_life::<T>(old, *new)?;
			Parameter::KpiHalfLife(old)
		}
		Parameter::AnnualCap(new) => {
			check_annual_cap::<T>(policy.annual_cap, *new)?;
			Parameter::AnnualCap(policy.annual_cap)
		}
		Parameter::CatchUp(new) => {
			check_catch_up::<T>(policy.catch_up, *new)?;
			Parameter::CatchUp(policy.catch_up)
		}
		Parameter::Tracks(new) => {
			let old = table_of(state);
			check_tracks::<T>(&old, new)?;
			Parameter::Tracks(old)
		}
		Parameter::ChangeDelay(new) => {
			check_delay::<T>(policy.change_delay, *new)?;
			Parameter::ChangeDelay(policy.change_delay)
		}
	};
	ensure!(old != *new, Error::<T>::NothingChanges);
	Ok(old)
}

/// Whether a new value can change what the KPI streams release.
const fn moves_exposure(new: &Parameter) -> bool {
	matches!(new, Parameter::KpiHalfLife(_) | Parameter::Tracks(_))
}

/// The settings of all tracks.
pub(crate) fn table_of(state: &EmissionState) -> TrackTable {
	let settings = state.emission.kpis().iter().map(|track| track.setting().into());
	// As many as there are tracks, and those have the same bound.
	BoundedVec::truncate_from(settings.collect())
}

/// What the KPI streams release.
pub(crate) fn exposure(state: &EmissionState) -> KpiExposure {
	let half_life = state.emission.kpi_half_life();
	let standing = |track: &KpiTrack<MetricId>| {
		// What describes no stream releases nothing.
		Some((track.metric(), track.standing(half_life).ok()?))
	};
	KpiExposure { tracks: state.emission.kpis().iter().filter_map(standing).collect() }
}

/// Puts a value in force.
fn apply(
	state: &mut EmissionState,
	policy: &mut Policy,
	new: &Parameter,
) -> Result<(), EmissionError> {
	match new {
		Parameter::Budget(budget) => policy.budget = *budget,
		Parameter::AnnualCap(cap) => policy.annual_cap = *cap,
		Parameter::CatchUp(limit) => policy.catch_up = *limit,
		Parameter::ChangeDelay(delay) => policy.change_delay = *delay,
		Parameter::FixedHalfLife(half_life) => {
			state.emission.set_fixed_half_life(half_life.get())?
		}
		Parameter::KpiHalfLife(half_life) => state.emission.set_kpi_half_life(half_life.get())?,
		Parameter::Tracks(table) => {
			let settings: Vec<_> = table.iter().map(|setting| (*setting).into()).collect();
			state.emission.set_table(&settings)?;
		}
	}
	Ok(())
}

/// A change that may take effect: what it replaces, and what comes of it.
struct Change {
	old: Parameter,
	state: EmissionState,
	policy: Policy,
}

impl<T: Config> Pallet<T> {
	/// What the KPI streams release now, for whoever weighs it against the bonds of reporters.
	pub fn exposure() -> KpiExposure {
		exposure(&State::<T>::get())
	}

	/// What would come of `new`, if it may be.
	fn prepare(new: &Parameter) -> Result<Change, Error<T>> {
		let (state, policy) = (State::<T>::get(), CurrentPolicy::<T>::get());
		let old = check_step::<T>(&state, &policy, new)?;
		let (mut next_state, mut next_policy) = (state.clone(), policy.clone());
		apply(&mut next_state, &mut next_policy, new).map_err(Error::<T>::from)?;
		if moves_exposure(new) {
			let before = exposure(&state);
			T::Corruption::permit(Some(&before), &exposure(&next_state))
				.map_err(|_| Error::<T>::CorruptionPays)?;
		}
		Ok(Change { old, state: next_state, policy: next_policy })
	}

	/// The value in force of every parameter.
	pub(crate) fn parameters_in_force() -> Vec<Parameter> {
		let state = State::<T>::get();
		let policy = CurrentPolicy::<T>::get();
		vec![
			Parameter::Budget(policy.budget),
			Parameter::FixedHalfLife(HalfLife::nearest(state.emission.fixed().half_life())),
			Parameter::KpiHalfLife(HalfLife::nearest(state.emission.kpi_half_life())),
			Parameter::AnnualCap(policy.annual_cap),
			Parameter::CatchUp(policy.catch_up),
			Parameter::Tracks(table_of(&state)),
			Parameter::ChangeDelay(policy.change_delay),
		]
	}

	/// Checks a change and lets it wait.
	pub(crate) fn do_schedule_change(new: Parameter) -> DispatchResult {
		let Change { old, .. } = Self::prepare(&new)?;
		if let Parameter::Tracks(table) = &new {
			Self::supply_with(table.iter().map(|track| track.metric))?;
		}
		let id = NextChangeId::<T>::get();
		let due = T::Time::now().saturating_add(Self::notice_of(&new).get());
		PendingChanges::<T>::try_append(PendingChange { id, due, new: new.clone() })
			.map_err(|()| Error::<T>::TooManyPendingChanges)?;
		NextChangeId::<T>::put(id.checked_add(1).ok_or(Error::<T>::Overflow)?);
		Self::deposit_event(Event::ChangeScheduled { id, due, old, new });
		Ok(())
	}

	/// How long a change waits. A shorter notice waits for as long as the chain began with at least: else each
	/// step down would make the next one faster.
	fn notice_of(new: &Parameter) -> ChangeDelay {
		let notice = CurrentPolicy::<T>::get().change_delay;
		match new {
			Parameter::ChangeDelay(shorter) if *shorter < notice => {
				notice.max(Notice::<T>::get().first)
			}
			_ => notice,
		}
	}

	/// Calls a waiting change off.
	pub(crate) fn do_cancel_change(id: u32) -> DispatchResult {
		PendingChanges::<T>::try_mutate(|pending| {
			let waiting = pending.len();
			pending.retain(|change| change.id != id);
			ensure!(pending.len() < waiting, Error::<T>::UnknownChange);
			Ok::<(), Error<T>>(())
		})?;
		Self::deposit_event(Event::ChangeCancelled { id });
		Ok(())
	}

	/// Lets the first change whose time has come take effect, or drops it if it is no longer
	/// possible. One a block, so that the block's weight stays bounded; the next follows in the
	/// next block.
	///
	/// Runs after the step: the time that has passed was under the old value.
	pub(crate) fn enact_due_change(now: Moment) -> Weight {
		let mut pending = PendingChanges::<T>::get();
		let Some(index) = pending.iter().position(|change| change.due <= now) else {
			// Reading the list is a part of the weight of the step.
			return Weight::zero();
		};
		let PendingChange { id, new, .. } = pending.remove(index);
		PendingChanges::<T>::put(pending);
		Self::deposit_event(match with_storage_layer(|| Self::enact(&new)) {
			Ok((old, new)) => Event::ParameterChanged { id, old, new },
			Err(error) => Event::ChangeDropped { id, error },
		});
		T::WeightInfo::enact_change()
	}

	/// Puts a value in force, if it still may be; yields the one it replaces, and what it comes to: a baseline
	/// that begins to grow, or stops, begins anew where it is.
	fn enact(new: &Parameter) -> Result<(Parameter, Parameter), DispatchError> {
		let Change { old, state, policy } = Self::prepare(new)?;
		if let Parameter::Tracks(table) = new {
			Self::admit_metrics(table.iter().map(|track| track.metric))?;
		}
		let in_force = match new {
			Parameter::Tracks(_) => Parameter::Tracks(table_of(&state)),
			_ => new.clone(),
		};
		State::<T>::put(state);
		CurrentPolicy::<T>::put(policy);
		Ok((old, in_force))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_factor_of_one_and_a_half_is_the_most_in_both_directions() {
		assert!(within_factor(100, 150) && within_factor(150, 100));
		assert!(!within_factor(100, 151) && !within_factor(151, 100));
		assert!(within_factor(u64::MAX, u64::MAX));
		assert!(!within_factor(1, u64::MAX));
	}
}
