// SPDX-License-Identifier: Apache-2.0

//! Weights of `check_authority`, estimated by hand until `scripts/bench` has measured them.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions of `check_authority`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> crate::extensions::authority::WeightInfo for WeightInfo<T> {
	fn check_authority() -> Weight {
		Weight::from_parts(60_000_000, 8000)
			.saturating_add(T::DbWeight::get().reads(2))
	}
}
