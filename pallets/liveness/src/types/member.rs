// SPDX-License-Identifier: Apache-2.0

//! A validator of the running set.

use super::{BlockClock, Evidence};
use destra_primitives::SessionIndex;

/// A validator of the running set, and what it has shown.
#[frame_support::stored]
pub struct Member<AccountId> {
	/// Its account.
	pub who: AccountId,
	/// What was expected of each when it wrote its last block, or entered.
	since: u64,
	/// Whether it has written a block since it entered.
	proven: bool,
	/// Whether it wrote or gave a sign of life in this session.
	shown: bool,
	/// Whether it did neither in the last session in which it could have.
	silent: bool,
	/// The session in which it fell idle.
	idle_since: Option<SessionIndex>,
	/// Whether it gave a heartbeat after that.
	returned: bool,
}

impl<AccountId> Member<AccountId> {
	/// One that enters. The first ones of a chain need not prove themselves.
	pub const fn enter(who: AccountId, clock: &BlockClock, first: bool) -> Self {
		Self {
			who,
			since: clock.expected(),
			proven: first,
			shown: false,
			silent: false,
			idle_since: None,
			returned: false,
		}
	}

	/// What it has shown of being there.
	pub const fn evidence(&self) -> Evidence {
		match self.idle_since {
			Some(_) if self.returned => Evidence::Returned,
			Some(_) => Evidence::Idle,
			None if self.silent => Evidence::Silent,
			None if self.proven => Evidence::Proven,
			None => Evidence::Unproven,
		}
	}

	/// Whether it has written a block since it entered.
	pub const fn is_proven(&self) -> bool {
		self.proven
	}

	/// Whether it fell idle.
	pub const fn is_idle(&self) -> bool {
		self.idle_since.is_some()
	}

	/// Whether it should have shown itself by now, had it been there.
	pub const fn is_missed(&self, clock: &BlockClock) -> bool {
		self.silent || clock.had_turns(self.since)
	}

	/// Since when blocks are expected of it.
	pub const fn since(&self) -> u64 {
		self.since
	}

	/// It wrote a block. Whether that is the first one since it entered.
	pub fn write(&mut self, clock: &BlockClock) -> bool {
		let first = !self.proven && !self.is_idle();
		self.since = clock.expected();
		self.proven = true;
		self.shown = true;
		first
	}

	/// It may not write: nothing is expected of it.
	pub fn excuse(&mut self, clock: &BlockClock) {
		self.since = clock.expected();
	}

	/// It falls idle.
	pub fn fall_idle(&mut self, session: SessionIndex) {
		self.idle_since = Some(session);
		self.returned = false;
	}

	/// It gives a heartbeat. Idle it stays for as long as it is in a set that was chosen before.
	pub fn give_sign(&mut self) {
		self.shown = true;
		self.returned = true;
	}

	/// Whether it wrote or gave a sign of life in this session.
	pub const fn is_shown(&self) -> bool {
		self.shown
	}

	/// A session is over in which whoever was there could show it, or not.
	pub fn end_session(&mut self, heard: bool) {
		self.silent = !self.shown && (heard || self.silent);
		self.shown = false;
	}

	/// It is in the set of `session` as well. One that fell idle before that set was chosen, and came
	/// back, enters anew.
	pub fn stay(self, session: SessionIndex, clock: &BlockClock) -> Self {
		match self.idle_since {
			// The set of a session is chosen when the one before it begins.
			Some(fell) if self.returned && session >= fell.saturating_add(2) => {
				Self::enter(self.who, clock, false)
			}
			_ => self,
		}
	}
}
