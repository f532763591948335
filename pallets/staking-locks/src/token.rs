// SPDX-License-Identifier: Apache-2.0

//! The only file that moves tokens.

use crate::{types::Due, AccountIdOf, Config, Error, HoldReason, Pallet};
use destra_primitives::{Balance, RewardVesting};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{
		fungible::{
			hold::{Balanced as _, Inspect as _, Mutate as _},
			Balanced as _, Credit, Inspect,
		},
		tokens::{DepositConsequence, Fortitude, Precision, Preservation, Provenance},
		Get, Imbalance,
	},
};
use sp_runtime::{traits::AccountIdConversion, DispatchError};

/// Tokens on their way out of a hold or a pot.
pub type CreditOf<T> = Credit<AccountIdOf<T>, <T as Config>::Currency>;

/// Where a reward went, in planck.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paid {
	/// Into the free balance.
	pub(crate) liquid: Balance,
	/// To vesting, which pays a part of it at once and locks the rest.
	pub(crate) vested: Balance,
}

impl<T: Config> Pallet<T> {
	/// The account that rewards are paid from.
	pub fn pot_account() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// What is in the pot beyond what it owes and the existential deposit that keeps it alive.
	pub(crate) fn unallotted(owed: Balance) -> Balance {
		T::Currency::reducible_balance(
			&Self::pot_account(),
			Preservation::Preserve,
			Fortitude::Polite,
		)
		.saturating_sub(owed)
	}

	/// Whether an account has anything on hold for delegations.
	pub(crate) fn delegates(who: &T::AccountId) -> bool {
		T::Currency::balance_on_hold(&HoldReason::Delegation.into(), who) > 0
	}

	/// Puts `amount` on hold.
	pub(crate) fn hold(reason: HoldReason, who: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Currency::hold(&reason.into(), who, amount)
	}

	/// Frees `amount`, exactly.
	pub(crate) fn release(
		reason: HoldReason,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		T::Currency::release(&reason.into(), who, amount, Precision::Exact).map(drop)
	}

	/// Takes `amount` out of what is on hold.
	pub(crate) fn take_held(
		reason: HoldReason,
		who: &T::AccountId,
		amount: Balance,
	) -> CreditOf<T> {
		let (credit, _missing) = T::Currency::slash(&reason.into(), who, amount);
		credit
	}

	/// Takes `amount` out of the pot.
	pub(crate) fn take_from_pot(amount: Balance) -> Result<CreditOf<T>, DispatchError> {
		if amount == 0 {
			return Ok(CreditOf::<T>::zero());
		}
		T::Currency::withdraw(
			&Self::pot_account(),
			amount,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)
	}

	/// Pays what is due to `who` out of the pot: what it earned as a provider to vesting, the rest
	/// to the free balance. The call has to fail as a whole where this fails: what is dropped on the
	/// way was then never taken.
	pub(crate) fn pay_rewards(who: &T::AccountId, due: Due) -> Result<Paid, DispatchError> {
		ensure!(
			T::Currency::can_deposit(who, due.total(), Provenance::Extant)
				!= DepositConsequence::BelowMinimum,
			Error::<T>::RewardBelowExistentialDeposit
		);
		let mut liquid = Self::take_from_pot(due.total())?;
		let earned = liquid.extract(due.as_provider);
		if let Err(unvested) = Self::vest(who, earned) {
			// Without vesting all of it is liquid. An account that is too empty for vesting has to be
			// funded first, or a provider would avoid the lock by emptying it.
			ensure!(T::Currency::total_balance(who) > 0, Error::<T>::RewardBelowExistentialDeposit);
			liquid.subsume(unvested);
		}
		let paid = liquid.peek();
		if paid > 0 {
			T::Currency::resolve(who, liquid)
				.map_err(|_refused| Error::<T>::RewardBelowExistentialDeposit)?;
		}
		Ok(Paid { liquid: paid, vested: due.total().saturating_sub(paid) })
	}

	/// Hands a reward to vesting, which may hand it back.
	fn vest(who: &T::AccountId, earned: CreditOf<T>) -> Result<(), CreditOf<T>> {
		match earned.peek() {
			0 => Ok(()),
			_ => T::Vesting::vest(who, earned),
		}
	}

	/// Pays `credit` to a reporter; what it cannot take comes back.
	pub(crate) fn pay_reporter(who: &T::AccountId, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		T::Currency::resolve(who, credit)
	}
}
