// SPDX-License-Identifier: Apache-2.0

//! Key performance indicators of the network, as one pallet hands them to another.

use crate::time::{Millis, Moment};
use codec::Encode;
use destra_economics::emission::{Signal, MAX_TRACKS};
use frame_support::{traits::ConstU32, BoundedVec};
use serde::{Deserialize, Serialize};
use sp_runtime::traits::{BlakeTwo256, Hash};

/// How many metrics there can be.
pub const MAX_METRICS: u32 = MAX_TRACKS;

/// [`MAX_METRICS`] as a type, for bounded collections.
pub type MaxMetrics = ConstU32<MAX_METRICS>;

/// Names a metric. Stays with it for life and is never used again for another one.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy, PartialOrd, Ord)]
pub struct MetricId(pub u16);

crate::names!(MetricId);

/// What a reporter publishes in the first half of a round: the hash of what it will report.
pub type Commitment = <BlakeTwo256 as Hash>::Output;

/// What makes a commitment impossible to guess from the values: 32 random bytes, new in each round.
pub type CommitmentSalt = [u8; 32];

/// The commitment of `who` to report `values` in `round`: `blake2_256` of the SCALE encoding of
/// `(who, round, values, salt)`, the values as a vector of metric and value.
///
/// With the account in it, nobody can commit to a copy of another's commitment and reveal it later.
pub fn report_commitment<AccountId: Encode>(
	who: &AccountId,
	round: u32,
	values: &[(MetricId, u64)],
	salt: &CommitmentSalt,
) -> Commitment {
	BlakeTwo256::hash_of(&(who, round, values, salt))
}

/// How far a metric can be trusted, and so what it earns.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy)]
pub enum KpiState {
	/// The last round closed with a quorum: the value earns.
	#[codec(index = 0)]
	Fresh,
	/// A quorum was missed; the last good value earns until it is too old.
	#[codec(index = 1)]
	Degraded,
	/// No value, or one that is too old: the metric earns nothing.
	#[codec(index = 2)]
	Stale,
	/// Stopped by the guardian: the metric earns nothing.
	#[codec(index = 3)]
	Halted,
	/// The bonds of the reporters are worth less than what a majority of them could gain: the metric
	/// earns nothing.
	#[codec(index = 4)]
	Uncovered,
}

impl KpiState {
	/// Whether a value in this state feeds emission.
	pub const fn earns(self) -> bool {
		matches!(self, Self::Fresh | Self::Degraded)
	}
}

/// What is known of a metric at one instant.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy)]
pub struct KpiReading {
	/// Which metric.
	pub metric: MetricId,
	/// The last accepted value, in the metric's unit; `None` if there never was one. Absent is
	/// never zero.
	pub value: Option<u64>,
	/// How far the value can be trusted.
	pub state: KpiState,
	/// Milliseconds since the value was accepted; zero where there is none.
	pub age: Millis,
}

impl KpiReading {
	/// The value that feeds emission: `None` where the state earns nothing or no value exists.
	pub fn earning(&self) -> Option<u64> {
		self.value.filter(|_| self.state.earns())
	}
}

/// What feeds the track of each metric now: nothing, a level, or a counter. At most [`MAX_METRICS`].
pub type KpiSignals = BoundedVec<(MetricId, Option<Signal>), MaxMetrics>;

/// The readings of all metrics, at most [`MAX_METRICS`].
pub type KpiReadings = BoundedVec<KpiReading, MaxMetrics>;

/// Tells what feeds emission. Implemented by the KPI oracle.
pub trait KpiProvider {
	/// The signals of all metrics at `now`. Costs a constant number of storage reads.
	fn signals(now: Moment) -> KpiSignals;

	/// The readings that earn, all of them as levels, a counter's as well: for reads.
	fn levels(now: Moment) -> KpiSignals;

	/// Whether there is such a metric.
	fn exists(metric: MetricId) -> bool;

	/// Makes `signals` return a level that earns for each of `metrics`, as costly as it gets.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_levels(_metrics: &[(MetricId, u64)], _now: Moment) {}
}

/// No metric at all: the KPI stream earns nothing, the fixed stream goes on.
impl KpiProvider for () {
	fn signals(_now: Moment) -> KpiSignals {
		KpiSignals::new()
	}

	fn levels(_now: Moment) -> KpiSignals {
		KpiSignals::new()
	}

	fn exists(_metric: MetricId) -> bool {
		false
	}
}

/// A counter that grows with what happens on chain, such as settled service volume.
pub trait KpiMeter {
	/// The cumulated count of `metric` since genesis; `None` if nothing on chain measures it.
	/// Never falls.
	fn cumulative(metric: MetricId) -> Option<u128>;
}

/// Nothing is measured on chain.
impl KpiMeter for () {
	fn cumulative(_metric: MetricId) -> Option<u128> {
		None
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn hex(bytes: &[u8]) -> String {
		bytes.iter().map(|byte| format!("{byte:02x}")).collect()
	}

	/// The vector of docs/running-an-oracle.md.
	#[test]
	fn a_commitment_is_the_hash_of_account_round_values_and_salt() {
		let (who, salt) = ([1u8; 32], [2u8; 32]);
		let values = [(MetricId(0), 1_000), (MetricId(1), 240), (MetricId(3), 9_990)];
		let encoded = [
			&"01".repeat(32),
			"07000000",
			"0c0000e8030000000000000100f00000000000000003000627000000000000",
			&"02".repeat(32),
		];
		assert_eq!(hex(&(who, 7u32, values.to_vec(), salt).encode()), encoded.concat());
		assert_eq!(
			hex(report_commitment(&who, 7, &values, &salt).as_ref()),
			"4d8191d144c3f671447327bded01b851afc6d561e1f62fded4c4b88a8b20e70d"
		);
	}
}
