// SPDX-License-Identifier: Apache-2.0

//! The ceiling of the trailing year and the catch-up limit.

use crate::{mock::*, types::YEAR, Event, PastDays, State};
use destra_economics::emission::window::DAY;
use destra_primitives::{
	time::{hours, years},
	Balance,
};

/// Five percent of the genesis issuance.
const FIVE_PERCENT: Balance = 25_000_000 * DSYNC;

#[test]
fn the_ceiling_withholds_and_pays_on_all_the_time() {
	// A cap of 5 % against a schedule of 10.9 %.
	Economy::default().with_cap(5).build_and_execute(|| {
		meet_all();
		next_block(hours(1));

		// WHEN a year is over.
		let (mut told, mut days) = (vec![], 0);
		while Emission::economic_time() < YEAR {
			let before = minted();
			next_block(hours(1));
			assert!(minted() > before, "each step pays");
			for event in events() {
				if let Event::CeilingReached { day, .. } = event {
					told.push(day);
				}
			}
			days = State::<Test>::get().emission.window().day();
		}

		// THEN it minted its ceiling at most, said so once on each day, and owes the rest.
		assert_eq!(told, (0..=days).collect::<Vec<_>>());
		assert!(minted() <= FIVE_PERCENT && minted() > FIVE_PERCENT / 100 * 95, "{}", minted());
		let carried = Emission::supply().carried;
		assert!(carried > 29_000_000 * DSYNC, "{carried}");
		let ceiling = Emission::ceiling();
		assert_eq!((ceiling.year_minted, ceiling.year_ceiling), (minted(), FIVE_PERCENT));
		assert!(ceiling.day_minted <= ceiling.day_budget);
		assert_eq!(ceiling.day, days);

		// AND the next year goes on at its own ceiling.
		let (before, issuance) = (minted(), Balances::total_issuance());
		run_economic(YEAR);
		let in_year = minted() - before;
		assert!(in_year > issuance / 1_000 * 45 && in_year <= issuance / 20 + DSYNC, "{in_year}");
	});
}

#[test]
fn what_was_withheld_is_paid_in_full_in_the_end() {
	Economy::default().with_cap(5).build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		run_economic(years(1));
		assert!(Emission::supply().carried > 29_000_000 * DSYNC);
		// A higher cap, as governance would set it step by step.
		crate::CurrentPolicy::<Test>::mutate(|policy| {
			policy.annual_cap = crate::AnnualCap::try_new(crate::AnnualCap::UPPER).unwrap();
		});
		run_economic(years(3));
		assert!(Emission::supply().carried < 5, "{}", Emission::supply().carried);
		assert!(released() - minted() < 5);
	});
}

#[test]
fn the_fixed_stream_comes_first_where_the_ceiling_binds() {
	Economy::default().with_cap(5).build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		run_economic(years(1));
		let emission = State::<Test>::get().emission;
		assert_eq!(emission.fixed().reservoir().due(), 0);
		// And the tracks share what is left in proportion to what is due to each.
		let part = |reservoir: &destra_economics::emission::Reservoir| {
			reservoir.minted() as f64 / reservoir.released() as f64
		};
		let first = part(emission.kpis()[0].reservoir());
		assert!(first < 0.3, "{first}");
		for track in emission.kpis() {
			let part = part(track.reservoir());
			assert!((part - first).abs() < 0.01, "{part} {first} {:?}", track.metric());
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
		assert_eq!(Emission::ceiling().day_budget, 0);
		assert_eq!(released(), Emission::supply().carried);
	});
}

#[test]
fn the_ceiling_rests_on_the_lowest_issuance_of_each_day() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		let burned = 200_000_000 * DSYNC;
		let budget = Emission::ceiling().day_budget;
		Emission::burn(RuntimeOrigin::signed(ALICE), burned, true).unwrap();
		run_economic(DAY);
		next_block(hours(1));
		let first = PastDays::<Test>::get()[0];
		assert_eq!(first.lowest, 300_000_000 * DSYNC);
		let ceiling = Emission::ceiling();
		assert_eq!(ceiling.year_ceiling, 33_000_000 * DSYNC);
		assert!(ceiling.day_budget < budget * 61 / 100, "the pace follows the next day");
	});
}

#[test]
fn due_of_many_days_comes_at_twice_the_pace_of_the_schedule_at_most() {
	Economy::default().build_and_execute(|| {
		// Nobody takes anything for a year, and not even the pot can.
		meet_all();
		next_block(hours(1));
		crate::CurrentPolicy::<Test>::mutate(|policy| {
			policy.annual_cap = crate::AnnualCap::try_new(0).unwrap();
		});
		run_economic(2 * DAY);
		crate::CurrentPolicy::<Test>::mutate(|policy| {
			policy.annual_cap = crate::AnnualCap::try_new(crate::AnnualCap::UPPER).unwrap();
		});
		run_economic(DAY);
		let (before, carried) = (minted(), Emission::supply().carried);
		next_block(hours(1));
		let (paid, released) =
			(minted() - before, minted() - before + Emission::supply().carried - carried);
		assert!(paid > released && paid <= released / 100 * 201, "{paid} of {released}");
	});
}
