// SPDX-License-Identifier: Apache-2.0

//! The table as a part of a chain specification. Amounts and shares are strings of digits, as the chain writes them
//! itself: programs such as jq and JavaScript round large numbers. It reads numbers in full as well, and so is done here.
//!
//! What exists at genesis lies in a pot for each category, but for what is paid out before the first
//! block. All of that comes from one category, so that the issuance is the sum of the categories
//! whatever is paid to whom.

use crate::{DSYNC, MAXIMUM_SUPPLY};
use destra_economics::vesting::{Schedule, Span};
use destra_genesis_grants::{address, CategoryRow, GenesisTable, GrantRow, Source};
use serde_json::{json, Value};
use std::{collections::BTreeMap, error::Error};

// By their names in the runtime.
const EXISTENTIAL_DEPOSIT: u128 = DSYNC / 100;
/// What each beneficiary gets to pay its first fees. Without an account there is no hold.
const BENEFICIARY_ENDOWMENT: u128 = DSYNC;
/// The account of `pallet-allocation`; that of a category has its number behind this.
const POTS: &[u8; 12] = b"modldsy/allo";

type Account = [u8; 32];
/// In planck.
type Balances = BTreeMap<Account, u128>;

/// The account that a category grants from.
fn pot(category: u8) -> Account {
	let mut account = [0; 32];
	account[..POTS.len()].copy_from_slice(POTS);
	account[POTS.len()] = category;
	account
}

/// Categories, grants and balances of a chain whose accounts hold nothing else.
pub fn patch(table: &GenesisTable, payer: &str) -> Result<Value, Box<dyn Error>> {
	let (paid, balances) = fund(table, Balances::new(), payer)?;
	Ok(json!({ "allocation": allocation(table, paid), "balances": { "balances": balances } }))
}

/// The chain specification `spec` with the table in place of what it had. What else there is in its
/// balances stays, and is paid by the category `payer`.
pub fn merge(spec: &str, table: &GenesisTable, payer: &str) -> Result<Value, Box<dyn Error>> {
	let mut spec: Value = serde_json::from_str(spec)?;
	let genesis = spec
		.pointer_mut("/genesis/runtimeGenesis/patch")
		.ok_or("is no chain specification with a patch: export it without --raw")?;
	let balances = genesis.pointer_mut("/balances/balances").ok_or("the patch has no balances")?;
	let (paid, funded) = fund(table, read(balances)?, payer)?;
	*balances = funded;
	// What the table says nothing of stays as it was.
	if let Value::Object(told) = allocation(table, paid) {
		for (field, value) in told {
			genesis["allocation"][field] = value;
		}
	}
	Ok(spec)
}

/// The balances with a pot for each category of kind genesis, and what of them `payer` has paid.
fn fund(
	table: &GenesisTable,
	mut balances: Balances,
	payer: &str,
) -> Result<(Value, Value), Box<dyn Error>> {
	let genesis = || table.categories.iter().filter(|row| row.source == Source::Genesis);
	let payer = genesis().find(|row| row.key == payer).ok_or("the payer is no genesis category")?;
	if payer.unlock.asks_for_a_schedule() {
		return Err(format!("the category {} pays nothing without a schedule", payer.key).into());
	}
	balances.retain(|account, _| !account.starts_with(POTS));
	for who in table.beneficiaries() {
		balances.entry(who).or_insert(BENEFICIARY_ENDOWMENT);
	}
	let deposits = EXISTENTIAL_DEPOSIT * genesis().count() as u128;
	let paid = balances.values().try_fold(deposits, |sum, balance| sum.checked_add(*balance));
	let free = payer.cap(MAXIMUM_SUPPLY).checked_sub(table.granted(payer.id));
	let (Some(paid), Some(free)) = (paid, free) else {
		return Err("the balances are more than there can be".into());
	};
	if paid > free {
		return Err(format!(
			"the category {} has {free} planck left, the balances need {paid} of it",
			payer.key
		)
		.into());
	}
	for row in genesis() {
		let spent = if row.id == payer.id { paid } else { 0 };
		balances.insert(pot(row.id), row.cap(MAXIMUM_SUPPLY) - spent + EXISTENTIAL_DEPOSIT);
	}
	let entries =
		balances.iter().map(|(who, amount)| json!([address::encode(who), digits(*amount)]));
	Ok((json!([[payer.id, digits(paid)]]), entries.collect()))
}

/// A number that any program passes on as it is.
fn digits(number: impl Into<u128>) -> Value {
	Value::String(number.into().to_string())
}

/// The number that stands as digits, in quotes or without.
fn number(value: &Value) -> Option<u128> {
	match value {
		Value::String(digits) => digits.parse().ok(),
		other => other.to_string().parse().ok(),
	}
}

/// The balances of a chain specification.
fn read(balances: &Value) -> Result<Balances, Box<dyn Error>> {
	let entries = balances.as_array().ok_or("the balances are no list")?;
	let entry = |entry: &Value| -> Result<(Account, u128), Box<dyn Error>> {
		let who = entry.get(0).and_then(Value::as_str);
		let amount = entry.get(1).and_then(number);
		let (Some(who), Some(amount)) = (who, amount) else {
			return Err(format!(
				"{entry} is not an account with its balance, which is all of its digits: write them in quotes"
			)
			.into());
		};
		let who = address::parse(who).map_err(|error| format!("{who}: {error}"))?;
		Ok((who, amount))
	};
	entries.iter().map(entry).collect()
}

fn allocation(table: &GenesisTable, paid: Value) -> Value {
	json!({
		"categories": table.categories.iter().map(category).collect::<Vec<_>>(),
		"paid": paid,
		"grants": table.grants.iter().map(grant).collect::<Vec<_>>(),
	})
}

fn category(row: &CategoryRow) -> Value {
	let source = match row.source {
		Source::Genesis => "Genesis",
		Source::Emission => "Emission",
	};
	json!({
		"id": row.id,
		"name": row.name,
		"source": source,
		"share": digits(row.share),
		"minShare": digits(row.min_share),
		"maxShare": digits(row.max_share),
		"rules": {
			"revocable": row.revocable,
			"transferable": row.transferable,
			"exitPenalty": row.exit_penalty.map(digits),
			"unlock": {
				"minCliff": row.unlock.min_cliff,
				"minTerm": row.unlock.min_term,
				"minPeriod": row.unlock.min_period,
				"maxUpfront": digits(row.unlock.max_upfront),
				"maxBackdating": row.unlock.max_backdating,
			},
		},
	})
}

fn grant(row: &GrantRow) -> Value {
	let Schedule { start, upfront, cliff, lump, period, periods } = row.schedule;
	json!({
		"category": row.category,
		"beneficiary": address::encode(&row.beneficiary),
		"amount": digits(row.amount),
		"schedule": {
			"start": start,
			"upfront": digits(upfront),
			"cliff": span(cliff),
			"lump": digits(lump),
			"period": span(period),
			"periods": periods,
		},
	})
}

fn span(span: Span) -> Value {
	match span {
		Span::Months(months) => json!({ "Months": months }),
		Span::Millis(millis) => json!({ "Millis": millis }),
	}
}

/// As a file.
pub fn text(value: &Value) -> Result<String, serde_json::Error> {
	Ok(serde_json::to_string_pretty(value)? + "\n")
}

#[cfg(test)]
mod tests {
	use super::*;

	const CATEGORIES: &str = include_str!("../../genesis/categories.csv");
	const GRANTS: &str = include_str!("../../genesis/grants.csv");
	/// An account that holds something else.
	const OTHER: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

	fn table() -> GenesisTable {
		GenesisTable::parse(CATEGORIES, GRANTS, MAXIMUM_SUPPLY).unwrap()
	}

	fn spec(balances: Value) -> String {
		let patch = json!({
			"balances": { "balances": balances },
			"allocation": { "grants": ["of another table"], "successionNotice": 120_000 },
			"sudo": { "key": OTHER },
		});
		text(&json!({ "name": "Mine", "genesis": { "runtimeGenesis": { "patch": patch } } }))
			.unwrap()
	}

	fn balances(genesis: &Value) -> Balances {
		read(&genesis["balances"]["balances"]).unwrap()
	}

	/// What `paid` says for the treasury, and the sum of all balances.
	fn paid_and_issued(genesis: &Value) -> (u128, u128) {
		let [paid] = &genesis["allocation"]["paid"].as_array().unwrap()[..] else { panic!() };
		assert_eq!(paid[0], 4);
		(number(&paid[1]).unwrap(), balances(genesis).values().sum())
	}

	#[test]
	fn the_issuance_is_that_of_the_genesis_categories() {
		let patch = patch(&table(), "treasury").unwrap();
		let (paid, issued) = paid_and_issued(&patch);
		assert_eq!(issued, MAXIMUM_SUPPLY / 2);
		assert_eq!(paid, 6 * BENEFICIARY_ENDOWMENT + 3 * EXISTENTIAL_DEPOSIT);
		let balances = balances(&patch);
		assert_eq!(balances.len(), 6 + 3);
		assert_eq!(balances[&pot(2)], 170_000_000 * DSYNC + EXISTENTIAL_DEPOSIT);
		assert_eq!(balances[&pot(4)], 180_000_000 * DSYNC + EXISTENTIAL_DEPOSIT - paid);
	}

	#[test]
	fn large_numbers_are_written_in_full_as_strings() {
		let text = text(&patch(&table(), "treasury").unwrap()).unwrap();
		for exact in [
			"\"amount\": \"2500000500000000000000000\",",
			"\"lump\": \"225000000000000000\",",
			"\"start\": 1767225600000,",
			"\"share\": \"170000000000000000\",",
			"\"exitPenalty\": null,",
			"\"170000000010000000000000000\"\n",
		] {
			assert!(text.contains(exact), "{exact}");
		}
	}

	#[test]
	fn a_grant_is_written_as_the_chain_reads_it() {
		assert_eq!(
			grant(&table().grants[0]),
			json!({
				"category": 2,
				"beneficiary": "5GNJqTPyNqANBkUVMN1LPPrxXnFouWXoe2wNSmmEoLctxiZY",
				"amount": "12000000000000000000000000",
				"schedule": {
					"start": 1_767_225_600_000u64,
					"upfront": "0",
					"cliff": { "Months": 12 },
					"lump": "250000000000000000",
					"period": { "Months": 1 },
					"periods": 36,
				},
			})
		);
	}

	#[test]
	fn what_else_a_specification_holds_stays_and_is_paid_for() {
		let table = table();
		let alice = table.grants[0].beneficiary;
		let spec = spec(json!([
			[OTHER, (7 * DSYNC).to_string()],
			// A beneficiary that has something already, and a pot of another table.
			[address::encode(&alice), 5 * DSYNC],
			[address::encode(&pot(9)), 3 * DSYNC],
		]));
		let merged = merge(&spec, &table, "treasury").unwrap();
		let genesis = &merged["genesis"]["runtimeGenesis"]["patch"];
		let (paid, issued) = paid_and_issued(genesis);
		assert_eq!(issued, MAXIMUM_SUPPLY / 2);
		assert_eq!(paid, (7 + 5 + 5) * DSYNC + 3 * EXISTENTIAL_DEPOSIT);
		let balances = balances(genesis);
		assert_eq!(balances[&address::parse(OTHER).unwrap()], 7 * DSYNC);
		assert_eq!(balances[&alice], 5 * DSYNC);
		assert_eq!(balances.get(&pot(9)), None);
		assert_eq!(merged["name"], "Mine");
		assert_eq!(genesis["sudo"]["key"], OTHER);
		assert_eq!(genesis["allocation"]["grants"].as_array().unwrap().len(), 8);
		assert_eq!(genesis["allocation"]["successionNotice"], 120_000);
		// Once more changes nothing.
		assert_eq!(merge(&text(&merged).unwrap(), &table, "treasury").unwrap(), merged);
	}

	#[test]
	fn what_cannot_be_merged_is_named() {
		let table = table();
		let error = |spec: &str, payer| merge(spec, &table, payer).unwrap_err().to_string();
		assert!(error("{", "treasury").contains("EOF"));
		assert!(error("{}", "treasury").contains("without --raw"));
		assert!(error(&spec(json!([])), "providers").contains("no genesis category"));
		assert!(error(&spec(json!([["5Grw", 1]])), "treasury").contains("5Grw: an address"));
		assert!(error(&spec(json!([[OTHER, "much"]])), "treasury").contains("much"));
		// As JavaScript writes what it has rounded.
		let rounded = spec(json!([[OTHER, 777]])).replace("777", "1e+24");
		assert!(error(&rounded, "treasury").contains("in quotes"));
		let all = spec(json!([[OTHER, 180_000_000 * DSYNC]]));
		assert!(error(&all, "treasury").contains("the category treasury has"));
	}
}
