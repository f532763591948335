// SPDX-License-Identifier: Apache-2.0

//! Grants and rewards change hands: offered and accepted one by one, or all at once to a successor.

use crate::{
	AccountIdOf, Config, Error, Event, Grants, GrantsOf, HoldReason, Pallet, Rewards, Successors,
};
use destra_primitives::{Balance, GrantId};
use frame_support::{
	ensure,
	traits::{
		fungible::hold::Mutate as _,
		tokens::{Fortitude, Precision, Restriction},
		Contains,
	},
};
use sp_runtime::{DispatchError, DispatchResult};

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
	) -> DispatchResult {
		let (mut grant, rest) = Self::take_grant(&from, id)?;
		ensure!(grant.offered_to() == Some(&who), Error::<T>::NotOffered);
		Self::ensure_not_paused(grant.category())?;
		Self::ensure_can_hold(&who)?;

		let held = grant.outstanding();
		Self::move_held(HoldReason::Grant, &from, &who, held, Fortitude::Polite)?;
		grant.offer_to(None);
		Grants::<T>::try_mutate(&who, |grants| {
			grants.try_push(grant).map_err(|_| Error::<T>::TooManyGrants)
		})?;
		Self::store_grants(&from, rest);
		Self::deposit_event(Event::GrantTransferred { grant: id, from, to: who, amount: held });
		Ok(())
	}
}

// Everything.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_name_successor(
		who: T::AccountId,
		successor: Option<T::AccountId>,
	) -> DispatchResult {
		ensure!(successor.as_ref() != Some(&who), Error::<T>::SameAccount);
		match &successor {
			Some(successor) => {
				let holds = Grants::<T>::contains_key(&who) || Rewards::<T>::contains_key(&who);
				ensure!(holds, Error::<T>::NothingHeld);
				Successors::<T>::insert(&who, successor);
			}
			None => Successors::<T>::remove(&who),
		}
		Self::deposit_event(Event::SuccessorNamed { who, successor });
		Ok(())
	}

	pub(crate) fn do_succeed(who: T::AccountId, from: T::AccountId) -> DispatchResult {
		let named = Successors::<T>::get(&from);
		ensure!(named.as_ref() == Some(&who), Error::<T>::NotSuccessor);
		let answers = Rewards::<T>::contains_key(&from) && T::Answerable::contains(&from);
		ensure!(!answers, Error::<T>::StillAnswerable);
		for grant in Grants::<T>::get(&from) {
			Self::ensure_not_paused(grant.category())?;
		}
		Self::do_move_holdings(from, who, Fortitude::Polite)
	}

	/// Moves everything. With force, locks of other kinds that `from` has put on its balance, for
	/// a vote for example, do not stop it.
	pub(crate) fn do_move_holdings(
		from: T::AccountId,
		to: T::AccountId,
		fortitude: Fortitude,
	) -> DispatchResult {
		ensure!(from != to, Error::<T>::SameAccount);
		Self::ensure_can_hold(&to)?;
		let grants = Self::move_grants(&from, &to, fortitude)?;
		let rewards = Self::move_rewards(&from, &to, fortitude)?;
		ensure!(grants > 0 || rewards > 0, Error::<T>::NothingHeld);
		Successors::<T>::remove(&from);
		Self::deposit_event(Event::HoldingsMoved { from, to, grants, rewards });
		Ok(())
	}

	/// Moves all grants, and tells how many planck they hold.
	fn move_grants(
		from: &T::AccountId,
		to: &T::AccountId,
		fortitude: Fortitude,
	) -> Result<Balance, DispatchError> {
		let moved: GrantsOf<T> = Grants::<T>::take(from);
		let held = moved.iter().map(|grant| grant.outstanding()).fold(0, Balance::saturating_add);
		if moved.is_empty() {
			return Ok(held);
		}
		Grants::<T>::try_mutate(to, |grants| -> DispatchResult {
			for mut grant in moved {
				// Whatever was offered was offered by somebody else.
				grant.offer_to(None);
				grants.try_push(grant).map_err(|_| Error::<T>::TooManyGrants)?;
			}
			Ok(())
		})?;
		Self::move_held(HoldReason::Grant, from, to, held, fortitude)?;
		Ok(held)
	}

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
