// SPDX-License-Identifier: Apache-2.0

//! What the calls and the step cost. A runtime measures it and brings the figures.

use frame_support::weights::Weight;

/// Weights of pallet-emission.
pub trait WeightInfo {
	/// The call `start`.
	fn start() -> Weight;
	/// The call `pause`.
	fn pause() -> Weight;
	/// The call `resume`.
	fn resume() -> Weight;
	/// The call `settle_liability`.
	fn settle_liability() -> Weight;
	/// The call `burn`.
	fn burn() -> Weight;
	/// A block in which the emission does not run.
	fn on_initialize_waiting() -> Weight;
	/// A block with a step, with `m` KPI tracks.
	fn on_initialize_step(m: u32) -> Weight;
	/// On top, a step with which a day of the ceiling begins.
	fn begin_day() -> Weight;
	/// To put the largest parameter in force, a table of all tracks.
	fn put_parameter() -> Weight;
}

/// No weight at all, for tests.
impl WeightInfo for () {
	fn start() -> Weight {
		Weight::zero()
	}
	fn pause() -> Weight {
		Weight::zero()
	}
	fn resume() -> Weight {
		Weight::zero()
	}
	fn settle_liability() -> Weight {
		Weight::zero()
	}
	fn burn() -> Weight {
		Weight::zero()
	}
	fn on_initialize_waiting() -> Weight {
		Weight::zero()
	}
	fn on_initialize_step(_m: u32) -> Weight {
		Weight::zero()
	}
	fn begin_day() -> Weight {
		Weight::zero()
	}
	fn put_parameter() -> Weight {
		Weight::zero()
	}
}
