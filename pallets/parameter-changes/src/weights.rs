// SPDX-License-Identifier: Apache-2.0

//! What the calls and a block cost. A runtime measures it and brings the figures.

use frame_support::weights::Weight;

/// Weights of pallet-parameter-changes, without what the pallets of the parameters do.
pub trait WeightInfo {
	/// The call `schedule_change`, with one value.
	fn schedule_change() -> Weight;
	/// The call `cancel_change`, with as many that wait as can.
	fn cancel_change() -> Weight;
	/// A block in which no change is due.
	fn on_initialize_idle() -> Weight;
	/// A change of one value that takes effect.
	fn enact_change() -> Weight;
	/// To put a notice in force.
	fn put_notice() -> Weight;
}

/// No weight at all, for tests.
impl WeightInfo for () {
	fn schedule_change() -> Weight {
		Weight::zero()
	}
	fn cancel_change() -> Weight {
		Weight::zero()
	}
	fn on_initialize_idle() -> Weight {
		Weight::zero()
	}
	fn enact_change() -> Weight {
		Weight::zero()
	}
	fn put_notice() -> Weight {
		Weight::zero()
	}
}
