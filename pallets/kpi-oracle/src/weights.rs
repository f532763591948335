// SPDX-License-Identifier: Apache-2.0

//! What the benchmarks measure. The figures belong to a runtime, which generates them.

use frame_support::weights::Weight;

/// Weights of the calls, of parameters, the hook and the transaction extension.
pub trait WeightInfo {
	/// A commitment.
	fn commit() -> Weight;
	/// The check of a commitment, by the transaction extension.
	fn check_commit() -> Weight;
	/// A report of `v` values.
	fn report(v: u32) -> Weight;
	/// The check of a report of `v` values, by the transaction extension.
	fn check_report(v: u32) -> Weight;
	/// A bond.
	fn bond() -> Weight;
	/// A reporter leaves.
	fn leave() -> Weight;
	/// A bond is freed.
	fn withdraw_bond() -> Weight;
	/// A reward is paid.
	fn claim_reward() -> Weight;
	/// A reporter is admitted.
	fn admit_reporter() -> Weight;
	/// A reporter is removed.
	fn remove_reporter() -> Weight;
	/// A bond is slashed.
	fn slash_reporter() -> Weight;
	/// All metrics are halted.
	fn halt() -> Weight;
	/// All metrics are resumed.
	fn resume() -> Weight;
	/// A parameter is looked up and put in force.
	fn put_parameter() -> Weight;
	/// A block within a round.
	fn on_initialize_idle() -> Weight;
	/// The block that opens the first round.
	fn on_initialize_open() -> Weight;
	/// The block from which on a round takes reports.
	fn on_initialize_reports() -> Weight;
	/// The block that closes a round of `r` reporters and `m` metrics.
	fn on_initialize_close(r: u32, m: u32) -> Weight;
}

/// Weighs nothing: for tests, where weight does not matter.
impl WeightInfo for () {
	fn commit() -> Weight {
		Weight::zero()
	}

	fn check_commit() -> Weight {
		Weight::zero()
	}

	fn report(_v: u32) -> Weight {
		Weight::zero()
	}

	fn check_report(_v: u32) -> Weight {
		Weight::zero()
	}

	fn bond() -> Weight {
		Weight::zero()
	}

	fn leave() -> Weight {
		Weight::zero()
	}

	fn withdraw_bond() -> Weight {
		Weight::zero()
	}

	fn claim_reward() -> Weight {
		Weight::zero()
	}

	fn admit_reporter() -> Weight {
		Weight::zero()
	}

	fn remove_reporter() -> Weight {
		Weight::zero()
	}

	fn slash_reporter() -> Weight {
		Weight::zero()
	}

	fn halt() -> Weight {
		Weight::zero()
	}

	fn resume() -> Weight {
		Weight::zero()
	}

	fn put_parameter() -> Weight {
		Weight::zero()
	}

	fn on_initialize_idle() -> Weight {
		Weight::zero()
	}

	fn on_initialize_open() -> Weight {
		Weight::zero()
	}

	fn on_initialize_reports() -> Weight {
		Weight::zero()
	}

	fn on_initialize_close(_r: u32, _m: u32) -> Weight {
		Weight::zero()
	}
}
