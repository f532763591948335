// SPDX-License-Identifier: Apache-2.0

//! The yearly ceiling and the catch-up limit.

use crate::{mock::*, types::YEAR, CurrentPolicy, Event, State};
use destra_primitives::{
	time::{hours, years},
	Balance,
};

/// Five percent of the genesis issuance.
const FIVE_PERCENT: Balance = 25_000_000 * DSYNC;

#[test]
fn the_ceiling_withholds_and_the_next_year_pays() {
	// A cap of 5 % against a schedule of 10.9 %.
	Economy::default().with_cap(5).build_and_execute(|| {
		meet_all();
		next_block(hours(1));

		// WHEN the first year is over.
		let mut told = 0;
		while Emission::economic_time() < YEAR {
			next_block(hours(1));
			told += events()
				.iter()
				.filter(|event| **event == Event::CeilingReached { year: 0, ceiling: FIVE_PERCENT })
				.count();
		}

		// THEN it minted its ceiling, but for the dust, said so once, and owes the rest.
		assert_eq!(told, 1);
		assert!(minted() <= FIVE_PERCENT);
		assert!(FIVE_PERCENT - minted() < 5);
		let carried = State::<Test>::get().due();
		assert!(carried > 29_000_000 * DSYNC, "{carried}");

		// AND the next year starts to pay it, at twice the pace of the schedule.
		let before = (minted(), released());
		next_block(hours(1));
		let issuance = Balances::total_issuance() - (minted() - before.0);
		assert!(events().contains(&Event::YearBegan { year: 1, issuance }));
		let (paid, scheduled) = (minted() - before.0, released() - before.1);
		assert!(paid <= 2 * scheduled && 2 * scheduled - paid < 5, "{paid} of {scheduled}");
		assert!(State::<Test>::get().due() < carried);
	});
}

#[test]
fn what_was_withheld_is_paid_in_full_in_the_end() {
	Economy::default().with_cap(5).build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		run_economic(years(1));
		assert!(State::<Test>::get().due() > 29_000_000 * DSYNC);
		// A higher cap, as governance would set it step by step.
		CurrentPolicy::<Test>::mutate(|policy| {
			policy.annual_cap = crate::AnnualCap::try_new(crate::AnnualCap::UPPER).unwrap();
		});
		run_economic(years(2));
		assert!(State::<Test>::get().due() < 5);
		assert!(released() - minted() < 5);
	});
}

#[test]
fn every_stream_yields_in_proportion_when_the_ceiling_binds() {
	Economy::default().with_cap(5).build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		run_economic(years(1));
		let state = State::<Test>::get();
		let part = |reservoir: &crate::types::Reservoir| {
			reservoir.minted() as f64 / reservoir.released() as f64
		};
		let fixed = part(state.fixed().reservoir());
		for track in state.kpi().iter() {
			let kpi = part(track.reservoir());
			assert!((kpi - fixed).abs() < 0.01, "{kpi} {fixed} {:?}", track.metric());
		}
	});
}

#[test]
fn a_cap_of_zero_stops_the_minting_and_nothing_is_lost() {
	Economy::default().with_cap(0).build_and_execute(|| {
		meet_all();
		next_block(BLOCK);
		run(10, BLOCK);
		assert_eq!(minted(), 0);
		assert!(released() > 0);
		assert_eq!(Emission::yearly_allowance(), 0);
		assert_eq!(released(), Emission::supply().carried);
	});
}

#[test]
fn the_years_ceiling_rests_on_the_issuance_at_its_start() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		assert_eq!(Emission::yearly_allowance(), 55_000_000 * DSYNC);
		run_economic(YEAR);
		let issuance = Balances::total_issuance();
		next_block(hours(1));
		let year = State::<Test>::get().year().clone();
		assert_eq!((year.index(), year.issuance()), (1, issuance));
		assert_eq!(year.minted(), minted() - (issuance - 500_000_000 * DSYNC));
	});
}
