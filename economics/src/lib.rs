// SPDX-License-Identifier: Apache-2.0

//! Integer mathematics of the Destra token economy.
//!
//! Pure functions of their arguments: no FRAME, no storage, no clock, no floating point unit, so
//! that every node computes the same planck, and anyone can check a figure without a chain.
//!
//! | module | question it answers |
//! |---|---|
//! | [`fixed`] | how much may the fixed stream have emitted after this time? |
//! | [`kpi`] | how much may a KPI stream have emitted for this achievement? |
//! | [`emission`] | what does a step mint, and what will the coming years, under a given KPI attainment? |
//! | [`emission::window`] | how much may be minted today, so that no year mints too much or stops? |
//! | [`corruption`] | what can a majority gain that decides a metric, and which bond outweighs it? |
//! | [`accumulator`] | what has each unit of weight earned, in one step for all of them? |
//! | [`tiers`] | what does a locked amount weigh? |
//! | [`shares`] | what is a share of a pool worth, after a loss that met all of them? |
//! | [`split`](mod@split) | how does an amount divide into shares without losing a planck? |
//! | [`payments`] | what has a service cost so far, who gets it, and does buying from oneself pay? |
//! | [`vesting`] | how much of a grant is unlocked, when comes more, and what does leaving early cost? |
//! | [`reward_vesting`] | how much of all rewards earned so far may be claimed? |
//! | [`math`] | `2^(−x)`, `e^(−x)`, `ln`, `pow` with a stated error and rounding direction |
//!
//! # Rules that hold everywhere
//!
//! - Amounts are planck in `u128`, times are milliseconds in `u64`, shares are parts of [`WHOLE`].
//! - What is paid out rounds down. The name or the documentation of a function says where it
//!   rounds otherwise.
//! - A stream yields its *cumulative target*; what a step mints is the target less what was minted
//!   before. So rounding never adds up, and the reservoir caps the total by construction.
//! - Every function is total: no input makes it panic, and what would not fit saturates or is
//!   `None`, as documented.
//! - The cost does not depend on how much time has passed.
//!
//! # Example
//!
//! ```
//! use destra_economics::{FixedStream, KpiStream};
//!
//! const YEAR: u64 = 31_557_600_000;
//! const DSYNC: u128 = 1_000_000_000_000_000_000;
//!
//! let fixed = FixedStream::new(150_000_000 * DSYNC, 6 * YEAR)?;
//! assert_eq!(fixed.target(6 * YEAR), 75_000_000 * DSYNC);
//!
//! // A metric that has to double each year, and that was on its baseline for six years, has
//! // emitted what time alone would have: half of the reservoir.
//! let kpi = KpiStream::new(350_000_000 * DSYNC, 6 * YEAR, 1_000, YEAR)?;
//! let achieved = kpi.cumulative_baseline(6 * YEAR);
//! assert_eq!(kpi.target(achieved) / DSYNC, 174_999_999);
//! # Ok::<(), destra_economics::InvalidStream>(())
//! ```

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic
	)
)]

extern crate alloc;

pub mod accumulator;
pub mod corruption;
pub mod emission;
pub mod fixed;
pub mod kpi;
pub mod math;
pub mod payments;
pub mod reward_vesting;
pub mod shares;
pub mod split;
pub mod tiers;
pub mod vesting;

pub use emission::{Emission, EmissionError, FixedTrack, KpiTrack, TrackSetting};
pub use fixed::FixedStream;
pub use kpi::KpiStream;
pub use reward_vesting::RewardBook;
pub use split::{mul_div_ceil, mul_div_floor, split, Split, WHOLE};
pub use vesting::{exit_penalty, Schedule, Span};

/// A stream cannot have these parameters: a half-life or a baseline of zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InvalidStream;

impl core::fmt::Display for InvalidStream {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str("the half-life and the baseline of a stream must be above zero")
	}
}

impl core::error::Error for InvalidStream {}
