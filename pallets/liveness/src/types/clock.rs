// SPDX-License-Identifier: Apache-2.0

//! How many blocks were expected of each validator so far.

use destra_primitives::Seat;

/// How many of the last [`WINDOW`] slots may have no block for a block to count.
///
/// Every slot has an author, so while all are there none is empty. Where a third is not, 35 of 128 are on
/// average, and more than 56 once in 30,000 windows. Where only a third writes, be it that the others are
/// gone or that they are kept out, 78 are, and 56 or fewer once in 10,000 windows. So blocks count only
/// while more write than could turn the rule against the others; on a chain that stands none does.
pub const MOST_EMPTY: u32 = 56;

/// Over how many slots a clock looks back.
pub const WINDOW: u32 = u128::BITS;

/// One block, in the parts in which expectations are counted: fine enough for 256 validators.
const BLOCK: u64 = 1 << 30;

/// A validator that wrote nothing while this many blocks were expected of it is idle. After a block of its
/// own an honest one writes none for so long with a probability of e⁻¹⁰, and two in three of those are
/// looked at before they write: somewhere in a set of 20 or more it happens once in 35,000 blocks, which
/// are two and a half days.
const PATIENCE: u64 = 10;

/// Of whom this many blocks were expected, and who left without one, was most likely not there: an honest
/// one writes none with a probability of e⁻³.
const TURNS: u64 = 3;

/// In which part of a session everybody is called to give a sign of life: the first eighth, so that in a
/// full set a few heartbeats come in a block and not all in one.
const CALLING: u64 = 8;

/// How many slots a heartbeat has for its way into a block, at least.
const ON_ITS_WAY: u64 = 5;

/// In how many slots of a session of `length` everybody is called to give a sign of life.
pub const fn calling_slots(length: u64) -> u64 {
	let slots = length / CALLING;
	if slots == 0 {
		1
	} else {
		slots
	}
}

/// How many blocks have been expected of each validator since the beginning, who is looked at next, and
/// whether everybody could give a sign of life in this session.
#[frame_support::stored]
#[derive(Copy, Default)]
pub struct BlockClock {
	/// In parts of [`BLOCK`].
	expected: u64,
	/// The slot of the last block.
	slot: Option<u64>,
	/// Which of the last slots had no block: the lowest bit stands for the last one. Of a chain that begins,
	/// none.
	empty: u128,
	/// How many validators the running set has.
	seats: Seat,
	/// Whose turn it is to be looked at.
	cursor: Seat,
	/// How many slots of the session were over at the first block by which everybody had been called.
	called: Option<u64>,
	/// Whether another one came after it in the first half of the session.
	goes_on: bool,
	/// Whether then a block came so long after that first one that every heartbeat can have found its place.
	heard: bool,
	/// Whether the session before told who is silent.
	was_heard: bool,
}

impl BlockClock {
	/// How many blocks have been expected of each validator, in parts of a block.
	pub const fn expected(&self) -> u64 {
		self.expected
	}

	/// How many validators the running set has.
	pub const fn seats(&self) -> Seat {
		self.seats
	}

	/// Whether whoever is there could give a sign of life in this session: not while the chain stands, nor
	/// in a session of a block or two, nor where so few write that they may be those who keep out the others.
	pub const fn heard(&self) -> bool {
		self.heard && self.is_full()
	}

	/// Whether so many of the last slots have a block as no third of the validators writes alone.
	const fn is_full(&self) -> bool {
		self.empty.count_ones() <= MOST_EMPTY
	}

	/// Whether the session before told who is silent.
	pub const fn was_heard(&self) -> bool {
		self.was_heard
	}

	/// A set of this many begins, with its session; `heard` says whether the one before told who is silent.
	/// Who is looked at next goes on from where it was: in sessions of fewer blocks than seats the last ones
	/// would never be.
	pub fn begin_set(&mut self, seats: Seat, heard: bool) {
		self.seats = seats;
		self.cursor = self.cursor.checked_rem(seats).unwrap_or(0);
		self.called = None;
		self.goes_on = false;
		self.heard = false;
		self.was_heard = heard;
	}

	/// A block comes when `elapsed` of the `length` slots of the session are over.
	pub fn listen(&mut self, elapsed: u64, length: u64) {
		if elapsed < calling_slots(length) {
			return;
		}
		let called = *self.called.get_or_insert(elapsed);
		// After a standstill too little of the session may be left to start a node in.
		self.goes_on |= called < elapsed && elapsed < length / 2;
		self.heard |= self.goes_on && elapsed >= called.saturating_add(ON_ITS_WAY);
	}

	/// A block in `slot`. If it counts: whose turn it is.
	pub fn tick(&mut self, slot: u64) -> Option<Seat> {
		let parent = self.slot.replace(slot)?;
		self.pass(slot.saturating_sub(parent));
		if !self.is_full() || self.seats == 0 {
			return None;
		}
		self.expected = self.expected.saturating_add(BLOCK.div_ceil(u64::from(self.seats)));
		let turn = self.cursor;
		self.cursor = turn.saturating_add(1).checked_rem(self.seats).unwrap_or(0);
		Some(turn)
	}

	/// So many slots go by until the next block, all but the last one without any.
	fn pass(&mut self, slots: u64) {
		// The bit of the block itself stays clear.
		const ALL: u128 = u128::MAX - 1;
		let new = u32::try_from(slots).ok().filter(|slots| *slots < WINDOW);
		self.empty = match new {
			Some(slots) => (self.empty << slots) | (ALL & !(u128::MAX << slots)),
			None => ALL,
		};
	}

	/// Whether too many blocks were expected since `since` of one that wrote none of them.
	pub const fn is_overdue(&self, since: u64) -> bool {
		self.has_expected(PATIENCE, since)
	}

	/// Whether somebody had a part in the chain since `since`, so that its own blocks tell of it.
	pub const fn had_turns(&self, since: u64) -> bool {
		self.has_expected(TURNS, since)
	}

	const fn has_expected(&self, blocks: u64, since: u64) -> bool {
		self.expected.saturating_sub(since) >= blocks.saturating_mul(BLOCK)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn after(seats: Seat, blocks: u64) -> BlockClock {
		let mut clock = BlockClock::default();
		clock.begin_set(seats, false);
		clock.tick(100);
		for slot in 0..blocks {
			clock.tick(101 + slot);
		}
		clock
	}

	#[test]
	fn ten_blocks_are_expected_of_each_in_ten_times_as_many_as_there_are() {
		for seats in 1..=256 {
			let blocks = 10 * u64::from(seats);
			assert!(!after(seats, blocks - 1).is_overdue(0), "{seats}");
			assert!(after(seats, blocks).is_overdue(0), "{seats}");
		}
	}

	#[test]
	fn nothing_is_expected_where_a_third_writes_and_too_little_before_that_shows() {
		let mut clock = after(4, 500);
		let (before, mut slot) = (clock.expected(), 600);
		for round in 0..1_000 {
			// Three blocks in eight slots, which is what a third comes to with a lot and by turns.
			slot += [2, 3, 3][round % 3];
			clock.tick(slot);
		}
		assert!(!clock.is_overdue(before) && clock.had_turns(before));
		let stands = clock.expected();
		clock.tick(slot + 3);
		assert_eq!(clock.expected(), stands);
	}

	#[test]
	fn after_a_standstill_blocks_count_once_nine_of_sixteen_slots_have_one() {
		for gap in [127, 128, 129, 1_000_000] {
			let mut clock = after(1, 0);
			assert_eq!(clock.tick(100 + gap), None);
			let first = (1..200).find(|more| clock.tick(100 + gap + more).is_some());
			assert_eq!(first, Some(71), "{gap}");
		}
	}

	#[test]
	fn each_has_its_turn() {
		let mut clock = after(3, 0);
		let turns: Vec<_> = (101..108).filter_map(|slot| clock.tick(slot)).collect();
		assert_eq!(turns, [0, 1, 2, 0, 1, 2, 0]);
	}

	#[test]
	fn each_has_its_turn_in_sessions_of_fewer_blocks_than_seats() {
		let mut clock = after(5, 0);
		let mut turns = Vec::new();
		for slot in 101..113 {
			turns.extend(clock.tick(slot));
			if slot % 3 == 0 {
				clock.begin_set(5, false);
			}
		}
		assert_eq!(turns, [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1]);
		clock.begin_set(2, false);
		assert_eq!(clock.tick(113), Some(0), "2 of the larger set");
	}

	/// Whether everybody could give a sign of life where blocks come after these slots of a session.
	fn heard(length: u64, blocks: &[u64]) -> bool {
		let mut clock = BlockClock::default();
		blocks.iter().for_each(|elapsed| clock.listen(*elapsed, length));
		clock.heard()
	}

	#[test]
	fn who_is_there_is_heard_in_a_session_that_has_blocks_and_time() {
		for length in [10, 20, 600, 14_400] {
			let all: Vec<u64> = (0..length).collect();
			assert!(heard(length, &all), "{length}");
			assert!(
				!heard(length, &all[..all.len() / 8]),
				"{length}: the chain stands from then on"
			);
			assert!(!heard(length, &[length - 1]), "{length}");
			assert!(!heard(length, &[]), "{length}");
		}
		// However few others.
		assert!(heard(10, &[1, 4, 6]));
		assert!(heard(20, &[3, 9, 13]));
		assert!(heard(600, &[80, 299, 599]));
		// After a standstill a heartbeat has not found its way in the next slot, nor is there time to start
		// a node in.
		assert!(!heard(600, &[597, 598, 599]));
		assert!(!heard(600, &(0..10).chain(580..600).collect::<Vec<_>>()), "it stood in between");
		assert!(!heard(600, &(0..76).chain(592..600).collect::<Vec<_>>()), "and that is no reply");
		assert!(!heard(600, &(300..600).collect::<Vec<_>>()));
		assert!(heard(600, &(298..600).collect::<Vec<_>>()));
	}
}
