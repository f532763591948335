// SPDX-License-Identifier: Apache-2.0

//! Classes, and what providers offer in them.

use crate::{
	AgreementOf, CardKey, ClassSettings, Classes, Config, Error, Event, FormSettings,
	NextCardVersion, Offer, Pallet, RateCard, RateCards, MAX_CARDS,
};
use destra_primitives::{
	time::Millis, Balance, CardId, PaymentForm, ProviderInspect, Role, ServiceClass,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// How long a dispute of any class lasts at most by the settings in force, in milliseconds: stake that
	/// answers for disputes is unbonded no faster. Linear in the classes.
	pub fn longest_dispute() -> Millis {
		Classes::<T>::iter_values().map(|class| class.longest_dispute()).max().unwrap_or(0)
	}

	pub(crate) fn do_publish_card(
		provider: T::AccountId,
		class: ServiceClass,
		card: CardId,
		offer: Offer,
	) -> DispatchResult {
		ensure!(T::Providers::serves(&provider, Role::Service(class)), Error::<T>::NotServing);
		ensure!(card < MAX_CARDS, Error::<T>::TooManyCards);
		Self::check_price(&Self::class(class)?, offer.form, offer.price)?;
		let version = NextCardVersion::<T>::get();
		NextCardVersion::<T>::put(version.checked_add(1).ok_or(ArithmeticError::Overflow)?);

		let rate_card = RateCard { version, offer: offer.clone() };
		RateCards::<T>::insert(&provider, CardKey { class, card }, rate_card);
		Self::deposit_event(Event::CardPublished { provider, class, card, version, offer });
		Ok(())
	}

	pub(crate) fn do_remove_card(
		who: T::AccountId,
		provider: T::AccountId,
		class: ServiceClass,
		card: CardId,
	) -> DispatchResult {
		let abandoned = T::Providers::status(&provider).is_none();
		ensure!(abandoned || Self::acts_for(&who, &provider), Error::<T>::NotProvider);
		let removed = RateCards::<T>::take(&provider, CardKey { class, card });
		ensure!(removed.is_some(), Error::<T>::UnknownCard);
		Self::deposit_event(Event::CardRemoved { provider, class, card });
		Ok(())
	}

	/// Gives the slots of an agreement to others, if the card is still the one it was opened to.
	pub(crate) fn free_slots(agreement: &AgreementOf<T>) {
		let &AgreementOf::<T> { ref provider, class, card, version, .. } = agreement;
		let key = CardKey { class, card };
		let card = RateCards::<T>::get(provider, key).filter(|card| card.version == version);
		if let Some(mut card) = card {
			card.give_back(agreement.units());
			RateCards::<T>::insert(provider, key, card);
		}
	}

	/// Whether a key is that of a provider or of its operator.
	pub(crate) fn acts_for(who: &T::AccountId, provider: &T::AccountId) -> bool {
		who == provider || T::Providers::provider_of(who).is_some_and(|other| other == *provider)
	}

	/// The settings of a class.
	pub(crate) fn class(class: ServiceClass) -> Result<ClassSettings, Error<T>> {
		Classes::<T>::get(class).ok_or(Error::<T>::UnknownClass)
	}

	/// The settings of a form, if the price of a unit lies within its bounds.
	pub(crate) fn check_price(
		class: &ClassSettings,
		form: PaymentForm,
		price: Balance,
	) -> Result<&FormSettings, Error<T>> {
		let settings = class.form(form).ok_or(Error::<T>::FormNotOffered)?;
		let fits = settings.min_price.get() <= price && price <= settings.max_price.get();
		ensure!(fits, Error::<T>::PriceOutOfBounds);
		Ok(settings)
	}
}
