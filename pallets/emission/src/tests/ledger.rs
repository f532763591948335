// SPDX-License-Identifier: Apache-2.0

//! The supply ledger: every burn is counted, under its cause, with the tokens themselves.

use crate::{mock::*, Error, Event, Supply};
use destra_primitives::{
	time::{days, hours},
	Balance, BurnAs, BurnCause, MintCause, SupplyLedger,
};
use frame_support::{
	assert_noop, assert_ok, parameter_types,
	traits::{
		fungible::Balanced,
		tokens::{Fortitude, Precision, Preservation},
		OnUnbalanced,
	},
};
use sp_runtime::{traits::Get, TokenError};

fn burned(cause: BurnCause) -> Balance {
	Supply::<Test>::get().burned().of(cause)
}

/// Takes tokens from Alice, as a fee or a slash is taken.
fn take(amount: Balance) -> crate::CreditOf<Test> {
	<Balances as Balanced<AccountId>>::withdraw(
		&ALICE,
		amount,
		Precision::Exact,
		Preservation::Preserve,
		Fortitude::Polite,
	)
	.unwrap()
}

#[test]
fn each_cause_has_its_own_total_and_the_tokens_are_gone() {
	Economy::default().build_and_execute(|| {
		let issuance = Balances::total_issuance();
		for (index, cause) in BurnCause::ALL.into_iter().enumerate() {
			let amount = (index as Balance + 1) * DSYNC;
			<Emission as SupplyLedger<_>>::burn(cause, take(amount));
			assert_eq!(burned(cause), amount);
			assert_eq!(last_event(), Event::Burned { cause, amount });
		}
		assert_eq!(Balances::total_issuance(), issuance - 66 * DSYNC);
	});
}

#[test]
fn fees_and_slashes_burn_through_a_handler_of_unbalanced_credits() {
	parameter_types! {
		pub const Fee: BurnCause = BurnCause::TransactionFee;
		pub const Slash: BurnCause = BurnCause::Slash;
	}
	fn through<Cause: Get<BurnCause>>(amount: Balance) {
		<BurnAs<Emission, Cause> as OnUnbalanced<_>>::on_unbalanced(take(amount));
	}
	Economy::default().build_and_execute(|| {
		through::<Fee>(5);
		through::<Slash>(7);
		through::<Fee>(11);
		assert_eq!((burned(Fee::get()), burned(Slash::get())), (16, 7));
	});
}

#[test]
fn burning_nothing_leaves_no_trace() {
	Economy::default().build_and_execute(|| {
		System::reset_events();
		<Emission as SupplyLedger<_>>::burn(BurnCause::Slash, take(0));
		assert_eq!(events(), vec![]);
	});
}

#[test]
fn what_an_account_below_the_existential_deposit_leaves_is_counted_as_dust() {
	Economy::default().build_and_execute(|| {
		// Bob has the existential deposit and sends all of it but 7 planck.
		assert_ok!(Balances::transfer_allow_death(RuntimeOrigin::signed(BOB), ALICE, ED - 7));
		assert_eq!(burned(BurnCause::Dust), 7);
		assert_eq!(Balances::free_balance(BOB), 0);
	});
}

#[test]
fn a_holder_burns_its_own_tokens() {
	Economy::default().build_and_execute(|| {
		let before = Balances::free_balance(ALICE);
		assert_ok!(Emission::burn(RuntimeOrigin::signed(ALICE), 3 * DSYNC, true));
		assert_eq!(Balances::free_balance(ALICE), before - 3 * DSYNC);
		assert_eq!(burned(BurnCause::Voluntary), 3 * DSYNC);
		assert_eq!(last_event(), Event::Burned { cause: BurnCause::Voluntary, amount: 3 * DSYNC });
	});
}

#[test]
fn burning_may_close_the_account_only_if_the_holder_says_so() {
	Economy::default().build_and_execute(|| {
		assert_noop!(
			Emission::burn(RuntimeOrigin::signed(BOB), ED - 7, true),
			TokenError::FundsUnavailable
		);
		assert_ok!(Emission::burn(RuntimeOrigin::signed(BOB), ED - 7, false));
		assert_eq!(Balances::free_balance(BOB), 0);
		assert_eq!((burned(BurnCause::Voluntary), burned(BurnCause::Dust)), (ED - 7, 7));
	});
}

#[test]
fn nobody_burns_nothing_or_more_than_there_is() {
	Economy::default().build_and_execute(|| {
		assert_noop!(
			Emission::burn(RuntimeOrigin::signed(BOB), 0, false),
			Error::<Test>::ZeroAmount
		);
		assert_noop!(
			Emission::burn(RuntimeOrigin::signed(BOB), ED + 1, false),
			TokenError::FundsUnavailable
		);
		assert_noop!(
			Emission::burn(RuntimeOrigin::root(), 1, false),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn minting_is_counted_by_stream() {
	Economy::default().build_and_execute(|| {
		meet_all();
		next_block(hours(1));
		run(24, hours(1));
		let supply = Supply::<Test>::get();
		let kpi: Balance =
			tracks().iter().map(|track| supply.minted().of(MintCause::Kpi(track.metric))).sum();
		let fixed = supply.minted().of(MintCause::Fixed);
		assert_eq!(fixed + kpi, Balances::total_issuance() - supply.genesis());
		// 30 to 70, as the reservoirs.
		assert!((kpi * 30).abs_diff(fixed * 70) < kpi / 100);
	});
}

#[test]
fn the_rate_of_burning_is_measured_over_thirty_days_at_most() {
	Economy::default().not_started().build_and_execute(|| {
		next_block(BLOCK);
		// A DSYNC a day, for sixty days, but a thousand on the first.
		assert_ok!(Emission::burn(RuntimeOrigin::signed(ALICE), 999 * DSYNC, true));
		for _ in 0..60 {
			assert_ok!(Emission::burn(RuntimeOrigin::signed(ALICE), DSYNC, true));
			next_block(days(1));
		}
		let rates = Emission::rates();
		assert_eq!(rates.burn_window, days(30));
		assert_eq!(rates.burn, 365 * DSYNC + DSYNC / 4);
		assert_eq!(rates.net, -((365 * DSYNC + DSYNC / 4) as i128));
	});
}
