// SPDX-License-Identifier: Apache-2.0

//! The only file that moves tokens.

use crate::{AccountIdOf, Config, Error, HoldReason, Pallet};
use destra_primitives::{Balance, RewardVesting};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{
		fungible::{
			hold::{Balanced as _, Mutate as _},
			Balanced as _, Credit, Inspect,
		},
		tokens::{DepositConsequence, Fortitude, Precision, Preservation, Provenance},
		Get,
	},
};
use sp_runtime::{traits::AccountIdConversion, DispatchError};

/// Tokens on their way out of a hold or a pot.
pub type CreditOf<T> = Credit<AccountIdOf<T>, <T as Config>::Currency>;

/// Where a reward went.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paid {
	/// Into the free balance.
	Liquid,
	/// Under vesting.
	Vested,
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

	/// Pays a reward of `who` out of the pot: one of a provider to vesting, unless that hands it
	/// back, any other to the free balance.
	pub(crate) fn pay_reward(
		who: &T::AccountId,
		amount: Balance,
		to_provider: bool,
	) -> Result<Paid, DispatchError> {
		ensure!(
			T::Currency::can_deposit(who, amount, Provenance::Extant)
				!= DepositConsequence::BelowMinimum,
			Error::<T>::RewardBelowExistentialDeposit
		);
		let credit = T::Currency::withdraw(
			&Self::pot_account(),
			amount,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)?;
		let liquid = match to_provider {
			true => match T::Vesting::vest(who, credit) {
				Ok(()) => return Ok(Paid::Vested),
				Err(credit) => credit,
			},
			false => credit,
		};
		// The call fails as a whole, so what is dropped here was never taken.
		T::Currency::resolve(who, liquid)
			.map_err(|_refused| Error::<T>::RewardBelowExistentialDeposit)?;
		Ok(Paid::Liquid)
	}

	/// Pays `credit` to a reporter; what it cannot take comes back.
	pub(crate) fn pay_reporter(who: &T::AccountId, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		T::Currency::resolve(who, credit)
	}
}
