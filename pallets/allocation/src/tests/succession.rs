// SPDX-License-Identifier: Apache-2.0

//! Everything that an account has goes to its successor, or where the governing origin says.

use crate::{mock::*, types::Notice, Error, Event, Parameter, Rewards, Successors};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn name(who: AccountId, successor: AccountId) -> DispatchResult {
	Allocation::name_successor(signed(who), Some(successor))
}

fn succeed(who: AccountId, from: AccountId) -> DispatchResult {
	Allocation::succeed(signed(who), from)
}

#[test]
fn a_successor_takes_over_everything() {
	ExtBuilder::default().build_and_execute(|| {
		let first = granted(TEAM, ALICE, 1_000, daily(10));
		let second = granted(INVESTORS, ALICE, 500, daily(10));
		assert_ok!(Allocation::offer_grant(signed(ALICE), second, Some(CAROL)));
		assert_eq!(reward(ALICE, 400), 0);
		let own = granted(TEAM, BOB, 70, daily(10));
		assert_eq!(reward(BOB, 40), 0);
		events();

		assert_ok!(name(ALICE, BOB));
		assert_eq!(events(), [Event::SuccessorNamed { who: ALICE, successor: Some(BOB) }]);
		assert_noop!(succeed(CAROL, ALICE), Error::<Test>::NotSuccessor);
		announce(BOB, ALICE);
		let (opens, closes) = (START + NOTICE, START + 2 * NOTICE);
		assert_eq!(
			events(),
			[Event::SuccessionAnnounced { who: ALICE, successor: BOB, opens, closes }]
		);
		assert_ok!(succeed(BOB, ALICE));
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
		assert_noop!(
			Allocation::accept_grant(signed(CAROL), BOB, second, 0),
			Error::<Test>::NotOffered
		);
		assert_noop!(succeed(BOB, ALICE), Error::<Test>::NotSuccessor);

		// Both rewards vest as they would have.
		pass(QUANTUM + DURATION);
		assert_eq!(Allocation::rewards(BOB).claimable, 330);
		assert_ok!(Allocation::claim_rewards(signed(CAROL), BOB));
		assert_ok!(Allocation::release(signed(CAROL), BOB));
		assert_eq!((held(BOB), locked(BOB)), (0, 0));
	});
}

#[test]
fn rewards_that_answer_for_conduct_stay_whoever_wants_to_move_them() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 1_000, daily(10));
		assert_eq!(reward(ALICE, 400), 0);
		assert_ok!(name(ALICE, BOB));
		Answering::set(vec![ALICE]);
		announce(BOB, ALICE);
		assert_noop!(succeed(BOB, ALICE), Error::<Test>::StillAnswerable);
		// Governance as well: the grants go, the rewards stay.
		events();
		assert_ok!(Allocation::move_holdings(governor(), ALICE, CAROL));
		assert_eq!(
			events(),
			[Event::HoldingsMoved { from: ALICE, to: CAROL, grants: 1_000, rewards: 0 }]
		);
		assert_eq!((held(ALICE), locked(ALICE)), (0, 300));
		assert_noop!(
			Allocation::move_holdings(governor(), ALICE, CAROL),
			Error::<Test>::StillAnswerable
		);
		assert_noop!(succeed(BOB, ALICE), Error::<Test>::NotSuccessor);
		assert_eq!(slash(ALICE, 100), 100, "a slash finds them");

		// Grants answer for nothing.
		Answering::set(vec![CAROL]);
		assert_ok!(name(CAROL, BOB));
		announce(BOB, CAROL);
		assert_ok!(succeed(BOB, CAROL));
		Answering::set(vec![]);
		assert_ok!(Allocation::move_holdings(governor(), ALICE, CAROL));
		assert_eq!((locked(ALICE), locked(CAROL)), (0, 200));
	});
}

#[test]
fn grants_that_anybody_may_buy_are_taken_over_at_once_and_all_else_after_the_notice() {
	ExtBuilder::default().build_and_execute(|| {
		granted(INVESTORS, ALICE, 1_000, daily(10));
		assert_ok!(name(ALICE, BOB));
		assert_ok!(succeed(BOB, ALICE));
		assert_eq!(held(BOB), 1_000);

		// What can be revoked, what cannot be transferred, and what was earned.
		let others: [fn(); 3] = [
			|| {
				granted(COMMUNITY, ALICE, 10, daily(10));
			},
			|| {
				granted(TEAM, ALICE, 10, daily(10));
			},
			|| assert_eq!(reward(ALICE, 40), 0),
		];
		for hold in others {
			granted(INVESTORS, ALICE, 1_000, daily(10));
			hold();
			assert_ok!(name(ALICE, CAROL));
			assert_noop!(succeed(CAROL, ALICE), Error::<Test>::NothingAnnounced);
			assert_ok!(Allocation::announce_succession(signed(CAROL), ALICE));
			pass(NOTICE - 1);
			assert_noop!(succeed(CAROL, ALICE), Error::<Test>::NoticeRunning);
			pass(1);
			assert_ok!(succeed(CAROL, ALICE));
			assert_eq!((held(ALICE), locked(ALICE)), (0, 0));
		}
	});
}

#[test]
fn what_is_granted_after_an_announcement_has_to_be_announced_too() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(reward(ALICE, 40), 0);
		assert_ok!(name(ALICE, BOB));
		let announce = || Allocation::announce_succession(signed(BOB), ALICE);
		assert_ok!(announce());
		pass(NOTICE);
		// Nobody has a say in where this one goes.
		granted(INVESTORS, ALICE, 1_000, daily(10));
		assert!(Allocation::succession(ALICE).unwrap().window.is_some());
		events();
		let late = granted(TEAM, ALICE, 1_000, daily(10));
		assert!(events().contains(&Event::SuccessionWithdrawn { who: ALICE, successor: BOB }));
		assert_noop!(succeed(BOB, ALICE), Error::<Test>::NothingAnnounced);
		assert_ok!(announce());
		pass(NOTICE - 1);
		assert_noop!(succeed(BOB, ALICE), Error::<Test>::NoticeRunning);
		pass(1);
		assert_ok!(succeed(BOB, ALICE));
		assert_eq!(Allocation::beneficiary(late), Some(BOB));
	});
}

#[test]
fn what_comes_by_one_succession_does_not_go_on_by_another_unannounced() {
	ExtBuilder::default().build_and_execute(|| {
		let team = granted(TEAM, ALICE, 1_000, daily(100));
		granted(INVESTORS, BOB, 1, daily(100));
		assert_ok!(name(ALICE, BOB));
		assert_ok!(name(BOB, CAROL));
		assert_ok!(Allocation::announce_succession(signed(BOB), ALICE));
		assert_ok!(Allocation::announce_succession(signed(CAROL), BOB));
		pass(NOTICE);
		assert_ok!(succeed(BOB, ALICE));
		assert_noop!(succeed(CAROL, BOB), Error::<Test>::NothingAnnounced);
		assert_eq!(Allocation::beneficiary(team), Some(BOB));
	});
}

#[test]
fn an_announcement_lapses_and_can_be_made_anew() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 1_000, daily(100));
		assert_ok!(name(ALICE, BOB));
		let announce = |who| Allocation::announce_succession(signed(who), ALICE);
		assert_noop!(announce(CAROL), Error::<Test>::NotSuccessor);
		assert_noop!(
			Allocation::announce_succession(RuntimeOrigin::root(), ALICE),
			DispatchError::BadOrigin
		);
		assert_ok!(announce(BOB));
		let report = Allocation::succession(ALICE).unwrap();
		assert_eq!(
			(report.successor, report.window),
			(BOB, Some((START + NOTICE, START + 2 * NOTICE)))
		);
		pass(2 * NOTICE - 1);
		assert_noop!(announce(BOB), Error::<Test>::AlreadyAnnounced);
		pass(1);
		assert_noop!(succeed(BOB, ALICE), Error::<Test>::NothingAnnounced);
		assert_eq!(Allocation::succession(ALICE).unwrap().window, None);
		assert_ok!(announce(BOB));
		pass(NOTICE);
		// Another name, or the same once more, and the announcement is gone.
		assert_ok!(name(ALICE, BOB));
		assert_noop!(succeed(BOB, ALICE), Error::<Test>::NothingAnnounced);
		assert_ok!(announce(BOB));
		pass(NOTICE);
		assert_ok!(succeed(BOB, ALICE));
	});
}

#[test]
fn governance_and_guardian_veto_what_is_announced_and_lost_keys_are_succeeded_in_the_end() {
	ExtBuilder::default().build_and_execute(|| {
		granted(TEAM, ALICE, 1_000, daily(100));
		let veto = |origin| Allocation::veto_succession(origin, ALICE);
		for vetoer in [governor(), guardian()] {
			assert_ok!(name(ALICE, BOB));
			assert_noop!(veto(vetoer.clone()), Error::<Test>::NothingAnnounced);
			announce(BOB, ALICE);
			for origin in [signed(ALICE), signed(BOB), granter(), RuntimeOrigin::root()] {
				assert_noop!(veto(origin), DispatchError::BadOrigin);
			}
			events();
			assert_ok!(veto(vetoer));
			assert_eq!(events(), [Event::SuccessionVetoed { who: ALICE, successor: BOB }]);
			assert_noop!(succeed(BOB, ALICE), Error::<Test>::NotSuccessor);
		}
		// Whoever still has the keys names somebody again; whoever has not asks governance.
		assert_ok!(name(ALICE, CAROL));
		assert_ok!(Allocation::move_holdings(governor(), ALICE, BOB));
		assert_eq!(held(BOB), 1_000);
	});
}

#[test]
fn of_a_new_notice_what_is_announced_keeps_its_time() {
	ExtBuilder::default().build_and_execute(|| {
		let notice = Notice::literal::<{ 3 * NOTICE }>();
		granted(TEAM, ALICE, 1_000, daily(100));
		assert_ok!(name(ALICE, BOB));
		assert_ok!(Allocation::announce_succession(signed(BOB), ALICE));
		assert_ok!(put(Parameter::SuccessionNotice(notice)));
		pass(NOTICE);
		assert_ok!(succeed(BOB, ALICE));

		assert_ok!(name(BOB, CAROL));
		announce(CAROL, BOB);
		assert_noop!(succeed(CAROL, BOB), Error::<Test>::NoticeRunning);
		pass(2 * NOTICE);
		assert_ok!(succeed(CAROL, BOB));
	});
}

#[test]
fn moving_rewards_shortens_no_vesting() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!((reward(ALICE, 4_000), reward(CAROL, 4_000)), (0, 0));
		assert_eq!(reward(BOB, 400), 0);
		let own = Allocation::rewards(BOB).held;
		pass(QUANTUM + DURATION / 4);
		assert_ok!(name(ALICE, BOB));
		announce(BOB, ALICE);
		assert_ok!(succeed(BOB, ALICE));
		assert_eq!(locked(BOB), own + locked(CAROL));
		// Carol's never moved. Of Bob's own a tenth as much unlocks beside them.
		for _ in 0..10 {
			pass(DURATION / 10);
			let (moved, stayed) = (Allocation::rewards(BOB), Allocation::rewards(CAROL));
			let unlocked = stayed.claimable + stayed.claimable / 10;
			assert!(moved.claimable.abs_diff(unlocked) <= 2, "{moved:?} {stayed:?}");
		}
		assert_eq!(Allocation::rewards(BOB).unvested, 0);
	});
}

#[test]
fn what_was_claimed_stays_claimed_when_rewards_move() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!((reward(ALICE, 400), reward(BOB, 800)), (0, 0));
		set_time(START - START % QUANTUM + QUANTUM + DURATION / 3);
		assert_ok!(Allocation::claim_rewards(signed(ALICE), ALICE));
		assert_eq!((locked(ALICE), locked(BOB)), (200, 600));
		assert_ok!(Allocation::move_holdings(governor(), ALICE, BOB));
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
		granted(INVESTORS, ALICE, 10, daily(10));
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
fn the_name_of_a_successor_goes_with_the_last_grant_and_reward() {
	ExtBuilder::default().build_and_execute(|| {
		let gone = |who: AccountId| !Successors::<Test>::contains_key(who);
		let first = granted(TEAM, ALICE, 10, daily(1));
		let second = granted(COMMUNITY, ALICE, 10, daily(10));
		assert_ok!(name(ALICE, BOB));
		pass(DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		assert_eq!(Allocation::beneficiary(first), None);
		assert!(!gone(ALICE), "a grant is left");
		events();
		assert_ok!(Allocation::exit_early(signed(ALICE), second));
		assert!(events().contains(&Event::SuccessorNamed { who: ALICE, successor: None }));
		assert!(gone(ALICE));
		assert_noop!(succeed(BOB, ALICE), Error::<Test>::NotSuccessor);

		// Revoked, handed over, claimed, slashed.
		let revoked = granted(TEAM, ALICE, 10, daily(10));
		assert_ok!(name(ALICE, BOB));
		assert_ok!(Allocation::revoke(governor(), revoked));
		assert!(gone(ALICE));
		let sold = granted(INVESTORS, ALICE, 10, daily(10));
		assert_ok!(name(ALICE, BOB));
		assert_ok!(Allocation::offer_grant(signed(ALICE), sold, Some(CAROL)));
		assert_ok!(Allocation::accept_grant(signed(CAROL), ALICE, sold, 0));
		assert!(gone(ALICE));
		assert_eq!(reward(ALICE, 40), 0);
		assert_ok!(name(ALICE, BOB));
		assert_eq!(slash(ALICE, 30), 30);
		assert!(gone(ALICE));
		assert_eq!(reward(ALICE, 40), 0);
		assert_ok!(name(ALICE, BOB));
		pass(QUANTUM + DURATION);
		assert_ok!(Allocation::claim_rewards(signed(CAROL), ALICE));
		assert!(gone(ALICE));
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
