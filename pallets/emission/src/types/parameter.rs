// SPDX-License-Identifier: Apache-2.0

//! What governance may change, each value within the range of its type.

use destra_economics::WHOLE;
use destra_primitives::{
	governed,
	time::{days, years},
	BoundedU64, LinearU64, MaxMetrics, MetricId, Recipient,
};
use frame_support::BoundedVec;
use serde::{Deserialize, Serialize};
use sp_runtime::Perquintill;

/// One percentage point, in parts of 10¹⁸.
pub const PERCENTAGE_POINT: u64 = WHOLE / 100;

/// The time in which half of what a reservoir holds is released, in milliseconds: 1 to 50 years.
pub type HalfLife = BoundedU64<{ years(1) }, { years(50) }>;

/// The most a year may mint, in parts of 10¹⁸ of the issuance at its start: 0 to 11 %.
/// A change moves it by one percentage point at most, a tenth of its range.
pub type AnnualCap = LinearU64<0, { 11 * PERCENTAGE_POINT }, PERCENTAGE_POINT>;

/// The most a step may mint, in percent of the pace of the schedule on all that remains: 110 to 400.
///
/// Above 100, so that what was withheld gets paid; bounded, so that it comes as a stream and not
/// as a flood. A change moves it by half the pace of the schedule at most.
pub type CatchUp = LinearU64<110, 400, 50>;

/// The metric's value that earns the full stream, in the metric's unit. Never zero.
pub type Baseline = BoundedU64<1, { u64::MAX }>;

/// The time in which a baseline doubles, in milliseconds: 30 days to 50 years.
pub type DoublingTime = BoundedU64<{ days(30) }, { years(50) }>;

/// Half-life of both streams unless the genesis says otherwise: six years.
pub const DEFAULT_HALF_LIFE: HalfLife = HalfLife::literal::<{ years(6) }>();

governed! {
	/// How what is emitted divides among the recipients, in parts of 10¹⁸ that sum to exactly 10¹⁸.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Budget {
		/// Share of [`Recipient::ProviderWork`].
		pub provider_work: Perquintill,
		/// Share of [`Recipient::StakeAndValidators`].
		pub stake_and_validators: Perquintill,
		/// Share of [`Recipient::IncentiveProgrammes`].
		pub incentive_programmes: Perquintill,
		/// Share of [`Recipient::Community`].
		pub community: Perquintill,
		/// Share of [`Recipient::Treasury`].
		pub treasury: Perquintill,
	}
}

impl Budget {
	/// The share of one recipient.
	pub const fn share(&self, recipient: Recipient) -> Perquintill {
		match recipient {
			Recipient::ProviderWork => self.provider_work,
			Recipient::StakeAndValidators => self.stake_and_validators,
			Recipient::IncentiveProgrammes => self.incentive_programmes,
			Recipient::Community => self.community,
			Recipient::Treasury => self.treasury,
		}
	}

	/// Every share in parts of 10¹⁸, in the order of [`Recipient::ALL`].
	pub fn shares(&self) -> [u64; Recipient::COUNT] {
		Recipient::ALL.map(|recipient| self.share(recipient).deconstruct())
	}

	/// Whether the shares sum to exactly one.
	pub fn is_whole(&self) -> bool {
		sums_to_one(self.shares())
	}
}

/// Providers 60 % of what is emitted, the community 40 %.
impl Default for Budget {
	fn default() -> Self {
		Self {
			provider_work: Perquintill::from_percent(40),
			stake_and_validators: Perquintill::from_percent(20),
			incentive_programmes: Perquintill::from_percent(15),
			community: Perquintill::from_percent(25),
			treasury: Perquintill::from_percent(0),
		}
	}
}

/// Whether shares in parts of 10¹⁸ sum to exactly one. No sum of `u64` overflows the `u128`.
pub(crate) fn sums_to_one(shares: impl IntoIterator<Item = u64>) -> bool {
	shares.into_iter().map(u128::from).fold(0, u128::saturating_add) == u128::from(WHOLE)
}

governed! {
	/// What governance says of the KPI track of one metric.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct TrackSetting {
		/// The metric that feeds the track.
		pub metric: MetricId,
		/// Its part of the KPI reservoir; all weights sum to exactly one.
		pub weight: Perquintill,
		/// The value that earns the full stream when the track begins; it grows from then on. Of a track that
		/// exists already, the one it began with: so it stays what it is until somebody changes it.
		pub baseline: Baseline,
		/// The time in which the baseline doubles, in milliseconds; `None` where it does not grow.
		#[serde(default)]
		pub doubling: Option<DoublingTime>,
	}
}

impl From<TrackSetting> for destra_economics::TrackSetting<MetricId> {
	fn from(TrackSetting { metric, weight, baseline, doubling }: TrackSetting) -> Self {
		let (weight, baseline) = (weight.deconstruct(), baseline.get());
		Self { metric, weight, baseline, doubling: doubling.map(|doubling| doubling.get()) }
	}
}

impl From<destra_economics::TrackSetting<MetricId>> for TrackSetting {
	/// What is in force has been in its range, and rounding moves it out by one at most.
	fn from(setting: destra_economics::TrackSetting<MetricId>) -> Self {
		let doubling = |doubling: u64| DoublingTime::nearest(doubling);
		Self {
			metric: setting.metric,
			weight: Perquintill::from_parts(setting.weight),
			baseline: Baseline::nearest(setting.baseline),
			doubling: setting.doubling.map(doubling),
		}
	}
}

/// The settings of all tracks.
pub type TrackTable = BoundedVec<TrackSetting, MaxMetrics>;

governed! {
	/// A parameter that governance may change, with a value for it.
	///
	/// Range and step are part of the types. The step is the most that one change may move the parameter, against
	/// the value in force.
	///
	/// | parameter | range | step |
	/// |---|---|---|
	/// | budget share | 0–100 %, all sum to exactly one | 10 percentage points |
	/// | half-life | 1–50 years | half of the shorter |
	/// | annual cap | 0–11 % | 1 percentage point |
	/// | catch-up | 110–400 % | 50 percentage points |
	/// | track weight | 0–100 %, all sum to exactly one | 10 percentage points; absent is zero |
	/// | track baseline | 1 – 2⁶⁴−1 | half of the lower, or one unit |
	/// | baseline doubling | 30 days – 50 years, or none | half of the shorter; none is as 50 years |
	#[frame_support::stored]
	pub enum Parameter {
		/// How the emission divides among the recipients.
		#[codec(index = 0)]
		Budget(Budget),
		/// Half-life of the fixed stream, in milliseconds.
		#[codec(index = 1)]
		FixedHalfLife(HalfLife),
		/// Half-life of the KPI streams, in milliseconds.
		#[codec(index = 2)]
		KpiHalfLife(HalfLife),
		/// The most a year may mint, in parts of 10¹⁸ of the issuance at its start.
		#[codec(index = 3)]
		AnnualCap(AnnualCap),
		/// The most a step may mint, in percent of the pace of the schedule on all that remains.
		#[codec(index = 4)]
		CatchUp(CatchUp),
		/// The metrics, their weights and baselines: always the whole table.
		#[codec(index = 5)]
		Tracks(TrackTable),
	}
}

/// The parameters that belong to no stream.
#[frame_support::stored]
pub struct Policy {
	/// How the emission divides among the recipients.
	pub budget: Budget,
	/// The most a year may mint.
	pub annual_cap: AnnualCap,
	/// The most a step may mint.
	pub catch_up: CatchUp,
}

/// The budget of [`Budget::default`], a cap of 11 %, and twice the scheduled pace to catch up.
impl Default for Policy {
	fn default() -> Self {
		Self {
			budget: Budget::default(),
			annual_cap: AnnualCap::literal::<{ AnnualCap::UPPER }>(),
			catch_up: CatchUp::literal::<200>(),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_default_budget_is_whole() {
		assert!(Budget::default().is_whole());
	}

	#[test]
	fn a_budget_one_part_off_is_not_whole() {
		let budget = Budget::default();
		let less = Perquintill::from_parts(budget.community.deconstruct() - 1);
		let more = Perquintill::from_parts(1);
		assert!(!Budget { community: less, ..budget }.is_whole());
		assert!(!Budget { treasury: more, ..budget }.is_whole());
	}

	#[test]
	fn shares_that_would_wrap_around_a_u64_are_not_whole() {
		// 2⁶⁴ + 10¹⁸ wraps to exactly one in 64 bits.
		assert!(!sums_to_one([u64::MAX, 1, WHOLE]));
	}
}
