// SPDX-License-Identifier: Apache-2.0

//! What the streams release, and that all of it is minted.

use crate::{mock::*, types::YEAR, State, Supply};
use destra_economics::{FixedStream, KpiStream};
use destra_primitives::{
	time::{hours, years},
	Balance, KpiState, MetricId, MintCause, Recipient,
};

/// A plain generator of numbers, so that a test runs the same everywhere.
struct Dice(u64);

impl Dice {
	fn below(&mut self, bound: u64) -> u64 {
		self.0 =
			self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
		(self.0 >> 33) % bound
	}
}

/// `part` of `whole` in hundredths of a percent, rounded to the nearest.
fn hundredths_of_percent(part: Balance, whole: Balance) -> u128 {
	(part * 10_000 + whole / 2) / whole
}

#[test]
fn the_yearly_rates_are_those_of_the_economy_when_every_metric_is_met() {
	Economy::default().build_and_execute(|| {
		meet_all();
		// The first step notes the time.
		next_block(hours(1));
		let rates: Vec<_> = (0..5)
			.map(|_| {
				let issuance = Balances::total_issuance();
				run_economic(years(1));
				hundredths_of_percent(Balances::total_issuance() - issuance, issuance)
			})
			.collect();
		assert_eq!(rates, [1_091, 876, 718, 597, 502]);
	});
}

#[test]
fn a_hundred_thousand_jittered_blocks_mint_what_the_closed_form_says_to_the_planck() {
	Economy::default().build_and_execute(|| {
		// GIVEN the streams as the formulas have them, fed by the test itself.
		let table = tracks();
		let half_life = 6 * YEAR;
		let fixed = FixedStream::new(150_000_000 * DSYNC, half_life).unwrap();
		let streams: Vec<KpiStream> = table
			.iter()
			.map(|track| {
				// A weight in parts of 10¹⁸ is the part of one DSYNC in planck.
				let reservoir = 350_000_000 * Balance::from(track.weight.deconstruct());
				let doubling = track.doubling.map_or(0, |doubling| doubling.get());
				KpiStream::new(reservoir, half_life, track.baseline.get(), doubling).unwrap()
			})
			.collect();
		let mut dice = Dice(7);
		let mut elapsed = 0;
		let mut cumulated = vec![0u128; table.len()];
		// The first step has a time to note.
		next_block(0);

		// WHEN blocks come early and late, and metrics rise, fall and fail.
		for _ in 0..100_000 {
			let span = 1 + dice.below(2 * BLOCK);
			Readings::take();
			for ((track, stream), cumulated) in table.iter().zip(&streams).zip(cumulated.iter_mut())
			{
				let value = dice.below(2 * track.baseline.get());
				let state = match dice.below(10) {
					0 => KpiState::Stale,
					1 => KpiState::Halted,
					2 => KpiState::Degraded,
					_ => KpiState::Fresh,
				};
				Readings::mutate(|all| all.insert(track.metric, (Some(value), state)));
				if state.earns() {
					*cumulated += stream.capped_increment(value, elapsed, elapsed + span);
				}
			}
			elapsed += span;
			Timestamp::set_timestamp(now() + span);
			next_block(0);
		}

		// THEN every stream has released its closed form at the end, and what was not minted of it
		// is less than a planck per recipient of the last step.
		let targets: Vec<_> = core::iter::once(fixed.target(elapsed))
			.chain(streams.iter().zip(&cumulated).map(|(stream, c)| stream.target(*c)))
			.collect();
		let due = Emission::supply().carried;
		assert_eq!(minted() + due, targets.iter().sum::<Balance>());
		assert!(due < Recipient::COUNT as Balance, "{due} planck of dust");
		let supply = Supply::<Test>::get();
		let by_cause: Vec<_> = supply.minted().iter().map(|(_, amount)| amount).collect();
		assert!(targets.iter().zip(&by_cause).all(|(target, minted)| target - minted <= due));
		assert_eq!(by_cause.len(), targets.len());
		assert_eq!(Emission::economic_time(), elapsed);
	});
}

#[test]
fn a_metric_without_a_reading_earns_nothing_and_the_fixed_stream_goes_on() {
	Economy::default().build_and_execute(|| {
		read(STORAGE, u64::MAX);
		next_block(BLOCK);
		run(10, BLOCK);
		let supply = Supply::<Test>::get();
		assert!(supply.minted().of(MintCause::Fixed) > 0);
		assert!(supply.minted().of(MintCause::Kpi(STORAGE)) > 0);
		assert_eq!(supply.minted().of(MintCause::Kpi(COMPUTE)), 0);
	});
}

#[test]
fn only_fresh_and_degraded_readings_earn_and_an_absent_value_is_not_zero() {
	Economy::default().build_and_execute(|| {
		next_block(BLOCK);
		for (value, state, earns) in [
			(Some(1_000), KpiState::Fresh, true),
			(Some(1_000), KpiState::Degraded, true),
			(Some(1_000), KpiState::Stale, false),
			(Some(1_000), KpiState::Halted, false),
			(Some(0), KpiState::Fresh, false),
			(None, KpiState::Fresh, false),
		] {
			Readings::mutate(|readings| readings.insert(STORAGE, (value, state)));
			let before = cumulated(STORAGE);
			next_block(BLOCK);
			assert_eq!(cumulated(STORAGE) > before, earns, "{value:?} {state:?}");
		}
	});
}

#[test]
fn an_oracle_outage_postpones_the_kpi_streams() {
	Economy::default().build_and_execute(|| {
		// GIVEN a flat metric that is always on its baseline.
		read(COMPUTE, 200);
		next_block(BLOCK);
		run(10, BLOCK);
		let at = |blocks: u64| cumulated(COMPUTE).unwrap() == (200 * BLOCK * blocks).into();
		assert!(at(10));

		// WHEN its readings fail for a while and come back.
		Readings::take();
		run(50, BLOCK);
		assert!(at(10));
		read(COMPUTE, 200);
		run(5, BLOCK);

		// THEN the track goes on where it stood.
		assert!(at(15));
	});
}

#[test]
fn more_than_the_baseline_gains_nothing() {
	let minted_with = |value: u64| {
		let mut ext = Economy::default().build();
		ext.execute_with(|| {
			read(COMPUTE, value);
			next_block(BLOCK);
			run(10, BLOCK);
			Supply::<Test>::get().minted().of(MintCause::Kpi(COMPUTE))
		})
	};
	assert_eq!(minted_with(200), minted_with(100_000));
	assert!(minted_with(100) < minted_with(200));
}

#[test]
fn a_reading_of_a_metric_without_a_track_changes_nothing() {
	Economy::default().build_and_execute(|| {
		read(MetricId(99), 1_000);
		next_block(BLOCK);
		run(3, BLOCK);
		assert_eq!(Supply::<Test>::get().minted().of(MintCause::Kpi(MetricId(99))), 0);
		assert_eq!(cumulated(MetricId(99)), None);
	});
}

#[test]
fn the_reservoirs_are_never_exceeded() {
	Economy::default().with_cap(11).build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		// Ten years in a few steps: the clock counts an hour at a time, the maths any span.
		State::<Test>::mutate(|state| {
			let emission = &mut state.emission;
			let limits = crate::logic::limits(&crate::types::Policy::default());
			emission.release(years(190), 0, limits, |_| None, &mut vec![]).unwrap();
		});
		run(10, hours(1));
		assert!(minted() <= 500_000_000 * DSYNC);
		assert!(released() < 500_000_000 * DSYNC);
	});
}
