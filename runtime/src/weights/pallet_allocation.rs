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
		//  Measured:  `3205`
		//  Estimated: `6196`
		// Minimum execution time: 104_136_000 picoseconds.
		Weight::from_parts(108_778_000, 6196)
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
		//  Measured:  `1813`
		//  Estimated: `6196`
		// Minimum execution time: 74_085_000 picoseconds.
		Weight::from_parts(76_734_000, 6196)
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
		//  Measured:  `1649 + g * (72 ±0)`
		//  Estimated: `4827`
		// Minimum execution time: 89_438_000 picoseconds.
		Weight::from_parts(105_503_520, 4827)
			// Standard Error: 194_255
			.saturating_add(Weight::from_parts(2_003_112, 0).saturating_mul(g.into()))
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
		//  Measured:  `3028`
		//  Estimated: `6196`
		// Minimum execution time: 145_946_000 picoseconds.
		Weight::from_parts(178_989_000, 6196)
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
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2560), added: 3055, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:1 w:0)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:1)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn exit_early() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2839`
		//  Estimated: `4827`
		// Minimum execution time: 129_187_000 picoseconds.
		Weight::from_parts(162_388_000, 4827)
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
		//  Measured:  `1934`
		//  Estimated: `4442`
		// Minimum execution time: 29_478_000 picoseconds.
		Weight::from_parts(36_631_000, 4442)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `Allocation::Grants` (r:1 w:1)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Categories` (r:1 w:0)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	fn offer_grant() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1934`
		//  Estimated: `4442`
		// Minimum execution time: 27_802_000 picoseconds.
		Weight::from_parts(34_364_000, 4442)
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
		//  Measured:  `2493`
		//  Estimated: `7894`
		// Minimum execution time: 107_470_000 picoseconds.
		Weight::from_parts(126_037_000, 7894)
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
		//  Measured:  `531`
		//  Estimated: `4827`
		// Minimum execution time: 25_000_000 picoseconds.
		Weight::from_parts(30_004_000, 4827)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::Successors` (r:2 w:1)
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
	/// Storage: `Allocation::Categories` (r:1 w:0)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:8)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn succeed() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `4502`
		//  Estimated: `8664`
		// Minimum execution time: 216_131_000 picoseconds.
		Weight::from_parts(238_938_000, 8664)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(17))
	}
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Grants` (r:2 w:2)
	/// Proof: `Allocation::Grants` (`max_values`: None, `max_size`: Some(977), added: 3452, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Categories` (r:1 w:0)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Rewards` (r:2 w:2)
	/// Proof: `Allocation::Rewards` (`max_values`: None, `max_size`: Some(1362), added: 3837, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(316), added: 2791, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::Beneficiaries` (r:0 w:8)
	/// Proof: `Allocation::Beneficiaries` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn move_holdings() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3819`
		//  Estimated: `8664`
		// Minimum execution time: 197_560_000 picoseconds.
		Weight::from_parts(220_607_000, 8664)
			.saturating_add(T::DbWeight::get().reads(12))
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
		//  Measured:  `1894`
		//  Estimated: `4827`
		// Minimum execution time: 89_417_000 picoseconds.
		Weight::from_parts(102_547_000, 4827)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	fn pause_category() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `726`
		//  Estimated: `2014`
		// Minimum execution time: 13_982_000 picoseconds.
		Weight::from_parts(18_468_000, 2014)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::CategoryBooks` (r:1 w:1)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	fn resume_category() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `726`
		//  Estimated: `2014`
		// Minimum execution time: 13_751_000 picoseconds.
		Weight::from_parts(18_096_000, 2014)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::SuccessionNotice` (r:1 w:0)
	/// Proof: `Allocation::SuccessionNotice` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn announce_succession() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `350`
		//  Estimated: `3562`
		// Minimum execution time: 23_199_000 picoseconds.
		Weight::from_parts(28_745_000, 3562)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::Successors` (r:1 w:1)
	/// Proof: `Allocation::Successors` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn veto_succession() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `366`
		//  Estimated: `3562`
		// Minimum execution time: 20_472_000 picoseconds.
		Weight::from_parts(27_393_000, 3562)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Allocation::Categories` (r:1 w:1)
	/// Proof: `Allocation::Categories` (`max_values`: Some(1), `max_size`: Some(881), added: 1376, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::SuccessionNotice` (r:1 w:0)
	/// Proof: `Allocation::SuccessionNotice` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Allocation::CategoryBooks` (r:1 w:0)
	/// Proof: `Allocation::CategoryBooks` (`max_values`: Some(1), `max_size`: Some(529), added: 1024, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:8 w:8)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn put_parameter() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2507`
		//  Estimated: `21814`
		// Minimum execution time: 180_995_000 picoseconds.
		Weight::from_parts(184_883_000, 21814)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(9))
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
		//  Measured:  `1529`
		//  Estimated: `4827`
		// Minimum execution time: 95_389_000 picoseconds.
		Weight::from_parts(102_851_000, 4827)
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
		//  Measured:  `1549`
		//  Estimated: `4827`
		// Minimum execution time: 61_612_000 picoseconds.
		Weight::from_parts(78_712_000, 4827)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}
