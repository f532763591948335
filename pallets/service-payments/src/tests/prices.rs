// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Error, Event};
use destra_primitives::AgreementId;
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};

fn announce(id: AgreementId, price: u128) -> DispatchResult {
	Payments::announce_price(signed(PAUL), id, price)
}

#[test]
fn a_higher_price_comes_with_a_period_after_the_notice() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(200_000);
		pass(20 * DAY + 1);
		events();
		assert_ok!(Payments::announce_price(signed(OPERATOR), id, 60_000));
		// The notice ends just after the second period begins.
		let from = START + 2 * PERIOD;
		assert_eq!(events(), [Event::PriceAnnounced { id, old: PRICE, price: 60_000, from }]);
		assert_eq!(agreement(id).announced, Some((60_000, from)));
		set_time(from);
		assert_eq!((agreement(id).cost, agreement(id).price), (60_000, 60_000));
		pass(15 * DAY);
		assert_eq!(agreement(id).cost, 90_000);
		assert_eq!(agreement(id).announced, None);
	});
}

#[test]
fn a_lower_price_needs_no_notice() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(200_000);
		pass(29 * DAY);
		assert_ok!(announce(id, 3_000));
		assert_eq!(agreement(id).announced, Some((3_000, START + PERIOD)));
	});
}

#[test]
fn settling_across_the_change_is_exact() {
	let outcome = |moments: &[u64]| {
		let mut paid = 0;
		ExtBuilder::default().build_and_execute(|| {
			let order = crate::Order::Streaming { units: 3 };
			let id = open(ALICE, PAUL, HOSTING, order, 7, 10_000).unwrap();
			assert_ok!(announce(id, 11));
			for moment in moments {
				set_time(START + moment);
				let _ = Payments::settle(signed(STRANGER), id);
			}
			paid = agreement(id).paid;
		});
		paid
	};
	let end = 3 * PERIOD + 12_345_678;
	let all = 21 + 33 * 2 + 33 * 12_345_678 / u128::from(PERIOD);
	assert_eq!(outcome(&[end]), all);
	assert_eq!(outcome(&[PERIOD, end]), all);
	assert_eq!(outcome(&[PERIOD - 1, PERIOD + 1, 2 * PERIOD, end]), all);
	let hourly: Vec<_> = (0..end).step_by(3_600_000).chain([end]).collect();
	assert_eq!(outcome(&hourly), all);
}

#[test]
fn who_cancels_at_the_news_never_pays_the_higher_price() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(200_000);
		pass(20 * DAY - 1);
		assert_ok!(announce(id, 1_000_000));
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(100 * DAY);
		assert_ok!(Payments::close(signed(STRANGER), id));
		// 23 days at the old price, less a millisecond.
		assert_eq!(free(ALICE), ENDOWMENT - 22_999);
	});
}

#[test]
fn who_cancels_just_before_a_higher_price_does_not_pay_it_either() {
	ExtBuilder::default().build_and_execute(|| {
		let (id, other) = (stream(200_000), stream(200_000));
		pass(20 * DAY);
		for id in [id, other] {
			assert_ok!(announce(id, 1_000_000));
		}
		let from = START + PERIOD;
		set_time(from - 1);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		assert_eq!(agreement(id).ends_at, Some(from));
		// Once it has begun, the notice is the notice; and so it is for the provider.
		assert_ok!(Payments::cancel(signed(PAUL), other));
		assert_eq!(agreement(other).ends_at, Some(from - 1 + PROVIDER_NOTICE));
		set_time(from);
		assert_ok!(Payments::cancel(signed(ALICE), other));
		assert_eq!(agreement(other).ends_at, Some(from + CUSTOMER_NOTICE));
		assert_ok!(Payments::close(signed(STRANGER), id));
		assert_eq!(free(PAUL), ENDOWMENT + 25_500);
	});
}

#[test]
fn one_change_at_a_time() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(200_000);
		assert_ok!(announce(id, 40_000));
		assert_noop!(announce(id, 20_000), Error::<Test>::ChangePending);
		set_time(START + PERIOD);
		assert_ok!(announce(id, 20_000));
		// This very moment begins a period.
		assert_eq!((agreement(id).price, agreement(id).announced), (20_000, None));
		pass(PERIOD);
		assert_eq!(agreement(id).cost, PRICE + 20_000);
	});
}

#[test]
fn only_the_provider_changes_its_price_and_only_within_the_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(200_000);
		let by = |who| Payments::announce_price(signed(who), id, 40_000);
		for who in [ALICE, PIA] {
			assert_noop!(by(who), Error::<Test>::NotProvider);
		}
		assert_noop!(announce(id, 0), Error::<Test>::PriceOutOfBounds);
		assert_noop!(announce(id, 1_000_001), Error::<Test>::PriceOutOfBounds);
		assert_noop!(announce(9, 5), Error::<Test>::UnknownAgreement);
		pass(365 * DAY);
		assert_noop!(announce(id, 40_000), Error::<Test>::RanDry);
	});
}

#[test]
fn a_metered_price_is_known_to_both_sides() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		assert_eq!(agreement(id).price, 1);
		assert_ok!(announce(id, 2));
		let from = START + PERIOD;
		assert_eq!(agreement(id).announced, Some((2, from)));
		set_time(from);
		assert_eq!((agreement(id).price, agreement(id).cost), (2, 0));
		// What was signed can be redeemed for as long as ever, whatever price comes.
		assert_ok!(announce(id, 3));
		set_time(agreement(id).announced.unwrap().1 - 1);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		assert_eq!(agreement(id).ends_at, Some(now() + REDEMPTION));
	});
}
