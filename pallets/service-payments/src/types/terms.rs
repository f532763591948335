// SPDX-License-Identifier: Apache-2.0

//! The parts of an agreement that are one thing or another.

use destra_primitives::{
	time::{Millis, Moment},
	Balance,
};

/// One side of an agreement.
#[frame_support::stored]
#[derive(Copy)]
pub enum Party {
	/// Who pays.
	#[codec(index = 0)]
	Customer,
	/// Who serves.
	#[codec(index = 1)]
	Provider,
}

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
}

/// What there was of disputes. Each side can open one: else it could keep the other from its money
/// by one after another, or use up the only one before the other needs it.
#[frame_support::stored]
#[derive(Copy, Default)]
pub struct DisputeState {
	/// One is open, and nothing is paid.
	pub open: bool,
	/// The customer has opened one.
	pub by_customer: bool,
	/// The provider has opened one.
	pub by_provider: bool,
}

impl DisputeState {
	/// Opens a dispute, if this side has not had one.
	pub fn begin(&mut self, by: Party) -> Option<()> {
		let had = match by {
			Party::Customer => &mut self.by_customer,
			Party::Provider => &mut self.by_provider,
		};
		if core::mem::replace(had, true) {
			return None;
		}
		self.open = true;
		Some(())
	}
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
		/// When it ends, if no more is paid in.
		expires_at: Moment,
		/// How long a dispute kept vouchers from being redeemed, in milliseconds: by so much longer
		/// each of them is good.
		frozen: Millis,
	},
}
