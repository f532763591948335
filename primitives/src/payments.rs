// SPDX-License-Identifier: Apache-2.0

//! What service payments and those who deal with them have in common.

use crate::{Balance, ServiceClass};
use serde::{Deserialize, Serialize};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	Perquintill,
};

/// Names an agreement. Unique on the chain, never used again.
pub type AgreementId = u64;

/// Names a rate card among those of a provider for a class.
pub type CardId = u8;

/// Names what a rate card said at some time. Unique on the chain, never used again.
pub type CardVersion = u64;

/// How a service is paid for.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy, PartialOrd, Ord)]
pub enum PaymentForm {
	/// By time: a price for each unit and period, charged by the millisecond.
	#[codec(index = 0)]
	Streaming,
	/// By use: the customer signs for what it owes in all, and the provider hands that in.
	#[codec(index = 1)]
	Metered,
}

crate::names!(PaymentForm);

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

impl Party {
	/// The other side.
	pub const fn other(self) -> Self {
		match self {
			Self::Customer => Self::Provider,
			Self::Provider => Self::Customer,
		}
	}
}

/// The hash of the evidence for a dispute, which lies off chain: 32 bytes, BLAKE2b by custom. The chain
/// does not look behind it.
pub type EvidenceHash = <BlakeTwo256 as Hash>::Output;

/// What whoever opens a dispute claims of what is contested when the dispute ends. Nobody can give it
/// more: neither the other side by conceding, nor the arbiter by ruling.
#[frame_support::stored]
#[derive(Copy)]
pub enum Claim {
	/// The customer claims that up to `amount` planck are not to be paid.
	#[codec(index = 0)]
	Refund {
		/// In planck, before burn and treasury.
		amount: Balance,
	},
	/// The provider claims that up to `amount` planck are to be paid.
	#[codec(index = 1)]
	Payment {
		/// In planck, before burn and treasury.
		amount: Balance,
	},
}

impl Claim {
	/// Which side can claim this.
	pub const fn claimant(self) -> Party {
		match self {
			Self::Refund { .. } => Party::Customer,
			Self::Payment { .. } => Party::Provider,
		}
	}

	/// How much is claimed, in planck.
	pub const fn amount(self) -> Balance {
		match self {
			Self::Refund { amount } | Self::Payment { amount } => amount,
		}
	}

	/// The same claim, of `most` planck at most.
	pub fn at_most(self, most: Balance) -> Self {
		match self {
			Self::Refund { amount } => Self::Refund { amount: amount.min(most) },
			Self::Payment { amount } => Self::Payment { amount: amount.min(most) },
		}
	}

	/// What of `contested` planck is paid if the share `granted` of the claim is granted: rounded down,
	/// so that a fraction of a planck stays with the customer, whose money it is.
	pub fn payment(self, granted: Perquintill, contested: Balance) -> Balance {
		let claimed = self.amount().min(contested);
		match self {
			Self::Refund { .. } => contested.saturating_sub(granted.mul_ceil(claimed)),
			Self::Payment { .. } => granted.mul_floor(claimed),
		}
	}
}

/// How both parties can agree to end a dispute.
#[frame_support::stored]
#[derive(Copy)]
pub enum Outcome {
	/// The agreement goes on as if there had been no dispute.
	#[codec(index = 0)]
	Resume,
	/// The agreement is over: `payment` planck of the escrow are paid, and the rest is refunded.
	#[codec(index = 1)]
	End {
		/// In planck, before burn and treasury.
		payment: Balance,
	},
}

/// Learns of paid work. Implemented by incentives, used by service-payments.
pub trait WorkRecorder<AccountId> {
	/// `customer` paid `paid` planck for work of `provider` in `class`, of which `burned` were
	/// burned. Called at each settlement, with what it paid.
	fn record(
		provider: &AccountId,
		class: ServiceClass,
		customer: &AccountId,
		paid: Balance,
		burned: Balance,
	);
}

/// Nobody wants to know.
impl<AccountId> WorkRecorder<AccountId> for () {
	fn record(
		_provider: &AccountId,
		_class: ServiceClass,
		_customer: &AccountId,
		_paid: Balance,
		_burned: Balance,
	) {
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const DSYNC: Balance = 1_000_000_000_000_000_000;

	#[test]
	fn a_claim_is_granted_in_part_and_never_beyond_itself() {
		let refund = Claim::Refund { amount: 40 * DSYNC };
		let payment = Claim::Payment { amount: 40 * DSYNC };
		let of = |claim: Claim, percent, contested: Balance| {
			claim.payment(Perquintill::from_percent(percent), contested * DSYNC) / DSYNC
		};
		assert_eq!([0, 25, 100].map(|percent| of(refund, percent, 100)), [100, 90, 60]);
		assert_eq!([0, 25, 100].map(|percent| of(payment, percent, 100)), [0, 10, 40]);
		// Of less than was claimed, all is what there is.
		assert_eq!([0, 50, 100].map(|percent| of(refund, percent, 10)), [10, 5, 0]);
		assert_eq!([0, 50, 100].map(|percent| of(payment, percent, 10)), [0, 5, 10]);
	}

	#[test]
	fn a_fraction_of_a_planck_stays_with_the_customer() {
		let third = Perquintill::from_rational(1u128, 3);
		assert_eq!(Claim::Refund { amount: 10 }.payment(third, 10), 6);
		assert_eq!(Claim::Payment { amount: 10 }.payment(third, 10), 3);
	}

	#[test]
	fn each_side_has_its_claims() {
		assert_eq!(Claim::Refund { amount: 1 }.claimant(), Party::Customer);
		assert_eq!(Claim::Payment { amount: 1 }.claimant(), Party::Provider);
		assert_eq!(Party::Customer.other(), Party::Provider);
		assert_eq!(Party::Provider.other(), Party::Customer);
	}
}
