// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_service_payments`. Written by `scripts/bench`, not by hand.
//!
//! Date: 2026-11-28. Steps: 20, repetitions: 10. CPU: `Intel(R) Xeon(R) Processor`.
//! Execution of the wasm: Compiled. Assumed size of maps: 1000000.
//! Benchmark command line: 64.0.0.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions of `pallet_service_payments`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_service_payments::WeightInfo for WeightInfo<T> {
	/// Storage: `ServicePayments::Classes` (r:1 w:1)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	fn set_class() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `419`
		//  Estimated: `3718`
		// Minimum execution time: 18_244_000 picoseconds.
		Weight::from_parts(19_765_000, 3718)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:1 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::NextCardVersion` (r:1 w:1)
	/// Proof: `ServicePayments::NextCardVersion` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:0 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	fn publish_card() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1519`
		//  Estimated: `4026`
		// Minimum execution time: 46_037_000 picoseconds.
		Weight::from_parts(50_469_000, 4026)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:1 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	fn remove_card() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `710`
		//  Estimated: `3816`
		// Minimum execution time: 29_099_000 picoseconds.
		Weight::from_parts(32_672_000, 3816)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:1 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:1 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::NextAgreementId` (r:1 w:1)
	/// Proof: `ServicePayments::NextAgreementId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:0 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::AgreementIds` (r:0 w:2)
	/// Proof: `ServicePayments::AgreementIds` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn open() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2169`
		//  Estimated: `6362`
		// Minimum execution time: 162_388_000 picoseconds.
		Weight::from_parts(174_450_000, 6362)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:1 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn top_up() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1288`
		//  Estimated: `3762`
		// Minimum execution time: 84_235_000 picoseconds.
		Weight::from_parts(91_619_000, 3762)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:1 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	fn announce_price() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1384`
		//  Estimated: `3816`
		// Minimum execution time: 44_490_000 picoseconds.
		Weight::from_parts(48_411_000, 3816)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Volumes` (r:1 w:1)
	/// Proof: `ServicePayments::Volumes` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::DailyVolumes` (r:1 w:1)
	/// Proof: `ServicePayments::DailyVolumes` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:1 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::AgreementIds` (r:0 w:2)
	/// Proof: `ServicePayments::AgreementIds` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2102`
		//  Estimated: `8799`
		// Minimum execution time: 185_359_000 picoseconds.
		Weight::from_parts(200_327_000, 8799)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:1 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1793`
		//  Estimated: `4026`
		// Minimum execution time: 49_139_000 picoseconds.
		Weight::from_parts(54_681_000, 4026)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Volumes` (r:1 w:1)
	/// Proof: `ServicePayments::Volumes` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::DailyVolumes` (r:1 w:1)
	/// Proof: `ServicePayments::DailyVolumes` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:1 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::AgreementIds` (r:0 w:2)
	/// Proof: `ServicePayments::AgreementIds` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn close() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2078`
		//  Estimated: `8799`
		// Minimum execution time: 218_999_000 picoseconds.
		Weight::from_parts(233_560_000, 8799)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:256 w:256)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:256 w:256)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:258 w:258)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Volumes` (r:6 w:6)
	/// Proof: `ServicePayments::Volumes` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::DailyVolumes` (r:6 w:6)
	/// Proof: `ServicePayments::DailyVolumes` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[1, 256]`.
	fn redeem(v: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1124 + v * (414 ±0)`
		//  Estimated: `13911 + v * (2772 ±0)`
		// Minimum execution time: 179_407_000 picoseconds.
		Weight::from_parts(84_441_888, 13911)
			// Standard Error: 269_271
			.saturating_add(Weight::from_parts(86_013_903, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(13))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 2772).saturating_mul(v.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:256 w:0)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[1, 256]`.
	fn refuse(r: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `289 + r * (256 ±0)`
		//  Estimated: `3509 + r * (2772 ±0)`
		// Minimum execution time: 22_049_000 picoseconds.
		Weight::from_parts(5_860_905, 3509)
			// Standard Error: 41_983
			.saturating_add(Weight::from_parts(6_926_201, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 2772).saturating_mul(r.into()))
	}
	/// The range of component `s` is `[1, 256]`.
	fn check_signature(s: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 37_624_000 picoseconds.
		Weight::from_parts(2_571_886, 0)
			// Standard Error: 32_339
			.saturating_add(Weight::from_parts(37_052_725, 0).saturating_mul(s.into()))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:1 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Disputes` (r:0 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	fn open_dispute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1906`
		//  Estimated: `6362`
		// Minimum execution time: 228_671_000 picoseconds.
		Weight::from_parts(254_339_000, 6362)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Volumes` (r:1 w:1)
	/// Proof: `ServicePayments::Volumes` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::DailyVolumes` (r:1 w:1)
	/// Proof: `ServicePayments::DailyVolumes` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:1 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:0 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::AgreementIds` (r:0 w:2)
	/// Proof: `ServicePayments::AgreementIds` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn rule() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2522`
		//  Estimated: `8799`
		// Minimum execution time: 281_494_000 picoseconds.
		Weight::from_parts(303_043_000, 8799)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(16))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	fn lapse_dispute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1799`
		//  Estimated: `3816`
		// Minimum execution time: 125_420_000 picoseconds.
		Weight::from_parts(137_799_000, 3816)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:1 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::AgreementIds` (r:0 w:2)
	/// Proof: `ServicePayments::AgreementIds` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn concede() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1914`
		//  Estimated: `6362`
		// Minimum execution time: 191_622_000 picoseconds.
		Weight::from_parts(206_597_000, 6362)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:0)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	fn propose_outcome() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1119`
		//  Estimated: `3816`
		// Minimum execution time: 43_053_000 picoseconds.
		Weight::from_parts(50_194_000, 3816)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Volumes` (r:1 w:1)
	/// Proof: `ServicePayments::Volumes` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::DailyVolumes` (r:1 w:1)
	/// Proof: `ServicePayments::DailyVolumes` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:1 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::AgreementIds` (r:0 w:2)
	/// Proof: `ServicePayments::AgreementIds` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn accept_outcome() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2351`
		//  Estimated: `8799`
		// Minimum execution time: 271_515_000 picoseconds.
		Weight::from_parts(295_928_000, 8799)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(13))
	}
}
