// SPDX-License-Identifier: Apache-2.0

//! What stands on the command line.

use destra_genesis_grants::field;
use std::{error::Error, path::PathBuf, str::FromStr};

const USAGE: &str = "\
usage: grants [OPTION]...
  --categories FILE    the categories (default: runtime/genesis/categories.csv)
  --grants FILE        the grants (default: runtime/genesis/grants.csv)
  --from DATE          the calendar begins with the month of this day (default: of the earliest start)
  --years NUMBER       and lasts so long (default: 5)
  --every MONTHS       with a row for so many months (default: 3)
  --svg FILE           writes the plot
  --patch FILE         writes the part of a chain specification
  --into SPEC FILE     writes the chain specification SPEC with that part in it
  --payer KEY          the category that pays for all balances in it (default: treasury)
  --write FOLDER       renews unlocks.svg and allocation-table.md
  --check FOLDER       fails if they are stale";

pub struct Options {
	pub categories: PathBuf,
	pub grants: PathBuf,
	pub from: Option<u64>,
	pub years: u16,
	pub every: u16,
	pub svg: Option<PathBuf>,
	pub patch: Option<PathBuf>,
	pub into: Option<(PathBuf, PathBuf)>,
	pub payer: String,
	pub write: Option<PathBuf>,
	pub check: Option<PathBuf>,
}

impl Options {
	pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
		let mut options = Self {
			categories: "runtime/genesis/categories.csv".into(),
			grants: "runtime/genesis/grants.csv".into(),
			from: None,
			years: 5,
			every: 3,
			svg: None,
			patch: None,
			into: None,
			payer: "treasury".into(),
			write: None,
			check: None,
		};
		while let Some(option) = arguments.next() {
			let mut value =
				|| arguments.next().ok_or_else(|| format!("{option} of what?\n{USAGE}"));
			match option.as_str() {
				"--categories" => options.categories = value()?.into(),
				"--grants" => options.grants = value()?.into(),
				"--from" => {
					let text = value()?;
					let date = field::moment(&text);
					options.from = Some(date.ok_or_else(|| format!("'{text}' is not a date"))?);
				}
				"--years" => options.years = number(&value()?)?,
				"--every" => options.every = number(&value()?)?,
				"--svg" => options.svg = Some(value()?.into()),
				"--patch" => options.patch = Some(value()?.into()),
				"--into" => options.into = Some((value()?.into(), value()?.into())),
				"--payer" => options.payer = value()?,
				"--write" => options.write = Some(value()?.into()),
				"--check" => options.check = Some(value()?.into()),
				_ => return Err(format!("unknown option {option}\n{USAGE}").into()),
			}
		}
		Ok(options)
	}
}

/// From 1 to 100.
fn number(text: &str) -> Result<u16, String> {
	match u16::from_str(text) {
		Ok(number @ 1..=100) => Ok(number),
		_ => Err(format!("'{text}' is not a number from 1 to 100")),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn parse(line: &str) -> Result<Options, String> {
		Options::parse(line.split_whitespace().map(String::from)).map_err(|error| error.to_string())
	}

	#[test]
	fn options_are_read() {
		let options =
			parse("--from 2026-12-01 --years 2 --every 1 --into a b --payer team").unwrap();
		assert_eq!(options.from, field::moment("2026-12-01"));
		assert_eq!((options.years, options.every), (2, 1));
		assert_eq!(options.into, Some(("a".into(), "b".into())));
		assert_eq!(options.payer, "team");
	}

	#[test]
	fn wrong_options_are_named() {
		for (line, says) in [
			("--form 2026-12-01", "unknown option --form"),
			("--from", "--from of what?"),
			("--into a", "--into of what?"),
			("--from yesterday", "'yesterday' is not a date"),
			("--every 0", "'0' is not a number from 1 to 100"),
		] {
			let error = parse(line).err().unwrap_or_default();
			assert!(error.contains(says), "{line}: {error}");
		}
	}
}
