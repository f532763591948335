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
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn lock() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2002`
		//  Estimated: `4026`
		// Minimum execution time: 102_040_000 picoseconds.
		Weight::from_parts(122_731_000, 4026)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn top_up() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2155`
		//  Estimated: `6046`
		// Minimum execution time: 105_214_000 picoseconds.
		Weight::from_parts(125_459_000, 6046)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
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
		//  Measured:  `1619`
		//  Estimated: `6046`
		// Minimum execution time: 50_450_000 picoseconds.
		Weight::from_parts(60_902_000, 6046)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
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
		//  Measured:  `1689`
		//  Estimated: `6046`
		// Minimum execution time: 50_582_000 picoseconds.
		Weight::from_parts(64_999_000, 6046)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:1 w:1)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	fn unbond() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1808`
		//  Estimated: `4026`
		// Minimum execution time: 49_499_000 picoseconds.
		Weight::from_parts(63_559_000, 4026)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
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
		//  Measured:  `1581`
		//  Estimated: `6046`
		// Minimum execution time: 49_444_000 picoseconds.
		Weight::from_parts(62_791_000, 6046)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1825`
		//  Estimated: `4026`
		// Minimum execution time: 86_788_000 picoseconds.
		Weight::from_parts(108_490_000, 4026)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1282`
		//  Estimated: `6196`
		// Minimum execution time: 89_454_000 picoseconds.
		Weight::from_parts(112_810_000, 6196)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn claim_compounded() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1570`
		//  Estimated: `6196`
		// Minimum execution time: 134_559_000 picoseconds.
		Weight::from_parts(156_535_000, 6196)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:1)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn claim_of_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2697`
		//  Estimated: `6196`
		// Minimum execution time: 233_975_000 picoseconds.
		Weight::from_parts(260_993_000, 6196)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn set_compounding() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `817`
		//  Estimated: `4026`
		// Minimum execution time: 21_857_000 picoseconds.
		Weight::from_parts(29_914_000, 4026)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:17 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:17 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:17 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `StakingLocks::Pools` (r:16 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:0 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn register() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `35967`
		//  Estimated: `79032`
		// Minimum execution time: 633_014_000 picoseconds.
		Weight::from_parts(695_188_000, 79032)
			.saturating_add(T::DbWeight::get().reads(72))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:17 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:17 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:17 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `StakingLocks::Pools` (r:17 w:0)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn update_profile() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `36847`
		//  Estimated: `79912`
		// Minimum execution time: 603_722_000 picoseconds.
		Weight::from_parts(656_814_000, 79912)
			.saturating_add(T::DbWeight::get().reads(73))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn leave() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `12833`
		//  Estimated: `9679`
		// Minimum execution time: 148_055_000 picoseconds.
		Weight::from_parts(160_554_000, 9679)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:0)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn remove_provider() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2100`
		//  Estimated: `4026`
		// Minimum execution time: 72_895_000 picoseconds.
		Weight::from_parts(79_182_000, 4026)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `StakingLocks::Providers` (r:17 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:17 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:17 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:17 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn unjail() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `36567`
		//  Estimated: `79632`
		// Minimum execution time: 619_780_000 picoseconds.
		Weight::from_parts(674_205_000, 79632)
			.saturating_add(T::DbWeight::get().reads(75))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_commission() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1416`
		//  Estimated: `3781`
		// Minimum execution time: 47_634_000 picoseconds.
		Weight::from_parts(54_002_000, 3781)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn raise_commission() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1436`
		//  Estimated: `3781`
		// Minimum execution time: 45_527_000 picoseconds.
		Weight::from_parts(52_450_000, 3781)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:1 w:1)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Wipeouts` (r:1 w:1)
	/// Proof: `StakingLocks::Wipeouts` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn delegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3382`
		//  Estimated: `6196`
		// Minimum execution time: 184_818_000 picoseconds.
		Weight::from_parts(207_024_000, 6196)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:1 w:1)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	fn undelegate() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2564`
		//  Estimated: `6196`
		// Minimum execution time: 136_238_000 picoseconds.
		Weight::from_parts(154_678_000, 6196)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:2 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:2 w:2)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:2 w:2)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn withdraw_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4001`
		//  Estimated: `7246`
		// Minimum execution time: 264_811_000 picoseconds.
		Weight::from_parts(276_977_000, 7246)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(10))
	}
	/// Storage: `StakingLocks::Delegations` (r:1 w:1)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:2 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	fn claim_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3581`
		//  Estimated: `8799`
		// Minimum execution time: 250_862_000 picoseconds.
		Weight::from_parts(281_173_000, 8799)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:1 w:1)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn return_delegation() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3353`
		//  Estimated: `6196`
		// Minimum execution time: 167_188_000 picoseconds.
		Weight::from_parts(182_348_000, 6196)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
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
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:0 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:0 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn report_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `12785`
		//  Estimated: `9679`
		// Minimum execution time: 167_986_000 picoseconds.
		Weight::from_parts(193_768_000, 9679)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
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
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:0 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:0 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn judge_offence() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `11983`
		//  Estimated: `9679`
		// Minimum execution time: 130_993_000 picoseconds.
		Weight::from_parts(145_894_000, 9679)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:10 w:10)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	fn note_idle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2477`
		//  Estimated: `26270`
		// Minimum execution time: 108_326_000 picoseconds.
		Weight::from_parts(127_154_000, 26270)
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
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	fn cancel_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `755`
		//  Estimated: `5964`
		// Minimum execution time: 42_357_000 picoseconds.
		Weight::from_parts(50_084_000, 5964)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:0 w:1)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn operate_for() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `544`
		//  Estimated: `3781`
		// Minimum execution time: 21_133_000 picoseconds.
		Weight::from_parts(28_879_000, 3781)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:1)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:7 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	/// Storage: `SessionLength::ReportSessions` (r:1 w:0)
	/// Proof: `SessionLength::ReportSessions` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:1)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	fn put_parameter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2392`
		//  Estimated: `20086`
		// Minimum execution time: 57_292_000 picoseconds.
		Weight::from_parts(64_096_000, 20086)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:10 w:10)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// The range of component `e` is `[0, 10]`.
	fn end_terms(e: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `626 + e * (93 ±0)`
		//  Estimated: `4026 + e * (2528 ±0)`
		// Minimum execution time: 17_734_000 picoseconds.
		Weight::from_parts(22_889_210, 4026)
			// Standard Error: 40_106
			.saturating_add(Weight::from_parts(5_382_460, 0).saturating_mul(e.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(e.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(e.into())))
			.saturating_add(Weight::from_parts(0, 2528).saturating_mul(e.into()))
	}
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:100 w:100)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// The range of component `b` is `[0, 100]`.
	fn tick(b: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `776 + b * (41 ±0)`
		//  Estimated: `3593 + b * (2528 ±0)`
		// Minimum execution time: 14_444_000 picoseconds.
		Weight::from_parts(18_927_483, 3593)
			// Standard Error: 15_824
			.saturating_add(Weight::from_parts(5_741_127, 0).saturating_mul(b.into()))
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
		// Minimum execution time: 7_203_000 picoseconds.
		Weight::from_parts(8_561_000, 1518)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:3 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:1 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:1)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Buckets` (r:10 w:10)
	/// Proof: `StakingLocks::Buckets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:1)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:4 w:4)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:1)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Lightest` (r:1 w:1)
	/// Proof: `StakingLocks::Lightest` (`max_values`: Some(1), `max_size`: Some(769), added: 1264, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Wipeouts` (r:0 w:1)
	/// Proof: `StakingLocks::Wipeouts` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn apply_slash() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `17902`
		//  Estimated: `26270`
		// Minimum execution time: 458_657_000 picoseconds.
		Weight::from_parts(491_443_000, 26270)
			.saturating_add(T::DbWeight::get().reads(32))
			.saturating_add(T::DbWeight::get().writes(28))
	}
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:1)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PastCommissionMaxima` (r:1 w:0)
	/// Proof: `StakingLocks::PastCommissionMaxima` (`max_values`: Some(1), `max_size`: Some(289), added: 784, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	fn note_author() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1645`
		//  Estimated: `4026`
		// Minimum execution time: 36_038_000 picoseconds.
		Weight::from_parts(39_818_000, 4026)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(122), added: 617, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Candidates` (r:1 w:0)
	/// Proof: `StakingLocks::Candidates` (`max_values`: Some(1), `max_size`: Some(8194), added: 8689, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:256 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
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
		//  Measured:  `158022`
		//  Estimated: `792612`
		// Minimum execution time: 5_615_516_000 picoseconds.
		Weight::from_parts(5_903_248_000, 792612)
			.saturating_add(T::DbWeight::get().reads(1027))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}
