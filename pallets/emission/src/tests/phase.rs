// SPDX-License-Identifier: Apache-2.0

//! Start, pause and resume.

use crate::{mock::*, types::YEAR, Error, Event};
use destra_economics::FixedStream;
use destra_primitives::{apis::EmissionPhase, time::hours};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn nothing_is_emitted_before_the_start() {
	Economy::default().not_started().build_and_execute(|| {
		meet_all();
		run(10, BLOCK);
		assert_eq!(Emission::phase(), EmissionPhase::Idle);
		assert_eq!((minted(), Emission::economic_time()), (0, 0));
	});
}

#[test]
fn governance_starts_the_emission_once() {
	Economy::default().not_started().build_and_execute(|| {
		run(10, BLOCK);
		assert_noop!(Emission::start(RuntimeOrigin::signed(ALICE)), BadOrigin);
		assert_noop!(Emission::start(RuntimeOrigin::signed(GUARDIAN)), BadOrigin);
		assert_ok!(Emission::start(RuntimeOrigin::root()));
		assert_eq!(last_event(), Event::Started);
		assert_eq!(Emission::phase(), EmissionPhase::Running);
		assert_noop!(Emission::start(RuntimeOrigin::root()), Error::<Test>::AlreadyStarted);

		// The time before the start does not count.
		next_block(BLOCK);
		assert_eq!(Emission::economic_time(), 0);
		next_block(BLOCK);
		assert_eq!(Emission::economic_time(), BLOCK);
	});
}

#[test]
fn the_ceiling_of_the_first_year_rests_on_the_issuance_at_the_start() {
	Economy::default().not_started().build_and_execute(|| {
		assert_ok!(Emission::burn(RuntimeOrigin::signed(ALICE), 100_000_000 * DSYNC, true));
		assert_ok!(Emission::start(RuntimeOrigin::root()));
		assert_eq!(Emission::ceiling().year_ceiling, 44_000_000 * DSYNC);
	});
}

#[test]
fn a_pause_postpones_the_schedule() {
	Economy::fixed_only().build_and_execute(|| {
		next_block(BLOCK);
		run(10, BLOCK);

		assert_noop!(Emission::pause(RuntimeOrigin::signed(ALICE)), BadOrigin);
		assert_noop!(Emission::pause(RuntimeOrigin::root()), BadOrigin);
		assert_ok!(Emission::pause(RuntimeOrigin::signed(GUARDIAN)));
		assert_eq!(last_event(), Event::Paused);
		assert_eq!(Emission::phase(), EmissionPhase::Paused);
		assert_noop!(Emission::pause(RuntimeOrigin::signed(GUARDIAN)), Error::<Test>::NotRunning);
		assert_noop!(Emission::start(RuntimeOrigin::root()), Error::<Test>::AlreadyStarted);
		let (time, before) = (Emission::economic_time(), minted());
		run(100, hours(1));
		assert_eq!((Emission::economic_time(), minted()), (time, before));

		assert_noop!(Emission::resume(RuntimeOrigin::signed(GUARDIAN)), BadOrigin);
		assert_ok!(Emission::resume(RuntimeOrigin::root()));
		assert_eq!(last_event(), Event::Resumed);
		assert_noop!(Emission::resume(RuntimeOrigin::root()), Error::<Test>::NotPaused);
		next_block(BLOCK);
		assert_eq!(Emission::economic_time(), time, "the pause does not count");
		run(10, BLOCK);
		assert_eq!(Emission::economic_time(), time + 10 * BLOCK);
		let stream = FixedStream::new(150_000_000 * DSYNC, 6 * YEAR).unwrap();
		assert_eq!(released(), stream.target(time + 10 * BLOCK));
	});
}

#[test]
fn what_has_not_started_can_neither_be_paused_nor_resumed() {
	Economy::default().not_started().build_and_execute(|| {
		assert_noop!(Emission::pause(RuntimeOrigin::signed(GUARDIAN)), Error::<Test>::NotRunning);
		assert_noop!(Emission::resume(RuntimeOrigin::root()), Error::<Test>::NotPaused);
	});
}
