// SPDX-License-Identifier: Apache-2.0

//! Reads the table of what a chain starts with: the categories of the maximum supply, and the
//! grants that exist from the first block on.
//!
//! The table is two CSV files that people read and review. The same code checks it when the runtime
//! is built, reads it when the runtime makes its genesis, and shows it in the program `grants`, so
//! that there is one opinion about what is in it.
//!
//! | module | question it answers |
//! |---|---|
//! | [`categories`] | which parts does the maximum supply have, and what are their rules? |
//! | [`grants`] | who gets what, and when does it unlock? |
//! | [`address`] | whose account is this text? |
//! | [`field`] | which number or moment is this text, exactly? |
//! | [`error`](mod@error) | what is wrong, in which row and field, and what is to be done? |
//!
//! # Rules that hold everywhere
//!
//! - Amounts are planck in `u128`, times milliseconds since the Unix epoch in `u64`, shares parts of
//!   10¹⁸ in `u64`. What a table says in decimals is read exactly or not at all.
//! - A table is right as a whole or it is refused: there are no defaults for what is missing.
//! - A row is called by its line in the file, as an editor numbers it.
//!
//! # Example
//!
//! ```
//! use destra_genesis_grants::GenesisTable;
//!
//! let categories = "\
//! id,key,name,kind,share_percent,min_percent,max_percent,revocable,transferable,exit_penalty_percent,\
//! min_cliff_months,min_term_months,min_period_months,max_upfront_percent,max_backdating_months
//! 0,providers,Providers,emitted,62.5,50,70,no,no,,0,0,0,100,0
//! 2,team,Team,genesis,37.5,30,50,yes,no,25,12,48,1,0,12
//! ";
//! let grants = "\
//! id,category,beneficiary,amount_dsync,start,upfront_percent,cliff_months,end_months,period_months
//! first,team,5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY,1_000.5,2026-01-01,0,12,48,1
//! ";
//! let table = GenesisTable::parse(categories, grants, 1_000_000 * 10u128.pow(18))?;
//! assert_eq!(table.grants[0].amount, 1_000_500_000_000_000_000_000);
//! assert_eq!(table.grants[0].schedule.periods, 36);
//!
//! let error = GenesisTable::parse(categories, &grants.replace(",12,", ",60,"), u128::MAX).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "grants.csv, row 2 (first), cliff_months: a cliff after 60 months lies beyond the end after 48: \
//!      let it come at the end at the latest",
//! );
//!
//! let error = GenesisTable::parse(categories, &grants.replace(",12,", ",6,"), u128::MAX).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "grants.csv, row 2 (first), cliff_months: the category team asks for a cliff after 12 months \
//!      or later",
//! );
//! # Ok::<(), destra_genesis_grants::TableError>(())
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

pub mod address;
pub mod categories;
pub mod error;
pub mod field;
pub mod grants;
mod sheet;

pub use categories::{CategoryRow, Source};
pub use error::{Fault, File, TableError};
pub use grants::GrantRow;

use alloc::{collections::BTreeSet, vec::Vec};

/// Categories and grants that fit each other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GenesisTable {
	/// The categories in ascending order of their numbers. Their shares sum to exactly the whole.
	pub categories: Vec<CategoryRow>,
	/// The grants in the order of the table. No category grants more than its cap.
	pub grants: Vec<GrantRow>,
}

impl GenesisTable {
	/// Reads the contents of `categories.csv` and `grants.csv`, and checks them against each other
	/// and against the `maximum_supply` in planck.
	///
	/// # Errors
	///
	/// The first fault that is found, with its place. The categories are checked before the grants.
	pub fn parse(categories: &str, grants: &str, maximum_supply: u128) -> Result<Self, TableError> {
		let categories = categories::parse(categories)?;
		let grants = grants::parse(grants, &categories, maximum_supply)?;
		Ok(Self { categories, grants })
	}

	/// The sum of all grants of the category, in planck.
	pub fn granted(&self, category: u8) -> u128 {
		self.grants
			.iter()
			.filter(|grant| grant.category == category)
			.fold(0, |sum, grant| sum.saturating_add(grant.amount))
	}

	/// The accounts that have a grant, each of them once.
	pub fn beneficiaries(&self) -> BTreeSet<[u8; 32]> {
		self.grants.iter().map(|grant| grant.beneficiary).collect()
	}
}
