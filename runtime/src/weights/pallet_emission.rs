// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_emission`. Written by `scripts/bench`, not by hand.
//!
//! Date: 2026-11-28. Steps: 20, repetitions: 10. CPU: `Intel(R) Xeon(R) Processor`.
//! Execution of the wasm: Compiled. Assumed size of maps: 1000000.
//! Benchmark command line: 64.0.0.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions of `pallet_emission`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_emission::WeightInfo for WeightInfo<T> {
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	fn start() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2502`
		//  Estimated: `4309`
		// Minimum execution time: 19_024_000 picoseconds.
		Weight::from_parts(30_370_000, 4309)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2456`
		//  Estimated: `4309`
		// Minimum execution time: 18_629_000 picoseconds.
		Weight::from_parts(27_502_000, 4309)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2448`
		//  Estimated: `4309`
		// Minimum execution time: 17_858_000 picoseconds.
		Weight::from_parts(27_113_000, 4309)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Emission::State` (r:1 w:0)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:0)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:0)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `Emission::NextChangeId` (r:1 w:1)
	/// Proof: `Emission::NextChangeId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::PendingChanges` (r:1 w:1)
	/// Proof: `Emission::PendingChanges` (`max_values`: Some(1), `max_size`: Some(7137), added: 7632, mode: `MaxEncodedLen`)
	fn schedule_change() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `11481`
		//  Estimated: `8622`
		// Minimum execution time: 387_156_000 picoseconds.
		Weight::from_parts(417_581_000, 8622)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Emission::PendingChanges` (r:1 w:1)
	/// Proof: `Emission::PendingChanges` (`max_values`: Some(1), `max_size`: Some(7137), added: 7632, mode: `MaxEncodedLen`)
	fn cancel_change() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `7337`
		//  Estimated: `8622`
		// Minimum execution time: 22_504_000 picoseconds.
		Weight::from_parts(35_722_000, 8622)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Emission::Liabilities` (r:1 w:1)
	/// Proof: `Emission::Liabilities` (`max_values`: Some(1), `max_size`: Some(273), added: 768, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn settle_liability() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `577`
		//  Estimated: `6196`
		// Minimum execution time: 58_037_000 picoseconds.
		Weight::from_parts(78_339_000, 6196)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	fn burn() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `550`
		//  Estimated: `3772`
		// Minimum execution time: 44_197_000 picoseconds.
		Weight::from_parts(61_728_000, 3772)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Emission::State` (r:1 w:0)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:0)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `Emission::PendingChanges` (r:1 w:0)
	/// Proof: `Emission::PendingChanges` (`max_values`: Some(1), `max_size`: Some(7137), added: 7632, mode: `MaxEncodedLen`)
	fn on_initialize_waiting() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `9985`
		//  Estimated: `8622`
		// Minimum execution time: 23_321_000 picoseconds.
		Weight::from_parts(32_245_000, 8622)
			.saturating_add(T::DbWeight::get().reads(3))
	}
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:0)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(962), added: 1457, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Volumes` (r:6 w:0)
	/// Proof: `ServicePayments::Volumes` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:6 w:6)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Emission::PendingChanges` (r:1 w:0)
	/// Proof: `Emission::PendingChanges` (`max_values`: Some(1), `max_size`: Some(7137), added: 7632, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[0, 16]`.
	fn on_initialize_step(m: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `8369 + m * (280 ±0)`
		//  Estimated: `16608`
		// Minimum execution time: 198_269_000 picoseconds.
		Weight::from_parts(273_503_396, 16608)
			// Standard Error: 116_268
			.saturating_add(Weight::from_parts(14_242_475, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:0)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(962), added: 1457, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `Emission::PastDays` (r:1 w:1)
	/// Proof: `Emission::PastDays` (`max_values`: Some(1), `max_size`: Some(17282), added: 17777, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:6 w:6)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Emission::PendingChanges` (r:1 w:0)
	/// Proof: `Emission::PendingChanges` (`max_values`: Some(1), `max_size`: Some(7137), added: 7632, mode: `MaxEncodedLen`)
	fn begin_day() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `25731`
		//  Estimated: `18767`
		// Minimum execution time: 312_211_000 picoseconds.
		Weight::from_parts(352_136_000, 18767)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Emission::PendingChanges` (r:1 w:1)
	/// Proof: `Emission::PendingChanges` (`max_values`: Some(1), `max_size`: Some(7137), added: 7632, mode: `MaxEncodedLen`)
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:1)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:0)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	fn enact_change() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `11885`
		//  Estimated: `8622`
		// Minimum execution time: 400_933_000 picoseconds.
		Weight::from_parts(426_887_000, 8622)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}
