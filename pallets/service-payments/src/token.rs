// SPDX-License-Identifier: Apache-2.0

//! The only file that moves tokens.

use crate::{Config, CreditOf, Error, HoldReason, Pallet};
use destra_primitives::Balance;
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{
		fungible::{
			hold::{Balanced as _, Mutate as _},
			Balanced as _,
		},
		tokens::Precision,
		Imbalance,
	},
};

impl<T: Config> Pallet<T> {
	/// Puts `amount` on hold.
	pub(crate) fn hold(reason: HoldReason, who: &T::AccountId, amount: Balance) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		T::Currency::hold(&reason.into(), who, amount)
	}

	/// Frees `amount`, exactly.
	pub(crate) fn release(
		reason: HoldReason,
		who: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		T::Currency::release(&reason.into(), who, amount, Precision::Exact).map(drop)
	}

	/// Takes `amount` out of what is on hold, exactly.
	pub(crate) fn take_held(
		reason: HoldReason,
		who: &T::AccountId,
		amount: Balance,
	) -> Result<CreditOf<T>, Error<T>> {
		let (credit, missing) = T::Currency::slash(&reason.into(), who, amount);
		ensure!(missing == 0, Error::<T>::HoldMissing);
		Ok(credit)
	}

	/// Pays into the free balance. What cannot be taken, because it is below the existential deposit
	/// and the account is empty, comes back.
	pub(crate) fn deposit(who: &T::AccountId, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		match credit.drop_zero() {
			// Nothing can always be taken, also by nobody.
			Ok(()) => Ok(()),
			Err(credit) => T::Currency::resolve(who, credit),
		}
	}
}
