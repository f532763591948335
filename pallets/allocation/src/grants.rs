// SPDX-License-Identifier: Apache-2.0

//! Grants: made, released, revoked, left early, merged.

use crate::{
	types::{Book, Category, Exit, Grant, NotMergeable, Severance},
	AccountIdOf, Beneficiaries, CategoryBooks, Config, Error, Event, Grants, GrantsOf, HoldReason,
	NextGrantId, Pallet, WeightInfo,
};
use alloc::vec::Vec;
use destra_economics::vesting::{self, BrokenRule, InvalidSchedule};
use destra_primitives::{time::Moment, Balance, CategoryId, GrantId, Schedule};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungible::{hold::Balanced as _, hold::Mutate as _, Balanced as _, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Get, OnUnbalanced, Time,
	},
	weights::Weight,
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> From<InvalidSchedule> for Error<T> {
	fn from(fault: InvalidSchedule) -> Self {
		match fault {
			InvalidSchedule::SharesExceedWhole => Self::SharesExceedWhole,
			InvalidSchedule::ZeroPeriod => Self::ZeroPeriod,
			InvalidSchedule::NothingAfterCliff => Self::NothingAfterCliff,
			InvalidSchedule::NothingLeft => Self::NothingLeft,
			InvalidSchedule::TooManyPeriods => Self::TooManyPeriods,
			InvalidSchedule::BeyondCalendar => Self::BeyondCalendar,
		}
	}
}

impl<T: Config> From<BrokenRule> for Error<T> {
	fn from(broken: BrokenRule) -> Self {
		match broken {
			BrokenRule::UpfrontTooLarge => Self::UpfrontTooLarge,
			BrokenRule::CliffTooShort => Self::CliffTooShort,
			BrokenRule::TermTooShort => Self::TermTooShort,
			BrokenRule::PeriodTooShort => Self::PeriodTooShort,
			BrokenRule::LumpTooLarge => Self::LumpTooLarge,
			BrokenRule::StartTooEarly => Self::StartTooEarly,
		}
	}
}

// Grants come into being.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_grant(
		id: CategoryId,
		beneficiary: T::AccountId,
		amount: Balance,
		schedule: Schedule,
	) -> DispatchResult {
		vesting::Schedule::from(schedule).validate().map_err(Error::<T>::from)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let category = Self::category(id)?;
		// At genesis the clock is at zero, and a schedule may have begun at any time.
		vesting::UnlockRules::from(category.rules.unlock)
			.check(&schedule.into(), T::Time::now())
			.map_err(Error::<T>::from)?;
		Self::with_book(id, |book| Self::enter_grant(book, &category, amount))?;
		let grant = Self::next_grant_id()?;
		let mut grants = Grants::<T>::get(&beneficiary);
		grants
			.try_push(Grant::new(grant, id, schedule, amount))
			.map_err(|_| Error::<T>::TooManyGrants)?;

		Self::ensure_can_hold(&beneficiary)?;
		T::Currency::transfer_and_hold(
			&HoldReason::Grant.into(),
			&Self::pot_account(id),
			&beneficiary,
			amount,
			Precision::Exact,
			// The pot stays alive, so that it can take back whatever returns.
			Preservation::Preserve,
			Fortitude::Polite,
		)?;
		Grants::<T>::insert(&beneficiary, grants);
		Beneficiaries::<T>::insert(grant, &beneficiary);
		if !category.rules.change_hands_freely() {
			Self::withdraw_announcement(&beneficiary);
		}
		Self::deposit_event(Event::Granted { grant, category: id, beneficiary, amount, schedule });
		Ok(())
	}

	pub(crate) fn do_spend(
		id: CategoryId,
		beneficiary: T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let category = Self::category(id)?;
		Self::with_book(id, |book| {
			// What others paid in comes first: it is no part of the share of the category.
			let counted = amount.saturating_sub(Self::surplus(&category, book));
			Self::enter_payment(book, &category, counted)
		})?;
		let pot = Self::pot_account(id);
		T::Currency::transfer(&pot, &beneficiary, amount, Preservation::Preserve)?;
		Self::deposit_event(Event::Spent { category: id, beneficiary, amount });
		Ok(())
	}

	/// Counts what a category has paid without a schedule.
	pub(crate) fn count_paid(id: CategoryId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let category = Self::category(id)?;
		Self::with_book(id, |book| Self::enter_payment(book, &category, amount))
	}

	/// Enters a payment without a schedule into the book of its category.
	fn enter_payment(
		book: &mut Book,
		category: &Category,
		amount: Balance,
	) -> Result<(), Error<T>> {
		let scheduled = vesting::UnlockRules::from(category.rules.unlock).asks_for_a_schedule();
		ensure!(amount == 0 || !scheduled, Error::<T>::ScheduleRequired);
		Self::enter_grant(book, category, amount)?;
		book.release(amount);
		Ok(())
	}

	/// Enters a grant into the book of its category, which goes on and has so much left.
	fn enter_grant(book: &mut Book, category: &Category, amount: Balance) -> Result<(), Error<T>> {
		ensure!(!book.is_paused(), Error::<T>::CategoryPaused);
		book.grant(amount, category.cap(T::MaximumSupply::get())).map_err(|_| Error::<T>::AboveCap)
	}

	fn next_grant_id() -> Result<GrantId, DispatchError> {
		NextGrantId::<T>::try_mutate(|next| {
			let id = *next;
			next.0 = id.0.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			Ok(id)
		})
	}

	/// An account can have tokens on hold if it exists, and stays while it has some: so its last
	/// part of a grant can be paid, however small.
	pub(crate) fn ensure_can_hold(who: &T::AccountId) -> Result<(), Error<T>> {
		ensure!(frame_system::Pallet::<T>::can_inc_consumer(who), Error::<T>::NoAccount);
		Ok(())
	}
}

// Grants are paid.
impl<T: Config> Pallet<T> {
	/// What it costs to release for `who`, whether something is due or not: it depends on how many
	/// grants there are to look at.
	pub(crate) fn release_weight(who: &T::AccountId) -> Weight {
		let grants = Grants::<T>::decode_len(who).unwrap_or(0);
		T::WeightInfo::release(u32::try_from(grants).unwrap_or(u32::MAX))
	}

	/// Releases what is due to `who`.
	pub(crate) fn do_release(who: &T::AccountId) -> DispatchResult {
		let mut grants = Grants::<T>::get(who);
		ensure!(!grants.is_empty(), Error::<T>::UnknownGrant);
		let amount = Self::count_released(&mut grants, T::Time::now());
		ensure!(amount > 0, Error::<T>::NothingToRelease);

		T::Currency::release(&HoldReason::Grant.into(), who, amount, Precision::Exact)?;
		Self::store_grants(who, grants);
		Self::deposit_event(Event::Released { beneficiary: who.clone(), amount });
		Ok(())
	}

	/// Counts what is due of `grants` at `now` as paid, in the grants and in the books. The sum.
	fn count_released(grants: &mut GrantsOf<T>, now: Moment) -> Balance {
		CategoryBooks::<T>::mutate(|books| {
			let mut sum: Balance = 0;
			for grant in grants.iter_mut() {
				let category = grant.category();
				let Some(book) = books
					.iter_mut()
					.find(|book| book.category() == category)
					.filter(|book| !book.is_paused())
				else {
					continue;
				};
				let due = grant.due(now);
				grant.release(due);
				book.release(due);
				// All grants together are less than the issuance.
				sum = sum.saturating_add(due);
			}
			sum
		})
	}

	/// What it costs at most to release for all of `beneficiaries`.
	pub(crate) fn batch_weight(beneficiaries: &[T::AccountId]) -> Weight {
		let count = u64::try_from(beneficiaries.len()).unwrap_or(u64::MAX);
		T::WeightInfo::release(T::MaxGrants::get()).saturating_mul(count)
	}

	/// Releases for one after the other, and tells what it cost.
	pub(crate) fn do_release_batch(beneficiaries: Vec<T::AccountId>) -> Weight {
		let mut weight = Weight::zero();
		for beneficiary in beneficiaries {
			weight = weight.saturating_add(Self::release_weight(&beneficiary));
			if let Err(error) = with_storage_layer(|| Self::do_release(&beneficiary)) {
				Self::deposit_event(Event::ReleaseFailed { beneficiary, error });
			}
		}
		weight
	}

	/// Stores the grants of `who` that are not paid in full.
	pub(crate) fn store_grants(who: &T::AccountId, mut grants: GrantsOf<T>) {
		grants.retain(|grant| {
			let goes_on = grant.outstanding() > 0;
			if !goes_on {
				Beneficiaries::<T>::remove(grant.id());
			}
			goes_on
		});
		if grants.is_empty() {
			Grants::<T>::remove(who);
			Self::drop_idle_successor(who);
		} else {
			Grants::<T>::insert(who, grants);
		}
	}
}

// Grants end before their time.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_revoke(grant: GrantId) -> DispatchResult {
		let beneficiary = Beneficiaries::<T>::get(grant).ok_or(Error::<T>::UnknownGrant)?;
		let (revoked, rest) = Self::take_grant(&beneficiary, grant)?;
		let category = revoked.category();
		ensure!(Self::category(category)?.rules.revocable, Error::<T>::NotRevocable);
		let Severance { due, unvested } = revoked.sever(T::Time::now());

		Self::with_book(category, |book| {
			book.release(due);
			book.give_back(unvested);
			Ok(())
		})?;
		Self::pay_held(&beneficiary, due)?;
		Self::return_held(&beneficiary, category, unvested)?;
		Beneficiaries::<T>::remove(grant);
		Self::store_grants(&beneficiary, rest);
		let (paid, returned) = (due, unvested);
		Self::deposit_event(Event::Revoked { grant, category, beneficiary, paid, returned });
		Ok(())
	}

	pub(crate) fn do_exit_early(who: T::AccountId, grant: GrantId) -> DispatchResult {
		let (left, rest) = Self::take_grant(&who, grant)?;
		let category = left.category();
		let rate = Self::category(category)?.rules.exit_penalty.ok_or(Error::<T>::NoEarlyExit)?;
		let now = T::Time::now();
		ensure!(left.sever(now).unvested > 0, Error::<T>::FullyVested);
		ensure!(now >= left.cliff_at(), Error::<T>::BeforeCliff);
		let Exit { paid, penalty } = left.exit(now, rate);

		Self::with_book(category, |book| {
			ensure!(!book.is_paused(), Error::<T>::CategoryPaused);
			book.release(paid);
			book.burn(penalty);
			Ok(())
		})?;
		let (credit, missing) = T::Currency::slash(&HoldReason::Grant.into(), &who, penalty);
		ensure!(missing == 0, ArithmeticError::Underflow);
		Self::pay_held(&who, paid)?;
		T::OnExitPenalty::on_unbalanced(credit);
		Beneficiaries::<T>::remove(grant);
		Self::store_grants(&who, rest);
		Self::deposit_event(Event::ExitedEarly { grant, beneficiary: who, paid, penalty });
		Ok(())
	}

	/// Returns `amount` of what `who` has on hold to its category, also where `who` has locked its balance, for a vote
	/// for example. Not by a transfer on hold: its event would not tell that it ends in a free balance.
	fn return_held(who: &T::AccountId, category: CategoryId, amount: Balance) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let (credit, missing) = T::Currency::slash(&HoldReason::Grant.into(), who, amount);
		ensure!(missing == 0, ArithmeticError::Underflow);
		// The pot stays alive, so that it can take back whatever returns.
		T::Currency::resolve(&Self::pot_account(category), credit)
			.map_err(|_| ArithmeticError::Overflow)?;
		Ok(())
	}

	/// Frees `amount` of what `who` has on hold.
	fn pay_held(who: &T::AccountId, amount: Balance) -> DispatchResult {
		if amount > 0 {
			T::Currency::release(&HoldReason::Grant.into(), who, amount, Precision::Exact)?;
		}
		Ok(())
	}
}

// Grants are found and joined.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_merge(who: T::AccountId, into: GrantId, merged: GrantId) -> DispatchResult {
		ensure!(into != merged, Error::<T>::NotMergeable);
		let (gone, mut grants) = Self::take_grant(&who, merged)?;
		let revocable = Self::category(gone.category())?.rules.revocable;
		ensure!(!revocable, Error::<T>::NotMergeable);
		Self::find_grant(&mut grants, into)?
			.absorb(&gone)
			.map_err(|NotMergeable| Error::<T>::NotMergeable)?;
		Grants::<T>::insert(&who, grants);
		Beneficiaries::<T>::remove(merged);
		Self::deposit_event(Event::Merged { beneficiary: who, into, merged });
		Ok(())
	}

	/// The `grant` of `who`, and the others.
	pub(crate) fn take_grant(
		who: &T::AccountId,
		grant: GrantId,
	) -> Result<(Grant<AccountIdOf<T>>, GrantsOf<T>), Error<T>> {
		let mut grants = Grants::<T>::get(who);
		let position = grants
			.iter()
			.position(|candidate| candidate.id() == grant)
			.ok_or(Error::<T>::UnknownGrant)?;
		let taken = grants.remove(position);
		Ok((taken, grants))
	}

	/// The grant with this id among `grants`.
	pub(crate) fn find_grant(
		grants: &mut GrantsOf<T>,
		grant: GrantId,
	) -> Result<&mut Grant<AccountIdOf<T>>, Error<T>> {
		grants.iter_mut().find(|candidate| candidate.id() == grant).ok_or(Error::<T>::UnknownGrant)
	}
}
