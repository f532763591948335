// SPDX-License-Identifier: Apache-2.0

//! The presets are the economy of the design.

use super::chain::on_preset;
use crate::{
	constants::currency::{DSYNC, MAXIMUM_SUPPLY},
	genesis::{
		economy::{FIXED_RESERVOIR, KPI_RESERVOIR},
		preset, preset_names, Category, GENESIS_ISSUANCE,
	},
	Balances, Emission, KpiOracle,
};
use destra_primitives::{apis::EmissionPhase, Recipient};
use frame_support::traits::fungible::Inspect;
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
fn the_categories_are_funded_and_do_not_circulate() {
	on_preset("development", || {
		assert_eq!(Balances::balance(&Category::Team.account()), 170_000_000 * DSYNC);
		assert_eq!(Balances::balance(&Category::Investors.account()), 150_000_000 * DSYNC);
		let supply = Emission::supply();
		let locked: u128 =
			Category::ALL.iter().map(|category| Balances::balance(&category.account())).sum();
		assert_eq!(supply.circulating, supply.total_issuance - locked);
	});
}

#[test]
fn the_local_testnet_has_three_reporters_and_needs_all_of_them() {
	on_preset("local_testnet", || {
		let round = KpiOracle::round();
		assert_eq!((round.reporters, round.quorum), (3, 3));
	});
}
