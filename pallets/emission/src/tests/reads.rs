// SPDX-License-Identifier: Apache-2.0

//! What the view functions and the runtime API tell.

use crate::{mock::*, types::YEAR};
use destra_primitives::{
	time::{hours, years},
	Balance, BurnCause, MintCause,
};
use frame_support::assert_ok;
use sp_runtime::Perquintill;

fn hundredths_of_percent(rate: Perquintill) -> u64 {
	let part = 100_000_000_000_000;
	(rate.deconstruct() + part / 2) / part
}

#[test]
fn the_rates_are_what_the_next_hour_mints() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		run(10, hours(1));
		let rates = Emission::rates();
		let before = minted();
		next_block(hours(1));
		let in_an_hour = minted() - before;
		assert!((in_an_hour * 8_766).abs_diff(rates.gross) < 100_000, "planck a year");
		assert_eq!(rates.gross, rates.fixed + rates.kpi.iter().map(|(_, r)| r).sum::<Balance>());
		assert_eq!(rates.net, rates.gross as i128);
		assert_eq!(rates.kpi.len(), 4);
		// 500 M at ln 2 / 6 years on 500 M: 11.55 % at the start.
		assert_eq!(hundredths_of_percent(rates.gross_rate), 1_155);
	});
}

#[test]
fn the_rates_follow_the_readings() {
	Economy::default().build_and_execute(|| {
		next_block(BLOCK);
		let rate = || Emission::rates().kpi.iter().find(|(m, _)| *m == COMPUTE).unwrap().1;
		assert_eq!(rate(), 0);
		read(COMPUTE, 100);
		let half = rate();
		read(COMPUTE, 200);
		assert!((2 * half).abs_diff(rate()) < rate() / 10_000);
	});
}

#[test]
fn nothing_is_emitted_at_this_moment_while_the_emission_does_not_run() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(BLOCK);
		run(3, BLOCK);
		assert!(Emission::rates().gross > 0);
		assert_ok!(Emission::pause(RuntimeOrigin::signed(GUARDIAN)));
		let rates = Emission::rates();
		assert_eq!((rates.gross, rates.gross_rate), (0, Perquintill::zero()));
	});
}

#[test]
fn the_supply_report_adds_up() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		run(10, hours(1));
		assert_ok!(Emission::burn(RuntimeOrigin::signed(ALICE), DSYNC, true));
		Locked::set(100_000_000 * DSYNC);
		let supply = Emission::supply();
		let minted: Balance = supply.minted.iter().map(|(_, amount)| amount).sum();
		let burned: Balance = supply.burned.iter().map(|(_, amount)| amount).sum();
		assert_eq!(supply.genesis + minted - burned, supply.total_issuance);
		assert_eq!(supply.circulating, supply.total_issuance - 100_000_000 * DSYNC);
		assert_eq!(supply.remaining, 500_000_000 * DSYNC - minted);
		assert!(supply.carried < 5);
		assert_eq!(supply.burned, vec![(BurnCause::Voluntary, DSYNC)]);
		let causes: Vec<_> = supply.minted.iter().map(|(cause, _)| *cause).collect();
		assert_eq!(
			causes,
			[
				MintCause::Fixed,
				MintCause::Kpi(STORAGE),
				MintCause::Kpi(COMPUTE),
				MintCause::Kpi(VOLUME),
				MintCause::Kpi(AVAILABILITY),
			]
		);
	});
}

#[test]
fn the_projection_foresees_the_rates_of_the_economy() {
	Economy::default().build_and_execute(|| {
		let rates: Vec<_> = Emission::projection(5, Perquintill::one().deconstruct())
			.iter()
			.map(|year| hundredths_of_percent(year.rate))
			.collect();
		assert_eq!(rates, [1_091, 876, 718, 597, 502]);
	});
}

#[test]
fn what_was_projected_comes_true_to_the_dust() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		let projection = Emission::projection(2, Perquintill::one().deconstruct());
		for year in projection {
			let before = minted();
			run_economic(years(1));
			// Shorter steps cut more often at the baseline's rounding: a few unit · ms each.
			let error = (minted() - before).abs_diff(year.fixed + year.kpi);
			assert!(error < DSYNC / 1_000_000, "{error}");
		}
		assert_eq!(Emission::economic_time(), 2 * YEAR);
	});
}

#[test]
fn a_projection_covers_twenty_years_at_most_and_less_attainment_means_less() {
	Economy::default().build_and_execute(|| {
		let full = Emission::projection(100, Perquintill::one().deconstruct());
		let half = Emission::projection(100, Perquintill::from_percent(50).deconstruct());
		let none = Emission::projection(100, Perquintill::zero().deconstruct());
		assert_eq!((full.len(), half.len(), none.len()), (20, 20, 20));
		assert_eq!(full.last().unwrap().year, 20);
		assert!(full[0].kpi > half[0].kpi && half[0].kpi > none[0].kpi);
		assert!(none.iter().all(|year| year.kpi == 0 && year.fixed > 0));
		assert_eq!(none[0].fixed, full[0].fixed);
		assert_eq!(Emission::projection(0, Perquintill::one().deconstruct()), vec![]);
		assert_eq!(Emission::projection(100, u64::MAX), full, "no more than the whole");
	});
}

#[test]
fn a_track_tells_how_far_it_is_and_how_far_behind() {
	Economy::default().build_and_execute(|| {
		read(COMPUTE, 100);
		next_block(hours(1));
		run(10, hours(1));
		let tracks = Emission::tracks();
		let of = |metric| tracks.iter().find(|track| track.metric == metric).unwrap();
		assert_eq!(of(COMPUTE).cumulated, u128::from(100 * hours(10)));
		assert_eq!(of(COMPUTE).lag, hours(5));
		assert_eq!((of(STORAGE).lag, of(STORAGE).released), (hours(10), 0));
		assert_eq!(of(STORAGE).unreleased, 175_000_000 * DSYNC);
		assert_eq!(of(COMPUTE).released + of(COMPUTE).unreleased, 105_000_000 * DSYNC);
		assert_eq!(of(COMPUTE).baseline, 200);
	});
}

#[test]
fn the_rates_of_a_counter_are_those_of_what_it_measured() {
	Economy::default().build_and_execute(|| {
		Counters::mutate(|counters| counters.insert(VOLUME, 7));
		next_block(BLOCK);
		run(3, BLOCK);
		let rate = || Emission::rates().kpi.iter().find(|(m, _)| *m == VOLUME).unwrap().1;
		assert_eq!(rate(), 0, "nothing was counted since");
		Counters::take();
		Measured::mutate(|measured| measured.insert(VOLUME, 5_000_000));
		// A tenth of 350 M at ln 2 / 6 years.
		assert_eq!(rate() / (10_000 * DSYNC), 404);
	});
}

#[test]
fn an_emission_that_waits_is_projected_as_one_that_starts_now() {
	Economy::default().not_started().build_and_execute(|| {
		let year = &Emission::projection(1, Perquintill::one().deconstruct())[0];
		assert_eq!(hundredths_of_percent(year.rate), 1_091);
	});
}
