// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_kpi_oracle`. Written by `scripts/bench`, not by hand.
//!
//! Date: 2026-11-28. Steps: 20, repetitions: 10. CPU: `Intel(R) Xeon(R) Processor`.
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
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(34), added: 529, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:1)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	fn commit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `931`
		//  Estimated: `3631`
		// Minimum execution time: 37_929_000 picoseconds.
		Weight::from_parts(46_063_000, 3631)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:0)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(34), added: 529, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:0)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	fn check_commit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `931`
		//  Estimated: `3631`
		// Minimum execution time: 22_830_000 picoseconds.
		Weight::from_parts(26_337_000, 3631)
			.saturating_add(T::DbWeight::get().reads(3))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:0)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(34), added: 529, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:1 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:0)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 16]`.
	fn report(v: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2584`
		//  Estimated: `3666`
		// Minimum execution time: 68_976_000 picoseconds.
		Weight::from_parts(83_284_040, 3666)
			// Standard Error: 189_881
			.saturating_add(Weight::from_parts(67_910, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:0)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(34), added: 529, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:1 w:0)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:0)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 16]`.
	fn check_report(_v: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2584`
		//  Estimated: `3666`
		// Minimum execution time: 48_295_000 picoseconds.
		Weight::from_parts(59_574_725, 3666)
			.saturating_add(T::DbWeight::get().reads(5))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(34), added: 529, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `822`
		//  Estimated: `3694`
		// Minimum execution time: 79_010_000 picoseconds.
		Weight::from_parts(90_488_000, 3694)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `KpiOracle::Commitments` (r:1 w:1)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
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
	fn leave() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `502`
		//  Estimated: `3631`
		// Minimum execution time: 33_757_000 picoseconds.
		Weight::from_parts(40_505_000, 3631)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `KpiOracle::Unbondings` (r:1 w:1)
	/// Proof: `KpiOracle::Unbondings` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `770`
		//  Estimated: `3694`
		// Minimum execution time: 65_408_000 picoseconds.
		Weight::from_parts(78_126_000, 3694)
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
		//  Measured:  `521`
		//  Estimated: `6196`
		// Minimum execution time: 71_425_000 picoseconds.
		Weight::from_parts(80_778_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CounterForReporters` (r:1 w:1)
	/// Proof: `KpiOracle::CounterForReporters` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn admit_reporter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `733`
		//  Estimated: `3631`
		// Minimum execution time: 34_644_000 picoseconds.
		Weight::from_parts(41_747_000, 3631)
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
		//  Measured:  `569`
		//  Estimated: `3631`
		// Minimum execution time: 31_452_000 picoseconds.
		Weight::from_parts(38_333_000, 3631)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Unbondings` (r:1 w:1)
	/// Proof: `KpiOracle::Unbondings` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Rewards` (r:1 w:1)
	/// Proof: `KpiOracle::Rewards` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:0)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::TotalOwed` (r:1 w:1)
	/// Proof: `KpiOracle::TotalOwed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:0 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:0 w:1)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	fn slash_reporter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1374`
		//  Estimated: `6196`
		// Minimum execution time: 155_152_000 picoseconds.
		Weight::from_parts(171_387_000, 6196)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(962), added: 1457, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	fn halt() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `642`
		//  Estimated: `2447`
		// Minimum execution time: 50_013_000 picoseconds.
		Weight::from_parts(56_656_000, 2447)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(962), added: 1457, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `642`
		//  Estimated: `2447`
		// Minimum execution time: 49_991_000 picoseconds.
		Weight::from_parts(55_794_000, 2447)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:1)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LastMetricId` (r:1 w:1)
	/// Proof: `KpiOracle::LastMetricId` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(34), added: 529, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(962), added: 1457, mode: `MaxEncodedLen`)
	fn put_parameter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2006`
		//  Estimated: `2974`
		// Minimum execution time: 58_588_000 picoseconds.
		Weight::from_parts(60_786_000, 2974)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(34), added: 529, mode: `MaxEncodedLen`)
	fn on_initialize_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `344`
		//  Estimated: `1519`
		// Minimum execution time: 7_078_000 picoseconds.
		Weight::from_parts(7_892_000, 1519)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:0 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(34), added: 529, mode: `MaxEncodedLen`)
	fn on_initialize_open() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `242`
		//  Estimated: `1601`
		// Minimum execution time: 6_218_000 picoseconds.
		Weight::from_parts(6_832_000, 1601)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::CurrentRound` (r:0 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(34), added: 529, mode: `MaxEncodedLen`)
	fn on_initialize_reports() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 1_111_000 picoseconds.
		Weight::from_parts(1_493_000, 0)
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reporters` (r:65 w:64)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:64 w:64)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:64 w:64)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(962), added: 1457, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:0)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `Emission::State` (r:1 w:0)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(2824), added: 3319, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Volumes` (r:6 w:0)
	/// Proof: `ServicePayments::Volumes` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:21 w:21)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:22 w:21)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::TotalOwed` (r:1 w:1)
	/// Proof: `KpiOracle::TotalOwed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Rewards` (r:43 w:43)
	/// Proof: `KpiOracle::Rewards` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::History` (r:0 w:1)
	/// Proof: `KpiOracle::History` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:0 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(34), added: 529, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[0, 64]`.
	/// The range of component `m` is `[0, 16]`.
	fn on_initialize_close(r: u32, m: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0 + m * (333 ±0) + r * (371 ±0)`
		//  Estimated: `16182 + m * (370 ±205) + r * (2676 ±0)`
		// Minimum execution time: 352_313_000 picoseconds.
		Weight::from_parts(358_386_000, 16182)
			// Standard Error: 653_607
			.saturating_add(Weight::from_parts(30_488_571, 0).saturating_mul(r.into()))
			// Standard Error: 2_590_598
			.saturating_add(Weight::from_parts(20_968_691, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 370).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 2676).saturating_mul(r.into()))
	}
}
