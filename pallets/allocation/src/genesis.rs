// SPDX-License-Identifier: Apache-2.0

//! The first state. What is wrong with a genesis stops the chain from being built, by name.

use crate::{
	types::{Book, Books, Category, CategoryTable, Source},
	Categories, CategoryBooks, Config, GenesisConfig, Pallet, SuccessionNotice,
};
use destra_primitives::{out_of_range, Balance, CategoryId, Schedule};
use frame_support::traits::{fungible::Inspect, Get};
use serde::{Deserialize, Serialize};

/// A grant that exists from the first block on.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisGrant<AccountId> {
	/// The category it is from.
	pub category: CategoryId,
	/// Who gets it. The account needs the existential deposit in the balances at genesis.
	pub beneficiary: AccountId,
	/// In planck.
	pub amount: Balance,
	/// By when which part unlocks.
	pub schedule: Schedule,
}

/// Validates the configuration and stores what it says.
pub(crate) fn build<T: Config>(config: &GenesisConfig<T>) {
	let GenesisConfig { categories, paid, grants, succession_notice } = config;
	SuccessionNotice::<T>::put(succession_notice);
	for Category { id, rules, max_share, .. } in categories {
		let beyond = out_of_range("rules", rules).or_else(|| out_of_range("max_share", max_share));
		assert!(beyond.is_none(), "allocation genesis: out of range: {beyond:?} of {id:?}");
	}
	let checked = Category::check_table(categories);
	assert!(checked.is_ok(), "allocation genesis: categories: {checked:?}");
	let table = CategoryTable::try_from(categories.clone());
	assert!(table.is_ok(), "allocation genesis: {} categories are too many", categories.len());
	let books = categories.iter().map(|category| Book::new(category.id)).collect();
	Categories::<T>::put(table.unwrap_or_default());
	CategoryBooks::<T>::put(Books::truncate_from(books));

	for (category, amount) in paid {
		let counted = Pallet::<T>::count_paid(*category, *amount);
		assert!(counted.is_ok(), "allocation genesis: paid {amount} of {category:?}: {counted:?}");
	}
	categories.iter().zip(CategoryBooks::<T>::get()).for_each(|(category, book)| {
		check_pot::<T>(category, &book);
	});
	for (row, grant) in grants.iter().enumerate() {
		let GenesisGrant { category, beneficiary, amount, schedule } = grant.clone();
		let granted = Pallet::<T>::do_grant(category, beneficiary, amount, schedule);
		assert!(granted.is_ok(), "allocation genesis: grant {row}: {granted:?} in {grant:?}");
	}
}

/// The pot of what exists since genesis holds all that can still be granted, and the existential
/// deposit.
fn check_pot<T: Config>(category: &Category, book: &Book) {
	if category.source == Source::Emission {
		return;
	}
	let pot = T::Currency::balance(&Pallet::<T>::pot_account(category.id));
	let free = book.left_below(category.cap(T::MaximumSupply::get()));
	let expected = free.checked_add(T::Currency::minimum_balance());
	assert!(
		Some(pot) == expected,
		"allocation genesis: the pot of {:?} has {pot} planck in the balances, where {expected:?} \
		 are what its share and what was paid of it leave, and the existential deposit",
		category.id
	);
}
