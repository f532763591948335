// SPDX-License-Identifier: Apache-2.0

//! The presets are the economy of the design.

use super::chain::{account, block_of, close_round, on_preset, report_of, PLENTY};
use crate::{
	constants::currency::{DSYNC, MAXIMUM_SUPPLY},
	genesis::{
		economy::{FIXED_RESERVOIR, KPI_RESERVOIR},
		preset, preset_names, GENESIS_ISSUANCE,
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
use sp_keyring::Sr25519Keyring::{Alice, One};
use sp_runtime::Perquintill;

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
