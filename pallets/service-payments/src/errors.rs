// SPDX-License-Identifier: Apache-2.0

//! Why a call fails. Part of the pallet, written here for its length.

use frame_support::pallet_macros::pallet_section;

/// The errors.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The clock has not been set yet.
		NotStarted,
		/// Burn and treasury together take more than they may.
		SharesTooHigh,
		/// Less is burned than has to be.
		BurnTooLow,
		/// No price can be asked for.
		EmptyPrices,
		/// A customer could tie up more of a provider's money than of its own.
		PrepaymentBelowDeposit,
		/// A customer would have to be told of a higher price later than it has to cancel.
		NoticeTooShort,
		/// A dispute that passes without a ruling would cost too little or too much of its deposit.
		LapsePenaltyOutOfBounds,
		/// A provider could withdraw its stake before a dispute is ruled on that may slash it.
		DisputeTooLong,
		/// The class is offered already: its settings change one by one.
		ClassExists,
		/// The class is not offered.
		UnknownClass,
		/// The class is not paid for in this form.
		FormNotOffered,
		/// The price lies outside the bounds of the class.
		PriceOutOfBounds,
		/// The sender does not act for this provider.
		NotProvider,
		/// The provider does not serve this class, or not now.
		NotServing,
		/// A provider has no card of this number.
		TooManyCards,
		/// There is no such rate card.
		UnknownCard,
		/// The rate card has less room at present than was ordered.
		CardFull,
		/// The rate card says something else now: look at it again.
		VersionMismatch,
		/// The order is not of the form of the rate card.
		FormMismatch,
		/// Nothing was ordered.
		NoUnits,
		/// Anybody could sign for the key that is to sign the vouchers.
		ForgeableSigner,
		/// The prepayment is below the least of the class.
		PrepaymentTooLow,
		/// Customer and provider are the same.
		SelfService,
		/// The provider cannot put its deposit on hold.
		ProviderCannotDeposit,
		/// There is no such agreement, or no more.
		UnknownAgreement,
		/// The sender is not a party of the agreement.
		NotParty,
		/// The sender is not the customer of the agreement.
		NotCustomer,
		/// Nothing would be paid in.
		NothingToAdd,
		/// The money was used up, and the service has stopped. A new agreement can be opened.
		RanDry,
		/// The agreement is over; of one that is to be disputed, and nothing of it is due any more.
		Over,
		/// The agreement ends no later anyway.
		EndsAlready,
		/// Another price was announced already.
		ChangePending,
		/// Nothing is due.
		NothingDue,
		/// The agreement is not over.
		StillRunning,
		/// A dispute about the agreement is open. Another one can be opened from its deadline on.
		DisputeOpen,
		/// As many disputes of the sender's side as can be have passed without a ruling.
		NoDisputesLeft,
		/// Nothing is claimed.
		NothingClaimed,
		/// More is claimed, or would be paid, than is in the escrow.
		BeyondEscrow,
		/// A customer can claim a refund only, and a provider a payment.
		ClaimOfOtherSide,
		/// No dispute about the agreement is open.
		NoDispute,
		/// The deadline of the dispute has passed: nothing is decided any more.
		DeadlinePassed,
		/// The deadline of the dispute has not passed, or the time after it in which the next one can be
		/// opened.
		TooEarlyToLapse,
		/// The sender's side has opened the dispute itself.
		OwnClaim,
		/// Something else is claimed.
		ClaimMismatch,
		/// The other side has not proposed this outcome, or another one since.
		OutcomeMismatch,
		/// The payment is below the existential deposit and the account of the provider is empty. It
		/// stays due.
		PayoutBelowExistentialDeposit,
		/// The winner of a dispute cannot take a deposit: its account is gone.
		WinnerCannotReceive,
		/// Less is on hold than there should be.
		HoldMissing,
		/// A number lies outside its range, or a text is empty, too long or not printable. The ranges are
		/// listed by the view function `ranges`; this is the number there, from zero, of the one in question.
		OutOfRange(u8),
	}
}
