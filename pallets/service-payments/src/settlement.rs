// SPDX-License-Identifier: Apache-2.0

//! Paying what is due, and ending an agreement.

use crate::{
	till::{Till, Unpayable},
	AgreementIds, AgreementOf, Agreements, CardKey, Config, End, Error, Event, HoldReason, Pallet,
};
use destra_primitives::{time::Moment, AgreementId, Balance, PaymentForm, ProviderInspect};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Time};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_settle(id: AgreementId) -> DispatchResult {
		let mut agreement = Self::live_agreement(id)?;
		let now = T::Time::now();
		if let Some(end) = Self::ended(&agreement, now) {
			return Self::settle_and_end(id, agreement, end, now);
		}
		let due = agreement.due(now);
		ensure!(due > 0, Error::<T>::NothingDue);
		Self::pay(id, &mut agreement, due, now, Unpayable::Fails)?;
		agreement.roll(now);
		Agreements::<T>::insert(id, agreement);
		Ok(())
	}

	pub(crate) fn do_close(id: AgreementId) -> DispatchResult {
		let agreement = Self::live_agreement(id)?;
		let now = T::Time::now();
		let end = Self::ended(&agreement, now).ok_or(Error::<T>::StillRunning)?;
		Self::settle_and_end(id, agreement, end, now)
	}

	/// Pays what is due up to `now`, refunds the rest and removes the agreement.
	pub(crate) fn settle_and_end(
		id: AgreementId,
		agreement: AgreementOf<T>,
		end: End,
		now: Moment,
	) -> DispatchResult {
		let mut agreement = Self::as_served(agreement);
		let due = agreement.due(now);
		Self::pay(id, &mut agreement, due, now, Unpayable::ToTreasury)?;
		Self::end(id, agreement, end)
	}

	/// Pays `amount` planck of the escrow.
	pub(crate) fn pay(
		id: AgreementId,
		agreement: &mut AgreementOf<T>,
		amount: Balance,
		now: Moment,
		unpayable: Unpayable,
	) -> DispatchResult {
		let mut till = Till::<T>::new(agreement.provider.clone());
		till.take(id, agreement, amount)?;
		till.pay_out(now, unpayable)
	}

	/// Gives back what is on hold and removes the agreement.
	pub(crate) fn end(id: AgreementId, agreement: AgreementOf<T>, end: End) -> DispatchResult {
		let AgreementOf::<T> { customer, provider, class, card, version, .. } = agreement;
		let AgreementOf::<T> { escrow: refund, deposit, .. } = agreement;
		Self::free_slot(&provider, CardKey { class, card }, version);
		Self::release(HoldReason::Escrow, &customer, refund)?;
		Self::release(HoldReason::ProviderDeposit, &provider, deposit)?;
		Agreements::<T>::remove(id);
		AgreementIds::<T>::remove(customer, id);
		AgreementIds::<T>::remove(provider, id);
		Self::deposit_event(Event::Ended { id, end, refund, deposit });
		Ok(())
	}

	/// Why an agreement is over, if it is.
	pub(crate) fn ended(agreement: &AgreementOf<T>, now: Moment) -> Option<End> {
		match Self::left_at(agreement) {
			None => agreement.over(now),
			Some(left_at) => agreement.over(left_at.min(now)).or(Some(End::ProviderGone)),
		}
	}

	/// An agreement as far as its provider was there to serve.
	pub(crate) fn as_served(agreement: AgreementOf<T>) -> AgreementOf<T> {
		match Self::left_at(&agreement) {
			None => agreement,
			Some(left_at) => agreement.until(left_at),
		}
	}

	/// Since when the provider of a service paid by time is gone. (One in jail may come back: then it
	/// is the customer who decides. What is paid by use stops by itself.)
	pub(crate) fn left_at(agreement: &AgreementOf<T>) -> Option<Moment> {
		match agreement.form() {
			PaymentForm::Streaming => {
				T::Providers::left_at(&agreement.provider, agreement.opened_at)
			}
			PaymentForm::Metered => None,
		}
	}
}
