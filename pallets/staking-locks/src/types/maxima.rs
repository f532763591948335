// SPDX-License-Identifier: Apache-2.0

//! What the highest commission was, for pools that nobody visited since.

use destra_economics::accumulator::Index;
use frame_support::BoundedVec;
use sp_runtime::{traits::ConstU32, Perbill};

/// How many of the earlier maxima are remembered one by one.
pub const MAX_MAXIMA: u32 = 8;

/// A highest commission that was in force.
#[frame_support::stored]
#[derive(Copy)]
pub struct PastMaximum {
	/// The commission.
	pub most: Perbill,
	/// The index of the whole up to which it was in force.
	pub until: Index,
}

/// The highest commissions that were in force before the present one, oldest first.
#[frame_support::stored]
#[derive(Default)]
pub struct PastMaxima(BoundedVec<PastMaximum, ConstU32<MAX_MAXIMA>>);

impl PastMaxima {
	/// `most` was the maximum up to the index `until`. Where there is no room the oldest two become one,
	/// the lower for both: in favour of the delegators of a pool that nobody visited for so long.
	pub fn note(&mut self, most: Perbill, until: Index) {
		// One under which nothing was earned binds nobody.
		if self.0.last().is_some_and(|last| last.until == until) {
			return;
		}
		let inserted = self.0.force_insert_keep_right(self.0.len(), PastMaximum { most, until });
		if let (Ok(Some(forgotten)), Some(oldest)) = (inserted, self.0.iter_mut().next()) {
			oldest.most = oldest.most.min(forgotten.most);
		}
	}

	/// Those that were in force after the index `since`, oldest first.
	pub fn after(&self, since: Index) -> impl Iterator<Item = &PastMaximum> {
		self.0.iter().filter(move |past| past.until > since)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use destra_economics::accumulator::{Accumulator, Fine};

	fn index(planck: u128) -> Index {
		let reward = Fine::from_planck(planck).unwrap();
		Accumulator::default().accrue(reward, 1).unwrap().index()
	}

	fn after(maxima: &PastMaxima, since: u128) -> Vec<(u32, Index)> {
		let parts = |past: &PastMaximum| (past.most.deconstruct(), past.until);
		maxima.after(index(since)).map(parts).collect()
	}

	#[test]
	fn of_the_forgotten_ones_the_lowest_counts() {
		let mut maxima = PastMaxima::default();
		for n in 1..=MAX_MAXIMA {
			maxima.note(Perbill::from_parts(100 + n), index(n.into()));
		}
		assert_eq!(after(&maxima, 0).len(), 8);
		assert_eq!(after(&maxima, 6), [(107, index(7)), (108, index(8))]);
		maxima.note(Perbill::from_parts(1), index(8));
		assert_eq!(after(&maxima, 7), [(108, index(8))], "nothing was earned under it");
		maxima.note(Perbill::from_parts(3), index(9));
		assert_eq!(after(&maxima, 0)[0], (101, index(2)));
		for n in 10..=17 {
			maxima.note(Perbill::from_parts(500), index(n));
		}
		assert_eq!(after(&maxima, 0)[0], (3, index(10)));
		assert_eq!(after(&maxima, 0).len(), 8);
	}
}
