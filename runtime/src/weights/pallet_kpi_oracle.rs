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
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:1)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	fn commit() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `887`
		//  Estimated: `3631`
		// Minimum execution time: 39_641_000 picoseconds.
		Weight::from_parts(45_235_000, 3631)
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
		//  Measured:  `887`
		//  Estimated: `3631`
		// Minimum execution time: 20_551_000 picoseconds.
		Weight::from_parts(23_489_000, 3631)
			.saturating_add(T::DbWeight::get().reads(3))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:0)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:1 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:0)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 16]`.
	fn report(_v: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2540`
		//  Estimated: `3666`
		// Minimum execution time: 65_135_000 picoseconds.
		Weight::from_parts(72_983_345, 3666)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:0)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:1 w:0)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:1 w:0)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:0)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 16]`.
	fn check_report(v: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2540`
		//  Estimated: `3666`
		// Minimum execution time: 45_195_000 picoseconds.
		Weight::from_parts(47_557_054, 3666)
			// Standard Error: 33_931
			.saturating_add(Weight::from_parts(262_674, 0).saturating_mul(v.into()))
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
		//  Measured:  `745`
		//  Estimated: `3676`
		// Minimum execution time: 78_076_000 picoseconds.
		Weight::from_parts(84_837_000, 3676)
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
		//  Measured:  `430`
		//  Estimated: `3631`
		// Minimum execution time: 33_090_000 picoseconds.
		Weight::from_parts(39_418_000, 3631)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `665`
		//  Estimated: `3676`
		// Minimum execution time: 63_746_000 picoseconds.
		Weight::from_parts(70_329_000, 3676)
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
		// Minimum execution time: 70_733_000 picoseconds.
		Weight::from_parts(78_039_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `KpiOracle::Reporters` (r:1 w:1)
	/// Proof: `KpiOracle::Reporters` (`max_values`: None, `max_size`: Some(166), added: 2641, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CounterForReporters` (r:1 w:1)
	/// Proof: `KpiOracle::CounterForReporters` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn admit_reporter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `695`
		//  Estimated: `3631`
		// Minimum execution time: 34_581_000 picoseconds.
		Weight::from_parts(39_785_000, 3631)
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
		//  Measured:  `497`
		//  Estimated: `3631`
		// Minimum execution time: 30_644_000 picoseconds.
		Weight::from_parts(33_179_000, 3631)
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
	/// Storage: `KpiOracle::Rewards` (r:1 w:1)
	/// Proof: `KpiOracle::Rewards` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::TotalOwed` (r:1 w:1)
	/// Proof: `KpiOracle::TotalOwed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:0)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Reports` (r:0 w:1)
	/// Proof: `KpiOracle::Reports` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:0 w:1)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	fn slash_reporter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1113`
		//  Estimated: `6196`
		// Minimum execution time: 112_905_000 picoseconds.
		Weight::from_parts(180_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:0)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Metrics` (r:1 w:1)
	/// Proof: `KpiOracle::Metrics` (`max_values`: Some(1), `max_size`: Some(1489), added: 1984, mode: `MaxEncodedLen`)
	/// Storage: `Emission::State` (r:1 w:0)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(1712), added: 2207, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LastMetricId` (r:1 w:1)
	/// Proof: `KpiOracle::LastMetricId` (`max_values`: Some(1), `max_size`: Some(2), added: 497, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(946), added: 1441, mode: `MaxEncodedLen`)
	fn register_metric() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3814`
		//  Estimated: `3197`
		// Minimum execution time: 290_147_000 picoseconds.
		Weight::from_parts(308_381_000, 3197)
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
		// Minimum execution time: 30_028_000 picoseconds.
		Weight::from_parts(34_146_000, 2974)
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
		//  Measured:  `1885`
		//  Estimated: `2974`
		// Minimum execution time: 32_629_000 picoseconds.
		Weight::from_parts(38_239_000, 2974)
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
		//  Measured:  `554`
		//  Estimated: `2431`
		// Minimum execution time: 51_393_000 picoseconds.
		Weight::from_parts(56_736_000, 2431)
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
		//  Measured:  `554`
		//  Estimated: `2431`
		// Minimum execution time: 50_696_000 picoseconds.
		Weight::from_parts(56_714_000, 2431)
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
	/// Storage: `KpiOracle::Gauges` (r:1 w:1)
	/// Proof: `KpiOracle::Gauges` (`max_values`: Some(1), `max_size`: Some(946), added: 1441, mode: `MaxEncodedLen`)
	fn set_settings() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3719`
		//  Estimated: `3197`
		// Minimum execution time: 291_052_000 picoseconds.
		Weight::from_parts(360_000_000, 3197)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	fn on_initialize_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `266`
		//  Estimated: `1515`
		// Minimum execution time: 5_867_000 picoseconds.
		Weight::from_parts(6_453_000, 1515)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `KpiOracle::CurrentSettings` (r:1 w:0)
	/// Proof: `KpiOracle::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(116), added: 611, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:0 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	fn on_initialize_open() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `204`
		//  Estimated: `1601`
		// Minimum execution time: 5_418_000 picoseconds.
		Weight::from_parts(5_968_000, 1601)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `KpiOracle::CurrentRound` (r:0 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	fn on_initialize_reports() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 1_105_000 picoseconds.
		Weight::from_parts(1_404_000, 0)
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
	/// Storage: `Balances::Holds` (r:21 w:21)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:22 w:21)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::LeastBond` (r:1 w:0)
	/// Proof: `KpiOracle::LeastBond` (`max_values`: Some(1), `max_size`: Some(25), added: 520, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::TotalOwed` (r:1 w:1)
	/// Proof: `KpiOracle::TotalOwed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Rewards` (r:43 w:43)
	/// Proof: `KpiOracle::Rewards` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::History` (r:0 w:1)
	/// Proof: `KpiOracle::History` (`max_values`: None, `max_size`: Some(289), added: 2764, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::CurrentRound` (r:0 w:1)
	/// Proof: `KpiOracle::CurrentRound` (`max_values`: Some(1), `max_size`: Some(30), added: 525, mode: `MaxEncodedLen`)
	/// Storage: `KpiOracle::Commitments` (r:64 w:64)
	/// Proof: `KpiOracle::Commitments` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Emission::State` (r:1 w:0)
	/// Proof: `Emission::State` (`max_values`: Some(1), `max_size`: Some(1712), added: 2207, mode: `MaxEncodedLen`)
	/// Storage: `Emission::CurrentPolicy` (r:1 w:0)
	/// Proof: `Emission::CurrentPolicy` (`max_values`: Some(1), `max_size`: Some(64), added: 559, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[0, 64]`.
	/// The range of component `m` is `[0, 16]`.
	fn on_initialize_close(r: u32, m: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0 + m * (332 ±0) + r * (291 ±0)`
		//  Estimated: `3772 + m * (370 ±205) + r * (2676 ±0)`
		// Minimum execution time: 49_778_000 picoseconds.
		Weight::from_parts(81_339_000, 3772)
			// Standard Error: 535_132
			.saturating_add(Weight::from_parts(29_855_083, 0).saturating_mul(r.into()))
			// Standard Error: 2_121_019
			.saturating_add(Weight::from_parts(33_266_220, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 370).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(0, 2676).saturating_mul(r.into()))
	}
}
