// SPDX-License-Identifier: Apache-2.0

//! Measured weights of `pallet_utility`. Written by `scripts/bench`, not by hand.
//!
//! Date: 2026-11-23. Steps: 50, repetitions: 20. CPU: `AMD EPYC`.
//! Execution of the wasm: Compiled. Assumed size of maps: 1000000.
//! Benchmark command line: 64.0.0.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, missing_docs)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weight functions of `pallet_utility`.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_utility::WeightInfo for WeightInfo<T> {
	/// The range of component `c` is `[0, 1000]`.
	fn batch(c: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 5_708_000 picoseconds.
		Weight::from_parts(5_889_000, 0)
			// Standard Error: 10_372
			.saturating_add(Weight::from_parts(3_516_660, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 5_328_000 picoseconds.
		Weight::from_parts(6_449_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn batch_all(c: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 5_668_000 picoseconds.
		Weight::from_parts(124_212_052, 0)
			// Standard Error: 41_730
			.saturating_add(Weight::from_parts(3_854_601, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 7_551_000 picoseconds.
		Weight::from_parts(8_683_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn force_batch(c: u32, ) -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 6_049_000 picoseconds.
		Weight::from_parts(6_419_000, 0)
			// Standard Error: 29_958
			.saturating_add(Weight::from_parts(4_055_885, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 7_811_000 picoseconds.
		Weight::from_parts(9_134_000, 0)
	}
	fn if_else() -> Weight {
		// Proof Size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 10_015_000 picoseconds.
		Weight::from_parts(11_337_000, 0)
	}
}
