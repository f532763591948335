// SPDX-License-Identifier: Apache-2.0

//! The table of metrics, and metrics measured on chain.

use crate::{mock::*, Error, Event};
use destra_economics::emission::Signal;
use destra_primitives::{BoundedU64, KpiProvider as _, KpiState::*, MetricId, MAX_METRICS};
use frame_support::{assert_noop, assert_ok};

#[test]
fn a_metered_metric_reads_the_growth_of_its_counter_per_period() {
	ExtBuilder::default().metrics(vec![metered(2)]).build_and_execute(|| {
		Meter::set(Some(1_000));
		close_round();
		assert_eq!((value(VOLUME), state(VOLUME)), (None, Stale), "one sample is no growth");

		Meter::set(Some(1_600));
		close_round();
		// A close is a block after the end, so from close to close is one round.
		assert_eq!((value(VOLUME), state(VOLUME)), (Some(600), Fresh));
		assert_eq!(KpiOracle::metrics()[0].agreeing, 0);

		close_round();
		assert_eq!((value(VOLUME), state(VOLUME)), (Some(0), Fresh), "no growth is a zero");

		Meter::set(Some(u128::MAX));
		close_round();
		assert_eq!(value(VOLUME), Some(1_000_000), "at most the maximum");
	});
}

#[test]
fn a_counter_feeds_its_track_whether_or_not_rounds_close_and_a_halt_leaves_out_what_it_counts() {
	ExtBuilder::default().metrics(vec![reported(1), metered(2)]).build_and_execute(|| {
		let signal = |metric| {
			let signals = KpiOracle::signals(now());
			signals.iter().find(|(id, _)| *id == metric).expect("a metric").1
		};
		let counted = |total, counts| Some(Signal::Count { total, period: 60_000, counts });
		assert_eq!((signal(VOLUME), signal(MetricId(1))), (None, None), "no counter, no reading");
		Meter::set(Some(1_000));
		assert_eq!(signal(VOLUME), counted(1_000, true), "before any round has closed");
		Meter::set(Some(1_700));
		stall(100 * ROUND);
		assert_eq!(signal(VOLUME), counted(1_700, true), "and after a long outage");
		assert_ok!(KpiOracle::halt(guardian(), Some(VOLUME)));
		assert_eq!(signal(VOLUME), counted(1_700, false));
		assert_ok!(KpiOracle::resume(governor(), Some(VOLUME)));
		assert_ok!(KpiOracle::halt(guardian(), None));
		assert_eq!(signal(VOLUME), counted(1_700, false));
		assert!(KpiOracle::exists(VOLUME) && !KpiOracle::exists(MetricId(3)));
	});
}

#[test]
fn a_meter_measures_over_the_time_that_passed() {
	ExtBuilder::default().metrics(vec![metered(2)]).build_and_execute(|| {
		Meter::set(Some(0));
		close_round();
		let before = now();
		stall(10 * ROUND);
		Meter::set(Some(1_100));
		next_block();
		let elapsed = now() - BLOCK - (before - BLOCK);
		assert_eq!(value(VOLUME), Some(1_100 * 60_000 / elapsed), "rounded down");
		assert_eq!(state(VOLUME), Fresh, "measured now, so as fresh as can be");
	});
}

#[test]
fn a_meter_without_an_answer_degrades_its_metric() {
	ExtBuilder::default().metrics(vec![metered(2)]).build_and_execute(|| {
		Meter::set(Some(0));
		close_round();
		Meter::set(Some(60));
		close_round();
		assert_eq!((value(VOLUME), state(VOLUME)), (Some(60), Fresh));
		Meter::set(None);
		close_round();
		assert_eq!((value(VOLUME), state(VOLUME)), (Some(60), Degraded));
		close_round();
		close_round();
		assert_eq!(state(VOLUME), Stale);
		Meter::set(Some(460));
		close_round();
		assert_eq!((value(VOLUME), state(VOLUME)), (Some(100), Fresh), "400 in four rounds");
	});
}

#[test]
fn a_metric_is_added_redefined_and_retired_for_good() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		assert_ok!(define(reported(3)));
		let three = MetricId(3);
		assert_eq!((KpiOracle::definitions().len(), state(three)), (2, Stale));

		let mut new = reported(1);
		new.name = crate::Name::try_new("storage").unwrap();
		assert_ok!(define(new.clone()));
		assert_eq!(KpiOracle::definitions(), [new, reported(3)]);
		assert_eq!(KpiOracle::metrics()[0].name, b"storage");
		assert_eq!((value(STORAGE), state(STORAGE)), (Some(100), Fresh), "the value stays");

		assert_ok!(retire(three));
		assert_eq!(KpiOracle::definitions().len(), 1);
		assert_noop!(define(reported(3)), Error::<Test>::MetricIdUsed);
		assert_noop!(define(reported(0)), Error::<Test>::MetricIdUsed);
		assert_ok!(define(reported(4)));
	});
}

#[test]
fn a_report_on_a_metric_that_is_retired_meanwhile_does_no_harm() {
	ExtBuilder::default().metrics(vec![reported(1), reported(3)]).build_and_execute(|| {
		let both: &[(MetricId, u64)] = &[(MetricId(1), 100), (MetricId(3), 100)];
		reports_of(&[(ALICE, both), (BOB, both), (CAROL, both)]);
		assert_ok!(retire(MetricId(3)));
		close_round();
		assert_eq!((value(STORAGE), strikes(CAROL)), (Some(100), 0));
	});
}

#[test]
fn who_leaves_a_metric_out_is_not_honest_for_having_reported_a_retired_one() {
	ExtBuilder::default().metrics(vec![reported(1), reported(3), reported(4)]).build_and_execute(
		|| {
			let [one, three, four] = [1, 3, 4].map(MetricId);
			let rest: &[(MetricId, u64)] = &[(one, 100), (three, 100), (four, 100)];
			reports_of(&[(ALICE, rest), (BOB, rest), (CAROL, &[(one, 100), (four, 100)])]);
			assert_ok!(retire(four));
			fund_pot(1_010);
			close_round();
			let owed = |who| KpiOracle::reporter(who).owed;
			assert_eq!([ALICE, BOB, CAROL].map(owed), [500, 500, 0]);
		},
	);
}

#[test]
fn nobody_is_struck_for_a_round_in_which_the_table_changes() {
	ExtBuilder::default().metrics(vec![reported(1), reported(3)]).build_and_execute(|| {
		let both: &[(MetricId, u64)] = &[(MetricId(1), 100), (MetricId(3), 100)];
		for who in [ALICE, BOB, CAROL] {
			let values = if who == CAROL { both } else { &both[..1] };
			assert_ok!(commit_for(who, 1, values));
		}
		assert_ok!(retire(MetricId(3)));
		await_reports();
		// What she has committed to cannot be reported any more.
		assert_noop!(report_for(CAROL, 1, both), Error::<Test>::UnknownMetric);
		for who in [ALICE, BOB] {
			assert_ok!(report_for(who, 1, &both[..1]));
		}
		close_round();
		assert_eq!((value(STORAGE), strikes(CAROL)), (Some(100), 0));
		round_of(&[(ALICE, 100), (BOB, 100)]);
		assert_eq!(strikes(CAROL), 1, "the next round counts");
	});
}

#[test]
fn a_value_stays_within_bounds_that_were_tightened_after_the_report() {
	ExtBuilder::default().build_and_execute(|| {
		let values: &[(MetricId, u64)] = &[(STORAGE, 100)];
		reports_of(&[(ALICE, values), (BOB, values), (CAROL, values)]);
		assert_ok!(define(bounded(1, 0, 60)));
		events();
		close_round();
		assert_eq!(value(STORAGE), Some(60));
		let clamped = Event::StepClamped { metric: STORAGE, median: 100, accepted: 60 };
		assert!(events().contains(&clamped), "and says so");
	});
}

#[test]
fn a_metric_with_parts_that_disagree_is_refused_and_so_is_another_source() {
	ExtBuilder::default().build_and_execute(|| {
		// As a new one, and in the place of the one there is.
		assert_noop!(define(bounded(9, 10, 9)), Error::<Test>::EmptyBounds);
		assert_noop!(define(bounded(1, 10, 9)), Error::<Test>::EmptyBounds);
		assert_noop!(define(metered(1)), Error::<Test>::SourceChanged);
	});
}

#[test]
fn the_table_has_an_end() {
	ExtBuilder::default().metrics(vec![]).build_and_execute(|| {
		assert_noop!(retire(MetricId(1)), Error::<Test>::UnknownMetric);
		for id in 1..=MAX_METRICS as u16 {
			assert_ok!(define(reported(id)));
		}
		assert_noop!(define(reported(99)), Error::<Test>::TooManyMetrics);
	});
}

#[test]
fn what_a_short_round_measured_does_not_hold_for_a_long_one() {
	ExtBuilder::default().metrics(vec![metered(2)]).build_and_execute(|| {
		Meter::set(Some(0));
		(0..2).for_each(|_| close_round());
		assert_eq!(state(VOLUME), Fresh);
		assert_ok!(set(|new| new.max_age = BoundedU64::literal::<{ 200 * ROUND }>()));
		assert_ok!(set(|new| new.round_length = BoundedU64::literal::<{ 100 * ROUND }>()));
		// In the rest of the short round somebody pays itself a thousand.
		Meter::set(Some(1_000));
		close_round();
		assert_eq!((value(VOLUME), state(VOLUME)), (None, Stale));
		close_round();
		assert_eq!((value(VOLUME), state(VOLUME)), (Some(0), Fresh), "over a whole long round");
	});
}
