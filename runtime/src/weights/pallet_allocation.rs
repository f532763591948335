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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:1)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn grant() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3016`
		//  Estimated: `6196`
		// Minimum execution time: 95_081_000 picoseconds.
		Weight::from_parts(99_420_000, 6196)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(7))
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
		// Minimum execution time: 73_136_000 picoseconds.
		Weight::from_parts(77_866_000, 6196)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:0)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:8)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// The range of component `g` is `[1, 8]`.
	fn release(g: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1583 + g * (72 ±0)`
		//  Estimated: `4827`
		// Minimum execution time: 88_540_000 picoseconds.
		Weight::from_parts(93_535_177, 4827)
			// Standard Error: 57_909
			.saturating_add(Weight::from_parts(2_221_453, 0).saturating_mul(g.into()))
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:0)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn revoke() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2962`
		//  Estimated: `6196`
		// Minimum execution time: 145_377_000 picoseconds.
		Weight::from_parts(152_591_000, 6196)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
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
		//  Measured:  `2772`
		//  Estimated: `4827`
		// Minimum execution time: 128_042_000 picoseconds.
		Weight::from_parts(137_619_000, 4827)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `Allocation::Grants` (r:1 w:1)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:1)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn merge() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1030`
		//  Estimated: `4442`
		// Minimum execution time: 23_442_000 picoseconds.
		Weight::from_parts(27_480_000, 4442)
			.saturating_add(T::DbWeight::get().reads(1))
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
		// Minimum execution time: 27_081_000 picoseconds.
		Weight::from_parts(30_028_000, 4442)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:0)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:1)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn accept_grant() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2426`
		//  Estimated: `7894`
		// Minimum execution time: 107_699_000 picoseconds.
		Weight::from_parts(115_570_000, 7894)
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
		// Minimum execution time: 23_003_000 picoseconds.
		Weight::from_parts(28_430_000, 4827)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:2 w:2)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Grants` (r:2 w:2)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::CategoryBooks` (r:1 w:0)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:8)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn succeed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3566`
		//  Estimated: `8664`
		// Minimum execution time: 209_946_000 picoseconds.
		Weight::from_parts(226_948_000, 8664)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(17))
	}
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Grants` (r:2 w:2)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:2 w:2)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:8)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:0 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn move_holdings() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2883`
		//  Estimated: `8664`
		// Minimum execution time: 188_262_000 picoseconds.
		Weight::from_parts(193_346_000, 8664)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Grants` (r:1 w:0)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn claim_rewards() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1828`
		//  Estimated: `4827`
		// Minimum execution time: 86_933_000 picoseconds.
		Weight::from_parts(93_457_000, 4827)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	fn pause_category() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `692`
		//  Estimated: `2014`
		// Minimum execution time: 13_624_000 picoseconds.
		Weight::from_parts(14_654_000, 2014)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	fn resume_category() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `692`
		//  Estimated: `2014`
		// Minimum execution time: 13_600_000 picoseconds.
		Weight::from_parts(14_635_000, 2014)
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
		// Minimum execution time: 21_994_000 picoseconds.
		Weight::from_parts(23_666_000, 2366)
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
		// Minimum execution time: 188_954_000 picoseconds.
		Weight::from_parts(193_798_000, 21814)
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
		// Minimum execution time: 22_721_000 picoseconds.
		Weight::from_parts(25_401_000, 3562)
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
		// Minimum execution time: 19_870_000 picoseconds.
		Weight::from_parts(22_231_000, 3562)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::SuccessionNotice` (r:1 w:1)
	/// Proof: `Allocation::SuccessionNotice` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn set_succession_notice() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `173`
		//  Estimated: `1493`
		// Minimum execution time: 10_342_000 picoseconds.
		Weight::from_parts(11_288_000, 1493)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn vest_reward() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1463`
		//  Estimated: `4827`
		// Minimum execution time: 96_184_000 picoseconds.
		Weight::from_parts(101_305_000, 4827)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `Allocation::Rewards` (r:1 w:1)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::TotalRewards` (r:1 w:1)
	/// Proof: `Allocation::TotalRewards` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn slash_unvested() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1483`
		//  Estimated: `4827`
		// Minimum execution time: 59_948_000 picoseconds.
		Weight::from_parts(63_847_000, 4827)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}
