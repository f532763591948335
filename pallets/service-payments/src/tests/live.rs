// SPDX-License-Identifier: Apache-2.0

//! What nobody takes from another, at the prices and terms of a live chain.

use super::disputes::{dispute, lapse, payment, refund, rule};
use crate::{mock::*, ClassSettings, Error, HoldReason::*, Offer, Order, Verdict};
use destra_primitives::{
	payments_api::VoucherRefusal,
	time::{days, hours, minutes},
	AgreementId, Balance, BoundedU64, PaymentForm, ServiceClass,
};
use destra_vouchers::Voucher;
use frame_support::{assert_noop, assert_ok, traits::fungible::Inspect};

const DSYNC: Balance = 1_000_000_000_000_000_000;
const FUNDS: Balance = 1_000 * DSYNC;
const TRAINING: ServiceClass = ServiceClass::AiTraining;

/// The classes of a live chain, and people with money.
fn live(test: impl FnOnce()) {
	let classes = ServiceClass::ALL.map(|class| (class, ClassSettings::of(class)));
	ExtBuilder::default().classes(classes.into()).build_and_execute(|| {
		for who in [ALICE, BOB, PAUL] {
			assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), who, FUNDS));
		}
		test();
	});
}

/// Alice has Paul train models, at a DSYNC a job.
fn jobs(prepayment: Balance) -> AgreementId {
	let order = Order::Metered { signer: Some(account_of(&key())) };
	open(ALICE, PAUL, TRAINING, order, DSYNC, prepayment).unwrap()
}

/// What somebody has, free and on hold.
fn wealth(who: crate::mock::AccountId) -> Balance {
	Balances::total_balance(&who)
}

#[test]
fn no_change_of_a_class_takes_the_time_to_redeem_from_who_has_served() {
	live(|| {
		let id = jobs(100 * DSYNC);
		let owed = voucher(id, 80 * DSYNC);
		assert_ok!(set(TRAINING, |class| {
			class.redemption_period = BoundedU64::literal::<{ minutes(3) }>();
			class.metered_term = BoundedU64::literal::<{ hours(1) }>();
		}));
		// Nor does a top-up agree to another term.
		assert_ok!(Payments::top_up(signed(ALICE), id, 1));
		assert_eq!(agreement(id).expires_at, Some(START + days(180)));
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(minutes(3));
		assert_noop!(Payments::close(signed(ALICE), id), Error::<Test>::StillRunning);
		assert_ok!(redeem(vec![owed]));
		assert_eq!(wealth(PAUL), FUNDS + 68 * DSYNC);
		pass(days(3) - minutes(3));
		assert_ok!(Payments::close(signed(ALICE), id));
		assert_eq!(wealth(ALICE), FUNDS - 80 * DSYNC);
	});
}

#[test]
fn no_change_of_a_class_keeps_a_customer_for_longer_than_it_agreed_to() {
	live(|| {
		let order = Order::Streaming { units: 1 };
		let id = open(ALICE, PAUL, HOSTING, order, 30 * DSYNC, 300 * DSYNC).unwrap();
		let ninety = BoundedU64::literal::<{ days(90) }>();
		assert_ok!(set(HOSTING, |class| class.price_notice = ninety));
		assert_ok!(set(HOSTING, |class| class.customer_notice = ninety));
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(days(90));
		assert_ok!(Payments::close(signed(ALICE), id));
		// Three days at a DSYNC each.
		assert_eq!(wealth(ALICE), FUNDS - 3 * DSYNC);
	});
}

#[test]
fn no_change_of_a_class_has_a_provider_leave_or_get_dearer_sooner_than_agreed() {
	live(|| {
		let order = Order::Streaming { units: 1 };
		let id = open(ALICE, PAUL, HOSTING, order, 30 * DSYNC, 300 * DSYNC).unwrap();
		assert_ok!(set(HOSTING, |class| {
			let minute = BoundedU64::literal::<{ minutes(1) }>();
			class.customer_notice = minute;
			(class.provider_notice, class.price_notice) = (minute, minute);
		}));
		pass(1);
		assert_ok!(Payments::announce_price(signed(PAUL), id, 60 * DSYNC));
		// Thirty days of notice, to the next period.
		assert_eq!(agreement(id).announced, Some((60 * DSYNC, START + days(60))));
		assert_ok!(Payments::cancel(signed(PAUL), id));
		assert_eq!(agreement(id).ends_at, Some(START + 1 + days(30)));
	});
}

#[test]
fn nobody_orders_more_than_a_provider_has_to_dispute_that_it_was_not_delivered() {
	live(|| {
		let one = Offer { slots: 1, ..offer(PaymentForm::Streaming, DSYNC / 1_000) };
		assert_ok!(Payments::publish_card(signed(PAUL), GPU, 0, one.into()));
		let order = |units| {
			let order = Order::Streaming { units };
			Payments::open(signed(ALICE), PAUL, GPU, 0, 0, order, 10 * DSYNC)
		};
		for units in [1_000, 2, u32::MAX] {
			assert_noop!(order(units), Error::<Test>::CardFull);
		}
		assert_ok!(order(1));
		assert_eq!(held(ProviderDeposit, PAUL), 10 * DSYNC);
		assert_noop!(order(1), Error::<Test>::CardFull);
	});
}

#[test]
fn after_a_dispute_there_is_time_to_hear_of_it_and_to_redeem_what_was_good_when_it_began() {
	live(|| {
		let id = jobs(100 * DSYNC);
		let of = |amount, valid_until| {
			let voucher = Voucher { agreement: id, amount, valid_until };
			sign(&key(), voucher, &PAUL)
		};
		assert_ok!(Payments::cancel(signed(ALICE), id));
		// A millisecond is left of the notice, the last moment of a voucher, and none of another.
		pass(days(3) - 1);
		let (owed, expired) = (of(80 * DSYNC, now()), of(90 * DSYNC, now() - 1));
		dispute(ALICE, id, refund(100 * DSYNC));
		set_time(agreement(id).dispute.unwrap().lapses_from);
		assert_ok!(lapse(id));
		for wait in [0, minutes(3)] {
			pass(wait);
			assert_noop!(Payments::close(signed(ALICE), id), Error::<Test>::StillRunning);
			let refused = Payments::redeemable(PAUL, expired.clone());
			assert_eq!(refused, Err(VoucherRefusal::Expired));
			assert_eq!(Payments::redeemable(PAUL, owed.clone()), Ok(80 * DSYNC));
		}
		assert_ok!(redeem(vec![owed]));
		pass(1);
		assert_ok!(Payments::close(signed(ALICE), id));
		// What was signed in time, and the silence of the arbiter.
		assert_eq!(wealth(ALICE), FUNDS - 80 * DSYNC - 5 * DSYNC);
		assert_eq!(wealth(PAUL), FUNDS + 68 * DSYNC);
	});
}

/// Else whoever has an operator's key offers what is not there, orders it itself, and has the deposits.
#[test]
fn no_operator_has_deposits_of_its_provider_put_on_hold() {
	live(|| {
		let many = Offer { slots: 1_000, ..offer(PaymentForm::Metered, DSYNC) };
		let published = Payments::publish_card(signed(OPERATOR), TRAINING, 0, many.into());
		assert_eq!(published, Err(Error::<Test>::NotServing.into()));
		let order = Order::Metered { signer: None };
		let opened = Payments::open(signed(BOB), PAUL, TRAINING, 0, 0, order, 50 * DSYNC);
		assert_noop!(opened, Error::<Test>::UnknownCard);
		assert_eq!((free(PAUL), held(ProviderDeposit, PAUL)), (FUNDS, 0));
	});
}

#[test]
fn who_ends_what_is_used_up_has_a_deposit_back_that_nothing_could_touch() {
	live(|| {
		let id = jobs(50 * DSYNC);
		// No voucher, be it for more than there is, and no ruling.
		assert_ok!(redeem(vec![voucher(id, 1_000 * DSYNC)]));
		assert_eq!((held(Escrow, ALICE), held(StorageDeposit, ALICE)), (0, STORAGE_DEPOSIT));
		pass(days(180));
		assert_ok!(Payments::close(signed(STRANGER), id));
		assert_eq!(free(ALICE), FUNDS - 50 * DSYNC);

		let other = jobs(50 * DSYNC);
		dispute(PAUL, other, payment(50 * DSYNC));
		assert_ok!(rule(other, 100, Verdict::ForProvider));
		assert_eq!(free(ALICE), FUNDS - 100 * DSYNC);
	});
}

#[test]
fn who_agrees_after_a_change_of_the_class_agrees_to_it() {
	live(|| {
		assert_ok!(set(TRAINING, |class| {
			class.redemption_period = BoundedU64::literal::<{ minutes(3) }>();
			class.metered_term = BoundedU64::literal::<{ hours(1) }>();
		}));
		let id = jobs(100 * DSYNC);
		let report = agreement(id);
		assert_eq!((report.customer_notice, report.term), (minutes(3), Some(hours(1))));
		assert_ok!(Payments::cancel(signed(ALICE), id));
		assert_eq!(agreement(id).ends_at, Some(START + minutes(3)));
	});
}
