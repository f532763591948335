// SPDX-License-Identifier: Apache-2.0

//! The invariants of the pallet, numbered as in its documentation.

use crate::{
	types::{AnnualCap, KpiTrack, Reservoir},
	Config, CurrentPolicy, InitialReservoirs, Liabilities, NextChangeId, Pallet, PendingChanges,
	State, Supply,
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
		Self::try_state_year()?;
		Self::try_state_liabilities()?;
		Self::try_state_changes()
	}

	/// 1. genesis issuance + Σ minted − Σ burned = total issuance.
	fn try_state_supply() -> Result<(), TryRuntimeError> {
		ensure!(
			Supply::<T>::get().issuance() == Some(T::Currency::total_issuance()),
			"the ledger does not account for the total issuance"
		);
		Ok(())
	}

	/// 2. Of each kind of stream, minted + remaining = the reservoir at genesis.
	fn try_state_reservoirs() -> Result<(), TryRuntimeError> {
		let state = State::<T>::get();
		let supply = Supply::<T>::get();
		let initial = InitialReservoirs::<T>::get();
		let fixed = supply.minted().of(MintCause::Fixed);
		let kpi = supply.minted().sum().saturating_sub(fixed);
		ensure!(
			fixed.checked_add(state.fixed().reservoir().remaining()) == Some(initial.fixed),
			"fixed stream: minted + remaining differs from the reservoir at genesis"
		);
		ensure!(
			kpi.checked_add(state.kpi().remaining()) == Some(initial.kpi),
			"KPI streams: minted + remaining differs from the reservoir at genesis"
		);
		Ok(())
	}

	/// 3. In each stream, minted ≤ released ≤ reservoir, and released is what the formula says.
	/// 4. No metric has achieved more than its baseline.
	fn try_state_streams() -> Result<(), TryRuntimeError> {
		let state = State::<T>::get();
		let fixed = state.fixed();
		let stream = fixed.stream().map_err(|_| "the fixed stream is invalid")?;
		Self::try_state_reservoir(fixed.reservoir(), stream.target(fixed.elapsed()))?;
		ensure!(
			fixed.elapsed() <= state.economic_time(),
			"the fixed stream is older than the emission"
		);
		for track in state.kpi().iter() {
			let stream =
				track.stream(state.kpi().half_life()).map_err(|_| "a KPI stream is invalid")?;
			Self::try_state_reservoir(track.reservoir(), stream.target(track.cumulated()))?;
			ensure!(
				track.cumulated() <= stream.cumulative_baseline(track.elapsed()),
				"a metric achieved more than its baseline"
			);
			ensure!(
				track.elapsed() <= state.economic_time(),
				"a KPI stream is older than the emission"
			);
		}
		Ok(())
	}

	fn try_state_reservoir(reservoir: &Reservoir, target: Balance) -> Result<(), TryRuntimeError> {
		ensure!(
			reservoir.minted() <= reservoir.released(),
			"a stream minted more than it released"
		);
		ensure!(reservoir.released() <= reservoir.size(), "a stream released more than it had");
		ensure!(reservoir.released() == target, "a stream did not release what its formula says");
		Ok(())
	}

	/// 5. The shares of the budget and the weights of the tracks each sum to exactly one.
	fn try_state_shares() -> Result<(), TryRuntimeError> {
		ensure!(CurrentPolicy::<T>::get().budget.is_whole(), "the budget is not whole");
		let state = State::<T>::get();
		let mut metrics: alloc::vec::Vec<_> = state.kpi().iter().map(KpiTrack::metric).collect();
		metrics.sort();
		metrics.dedup();
		ensure!(metrics.len() == state.kpi().iter().count(), "a metric has two tracks");
		ensure!(
			metrics.is_empty() || state.kpi().weights_are_whole(),
			"the weights of the tracks are not whole"
		);
		Ok(())
	}

	/// 6. The year has minted no more than 11 % of the issuance at its start.
	fn try_state_year() -> Result<(), TryRuntimeError> {
		let state = State::<T>::get();
		// The cap may have been lowered during the year, so only its range binds.
		let most = state.year().ceiling(AnnualCap::literal::<{ AnnualCap::UPPER }>());
		ensure!(state.year().minted() <= most, "the year minted more than its ceiling");
		ensure!(
			state.phase() != EmissionPhase::Idle || state.economic_time() == 0,
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

	/// Pending changes have distinct ids that were given out, in the order of their
	/// announcement.
	fn try_state_changes() -> Result<(), TryRuntimeError> {
		let pending = PendingChanges::<T>::get();
		let next = NextChangeId::<T>::get();
		ensure!(
			pending.iter().all(|change| change.id < next),
			"a pending change has an id that was never given out"
		);
		ensure!(
			pending.windows(2).all(|pair| matches!(pair, [a, b] if a.id < b.id)),
			"pending changes are out of order"
		);
		Ok(())
	}
}
