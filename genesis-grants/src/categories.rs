// SPDX-License-Identifier: Apache-2.0

//! The parts of the maximum supply.

use crate::{
	error::{Fault, File, TableError},
	sheet::{Columns, Row},
};
use alloc::{string::String, vec::Vec};
use destra_economics::{mul_div_floor, vesting::UnlockRules, WHOLE};

/// The longest name of a category, in bytes.
pub const LONGEST_NAME: usize = 32;

/// The most months that a rule can ask for.
pub const MOST_MONTHS: u16 = 120;

const COLUMNS: Columns = Columns {
	file: File::Categories,
	names: &[
		"id",
		"key",
		"name",
		"kind",
		"share_percent",
		"min_percent",
		"max_percent",
		"revocable",
		"transferable",
		"exit_penalty_percent",
		"min_cliff_months",
		"min_term_months",
		"min_period_months",
		"max_upfront_percent",
		"max_backdating_months",
	],
	label: "key",
};

/// How the tokens of a category come into being.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
	/// They exist from the first block on.
	Genesis,
	/// They are emitted over time.
	Emission,
}

/// A part of the maximum supply.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CategoryRow {
	/// Its number on the chain.
	pub id: u8,
	/// What grants in the table call it.
	pub key: String,
	/// What people call it.
	pub name: String,
	/// How its tokens come into being.
	pub source: Source,
	/// Of the maximum supply, in parts of 10¹⁸.
	pub share: u64,
	/// The least that the share may ever be, in parts of 10¹⁸.
	pub min_share: u64,
	/// The most that the share may ever be, in parts of 10¹⁸.
	pub max_share: u64,
	/// The unvested part of its grants can be taken back.
	pub revocable: bool,
	/// Its grants can be handed on.
	pub transferable: bool,
	/// What an early exit costs of the unvested part at most, in parts of 10¹⁸; none where there is
	/// no early exit.
	pub exit_penalty: Option<u64>,
	/// What the schedules of its grants have to keep to.
	pub unlock: UnlockRules,
	/// The line in the file, counted from one.
	pub row: u32,
}

impl CategoryRow {
	/// The most it can ever grant, in planck; rounded down.
	pub fn cap(&self, maximum_supply: u128) -> u128 {
		mul_div_floor(maximum_supply, self.share.into(), WHOLE.into()).unwrap_or(maximum_supply)
	}

	fn parse(row: &Row) -> Result<Self, TableError> {
		let category = Self {
			// It is at most the largest that fits.
			id: row.whole("id", u8::MAX.into())? as u8,
			key: row.name("key", LONGEST_NAME)?,
			name: row.name("name", LONGEST_NAME)?,
			source: row.word("kind", "genesis or emitted", |word| match word {
				"genesis" => Some(Source::Genesis),
				"emitted" => Some(Source::Emission),
				_ => None,
			})?,
			share: row.percent("share_percent")?,
			min_share: row.percent("min_percent")?,
			max_share: row.percent("max_percent")?,
			revocable: row.flag("revocable")?,
			transferable: row.flag("transferable")?,
			exit_penalty: row.optional_percent("exit_penalty_percent")?,
			unlock: UnlockRules {
				min_cliff: row.whole("min_cliff_months", MOST_MONTHS)?,
				min_term: row.whole("min_term_months", MOST_MONTHS)?,
				min_period: row.whole("min_period_months", MOST_MONTHS)?,
				max_upfront: row.percent("max_upfront_percent")?,
				max_backdating: row.whole("max_backdating_months", MOST_MONTHS)?,
			},
			row: row.number,
		};
		let Self { share, min_share: min, max_share: max, .. } = category;
		if min > max {
			return Err(row.error("min_percent", Fault::RangeReversed { min, max }));
		}
		if share < min || share > max {
			let fault = Fault::ShareOutsideRange { share, min, max };
			return Err(row.error("share_percent", fault));
		}
		let UnlockRules { min_cliff: cliff, min_term: term, .. } = category.unlock;
		if cliff > term {
			return Err(row.error("min_cliff_months", Fault::CliffBeyondTerm { cliff, term }));
		}
		Ok(category)
	}
}

/// The categories in the order of their numbers: each has its own, together they are the whole.
pub(crate) fn parse(text: &str) -> Result<Vec<CategoryRow>, TableError> {
	let mut categories: Vec<CategoryRow> = Vec::new();
	for row in COLUMNS.read(text)? {
		let category = CategoryRow::parse(&row)?;
		for other in &categories {
			let duplicate = match () {
				_ if other.id == category.id => "id",
				_ if other.key == category.key => "key",
				_ if other.name == category.name => "name",
				_ => continue,
			};
			return Err(row.error(duplicate, Fault::DuplicateCategory { first: other.row }));
		}
		categories.push(category);
	}
	// At most 256 shares of at most the whole each.
	let sum: u128 = categories.iter().map(|category| u128::from(category.share)).sum();
	if sum != u128::from(WHOLE) {
		let error = COLUMNS.error(None, Fault::SharesMissWhole { sum });
		return Err(TableError { field: Some("share_percent"), ..error });
	}
	categories.sort_by_key(|category| category.id);
	Ok(categories)
}
