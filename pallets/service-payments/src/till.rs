// SPDX-License-Identifier: Apache-2.0

//! Money on its way from escrows to one provider, the fire and the treasury.

use crate::{
	types::{day_of, Volume},
	AccountIdOf, AgreementOf, Config, CreditOf, DailyVolumes, Error, Event, HoldReason, Pallet,
	Volumes,
};
use alloc::collections::BTreeMap;
use destra_economics::payments::Parts;
use destra_primitives::{
	time::Moment, AgreementId, Balance, BurnCause, ServiceClass, SupplyLedger, WorkRecorder,
};
use frame_support::{
	pallet_prelude::DispatchResult,
	traits::{Get, Imbalance, OnUnbalanced},
};
use sp_runtime::DispatchError;

/// What to do if the account of the provider cannot take its part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unpayable {
	/// Nothing is paid, and all stays due.
	Fails,
	/// The treasury has it: this agreement ends, so it cannot stay due, and it is less than the
	/// existential deposit.
	ToTreasury(AgreementId),
}

/// Collects what is paid to a provider, so that a batch makes one payment, one burn for each class
/// and one for the treasury.
///
/// The call fails as a whole where a till is not paid out, so that what is in it was never taken.
pub(crate) struct Till<T: Config> {
	provider: AccountIdOf<T>,
	credit: CreditOf<T>,
	volumes: BTreeMap<ServiceClass, Volume>,
}

impl<T: Config> Till<T> {
	/// An empty one.
	pub(crate) fn new(provider: AccountIdOf<T>) -> Self {
		Self { provider, credit: CreditOf::<T>::zero(), volumes: BTreeMap::new() }
	}

	/// Takes `amount` planck out of the escrow of an agreement with the provider.
	pub(crate) fn take(
		&mut self,
		id: AgreementId,
		agreement: &mut AgreementOf<T>,
		amount: Balance,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let parts = agreement.pay(amount)?;
		self.volumes.entry(agreement.class).or_default().add(&parts.into())?;
		let customer = &agreement.customer;
		let credit = Pallet::<T>::take_held(HoldReason::Escrow, customer, amount)?;
		self.credit.subsume(credit);

		let Parts { provider: received, burned, treasury } = parts;
		T::Work::record(&self.provider, agreement.class, customer, amount, burned);
		Pallet::<T>::deposit_event(Event::Settled {
			id,
			customer: customer.clone(),
			provider: self.provider.clone(),
			paid: amount,
			received,
			burned,
			treasury,
		});
		Ok(())
	}

	/// Pays all that is in it to whom it belongs, and counts it.
	pub(crate) fn pay_out(self, now: Moment, unpayable: Unpayable) -> DispatchResult {
		let Self { provider, mut credit, volumes } = self;
		let mut treasury = CreditOf::<T>::zero();
		for (class, volume) in &volumes {
			Pallet::<T>::count(*class, volume, now)?;
			T::Ledger::burn(BurnCause::Service(*class), credit.extract(volume.burned));
			treasury.subsume(credit.extract(volume.treasury));
		}
		if let Err(refused) = Pallet::<T>::deposit(&provider, credit) {
			let Unpayable::ToTreasury(id) = unpayable else {
				return Err(Error::<T>::PayoutBelowExistentialDeposit.into());
			};
			let amount = refused.peek();
			treasury.subsume(refused);
			Pallet::<T>::deposit_event(Event::PayoutUnclaimed { id, provider, amount });
		}
		T::Treasury::on_unbalanced(treasury);
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Counts what was paid for a class, for ever and by the day.
	fn count(class: ServiceClass, volume: &Volume, now: Moment) -> Result<(), DispatchError> {
		Volumes::<T>::try_mutate(class, |total| total.add(volume))?;
		let day = day_of(now);
		DailyVolumes::<T>::try_mutate(class, Self::slot_of(day), |slot| slot.add(day, volume))?;
		Ok(())
	}

	/// Where a day is kept.
	pub(crate) fn slot_of(day: u32) -> u32 {
		day.checked_rem(T::HistoryDays::get()).unwrap_or_default()
	}

	/// All that customers ever paid, in planck: never falls. For a meter of the KPI oracle.
	pub fn cumulative_volume() -> Balance {
		let volumes = ServiceClass::ALL.map(|class| Volumes::<T>::get(class).paid);
		volumes.into_iter().fold(0, Balance::saturating_add)
	}
}
