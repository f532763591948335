// SPDX-License-Identifier: Apache-2.0

//! The table that the runtime is built with, and what is read from tables.

use destra_economics::{
	vesting::{Schedule, Span, UnlockRules},
	WHOLE,
};
use destra_genesis_grants::{field, CategoryRow, GenesisTable, Source};
use proptest::prelude::*;

const CATEGORIES: &str = include_str!("../genesis/categories.csv");
const GRANTS: &str = include_str!("../genesis/grants.csv");
const HEADER: &str = "id,category,beneficiary,amount_dsync,start,upfront_percent,cliff_months,\
	end_months,period_months";
const ALICE: &str = "5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY";

const DSYNC: u128 = 10u128.pow(18);
const MAXIMUM_SUPPLY: u128 = 1_000_000_000 * DSYNC;
const PERCENT: u64 = WHOLE / 100;

fn shipped() -> GenesisTable {
	GenesisTable::parse(CATEGORIES, GRANTS, MAXIMUM_SUPPLY).unwrap()
}

/// The schedule of a grant with these fields, of a category without rules for it.
fn schedule(upfront: &str, cliff: u16, end: u16, period: u16) -> Schedule {
	let grant = format!("g,treasury,{ALICE},1,2026-01-01,{upfront},{cliff},{end},{period}");
	let grants = format!("{HEADER}\n{grant}\n");
	GenesisTable::parse(CATEGORIES, &grants, MAXIMUM_SUPPLY).unwrap().grants[0].schedule
}

// --- the table of the runtime -----------------------------------------------------------------------

/// What the schedules of a category have to keep to.
fn rules(category: &str) -> UnlockRules {
	let rules = |min_cliff, min_term, min_period, max_upfront, max_backdating| UnlockRules {
		min_cliff,
		min_term,
		min_period,
		max_upfront: max_upfront * PERCENT,
		max_backdating,
	};
	match category {
		"team" => rules(12, 48, 1, 0, 12),
		"investors" => rules(6, 24, 1, 10, 12),
		_ => rules(0, 0, 0, 100, 0),
	}
}

#[test]
fn the_shipped_categories_are_those_of_the_economy() {
	let category =
		|id, key: &str, name: &str, source, [share, min_share, max_share]: [u64; 3], row| {
			CategoryRow {
				id,
				key: key.into(),
				name: name.into(),
				source,
				share: share * PERCENT,
				min_share: min_share * PERCENT,
				max_share: max_share * PERCENT,
				revocable: key == "team",
				transferable: key == "investors",
				exit_penalty: (key == "investors").then_some(WHOLE / 2),
				unlock: rules(key),
				row,
			}
		};
	use Source::{Emission, Genesis};
	assert_eq!(
		shipped().categories,
		[
			category(0, "providers", "Node and service providers", Emission, [30, 20, 30], 3),
			category(1, "community", "Community and ecosystem", Emission, [20, 20, 30], 4),
			category(2, "team", "Team and advisors", Genesis, [17, 15, 20], 5),
			category(3, "investors", "Investors", Genesis, [15, 10, 20], 6),
			category(4, "treasury", "Treasury and reserves", Genesis, [18, 10, 20], 7),
		]
	);
}

#[test]
fn the_caps_are_the_shares_of_the_maximum_supply() {
	let caps = shipped().categories.iter().map(|category| category.cap(MAXIMUM_SUPPLY)).sum();
	assert_eq!(MAXIMUM_SUPPLY, caps);
	assert_eq!(shipped().categories[2].cap(MAXIMUM_SUPPLY), 170_000_000 * DSYNC);
}

#[test]
fn team_grants_have_a_cliff_of_a_year_then_unlock_monthly_to_month_48() {
	let table = shipped();
	let team: Vec<_> = table.grants.iter().filter(|grant| grant.category == 2).collect();
	assert!(team.len() > 1);
	for grant in team {
		let Schedule { start, .. } = grant.schedule;
		let expected = Schedule {
			start,
			upfront: 0,
			cliff: Span::Months(12),
			lump: WHOLE / 4,
			period: Span::Months(1),
			periods: 36,
		};
		assert_eq!(grant.schedule, expected, "{}", grant.label);
	}
}

#[test]
fn investor_grants_have_a_cliff_of_half_a_year_then_unlock_quarterly_to_month_24() {
	let table = shipped();
	let investors: Vec<_> = table.grants.iter().filter(|grant| grant.category == 3).collect();
	assert!(investors.len() > 1);
	for grant in investors {
		let Schedule { start, upfront, .. } = grant.schedule;
		let expected = Schedule {
			start,
			upfront,
			cliff: Span::Months(6),
			lump: (WHOLE - upfront) / 4,
			period: Span::Months(3),
			periods: 6,
		};
		assert_eq!(grant.schedule, expected, "{}", grant.label);
	}
}

#[test]
fn the_shipped_grants_leave_most_of_their_categories() {
	let table = shipped();
	for category in [2, 3] {
		let cap = table.categories[usize::from(category)].cap(MAXIMUM_SUPPLY);
		assert!(table.granted(category) > 0);
		assert!(table.granted(category) < cap / 4);
	}
	assert_eq!(table.granted(4), 0);
	assert_eq!(table.granted(2), 24_960_000 * DSYNC);
	assert_eq!(table.granted(3), 20_500_000 * DSYNC + DSYNC / 2);
}

#[test]
fn beneficiaries_with_several_grants_are_listed_once() {
	let table = shipped();
	assert_eq!(table.beneficiaries().len(), 6);
	let alice = table.grants[0].beneficiary;
	assert_eq!(table.grants.iter().filter(|grant| grant.beneficiary == alice).count(), 2);
}

// --- what is read -----------------------------------------------------------------------------------

#[test]
fn each_field_of_a_grant_is_read_exactly() {
	let grants =
		format!("{HEADER}\nseed,treasury,{ALICE},1_234.5,2026-12-01T12:00:00Z,12.5,6,24,3");
	let table = GenesisTable::parse(CATEGORIES, &grants, MAXIMUM_SUPPLY).unwrap();
	let [grant] = &table.grants[..] else { panic!("one row is one grant") };
	assert_eq!(grant.label, "seed");
	assert_eq!(grant.category, 4);
	assert_eq!(destra_genesis_grants::address::encode(&grant.beneficiary), ALICE);
	assert_eq!(grant.amount, 1_234 * DSYNC + DSYNC / 2);
	assert_eq!(grant.row, 2);
	assert_eq!(
		grant.schedule,
		Schedule {
			start: 1_796_126_400_000,
			upfront: WHOLE / 8,
			cliff: Span::Months(6),
			lump: WHOLE / 8 * 7 / 4,
			period: Span::Months(3),
			periods: 6,
		}
	);
}

#[test]
fn an_exit_penalty_is_read_where_there_is_one() {
	let categories = CATEGORIES.replace("17,15,20,yes,no,", "17,15,20,yes,no,12.5");
	let table = GenesisTable::parse(&categories, GRANTS, MAXIMUM_SUPPLY).unwrap();
	assert_eq!(table.categories[2].exit_penalty, Some(WHOLE / 8));
	assert_eq!(table.categories[4].exit_penalty, None);
}

#[test]
fn categories_come_in_the_order_of_their_numbers() {
	let mut lines: Vec<_> = CATEGORIES.lines().collect();
	lines[2..].reverse();
	let table = GenesisTable::parse(&lines.join("\n"), GRANTS, MAXIMUM_SUPPLY).unwrap();
	let places: Vec<_> =
		table.categories.iter().map(|category| (category.id, category.row)).collect();
	assert_eq!(places, [(0, 7), (1, 6), (2, 5), (3, 4), (4, 3)]);
}

#[test]
fn shares_may_have_decimals_as_long_as_they_sum_to_the_whole() {
	let third = "16.6666666666666667";
	let categories = CATEGORIES
		.replace("genesis,17,", &format!("genesis,{third},"))
		.replace("genesis,15,", "genesis,15.3333333333333333,");
	let table = GenesisTable::parse(&categories, GRANTS, MAXIMUM_SUPPLY).unwrap();
	assert_eq!(table.categories[2].share, 166_666_666_666_666_667);
}

#[test]
fn a_table_without_grants_is_a_table() {
	let table = GenesisTable::parse(CATEGORIES, HEADER, MAXIMUM_SUPPLY).unwrap();
	assert!(table.grants.is_empty() && table.beneficiaries().is_empty());
}

/// As spreadsheets write them: a mark at the start, Windows lines, quoted fields.
#[test]
fn spreadsheets_may_write_the_table() {
	let quoted = GRANTS.replace("alice-team,", "\"alice-team\",");
	let written = format!("\u{feff}{}", quoted.replace('\n', "\r\n"));
	let table = GenesisTable::parse(CATEGORIES, &written, MAXIMUM_SUPPLY).unwrap();
	assert_eq!(table, shipped());
}

#[test]
fn names_may_have_commas_and_quotes_where_they_are_quoted() {
	let categories = CATEGORIES.replace("Team and advisors", "\"Team, \"\"advisors\"\"\"");
	let table = GenesisTable::parse(&categories, GRANTS, MAXIMUM_SUPPLY).unwrap();
	assert_eq!(table.categories[2].name, "Team, \"advisors\"");
}

#[test]
fn columns_may_come_in_any_order_and_blanks_around_fields_mean_nothing() {
	let grants = format!(
		"start,id,period_months,end_months,cliff_months,upfront_percent,amount_dsync,beneficiary,category\n\
		 2026-01-01 , alice , 1,48,12, 0 ,5, {ALICE} ,team"
	);
	let table = GenesisTable::parse(CATEGORIES, &grants, MAXIMUM_SUPPLY).unwrap();
	assert_eq!(table.grants[0].label, "alice");
	assert_eq!(table.grants[0].amount, 5 * DSYNC);
}

// --- schedules --------------------------------------------------------------------------------------

#[test]
fn the_lump_is_what_has_accrued_by_the_cliff_of_what_is_not_upfront() {
	assert_eq!(schedule("20", 6, 24, 3).lump, WHOLE / 100 * 20);
	assert_eq!(schedule("0", 0, 24, 1).lump, 0);
}

#[test]
fn a_lump_that_is_no_whole_number_of_parts_is_rounded_down() {
	let schedule = schedule("0", 1, 3, 1);
	assert_eq!(schedule.lump, 333_333_333_333_333_333);
	// Ten planck: three at the cliff, then three and a half twice, of which the end pays both halves.
	let end = schedule.end().unwrap();
	let unlocks: Vec<_> = schedule.unlocks(10, 0, end).map(|(_, amount)| amount).collect();
	assert_eq!(unlocks, [3, 3, 4]);
}

#[test]
fn a_cliff_at_the_end_unlocks_all_of_it_at_once() {
	let schedule = schedule("10", 12, 12, 1);
	assert_eq!((schedule.lump, schedule.periods), (WHOLE / 10 * 9, 0));
}

#[test]
fn without_any_months_all_of_it_unlocks_at_the_start() {
	let schedule = schedule("0", 0, 0, 1);
	assert_eq!(schedule.vested(1_000, schedule.start - 1), 0);
	assert_eq!(schedule.vested(1_000, schedule.start), 1_000);
}

proptest! {
	/// Whatever the months, rounding takes less than a part of the whole and a planck from the lump,
	/// and nothing from the grant.
	#[test]
	fn rounding_only_moves_dust_from_the_lump_to_the_steps(
		upfront in 0..WHOLE,
		cliff in 0u16..120,
		steps in 1u16..120,
		period in 1u16..13,
		total in 1..MAXIMUM_SUPPLY,
	) {
		let (whole, parts) = (upfront / PERCENT, upfront % PERCENT);
		let end = cliff + steps * period;
		let schedule = schedule(&format!("{whole}.{parts:016}"), cliff, end, period);
		prop_assert_eq!(schedule.upfront, upfront);
		prop_assert_eq!(schedule.vested(total, schedule.end().unwrap()), total);
		let exact = u128::from(WHOLE - upfront) * u128::from(cliff);
		let lump = u128::from(schedule.lump) * u128::from(end);
		prop_assert!(lump <= exact && exact - lump < u128::from(end));
	}

	/// No text makes the reader panic, and what it refuses it can say.
	#[test]
	fn no_text_is_too_strange(text in "\\PC*|[a-z,\"#\n\r0-9._%]*") {
		for (categories, grants) in [
			(&text[..], GRANTS),
			(CATEGORIES, &text[..]),
			(CATEGORIES, &format!("{HEADER}\n{text}")),
		] {
			if let Err(error) = GenesisTable::parse(categories, grants, MAXIMUM_SUPPLY) {
				prop_assert!(error.to_string().starts_with(error.file.name()));
			}
		}
		field::moment(&text);
	}
}
