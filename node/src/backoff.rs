// SPDX-License-Identifier: Apache-2.0

//! How authors slow down when nothing is finalised any more.
//!
//! The state of a block that is not finalised is kept in memory, so a chain must not grow at full speed for ever while its
//! finality stands. But whoever slows down leaves the chain to those who do not: a third of the validators, which can stop
//! finality by not voting, writes two blocks in five slots then, and the others one in ten; their heartbeats and the
//! transactions that would mend it need not come into a block. So this is for the end of a long time, in which people have
//! found out. Production networks of this SDK do not slow down at all.
//!
//! Even then the chain goes on: what brings finality back is a transaction, then the first block of the next session, and
//! then some blocks more. The SDK's own figures let the pace fall to a block in ten minutes; twenty blocks are half a night
//! then.

use crate::service::BlockNumber;
use sc_consensus_slots::BackoffAuthoringOnFinalizedHeadLagging;

/// How many blocks may wait for finality before authors slow down at all: a week.
const SLACK: BlockNumber = 7 * 24 * 60 * 10;

/// How many more blocks make authors leave out one more slot.
const BIAS: BlockNumber = 2;

/// How many slots are left out between two blocks at most: a block a minute, and at least one in the shortest session that
/// there can be, of ten slots.
const MOST_LEFT_OUT: BlockNumber = 9;

/// What the authors of this chain do.
pub fn strategy() -> BackoffAuthoringOnFinalizedHeadLagging<BlockNumber> {
	BackoffAuthoringOnFinalizedHeadLagging {
		max_interval: MOST_LEFT_OUT,
		unfinalized_slack: SLACK,
		authoring_bias: BIAS,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sc_consensus_slots::BackoffAuthoringBlocksStrategy;

	const START: u64 = 300_000_000;

	/// The slots with a block, of the `slots` after a week without finality, where `is_there` says whether the author of a
	/// slot is.
	fn blocks(slots: u64, is_there: impl Fn(u64) -> bool) -> Vec<u64> {
		let strategy = strategy();
		let mut filled = Vec::new();
		for slot in 1..=slots {
			let head_slot = START + filled.last().copied().unwrap_or(0);
			let head = SLACK + filled.len() as BlockNumber;
			let now = START + slot;
			let waits = strategy.should_backoff(head, head_slot.into(), 0, now.into(), "test");
			if is_there(slot) && !waits {
				filled.push(slot);
			}
		}
		filled
	}

	fn longest_gap(filled: &[u64]) -> u64 {
		filled.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0)
	}

	const DAY: u64 = 24 * 60 * 10;

	#[test]
	fn a_week_without_finality_costs_no_block() {
		for head in 0..=SLACK {
			let (head_slot, now) = (START + u64::from(head), START + u64::from(head) + 1);
			assert!(!strategy().should_backoff(head, head_slot.into(), 0, now.into(), "test"));
		}
	}

	#[test]
	fn without_finality_there_is_a_block_a_minute_for_ever() {
		let filled = blocks(30 * DAY, |_| true);
		assert_eq!(longest_gap(&filled), 10);
		let last_day = filled.iter().filter(|slot| **slot > 29 * DAY).count();
		assert_eq!(last_day as u64, DAY / 10);
	}

	#[test]
	fn the_slowest_pace_is_reached_within_a_quarter_of_an_hour_and_not_at_once() {
		let filled = blocks(DAY, |_| true);
		let slowest = filled.windows(2).find(|pair| pair[1] - pair[0] == 10).expect("within a day");
		assert!((50..=110).contains(&slowest[0]), "{slowest:?}");
	}

	#[test]
	fn each_session_has_a_block_however_short() {
		for length in [10, 20, 600] {
			let filled = blocks(2 * DAY, |_| true);
			for session in 0..2 * DAY / length {
				let slots = session * length + 1..=(session + 1) * length;
				assert!(filled.iter().any(|slot| slots.contains(slot)), "{length}: {session}");
			}
		}
	}

	#[test]
	fn with_a_third_of_the_authors_a_block_still_comes_within_a_minute_and_a_half() {
		// By turns, the worst case: a lot would give the others a slot before.
		let filled = blocks(2 * DAY, |slot| slot % 3 == 0);
		assert!(longest_gap(&filled) <= 15, "{}", longest_gap(&filled));
	}

	#[test]
	fn twenty_blocks_take_less_than_half_an_hour() {
		let filled = blocks(2 * DAY, |slot| slot % 2 == 0);
		let slowest = filled.windows(21).map(|blocks| blocks[20] - blocks[0]).max();
		assert!(slowest.expect("more than that") <= 300);
	}

	#[test]
	fn a_standing_chain_waits_for_nobody() {
		// Nothing came for long: whoever is there may write at once.
		let (head, finalised) = (2 * SLACK, 0);
		assert!(!strategy().should_backoff(
			head,
			START.into(),
			finalised,
			(START + 10).into(),
			"test"
		));
	}
}
