// SPDX-License-Identifier: Apache-2.0

//! What comes after a deadline without a ruling, and what a dispute does to a notice.

use super::disputes::{concede, dispute, lapse, payment, propose, refund, rule, try_dispute};
use crate::{mock::*, End, Error, Event, HoldReason::*, Outcome, Verdict};
use frame_support::{assert_noop, assert_ok};

#[test]
fn after_an_unruled_deadline_the_accused_is_paid_nothing_before_the_opener_could_dispute_again() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(90_000);
		pass(10 * DAY);
		dispute(ALICE, id, refund(90_000));
		// Whatever the accused, its operator and a friend of it put into the blocks after the deadline.
		for at in [RULING, REOPENING - 1] {
			pass(at);
			for who in [PAUL, OPERATOR, STRANGER, ALICE] {
				let origin = || signed(who.clone());
				assert_noop!(Payments::lapse_dispute(origin(), id), Error::<Test>::TooEarlyToLapse);
				assert_noop!(Payments::settle(origin(), id), Error::<Test>::DisputeOpen);
				assert_noop!(Payments::close(origin(), id), Error::<Test>::DisputeOpen);
			}
		}
		let contested = agreement(id).dispute.unwrap().contested;
		events();
		dispute(ALICE, id, refund(90_000));
		let (returned, burned) = (DISPUTE_DEPOSIT - LAPSE_PENALTY, LAPSE_PENALTY);
		let told = events();
		let resumed = Event::Resumed { id, ends_at: None, expires_at: None, frozen: 0 };
		assert_eq!(
			told[..2],
			[Event::DisputeLapsed { id, opener: ALICE, returned, burned }, resumed]
		);
		assert!(matches!(told[2], Event::Disputed { contested: all, .. } if all == contested));
		assert_eq!((held(Dispute, ALICE), agreement(id).paid), (DISPUTE_DEPOSIT, 0));
		// And this one is ruled on.
		assert_ok!(rule(id, 100, Verdict::ForCustomer { slash: false }));
		assert_eq!(free(ALICE), ENDOWMENT - LAPSE_PENALTY);
	});
}

#[test]
fn a_dispute_of_the_accused_takes_no_chance_from_the_other_side() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(90_000);
		pass(10 * DAY);
		// Paul is first: while his claim is open Alice can have none of her own.
		dispute(PAUL, id, payment(1));
		assert_noop!(try_dispute(ALICE, id, refund(90_000)), Error::<Test>::DisputeOpen);
		pass(RULING);
		// He can neither end it nor settle before she has had the time to open hers.
		let lapsed = Payments::lapse_dispute(signed(PAUL), id);
		assert_noop!(lapsed, Error::<Test>::TooEarlyToLapse);
		dispute(ALICE, id, refund(90_000));
		assert_eq!((held(Dispute, PAUL), free(PAUL)), (0, ENDOWMENT - LAPSE_PENALTY));
		pass(RULING);
		// Nor does it help him to be the first after hers.
		dispute(PAUL, id, payment(1));
		pass(LAPSE - 1);
		dispute(ALICE, id, refund(90_000));
		assert_eq!(agreement(id).paid, 0);
		assert_ok!(concede(PAUL, id, refund(90_000)));
		assert_eq!(free(ALICE), ENDOWMENT - LAPSE_PENALTY);
	});
}

#[test]
fn whoever_is_no_party_opens_none_in_place_of_another() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(90_000);
		pass(DAY);
		dispute(ALICE, id, refund(90_000));
		pass(RULING);
		for who in [STRANGER, OPERATOR, BOB] {
			assert_noop!(try_dispute(who, id, payment(1)), Error::<Test>::NotParty);
		}
		assert_noop!(try_dispute(ALICE, id, payment(1)), Error::<Test>::ClaimOfOtherSide);
		assert_noop!(try_dispute(ALICE, id, refund(0)), Error::<Test>::NothingClaimed);
	});
}

#[test]
fn after_the_last_dispute_anyone_ends_it_at_the_deadline_and_nothing_stays_frozen() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(900_000);
		let sides = [(ALICE, refund(900_000)), (PAUL, payment(900_000))];
		let begun = now();
		for (who, claim) in sides.iter().cloned().cycle().take(4) {
			dispute(who, id, claim);
			pass(RULING);
		}
		for (who, claim) in sides {
			assert_noop!(try_dispute(who, id, claim), Error::<Test>::NoDisputesLeft);
		}
		assert_ok!(lapse(id));
		assert_eq!(now() - begun, 4 * RULING);
		assert_ok!(Payments::settle(signed(STRANGER), id));
		assert_eq!(agreement(id).paid, 56_000);
		assert_eq!(held(Dispute, ALICE) + held(Dispute, PAUL), 0);
	});
}

#[test]
fn the_next_dispute_of_a_metered_agreement_takes_no_time_from_its_vouchers() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		let signed_before = voucher(id, 4_000);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		pass(DAY / 2);
		dispute(ALICE, id, refund(5_000));
		pass(RULING + 1);
		dispute(PAUL, id, payment(4_000));
		pass(LAPSE);
		assert_ok!(lapse(id));
		let frozen = RULING + 1 + LAPSE + GRACE;
		assert_eq!(agreement(id).frozen, frozen);
		assert_eq!(agreement(id).ends_at, Some(START + REDEMPTION + frozen));
		pass(GRACE + DAY / 2);
		assert_ok!(redeem(vec![signed_before]));
		assert_eq!(agreement(id).paid, 4_000);
	});
}

#[test]
fn a_notice_that_is_given_in_a_dispute_is_stretched_by_what_is_left_of_the_dispute() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		dispute(PAUL, id, payment(5_000));
		pass(10 * DAY);
		events();
		assert_ok!(Payments::cancel(signed(ALICE), id));
		// As if the dispute were over now.
		let ends_at = now() + GRACE + REDEMPTION;
		let by = crate::Party::Customer;
		assert_eq!(events(), [Event::CancelledAt { id, by, ends_at }]);
		assert_eq!((agreement(id).ends_at, agreement(id).over), (Some(ends_at), false));
		let rest = LAPSE - 10 * DAY;
		pass(rest);
		assert_eq!((agreement(id).ends_at, agreement(id).over), (Some(ends_at + rest), false));
		assert_ok!(lapse(id));
		// Once it is over the provider has the time to redeem, and no more.
		assert_eq!(agreement(id).ends_at, Some(now() + GRACE + REDEMPTION));
		pass(GRACE + REDEMPTION - 1);
		assert_noop!(Payments::close(signed(ALICE), id), Error::<Test>::StillRunning);
		pass(1);
		assert_ok!(Payments::close(signed(ALICE), id));
		assert_eq!(events().pop(), Some(ended(id, End::Cancelled, 5_000, 0)));
	});
}

#[test]
fn of_two_notices_the_one_that_ends_earlier_counts_in_a_dispute_as_well() {
	ExtBuilder::default().build_and_execute(|| {
		let id = meter(5_000);
		assert_ok!(Payments::cancel(signed(PAUL), id));
		dispute(PAUL, id, payment(5_000));
		// That of Paul is stretched by all of the dispute, that of Alice by what is left of it: hers ends
		// five days before his, whenever it is over.
		pass(12 * DAY);
		assert_ok!(Payments::cancel(signed(ALICE), id));
		assert_eq!(agreement(id).ends_at, Some(now() + GRACE + REDEMPTION));
		assert_noop!(Payments::cancel(signed(PAUL), id), Error::<Test>::EndsAlready);
		assert_ok!(propose(PAUL, id, Outcome::Resume));
		assert_ok!(super::disputes::accept(ALICE, id, Outcome::Resume));
		assert_eq!(agreement(id).ends_at, Some(now() + GRACE + REDEMPTION));
	});
}

/// Each word in a dispute can cost a deposit, or what was earned. An operator is there for operations.
#[test]
fn an_operator_removes_announces_and_cancels_and_says_nothing_in_a_dispute() {
	ExtBuilder::default().build_and_execute(|| {
		let id = stream(30_000);
		assert_ok!(Payments::remove_card(signed(OPERATOR), PAUL, HOSTING, 0));
		assert_ok!(Payments::announce_price(signed(OPERATOR), id, PRICE - 1));
		pass(DAY);
		assert_noop!(try_dispute(OPERATOR, id, payment(1)), Error::<Test>::NotParty);
		dispute(ALICE, id, refund(30_000));
		assert_noop!(concede(OPERATOR, id, refund(30_000)), Error::<Test>::NotParty);
		let nothing = Outcome::End { payment: 0 };
		assert_noop!(propose(OPERATOR, id, nothing), Error::<Test>::NotParty);
		assert_ok!(propose(ALICE, id, nothing));
		let accepted = super::disputes::accept(OPERATOR, id, nothing);
		assert_noop!(accepted, Error::<Test>::NotParty);
		assert_ok!(Payments::cancel(signed(OPERATOR), id));
	});
}
