// SPDX-License-Identifier: Apache-2.0

//! Which slot and timestamp the next block gets.

use crate::{
	seen_slots::is_seen,
	service::{Block, FullClient},
};
use sc_service::error::Error as ServiceError;
use sp_blockchain::HeaderBackend;
use sp_consensus_babe::{inherents::InherentDataProvider as BabeInherent, Slot, SlotDuration};
use sp_inherents::CreateInherentDataProviders;
use sp_runtime::traits::{Block as BlockT, Header as _, Zero};
use sp_timestamp::{InherentDataProvider as TimestampInherent, Timestamp};
use std::{
	error::Error,
	sync::{
		atomic::{AtomicU64, Ordering},
		Arc,
	},
};

/// Where the time of a block comes from, when it is made and when it is checked.
#[derive(Clone)]
pub enum BlockTime {
	/// The clock on the wall.
	System(SlotDuration),
	/// The clock of a chain that seals on demand.
	Sealing(Arc<SealingClock>),
}

impl BlockTime {
	/// The slot and the instant that a block made now would get.
	pub fn now(&self) -> (Slot, Timestamp) {
		match self {
			Self::System(slot_duration) => {
				let now = Timestamp::current();
				(Slot::from_timestamp(now, *slot_duration), now)
			}
			Self::Sealing(clock) => clock.next(),
		}
	}
}

#[async_trait::async_trait]
impl CreateInherentDataProviders<Block, ()> for BlockTime {
	type InherentDataProviders = (BabeInherent, TimestampInherent);

	async fn create_inherent_data_providers(
		&self,
		_parent: <Block as BlockT>::Hash,
		_extra: (),
	) -> Result<Self::InherentDataProviders, Box<dyn Error + Send + Sync>> {
		let (slot, timestamp) = self.now();
		Ok((BabeInherent::new(slot), TimestampInherent::new(timestamp)))
	}
}

/// A clock that stands still until a block is sealed, and then moves on by exactly one slot.
///
/// No two blocks get the same slot, not even on different forks, or when the first was reverted or lost: BABE
/// remembers, and would take that for an equivocation. An attempt to seal that comes to nothing costs no slot.
pub struct SealingClock {
	slot_duration: SlotDuration,
	next: AtomicU64,
	/// Whether a block was seen in a slot.
	seen: Box<dyn Fn(Slot) -> bool + Send + Sync>,
}

/// Time does not jump further than this at once, so that no slot number can overflow.
pub const MAX_JUMP_MS: u64 = 100 * 366 * 24 * 60 * 60 * 1_000;

impl SealingClock {
	fn new(
		slot_duration: SlotDuration,
		next: Slot,
		seen: impl Fn(Slot) -> bool + Send + Sync + 'static,
	) -> Self {
		let clock = Self { slot_duration, next: AtomicU64::new(*next), seen: Box::new(seen) };
		clock.skip_seen();
		clock
	}

	/// A new chain begins now, an old one goes on in the first slot after its best block in which no block was
	/// seen.
	pub fn resume(
		client: Arc<FullClient>,
		slot_duration: SlotDuration,
	) -> Result<Self, ServiceError> {
		let best_hash = client.info().best_hash;
		let best = client
			.header(best_hash)?
			.ok_or_else(|| format!("The best block {best_hash} is not in the database."))?;

		let next = if best.number().is_zero() {
			Slot::from_timestamp(Timestamp::current(), slot_duration)
		} else {
			let digest =
				sc_consensus_babe::find_pre_digest::<Block>(&best).map_err(String::from)?;
			digest.slot().saturating_add(1_u64)
		};
		Ok(Self::new(slot_duration, next, move |slot| is_seen(&*client, slot)))
	}

	/// The slot of the next block, and the instant at which that slot begins.
	pub fn next(&self) -> (Slot, Timestamp) {
		let slot = self.next.load(Ordering::SeqCst);
		let timestamp = Timestamp::new(slot.saturating_mul(self.slot_duration.as_millis()));
		(slot.into(), timestamp)
	}

	/// Takes note that a block fills `slot`.
	pub fn fill(&self, slot: Slot) {
		self.next.fetch_max((*slot).saturating_add(1), Ordering::SeqCst);
		self.skip_seen();
	}

	/// Makes the next block later by `ms` milliseconds, rounded up to whole slots. Says when it
	/// will be, or `None` if the jump is longer than [`MAX_JUMP_MS`].
	pub fn advance(&self, ms: u64) -> Option<Timestamp> {
		if ms > MAX_JUMP_MS {
			return None;
		}
		self.next.fetch_add(ms.div_ceil(self.slot_duration.as_millis()), Ordering::SeqCst);
		self.skip_seen();
		Some(self.next().1)
	}

	/// Only when the clock moves, so that making a block and checking it see the same time.
	fn skip_seen(&self) {
		let mut slot = self.next.load(Ordering::SeqCst);
		while (self.seen)(slot.into()) {
			slot = slot.saturating_add(1);
		}
		self.next.fetch_max(slot, Ordering::SeqCst);
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const SLOT_MS: u64 = 6_000;

	fn clock() -> SealingClock {
		SealingClock::new(SlotDuration::from_millis(SLOT_MS), 1_000.into(), |_| false)
	}

	fn at(slot: u64) -> (Slot, Timestamp) {
		(slot.into(), Timestamp::new(slot * SLOT_MS))
	}

	#[test]
	fn stands_still_until_a_block_is_sealed() {
		let clock = clock();
		assert_eq!(clock.next(), at(1_000));
		assert_eq!(clock.next(), at(1_000));
		clock.fill(1_000.into());
		assert_eq!(clock.next(), at(1_001));
	}

	#[test]
	fn never_goes_back() {
		let clock = clock();
		clock.fill(1_000.into());
		clock.fill(500.into());
		assert_eq!(clock.next(), at(1_001));
	}

	#[test]
	fn a_slot_in_which_a_block_was_seen_is_taken_by_no_other() {
		let seen = [1_000, 1_002, 1_003, 1_010];
		let clock =
			SealingClock::new(SlotDuration::from_millis(SLOT_MS), 1_000.into(), move |slot| {
				seen.contains(&*slot)
			});
		assert_eq!(clock.next(), at(1_001));
		clock.fill(1_001.into());
		assert_eq!(clock.next(), at(1_004));
		assert_eq!(clock.advance(6 * SLOT_MS), Some(at(1_011).1));
		assert_eq!(clock.next(), at(1_011));
	}

	#[test]
	fn a_jump_is_rounded_up_to_whole_slots() {
		for (ms, slots) in [(0, 0), (1, 1), (SLOT_MS, 1), (SLOT_MS + 1, 2), (10 * SLOT_MS, 10)] {
			let clock = clock();
			assert_eq!(clock.advance(ms), Some(at(1_000 + slots).1), "{ms} ms");
			assert_eq!(clock.next(), at(1_000 + slots), "{ms} ms");
		}
	}

	#[test]
	fn jumps_add_up() {
		let clock = clock();
		clock.advance(SLOT_MS).unwrap();
		clock.advance(2 * SLOT_MS).unwrap();
		assert_eq!(clock.next(), at(1_003));
	}

	#[test]
	fn an_absurd_jump_is_refused_and_changes_nothing() {
		let clock = clock();
		assert_eq!(clock.advance(MAX_JUMP_MS + 1), None);
		assert_eq!(clock.advance(u64::MAX), None);
		assert_eq!(clock.next(), at(1_000));
	}

	#[test]
	fn the_timestamp_is_the_one_that_babe_expects_of_the_slot() {
		let clock = clock();
		clock.advance(123_456_789).unwrap();
		let (slot, timestamp) = clock.next();
		assert_eq!(Slot::from_timestamp(timestamp, SlotDuration::from_millis(SLOT_MS)), slot);
	}

	#[test]
	fn making_and_checking_a_block_see_the_same_time() {
		let clock = Arc::new(clock());
		let (making, checking) = (BlockTime::Sealing(clock.clone()), BlockTime::Sealing(clock));
		assert_eq!(making.now(), checking.now());
	}
}
