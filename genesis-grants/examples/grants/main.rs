// SPDX-License-Identifier: Apache-2.0

//! The table of genesis grants: checks it, prints when it unlocks, plots that, and makes a part of a
//! chain specification of it.
//!
//! ```text
//! cargo run -p destra-genesis-grants --example grants                      # checks and prints
//! cargo run -p destra-genesis-grants --example grants -- --write docs      # renews plot and tables
//! cargo run -p destra-genesis-grants --example grants -- --check docs      # fails if they are stale
//! cargo run -p destra-genesis-grants --example grants -- --into spec.json mine.json
//! ```
//!
//! In the folder the plot is `unlocks.svg`, and the tables stand in `allocation-table.md` between two
//! marks. The exit status is 2 where the table is wrong, 1 for every other failure.

mod calendar;
mod options;
mod plot;
mod spec;

use calendar::Calendar;
use destra_genesis_grants::{GenesisTable, TableError};
use options::Options;
use std::{
	error::Error,
	fs,
	path::{Path, PathBuf},
	process::ExitCode,
};

// The quantities of the runtime, by the same names.
const DSYNC: u128 = 10u128.pow(18);
const MAXIMUM_SUPPLY: u128 = 1_000_000_000 * DSYNC;

const PLOT: &str = "unlocks.svg";
const PAGE: &str = "allocation-table.md";
const BEGIN: &str = "<!-- unlocks: begin (written by genesis-grants/examples/grants) -->\n";
const END: &str = "<!-- unlocks: end -->";

fn main() -> ExitCode {
	match Options::parse(std::env::args().skip(1)).and_then(|options| run(&options)) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("grants: {error}");
			ExitCode::from(status(error.as_ref()))
		}
	}
}

/// The exit status that tells a wrong table from all other failures.
fn status(error: &(dyn Error + 'static)) -> u8 {
	if error.is::<TableError>() {
		2
	} else {
		1
	}
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
	let categories = read(&options.categories)?;
	let grants = read(&options.grants)?;
	let table = GenesisTable::parse(&categories, &grants, MAXIMUM_SUPPLY)?;
	let calendar = Calendar::new(&table, options.from, options.years, options.every)?;
	let tables = [calendar::summary(&table), calendar.to_string()].join("\n");

	if let Some(folder) = &options.check {
		return check(folder, &tables, &calendar);
	}
	if let Some(folder) = &options.write {
		for (file, content) in files(folder, &tables, &calendar)? {
			write(&file, &content)?;
		}
		return Ok(());
	}
	if let Some(file) = &options.svg {
		write(file, &plot::draw(&calendar)?)?;
	}
	if let Some(file) = &options.patch {
		write(file, &spec::text(&spec::patch(&table, &options.payer)?)?)?;
	}
	if let Some((from, to)) = &options.into {
		let merged = spec::merge(&read(from)?, &table, &options.payer)
			.map_err(|error| format!("{}: {error}", from.display()))?;
		write(to, &spec::text(&merged)?)?;
	}
	print!("{tables}");
	Ok(())
}

fn read(file: &Path) -> Result<String, String> {
	fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, content: &str) -> Result<(), String> {
	fs::write(file, content).map_err(|error| format!("{}: {error}", file.display()))
}

/// The contents of the two files in `folder`, as they should be.
fn files(
	folder: &Path,
	tables: &str,
	calendar: &Calendar,
) -> Result<[(PathBuf, String); 2], Box<dyn Error>> {
	let (plot, page) = (folder.join(PLOT), folder.join(PAGE));
	let text = read(&page)?;
	let lost = |mark| format!("{} has lost its mark `{mark}`", page.display());
	let (before, rest) = text.split_once(BEGIN).ok_or_else(|| lost("begin"))?;
	let (_, after) = rest.split_once(END).ok_or_else(|| lost("end"))?;
	let text = format!("{before}{BEGIN}\n{tables}\n{END}{after}");
	Ok([(plot, plot::draw(calendar)?), (page, text)])
}

fn check(folder: &Path, tables: &str, calendar: &Calendar) -> Result<(), Box<dyn Error>> {
	for (file, content) in files(folder, tables, calendar)? {
		if fs::read_to_string(&file).ok().as_ref() != Some(&content) {
			return Err(format!(
				"{} is not what this program makes of the table: run it with --write {}",
				file.display(),
				folder.display()
			)
			.into());
		}
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_wrong_table_has_its_own_exit_status_and_names_its_row() {
		let wrong = GenesisTable::parse("id\n", "", MAXIMUM_SUPPLY).unwrap_err();
		let wrong: Box<dyn Error> = wrong.into();
		assert_eq!(status(wrong.as_ref()), 2);
		assert!(wrong.to_string().starts_with("categories.csv, row 1, key: "));
		let other: Box<dyn Error> = "the disk is full".into();
		assert_eq!(status(other.as_ref()), 1);
	}
}
