// SPDX-License-Identifier: Apache-2.0

//! The table of metrics, and metrics measured on chain.

use crate::{mock::*, types::MetricKind, Error, Event, Metric};
use destra_economics::emission::Signal;
use destra_primitives::{BoundedU64, KpiProvider as _, KpiState::*, MetricId, MAX_METRICS};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

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
fn a_metric_is_registered_updated_and_retired_for_good() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		events();
		assert_ok!(KpiOracle::register_metric(governor(), reported(3).into()));
		let three = MetricId(3);
		assert_eq!(events(), vec![Event::MetricRegistered { metric: three }]);
		assert_eq!(state(three), Stale);

		let mut new = reported(1);
		new.name = crate::Name::try_new("storage").unwrap();
		assert_ok!(KpiOracle::update_metric(governor(), new.clone().into()));
		assert_eq!(events(), vec![Event::MetricUpdated { old: reported(1), new: new.clone() }]);
		assert_eq!(KpiOracle::definitions()[0], new);
		assert_eq!(KpiOracle::metrics()[0].name, b"storage");
		assert_eq!((value(STORAGE), state(STORAGE)), (Some(100), Fresh), "the value stays");

		assert_ok!(KpiOracle::retire_metric(governor(), three));
		assert_eq!(events(), vec![Event::MetricRetired { metric: three }]);
		assert_eq!(KpiOracle::definitions().len(), 1);
		assert_noop!(
			KpiOracle::register_metric(governor(), reported(3).into()),
			Error::<Test>::MetricIdUsed
		);
		assert_ok!(KpiOracle::register_metric(governor(), reported(4).into()));
	});
}

#[test]
fn a_report_on_a_metric_that_is_retired_meanwhile_does_no_harm() {
	ExtBuilder::default().metrics(vec![reported(1), reported(3)]).build_and_execute(|| {
		let both: &[(MetricId, u64)] = &[(MetricId(1), 100), (MetricId(3), 100)];
		reports_of(&[(ALICE, both), (BOB, both), (CAROL, both)]);
		assert_ok!(KpiOracle::retire_metric(governor(), MetricId(3)));
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
			assert_ok!(KpiOracle::retire_metric(governor(), four));
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
		assert_ok!(KpiOracle::retire_metric(governor(), MetricId(3)));
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
		let mut new = reported(1);
		if let MetricKind::Reported { bounds, .. } = &mut new.kind {
			bounds.max = 60;
		}
		assert_ok!(KpiOracle::update_metric(governor(), new.into()));
		events();
		close_round();
		assert_eq!(value(STORAGE), Some(60));
		let clamped = Event::StepClamped { metric: STORAGE, median: 100, accepted: 60 };
		assert!(events().contains(&clamped), "and says so");
	});
}

#[test]
fn a_metric_with_parts_that_disagree_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let broken = |change: fn(&mut MetricKind)| {
			let mut metric = reported(9);
			change(&mut metric.kind);
			metric
		};
		let empty = broken(|kind| match kind {
			MetricKind::Reported { bounds, .. } => bounds.min = bounds.max + 1,
			MetricKind::Metered { .. } => unreachable!(),
		});
		let stuck = broken(|kind| match kind {
			MetricKind::Reported { max_step, .. } => max_step.absolute = 0,
			MetricKind::Metered { .. } => unreachable!(),
		});
		let register = |metric| KpiOracle::register_metric(governor(), metric);
		let update = |metric: Metric| {
			KpiOracle::update_metric(governor(), Metric { id: STORAGE, ..metric }.into())
		};
		assert_noop!(register(empty.clone().into()), Error::<Test>::EmptyBounds);
		assert_noop!(register(stuck.clone().into()), Error::<Test>::NoAbsoluteStep);
		assert_noop!(update(empty), Error::<Test>::EmptyBounds);
		assert_noop!(update(stuck), Error::<Test>::NoAbsoluteStep);
		assert_noop!(update(metered(1)), Error::<Test>::SourceChanged);
	});
}

#[test]
fn the_table_has_an_end_and_belongs_to_governance() {
	ExtBuilder::default().metrics(vec![]).build_and_execute(|| {
		let stranger = || RuntimeOrigin::signed(STRANGER);
		let one = MetricId(1);
		assert_noop!(
			KpiOracle::register_metric(stranger(), reported(1).into()),
			DispatchError::BadOrigin
		);
		assert_noop!(
			KpiOracle::update_metric(stranger(), reported(1).into()),
			DispatchError::BadOrigin
		);
		assert_noop!(KpiOracle::retire_metric(stranger(), one), DispatchError::BadOrigin);
		assert_noop!(
			KpiOracle::set_settings(stranger(), settings().into()),
			DispatchError::BadOrigin
		);
		assert_noop!(KpiOracle::retire_metric(governor(), one), Error::<Test>::UnknownMetric);
		assert_noop!(
			KpiOracle::update_metric(governor(), reported(1).into()),
			Error::<Test>::UnknownMetric
		);
		for id in 1..=MAX_METRICS as u16 {
			assert_ok!(KpiOracle::register_metric(governor(), reported(id).into()));
		}
		assert_noop!(
			KpiOracle::register_metric(governor(), reported(99).into()),
			Error::<Test>::TooManyMetrics
		);
	});
}

#[test]
fn what_a_short_round_measured_does_not_hold_for_a_long_one() {
	ExtBuilder::default().metrics(vec![metered(2)]).build_and_execute(|| {
		Meter::set(Some(0));
		(0..2).for_each(|_| close_round());
		assert_eq!(state(VOLUME), Fresh);
		let mut new = settings();
		new.round_length = BoundedU64::literal::<{ 100 * ROUND }>();
		new.max_age = BoundedU64::literal::<{ 200 * ROUND }>();
		assert_ok!(KpiOracle::set_settings(governor(), new.into()));
		// In the rest of the short round somebody pays itself a thousand.
		Meter::set(Some(1_000));
		close_round();
		assert_eq!((value(VOLUME), state(VOLUME)), (None, Stale));
		close_round();
		assert_eq!((value(VOLUME), state(VOLUME)), (Some(0), Fresh), "over a whole long round");
	});
}

#[test]
fn settings_that_disagree_are_refused_and_a_change_is_announced() {
	ExtBuilder::default().build_and_execute(|| {
		let mut young = settings();
		young.max_age = BoundedU64::literal::<{ 2 * ROUND - 1 }>();
		let refused = Error::<Test>::MaxAgeBelowTwoRounds;
		assert_noop!(KpiOracle::set_settings(governor(), young.into()), refused);
		let mut free = settings();
		free.bond = 0;
		assert_noop!(
			KpiOracle::set_settings(governor(), free.into()),
			Error::<Test>::BondOutOfBounds
		);

		events();
		let mut new = settings();
		new.bond = 5;
		assert_ok!(KpiOracle::set_settings(governor(), new.clone().into()));
		assert_eq!(events(), vec![Event::SettingsChanged { old: settings(), new: new.clone() }]);
		assert_eq!(KpiOracle::settings(), new);
	});
}

/// Streams of which a majority of two reporters can gain in the time to halt a little less than two
/// bonds: 2 · 65,000,000 · (1 − 2^(−1 h / 6 years)) = 1,713.
fn stake() {
	Reservoir::set(65_000_000);
}

#[test]
fn settings_that_let_corruption_pay_are_refused() {
	ExtBuilder::default().metrics(vec![reported(1), reported(3)]).build_and_execute(|| {
		stake();
		let set = |change: fn(&mut crate::Settings)| {
			let mut new = settings();
			change(&mut new);
			KpiOracle::set_settings(governor(), new.into())
		};
		assert_noop!(set(|new| new.bond = 800), Error::<Test>::CorruptionPays);
		assert_noop!(
			set(|new| new.time_to_halt = BoundedU64::literal::<{ 2 * HALT }>()),
			Error::<Test>::CorruptionPays
		);
		assert_noop!(
			set(|new| new.min_quorum = BoundedU64::literal::<1>()),
			Error::<Test>::CorruptionPays
		);
		assert_ok!(set(|new| new.bond = 900));
		assert_ok!(set(|new| new.bond = 2_000), ());
		assert_noop!(
			set(|new| {
				new.bond = 2_000;
				new.time_to_halt = BoundedU64::literal::<{ 2 * HALT }>();
			}),
			Error::<Test>::CorruptionPays
		);
	});
}

#[test]
fn where_corruption_pays_already_settings_may_only_improve() {
	ExtBuilder::default().metrics(vec![reported(1), reported(3)]).build_and_execute(|| {
		Reservoir::set(650_000_000);
		let mut new = settings();
		new.time_to_halt = BoundedU64::literal::<{ HALT / 2 }>();
		assert_ok!(KpiOracle::set_settings(governor(), new.clone().into()));
		new.bond -= 1;
		assert_noop!(
			KpiOracle::set_settings(governor(), new.into()),
			Error::<Test>::CorruptionPays
		);
	});
}

#[test]
fn a_reported_metric_that_lets_corruption_pay_is_refused_and_a_metered_one_is_not() {
	ExtBuilder::default().build_and_execute(|| {
		Reservoir::set(130_000_000);
		assert_noop!(
			KpiOracle::register_metric(governor(), reported(3).into()),
			Error::<Test>::CorruptionPays
		);
		assert_ok!(KpiOracle::register_metric(governor(), metered(3).into()));
	});
}
