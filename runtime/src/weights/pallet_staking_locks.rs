// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_staking_locks`. Written by `scripts/bench`, not by hand.
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
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
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
		//  Measured:  `1901`
		//  Estimated: `4026`
		// Minimum execution time: 91_276_000 picoseconds.
		Weight::from_parts(104_877_000, 4026)
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
		//  Measured:  `1790`
		//  Estimated: `6046`
		// Minimum execution time: 97_103_000 picoseconds.
		Weight::from_parts(111_099_000, 6046)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:2 w:2)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn extend() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1589`
		//  Estimated: `6046`
		// Minimum execution time: 44_509_000 picoseconds.
		Weight::from_parts(55_780_000, 6046)
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
		//  Measured:  `1322`
		//  Estimated: `6046`
		// Minimum execution time: 41_940_000 picoseconds.
		Weight::from_parts(54_337_000, 6046)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:1 w:1)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	fn unbond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1749`
		//  Estimated: `4026`
		// Minimum execution time: 45_694_000 picoseconds.
		Weight::from_parts(54_199_000, 4026)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:2 w:2)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn rebond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1551`
		//  Estimated: `6046`
		// Minimum execution time: 42_672_000 picoseconds.
		Weight::from_parts(49_356_000, 6046)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1699`
		//  Estimated: `4026`
		// Minimum execution time: 82_131_000 picoseconds.
		Weight::from_parts(91_425_000, 4026)
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
		//  Measured:  `1184`
		//  Estimated: `6196`
		// Minimum execution time: 78_660_000 picoseconds.
		Weight::from_parts(84_934_000, 6196)
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
		//  Measured:  `1435`
		//  Estimated: `6196`
		// Minimum execution time: 127_670_000 picoseconds.
		Weight::from_parts(135_085_000, 6196)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
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
	fn claim_of_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2261`
		//  Estimated: `6196`
		// Minimum execution time: 229_603_000 picoseconds.
		Weight::from_parts(244_514_000, 6196)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn set_compounding() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `830`
		//  Estimated: `4026`
		// Minimum execution time: 19_583_000 picoseconds.
		Weight::from_parts(24_532_000, 4026)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:2 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(513), added: 1008, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	fn register() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `14541`
		//  Estimated: `9679`
		// Minimum execution time: 180_419_000 picoseconds.
		Weight::from_parts(190_259_000, 9679)
			.saturating_add(T::DbWeight::get().reads(11))
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
		//  Measured:  `14806`
		//  Estimated: `9679`
		// Minimum execution time: 170_514_000 picoseconds.
		Weight::from_parts(186_612_000, 9679)
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
		//  Measured:  `9826`
		//  Estimated: `9679`
		// Minimum execution time: 82_415_000 picoseconds.
		Weight::from_parts(89_566_000, 9679)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:0 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn note_idle() -> Weight {
		Weight::from_parts(67_010_000, 4026)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Slashes` (r:1 w:0)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	fn remove_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1589`
		//  Estimated: `4026`
		// Minimum execution time: 56_964_000 picoseconds.
		Weight::from_parts(72_010_000, 4026)
			.saturating_add(T::DbWeight::get().reads(6))
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
		//  Measured:  `14016`
		//  Estimated: `9679`
		// Minimum execution time: 154_372_000 picoseconds.
		Weight::from_parts(166_146_000, 9679)
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
		//  Measured:  `1050`
		//  Estimated: `3726`
		// Minimum execution time: 30_448_000 picoseconds.
		Weight::from_parts(38_502_000, 3726)
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
		//  Measured:  `1062`
		//  Estimated: `3726`
		// Minimum execution time: 29_784_000 picoseconds.
		Weight::from_parts(34_616_000, 3726)
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
		//  Measured:  `3143`
		//  Estimated: `6196`
		// Minimum execution time: 175_242_000 picoseconds.
		Weight::from_parts(187_086_000, 6196)
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
		//  Measured:  `2477`
		//  Estimated: `6196`
		// Minimum execution time: 126_495_000 picoseconds.
		Weight::from_parts(140_297_000, 6196)
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
	/// Storage: `StakingLocks::Ledgers` (r:2 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	fn withdraw_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3843`
		//  Estimated: `7238`
		// Minimum execution time: 251_936_000 picoseconds.
		Weight::from_parts(284_648_000, 7238)
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
	/// Storage: `StakingLocks::Ledgers` (r:2 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	fn claim_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3465`
		//  Estimated: `8799`
		// Minimum execution time: 248_410_000 picoseconds.
		Weight::from_parts(279_573_000, 8799)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(8))
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
	/// Storage: `StakingLocks::Ledgers` (r:2 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	fn return_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3843`
		//  Estimated: `7238`
		// Minimum execution time: 251_936_000 picoseconds.
		Weight::from_parts(284_648_000, 7238)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:0 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:1 w:0)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(649), added: 3124, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:0 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn report_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `9826`
		//  Estimated: `9679`
		// Minimum execution time: 90_963_000 picoseconds.
		Weight::from_parts(115_039_000, 9679)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:0 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `SessionLength::Slots` (r:1 w:0)
	/// Proof: `SessionLength::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SessionLength::ReportSessions` (r:1 w:0)
	/// Proof: `SessionLength::ReportSessions` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:0 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn judge_offence() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `9890`
		//  Estimated: `9679`
		// Minimum execution time: 77_061_000 picoseconds.
		Weight::from_parts(103_861_000, 9679)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::PendingSlashes` (r:1 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:1 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn cancel_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `967`
		//  Estimated: `3816`
		// Minimum execution time: 27_222_000 picoseconds.
		Weight::from_parts(50_450_000, 3816)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:1)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `SessionLength::Slots` (r:1 w:0)
	/// Proof: `SessionLength::Slots` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `SessionLength::ReportSessions` (r:1 w:0)
	/// Proof: `SessionLength::ReportSessions` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_settings() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `548`
		//  Estimated: `1854`
		// Minimum execution time: 12_182_000 picoseconds.
		Weight::from_parts(20_015_000, 1854)
			.saturating_add(T::DbWeight::get().reads(3))
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
	fn operate_for() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1062`
		//  Estimated: `3726`
		// Minimum execution time: 29_784_000 picoseconds.
		Weight::from_parts(34_616_000, 3726)
			.saturating_add(T::DbWeight::get().reads(4))
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
		//  Measured:  `562 + e * (93 ±0)`
		//  Estimated: `4026 + e * (2528 ±0)`
		// Minimum execution time: 14_499_000 picoseconds.
		Weight::from_parts(19_485_564, 4026)
			// Standard Error: 33_988
			.saturating_add(Weight::from_parts(5_927_147, 0).saturating_mul(e.into()))
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
		//  Measured:  `780 + b * (41 ±0)`
		//  Estimated: `3593 + b * (2528 ±0)`
		// Minimum execution time: 14_684_000 picoseconds.
		Weight::from_parts(21_773_691, 3593)
			// Standard Error: 21_844
			.saturating_add(Weight::from_parts(6_237_133, 0).saturating_mul(b.into()))
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
		//  Measured:  `384`
		//  Estimated: `3555`
		// Minimum execution time: 8_327_000 picoseconds.
		Weight::from_parts(10_191_000, 3555)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:1 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:10 w:10)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:1)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:1 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn apply_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `16277`
		//  Estimated: `26270`
		// Minimum execution time: 433_440_000 picoseconds.
		Weight::from_parts(535_119_000, 26270)
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().writes(26))
	}
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(261), added: 2736, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(121), added: 616, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1316`
		//  Estimated: `4026`
		// Minimum execution time: 27_691_000 picoseconds.
		Weight::from_parts(33_352_000, 4026)
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
		//  Measured:  `121584`
		//  Estimated: `778206`
		// Minimum execution time: 4_792_915_000 picoseconds.
		Weight::from_parts(5_005_077_000, 778206)
			.saturating_add(T::DbWeight::get().reads(1027))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
