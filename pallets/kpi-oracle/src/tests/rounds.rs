// SPDX-License-Identifier: Apache-2.0

//! Rounds: quorum, median, step bound, stall, history.

use crate::{mock::*, Error, Event};
use destra_primitives::{BoundedU64, KpiState::*};
use frame_support::{assert_noop, assert_ok};

#[test]
fn three_reports_make_their_median_the_value() {
	ExtBuilder::default().build_and_execute(|| {
		events();
		round_of(&[(ALICE, 98), (BOB, 103), (CAROL, 100)]);

		assert_eq!((value(STORAGE), state(STORAGE)), (Some(100), Fresh));
		assert_eq!(KpiOracle::metrics()[0].agreeing, 3);
		let all = events();
		let accepted = Event::ValueAccepted { metric: STORAGE, round: 1, value: 100, agreeing: 3 };
		assert!(all.contains(&accepted));
		let changed = Event::MetricStateChanged { metric: STORAGE, from: Stale, to: Fresh };
		assert!(all.contains(&changed));
		let next_ends_at = GENESIS_TIME + 2 * ROUND;
		let closed =
			Event::RoundClosed { round: 1, reports: 3, quorum: 2, missed: 0, next_ends_at };
		assert_eq!(all.last(), Some(&closed));
	});
}

#[test]
fn of_two_reports_the_lower_one_is_the_value() {
	ExtBuilder::default().build_and_execute(|| {
		round_of(&[(ALICE, 104), (BOB, 100)]);
		assert_eq!(value(STORAGE), Some(100));
	});
}

#[test]
fn the_clock_opens_the_first_round_and_a_round_closes_at_its_end() {
	ExtBuilder::default().build_and_execute(|| {
		let open = KpiOracle::round();
		assert_eq!((open.round, open.started_at), (1, GENESIS_TIME));
		assert_eq!(open.ends_at, GENESIS_TIME + ROUND);
		assert_eq!((open.reporters, open.reported, open.quorum), (3, 0, 2));

		next_block_at(open.ends_at - 1);
		next_block_at(open.ends_at);
		assert_eq!(round(), 1, "the parent block was a millisecond early");
		next_block();
		assert_eq!(round(), 2);
		assert_eq!(KpiOracle::round().started_at, open.ends_at, "rounds do not drift");
	});
}

#[test]
fn nothing_is_reported_before_the_clock_is_set() {
	let mut ext = ExtBuilder::default().build();
	ext.execute_with(|| {
		crate::CurrentRound::<Test>::kill();
		assert_eq!(round(), 0);
		assert_noop!(report_for(ALICE, 0, &[(STORAGE, 1)]), Error::<Test>::TooEarly);
	});
}

#[test]
fn the_quorum_is_half_of_the_active_reporters_rounded_up() {
	ExtBuilder::default()
		.settings(|settings| settings.min_quorum = BoundedU64::literal::<1>())
		.build_and_execute(|| {
			assert_eq!(KpiOracle::round().quorum, 2);
			round_of(&[(ALICE, 100)]);
			assert_eq!((value(STORAGE), state(STORAGE)), (None, Stale));
			round_of(&[(ALICE, 100), (BOB, 100)]);
			assert_eq!(value(STORAGE), Some(100));
		});
}

#[test]
fn only_active_reporters_count_for_the_quorum() {
	ExtBuilder::default()
		.reporters(vec![ALICE])
		.settings(|settings| settings.min_quorum = BoundedU64::literal::<1>())
		.build_and_execute(|| {
			for who in [BOB, CAROL] {
				assert_ok!(KpiOracle::admit_reporter(governor(), who));
			}
			events();
			round_of(&[(ALICE, 100)]);
			assert_eq!((value(STORAGE), state(STORAGE)), (Some(100), Fresh));
			let quorum = events().into_iter().find_map(|event| match event {
				Event::RoundClosed { quorum, .. } => Some(quorum),
				_ => None,
			});
			assert_eq!(quorum, Some(1));
		});
}

#[test]
fn one_reporter_is_enough_where_the_settings_say_so() {
	ExtBuilder::default()
		.reporters(vec![ALICE])
		.settings(|settings| settings.min_quorum = BoundedU64::literal::<1>())
		.build_and_execute(|| {
			round_of(&[(ALICE, 100)]);
			assert_eq!((value(STORAGE), state(STORAGE)), (Some(100), Fresh));
		});
}

#[test]
fn a_jump_is_clamped_and_announced() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100_000);
		assert_eq!(value(STORAGE), Some(100_000), "the first value has no bound but its own");
		events();

		good_round(1_000_000);
		assert_eq!(value(STORAGE), Some(150_000));
		let clamped = Event::StepClamped { metric: STORAGE, median: 1_000_000, accepted: 150_000 };
		assert!(events().contains(&clamped));

		good_round(0);
		assert_eq!(value(STORAGE), Some(75_000), "down as well as up");
		good_round(75_001);
		assert_eq!(value(STORAGE), Some(75_001), "small steps are free");
	});
}

#[test]
fn a_metric_that_was_stale_is_clamped_to_its_last_value() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100_000);
		stall(24 * 3_600_000);
		next_block();
		assert_eq!(state(STORAGE), Stale);
		good_round(1_000_000);
		assert_eq!((value(STORAGE), state(STORAGE)), (Some(150_000), Fresh));
	});
}

#[test]
fn a_metric_gets_off_zero() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(0);
		good_round(500);
		assert_eq!(value(STORAGE), Some(10));
		good_round(500);
		assert_eq!(value(STORAGE), Some(20));
	});
}

#[test]
fn a_metric_that_a_reporter_leaves_out_counts_the_others() {
	ExtBuilder::default().metrics(vec![reported(1), reported(3)]).build_and_execute(|| {
		use destra_primitives::MetricId;
		let (one, three) = (MetricId(1), MetricId(3));
		assert_ok!(report_for(ALICE, 1, &[(one, 100), (three, 7)]));
		assert_ok!(report_for(BOB, 1, &[(one, 100)]));
		assert_ok!(report_for(CAROL, 1, &[(one, 100)]));
		close_round();
		assert_eq!((value(one), state(one)), (Some(100), Fresh));
		assert_eq!((value(three), state(three)), (None, Stale), "absent is not zero");
		assert_eq!((strikes(ALICE), strikes(BOB)), (0, 0), "a missing source is no lie");
	});
}

#[test]
fn a_stall_of_many_rounds_costs_one_close_and_strikes_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		let end = KpiOracle::round().ends_at;
		stall(7 * 24 * 3_600_000);
		let week_later = now();
		assert_eq!(state(STORAGE), Stale, "at once, by age");
		events();

		next_block();
		assert_eq!(round(), 3, "one close, not ten thousand");
		let missed = ((week_later - end) / ROUND) as u32;
		let next_ends_at = week_later + ROUND;
		let closed = Event::RoundClosed { round: 2, reports: 0, quorum: 2, missed, next_ends_at };
		assert_eq!(events().last(), Some(&closed));
		assert_eq!(KpiOracle::history(STORAGE)[1].ended_at, end, "not when it was closed");
		for who in [ALICE, BOB, CAROL] {
			assert_eq!(strikes(who), 0);
		}

		good_round(100);
		assert_eq!(state(STORAGE), Fresh);
	});
}

#[test]
fn reports_from_before_a_stall_are_as_old_as_it_was_long() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [ALICE, BOB, CAROL] {
			assert_ok!(report(who, 100));
		}
		stall(24 * 3_600_000);
		next_block();
		assert_eq!(round(), 2);
		assert_eq!((value(STORAGE), state(STORAGE)), (Some(100), Stale));
		good_round(100);
		assert_eq!(state(STORAGE), Fresh);
	});
}

#[test]
fn disagreement_across_a_stall_strikes_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(report(ALICE, 100));
		assert_ok!(report(BOB, 100));
		stall(24 * 3_600_000);
		assert_ok!(report(CAROL, 900));
		next_block();
		assert_eq!((round(), strikes(CAROL)), (2, 0));
	});
}

#[test]
fn a_new_round_length_applies_from_the_next_round() {
	ExtBuilder::default().build_and_execute(|| {
		let mut new = settings();
		new.round_length = BoundedU64::literal::<120_000>();
		let ends_at = KpiOracle::round().ends_at;
		assert_ok!(KpiOracle::set_settings(governor(), new));
		assert_eq!(KpiOracle::round().ends_at, ends_at);
		close_round();
		assert_eq!(KpiOracle::round().ends_at, ends_at + 120_000);
	});
}

#[test]
fn the_last_rounds_are_kept_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		close_round();
		let history = KpiOracle::history(STORAGE);
		let seen: Vec<_> =
			history.iter().map(|e| (e.round, e.value, e.agreeing, e.state)).collect();
		assert_eq!(seen, vec![(1, Some(100), 3, Fresh), (2, None, 0, Degraded)]);
		assert_eq!(history[0].ended_at, GENESIS_TIME + ROUND);
		assert_eq!(KpiOracle::history(VOLUME), vec![], "another metric");

		for _ in 0..10 {
			good_round(100);
		}
		let rounds: Vec<_> = KpiOracle::history(STORAGE).iter().map(|e| e.round).collect();
		assert_eq!(rounds, (5..=12).collect::<Vec<_>>());
	});
}
