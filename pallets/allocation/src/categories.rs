// SPDX-License-Identifier: Apache-2.0

//! The categories: their pots, their books, and how the maximum supply is shared among them.

use crate::{
	types::{Book, Category, CategoryLimits, InvalidTable, NewCategory, ShareTable, Source},
	Categories, CategoryBooks, Config, CreditOf, Error, Event, Pallet,
};
use alloc::vec::Vec;
use destra_primitives::{Balance, CategoryId};
use frame_support::{
	ensure,
	traits::{
		fungible::{Balanced, Inspect},
		tokens::{Fortitude, Precision, Preservation},
		Get, Imbalance,
	},
};
use sp_runtime::{
	traits::AccountIdConversion, ArithmeticError, DispatchError, DispatchResult, PerThing,
	Perquintill,
};

impl<T: Config> From<InvalidTable> for Error<T> {
	fn from(fault: InvalidTable) -> Self {
		match fault {
			InvalidTable::IdsNotAscending(_) => Self::WrongCategories,
			InvalidTable::ShareOutOfRange(_) => Self::ShareOutOfRange,
			InvalidTable::CliffBeyondTerm(_) => Self::CliffBeyondTerm,
			InvalidTable::NotWhole => Self::SharesNotWhole,
		}
	}
}

// What others need of a category.
impl<T: Config> Pallet<T> {
	/// The account that a category grants from.
	pub fn pot_account(category: CategoryId) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(category)
	}

	pub(crate) fn category(id: CategoryId) -> Result<Category, Error<T>> {
		Categories::<T>::get()
			.into_iter()
			.find(|category| category.id == id)
			.ok_or(Error::<T>::UnknownCategory)
	}

	/// Changes the book of a category.
	pub(crate) fn with_book(
		id: CategoryId,
		change: impl FnOnce(&mut Book) -> Result<(), Error<T>>,
	) -> DispatchResult {
		CategoryBooks::<T>::try_mutate(|books| {
			let book = books
				.iter_mut()
				.find(|book| book.category() == id)
				.ok_or(Error::<T>::UnknownCategory)?;
			change(book)
		})
		.map_err(DispatchError::from)
	}

	/// What can leave the pot of a category, which has to stay alive.
	pub(crate) fn spendable(category: CategoryId) -> Balance {
		T::Currency::reducible_balance(
			&Self::pot_account(category),
			Preservation::Preserve,
			Fortitude::Polite,
		)
	}

	/// What others have paid into the pot of a category of genesis, beyond what the category can
	/// still grant. What is emitted into a pot counts against the cap, so that there is none.
	pub(crate) fn surplus(category: &Category, book: &Book) -> Balance {
		match category.source {
			Source::Genesis => {
				let left = book.left_below(category.cap(T::MaximumSupply::get()));
				Self::spendable(category.id).saturating_sub(left)
			}
			Source::Emission => 0,
		}
	}

	pub(crate) fn ensure_not_paused(id: CategoryId) -> Result<(), Error<T>> {
		let books = CategoryBooks::<T>::get();
		let paused = books.iter().any(|book| book.category() == id && book.is_paused());
		ensure!(!paused, Error::<T>::CategoryPaused);
		Ok(())
	}
}

// Pausing.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_pause_category(category: CategoryId) -> DispatchResult {
		Self::with_book(category, |book| {
			ensure!(!book.is_paused(), Error::<T>::AlreadyPaused);
			book.set_paused(true);
			Ok(())
		})?;
		Self::deposit_event(Event::CategoryPaused { category });
		Ok(())
	}

	pub(crate) fn do_resume_category(category: CategoryId) -> DispatchResult {
		Self::with_book(category, |book| {
			ensure!(book.is_paused(), Error::<T>::NotPaused);
			book.set_paused(false);
			Ok(())
		})?;
		Self::deposit_event(Event::CategoryResumed { category });
		Ok(())
	}
}

// Sharing the maximum supply.
impl<T: Config> Pallet<T> {
	/// Panics unless each share is a whole number of planck: when the runtime is tested.
	pub(crate) fn check_maximum_supply() {
		assert!(
			T::MaximumSupply::get().is_multiple_of(Perquintill::ACCURACY.into()),
			"MaximumSupply is not a multiple of 10^18 planck: a share of it would be rounded"
		);
	}

	/// What of the maximum supply each category may have.
	pub fn category_limits() -> Vec<CategoryLimits> {
		let maximum = T::MaximumSupply::get();
		Categories::<T>::get().iter().map(|category| category.limits(maximum)).collect()
	}

	/// Adds a category without a share.
	pub(crate) fn add_category(new: NewCategory) -> DispatchResult {
		let NewCategory { id, name, source, max_share, rules } = new;
		let mut table = Categories::<T>::get();
		let mut books = CategoryBooks::<T>::get();
		let Err(position) = table.binary_search_by_key(&id, |category| category.id) else {
			return Err(Error::<T>::CategoryExists.into());
		};
		let (share, min_share) = (Perquintill::zero(), Perquintill::zero());
		let category = Category { id, name, source, share, min_share, max_share, rules };
		table.try_insert(position, category).map_err(|_| Error::<T>::TooManyCategories)?;
		books.try_insert(position, Book::new(id)).map_err(|_| Error::<T>::TooManyCategories)?;
		// The first category of all would leave the supply without a share.
		Category::check_table(&table).map_err(Error::<T>::from)?;
		Categories::<T>::put(table);
		CategoryBooks::<T>::put(books);
		Ok(())
	}

	/// Gives every category its share of `shares`.
	pub(crate) fn share_anew(shares: ShareTable) -> DispatchResult {
		let before = Categories::<T>::get();
		let ids = before.iter().map(|category| category.id);
		ensure!(ids.eq(shares.iter().map(|(id, _)| *id)), Error::<T>::WrongCategories);
		let mut after = before.clone();
		for (category, (_, share)) in after.iter_mut().zip(&shares) {
			category.share = *share;
		}
		Category::check_table(&after).map_err(Error::<T>::from)?;
		ensure!(emitted(&before) == emitted(&after), Error::<T>::SourcesNotKept);
		let books = CategoryBooks::<T>::get();
		let maximum = T::MaximumSupply::get();
		let covered = after.iter().zip(&books).all(|(c, book)| book.committed() <= c.cap(maximum));
		ensure!(covered, Error::<T>::BelowGranted);

		Self::shift_pots(&before, &after)?;
		Categories::<T>::put(after);
		Ok(())
	}

	/// Moves what exists since genesis from the pots of categories that lose to those that gain.
	fn shift_pots(before: &[Category], after: &[Category]) -> DispatchResult {
		let maximum = T::MaximumSupply::get();
		let caps = || {
			before
				.iter()
				.zip(after)
				.filter(|(old, _)| old.source == Source::Genesis)
				.map(|(old, new)| (old.id, old.cap(maximum), new.cap(maximum)))
		};
		let mut shifted = CreditOf::<T>::zero();
		for (id, old, new) in caps().filter(|(_, old, new)| new < old) {
			shifted.subsume(Self::withdraw_from_pot(id, old.saturating_sub(new))?);
		}
		for (id, old, new) in caps().filter(|(_, old, new)| new > old) {
			let gain = shifted.extract(new.saturating_sub(old));
			T::Currency::resolve(&Self::pot_account(id), gain)
				.map_err(|_| Error::<T>::NoAccount)?;
		}
		// What the categories of genesis have together stays, and caps are exact parts of the
		// maximum supply: nothing is left or missing.
		ensure!(shifted.peek() == 0, ArithmeticError::Underflow);
		Ok(())
	}

	fn withdraw_from_pot(id: CategoryId, amount: Balance) -> Result<CreditOf<T>, DispatchError> {
		T::Currency::withdraw(
			&Self::pot_account(id),
			amount,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)
	}
}

/// The parts of 10^18 that are emitted.
fn emitted(table: &[Category]) -> u64 {
	table
		.iter()
		.filter(|category| category.source == Source::Emission)
		.map(|category| category.share.deconstruct())
		.fold(0, u64::saturating_add)
}
