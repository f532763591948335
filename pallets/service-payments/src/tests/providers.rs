// SPDX-License-Identifier: Apache-2.0

//! Providers that leave or are jailed while they have agreements.

use crate::{mock::*, End, Error, Event};
use destra_primitives::ProviderStatus;
use frame_support::{assert_noop, assert_ok};

#[test]
fn the_customer_of_a_provider_that_does_not_serve_leaves_at_once() {
	for status in [Some(ProviderStatus::Jailed), Some(ProviderStatus::Leaving), None] {
		ExtBuilder::default().build_and_execute(|| {
			let id = stream(30_000);
			pass(10 * DAY);
			stand(&PAUL, status);
			events();
			assert_ok!(Payments::cancel(signed(ALICE), id));
			let ended = Event::Ended { id, end: End::Cancelled, refund: 20_000, deposit: 0 };
			assert_eq!(events().pop(), Some(ended));
			assert_eq!(free(PAUL), ENDOWMENT + 8_500);
		});
	}
}

#[test]
fn a_provider_that_leaves_keeps_what_it_earned_and_anyone_ends_its_agreements() {
	for status in [Some(ProviderStatus::Leaving), None] {
		ExtBuilder::default().build_and_execute(|| {
			let id = stream(30_000);
			pass(10 * DAY);
			assert_noop!(Payments::close(signed(STRANGER), id), Error::<Test>::StillRunning);
			stand(&PAUL, status);
			events();
			assert_ok!(Payments::close(signed(STRANGER), id));
			let ended = Event::Ended { id, end: End::ProviderGone, refund: 20_000, deposit: 0 };
			assert_eq!(events().pop(), Some(ended));
			assert_eq!((free(ALICE), free(PAUL)), (ENDOWMENT - 10_000, ENDOWMENT + 8_500));
		});
	}
}

#[test]
fn while_a_provider_is_in_jail_it_is_the_customer_who_decides() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		stand(&PAUL, Some(ProviderStatus::Jailed));
		assert_noop!(Payments::close(signed(STRANGER), id), Error::<Test>::StillRunning);
		pass(DAY);
		assert_ok!(Payments::settle(signed(PAUL), id));
		// Jailed or not, a provider gives notice.
		assert_ok!(Payments::cancel(signed(PAUL), id));
		assert_eq!(agreement(id).ends_at, Some(now() + PROVIDER_NOTICE));
		assert_ok!(Payments::cancel(signed(ALICE), id));
		assert!(is_gone(id));
	});
}

#[test]
fn the_vouchers_of_a_provider_that_leaves_are_not_cut_off() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		stand(&PAUL, None);
		assert_noop!(Payments::close(signed(STRANGER), id), Error::<Test>::StillRunning);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		assert_eq!(agreement(id).ends_at, Some(now() + REDEMPTION));
		pass(REDEMPTION - 1);
		assert_ok!(redeem(vec![voucher(id, 4_000)]));
		pass(1);
		assert_ok!(Payments::close(signed(STRANGER), id));
		assert_eq!(free(ALICE), ENDOWMENT - 4_000);
	});
}

#[test]
fn an_operator_that_is_replaced_acts_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		Operators::set([(STRANGER, PAUL)].into());
		assert_noop!(Payments::cancel(signed(OPERATOR), id), Error::<Test>::NotParty);
		assert_ok!(Payments::cancel(signed(STRANGER), id));
	});
}
