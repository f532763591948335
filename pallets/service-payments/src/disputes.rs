// SPDX-License-Identifier: Apache-2.0

//! Disputes: opened by a party, ended by the arbiter or by time.

use crate::{
	till::Unpayable, types::Dispute, AgreementOf, Agreements, Config, Disputes, End, Error, Event,
	HoldReason, Pallet, Party, Verdict,
};
use destra_primitives::{AgreementId, Balance, SlashReason, Slasher};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	storage::with_storage_layer,
	traits::{Imbalance, Time},
};
use sp_runtime::{DispatchError, Perquintill};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_dispute(who: T::AccountId, id: AgreementId) -> DispatchResult {
		let mut agreement = Self::live_agreement(id)?;
		let by = Self::party_of(&who, &agreement)?;
		agreement.dispute.begin(by).ok_or(Error::<T>::DisputedBefore)?;
		let settings = Self::class(agreement.class)?;
		let opened_at = T::Time::now();
		let deadline = opened_at.saturating_add(settings.ruling_period.get());
		let contested = agreement.contested(opened_at);
		let deposit = settings.dispute_deposit;

		Self::hold(HoldReason::Dispute, Self::account_of(&agreement, by), deposit)?;
		Agreements::<T>::insert(id, agreement);
		Disputes::<T>::insert(id, Dispute { by, opened_at, deadline, deposit });
		Self::deposit_event(Event::Disputed { id, by, contested, deadline });
		Ok(())
	}

	pub(crate) fn do_rule(id: AgreementId, share: Perquintill, verdict: Verdict) -> DispatchResult {
		let (agreement, dispute) = Self::disputed(id)?;
		let now = T::Time::now();
		ensure!(now < dispute.deadline, Error::<T>::TooLateToRule);
		let mut agreement = Self::as_served(agreement);
		let award = share.mul_floor(agreement.contested(now));

		Self::pay(id, &mut agreement, award, now, Unpayable::ToTreasury)?;
		let forfeited = Self::settle_deposits(&mut agreement, &dispute, verdict)?;
		if let Verdict::ForCustomer { slash: true } = verdict {
			Self::slash(id, &agreement);
		}
		Disputes::<T>::remove(id);
		Self::deposit_event(Event::Ruled { id, verdict, award, forfeited });
		Self::end(id, agreement, End::Ruled)
	}

	pub(crate) fn do_lapse_dispute(who: T::AccountId, id: AgreementId) -> DispatchResult {
		let (mut agreement, dispute) = Self::disputed(id)?;
		let now = T::Time::now();
		// Not whoever opened it: it could take from the other side a ruling that is about to come.
		let agrees = Self::party_of(&who, &agreement).is_ok_and(|party| party != dispute.by);
		ensure!(agrees || now >= dispute.deadline, Error::<T>::TooEarlyToLapse);
		agreement.lapse(dispute.opened_at, now);

		let who = Self::account_of(&agreement, dispute.by);
		Self::release(HoldReason::Dispute, who, dispute.deposit)?;
		Agreements::<T>::insert(id, agreement);
		Disputes::<T>::remove(id);
		Self::deposit_event(Event::DisputeLapsed { id });
		Ok(())
	}

	/// Has the provider slashed. One that is gone has nothing to lose any more, and that must not keep
	/// the customer from what it was awarded.
	fn slash(id: AgreementId, agreement: &AgreementOf<T>) {
		let AgreementOf::<T> { customer, provider, .. } = agreement;
		let (reason, harmed) = (SlashReason::DisputeLost, Some(customer.clone()));
		let slashed = with_storage_layer(|| T::Slasher::slash(provider, reason, None, harmed));
		if let Err(error) = slashed {
			let provider = provider.clone();
			Self::deposit_event(Event::NotSlashed { id, provider, error });
		}
	}

	fn disputed(id: AgreementId) -> Result<(AgreementOf<T>, Dispute), Error<T>> {
		let dispute = Disputes::<T>::get(id).ok_or(Error::<T>::NoDispute)?;
		Ok((Self::stored_agreement(id)?, dispute))
	}

	/// The deposit of the dispute goes back to whoever opened it, or to the winner if that is the
	/// other one; so does the provider's own if it loses. How much the loser lost, in planck.
	fn settle_deposits(
		agreement: &mut AgreementOf<T>,
		dispute: &Dispute,
		verdict: Verdict,
	) -> Result<Balance, DispatchError> {
		let winner = verdict.winner();
		let opener = Self::account_of(agreement, dispute.by);
		let mut forfeited = crate::CreditOf::<T>::zero();
		if dispute.by == winner {
			Self::release(HoldReason::Dispute, opener, dispute.deposit)?;
		} else {
			let lost = Self::take_held(HoldReason::Dispute, opener, dispute.deposit)?;
			forfeited.subsume(lost);
		}
		if winner == Party::Customer {
			let (reason, provider) = (HoldReason::ProviderDeposit, &agreement.provider);
			forfeited.subsume(Self::take_held(reason, provider, agreement.deposit)?);
			agreement.deposit = 0;
		}
		let amount = forfeited.peek();
		Self::deposit(Self::account_of(agreement, winner), forfeited)
			.map_err(|_refused| Error::<T>::WinnerCannotReceive)?;
		Ok(amount)
	}

	fn account_of(agreement: &AgreementOf<T>, party: Party) -> &T::AccountId {
		match party {
			Party::Customer => &agreement.customer,
			Party::Provider => &agreement.provider,
		}
	}
}
