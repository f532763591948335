// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_kpi_oracle`. Written by `scripts/bench`, not by hand.
//!
//! Date: 2026-11-23. Steps: 50, repetitions: 20. CPU: `AMD EPYC`.
//! Execution of the wasm: Compiled. Assumed size of maps: 1000000.
//! Benchmark command line: 64.0.0.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions of `pallet_kpi_oracle`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_kpi_oracle::WeightInfo for WeightInfo<T> {
	/// Storage: `KpiOracle::Reporters` (r:1 w:0)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:1 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 16]`.
	fn report(v: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2394`
		//  Estimated: `3666`
		// Minimum execution time: 47_731_000 picoseconds.
		Weight::from_parts(74_655_673, 3666)
			// Standard Error: 186_642
			.saturating_add(Weight::from_parts(1_111_518, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:0)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:1 w:0)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 16]`.
	fn check_report(_v: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2394`
		//  Estimated: `3666`
		// Minimum execution time: 34_180_000 picoseconds.
		Weight::from_parts(58_371_745, 3666)
			.saturating_add(T::DbWeight::get().reads(4))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `665`
		//  Estimated: `3676`
		// Minimum execution time: 71_146_000 picoseconds.
		Weight::from_parts(76_394_000, 3676)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `KpiOracle::Reports` (r:1 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CounterForReporters` (r:1 w:1)
	/// Proof: `KpiOracle::CounterForReporters` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Unbondings` (r:1 w:1)
	/// Proof: `KpiOracle::Unbondings` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn leave() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `360`
		//  Estimated: `3666`
		// Minimum execution time: 26_960_000 picoseconds.
		Weight::from_parts(32_138_000, 3666)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `KpiOracle::Unbondings` (r:1 w:1)
	/// Proof: `KpiOracle::Unbondings` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `632`
		//  Estimated: `3676`
		// Minimum execution time: 58_727_000 picoseconds.
		Weight::from_parts(63_925_000, 3676)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `KpiOracle::Rewards` (r:1 w:1)
	/// Proof: `KpiOracle::Rewards` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::TotalOwed` (r:1 w:1)
	/// Proof: `KpiOracle::TotalOwed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn claim_reward() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `483`
		//  Estimated: `6196`
		// Minimum execution time: 67_179_000 picoseconds.
		Weight::from_parts(113_268_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CounterForReporters` (r:1 w:1)
	/// Proof: `KpiOracle::CounterForReporters` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn admit_reporter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `657`
		//  Estimated: `3534`
		// Minimum execution time: 37_846_000 picoseconds.
		Weight::from_parts(60_780_000, 3534)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CounterForReporters` (r:1 w:1)
	/// Proof: `KpiOracle::CounterForReporters` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Unbondings` (r:1 w:1)
	/// Proof: `KpiOracle::Unbondings` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:0 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	fn remove_reporter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `394`
		//  Estimated: `3534`
		// Minimum execution time: 31_797_000 picoseconds.
		Weight::from_parts(43_435_000, 3534)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Unbondings` (r:1 w:1)
	/// Proof: `KpiOracle::Unbondings` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:0 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	fn slash_reporter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1043`
		//  Estimated: `3772`
		// Minimum execution time: 90_294_000 picoseconds.
		Weight::from_parts(144_204_000, 3772)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `KpiOracle::LastMetricId` (r:1 w:1)
	/// Proof: `KpiOracle::LastMetricId` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:1)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(882), added: 1377, mode: `MaxEncodedLen`)
	fn register_metric() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1731`
		//  Estimated: `2974`
		// Minimum execution time: 31_236_000 picoseconds.
		Weight::from_parts(51_346_000, 2974)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `KpiOracle::Metrics` (r:1 w:1)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	fn update_metric() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1653`
		//  Estimated: `2974`
		// Minimum execution time: 25_998_000 picoseconds.
		Weight::from_parts(36_063_000, 2974)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::Metrics` (r:1 w:1)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(882), added: 1377, mode: `MaxEncodedLen`)
	fn retire_metric() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1821`
		//  Estimated: `2974`
		// Minimum execution time: 28_523_000 picoseconds.
		Weight::from_parts(41_942_000, 2974)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(882), added: 1377, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	fn halt() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `458`
		//  Estimated: `2367`
		// Minimum execution time: 44_837_000 picoseconds.
		Weight::from_parts(64_836_000, 2367)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(882), added: 1377, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `458`
		//  Estimated: `2367`
		// Minimum execution time: 45_217_000 picoseconds.
		Weight::from_parts(77_925_000, 2367)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:1)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	fn set_settings() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `248`
		//  Estimated: `1569`
		// Minimum execution time: 9_574_000 picoseconds.
		Weight::from_parts(14_782_000, 1569)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn on_initialize_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `256`
		//  Estimated: `1505`
		// Minimum execution time: 5_127_000 picoseconds.
		Weight::from_parts(6_069_000, 1505)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:0 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn on_initialize_open() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `138`
		//  Estimated: `1569`
		// Minimum execution time: 4_506_000 picoseconds.
		Weight::from_parts(6_810_000, 1569)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(84), added: 579, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reporters` (r:65 w:64)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:64 w:64)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(882), added: 1377, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:63 w:63)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:64 w:63)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::TotalOwed` (r:1 w:1)
	/// Proof: `KpiOracle::TotalOwed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Rewards` (r:1 w:1)
	/// Proof: `KpiOracle::Rewards` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::History` (r:0 w:1)
	/// Proof: `KpiOracle::History` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:0 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[0, 64]`.
	/// The range of component `m` is `[0, 16]`.
	fn on_initialize_close(r: u32, _m: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0 + m * (757 ±0) + r * (445 ±0)`
		//  Estimated: `6362 + r * (2676 ±4)`
		// Minimum execution time: 52_719_000 picoseconds.
		Weight::from_parts(71_516_000, 6362)
			// Standard Error: 441_436
			.saturating_add(Weight::from_parts(68_016_424, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 2676).saturating_mul(r.into()))
	}
}
