// SPDX-License-Identifier: Apache-2.0

//! What the view functions and the runtime API tell. Reads only.

use crate::{
	types::{
		Budget, EmissionState, Parameter, PendingChange, StreamError, TrackSetting, BURN_WINDOW,
		YEAR,
	},
	Config, CurrentPolicy, Liabilities, Pallet, State, Supply,
};
use alloc::vec::Vec;
use destra_economics::{
	mul_div_floor, Assumptions, FixedTrack, KpiTrack, ProjectedYear, Projection, WHOLE,
};
use destra_primitives::{
	apis::{
		ChangeReport, EmissionPhase, EmissionRates, ParameterReport, SupplyReport, TrackReport,
		YearProjection,
	},
	time::{hours, Millis, Moment},
	Balance, KpiProvider, KpiReadings, MetricId, Recipient,
};
use frame_support::traits::{fungible::Inspect, Get};
use sp_runtime::Perquintill;

/// The most years that a projection covers.
const MAX_PROJECTED_YEARS: u32 = 50;

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
	mut state: EmissionState,
	readings: &KpiReadings,
) -> Result<(Balance, Vec<(MetricId, Balance)>), StreamError> {
	let before = state.clone();
	state.advance(PACE_SPAN, readings)?;
	let pace = |before: Balance, after: Balance| per_year(after.saturating_sub(before), PACE_SPAN);
	let fixed = pace(before.fixed().reservoir().released(), state.fixed().reservoir().released());
	let kpi = before
		.kpi()
		.iter()
		.zip(state.kpi().iter())
		.map(|(before, after)| {
			let pace = pace(before.reservoir().released(), after.reservoir().released());
			(after.metric(), pace)
		})
		.collect();
	Ok((fixed, kpi))
}

/// The streams of `state` as the projection takes them.
fn projected_tracks(state: &EmissionState) -> Result<(FixedTrack, Vec<KpiTrack>), StreamError> {
	let fixed = FixedTrack {
		stream: state.fixed().stream()?,
		elapsed: state.fixed().elapsed(),
		minted: state.fixed().reservoir().minted(),
	};
	Ok((fixed, state.kpi().schedules().map(|(_, track)| track).collect()))
}

impl From<Parameter> for ParameterReport {
	fn from(parameter: Parameter) -> Self {
		let shares = |budget: Budget| Recipient::ALL.map(|who| (who, budget.share(who))).to_vec();
		let track = |track: TrackSetting| TrackReport {
			metric: track.metric,
			weight: track.weight,
			baseline: track.baseline.get(),
			doubling: track.doubling.map(|doubling| doubling.get()),
		};
		match parameter {
			Parameter::Budget(budget) => Self::Budget(shares(budget)),
			Parameter::FixedHalfLife(half_life) => Self::FixedHalfLife(half_life.get()),
			Parameter::KpiHalfLife(half_life) => Self::KpiHalfLife(half_life.get()),
			Parameter::AnnualCap(cap) => Self::AnnualCap(Perquintill::from_parts(cap.get())),
			Parameter::CatchUp(percent) => Self::CatchUp(percent.get()),
			Parameter::Tracks(table) => Self::Tracks(table.into_iter().map(track).collect()),
			Parameter::ChangeDelay(delay) => Self::ChangeDelay(delay.get()),
		}
	}
}

impl From<PendingChange> for ChangeReport {
	fn from(PendingChange { id, due, new }: PendingChange) -> Self {
		Self { id, due, new: new.into() }
	}
}

impl<T: Config> Pallet<T> {
	/// The pace of the schedules at the readings of `now`, and of burning in the trailing window.
	pub(crate) fn current_rates(now: Moment) -> EmissionRates {
		let state = State::<T>::get();
		let (fixed, kpi) = if state.phase() == EmissionPhase::Running {
			// A stream that cannot advance emits nothing.
			paces(state, &T::Kpis::readings(now)).unwrap_or_default()
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
			carried: state.due(),
			remaining: state.remaining(),
			liabilities: Liabilities::<T>::get().iter().filter(|(_, owed)| *owed > 0).collect(),
		}
	}

	/// The coming years, by the same mathematics as the steps.
	pub(crate) fn project(years: u32, attainment: Perquintill) -> Vec<YearProjection> {
		let policy = CurrentPolicy::<T>::get();
		let Ok((fixed, kpis)) = projected_tracks(&State::<T>::get()) else {
			return Vec::new();
		};
		let assumptions = Assumptions {
			year: YEAR,
			attainment: attainment.deconstruct(),
			annual_cap: policy.annual_cap.get(),
			catch_up_percent: u32::try_from(policy.catch_up.get()).unwrap_or(u32::MAX),
		};
		Projection::new(T::Currency::total_issuance(), fixed, kpis, assumptions)
			.zip(0..years.min(MAX_PROJECTED_YEARS))
			.map(|(projected, _)| {
				let total = projected.total();
				let ProjectedYear { year, issuance_at_start, fixed, kpi } = projected;
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
