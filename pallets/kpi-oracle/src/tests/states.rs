// SPDX-License-Identifier: Apache-2.0

//! The four states of a metric.

use crate::{mock::*, Error, Event};
use destra_primitives::{BoundedU64, KpiState::*};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

#[test]
fn without_a_quorum_a_metric_degrades_then_goes_stale_and_recovers() {
	let patient = |settings: &mut crate::Settings| {
		settings.strike_limit = BoundedU64::literal::<9>();
	};
	ExtBuilder::default().settings(patient).build_and_execute(|| {
		good_round(100);
		let accepted_at = GENESIS_TIME + ROUND;
		events();

		round_of(&[(ALICE, 100)]);
		assert_eq!((value(STORAGE), state(STORAGE)), (Some(100), Degraded));
		assert_eq!(reading(STORAGE).earning(), Some(100), "the last value still earns");
		assert_eq!(reading(STORAGE).age, now() - accepted_at);

		close_round();
		let at = |time| KpiOracle::readings(time)[0];
		assert_eq!(at(accepted_at + MAX_AGE).state, Degraded);
		assert_eq!(at(accepted_at + MAX_AGE + 1).state, Stale);
		assert_eq!(at(accepted_at + MAX_AGE + 1).earning(), None);

		close_round();
		assert_eq!((value(STORAGE), state(STORAGE)), (Some(100), Stale));
		let changes: Vec<_> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::MetricStateChanged { from, to, .. } => Some((from, to)),
				_ => None,
			})
			.collect();
		assert_eq!(changes, vec![(Fresh, Degraded), (Degraded, Stale)]);

		round_of(&[(ALICE, 100), (BOB, 100)]);
		assert_eq!(state(STORAGE), Fresh);
	});
}

#[test]
fn a_stale_metric_recovers_after_as_many_rounds_as_the_settings_say() {
	ExtBuilder::default()
		.settings(|settings| settings.recovery_rounds = BoundedU64::literal::<2>())
		.build_and_execute(|| {
			good_round(100);
			assert_eq!((value(STORAGE), state(STORAGE)), (Some(100), Stale));
			good_round(100);
			assert_eq!(state(STORAGE), Fresh);
			round_of(&[(ALICE, 100)]);
			assert_eq!(state(STORAGE), Degraded);
			good_round(100);
			assert_eq!(state(STORAGE), Fresh, "a degraded metric never stopped earning");
		});
}

#[test]
fn a_stale_metric_needs_its_good_rounds_anew_after_each_stall() {
	ExtBuilder::default()
		.settings(|settings| settings.recovery_rounds = BoundedU64::literal::<2>())
		.metrics(vec![reported(1), metered(2)])
		.build_and_execute(|| {
			Meter::set(Some(0));
			(0..5).for_each(|_| good_round(100));
			assert_eq!((state(STORAGE), state(VOLUME)), (Fresh, Fresh));
			stall(24 * 3_600_000);
			next_block();
			good_round(100);
			assert_eq!(
				(value(STORAGE), state(STORAGE)),
				(Some(100), Stale),
				"one round is not two"
			);
			good_round(100);
			assert_eq!((state(STORAGE), state(VOLUME)), (Fresh, Fresh));
		});
}

#[test]
fn a_shorter_maximum_age_applies_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		(0..8).for_each(|_| next_block());
		assert_eq!(state(STORAGE), Fresh);
		assert_ok!(set(|new| {
			new.round_length = BoundedU64::literal::<24_000>();
			new.max_age = BoundedU64::literal::<48_000>();
		}));
		assert_eq!(state(STORAGE), Stale);
	});
}

#[test]
fn with_the_shortest_maximum_age_a_metric_recovers_and_stays_fresh() {
	ExtBuilder::default()
		.settings(|settings| {
			settings.recovery_rounds = BoundedU64::literal::<2>();
			settings.max_age = BoundedU64::literal::<{ 2 * ROUND }>();
		})
		.build_and_execute(|| {
			good_round(100);
			assert_eq!(state(STORAGE), Stale);
			for late in [0, BLOCK, ROUND / 4 - 1, 0, ROUND / 4 - 1] {
				reports_of(&[ALICE, BOB, CAROL].map(|who| (who, &[(STORAGE, 100)][..])));
				while now() + BLOCK < KpiOracle::round().ends_at {
					next_block();
				}
				// The latest close that does not count as a standstill.
				next_block_at(KpiOracle::round().ends_at + late);
				next_block();
				assert_eq!(state(STORAGE), Fresh, "closed {late} ms late");
			}
		});
}

#[test]
fn a_metric_that_aged_out_has_to_recover_however_old_a_value_may_be_from_then_on() {
	ExtBuilder::default()
		.settings(|settings| settings.recovery_rounds = BoundedU64::literal::<2>())
		.build_and_execute(|| {
			(0..2).for_each(|_| good_round(100));
			assert_eq!(state(STORAGE), Fresh);
			// Too old by the clock, without a block that says so.
			next_block_at(now() + MAX_AGE + BLOCK);
			assert_eq!(state(STORAGE), Stale);
			events();
			assert_ok!(set(|new| new.max_age = BoundedU64::literal::<{ 100 * MAX_AGE }>()));
			assert_eq!((state(STORAGE), reading(STORAGE).earning()), (Stale, None));
			let stale = Event::MetricStateChanged { metric: STORAGE, from: Fresh, to: Stale };
			assert!(events().contains(&stale));
			close_round();
			good_round(100);
			assert_eq!(state(STORAGE), Stale, "one round is not two");
			good_round(100);
			assert_eq!(state(STORAGE), Fresh);
		});
}

#[test]
fn a_changed_maximum_age_is_announced_by_the_states_that_change_with_it() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		(0..8).for_each(|_| next_block());
		events();
		assert_ok!(set(|new| {
			new.round_length = BoundedU64::literal::<24_000>();
			new.max_age = BoundedU64::literal::<48_000>();
		}));
		let stale = Event::MetricStateChanged { metric: STORAGE, from: Fresh, to: Stale };
		assert!(events().contains(&stale));
		assert_ok!(set(|new| new.max_age = settings().max_age));
		assert_eq!(state(STORAGE), Stale, "and back again does not revive it");
	});
}

/// Raises the bond to 5,000, which everybody tops up, and waits for it to bind.
fn raise_bonds() {
	assert_ok!(set(|new| new.bond = crate::Bond::literal::<{ 5 * BOND }>()));
	for who in [ALICE, BOB, CAROL] {
		assert_ok!(KpiOracle::bond(RuntimeOrigin::signed(who)));
	}
	while KpiOracle::stakes().bond == BOND {
		assert_eq!(state(STORAGE), Uncovered);
		good_round(100);
	}
}

#[test]
fn a_reported_metric_earns_nothing_while_a_majority_could_gain_more_than_its_bonds() {
	ExtBuilder::default().metrics(vec![reported(1), metered(2)]).build_and_execute(|| {
		Meter::set(Some(0));
		(0..2).for_each(|_| good_round(100));
		assert_eq!((state(STORAGE), state(VOLUME)), (Fresh, Fresh));
		// Time, in which nothing was achieved, has made the streams worth more. A majority could gain
		// 650,000,000 · (1 − 2^(−1 h / 6 years)) = 8,567 now.
		Reservoir::set(650_000_000);
		events();
		good_round(100);
		assert_eq!((state(STORAGE), reading(STORAGE).earning()), (Uncovered, None));
		assert_eq!(state(VOLUME), Fresh, "nobody reports it");
		let uncovered = Event::MetricStateChanged { metric: STORAGE, from: Fresh, to: Uncovered };
		assert!(events().contains(&uncovered));

		raise_bonds();
		good_round(100);
		assert_eq!((state(STORAGE), reading(STORAGE).earning()), (Fresh, Some(100)));
	});
}

#[test]
fn the_guardian_halts_a_metric_and_governance_resumes_it() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		events();
		assert_ok!(KpiOracle::halt(guardian(), Some(STORAGE)));
		assert_eq!((state(STORAGE), reading(STORAGE).earning()), (Halted, None));
		assert_eq!(
			events(),
			vec![
				Event::MetricStateChanged { metric: STORAGE, from: Fresh, to: Halted },
				Event::Halted { metric: Some(STORAGE) },
			]
		);

		good_round(110);
		assert_eq!((value(STORAGE), state(STORAGE)), (Some(110), Halted), "the rounds go on");
		events();
		assert_ok!(KpiOracle::resume(governor(), Some(STORAGE)));
		assert_eq!(
			events(),
			vec![
				Event::MetricStateChanged { metric: STORAGE, from: Halted, to: Fresh },
				Event::Resumed { metric: Some(STORAGE) },
			]
		);
	});
}

#[test]
fn a_common_halt_covers_every_metric_and_leaves_single_halts_alone() {
	ExtBuilder::default().metrics(vec![reported(1), reported(3)]).build_and_execute(|| {
		use destra_primitives::MetricId;
		let (one, three, four) = (MetricId(1), MetricId(3), MetricId(4));
		assert_ok!(KpiOracle::halt(guardian(), Some(one)));
		assert_ok!(KpiOracle::halt(guardian(), None));
		assert_ok!(define(reported(4)));
		assert_eq!((state(one), state(three), state(four)), (Halted, Halted, Halted));
		assert_ok!(KpiOracle::resume(governor(), None));
		assert_eq!((state(one), state(three), state(four)), (Halted, Stale, Stale));
	});
}

#[test]
fn a_metric_that_aged_under_a_halt_resumes_stale() {
	ExtBuilder::default().build_and_execute(|| {
		good_round(100);
		assert_ok!(KpiOracle::halt(guardian(), None));
		(0..3).for_each(|_| close_round());
		assert_ok!(KpiOracle::resume(governor(), None));
		assert_eq!(state(STORAGE), Stale);
	});
}

#[test]
fn halt_and_resume_have_their_own_origins_and_know_the_metrics() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(KpiOracle::halt(governor(), None), DispatchError::BadOrigin);
		assert_noop!(KpiOracle::resume(guardian(), None), DispatchError::BadOrigin);
		let unknown = Some(VOLUME);
		assert_noop!(KpiOracle::halt(guardian(), unknown), Error::<Test>::UnknownMetric);
		assert_noop!(KpiOracle::resume(governor(), unknown), Error::<Test>::UnknownMetric);
	});
}
