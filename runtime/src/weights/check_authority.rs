// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `check_authority`. Written by `scripts/bench`, not by hand.
//!
//! Date: 2026-11-28. Steps: 20, repetitions: 10. CPU: `Intel(R) Xeon(R) Processor`.
//! Execution of the wasm: Compiled. Assumed size of maps: 1000000.
//! Benchmark command line: 64.0.0.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions of `check_authority`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> crate::extensions::authority::WeightInfo for WeightInfo<T> {
	/// Storage: `Proxy::Proxies` (r:1 w:0)
	/// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	/// Storage: `Sudo::Key` (r:1 w:0)
	/// Proof: `Sudo::Key` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn check_authority() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `1443`
		//  Estimated: `4706`
		// Minimum execution time: 23_850_000 picoseconds.
		Weight::from_parts(31_561_000, 4706)
			.saturating_add(T::DbWeight::get().reads(2))
	}
}
