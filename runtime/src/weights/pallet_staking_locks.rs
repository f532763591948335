// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_staking_locks`. Written by `scripts/bench`, not by hand.
//!
//! Date: 2026-11-23. Steps: 50, repetitions: 20. CPU: `AMD EPYC`.
//! Execution of the wasm: Compiled. Assumed size of maps: 1000000.
//! Benchmark command line: 64.0.0.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions of `pallet_staking_locks`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_staking_locks::WeightInfo for WeightInfo<T> {
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:1 w:1)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn lock() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2147`
		//  Estimated: `4239`
		// Minimum execution time: 129_873_000 picoseconds.
		Weight::from_parts(137_725_000, 4239)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:2 w:2)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn top_up() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2069`
		//  Estimated: `6046`
		// Minimum execution time: 134_770_000 picoseconds.
		Weight::from_parts(141_090_000, 6046)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:2 w:2)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn extend() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1835`
		//  Estimated: `6046`
		// Minimum execution time: 61_852_000 picoseconds.
		Weight::from_parts(67_600_000, 6046)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:2 w:2)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn merge() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1601`
		//  Estimated: `6046`
		// Minimum execution time: 58_257_000 picoseconds.
		Weight::from_parts(63_915_000, 6046)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:1 w:1)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	fn unbond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2003`
		//  Estimated: `4239`
		// Minimum execution time: 66_328_000 picoseconds.
		Weight::from_parts(72_858_000, 4239)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:2 w:2)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn rebond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1801`
		//  Estimated: `6046`
		// Minimum execution time: 61_972_000 picoseconds.
		Weight::from_parts(66_900_000, 6046)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1879`
		//  Estimated: `4239`
		// Minimum execution time: 114_089_000 picoseconds.
		Weight::from_parts(119_597_000, 4239)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1456`
		//  Estimated: `6196`
		// Minimum execution time: 113_679_000 picoseconds.
		Weight::from_parts(118_316_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn claim_compounded() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1707`
		//  Estimated: `6196`
		// Minimum execution time: 180_167_000 picoseconds.
		Weight::from_parts(187_098_000, 6196)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:1)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	fn claim_of_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2194`
		//  Estimated: `6196`
		// Minimum execution time: 216_341_000 picoseconds.
		Weight::from_parts(300_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn set_compounding() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1121`
		//  Estimated: `4239`
		// Minimum execution time: 36_725_000 picoseconds.
		Weight::from_parts(30_000_000, 4239)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Providers` (r:2 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:2 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	fn register() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `11346`
		//  Estimated: `9679`
		// Minimum execution time: 136_864_000 picoseconds.
		Weight::from_parts(225_000_000, 9679)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:2 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:2)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:2 w:0)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	fn update_profile() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `11553`
		//  Estimated: `9679`
		// Minimum execution time: 131_936_000 picoseconds.
		Weight::from_parts(210_000_000, 9679)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	fn leave() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `9793`
		//  Estimated: `9679`
		// Minimum execution time: 106_197_000 picoseconds.
		Weight::from_parts(121_711_000, 9679)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:0 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn remove_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1769`
		//  Estimated: `4239`
		// Minimum execution time: 63_935_000 picoseconds.
		Weight::from_parts(75_000_000, 4239)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Providers` (r:2 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:2 w:0)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	fn unjail() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `10763`
		//  Estimated: `9679`
		// Minimum execution time: 115_301_000 picoseconds.
		Weight::from_parts(190_000_000, 9679)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_commission() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1017`
		//  Estimated: `3726`
		// Minimum execution time: 41_882_000 picoseconds.
		Weight::from_parts(44_055_000, 3726)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	fn raise_commission() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1029`
		//  Estimated: `3726`
		// Minimum execution time: 41_261_000 picoseconds.
		Weight::from_parts(44_026_000, 3726)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:1 w:1)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(649), added: 3124, mode: `MaxEncodedLen`)
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
		//  Measured:  `3323`
		//  Estimated: `6196`
		// Minimum execution time: 228_749_000 picoseconds.
		Weight::from_parts(238_094_000, 6196)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:1 w:1)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(649), added: 3124, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
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
		//  Measured:  `2444`
		//  Estimated: `6196`
		// Minimum execution time: 163_292_000 picoseconds.
		Weight::from_parts(169_632_000, 6196)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:2 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:2 w:2)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(649), added: 3124, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:2 w:2)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn withdraw_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3336`
		//  Estimated: `7238`
		// Minimum execution time: 322_929_000 picoseconds.
		Weight::from_parts(345_000_000, 7238)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `StakingLocks::Delegations` (r:1 w:1)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(649), added: 3124, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	fn claim_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3612`
		//  Estimated: `8799`
		// Minimum execution time: 333_074_000 picoseconds.
		Weight::from_parts(355_000_000, 8799)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:0 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	fn report_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `9793`
		//  Estimated: `9679`
		// Minimum execution time: 123_013_000 picoseconds.
		Weight::from_parts(133_819_000, 9679)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:0 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	fn judge_offence() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `9857`
		//  Estimated: `9679`
		// Minimum execution time: 105_066_000 picoseconds.
		Weight::from_parts(115_451_000, 9679)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::PendingSlashes` (r:1 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	fn cancel_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `934`
		//  Estimated: `3816`
		// Minimum execution time: 37_646_000 picoseconds.
		Weight::from_parts(40_170_000, 3816)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:1)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	fn set_settings() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `515`
		//  Estimated: `1854`
		// Minimum execution time: 17_656_000 picoseconds.
		Weight::from_parts(19_018_000, 1854)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:10 w:10)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// The range of component `e` is `[0, 10]`.
	fn end_terms(e: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `496 + e * (93 ±0)`
		//  Estimated: `4239 + e * (2528 ±0)`
		// Minimum execution time: 17_647_000 picoseconds.
		Weight::from_parts(22_608_933, 4239)
			// Standard Error: 5_986
			.saturating_add(Weight::from_parts(7_473_686, 0).saturating_mul(e.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(e.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(e.into())))
			.saturating_add(Weight::from_parts(0, 2528).saturating_mul(e.into()))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:100 w:100)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// The range of component `b` is `[0, 100]`.
	fn tick(b: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `747 + b * (41 ±0)`
		//  Estimated: `3593 + b * (2528 ±0)`
		// Minimum execution time: 18_617_000 picoseconds.
		Weight::from_parts(26_859_139, 3593)
			// Standard Error: 14_686
			.saturating_add(Weight::from_parts(11_689_349, 0).saturating_mul(b.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(b.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(b.into())))
			.saturating_add(Weight::from_parts(0, 2528).saturating_mul(b.into()))
	}
	/// Storage: `StakingLocks::Slashes` (r:1 w:0)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:1 w:0)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	fn slash_queue_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `351`
		//  Estimated: `3555`
		// Minimum execution time: 11_077_000 picoseconds.
		Weight::from_parts(15_894_000, 3555)
			.saturating_add(T::DbWeight::get().reads(2))
	}
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:1 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:10 w:10)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:1)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn apply_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `16085`
		//  Estimated: `41438`
		// Minimum execution time: 530_647_000 picoseconds.
		Weight::from_parts(800_000_000, 41438)
			.saturating_add(T::DbWeight::get().reads(27))
			.saturating_add(T::DbWeight::get().writes(25))
	}
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1496`
		//  Estimated: `4239`
		// Minimum execution time: 45_487_000 picoseconds.
		Weight::from_parts(61_562_000, 4239)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:0)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:256 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:256 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:256 w:0)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:256 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `StakingLocks::Lightest` (r:0 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	fn next_validators() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `121517`
		//  Estimated: `832734`
		// Minimum execution time: 6_236_919_000 picoseconds.
		Weight::from_parts(6_778_794_000, 832734)
			.saturating_add(T::DbWeight::get().reads(1027))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
