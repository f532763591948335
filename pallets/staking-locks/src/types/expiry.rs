// SPDX-License-Identifier: Apache-2.0

//! Buckets of terms that end together.

use super::StakeWeight;
use destra_economics::accumulator::Index;
use destra_primitives::time::{Millis, Moment};
use sp_runtime::ArithmeticError;

/// Bucket `n` expires at `n` times the quantum, in milliseconds since the Unix epoch.
pub type BucketIndex = u64;

/// The bucket in which a term ends that ends at `moment`, or as little later as possible.
pub fn bucket_of(moment: Moment, quantum: Millis) -> BucketIndex {
	moment.div_ceil(quantum.max(1))
}

/// The first bucket that expires after `now`.
pub fn first_after(now: Moment, quantum: Millis) -> BucketIndex {
	now.checked_div(quantum).unwrap_or(now).saturating_add(1)
}

/// When a bucket expires.
pub fn expires_at(bucket: BucketIndex, quantum: Millis) -> Moment {
	bucket.saturating_mul(quantum)
}

/// The positions whose additional weight ends at the same time.
#[frame_support::stored]
#[derive(Copy)]
pub enum Bucket {
	/// Before the expiry: what the total weight loses then, and how many positions lose it.
	Open { weight: StakeWeight, positions: u32 },
	/// After it: the reward index at that moment, kept for as long as positions were not settled.
	Expired { index: Index, positions: u32 },
}

impl Bucket {
	/// How many positions refer to it.
	pub const fn positions(&self) -> u32 {
		match self {
			Self::Open { positions, .. } | Self::Expired { positions, .. } => *positions,
		}
	}

	/// A position with this additional weight came in. An expired bucket takes none.
	pub fn add(bucket: Option<Self>, added: StakeWeight) -> Result<Self, ArithmeticError> {
		let (weight, positions) = match bucket {
			None => (0, 0),
			Some(Self::Open { weight, positions }) => (weight, positions),
			Some(Self::Expired { .. }) => return Err(ArithmeticError::Overflow),
		};
		Ok(Self::Open {
			weight: weight.checked_add(added).ok_or(ArithmeticError::Overflow)?,
			positions: positions.checked_add(1).ok_or(ArithmeticError::Overflow)?,
		})
	}

	/// A position with this additional weight left before the expiry. `None` if it was the last.
	pub fn remove(self, removed: StakeWeight) -> Result<Option<Self>, ArithmeticError> {
		let Self::Open { weight, positions } = self else {
			return Err(ArithmeticError::Underflow);
		};
		let weight = weight.checked_sub(removed).ok_or(ArithmeticError::Underflow)?;
		let positions = positions.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
		Ok((positions > 0).then_some(Self::Open { weight, positions }))
	}

	/// A position was settled after the expiry: the index at that moment, and what is left of the
	/// bucket.
	pub fn settle(self) -> Result<(Index, Option<Self>), ArithmeticError> {
		let Self::Expired { index, positions } = self else {
			return Err(ArithmeticError::Underflow);
		};
		let positions = positions.checked_sub(1).ok_or(ArithmeticError::Underflow)?;
		Ok((index, (positions > 0).then_some(Self::Expired { index, positions })))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_term_never_ends_early_and_at_most_a_quantum_late() {
		for quantum in [1, 7, 3_600_000] {
			for moment in [1, 6, 7, 8, 3_600_000, 1_700_000_000_123] {
				let end = expires_at(bucket_of(moment, quantum), quantum);
				assert!(moment <= end && end < moment + quantum);
				assert!(expires_at(first_after(moment, quantum), quantum) > moment);
				assert!(expires_at(first_after(moment, quantum) - 1, quantum) <= moment);
			}
		}
	}

	#[test]
	fn a_bucket_counts_what_comes_and_goes() {
		let bucket = Bucket::add(Some(Bucket::add(None, 5).unwrap()), 7).unwrap();
		assert_eq!(bucket, Bucket::Open { weight: 12, positions: 2 });
		let bucket = bucket.remove(5).unwrap().unwrap();
		assert_eq!(bucket.remove(8), Err(ArithmeticError::Underflow));
		assert_eq!(bucket.remove(7), Ok(None));
		assert_eq!(bucket.settle(), Err(ArithmeticError::Underflow));

		let index = Index::default();
		let expired = Bucket::Expired { index, positions: 2 };
		assert_eq!(Bucket::add(Some(expired), 1), Err(ArithmeticError::Overflow));
		assert_eq!(expired.remove(1), Err(ArithmeticError::Underflow));
		let (_, rest) = expired.settle().unwrap();
		assert_eq!(rest.unwrap().settle(), Ok((index, None)));
	}
}
