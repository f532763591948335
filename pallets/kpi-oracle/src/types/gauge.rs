// SPDX-License-Identifier: Apache-2.0

//! The state machine of one metric, and the panel of all of them.

use super::metric::rate;
use destra_primitives::{
	time::{Millis, Moment},
	KpiReading, KpiState, MaxMetrics, MetricId,
};
use frame_support::BoundedVec;

/// An accepted value.
#[frame_support::stored]
#[derive(Copy)]
pub struct Reading {
	/// The value, in the metric's unit.
	pub value: u64,
	/// The moment it stands for: the end of its round.
	pub at: Moment,
	/// How many reporters agreed on it; zero if it was measured on chain.
	pub agreeing: u32,
}

/// How a metric fares, apart from the age of its value and from the guardian.
#[frame_support::stored]
#[derive(Copy)]
enum Supply {
	#[codec(index = 0)]
	Steady,
	#[codec(index = 1)]
	Missed,
	#[codec(index = 2)]
	Dried,
}

/// A counter on chain, as it stood at one moment.
#[frame_support::stored]
#[derive(Copy)]
struct Sample {
	count: u128,
	at: Moment,
}

/// What is known of one metric.
#[frame_support::stored]
pub struct Gauge {
	metric: MetricId,
	/// The first round in which a report without it is incomplete.
	due_from: u32,
	halted: bool,
	/// Whether the bonds of the reporters are worth what a majority could gain.
	covered: bool,
	supply: Supply,
	/// Rounds in a row that brought a value.
	streak: u32,
	last: Option<Reading>,
	sample: Option<Sample>,
	announced: KpiState,
}

impl Gauge {
	/// A metric of which nothing is known; a report is complete without it until round `due_from`.
	pub const fn new(metric: MetricId, due_from: u32) -> Self {
		Self {
			metric,
			due_from,
			halted: false,
			covered: true,
			supply: Supply::Dried,
			streak: 0,
			last: None,
			sample: None,
			announced: KpiState::Stale,
		}
	}

	/// Which metric.
	pub const fn metric(&self) -> MetricId {
		self.metric
	}

	/// Whether a report of `round` is incomplete without it.
	pub const fn is_due(&self, round: u32) -> bool {
		self.due_from <= round
	}

	/// The last accepted value.
	pub const fn last(&self) -> Option<Reading> {
		self.last
	}

	/// Stops the metric, or lets it go on.
	pub fn set_halted(&mut self, halted: bool) {
		self.halted = halted;
	}

	/// Lets the metric earn only where it is covered.
	pub fn set_covered(&mut self, covered: bool) {
		self.covered = covered;
	}

	/// Milliseconds since the value was accepted; zero where there is none.
	pub fn age(&self, now: Moment) -> Millis {
		self.last.map_or(0, |last| now.saturating_sub(last.at))
	}

	/// The round brought a value. A metric that had dried up earns again after `recovery` such
	/// rounds in a row. A row is broken where the value before had grown too old, as in a stall, and
	/// a value that is too old already begins none.
	pub fn accept(&mut self, reading: Reading, now: Moment, max_age: Millis, recovery: u64) {
		let dried = self.dried_up(now, max_age);
		if self.dried_by_age(now, max_age) {
			self.streak = 0;
		}
		self.last = Some(reading);
		let aged = self.dried_by_age(now, max_age);
		self.streak = if aged { 0 } else { self.streak.saturating_add(1) };
		let recovering = dried && u64::from(self.streak) < recovery;
		self.supply = if aged || recovering { Supply::Dried } else { Supply::Steady };
	}

	/// The round brought no value: the last one stays until it is too old.
	pub fn miss(&mut self, now: Moment, max_age: Millis) {
		let dried = self.dried_up(now, max_age);
		self.streak = 0;
		self.supply = if dried { Supply::Dried } else { Supply::Missed };
	}

	/// Nothing is known any more of what it read: the metric has to recover.
	pub const fn forget(&mut self) {
		self.last = None;
		self.streak = 0;
		self.supply = Supply::Dried;
	}

	/// Where the value has grown too old by `now`, the metric has to recover, however old a value may be
	/// from now on.
	fn leave_aged_behind(&mut self, now: Moment, max_age: Millis) {
		if self.dried_by_age(now, max_age) {
			self.streak = 0;
			self.supply = Supply::Dried;
		}
	}

	/// Whether its parts fit each other: no good round, and no way to earn, without a value.
	#[cfg(any(feature = "try-runtime", test))]
	pub fn is_consistent(&self) -> bool {
		self.last.is_some() || (self.streak == 0 && self.supply == Supply::Dried)
	}

	/// Takes a sample of the counter behind the metric. The growth since the last one, scaled to
	/// `period` and rounded down, at most `max`; `None` without an earlier sample, without time
	/// between them, or if the counter fell.
	pub fn meter(&mut self, count: u128, at: Moment, period: Millis, max: u64) -> Option<u64> {
		let before = self.sample.replace(Sample { count, at })?;
		let growth = count.checked_sub(before.count)?;
		rate(growth, at.saturating_sub(before.at), period, max)
	}

	/// The state at `now`. `halted` says whether the whole panel is.
	pub fn state(&self, now: Moment, max_age: Millis, halted: bool) -> KpiState {
		match self.supply {
			_ if self.halted || halted => KpiState::Halted,
			_ if !self.covered => KpiState::Uncovered,
			_ if self.dried_up(now, max_age) => KpiState::Stale,
			Supply::Missed => KpiState::Degraded,
			Supply::Steady | Supply::Dried => KpiState::Fresh,
		}
	}

	/// The states before and now, if they differ since the last call.
	pub fn announce(&mut self, state: KpiState) -> Option<(KpiState, KpiState)> {
		let before = core::mem::replace(&mut self.announced, state);
		(before != state).then_some((before, state))
	}

	fn dried_up(&self, now: Moment, max_age: Millis) -> bool {
		self.supply == Supply::Dried || self.dried_by_age(now, max_age)
	}

	fn dried_by_age(&self, now: Moment, max_age: Millis) -> bool {
		self.last.is_none() || self.age(now) > max_age
	}
}

/// The gauges of all metrics, in ascending order of their ids, and the switch that halts them all.
#[frame_support::stored]
#[derive(Default)]
pub struct Panel {
	/// Whether all metrics are halted, those to come included.
	pub halted: bool,
	/// One for each metric.
	pub gauges: BoundedVec<Gauge, MaxMetrics>,
}

impl Panel {
	/// The gauge of `metric`.
	pub fn gauge(&self, metric: MetricId) -> Option<&Gauge> {
		self.gauges.iter().find(|gauge| gauge.metric == metric)
	}

	/// Whether the guardian has stopped `metric`, by itself or with all others.
	pub fn is_halted(&self, metric: MetricId) -> bool {
		self.halted || self.gauge(metric).is_some_and(|gauge| gauge.halted)
	}

	/// The gauge of `metric`, to change it.
	pub fn gauge_mut(&mut self, metric: MetricId) -> Option<&mut Gauge> {
		self.gauges.iter_mut().find(|gauge| gauge.metric == metric)
	}

	/// Each metric whose value has grown too old by `now` has to recover, however old a value may be from
	/// now on.
	pub fn leave_aged_behind(&mut self, now: Moment, max_age: Millis) {
		self.gauges.iter_mut().for_each(|gauge| gauge.leave_aged_behind(now, max_age));
	}

	/// What each metric reads at `now`.
	pub fn readings(&self, now: Moment, max_age: Millis) -> impl Iterator<Item = KpiReading> + '_ {
		self.gauges.iter().map(move |gauge| KpiReading {
			metric: gauge.metric,
			value: gauge.last.map(|last| last.value),
			state: gauge.state(now, max_age, self.halted),
			age: gauge.age(now),
		})
	}

	/// Each state that changed since the last call: metric, before, now.
	pub fn announce(
		&mut self,
		now: Moment,
		max_age: Millis,
	) -> impl Iterator<Item = (MetricId, KpiState, KpiState)> + '_ {
		let halted = self.halted;
		self.gauges.iter_mut().filter_map(move |gauge| {
			let state = gauge.state(now, max_age, halted);
			gauge.announce(state).map(|(from, to)| (gauge.metric, from, to))
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use KpiState::*;

	const MAX_AGE: Millis = 100;

	fn reading(value: u64, at: Moment) -> Reading {
		Reading { value, at, agreeing: 3 }
	}

	fn fresh(at: Moment) -> Gauge {
		let mut gauge = Gauge::new(MetricId(1), 0);
		gauge.accept(reading(5, at), at, MAX_AGE, 1);
		gauge
	}

	fn state(gauge: &Gauge, now: Moment) -> KpiState {
		gauge.state(now, MAX_AGE, false)
	}

	#[test]
	fn a_new_gauge_has_no_value_and_earns_nothing() {
		let gauge = Gauge::new(MetricId(1), 0);
		assert_eq!((state(&gauge, 0), gauge.last(), gauge.age(9)), (Stale, None, 0));
	}

	#[test]
	fn a_missed_round_degrades_and_age_makes_stale() {
		let mut gauge = fresh(1_000);
		assert_eq!(state(&gauge, 1_000), Fresh);
		gauge.miss(1_050, MAX_AGE);
		assert_eq!(state(&gauge, 1_100), Degraded, "the oldest value that earns");
		assert_eq!(state(&gauge, 1_101), Stale);
		gauge.accept(reading(6, 1_060), 1_060, MAX_AGE, 1);
		assert_eq!(state(&gauge, 1_060), Fresh);
	}

	#[test]
	fn a_stall_makes_stale_without_a_round() {
		assert_eq!(state(&fresh(1_000), 1_101), Stale);
	}

	#[test]
	fn a_value_that_is_old_when_accepted_does_not_earn() {
		let mut gauge = fresh(1_000);
		gauge.accept(reading(6, 1_050), 9_000, MAX_AGE, 1);
		assert_eq!(state(&gauge, 9_000), Stale);
	}

	#[test]
	fn a_stale_metric_needs_several_good_rounds_to_earn_again() {
		let mut gauge = fresh(1_000);
		gauge.miss(1_200, MAX_AGE);
		assert_eq!(state(&gauge, 1_200), Stale);
		gauge.accept(reading(6, 1_210), 1_210, MAX_AGE, 2);
		assert_eq!(state(&gauge, 1_210), Stale, "one is not enough");
		gauge.miss(1_220, MAX_AGE);
		gauge.accept(reading(6, 1_230), 1_230, MAX_AGE, 2);
		assert_eq!(state(&gauge, 1_230), Stale, "the row was broken");
		gauge.accept(reading(6, 1_240), 1_240, MAX_AGE, 2);
		assert_eq!(state(&gauge, 1_240), Fresh);
	}

	#[test]
	fn a_stall_breaks_the_row_that_a_stale_metric_needs() {
		let mut gauge = fresh(1_000);
		(1..50).for_each(|n| gauge.accept(reading(5, 1_000 + n), 1_000 + n, MAX_AGE, 2));
		assert_eq!(state(&gauge, 1_049), Fresh);
		// Nothing for a while; then a round of reports from before the stall, and two good ones.
		gauge.accept(reading(5, 1_060), 9_000, MAX_AGE, 2);
		assert_eq!(state(&gauge, 9_000), Stale, "the value is as old as the stall");
		gauge.accept(reading(6, 9_010), 9_010, MAX_AGE, 2);
		assert_eq!(state(&gauge, 9_010), Stale, "one good round is not two");
		gauge.accept(reading(6, 9_020), 9_020, MAX_AGE, 2);
		assert_eq!(state(&gauge, 9_020), Fresh);
		// A value measured now, as a meter's, after another stall; and a stall within a recovery.
		gauge.accept(reading(7, 20_000), 20_000, MAX_AGE, 2);
		assert_eq!(state(&gauge, 20_000), Stale);
		gauge.accept(reading(7, 30_000), 30_000, MAX_AGE, 2);
		assert_eq!(state(&gauge, 30_000), Stale);
		gauge.accept(reading(7, 30_010), 30_010, MAX_AGE, 2);
		assert_eq!(state(&gauge, 30_010), Fresh);
	}

	#[test]
	fn a_larger_maximum_age_brings_no_aged_value_back() {
		let (mut aged, mut young) = (fresh(1_000), fresh(1_000));
		aged.leave_aged_behind(1_101, MAX_AGE);
		assert_eq!(aged.state(1_101, 10 * MAX_AGE, false), Stale);
		aged.accept(reading(6, 1_110), 1_110, 10 * MAX_AGE, 2);
		assert_eq!(aged.state(1_110, 10 * MAX_AGE, false), Stale, "it takes its two good rounds");
		young.leave_aged_behind(1_100, MAX_AGE);
		assert_eq!(young.state(1_101, 10 * MAX_AGE, false), Fresh);
	}

	#[test]
	fn a_new_metric_may_be_left_out_until_it_is_due() {
		let gauge = Gauge::new(MetricId(1), 7);
		assert!(!gauge.is_due(6) && gauge.is_due(7));
	}

	#[test]
	fn a_halt_covers_the_state_below_it() {
		let mut gauge = fresh(1_000);
		gauge.set_halted(true);
		assert_eq!(state(&gauge, 1_000), Halted);
		gauge.miss(1_050, MAX_AGE);
		gauge.set_halted(false);
		assert_eq!(state(&gauge, 1_050), Degraded);
		assert_eq!(gauge.state(1_050, MAX_AGE, true), Halted);
	}

	#[test]
	fn a_metric_that_is_not_covered_earns_nothing_and_then_is_what_it_was() {
		let mut gauge = fresh(1_000);
		gauge.set_covered(false);
		assert_eq!(state(&gauge, 1_000), Uncovered);
		assert_eq!(gauge.state(1_000, MAX_AGE, true), Halted);
		gauge.miss(1_050, MAX_AGE);
		gauge.set_covered(true);
		assert_eq!(state(&gauge, 1_050), Degraded);
	}

	#[test]
	fn each_change_of_state_is_announced_once() {
		let mut gauge = fresh(1_000);
		assert_eq!(gauge.announce(Fresh), Some((Stale, Fresh)));
		assert_eq!(gauge.announce(Fresh), None);
		assert_eq!(gauge.announce(Degraded), Some((Fresh, Degraded)));
	}

	#[test]
	fn a_meter_reads_growth_per_period() {
		let mut gauge = Gauge::new(MetricId(1), 0);
		assert_eq!(gauge.meter(1_000, 0, 10, u64::MAX), None, "the first sample has no growth");
		assert_eq!(gauge.meter(1_007, 20, 10, u64::MAX), Some(3));
		assert_eq!(gauge.meter(1_007, 20, 10, u64::MAX), None, "no time has passed");
		assert_eq!(gauge.meter(900, 40, 10, u64::MAX), None, "a counter never falls");
		assert_eq!(gauge.meter(900, 60, 10, u64::MAX), Some(0));
	}
}
