// SPDX-License-Identifier: Apache-2.0

//! Upper estimates for `pallet_kpi_oracle`, until `scripts/bench` has measured it on reference hardware and
//! overwrites this file: counted reads and writes, and several times the computation seen in the
//! native benchmarks.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_kpi_oracle` in this runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_kpi_oracle::WeightInfo for WeightInfo<T> {
	fn report(v: u32) -> Weight {
		Weight::from_parts(60_000_000, 64_000)
			.saturating_add(Weight::from_parts(2_000_000, 3_000).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads_writes(7, 2))
	}
	fn check_report(v: u32) -> Weight {
		Weight::from_parts(40_000_000, 64_000)
			.saturating_add(Weight::from_parts(2_000_000, 3_000).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads_writes(6, 0))
	}
	fn bond() -> Weight {
		Weight::from_parts(150_000_000, 64_000)
			.saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}
	fn leave() -> Weight {
		Weight::from_parts(120_000_000, 64_000)
			.saturating_add(T::DbWeight::get().reads_writes(6, 5))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(150_000_000, 64_000)
			.saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}
	fn claim_reward() -> Weight {
		Weight::from_parts(150_000_000, 64_000)
			.saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}
	fn admit_reporter() -> Weight {
		Weight::from_parts(60_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}
	fn remove_reporter() -> Weight {
		Weight::from_parts(150_000_000, 64_000)
			.saturating_add(T::DbWeight::get().reads_writes(7, 5))
	}
	fn slash_reporter() -> Weight {
		Weight::from_parts(200_000_000, 64_000)
			.saturating_add(T::DbWeight::get().reads_writes(10, 7))
	}
	fn register_metric() -> Weight {
		Weight::from_parts(80_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}
	fn update_metric() -> Weight {
		Weight::from_parts(80_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}
	fn retire_metric() -> Weight {
		Weight::from_parts(80_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(5, 4))
	}
	fn halt() -> Weight {
		Weight::from_parts(60_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	fn resume() -> Weight {
		Weight::from_parts(60_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}
	fn set_settings() -> Weight {
		Weight::from_parts(60_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}
	fn on_initialize_idle() -> Weight {
		Weight::from_parts(20_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(3, 0))
	}
	fn on_initialize_open() -> Weight {
		Weight::from_parts(60_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(5, 3))
	}
	fn on_initialize_close(r: u32, m: u32) -> Weight {
		Weight::from_parts(300_000_000, 64_000)
			.saturating_add(Weight::from_parts(150_000_000, 3_000).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads_writes(9, 8).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(60_000_000, 3_000).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads_writes(16, 12))
	}
}
