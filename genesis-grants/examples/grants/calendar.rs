// SPDX-License-Identifier: Apache-2.0

//! When the grants of a table unlock, month by month.

use crate::{DSYNC, MAXIMUM_SUPPLY};
use chrono::DateTime;
use destra_economics::{mul_div_floor, vesting, WHOLE};
use destra_genesis_grants::{GenesisTable, GrantRow};
use std::{collections::BTreeMap, error::Error, fmt};

/// The grants of one category.
pub struct Category {
	pub name: String,
	pub grants: Vec<GrantRow>,
}

/// The categories that grant something, over a time.
pub struct Calendar {
	pub categories: Vec<Category>,
	/// The first moment of each row, and that after the last one.
	pub bounds: Vec<u64>,
}

impl Category {
	/// What has unlocked by then, in planck.
	pub fn vested(&self, now: u64) -> u128 {
		self.grants.iter().map(|grant| grant.schedule.vested(grant.amount, now)).sum()
	}

	/// All that ever unlocks, in planck.
	pub fn granted(&self) -> u128 {
		self.grants.iter().map(|grant| grant.amount).sum()
	}

	/// What unlocks after `from` and up to `to`, in planck, by its moment.
	pub fn unlocks(&self, from: u64, to: u64) -> BTreeMap<u64, u128> {
		let mut unlocks = BTreeMap::new();
		for grant in &self.grants {
			for (at, amount) in grant.schedule.unlocks(grant.amount, from, to) {
				*unlocks.entry(at).or_default() += amount;
			}
		}
		unlocks
	}
}

impl Calendar {
	/// So many `years` in rows of `every` so many months, from the month of `from` on, or else from
	/// that of the earliest start.
	pub fn new(
		table: &GenesisTable,
		from: Option<u64>,
		years: u16,
		every: u16,
	) -> Result<Self, Box<dyn Error>> {
		let of_category = |id| table.grants.iter().filter(move |grant| grant.category == id);
		let categories = table.categories.iter().map(|category| Category {
			name: category.name.clone(),
			grants: of_category(category.id).cloned().collect(),
		});
		let earliest = table.grants.iter().map(|grant| grant.schedule.start).min();
		let from = from.or(earliest).ok_or("without a grant there is no calendar")?;
		let rows = (usize::from(years) * 12).div_ceil(every.into());
		let bounds = vesting::months_from(from).step_by(every.into()).take(rows + 1);
		Ok(Self {
			categories: categories.filter(|category| !category.grants.is_empty()).collect(),
			bounds: bounds.collect(),
		})
	}

	/// What each category has unlocked before `bound`, in planck.
	fn before(&self, bound: u64) -> Vec<u128> {
		let last = bound.saturating_sub(1);
		self.categories.iter().map(|category| category.vested(last)).collect()
	}
}

/// The day of a moment.
pub fn day(moment: u64) -> String {
	i64::try_from(moment)
		.ok()
		.and_then(DateTime::from_timestamp_millis)
		.map_or_else(|| moment.to_string(), |moment| moment.format("%Y-%m-%d").to_string())
}

/// In DSYNC, with two decimals to the nearest, and digits in groups of three.
fn dsync(amount: u128) -> String {
	let hundredths = mul_div_floor(amount, 200, DSYNC).map_or(0, |halves| halves.div_ceil(2));
	let digits = (hundredths / 100).to_string();
	let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
	format!("{}.{:02}", groups.join(","), hundredths % 100)
}

/// A row of a Markdown table.
fn row(first: &str, cells: impl IntoIterator<Item = String>) -> String {
	let cells: Vec<_> = cells.into_iter().collect();
	format!("| {first} | {} |\n", cells.join(" | "))
}

/// Share, cap and grants of each category, as Markdown.
pub fn summary(table: &GenesisTable) -> String {
	let mut text = "The categories, in DSYNC:\n\n".to_string();
	text +=
		"| category | share | cap | grants | granted | left |\n|---|---:|---:|---:|---:|---:|\n";
	for category in &table.categories {
		let cap = category.cap(MAXIMUM_SUPPLY);
		let granted = table.granted(category.id);
		let grants = table.grants.iter().filter(|grant| grant.category == category.id).count();
		let share = 100.0 * category.share as f64 / WHOLE as f64;
		let amounts = [dsync(cap), grants.to_string(), dsync(granted), dsync(cap - granted)];
		text += &row(&category.name, [format!("{share} %")].into_iter().chain(amounts));
	}
	text
}

/// The calendar as Markdown: a row for each time, and what comes before and after them all.
impl fmt::Display for Calendar {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let names = self.categories.iter().map(|category| category.name.clone());
		let sums = ["unlocks".to_string(), "unlocked in all".to_string()];
		f.write_str(
			"What unlocks from this day until the day before that of the next row, in DSYNC:\n\n",
		)?;
		f.write_str(&row("from", names.chain(sums)))?;
		writeln!(f, "|---|{}", "---:|".repeat(self.categories.len() + 2))?;

		let mut known = vec![0; self.categories.len()];
		let mut line = |name: &str, unlocked: Vec<u128>, always: bool| {
			let new = unlocked.iter().zip(&known).map(|(now, before)| now - before);
			let new: Vec<u128> = new.collect();
			let sums = [new.iter().sum(), unlocked.iter().sum()];
			known = unlocked;
			match always || sums[0] > 0 {
				true => f.write_str(&row(name, new.into_iter().chain(sums).map(dsync))),
				false => Ok(()),
			}
		};
		let granted: Vec<u128> = self.categories.iter().map(Category::granted).collect();
		if let Some(first) = self.bounds.first() {
			line("before", self.before(*first), false)?;
		}
		for bounds in self.bounds.windows(2) {
			line(&day(bounds[0]), self.before(bounds[1]), true)?;
		}
		line("later", granted.clone(), false)?;
		let all: u128 = granted.iter().sum();
		f.write_str(&row("all", granted.into_iter().chain([all, all]).map(dsync)))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use destra_genesis_grants::field;

	const CATEGORIES: &str = include_str!("../../genesis/categories.csv");
	const GRANTS: &str = "\
id,category,beneficiary,amount_dsync,start,upfront_percent,cliff_months,end_months,period_months
a,team,5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY,4_800,2026-01-01,0,12,48,1
b,investors,5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY,2_000.25,2026-01-15,10,6,24,3
";

	fn calendar(from: Option<&str>, years: u16, every: u16) -> String {
		let table = GenesisTable::parse(CATEGORIES, GRANTS, MAXIMUM_SUPPLY).unwrap();
		let from = from.and_then(field::moment);
		Calendar::new(&table, from, years, every).unwrap().to_string()
	}

	fn lines(text: &str) -> Vec<&str> {
		text.lines().skip(4).collect()
	}

	#[test]
	fn a_row_has_what_unlocks_from_its_first_day_on() {
		assert_eq!(
			lines(&calendar(None, 1, 6)),
			[
				// The tenth at the start.
				"| 2026-01-01 | 0.00 | 200.03 | 200.03 | 200.03 |",
				// The cliff with a quarter of the rest, and the first step with an eighth.
				"| 2026-07-01 | 0.00 | 675.08 | 675.08 | 875.11 |",
				"| later | 4,800.00 | 1,125.14 | 5,925.14 | 6,800.25 |",
				"| all | 4,800.00 | 2,000.25 | 6,800.25 | 6,800.25 |",
			]
		);
	}

	#[test]
	fn what_came_before_is_not_lost() {
		assert_eq!(
			lines(&calendar(Some("2029-06-17"), 1, 3)),
			[
				"| before | 4,000.00 | 2,000.25 | 6,000.25 | 6,000.25 |",
				"| 2029-06-01 | 300.00 | 0.00 | 300.00 | 6,300.25 |",
				"| 2029-09-01 | 300.00 | 0.00 | 300.00 | 6,600.25 |",
				"| 2029-12-01 | 200.00 | 0.00 | 200.00 | 6,800.25 |",
				"| 2030-03-01 | 0.00 | 0.00 | 0.00 | 6,800.25 |",
				"| all | 4,800.00 | 2,000.25 | 6,800.25 | 6,800.25 |",
			]
		);
	}

	#[test]
	fn amounts_are_written_for_people() {
		for (amount, text) in [
			(0, "0.00"),
			(DSYNC / 200, "0.01"),
			(999 * DSYNC, "999.00"),
			(1_000 * DSYNC + DSYNC / 4, "1,000.25"),
			(MAXIMUM_SUPPLY, "1,000,000,000.00"),
		] {
			assert_eq!(dsync(amount), text);
		}
	}
}
