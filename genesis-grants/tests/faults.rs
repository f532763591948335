// SPDX-License-Identifier: Apache-2.0

//! Every fault of a table has its own error, which names its place and what to do.

use destra_economics::vesting::{BrokenRule, InvalidSchedule, UnlockRules};
use destra_genesis_grants::{
	address::AddressError, error::Number, Fault, GenesisTable, TableError,
};

const CATEGORIES: &str = "\
id,key,name,kind,share_percent,min_percent,max_percent,revocable,transferable,exit_penalty_percent,\
min_cliff_months,min_term_months,min_period_months,max_upfront_percent,max_backdating_months
# Emitted.
0,providers,Providers,emitted,50,40,60,no,no,,0,0,0,100,0
2,team,Team,genesis,30,20,40,yes,no,,0,0,0,100,0
3,investors,Investors,genesis,20,10,20,no,yes,25,6,24,1,10,12
";

const GRANTS: &str = "\
id,category,beneficiary,amount_dsync,start,upfront_percent,cliff_months,end_months,period_months

alice,team,5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY,250,2026-01-01,0,12,48,1
# Another one.
bob,team,5HpG9w8EBLe5XCrbczpwq5TSXvedjrBGCwqxK1iQ7qUsSWFc,50,2026-06-01,10,6,24,3
";

const ONE_THOUSAND: u128 = 1_000 * 10u128.pow(18);
const PERCENT: u64 = destra_economics::WHOLE / 100;

fn parse(categories: &str, grants: &str) -> Result<GenesisTable, TableError> {
	GenesisTable::parse(categories, grants, ONE_THOUSAND)
}

/// One text for another, which has to be there exactly once.
fn replaced(text: &str, from: &str, to: &str) -> String {
	assert_eq!(text.matches(from).count(), 1, "'{from}' is in the table once");
	text.replace(from, to)
}

/// The error of the categories with `to` for `from`: it says `message`.
#[track_caller]
fn in_categories(from: &str, to: &str, fault: Fault, message: &str) {
	let error = parse(&replaced(CATEGORIES, from, to), GRANTS).unwrap_err();
	assert_eq!((error.to_string().as_str(), &error.fault), (message, &fault));
}

/// The error of the grants with `to` for `from`: it says `message`.
#[track_caller]
fn in_grants(from: &str, to: &str, fault: Fault, message: &str) {
	let error = parse(CATEGORIES, &replaced(GRANTS, from, to)).unwrap_err();
	assert_eq!((error.to_string().as_str(), &error.fault), (message, &fault));
}

fn bad_number(text: &str, expected: Number) -> Fault {
	Fault::BadNumber { text: text.into(), expected }
}

#[test]
fn the_table_without_a_fault_is_read() {
	let table = parse(CATEGORIES, GRANTS).unwrap();
	assert_eq!((table.categories.len(), table.grants.len()), (3, 2));
	// All that there is may be granted.
	assert_eq!(table.granted(2), table.categories[1].cap(ONE_THOUSAND));
}

// --- the form ---------------------------------------------------------------------------------------

#[test]
fn an_empty_file() {
	for text in ["", "\n\n", "# Only a comment.\n"] {
		let error = parse(CATEGORIES, text).unwrap_err();
		assert_eq!(error.fault, Fault::NoHeader);
		assert_eq!(
			error.to_string(),
			"grants.csv: is empty: let the names of the columns come first"
		);
	}
}

#[test]
fn a_missing_column() {
	in_grants(
		",period_months\n",
		"\n",
		Fault::MissingColumn,
		"grants.csv, row 1, period_months: the header has no such column: add it",
	);
}

#[test]
fn an_unknown_column() {
	in_categories(
		"revocable,transferable",
		"revokable,transferable",
		Fault::UnknownColumn("revokable".into()),
		"categories.csv, row 1: no table has a column 'revokable': correct its name, or take it out",
	);
}

#[test]
fn a_repeated_column() {
	in_grants(
		",end_months",
		",cliff_months",
		Fault::RepeatedColumn,
		"grants.csv, row 1, cliff_months: the header has this column twice: take one out",
	);
}

#[test]
fn a_quote_that_stays_open() {
	in_grants(
		"bob,team",
		"\"bob,team",
		Fault::OpenQuote,
		"grants.csv, row 5, id: a quoted field does not end in its row: close its quotation mark",
	);
}

#[test]
fn a_quote_within_a_field() {
	let message = |place: &str| {
		format!(
			"{place}: has a quotation mark in its midst: put the marks around the whole field, or take them \
			 out; one that is meant is written twice within them"
		)
	};
	for text in ["\"2\"50", "2\"5\"0", "\"250\" DSYNC", "250\""] {
		in_grants(
			",250,",
			&format!(",{text},"),
			Fault::StrayQuote,
			&message("grants.csv, row 3, amount_dsync"),
		);
	}
	in_categories(
		"revocable",
		"\"re\"vocable",
		Fault::StrayQuote,
		&message("categories.csv, row 1"),
	);
}

#[test]
fn a_field_in_quotes_is_the_same_without_them() {
	let plain = parse(CATEGORIES, GRANTS);
	assert_eq!(parse(CATEGORIES, &replaced(GRANTS, ",250,", ", \"250\"\t,")), plain);
	assert_eq!(parse(CATEGORIES, &replaced(GRANTS, "6,24,3", "6,24,\" 3 \"")), plain);
	let name = |text: &str| {
		let table = parse(&replaced(CATEGORIES, "Team", text), GRANTS).unwrap();
		table.categories[1].name.clone()
	};
	assert_eq!(name("\"Team, \"\"core\"\"\""), "Team, \"core\"");
	assert_eq!(name("Équipe"), "Équipe");
}

#[test]
fn too_few_and_too_many_fields() {
	in_grants(
		",12,48,1",
		",12,48",
		Fault::FieldCount { found: 8, expected: 9 },
		"grants.csv, row 3: has 8 fields where the header has 9: give each column its field",
	);
	in_grants(
		",250,",
		",1,000,",
		Fault::FieldCount { found: 10, expected: 9 },
		"grants.csv, row 3: has 10 fields where the header has 9: give each column its field",
	);
}

// --- single fields ----------------------------------------------------------------------------------

#[test]
fn an_empty_field() {
	in_grants(
		",250,",
		",,",
		Fault::Empty,
		"grants.csv, row 3 (alice), amount_dsync: is empty: fill it in",
	);
	in_grants("alice,", ",", Fault::Empty, "grants.csv, row 3, id: is empty: fill it in");
}

#[test]
fn a_bad_amount() {
	for text in [
		"-250",
		"+250",
		"2.5e2",
		"1 000",
		"0.0000000000000000001",
		"lots",
		"1_",
		"2_50",
		"1__000",
		"0250",
		"２５０",
		"250.",
		".5",
	] {
		in_grants(
			",250,",
			&format!(",{text},"),
			bad_number(text, Number::Amount),
			&format!(
				"grants.csv, row 3 (alice), amount_dsync: '{text}' is not an amount of DSYNC with at \
				 most 18 digits after the point, written like 1_000_000.5 or 1000000.5"
			),
		);
	}
}

#[test]
fn a_bad_percentage() {
	for text in ["100.0000000000000001", "101", "-1", "10%", "0.00000000000000001", "010", "1_0"] {
		in_grants(
			",10,6,",
			&format!(",{text},6,"),
			bad_number(text, Number::Percent),
			&format!(
				"grants.csv, row 5 (bob), upfront_percent: '{text}' is not a percentage from 0 to 100 \
				 with at most 16 digits after the point, written like 12.5"
			),
		);
	}
	in_categories(
		",yes,25",
		",yes,125",
		bad_number("125", Number::Percent),
		"categories.csv, row 5 (investors), exit_penalty_percent: '125' is not a percentage from 0 to \
		 100 with at most 16 digits after the point, written like 12.5",
	);
}

#[test]
fn a_bad_whole_number() {
	for text in ["65536", "1.5", "-1", "+12", "012", "1_2", "a year"] {
		in_grants(
			",12,48,",
			&format!(",{text},48,"),
			bad_number(text, Number::UpTo(65_535)),
			&format!(
				"grants.csv, row 3 (alice), cliff_months: '{text}' is not a whole number from 0 to 65535, \
				 written like 12"
			),
		);
	}
	in_categories(
		"2,team",
		"256,team",
		bad_number("256", Number::UpTo(255)),
		"categories.csv, row 4 (team), id: '256' is not a whole number from 0 to 255, written like 12",
	);
}

#[test]
fn a_word_that_no_column_knows() {
	in_categories(
		"genesis,30",
		"premined,30",
		Fault::BadWord { text: "premined".into(), expected: "genesis or emitted" },
		"categories.csv, row 4 (team), kind: 'premined' is not genesis or emitted",
	);
	in_categories(
		"40,yes",
		"40,true",
		Fault::BadWord { text: "true".into(), expected: "yes or no" },
		"categories.csv, row 4 (team), revocable: 'true' is not yes or no",
	);
}

#[test]
fn a_name_that_is_too_long() {
	in_categories(
		"Team",
		&"a".repeat(33),
		Fault::BadName { longest: 32 },
		"categories.csv, row 4 (team), name: is too long for a name: write at most 32 bytes",
	);
}

#[test]
fn a_character_that_nobody_sees() {
	for (from, column) in [
		("bob,team", "id"),
		("team,5HpG", "category"),
		("5HpG9w8EBLe5", "beneficiary"),
		("50,2026-06", "amount_dsync"),
		("2026-06-01,10", "start"),
	] {
		for odd in ['\u{200b}', '\u{202e}', '\u{feff}', '\u{a0}', '\u{7}', '\u{ad}', '\u{2066}'] {
			in_grants(
				from,
				&format!("{odd}{from}"),
				Fault::Unseen(odd),
				&format!(
					"grants.csv, row 5, {column}: has the character U+{:04X}, which cannot be seen or \
					 looks like a blank: take it out, a blank between words is U+0020",
					u32::from(odd)
				),
			);
		}
	}
	// In the header no column can be named.
	in_categories(
		"revocable",
		"revocable\u{200d}",
		Fault::Unseen('\u{200d}'),
		"categories.csv, row 1: has the character U+200D, which cannot be seen or looks like a blank: take \
		 it out, a blank between words is U+0020",
	);
}

#[test]
fn a_mark_at_the_start_of_a_file_is_what_spreadsheets_write_once() {
	assert_eq!(parse(CATEGORIES, &format!("\u{feff}{GRANTS}")), parse(CATEGORIES, GRANTS));
	let twice = parse(CATEGORIES, &format!("\u{feff}\u{feff}{GRANTS}")).unwrap_err();
	assert_eq!(twice.fault, Fault::Unseen('\u{feff}'));
}

#[test]
fn a_bad_date() {
	for text in [
		"2026-13-01",
		"01.06.2026",
		"2026-06-01T00:00:00+02:00",
		"1969-06-01",
		"2026-06-30T23:59:60Z",
		"2026-06-01T24:00:00Z",
		"2026-06-01 00:00:00Z",
		"2026-06-01T00:00:00.0001Z",
	] {
		in_grants(
			"2026-06-01",
			text,
			Fault::BadDate { text: text.into() },
			&format!(
				"grants.csv, row 5 (bob), start: '{text}' is not a date since 1970: write 2026-12-01, or \
				 2026-12-01T12:00:00Z, in UTC"
			),
		);
	}
}

#[test]
fn a_bad_address() {
	const BOB: &str = "5HpG9w8EBLe5XCrbczpwq5TSXvedjrBGCwqxK1iQ7qUsSWFc";
	for (text, error, says) in [
		(
			// Two characters exchanged.
			"5HpG9w8EBLe5XCrbczpwq5TSXvedjrBGCwqxK1iQ7qUsSWcF",
			AddressError::Checksum,
			"the checksum of the address is wrong, so a character is: copy it again",
		),
		(
			"5HpG9w8EBLe5XCrbczpwq5TSXvedjrBGCwqxK1i",
			AddressError::Length(29),
			"an address of an account has 35 bytes, this one 29: copy it again, as a whole",
		),
		(
			"5HpG9w8EBLe5XCrbczpwq5TSXvedjrBGCwqxK1iQ7qUsSWF0",
			AddressError::NotBase58,
			"has a character that no address has: copy it again, or write 0x with 64 digits",
		),
		(
			"0xfe65717dad0447d715f660a0a58411de509b42e6efb8375f562f58a554d586",
			AddressError::NotHex,
			"an account in hexadecimal is 0x with 64 digits from 0 to 9 and a to f",
		),
	] {
		let message = format!("grants.csv, row 5 (bob), beneficiary: {says}");
		in_grants(BOB, text, Fault::BadAddress(error), &message);
	}
}

// --- categories -------------------------------------------------------------------------------------

#[test]
fn shares_below_and_above_the_whole() {
	in_categories(
		"genesis,20,",
		"genesis,19.25,",
		Fault::SharesMissWhole { sum: 9_925 * u128::from(PERCENT) / 100 },
		"categories.csv, share_percent: the shares sum to 99.25 %, where 100 % are needed: 0.75 % missing",
	);
	in_categories(
		"emitted,50,",
		"emitted,50.0000000000000001,",
		Fault::SharesMissWhole { sum: 100 * u128::from(PERCENT) + 1 },
		"categories.csv, share_percent: the shares sum to 100.0000000000000001 %, where 100 % are \
		 needed: 0.0000000000000001 % too much",
	);
}

#[test]
fn a_share_outside_of_its_range() {
	let outside = |share, min, max| Fault::ShareOutsideRange {
		share: share * PERCENT,
		min: min * PERCENT,
		max: max * PERCENT,
	};
	in_categories(
		"genesis,20,",
		"genesis,21,",
		outside(21, 10, 20),
		"categories.csv, row 5 (investors), share_percent: a share of 21 % is outside of its range from \
		 10 % to 20 %: bring it inside",
	);
	in_categories(
		"emitted,50,",
		"emitted,39,",
		outside(39, 40, 60),
		"categories.csv, row 3 (providers), share_percent: a share of 39 % is outside of its range from \
		 40 % to 60 %: bring it inside",
	);
}

#[test]
fn a_range_that_is_reversed() {
	in_categories(
		"30,20,40",
		"30,40,20",
		Fault::RangeReversed { min: 40 * PERCENT, max: 20 * PERCENT },
		"categories.csv, row 4 (team), min_percent: a least share of 40 % is above the largest of 20 %: \
		 exchange them",
	);
}

#[test]
fn categories_that_overlap() {
	let fault = || Fault::DuplicateCategory { first: 4 };
	for (from, to, place) in [
		("3,investors", "2,investors", "(investors), id"),
		("3,investors", "3,team", "(team), key"),
		("Investors", "Team", "(investors), name"),
	] {
		let message = format!(
			"categories.csv, row 5 {place}: the category in row 4 has the same: give each its own"
		);
		in_categories(from, to, fault(), &message);
	}
}

// --- grants -----------------------------------------------------------------------------------------

#[test]
fn grants_that_overlap() {
	in_grants(
		"bob,team",
		"alice,team",
		Fault::DuplicateGrant { first: 3 },
		"grants.csv, row 5 (alice), id: the grant in row 3 has the same: give each its own",
	);
}

#[test]
fn a_grant_of_an_unknown_category() {
	in_grants(
		"bob,team",
		"bob,founders",
		Fault::UnknownCategory {
			text: "founders".into(),
			known: "providers, team, investors".into(),
		},
		"grants.csv, row 5 (bob), category: no category has the key 'founders': choose from providers, \
		 team, investors",
	);
}

#[test]
fn a_grant_of_what_does_not_exist_yet() {
	in_grants(
		"bob,team",
		"bob,providers",
		Fault::EmittedCategory,
		"grants.csv, row 5 (bob), category: this category is emitted, so that nothing of it exists at \
		 genesis: choose one of kind genesis, or let the chain grant it later",
	);
}

#[test]
fn a_grant_of_nothing() {
	in_grants(
		",250,",
		",0.00,",
		Fault::ZeroAmount,
		"grants.csv, row 3 (alice), amount_dsync: a grant of nothing: give it an amount, or take it out",
	);
}

#[test]
fn a_cliff_beyond_the_end() {
	in_grants(
		",12,48,1",
		",49,48,1",
		Fault::CliffBeyondEnd { cliff: 49, end: 48 },
		"grants.csv, row 3 (alice), cliff_months: a cliff after 49 months lies beyond the end after 48: \
		 let it come at the end at the latest",
	);
}

#[test]
fn a_period_of_no_time() {
	in_grants(
		",12,48,1",
		",12,48,0",
		Fault::ZeroPeriod,
		"grants.csv, row 3 (alice), period_months: steps need time between them: write at least 1 month",
	);
}

#[test]
fn steps_that_do_not_come_out_even() {
	in_grants(
		",6,24,3",
		",6,23,3",
		Fault::UnevenSteps { cliff: 6, end: 23, period: 3 },
		"grants.csv, row 5 (bob), period_months: from the cliff after 6 months to the end after 23 is no \
		 whole number of steps of 3: change one of them",
	);
}

#[test]
fn a_schedule_that_the_chain_would_refuse() {
	in_grants(
		",10,6,24,3",
		",100,6,24,3",
		Fault::Schedule(InvalidSchedule::NothingLeft),
		"grants.csv, row 5 (bob), end_months: the schedule is refused: the upfront part and the lump \
		 leave nothing for the periods",
	);
	in_grants(
		",12,48,1",
		",12,65535,1",
		Fault::Schedule(InvalidSchedule::TooManyPeriods),
		"grants.csv, row 3 (alice), end_months: the schedule is refused: there are more than 4096 periods",
	);
}

#[test]
fn a_schedule_that_breaks_a_rule_of_its_category() {
	let rules = UnlockRules {
		min_cliff: 6,
		min_term: 24,
		min_period: 2,
		max_upfront: 10 * PERCENT,
		max_backdating: 12,
	};
	let categories = replaced(CATEGORIES, "yes,no,,0,0,0,100,0", "yes,no,,6,24,2,10,12");
	let grants = replaced(GRANTS, ",0,12,48,1", ",0,12,48,2");
	assert!(parse(&categories, &grants).is_ok());
	for (to, broken, says) in [
		(
			",10.1,6,24,3",
			BrokenRule::UpfrontTooLarge,
			"upfront_percent: the category team asks for no more than 10 % at the start",
		),
		(
			",10,3,24,3",
			BrokenRule::CliffTooShort,
			"cliff_months: the category team asks for a cliff after 6 months or later",
		),
		(
			",10,6,21,3",
			BrokenRule::TermTooShort,
			"end_months: the category team asks for an end after 24 months or later",
		),
		(
			",10,6,24,1",
			BrokenRule::PeriodTooShort,
			"period_months: the category team asks for steps of 2 months or more",
		),
	] {
		let error = parse(&categories, &replaced(&grants, ",10,6,24,3", to)).unwrap_err();
		assert_eq!(error.fault, Fault::Rule { category: "team".into(), broken, rules });
		assert_eq!(error.to_string(), format!("grants.csv, row 5 (bob), {says}"));
	}
}

#[test]
fn a_least_cliff_beyond_the_least_term() {
	in_categories(
		",6,24,1,",
		",25,24,1,",
		Fault::CliffBeyondTerm { cliff: 25, term: 24 },
		"categories.csv, row 5 (investors), min_cliff_months: a least cliff of 25 months lies beyond the \
		 least term of 24: exchange them",
	);
	in_categories(
		",6,24,1,",
		",6,121,1,",
		bad_number("121", Number::UpTo(120)),
		"categories.csv, row 5 (investors), min_term_months: '121' is not a whole number from 0 to 120, \
		 written like 12",
	);
}

#[test]
fn grants_above_the_cap_of_their_category() {
	let dsync = 10u128.pow(18);
	// The first grant alone fits; with the second one it is half a DSYNC too much.
	in_grants(
		",50,2026",
		",50.5,2026",
		Fault::AboveCap { granted: 300 * dsync + dsync / 2, cap: 300 * dsync },
		"grants.csv, row 5 (bob), amount_dsync: with this grant its category grants 300.5 DSYNC, 0.5 \
		 more than its cap of 300: grant less, or raise the share of the category",
	);
}

#[test]
fn amounts_that_overflow_are_above_the_cap() {
	in_grants(
		",50,2026",
		",340282366920938463463,2026",
		Fault::AboveCap { granted: u128::MAX, cap: 300 * 10u128.pow(18) },
		"grants.csv, row 5 (bob), amount_dsync: with this grant its category grants \
		 340282366920938463463.374607431768211455 DSYNC, 340282366920938463163.374607431768211455 more \
		 than its cap of 300: grant less, or raise the share of the category",
	);
}
