// SPDX-License-Identifier: Apache-2.0

//! The numbers of the DSYNC economy and of block production. Every one of them is derived from
//! named quantities; none is a typed-in result.

/// Amounts of DSYNC, in planck.
pub mod currency {
	use crate::Balance;

	/// One DSYNC: 10¹⁸ planck.
	pub const DSYNC: Balance = 10u128.pow(18);
	/// A hundredth of a DSYNC.
	pub const CENT: Balance = DSYNC / 100;
	/// A thousandth of a DSYNC.
	pub const MILLI: Balance = DSYNC / 1_000;

	/// There are never more DSYNC than this.
	pub const MAXIMUM_SUPPLY: Balance = 1_000_000_000 * DSYNC;

	/// The least an account can hold. Worth less than a transaction costs: what an account leaves behind
	/// below it could not be moved by its owner either, and filling the state with a million
	/// accounts takes 10,000 DSYNC.
	pub const EXISTENTIAL_DEPOSIT: Balance = CENT;

	/// The deposit for keeping `items` entries of together `bytes` bytes in the state.
	pub const fn deposit(items: u32, bytes: u32) -> Balance {
		items as Balance * DSYNC + bytes as Balance * CENT
	}
}

/// Block production.
pub mod time {
	use destra_primitives::time::{seconds, Millis};

	/// The time between two blocks.
	pub const BLOCK_TIME: Millis = seconds(6);
	/// Slots without a block of any primary author are filled by a secondary one.
	pub const PRIMARY_PROBABILITY: (u64, u64) = (1, 4);
}
