// SPDX-License-Identifier: Apache-2.0

//! What the benchmarks measure. The figures belong to a runtime, which generates them.

use frame_support::weights::Weight;

/// Weights of the calls, and of what other pallets have done through the seams.
pub trait WeightInfo {
	/// A grant.
	fn grant() -> Weight;
	/// A payment out of a pot.
	fn spend() -> Weight;
	/// A release of `g` grants of one beneficiary.
	fn release(g: u32) -> Weight;
	/// A grant is revoked.
	fn revoke() -> Weight;
	/// A beneficiary leaves a grant early.
	fn exit_early() -> Weight;
	/// Two grants become one.
	fn merge() -> Weight;
	/// A grant is offered.
	fn offer_grant() -> Weight;
	/// An offered grant is accepted.
	fn accept_grant() -> Weight;
	/// A successor is named.
	fn name_successor() -> Weight;
	/// A successor takes over.
	fn succeed() -> Weight;
	/// The governing origin moves everything to another account.
	fn move_holdings() -> Weight;
	/// Vested rewards are paid.
	fn claim_rewards() -> Weight;
	/// A category is stopped.
	fn pause_category() -> Weight;
	/// A category goes on.
	fn resume_category() -> Weight;
	/// A succession is announced.
	fn announce_succession() -> Weight;
	/// An announced succession is vetoed.
	fn veto_succession() -> Weight;
	/// A parameter is read and put in force.
	fn put_parameter() -> Weight;
	/// A reward is locked, through the seam.
	fn vest_reward() -> Weight;
	/// Unvested rewards are slashed, through the seam.
	fn slash_unvested() -> Weight;
}

/// Weighs nothing: for tests, where weight does not matter.
impl WeightInfo for () {
	fn grant() -> Weight {
		Weight::zero()
	}

	fn spend() -> Weight {
		Weight::zero()
	}

	fn release(_g: u32) -> Weight {
		Weight::zero()
	}

	fn revoke() -> Weight {
		Weight::zero()
	}

	fn exit_early() -> Weight {
		Weight::zero()
	}

	fn merge() -> Weight {
		Weight::zero()
	}

	fn offer_grant() -> Weight {
		Weight::zero()
	}

	fn accept_grant() -> Weight {
		Weight::zero()
	}

	fn name_successor() -> Weight {
		Weight::zero()
	}

	fn succeed() -> Weight {
		Weight::zero()
	}

	fn move_holdings() -> Weight {
		Weight::zero()
	}

	fn claim_rewards() -> Weight {
		Weight::zero()
	}

	fn pause_category() -> Weight {
		Weight::zero()
	}

	fn resume_category() -> Weight {
		Weight::zero()
	}

	fn announce_succession() -> Weight {
		Weight::zero()
	}

	fn veto_succession() -> Weight {
		Weight::zero()
	}

	fn put_parameter() -> Weight {
		Weight::zero()
	}

	fn vest_reward() -> Weight {
		Weight::zero()
	}

	fn slash_unvested() -> Weight {
		Weight::zero()
	}
}
