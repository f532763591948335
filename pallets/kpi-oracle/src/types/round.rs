// SPDX-License-Identifier: Apache-2.0

//! The round of reports, and what is kept of it.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use destra_primitives::{
	time::{Millis, Moment},
	KpiState, MaxMetrics, MetricId,
};
use frame_support::BoundedVec;
use scale_info::TypeInfo;

/// What a round is open for.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
	/// Reporters commit to a report that nobody sees yet.
	#[codec(index = 0)]
	Commit,
	/// Whoever has committed reveals the report.
	#[codec(index = 1)]
	Report,
}

/// The open round: its first half takes commitments, its second half the reports they stand for.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Round {
	number: u32,
	started_at: Moment,
	reports_from: Moment,
	ends_at: Moment,
	phase: Phase,
	excused: bool,
}

/// How one round follows another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Succession {
	/// The round that begins.
	pub next: Round,
	/// How many whole rounds went by between the end of the old one and its close.
	pub missed: u32,
	/// Whether the old round says nothing about its reporters: the chain stood still for too long,
	/// or what they had to report changed under their hands.
	pub excused: bool,
}

impl Round {
	/// The first round, number one.
	pub const fn first(now: Moment, length: Millis) -> Self {
		Self::new(1, now, length)
	}

	/// Of an odd length the first half is the shorter one.
	const fn new(number: u32, started_at: Moment, length: Millis) -> Self {
		Self {
			number,
			started_at,
			reports_from: started_at.saturating_add(length / 2),
			ends_at: started_at.saturating_add(length),
			phase: Phase::Commit,
			excused: false,
		}
	}

	/// Its number.
	pub const fn number(&self) -> u32 {
		self.number
	}

	/// When it began, in milliseconds since the Unix epoch.
	pub const fn started_at(&self) -> Moment {
		self.started_at
	}

	/// From when on the next block takes reports, in milliseconds since the Unix epoch.
	pub const fn reports_from(&self) -> Moment {
		self.reports_from
	}

	/// From when on the next block closes it, in milliseconds since the Unix epoch.
	pub const fn ends_at(&self) -> Moment {
		self.ends_at
	}

	/// What it is open for in the present block.
	pub const fn phase(&self) -> Phase {
		self.phase
	}

	/// Whether nobody is struck for it.
	pub const fn is_excused(&self) -> bool {
		self.excused
	}

	/// Whether the next block closes it.
	pub const fn is_due(&self, now: Moment) -> bool {
		now >= self.ends_at
	}

	/// Whether the next block begins to take reports, unless it closes the round.
	pub const fn is_halfway(&self, now: Moment) -> bool {
		matches!(self.phase, Phase::Commit) && now >= self.reports_from
	}

	/// The number of the round after it.
	pub const fn next_number(&self) -> u32 {
		self.number.saturating_add(1)
	}

	/// The round and phase of the next block, where the present one is of the time `now`.
	pub const fn of_next_block(&self, now: Moment) -> (u32, Phase) {
		if self.is_due(now) {
			(self.next_number(), Phase::Commit)
		} else if self.is_halfway(now) {
			(self.number, Phase::Report)
		} else {
			(self.number, self.phase)
		}
	}

	/// Takes reports from now on. So late that half of their time is over, nobody is struck for it.
	pub const fn begin_reports(&mut self, now: Moment) {
		self.phase = Phase::Report;
		let time = self.ends_at.saturating_sub(self.reports_from);
		if now.saturating_sub(self.reports_from) >= half_of(time) {
			self.excuse();
		}
	}

	/// Nobody is struck for this round.
	pub const fn excuse(&mut self) {
		self.excused = true;
	}

	/// What follows when it closes at `now`.
	///
	/// A block that comes a little late does not shift the rounds after it. After a stall of a
	/// quarter of a round or more the next one starts at `now` and has its full length: half of the
	/// time for commitments is the least that its reporters get.
	pub fn succeed(&self, now: Moment, length: Millis) -> Succession {
		let late = now.saturating_sub(self.ends_at);
		let stalled = late >= half_of(length / 2);
		let started_at = if stalled { now } else { self.ends_at };
		let missed = late.checked_div(length).unwrap_or(0);
		Succession {
			next: Self::new(self.next_number(), started_at, length),
			missed: u32::try_from(missed).unwrap_or(u32::MAX),
			excused: stalled || self.excused,
		}
	}
}

/// Half of `time`, and of the shortest a millisecond.
const fn half_of(time: Millis) -> Millis {
	if time < 2 {
		1
	} else {
		time / 2
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
	fn the_second_half_is_for_reports_and_of_an_odd_length_the_longer() {
		let mut round = Round::first(1_000, 101);
		assert_eq!((round.reports_from(), round.phase()), (1_050, Phase::Commit));
		assert!(!round.is_halfway(1_049) && round.is_halfway(1_050));
		round.begin_reports(1_050);
		assert_eq!((round.phase(), round.is_halfway(1_060)), (Phase::Report, false));
		assert!(!round.is_excused());
	}

	#[test]
	fn the_next_block_sees_the_phase_that_its_hook_turns_to() {
		let mut round = Round::first(1_000, 100);
		assert_eq!(round.of_next_block(1_049), (1, Phase::Commit));
		assert_eq!(round.of_next_block(1_050), (1, Phase::Report));
		assert_eq!(round.of_next_block(1_100), (2, Phase::Commit));
		round.begin_reports(1_050);
		assert_eq!(round.of_next_block(1_099), (1, Phase::Report));
		assert_eq!(round.of_next_block(1_100), (2, Phase::Commit));
	}

	#[test]
	fn reports_that_begin_when_half_of_their_time_is_over_excuse_everybody() {
		for (now, excused) in [(1_074, false), (1_075, true)] {
			let mut round = Round::first(1_000, 100);
			round.begin_reports(now);
			assert_eq!(round.is_excused(), excused, "{now}");
			assert_eq!(round.succeed(1_100, 100).excused, excused);
		}
	}

	#[test]
	fn a_late_block_does_not_shift_the_rounds() {
		let Succession { next, missed, excused } = Round::first(1_000, 100).succeed(1_124, 100);
		assert_eq!((next.number(), next.started_at(), next.ends_at()), (2, 1_100, 1_200));
		assert_eq!((next.phase(), next.is_excused()), (Phase::Commit, false));
		assert_eq!((missed, excused), (0, false));
	}

	#[test]
	fn after_a_stall_the_next_round_has_its_full_length() {
		let round = Round::first(1_000, 100);
		let quarter = round.succeed(1_125, 100);
		assert_eq!((quarter.next.started_at(), quarter.next.ends_at()), (1_125, 1_225));
		assert_eq!((quarter.missed, quarter.excused), (0, true));
		assert!(!quarter.next.is_excused(), "the next round counts");
		let week = round.succeed(1_100 + 604_800_000, 100);
		assert_eq!((week.next.number(), week.missed, week.excused), (2, 6_048_000, true));
	}

	#[test]
	fn the_new_length_counts_from_the_next_round() {
		let next = Round::first(1_000, 100).succeed(1_100, 500).next;
		assert_eq!((next.started_at(), next.reports_from(), next.ends_at()), (1_100, 1_350, 1_600));
	}
}
