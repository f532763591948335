// SPDX-License-Identifier: Apache-2.0

//! The round of reports, and what is kept of it.

use destra_primitives::{
	time::{Millis, Moment},
	KpiState, MaxMetrics, MetricId,
};
use frame_support::BoundedVec;

/// What a round is open for.
#[frame_support::stored]
#[derive(Copy)]
pub enum Phase {
	/// Reporters commit to a report that nobody sees yet.
	#[codec(index = 0)]
	Commit,
	/// Whoever has committed reveals the report.
	#[codec(index = 1)]
	Report,
}

/// The open round: its first half takes commitments, its second half the reports they stand for.
#[frame_support::stored]
#[derive(Copy)]
pub struct Round {
	number: u32,
	started_at: Moment,
	reports_from: Moment,
	ends_at: Moment,
	phase: Phase,
	/// The first block of the phase.
	phase_began: u32,
	excused: bool,
}

/// What a round has to know of the block it is in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clock {
	/// The time of the block before, in milliseconds since the Unix epoch.
	pub now: Moment,
	/// The number of the block.
	pub block: u32,
	/// How long it takes from one block to the next where none is missing, in milliseconds.
	pub block_time: Millis,
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
	/// In no fewer blocks than this gets in what was sent after the first of them.
	const FEWEST_BLOCKS: u32 = 2;

	/// The first round, number one.
	pub const fn first(clock: &Clock, length: Millis) -> Self {
		Self::new(1, clock.now, length, clock.block)
	}

	/// Of an odd length the first half is the shorter one.
	const fn new(number: u32, started_at: Moment, length: Millis, block: u32) -> Self {
		Self {
			number,
			started_at,
			reports_from: started_at.saturating_add(length / 2),
			ends_at: started_at.saturating_add(length),
			phase: Phase::Commit,
			phase_began: block,
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

	/// How long it lasts, in milliseconds.
	pub const fn length(&self) -> Millis {
		self.ends_at.saturating_sub(self.started_at)
	}

	/// What it is open for in the present block.
	pub const fn phase(&self) -> Phase {
		self.phase
	}

	/// The first block that takes what it takes now.
	pub const fn phase_began(&self) -> u32 {
		self.phase_began
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

	/// Takes reports from now on. So late that half of their time is over, or after a first half that
	/// was no time to commit in, nobody is struck for it.
	pub fn begin_reports(&mut self, clock: &Clock) {
		let time = self.ends_at.saturating_sub(self.reports_from);
		let late = clock.now.saturating_sub(self.reports_from) >= half_of(time);
		if late || !self.had_blocks(clock) {
			self.excuse();
		}
		self.phase = Phase::Report;
		self.phase_began = clock.block;
	}

	/// Nobody is struck for this round.
	pub const fn excuse(&mut self) {
		self.excused = true;
	}

	/// Whether the phase that ends now had the blocks that it takes to get a transaction in: two, and
	/// half of those that fit into its time. Where the chain stood still for more of it, whoever
	/// could not send may be in the right, even though the standstill was over before the phase was.
	fn had_blocks(&self, clock: &Clock) -> bool {
		let since = match self.phase {
			Phase::Commit => self.started_at,
			Phase::Report => self.reports_from,
		};
		let blocks = clock.block.saturating_sub(self.phase_began);
		let time = u64::from(blocks).saturating_mul(clock.block_time);
		blocks >= Self::FEWEST_BLOCKS && time >= half_of(clock.now.saturating_sub(since))
	}

	/// What follows when it closes, where a round lasts `length` milliseconds from now on.
	///
	/// A block that comes a little late does not shift the rounds after it. After a stall of a
	/// quarter of a round or more, of this one or of the next, the next one starts now and has its full
	/// length: half of the time for commitments is the least that its reporters get.
	pub fn succeed(&self, clock: &Clock, length: Millis) -> Succession {
		let late = clock.now.saturating_sub(self.ends_at);
		let stalled = late >= quarter_of(self.length());
		let shifted = stalled || late >= quarter_of(length);
		let started_at = if shifted { clock.now } else { self.ends_at };
		let missed = late.checked_div(length).unwrap_or(0);
		let unreported = matches!(self.phase, Phase::Commit);
		Succession {
			next: Self::new(self.next_number(), started_at, length, clock.block),
			missed: u32::try_from(missed).unwrap_or(u32::MAX),
			excused: stalled || unreported || self.excused || !self.had_blocks(clock),
		}
	}
}

/// A quarter of a round of `length`: half of its first half.
const fn quarter_of(length: Millis) -> Millis {
	half_of(length / 2)
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
#[frame_support::stored]
#[derive(Copy)]
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
#[frame_support::stored]
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

	/// A block whose parent is of the time `now`, on a chain that makes one every ten milliseconds and
	/// misses none.
	fn at(now: Moment) -> Clock {
		Clock { now, block: u32::try_from(now / 10).unwrap(), block_time: 10 }
	}

	/// The round from `1_000` to `1_000 + length`, in its second half since that began.
	fn reporting(length: Millis) -> Round {
		let mut round = Round::first(&at(1_000), length);
		round.begin_reports(&at(1_000 + length / 2));
		round
	}

	#[test]
	fn a_round_ends_at_its_end() {
		let round = Round::first(&at(1_000), 100);
		assert_eq!((round.number(), round.started_at(), round.ends_at()), (1, 1_000, 1_100));
		assert!(!round.is_due(1_099));
		assert!(round.is_due(1_100) && round.is_due(9_999));
	}

	#[test]
	fn the_second_half_is_for_reports_and_of_an_odd_length_the_longer() {
		let mut round = Round::first(&at(1_000), 101);
		assert_eq!((round.reports_from(), round.phase()), (1_050, Phase::Commit));
		assert!(!round.is_halfway(1_049) && round.is_halfway(1_050));
		round.begin_reports(&at(1_050));
		assert_eq!((round.phase(), round.is_halfway(1_060)), (Phase::Report, false));
		assert_eq!((round.is_excused(), round.phase_began()), (false, 105));
	}

	#[test]
	fn the_next_block_sees_the_phase_that_its_hook_turns_to() {
		let round = Round::first(&at(1_000), 100);
		assert_eq!(round.of_next_block(1_049), (1, Phase::Commit));
		assert_eq!(round.of_next_block(1_050), (1, Phase::Report));
		assert_eq!(round.of_next_block(1_100), (2, Phase::Commit));
		assert_eq!(reporting(100).of_next_block(1_099), (1, Phase::Report));
		assert_eq!(reporting(100).of_next_block(1_100), (2, Phase::Commit));
	}

	#[test]
	fn reports_that_begin_when_half_of_their_time_is_over_excuse_everybody() {
		for (now, excused) in [(1_074, false), (1_075, true)] {
			let mut round = Round::first(&at(1_000), 100);
			round.begin_reports(&at(now));
			assert_eq!(round.is_excused(), excused, "{now}");
		}
	}

	#[test]
	fn a_half_with_fewer_than_half_of_its_blocks_excuses_everybody() {
		// Of five blocks in each half.
		for (commits, reports, excused) in
			[(5, 5, false), (3, 3, false), (2, 5, true), (5, 2, true)]
		{
			let begun = Clock { now: 1_050, block: 100 + commits, block_time: 10 };
			let mut round = Round::first(&at(1_000), 100);
			round.begin_reports(&begun);
			let closed = Clock { now: 1_100, block: begun.block + reports, block_time: 10 };
			let told = round.succeed(&closed, 100).excused;
			assert_eq!(told, excused, "{commits} blocks for commitments, {reports} for reports");
		}
	}

	#[test]
	fn a_half_of_a_single_block_excuses_everybody_however_short_it_is() {
		let mut round = Round::first(&at(1_000), 20);
		round.begin_reports(&at(1_010));
		assert!(round.is_excused());
	}

	#[test]
	fn a_round_that_never_took_reports_is_no_ones_fault() {
		let round = Round::first(&at(1_000), 100);
		assert!(round.succeed(&at(1_100), 100).excused);
	}

	#[test]
	fn a_late_block_does_not_shift_the_rounds() {
		let Succession { next, missed, excused } = reporting(100).succeed(&at(1_124), 100);
		assert_eq!((next.number(), next.started_at(), next.ends_at()), (2, 1_100, 1_200));
		assert_eq!((next.phase(), next.is_excused()), (Phase::Commit, false));
		assert_eq!((next.phase_began(), missed, excused), (112, 0, false));
	}

	#[test]
	fn after_a_stall_the_next_round_has_its_full_length() {
		let round = reporting(100);
		let quarter = round.succeed(&at(1_125), 100);
		assert_eq!((quarter.next.started_at(), quarter.next.ends_at()), (1_125, 1_225));
		assert_eq!((quarter.missed, quarter.excused), (0, true));
		assert!(!quarter.next.is_excused(), "the next round counts");
		let week = round.succeed(&at(1_100 + 604_800_000), 100);
		assert_eq!((week.next.number(), week.missed, week.excused), (2, 6_048_000, true));
	}

	#[test]
	fn the_new_length_counts_from_the_next_round() {
		let next = reporting(100).succeed(&at(1_100), 500).next;
		assert_eq!((next.started_at(), next.reports_from(), next.ends_at()), (1_100, 1_350, 1_600));
	}

	#[test]
	fn how_late_a_round_may_close_is_measured_by_its_own_length() {
		let late = |length| reporting(100).succeed(&at(1_125), length);
		let longer = late(1_000);
		assert_eq!((longer.excused, longer.next.started_at()), (true, 1_125));
		// By a quarter of the shorter one, which begins anew; the one that closes is hardly late.
		let shorter = reporting(100).succeed(&at(1_110), 40);
		assert_eq!((shorter.excused, shorter.next.started_at()), (false, 1_110));
	}
}
