// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_liveness`, to be measured by `scripts/bench`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions of `pallet_liveness`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_liveness::WeightInfo for WeightInfo<T> {
	fn heartbeat() -> Weight {
		Weight::from_parts(60_000_000, 20000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn authorize_heartbeat() -> Weight {
		Weight::from_parts(250_000_000, 20000)
			.saturating_add(T::DbWeight::get().reads(7))
	}
	fn purge_keys() -> Weight {
		Weight::from_parts(80_000_000, 20000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
	fn note_block() -> Weight {
		Weight::from_parts(60_000_000, 20000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}
