// SPDX-License-Identifier: Apache-2.0

//! Upper estimates for `pallet_emission`, until `scripts/bench` has measured it on reference hardware and
//! overwrites this file: counted reads and writes, and several times the computation seen in the
//! native benchmarks.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of `pallet_emission` in this runtime.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_emission::WeightInfo for WeightInfo<T> {
	fn start() -> Weight {
		Weight::from_parts(50_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}
	fn pause() -> Weight {
		Weight::from_parts(50_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}
	fn resume() -> Weight {
		Weight::from_parts(50_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}
	fn schedule_change() -> Weight {
		Weight::from_parts(150_000_000, 64_000)
			.saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}
	fn cancel_change() -> Weight {
		Weight::from_parts(80_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}
	fn settle_liability() -> Weight {
		Weight::from_parts(150_000_000, 64_000)
			.saturating_add(T::DbWeight::get().reads_writes(8, 5))
	}
	fn burn() -> Weight {
		Weight::from_parts(120_000_000, 64_000)
			.saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}
	fn on_initialize_waiting() -> Weight {
		Weight::from_parts(40_000_000, 64_000).saturating_add(T::DbWeight::get().reads_writes(5, 1))
	}
	fn on_initialize_step(m: u32) -> Weight {
		Weight::from_parts(400_000_000, 64_000)
			.saturating_add(Weight::from_parts(150_000_000, 3_000).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads_writes(20, 14))
	}
	fn enact_change() -> Weight {
		Weight::from_parts(1_500_000_000, 64_000)
			.saturating_add(T::DbWeight::get().reads_writes(6, 5))
	}
}
