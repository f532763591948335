// SPDX-License-Identifier: Apache-2.0

//! What of this pallet governance can change, and what has to hold then.

use crate::{
	types::{NewCategory, Notice, ShareTable},
	Categories, Config, Pallet, SuccessionNotice, WeightInfo,
};
use alloc::{vec, vec::Vec};
use destra_primitives::{governed, Governed};
use frame_support::{pallet_prelude::DispatchResult, weights::Weight};

governed! {
	/// A parameter of this pallet, with a value for it.
	#[frame_support::stored]
	pub enum Parameter {
		/// The share of every category, in the order of their ids. What categories of genesis lose moves from
		/// their pots into the pots of those that gain. The pot of a new category keeps the existential deposit
		/// back from it, unless anybody sends it that.
		#[codec(index = 0)]
		Shares(ShareTable),
		/// For how long a succession is announced, in milliseconds. What is announced already keeps its time.
		#[codec(index = 1)]
		SuccessionNotice(Notice),
		/// A category to add. It has no share until [`Parameter::Shares`] gives it one: with the same change, if
		/// they come after it there.
		#[codec(index = 2)]
		NewCategory(NewCategory),
	}
}

impl<T: Config> Governed for Pallet<T> {
	type Parameter = Parameter;

	fn in_force() -> Vec<Parameter> {
		let table = Categories::<T>::get();
		let shares = table.iter().map(|category| (category.id, category.share)).collect();
		vec![
			// As many as there are categories.
			Parameter::Shares(ShareTable::truncate_from(shares)),
			Parameter::SuccessionNotice(SuccessionNotice::<T>::get()),
		]
	}

	/// Errors of shares: `WrongCategories`, `ShareOutOfRange`, `SharesNotWhole`, `SourcesNotKept`,
	/// `BelowGranted`, and `NoAccount` if a new pot would get less than the existential deposit. Errors of a
	/// new category: `CategoryExists`, `TooManyCategories`, `CliffBeyondTerm`, and `SharesNotWhole` if there is
	/// no other one.
	fn put(new: Parameter) -> DispatchResult {
		match new {
			Parameter::Shares(shares) => Self::share_anew(shares),
			Parameter::SuccessionNotice(notice) => {
				SuccessionNotice::<T>::put(notice);
				Ok(())
			}
			Parameter::NewCategory(new) => Self::add_category(new),
		}
	}

	fn weight(_new: &Parameter) -> Weight {
		T::WeightInfo::put_parameter()
	}
}
