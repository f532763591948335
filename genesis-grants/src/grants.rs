// SPDX-License-Identifier: Apache-2.0

//! The grants that exist from the first block on.

use crate::{
	categories::{CategoryRow, Source},
	error::{Fault, File, TableError},
	sheet::{Columns, Row},
};
use alloc::{
	collections::BTreeMap,
	string::{String, ToString},
	vec::Vec,
};
use destra_economics::{
	mul_div_floor,
	vesting::{BrokenRule, Schedule, Span},
	WHOLE,
};

/// The longest label of a grant, in bytes.
pub const LONGEST_LABEL: usize = 64;

const COLUMNS: Columns = Columns {
	file: File::Grants,
	names: &[
		"id",
		"category",
		"beneficiary",
		"amount_dsync",
		"start",
		"upfront_percent",
		"cliff_months",
		"end_months",
		"period_months",
	],
	label: "id",
};

/// An amount that unlocks for somebody over time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GrantRow {
	/// What people call it.
	pub label: String,
	/// The number of its category, which is of kind genesis.
	pub category: u8,
	/// The account that gets it.
	pub beneficiary: [u8; 32],
	/// In planck, above zero.
	pub amount: u128,
	/// When it unlocks. Valid.
	pub schedule: Schedule,
	/// The line in the file, counted from one.
	pub row: u32,
}

impl GrantRow {
	fn parse(row: &Row, categories: &[CategoryRow]) -> Result<Self, TableError> {
		let category = category(row, categories)?;
		let grant = Self {
			label: row.name("id", LONGEST_LABEL)?,
			category: category.id,
			beneficiary: row.account("beneficiary")?,
			amount: row.amount("amount_dsync")?,
			schedule: schedule(row)?,
			row: row.number,
		};
		if grant.amount == 0 {
			return Err(row.error("amount_dsync", Fault::ZeroAmount));
		}
		// When the chain begins is not known here: who reads the table sees how long ago a grant began.
		if let Err(broken) = category.unlock.check(&grant.schedule, 0) {
			let (category, rules) = (category.key.clone(), category.unlock);
			return Err(row.error(column_of(broken), Fault::Rule { category, broken, rules }));
		}
		Ok(grant)
	}
}

/// Where a table says what breaks a rule.
const fn column_of(broken: BrokenRule) -> &'static str {
	match broken {
		BrokenRule::UpfrontTooLarge => "upfront_percent",
		BrokenRule::CliffTooShort | BrokenRule::LumpTooLarge => "cliff_months",
		BrokenRule::TermTooShort => "end_months",
		BrokenRule::PeriodTooShort => "period_months",
		BrokenRule::StartTooEarly => "start",
	}
}

/// The category of a grant.
fn category<'a>(row: &Row, categories: &'a [CategoryRow]) -> Result<&'a CategoryRow, TableError> {
	let key = row.text("category")?;
	let category = categories.iter().find(|category| category.key == key).ok_or_else(|| {
		let known: Vec<_> = categories.iter().map(|category| category.key.as_str()).collect();
		let fault = Fault::UnknownCategory { text: key.to_string(), known: known.join(", ") };
		row.error("category", fault)
	})?;
	match category.source {
		Source::Genesis => Ok(category),
		Source::Emission => Err(row.error("category", Fault::EmittedCategory)),
	}
}

/// The schedule of a grant.
///
/// What does not unlock upfront unlocks evenly from the start to the end: at the cliff the part of
/// it that belongs to the months until then, afterwards the rest in equal steps. That lump is
/// rounded down to a part of 10¹⁸ (less than that and a planck of the grant); what it loses, the
/// steps pay, so that at the end everything has unlocked.
fn schedule(row: &Row) -> Result<Schedule, TableError> {
	let start = row.moment("start")?;
	let upfront = row.percent("upfront_percent")?;
	let cliff = row.whole("cliff_months", u16::MAX)?;
	let end = row.whole("end_months", u16::MAX)?;
	let period = row.whole("period_months", u16::MAX)?;

	let Some(after_cliff) = end.checked_sub(cliff) else {
		return Err(row.error("cliff_months", Fault::CliffBeyondEnd { cliff, end }));
	};
	let (Some(periods), Some(left)) =
		(after_cliff.checked_div(period), after_cliff.checked_rem(period))
	else {
		return Err(row.error("period_months", Fault::ZeroPeriod));
	};
	if left > 0 {
		return Err(row.error("period_months", Fault::UnevenSteps { cliff, end, period }));
	}

	let gradual = WHOLE.saturating_sub(upfront);
	// Without any months there is nothing to divide by: all of it unlocks at the start.
	let lump = mul_div_floor(gradual.into(), cliff.into(), end.into())
		.and_then(|lump| u64::try_from(lump).ok())
		.unwrap_or(gradual);
	let schedule = Schedule {
		start,
		upfront,
		cliff: Span::Months(cliff),
		lump,
		period: Span::Months(period),
		periods: periods.into(),
	};
	match schedule.validate() {
		Ok(()) => Ok(schedule),
		Err(error) => Err(row.error("end_months", Fault::Schedule(error))),
	}
}

/// The grants in the order of the file: each with a label of its own, together below the caps.
pub(crate) fn parse(
	text: &str,
	categories: &[CategoryRow],
	maximum_supply: u128,
) -> Result<Vec<GrantRow>, TableError> {
	let mut used: BTreeMap<u8, (u128, u128)> = categories
		.iter()
		.map(|category| (category.id, (0, category.cap(maximum_supply))))
		.collect();
	let mut labels = BTreeMap::new();
	let mut grants = Vec::new();
	for row in COLUMNS.read(text)? {
		let grant = GrantRow::parse(&row, categories)?;
		if let Some(first) = labels.insert(grant.label.clone(), grant.row) {
			return Err(row.error("id", Fault::DuplicateGrant { first }));
		}
		let (granted, cap) = used.entry(grant.category).or_default();
		*granted = granted.saturating_add(grant.amount);
		if *granted > *cap {
			let fault = Fault::AboveCap { granted: *granted, cap: *cap };
			return Err(row.error("amount_dsync", fault));
		}
		grants.push(grant);
	}
	Ok(grants)
}
