// SPDX-License-Identifier: Apache-2.0

//! What can be wrong with a table: one variant for each fault, in words that say where it is and
//! what to do.

use crate::{
	address::AddressError,
	field::{Decimal, DSYNC_PLACES, PERCENT_PLACES},
};
use alloc::string::String;
use core::fmt;
use destra_economics::{
	vesting::{BrokenRule, InvalidSchedule, UnlockRules},
	WHOLE,
};

/// One of the two files that a table is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum File {
	/// The parts of the maximum supply.
	Categories,
	/// Who gets what at genesis.
	Grants,
}

impl File {
	/// What it is called.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Categories => "categories.csv",
			Self::Grants => "grants.csv",
		}
	}
}

/// A fault, and where it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableError {
	/// The file that has to be put right.
	pub file: File,
	/// The line in the file, counted from one; none where the file as a whole is meant.
	pub row: Option<u32>,
	/// What the row calls itself, where it does.
	pub label: Option<String>,
	/// The column.
	pub field: Option<&'static str>,
	/// What is wrong.
	pub fault: Fault,
}

impl fmt::Display for TableError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.file.name())?;
		if let Some(row) = self.row {
			write!(f, ", row {row}")?;
		}
		if let Some(label) = &self.label {
			write!(f, " ({label})")?;
		}
		if let Some(field) = self.field {
			write!(f, ", {field}")?;
		}
		write!(f, ": {}", self.fault)
	}
}

impl core::error::Error for TableError {}

/// A number that a field is expected to hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Number {
	/// From 0 to 100, with decimals.
	Percent,
	/// Of DSYNC, with decimals.
	Amount,
	/// Whole, from zero to this.
	UpTo(u16),
}

impl fmt::Display for Number {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Percent => write!(
				f,
				"a percentage from 0 to 100 with at most {PERCENT_PLACES} digits after the point, written \
				 like 12.5"
			),
			Self::Amount => write!(
				f,
				"an amount of DSYNC with at most {DSYNC_PLACES} digits after the point, written like \
				 1_000_000.5 or 1000000.5"
			),
			Self::UpTo(most) => write!(f, "a whole number from 0 to {most}, written like 12"),
		}
	}
}

/// What is wrong with a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
	/// There is nothing but comments.
	NoHeader,
	/// The header lacks a column.
	MissingColumn,
	/// The header has a column that no table has.
	UnknownColumn(String),
	/// The header has a column twice.
	RepeatedColumn,
	/// A quoted field does not end in its row.
	OpenQuote,
	/// A quotation mark in the midst of a field, or something behind a quoted one.
	StrayQuote,
	/// A character that people do not see, or take for a blank.
	Unseen(char),
	/// The row has more or fewer fields than the header.
	FieldCount {
		/// Fields of the row.
		found: usize,
		/// Columns of the header.
		expected: usize,
	},
	/// There is nothing where something has to be.
	Empty,
	/// Not such a number, or one that cannot be read exactly.
	BadNumber {
		/// What is there.
		text: String,
		/// What should be there.
		expected: Number,
	},
	/// Not one of the words that a column knows.
	BadWord {
		/// What is there.
		text: String,
		/// What could be there.
		expected: &'static str,
	},
	/// Too long for a name.
	BadName {
		/// The longest name, in bytes.
		longest: usize,
	},
	/// Not a moment in UTC since 1970.
	BadDate {
		/// What is there.
		text: String,
	},
	/// Not an account.
	BadAddress(AddressError),
	/// Two categories have one identifier.
	DuplicateCategory {
		/// The row that has it, too.
		first: u32,
	},
	/// The least share is above the largest.
	RangeReversed {
		/// In parts of the whole.
		min: u64,
		/// In parts of the whole.
		max: u64,
	},
	/// The share is not within its range.
	ShareOutsideRange {
		/// In parts of the whole.
		share: u64,
		/// In parts of the whole.
		min: u64,
		/// In parts of the whole.
		max: u64,
	},
	/// The shares are together less or more than the maximum supply.
	SharesMissWhole {
		/// What they sum to, in parts of the whole.
		sum: u128,
	},
	/// The least cliff of a category lies beyond its least term.
	CliffBeyondTerm {
		/// In months.
		cliff: u16,
		/// In months.
		term: u16,
	},
	/// Two grants have one label.
	DuplicateGrant {
		/// The row that has it, too.
		first: u32,
	},
	/// A grant of a category that is not in the table.
	UnknownCategory {
		/// What is there.
		text: String,
		/// The keys that could be there.
		known: String,
	},
	/// A grant of tokens that do not exist at genesis.
	EmittedCategory,
	/// A grant of nothing.
	ZeroAmount,
	/// The cliff comes after everything should have unlocked.
	CliffBeyondEnd {
		/// In months.
		cliff: u16,
		/// In months.
		end: u16,
	},
	/// Steps that follow each other after no time.
	ZeroPeriod,
	/// From the cliff to the end the steps do not come out even.
	UnevenSteps {
		/// In months.
		cliff: u16,
		/// In months.
		end: u16,
		/// In months.
		period: u16,
	},
	/// Another rule of schedules is broken.
	Schedule(InvalidSchedule),
	/// The schedule unlocks earlier than its category allows.
	Rule {
		/// The key of the category.
		category: String,
		/// Which of its rules.
		broken: BrokenRule,
		/// All of them.
		rules: UnlockRules,
	},
	/// With this grant the category grants more than it has.
	AboveCap {
		/// The grants of the category up to this one, in planck.
		granted: u128,
		/// Its share of the maximum supply, in planck.
		cap: u128,
	},
}

/// A share in parts of the whole, as people write it.
fn percent(share: impl Into<u128>) -> impl fmt::Display {
	struct Percent(u128);
	impl fmt::Display for Percent {
		fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
			write!(f, "{} %", Decimal { units: self.0, places: PERCENT_PLACES })
		}
	}
	Percent(share.into())
}

/// An amount in planck, as people write it.
fn dsync(amount: u128) -> Decimal {
	Decimal { units: amount, places: DSYNC_PLACES }
}

impl fmt::Display for Fault {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NoHeader => f.write_str("is empty: let the names of the columns come first"),
			Self::MissingColumn => f.write_str("the header has no such column: add it"),
			Self::UnknownColumn(name) => {
				write!(f, "no table has a column '{name}': correct its name, or take it out")
			}
			Self::RepeatedColumn => f.write_str("the header has this column twice: take one out"),
			Self::OpenQuote => {
				f.write_str("a quoted field does not end in its row: close its quotation mark")
			}
			Self::StrayQuote => f.write_str(
				"has a quotation mark in its midst: put the marks around the whole field, or take them \
				 out; one that is meant is written twice within them",
			),
			Self::Unseen(character) => write!(
				f,
				"has the character U+{:04X}, which cannot be seen or looks like a blank: take it out, a \
				 blank between words is U+0020",
				u32::from(*character)
			),
			Self::FieldCount { found, expected } => write!(
				f,
				"has {found} fields where the header has {expected}: give each column its field"
			),
			Self::Empty => f.write_str("is empty: fill it in"),
			Self::BadNumber { text, expected } => write!(f, "'{text}' is not {expected}"),
			Self::BadWord { text, expected } => write!(f, "'{text}' is not {expected}"),
			Self::BadName { longest } => {
				write!(f, "is too long for a name: write at most {longest} bytes")
			}
			Self::BadDate { text } => write!(
				f,
				"'{text}' is not a date since 1970: write 2026-12-01, or 2026-12-01T12:00:00Z, in UTC"
			),
			Self::BadAddress(error) => error.fmt(f),
			Self::DuplicateCategory { first } => {
				write!(f, "the category in row {first} has the same: give each its own")
			}
			Self::RangeReversed { min, max } => write!(
				f,
				"a least share of {} is above the largest of {}: exchange them",
				percent(*min),
				percent(*max)
			),
			Self::ShareOutsideRange { share, min, max } => write!(
				f,
				"a share of {} is outside of its range from {} to {}: bring it inside",
				percent(*share),
				percent(*min),
				percent(*max)
			),
			Self::SharesMissWhole { sum } => {
				let (by, word) = match u128::from(WHOLE).checked_sub(*sum) {
					Some(missing) => (missing, "missing"),
					None => (sum.saturating_sub(WHOLE.into()), "too much"),
				};
				write!(
					f,
					"the shares sum to {}, where 100 % are needed: {} {word}",
					percent(*sum),
					percent(by)
				)
			}
			Self::CliffBeyondTerm { cliff, term } => write!(
				f,
				"a least cliff of {cliff} months lies beyond the least term of {term}: exchange them"
			),
			Self::DuplicateGrant { first } => {
				write!(f, "the grant in row {first} has the same: give each its own")
			}
			Self::UnknownCategory { text, known } => {
				write!(f, "no category has the key '{text}': choose from {known}")
			}
			Self::EmittedCategory => f.write_str(
				"this category is emitted, so that nothing of it exists at genesis: choose one of \
				kind genesis, or let the chain grant it later",
			),
			Self::ZeroAmount => {
				f.write_str("a grant of nothing: give it an amount, or take it out")
			}
			Self::CliffBeyondEnd { cliff, end } => write!(
				f,
				"a cliff after {cliff} months lies beyond the end after {end}: let it come at the end \
				at the latest"
			),
			Self::ZeroPeriod => f.write_str("steps need time between them: write at least 1 month"),
			Self::UnevenSteps { cliff, end, period } => write!(
				f,
				"from the cliff after {cliff} months to the end after {end} is no whole number of \
				steps of {period}: change one of them"
			),
			Self::Schedule(error) => write!(f, "the schedule is refused: {error}"),
			Self::Rule { category, broken, rules } => {
				write!(f, "the category {category} asks for ")?;
				match broken {
					BrokenRule::UpfrontTooLarge => {
						write!(f, "no more than {} at the start", percent(rules.max_upfront))
					}
					BrokenRule::CliffTooShort => {
						write!(f, "a cliff after {} months or later", rules.min_cliff)
					}
					BrokenRule::TermTooShort => {
						write!(f, "an end after {} months or later", rules.min_term)
					}
					BrokenRule::PeriodTooShort => {
						write!(f, "steps of {} months or more", rules.min_period)
					}
					BrokenRule::LumpTooLarge => {
						write!(f, "no more at the cliff than evenly over {} months", rules.min_term)
					}
					BrokenRule::StartTooEarly => {
						write!(f, "a start at most {} months ago", rules.max_backdating)
					}
				}
			}
			Self::AboveCap { granted, cap } => write!(
				f,
				"with this grant its category grants {} DSYNC, {} more than its cap of {}: grant less, \
				or raise the share of the category",
				dsync(*granted),
				dsync(granted.saturating_sub(*cap)),
				dsync(*cap)
			),
		}
	}
}
