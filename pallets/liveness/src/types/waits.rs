// SPDX-License-Identifier: Apache-2.0

//! Who has to wait before it may enter a set again. A program can sign for a node that never writes: it
//! enters, falls idle, and would take the place of a newcomer that is there again and again.

use crate::MAX_SEATS;
use destra_primitives::SessionIndex;
use frame_support::{traits::ConstU32, BoundedVec};

/// After so many falls the wait doubles no more: 256 sessions.
const MOST_DOUBLINGS: u32 = 8;

/// Who fell idle without a block of its own, how often in a row, and until when it waits.
#[frame_support::stored]
pub struct Wait<AccountId> {
	who: AccountId,
	falls: u32,
	until: SessionIndex,
}

/// The waits of those who have not written since. Where there are too many, the one that is over first is
/// forgotten.
#[frame_support::stored]
pub struct Waits<AccountId>(BoundedVec<Wait<AccountId>, ConstU32<MAX_SEATS>>);

impl<AccountId> Default for Waits<AccountId> {
	fn default() -> Self {
		Self(BoundedVec::new())
	}
}

impl<AccountId: PartialEq> Waits<AccountId> {
	/// `who` fell idle in `session` without a block of its own: it waits two sessions, and twice as long
	/// with each further time.
	pub fn lengthen(&mut self, who: AccountId, session: SessionIndex) {
		let falls = self.forget(&who).map_or(1, |wait| wait.falls.saturating_add(1));
		let sessions = 1_u32.checked_shl(falls.min(MOST_DOUBLINGS)).unwrap_or(0);
		let until = session.saturating_add(sessions);
		let at = self.0.partition_point(|other| other.until > until);
		// Sorted by their ends, the last one first, so that the first one to be over gives way.
		let _ = self.0.force_insert_keep_left(at, Wait { who, falls, until });
	}

	/// `who` has written a block: it waits no more.
	pub fn forget(&mut self, who: &AccountId) -> Option<Wait<AccountId>> {
		let at = self.0.iter().position(|wait| wait.who == *who)?;
		Some(self.0.remove(at))
	}

	/// Whether `who` may not enter in `session`.
	pub fn bars(&self, who: &AccountId, session: SessionIndex) -> bool {
		self.0.iter().any(|wait| wait.who == *who && session < wait.until)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_wait_doubles_with_each_fall_until_a_block_comes() {
		let mut waits = Waits::default();
		let mut session = 10;
		for sessions in [2, 4, 8, 16, 32, 64, 128, 256, 256] {
			waits.lengthen(1, session);
			assert!(waits.bars(&1, session + sessions - 1));
			session += sessions;
			assert!(!waits.bars(&1, session) && !waits.bars(&2, session - 1));
		}
		assert!(waits.forget(&1).is_some() && waits.forget(&1).is_none());
		waits.lengthen(1, session);
		assert!(waits.bars(&1, session + 1) && !waits.bars(&1, session + 2));
	}

	#[test]
	fn where_too_many_wait_the_first_to_be_over_is_forgotten() {
		let mut waits = Waits::default();
		for who in 0..MAX_SEATS {
			waits.lengthen(who, who);
		}
		waits.lengthen(MAX_SEATS, MAX_SEATS);
		assert!(!waits.bars(&0, 0));
		assert!((1..=MAX_SEATS).all(|who| waits.bars(&who, who + 1)));
	}
}
