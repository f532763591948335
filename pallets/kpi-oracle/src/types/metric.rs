// SPDX-License-Identifier: Apache-2.0

//! What is measured, and how far a value may stray.

use super::{Name, Unit};
use destra_primitives::{
	governed,
	time::{seconds, years, Millis},
	BoundedU64, MaxMetrics, MetricId, Period,
};
use frame_support::BoundedVec;
use serde::{Deserialize, Serialize};
use sp_runtime::Perbill;

/// A value of a metric or a distance between two, in the metric's unit: any. What liars can gain hangs on
/// it, so a single change moves it by a half at most.
pub type Units = BoundedU64<0, { u64::MAX }>;

/// The same, but never zero.
pub type SomeUnits = BoundedU64<1, { u64::MAX }>;

/// Why a [`Metric`] is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InvalidMetric {
	/// The smallest permitted value lies above the largest.
	EmptyBounds,
}

/// How far a value may lie from `base`: the larger of a part of that, rounded up, and of a fixed number of
/// units. The fixed part is what counts near zero.
fn reach(relative: Perbill, absolute: u64, base: u64) -> u64 {
	relative.mul_ceil(base).max(absolute)
}

governed! {
	/// How far an accepted value may lie from the one before it: the larger of a part of that one, rounded
	/// up, and of a fixed number of units, without which a metric would be stuck at zero.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct MaxStep {
		/// The part of the value before, in parts per billion.
		pub relative: Perbill,
		/// The number of units.
		pub absolute: SomeUnits,
	}
}

impl MaxStep {
	/// The value nearest to `value` that a step from `base` reaches.
	pub fn clamp(&self, base: u64, value: u64) -> u64 {
		let step = reach(self.relative, self.absolute.get(), base);
		value.clamp(base.saturating_sub(step), base.saturating_add(step))
	}
}

governed! {
	/// How far honest reports may lie from each other: the larger of a part of a value, rounded up, and of a
	/// fixed number of units.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Tolerance {
		/// The part of the value, in parts per billion.
		pub relative: Perbill,
		/// The number of units.
		pub absolute: Units,
	}
}

impl Tolerance {
	/// The permitted distance from `base`.
	pub fn reach(&self, base: u64) -> u64 {
		reach(self.relative, self.absolute.get(), base)
	}

	/// Whether `value` lies within the permitted distance from `base`.
	pub fn permits(&self, base: u64, value: u64) -> bool {
		value.abs_diff(base) <= self.reach(base)
	}

	/// Whether `value` lies within the permitted distance from some value that lies within that from
	/// `base`.
	pub fn permits_by_another(&self, base: u64, value: u64) -> bool {
		let lower = |base: u64| base.saturating_sub(self.reach(base));
		let upper = |base: u64| base.saturating_add(self.reach(base));
		(lower(lower(base))..=upper(upper(base))).contains(&value)
	}
}

governed! {
	/// The permitted values, both ends included.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Bounds {
		/// The smallest permitted value.
		pub min: Units,
		/// The largest permitted value.
		pub max: Units,
	}
}

impl Bounds {
	/// Whether `value` lies within.
	pub const fn contain(&self, value: u64) -> bool {
		self.min.get() <= value && value <= self.max.get()
	}

	/// The permitted value nearest to `value`. Unlike `Ord::clamp`, bounds the wrong way round
	/// do not panic: the larger end wins.
	pub fn clamp(&self, value: u64) -> u64 {
		value.max(self.min.get()).min(self.max.get())
	}
}

governed! {
	/// The median of what reporters say.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct ReportedMetric {
		/// What may be reported.
		pub bounds: Bounds,
		/// How far an accepted value may lie from the one before; a jump is clamped.
		pub max_step: MaxStep,
		/// How far an honest report may lie from the median.
		pub tolerance: Tolerance,
	}
}

governed! {
	/// The growth of a counter on chain.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct MeteredMetric {
		/// The span in milliseconds that the growth is scaled to: the value is units per period.
		pub period: Period<{ seconds(1) }, { years(1) }>,
		/// The largest value; more growth than that counts as this.
		pub max: Units,
	}
}

governed! {
	/// Where the values of a metric come from.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase")]
	pub enum MetricKind {
		/// From reporters.
		#[codec(index = 0)]
		Reported(ReportedMetric),
		/// From a counter.
		#[codec(index = 1)]
		Metered(MeteredMetric),
	}
}

governed! {
	/// One key performance indicator.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Metric {
		/// Names it for life.
		pub id: MetricId,
		/// What it is called.
		pub name: Name,
		/// What it counts in.
		pub unit: Unit,
		/// Where its values come from.
		pub kind: MetricKind,
	}
}

impl Metric {
	/// The metric itself, if its parts agree with each other.
	pub fn validate(self) -> Result<Self, InvalidMetric> {
		match self.kind {
			MetricKind::Reported(ReportedMetric { bounds, .. }) if bounds.min > bounds.max => {
				Err(InvalidMetric::EmptyBounds)
			}
			_ => Ok(self),
		}
	}

	/// Whether reporters feed it.
	pub const fn is_reported(&self) -> bool {
		matches!(self.kind, MetricKind::Reported(_))
	}

	/// Whether `other` gets its values from the same place.
	pub const fn same_source(&self, other: &Self) -> bool {
		self.is_reported() == other.is_reported()
	}
}

/// `growth` over `elapsed` milliseconds, scaled to `period` and rounded down; at most `max`.
/// `None` where no time has passed.
pub(super) fn rate(growth: u128, elapsed: Millis, period: Millis, max: u64) -> Option<u64> {
	if elapsed == 0 {
		return None;
	}
	// `None` from the multiplication means more than 128 bits: above any maximum.
	let value = destra_economics::mul_div_floor(growth, period.into(), elapsed.into());
	Some(value.and_then(|value| u64::try_from(value).ok()).unwrap_or(u64::MAX).min(max))
}

/// All metrics, in ascending order of their ids.
pub type MetricTable = BoundedVec<Metric, MaxMetrics>;

#[cfg(test)]
mod tests {
	use super::*;

	const TENTH: Tolerance =
		Tolerance { relative: Perbill::from_percent(10), absolute: Units::literal::<2>() };
	const STEP: MaxStep =
		MaxStep { relative: Perbill::from_percent(10), absolute: SomeUnits::literal::<2>() };

	#[test]
	fn a_tolerance_is_the_larger_of_its_parts() {
		assert_eq!(TENTH.reach(0), 2);
		assert_eq!(TENTH.reach(20), 2);
		assert_eq!(TENTH.reach(21), 3, "the part is rounded up");
		assert!(TENTH.permits(100, 90) && TENTH.permits(100, 110));
		assert!(!TENTH.permits(100, 89) && !TENTH.permits(100, 111));
	}

	#[test]
	fn a_tolerance_by_another_is_twice_the_way() {
		// 100 + 10 + 11, 100 − 10 − 9.
		assert!(TENTH.permits_by_another(100, 121) && !TENTH.permits_by_another(100, 122));
		assert!(TENTH.permits_by_another(100, 81) && !TENTH.permits_by_another(100, 80));
		assert!(TENTH.permits_by_another(0, 4) && !TENTH.permits_by_another(0, 5));
		assert!(TENTH.permits_by_another(u64::MAX, u64::MAX));
	}

	#[test]
	fn a_step_is_clamped_in_both_directions_and_gets_off_zero() {
		assert_eq!(STEP.clamp(100, 500), 110);
		assert_eq!(STEP.clamp(100, 0), 90);
		assert_eq!(STEP.clamp(100, 105), 105);
		assert_eq!(STEP.clamp(0, 500), 2);
		assert_eq!(STEP.clamp(u64::MAX, u64::MAX), u64::MAX);
	}

	#[test]
	fn parts_that_disagree_are_refused() {
		let within = |min: u64, max: u64| {
			let bounds = Bounds { min: min.try_into().unwrap(), max: max.try_into().unwrap() };
			let kind = ReportedMetric { bounds, max_step: STEP, tolerance: TENTH };
			let metric = Metric {
				id: MetricId(1),
				name: Name::try_new("storage").unwrap(),
				unit: Unit::try_new("TiB").unwrap(),
				kind: MetricKind::Reported(kind),
			};
			metric.validate().map(drop)
		};
		assert_eq!(within(9, 9), Ok(()));
		assert_eq!(within(10, 9), Err(InvalidMetric::EmptyBounds));
	}

	#[test]
	fn a_rate_is_scaled_to_the_period_and_rounded_down() {
		assert_eq!(rate(10, 3_000, 1_000, u64::MAX), Some(3));
		assert_eq!(rate(0, 3_000, 1_000, u64::MAX), Some(0));
		assert_eq!(rate(10, 0, 1_000, u64::MAX), None, "no time, no rate");
		assert_eq!(rate(u128::MAX, 1, 1_000, u64::MAX), Some(u64::MAX));
		assert_eq!(rate(10, 1, 1_000, 77), Some(77));
	}

	#[test]
	fn a_metric_is_readable_json() {
		let json = r#"{
			"id": 2, "name": "volume", "unit": "DSYNC/d",
			"kind": { "metered": { "period": 86400000, "max": 1000 } }
		}"#;
		let metric: Metric = serde_json::from_str(json).unwrap();
		assert_eq!(metric.id, MetricId(2));
		assert!(!metric.is_reported());
	}

	#[test]
	fn a_step_without_an_absolute_part_is_no_step() {
		let step = |absolute: u64| {
			let json = format!(r#"{{ "relative": 100000000, "absolute": {absolute} }}"#);
			serde_json::from_str::<MaxStep>(&json).ok()
		};
		assert_eq!((step(0), step(2)), (None, Some(STEP)));
	}
}
