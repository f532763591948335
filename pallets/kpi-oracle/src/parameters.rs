// SPDX-License-Identifier: Apache-2.0

//! What governance can change, and what a change brings with it.

use crate::{
	types::{Gauge, Metric, Setting},
	Config, CurrentRound, CurrentSettings, Error, Gauges, LastMetricId, LeastBond, Metrics, Pallet,
	WeightInfo,
};
use alloc::vec::Vec;
use destra_primitives::{governed, Governed, MetricId};
use frame_support::{ensure, traits::Time, weights::Weight};
use sp_runtime::DispatchResult;

governed! {
	/// A parameter of the oracle, with a value for it.
	#[frame_support::stored]
	pub enum Parameter {
		/// One of the settings.
		#[codec(index = 0)]
		Setting(Setting),
		/// A metric. With the id of one that exists it redefines that: value and state stay. With an id above
		/// that of every metric there ever was it adds one, which earns after the first rounds that bring a
		/// value, and may be left out of a report for the `metric_grace` rounds after the one it came in.
		#[codec(index = 1)]
		Metric(Metric),
		/// Takes a metric off the table. Its id is never used again.
		#[codec(index = 2)]
		RetiredMetric(MetricId),
	}
}

impl<T: Config> Governed for Pallet<T> {
	type Parameter = Parameter;

	fn in_force() -> Vec<Parameter> {
		let settings = Setting::of(&CurrentSettings::<T>::get()).into_iter();
		let metrics = Metrics::<T>::get().into_iter();
		settings.map(Parameter::Setting).chain(metrics.map(Parameter::Metric)).collect()
	}

	fn put(new: Parameter) -> DispatchResult {
		match new {
			Parameter::Setting(setting) => Self::put_setting(setting),
			Parameter::Metric(metric) => Self::put_metric(metric),
			Parameter::RetiredMetric(id) => Self::retire_metric(id),
		}
	}

	fn weight(_new: &Parameter) -> Weight {
		T::WeightInfo::put_parameter()
	}
}

impl<T: Config> Pallet<T> {
	fn put_setting(setting: Setting) -> DispatchResult {
		let old = CurrentSettings::<T>::get();
		let mut new = old.clone();
		setting.clone().put(&mut new);
		let new = new.validate().map_err(Error::<T>::from)?;
		CurrentSettings::<T>::put(&new);

		let now = T::Time::now();
		match setting {
			Setting::Bond(bond) => {
				let term_ends = now.saturating_add(new.top_up_period.get());
				LeastBond::<T>::mutate(|term| term.set(old.bond.get(), bond.get(), term_ends));
			}
			Setting::MaxAge(_) => {
				let mut panel = Gauges::<T>::get();
				panel.leave_aged_behind(now, old.max_age.get());
				Self::store_panel(panel, now, &new);
			}
			_ => {}
		}
		Ok(())
	}

	/// Redefines the metric with this id, or adds it where there is none.
	fn put_metric(new: Metric) -> DispatchResult {
		let mut metrics = Metrics::<T>::get();
		let Some(entry) = metrics.iter_mut().find(|entry| entry.id == new.id) else {
			return Self::add_metric(new);
		};
		ensure!(entry.same_source(&new), Error::<T>::SourceChanged);
		*entry = new.validate().map_err(Error::<T>::from)?;
		Metrics::<T>::put(metrics);
		Self::excuse_open_round();
		Ok(())
	}

	/// Adds a metric.
	pub(crate) fn add_metric(metric: Metric) -> DispatchResult {
		let metric = metric.validate().map_err(Error::<T>::from)?;
		let id = metric.id;
		ensure!(LastMetricId::<T>::get().is_none_or(|last| id > last), Error::<T>::MetricIdUsed);
		// The id is the highest ever, so the tables stay in ascending order.
		Metrics::<T>::try_mutate(|metrics| metrics.try_push(metric))
			.map_err(|_| Error::<T>::TooManyMetrics)?;
		let gauge = Gauge::new(id, Self::next_due());
		Gauges::<T>::try_mutate(|panel| panel.gauges.try_push(gauge))
			.map_err(|_| Error::<T>::TooManyMetrics)?;
		LastMetricId::<T>::put(id);
		Ok(())
	}

	/// The first round in which a report without a metric that comes now is incomplete. Those of the
	/// genesis are due from the first round on.
	fn next_due() -> u32 {
		let grace = CurrentSettings::<T>::get().metric_grace.get();
		// The type bounds the grace by 10,000.
		let grace = u32::try_from(grace).unwrap_or(u32::MAX);
		CurrentRound::<T>::get().map_or(0, |round| round.next_number().saturating_add(grace))
	}

	fn retire_metric(id: MetricId) -> DispatchResult {
		ensure!(Self::has_metric(id), Error::<T>::UnknownMetric);
		Metrics::<T>::mutate(|metrics| metrics.retain(|metric| metric.id != id));
		Gauges::<T>::mutate(|panel| panel.gauges.retain(|gauge| gauge.metric() != id));
		Self::excuse_open_round();
		Ok(())
	}

	/// Strikes nobody for the open round, in which the table of metrics changes: whoever has committed
	/// to a report can neither change it nor, perhaps, reveal it any more.
	fn excuse_open_round() {
		CurrentRound::<T>::mutate(|round| {
			if let Some(round) = round {
				round.excuse();
			}
		});
	}

	/// Whether there is such a metric.
	pub(crate) fn has_metric(id: MetricId) -> bool {
		Metrics::<T>::get().iter().any(|metric| metric.id == id)
	}
}
