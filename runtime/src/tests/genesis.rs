// SPDX-License-Identifier: Apache-2.0

//! The presets are the economy of the design.

use super::chain::{account, block_of, close_round, on_preset, report_of, PLENTY};
use crate::{
	constants::currency::{DSYNC, MAXIMUM_SUPPLY},
	genesis::{
		build,
		economy::{FIXED_RESERVOIR, KPI_RESERVOIR},
		preset, preset_in_full, preset_names, GENESIS_ISSUANCE,
	},
	Balances, Emission, KpiOracle,
};
use destra_primitives::{
	apis::EmissionPhase,
	time::{hours, minutes},
	Recipient,
};
use frame_support::traits::{
	fungible::Inspect,
	tokens::{Fortitude::Polite, Preservation::Preserve},
};
use serde_json::{json, Value};
use sp_keyring::Sr25519Keyring::{Alice, One};
use sp_runtime::{Perquintill, StateVersion};

#[test]
fn every_named_preset_builds_the_whole_economy() {
	for name in preset_names() {
		on_preset(name.as_ref(), || {
			let supply = Emission::supply();
			assert_eq!(supply.genesis, 500_000_000 * DSYNC);
			assert_eq!(supply.genesis, GENESIS_ISSUANCE);
			assert_eq!(supply.genesis + supply.remaining, MAXIMUM_SUPPLY);
			assert_eq!(Emission::phase(), EmissionPhase::Running);
			assert_eq!(KpiOracle::metrics().len(), 4);
		});
	}
}

#[test]
fn an_unknown_preset_does_not_exist() {
	assert!(preset(&"mainnet".into()).is_none());
}

#[test]
fn what_is_emitted_splits_thirty_to_seventy() {
	assert_eq!(FIXED_RESERVOIR, 150_000_000 * DSYNC);
	assert_eq!(KPI_RESERVOIR, 350_000_000 * DSYNC);
}

#[test]
fn providers_get_sixty_percent_of_the_emission_and_the_community_forty() {
	let budget = pallet_emission::Budget::default();
	let sum = |recipients: &[Recipient]| {
		recipients.iter().fold(Perquintill::zero(), |sum, recipient| sum + budget.share(*recipient))
	};
	assert_eq!(
		sum(&[Recipient::ProviderWork, Recipient::StakeAndValidators]),
		Perquintill::from_percent(60)
	);
	assert_eq!(
		sum(&[Recipient::IncentiveProgrammes, Recipient::Community]),
		Perquintill::from_percent(40)
	);
}

#[test]
fn the_local_testnet_has_four_reporters_and_goes_on_with_three() {
	on_preset("local_testnet", || {
		let round = KpiOracle::round();
		assert_eq!((round.reporters, round.quorum), (4, 3));
	});
}

#[test]
fn nobody_shares_a_key_with_the_agent_of_a_development_chain() {
	on_preset("development", || {
		let free = |who| Balances::reducible_balance(&account(who), Preserve, Polite);
		assert_eq!(KpiOracle::round().reporters, 1);
		assert!(KpiOracle::reporter(account(One)).reporter.expect("a reporter").is_active());
		assert!(free(One) > 0, "it pays the fees of its calls");
		assert!(KpiOracle::reporter(account(Alice)).reporter.is_none());
	});
}

#[test]
fn a_development_chain_left_without_an_agent_for_hours_suspends_nobody() {
	on_preset("development", || {
		let rounds = hours(12) / minutes(1);
		(0..rounds).for_each(|_| block_of(minutes(1)));
		let reporter = KpiOracle::reporter(account(One)).reporter.expect("a reporter");
		assert!(reporter.is_active() && reporter.strikes() == 0, "{reporter:?}");
		// The last of the blocks above is a minute late: the round that was open has no time left.
		close_round();
		report_of(&[One], &PLENTY).expect("may still report");
		close_round();
		let earning = KpiOracle::metrics().iter().filter(|metric| metric.state.earns()).count();
		assert!(earning >= 3, "what is reported earns after a single round");
	});
}

/// The state root of a genesis.
fn root_of(genesis: &Value) -> Result<Vec<u8>, String> {
	sp_io::TestExternalities::new_empty().execute_with(|| {
		build(genesis.to_string().as_bytes())?;
		Ok(sp_io::storage::root(StateVersion::V1))
	})
}

/// The JSON with another value in the place of each number, and of each string of digits.
fn with_numbers(json: &Value, number: &impl Fn(u128) -> Value) -> Value {
	match json {
		Value::Number(text) => number(text.as_u128().expect("a whole number")),
		Value::String(text) => text.parse().map_or_else(|_| json.clone(), number),
		Value::Array(items) => items.iter().map(|item| with_numbers(item, number)).collect(),
		Value::Object(fields) => {
			fields.iter().map(|(name, value)| (name.clone(), with_numbers(value, number))).collect()
		}
		_ => json.clone(),
	}
}

#[test]
fn a_genesis_is_the_same_with_numbers_and_with_strings() {
	for name in preset_names() {
		let written = preset_in_full(name.as_ref()).unwrap();
		let root = root_of(&written).unwrap();
		let mut numbers = with_numbers(&written, &|number| json!(number));
		// A number with a point, which stands as a text by itself.
		numbers["transactionPayment"] = written["transactionPayment"].clone();
		let strings = with_numbers(&written, &|number| json!(number.to_string()));
		assert!(numbers != written && strings != written);
		assert_eq!(root_of(&numbers), Ok(root.clone()));
		assert_eq!(root_of(&strings), Ok(root));
	}
}

#[test]
fn no_tool_that_keeps_numbers_in_doubles_rounds_one_of_a_preset() {
	fn assert_exact(json: &Value) {
		match json {
			Value::Number(number) => {
				let number = number.as_u128().expect("a whole number");
				assert_eq!(number as f64 as u128, number);
				assert!(number < 1 << 53, "{number}");
			}
			Value::Array(items) => items.iter().for_each(assert_exact),
			Value::Object(fields) => fields.values().for_each(assert_exact),
			_ => {}
		}
	}
	for name in preset_names() {
		let preset = preset(&name).expect("it is one of the names");
		assert_exact(&serde_json::from_slice(&preset).unwrap());
		assert_exact(&preset_in_full(name.as_ref()).unwrap());
	}
}

#[test]
fn an_amount_that_a_tool_has_rounded_is_refused_by_its_place() {
	let mut genesis = preset_in_full("development").unwrap();
	genesis["balances"]["balances"][1][1] = serde_json::from_str("1e+24").unwrap();
	let error = root_of(&genesis).unwrap_err();
	let start = "The genesis is not usable: balances.balances[1][1]: 1e+24 is not a number in full";
	assert!(error.starts_with(start), "{error}");
}
