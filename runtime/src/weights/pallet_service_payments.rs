// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_service_payments`. Written by `scripts/bench`, not by hand.
//!
//! Date: 2026-11-23. Steps: 50, repetitions: 20. CPU: `AMD EPYC`.
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
		//  Measured:  `411`
		//  Estimated: `3710`
		// Minimum execution time: 25_348_000 picoseconds.
		Weight::from_parts(27_130_000, 3710)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Ledgers` (r:1 w:0)
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(774), added: 3249, mode: `MaxEncodedLen`)
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
		//  Measured:  `1445`
		//  Estimated: `4239`
		// Minimum execution time: 62_502_000 picoseconds.
		Weight::from_parts(65_797_000, 4239)
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
		//  Measured:  `677`
		//  Estimated: `3816`
		// Minimum execution time: 40_300_000 picoseconds.
		Weight::from_parts(43_004_000, 3816)
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
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(774), added: 3249, mode: `MaxEncodedLen`)
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
		//  Measured:  `2095`
		//  Estimated: `6362`
		// Minimum execution time: 232_145_000 picoseconds.
		Weight::from_parts(240_397_000, 6362)
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
		//  Measured:  `1280`
		//  Estimated: `3762`
		// Minimum execution time: 120_088_000 picoseconds.
		Weight::from_parts(124_375_000, 3762)
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
		//  Measured:  `1343`
		//  Estimated: `3816`
		// Minimum execution time: 61_211_000 picoseconds.
		Weight::from_parts(64_306_000, 3816)
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
		//  Measured:  `2069`
		//  Estimated: `8799`
		// Minimum execution time: 253_787_000 picoseconds.
		Weight::from_parts(263_341_000, 8799)
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
	/// Proof: `StakingLocks::Ledgers` (`max_values`: None, `max_size`: Some(774), added: 3249, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::CurrentSettings` (r:1 w:0)
	/// Proof: `StakingLocks::CurrentSettings` (`max_values`: Some(1), `max_size`: Some(369), added: 864, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Proof Size summary in bytes:
		//  Estimated: `4239`
		// Minimum execution time: 92_000_000 picoseconds.
		Weight::from_parts(92_000_000, 4239)
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
		//  Measured:  `2045`
		//  Estimated: `8799`
		// Minimum execution time: 304_773_000 picoseconds.
		Weight::from_parts(313_265_000, 8799)
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
		//  Measured:  `1129 + v * (414 ±0)`
		//  Estimated: `15288 + v * (2772 ±3)`
		// Minimum execution time: 229_541_000 picoseconds.
		Weight::from_parts(231_834_000, 15288)
			// Standard Error: 100_709
			.saturating_add(Weight::from_parts(103_784_627, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(v.into())))
			.saturating_add(T::DbWeight::get().writes(14))
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
		//  Measured:  `290 + r * (256 ±0)`
		//  Estimated: `3509 + r * (2772 ±0)`
		// Minimum execution time: 30_224_000 picoseconds.
		Weight::from_parts(42_669_642, 3509)
			// Standard Error: 29_768
			.saturating_add(Weight::from_parts(9_590_863, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 2772).saturating_mul(r.into()))
	}
	/// The range of component `s` is `[1, 256]`.
	fn check_signature(s: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 40_390_000 picoseconds.
		Weight::from_parts(4_628_520, 0)
			// Standard Error: 18_126
			.saturating_add(Weight::from_parts(38_850_767, 0).saturating_mul(s.into()))
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
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	fn open_dispute() -> Weight {
		// Proof Size summary in bytes:
		//  Estimated: `3816`
		// Minimum execution time: 150_000_000 picoseconds.
		Weight::from_parts(150_000_000, 3816)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:1)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
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
		//  Measured:  `2422`
		//  Estimated: `8799`
		// Minimum execution time: 363_490_000 picoseconds.
		Weight::from_parts(371_422_000, 8799)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(16))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
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
		//  Estimated: `3816`
		// Minimum execution time: 158_000_000 picoseconds.
		Weight::from_parts(158_000_000, 3816)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
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
	fn concede() -> Weight {
		// Proof Size summary in bytes:
		//  Estimated: `8799`
		// Minimum execution time: 330_000_000 picoseconds.
		Weight::from_parts(330_000_000, 8799)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(13))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:0)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn propose_outcome() -> Weight {
		// Proof Size summary in bytes:
		//  Estimated: `3816`
		// Minimum execution time: 52_000_000 picoseconds.
		Weight::from_parts(52_000_000, 3816)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
	/// Storage: `ServicePayments::Disputes` (r:1 w:1)
	/// Proof: `ServicePayments::Disputes` (`max_values`: None, `max_size`: Some(124), added: 2599, mode: `MaxEncodedLen`)
	/// Storage: `ServicePayments::Agreements` (r:1 w:1)
	/// Proof: `ServicePayments::Agreements` (`max_values`: None, `max_size`: Some(297), added: 2772, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Providers` (r:1 w:0)
	/// Proof: `StakingLocks::Providers` (`max_values`: None, `max_size`: Some(351), added: 2826, mode: `MaxEncodedLen`)
	/// Storage: `StakingLocks::Operators` (r:1 w:0)
	/// Proof: `StakingLocks::Operators` (`max_values`: None, `max_size`: Some(80), added: 2555, mode: `MaxEncodedLen`)
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
	fn accept_outcome() -> Weight {
		// Proof Size summary in bytes:
		//  Estimated: `8799`
		// Minimum execution time: 318_000_000 picoseconds.
		Weight::from_parts(318_000_000, 8799)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(13))
	}
}
