// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, End, Error, Event, HoldReason::*, Order};
use destra_primitives::{
	time::{days, hours},
	BurnCause, ProviderStatus,
};
use frame_support::{assert_noop, assert_ok};

#[test]
fn a_payment_is_split_and_everybody_may_settle() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		let issuance = Balances::total_issuance();
		pass(10 * DAY);
		events();
		assert_ok!(Payments::settle(signed(STRANGER), id));
		assert_eq!((free(PAUL), free(TREASURY)), (ENDOWMENT + 8_500, ED + 500));
		assert_eq!(Burned::get(), [(BurnCause::Service(HOSTING), 1_000)].into());
		assert_eq!(Balances::total_issuance(), issuance - 1_000);
		assert_eq!(held(Escrow, ALICE), 20_000);
		assert_eq!(events(), [settled(id, 10_000, 1_000, 500)]);
		assert_eq!(Work::get(), [(PAUL, HOSTING, ALICE, 10_000, 1_000)]);
		assert_noop!(Payments::settle(signed(STRANGER), id), Error::<Test>::NothingDue);
	});
}

#[test]
fn however_often_somebody_settles_the_parts_are_the_same() {
	let outcome = |steps: u64| {
		let mut result = (0, 0, 0);
		ExtBuilder::default().build_and_execute(|| {
			// 7 units at 13 a period: a planck every eight hours.
			let order = Order::Streaming { units: 7 };
			let id = open(ALICE, PAUL, HOSTING, order, 13, 1_000).unwrap();
			for _ in 0..steps {
				pass(PERIOD * 6 / steps);
				let _ = Payments::settle(signed(STRANGER), id);
			}
			result = (free(PAUL) - ENDOWMENT, burned(), free(TREASURY) - ED);
		});
		result
	};
	assert_eq!(outcome(1), (465, 54, 27));
	for steps in [2, 3, 100, 5_000] {
		assert_eq!(outcome(steps), outcome(1));
	}
}

#[test]
fn when_the_money_runs_out_the_service_ends_without_a_debt() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_500);
		assert_eq!(agreement(id).funded_until, Some(START + 30 * DAY + 43_286_399));
		pass(days(1_000));
		assert_eq!((agreement(id).cost, agreement(id).over), (30_500, true));
		events();
		assert_ok!(Payments::settle(signed(STRANGER), id));
		assert!(is_gone(id));
		assert_eq!(events().pop(), Some(ended(id, End::RanDry, 0, 0)));
		assert_eq!((free(ALICE), held(Escrow, ALICE)), (ENDOWMENT - 30_500, 0));
		assert_eq!(free(PAUL), ENDOWMENT + 25_925);
	});
}

#[test]
fn a_settlement_after_the_end_pays_up_to_the_end() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(20 * DAY);
		events();
		assert_ok!(Payments::settle(signed(STRANGER), id));
		let ended = ended(id, End::Cancelled, 27_000, 0);
		assert_eq!(events().pop(), Some(ended));
		assert_eq!(free(ALICE), ENDOWMENT - 3_000);
	});
}

#[test]
fn the_deposit_of_the_provider_comes_back_with_the_end() {
	ExtBuilder::default().build_and_execute(|| {
		let id = open(ALICE, PAUL, GPU, Order::Streaming { units: 1 }, PRICE, 30_000).unwrap();
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(CUSTOMER_NOTICE);
		assert_ok!(Payments::close(signed(STRANGER), id));
		assert_eq!(held(ProviderDeposit, PAUL), 0);
		assert_eq!(free(PAUL), ENDOWMENT + 2_550);
	});
}

#[test]
fn what_the_account_of_a_provider_cannot_take_stays_due() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		spend_all_but(PAUL, 0);
		// 40 a settlement, 34 of them for Paul.
		pass(DAY / 25);
		assert_noop!(
			Payments::settle(signed(STRANGER), id),
			Error::<Test>::PayoutBelowExistentialDeposit
		);
		assert_eq!((agreement(id).due, burned(), Work::get().len()), (40, 0, 0));
		pass(DAY);
		assert_ok!(Payments::settle(signed(STRANGER), id));
		assert_eq!((free(PAUL), agreement(id).paid), (884, 1_040));
	});
}

#[test]
fn the_end_does_not_wait_for_an_account_that_is_gone() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		pass(DAY / 25);
		spend_all_but(PAUL, 0);
		stand(&PAUL, Some(ProviderStatus::Leaving));
		events();
		assert_ok!(Payments::cancel(signed(ALICE), id));
		assert_ok!(Payments::close(signed(ALICE), id));
		assert_eq!(free(ALICE), ENDOWMENT - 40);
		assert_eq!((free(PAUL), burned(), free(TREASURY)), (0, 4, ED + 36));
		let unclaimed = Event::PayoutUnclaimed { id, provider: PAUL, amount: 34 };
		assert!(events().contains(&unclaimed));
	});
}

#[test]
fn what_is_paid_is_counted_by_class_and_day() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(90_000);
		let metered = meter(50_000);
		for _ in 0..40 {
			pass(DAY);
			assert_ok!(Payments::settle(signed(STRANGER), id));
		}
		assert_ok!(redeem(vec![voucher(metered, 300)]));
		let volumes = Payments::volumes();
		let of = |class| volumes.iter().find(|(of, _)| *of == class).unwrap().1;
		assert_eq!(
			(of(HOSTING).paid, of(HOSTING).burned, of(HOSTING).treasury),
			(40_000, 4_000, 2_000)
		);
		assert_eq!((of(RPC).paid, of(RPC).burned, of(GPU).paid), (300, 30, 0));
		assert_eq!(Payments::cumulative_volume(), 40_300);

		let history = Payments::volume_history(HOSTING);
		assert_eq!(history.len(), 30);
		assert!(history.iter().all(|day| day.volume.paid == 1_000));
		let last = START + 40 * DAY;
		assert_eq!(history.last().unwrap().from, last - last % DAY);
		// Days without a payment are left out, also those that nothing has overwritten.
		pass(10 * DAY);
		assert_eq!(Payments::volume_history(HOSTING).len(), 20);
		pass(30 * DAY);
		assert!(Payments::volume_history(HOSTING).is_empty());
	});
}

#[test]
fn a_metered_agreement_is_not_settled_by_time() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		pass(DAY);
		assert_noop!(Payments::settle(signed(STRANGER), id), Error::<Test>::NothingDue);
		assert_noop!(Payments::settle(signed(STRANGER), 9), Error::<Test>::UnknownAgreement);
	});
}

#[test]
fn a_provider_at_the_existential_deposit_takes_any_amount() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		spend_all_but(PAUL, ED);
		pass(hours(1));
		assert_ok!(Payments::settle(signed(STRANGER), id));
		assert_eq!(free(PAUL), ED + 35);
	});
}
