// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Order};
use destra_primitives::{payments_api::AgreementReport, PaymentForm};
use frame_support::assert_ok;
use sp_runtime::Perquintill;

#[test]
fn an_agreement_tells_all_there_is_to_know() {
	ExtBuilder::default().build_and_execute(|| {
		let order = Order::Streaming { units: 2 };
		let id = open(ALICE, PAUL, GPU, order, PRICE / 2, 20_000).unwrap();
		pass(5 * DAY);
		assert_ok!(Payments::settle(signed(PAUL), id));
		assert_ok!(Payments::announce_price(signed(PAUL), id, PRICE));
		assert_ok!(Payments::cancel(signed(PAUL), id));
		pass(2 * DAY);
		assert_eq!(
			agreement(id),
			AgreementReport {
				id,
				customer: ALICE,
				provider: PAUL,
				class: GPU,
				card: 0,
				version: 0,
				form: PaymentForm::Streaming,
				units: 2,
				price: PRICE / 2,
				period: PERIOD,
				announced: Some((PRICE, START + PERIOD)),
				burn: Perquintill::from_percent(10),
				treasury: Perquintill::from_percent(5),
				opened_at: START,
				signer: None,
				cost: 7_000,
				paid: 5_000,
				due: 2_000,
				escrow: 15_000,
				deposit: GPU_DEPOSIT,
				funded_until: Some(START + 20 * DAY + 86_399),
				ends_at: Some(START + 5 * DAY + PROVIDER_NOTICE),
				over: false,
				dispute: None,
			}
		);
		assert_eq!(Payments::agreement(id + 1), None);
	});
}

#[test]
fn the_money_lasts_as_long_as_the_report_says() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(45_000);
		assert_ok!(Payments::announce_price(signed(PAUL), id, 2 * PRICE));
		// 30 days at 1,000 and 7.5 at 2,000.
		let until = agreement(id).funded_until.unwrap();
		assert_eq!(until, START + 37 * DAY + DAY / 2 + 43_199);
		set_time(until);
		assert_eq!(agreement(id).due, 45_000);
	});
}

#[test]
fn everybody_finds_its_agreements_page_by_page() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..3 {
			stream(1_000);
			metered(BOB, PIA, RPC, 1_000);
		}
		let ids = |who, from, limit| {
			let page = Payments::agreements_of(who, from, limit);
			let ids: Vec<_> = page.agreements.iter().map(|agreement| agreement.id).collect();
			(ids, page.next)
		};
		assert_eq!(ids(ALICE, 0, 1_000), (vec![0, 2, 4], None));
		assert_eq!(ids(PAUL, 0, 3), (vec![0, 2], Some(3)));
		assert_eq!(ids(PIA, 3, 3), (vec![3, 5], None));
		assert_eq!(ids(STRANGER, 0, u32::MAX), (vec![], None));
		assert_eq!(ids(ALICE, u64::MAX, 5), (vec![], None));
	});
}
