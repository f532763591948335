// SPDX-License-Identifier: Apache-2.0

//! What the benchmarks measure. The figures belong to a runtime, which generates them.

use frame_support::weights::Weight;

/// Weights of the calls.
pub trait WeightInfo {
	/// A parameter is put in force.
	fn put_parameter() -> Weight;
	/// A rate card is published.
	fn publish_card() -> Weight;
	/// A rate card is removed.
	fn remove_card() -> Weight;
	/// An agreement is opened.
	fn open() -> Weight;
	/// A customer pays more in.
	fn top_up() -> Weight;
	/// A price is announced.
	fn announce_price() -> Weight;
	/// An agreement is settled for the last time.
	fn settle() -> Weight;
	/// An agreement is cancelled.
	fn cancel() -> Weight;
	/// An agreement is closed.
	fn close() -> Weight;
	/// `v` vouchers are redeemed, each of another customer.
	fn redeem(v: u32) -> Weight;
	/// `r` vouchers are refused, their signatures unseen.
	fn refuse(r: u32) -> Weight;
	/// `s` signatures of vouchers are checked.
	fn check_signature(s: u32) -> Weight;
	/// A dispute is opened, in place of one that has passed.
	fn open_dispute() -> Weight;
	/// The arbiter rules.
	fn rule() -> Weight;
	/// A dispute passes without a ruling.
	fn lapse_dispute() -> Weight;
	/// The other side concedes.
	fn concede() -> Weight;
	/// A party says to which outcome it would agree.
	fn propose_outcome() -> Weight;
	/// Both parties agree to end the agreement.
	fn accept_outcome() -> Weight;
}

/// Weighs nothing: for tests, where weight does not matter.
impl WeightInfo for () {
	fn put_parameter() -> Weight {
		Weight::zero()
	}

	fn publish_card() -> Weight {
		Weight::zero()
	}

	fn remove_card() -> Weight {
		Weight::zero()
	}

	fn open() -> Weight {
		Weight::zero()
	}

	fn top_up() -> Weight {
		Weight::zero()
	}

	fn announce_price() -> Weight {
		Weight::zero()
	}

	fn settle() -> Weight {
		Weight::zero()
	}

	fn cancel() -> Weight {
		Weight::zero()
	}

	fn close() -> Weight {
		Weight::zero()
	}

	fn redeem(_v: u32) -> Weight {
		Weight::zero()
	}

	fn refuse(_r: u32) -> Weight {
		Weight::zero()
	}

	fn check_signature(_s: u32) -> Weight {
		Weight::zero()
	}

	fn open_dispute() -> Weight {
		Weight::zero()
	}

	fn rule() -> Weight {
		Weight::zero()
	}

	fn lapse_dispute() -> Weight {
		Weight::zero()
	}

	fn concede() -> Weight {
		Weight::zero()
	}

	fn propose_outcome() -> Weight {
		Weight::zero()
	}

	fn accept_outcome() -> Weight {
		Weight::zero()
	}
}
