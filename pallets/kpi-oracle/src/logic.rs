// SPDX-License-Identifier: Apache-2.0

//! The phases of a round and its close, halts, and what others read.

use crate::{
	judgement::{Ballot, Verdict},
	types::{
		count, value_of, BondTerm, Clock, Electorate, Gauge, InvalidMetric, InvalidSettings,
		MeteredMetric, Metric, MetricKind, MetricRecord, Outcome, Panel, Reading, ReportedMetric,
		Round, RoundRecord, Settings, Tally,
	},
	Commitments, Config, CurrentRound, CurrentSettings, Error, Event, Gauges, GenesisConfig,
	History, LeastBond, Metrics, Pallet, Reporters, Reports, WeightInfo,
};
use alloc::vec::Vec;
use destra_economics::{corruption::smallest_majority, emission::Signal};
use destra_primitives::{
	out_of_range, time::Moment, BondCover, KpiMeter, KpiProvider, KpiReading, KpiReadings,
	KpiSignals, KpiState, MetricId, ReporterStakes,
};
use frame_support::{
	traits::{Get, Time},
	weights::Weight,
	BoundedVec,
};
use sp_runtime::DispatchResult;

impl<T: Config> From<InvalidMetric> for Error<T> {
	fn from(invalid: InvalidMetric) -> Self {
		match invalid {
			InvalidMetric::EmptyBounds => Self::EmptyBounds,
		}
	}
}

impl<T: Config> From<InvalidSettings> for Error<T> {
	fn from(invalid: InvalidSettings) -> Self {
		match invalid {
			InvalidSettings::MaxAgeBelowTwoRounds => Self::MaxAgeBelowTwoRounds,
			InvalidSettings::UnbondingBelowHalt => Self::UnbondingBelowHalt,
		}
	}
}

// Rounds.
impl<T: Config> Pallet<T> {
	/// Opens the first round, when the clock is set.
	pub(crate) fn open_first_round(clock: &Clock) -> Weight {
		let length = CurrentSettings::<T>::get().round_length.get();
		CurrentRound::<T>::put(Round::first(clock, length));
		T::WeightInfo::on_initialize_open()
	}

	/// Lets `round` take reports from now on.
	pub(crate) fn begin_reports(mut round: Round, clock: &Clock) -> Weight {
		round.begin_reports(clock);
		CurrentRound::<T>::put(round);
		T::WeightInfo::on_initialize_reports()
	}

	/// Closes `round` and opens the next one.
	pub(crate) fn close_round(round: Round, clock: &Clock) -> Weight {
		let now = clock.now;
		let settings = CurrentSettings::<T>::get();
		let metrics = Metrics::<T>::get();
		let ballots = Self::take_ballots();
		let weight = T::WeightInfo::on_initialize_close(count(ballots.len()), count(metrics.len()));

		let bonded = ballots.iter().filter(|ballot| ballot.reporter.is_bonded()).count();
		let reports = count(ballots.iter().filter(|ballot| ballot.values.is_some()).count());
		let committed = count(ballots.iter().filter(|ballot| ballot.committed).count());
		let electorate = Electorate::new(count(bonded), settings.min_quorum);
		let outcomes = Self::outcomes(&round, &metrics, &ballots, electorate);
		let succession = round.succeed(clock, settings.round_length.get());
		let judged = Self::without_halted(&outcomes);
		let verdict = Verdict {
			round: &round,
			outcomes: &judged,
			// A value takes a quorum. Without one nobody knows who is right, nor whom to ask to be there.
			accountable: judged.iter().any(|one| one.tally.is_some()) && !succession.excused,
			// Had all of them reported, there could have been one. Where nobody did, nobody saw a report: then
			// it was no decision, but an outage.
			withholdable: committed >= electorate.quorum()
				&& reports > 0
				&& !judged.is_empty()
				&& !succession.excused,
			most_suspended: electorate.most_suspended(),
		};

		let records = Self::turn_gauges(&round, now, &metrics, &outcomes, &settings);
		let honest = Self::judge(ballots, &verdict, now, &settings);
		Self::allot_rewards(&honest);

		let record = RoundRecord {
			round: round.number(),
			ended_at: round.ends_at(),
			reports,
			quorum: electorate.quorum(),
			metrics: records,
		};
		History::<T>::insert(Self::history_slot(round.number()), record);
		CurrentRound::<T>::put(succession.next);
		Self::deposit_event(Event::RoundClosed {
			round: round.number(),
			reports,
			quorum: electorate.quorum(),
			missed: succession.missed,
			next_reports_from: succession.next.reports_from(),
			next_ends_at: succession.next.ends_at(),
		});
		weight
	}

	/// Where the record of `round` is kept.
	pub(crate) fn history_slot(round: u32) -> u32 {
		round.checked_rem(T::HistoryLength::get()).unwrap_or(0)
	}

	/// Every reporter, with its commitment and report taken out of storage.
	fn take_ballots() -> Vec<Ballot<T>> {
		Reporters::<T>::iter()
			.map(|(who, reporter)| {
				let committed = Commitments::<T>::take(&who).is_some();
				let values = Reports::<T>::take(&who);
				Ballot { who, reporter, committed, values }
			})
			.collect()
	}

	/// What the reports on each reported metric come to.
	fn outcomes(
		round: &Round,
		metrics: &[Metric],
		ballots: &[Ballot<T>],
		electorate: Electorate,
	) -> Vec<Outcome> {
		let panel = Gauges::<T>::get();
		let outcome = |metric: &Metric| {
			let MetricKind::Reported(reported) = metric.kind else { return None };
			let values = ballots
				.iter()
				.filter_map(|ballot| value_of(ballot.values.as_ref()?, metric.id))
				.collect();
			Some(Outcome {
				metric: metric.id,
				due: panel.gauge(metric.id).is_some_and(|gauge| gauge.is_due(round.number())),
				tally: Tally::count(values, electorate, reported.tolerance),
			})
		};
		metrics.iter().filter_map(outcome).collect()
	}

	/// The outcomes that reporters are judged by. Of a metric that the guardian has halted the value is
	/// in doubt: whoever decides it must neither punish the others with it nor be rewarded for it.
	fn without_halted(outcomes: &[Outcome]) -> Vec<Outcome> {
		let panel = Gauges::<T>::get();
		let halted = |outcome: &&Outcome| panel.is_halted(outcome.metric);
		outcomes.iter().filter(|outcome| !halted(outcome)).copied().collect()
	}

	/// Brings each gauge to what the round came to, and records that. Reported metrics earn only while
	/// the bonds of the reporters are worth what a majority of them could gain.
	fn turn_gauges(
		round: &Round,
		now: Moment,
		metrics: &[Metric],
		outcomes: &[Outcome],
		settings: &Settings,
	) -> BoundedVec<MetricRecord, destra_primitives::MaxMetrics> {
		let (max_age, recovery) = (settings.max_age.get(), settings.recovery_rounds.get());
		// Time moves the streams: what they release may have come to be worth more than the bonds.
		let covered = T::Cover::holds();
		let mut panel = Gauges::<T>::get();
		let mut records = BoundedVec::new();
		for (metric, gauge) in metrics.iter().zip(panel.gauges.iter_mut()) {
			let outcome = outcomes.iter().find(|outcome| outcome.metric == metric.id);
			let tally = outcome.and_then(|outcome| outcome.tally);
			// What a short round measured would hold for as long as a longer one lasts, and cost as little.
			let holds = metric.is_reported() || round.length() == settings.round_length.get();
			let reading = Self::read(metric, gauge, tally, round, now).filter(|_| holds);
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
				None if holds => gauge.miss(now, max_age),
				None => gauge.forget(),
			}
			gauge.set_covered(covered || !metric.is_reported());
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
		tally: Option<Tally>,
		round: &Round,
		now: Moment,
	) -> Option<Reading> {
		match metric.kind {
			MetricKind::Reported(ReportedMetric { bounds, max_step, .. }) => {
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
			MetricKind::Metered(MeteredMetric { period, max }) => {
				let cumulative = T::Meters::cumulative(metric.id)?;
				let value = gauge.meter(cumulative, now, period.get(), max.get())?;
				Some(Reading { value, at: now, agreeing: 0 })
			}
		}
	}
}

// States.
impl<T: Config> Pallet<T> {
	/// Stores the `panel` and announces each state that changed.
	pub(crate) fn store_panel(mut panel: Panel, now: Moment, settings: &Settings) {
		for (metric, from, to) in panel.announce(now, settings.max_age.get()) {
			Self::deposit_event(Event::MetricStateChanged { metric, from, to });
		}
		Gauges::<T>::put(panel);
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

// Bonds.
impl<T: Config> Pallet<T> {
	/// What reporters put at stake now.
	pub fn stakes() -> ReporterStakes {
		let settings = CurrentSettings::<T>::get();
		let reported = |metric: Metric| metric.is_reported().then_some(metric.id);
		// The type bounds the minimum by 64.
		let min_quorum = u32::try_from(settings.min_quorum.get()).unwrap_or(u32::MAX);
		ReporterStakes {
			bond: LeastBond::<T>::get().least(),
			majority: smallest_majority(min_quorum),
			time_to_halt: settings.time_to_halt.get(),
			reported: Metrics::<T>::get().into_iter().filter_map(reported).collect(),
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What every metric reads at `now`.
	pub(crate) fn readings(now: Moment) -> KpiReadings {
		let max_age = CurrentSettings::<T>::get().max_age.get();
		// As many readings as gauges, and those have the same bound.
		BoundedVec::truncate_from(Gauges::<T>::get().readings(now, max_age).collect())
	}

	/// What feeds the track of `metric`, given what it reads. A counter does so itself, whether or not rounds
	/// close: each unit of it earns once, and what it counts while the metric is halted never does.
	fn signal(metric: &Metric, reading: &KpiReading) -> Option<Signal> {
		match metric.kind {
			MetricKind::Reported(_) => reading.earning().map(Signal::Level),
			MetricKind::Metered(MeteredMetric { period, .. }) => Some(Signal::Count {
				total: T::Meters::cumulative(metric.id)?,
				period: period.get(),
				counts: reading.state != KpiState::Halted,
			}),
		}
	}
}

impl<T: Config> KpiProvider for Pallet<T> {
	fn signals(now: Moment) -> KpiSignals {
		let readings = Self::readings(now);
		let metrics = Metrics::<T>::get();
		// Both are in ascending order of the same ids.
		let signals = metrics
			.iter()
			.zip(&readings)
			.map(|(metric, reading)| (metric.id, Self::signal(metric, reading)));
		BoundedVec::truncate_from(signals.collect())
	}

	fn levels(now: Moment) -> KpiSignals {
		let readings = Self::readings(now);
		let levels = readings.iter().map(|one| (one.metric, one.earning().map(Signal::Level)));
		BoundedVec::truncate_from(levels.collect())
	}

	fn exists(metric: MetricId) -> bool {
		Self::has_metric(metric)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_levels(levels: &[(MetricId, u64)], now: Moment) {
		let max_age = CurrentSettings::<T>::get().max_age.get();
		let gauge = |(id, value): &(MetricId, u64)| {
			let mut gauge = Gauge::new(*id, 0);
			gauge.accept(Reading { value: *value, at: now, agreeing: 1 }, now, max_age, 1);
			gauge
		};
		let gauges = BoundedVec::truncate_from(levels.iter().map(gauge).collect());
		Gauges::<T>::put(Panel { halted: false, gauges });
		let metrics =
			levels.iter().map(|(MetricId(id), _)| crate::benchmarking::metric((*id).into()));
		Metrics::<T>::put(BoundedVec::truncate_from(metrics.collect()));
		crate::benchmarking::measure_on_chain::<T>();
	}
}

// Genesis. A chain spec that is wrong must not start, so this panics, and names the wrong value.
#[allow(clippy::panic)]
impl<T: Config> Pallet<T> {
	pub(crate) fn build_genesis(config: &GenesisConfig<T>) {
		let beyond = config.metrics.iter().find_map(|metric| out_of_range("metric", metric));
		let beyond = out_of_range("settings", &config.settings).or(beyond);
		assert!(beyond.is_none(), "KPI oracle: out of range: {beyond:?}");
		match config.settings.clone().validate() {
			Ok(settings) => {
				LeastBond::<T>::put(BondTerm::new(settings.bond.get()));
				CurrentSettings::<T>::put(settings);
			}
			Err(why) => panic!("KPI oracle settings: {why:?} in {:?}", config.settings),
		}
		for metric in &config.metrics {
			if let Err(why) = Self::add_metric(metric.clone()) {
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
		let (reporters, quorum) = (config.reporters.len(), config.settings.min_quorum.get());
		assert!(
			reporters == 0 || u64::from(count(reporters)) >= quorum,
			"KPI oracle: a min_quorum of {quorum} with {reporters} reporters can never be reached"
		);
	}
}
