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
				storage_deposit: STORAGE_DEPOSIT,
				customer_notice: CUSTOMER_NOTICE,
				provider_notice: PROVIDER_NOTICE,
				price_notice: PRICE_NOTICE,
				term: None,
				funded_until: Some(START + 20 * DAY + 86_399),
				ends_at: Some(START + 5 * DAY + PROVIDER_NOTICE),
				expires_at: None,
				frozen: 0,
				over: false,
				dispute: None,
			}
		);
		assert_eq!(Payments::agreement(id + 1), None);
	});
}

#[test]
fn the_report_tells_term_and_notice_of_a_metered_agreement_apart() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		let expires_at = Some(START + TERM);
		assert_eq!((agreement(id).ends_at, agreement(id).expires_at), (expires_at, expires_at));
		assert_eq!((agreement(id).customer_notice, agreement(id).term), (REDEMPTION, Some(TERM)));
		pass(DAY);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		let ends_at = Some(START + DAY + REDEMPTION);
		assert_eq!((agreement(id).ends_at, agreement(id).expires_at), (ends_at, expires_at));
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
		// How many pages it takes, and what is on them.
		let pages = |who: AccountId, limit| {
			let (mut ids, mut after, mut pages) = (vec![], None, 0);
			loop {
				let page = Payments::agreements_of(who.clone(), after, limit);
				ids.extend(page.agreements.iter().map(|agreement| agreement.id));
				(after, pages) = (page.next, pages + 1);
				if after.is_none() {
					ids.sort();
					return (pages, ids);
				}
			}
		};
		for who in [ALICE, PAUL] {
			assert_eq!(pages(who.clone(), 1_000), (1, vec![0, 2, 4]));
			assert_eq!(pages(who.clone(), 3), (1, vec![0, 2, 4]));
			assert_eq!(pages(who.clone(), 2), (2, vec![0, 2, 4]));
			// A page of none would never end.
			assert_eq!(pages(who, 0), (3, vec![0, 2, 4]));
		}
		assert_eq!(pages(PIA, u32::MAX), (1, vec![1, 3, 5]));
		assert_eq!(pages(STRANGER, 5), (1, vec![]));
	});
}

#[test]
fn a_page_goes_on_after_an_agreement_that_has_ended_meanwhile() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..5 {
			stream(1_000);
		}
		let first = Payments::agreements_of(PAUL, None, 2);
		let last = first.next.unwrap();
		pass(2 * DAY);
		assert_ok!(Payments::close(signed(STRANGER), last));
		let rest = Payments::agreements_of(PAUL, Some(last), 5);
		assert_eq!((rest.agreements.len(), rest.next), (3, None));
		assert_eq!(Payments::agreements_of(ALICE, None, 5).agreements.len(), 4);
	});
}
