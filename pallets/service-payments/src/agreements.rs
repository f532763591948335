// SPDX-License-Identifier: Apache-2.0

//! Opening an agreement, adding to it, changing its price, and leaving it.

use crate::{
	types::{DisputeState, Terms},
	AgreementIds, AgreementOf, Agreements, CardKey, ClassSettings, Config, Error, Event,
	HoldReason, NextAgreementId, Order, Pallet, Party, RateCard, RateCards,
};
use destra_economics::payments::{Rate, Tariff};
use destra_primitives::{
	time::{Millis, Moment},
	AgreementId, Balance, CardVersion, PaymentForm, ProviderInspect, Role,
};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{Contains, Get, Time},
};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open(
		customer: T::AccountId,
		provider: T::AccountId,
		key: CardKey,
		version: CardVersion,
		order: Order<T::AccountId>,
		prepaid: Balance,
	) -> DispatchResult {
		let now = T::Time::now();
		ensure!(now > 0, Error::<T>::NotStarted);
		ensure!(customer != provider, Error::<T>::SelfService);
		let CardKey { class, card } = key;
		let mut offered = Self::agreed_card(&provider, key, version)?;
		let settings = Self::class(class)?;
		let paid_by = offered.offer.form;
		let form = Self::check_price(&settings, paid_by, offered.offer.price)?;
		ensure!(prepaid >= form.min_prepayment.get(), Error::<T>::PrepaymentTooLow);
		let (tariff, terms) = Self::agreed_terms(&customer, &offered, order, &settings, now)?;
		offered.take(terms.units()).ok_or(Error::<T>::CardFull)?;
		RateCards::<T>::insert(&provider, key, offered);
		let id = NextAgreementId::<T>::get();
		NextAgreementId::<T>::put(id.checked_add(1).ok_or(ArithmeticError::Overflow)?);

		let (deposit, storage_deposit) =
			(settings.provider_deposit.get(), T::StorageDeposit::get());
		Self::hold(HoldReason::Escrow, &customer, prepaid)?;
		Self::hold(HoldReason::StorageDeposit, &customer, storage_deposit)?;
		Self::hold(HoldReason::ProviderDeposit, &provider, deposit)
			.map_err(|_lacking| Error::<T>::ProviderCannotDeposit)?;
		let agreement = AgreementOf::<T> {
			customer: customer.clone(),
			provider: provider.clone(),
			class,
			card,
			version,
			opened_at: now,
			shares: settings.shares(),
			escrow: prepaid,
			paid: 0,
			deposit,
			storage_deposit,
			tariff,
			terms,
			notices: settings.notices(paid_by),
			ends_at: None,
			left_at: None,
			dispute: DisputeState::default(),
		};
		let expires_at = agreement.expires_at();
		Agreements::<T>::insert(id, agreement);
		AgreementIds::<T>::insert(&customer, id, ());
		AgreementIds::<T>::insert(&provider, id, ());
		Self::deposit_event(Event::Opened {
			id,
			customer,
			provider,
			class,
			card,
			version,
			prepaid,
			deposit,
			storage_deposit,
			expires_at,
		});
		Ok(())
	}

	pub(crate) fn do_top_up(who: T::AccountId, id: AgreementId, amount: Balance) -> DispatchResult {
		let mut agreement = Self::live_agreement(id)?;
		ensure!(who == agreement.customer, Error::<T>::NotCustomer);
		ensure!(amount > 0, Error::<T>::NothingToAdd);
		let now = T::Time::now();
		Self::ensure_runs(&agreement, now)?;
		agreement.escrow = agreement.escrow.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		let clock = agreement.clock(now);
		if let Terms::Metered { term, expires_at, .. } = &mut agreement.terms {
			*expires_at = clock.saturating_add(*term).max(*expires_at);
		}

		Self::hold(HoldReason::Escrow, &who, amount)?;
		let (escrow, expires_at) = (agreement.escrow, agreement.expires_at());
		Agreements::<T>::insert(id, agreement);
		Self::deposit_event(Event::ToppedUp { id, customer: who, amount, escrow, expires_at });
		Ok(())
	}

	pub(crate) fn do_announce_price(
		who: T::AccountId,
		id: AgreementId,
		price: Balance,
	) -> DispatchResult {
		let mut agreement = Self::live_agreement(id)?;
		ensure!(Self::acts_for(&who, &agreement.provider), Error::<T>::NotProvider);
		let now = T::Time::now();
		Self::ensure_runs(&agreement, now)?;
		agreement.roll(now);
		ensure!(agreement.announced().is_none(), Error::<T>::ChangePending);
		let settings = Self::class(agreement.class)?;
		Self::check_price(&settings, agreement.form(), price)?;
		let old = agreement.price();
		// Nobody has to be warned of paying less.
		let notice = if price > old { agreement.notices.price } else { 0 };
		let from = agreement.announce(price, now.saturating_add(notice))?;

		Agreements::<T>::insert(id, agreement);
		Self::deposit_event(Event::PriceAnnounced { id, old, price, from });
		Ok(())
	}

	/// Also while a dispute is open: it must keep nobody in an agreement. That the end is there is seen
	/// to by whoever closes it: a call that might do that as well would have to be paid for as if it did.
	pub(crate) fn do_cancel(who: T::AccountId, id: AgreementId) -> DispatchResult {
		let mut agreement = Self::as_served(Self::stored_agreement(id)?);
		let by = Self::party_of(&who, &agreement)?;
		let now = T::Time::now();
		// A dispute stops the clock of a metered one: the notice runs from the end of the dispute on.
		let clock = agreement.clock(now);
		let after = clock.saturating_add(Self::notice(&agreement, by));
		let ends_at = match by {
			// Who leaves before a price rises does not pay it.
			Party::Customer => agreement.dearer_from(now).map_or(after, |from| after.min(from)),
			Party::Provider => after,
		};
		ensure!(agreement.end().is_none_or(|end| ends_at < end), Error::<T>::EndsAlready);
		agreement.ends_at = Some(ends_at);

		Agreements::<T>::insert(id, &agreement);
		let ends_at = agreement.resumed(now).ends_at.unwrap_or(ends_at);
		Self::deposit_event(Event::CancelledAt { id, by, ends_at });
		Ok(())
	}

	/// How long before the end a party has to cancel. Who pays by time need not wait for a provider
	/// that does not serve. Who pays by use just signs no more, and what was signed has to be
	/// redeemed.
	fn notice(agreement: &AgreementOf<T>, by: Party) -> Millis {
		let role = Role::Service(agreement.class);
		let served = || T::Providers::serves(&agreement.provider, role);
		match (by, agreement.form()) {
			(Party::Customer, PaymentForm::Streaming) if !served() => 0,
			(Party::Customer, _) => agreement.notices.customer,
			(Party::Provider, _) => agreement.notices.provider,
		}
	}

	/// The card of a provider, if it says what the customer thinks and can be agreed to.
	fn agreed_card(
		provider: &T::AccountId,
		key: CardKey,
		version: CardVersion,
	) -> Result<RateCard, Error<T>> {
		let card = RateCards::<T>::get(provider, key).ok_or(Error::<T>::UnknownCard)?;
		ensure!(card.version == version, Error::<T>::VersionMismatch);
		let serves = T::Providers::serves(provider, Role::Service(key.class));
		ensure!(serves, Error::<T>::NotServing);
		Ok(card)
	}

	/// What is ordered, at the price of the card.
	fn agreed_terms(
		customer: &T::AccountId,
		card: &RateCard,
		order: Order<T::AccountId>,
		settings: &ClassSettings,
		now: Moment,
	) -> Result<(Tariff, Terms<T::AccountId>), DispatchError> {
		let terms = match (order, card.offer.form) {
			(Order::Streaming { units }, PaymentForm::Streaming) => {
				ensure!(units > 0, Error::<T>::NoUnits);
				Terms::Streaming { units, closed: 0 }
			}
			(Order::Metered { signer }, PaymentForm::Metered) => {
				let signer = signer.unwrap_or_else(|| customer.clone());
				ensure!(!T::ForgeableKeys::contains(&signer), Error::<T>::ForgeableSigner);
				let term = settings.metered_term.get();
				let expires_at = now.saturating_add(term);
				Terms::Metered { signer, term, expires_at, frozen: 0, stands_until: 0 }
			}
			_ => return Err(Error::<T>::FormMismatch.into()),
		};
		let price =
			card.offer.price.checked_mul(terms.units().into()).ok_or(ArithmeticError::Overflow)?;
		let rate = Rate { price, period: settings.period() };
		Ok((Tariff { since: now, rate, change: None }, terms))
	}

	pub(crate) fn stored_agreement(id: AgreementId) -> Result<AgreementOf<T>, Error<T>> {
		Agreements::<T>::get(id).ok_or(Error::<T>::UnknownAgreement)
	}

	/// An agreement as far as its provider has been there to serve. (One in jail may come back: then it
	/// is the customer who decides. What is paid by use stops by itself.)
	pub(crate) fn as_served(mut agreement: AgreementOf<T>) -> AgreementOf<T> {
		if agreement.form() == PaymentForm::Streaming && agreement.left_at.is_none() {
			let AgreementOf::<T> { provider, opened_at, .. } = &agreement;
			agreement.left_at = T::Providers::left_at(provider, *opened_at);
		}
		agreement
	}

	/// An agreement without an open dispute, as far as it was served.
	pub(crate) fn live_agreement(id: AgreementId) -> Result<AgreementOf<T>, Error<T>> {
		let agreement = Self::stored_agreement(id)?;
		ensure!(!agreement.is_disputed(), Error::<T>::DisputeOpen);
		Ok(Self::as_served(agreement))
	}

	/// For which side of an agreement a key speaks, about everything but a dispute: the customer, and the
	/// provider or its operator.
	fn party_of(who: &T::AccountId, agreement: &AgreementOf<T>) -> Result<Party, Error<T>> {
		if *who == agreement.customer {
			return Ok(Party::Customer);
		}
		ensure!(Self::acts_for(who, &agreement.provider), Error::<T>::NotParty);
		Ok(Party::Provider)
	}

	fn ensure_runs(agreement: &AgreementOf<T>, now: Moment) -> Result<(), Error<T>> {
		ensure!(agreement.end().is_none_or(|end| now < end), Error::<T>::Over);
		ensure!(agreement.left_at.is_none(), Error::<T>::Over);
		ensure!(!agreement.ran_dry(now), Error::<T>::RanDry);
		Ok(())
	}
}
