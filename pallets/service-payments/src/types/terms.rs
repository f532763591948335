// SPDX-License-Identifier: Apache-2.0

//! The parts of an agreement that are one thing or another.

use destra_primitives::{
	time::{Millis, Moment},
	Balance,
};

/// Why an agreement is over.
#[frame_support::stored]
#[derive(Copy)]
pub enum End {
	/// The notice of a party has passed.
	#[codec(index = 0)]
	Cancelled,
	/// The prepayment is used up.
	#[codec(index = 1)]
	RanDry,
	/// No money was paid in for the whole term of a metered agreement.
	#[codec(index = 2)]
	Expired,
	/// The provider serves no more.
	#[codec(index = 3)]
	ProviderGone,
	/// The arbiter has ruled.
	#[codec(index = 4)]
	Ruled,
	/// The other side granted what was claimed in a dispute.
	#[codec(index = 5)]
	Conceded,
	/// Both parties agreed to end it with a dispute.
	#[codec(index = 6)]
	Agreed,
}

/// How long before something happens it has to be said, in milliseconds: what the class asked for when the
/// agreement was opened. Who opened it counted on that, and so did who signed and served.
#[frame_support::stored]
#[derive(Copy)]
pub struct Notices {
	/// How long before the end a customer has to cancel; of one who pays by use, how long what was signed can
	/// be redeemed after that.
	pub customer: Millis,
	/// How long before the end a provider has to cancel.
	pub provider: Millis,
	/// How long before a higher price the customer must know it.
	pub price: Millis,
}

/// What the two forms of payment do not have in common.
#[frame_support::stored]
pub enum Terms<AccountId> {
	/// Paid by time.
	#[codec(index = 0)]
	Streaming {
		/// How many units.
		units: u32,
		/// The cost of the time before the tariff begins, in planck.
		closed: Balance,
	},
	/// Paid by use.
	#[codec(index = 1)]
	Metered {
		/// Who signs the vouchers.
		signer: AccountId,
		/// How long it runs after money was last paid in, in milliseconds.
		term: Millis,
		/// When it ends, if no more is paid in, by its own clock.
		expires_at: Moment,
		/// How long its clock has stood for disputes, in milliseconds: by so much longer each voucher is good
		/// that was good when they began.
		frozen: Millis,
		/// Until when the clock stands after the last dispute; zero if there was none.
		stands_until: Moment,
	},
}

impl<AccountId> Terms<AccountId> {
	/// How many units a price is for.
	pub const fn units(&self) -> u32 {
		match self {
			Self::Streaming { units, .. } => *units,
			Self::Metered { .. } => 1,
		}
	}
}
