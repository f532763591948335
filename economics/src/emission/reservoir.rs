// SPDX-License-Identifier: Apache-2.0

//! The account of a stream.

/// Tokens that do not exist yet, how many of them the schedule has released, and how many of those were
/// minted: `minted ≤ released`. In planck.
///
/// What is released but not minted is *due*; what is not minted *remains*. Nothing ever leaves this account
/// in another way, so what a limit withholds needs no book of its own.
#[cfg_attr(
	feature = "codec",
	derive(codec::Encode, codec::Decode, codec::MaxEncodedLen, scale_info::TypeInfo)
)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reservoir {
	size: u128,
	beside: u128,
	released: u128,
	minted: u128,
}

impl Reservoir {
	/// A full reservoir.
	pub const fn new(size: u128) -> Self {
		Self { size, beside: 0, released: 0, minted: 0 }
	}

	/// What its schedule divides: what was not released when it got its present parameters.
	pub const fn size(&self) -> u128 {
		self.size
	}

	/// What is released besides what the schedule says: due already when the parameters changed.
	pub const fn beside(&self) -> u128 {
		self.beside
	}

	/// Released so far.
	pub const fn released(&self) -> u128 {
		self.released
	}

	/// Minted so far, of what is released under the present parameters.
	pub const fn minted(&self) -> u128 {
		self.minted
	}

	/// Released, but not minted.
	pub const fn due(&self) -> u128 {
		self.released.saturating_sub(self.minted)
	}

	/// Not released.
	pub const fn unreleased(&self) -> u128 {
		self.size.saturating_add(self.beside).saturating_sub(self.released)
	}

	/// Not minted.
	pub const fn remaining(&self) -> u128 {
		self.unreleased().saturating_add(self.due())
	}

	/// Releases up to `target` of what the schedule divides; tells how much that is more than before. Never
	/// takes back.
	pub(super) fn release(&mut self, target: u128) -> u128 {
		let before = self.released;
		self.released = target.min(self.size).saturating_add(self.beside).max(before);
		self.released.saturating_sub(before)
	}

	/// Mints from what is due, at most `available`; tells how much.
	pub(super) fn mint(&mut self, available: u128) -> u128 {
		let minted = self.due().min(available);
		self.minted = self.minted.saturating_add(minted);
		minted
	}

	/// Starts anew with what is not released; what is due stays due.
	pub(super) const fn restart(&self) -> Self {
		let due = self.due();
		Self { size: self.unreleased(), beside: due, released: due, minted: 0 }
	}

	/// The same with so much more that is not released, and so much more that is due.
	pub(super) const fn with(&self, unreleased: u128, due: u128) -> Self {
		Self {
			size: self.size.saturating_add(unreleased),
			beside: self.beside.saturating_add(due),
			released: self.released.saturating_add(due),
			..*self
		}
	}

	/// The same without so much of what is not released.
	pub(super) const fn without(&self, unreleased: u128) -> Self {
		Self { size: self.size.saturating_sub(unreleased), ..*self }
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_reservoir_never_takes_back_and_never_gives_more_than_it_has() {
		let mut reservoir = Reservoir::new(100);
		assert_eq!(reservoir.release(60), 60);
		assert_eq!(reservoir.release(50), 0);
		assert_eq!(reservoir.release(1_000), 40);
		assert_eq!((reservoir.released(), reservoir.due()), (100, 100));
		assert_eq!((reservoir.mint(70), reservoir.mint(70), reservoir.mint(70)), (70, 30, 0));
		assert_eq!((reservoir.minted(), reservoir.due(), reservoir.remaining()), (100, 0, 0));
	}

	#[test]
	fn a_restart_keeps_what_is_due_and_what_remains() {
		let mut reservoir = Reservoir::new(100);
		reservoir.release(60);
		reservoir.mint(50);
		let mut anew = reservoir.restart();
		assert_eq!((anew.size(), anew.due(), anew.remaining()), (40, 10, 50));
		assert_eq!(anew.release(30), 30);
		assert_eq!((anew.due(), anew.unreleased(), anew.remaining()), (40, 10, 50));
	}

	#[test]
	fn what_comes_in_stays_what_it_is() {
		let mut reservoir = Reservoir::new(100);
		reservoir.release(60);
		reservoir.mint(50);
		let mut more = reservoir.restart().with(7, 3).without(17);
		assert_eq!((more.unreleased(), more.due(), more.remaining()), (30, 13, 43));
		assert_eq!(more.release(30), 30);
		assert_eq!((more.unreleased(), more.due()), (0, 43));
	}
}
