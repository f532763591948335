// SPDX-License-Identifier: Apache-2.0

//! What is true between any two calls.

use crate::{
	types::{Book, Category, Source, MAX_REWARD_BUCKETS},
	Beneficiaries, Categories, CategoryBooks, Config, Grants, HoldReason, NextGrantId, Pallet,
	Rewards, Successors, TotalRewards,
};
use alloc::collections::{BTreeMap, BTreeSet};
use destra_economics::vesting;
use destra_primitives::Balance;
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, InspectHold},
		Get, Time,
	},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_categories()?;
		Self::try_state_grants()?;
		Self::try_state_books()?;
		Self::try_state_beneficiaries()?;
		Self::try_state_successors()?;
		Self::try_state_escrow()?;
		Self::try_state_rewards()
	}

	/// ### Invariants of `Categories`
	/// - The table stands: ids ascend, shares lie in their ranges and sum to one.
	/// - There is a book for each category, in the same order, that has committed no more than the
	///   cap.
	/// - The pot of a category of genesis has all that the category can still grant.
	fn try_state_categories() -> Result<(), TryRuntimeError> {
		let table = Categories::<T>::get();
		let books = CategoryBooks::<T>::get();
		ensure!(Category::check_table(&table).is_ok(), "the table of categories does not stand");
		ensure!(
			table.iter().map(|category| category.id).eq(books.iter().map(Book::category)),
			"the books are not those of the categories"
		);
		for (category, book) in table.iter().zip(&books) {
			let cap = category.cap(T::MaximumSupply::get());
			ensure!(book.committed() <= cap, "a category has granted more than its cap");
			let pot = T::Currency::balance(&Self::pot_account(category.id));
			let backed = category.source == Source::Emission || pot >= book.left_below(cap);
			ensure!(backed, "a pot lacks what its category can still grant");
		}
		Ok(())
	}

	/// ### Invariants of `Grants`
	/// - Every grant has an id of its own, below the next.
	/// - Its schedule is valid, its category exists, and the one keeps to the rules of the other.
	/// - Released ≤ vested ≤ amount, and something is left.
	fn try_state_grants() -> Result<(), TryRuntimeError> {
		let (now, next) = (T::Time::now(), NextGrantId::<T>::get());
		let mut ids = BTreeSet::new();
		for (_, grants) in Grants::<T>::iter() {
			ensure!(!grants.is_empty(), "a beneficiary without grants");
			for grant in grants {
				ensure!(ids.insert(grant.id()) && grant.id() < next, "the id of a grant is wrong");
				let schedule = vesting::Schedule::from(grant.schedule());
				ensure!(schedule.validate().is_ok(), "a schedule is invalid");
				let category =
					Self::category(grant.category()).map_err(|_| "a grant of no category")?;
				let rules = vesting::UnlockRules::from(category.rules.unlock);
				ensure!(rules.check(&schedule, 0).is_ok(), "a schedule breaks a rule");
				ensure!(grant.vested(now) <= grant.amount(), "more has vested than was granted");
				ensure!(grant.released() <= grant.vested(now), "more was released than has vested");
				ensure!(grant.outstanding() > 0, "a grant that is paid in full is still there");
			}
		}
		Ok(())
	}

	/// ### Invariants of `Beneficiaries`
	/// - It names for each grant who has it, and for no other.
	fn try_state_beneficiaries() -> Result<(), TryRuntimeError> {
		let mut named: BTreeMap<_, _> = Beneficiaries::<T>::iter().collect();
		for (who, grants) in Grants::<T>::iter() {
			for grant in grants {
				let found = named.remove(&grant.id());
				ensure!(found.as_ref() == Some(&who), "a grant is looked for where it is not");
			}
		}
		ensure!(named.is_empty(), "somebody is named for a grant that is gone");
		Ok(())
	}

	/// ### Invariants of `Successors`
	/// - An account that has named a successor has something to take over, and has not named itself.
	fn try_state_successors() -> Result<(), TryRuntimeError> {
		for (who, succession) in Successors::<T>::iter() {
			let holds = Grants::<T>::contains_key(&who) || Rewards::<T>::contains_key(&who);
			ensure!(holds, "there is a successor to nothing");
			ensure!(*succession.successor() != who, "an account succeeds itself");
		}
		Ok(())
	}

	/// ### Invariants of `CategoryBooks`
	/// - What a category has outstanding is the sum of what its grants have outstanding.
	fn try_state_books() -> Result<(), TryRuntimeError> {
		let mut outstanding = BTreeMap::<_, Balance>::new();
		for grant in Grants::<T>::iter_values().flatten() {
			let sum = outstanding.entry(grant.category()).or_default();
			*sum = sum.saturating_add(grant.outstanding());
		}
		for book in CategoryBooks::<T>::get() {
			let sum = outstanding.get(&book.category()).copied().unwrap_or_default();
			ensure!(book.outstanding() == sum, "a book does not add up with the grants");
			let spent =
				book.released().saturating_add(book.returned()).saturating_add(book.burned());
			ensure!(Some(book.granted()) == spent.checked_add(sum), "a book does not add up");
		}
		Ok(())
	}

	/// ### Invariants of the escrow
	/// - What an account has on hold for grants is what its grants have outstanding.
	fn try_state_escrow() -> Result<(), TryRuntimeError> {
		for (who, grants) in Grants::<T>::iter() {
			let outstanding = grants.iter().map(|grant| grant.outstanding()).sum::<Balance>();
			let held = T::Currency::balance_on_hold(&HoldReason::Grant.into(), &who);
			ensure!(held == outstanding, "a hold is not what the grants have outstanding");
		}
		Ok(())
	}

	/// ### Invariants of `Rewards` and `TotalRewards`
	/// - What an account has on hold for rewards is what its book has outstanding: above zero.
	/// - The total is the sum of its parts.
	fn try_state_rewards() -> Result<(), TryRuntimeError> {
		ensure!(Self::terms().max_buckets() <= MAX_REWARD_BUCKETS, "the terms do not fit");
		let mut total: Balance = 0;
		for who in Rewards::<T>::iter_keys() {
			let book = Self::book(&who);
			let held = T::Currency::balance_on_hold(&HoldReason::Reward.into(), &who);
			ensure!(held == book.outstanding(), "a hold is not what the rewards have outstanding");
			ensure!(!book.is_empty(), "an account without rewards");
			total = total.saturating_add(held);
		}
		ensure!(total == TotalRewards::<T>::get(), "the total of rewards is not their sum");
		Ok(())
	}
}
