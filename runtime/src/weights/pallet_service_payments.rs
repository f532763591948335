// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_service_payments`. Written by `scripts/bench`, not by hand.
//!
//! Estimated by hand since, until they are measured again: `set_class`.
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
		//  Measured:  `719`
		//  Estimated: `3718`
		// Minimum execution time: 21_489_000 picoseconds.
		Weight::from_parts(22_684_000, 3718)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:1 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::NextCardVersion` (r:1 w:1)
	/// Proof: `ServicePayments::NextCardVersion` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:0 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	fn publish_card() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1535`
		//  Estimated: `4026`
		// Minimum execution time: 44_570_000 picoseconds.
		Weight::from_parts(47_135_000, 4026)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:1 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	fn remove_card() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `718`
		//  Estimated: `3837`
		// Minimum execution time: 28_877_000 picoseconds.
		Weight::from_parts(30_629_000, 3837)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:1 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:1 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::NextAgreementId` (r:1 w:1)
	/// Proof: `ServicePayments::NextAgreementId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:0 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::AgreementIds` (r:0 w:2)
	/// Proof: `ServicePayments::AgreementIds` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn open() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2185`
		//  Estimated: `6362`
		// Minimum execution time: 161_410_000 picoseconds.
		Weight::from_parts(167_617_000, 6362)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
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
		//  Estimated: `3770`
		// Minimum execution time: 83_873_000 picoseconds.
		Weight::from_parts(87_878_000, 3770)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:1 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	fn announce_price() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1392`
		//  Estimated: `3837`
		// Minimum execution time: 44_456_000 picoseconds.
		Weight::from_parts(46_790_000, 3837)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
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
		//  Measured:  `2110`
		//  Estimated: `8799`
		// Minimum execution time: 184_334_000 picoseconds.
		Weight::from_parts(193_550_000, 8799)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:1 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1809`
		//  Estimated: `4026`
		// Minimum execution time: 49_330_000 picoseconds.
		Weight::from_parts(51_676_000, 4026)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
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
		//  Measured:  `2086`
		//  Estimated: `8799`
		// Minimum execution time: 219_514_000 picoseconds.
		Weight::from_parts(227_676_000, 8799)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(12))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:256 w:256)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
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
		//  Estimated: `13911 + v * (2780 ±0)`
		// Minimum execution time: 175_995_000 picoseconds.
		Weight::from_parts(162_832_591, 13911)
			// Standard Error: 86_802
			.saturating_add(Weight::from_parts(82_687_115, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(13))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(v.into())))
			.saturating_add(Weight::from_parts(0, 2780).saturating_mul(v.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:256 w:0)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[1, 256]`.
	fn refuse(r: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `289 + r * (256 ±0)`
		//  Estimated: `3509 + r * (2780 ±0)`
		// Minimum execution time: 21_844_000 picoseconds.
		Weight::from_parts(22_258_000, 3509)
			// Standard Error: 18_471
			.saturating_add(Weight::from_parts(6_892_092, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 2780).saturating_mul(r.into()))
	}
	/// The range of component `s` is `[1, 256]`.
	fn check_signature(s: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 36_508_000 picoseconds.
		Weight::from_parts(10_903_158, 0)
			// Standard Error: 81_577
			.saturating_add(Weight::from_parts(36_265_284, 0).saturating_mul(s.into()))
	}
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Emission::Supply` (r:1 w:1)
	/// Proof: `Emission::Supply` (`max_values`: Some(1), `max_size`: Some(2287), added: 2782, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Classes` (r:1 w:0)
	/// Proof: `ServicePayments::Classes` (`max_values`: None, `max_size`: Some(253), added: 2728, mode: `MaxEncodedLen`)
	fn open_dispute() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `2362`
		//  Estimated: `6362`
		// Minimum execution time: 180_537_000 picoseconds.
		Weight::from_parts(193_759_000, 6362)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(7))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
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
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Delegations` (r:1 w:0)
	/// Proof: `StakingLocks::Delegations` (`max_values`: None, `max_size`: Some(653), added: 3128, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(377), added: 872, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Slashes` (r:1 w:1)
	/// Proof: `StakingLocks::Slashes` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Rewards` (r:1 w:0)
	/// Proof: `StakingLocks::Rewards` (`max_values`: Some(1), `max_size`: Some(154), added: 649, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Pools` (r:1 w:1)
	/// Proof: `StakingLocks::Pools` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::RateCards` (r:1 w:1)
	/// Proof: `ServicePayments::RateCards` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::PendingSlashes` (r:0 w:1)
	/// Proof: `StakingLocks::PendingSlashes` (`max_values`: None, `max_size`: Some(98), added: 2573, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::SlashOrder` (r:0 w:1)
	/// Proof: `StakingLocks::SlashOrder` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::AgreementIds` (r:0 w:2)
	/// Proof: `ServicePayments::AgreementIds` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn rule() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `3060`
		//  Estimated: `8799`
		// Minimum execution time: 300_800_000 picoseconds.
		Weight::from_parts(320_608_000, 8799)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(18))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
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
		//  Measured:  `1815`
		//  Estimated: `3837`
		// Minimum execution time: 121_261_000 picoseconds.
		Weight::from_parts(129_445_000, 3837)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
		//  Measured:  `1823`
		//  Estimated: `6362`
		// Minimum execution time: 180_010_000 picoseconds.
		Weight::from_parts(189_520_000, 6362)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(9))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:0)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn propose_outcome() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1028`
		//  Estimated: `3837`
		// Minimum execution time: 36_704_000 picoseconds.
		Weight::from_parts(39_549_000, 3837)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(305), added: 2780, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(372), added: 2847, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
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
		//  Measured:  `2260`
		//  Estimated: `8799`
		// Minimum execution time: 264_387_000 picoseconds.
		Weight::from_parts(278_081_000, 8799)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(13))
	}
}
