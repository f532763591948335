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
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:1)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	fn commit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `905`
		//  Estimated: `3631`
		// Minimum execution time: 55_000_000 picoseconds.
		Weight::from_parts(60_000_000, 3631)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:0)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:0)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	fn check_commit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `905`
		//  Estimated: `3631`
		// Minimum execution time: 30_000_000 picoseconds.
		Weight::from_parts(33_000_000, 3631)
			.saturating_add(T::DbWeight::get().reads(3))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:0)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:1 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:0)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 16]`.
	fn report(v: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2394`
		//  Estimated: `3666`
		// Minimum execution time: 94_398_000 picoseconds.
		Weight::from_parts(110_138_173, 3666)
			// Standard Error: 41_061
			.saturating_add(Weight::from_parts(137_783, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:0)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:1 w:0)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:0)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 16]`.
	fn check_report(v: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2394`
		//  Estimated: `3666`
		// Minimum execution time: 61_314_000 picoseconds.
		Weight::from_parts(67_817_287, 3666)
			// Standard Error: 16_561
			.saturating_add(Weight::from_parts(41_536, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(5))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `665`
		//  Estimated: `3676`
		// Minimum execution time: 107_549_000 picoseconds.
		Weight::from_parts(111_035_000, 3676)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `KpiOracle::Reports` (r:1 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CounterForReporters` (r:1 w:1)
	/// Proof: `KpiOracle::CounterForReporters` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Unbondings` (r:1 w:1)
	/// Proof: `KpiOracle::Unbondings` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:1)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	fn leave() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `360`
		//  Estimated: `3666`
		// Minimum execution time: 46_581_000 picoseconds.
		Weight::from_parts(48_905_000, 3666)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
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
		// Minimum execution time: 88_621_000 picoseconds.
		Weight::from_parts(92_287_000, 3676)
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
		// Minimum execution time: 98_897_000 picoseconds.
		Weight::from_parts(102_733_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CounterForReporters` (r:1 w:1)
	/// Proof: `KpiOracle::CounterForReporters` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn admit_reporter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `657`
		//  Estimated: `3534`
		// Minimum execution time: 43_655_000 picoseconds.
		Weight::from_parts(57_385_000, 3534)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CounterForReporters` (r:1 w:1)
	/// Proof: `KpiOracle::CounterForReporters` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Unbondings` (r:1 w:1)
	/// Proof: `KpiOracle::Unbondings` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:0 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:0 w:1)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	fn remove_reporter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `394`
		//  Estimated: `3534`
		// Minimum execution time: 40_615_000 picoseconds.
		Weight::from_parts(43_150_000, 3534)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
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
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:0 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:0 w:1)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	fn slash_reporter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1043`
		//  Estimated: `3772`
		// Minimum execution time: 136_148_000 picoseconds.
		Weight::from_parts(141_356_000, 3772)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `KpiOracle::LastMetricId` (r:1 w:1)
	/// Proof: `KpiOracle::LastMetricId` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:1)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(946), added: 1441, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:0)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `Emission::State` (r:1 w:0)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(1712), added: 2207, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	fn register_metric() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1731`
		//  Estimated: `3197`
		// Minimum execution time: 685_558_000 picoseconds.
		Weight::from_parts(688_432_000, 3197)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `KpiOracle::Metrics` (r:1 w:1)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	fn update_metric() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1653`
		//  Estimated: `2974`
		// Minimum execution time: 45_676_000 picoseconds.
		Weight::from_parts(47_729_000, 2974)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `KpiOracle::Metrics` (r:1 w:1)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(946), added: 1441, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	fn retire_metric() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1821`
		//  Estimated: `2974`
		// Minimum execution time: 48_770_000 picoseconds.
		Weight::from_parts(51_294_000, 2974)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(946), added: 1441, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	fn halt() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `458`
		//  Estimated: `2367`
		// Minimum execution time: 70_425_000 picoseconds.
		Weight::from_parts(73_620_000, 2367)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(946), added: 1441, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `458`
		//  Estimated: `2367`
		// Minimum execution time: 70_335_000 picoseconds.
		Weight::from_parts(73_709_000, 2367)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:1)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:1)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::State` (r:1 w:0)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(1712), added: 2207, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	fn set_settings() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `248`
		//  Estimated: `3197`
		// Minimum execution time: 655_583_000 picoseconds.
		Weight::from_parts(657_216_000, 3197)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	fn on_initialize_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `256`
		//  Estimated: `1505`
		// Minimum execution time: 7_521_000 picoseconds.
		Weight::from_parts(8_222_000, 1505)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:0 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	fn on_initialize_open() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `138`
		//  Estimated: `1569`
		// Minimum execution time: 6_580_000 picoseconds.
		Weight::from_parts(7_270_000, 1569)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::CurrentRound` (r:0 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	fn on_initialize_reports() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 3_500_000 picoseconds.
		Weight::from_parts(4_000_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reporters` (r:65 w:64)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:64 w:64)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(946), added: 1441, mode: `MaxEncodedLen`)
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
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:0 w:64)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:1)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[0, 64]`.
	/// The range of component `m` is `[0, 16]`.
	fn on_initialize_close(r: u32, m: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0 + m * (757 ±0) + r * (445 ±0)`
		//  Estimated: `6362 + r * (2676 ±4)`
		// Minimum execution time: 67_095_000 picoseconds.
		Weight::from_parts(68_537_000, 6362)
			// Standard Error: 108_903
			.saturating_add(Weight::from_parts(69_565_380, 0).saturating_mul(r.into()))
			// Standard Error: 438_725
			.saturating_add(Weight::from_parts(8_328_939, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 2676).saturating_mul(r.into()))
	}
}
