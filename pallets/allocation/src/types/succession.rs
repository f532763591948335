// SPDX-License-Identifier: Apache-2.0

//! Who takes over what an account has, and when it may.

use destra_primitives::{
	time::{days, minutes, Moment},
	Period,
};
use frame_support::traits::Get;

/// For how long a succession is announced, in milliseconds: a minute at least, so that a block comes
/// in between, and 90 days at most, so that lost keys are succeeded in the end.
pub type Notice = Period<{ minutes(1) }, { days(90) }>;

/// 30 days.
pub struct DefaultNotice;

impl Get<Notice> for DefaultNotice {
	fn get() -> Notice {
		Notice::literal::<{ days(30) }>()
	}
}

/// When an announced succession may happen.
#[frame_support::stored]
#[derive(Copy)]
pub struct Window {
	/// The first moment of it.
	pub opens: Moment,
	/// The first moment after it.
	pub closes: Moment,
}

/// The successor of an account, and what it has announced.
#[frame_support::stored]
pub struct Succession<AccountId> {
	successor: AccountId,
	window: Option<Window>,
}

/// Why a succession cannot happen now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotNow {
	/// Nothing is announced, or it has lapsed.
	NothingAnnounced,
	/// It is announced, and not open yet.
	NoticeRunning,
}

/// An announcement stands already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AlreadyAnnounced;

impl<AccountId> Succession<AccountId> {
	/// A successor that has announced nothing.
	pub const fn new(successor: AccountId) -> Self {
		Self { successor, window: None }
	}

	/// Who takes over.
	pub const fn successor(&self) -> &AccountId {
		&self.successor
	}

	/// What is announced at `now` and has not lapsed.
	pub fn window(&self, now: Moment) -> Option<Window> {
		self.window.filter(|window| now < window.closes)
	}

	/// Announces the succession at `now`: it is open after the `notice`, for as long again. Else what
	/// was announced once could happen at any time, and nobody would be warned.
	pub fn announce(&mut self, now: Moment, notice: Notice) -> Result<Window, AlreadyAnnounced> {
		if self.window(now).is_some() {
			return Err(AlreadyAnnounced);
		}
		let opens = now.saturating_add(notice.get());
		let window = Window { opens, closes: opens.saturating_add(notice.get()) };
		self.window = Some(window);
		Ok(window)
	}

	/// Takes the announcement back at `now`. Whether there was one.
	pub fn withdraw(&mut self, now: Moment) -> bool {
		self.window(now).is_some() && self.window.take().is_some()
	}

	/// Whether it was announced in time.
	pub fn check_open(&self, now: Moment) -> Result<(), NotNow> {
		match self.window(now) {
			Some(window) if window.opens <= now => Ok(()),
			Some(_) => Err(NotNow::NoticeRunning),
			None => Err(NotNow::NothingAnnounced),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const NOTICE: Notice = Notice::literal::<{ minutes(1) }>();

	#[test]
	fn an_announcement_opens_after_the_notice_and_lapses_after_as_long_again() {
		let mut succession = Succession::new(7u8);
		assert_eq!(succession.check_open(0), Err(NotNow::NothingAnnounced));
		let window = Window { opens: 60_005, closes: 120_005 };
		assert_eq!(succession.announce(5, NOTICE), Ok(window));
		assert_eq!(succession.check_open(60_004), Err(NotNow::NoticeRunning));
		assert_eq!(succession.announce(60_004, NOTICE), Err(AlreadyAnnounced));
		assert_eq!(succession.check_open(60_005), Ok(()));
		assert_eq!(succession.check_open(120_004), Ok(()));
		assert_eq!(succession.check_open(120_005), Err(NotNow::NothingAnnounced));
		assert_eq!(succession.window(120_005), None);
		assert!(!succession.withdraw(120_005));
		assert!(succession.announce(120_005, NOTICE).is_ok());
		assert!(succession.withdraw(240_004));
		assert_eq!(succession.check_open(240_004), Err(NotNow::NothingAnnounced));
	}
}
