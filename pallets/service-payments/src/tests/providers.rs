// SPDX-License-Identifier: Apache-2.0

//! Providers that leave or are jailed while they have agreements.

use crate::{mock::*, End, Error};
use destra_primitives::{AgreementId, ProviderStatus};
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};

#[test]
fn the_customer_of_a_provider_that_does_not_serve_leaves_at_once() {
	for status in [ProviderStatus::Jailed, ProviderStatus::Leaving].map(Some) {
		ExtBuilder::default().build_and_execute(|| {
			let id = stream(30_000);
			pass(10 * DAY);
			stand(&PAUL, status);
			assert_ok!(Payments::cancel(signed(ALICE), id));
			assert_eq!(agreement(id).ends_at, Some(now()));
			pass(DAY);
			events();
			assert_ok!(Payments::close(signed(STRANGER), id));
			let ended = ended(id, End::Cancelled, 20_000, 0);
			assert_eq!(events().pop(), Some(ended));
			assert_eq!(free(PAUL), ENDOWMENT + 8_500);
		});
	}
}

#[test]
fn a_provider_that_leaves_keeps_what_it_earned_until_then_and_anyone_ends_its_agreements() {
	type Ending = fn(AgreementId) -> DispatchResult;
	let settle: Ending = |id| Payments::settle(signed(STRANGER), id);
	let close: Ending = |id| Payments::close(signed(STRANGER), id);
	for ending in [settle, close] {
		ExtBuilder::default().build_and_execute(|| {
			let id = stream(60_000);
			pass(10 * DAY);
			assert_noop!(Payments::close(signed(STRANGER), id), Error::<Test>::StillRunning);
			stand(&PAUL, Some(ProviderStatus::Leaving));
			pass(15 * DAY);
			let report = agreement(id);
			assert_eq!((report.cost, report.due, report.over), (10_000, 10_000, true));
			assert_noop!(Payments::top_up(signed(ALICE), id, 1), Error::<Test>::Over);
			let dearer = Payments::announce_price(signed(PAUL), id, 40_000);
			assert_noop!(dearer, Error::<Test>::Over);
			events();
			assert_ok!(ending(id));
			let ended = ended(id, End::ProviderGone, 50_000, 0);
			assert_eq!(events().pop(), Some(ended));
			assert_eq!((free(ALICE), free(PAUL)), (ENDOWMENT - 10_000, ENDOWMENT + 8_500));
		});
	}
}

#[test]
fn what_a_provider_did_not_settle_before_it_was_removed_is_refunded() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(60_000);
		pass(10 * DAY);
		assert_ok!(Payments::settle(signed(PAUL), id));
		pass(10 * DAY);
		stand(&PAUL, None);
		assert_eq!((agreement(id).due, agreement(id).over), (0, true));
		// Nor does it come back to it.
		stand(&PAUL, Some(ProviderStatus::Active));
		assert_eq!((agreement(id).due, agreement(id).ends_at), (0, None));
		events();
		assert_ok!(Payments::settle(signed(PAUL), id));
		let ended = ended(id, End::ProviderGone, 50_000, 0);
		assert_eq!(events(), [ended]);
		assert_eq!((free(ALICE), free(PAUL)), (ENDOWMENT - 10_000, ENDOWMENT + 8_500));
	});
}

#[test]
fn an_agreement_that_was_over_before_its_provider_left_ends_for_its_own_reason() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(5_000);
		pass(10 * DAY);
		stand(&PAUL, Some(ProviderStatus::Leaving));
		events();
		assert_ok!(Payments::close(signed(STRANGER), id));
		let ended = ended(id, End::RanDry, 0, 0);
		assert_eq!(events().pop(), Some(ended));
	});
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
		assert_ok!(Payments::close(signed(STRANGER), id));
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
