// SPDX-License-Identifier: Apache-2.0

//! Paying what is due, and ending an agreement.

use crate::{
	till::{Till, Unpayable},
	AgreementIds, AgreementOf, Agreements, Config, End, Error, Event, HoldReason, Pallet,
};
use destra_primitives::{time::Moment, AgreementId, Balance};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Time};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_settle(id: AgreementId) -> DispatchResult {
		let mut agreement = Self::live_agreement(id)?;
		let now = T::Time::now();
		if let Some(end) = agreement.over(now) {
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
		let end = agreement.over(now).ok_or(Error::<T>::StillRunning)?;
		Self::settle_and_end(id, agreement, end, now)
	}

	/// Pays what is due up to `now`, refunds the rest and removes the agreement.
	fn settle_and_end(
		id: AgreementId,
		mut agreement: AgreementOf<T>,
		end: End,
		now: Moment,
	) -> DispatchResult {
		let due = agreement.due(now);
		Self::pay(id, &mut agreement, due, now, Unpayable::ToTreasury(id))?;
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
		Self::free_slots(&agreement);
		let AgreementOf::<T> { customer, provider, escrow: refund, deposit, .. } = agreement;
		let storage_deposit = agreement.storage_deposit;
		Self::release(HoldReason::Escrow, &customer, refund)?;
		Self::release(HoldReason::StorageDeposit, &customer, storage_deposit)?;
		Self::release(HoldReason::ProviderDeposit, &provider, deposit)?;
		Agreements::<T>::remove(id);
		AgreementIds::<T>::remove(&customer, id);
		AgreementIds::<T>::remove(&provider, id);
		Self::deposit_event(Event::Ended {
			id,
			end,
			customer,
			provider,
			refund,
			storage_deposit,
			deposit,
		});
		Ok(())
	}
}
