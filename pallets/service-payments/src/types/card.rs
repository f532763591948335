// SPDX-License-Identifier: Apache-2.0

//! What a provider offers, and at what price.

use destra_primitives::{ranged, Balance, CardId, CardVersion, Label, PaymentForm, ServiceClass};

/// The most rate cards a provider can have for a class. Their ids are below it.
pub const MAX_CARDS: CardId = 16;

/// What exactly is offered, such as the model of a GPU.
pub type Model = Label<32>;

/// Names a rate card of a provider.
#[frame_support::stored]
#[derive(Copy)]
pub struct CardKey {
	/// What it is for.
	pub class: ServiceClass,
	/// Its name among those of the class.
	pub card: CardId,
}

ranged! {
	/// What a provider writes on a card.
	#[frame_support::stored]
	pub struct Offer {
		/// How the service is paid for.
		pub form: PaymentForm,
		/// What exactly is offered.
		pub model: Model,
		/// Planck for a unit; with streaming, and a period.
		pub price: Balance,
		/// For how many more units there is room: an agreement by time takes as many as it is for, one by use
		/// takes one. One that ends gives them back, as long as the card has not been published anew.
		pub slots: u32,
	}
}

/// A rate card.
#[frame_support::stored]
pub struct RateCard {
	/// Names what it says now.
	pub version: CardVersion,
	/// What it says.
	pub offer: Offer,
}

impl RateCard {
	/// Takes so many slots, if there are as many.
	pub fn take(&mut self, slots: u32) -> Option<()> {
		self.offer.slots = self.offer.slots.checked_sub(slots)?;
		Some(())
	}

	/// Gives them back.
	pub const fn give_back(&mut self, slots: u32) {
		self.offer.slots = self.offer.slots.saturating_add(slots);
	}
}

/// What a customer asks for when it opens an agreement.
#[frame_support::stored]
pub enum Order<AccountId> {
	/// So many units, paid by time.
	#[codec(index = 0)]
	Streaming {
		/// How many units, each of which takes a slot of the card; at least one.
		units: u32,
	},
	/// Whatever is used, paid by vouchers.
	#[codec(index = 1)]
	Metered {
		/// The key that signs the vouchers; that of the customer with `None`.
		signer: Option<AccountId>,
	},
}
