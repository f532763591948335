// SPDX-License-Identifier: Apache-2.0

//! The ceiling of the trailing year: a window that no history overdraws, and none uses up.
//!
//! A year has [`DAYS`] *days* of 24 hours and 21 minutes, in economic time. Whatever moment of a day a year
//! begins at, it ends before the [`DAYS`] days after that one do. So where of each day `d`
//!
//! ```text
//! minted in d and the 360 days after it  ≤  min over the steps of d of (minted in d before + cap · issuance)
//! ```
//!
//! no year mints more than the cap of the issuance at its start. What day `d` leaves of that, with `n` days
//! to go, the present one included, is its *room*. A day may mint
//!
//! ```text
//! min over all d of  min(room, 1.1 · room / n)
//! ```
//!
//! evenly over its time. Every window keeps some room until its last day, however it was spent before: so
//! whatever is due is paid on at a pace, and never waits for a year to end. The factor lets a schedule that
//! falls begin above the average: of a window that is always used as far as this permits, the last day still
//! has 47 % of the first.
//!
//! A cap that rises counts from the next day on, for the years that have begun as well. One that falls binds
//! the years that begin from then on, so the pace falls with it at once. One of zero stops everything.

use crate::{mul_div_floor, WHOLE};
use alloc::vec::Vec;

/// How many days a year has here.
pub const DAYS: usize = 360;

/// The year of the ceiling: 365.25 days, in milliseconds.
pub const YEAR: u64 = 31_557_600_000;

/// A day of the ceiling: a 360th of a year, 24 hours and 21 minutes, in milliseconds.
pub const DAY: u64 = YEAR / DAYS as u64;

/// Over how many days a window lasts at most: a year, and the rest of the day on which it begins.
const WINDOW: u128 = 361;

/// How far above the average pace a window may be spent, in percent.
const FRONT_LOADING: u128 = 110;

/// What is remembered of a day.
#[cfg_attr(
	feature = "codec",
	derive(codec::Encode, codec::Decode, codec::MaxEncodedLen, scale_info::TypeInfo)
)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Day {
	/// Minted, in planck.
	pub minted: u128,
	/// The most that may be minted from its beginning on by the end of any year that begins on it, in planck:
	/// over all of its steps the least of what it had minted before and the most of a year that begins then.
	pub most: u128,
	/// The lowest issuance at a step, in planck.
	pub lowest: u128,
}

impl Day {
	fn begin(issuance: u128, cap: u64) -> Self {
		Self { minted: 0, most: part_of(issuance, cap), lowest: issuance }
	}

	/// A step begins with this issuance and this cap. Tells whether a year that begins now may mint less than
	/// those before.
	fn step(&mut self, issuance: u128, cap: u64) -> bool {
		let most = self.minted.saturating_add(part_of(issuance, cap));
		self.lowest = self.lowest.min(issuance);
		let falls = most < self.most;
		self.most = self.most.min(most);
		falls
	}

	/// The cap is this now, and may have risen: for the years that have begun as well.
	fn raise(&mut self, cap: u64) {
		self.most = self.most.max(part_of(self.lowest, cap));
	}
}

/// `⌊amount · part / 10¹⁸⌋`; saturates.
fn part_of(amount: u128, part: u64) -> u128 {
	mul_div_floor(amount, part.into(), WHOLE.into()).unwrap_or(u128::MAX)
}

/// The days before the present one, as many as a window reaches back, the oldest first. Asked for once a day.
pub trait History {
	/// Changes the days.
	fn update<R>(&mut self, change: impl FnOnce(&mut Vec<Day>) -> R) -> R;
}

impl History for Vec<Day> {
	fn update<R>(&mut self, change: impl FnOnce(&mut Self) -> R) -> R {
		change(self)
	}
}

/// The present day, and how much it may mint.
#[cfg_attr(
	feature = "codec",
	derive(codec::Encode, codec::Decode, codec::MaxEncodedLen, scale_info::TypeInfo)
)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Window {
	index: u32,
	today: Day,
	/// The economic time from which on `pace` counts: the beginning of the day, or when it fell.
	since: u64,
	/// What the day had minted by then.
	before: u128,
	/// What may be minted in a day from then on.
	pace: u128,
	withheld: bool,
}

impl Window {
	/// The first day of an emission, with an issuance in planck and a cap in parts of [`WHOLE`].
	pub fn begin(issuance: u128, cap: u64) -> Self {
		Self::of_day(0, Day::begin(issuance, cap), &[])
	}

	/// The day of this number, after `before`, the oldest first.
	fn of_day(index: u32, today: Day, before: &[Day]) -> Self {
		let since = u64::from(index).saturating_mul(DAY);
		Self { index, today, since, before: 0, pace: budget(before, &today), withheld: false }
	}

	/// How many days the emission has had before the present one.
	pub const fn day(&self) -> u32 {
		self.index
	}

	/// The most that the present day may mint, in planck.
	pub const fn budget(&self) -> u128 {
		self.before.saturating_add(self.pace)
	}

	/// What it has minted, in planck.
	pub const fn minted(&self) -> u128 {
		self.today.minted
	}

	/// A step begins at `time`, in economic milliseconds. Tells whether with it a day does.
	pub(super) fn step(
		&mut self,
		time: u64,
		issuance: u128,
		cap: u64,
		history: &mut impl History,
	) -> bool {
		let index = u32::try_from(time.checked_div(DAY).unwrap_or(0)).unwrap_or(u32::MAX);
		if index <= self.index {
			if self.today.step(issuance, cap) {
				self.pace = self.pace.min(pace(part_of(issuance, cap), WINDOW));
				self.since = time;
				self.before = self.today.minted;
			}
			return false;
		}
		let skipped = index.saturating_sub(self.index).saturating_sub(1);
		let skipped = usize::try_from(skipped).unwrap_or(DAYS).min(DAYS);
		let over = self.today;
		*self = history.update(|days| {
			days.push(over);
			let idle = Day::begin(over.lowest.min(issuance), cap);
			days.extend(core::iter::repeat_n(idle, skipped));
			let forgotten = days.len().saturating_sub(DAYS);
			days.drain(..forgotten);
			days.iter_mut().for_each(|day| day.raise(cap));
			Self::of_day(index, Day::begin(issuance, cap), days)
		});
		true
	}

	/// What may be minted by a step that ends at `time`, in planck, rounded down: what the pace has allowed by
	/// then, less what was minted.
	pub(super) fn allowance(&self, time: u64) -> u128 {
		let end = u64::from(self.index).saturating_add(1).saturating_mul(DAY);
		let passed = time.min(end).saturating_sub(self.since);
		mul_div_floor(self.pace, passed.into(), DAY.into())
			.unwrap_or(0)
			.saturating_add(self.before)
			.saturating_sub(self.today.minted)
	}

	/// Counts what was minted. Saturates: only amounts within the allowance get here.
	pub(super) fn count(&mut self, minted: u128) {
		self.today.minted = self.today.minted.saturating_add(minted);
	}

	/// Notes that the ceiling withholds; `true` the first time in the day.
	pub(super) fn withhold(&mut self) -> bool {
		!core::mem::replace(&mut self.withheld, true)
	}

	/// What a year has minted that began when the oldest day of `history` did, and the most it may.
	pub fn trailing_year(&self, history: &[Day]) -> (u128, u128) {
		let minted =
			history.iter().map(|day| day.minted).fold(self.today.minted, u128::saturating_add);
		(minted, history.first().unwrap_or(&self.today).most)
	}
}

/// What a day may mint after `before`, the oldest first.
fn budget(before: &[Day], today: &Day) -> u128 {
	let mut to_go = WINDOW;
	let mut minted = 0u128;
	let mut least = pace(today.most, to_go);
	for day in before.iter().rev() {
		to_go = to_go.saturating_sub(1);
		minted = minted.saturating_add(day.minted);
		least = least.min(pace(day.most.saturating_sub(minted), to_go));
	}
	least
}

/// What a window with this much room spends on one of the days that are to go.
fn pace(room: u128, to_go: u128) -> u128 {
	mul_div_floor(room, FRONT_LOADING, to_go.saturating_mul(100))
		.map_or(room, |pace| pace.min(room))
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A year of which each day mints as much as it may, and none is minted before or after.
	#[test]
	fn the_last_day_of_a_window_has_47_percent_of_the_first() {
		let first = 1_000_000_000_000;
		let mut room = first;
		let mut days: Vec<_> = (1..=WINDOW)
			.rev()
			.map(|to_go| {
				let day = pace(room, to_go);
				room -= day;
				day
			})
			.collect();
		assert_eq!(room, 0, "the last one may have all that is left");
		assert_eq!(days.remove(360) * 100 / days[0], 47);
		assert!(days.iter().all(|day| *day * 2 > days[0]), "and no other less than a half");
	}
}
