// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_staking_locks`. Written by `scripts/bench`, not by hand.
//!
//! Estimated by hand since, until they are measured again: `apply_slash`, `claim_delegation`, `claim_of_provider`, `delegate`, `judge_offence`, `leave`, `note_author`, `note_idle`, `raise_commission`, `register`, `remove_provider`, `report_slash`, `return_delegation`, `set_commission`, `set_settings`, `undelegate`, `unjail`, `update_profile`, `withdraw_delegation`.
//!
//! Date: 2026-11-28. Steps: 20, repetitions: 10. CPU: `Intel(R) Xeon(R) Processor`.
//! Execution of the wasm: Compiled. Assumed size of maps: 1000000.
//! Benchmark command line: 64.0.0.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions of `pallet_staking_locks`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_staking_locks::WeightInfo for WeightInfo<T> {
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:1 w:1)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn lock() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1929`
		//  Estimated: `4026`
		// Minimum execution time: 99_365_000 picoseconds.
		Weight::from_parts(105_847_000, 4026)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:2 w:2)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn top_up() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2082`
		//  Estimated: `6046`
		// Minimum execution time: 106_281_000 picoseconds.
		Weight::from_parts(112_742_000, 6046)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:2 w:2)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn extend() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1617`
		//  Estimated: `6046`
		// Minimum execution time: 49_849_000 picoseconds.
		Weight::from_parts(55_907_000, 6046)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:2 w:2)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn merge() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1687`
		//  Estimated: `6046`
		// Minimum execution time: 51_180_000 picoseconds.
		Weight::from_parts(57_181_000, 6046)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:1 w:1)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	fn unbond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1798`
		//  Estimated: `4026`
		// Minimum execution time: 50_894_000 picoseconds.
		Weight::from_parts(56_666_000, 4026)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:2 w:2)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn rebond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1579`
		//  Estimated: `6046`
		// Minimum execution time: 48_662_000 picoseconds.
		Weight::from_parts(54_247_000, 6046)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1782`
		//  Estimated: `4026`
		// Minimum execution time: 88_079_000 picoseconds.
		Weight::from_parts(96_943_000, 4026)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1246`
		//  Estimated: `6196`
		// Minimum execution time: 87_308_000 picoseconds.
		Weight::from_parts(93_405_000, 6196)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn claim_compounded() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1497`
		//  Estimated: `6196`
		// Minimum execution time: 134_090_000 picoseconds.
		Weight::from_parts(142_895_000, 6196)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:1)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn claim_of_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2655`
		//  Estimated: `6196`
		// Minimum execution time: 236_637_000 picoseconds.
		Weight::from_parts(248_770_000, 6196)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn set_compounding() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `817`
		//  Estimated: `4026`
		// Minimum execution time: 21_578_000 picoseconds.
		Weight::from_parts(25_879_000, 4026)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:2 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:2 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:0 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn register() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `15542`
		//  Estimated: `52641`
		// Minimum execution time: 533_839_000 picoseconds.
		Weight::from_parts(548_333_000, 52641)
			.saturating_add(T::DbWeight::get().reads(72))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:2 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:2 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `StakingLocks::Pools` (r:2 w:0)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn update_profile() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `16752`
		//  Estimated: `52641`
		// Minimum execution time: 508_198_000 picoseconds.
		Weight::from_parts(536_787_000, 52641)
			.saturating_add(T::DbWeight::get().reads(73))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn leave() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `11838`
		//  Estimated: `9679`
		// Minimum execution time: 155_025_000 picoseconds.
		Weight::from_parts(161_913_000, 9679)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:0)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn remove_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2090`
		//  Estimated: `4026`
		// Minimum execution time: 71_089_000 picoseconds.
		Weight::from_parts(78_841_000, 4026)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Providers` (r:2 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:2 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:2 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn unjail() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `15920`
		//  Estimated: `52641`
		// Minimum execution time: 520_834_000 picoseconds.
		Weight::from_parts(539_360_000, 52641)
			.saturating_add(T::DbWeight::get().reads(74))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_commission() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1406`
		//  Estimated: `3837`
		// Minimum execution time: 46_775_000 picoseconds.
		Weight::from_parts(50_365_000, 3837)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn raise_commission() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1426`
		//  Estimated: `3837`
		// Minimum execution time: 46_820_000 picoseconds.
		Weight::from_parts(49_839_000, 3837)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:1 w:1)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Wipeouts` (r:1 w:1)
	/// Proof: `StakingLocks::Wipeouts` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn delegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3338`
		//  Estimated: `6196`
		// Minimum execution time: 191_024_000 picoseconds.
		Weight::from_parts(200_589_000, 6196)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:1 w:1)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	fn undelegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2528`
		//  Estimated: `6196`
		// Minimum execution time: 143_857_000 picoseconds.
		Weight::from_parts(151_724_000, 6196)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:2 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:2 w:2)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:2 w:2)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn withdraw_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3949`
		//  Estimated: `7246`
		// Minimum execution time: 266_475_000 picoseconds.
		Weight::from_parts(281_700_000, 7246)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `StakingLocks::Delegations` (r:1 w:1)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	fn claim_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3537`
		//  Estimated: `8799`
		// Minimum execution time: 265_046_000 picoseconds.
		Weight::from_parts(277_386_000, 8799)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:1 w:1)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn return_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3309`
		//  Estimated: `6196`
		// Minimum execution time: 173_298_000 picoseconds.
		Weight::from_parts(184_225_000, 6196)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:1 w:0)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:0 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:0 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn report_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `12775`
		//  Estimated: `9679`
		// Minimum execution time: 182_252_000 picoseconds.
		Weight::from_parts(200_274_000, 9679)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SessionLength::Slots` (r:1 w:0)
	/// Proof: `SessionLength::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SessionLength::ReportSessions` (r:1 w:0)
	/// Proof: `SessionLength::ReportSessions` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:0 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:0 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn judge_offence() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `12037`
		//  Estimated: `9679`
		// Minimum execution time: 164_739_000 picoseconds.
		Weight::from_parts(178_382_000, 9679)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	fn note_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2503`
		//  Estimated: `26270`
		// Minimum execution time: 113_644_000 picoseconds.
		Weight::from_parts(119_833_000, 26270)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(14))
	}
	/// Storage: `StakingLocks::PendingSlashes` (r:1 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:2 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	fn cancel_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `747`
		//  Estimated: `5964`
		// Minimum execution time: 39_536_000 picoseconds.
		Weight::from_parts(47_573_000, 5964)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `SessionLength::ReportSessions` (r:1 w:0)
	/// Proof: `SessionLength::ReportSessions` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:1)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	fn set_settings() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1978`
		//  Estimated: `20086`
		// Minimum execution time: 57_549_000 picoseconds.
		Weight::from_parts(59_037_000, 20086)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:0 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn operate_for() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `536`
		//  Estimated: `3837`
		// Minimum execution time: 21_913_000 picoseconds.
		Weight::from_parts(26_579_000, 3837)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:10 w:10)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// The range of component `e` is `[0, 10]`.
	fn end_terms(e: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `624 + e * (93 ±0)`
		//  Estimated: `4026 + e * (2528 ±0)`
		// Minimum execution time: 20_288_000 picoseconds.
		Weight::from_parts(23_820_756, 4026)
			// Standard Error: 60_036
			.saturating_add(Weight::from_parts(5_852_391, 0).saturating_mul(e.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(e.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(e.into())))
			.saturating_add(Weight::from_parts(0, 2528).saturating_mul(e.into()))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:100 w:100)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// The range of component `b` is `[0, 100]`.
	fn tick(b: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `808 + b * (41 ±0)`
		//  Estimated: `3593 + b * (2528 ±0)`
		// Minimum execution time: 15_200_000 picoseconds.
		Weight::from_parts(19_329_581, 3593)
			// Standard Error: 22_218
			.saturating_add(Weight::from_parts(6_186_756, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 2528).saturating_mul(b.into()))
	}
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	fn slash_queue_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `313`
		//  Estimated: `1518`
		// Minimum execution time: 7_427_000 picoseconds.
		Weight::from_parts(8_806_000, 1518)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:3 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:1 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:10 w:10)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:1)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	fn apply_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `17892`
		//  Estimated: `26270`
		// Minimum execution time: 556_656_000 picoseconds.
		Weight::from_parts(597_061_000, 26270)
			.saturating_add(T::DbWeight::get().reads(32))
			.saturating_add(T::DbWeight::get().writes(28))
	}
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1658`
		//  Estimated: `4026`
		// Minimum execution time: 35_693_000 picoseconds.
		Weight::from_parts(37_742_000, 4026)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:0)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:256 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:256 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:256 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `StakingLocks::Pools` (r:256 w:0)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:0 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	fn next_validators() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `155850`
		//  Estimated: `790440`
		// Minimum execution time: 5_632_969_000 picoseconds.
		Weight::from_parts(5_755_130_000, 790440)
			.saturating_add(T::DbWeight::get().reads(1027))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
