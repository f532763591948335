// SPDX-License-Identifier: Apache-2.0

//! Economic time: what counts, what is postponed, and that the clock never moves without the money.

use crate::{mock::*, types::YEAR, Error, Event, Supply};
use destra_economics::FixedStream;
use destra_primitives::{
	time::{days, hours},
	Balance, MintCause, Recipient,
};
use frame_support::{assert_storage_noop, traits::Hooks};

fn fixed_target(elapsed: u64) -> Balance {
	FixedStream::new(150_000_000 * DSYNC, 6 * YEAR).unwrap().target(elapsed)
}

#[test]
fn the_first_block_has_no_time_and_the_first_step_only_notes_it() {
	let mut ext = Economy::default().build();
	ext.execute_with(|| {
		// The first block ran in `build`, when the clock still said zero.
		assert_eq!((minted(), Emission::economic_time()), (0, 0));
		// The second one notes the time; nothing since 1970 is minted.
		next_block(BLOCK);
		assert_eq!((minted(), Emission::economic_time()), (0, 0));
		next_block(BLOCK);
		assert_eq!(Emission::economic_time(), BLOCK);
		assert!(minted() > 0);
	});
}

#[test]
fn a_step_sees_the_time_of_the_parent_block_and_loses_none() {
	Economy::fixed_only().build_and_execute(|| {
		next_block(BLOCK);
		for span in [1_000, 9_000, 2_000, 12_000] {
			next_block(span);
		}
		// The first three spans and the block before them lie behind the last step.
		assert_eq!(Emission::economic_time(), BLOCK + 1_000 + 9_000 + 2_000);
		assert_eq!(released(), fixed_target(Emission::economic_time()));
	});
}

#[test]
fn a_stall_of_a_week_loses_nothing_and_mints_at_most_the_catch_up_rate() {
	Economy::fixed_only().build_and_execute(|| {
		// GIVEN a running emission.
		next_block(BLOCK);
		run(100, BLOCK);
		let (before, minted_before) = (Emission::economic_time(), minted());

		// WHEN the chain stands still for a week.
		next_block(days(7));
		let minted_in_last_step = minted() - minted_before;
		next_block(BLOCK);

		// THEN an hour of it counts, an event says so, and the step mints that hour and no more.
		assert!(events().contains(&Event::ElapsedClamped { elapsed: days(7), counted: hours(1) }));
		let after = Emission::economic_time();
		assert_eq!(after, before + BLOCK + hours(1));
		let released_in_step = fixed_target(after) - fixed_target(after - hours(1));
		let minted_in_step = minted() - minted_before - minted_in_last_step;
		assert!(minted_in_step <= 2 * released_in_step);

		// AND the schedule goes on where it stood: complete, to the planck, a week late.
		run(100, BLOCK);
		assert_eq!(released(), fixed_target(Emission::economic_time()));
		assert!(released() - minted() < 5);
	});
}

#[test]
fn a_clock_that_stands_still_or_goes_back_lets_no_time_pass() {
	Economy::fixed_only().build_and_execute(|| {
		next_block(BLOCK);
		run(10, BLOCK);
		next_block(0);
		let (time, minted_before) = (Emission::economic_time(), minted());
		assert_storage_noop!(Emission::on_initialize(System::block_number()));

		// Back by a minute, and forth again: the minute counts once.
		Timestamp::set_timestamp(now() - 60_000);
		next_block(60_000);
		next_block(BLOCK);
		assert_eq!((Emission::economic_time(), minted()), (time, minted_before));
		next_block(BLOCK);
		assert_eq!(Emission::economic_time(), time + BLOCK);
	});
}

#[test]
fn a_failed_step_leaves_the_clock_the_streams_and_the_tokens_where_they_were() {
	let mut ext = Economy::default().build();
	ext.execute_with(|| {
		meet_all();
		next_block(BLOCK);
		run(3, BLOCK);
		let (time, before) = (Emission::economic_time(), minted());
		let achieved = cumulated(COMPUTE);
		let issuance = Balances::total_issuance();

		// WHEN the issuance has no room for a step (forced: no genesis allows it).
		pallet_balances::TotalIssuance::<Test>::put(Balance::MAX - 1);
		next_block(BLOCK);

		// THEN nothing of the step has happened, and the event says why.
		let error = Error::<Test>::IssuanceOverflow.into();
		let told = events();
		assert!(
			matches!(&told[..], [Event::LedgerMismatch { .. }, Event::StepFailed { error: why }] if *why == error),
			"{told:?}"
		);
		assert_eq!((Emission::economic_time(), minted()), (time, before));
		assert_eq!(cumulated(COMPUTE), achieved);
		assert_eq!(Balances::total_issuance(), Balance::MAX - 1);

		// AND once there is room, the next step makes up for it.
		pallet_balances::TotalIssuance::<Test>::put(issuance);
		next_block(BLOCK);
		assert_eq!(Emission::economic_time(), time + 2 * BLOCK);
		assert!(Emission::supply().carried < 5);
		Emission::do_try_state().unwrap();
	});
}

#[test]
fn a_step_that_fails_at_its_very_end_takes_the_payments_back() {
	let mut ext = Economy::default().build();
	ext.execute_with(|| {
		next_block(BLOCK);
		// GIVEN a ledger that cannot count another planck (forced: no genesis allows it), so that
		// the step fails after it has paid.
		Supply::<Test>::mutate(|supply| supply.mint(MintCause::Fixed, Balance::MAX).unwrap());
		let issuance = Balances::total_issuance();
		next_block(BLOCK);

		// THEN nobody was paid, and the clock stands where it stood.
		let error = sp_runtime::ArithmeticError::Overflow.into();
		let told = events();
		assert!(
			matches!(&told[..], [Event::LedgerMismatch { .. }, Event::StepFailed { error: why }] if *why == error),
			"{told:?}"
		);
		assert_eq!(Balances::total_issuance(), issuance);
		let paid = |recipient| Balances::free_balance(account_of(recipient));
		assert!(Recipient::ALL.into_iter().all(|recipient| paid(recipient) == 0));
		assert_eq!(Emission::economic_time(), 0);
		assert_eq!(Emission::supply().carried, 0);
	});
}

#[test]
fn an_hour_in_one_step_mints_what_an_hour_in_many_steps_mints() {
	let mint = |steps: u32| {
		let mut ext = Economy::default().build();
		ext.execute_with(|| {
			// Flat metrics on their baseline: what they cumulate does not depend on the steps.
			read(COMPUTE, 200);
			next_block(hours(1) / u64::from(steps));
			run(steps, hours(1) / u64::from(steps));
			assert_eq!(Emission::economic_time(), hours(1));
			(released(), Supply::<Test>::get().minted().iter().count())
		})
	};
	assert_eq!(mint(1), mint(600));
}
