// SPDX-License-Identifier: Apache-2.0

//! What the view functions and the runtime API tell. Reads only.

use crate::{
	logic::{limits, signal_of},
	types::{BURN_WINDOW, YEAR},
	Config, CurrentPolicy, Liabilities, Pallet, PastDays, State, Supply,
};
use alloc::vec::Vec;
use destra_economics::{
	emission::{Attainment, Limits, ProjectedYear, Projection, Reservoir},
	mul_div_floor, Emission, EmissionError, KpiTrack, WHOLE,
};
use destra_primitives::{
	apis::{
		CeilingReport, EmissionPhase, EmissionRates, SupplyReport, TrackStanding, YearProjection,
	},
	time::{hours, Millis, Moment},
	Balance, KpiProvider, KpiSignals, MetricId,
};
use frame_support::traits::{fungible::Inspect, Get};
use sp_runtime::Perquintill;

/// The most years that a projection covers: each takes 360 steps.
const MAX_PROJECTED_YEARS: u32 = 20;

/// The pace is what the coming hour would release: long enough for planck not to matter, short
/// enough for the curve not to bend.
const PACE_SPAN: Millis = hours(1);

/// What `amount` in `span` makes in a year, rounded down; zero in no time.
fn per_year(amount: Balance, span: Millis) -> Balance {
	mul_div_floor(amount, YEAR.into(), span.into()).unwrap_or(0)
}

/// `part` of `whole`, rounded down and at most one; zero of nothing.
fn rate(part: Balance, whole: Balance) -> Perquintill {
	let parts = mul_div_floor(part, WHOLE.into(), whole).unwrap_or(0);
	Perquintill::from_parts(u64::try_from(parts).unwrap_or(WHOLE).min(WHOLE))
}

/// `a − b`, saturating at the ends of the signed range.
fn signed_difference(a: Balance, b: Balance) -> i128 {
	let magnitude = i128::try_from(a.abs_diff(b)).unwrap_or(i128::MAX);
	if a >= b {
		magnitude
	} else {
		magnitude.saturating_neg()
	}
}

/// What each stream would release in a year at the present pace, the fixed one first.
fn paces(
	before: &Emission<MetricId>,
	signals: &KpiSignals,
	issuance: Balance,
	limits: Limits,
) -> Result<(Balance, Vec<(MetricId, Balance)>), EmissionError> {
	let mut after = before.clone();
	// Which day it is does not matter to what is released.
	let mut no_days = Vec::new();
	after.release(
		PACE_SPAN,
		issuance,
		limits,
		|metric| signal_of(signals, metric),
		&mut no_days,
	)?;
	let pace = |before: &Reservoir, after: &Reservoir| {
		per_year(after.released().saturating_sub(before.released()), PACE_SPAN)
	};
	let fixed = pace(before.fixed().reservoir(), after.fixed().reservoir());
	let kpi = before
		.kpis()
		.iter()
		.zip(after.kpis())
		.map(|(before, after)| (after.metric(), pace(before.reservoir(), after.reservoir())));
	Ok((fixed, kpi.collect()))
}

impl<T: Config> Pallet<T> {
	/// The pace of the schedules at the readings of `now`, and of burning in the trailing window.
	pub(crate) fn current_rates(now: Moment) -> EmissionRates {
		let state = State::<T>::get();
		let (fixed, kpi) = if state.phase() == EmissionPhase::Running {
			// A stream that cannot advance emits nothing.
			let limits = limits(&CurrentPolicy::<T>::get());
			paces(&state.emission, &T::Kpis::levels(now), T::Currency::total_issuance(), limits)
				.unwrap_or_default()
		} else {
			Default::default()
		};
		let gross = kpi.iter().map(|(_, pace)| *pace).fold(fixed, Balance::saturating_add);
		let (burned, burn_window) = Supply::<T>::get().burned_lately(now);
		let burn = per_year(burned, burn_window);
		debug_assert!(burn_window <= BURN_WINDOW, "the ledger drops older samples");
		EmissionRates {
			fixed,
			kpi,
			gross,
			burn,
			burn_window,
			net: signed_difference(gross, burn),
			gross_rate: rate(gross, T::Currency::total_issuance()),
		}
	}

	/// The supply by cause, and what may still come.
	pub(crate) fn supply_report() -> SupplyReport {
		let state = State::<T>::get();
		let supply = Supply::<T>::get();
		let total_issuance = T::Currency::total_issuance();
		SupplyReport {
			genesis: supply.genesis(),
			minted: supply.minted().iter().collect(),
			burned: supply.burned().iter().collect(),
			total_issuance,
			circulating: total_issuance.saturating_sub(T::NonCirculating::get()),
			carried: state.emission.due(),
			remaining: state
				.emission
				.kpi_remaining()
				.saturating_add(state.emission.fixed().reservoir().remaining()),
			liabilities: Liabilities::<T>::get().iter().filter(|(_, owed)| *owed > 0).collect(),
		}
	}

	/// The coming years, by the same step as in each block.
	pub(crate) fn project(years: u32, attainment: u64) -> Vec<YearProjection> {
		let (state, policy) = (State::<T>::get(), CurrentPolicy::<T>::get());
		let mut emission = state.emission.clone();
		let attainment = Attainment { part: attainment.min(WHOLE), burned_a_day: 0 };
		let days = PastDays::<T>::get().into_inner();
		let issuance = T::Currency::total_issuance();
		if state.phase() == EmissionPhase::Idle {
			emission.begin(issuance, policy.annual_cap.get());
		}
		Projection::new(issuance, emission, days, limits(&policy), attainment)
			.zip(0..years.min(MAX_PROJECTED_YEARS))
			.map(|(projected, _)| {
				let total = projected.total();
				let ProjectedYear { year, issuance_at_start, fixed, kpi, .. } = projected;
				YearProjection {
					year,
					issuance_at_start,
					fixed,
					kpi,
					rate: rate(total, issuance_at_start),
				}
			})
			.collect()
	}

	/// What the ceiling allows today, and where the trailing year stands.
	pub(crate) fn report_ceiling() -> CeilingReport {
		let state = State::<T>::get();
		let window = state.emission.window();
		let (year_minted, year_ceiling) = window.trailing_year(&PastDays::<T>::get());
		CeilingReport {
			day: window.day(),
			day_minted: window.minted(),
			day_budget: window.budget(),
			year_minted,
			year_ceiling,
		}
	}

	/// The KPI streams as they stand.
	pub(crate) fn report_tracks() -> Vec<TrackStanding> {
		let state = State::<T>::get();
		let report = |track: &KpiTrack<MetricId>| TrackStanding {
			metric: track.metric(),
			baseline: track.baseline_now(),
			cumulated: track.cumulated(),
			waiting: track.counter().map_or(0, |counter| counter.waiting()),
			lag: track.lag(),
			released: track.reservoir().released(),
			due: track.reservoir().due(),
			unreleased: track.reservoir().unreleased(),
		};
		state.emission.kpis().iter().map(report).collect()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn differences_keep_their_sign_and_saturate() {
		assert_eq!(signed_difference(5, 3), 2);
		assert_eq!(signed_difference(3, 5), -2);
		assert_eq!(signed_difference(u128::MAX, 0), i128::MAX);
		assert_eq!(signed_difference(0, u128::MAX), -i128::MAX);
	}

	#[test]
	fn rates_round_down_and_never_exceed_one() {
		assert_eq!(rate(1, 3).deconstruct(), 333_333_333_333_333_333);
		assert_eq!(rate(7, 3), Perquintill::one());
		assert_eq!(rate(7, 0), Perquintill::zero());
	}
}
