// SPDX-License-Identifier: Apache-2.0

//! A grant changes hands by consent.

use crate::{mock::*, Error, Event};
use destra_primitives::GrantId;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, TokenError};

fn offer(who: AccountId, grant: GrantId, to: AccountId) -> sp_runtime::DispatchResult {
	Allocation::offer_grant(signed(who), grant, Some(to))
}

fn accept(who: AccountId, from: AccountId, grant: GrantId) -> sp_runtime::DispatchResult {
	Allocation::accept_grant(signed(who), from, grant, 0)
}

#[test]
fn an_offered_grant_changes_hands_when_it_is_accepted() {
	ExtBuilder::default().build_and_execute(|| {
		let id = granted(INVESTORS, ALICE, 1_000, daily(10));
		pass(2 * DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		pass(DAY);
		events();
		assert_ok!(offer(ALICE, id, BOB));
		assert_eq!(
			events(),
			[Event::GrantOffered { grant: id, beneficiary: ALICE, to: Some(BOB) }]
		);
		assert_eq!((held(ALICE), held(BOB)), (800, 0));
		assert_noop!(accept(CAROL, ALICE, id), Error::<Test>::NotOffered);

		assert_ok!(accept(BOB, ALICE, id));
		assert_eq!(
			events(),
			[Event::GrantTransferred { grant: id, from: ALICE, to: BOB, amount: 800 }]
		);
		assert_eq!((held(ALICE), held(BOB)), (0, 800));
		assert_eq!(Allocation::grants(ALICE), []);
		let moved = grant_report(BOB, id);
		assert_eq!((moved.amount, moved.released, moved.releasable), (1_000, 200, 100));
		// It is not offered any more: nobody can take it back.
		assert_noop!(accept(BOB, BOB, id), Error::<Test>::NotOffered);
		assert_noop!(accept(BOB, ALICE, id), Error::<Test>::UnknownGrant);
		pass(7 * DAY);
		assert_ok!(Allocation::release(signed(ALICE), BOB));
		assert_eq!(free(BOB), 800 + ExistentialDeposit::get());
	});
}

#[test]
fn who_pays_for_a_grant_gets_what_it_expected_or_does_not_take_it() {
	ExtBuilder::default().build_and_execute(|| {
		let id = granted(INVESTORS, ALICE, 1_007, daily(10));
		assert_ok!(offer(ALICE, id, BOB));
		pass(4 * DAY);
		let seen = grant_report(ALICE, id);
		let expected = seen.amount - seen.released;
		let accept = |least| Allocation::accept_grant(signed(BOB), ALICE, id, least);
		assert_noop!(accept(expected + 1), Error::<Test>::LessThanExpected);
		// Anybody releases what has vested, right before.
		assert_ok!(Allocation::release(signed(STRANGER), ALICE));
		assert_noop!(accept(expected), Error::<Test>::LessThanExpected);
		let left = held(ALICE);
		assert!(left < expected);
		assert_ok!(accept(left));
		assert_eq!((held(ALICE), held(BOB)), (0, left));
	});
}

#[test]
fn an_offer_is_taken_back_or_made_to_somebody_else() {
	ExtBuilder::default().build_and_execute(|| {
		let id = granted(INVESTORS, ALICE, 1_000, daily(10));
		assert_ok!(offer(ALICE, id, BOB));
		events();
		assert_ok!(Allocation::offer_grant(signed(ALICE), id, None));
		assert_eq!(events(), [Event::GrantOffered { grant: id, beneficiary: ALICE, to: None }]);
		assert_noop!(accept(BOB, ALICE, id), Error::<Test>::NotOffered);
		assert_ok!(offer(ALICE, id, BOB));
		assert_ok!(offer(ALICE, id, CAROL));
		assert_noop!(accept(BOB, ALICE, id), Error::<Test>::NotOffered);
		assert_ok!(accept(CAROL, ALICE, id));
	});
}

#[test]
fn what_cannot_be_handed_over_is_refused_each_with_its_own_error() {
	ExtBuilder::default().build_and_execute(|| {
		let stays = granted(TEAM, ALICE, 1_000, daily(10));
		let id = granted(INVESTORS, ALICE, 1_000, daily(10));
		assert_noop!(offer(ALICE, stays, BOB), Error::<Test>::NotTransferable);
		assert_noop!(offer(ALICE, id, ALICE), Error::<Test>::SameAccount);
		assert_noop!(offer(BOB, id, CAROL), Error::<Test>::UnknownGrant);
		assert_noop!(
			Allocation::offer_grant(RuntimeOrigin::root(), id, None),
			DispatchError::BadOrigin
		);
		assert_noop!(
			Allocation::accept_grant(RuntimeOrigin::root(), ALICE, id, 0),
			DispatchError::BadOrigin
		);

		assert_ok!(offer(ALICE, id, NEWCOMER));
		assert_noop!(accept(NEWCOMER, ALICE, id), Error::<Test>::NoAccount);
		assert_ok!(offer(ALICE, id, BOB));
		for _ in 0..8 {
			granted(INVESTORS, BOB, 1, daily(10));
		}
		assert_noop!(accept(BOB, ALICE, id), Error::<Test>::TooManyGrants);
		assert_ok!(Allocation::merge(signed(BOB), GrantId(3), GrantId(4)));
		lock_all(ALICE);
		assert_noop!(accept(BOB, ALICE, id), TokenError::Frozen);
	});
}
