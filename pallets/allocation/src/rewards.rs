// SPDX-License-Identifier: Apache-2.0

//! Earned rewards: locked through the seam, claimed, slashed, moved.

use crate::{
	types::{RewardAccount, TooManyBuckets, MAX_REWARD_BUCKETS},
	AccountIdOf, Config, CreditOf, Error, Event, HoldReason, Pallet, Rewards, TotalRewards,
};
use destra_economics::reward_vesting::{RewardBook, Terms};
use destra_primitives::{Balance, RewardVesting};
use frame_support::{
	defensive, ensure,
	storage::with_storage_layer,
	traits::{
		fungible::{
			hold::{Balanced as _, Mutate as _},
			Balanced, Debt,
		},
		tokens::{Fortitude, Precision},
		Get, Imbalance, Time,
	},
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// Tokens that were paid and are still to be taken from somewhere.
type DebtOf<T> = Debt<AccountIdOf<T>, <T as Config>::Currency>;

impl<T: Config> RewardVesting<T::AccountId, CreditOf<T>> for Pallet<T> {
	fn vest(who: &T::AccountId, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		let amount = credit.peek();
		let locked = T::LockedRewardShare::get().mul_floor(amount);
		let mut book = Self::book(who);
		if book.add(T::Time::now(), locked).is_err() {
			return Err(credit);
		}
		let Ok(debt) = Self::pay_and_lock(who, amount, locked) else {
			return Err(credit);
		};
		// Both are the amount: nothing is left of either.
		drop(credit.offset(debt));
		Self::store_book(who, book);
		TotalRewards::<T>::mutate(|total| *total = total.saturating_add(locked));
		let paid = amount.saturating_sub(locked);
		Self::deposit_event(Event::RewardVested { who: who.clone(), paid, locked });
		Ok(())
	}

	fn slash_unvested(who: &T::AccountId, amount: Balance) -> CreditOf<T> {
		let mut book = Self::book(who);
		let taken = book.slash_unvested(T::Time::now(), amount);
		if taken == 0 {
			return CreditOf::<T>::zero();
		}
		let (credit, missing) = T::Currency::slash(&HoldReason::Reward.into(), who, taken);
		if missing > 0 {
			defensive!("rewards are not on hold");
		}
		Self::store_book(who, book);
		TotalRewards::<T>::mutate(|total| *total = total.saturating_sub(taken));
		Self::deposit_event(Event::RewardsSlashed { who: who.clone(), amount: taken });
		credit
	}

	fn unvested(who: &T::AccountId) -> Balance {
		Self::book(who).unvested(T::Time::now())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(who: &T::AccountId) {
		crate::benchmarking::rewards::<T>(who, 0);
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_claim_rewards(who: T::AccountId) -> DispatchResult {
		let mut book = Self::book(&who);
		let amount = book.claim(T::Time::now());
		ensure!(amount > 0, Error::<T>::NothingToClaim);
		T::Currency::release(&HoldReason::Reward.into(), &who, amount, Precision::Exact)?;
		Self::store_book(&who, book);
		TotalRewards::<T>::mutate(|total| *total = total.saturating_sub(amount));
		Self::deposit_event(Event::RewardsClaimed { who, amount });
		Ok(())
	}

	/// Moves all rewards, and tells how many planck they hold.
	pub(crate) fn move_rewards(
		from: &T::AccountId,
		to: &T::AccountId,
		fortitude: Fortitude,
	) -> Result<Balance, DispatchError> {
		let moved = Self::book(from);
		let held = moved.outstanding();
		if held == 0 {
			return Ok(held);
		}
		let mut book = Self::book(to);
		book.absorb(T::Time::now(), moved).map_err(|_| ArithmeticError::Overflow)?;
		Self::move_held(HoldReason::Reward, from, to, held, fortitude)?;
		Rewards::<T>::remove(from);
		Self::store_book(to, book);
		Ok(held)
	}

	/// Panics unless the terms make sense and the buckets fit: when the runtime is tested.
	pub(crate) fn check_terms() {
		let terms = Self::terms();
		assert!(terms.validate().is_ok(), "RewardDuration is not a multiple of RewardQuantum");
		assert!(terms.max_buckets() <= MAX_REWARD_BUCKETS, "RewardQuantum is too short");
	}

	/// How rewards vest on this chain.
	pub(crate) fn terms() -> Terms {
		Terms { quantum: T::RewardQuantum::get(), duration: T::RewardDuration::get() }
	}

	pub(crate) fn book(who: &T::AccountId) -> RewardBook {
		Rewards::<T>::get(who).unwrap_or_default().into_book(Self::terms())
	}

	fn store_book(who: &T::AccountId, book: RewardBook) {
		if book.is_empty() {
			Rewards::<T>::remove(who);
			Self::drop_idle_successor(who);
			return;
		}
		match RewardAccount::try_from(book) {
			Ok(account) => Rewards::<T>::insert(who, account),
			Err(TooManyBuckets) => {
				// `integrity_test` compares what the terms need with what can be stored.
				defensive!("a book of rewards has too many buckets");
			}
		}
	}

	/// Pays `who` and puts `locked` of it on hold, or does neither. An account that does not exist
	/// yet comes into being if the part that is not locked is the existential deposit.
	fn pay_and_lock(
		who: &T::AccountId,
		amount: Balance,
		locked: Balance,
	) -> Result<DebtOf<T>, DispatchError> {
		with_storage_layer(|| {
			let debt = T::Currency::deposit(who, amount, Precision::Exact)?;
			if locked > 0 {
				T::Currency::hold(&HoldReason::Reward.into(), who, locked)?;
			}
			Ok(debt)
		})
	}
}
