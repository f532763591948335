// SPDX-License-Identifier: Apache-2.0

//! The round of reports, and what is kept of it.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use destra_primitives::{
	time::{Millis, Moment},
	KpiState, MaxMetrics, MetricId,
};
use frame_support::BoundedVec;
use scale_info::TypeInfo;

/// The open round. It takes reports until the block that closes it.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Round {
	number: u32,
	started_at: Moment,
	ends_at: Moment,
}

/// How one round follows another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Succession {
	/// The round that begins.
	pub next: Round,
	/// How many whole rounds went by between the end of the old one and its close.
	pub missed: u32,
	/// Whether the chain stood still for so long that the old round says nothing about its
	/// reporters.
	pub stalled: bool,
}

impl Round {
	/// The first round, number one.
	pub const fn first(now: Moment, length: Millis) -> Self {
		Self { number: 1, started_at: now, ends_at: now.saturating_add(length) }
	}

	/// Its number.
	pub const fn number(&self) -> u32 {
		self.number
	}

	/// When it began, in milliseconds since the Unix epoch.
	pub const fn started_at(&self) -> Moment {
		self.started_at
	}

	/// From when on the next block closes it, in milliseconds since the Unix epoch.
	pub const fn ends_at(&self) -> Moment {
		self.ends_at
	}

	/// Whether the next block closes it.
	pub const fn is_due(&self, now: Moment) -> bool {
		now >= self.ends_at
	}

	/// The number of the round after it.
	pub const fn next_number(&self) -> u32 {
		self.number.saturating_add(1)
	}

	/// What follows when it closes at `now`.
	///
	/// A block that comes a little late does not shift the rounds after it. After a stall of half a
	/// round or more the next one starts at `now` and has its full length: its reporters get the
	/// same time as in any other.
	pub fn succeed(&self, now: Moment, length: Millis) -> Succession {
		let late = now.saturating_sub(self.ends_at);
		let stalled = late >= (length / 2).max(1);
		let started_at = if stalled { now } else { self.ends_at };
		let missed = late.checked_div(length).unwrap_or(0);
		Succession {
			next: Self {
				number: self.next_number(),
				started_at,
				ends_at: started_at.saturating_add(length),
			},
			missed: u32::try_from(missed).unwrap_or(u32::MAX),
			stalled,
		}
	}
}

/// What one metric came to in one round.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct MetricRecord {
	/// Which metric.
	pub metric: MetricId,
	/// The value that the round brought; `None` where it brought none.
	pub value: Option<u64>,
	/// How many reporters agreed on it.
	pub agreeing: u32,
	/// The state at the close of the round.
	pub state: KpiState,
}

/// What one round came to.
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct RoundRecord {
	/// Which round.
	pub round: u32,
	/// When it ended, in milliseconds since the Unix epoch.
	pub ended_at: Moment,
	/// How many reports came in.
	pub reports: u32,
	/// How many it took.
	pub quorum: u32,
	/// What each metric came to.
	pub metrics: BoundedVec<MetricRecord, MaxMetrics>,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_round_ends_at_its_end() {
		let round = Round::first(1_000, 100);
		assert_eq!((round.number(), round.started_at(), round.ends_at()), (1, 1_000, 1_100));
		assert!(!round.is_due(1_099));
		assert!(round.is_due(1_100) && round.is_due(9_999));
	}

	#[test]
	fn a_late_block_does_not_shift_the_rounds() {
		let Succession { next, missed, stalled } = Round::first(1_000, 100).succeed(1_149, 100);
		assert_eq!((next.number(), next.started_at(), next.ends_at()), (2, 1_100, 1_200));
		assert_eq!((missed, stalled), (0, false));
	}

	#[test]
	fn after_a_stall_the_next_round_has_its_full_length() {
		let round = Round::first(1_000, 100);
		let half = round.succeed(1_150, 100);
		assert_eq!((half.next.started_at(), half.next.ends_at()), (1_150, 1_250));
		assert_eq!((half.missed, half.stalled), (0, true));
		let week = round.succeed(1_100 + 604_800_000, 100);
		assert_eq!((week.next.number(), week.missed, week.stalled), (2, 6_048_000, true));
	}

	#[test]
	fn the_new_length_counts_from_the_next_round() {
		let next = Round::first(1_000, 100).succeed(1_100, 500).next;
		assert_eq!((next.started_at(), next.ends_at()), (1_100, 1_600));
	}
}
