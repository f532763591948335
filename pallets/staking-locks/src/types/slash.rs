// SPDX-License-Identifier: Apache-2.0

//! Slashes between report and application, in the order in which they are due.

use destra_primitives::{
	time::{Millis, Moment},
	SlashReason,
};
use sp_runtime::Perbill;

/// Names a slash; never used again.
pub type SlashId = u32;

/// A slash that waits for its time.
#[frame_support::stored]
pub struct PendingSlash<AccountId> {
	/// Whose stake it takes.
	pub provider: AccountId,
	/// What for.
	pub reason: SlashReason,
	/// The part that it takes.
	pub fraction: Perbill,
	/// Who gets a part of what the provider itself loses.
	pub reporter: Option<AccountId>,
	/// When it may be applied, in chain time: see [`SlashQueue::time`].
	pub due: Moment,
	/// Until when it bars the provider from serving, if it is not cancelled; in milliseconds since the
	/// Unix epoch, zero if it does not.
	pub jails_until: Moment,
}

/// The place of a slash in the queue. As bytes it sorts by when it is due, then by name: so the first
/// key in the state is the next slash.
#[frame_support::stored]
#[derive(Copy, PartialOrd, Ord)]
pub struct SlashKey {
	due: [u8; 8],
	id: [u8; 4],
}

impl SlashKey {
	/// The place of the slash `id`.
	pub const fn new(due: Moment, id: SlashId) -> Self {
		Self { due: due.to_be_bytes(), id: id.to_be_bytes() }
	}

	/// When it is due, in chain time.
	pub const fn due(self) -> Moment {
		Moment::from_be_bytes(self.due)
	}

	/// Its name.
	pub const fn id(self) -> SlashId {
		SlashId::from_be_bytes(self.id)
	}
}

/// What a block has to know of the queue, and the clock that it runs by.
#[frame_support::stored]
#[derive(Copy, Default)]
pub struct SlashQueue {
	/// The name of the next slash to be reported.
	next: SlashId,
	/// The slash that is due first.
	first: Option<SlashKey>,
	/// The clock at the last block; zero before it was set.
	seen: Moment,
	/// How long the chain has stood still so far.
	stood: Millis,
}

impl SlashQueue {
	/// A block came. Of the time since the one before, what is beyond `most` counts as a standstill.
	pub fn tick(&mut self, now: Moment, most: Millis) {
		if self.seen > 0 {
			let beyond = now.saturating_sub(self.seen).saturating_sub(most);
			self.stood = self.stood.saturating_add(beyond);
		}
		self.seen = self.seen.max(now);
	}

	/// Chain time at `now`: the clock, less the time in which the chain stood still. So nobody's time
	/// to object runs out while nobody can.
	pub fn time(mut self, now: Moment, most: Millis) -> Moment {
		self.tick(now, most);
		now.saturating_sub(self.stood)
	}

	/// The slash that is due first.
	pub const fn first(&self) -> Option<SlashKey> {
		self.first
	}

	/// Takes in a slash that is `due`; `None` where no name is left.
	pub fn push(&mut self, due: Moment) -> Option<SlashKey> {
		let key = SlashKey::new(due, self.next);
		self.next = self.next.checked_add(1)?;
		self.first = Some(self.first.map_or(key, |first| first.min(key)));
		Some(key)
	}

	/// Lets go a slash. `rest` finds the first of the others.
	pub fn remove(&mut self, key: SlashKey, rest: impl FnOnce() -> Option<SlashKey>) {
		if self.first == Some(key) {
			self.first = rest();
		}
	}

	/// How many slashes have been reported so far.
	#[cfg(any(feature = "try-runtime", feature = "runtime-benchmarks", test))]
	pub const fn reported(&self) -> SlashId {
		self.next
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	#[test]
	fn keys_sort_as_bytes_by_time_and_then_by_name() {
		let keys = [(0, 9), (1, 0), (255, 1), (256, 0), (256, 1), (256, 256), (u64::MAX, 0)]
			.map(|(due, id)| SlashKey::new(due, id));
		assert!(keys.is_sorted());
		assert!(keys.map(|key| key.encode()).is_sorted());
		assert_eq!((keys[5].due(), keys[5].id()), (256, 256));
	}

	#[test]
	fn chain_time_stands_still_with_the_chain() {
		let mut queue = SlashQueue::default();
		assert_eq!(queue.time(1_000, 10), 1_000, "the clock was never set before");
		queue.tick(1_000, 10);
		assert_eq!(queue.time(1_010, 10), 1_010);
		queue.tick(1_010, 10);
		// A step of 90 counts as 10, as long as the next block has not seen it and afterwards.
		assert_eq!(queue.time(1_100, 10), 1_020);
		queue.tick(1_100, 10);
		assert_eq!(queue.time(1_100, 10), 1_020);
		queue.tick(1_105, 10);
		assert_eq!(queue.time(1_105, 10), 1_025);
		queue.tick(1_105, 10);
		assert_eq!(queue.time(1_105, 10), 1_025, "two blocks of one moment");
	}

	#[test]
	fn the_first_is_the_one_that_is_due_first() {
		let mut queue = SlashQueue::default();
		let late = queue.push(50).unwrap();
		let soon = queue.push(20).unwrap();
		let same = queue.push(20).unwrap();
		assert_eq!(queue.first(), Some(soon));
		queue.remove(late, || unreachable!("it is not the first"));
		queue.remove(soon, || Some(same));
		assert_eq!(queue.first(), Some(same));
		queue.remove(same, || None);
		assert_eq!((queue.first(), queue.reported()), (None, 3));
	}
}
