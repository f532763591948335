// SPDX-License-Identifier: Apache-2.0

//! Rounds: quorum, median, step bound, stall, history.

use crate::{mock::*, Error, Event, Phase};
use destra_primitives::{BoundedU64, KpiState::*, MetricId};
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
		let closed = Event::RoundClosed {
			round: 1,
			reports: 3,
			quorum: 2,
			missed: 0,
			next_reports_from: GENESIS_TIME + ROUND + ROUND / 2,
			next_ends_at: GENESIS_TIME + 2 * ROUND,
		};
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
		assert_eq!(open.reports_from, GENESIS_TIME + ROUND / 2);
		assert_eq!(open.ends_at, GENESIS_TIME + ROUND);
		assert_eq!((open.bonded, open.reporters, open.quorum), (3, 3, 2));
		assert_eq!((open.committed, open.reported), (0, 0));

		next_block_at(open.reports_from - 1);
		next_block_at(open.reports_from);
		assert_eq!(phase(), Phase::Commit, "the parent block was a millisecond early");
		next_block_at(open.ends_at - 1);
		assert_eq!(phase(), Phase::Report);
		next_block_at(open.ends_at);
		assert_eq!(round(), 1, "the parent block was a millisecond early");
		next_block();
		assert_eq!(round(), 2);
		assert_eq!(KpiOracle::round().started_at, open.ends_at, "rounds do not drift");
	});
}

#[test]
fn the_round_tells_who_has_committed_and_who_has_reported() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(commit(ALICE, 100));
		assert_ok!(commit(BOB, 100));
		await_reports();
		assert_ok!(report(ALICE, 100));
		let open = KpiOracle::round();
		assert_eq!((open.committed, open.reported), (2, 1));
		let of = |who| {
			let status = KpiOracle::reporter(who);
			(status.committed, status.reported)
		};
		assert_eq!([ALICE, BOB, CAROL].map(of), [(true, true), (true, false), (false, false)]);
		close_round();
		assert_eq!((KpiOracle::round().committed, of(ALICE)), (0, (false, false)));
	});
}

#[test]
fn nothing_is_submitted_before_the_clock_is_set() {
	let mut ext = ExtBuilder::default().build();
	ext.execute_with(|| {
		crate::CurrentRound::<Test>::kill();
		assert_eq!(round(), 0);
		assert_noop!(commit_for(ALICE, 0, &[(STORAGE, 1)]), Error::<Test>::TooEarly);
		assert_noop!(report_for(ALICE, 0, &[(STORAGE, 1)]), Error::<Test>::TooEarly);
	});
}

#[test]
fn the_quorum_is_more_than_half_of_the_bonded_reporters() {
	let builder = ExtBuilder::default().reporters(vec![ALICE, BOB, CAROL, DAVE]);
	builder.build_and_execute(|| {
		assert_eq!(KpiOracle::round().quorum, 3);
		round_of(&[(ALICE, 100), (BOB, 100)]);
		assert_eq!((value(STORAGE), state(STORAGE)), (None, Stale));
		round_of(&[(ALICE, 100), (BOB, 100), (CAROL, 100)]);
		assert_eq!(value(STORAGE), Some(100));
	});
}

#[test]
fn suspended_reporters_count_for_the_quorum_and_those_without_a_bond_do_not() {
	let strict = |settings: &mut crate::Settings| {
		settings.strike_limit = BoundedU64::literal::<1>();
	};
	let builder = ExtBuilder::default().reporters(vec![ALICE, BOB, CAROL, DAVE]);
	builder.settings(strict).build_and_execute(|| {
		assert_ok!(KpiOracle::admit_reporter(governor(), STRANGER));
		round_of(&[(ALICE, 100), (BOB, 100), (CAROL, 100)]);
		let open = KpiOracle::round();
		assert_eq!((open.bonded, open.reporters, open.quorum), (4, 3, 3), "Dave is suspended");
		round_of(&[(ALICE, 200), (BOB, 200)]);
		assert_eq!((value(STORAGE), state(STORAGE)), (Some(100), Degraded));
		assert_ok!(KpiOracle::remove_reporter(governor(), DAVE));
		assert_eq!((KpiOracle::round().bonded, KpiOracle::round().quorum), (3, 2));
		let quorum = events().into_iter().rev().find_map(|event| match event {
			Event::RoundClosed { quorum, .. } => Some(quorum),
			_ => None,
		});
		assert_eq!(quorum, Some(3));
	});
}

const SIX: [AccountId; 6] = [ALICE, BOB, CAROL, DAVE, STRANGER, TREASURY];

#[test]
fn three_of_six_who_lie_move_nothing_for_twenty_rounds_and_nobody_is_struck() {
	ExtBuilder::default().reporters(SIX.to_vec()).build_and_execute(|| {
		round_of(&SIX.map(|who| (who, 1_000)));
		for _ in 0..20 {
			let lies = [(ALICE, 0), (BOB, 0), (CAROL, 0)];
			let truth = [(DAVE, 1_000), (STRANGER, 1_000), (TREASURY, 1_000)];
			round_of(&[lies, truth].concat());
			assert_eq!(value(STORAGE), Some(1_000));
			assert_eq!(SIX.map(strikes), [0; 6]);
		}
		assert_eq!(state(STORAGE), Stale, "without a value, nothing is earned");
	});
}

#[test]
fn four_of_seven_who_agree_make_a_value_and_the_others_are_struck() {
	let seven = [&SIX[..], &[GOVERNOR]].concat();
	ExtBuilder::default().reporters(seven).build_and_execute(|| {
		let lies = [(ALICE, 0), (BOB, 0), (CAROL, 0)].to_vec();
		let truth = [DAVE, STRANGER, TREASURY, GOVERNOR].map(|who| (who, 1_000)).to_vec();
		round_of(&[lies, truth].concat());
		assert_eq!((value(STORAGE), KpiOracle::metrics()[0].agreeing), (Some(1_000), 4));
		assert_eq!([ALICE, BOB, CAROL, DAVE].map(strikes), [1, 1, 1, 0]);
	});
}

#[test]
fn scattered_reports_are_no_value_and_strike_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		fund_pot(1_010);
		round_of(&[(ALICE, 100), (BOB, 1_000), (CAROL, 10_000)]);
		assert_eq!((value(STORAGE), state(STORAGE)), (None, Stale));
		assert_eq!([ALICE, BOB, CAROL].map(strikes), [0, 0, 0]);
		assert_eq!(KpiOracle::reporter(BOB).owed, 0);
	});
}

#[test]
fn who_is_silent_where_the_others_do_not_agree_is_not_struck() {
	let seven = [&SIX[..], &[GOVERNOR]].concat();
	ExtBuilder::default().reporters(seven).build_and_execute(|| {
		for _ in 0..6 {
			let lies = [(ALICE, 0), (BOB, 0), (CAROL, 0)];
			round_of(&[lies, [(DAVE, 1_000), (STRANGER, 1_000), (TREASURY, 1_000)]].concat());
		}
		assert_eq!((value(STORAGE), strikes(GOVERNOR)), (None, 0));
	});
}

#[test]
fn a_majority_neither_punishes_nor_earns_with_a_metric_that_is_halted() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(1_000);
		fund_pot(1_010);
		assert_ok!(KpiOracle::halt(guardian(), Some(STORAGE)));
		for _ in 0..6 {
			round_of(&[(ALICE, 1_000), (BOB, 0), (CAROL, 0)]);
		}
		assert_eq!([ALICE, BOB, CAROL].map(strikes), [0, 0, 0]);
		assert_eq!([ALICE, BOB, CAROL].map(|who| KpiOracle::reporter(who).owed), [0, 0, 0]);
	});
}

#[test]
fn honest_reporters_whose_reports_are_kept_out_of_the_blocks_are_not_struck() {
	let seven = [&SIX[..], &[GOVERNOR]].concat();
	ExtBuilder::default().reporters(seven.clone()).build_and_execute(|| {
		round_of(&seven.iter().map(|who| (*who, 1_000)).collect::<Vec<_>>());
		for _ in 0..20 {
			// The three who collude are alone with each other.
			round_of(&[(ALICE, 1_250), (BOB, 1_250), (CAROL, 1_250)]);
		}
		assert_eq!(value(STORAGE), Some(1_000));
		assert!(seven.iter().all(|who| strikes(*who) == 0));
		assert_eq!((KpiOracle::round().bonded, KpiOracle::round().reporters), (7, 7));
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
		let (one, three) = (MetricId(1), MetricId(3));
		reports_of(&[
			(ALICE, &[(one, 100), (three, 7)]),
			(BOB, &[(one, 100)]),
			(CAROL, &[(one, 100)]),
		]);
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
		let closed = Event::RoundClosed {
			round: 2,
			reports: 0,
			quorum: 2,
			missed,
			next_reports_from: week_later + ROUND / 2,
			next_ends_at: week_later + ROUND,
		};
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
		let values: &[(MetricId, u64)] = &[(STORAGE, 100)];
		reports_of(&[(ALICE, values), (BOB, values), (CAROL, values)]);
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
		let reports = [(ALICE, 100), (BOB, 100), (CAROL, 900)];
		for (who, value) in reports {
			assert_ok!(commit(who, value));
		}
		await_reports();
		for (who, value) in reports {
			assert_ok!(report(who, value));
		}
		stall(24 * 3_600_000);
		next_block();
		assert_eq!((round(), strikes(CAROL)), (2, 0));
	});
}

#[test]
fn silence_in_a_round_that_has_hardly_any_time_for_reports_strikes_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		for who in [ALICE, BOB, CAROL] {
			assert_ok!(commit(who, 100));
		}
		// The chain stands still until the round is nearly over.
		next_block_at(KpiOracle::round().ends_at - 10_000);
		next_block();
		assert_eq!(phase(), Phase::Report);
		for who in [ALICE, BOB] {
			assert_ok!(report(who, 100));
		}
		close_round();
		assert_eq!((value(STORAGE), strikes(CAROL)), (Some(100), 0));
	});
}

/// A chain with fifty blocks in each half of a round.
fn with_long_rounds() -> ExtBuilder {
	ExtBuilder::default().settings(|settings| {
		settings.round_length = BoundedU64::literal::<{ 10 * ROUND }>();
		settings.max_age = BoundedU64::literal::<{ 20 * ROUND }>();
	})
}

#[test]
fn a_standstill_within_the_first_half_strikes_nobody_who_could_not_commit() {
	with_long_rounds().build_and_execute(|| {
		good_round(100);
		for who in [ALICE, BOB] {
			assert_ok!(commit(who, 100));
		}
		// Carol would commit later on, but from here to the end of the half the chain stands still.
		next_block_at(KpiOracle::round().reports_from - 2 * BLOCK);
		await_reports();
		for who in [ALICE, BOB] {
			assert_ok!(report(who, 100));
		}
		close_round();
		assert_eq!((round(), value(STORAGE), strikes(CAROL)), (3, Some(100), 0));
	});
}

#[test]
fn a_standstill_within_the_second_half_strikes_nobody_who_could_not_report() {
	with_long_rounds().build_and_execute(|| {
		good_round(100);
		for who in [ALICE, BOB, CAROL] {
			assert_ok!(commit(who, 100));
		}
		await_reports();
		for who in [ALICE, BOB] {
			assert_ok!(report(who, 100));
		}
		next_block_at(KpiOracle::round().ends_at - 2 * BLOCK);
		close_round();
		assert_eq!((round(), value(STORAGE), strikes(CAROL)), (3, Some(100), 0));
	});
}

#[test]
fn a_few_missing_blocks_are_no_excuse() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		for who in [ALICE, BOB] {
			assert_ok!(commit(who, 100));
		}
		stall(3 * BLOCK);
		await_reports();
		for who in [ALICE, BOB] {
			assert_ok!(report(who, 100));
		}
		stall(3 * BLOCK);
		close_round();
		assert_eq!(strikes(CAROL), 1);
	});
}

#[test]
fn a_longer_round_to_come_does_not_take_away_the_excuse_of_a_late_close() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		reports_of(&[(ALICE, &[(STORAGE, 100)]), (BOB, &[(STORAGE, 100)])]);
		assert_ok!(set(|new| new.max_age = BoundedU64::literal::<{ 8 * ROUND }>()));
		assert_ok!(set(|new| new.round_length = BoundedU64::literal::<{ 4 * ROUND }>()));
		while now() + BLOCK < KpiOracle::round().ends_at {
			next_block();
		}
		// A quarter of the round that was in force when it began.
		next_block_at(KpiOracle::round().ends_at + ROUND / 4);
		next_block();
		assert_eq!((round(), strikes(CAROL)), (3, 0));
	});
}

#[test]
fn a_new_round_length_applies_from_the_next_round() {
	ExtBuilder::default().build_and_execute(|| {
		let ends_at = KpiOracle::round().ends_at;
		assert_ok!(set(|new| new.max_age = BoundedU64::literal::<240_000>()));
		assert_ok!(set(|new| new.round_length = BoundedU64::literal::<120_000>()));
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
