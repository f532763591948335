// SPDX-License-Identifier: Apache-2.0

//! What the benchmarks measure. The figures belong to a runtime, which generates them.

use frame_support::weights::Weight;

/// Weights of the calls, the hook and what the runtime calls.
pub trait WeightInfo {
	/// Stake is locked.
	fn lock() -> Weight;
	/// Stake is added to a position.
	fn top_up() -> Weight;
	/// A position is locked anew.
	fn extend() -> Weight;
	/// Two positions become one.
	fn merge() -> Weight;
	/// Stake is unbonded.
	fn unbond() -> Weight;
	/// Unbonding stake is locked again.
	fn rebond() -> Weight;
	/// Unbonded stake is freed.
	fn withdraw() -> Weight;
	/// A reward is paid, at once.
	fn claim() -> Weight;
	/// A reward is staked.
	fn claim_compounded() -> Weight;
	/// The reward of a provider is paid, into vesting; what it earned before it was one is staked.
	fn claim_of_provider() -> Weight;
	/// A wish is noted.
	fn set_compounding() -> Weight;
	/// A provider registers, in the place of the last of the lightest candidates.
	fn register() -> Weight;
	/// A provider changes its profile, and takes the place of the last of the lightest candidates.
	fn update_profile() -> Weight;
	/// A provider leaves.
	fn leave() -> Weight;
	/// A provider is removed.
	fn remove_provider() -> Weight;
	/// A provider returns, in the place of the last of the lightest candidates.
	fn unjail() -> Weight;
	/// A commission is set.
	fn set_commission() -> Weight;
	/// A commission is raised.
	fn raise_commission() -> Weight;
	/// Stake is delegated.
	fn delegate() -> Weight;
	/// Stake is undelegated.
	fn undelegate() -> Weight;
	/// Undelegated stake is brought to where it goes.
	fn withdraw_delegation() -> Weight;
	/// The reward of a delegation is paid.
	fn claim_delegation() -> Weight;
	/// A delegation is brought home from a provider that has left.
	fn return_delegation() -> Weight;
	/// A slash is reported.
	fn report_slash() -> Weight;
	/// An offence against consensus is judged.
	fn judge_offence() -> Weight;
	/// A provider with as many positions as there can be falls idle.
	fn note_idle() -> Weight;
	/// A slash is cancelled.
	fn cancel_slash() -> Weight;
	/// A key agrees to act for a provider.
	fn operate_for() -> Weight;
	/// The value in force of a parameter is looked up, and another one put in its place.
	fn put_parameter() -> Weight;
	/// What settling `e` positions adds whose terms have ended.
	fn end_terms(e: u32) -> Weight;
	/// The hook, where `b` buckets went by.
	fn tick(b: u32) -> Weight;
	/// The hook's look at the slashes, where none is due.
	fn slash_queue_idle() -> Weight;
	/// A slash is applied by the hook: all that it does for slashes in that block.
	fn apply_slash() -> Weight;
	/// An author is rewarded.
	fn note_author() -> Weight;
	/// The validators of a session are chosen among as many candidates as there can be.
	fn next_validators() -> Weight;
}

/// Weighs nothing: for tests, where weight does not matter.
impl WeightInfo for () {
	fn lock() -> Weight {
		Weight::zero()
	}

	fn top_up() -> Weight {
		Weight::zero()
	}

	fn extend() -> Weight {
		Weight::zero()
	}

	fn merge() -> Weight {
		Weight::zero()
	}

	fn unbond() -> Weight {
		Weight::zero()
	}

	fn rebond() -> Weight {
		Weight::zero()
	}

	fn withdraw() -> Weight {
		Weight::zero()
	}

	fn claim() -> Weight {
		Weight::zero()
	}

	fn claim_compounded() -> Weight {
		Weight::zero()
	}

	fn claim_of_provider() -> Weight {
		Weight::zero()
	}

	fn set_compounding() -> Weight {
		Weight::zero()
	}

	fn register() -> Weight {
		Weight::zero()
	}

	fn update_profile() -> Weight {
		Weight::zero()
	}

	fn leave() -> Weight {
		Weight::zero()
	}

	fn remove_provider() -> Weight {
		Weight::zero()
	}

	fn unjail() -> Weight {
		Weight::zero()
	}

	fn set_commission() -> Weight {
		Weight::zero()
	}

	fn raise_commission() -> Weight {
		Weight::zero()
	}

	fn delegate() -> Weight {
		Weight::zero()
	}

	fn undelegate() -> Weight {
		Weight::zero()
	}

	fn withdraw_delegation() -> Weight {
		Weight::zero()
	}

	fn claim_delegation() -> Weight {
		Weight::zero()
	}

	fn return_delegation() -> Weight {
		Weight::zero()
	}

	fn report_slash() -> Weight {
		Weight::zero()
	}

	fn judge_offence() -> Weight {
		Weight::zero()
	}

	fn note_idle() -> Weight {
		Weight::zero()
	}

	fn cancel_slash() -> Weight {
		Weight::zero()
	}

	fn operate_for() -> Weight {
		Weight::zero()
	}

	fn put_parameter() -> Weight {
		Weight::zero()
	}

	fn end_terms(_e: u32) -> Weight {
		Weight::zero()
	}

	fn tick(_b: u32) -> Weight {
		Weight::zero()
	}

	fn slash_queue_idle() -> Weight {
		Weight::zero()
	}

	fn apply_slash() -> Weight {
		Weight::zero()
	}

	fn note_author() -> Weight {
		Weight::zero()
	}

	fn next_validators() -> Weight {
		Weight::zero()
	}
}
