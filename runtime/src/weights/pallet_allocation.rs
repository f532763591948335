// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_allocation`. Written by `scripts/bench`, not by hand.
//!
//! Date: 2026-11-28. Steps: 20, repetitions: 10. CPU: `Intel(R) Xeon(R) Processor`.
//! Execution of the wasm: Compiled. Assumed size of maps: 1000000.
//! Benchmark command line: 64.0.0.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions of `pallet_allocation`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_allocation::WeightInfo for WeightInfo<T> {
	/// Storage: `Allocation::Categories` (r:1 w:0)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::NextGrantId` (r:1 w:1)
	/// Proof: `Allocation::NextGrantId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Grants` (r:1 w:1)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:1)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn grant() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3172`
		//  Estimated: `6196`
		// Minimum execution time: 109_441_000 picoseconds.
		Weight::from_parts(124_069_000, 6196)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Allocation::Categories` (r:1 w:0)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn spend() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1779`
		//  Estimated: `6196`
		// Minimum execution time: 77_401_000 picoseconds.
		Weight::from_parts(87_484_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `Allocation::Grants` (r:1 w:1)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:0)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:8)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// The range of component `g` is `[1, 8]`.
	fn release(g: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1616 + g * (72 ±0)`
		//  Estimated: `4827`
		// Minimum execution time: 95_394_000 picoseconds.
		Weight::from_parts(106_618_786, 4827)
			// Standard Error: 118_192
			.saturating_add(Weight::from_parts(2_778_468, 0).saturating_mul(g.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(g.into())))
	}
	/// Storage: `Allocation::Beneficiaries` (r:1 w:1)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Grants` (r:1 w:1)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Categories` (r:1 w:0)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:0)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn revoke() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2995`
		//  Estimated: `6196`
		// Minimum execution time: 148_938_000 picoseconds.
		Weight::from_parts(169_286_000, 6196)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Allocation::Grants` (r:1 w:1)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Categories` (r:1 w:0)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:0)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:1)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn exit_early() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2805`
		//  Estimated: `4827`
		// Minimum execution time: 132_042_000 picoseconds.
		Weight::from_parts(154_166_000, 4827)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Allocation::Grants` (r:1 w:1)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Categories` (r:1 w:0)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:1)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn merge() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1900`
		//  Estimated: `4442`
		// Minimum execution time: 30_326_000 picoseconds.
		Weight::from_parts(33_223_000, 4442)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Allocation::Grants` (r:1 w:1)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Categories` (r:1 w:0)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	fn offer_grant() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1900`
		//  Estimated: `4442`
		// Minimum execution time: 28_437_000 picoseconds.
		Weight::from_parts(35_952_000, 4442)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::Grants` (r:2 w:2)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::CategoryBooks` (r:1 w:0)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:0)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:1)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn accept_grant() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2459`
		//  Estimated: `7894`
		// Minimum execution time: 111_434_000 picoseconds.
		Weight::from_parts(125_599_000, 7894)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(8))
	}
	/// Storage: `Allocation::Grants` (r:1 w:0)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:0)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:0 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn name_successor() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `497`
		//  Estimated: `4827`
		// Minimum execution time: 27_102_000 picoseconds.
		Weight::from_parts(31_172_000, 4827)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:2 w:2)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Grants` (r:2 w:2)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::CategoryBooks` (r:1 w:0)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:8)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn succeed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3599`
		//  Estimated: `8664`
		// Minimum execution time: 216_128_000 picoseconds.
		Weight::from_parts(237_896_000, 8664)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(17))
	}
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Grants` (r:2 w:2)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:2 w:2)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:8)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:0 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn move_holdings() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2916`
		//  Estimated: `8664`
		// Minimum execution time: 194_400_000 picoseconds.
		Weight::from_parts(215_038_000, 8664)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(17))
	}
	/// Storage: `Allocation::Rewards` (r:1 w:1)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Grants` (r:1 w:0)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn claim_rewards() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1861`
		//  Estimated: `4827`
		// Minimum execution time: 94_951_000 picoseconds.
		Weight::from_parts(107_110_000, 4827)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	fn pause_category() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `692`
		//  Estimated: `2014`
		// Minimum execution time: 14_354_000 picoseconds.
		Weight::from_parts(19_449_000, 2014)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	fn resume_category() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `692`
		//  Estimated: `2014`
		// Minimum execution time: 14_739_000 picoseconds.
		Weight::from_parts(19_936_000, 2014)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::Categories` (r:1 w:1)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	fn create_category() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1424`
		//  Estimated: `2366`
		// Minimum execution time: 23_819_000 picoseconds.
		Weight::from_parts(31_556_000, 2366)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Allocation::Categories` (r:1 w:1)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::CategoryBooks` (r:1 w:0)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:8)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn set_shares() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2473`
		//  Estimated: `21814`
		// Minimum execution time: 193_643_000 picoseconds.
		Weight::from_parts(216_124_000, 21814)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::SuccessionNotice` (r:1 w:0)
	/// Proof: `Allocation::SuccessionNotice` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn announce_succession() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `317`
		//  Estimated: `3562`
		// Minimum execution time: 24_479_000 picoseconds.
		Weight::from_parts(31_620_000, 3562)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn veto_succession() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `333`
		//  Estimated: `3562`
		// Minimum execution time: 21_268_000 picoseconds.
		Weight::from_parts(29_057_000, 3562)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::SuccessionNotice` (r:1 w:1)
	/// Proof: `Allocation::SuccessionNotice` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_succession_notice() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `173`
		//  Estimated: `1493`
		// Minimum execution time: 11_093_000 picoseconds.
		Weight::from_parts(15_019_000, 1493)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::Rewards` (r:1 w:1)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn vest_reward() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1496`
		//  Estimated: `4827`
		// Minimum execution time: 102_833_000 picoseconds.
		Weight::from_parts(119_090_000, 4827)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Allocation::Rewards` (r:1 w:1)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn slash_unvested() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1516`
		//  Estimated: `4827`
		// Minimum execution time: 64_087_000 picoseconds.
		Weight::from_parts(71_303_000, 4827)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}
