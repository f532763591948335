// SPDX-License-Identifier: Apache-2.0

use crate::{
	mock::*, Claim, ClassSettings, End, Error, Event, EvidenceHash, HoldReason::*, Order, Outcome,
	Verdict,
};
use destra_primitives::{
	AgreementId, Balance, BoundedU128, BurnCause, PaymentForm, ProviderStatus,
};
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};
use sp_runtime::{traits::BadOrigin, Perquintill, TokenError};

const FOR_CUSTOMER: Verdict = Verdict::ForCustomer { slash: false };
const EVIDENCE: EvidenceHash = EvidenceHash::repeat_byte(0xee);

pub const fn refund(amount: Balance) -> Claim {
	Claim::Refund { amount }
}

pub const fn payment(amount: Balance) -> Claim {
	Claim::Payment { amount }
}

pub fn try_dispute(who: crate::mock::AccountId, id: AgreementId, claim: Claim) -> DispatchResult {
	Payments::open_dispute(signed(who), id, claim, EVIDENCE)
}

pub fn dispute(who: crate::mock::AccountId, id: AgreementId, claim: Claim) {
	assert_ok!(try_dispute(who, id, claim));
}

pub fn rule(id: AgreementId, percent: u64, verdict: Verdict) -> DispatchResult {
	Payments::rule(arbiter(), id, Perquintill::from_percent(percent).into(), verdict)
}

pub fn lapse(id: AgreementId) -> DispatchResult {
	Payments::lapse_dispute(signed(STRANGER), id)
}

pub fn concede(who: crate::mock::AccountId, id: AgreementId, claim: Claim) -> DispatchResult {
	Payments::concede(signed(who), id, claim)
}

pub fn propose(who: crate::mock::AccountId, id: AgreementId, outcome: Outcome) -> DispatchResult {
	Payments::propose_outcome(signed(who), id, outcome)
}

pub fn accept(who: crate::mock::AccountId, id: AgreementId, outcome: Outcome) -> DispatchResult {
	Payments::accept_outcome(signed(who), id, outcome)
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
		dispute(ALICE, id, refund(30_000));
		let deadline = now() + RULING;
		let disputed = Event::Disputed {
			id,
			opener: ALICE,
			claim: refund(30_000),
			evidence: EVIDENCE,
			contested: 10_000,
			deposit: DISPUTE_DEPOSIT,
			penalty: LAPSE_PENALTY,
			deadline,
			lapses_from: deadline + REOPENING,
		};
		assert_eq!(events(), [disputed]);
		assert_eq!(held(Dispute, ALICE), DISPUTE_DEPOSIT);
		let report = agreement(id).dispute.unwrap();
		assert_eq!(
			(report.contested, report.claim, report.evidence),
			(10_000, refund(30_000), EVIDENCE)
		);
		let times = (report.opened_at, report.deadline, report.lapses_from);
		assert_eq!(times, (now(), deadline, deadline + REOPENING));
		assert_eq!(agreement(id).due, 0);

		assert_noop!(Payments::settle(signed(PAUL), id), Error::<Test>::DisputeOpen);
		assert_noop!(Payments::close(signed(PAUL), id), Error::<Test>::DisputeOpen);
		assert_noop!(Payments::top_up(signed(ALICE), id, 1), Error::<Test>::DisputeOpen);
		assert_noop!(Payments::announce_price(signed(PAUL), id, 1), Error::<Test>::DisputeOpen);
		assert_noop!(try_dispute(PAUL, id, payment(1)), Error::<Test>::DisputeOpen);
	});
}

#[test]
fn a_claim_is_that_of_its_side_and_within_the_escrow() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		let open = |who, claim| try_dispute(who, id, claim);
		assert_noop!(open(BOB, refund(1)), Error::<Test>::NotParty);
		assert_noop!(open(ALICE, payment(1)), Error::<Test>::ClaimOfOtherSide);
		assert_noop!(open(PAUL, refund(1)), Error::<Test>::ClaimOfOtherSide);
		assert_noop!(open(ALICE, refund(0)), Error::<Test>::NothingClaimed);
		assert_noop!(open(PAUL, payment(0)), Error::<Test>::NothingClaimed);
		assert_noop!(try_dispute(ALICE, 9, refund(1)), Error::<Test>::UnknownAgreement);
		spend_all_but(ALICE, ED + DISPUTE_DEPOSIT - 1);
		assert_noop!(open(ALICE, refund(1)), TokenError::FundsUnavailable);
	});
}

#[test]
fn a_settlement_just_before_does_not_fend_off_a_claim_on_all() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		assert_ok!(Payments::settle(signed(PAUL), id));
		dispute(ALICE, id, refund(30_000));
		assert_eq!(agreement(id).dispute.unwrap().claim, refund(20_000));
	});
}

#[test]
fn a_small_claim_that_is_conceded_pays_for_no_use_that_nobody_signed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		let before = free(ALICE);
		dispute(ALICE, id, refund(10));
		let all = refund(5_000);
		assert_eq!(agreement(id).dispute.unwrap().claim, all);
		assert_noop!(concede(PAUL, id, refund(10)), Error::<Test>::ClaimMismatch);
		assert_ok!(concede(PAUL, id, all));
		assert!(free(ALICE) >= before + 5_000, "the whole escrow is back");
	});
}

#[test]
fn nothing_is_disputed_that_is_over_and_the_customers() {
	ExtBuilder::default().build_and_execute(|| {
		// By use: what was not redeemed in time is the customer's, and no provider keeps it from it.
		let metered = meter(5_000);
		assert_ok!(Payments::cancel(signed(ALICE), metered));
		pass(REDEMPTION - 1);
		dispute(PAUL, metered, payment(5_000));
		pass(LAPSE);
		assert_ok!(lapse(metered));
		pass(GRACE + 1);
		assert_noop!(try_dispute(PAUL, metered, payment(5_000)), Error::<Test>::Over);
		assert_noop!(try_dispute(ALICE, metered, refund(5_000)), Error::<Test>::Over);
		assert_ok!(Payments::close(signed(ALICE), metered));
		assert_noop!(try_dispute(ALICE, metered, refund(1)), Error::<Test>::UnknownAgreement);

		// By time: what is due at the end is in dispute until it is paid.
		let streaming = stream(30_000);
		pass(10 * DAY);
		assert_ok!(Payments::cancel(signed(ALICE), streaming));
		pass(20 * DAY);
		assert_eq!((agreement(streaming).over, agreement(streaming).due), (true, 13_000));
		dispute(ALICE, streaming, refund(13_000));

		let gone = open(ALICE, PIA, HOSTING, Order::Streaming { units: 1 }, PRICE, 30_000).unwrap();
		pass(DAY);
		stand(&PIA, None);
		assert_noop!(try_dispute(ALICE, gone, refund(30_000)), Error::<Test>::Over);
		assert_noop!(try_dispute(PIA, gone, payment(30_000)), Error::<Test>::Over);
	});
}

#[test]
fn the_arbiter_grants_a_share_of_the_claim_and_the_loser_pays() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id, refund(30_000));
		// What is consumed meanwhile is in dispute, too.
		pass(6 * DAY);
		assert_eq!(agreement(id).dispute.unwrap().contested, 16_000);
		events();
		assert_ok!(rule(id, 75, FOR_CUSTOMER));
		let ruled = Event::Ruled {
			id,
			verdict: FOR_CUSTOMER,
			customer: ALICE,
			provider: PAUL,
			paid: 4_000,
			forfeited: GPU_DEPOSIT,
		};
		assert_eq!(
			events(),
			[settled(id, 4_000, 400, 200), ruled, ended(id, End::Ruled, 26_000, 0)]
		);
		assert_eq!(free(ALICE), ENDOWMENT - 4_000 + GPU_DEPOSIT);
		assert_eq!(free(PAUL), ENDOWMENT + 3_400 - GPU_DEPOSIT);
		assert_eq!(held(Dispute, ALICE) + held(ProviderDeposit, PAUL), 0);
		assert!(is_gone(id) && Slashed::get().is_empty());
		assert_noop!(rule(id, 25, FOR_CUSTOMER), Error::<Test>::NoDispute);
	});
}

#[test]
fn nobody_is_awarded_more_than_it_claimed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id, refund(4_000));
		assert_ok!(rule(id, 100, FOR_CUSTOMER));
		assert_eq!(free(ALICE), ENDOWMENT - 6_000 + GPU_DEPOSIT);

		let other = meter(5_000);
		let before = free(ALICE);
		dispute(PAUL, other, payment(2_000));
		assert_ok!(rule(other, 100, Verdict::ForProvider));
		assert_eq!(free(ALICE) - before, 3_000 + STORAGE_DEPOSIT);
	});
}

#[test]
fn a_customer_who_loses_loses_its_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id, refund(10_000));
		assert_ok!(rule(id, 0, Verdict::ForProvider));
		assert_eq!(free(ALICE), ENDOWMENT - 10_000 - DISPUTE_DEPOSIT);
		assert_eq!(free(PAUL), ENDOWMENT + 8_500 + DISPUTE_DEPOSIT);
	});
}

#[test]
fn a_provider_who_opened_it_and_loses_loses_both_deposits() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(PAUL, id, payment(10_000));
		assert_eq!(held(Dispute, PAUL), DISPUTE_DEPOSIT);
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
		dispute(PAUL, id, payment(5_000));
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
		dispute(ALICE, id, refund(10_000));
		assert_ok!(rule(id, 100, Verdict::ForCustomer { slash: true }));
		assert_eq!(Slashed::get(), [(PAUL, Some(ALICE))]);

		let other = ten_days_of_gpu();
		dispute(ALICE, other, refund(10_000));
		stand(&PAUL, None);
		let before = free(ALICE);
		assert_ok!(rule(other, 0, Verdict::ForCustomer { slash: true }));
		assert!(events().iter().any(|event| matches!(event, Event::NotSlashed { .. })));
		assert_eq!(Slashed::get().len(), 1);
		// Nobody knows how long a provider served that is none any more: it should have settled.
		let deposits = DISPUTE_DEPOSIT + GPU_DEPOSIT + STORAGE_DEPOSIT;
		assert_eq!(free(ALICE) - before, 30_000 + deposits);
	});
}

#[test]
fn only_the_arbiter_rules_and_only_in_time() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		assert_noop!(rule(id, 50, FOR_CUSTOMER), Error::<Test>::NoDispute);
		dispute(ALICE, id, refund(1));
		for who in [ALICE, PAUL, STRANGER] {
			let ruling = Payments::rule(signed(who), id, Perquintill::one().into(), FOR_CUSTOMER);
			assert_noop!(ruling, BadOrigin);
		}
		pass(RULING);
		assert_noop!(rule(id, 50, FOR_CUSTOMER), Error::<Test>::DeadlinePassed);
	});
}

#[test]
fn the_accused_does_not_end_a_dispute_but_by_granting_what_is_claimed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id, refund(7_000));
		for who in [PAUL, OPERATOR, ALICE, STRANGER] {
			let lapse = Payments::lapse_dispute(signed(who), id);
			assert_noop!(lapse, Error::<Test>::TooEarlyToLapse);
		}
		assert_noop!(concede(ALICE, id, refund(7_000)), Error::<Test>::OwnClaim);
		assert_noop!(concede(STRANGER, id, refund(7_000)), Error::<Test>::NotParty);
		// Whoever concedes says what.
		assert_noop!(concede(PAUL, id, refund(6_999)), Error::<Test>::ClaimMismatch);
		assert_noop!(concede(PAUL, id, payment(7_000)), Error::<Test>::ClaimMismatch);
		assert_noop!(concede(PAUL, 9, refund(7_000)), Error::<Test>::NoDispute);
		events();
		assert_ok!(concede(PAUL, id, refund(7_000)));
		let conceded = Event::Conceded {
			id,
			claim: refund(7_000),
			customer: ALICE,
			provider: PAUL,
			paid: 3_000,
			forfeited: GPU_DEPOSIT,
		};
		assert_eq!(
			events(),
			[settled(id, 3_000, 300, 150), conceded, ended(id, End::Conceded, 27_000, 0)]
		);
		// As by a ruling for her, without a slash.
		assert_eq!(free(ALICE), ENDOWMENT - 3_000 + GPU_DEPOSIT);
		assert_eq!(free(PAUL), ENDOWMENT + 2_550 - GPU_DEPOSIT);
		assert!(Slashed::get().is_empty());
	});
}

#[test]
fn a_customer_who_refuses_to_sign_cannot_end_the_dispute_of_its_provider() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		dispute(PAUL, id, payment(4_000));
		assert_noop!(Payments::lapse_dispute(signed(ALICE), id), Error::<Test>::TooEarlyToLapse);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(REDEMPTION);
		assert_noop!(Payments::close(signed(ALICE), id), Error::<Test>::DisputeOpen);
		assert_ok!(concede(ALICE, id, payment(4_000)));
		assert_eq!((free(ALICE), free(PAUL)), (ENDOWMENT - 4_000, ENDOWMENT + 3_400));
		assert_eq!(held(Dispute, PAUL), 0);
	});
}

#[test]
fn after_the_deadline_nothing_is_decided_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id, refund(7_000));
		assert_ok!(propose(ALICE, id, Outcome::Resume));
		pass(RULING);
		assert_noop!(concede(PAUL, id, refund(7_000)), Error::<Test>::DeadlinePassed);
		assert_noop!(propose(PAUL, id, Outcome::Resume), Error::<Test>::DeadlinePassed);
		assert_noop!(accept(PAUL, id, Outcome::Resume), Error::<Test>::DeadlinePassed);
		pass(REOPENING);
		assert_noop!(accept(PAUL, id, Outcome::Resume), Error::<Test>::DeadlinePassed);
		assert_ok!(lapse(id));
	});
}

#[test]
fn a_dispute_without_a_ruling_costs_a_part_of_its_deposit_and_nobody_gains_by_it() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id, refund(10_000));
		pass(LAPSE - 1);
		assert_noop!(lapse(id), Error::<Test>::TooEarlyToLapse);
		pass(1);
		events();
		let issuance = Balances::total_issuance();
		assert_ok!(lapse(id));
		let (returned, burned) = (DISPUTE_DEPOSIT - LAPSE_PENALTY, LAPSE_PENALTY);
		assert_eq!(
			events(),
			[
				Event::DisputeLapsed { id, opener: ALICE, returned, burned },
				Event::Resumed { id, ends_at: None, expires_at: None, frozen: 0 },
			]
		);
		assert_eq!(Burned::get(), [(BurnCause::Slash, LAPSE_PENALTY)].into());
		assert_eq!(issuance - Balances::total_issuance(), LAPSE_PENALTY);
		assert_eq!((free(PAUL), free(TREASURY)), (ENDOWMENT - GPU_DEPOSIT, ED));
		assert_eq!(held(Dispute, ALICE), 0);
		assert_eq!(free(ALICE), ENDOWMENT - 30_000 - STORAGE_DEPOSIT - LAPSE_PENALTY);
		// The agreement goes on.
		assert_eq!(agreement(id).due, 26_800);
		assert_ok!(Payments::settle(signed(STRANGER), id));
		assert_eq!(agreement(id).paid, 26_800);
		assert_noop!(lapse(id), Error::<Test>::NoDispute);
	});
}

#[test]
fn each_side_has_a_second_chance_and_cannot_use_up_that_of_the_other() {
	ExtBuilder::default().build_and_execute(|| {
		let order = Order::Streaming { units: 1 };
		let id = open(ALICE, PAUL, GPU, order, PRICE, 300_000).unwrap();
		let sides = [(PAUL, payment(300_000)), (ALICE, refund(300_000))];
		for (who, claim) in sides {
			for _ in 0..2 {
				dispute(who.clone(), id, claim);
				pass(LAPSE);
				assert_ok!(lapse(id));
			}
			assert_noop!(try_dispute(who, id, claim), Error::<Test>::NoDisputesLeft);
		}
	});
}

#[test]
fn at_real_amounts_a_lapse_costs_five_tokens_and_a_concession_gives_all_that_was_claimed() {
	const DSYNC: Balance = 1_000_000_000_000_000_000;
	ExtBuilder::default().classes(vec![(GPU, ClassSettings::of(GPU))]).build_and_execute(|| {
		for who in [ALICE, PAUL] {
			let root = RuntimeOrigin::root();
			assert_ok!(Balances::force_set_balance(root, who, 1_000 * DSYNC));
		}
		let order = Order::Metered { signer: Some(account_of(&key())) };
		let id = open(ALICE, PAUL, GPU, order, 1_000, 100 * DSYNC).unwrap();
		assert_ok!(redeem(vec![voucher(id, 20 * DSYNC)]));
		dispute(ALICE, id, refund(80 * DSYNC));
		set_time(agreement(id).dispute.unwrap().lapses_from);
		assert_ok!(lapse(id));
		assert_eq!(free(ALICE), 895 * DSYNC - STORAGE_DEPOSIT);
		dispute(ALICE, id, refund(80 * DSYNC));
		assert_ok!(concede(PAUL, id, refund(80 * DSYNC)));
		// The rest, and the ten that Paul had deposited.
		assert_eq!(free(ALICE), 985 * DSYNC);
		assert_eq!(free(PAUL), 1_000 * DSYNC - 10 * DSYNC + 17 * DSYNC);
	});
}

#[test]
fn both_agree_to_the_same_or_to_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		let half = Outcome::End { payment: 5_000 };
		assert_noop!(propose(ALICE, id, half), Error::<Test>::NoDispute);
		dispute(ALICE, id, refund(10_000));
		assert_noop!(propose(STRANGER, id, half), Error::<Test>::NotParty);
		let beyond = Outcome::End { payment: 30_001 };
		assert_noop!(propose(PAUL, id, beyond), Error::<Test>::BeyondEscrow);
		assert_noop!(accept(PAUL, id, half), Error::<Test>::OutcomeMismatch);
		events();
		assert_ok!(propose(PAUL, id, half));
		let proposed = |by, outcome| Event::OutcomeProposed { id, by, outcome };
		assert_eq!(events(), [proposed(crate::Party::Provider, half)]);
		assert_eq!(agreement(id).dispute.unwrap().proposed_by_provider, Some(half));
		// Nobody agrees with itself, nor to what was not said, nor to what is said no more.
		assert_noop!(accept(PAUL, id, half), Error::<Test>::OutcomeMismatch);
		assert_noop!(accept(ALICE, id, Outcome::Resume), Error::<Test>::OutcomeMismatch);
		assert_ok!(propose(PAUL, id, Outcome::End { payment: 6_000 }));
		assert_noop!(accept(ALICE, id, half), Error::<Test>::OutcomeMismatch);
		assert_ok!(propose(PAUL, id, half));
		// What the one proposes takes nothing from what the other does.
		assert_ok!(propose(ALICE, id, Outcome::End { payment: 4_000 }));
		events();
		assert_ok!(accept(ALICE, id, half));
		let agreed =
			Event::OutcomeAgreed { id, outcome: half, opener: ALICE, deposit: DISPUTE_DEPOSIT };
		let over = ended(id, End::Agreed, 25_000, GPU_DEPOSIT);
		assert_eq!(events(), [agreed, settled(id, 5_000, 500, 250), over]);
		// Nobody has lost a deposit.
		assert_eq!((free(ALICE), free(PAUL)), (ENDOWMENT - 5_000, ENDOWMENT + 4_250));
	});
}

#[test]
fn a_dispute_that_both_drop_never_was_and_uses_up_no_chance() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		for _ in 0..3 {
			dispute(PAUL, id, payment(10_000));
			assert_ok!(propose(PAUL, id, Outcome::Resume));
			assert_ok!(accept(ALICE, id, Outcome::Resume));
		}
		assert_eq!((agreement(id).due, agreement(id).dispute), (10_000, None));
		assert_eq!(free(PAUL) + held(ProviderDeposit, PAUL), ENDOWMENT);
		assert!(Burned::get().is_empty());
	});
}

#[test]
fn a_dispute_that_passes_does_not_run_out_the_clock_of_a_provider() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		let signed_before = voucher(id, 4_000);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(DAY / 2);
		dispute(ALICE, id, refund(5_000));
		pass(LAPSE);
		events();
		assert_ok!(lapse(id));
		// Each deadline that moves is in the event.
		let frozen = LAPSE + GRACE;
		let ends_at = Some(START + REDEMPTION + frozen);
		let expires_at = Some(START + TERM + frozen);
		let resumed = Event::Resumed { id, ends_at, expires_at, frozen };
		assert_eq!(events().pop(), Some(resumed));
		assert_eq!((agreement(id).ends_at, agreement(id).frozen), (ends_at, frozen));
		pass(GRACE + DAY / 2);
		assert_ok!(redeem(vec![signed_before]));
		assert_eq!(agreement(id).paid, 4_000);
	});
}

#[test]
fn of_a_dispute_with_a_provider_that_leaves_no_more_is_contested_than_it_served() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id, refund(30_000));
		pass(DAY);
		stand(&PAUL, Some(ProviderStatus::Leaving));
		pass(5 * DAY);
		assert_ok!(rule(id, 0, Verdict::ForProvider));
		assert_eq!(free(ALICE), ENDOWMENT - 11_000 - DISPUTE_DEPOSIT);
	});
}

#[test]
fn a_dispute_about_a_provider_that_left_outlasts_its_removal() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		stand(&PAUL, Some(ProviderStatus::Leaving));
		pass(2 * DAY);
		dispute(ALICE, id, refund(10_000));
		stand(&PAUL, None);
		assert_eq!(agreement(id).dispute.unwrap().contested, 10_000);
		pass(LAPSE);
		assert_ok!(lapse(id));
		assert_eq!((agreement(id).due, agreement(id).over), (10_000, true));
		assert_ok!(Payments::close(signed(STRANGER), id));
		let lost = 10_000 + LAPSE_PENALTY;
		assert_eq!((free(ALICE), free(PAUL)), (ENDOWMENT - lost, ENDOWMENT + 8_500));
	});
}

#[test]
fn a_provider_that_leaves_during_a_dispute_is_paid_until_then_once_it_has_lapsed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id, refund(10_000));
		stand(&PAUL, Some(ProviderStatus::Leaving));
		pass(LAPSE);
		assert_ok!(lapse(id));
		// Noted by then: that it is removed before somebody settles takes nothing from it.
		stand(&PAUL, None);
		assert_ok!(Payments::settle(signed(STRANGER), id));
		assert_eq!(free(PAUL), ENDOWMENT + 8_500);
	});
}

#[test]
fn who_is_removed_still_concedes_and_agrees() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		dispute(ALICE, id, refund(5_000));
		stand(&PAUL, None);
		assert_ok!(propose(PAUL, id, Outcome::End { payment: 1_000 }));
		assert_ok!(concede(PAUL, id, refund(5_000)));
		assert_eq!(free(ALICE), ENDOWMENT);
	});
}

#[test]
fn what_was_paid_before_is_not_contested() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		assert_ok!(Payments::settle(signed(PAUL), id));
		pass(DAY);
		dispute(ALICE, id, refund(20_000));
		assert_ok!(rule(id, 0, FOR_CUSTOMER));
		assert_eq!(free(ALICE), ENDOWMENT - 11_000 + GPU_DEPOSIT);
	});
}

#[test]
fn the_terms_of_a_dispute_are_those_of_its_opening() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(ALICE, id, refund(10_000));
		assert_ok!(set(GPU, |class| {
			class.lapse_penalty = ClassSettings::MAX_LAPSE_PENALTY;
			class.dispute_deposit = BoundedU128::literal::<{ DISPUTE_DEPOSIT * 100 }>();
		}));
		pass(LAPSE);
		assert_ok!(lapse(id));
		assert_eq!(free(ALICE), ENDOWMENT - 30_000 - STORAGE_DEPOSIT - LAPSE_PENALTY);
	});
}

#[test]
fn a_winner_whose_account_is_gone_cannot_be_paid_and_nothing_is_lost() {
	ExtBuilder::default().build_and_execute(|| {
		let cheap = BoundedU128::literal::<{ ED - 1 }>();
		assert_ok!(set(HOSTING, |class| class.dispute_deposit = cheap));
		let id = stream(30_000);
		dispute(ALICE, id, refund(30_000));
		spend_all_but(PAUL, 0);
		assert_noop!(rule(id, 100, Verdict::ForProvider), Error::<Test>::WinnerCannotReceive);
		assert_ok!(rule(id, 100, FOR_CUSTOMER));
		assert_eq!(free(ALICE), ENDOWMENT);
	});
}

#[test]
fn a_dispute_keeps_nobody_in_an_agreement() {
	ExtBuilder::default().build_and_execute(|| {
		let id = ten_days_of_gpu();
		dispute(PAUL, id, payment(30_000));
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(LAPSE);
		assert_noop!(Payments::close(signed(ALICE), id), Error::<Test>::DisputeOpen);
		assert_ok!(lapse(id));
		assert_ok!(Payments::close(signed(ALICE), id));
		// Ten days, and three of notice.
		assert_eq!(free(ALICE), ENDOWMENT - 13_000);

		let other = ten_days_of_gpu();
		dispute(PAUL, other, payment(30_000));
		stand(&PAUL, Some(ProviderStatus::Leaving));
		assert_ok!(Payments::cancel(signed(ALICE), other));
		assert_eq!(agreement(other).ends_at, Some(now()), "it ends now, and is settled later");
		pass(LAPSE);
		assert_ok!(lapse(other));
		assert_ok!(Payments::close(signed(ALICE), other));
		assert_eq!(free(ALICE), ENDOWMENT - 23_000);
	});
}

#[test]
fn a_price_that_was_announced_takes_effect_in_a_dispute() {
	ExtBuilder::default().build_and_execute(|| {
		let id = open(ALICE, PAUL, GPU, Order::Streaming { units: 1 }, PRICE, 90_000).unwrap();
		assert_ok!(Payments::announce_price(signed(PAUL), id, 2 * PRICE));
		pass(PERIOD - DAY);
		dispute(PAUL, id, payment(90_000));
		pass(2 * DAY);
		assert_eq!(agreement(id).dispute.unwrap().contested, 32_000);
		assert_ok!(concede(ALICE, id, payment(90_000)));
		assert_eq!(free(ALICE), ENDOWMENT - 32_000);
	});
}

#[test]
fn all_money_comes_out_whatever_the_parties_and_the_arbiter_fail_to_do() {
	for form in [PaymentForm::Streaming, PaymentForm::Metered] {
		ExtBuilder::default().build_and_execute(|| {
			let id = match form {
				PaymentForm::Streaming => stream(30_000),
				PaymentForm::Metered => meter(30_000),
			};
			let sides = [(ALICE, refund(30_000)), (PAUL, payment(30_000))];
			for (who, claim) in sides.iter().cloned().cycle() {
				if try_dispute(who, id, claim).is_err() {
					break;
				}
				pass(LAPSE);
				assert_ok!(lapse(id));
			}
			pass(2 * TERM);
			assert_ok!(Payments::close(signed(STRANGER), id));
			for who in [ALICE, PAUL] {
				let reasons = [Escrow, StorageDeposit, ProviderDeposit, Dispute];
				assert_eq!(reasons.map(|reason| held(reason, who.clone())), [0; 4]);
			}
		});
	}
}
