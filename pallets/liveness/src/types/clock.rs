// SPDX-License-Identifier: Apache-2.0

//! How many blocks were expected of each validator so far.

use destra_primitives::Seat;

/// The most slots between a block and its parent for the block to count.
///
/// Every slot has an author, so while all are there each block comes one slot after its parent. Where
/// a third is not, a slot stays empty with a probability below a third, and more than 24 of 25 blocks
/// come within three slots. A chain that backs off from finality leaves every third slot empty and
/// more; one that stood leaves a gap. Nothing is expected of anybody then.
pub const MAX_GAP: u64 = 3;

/// One block, in the parts in which expectations are counted: fine enough for 256 validators.
const BLOCK: u64 = 1 << 30;

/// A validator that wrote nothing while this many blocks were expected of it is idle. Of an honest
/// one that happens in about one of 22,000 such stretches, whatever the size of the set.
const PATIENCE: u64 = 10;

/// How many blocks have been expected of each validator since the beginning, and who is looked at
/// next.
#[frame_support::stored]
#[derive(Copy, Default)]
pub struct BlockClock {
	/// In parts of [`BLOCK`].
	expected: u64,
	/// The slot of the last block.
	slot: Option<u64>,
	/// How many validators the running set has.
	seats: Seat,
	/// Whose turn it is to be looked at.
	cursor: Seat,
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

	/// A set of this many begins.
	pub fn begin_set(&mut self, seats: Seat) {
		self.seats = seats;
		self.cursor = 0;
	}

	/// A block in `slot`. If it counts: whose turn it is.
	pub fn tick(&mut self, slot: u64) -> Option<Seat> {
		let parent = self.slot.replace(slot)?;
		if slot.saturating_sub(parent) > MAX_GAP || self.seats == 0 {
			return None;
		}
		self.expected = self.expected.saturating_add(BLOCK.div_ceil(u64::from(self.seats)));
		let turn = self.cursor;
		self.cursor = turn.saturating_add(1).checked_rem(self.seats).unwrap_or(0);
		Some(turn)
	}

	/// Whether too many blocks were expected since `since` of one that wrote none of them.
	pub const fn is_overdue(&self, since: u64) -> bool {
		self.expected.saturating_sub(since) >= PATIENCE.saturating_mul(BLOCK)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn after(seats: Seat, blocks: u64) -> BlockClock {
		let mut clock = BlockClock::default();
		clock.begin_set(seats);
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
	fn nothing_is_expected_of_a_chain_that_stands_or_backs_off() {
		let mut clock = after(4, 0);
		for round in 1..1_000 {
			assert_eq!(clock.tick(100 + round * (MAX_GAP + 1)), None);
		}
		assert_eq!(clock.expected(), 0);
		assert_eq!(clock.tick(100 + 999 * (MAX_GAP + 1) + MAX_GAP), Some(0));
	}

	#[test]
	fn each_has_its_turn() {
		let mut clock = after(3, 0);
		let turns: Vec<_> = (101..108).filter_map(|slot| clock.tick(slot)).collect();
		assert_eq!(turns, [0, 1, 2, 0, 1, 2, 0]);
	}
}
