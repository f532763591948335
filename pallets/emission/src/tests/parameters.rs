// SPDX-License-Identifier: Apache-2.0

//! The parameters: which values agree with each other, their steps, and what they move.

use crate::{
	mock::*,
	types::{CatchUp, HalfLife, DEFAULT_HALF_LIFE, MAX_METRICS_EVER, PERCENTAGE_POINT, YEAR},
	AnnualCap, Budget, CurrentPolicy, Error, Parameter, State, Supply, TrackSetting, TrackTable,
};
use destra_primitives::{
	time::{days, hours, years},
	Balance, Governed, MetricId, Ranged, Step, Stepped,
};
use frame_support::{assert_noop, assert_ok, assert_storage_noop};
use sp_runtime::{DispatchError, Perquintill};

fn budget(provider_work: u64, stake_and_validators: u64, community: u64) -> Parameter {
	Parameter::Budget(Budget {
		provider_work: Perquintill::from_percent(provider_work),
		stake_and_validators: Perquintill::from_percent(stake_and_validators),
		community: Perquintill::from_percent(community),
		..Budget::default()
	})
}

fn cap(percent: u64) -> Parameter {
	Parameter::AnnualCap(AnnualCap::try_new(percent * PERCENTAGE_POINT).unwrap())
}

fn half_life(n: u64) -> HalfLife {
	HalfLife::try_new(years(n)).unwrap()
}

fn table(tracks: &[TrackSetting]) -> Parameter {
	Parameter::Tracks(TrackTable::truncate_from(tracks.to_vec()))
}

/// The default tracks with a change.
fn changed(change: impl FnOnce(&mut Vec<TrackSetting>)) -> Parameter {
	let mut settings = tracks().into_inner();
	change(&mut settings);
	table(&settings)
}

#[test]
fn a_budget_that_does_not_sum_to_one_is_refused_with_its_own_error() {
	Economy::default().build_and_execute(|| {
		assert_noop!(set(budget(41, 20, 25)), Error::<Test>::BudgetNotWhole);
		assert_noop!(set(budget(39, 20, 25)), Error::<Test>::BudgetNotWhole);
	});
}

#[test]
fn every_wrong_value_has_its_own_error_and_leaves_no_trace() {
	Economy::default().build_and_execute(|| {
		let own = |error: Error<Test>| DispatchError::from(error);
		let two =
			|a, b| changed(|tracks| tracks.extend([track(a, 5, 1, None), track(b, 5, 1, None)]));
		for (wrong, error) in [
			(budget(51, 9, 25), TOO_FAR),
			(cap(9), TOO_FAR),
			(Parameter::FixedHalfLife(half_life(10)), TOO_FAR),
			(Parameter::KpiHalfLife(half_life(3)), TOO_FAR),
			(Parameter::CatchUp(CatchUp::try_new(251).unwrap()), TOO_FAR),
			(Parameter::CatchUp(CatchUp::try_new(149).unwrap()), TOO_FAR),
			// Retiring a metric of 30 %.
			(
				changed(|tracks| {
					tracks.remove(1);
					tracks[0].weight = Perquintill::from_percent(60);
					tracks[1].weight = Perquintill::from_percent(20);
					tracks[2].weight = Perquintill::from_percent(20);
				}),
				TOO_FAR,
			),
			// A new one of 11 %.
			(
				changed(|tracks| {
					tracks[0].weight = Perquintill::from_percent(39);
					tracks.push(track(MetricId(5), 11, 1, None));
				}),
				TOO_FAR,
			),
			(changed(|tracks| tracks[0] = track(STORAGE, 50, 1_501, Some(YEAR))), TOO_FAR),
			(changed(|tracks| tracks[0] = track(STORAGE, 50, 666, Some(YEAR))), TOO_FAR),
			(changed(|tracks| tracks[0] = track(STORAGE, 50, 1_000, Some(2 * YEAR))), TOO_FAR),
			(
				changed(|tracks| tracks[0] = track(STORAGE, 50, 1_000, None)),
				own(Error::DoublingStepTooLarge),
			),
			(
				changed(|tracks| tracks[1] = track(COMPUTE, 30, 200, Some(years(33)))),
				own(Error::DoublingStepTooLarge),
			),
			(two(MetricId(7), MetricId(8)), own(Error::WeightsNotWhole)),
			(
				changed(|tracks| tracks[3] = track(VOLUME, 10, 5_000_000, Some(3 * YEAR))),
				own(Error::DuplicateMetric),
			),
		] {
			assert_noop!(set(wrong), error);
		}
	});
}

#[test]
fn the_largest_steps_are_allowed() {
	let allowed = [
		budget(50, 10, 25),
		cap(10),
		Parameter::FixedHalfLife(half_life(9)),
		Parameter::KpiHalfLife(half_life(4)),
		Parameter::CatchUp(CatchUp::try_new(250).unwrap()),
		Parameter::CatchUp(CatchUp::try_new(150).unwrap()),
		// Retire one metric of 10 %, admit another of 10 %, move a third one's figures.
		changed(|tracks| {
			tracks.remove(3);
			tracks.push(track(MetricId(5), 10, 1, None));
			tracks[0] = track(STORAGE, 50, 1_500, Some(YEAR * 3 / 2));
			tracks[1] = track(COMPUTE, 30, 200, Some(years(34)));
		}),
	];
	for new in allowed {
		Economy::default().build_and_execute(|| {
			assert_ok!(set(new.clone()));
			assert_eq!(Emission::value_of(&new), Some(new));
		});
	}
}

#[test]
fn the_budget_in_force_divides_the_emission() {
	Economy::fixed_only().build_and_execute(|| {
		next_block(BLOCK);
		assert_ok!(set(budget(50, 10, 25)));
		let work = account_of(destra_primitives::Recipient::ProviderWork);
		let (minted_before, paid_before) = (minted(), Balances::free_balance(work));
		next_block(BLOCK);
		let (all, paid) = (minted() - minted_before, Balances::free_balance(work) - paid_before);
		assert!((all / 2..=all / 2 + 2).contains(&paid));
	});
}

#[test]
fn a_new_half_life_of_the_fixed_stream_goes_on_with_what_is_not_released() {
	Economy::fixed_only().build_and_execute(|| {
		next_block(hours(1));
		run_economic(days(30));
		assert_ok!(set(Parameter::FixedHalfLife(half_life(7))));
		let fixed = *State::<Test>::get().emission.fixed();
		let unreleased = 150_000_000 * DSYNC - released();
		assert_eq!(fixed.reservoir().unreleased(), unreleased);
		assert_eq!((fixed.elapsed(), fixed.half_life()), (0, years(7)));

		// The half-life counts from here.
		let before = released();
		run_economic(years(1));
		let stream = destra_economics::FixedStream::new(unreleased, years(7)).unwrap();
		let elapsed = State::<Test>::get().emission.fixed().elapsed();
		assert_eq!(stream.target(elapsed), released() - before);
	});
}

/// The weakness that this rule takes away: a millisecond of half-life, or a unit of another metric, made what
/// a lagging track had to catch up six times slower.
#[test]
fn a_millisecond_and_a_unit_move_no_lagging_track() {
	let pace_after = |change: Option<Parameter>| {
		let mut ext = Economy::default().build();
		ext.execute_with(|| {
			next_block(hours(1));
			run_economic(years(3));
			if let Some(change) = change {
				assert_ok!(set(change));
			}
			read(STORAGE, u64::MAX);
			next_block(BLOCK);
			(Emission::rates().kpi[0].1, Emission::tracks()[0].lag)
		})
	};
	let (pace, lag) = pace_after(None);
	assert!(lag > years(2), "{lag}");
	let half_life = Parameter::KpiHalfLife(HalfLife::try_new(years(6) + 1).unwrap());
	let unit = changed(|tracks| tracks[3] = track(AVAILABILITY, 10, 990_001, None));
	for change in [half_life, unit] {
		let (after, lag_after) = pace_after(Some(change));
		assert!(after.abs_diff(pace) < pace / 1_000_000, "{after} {pace}");
		assert_eq!(lag_after, lag);
	}
}

#[test]
fn new_weights_move_what_they_say_and_a_retired_track_loses_nothing_for_all() {
	Economy::default().build_and_execute(|| {
		read(STORAGE, u64::MAX);
		next_block(hours(1));
		run_economic(days(100));
		let settings = [
			track(STORAGE, 45, 1_000, Some(YEAR)),
			track(COMPUTE, 30, 200, None),
			track(VOLUME, 15, 5_000_000, Some(3 * YEAR)),
			track(MetricId(9), 10, 77, None),
		];
		let before = Emission::tracks();
		assert_ok!(set(table(&settings)));
		let after = Emission::tracks();
		let unreleased = |of: &[destra_primitives::apis::TrackStanding], metric| {
			of.iter().find(|track| track.metric == metric).map_or(0, |track| track.unreleased)
		};
		// A tenth of the storage's, and all of the availability's, in equal parts to the other two.
		let given = unreleased(&before, STORAGE) / 10 + unreleased(&before, AVAILABILITY);
		let close = |a: Balance, b: Balance| a.abs_diff(b) < a / 10_000;
		assert!(close(unreleased(&after, STORAGE), unreleased(&before, STORAGE) / 10 * 9));
		assert_eq!(unreleased(&after, COMPUTE), unreleased(&before, COMPUTE));
		let third = given / 3;
		assert!(close(unreleased(&after, VOLUME) - unreleased(&before, VOLUME), third));
		assert!(close(unreleased(&after, MetricId(9)), third * 2));
		assert!(Emission::in_force().contains(&table(&settings)));

		// The retired metric earns nothing more, the new one does.
		read(AVAILABILITY, u64::MAX);
		read(MetricId(9), 77);
		let of =
			|metric| Supply::<Test>::get().minted().of(destra_primitives::MintCause::Kpi(metric));
		let retired = of(AVAILABILITY);
		run(3, BLOCK);
		assert_eq!(of(AVAILABILITY), retired);
		assert!(of(MetricId(9)) > 0);
	});
}

#[test]
fn a_growing_baseline_is_announced_by_where_it_begins() {
	Economy::default().build_and_execute(|| {
		next_block(hours(1));
		run_economic(YEAR);
		// 1,000 has become 2,000, and what is decided about is still the 1,000: so it can be changed however
		// long the notice is.
		let baseline =
			|baseline: u64| changed(|tracks| tracks[0] = track(STORAGE, 50, baseline, Some(YEAR)));
		assert_noop!(set(baseline(1_501)), TOO_FAR);
		assert_ok!(set(baseline(1_500)));
		assert!((3_000..3_050).contains(&Emission::tracks()[0].baseline));
		// Another doubling time moves no baseline that is in force, nor how far the track is behind it.
		let (before, behind) = (Emission::tracks()[0].baseline, Emission::tracks()[0].lag);
		let doubling = changed(|tracks| tracks[0] = track(STORAGE, 50, 1_500, Some(YEAR * 3 / 2)));
		assert_ok!(set(doubling.clone()));
		let after = &Emission::tracks()[0];
		assert!(after.baseline - before <= 2, "{} {before}", after.baseline);
		assert!(after.lag.abs_diff(behind) < hours(5), "{} {behind}", after.lag);
		// One that stops growing stays where it is.
		assert_ok!(set(changed(|tracks| {
			tracks[0] = track(STORAGE, 50, 1_500, Some(YEAR * 3 / 2));
			tracks[1] = track(COMPUTE, 30, 200, Some(years(40)));
		})));
		assert_eq!(Emission::tracks()[1].baseline, 200);
	});
}

/// Governance can retire a metric of any weight, and then take its track away step by step.
#[test]
fn a_retired_metric_stands_in_the_way_of_no_change() {
	Economy::default().build_and_execute(|| {
		Missing::mutate(|missing| missing.insert(COMPUTE));
		let weights = |storage, compute| {
			changed(|tracks| {
				tracks[0].weight = Perquintill::from_percent(storage);
				tracks[1].weight = Perquintill::from_percent(compute);
			})
		};
		assert_noop!(set(weights(45, 35)), Error::<Test>::UnknownMetric);
		assert_ok!(set(weights(60, 20)));
		assert_ok!(set(weights(70, 10)));
		assert_ok!(set(changed(|tracks| {
			tracks[0].weight = Perquintill::from_percent(70);
			tracks.remove(1);
			tracks.push(track(MetricId(9), 10, 7, None));
		})));
	});
}

#[test]
fn a_metric_that_does_not_exist_gets_no_track() {
	Economy::default().build_and_execute(|| {
		let new = changed(|tracks| {
			tracks[0].weight = Perquintill::from_percent(49);
			tracks.push(track(UNKNOWN, 1, 1, None));
		});
		assert_noop!(set(new), Error::<Test>::UnknownMetric);
	});
}

#[test]
fn the_ledger_counts_64_metrics_ever_and_refuses_the_next() {
	Economy::default().build_and_execute(|| {
		Supply::<Test>::mutate(|supply| {
			for id in 100..100 + MAX_METRICS_EVER as u16 - 4 {
				supply.admit(MetricId(id)).unwrap();
			}
		});
		let one_more = |id: u16| {
			changed(|tracks| {
				tracks[0].weight = Perquintill::from_percent(40);
				tracks.push(track(MetricId(id), 10, 1, None));
			})
		};
		assert_noop!(set(one_more(99)), Error::<Test>::TooManyMetrics);
		// A metric that the ledger knows may come back.
		assert_ok!(set(one_more(100)));
	});
}

#[test]
fn a_lower_cap_binds_from_the_next_day_and_stops_nobody() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		run_economic(years(1) - days(20));
		assert!(minted() > 50_000_000 * DSYNC, "above the 10 % to come");
		assert_ok!(set(cap(10)));
		let (before, issuance) = (minted(), Balances::total_issuance());
		run_economic(days(2));
		for _ in 0..100 {
			let before = minted();
			run(1, hours(1));
			assert!(minted() > before);
		}
		run_economic(years(1) - days(8));
		assert!(minted() - before <= issuance / 10, "{}", minted() - before);
	});
}

#[test]
fn a_chain_without_changes_reads_the_defaults() {
	Economy::default().build_and_execute(|| {
		let policy = CurrentPolicy::<Test>::get();
		assert_eq!(policy, Default::default());
		assert_eq!(State::<Test>::get().emission.kpi_half_life(), DEFAULT_HALF_LIFE.get());
		assert_storage_noop!(Emission::in_force());
	});
}

#[test]
fn each_number_has_its_range_and_its_step() {
	let (ranges, steps) = (Parameter::ranges("new"), Parameter::steps());
	let tenth = Step::By(u128::from(10 * PERCENTAGE_POINT));
	let half = Step::Half { or: 1 };
	let told: Vec<_> =
		ranges.iter().zip(steps).map(|(range, step)| (&range.name[..], step)).collect();
	assert_eq!(
		told,
		[
			("new.Budget.provider_work", tenth),
			("new.Budget.stake_and_validators", tenth),
			("new.Budget.incentive_programmes", tenth),
			("new.Budget.community", tenth),
			("new.Budget.treasury", tenth),
			("new.FixedHalfLife", half),
			("new.KpiHalfLife", half),
			("new.AnnualCap", Step::By(PERCENTAGE_POINT.into())),
			("new.CatchUp", Step::By(50)),
			("new.Tracks.weight", tenth),
			("new.Tracks.baseline", half),
			("new.Tracks.doubling", half),
		]
	);
}

#[test]
fn what_is_put_in_force_changes_that_parameter_and_no_other() {
	let values = [
		budget(45, 15, 25),
		cap(10),
		Parameter::FixedHalfLife(half_life(7)),
		Parameter::KpiHalfLife(half_life(5)),
		Parameter::CatchUp(CatchUp::literal::<210>()),
		changed(|tracks| tracks[1] = track(COMPUTE, 30, 201, None)),
	];
	for new in values {
		Economy::default().build_and_execute(|| {
			next_block(hours(1));
			run_economic(days(3));
			let before = Emission::in_force();
			assert_ok!(set(new.clone()));
			for (old, now) in before.into_iter().zip(Emission::in_force()) {
				assert_eq!(now, if old.same(&new) { new.clone() } else { old });
			}
		});
	}
}
