// SPDX-License-Identifier: Apache-2.0

//! Earned rewards that unlock linearly, in a space and at a cost that do not depend on how often
//! they were earned.
//!
//! Rewards earned within one quantum `Q` share a [`Bucket`]. A bucket vests linearly over the
//! duration `V`, by the millisecond, from the end of its quantum: no reward unlocks early, and none
//! more than `Q` late. A bucket that has vested in full leaves the book, so at most `⌈V/Q⌉ + 1` are
//! live: those of the last `⌈V/Q⌉` quanta and that of the current one.
//!
//! A [`RewardBook`] remembers what was claimed of the live buckets together, not of each one. What a
//! claim pays is the growth of a cumulative amount, so rounding never adds up.

use crate::split::mul_div_floor;
use alloc::vec::Vec;

/// How rewards vest. A book keeps numbers of quanta, so its terms must not change while it lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Terms {
	/// Rewards earned within this many milliseconds vest together; above zero.
	pub quantum: u64,
	/// The time over which a bucket vests, in milliseconds: a multiple of the quantum, above zero.
	pub duration: u64,
}

/// The quantum or the duration is zero, or the duration is not a multiple of the quantum.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InvalidTerms;

impl core::fmt::Display for InvalidTerms {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str("rewards must vest over a multiple of a quantum above zero")
	}
}

impl core::error::Error for InvalidTerms {}

impl Terms {
	/// Whether the terms make sense.
	///
	/// # Errors
	///
	/// [`InvalidTerms`] where they do not.
	pub const fn validate(&self) -> Result<(), InvalidTerms> {
		match self.duration.checked_rem(self.quantum) {
			Some(0) if self.duration > 0 => Ok(()),
			_ => Err(InvalidTerms),
		}
	}

	/// The most buckets that are live at once; saturates at `u32::MAX`.
	pub const fn max_buckets(&self) -> u32 {
		if self.quantum == 0 {
			return 0;
		}
		let quanta = self.duration.div_ceil(self.quantum);
		if quanta >= u32::MAX as u64 {
			return u32::MAX;
		}
		(quanta as u32).saturating_add(1)
	}

	fn quantum_of(&self, instant: u64) -> Option<u32> {
		u32::try_from(instant.checked_div(self.quantum)?).ok()
	}

	/// For how long a bucket has been vesting, in milliseconds, at most the duration.
	fn elapsed(&self, bucket: &Bucket, now: u64) -> u64 {
		let start = u64::from(bucket.index).saturating_add(1).saturating_mul(self.quantum);
		now.saturating_sub(start).min(self.duration)
	}

	fn has_vested_in_full(&self, bucket: &Bucket, now: u64) -> bool {
		self.elapsed(bucket, now) == self.duration
	}

	/// What of a bucket has vested, in planck, rounded down.
	fn vested(&self, bucket: &Bucket, now: u64) -> u128 {
		let elapsed = self.elapsed(bucket, now);
		mul_div_floor(bucket.amount, elapsed.into(), self.duration.into()).unwrap_or(bucket.amount)
	}

	/// The amount of a bucket of which `unvested` planck have not vested yet: the largest one.
	fn amount_with(&self, unvested: u128, elapsed: u64) -> u128 {
		let remaining = self.duration.saturating_sub(elapsed);
		mul_div_floor(unvested, self.duration.into(), remaining.into()).unwrap_or(unvested)
	}
}

/// What was earned within one quantum.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bucket {
	/// The quantum, counted from 1970: `⌊time / quantum⌋`.
	pub index: u32,
	/// Earned within it, in planck.
	pub amount: u128,
}

impl From<(u32, u128)> for Bucket {
	fn from((index, amount): (u32, u128)) -> Self {
		Self { index, amount }
	}
}

impl From<Bucket> for (u32, u128) {
	fn from(bucket: Bucket) -> Self {
		(bucket.index, bucket.amount)
	}
}

/// Why a reward cannot be added.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RewardError {
	/// The book would hold more than `u128::MAX` planck.
	Overflow,
	/// The number of the quantum does not fit `u32`, or there is no quantum.
	BeyondTerms,
}

impl core::fmt::Display for RewardError {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str(match self {
			Self::Overflow => "the rewards exceed the number range",
			Self::BeyondTerms => "the terms number no quantum at this time",
		})
	}
}

impl core::error::Error for RewardError {}

/// The rewards of one earner.
///
/// The fields are for storing the book. They hold together as the operations leave them: buckets in
/// ascending order, `matured` plus their amounts within `u128`, and `claimed` no more than the
/// buckets have vested. Time should not run backwards either; if it does, nothing is paid twice.
///
/// ```
/// use destra_economics::reward_vesting::{RewardBook, Terms};
///
/// const DAY: u64 = 86_400_000;
/// let mut book = RewardBook::new(Terms { quantum: DAY, duration: 180 * DAY });
/// book.add(0, 100)?;
/// book.add(DAY / 2, 80)?; // The same day, hence the same bucket, which starts with the next day.
/// assert_eq!(book.claim(91 * DAY), 90);
/// assert_eq!(book.slash_unvested(91 * DAY, 30), 30);
/// assert_eq!(book.claim(181 * DAY), 60);
/// assert!(book.is_empty());
/// # Ok::<(), destra_economics::reward_vesting::RewardError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RewardBook {
	/// How the rewards vest.
	pub terms: Terms,
	/// The live buckets, in ascending order.
	pub buckets: Vec<Bucket>,
	/// What buckets vested that are gone, and what slashed ones had vested, less what was claimed of
	/// it, in planck.
	pub matured: u128,
	/// What was claimed of what the live buckets have vested, in planck.
	pub claimed: u128,
}

impl RewardBook {
	/// A book without rewards.
	pub const fn new(terms: Terms) -> Self {
		Self { terms, buckets: Vec::new(), matured: 0, claimed: 0 }
	}

	/// Whether nothing is held any more: the book need not be kept.
	pub fn is_empty(&self) -> bool {
		self.buckets.is_empty() && self.matured == 0
	}

	/// All that is held, in planck: what was added, less what was claimed and slashed.
	pub fn outstanding(&self) -> u128 {
		self.held().saturating_sub(self.claimed)
	}

	/// What can be claimed at `now`, in planck.
	pub fn claimable(&self, now: u64) -> u128 {
		self.matured.saturating_add(self.vested_live(now).saturating_sub(self.claimed))
	}

	/// What has not vested at `now`, in planck: all that a slash can reach.
	pub fn unvested(&self, now: u64) -> u128 {
		self.outstanding().saturating_sub(self.claimable(now))
	}

	/// Adds a reward of `amount` planck that was earned at `now`.
	///
	/// # Errors
	///
	/// See [`RewardError`]; the book holds what it held before.
	pub fn add(&mut self, now: u64, amount: u128) -> Result<(), RewardError> {
		let index = self.terms.quantum_of(now).ok_or(RewardError::BeyondTerms)?;
		self.held().checked_add(amount).ok_or(RewardError::Overflow)?;
		if amount == 0 {
			return Ok(());
		}
		self.retire(now);
		match self.buckets.last_mut() {
			// Not in an older bucket either, if time ran backwards: the order must stay.
			Some(newest) if index <= newest.index => {
				newest.amount = newest.amount.saturating_add(amount);
			}
			_ => self.buckets.push(Bucket { index, amount }),
		}
		Ok(())
	}

	/// Takes out what has vested by `now`, and returns how much that is, in planck.
	pub fn claim(&mut self, now: u64) -> u128 {
		self.retire(now);
		let claimed = self.claimable(now);
		self.matured = 0;
		self.claimed = self.claimed.max(self.vested_live(now));
		claimed
	}

	/// Takes up to `amount` planck of what has not vested at `now`, from the youngest bucket first,
	/// and returns how much was taken, in planck.
	///
	/// What has vested stays claimable to the planck. What is left of a bucket goes on vesting to the
	/// same end.
	pub fn slash_unvested(&mut self, now: u64, amount: u128) -> u128 {
		self.retire(now);
		let taken = amount.min(self.unvested(now));
		let terms = self.terms;
		let (mut due, mut settled) = (taken, 0u128);
		for bucket in self.buckets.iter_mut().rev() {
			if due == 0 {
				break;
			}
			let cut = bucket.cut(&terms, now, due);
			due = due.saturating_sub(cut.taken);
			settled = settled.saturating_add(cut.settled);
		}
		self.buckets.retain(|bucket| bucket.amount > 0);
		self.settle(settled);
		taken
	}

	/// Takes over all of `other`, a book of the same terms.
	///
	/// Nothing vests later than it would have apart. For each quantum in which both earned, one planck
	/// that each would have rounded away may vest earlier.
	///
	/// # Errors
	///
	/// [`RewardError::Overflow`]; the book holds what it held before.
	pub fn absorb(&mut self, now: u64, mut other: Self) -> Result<(), RewardError> {
		self.held().checked_add(other.held()).ok_or(RewardError::Overflow)?;
		self.retire(now);
		other.retire(now);
		for bucket in other.buckets {
			match self.buckets.binary_search_by_key(&bucket.index, |own| own.index) {
				Ok(position) => {
					if let Some(own) = self.buckets.get_mut(position) {
						own.amount = own.amount.saturating_add(bucket.amount);
					}
				}
				Err(position) => self.buckets.insert(position, bucket),
			}
		}
		self.matured = self.matured.saturating_add(other.matured);
		self.claimed = self.claimed.saturating_add(other.claimed);
		Ok(())
	}

	/// Drops the buckets that have vested in full.
	fn retire(&mut self, now: u64) {
		let terms = self.terms;
		let live = self.buckets.partition_point(|bucket| terms.has_vested_in_full(bucket, now));
		let settled = sum(self.buckets.drain(..live).map(|bucket| bucket.amount));
		self.settle(settled);
	}

	/// Moves an amount that has left the buckets as vested: it was claimed before, or is now matured.
	fn settle(&mut self, amount: u128) {
		self.matured = self.matured.saturating_add(amount.saturating_sub(self.claimed));
		self.claimed = self.claimed.saturating_sub(amount);
	}

	/// What the live buckets have vested.
	fn vested_live(&self, now: u64) -> u128 {
		sum(self.buckets.iter().map(|bucket| self.terms.vested(bucket, now)))
	}

	/// What is in the book, be it claimed or not. Every sum in the book stays below it.
	fn held(&self) -> u128 {
		self.matured.saturating_add(sum(self.buckets.iter().map(|bucket| bucket.amount)))
	}
}

/// What a slash did to a bucket.
struct Cut {
	/// Unvested planck that are gone.
	taken: u128,
	/// Vested planck that are no longer counted as the bucket's.
	settled: u128,
}

impl Bucket {
	/// Takes up to `amount` planck of what has not vested. The bucket becomes one that has as much
	/// unvested as is left, and will vest by the same end; having been smaller all along, it has
	/// vested less.
	fn cut(&mut self, terms: &Terms, now: u64, amount: u128) -> Cut {
		let vested = terms.vested(self, now);
		let unvested = self.amount.saturating_sub(vested);
		let taken = unvested.min(amount);
		let kept = unvested.saturating_sub(taken);
		self.amount = terms.amount_with(kept, terms.elapsed(self, now));
		Cut { taken, settled: vested.saturating_sub(self.amount.saturating_sub(kept)) }
	}
}

/// The sum of amounts of a book, which stays below what the book holds.
fn sum(amounts: impl Iterator<Item = u128>) -> u128 {
	amounts.fold(0, u128::saturating_add)
}
