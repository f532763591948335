// SPDX-License-Identifier: Apache-2.0

//! What is told of each change. Part of the pallet, written here for its length.
//!
//! With the events of the token that go before them, for holds, releases and deposits, they tell every
//! change of what an account has free and on hold: what leaves a hold without a release is named by
//! [`Event::Settled`], [`Event::Ruled`], [`Event::Conceded`] and [`Event::DisputeLapsed`]. Every event
//! that sets or moves a deadline names it.
//!
//! [`Event::Settled`]: crate::Event::Settled
//! [`Event::Ruled`]: crate::Event::Ruled
//! [`Event::Conceded`]: crate::Event::Conceded
//! [`Event::DisputeLapsed`]: crate::Event::DisputeLapsed

use frame_support::pallet_macros::pallet_section;

/// The events.
#[pallet_section]
mod events {
	// Amounts in planck, times in milliseconds since the Unix epoch.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A provider published what it offers.
		CardPublished {
			provider: T::AccountId,
			class: ServiceClass,
			card: CardId,
			version: CardVersion,
			offer: Offer,
		},
		/// A rate card is gone.
		CardRemoved { provider: T::AccountId, class: ServiceClass, card: CardId },
		/// There is a new agreement, with `prepaid` and `storage_deposit` on hold at the customer and `deposit`
		/// at the provider. A metered one ends at `expires_at` unless more is paid in before.
		Opened {
			id: AgreementId,
			customer: T::AccountId,
			provider: T::AccountId,
			class: ServiceClass,
			card: CardId,
			version: CardVersion,
			prepaid: Balance,
			deposit: Balance,
			storage_deposit: Balance,
			expires_at: Option<Moment>,
		},
		/// A customer paid more in. The escrow is `escrow` now, and a metered agreement ends at
		/// `expires_at` unless more is paid in before.
		ToppedUp {
			id: AgreementId,
			customer: T::AccountId,
			amount: Balance,
			escrow: Balance,
			expires_at: Option<Moment>,
		},
		/// A unit will cost `price` instead of `old`, from `from` on.
		PriceAnnounced { id: AgreementId, old: Balance, price: Balance, from: Moment },
		/// A party cancelled. The agreement ends at `ends_at`: no voucher is redeemed from then on. While a
		/// dispute about a metered one is open, that is as if it were over now: [`Event::Resumed`]
		/// tells the moment that it came to.
		CancelledAt { id: AgreementId, by: Party, ends_at: Moment },
		/// `paid` was taken from what the customer has on hold: `received` is the provider's, and the rest
		/// was burned or is the treasury's.
		Settled {
			id: AgreementId,
			customer: T::AccountId,
			provider: T::AccountId,
			paid: Balance,
			received: Balance,
			burned: Balance,
			treasury: Balance,
		},
		/// A voucher was for more than the customer had paid in. What there was is paid; `unpaid` is
		/// payable, by the same voucher while it is valid, after a top-up.
		Overdrawn { id: AgreementId, unpaid: Balance },
		/// An agreement is over and gone. `refund` and `storage_deposit` of the customer's are free again, and
		/// `deposit` of the provider's.
		Ended {
			id: AgreementId,
			end: End,
			customer: T::AccountId,
			provider: T::AccountId,
			refund: Balance,
			storage_deposit: Balance,
			deposit: Balance,
		},
		/// The voucher at `index` of the batch was not redeemed.
		VoucherRefused { index: u32, id: AgreementId, reason: VoucherRefusal },
		/// The account of a provider that is gone could not take so little; the treasury has it.
		PayoutUnclaimed { id: AgreementId, provider: T::AccountId, amount: Balance },
		/// `opener`, with `deposit` on hold, claims what `claim` says. `contested` is what is in dispute now,
		/// and of a service paid by time what will be due. From `deadline` on nothing is decided any more, and
		/// the next dispute can be opened in its place; from `lapses_from` on anyone can end it. Either
		/// costs the opener `penalty`.
		Disputed {
			id: AgreementId,
			opener: T::AccountId,
			claim: Claim,
			evidence: EvidenceHash,
			contested: Balance,
			deposit: Balance,
			penalty: Balance,
			deadline: Moment,
			lapses_from: Moment,
		},
		/// The arbiter ruled: `paid` of what was contested is paid as if it had been due. `forfeited` of
		/// what the loser had on hold is the winner's, free.
		Ruled {
			id: AgreementId,
			verdict: Verdict,
			customer: T::AccountId,
			provider: T::AccountId,
			paid: Balance,
			forfeited: Balance,
		},
		/// The other side granted what was claimed: `paid` of what was contested is paid as if it had been
		/// due. `forfeited` of what the other side had on hold is the opener's, free.
		Conceded {
			id: AgreementId,
			claim: Claim,
			customer: T::AccountId,
			provider: T::AccountId,
			paid: Balance,
			forfeited: Balance,
		},
		/// A party would agree to end the dispute so. What it proposed before counts no more.
		OutcomeProposed { id: AgreementId, by: Party, outcome: Outcome },
		/// Both parties agreed to end the dispute so. `deposit` of the opener's is free again.
		OutcomeAgreed { id: AgreementId, outcome: Outcome, opener: T::AccountId, deposit: Balance },
		/// A provider that should be slashed could not be.
		NotSlashed { id: AgreementId, provider: T::AccountId, error: DispatchError },
		/// A dispute passed without a ruling. Of what the opener had on hold for it `burned` is burned, and
		/// `returned` is free again.
		DisputeLapsed { id: AgreementId, opener: T::AccountId, returned: Balance, burned: Balance },
		/// An agreement goes on after a dispute. A metered one and its vouchers have so much more time as
		/// nothing could be redeemed, and three minutes: it ends at `expires_at`, or, if it was cancelled, at
		/// `ends_at` if that is before; and a voucher that was good when the dispute began is good for `frozen`
		/// milliseconds longer than it says. If
		/// [`Event::Disputed`] follows in the same call, the next dispute took the place of this one, and
		/// it goes on after that.
		Resumed {
			id: AgreementId,
			ends_at: Option<Moment>,
			expires_at: Option<Moment>,
			frozen: Millis,
		},
	}
}
