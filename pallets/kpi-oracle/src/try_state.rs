// SPDX-License-Identifier: Apache-2.0

//! What is true between any two calls.

use crate::{
	Commitments, Config, CurrentRound, CurrentSettings, Gauges, History, HoldReason, LastMetricId,
	LeastBond, Metrics, Pallet, Phase, Reporter, Reporters, Reports, Rewards, Standing, TotalOwed,
	Unbondings, MAX_REPORTERS,
};
use destra_primitives::Balance;
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, InspectHold},
		Get,
	},
};
use sp_runtime::{SaturatedConversion, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_settings()?;
		Self::try_state_metrics()?;
		Self::try_state_round()?;
		Self::try_state_reporters()?;
		Self::try_state_bonds()?;
		Self::try_state_rewards()
	}

	/// ### Invariants of `CurrentSettings` and `LeastBond`
	/// - The settings agree with each other.
	/// - The least bond is that of the settings, or smaller for a term.
	fn try_state_settings() -> Result<(), TryRuntimeError> {
		let settings = CurrentSettings::<T>::get();
		let bond = settings.bond.get();
		ensure!(settings.validate().is_ok(), "the settings are invalid");
		let term = LeastBond::<T>::get();
		ensure!(
			match term.ends_at() {
				Some(_) => term.least() < bond,
				None => term.least() == bond,
			},
			"the least bond is not that of the settings"
		);
		Ok(())
	}

	/// ### Invariants of `Metrics`, `Gauges` and `LastMetricId`
	/// - Each metric is valid, and there is a gauge for each, in the same order.
	/// - The ids ascend, and none is above the highest id ever.
	/// - A metric without a value has no good round and cannot earn.
	fn try_state_metrics() -> Result<(), TryRuntimeError> {
		let metrics = Metrics::<T>::get();
		let ids = || metrics.iter().map(|metric| metric.id);
		ensure!(ids().is_sorted_by(|a, b| a < b), "the metrics are not in ascending order");
		ensure!(ids().next_back() <= LastMetricId::<T>::get(), "an id is above the highest ever");
		ensure!(metrics.iter().all(|m| m.clone().validate().is_ok()), "a metric is invalid");
		let gauges = Gauges::<T>::get().gauges;
		ensure!(
			ids().eq(gauges.iter().map(|gauge| gauge.metric())),
			"the gauges are not those of the metrics"
		);
		ensure!(
			gauges.iter().all(|gauge| gauge.is_consistent()),
			"a metric without a value has had good rounds"
		);
		Ok(())
	}

	/// ### Invariants of `CurrentRound` and `History`
	/// - A round begins before it takes reports, and does so before it ends.
	/// - Its phase began in a block that there was.
	/// - Before the first round nobody has committed, and in its first half nobody has reported.
	/// - Each record is of an earlier round, in the slot of that round.
	fn try_state_round() -> Result<(), TryRuntimeError> {
		let round = CurrentRound::<T>::get();
		ensure!(
			round
				.is_none_or(|r| r.started_at() < r.reports_from() && r.reports_from() < r.ends_at()),
			"half of the round has no length"
		);
		let block = frame_system::Pallet::<T>::block_number().saturated_into();
		ensure!(round.is_none_or(|r| r.phase_began() <= block), "a phase that begins later");
		ensure!(
			round.is_some() || Commitments::<T>::iter_keys().next().is_none(),
			"a commitment before the first round"
		);
		ensure!(
			round.is_some_and(|r| r.phase() == Phase::Report)
				|| Reports::<T>::iter_keys().next().is_none(),
			"a report in the time for commitments"
		);
		for (slot, record) in History::<T>::iter() {
			ensure!(slot < T::HistoryLength::get(), "a record lies outside the ring");
			ensure!(slot == Self::history_slot(record.round), "a record is in a wrong slot");
			ensure!(round.is_some_and(|r| record.round < r.number()), "a record of the future");
		}
		Ok(())
	}

	/// ### Invariants of `Reporters`, `Commitments` and `Reports`
	/// - No more reporters than there may be, each with a bond and strikes that fit its standing.
	/// - Each commitment belongs to an active reporter.
	/// - Each report belongs to a commitment and has a value.
	fn try_state_reporters() -> Result<(), TryRuntimeError> {
		ensure!(Reporters::<T>::count() <= MAX_REPORTERS, "too many reporters");
		ensure!(
			usize::try_from(Reporters::<T>::count()) == Ok(Reporters::<T>::iter_keys().count()),
			"the number of reporters is wrong"
		);
		Reporters::<T>::iter_values().try_for_each(|who| Self::try_state_reporter(&who))?;
		for who in Commitments::<T>::iter_keys() {
			let active = Reporters::<T>::get(&who).is_some_and(|reporter| reporter.is_active());
			ensure!(active, "a commitment is not from an active reporter");
		}
		for (who, values) in Reports::<T>::iter() {
			ensure!(Commitments::<T>::contains_key(&who), "a report without a commitment");
			ensure!(!values.is_empty(), "a report has no value");
		}
		Ok(())
	}

	/// ### Invariants of a reporter
	/// - One who never bonded has nothing to lose.
	/// - An active one has the bond that binds, and answers from the next round on at the latest.
	fn try_state_reporter(who: &Reporter) -> Result<(), TryRuntimeError> {
		let next = CurrentRound::<T>::get().map_or(1, |round| round.next_number());
		match who.standing() {
			Standing::Admitted => {
				ensure!((who.bond(), who.strikes()) == (0, 0), "a strike or a bond of a newcomer");
			}
			Standing::Active { from } => {
				ensure!(from <= next, "an active reporter answers for nothing yet");
				ensure!(
					who.bond() >= LeastBond::<T>::get().least(),
					"the bond of an active reporter is too small"
				);
			}
			Standing::Suspended { .. } => {}
		}
		Ok(())
	}

	/// ### Invariants of the bonds
	/// - What any account has on hold is its bond and what it is unbonding.
	fn try_state_bonds() -> Result<(), TryRuntimeError> {
		for who in frame_system::Account::<T>::iter_keys() {
			let held = T::Currency::balance_on_hold(&HoldReason::ReporterBond.into(), &who);
			ensure!(Some(held) == Self::answers_with(&who), "a hold is not the bond");
		}
		// An account that is gone has nothing on hold.
		let known = |who: &T::AccountId| frame_system::Account::<T>::contains_key(who);
		let mut bonds = Reporters::<T>::iter_keys().chain(Unbondings::<T>::iter_keys());
		ensure!(
			bonds.all(|who| known(&who) || Self::answers_with(&who) == Some(0)),
			"a bond of an account that is gone"
		);
		Ok(())
	}

	/// The bond of an account, and what it is unbonding.
	fn answers_with(who: &T::AccountId) -> Option<Balance> {
		let bond = Reporters::<T>::get(who).map_or(0, |reporter| reporter.bond());
		let unbonding = Unbondings::<T>::get(who).map_or(0, |unbonding| unbonding.amount());
		bond.checked_add(unbonding)
	}

	/// ### Invariants of `Rewards` and `TotalOwed`
	/// - The total is the sum of its parts, none of which is zero.
	/// - The pot holds what is owed, beyond the existential deposit.
	fn try_state_rewards() -> Result<(), TryRuntimeError> {
		ensure!(Rewards::<T>::iter_values().all(|owed| owed > 0), "a reward of nothing");
		let sum = Rewards::<T>::iter_values().try_fold(0, Balance::checked_add);
		let owed = TotalOwed::<T>::get();
		ensure!(sum == Some(owed), "the total owed is not the sum of the rewards");
		let pot = T::Currency::balance(&Self::pot_account());
		let spendable = pot.saturating_sub(T::Currency::minimum_balance());
		ensure!(owed <= spendable, "the pot does not hold what is owed");
		Ok(())
	}
}
