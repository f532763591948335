// SPDX-License-Identifier: Apache-2.0

//! A grant changes hands: offered by one, accepted by another.

use crate::{AccountIdOf, Beneficiaries, Config, Error, Event, Grants, HoldReason, Pallet};
use destra_primitives::{Balance, GrantId};
use frame_support::{
	ensure,
	traits::{
		fungible::hold::Mutate as _,
		tokens::{Fortitude, Precision, Restriction},
	},
};
use sp_runtime::DispatchResult;

// One grant.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_offer_grant(
		who: T::AccountId,
		id: GrantId,
		to: Option<T::AccountId>,
	) -> DispatchResult {
		ensure!(to.as_ref() != Some(&who), Error::<T>::SameAccount);
		let mut grants = Grants::<T>::get(&who);
		let grant = Self::find_grant(&mut grants, id)?;
		let transferable = Self::category(grant.category())?.rules.transferable;
		ensure!(transferable, Error::<T>::NotTransferable);
		grant.offer_to(to.clone());
		Grants::<T>::insert(&who, grants);
		Self::deposit_event(Event::GrantOffered { grant: id, beneficiary: who, to });
		Ok(())
	}

	pub(crate) fn do_accept_grant(
		who: T::AccountId,
		from: T::AccountId,
		id: GrantId,
		least: Balance,
	) -> DispatchResult {
		let (mut grant, rest) = Self::take_grant(&from, id)?;
		ensure!(grant.offered_to() == Some(&who), Error::<T>::NotOffered);
		Self::ensure_not_paused(grant.category())?;
		Self::ensure_can_hold(&who)?;

		let held = grant.outstanding();
		ensure!(held >= least, Error::<T>::LessThanExpected);
		Self::move_held(HoldReason::Grant, &from, &who, held, Fortitude::Polite)?;
		grant.offer_to(None);
		Grants::<T>::try_mutate(&who, |grants| {
			grants.try_push(grant).map_err(|_| Error::<T>::TooManyGrants)
		})?;
		Beneficiaries::<T>::insert(id, &who);
		Self::store_grants(&from, rest);
		Self::deposit_event(Event::GrantTransferred { grant: id, from, to: who, amount: held });
		Ok(())
	}
}

// Tokens.
impl<T: Config> Pallet<T> {
	/// Moves what `from` has on hold, onto hold at `to`.
	pub(crate) fn move_held(
		reason: HoldReason,
		from: &AccountIdOf<T>,
		to: &AccountIdOf<T>,
		amount: Balance,
		fortitude: Fortitude,
	) -> DispatchResult {
		T::Currency::transfer_on_hold(
			&reason.into(),
			from,
			to,
			amount,
			Precision::Exact,
			Restriction::OnHold,
			fortitude,
		)?;
		Ok(())
	}
}
