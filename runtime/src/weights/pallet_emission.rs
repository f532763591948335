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
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(56), added: 551, mode: `MaxEncodedLen`)
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	fn start() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2460`
		//  Estimated: `4309`
		// Minimum execution time: 14_786_000 picoseconds.
		Weight::from_parts(19_150_000, 4309)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2423`
		//  Estimated: `4309`
		// Minimum execution time: 13_756_000 picoseconds.
		Weight::from_parts(18_836_000, 4309)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2415`
		//  Estimated: `4309`
		// Minimum execution time: 13_454_000 picoseconds.
		Weight::from_parts(17_958_000, 4309)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Emission::Liabilities` (r:1 w:1)
	/// Proof: `Emission::Liabilities` (`max_values`: Some(1), `max_size`: Some(273), added: 768, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn settle_liability() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `544`
		//  Estimated: `6196`
		// Minimum execution time: 52_149_000 picoseconds.
		Weight::from_parts(54_052_000, 6196)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	fn burn() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `552`
		//  Estimated: `4045`
		// Minimum execution time: 37_897_000 picoseconds.
		Weight::from_parts(41_043_000, 4045)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Emission::State` (r:1 w:0)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:0)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	fn on_initialize_waiting() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2770`
		//  Estimated: `4309`
		// Minimum execution time: 12_762_000 picoseconds.
		Weight::from_parts(13_846_000, 4309)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:0)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(962), added: 1457, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Volumes` (r:6 w:0)
	/// Proof: `ServicePayments::Volumes` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(56), added: 551, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:6 w:6)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[0, 16]`.
	fn on_initialize_step(m: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1144 + m * (280 ±0)`
		//  Estimated: `16608`
		// Minimum execution time: 180_373_000 picoseconds.
		Weight::from_parts(207_363_611, 16608)
			// Standard Error: 112_561
			.saturating_add(Weight::from_parts(13_923_121, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:0)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(962), added: 1457, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(56), added: 551, mode: `MaxEncodedLen`)
	/// Storage: `Emission::PastDays` (r:1 w:1)
	/// Proof: `Emission::PastDays` (`max_values`: Some(1), `max_size`: Some(17282), added: 17777, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:6 w:6)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn begin_day() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `18502`
		//  Estimated: `18767`
		// Minimum execution time: 249_541_000 picoseconds.
		Weight::from_parts(277_645_000, 18767)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Emission::State` (r:1 w:1)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(56), added: 551, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	fn put_parameter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2822`
		//  Estimated: `4309`
		// Minimum execution time: 60_050_000 picoseconds.
		Weight::from_parts(68_711_000, 4309)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}
