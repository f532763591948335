// SPDX-License-Identifier: Apache-2.0

//! Parameter changes: bounds, steps, the delay, cancelling, and what they move.

use crate::{
	mock::*,
	types::{
		CatchUp, ChangeDelay, HalfLife, DEFAULT_HALF_LIFE, MAX_METRICS_EVER, PERCENTAGE_POINT, YEAR,
	},
	AnnualCap, Budget, Call, CurrentPolicy, Error, Event, Parameter, State, Supply, TrackSetting,
	TrackTable,
};
use codec::{Decode, Encode};
use destra_primitives::{
	time::{days, hours, years, Millis},
	Balance, MetricId,
};
use frame_support::{assert_noop, assert_ok, assert_storage_noop, traits::UnfilteredDispatchable};
use sp_runtime::{DispatchError::BadOrigin, DispatchResult, Perquintill};

const DELAY: Millis = days(2);

fn schedule(new: Parameter) -> DispatchResult {
	Emission::schedule_change(RuntimeOrigin::root(), new.into())
}

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

/// Waits until a change scheduled now has taken effect.
fn wait() {
	next_block(DELAY);
	next_block(BLOCK);
}

#[test]
fn a_change_is_announced_waits_and_takes_effect() {
	Economy::default().build_and_execute(|| {
		next_block(BLOCK);
		let (old, new) = (cap(11), cap(10));
		let due = now() + DELAY;
		assert_ok!(schedule(new.clone()));
		assert_eq!(
			last_event(),
			Event::ChangeScheduled { id: 0, due, old: old.clone(), new: new.clone() }
		);
		assert_eq!(Emission::pending_changes().len(), 1);

		// A millisecond before its time nothing has changed.
		next_block(DELAY - 1);
		next_block(1);
		assert!(Emission::parameters().contains(&old));
		next_block(BLOCK);
		assert!(events().contains(&Event::ParameterChanged {
			id: 0,
			old: old.clone(),
			new: new.clone()
		}));
		assert!(Emission::parameters().contains(&new));
		assert!(!Emission::parameters().contains(&old));
		assert_eq!(Emission::pending_changes(), vec![]);
	});
}

#[test]
fn only_governance_schedules_and_governance_or_the_guardian_cancels() {
	Economy::fixed_only().build_and_execute(|| {
		for nobody in [ALICE, GUARDIAN] {
			let origin = RuntimeOrigin::signed(nobody);
			assert_noop!(Emission::schedule_change(origin, cap(10).into()), BadOrigin);
		}
		assert_ok!(schedule(cap(10)));
		assert_ok!(schedule(budget(45, 15, 25)));
		assert_noop!(Emission::cancel_change(RuntimeOrigin::signed(ALICE), 0), BadOrigin);
		assert_noop!(
			Emission::cancel_change(RuntimeOrigin::root(), 7),
			Error::<Test>::UnknownChange
		);
		assert_ok!(Emission::cancel_change(RuntimeOrigin::signed(GUARDIAN), 0));
		assert_eq!(last_event(), Event::ChangeCancelled { id: 0 });
		assert_noop!(
			Emission::cancel_change(RuntimeOrigin::root(), 0),
			Error::<Test>::UnknownChange
		);
		assert_ok!(Emission::cancel_change(RuntimeOrigin::root(), 1));
		let before = Emission::parameters();
		wait();
		assert_eq!(Emission::parameters(), before);
	});
}

#[test]
fn no_more_changes_wait_than_there_is_room_for() {
	Economy::default().build_and_execute(|| {
		for _ in 0..4 {
			assert_ok!(schedule(cap(10)));
		}
		assert_noop!(schedule(cap(10)), Error::<Test>::TooManyPendingChanges);
		assert_ok!(Emission::cancel_change(RuntimeOrigin::root(), 1));
		assert_ok!(schedule(cap(10)));
		let ids: Vec<_> = Emission::pending_changes().iter().map(|change| change.id).collect();
		assert_eq!(ids, [0, 2, 3, 4]);
	});
}

#[test]
fn a_budget_that_does_not_sum_to_one_is_refused_with_its_own_error() {
	Economy::default().build_and_execute(|| {
		assert_noop!(schedule(budget(41, 20, 25)), Error::<Test>::BudgetNotWhole);
		assert_noop!(schedule(budget(39, 20, 25)), Error::<Test>::BudgetNotWhole);
	});
}

#[test]
fn every_wrong_value_has_its_own_error_and_leaves_no_trace() {
	Economy::default().build_and_execute(|| {
		let half = |metric| track(metric, 50, 1_000, Some(YEAR));
		for (wrong, error) in [
			(budget(51, 9, 25), Error::<Test>::BudgetStepTooLarge),
			(cap(11), Error::NothingChanges),
			(cap(9), Error::AnnualCapStepTooLarge),
			(Parameter::FixedHalfLife(half_life(10)), Error::HalfLifeStepTooLarge),
			(Parameter::KpiHalfLife(half_life(3)), Error::HalfLifeStepTooLarge),
			(Parameter::KpiHalfLife(half_life(6)), Error::NothingChanges),
			(Parameter::CatchUp(CatchUp::try_new(251).unwrap()), Error::CatchUpStepTooLarge),
			(Parameter::CatchUp(CatchUp::try_new(149).unwrap()), Error::CatchUpStepTooLarge),
			(
				Parameter::ChangeDelay(ChangeDelay::literal::<{ days(3) + 1 }>()),
				Error::ChangeDelayStepTooLarge,
			),
			(table(&[]), Error::WeightsNotWhole),
			(table(&[half(STORAGE)]), Error::WeightsNotWhole),
			(table(&[half(STORAGE), half(STORAGE)]), Error::DuplicateMetric),
			// Retiring a metric of 30 %.
			(
				changed(|tracks| {
					tracks.remove(1);
					tracks[0].weight = Perquintill::from_percent(60);
					tracks[1].weight = Perquintill::from_percent(20);
					tracks[2].weight = Perquintill::from_percent(20);
				}),
				Error::WeightStepTooLarge,
			),
			// A new one of 11 %.
			(
				changed(|tracks| {
					tracks[0].weight = Perquintill::from_percent(39);
					tracks.push(track(MetricId(5), 11, 1, None));
				}),
				Error::WeightStepTooLarge,
			),
			(
				changed(|tracks| tracks[0] = track(STORAGE, 50, 1_501, Some(YEAR))),
				Error::BaselineStepTooLarge,
			),
			(
				changed(|tracks| tracks[0] = track(STORAGE, 50, 666, Some(YEAR))),
				Error::BaselineStepTooLarge,
			),
			(
				changed(|tracks| tracks[0] = track(STORAGE, 50, 1_000, Some(2 * YEAR))),
				Error::DoublingStepTooLarge,
			),
			(
				changed(|tracks| tracks[0] = track(STORAGE, 50, 1_000, None)),
				Error::DoublingStepTooLarge,
			),
			(
				changed(|tracks| tracks[1] = track(COMPUTE, 30, 200, Some(years(33)))),
				Error::DoublingStepTooLarge,
			),
			(Parameter::Tracks(tracks()), Error::NothingChanges),
		] {
			assert_noop!(schedule(wrong), error);
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
		Parameter::ChangeDelay(ChangeDelay::literal::<{ days(3) }>()),
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
			assert_ok!(schedule(new.clone()));
			wait();
			assert!(
				matches!(&events()[..], [.., Event::ParameterChanged { new: set, .. }] if *set == new),
				"{new:?} {:?}",
				events()
			);
		});
	}
}

#[test]
fn a_value_outside_its_range_is_refused_by_its_number() {
	let sent = |index: u8, value: u64| {
		let call = Call::<Test>::decode(&mut &(3u8, index, value).encode()[..]);
		let call = call.expect("any number decodes");
		call.dispatch_bypass_filter(RuntimeOrigin::root()).map_err(|failed| failed.error)
	};
	let number_of = |name: &str| {
		let at = Emission::ranges().iter().position(|range| range.name == name);
		u8::try_from(at.unwrap()).unwrap()
	};
	let beyond = [
		(1, "new.FixedHalfLife", years(50) + 1),
		(2, "new.KpiHalfLife", years(1) - 1),
		(3, "new.AnnualCap", AnnualCap::UPPER + 1),
		(4, "new.CatchUp", 109),
		(4, "new.CatchUp", 401),
		(6, "new.ChangeDelay", days(60) + 1),
	];
	Economy::default().build_and_execute(|| {
		for (index, name, value) in beyond {
			let refused = Error::<Test>::OutOfRange(number_of(name));
			assert_noop!(sent(index, value), refused);
		}
		// At the ends of the range other things are wrong.
		assert_noop!(sent(1, years(50)), Error::<Test>::HalfLifeStepTooLarge);
		assert_noop!(sent(2, years(1)), Error::<Test>::HalfLifeStepTooLarge);
		assert_noop!(sent(3, 0), Error::<Test>::AnnualCapStepTooLarge);
		assert_noop!(sent(3, AnnualCap::UPPER), Error::<Test>::NothingChanges);
		for limit in [110, 400] {
			assert_noop!(sent(4, limit), Error::<Test>::CatchUpStepTooLarge);
		}
		assert_noop!(sent(6, days(60)), Error::<Test>::ChangeDelayStepTooLarge);
	});
	let eighth = (3u8, 7u8, days(60)).encode();
	assert!(Call::<Test>::decode(&mut &eighth[..]).is_err(), "there is no eighth parameter");
}

#[test]
fn a_change_that_is_no_longer_possible_is_dropped_and_the_next_one_goes_on() {
	Economy::default().build_and_execute(|| {
		next_block(BLOCK);
		assert_ok!(schedule(cap(10)));
		assert_ok!(schedule(cap(10)));
		assert_ok!(schedule(Parameter::CatchUp(CatchUp::literal::<210>())));
		next_block(DELAY);

		// One a block: the first takes effect, the second would change nothing, the third goes on.
		next_block(BLOCK);
		assert!(matches!(last_event(), Event::ParameterChanged { id: 0, .. }));
		next_block(BLOCK);
		let error = Error::<Test>::NothingChanges.into();
		assert_eq!(last_event(), Event::ChangeDropped { id: 1, error });
		next_block(BLOCK);
		assert!(matches!(last_event(), Event::ParameterChanged { id: 2, .. }));
		assert_eq!(Emission::pending_changes(), vec![]);
	});
}

#[test]
fn a_shorter_delay_lets_later_changes_overtake_and_keeps_the_promise_of_earlier_ones() {
	Economy::fixed_only().build_and_execute(|| {
		next_block(BLOCK);
		let shorter = ChangeDelay::try_new(DELAY * 2 / 3).unwrap();
		assert_ok!(schedule(Parameter::ChangeDelay(shorter)));
		next_block(DELAY - hours(1));
		assert_ok!(schedule(cap(10)));
		next_block(hours(1));
		next_block(BLOCK);
		assert!(matches!(last_event(), Event::ParameterChanged { id: 0, .. }));
		assert_ok!(schedule(budget(45, 15, 25)));
		let due: Vec<_> = Emission::pending_changes().iter().map(|change| change.due).collect();
		assert_eq!(due[0], due[1] + DELAY - shorter.get() - hours(1) - BLOCK);
		next_block(shorter.get());
		next_block(BLOCK);
		assert!(matches!(last_event(), Event::ParameterChanged { id: 2, .. }));
		assert_eq!(Emission::pending_changes().len(), 1);
	});
}

#[test]
fn many_changes_of_one_delay_move_a_parameter_by_one_step_only() {
	Economy::default().build_and_execute(|| {
		// Each is within a step of 11 %, none within a step of what the one before sets.
		assert_ok!(schedule(cap(10)));
		assert_noop!(schedule(cap(9)), Error::<Test>::AnnualCapStepTooLarge);
		wait();
		assert_ok!(schedule(cap(9)));
	});
}

#[test]
fn the_budget_in_force_divides_the_emission() {
	Economy::fixed_only().build_and_execute(|| {
		next_block(BLOCK);
		assert_ok!(schedule(budget(50, 10, 25)));
		next_block(DELAY);
		next_block(BLOCK);
		assert!(matches!(last_event(), Event::ParameterChanged { .. }));
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
		assert_ok!(schedule(Parameter::FixedHalfLife(half_life(7))));
		next_block(DELAY);
		next_block(BLOCK);
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
				assert_ok!(schedule(change));
			}
			wait();
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
		assert_ok!(schedule(table(&settings)));
		next_block(DELAY);
		let before = Emission::tracks();
		next_block(BLOCK);
		assert!(matches!(last_event(), Event::ParameterChanged { .. }));
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
		assert!(Emission::parameters().contains(&table(&settings)));

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
		assert_noop!(schedule(baseline(1_501)), Error::<Test>::BaselineStepTooLarge);
		assert_ok!(schedule(baseline(1_500)));
		wait();
		assert!((3_000..3_050).contains(&Emission::tracks()[0].baseline));
		// Another doubling time moves no baseline that is in force, nor how far the track is behind it.
		let (before, behind) = (Emission::tracks()[0].baseline, Emission::tracks()[0].lag);
		let doubling = changed(|tracks| tracks[0] = track(STORAGE, 50, 1_500, Some(YEAR * 3 / 2)));
		assert_ok!(schedule(doubling.clone()));
		wait();
		assert!(matches!(last_event(), Event::ParameterChanged { new, .. } if new == doubling));
		let after = &Emission::tracks()[0];
		assert!(after.baseline - before <= 2, "{} {before}", after.baseline);
		assert!(after.lag.abs_diff(behind) < hours(5), "{} {behind}", after.lag);
		// One that stops growing stays where it is.
		assert_ok!(schedule(changed(|tracks| {
			tracks[0] = track(STORAGE, 50, 1_500, Some(YEAR * 3 / 2));
			tracks[1] = track(COMPUTE, 30, 200, Some(years(40)));
		})));
		wait();
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
		assert_noop!(schedule(weights(45, 35)), Error::<Test>::UnknownMetric);
		assert_ok!(schedule(weights(60, 20)));
		wait();
		assert_ok!(schedule(weights(70, 10)));
		wait();
		// One that is retired while its track waits gets none.
		assert_ok!(schedule(changed(|tracks| {
			tracks[0].weight = Perquintill::from_percent(70);
			tracks.remove(1);
			tracks.push(track(MetricId(9), 10, 7, None));
		})));
		Missing::mutate(|missing| missing.insert(MetricId(9)));
		wait();
		let error = Error::<Test>::UnknownMetric.into();
		assert_eq!(last_event(), Event::ChangeDropped { id: 2, error });
	});
}

#[test]
fn a_metric_that_does_not_exist_gets_no_track() {
	Economy::default().build_and_execute(|| {
		let new = changed(|tracks| {
			tracks[0].weight = Perquintill::from_percent(49);
			tracks.push(track(UNKNOWN, 1, 1, None));
		});
		assert_noop!(schedule(new), Error::<Test>::UnknownMetric);
	});
}

/// Whatever governance does, step by step: a notice that somebody relies on is not shortened faster than itself.
#[test]
fn no_walk_shortens_the_notice_faster_than_the_notice() {
	Economy::default().build_and_execute(|| {
		next_block(BLOCK);
		let start = now();
		let shorter = |delay: ChangeDelay| {
			Parameter::ChangeDelay(
				ChangeDelay::try_new((delay.get() * 2 / 3).max(hours(12))).unwrap(),
			)
		};
		let mut steps = 0;
		loop {
			let delay = CurrentPolicy::<Test>::get().change_delay;
			if delay.get() == hours(12) {
				break;
			}
			assert_ok!(schedule(shorter(delay)));
			let begun = now();
			while CurrentPolicy::<Test>::get().change_delay == delay {
				next_block(hours(1));
			}
			assert!(now() - begun >= DELAY, "as long as the first one");
			steps += 1;
		}
		assert!(now() - start >= steps * DELAY);
		assert_eq!(steps, 4);
		let below = ChangeDelay::literal::<{ hours(12) - 1 }>();
		assert_noop!(schedule(Parameter::ChangeDelay(below)), Error::<Test>::ChangeDelayBelowFloor);
		// A longer one takes no longer than the one in force.
		assert_ok!(schedule(Parameter::ChangeDelay(ChangeDelay::literal::<{ hours(18) }>())));
		assert_eq!(Emission::pending_changes()[0].due, now() + hours(12));
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
		assert_noop!(schedule(one_more(99)), Error::<Test>::TooManyMetrics);
		// A metric that the ledger knows may come back.
		assert_ok!(schedule(one_more(100)));
	});
}

#[test]
fn a_lower_cap_binds_from_the_next_day_and_stops_nobody() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		run_economic(years(1) - days(20));
		assert!(minted() > 50_000_000 * DSYNC, "above the 10 % to come");
		assert_ok!(schedule(cap(10)));
		wait();
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
		let change_delay = ChangeDelay::literal::<{ days(2) }>();
		assert_eq!(policy, crate::types::Policy { change_delay, ..Default::default() });
		assert_eq!(State::<Test>::get().emission.kpi_half_life(), DEFAULT_HALF_LIFE.get());
		assert_storage_noop!(Emission::parameters());
	});
}

/// What all KPI streams together let a majority gain in a day: a little less than this.
const BONDS: Balance = 111_000 * DSYNC;

#[test]
fn a_change_that_lets_corruption_pay_is_refused_and_others_are_not() {
	Economy::default().build_and_execute(|| {
		Bond::set(BONDS);
		assert_noop!(schedule(Parameter::KpiHalfLife(half_life(5))), Error::<Test>::CorruptionPays);
		let catch_up = |percent| Parameter::CatchUp(CatchUp::try_new(percent).unwrap());
		assert_ok!(schedule(catch_up(250)));
		assert_ok!(schedule(Parameter::FixedHalfLife(half_life(5))));
	});
}

#[test]
fn where_corruption_pays_already_a_remedy_is_still_possible() {
	Economy::default().build_and_execute(|| {
		Bond::set(1);
		assert_ok!(schedule(Parameter::KpiHalfLife(half_life(7))));
		assert_ok!(schedule(cap(10)));
		assert_noop!(schedule(Parameter::KpiHalfLife(half_life(5))), Error::<Test>::CorruptionPays);
	});
}

#[test]
fn a_change_that_would_let_corruption_pay_when_its_time_comes_is_dropped_whole() {
	Economy::default().build_and_execute(|| {
		Bond::set(2 * BONDS);
		assert_ok!(schedule(Parameter::KpiHalfLife(half_life(5))));
		Bond::set(BONDS);
		next_block(DELAY);
		next_block(BLOCK);
		let error = Error::<Test>::CorruptionPays.into();
		assert_eq!(last_event(), Event::ChangeDropped { id: 0, error });
		assert_eq!(State::<Test>::get().emission.kpi_half_life(), DEFAULT_HALF_LIFE.get());
	});
}
