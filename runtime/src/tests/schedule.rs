// SPDX-License-Identifier: Apache-2.0

//! The yearly figures of the design come out of the runtime's own constants, through the pallets.

use super::{
	chain::{block_of, commit, count_volume, on_preset, report, PLENTY},
	parameters::set_oracle,
};
use crate::{configs::economy::MaxElapsed, constants::currency::DSYNC, Balance, Emission};
use destra_primitives::{
	time::{hours, years},
	BoundedU64, MintCause,
};
use sp_keyring::Sr25519Keyring::One;
use sp_runtime::Perquintill;

fn minted() -> Balance {
	Emission::supply().minted.iter().map(|(_, amount)| amount).sum()
}

/// Hundredths of a percent, rounded to the nearest.
fn basis_points(part: Balance, whole: Balance) -> Balance {
	(part * 10_000 + whole / 2) / whole
}

/// Rounds of which a step of these tests is one half.
fn two_hourly_rounds() {
	// An age fits no longer round than it has come to.
	set_oracle(|settings| settings.max_age = BoundedU64::literal::<{ hours(4) }>())
		.expect("settings within bounds");
	set_oracle(|settings| settings.round_length = BoundedU64::literal::<{ hours(2) }>())
		.expect("settings within bounds");
	// The round that is open closes in the second of these blocks, and two-hourly ones follow.
	block_of(hours(1));
	block_of(hours(1));
}

/// Runs blocks an hour apart until economic time has reached `target` milliseconds. Each second one
/// of them closes a round; all figures stay beyond their baselines, which double every year.
fn run_to(target: u64) {
	while Emission::economic_time() < target {
		for submit in [commit, report] {
			count_volume(10_000_000 * DSYNC);
			submit(One, &PLENTY).expect("a half of the round is due in each block");
			block_of(MaxElapsed::get());
		}
	}
}

#[test]
fn five_years_with_every_metric_met_emit_the_yearly_rates_of_the_design() {
	on_preset("development", || {
		two_hourly_rounds();
		let mut figures = Vec::new();
		for year in 1..=5 {
			let (start, before) = (Emission::supply().total_issuance, minted());
			run_to(years(year));
			figures.push(basis_points(minted() - before, start));
		}
		assert_eq!(figures, [1_091, 876, 718, 597, 502]);
	});
}

#[test]
fn the_projection_of_the_chain_tells_the_same_figures_in_advance() {
	on_preset("development", || {
		let projected: Vec<_> = Emission::projection(5, Perquintill::one().deconstruct())
			.into_iter()
			.map(|year| (year.rate.deconstruct() + 50_000_000_000_000) / 100_000_000_000_000)
			.collect();
		assert_eq!(projected, [1_091, 876, 718, 597, 502]);
	});
}

#[test]
fn without_any_metric_only_the_fixed_stream_flows() {
	on_preset("development", || {
		let start = Emission::supply().total_issuance;
		while Emission::economic_time() < years(1) {
			block_of(hours(1));
		}
		// 150 million times 1 − 2^(−1/6), of 500 million.
		assert_eq!(basis_points(minted(), start), 327);
		let kpi = Emission::supply()
			.minted
			.into_iter()
			.filter(|(cause, _)| *cause != MintCause::Fixed)
			.map(|(_, amount)| amount)
			.sum::<Balance>();
		assert_eq!(kpi, 0);
	});
}
