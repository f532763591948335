// SPDX-License-Identifier: Apache-2.0

//! What the calls and a block cost. A runtime measures it and brings the figures.

use frame_support::weights::Weight;

/// Weights of pallet-liveness.
pub trait WeightInfo {
	/// The call `heartbeat`, of a member of a full set.
	fn heartbeat() -> Weight;
	/// The check of a heartbeat.
	fn authorize_heartbeat() -> Weight;
	/// The call `purge_keys`.
	fn purge_keys() -> Weight;
	/// The call `note_stalled`, with as many sets as there can be.
	fn note_stalled() -> Weight;
	/// The call `cancel_stalled`.
	fn cancel_stalled() -> Weight;
	/// A block that counts, the first of its author since it entered, in which another member falls idle.
	fn note_block() -> Weight;
}

/// No weight at all, for tests.
impl WeightInfo for () {
	fn heartbeat() -> Weight {
		Weight::zero()
	}
	fn authorize_heartbeat() -> Weight {
		Weight::zero()
	}
	fn purge_keys() -> Weight {
		Weight::zero()
	}
	fn note_stalled() -> Weight {
		Weight::zero()
	}
	fn cancel_stalled() -> Weight {
		Weight::zero()
	}
	fn note_block() -> Weight {
		Weight::zero()
	}
}
