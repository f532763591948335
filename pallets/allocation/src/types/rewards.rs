// SPDX-License-Identifier: Apache-2.0

//! The rewards of an account that unlock over time, as they are stored.

use alloc::vec::Vec;
use destra_economics::reward_vesting::{Bucket, RewardBook, Terms};
use destra_primitives::Balance;
use frame_support::{traits::ConstU32, BoundedVec};

/// The most quanta that rewards of one account can be in at a time.
pub const MAX_REWARD_BUCKETS: u32 = 64;

/// A [`RewardBook`] without its terms, which are those of the chain. Amounts in planck.
#[frame_support::stored]
#[derive(Default)]
pub struct RewardAccount {
	/// What was earned in each quantum: its number since 1970, and the amount.
	buckets: BoundedVec<(u32, Balance), ConstU32<MAX_REWARD_BUCKETS>>,
	/// Vested by quanta that are gone, and not claimed.
	matured: Balance,
	/// Claimed of what the quanta above have vested.
	claimed: Balance,
}

impl RewardAccount {
	/// The account as a book that vests by `terms`.
	pub fn into_book(self, terms: Terms) -> RewardBook {
		let Self { buckets, matured, claimed } = self;
		let buckets = buckets.into_iter().map(Bucket::from).collect();
		RewardBook { terms, buckets, matured, claimed }
	}
}

/// The book has more buckets than can be stored: its terms are not those of the chain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooManyBuckets;

impl TryFrom<RewardBook> for RewardAccount {
	type Error = TooManyBuckets;

	fn try_from(book: RewardBook) -> Result<Self, TooManyBuckets> {
		let RewardBook { buckets, matured, claimed, .. } = book;
		let buckets: Vec<(u32, Balance)> = buckets.into_iter().map(Into::into).collect();
		let buckets = buckets.try_into().map_err(|_| TooManyBuckets)?;
		Ok(Self { buckets, matured, claimed })
	}
}
