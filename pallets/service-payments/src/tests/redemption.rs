// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, BatchOf, Claim, Error, Event, EvidenceHash, Order};
use codec::{Decode, Encode};
use destra_primitives::{payments_api::VoucherRefusal as Refusal, BurnCause, ProviderStatus};
use destra_vouchers::Voucher;
use frame_support::{assert_noop, assert_ok};
use sp_core::Pair;
use sp_runtime::MultiSignature;

/// Redeems one voucher that is refused, and tells why.
fn refusal(voucher: crate::SignedVoucherOf<Test>) -> Refusal {
	let before = (free(PAUL), free(TREASURY), burned());
	let read = Payments::redeemable(PAUL, voucher.clone());
	events();
	assert_ok!(redeem(vec![voucher]));
	assert_eq!((free(PAUL), free(TREASURY), burned()), before);
	match &events()[..] {
		[Event::VoucherRefused { index: 0, reason, .. }] => {
			assert_eq!(read, Err(*reason));
			*reason
		}
		other => panic!("{other:?}"),
	}
}

#[test]
fn a_voucher_pays_what_it_says_more_than_the_last() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(10_000);
		assert_eq!(Payments::redeemable(PAUL, voucher(id, 1_000)), Ok(1_000));
		events();
		assert_ok!(redeem(vec![voucher(id, 1_000)]));
		assert_eq!(events(), [settled(id, 1_000, 100, 50)]);
		assert_ok!(redeem(vec![voucher(id, 1_500)]));
		assert_eq!((free(PAUL), burned(), free(TREASURY)), (ENDOWMENT + 1_275, 150, ED + 75));
		assert_eq!((agreement(id).paid, agreement(id).escrow), (1_500, 8_500));
		assert_eq!(Work::get()[1], (PAUL, RPC, ALICE, 500, 50));
	});
}

#[test]
fn a_thousand_vouchers_pay_what_the_last_one_says() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(100_007);
		let all: Vec<_> = (1..=1_000u128).map(|n| voucher(id, n * 100 + 7)).collect();
		for batch in all.chunks(100) {
			assert_ok!(redeem(batch.to_vec()));
		}
		let paid = 100_007;
		assert_eq!(agreement(id).paid, paid);
		let kept = paid * 15 / 100;
		assert_eq!(free(PAUL) - ENDOWMENT, paid - kept);
		assert_eq!(burned(), (kept * 2).div_ceil(3));
		// To the planck as the last one alone would have done.
		let other = meter(100_007);
		assert_ok!(redeem(vec![voucher(other, paid)]));
		assert_eq!(free(PAUL) - ENDOWMENT, 2 * (paid - kept));
	});
}

#[test]
fn a_batch_is_one_payment_and_a_burn_for_each_class() {
	ExtBuilder::default().build_and_execute(|| {
		let rpc = [metered(ALICE, PAUL, RPC, 1_000), metered(BOB, PAUL, RPC, 1_000)];
		let gpu = metered(BOB, PAUL, GPU, 5_000);
		frame_system::Pallet::<Test>::reset_events();
		let batch = vec![voucher(rpc[0], 100), voucher(gpu, 200), voucher(rpc[1], 300)];
		assert_ok!(redeem(batch));
		let deposits: Vec<_> = System::read_events_for_pallet::<pallet_balances::Event<Test>>()
			.into_iter()
			.filter_map(|event| match event {
				pallet_balances::Event::Deposit { who, amount } => Some((who, amount)),
				_ => None,
			})
			.collect();
		assert_eq!(deposits, [(PAUL, 510), (TREASURY, 30)]);
		let burned = Burned::get();
		assert_eq!(burned[&BurnCause::Service(RPC)], 40);
		assert_eq!(burned[&BurnCause::Service(GPU)], 20);
	});
}

#[test]
fn every_kind_of_key_can_sign() {
	ExtBuilder::default().build_and_execute(|| {
		let open_for = |signer| {
			let order = Order::Metered { signer: Some(signer) };
			open(ALICE, PAUL, RPC, order, 1, 1_000).unwrap()
		};
		let of = |agreement| Voucher { agreement, amount: 100, valid_until: now() };
		let one = open_for(account_of(&key()));
		let two = open_for(account_of(&ed25519_key()));
		let three = open_for(account_of(&ecdsa_key()));
		let batch = vec![
			sign(&key(), of(one), &PAUL),
			sign(&ed25519_key(), of(two), &PAUL),
			sign(&ecdsa_key(), of(three), &PAUL),
		];
		assert_ok!(redeem(batch));
		assert_eq!([one, two, three].map(|id| agreement(id).paid), [100; 3]);
	});
}

#[test]
fn the_customer_signs_itself_unless_it_names_a_key() {
	ExtBuilder::default().build_and_execute(|| {
		let customer = account_of(&key());
		frame_support::assert_ok!(Balances::force_set_balance(
			RuntimeOrigin::root(),
			customer.clone(),
			ENDOWMENT
		));
		let order = Order::Metered { signer: None };
		let id = open(customer.clone(), PAUL, RPC, order, 1, 1_000).unwrap();
		assert_eq!(agreement(id).signer, Some(customer));
		assert_ok!(redeem(vec![voucher(id, 100)]));
		assert_eq!(agreement(id).paid, 100);
	});
}

#[test]
fn a_voucher_is_good_up_to_its_last_moment() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(1_000);
		let (first, second) = (voucher(id, 100), voucher(id, 200));
		pass(DAY);
		assert_ok!(redeem(vec![first]));
		assert_eq!(agreement(id).paid, 100);
		pass(1);
		assert_eq!(refusal(second), Refusal::Expired);
	});
}

#[test]
fn a_voucher_is_good_once() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(1_000);
		assert_ok!(redeem(vec![voucher(id, 100)]));
		assert_eq!(refusal(voucher(id, 100)), Refusal::NotNewer);
		assert_eq!(refusal(voucher(id, 99)), Refusal::NotNewer);
		assert_eq!(refusal(voucher(id, 0)), Refusal::NotNewer);
	});
}

#[test]
fn a_voucher_above_the_escrow_pays_what_there_is_and_tells_the_rest() {
	const DSYNC: u128 = 1_000_000_000_000_000_000;
	ExtBuilder::default().build_and_execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, ALICE, 1_000 * DSYNC));
		let id = meter(100 * DSYNC);
		let signed_once = voucher(id, 100 * DSYNC + 1);
		assert_eq!(Payments::redeemable(PAUL, signed_once.clone()), Ok(100 * DSYNC));
		events();
		assert_ok!(redeem(vec![signed_once.clone()]));
		let all = settled(id, 100 * DSYNC, 10 * DSYNC, 5 * DSYNC);
		assert_eq!(events(), [all, Event::Overdrawn { id, unpaid: 1 }]);
		assert_eq!(refusal(signed_once.clone()), Refusal::Overdraft);
		// More money makes the rest good, and not a planck beyond it.
		assert_ok!(Payments::top_up(signed(ALICE), id, DSYNC));
		assert_ok!(redeem(vec![signed_once.clone()]));
		assert_eq!(agreement(id).paid, 100 * DSYNC + 1);
		assert_eq!(refusal(signed_once), Refusal::NotNewer);
	});
}

#[test]
fn of_any_amount_whatever_no_more_is_paid_than_there_is() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(1_000);
		events();
		assert_ok!(redeem(vec![voucher(id, u128::MAX)]));
		let unpaid = u128::MAX - 1_000;
		let overdrawn = Event::Overdrawn { id, unpaid };
		assert_eq!(events(), [settled(id, 1_000, 100, 50), overdrawn]);
	});
}

#[test]
fn a_voucher_is_for_one_provider_on_one_chain() {
	ExtBuilder::default().build_and_execute(|| {
		let (id, pias) = (meter(1_000), metered(ALICE, PIA, RPC, 1_000));
		let of = |agreement| Voucher { agreement, amount: 100, valid_until: now() + DAY };
		assert_eq!(refusal(sign(&key(), of(pias), &PIA)), Refusal::OtherProvider);
		assert_eq!(refusal(sign(&key(), of(id), &PIA)), Refusal::BadSignature);

		let other_chain = of(id).payload(&[7; 32], &PAUL);
		let signature = MultiSignature::from(key().sign(&other_chain));
		let foreign = destra_vouchers::SignedVoucher { voucher: of(id), signature };
		assert_eq!(refusal(foreign), Refusal::BadSignature);
	});
}

#[test]
fn a_signature_is_for_one_voucher_by_one_key() {
	ExtBuilder::default().build_and_execute(|| {
		let (id, other) = (meter(1_000), meter(1_000));
		let mut raised = voucher(id, 100);
		raised.voucher.amount = 101;
		assert_eq!(refusal(raised), Refusal::BadSignature);
		let mut extended = voucher(id, 100);
		extended.voucher.valid_until += 1;
		assert_eq!(refusal(extended), Refusal::BadSignature);
		let mut moved = voucher(id, 100);
		moved.voucher.agreement = other;
		assert_eq!(refusal(moved), Refusal::BadSignature);

		let of = Voucher { agreement: id, amount: 100, valid_until: now() + DAY };
		assert_eq!(refusal(sign(&ed25519_key(), of, &PAUL)), Refusal::BadSignature);
		assert_eq!(refusal(sign(&ecdsa_key(), of, &PAUL)), Refusal::BadSignature);
		let zeros = MultiSignature::Sr25519(sp_core::sr25519::Signature::default());
		let forged = destra_vouchers::SignedVoucher { voucher: of, signature: zeros };
		assert_eq!(refusal(forged), Refusal::BadSignature);
	});
}

#[test]
fn a_voucher_is_for_an_agreement_that_runs() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(refusal(voucher(77, 100)), Refusal::UnknownAgreement);
		assert_eq!(refusal(voucher(stream(1_000), 100)), Refusal::NotMetered);
		let id = meter(1_000);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(REDEMPTION - 1);
		assert_ok!(redeem(vec![voucher(id, 100)]));
		assert_eq!(agreement(id).paid, 100);
		pass(1);
		assert_eq!(refusal(voucher(id, 200)), Refusal::Ended);
		assert_ok!(Payments::close(signed(STRANGER), id));
		assert_eq!(refusal(voucher(id, 200)), Refusal::UnknownAgreement);
	});
}

#[test]
fn a_dispute_stops_vouchers() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(1_000);
		let claim = Claim::Refund { amount: 1_000 };
		let evidence = EvidenceHash::zero();
		assert_ok!(Payments::open_dispute(signed(ALICE), id, claim, evidence));
		assert_eq!(refusal(voucher(id, 100)), Refusal::Disputed);
	});
}

#[test]
fn what_is_cut_off_does_not_decode() {
	ExtBuilder::default().build_and_execute(|| {
		let good = voucher(meter(1_000), 100).encode();
		for length in 0..good.len() {
			let cut = crate::SignedVoucherOf::<Test>::decode(&mut &good[..length]);
			assert!(cut.is_err(), "{length} bytes");
		}
		let too_many = vec![voucher(0, 1); 129].encode();
		assert!(BatchOf::<Test>::decode(&mut &too_many[..]).is_err());
	});
}

#[test]
fn what_is_wrong_with_one_concerns_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		let (id, other) = (meter(1_000), meter(1_000));
		let mut forged = voucher(id, 900);
		forged.voucher.amount = 901;
		let batch = vec![
			voucher(id, 100),
			voucher(id, 50),
			voucher(99, 100),
			forged,
			voucher(id, 300),
			voucher(other, 1_001),
			voucher(other, 7),
		];
		events();
		let weight = redeem(batch).unwrap();
		let refused = |index, id, reason| Event::<Test>::VoucherRefused { index, id, reason };
		assert_eq!(
			events(),
			[
				settled(id, 100, 10, 5),
				refused(1, id, Refusal::NotNewer),
				refused(2, 99, Refusal::UnknownAgreement),
				refused(3, id, Refusal::BadSignature),
				settled(id, 200, 20, 10),
				settled(other, 1_000, 100, 50),
				Event::Overdrawn { id: other, unpaid: 1 },
				refused(6, other, Refusal::NotNewer),
			]
		);
		assert_eq!(free(PAUL), ENDOWMENT + 255 + 850);
		// Three redeemed, four refused, one of them for its signature.
		assert_eq!(weight, 1 + 3 * REDEEMED + 4 * REFUSED + CHECKED);
	});
}

#[test]
fn what_the_account_of_the_provider_cannot_take_is_not_redeemed() {
	ExtBuilder::default().build_and_execute(|| {
		let (id, other) = (meter(1_000), meter(1_000));
		spend_all_but(PAUL, 0);
		assert_noop!(
			redeem(vec![voucher(id, 50), voucher(99, 1)]),
			Error::<Test>::PayoutBelowExistentialDeposit
		);
		// Together they are enough.
		assert_ok!(redeem(vec![voucher(id, 59), voucher(other, 59)]));
		assert_eq!(free(PAUL), 102);
		// To redeem nothing an account is not needed.
		spend_all_but(PAUL, 0);
		assert_ok!(redeem(vec![voucher(99, 1)]));
		assert_ok!(redeem(vec![]));
	});
}

#[test]
fn a_batch_weighs_what_was_done_also_when_it_fails_or_redeems_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(1_000);
		assert_eq!(redeem(vec![voucher(99, 1), voucher(98, 1)]), Ok(2 * REFUSED));
		assert_eq!(redeem(vec![]), Ok(0));
		spend_all_but(PAUL, 0);
		let batch = vec![voucher(id, 50), voucher(99, 1)].try_into().unwrap();
		let failed = Payments::redeem(signed(STRANGER), PAUL, batch).unwrap_err();
		let used = failed.post_info.actual_weight.unwrap().ref_time();
		assert_eq!(used, 1 + REDEEMED + REFUSED);
	});
}

#[test]
fn what_was_signed_is_redeemed_whatever_becomes_of_the_provider() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(1_000);
		let standings = [Some(ProviderStatus::Jailed), Some(ProviderStatus::Leaving), None];
		for (status, amount) in standings.into_iter().zip([100, 200, 300]) {
			stand(&PAUL, status);
			assert_ok!(redeem(vec![voucher(id, amount)]));
			assert_eq!(agreement(id).paid, amount);
		}
	});
}
