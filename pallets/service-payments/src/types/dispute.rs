// SPDX-License-Identifier: Apache-2.0

//! A dispute about an agreement, and how it can end.

use super::Party;
use destra_primitives::{time::Moment, Balance};

/// A dispute that waits for a ruling.
#[frame_support::stored]
#[derive(Copy)]
pub struct Dispute {
	/// Who opened it.
	pub by: Party,
	/// When.
	pub opened_at: Moment,
	/// The arbiter has to rule before this moment.
	pub deadline: Moment,
	/// What whoever opened it has on hold for it, in planck.
	pub deposit: Balance,
}

/// Who is right.
#[frame_support::stored]
#[derive(Copy)]
pub enum Verdict {
	/// The provider is.
	#[codec(index = 0)]
	ForProvider,
	/// The customer is, and loses nothing; with `slash` the provider loses a part of its stake.
	#[codec(index = 1)]
	ForCustomer {
		/// Whether the provider is slashed.
		slash: bool,
	},
}

impl Verdict {
	/// Who wins.
	pub const fn winner(self) -> Party {
		match self {
			Self::ForProvider => Party::Provider,
			Self::ForCustomer { .. } => Party::Customer,
		}
	}
}
