// SPDX-License-Identifier: Apache-2.0

//! What a category has granted, and what became of it.

use super::MaxCategories;
use destra_primitives::{Balance, CategoryId};
use frame_support::BoundedVec;

/// The account of a category. All amounts in planck.
///
/// `granted − released − returned − burned` is on hold at the beneficiaries, always.
#[frame_support::stored]
#[derive(Copy)]
pub struct Book {
	category: CategoryId,
	paused: bool,
	granted: Balance,
	released: Balance,
	returned: Balance,
	burned: Balance,
}

/// The books of all categories, in the order of the table. One value, because every release
/// writes into it, whatever the categories of the grants it releases.
pub type Books = BoundedVec<Book, MaxCategories>;

/// The category would grant more than its cap.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AboveCap;

impl Book {
	/// The book of a category that has granted nothing.
	pub const fn new(category: CategoryId) -> Self {
		Self { category, paused: false, granted: 0, released: 0, returned: 0, burned: 0 }
	}

	/// Whose book it is.
	pub const fn category(&self) -> CategoryId {
		self.category
	}

	/// Whether the guardian stopped the category.
	pub const fn is_paused(&self) -> bool {
		self.paused
	}

	/// Stops the category, or lets it go on.
	pub const fn set_paused(&mut self, paused: bool) {
		self.paused = paused;
	}

	/// Everything that was ever granted.
	pub const fn granted(&self) -> Balance {
		self.granted
	}

	/// What of it was paid to the beneficiaries.
	pub const fn released(&self) -> Balance {
		self.released
	}

	/// What of it came back by revocation.
	pub const fn returned(&self) -> Balance {
		self.returned
	}

	/// What of it was burned for leaving early.
	pub const fn burned(&self) -> Balance {
		self.burned
	}

	/// What counts against the cap: everything granted that did not come back.
	pub const fn committed(&self) -> Balance {
		self.granted.saturating_sub(self.returned)
	}

	/// What is left below `cap`.
	pub const fn left_below(&self, cap: Balance) -> Balance {
		cap.saturating_sub(self.committed())
	}

	/// What is on hold at the beneficiaries.
	pub const fn outstanding(&self) -> Balance {
		self.committed().saturating_sub(self.released).saturating_sub(self.burned)
	}

	/// Counts a grant, if it fits below `cap`.
	pub fn grant(&mut self, amount: Balance, cap: Balance) -> Result<(), AboveCap> {
		let committed = self.committed().checked_add(amount).ok_or(AboveCap)?;
		if committed > cap {
			return Err(AboveCap);
		}
		// Above the cap only by what came back: the sum of all grants is bounded by how often the
		// whole supply can be granted and revoked within the life of a chain.
		self.granted = self.granted.checked_add(amount).ok_or(AboveCap)?;
		Ok(())
	}

	/// Counts what a beneficiary was paid.
	pub const fn release(&mut self, amount: Balance) {
		self.released = self.released.saturating_add(amount);
	}

	/// Counts what came back.
	pub const fn give_back(&mut self, amount: Balance) {
		self.returned = self.returned.saturating_add(amount);
	}

	/// Counts what was burned.
	pub const fn burn(&mut self, amount: Balance) {
		self.burned = self.burned.saturating_add(amount);
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_came_back_can_be_granted_again() {
		let mut book = Book::new(CategoryId(1));
		assert_eq!(book.grant(100, 100), Ok(()));
		assert_eq!(book.grant(1, 100), Err(AboveCap));
		book.give_back(30);
		assert_eq!(book.grant(31, 100), Err(AboveCap));
		assert_eq!(book.grant(30, 100), Ok(()));
		assert_eq!((book.granted(), book.committed(), book.outstanding()), (130, 100, 100));
		assert_eq!((book.left_below(140), book.left_below(100), book.left_below(90)), (40, 0, 0));
	}

	#[test]
	fn what_was_paid_or_burned_cannot() {
		let mut book = Book::new(CategoryId(1));
		book.grant(100, 100).unwrap();
		book.release(60);
		book.burn(40);
		assert_eq!(book.outstanding(), 0);
		assert_eq!(book.grant(1, 100), Err(AboveCap));
	}

	#[test]
	fn an_amount_beyond_all_tokens_is_above_the_cap() {
		let mut book = Book::new(CategoryId(1));
		book.grant(1, Balance::MAX).unwrap();
		assert_eq!(book.grant(Balance::MAX, Balance::MAX), Err(AboveCap));
	}
}
