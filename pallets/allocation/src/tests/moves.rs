// SPDX-License-Identifier: Apache-2.0

//! Grants and rewards change hands, by consent or by the governing origin.

use crate::{mock::*, Error, Event, Rewards, Successors};
use destra_primitives::GrantId;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, TokenError};

fn offer(who: AccountId, grant: GrantId, to: AccountId) -> sp_runtime::DispatchResult {
	Allocation::offer_grant(signed(who), grant, Some(to))
}

fn accept(who: AccountId, from: AccountId, grant: GrantId) -> sp_runtime::DispatchResult {
	Allocation::accept_grant(signed(who), from, grant)
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
			Allocation::accept_grant(RuntimeOrigin::root(), ALICE, id),
			DispatchError::BadOrigin
		);

		assert_ok!(offer(ALICE, id, NEWCOMER));
		assert_noop!(accept(NEWCOMER, ALICE, id), Error::<Test>::NoAccount);
		assert_ok!(offer(ALICE, id, BOB));
		for _ in 0..8 {
			granted(TEAM, BOB, 1, daily(10));
		}
		assert_noop!(accept(BOB, ALICE, id), Error::<Test>::TooManyGrants);
		assert_ok!(Allocation::merge(signed(BOB), GrantId(3), GrantId(4)));
		lock_all(ALICE);
		assert_noop!(accept(BOB, ALICE, id), TokenError::Frozen);
	});
}

#[test]
fn a_successor_takes_over_everything() {
	ExtBuilder::default().build_and_execute(|| {
		let first = granted(TEAM, ALICE, 1_000, daily(10));
		let second = granted(INVESTORS, ALICE, 500, daily(10));
		assert_ok!(offer(ALICE, second, CAROL));
		assert_eq!(reward(ALICE, 400), 0);
		let own = granted(TEAM, BOB, 70, daily(10));
		assert_eq!(reward(BOB, 40), 0);
		events();

		assert_ok!(Allocation::name_successor(signed(ALICE), Some(BOB)));
		assert_eq!(events(), [Event::SuccessorNamed { who: ALICE, successor: Some(BOB) }]);
		assert_noop!(Allocation::succeed(signed(CAROL), ALICE), Error::<Test>::NotSuccessor);
		assert_ok!(Allocation::succeed(signed(BOB), ALICE));
		assert_eq!(
			events(),
			[Event::HoldingsMoved { from: ALICE, to: BOB, grants: 1_500, rewards: 300 }]
		);
		assert_eq!((held(ALICE), locked(ALICE)), (0, 0));
		assert_eq!((held(BOB), locked(BOB)), (1_570, 330));
		let ids: Vec<_> = Allocation::grants(BOB).iter().map(|grant| grant.grant).collect();
		assert_eq!(ids, [own, first, second]);
		assert_eq!((Allocation::grants(ALICE), Rewards::<Test>::get(ALICE)), (vec![], None));
		assert!(!Successors::<Test>::contains_key(ALICE));
		assert_noop!(accept(CAROL, BOB, second), Error::<Test>::NotOffered);
		assert_noop!(Allocation::succeed(signed(BOB), ALICE), Error::<Test>::NotSuccessor);

		// Both rewards vest as they would have.
		pass(QUANTUM + DURATION);
		assert_eq!(Allocation::rewards(BOB).claimable, 330);
		assert_ok!(Allocation::claim_rewards(signed(CAROL), BOB));
		assert_ok!(Allocation::release(signed(CAROL), BOB));
		assert_eq!((held(BOB), locked(BOB)), (0, 0));
	});
}

#[test]
fn rewards_that_answer_for_conduct_do_not_go_to_a_successor() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 1_000, daily(10));
		assert_eq!(reward(ALICE, 400), 0);
		assert_ok!(Allocation::name_successor(signed(ALICE), Some(BOB)));
		Answering::set(vec![ALICE]);
		assert_noop!(Allocation::succeed(signed(BOB), ALICE), Error::<Test>::StillAnswerable);
		Answering::set(vec![BOB]);
		assert_ok!(Allocation::succeed(signed(BOB), ALICE));
		assert_eq!((held(BOB), locked(BOB)), (1_000, 300));

		// Grants answer for nothing.
		granted(TEAM, CAROL, 1_000, daily(10));
		assert_ok!(Allocation::name_successor(signed(CAROL), Some(ALICE)));
		Answering::set(vec![CAROL]);
		assert_ok!(Allocation::succeed(signed(ALICE), CAROL));
		assert_eq!(reward(CAROL, 400), 0);
		// Governance decides for itself.
		assert_ok!(Allocation::move_holdings(governor(), CAROL, ALICE));
	});
}

#[test]
fn what_was_claimed_stays_claimed_when_rewards_move() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!((reward(ALICE, 400), reward(BOB, 800)), (0, 0));
		set_time(START - START % QUANTUM + QUANTUM + DURATION / 3);
		assert_ok!(Allocation::claim_rewards(signed(ALICE), ALICE));
		assert_eq!((locked(ALICE), locked(BOB)), (200, 600));
		assert_ok!(Allocation::name_successor(signed(ALICE), Some(BOB)));
		assert_ok!(Allocation::succeed(signed(BOB), ALICE));
		assert_eq!((locked(ALICE), locked(BOB)), (0, 800));
		let moved = Allocation::rewards(BOB);
		assert_eq!((moved.held, moved.claimable, moved.unvested), (800, 200, 600));
	});
}

#[test]
fn who_cannot_name_a_successor_or_succeed() {
	ExtBuilder::default().build_and_execute(|| {
		let name = |who, successor| Allocation::name_successor(signed(who), successor);
		assert_noop!(name(ALICE, Some(BOB)), Error::<Test>::NothingHeld);
		granted(TEAM, ALICE, 10, daily(10));
		assert_noop!(name(ALICE, Some(ALICE)), Error::<Test>::SameAccount);
		assert_noop!(
			Allocation::name_successor(RuntimeOrigin::root(), None),
			DispatchError::BadOrigin
		);
		assert_noop!(Allocation::succeed(signed(BOB), ALICE), Error::<Test>::NotSuccessor);
		assert_noop!(Allocation::succeed(RuntimeOrigin::root(), ALICE), DispatchError::BadOrigin);

		assert_ok!(name(ALICE, Some(BOB)));
		events();
		assert_ok!(name(ALICE, None));
		assert_eq!(events(), [Event::SuccessorNamed { who: ALICE, successor: None }]);
		assert_noop!(Allocation::succeed(signed(BOB), ALICE), Error::<Test>::NotSuccessor);

		assert_ok!(name(ALICE, Some(NEWCOMER)));
		assert_noop!(Allocation::succeed(signed(NEWCOMER), ALICE), Error::<Test>::NoAccount);
		assert_ok!(name(ALICE, Some(BOB)));
		for _ in 0..8 {
			granted(TEAM, BOB, 1, daily(10));
		}
		assert_noop!(Allocation::succeed(signed(BOB), ALICE), Error::<Test>::TooManyGrants);
		assert_ok!(name(ALICE, Some(CAROL)));
		lock_all(ALICE);
		assert_noop!(Allocation::succeed(signed(CAROL), ALICE), TokenError::Frozen);
	});
}

#[test]
fn there_is_nothing_to_succeed_to_once_all_is_paid() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 10, daily(1));
		assert_ok!(Allocation::name_successor(signed(ALICE), Some(BOB)));
		pass(DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		assert_noop!(Allocation::succeed(signed(BOB), ALICE), Error::<Test>::NothingHeld);
	});
}

#[test]
fn the_governing_origin_moves_what_belongs_to_lost_keys() {
	ExtBuilder::default().build_and_execute(|| {
		let id = granted(TEAM, ALICE, 1_000, daily(10));
		assert_eq!(reward(ALICE, 400), 0);
		assert_ok!(Allocation::name_successor(signed(ALICE), Some(CAROL)));
		for origin in [signed(ALICE), signed(BOB), guardian(), granter(), RuntimeOrigin::root()] {
			assert_noop!(Allocation::move_holdings(origin, ALICE, BOB), DispatchError::BadOrigin);
		}
		let move_holdings = |from, to| Allocation::move_holdings(governor(), from, to);
		assert_noop!(move_holdings(ALICE, ALICE), Error::<Test>::SameAccount);
		assert_noop!(move_holdings(BOB, CAROL), Error::<Test>::NothingHeld);
		assert_noop!(move_holdings(ALICE, NEWCOMER), Error::<Test>::NoAccount);
		events();
		// Whoever has the keys locks what it can, and does not stop it.
		lock_all(ALICE);
		// Nor does a stop: what is on hold stays on hold.
		pause(TEAM);
		assert_ok!(move_holdings(ALICE, BOB));
		assert_eq!(
			events(),
			[
				Event::CategoryPaused { category: TEAM },
				Event::HoldingsMoved { from: ALICE, to: BOB, grants: 1_000, rewards: 300 }
			]
		);
		resume(TEAM);
		assert_eq!(grant_report(BOB, id).amount, 1_000);
		assert_eq!((held(BOB), locked(BOB)), (1_000, 300));
		assert_noop!(Allocation::succeed(signed(CAROL), ALICE), Error::<Test>::NotSuccessor);
		for _ in 0..8 {
			granted(TEAM, CAROL, 1, daily(10));
		}
		assert_noop!(move_holdings(CAROL, BOB), Error::<Test>::TooManyGrants);
	});
}
