// SPDX-License-Identifier: Apache-2.0

//! The invariants of the pallet, numbered as in its documentation.

use crate::{
	types::sums_to_one, Config, CurrentPolicy, InitialReservoirs, Liabilities, Pallet, PastDays,
	State, Supply,
};
use destra_economics::{
	emission::{Reservoir, COUNTER_WINDOW},
	KpiTrack,
};
use destra_primitives::{apis::EmissionPhase, Balance, MintCause};
use frame_support::{ensure, traits::fungible::Inspect};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_supply()?;
		Self::try_state_reservoirs()?;
		Self::try_state_streams()?;
		Self::try_state_shares()?;
		Self::try_state_ceiling()?;
		Self::try_state_liabilities()
	}

	/// 1. genesis issuance + Σ minted − Σ burned = total issuance.
	fn try_state_supply() -> Result<(), TryRuntimeError> {
		ensure!(
			Supply::<T>::get().issuance() == Some(T::Currency::total_issuance()),
			"the ledger does not account for the total issuance"
		);
		let supply = Supply::<T>::get();
		ensure!(
			supply.received().sum() == supply.minted().sum(),
			"something was minted for nobody"
		);
		Ok(())
	}

	/// 2. Of each kind of stream, minted + remaining = the reservoir at genesis.
	fn try_state_reservoirs() -> Result<(), TryRuntimeError> {
		let state = State::<T>::get();
		let supply = Supply::<T>::get();
		let initial = InitialReservoirs::<T>::get();
		let emission = &state.emission;
		let fixed = supply.minted().of(MintCause::Fixed);
		let kpi = supply.minted().sum().saturating_sub(fixed);
		ensure!(
			fixed.checked_add(emission.fixed().reservoir().remaining()) == Some(initial.fixed),
			"fixed stream: minted + remaining differs from the reservoir at genesis"
		);
		ensure!(
			kpi.checked_add(emission.kpi_remaining()) == Some(initial.kpi),
			"KPI streams: minted + remaining differs from the reservoir at genesis"
		);
		Ok(())
	}

	/// 3. In each stream, minted ≤ released ≤ reservoir, and released is what the formula says.
	/// 4. No metric has achieved more than its baseline.
	fn try_state_streams() -> Result<(), TryRuntimeError> {
		let state = State::<T>::get();
		let emission = &state.emission;
		let fixed = emission.fixed();
		let stream = fixed.stream().map_err(|_| "the fixed stream is invalid")?;
		Self::try_state_reservoir(fixed.reservoir(), stream.target(fixed.elapsed()))?;
		ensure!(fixed.elapsed() <= emission.time(), "the fixed stream is older than the emission");
		for track in emission.kpis() {
			let stream =
				track.stream(emission.kpi_half_life()).map_err(|_| "a KPI stream is invalid")?;
			Self::try_state_reservoir(track.reservoir(), stream.target(track.cumulated()))?;
			ensure!(
				track.cumulated() <= stream.cumulative_baseline(track.elapsed()),
				"a metric achieved more than its baseline"
			);
			let day = u128::from(COUNTER_WINDOW).saturating_mul(track.baseline_now().into());
			let waiting = track.counter().map_or(0, |counter| counter.waiting());
			ensure!(waiting <= day, "more of a counter waits than a day on the baseline");
		}
		Ok(())
	}

	fn try_state_reservoir(reservoir: &Reservoir, target: Balance) -> Result<(), TryRuntimeError> {
		ensure!(
			reservoir.minted() <= reservoir.released(),
			"a stream minted more than it released"
		);
		ensure!(target <= reservoir.size(), "a stream released more than it had");
		ensure!(
			Some(reservoir.released()) == target.checked_add(reservoir.beside()),
			"a stream did not release what its formula says"
		);
		Ok(())
	}

	/// 5. The shares of the budget and the weights of the tracks each sum to exactly one.
	fn try_state_shares() -> Result<(), TryRuntimeError> {
		ensure!(CurrentPolicy::<T>::get().budget.is_whole(), "the budget is not whole");
		let state = State::<T>::get();
		let tracks = state.emission.kpis();
		let mut metrics: alloc::vec::Vec<_> = tracks.iter().map(KpiTrack::metric).collect();
		metrics.sort();
		metrics.dedup();
		ensure!(metrics.len() == tracks.len(), "a metric has two tracks");
		ensure!(
			metrics.is_empty() || sums_to_one(tracks.iter().map(|track| track.setting().weight)),
			"the weights of the tracks are not whole"
		);
		Ok(())
	}

	/// 6. No year has minted more than its ceiling, and the day no more than its budget.
	fn try_state_ceiling() -> Result<(), TryRuntimeError> {
		let state = State::<T>::get();
		let emission = &state.emission;
		let window = emission.window();
		ensure!(window.minted() <= window.budget(), "the day minted more than its budget");
		let (minted, most) = window.trailing_year(&PastDays::<T>::get());
		ensure!(minted <= most, "the trailing year minted more than its ceiling");
		ensure!(
			state.phase() != EmissionPhase::Idle || emission.time() == 0,
			"time passed before the emission started"
		);
		Ok(())
	}

	/// 7. The pot holds at least the sum of the liabilities.
	fn try_state_liabilities() -> Result<(), TryRuntimeError> {
		ensure!(
			T::Currency::balance(&Self::pot_account()) >= Liabilities::<T>::get().sum(),
			"the pot does not cover the liabilities"
		);
		Ok(())
	}
}
