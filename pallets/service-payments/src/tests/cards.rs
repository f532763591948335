// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Error, Event, Offer, Order, MAX_CARDS};
use destra_primitives::{
	payments_api::CardReport,
	PaymentForm::{Metered, Streaming},
	ProviderStatus, ServiceClass,
};
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};

fn publish_own(card: u8, offer: Offer) -> DispatchResult {
	Payments::publish_card(signed(PAUL), HOSTING, card, offer.into())
}

#[test]
fn a_provider_publishes_what_it_offers_and_every_change_has_a_version() {
	ExtBuilder::default().build_and_execute(|| {
		let first = publish(PAUL, HOSTING, Streaming, 100);
		let other = publish(PIA, HOSTING, Streaming, 100);
		let second = publish(PAUL, HOSTING, Streaming, 200);
		assert!(first < other && other < second);
		let last = events().pop();
		assert_eq!(
			last,
			Some(Event::CardPublished {
				provider: PAUL,
				class: HOSTING,
				card: 0,
				version: second,
				offer: offer(Streaming, 200),
			})
		);
	});
}

/// What is offered can cost the provider a deposit for each agreement, and a part of its stake.
#[test]
fn an_operator_offers_nothing_and_takes_back_what_was_offered() {
	ExtBuilder::default().build_and_execute(|| {
		publish(PAUL, HOSTING, Streaming, 100);
		let published =
			Payments::publish_card(signed(OPERATOR), HOSTING, 0, offer(Streaming, 1).into());
		assert_eq!(published, Err(Error::<Test>::NotServing.into()));
		assert_eq!(Payments::cards(PAUL)[0].price, 100);
		let remove = |who| Payments::remove_card(signed(who), PAUL, HOSTING, 0);
		assert_noop!(remove(PIA), Error::<Test>::NotProvider);
		assert_ok!(remove(OPERATOR));
	});
}

#[test]
fn only_who_serves_may_offer() {
	ExtBuilder::default().build_and_execute(|| {
		for status in [None, Some(ProviderStatus::Jailed), Some(ProviderStatus::Leaving)] {
			stand(&PAUL, status);
			assert_noop!(publish_own(0, offer(Streaming, 100)), Error::<Test>::NotServing);
		}
	});
}

#[test]
fn an_offer_keeps_to_the_class() {
	ExtBuilder::default().build_and_execute(|| {
		let price = |price| publish_own(0, offer(Streaming, price));
		assert_noop!(price(0), Error::<Test>::PriceOutOfBounds);
		assert_noop!(price(1_000_001), Error::<Test>::PriceOutOfBounds);
		assert_ok!(price(1_000_000));
		let card = publish_own(MAX_CARDS, offer(Streaming, 100));
		assert_eq!(card, Err(Error::<Test>::TooManyCards.into()));
	});
	let mut streaming_only = settings(HOSTING);
	streaming_only.metered = None;
	ExtBuilder::default().classes(vec![(HOSTING, streaming_only)]).build_and_execute(|| {
		assert_noop!(publish_own(0, offer(Metered, 100)), Error::<Test>::FormNotOffered);
		let other = Payments::publish_card(signed(PAUL), GPU, 0, offer(Streaming, 100).into());
		assert_eq!(other, Err(Error::<Test>::UnknownClass.into()));
	});
}

#[test]
fn a_card_that_was_removed_and_published_again_is_another_version() {
	ExtBuilder::default().build_and_execute(|| {
		let version = publish(PAUL, HOSTING, Streaming, 100);
		assert_ok!(Payments::remove_card(signed(PAUL), PAUL, HOSTING, 0));
		assert_eq!(
			events().pop(),
			Some(Event::CardRemoved { provider: PAUL, class: HOSTING, card: 0 })
		);
		publish(PAUL, HOSTING, Streaming, 999_999);
		let order = Order::Streaming { units: 1 };
		let open = Payments::open(signed(ALICE), PAUL, HOSTING, 0, version, order, 5_000);
		assert_noop!(open, Error::<Test>::VersionMismatch);
	});
}

#[test]
fn cards_of_others_are_removed_only_when_they_are_no_providers_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		publish(PAUL, HOSTING, Streaming, 100);
		let remove = |who| Payments::remove_card(signed(who), PAUL, HOSTING, 0);
		for status in [ProviderStatus::Active, ProviderStatus::Leaving, ProviderStatus::Jailed] {
			stand(&PAUL, Some(status));
			assert_noop!(remove(STRANGER), Error::<Test>::NotProvider);
		}
		stand(&PAUL, None);
		assert_ok!(remove(STRANGER));
		assert_noop!(remove(STRANGER), Error::<Test>::UnknownCard);
	});
}

#[test]
fn the_cards_of_a_provider_can_be_read() {
	ExtBuilder::default().build_and_execute(|| {
		let metered = publish(PAUL, RPC, Metered, 7);
		let streaming = publish(PAUL, HOSTING, Streaming, 100);
		let paused = Offer { slots: 0, ..offer(Streaming, 100) };
		assert_ok!(publish_own(5, paused));
		let report = |class, card, version, form, price, slots| CardReport {
			class,
			card,
			version,
			form,
			model: b"as usual".to_vec(),
			price,
			slots,
			open: slots > 0,
		};
		let cards = [
			report(ServiceClass::Hosting, 0, streaming, Streaming, 100, 10),
			report(ServiceClass::Hosting, 5, streaming + 1, Streaming, 100, 0),
			report(ServiceClass::Rpc, 1, metered, Metered, 7, 10),
		];
		assert_eq!(Payments::cards(PAUL), cards);
		stand(&PAUL, Some(ProviderStatus::Jailed));
		assert!(Payments::cards(PAUL).iter().all(|card| !card.open));
	});
}
