// SPDX-License-Identifier: Apache-2.0

//! The close of a round, and the table of metrics.

use crate::{
	types::{
		conduct, quorum, Conduct, Gauge, InvalidMetric, InvalidSettings, Metric, MetricKind,
		MetricRecord, Panel, Reading, ReportValues, Reporter, Round, RoundRecord, Settings,
		Succession, Tally,
	},
	Config, CurrentRound, CurrentSettings, Error, Event, Gauges, GenesisConfig, History,
	LastMetricId, Metrics, Pallet, Reporters, Reports, WeightInfo,
};
use alloc::vec::Vec;
use destra_primitives::{time::Moment, KpiMeter, KpiProvider, KpiReadings, MetricId};
use frame_support::traits::Time;
use frame_support::{ensure, traits::Get, weights::Weight, BoundedVec};
use sp_runtime::DispatchResult;

/// A reporter and what it said in the round that closes.
pub(crate) struct Ballot<T: Config> {
	pub(crate) who: T::AccountId,
	pub(crate) reporter: Reporter,
	pub(crate) values: Option<ReportValues>,
}

/// The tally of each metric that has a quorum.
type Tallies = Vec<(MetricId, Tally)>;

impl<T: Config> From<InvalidMetric> for Error<T> {
	fn from(invalid: InvalidMetric) -> Self {
		match invalid {
			InvalidMetric::EmptyBounds => Self::EmptyBounds,
			InvalidMetric::NoAbsoluteStep => Self::NoAbsoluteStep,
		}
	}
}

impl<T: Config> From<InvalidSettings> for Error<T> {
	fn from(invalid: InvalidSettings) -> Self {
		match invalid {
			InvalidSettings::MaxAgeBelowRound => Self::MaxAgeBelowRound,
			InvalidSettings::BondOutOfBounds => Self::BondOutOfBounds,
		}
	}
}

/// As a bounded number of things that are counted in `u32`.
fn count(things: usize) -> u32 {
	u32::try_from(things).unwrap_or(u32::MAX)
}

// Rounds.
impl<T: Config> Pallet<T> {
	/// Opens the first round, when the clock is set.
	pub(crate) fn open_first_round(now: Moment) -> Weight {
		let length = CurrentSettings::<T>::get().round_length.get();
		CurrentRound::<T>::put(Round::first(now, length));
		T::WeightInfo::on_initialize_open()
	}

	/// Closes `round` at `now` and opens the next one.
	pub(crate) fn close_round(round: Round, now: Moment) -> Weight {
		let settings = CurrentSettings::<T>::get();
		let metrics = Metrics::<T>::get();
		let ballots = Self::take_ballots();
		let weight = T::WeightInfo::on_initialize_close(count(ballots.len()), count(metrics.len()));

		let active = ballots.iter().filter(|ballot| ballot.reporter.is_active()).count();
		let reports = count(ballots.iter().filter(|ballot| ballot.values.is_some()).count());
		let quorum = quorum(count(active), settings.min_quorum);
		let tallies = Self::tally(&metrics, &ballots, quorum);
		let succession = round.succeed(now, settings.round_length.get());

		let records = Self::turn_gauges(&round, now, &metrics, &tallies, &settings);
		let reported = metrics.iter().filter(|metric| metric.is_reported()).count();
		let honest = Self::judge(ballots, &tallies, reported, &succession, &settings);
		Self::allot_rewards(&honest);

		let Succession { next, missed, .. } = succession;
		let record = RoundRecord {
			round: round.number(),
			ended_at: round.ends_at(),
			reports,
			quorum,
			metrics: records,
		};
		History::<T>::insert(Self::history_slot(round.number()), record);
		CurrentRound::<T>::put(next);
		Self::deposit_event(Event::RoundClosed {
			round: round.number(),
			reports,
			quorum,
			missed,
			next_ends_at: next.ends_at(),
		});
		weight
	}

	/// Where the record of `round` is kept.
	pub(crate) fn history_slot(round: u32) -> u32 {
		round.checked_rem(T::HistoryLength::get()).unwrap_or(0)
	}

	/// Every reporter, with its report taken out of storage.
	fn take_ballots() -> Vec<Ballot<T>> {
		Reporters::<T>::iter()
			.map(|(who, reporter)| {
				let values = Reports::<T>::take(&who);
				Ballot { who, reporter, values }
			})
			.collect()
	}

	/// Counts the reports on each metric.
	fn tally(metrics: &[Metric], ballots: &[Ballot<T>], quorum: u32) -> Tallies {
		metrics
			.iter()
			.filter_map(|metric| {
				let MetricKind::Reported { tolerance, .. } = metric.kind else { return None };
				let values = ballots
					.iter()
					.filter_map(|ballot| ballot.values.as_ref())
					.filter_map(|values| values.iter().find(|(id, _)| *id == metric.id))
					.map(|(_, value)| *value)
					.collect();
				Some((metric.id, Tally::count(values, quorum, tolerance)?))
			})
			.collect()
	}

	/// Brings each gauge to what the round came to, and records that.
	fn turn_gauges(
		round: &Round,
		now: Moment,
		metrics: &[Metric],
		tallies: &[(MetricId, Tally)],
		settings: &Settings,
	) -> BoundedVec<MetricRecord, destra_primitives::MaxMetrics> {
		let (max_age, recovery) = (settings.max_age.get(), settings.recovery_rounds.get());
		let mut panel = Gauges::<T>::get();
		let mut records = BoundedVec::new();
		for (metric, gauge) in metrics.iter().zip(panel.gauges.iter_mut()) {
			let tally = tallies.iter().find(|(id, _)| *id == metric.id).map(|(_, tally)| tally);
			let reading = Self::read(metric, gauge, tally, round, now);
			match reading {
				Some(reading) => {
					gauge.accept(reading, now, max_age, recovery);
					Self::deposit_event(Event::ValueAccepted {
						metric: metric.id,
						round: round.number(),
						value: reading.value,
						agreeing: reading.agreeing,
					});
				}
				None => gauge.miss(now, max_age),
			}
			let record = MetricRecord {
				metric: metric.id,
				value: reading.map(|reading| reading.value),
				agreeing: reading.map_or(0, |reading| reading.agreeing),
				state: gauge.state(now, max_age, panel.halted),
			};
			// As many records as metrics, and those have the same bound.
			let _ = records.try_push(record);
		}
		Self::store_panel(panel, now, settings);
		records
	}

	/// What the round says about `metric`; `None` if it says nothing.
	fn read(
		metric: &Metric,
		gauge: &mut Gauge,
		tally: Option<&Tally>,
		round: &Round,
		now: Moment,
	) -> Option<Reading> {
		match metric.kind {
			MetricKind::Reported { bounds, max_step, .. } => {
				let tally = tally?;
				let median = tally.median();
				let step = gauge.last().map_or(median, |last| max_step.clamp(last.value, median));
				let value = bounds.clamp(step);
				if value != median {
					Self::deposit_event(Event::StepClamped {
						metric: metric.id,
						median,
						accepted: value,
					});
				}
				// Dated at the end of the round, not at its close: after a stall the reports are
				// as old as the stall was long.
				Some(Reading { value, at: round.ends_at(), agreeing: tally.agreeing() })
			}
			MetricKind::Metered { period, max } => {
				let cumulative = T::Meters::cumulative(metric.id)?;
				let value = gauge.meter(cumulative, now, period.get(), max)?;
				Some(Reading { value, at: now, agreeing: 0 })
			}
		}
	}

	/// Strikes, suspends and reinstates. Returns the honest reporters.
	fn judge(
		ballots: Vec<Ballot<T>>,
		tallies: &[(MetricId, Tally)],
		reported: usize,
		succession: &Succession,
		settings: &Settings,
	) -> Vec<T::AccountId> {
		let opens = succession.next.number();
		let mut honest = Vec::new();
		for Ballot { who, mut reporter, values } in ballots {
			let before = reporter.clone();
			if reporter.is_active() {
				let conduct = conduct(values.as_ref(), tallies, reported);
				// Nobody is answerable for a round in which the chain stood still.
				let excused =
					succession.stalled || !reporter.is_answerable(opens.saturating_sub(1));
				match conduct {
					Conduct::Honest => {
						reporter.reward_conduct(settings);
						honest.push(who.clone());
					}
					Conduct::Wrong if !succession.stalled => {
						Self::strike(&who, &mut reporter, conduct, settings)
					}
					Conduct::Silent if !excused => {
						Self::strike(&who, &mut reporter, conduct, settings)
					}
					Conduct::Unjudged | Conduct::Wrong | Conduct::Silent => {}
				}
			} else if reporter.serve_round(settings.bond, opens) {
				Self::deposit_event(Event::ReporterActivated { who: who.clone() });
			}
			if reporter != before {
				Reporters::<T>::insert(who, reporter);
			}
		}
		honest
	}
}

// Metrics.
impl<T: Config> Pallet<T> {
	/// Stores the `panel` and announces each state that changed.
	pub(crate) fn store_panel(mut panel: Panel, now: Moment, settings: &Settings) {
		for (metric, from, to) in panel.announce(now, settings.max_age.get()) {
			Self::deposit_event(Event::MetricStateChanged { metric, from, to });
		}
		Gauges::<T>::put(panel);
	}

	pub(crate) fn do_register_metric(metric: Metric) -> DispatchResult {
		let metric = metric.validate().map_err(Error::<T>::from)?;
		let id = metric.id;
		ensure!(LastMetricId::<T>::get().is_none_or(|last| id > last), Error::<T>::MetricIdUsed);
		// The id is the highest ever, so the tables stay in ascending order.
		Metrics::<T>::try_mutate(|metrics| metrics.try_push(metric))
			.map_err(|_| Error::<T>::TooManyMetrics)?;
		Gauges::<T>::try_mutate(|panel| panel.gauges.try_push(Gauge::new(id)))
			.map_err(|_| Error::<T>::TooManyMetrics)?;
		LastMetricId::<T>::put(id);
		Self::deposit_event(Event::MetricRegistered { metric: id });
		Ok(())
	}

	pub(crate) fn do_update_metric(metric: Metric) -> DispatchResult {
		let new = metric.validate().map_err(Error::<T>::from)?;
		let old = Metrics::<T>::try_mutate(|metrics| {
			let entry = metrics
				.iter_mut()
				.find(|entry| entry.id == new.id)
				.ok_or(Error::<T>::UnknownMetric)?;
			ensure!(entry.same_source(&new), Error::<T>::SourceChanged);
			Ok::<_, Error<T>>(core::mem::replace(entry, new.clone()))
		})?;
		Self::deposit_event(Event::MetricUpdated { old, new });
		Ok(())
	}

	pub(crate) fn do_retire_metric(id: MetricId) -> DispatchResult {
		Metrics::<T>::try_mutate(|metrics| {
			ensure!(metrics.iter().any(|metric| metric.id == id), Error::<T>::UnknownMetric);
			metrics.retain(|metric| metric.id != id);
			Ok::<_, Error<T>>(())
		})?;
		Gauges::<T>::mutate(|panel| panel.gauges.retain(|gauge| gauge.metric() != id));
		Self::deposit_event(Event::MetricRetired { metric: id });
		Ok(())
	}

	pub(crate) fn do_halt(metric: Option<MetricId>) -> DispatchResult {
		Self::set_halted(metric, true)?;
		Self::deposit_event(Event::Halted { metric });
		Ok(())
	}

	pub(crate) fn do_resume(metric: Option<MetricId>) -> DispatchResult {
		Self::set_halted(metric, false)?;
		Self::deposit_event(Event::Resumed { metric });
		Ok(())
	}

	fn set_halted(metric: Option<MetricId>, halted: bool) -> DispatchResult {
		let mut panel = Gauges::<T>::get();
		match metric {
			Some(id) => panel.gauge_mut(id).ok_or(Error::<T>::UnknownMetric)?.set_halted(halted),
			None => panel.halted = halted,
		}
		Self::store_panel(panel, T::Time::now(), &CurrentSettings::<T>::get());
		Ok(())
	}
}

// Settings.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_settings(settings: Settings) -> DispatchResult {
		let new = settings.validate().map_err(Error::<T>::from)?;
		let old = CurrentSettings::<T>::get();
		CurrentSettings::<T>::put(&new);
		Self::deposit_event(Event::SettingsChanged { old, new });
		Ok(())
	}
}

impl<T: Config> KpiProvider for Pallet<T> {
	fn readings(now: Moment) -> KpiReadings {
		let max_age = CurrentSettings::<T>::get().max_age.get();
		// As many readings as gauges, and those have the same bound.
		BoundedVec::truncate_from(Gauges::<T>::get().readings(now, max_age).collect())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_readings(metrics: &[(MetricId, u64)], now: Moment) {
		let max_age = CurrentSettings::<T>::get().max_age.get();
		let gauge = |(id, value): &(MetricId, u64)| {
			let mut gauge = Gauge::new(*id);
			gauge.accept(Reading { value: *value, at: now, agreeing: 1 }, now, max_age, 1);
			gauge
		};
		let gauges = BoundedVec::truncate_from(metrics.iter().map(gauge).collect());
		Gauges::<T>::put(Panel { halted: false, gauges });
	}
}

// Genesis. A chain spec that is wrong must not start, so this panics, and names the wrong value.
#[allow(clippy::panic)]
impl<T: Config> Pallet<T> {
	pub(crate) fn build_genesis(config: &GenesisConfig<T>) {
		match config.settings.clone().validate() {
			Ok(settings) => CurrentSettings::<T>::put(settings),
			Err(why) => panic!("KPI oracle settings: {why:?} in {:?}", config.settings),
		}
		for metric in &config.metrics {
			if let Err(why) = Self::do_register_metric(metric.clone()) {
				panic!("KPI oracle metric {metric:?}: {why:?}");
			}
		}
		for who in &config.reporters {
			let result =
				Self::do_admit_reporter(who.clone()).and_then(|()| Self::do_bond(who.clone()));
			if let Err(why) = result {
				panic!("KPI oracle reporter {who:?}: {why:?}");
			}
		}
	}
}
