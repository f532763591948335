// SPDX-License-Identifier: Apache-2.0

//! What the view functions and the runtime API answer.

use crate::{
	types::{count, quorum, Metric, Reporter, Settings, Unbonding},
	Commitments, Config, CurrentRound, CurrentSettings, Gauges, History, Metrics, Pallet,
	Reporters, Reports, Rewards, Unbondings,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use destra_primitives::{
	apis::{HistoryEntry, MetricReport, RoundReport, SettingsReport},
	Balance, MetricId,
};
use frame_support::traits::{Get, Time};
use scale_info::TypeInfo;

/// What is known of a reporter, present or past.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct ReporterStatus {
	/// Standing, bond and strikes; `None` if it is no reporter now.
	pub reporter: Option<Reporter>,
	/// Whether it has committed to a report in the open round.
	pub committed: bool,
	/// Whether it has reported in the open round.
	pub reported: bool,
	/// What it is owed, in planck.
	pub owed: Balance,
	/// The bond that waits for the end of the unbonding period.
	pub unbonding: Option<Unbonding>,
}

impl From<Settings> for SettingsReport {
	fn from(settings: Settings) -> Self {
		Self {
			round_length: settings.round_length.get(),
			max_age: settings.max_age.get(),
			min_quorum: settings.min_quorum.get(),
			recovery_rounds: settings.recovery_rounds.get(),
			bond: settings.bond.get(),
			top_up_period: settings.top_up_period.get(),
			time_to_halt: settings.time_to_halt.get(),
			metric_grace: settings.metric_grace.get(),
			omission_limit: settings.omission_limit.get(),
			strike_limit: settings.strike_limit.get(),
			strike_decay: settings.strike_decay.get(),
			strike_slash: settings.strike_slash,
			suspension_rounds: settings.suspension_rounds.get(),
			unbonding_period: settings.unbonding_period.get(),
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn report_metrics() -> Vec<MetricReport> {
		let panel = Gauges::<T>::get();
		let describe = |(Metric { id, name, unit, .. }, reading): (Metric, _)| {
			let destra_primitives::KpiReading { value, state, age, .. } = reading;
			let last = panel.gauge(id).and_then(|gauge| gauge.last());
			MetricReport {
				metric: id,
				name: name.as_bytes().to_vec(),
				unit: unit.as_bytes().to_vec(),
				value,
				state,
				age,
				agreeing: last.map_or(0, |last| last.agreeing),
			}
		};
		// Both tables are in the order of the ids.
		let readings = Self::readings(T::Time::now());
		Metrics::<T>::get().into_iter().zip(readings).map(describe).collect()
	}

	pub(crate) fn report_round() -> RoundReport {
		let reporters: Vec<_> = Reporters::<T>::iter_values().collect();
		let bonded = count(reporters.iter().filter(|who| who.is_bonded()).count());
		let round = CurrentRound::<T>::get();
		RoundReport {
			round: round.map_or(0, |round| round.number()),
			started_at: round.map_or(0, |round| round.started_at()),
			reports_from: round.map_or(0, |round| round.reports_from()),
			ends_at: round.map_or(0, |round| round.ends_at()),
			bonded,
			reporters: count(reporters.iter().filter(|who| who.is_active()).count()),
			committed: count(Commitments::<T>::iter_keys().count()),
			reported: count(Reports::<T>::iter_keys().count()),
			quorum: quorum(bonded, CurrentSettings::<T>::get().min_quorum),
		}
	}

	pub(crate) fn report_reporter(who: &T::AccountId) -> ReporterStatus {
		ReporterStatus {
			reporter: Reporters::<T>::get(who),
			committed: Commitments::<T>::contains_key(who),
			reported: Reports::<T>::contains_key(who),
			owed: Rewards::<T>::get(who),
			unbonding: Unbondings::<T>::get(who),
		}
	}

	pub(crate) fn report_history(metric: MetricId) -> Vec<HistoryEntry> {
		let mut entries: Vec<_> = (0..T::HistoryLength::get())
			.filter_map(History::<T>::get)
			.filter_map(|record| {
				let of_metric = record.metrics.iter().find(|entry| entry.metric == metric)?;
				Some(HistoryEntry {
					round: record.round,
					ended_at: record.ended_at,
					value: of_metric.value,
					agreeing: of_metric.agreeing,
					state: of_metric.state,
				})
			})
			.collect();
		entries.sort_by_key(|entry| entry.round);
		entries
	}
}
