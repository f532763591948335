// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_parameter_changes`. Written by `scripts/bench`, not by hand.
//!
//! Date: 2026-11-28. Steps: 20, repetitions: 10. CPU: `Intel(R) Xeon(R) Processor`.
//! Execution of the wasm: Compiled. Assumed size of maps: 1000000.
//! Benchmark command line: 64.0.0.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions of `pallet_parameter_changes`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_parameter_changes::WeightInfo for WeightInfo<T> {
	/// Storage: `ParameterChanges::Terms` (r:1 w:0)
	/// Proof: `ParameterChanges::Terms` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:0)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `Emission::State` (r:1 w:0)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:0)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(56), added: 551, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Categories` (r:1 w:0)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `ParameterChanges::NextChangeId` (r:1 w:1)
	/// Proof: `ParameterChanges::NextChangeId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ParameterChanges::Calendar` (r:1 w:1)
	/// Proof: `ParameterChanges::Calendar` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `ParameterChanges::PendingValues` (r:0 w:1)
	/// Proof: `ParameterChanges::PendingValues` (`max_values`: None, `max_size`: Some(3493), added: 5968, mode: `MaxEncodedLen`)
	fn schedule_change() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `5669`
		//  Estimated: `4309`
		// Minimum execution time: 351_532_000 picoseconds.
		Weight::from_parts(388_727_000, 4309)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `ParameterChanges::PendingValues` (r:1 w:1)
	/// Proof: `ParameterChanges::PendingValues` (`max_values`: None, `max_size`: Some(3493), added: 5968, mode: `MaxEncodedLen`)
	/// Storage: `ParameterChanges::Calendar` (r:1 w:1)
	/// Proof: `ParameterChanges::Calendar` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	fn cancel_change() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `735`
		//  Estimated: `6958`
		// Minimum execution time: 24_171_000 picoseconds.
		Weight::from_parts(35_396_000, 6958)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `ParameterChanges::Calendar` (r:1 w:0)
	/// Proof: `ParameterChanges::Calendar` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	fn on_initialize_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `367`
		//  Estimated: `1678`
		// Minimum execution time: 5_811_000 picoseconds.
		Weight::from_parts(7_448_000, 1678)
			.saturating_add(T::DbWeight::get().reads(1))
	}
	/// Storage: `ParameterChanges::Calendar` (r:1 w:1)
	/// Proof: `ParameterChanges::Calendar` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `ParameterChanges::PendingValues` (r:1 w:1)
	/// Proof: `ParameterChanges::PendingValues` (`max_values`: None, `max_size`: Some(3493), added: 5968, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:0)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `Emission::State` (r:1 w:0)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:0)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(56), added: 551, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Categories` (r:1 w:0)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `ParameterChanges::Terms` (r:1 w:1)
	/// Proof: `ParameterChanges::Terms` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn enact_change() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `6021`
		//  Estimated: `6958`
		// Minimum execution time: 356_365_000 picoseconds.
		Weight::from_parts(399_345_000, 6958)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `ParameterChanges::Terms` (r:1 w:1)
	/// Proof: `ParameterChanges::Terms` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn put_notice() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `124`
		//  Estimated: `1509`
		// Minimum execution time: 5_774_000 picoseconds.
		Weight::from_parts(7_650_000, 1509)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
