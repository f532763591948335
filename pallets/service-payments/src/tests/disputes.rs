// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, End, Error, Event, HoldReason::*, Order, Party, Verdict};
use destra_primitives::{AgreementId, ProviderStatus};
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};
use sp_runtime::{traits::BadOrigin, Perquintill, TokenError};

const FOR_CUSTOMER: Verdict = Verdict::ForCustomer { slash: false };

fn dispute(who: crate::mock::AccountId, id: AgreementId) {
	assert_ok!(Payments::open_dispute(signed(who), id));
}

fn rule(id: AgreementId, percent: u64, verdict: Verdict) -> DispatchResult {
	Payments::rule(arbiter(), id, Perquintill::from_percent(percent), verdict)
}

/// Alice has a GPU of Paul's, who has a deposit to lose, for ten days, none of which was paid.
fn ten_days_of_gpu() -> AgreementId {
	let order = Order::Streaming { units: 1 };
	let id = open(ALICE, PAUL, GPU, order, PRICE, 30_000).unwrap();
	pass(10 * DAY);
	id
}

#[test]
fn a_dispute_freezes_the_agreement() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		events();
		dispute(ALICE, id);
		let deadline = now() + RULING;
		let disputed = Event::Disputed { id, by: Party::Customer, contested: 10_000, deadline };
		assert_eq!(events(), [disputed]);
		assert_eq!(held(Dispute, ALICE), DISPUTE_DEPOSIT);
		let report = agreement(id).dispute.unwrap();
		assert_eq!(
			(report.contested, report.by_customer, report.deadline),
			(10_000, true, deadline)
		);
		assert_eq!(agreement(id).due, 0);

		assert_noop!(Payments::settle(signed(PAUL), id), Error::<Test>::DisputeOpen);
		assert_noop!(Payments::close(signed(PAUL), id), Error::<Test>::DisputeOpen);
		assert_noop!(Payments::top_up(signed(ALICE), id, 1), Error::<Test>::DisputeOpen);
		assert_noop!(Payments::announce_price(signed(PAUL), id, 1), Error::<Test>::DisputeOpen);
		assert_noop!(Payments::open_dispute(signed(PAUL), id), Error::<Test>::DisputeOpen);
	});
}

#[test]
fn the_arbiter_divides_what_is_contested_and_the_loser_pays() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id);
		// What is consumed meanwhile is in dispute, too.
		pass(6 * DAY);
		assert_eq!(agreement(id).dispute.unwrap().contested, 16_000);
		events();
		assert_ok!(rule(id, 25, FOR_CUSTOMER));
		assert_eq!(
			events(),
			[
				Event::Settled { id, paid: 4_000, burned: 400, treasury: 200 },
				Event::Ruled { id, verdict: FOR_CUSTOMER, award: 4_000, forfeited: GPU_DEPOSIT },
				Event::Ended { id, end: End::Ruled, refund: 26_000, deposit: 0 },
			]
		);
		assert_eq!(free(ALICE), ENDOWMENT - 4_000 + GPU_DEPOSIT);
		assert_eq!(free(PAUL), ENDOWMENT + 3_400 - GPU_DEPOSIT);
		assert_eq!(held(Dispute, ALICE) + held(ProviderDeposit, PAUL), 0);
		assert!(is_gone(id) && Slashed::get().is_empty());
		assert_noop!(rule(id, 25, FOR_CUSTOMER), Error::<Test>::NoDispute);
	});
}

#[test]
fn a_customer_who_loses_loses_its_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id);
		assert_ok!(rule(id, 100, Verdict::ForProvider));
		assert_eq!(free(ALICE), ENDOWMENT - 10_000 - DISPUTE_DEPOSIT);
		assert_eq!(free(PAUL), ENDOWMENT + 8_500 + DISPUTE_DEPOSIT);
	});
}

#[test]
fn a_provider_who_opened_it_and_loses_loses_both_deposits() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(OPERATOR, id);
		assert_eq!((held(Dispute, PAUL), held(Dispute, OPERATOR)), (DISPUTE_DEPOSIT, 0));
		assert_ok!(rule(id, 0, FOR_CUSTOMER));
		let lost = DISPUTE_DEPOSIT + GPU_DEPOSIT;
		assert_eq!((free(ALICE), free(PAUL)), (ENDOWMENT + lost, ENDOWMENT - lost));
		assert!(Work::get().is_empty());
	});
}

#[test]
fn a_provider_who_opened_it_and_wins_has_all_back() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		dispute(PAUL, id);
		// Of a metered agreement all is contested that is left.
		assert_ok!(rule(id, 60, Verdict::ForProvider));
		assert_eq!((free(ALICE), free(PAUL)), (ENDOWMENT - 3_000, ENDOWMENT + 2_550));
		assert_eq!(held(Dispute, PAUL), 0);
	});
}

#[test]
fn the_arbiter_may_have_the_provider_slashed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id);
		assert_ok!(rule(id, 0, Verdict::ForCustomer { slash: true }));
		assert_eq!(Slashed::get(), [(PAUL, Some(ALICE))]);

		let other = ten_days_of_gpu();
		dispute(ALICE, other);
		stand(&PAUL, None);
		let before = free(ALICE);
		assert_ok!(rule(other, 100, Verdict::ForCustomer { slash: true }));
		assert!(events().iter().any(|event| matches!(event, Event::NotSlashed { .. })));
		assert_eq!(Slashed::get().len(), 1);
		// Nobody knows how long a provider served that is none any more: it should have settled.
		assert_eq!(free(ALICE) - before, 30_000 + DISPUTE_DEPOSIT + GPU_DEPOSIT);
	});
}

#[test]
fn only_the_arbiter_rules_and_only_in_time() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		assert_noop!(rule(id, 50, FOR_CUSTOMER), Error::<Test>::NoDispute);
		dispute(ALICE, id);
		for who in [ALICE, PAUL, GOVERNOR] {
			let ruling = Payments::rule(signed(who), id, Perquintill::one(), FOR_CUSTOMER);
			assert_noop!(ruling, BadOrigin);
		}
		pass(RULING);
		assert_noop!(rule(id, 50, FOR_CUSTOMER), Error::<Test>::TooLateToRule);
	});
}

#[test]
fn a_dispute_without_a_ruling_never_was() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id);
		set_time(START + 10 * DAY + RULING - 1);
		let lapse = |who| Payments::lapse_dispute(signed(who), id);
		assert_noop!(lapse(STRANGER), Error::<Test>::TooEarlyToLapse);
		assert_noop!(lapse(ALICE), Error::<Test>::TooEarlyToLapse);
		pass(1);
		events();
		assert_ok!(lapse(STRANGER));
		assert_eq!(events(), [Event::DisputeLapsed { id }]);
		assert_eq!(held(Dispute, ALICE), 0);
		assert_eq!(agreement(id).due, 24_000);
		assert_ok!(Payments::settle(signed(STRANGER), id));
		assert_eq!(agreement(id).paid, 24_000);
		assert_noop!(lapse(STRANGER), Error::<Test>::NoDispute);
		assert_noop!(Payments::open_dispute(signed(ALICE), id), Error::<Test>::DisputedBefore);
	});
}

#[test]
fn a_dispute_is_given_up_only_if_the_other_side_agrees() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(PAUL, id);
		for who in [PAUL, OPERATOR, STRANGER] {
			let lapse = Payments::lapse_dispute(signed(who), id);
			assert_noop!(lapse, Error::<Test>::TooEarlyToLapse);
		}
		assert_ok!(Payments::lapse_dispute(signed(ALICE), id));
		assert_eq!(free(PAUL) + held(ProviderDeposit, PAUL), ENDOWMENT);
	});
}

#[test]
fn a_dispute_that_passes_does_not_run_out_the_clock_of_a_provider() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		let signed_before = voucher(id, 4_000);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(DAY / 2);
		dispute(ALICE, id);
		pass(RULING);
		assert_ok!(Payments::lapse_dispute(signed(PAUL), id));
		assert_eq!(agreement(id).ends_at, Some(START + REDEMPTION + RULING));
		pass(DAY / 2);
		assert_ok!(redeem(vec![signed_before]));
		assert_eq!(agreement(id).paid, 4_000);
	});
}

#[test]
fn a_dispute_takes_a_party_and_a_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		let open = |who| Payments::open_dispute(signed(who), id);
		assert_noop!(open(BOB), Error::<Test>::NotParty);
		spend_all_but(ALICE, ED + DISPUTE_DEPOSIT - 1);
		assert_noop!(open(ALICE), TokenError::FundsUnavailable);
		assert_noop!(Payments::open_dispute(signed(ALICE), 9), Error::<Test>::UnknownAgreement);
	});
}

#[test]
fn of_a_dispute_with_a_provider_that_leaves_no_more_is_contested_than_it_served() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id);
		pass(DAY);
		stand(&PAUL, Some(ProviderStatus::Leaving));
		pass(5 * DAY);
		assert_ok!(rule(id, 100, Verdict::ForProvider));
		assert_eq!(free(ALICE), ENDOWMENT - 11_000 - DISPUTE_DEPOSIT);
	});
}

#[test]
fn a_dispute_about_a_provider_that_left_outlasts_its_removal() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		stand(&PAUL, Some(ProviderStatus::Leaving));
		pass(2 * DAY);
		dispute(ALICE, id);
		stand(&PAUL, None);
		assert_eq!(agreement(id).dispute.unwrap().contested, 10_000);
		pass(RULING);
		assert_ok!(Payments::lapse_dispute(signed(STRANGER), id));
		assert_eq!((agreement(id).due, agreement(id).over), (10_000, true));
		assert_ok!(Payments::close(signed(STRANGER), id));
		assert_eq!((free(ALICE), free(PAUL)), (ENDOWMENT - 10_000, ENDOWMENT + 8_500));
	});
}

#[test]
fn what_was_paid_before_is_not_contested() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		assert_ok!(Payments::settle(signed(PAUL), id));
		pass(DAY);
		dispute(ALICE, id);
		assert_ok!(rule(id, 100, FOR_CUSTOMER));
		assert_eq!(free(ALICE), ENDOWMENT - 11_000 + GPU_DEPOSIT);
	});
}

#[test]
fn a_winner_whose_account_is_gone_cannot_be_paid_and_nothing_is_lost() {
	ExtBuilder::default().build_and_execute(|| {
		let mut cheap = settings(HOSTING);
		cheap.dispute_deposit = ED - 1;
		assert_ok!(Payments::set_class(governor(), HOSTING, Box::new(cheap)));
		let id = stream(30_000);
		dispute(ALICE, id);
		spend_all_but(PAUL, 0);
		assert_noop!(rule(id, 0, Verdict::ForProvider), Error::<Test>::WinnerCannotReceive);
		assert_ok!(rule(id, 0, FOR_CUSTOMER));
		assert_eq!(free(ALICE), ENDOWMENT);
	});
}

#[test]
fn a_dispute_keeps_nobody_in_an_agreement() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(PAUL, id);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(RULING);
		assert_noop!(Payments::close(signed(ALICE), id), Error::<Test>::DisputeOpen);
		assert_ok!(Payments::lapse_dispute(signed(ALICE), id));
		assert_ok!(Payments::close(signed(ALICE), id));
		// Ten days, and three of notice.
		assert_eq!(free(ALICE), ENDOWMENT - 13_000);

		let other = ten_days_of_gpu();
		dispute(PAUL, other);
		stand(&PAUL, Some(ProviderStatus::Leaving));
		assert_ok!(Payments::cancel(signed(ALICE), other));
		assert_eq!(agreement(other).ends_at, Some(now()), "it ends now, and is settled later");
		pass(RULING);
		assert_ok!(Payments::lapse_dispute(signed(ALICE), other));
		assert_ok!(Payments::close(signed(ALICE), other));
		assert_eq!(free(ALICE), ENDOWMENT - 23_000);
	});
}

#[test]
fn each_side_has_one_dispute_and_cannot_use_up_that_of_the_other() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		for (who, other) in [(PAUL, ALICE), (ALICE, PAUL)] {
			dispute(who.clone(), id);
			assert_ok!(Payments::lapse_dispute(signed(other), id));
			let again = Payments::open_dispute(signed(who), id);
			assert_noop!(again, Error::<Test>::DisputedBefore);
		}
	});
}
