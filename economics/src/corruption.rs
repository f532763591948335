// SPDX-License-Identifier: Apache-2.0

//! What a majority that colludes can gain with a metric, and the bond that outweighs it.
//!
//! Whoever decides the readings of a metric lets its stream emit at full pace, whatever the network
//! achieves, until the guardian halts the metric. The rule against it: *the bonds of the smallest
//! majority are worth at least the emission that it can cause*. It counts all of that emission,
//! whoever receives it, as [`payments::wash`](crate::payments::wash) does, so it holds for any
//! accomplices.
//!
//! # The bound
//!
//! With the target `T(C)` of a [`KpiStream`], its cumulated KPI `C` and its cumulative baseline
//! `B(t)`, a metric that is on its baseline for the time `h` that it takes to halt it releases
//!
//! ```text
//! ΔT = T(C + B(t + h) − B(t)) − T(C)                   planck
//! ```
//!
//! Nothing releases more: what lies above the baseline does not count. What the limits of the
//! [`emission`](crate::emission) withhold of it comes later, and what they withheld before is paid whatever
//! is released now. A majority of `k` reporters, each with the bond `S`, loses more than it gains where
//!
//! ```text
//! S ≥ ⌈ΔT / k⌉                                         planck
//! ```
//!
//! Three things are assumed in the attacker's favour. The truth earns nothing, so that all of the
//! emission is his. The reading is on the baseline at once: a step bound slows down whoever begins
//! below it, but not one who *keeps* a value from which the truth has fallen, nor the first value of
//! a new metric. [`gain_by_steps`] tells what the step bound leaves. And none of the bonds
//! is lost for another reason.
//!
//! The bound holds for the present `C` and `t`. A metric that stays below its baseline for long
//! earns faster when it catches up: `ΔT` grows with `b(t)`, up to `2^(t/D)` times. So it has to be
//! asked again whenever the streams, the bond or the time to halt change, and as time passes.

use crate::{split::mul_div_ceil, KpiStream};

/// A KPI stream and how far it has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
	/// The stream.
	pub stream: KpiStream,
	/// Economic time since its start, in milliseconds.
	pub elapsed: u64,
	/// The KPI cumulated since, in unit · milliseconds, capped at the baseline.
	pub cumulated: u128,
}

/// How far an accepted value may lie from the one before, and how often one is accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StepBound {
	/// The part of the value before, in parts of 10⁹; what it comes to is rounded up.
	pub relative: u32,
	/// A number of units; the larger of both counts.
	pub absolute: u64,
	/// The length of a round, in milliseconds.
	pub round: u64,
}

impl StepBound {
	/// The largest value that may follow on `value`; saturates.
	fn next(&self, value: u64) -> u64 {
		let part = mul_div_ceil(value.into(), self.relative.into(), 1_000_000_000);
		let part = part.and_then(|part| u64::try_from(part).ok()).unwrap_or(u64::MAX);
		value.saturating_add(part.max(self.absolute))
	}
}

/// The fewest reporters that decide a value where `min_quorum` reports are needed at least: more
/// than half of them.
pub const fn smallest_majority(min_quorum: u32) -> u32 {
	// Half of 32 bits and one fit 32 bits.
	(min_quorum / 2).saturating_add(1)
}

/// The most that one who decides the metric of `track` for `span_ms` milliseconds makes appear, in
/// planck, rounded up. Saturates at `u128::MAX`.
pub fn gain(track: &Standing, span_ms: u64) -> u128 {
	let achieved = achievable(track, u64::MAX, 0, span_ms);
	released(track, achieved)
}

/// What is left of [`gain`] under a step bound, where the truth is and stays at `from` and the lie
/// rises from there by the largest steps, in planck, rounded up.
///
/// What the truth earns is no gain. One iteration for each round, none where a round has no length.
pub fn gain_by_steps(track: &Standing, from: u64, step: StepBound, span_ms: u64) -> u128 {
	let rounds = span_ms.checked_div(step.round).unwrap_or(0);
	let (mut value, mut lied, mut since) = (from, 0u128, 0u64);
	for _ in 0..rounds {
		value = step.next(value);
		let until = since.saturating_add(step.round);
		lied = lied.saturating_add(achievable(track, value, since, until));
		since = until;
	}
	let told = achievable(track, from, 0, since);
	released(track, lied).saturating_sub(released_at_least(track, told))
}

/// The bond with which `majority` reporters put at stake what they can `gain`, in planck, rounded
/// up. Nobody is as one.
pub fn minimal_bond(gain: u128, majority: u32) -> u128 {
	gain.div_ceil(majority.max(1).into())
}

/// What a reading of `value` adds to the cumulated KPI, from `from_ms` to `to_ms` from now on.
fn achievable(track: &Standing, value: u64, from_ms: u64, to_ms: u64) -> u128 {
	let at = |ms| track.elapsed.saturating_add(ms);
	track.stream.capped_increment(value, at(from_ms), at(to_ms))
}

/// What `achieved` on top of the cumulated KPI releases, rounded down.
fn released_at_least(track: &Standing, achieved: u128) -> u128 {
	let before = track.stream.target(track.cumulated);
	let after = track.stream.target(track.cumulated.saturating_add(achieved));
	after.saturating_sub(before)
}

/// The same, rounded up: both targets are rounded down, so their difference may be a planck short.
fn released(track: &Standing, achieved: u128) -> u128 {
	let most = released_at_least(track, achieved).saturating_add(u128::from(achieved > 0));
	most.min(track.stream.reservoir())
}

#[cfg(test)]
mod tests {
	use super::*;

	const DSYNC: u128 = 1_000_000_000_000_000_000;
	const HOUR: u64 = 3_600_000;
	const YEAR: u64 = 31_557_600_000;

	/// A track at its start, with a baseline that doubles every `doubling` milliseconds.
	fn track(doubling: u64) -> Standing {
		let stream = KpiStream::new(122_500_000 * DSYNC, 6 * YEAR, 1_000, doubling).unwrap();
		Standing { stream, elapsed: 0, cumulated: 0 }
	}

	#[test]
	fn a_day_on_the_baseline_gains_the_daily_pace_of_the_stream() {
		// 122.5 M · (1 − 2^(−1/2191.5)) = 38,739.0…
		assert_eq!(gain(&track(0), 24 * HOUR) / DSYNC, 38_739);
		assert_eq!(gain(&track(YEAR), 24 * HOUR) / DSYNC, 38_739);
		assert_eq!(gain(&track(0), 0), 0);
	}

	#[test]
	fn a_year_below_the_baseline_makes_the_next_day_worth_about_twice() {
		let idle = Standing { elapsed: YEAR, ..track(YEAR) };
		let factor = gain(&idle, 24 * HOUR) * 100 / gain(&track(YEAR), 24 * HOUR);
		assert!((198..=201).contains(&factor), "{factor}");
	}

	#[test]
	fn steps_take_time_and_the_truth_is_no_gain() {
		let step = StepBound { relative: 250_000_000, absolute: 64, round: HOUR / 6 };
		let by_steps = |from| gain_by_steps(&track(0), from, step, 6 * HOUR);
		let most = gain(&track(0), 6 * HOUR);
		assert!(by_steps(0) < most && by_steps(0) > most / 2, "{} {most}", by_steps(0));
		assert!(by_steps(500) < most / 2);
		assert_eq!(by_steps(1_000), 1, "nothing but the rounding");
		let never = StepBound { round: 0, ..step };
		assert_eq!(gain_by_steps(&track(0), 0, never, 6 * HOUR), 0);
	}

	#[test]
	fn a_step_is_the_larger_of_its_parts_and_saturates() {
		let step = StepBound { relative: 250_000_000, absolute: 64, round: 1 };
		assert_eq!((step.next(0), step.next(256), step.next(257)), (64, 320, 322));
		assert_eq!(step.next(u64::MAX), u64::MAX);
	}

	#[test]
	fn the_bonds_of_the_smallest_majority_are_worth_the_gain() {
		assert_eq!([1, 2, 3, 4, 5].map(smallest_majority), [1, 2, 2, 3, 3]);
		assert_eq!(minimal_bond(100, 3), 34);
		assert_eq!(minimal_bond(99, 3), 33);
		assert_eq!((minimal_bond(99, 0), minimal_bond(0, 3)), (99, 0));
	}
}
