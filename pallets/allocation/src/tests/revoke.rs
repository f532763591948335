// SPDX-License-Identifier: Apache-2.0

//! A grant is revoked: what has vested is paid, the rest goes back.

use crate::{mock::*, Error, Event};
use destra_primitives::GrantId;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

/// No grant has this id.
const NOBODYS: GrantId = GrantId(1_000);

#[test]
fn revoking_pays_what_has_vested_and_returns_the_rest() {
	ExtBuilder::default().build_and_execute(|| {
		let (before, ed) = (pot(TEAM), ExistentialDeposit::get());
		let id = granted(TEAM, ALICE, 1_000, daily(10));
		pass(2 * DAY);
		assert_ok!(Allocation::release(signed(ALICE), ALICE));
		pass(DAY + 1);
		events();
		assert_ok!(Allocation::revoke(governor(), id));
		assert_eq!(
			events(),
			[Event::Revoked {
				grant: id,
				category: TEAM,
				beneficiary: ALICE,
				paid: 100,
				returned: 700
			}]
		);
		assert_eq!((free(ALICE), held(ALICE)), (300 + ed, 0));
		assert_eq!(pot(TEAM), before - 300);
		let book = report(TEAM);
		assert_eq!((book.granted, book.released, book.returned), (1_000, 300, 700));
		assert_eq!(book.available, book.cap - 300);
		assert_eq!(Allocation::grants(ALICE), []);
	});
}

#[test]
fn what_came_back_is_granted_again() {
	ExtBuilder::default().build_and_execute(|| {
		let id = granted(TEAM, ALICE, 20 * PERCENT, daily(10));
		assert_noop!(grant(TEAM, BOB, 1, daily(10)), Error::<Test>::AboveCap);
		assert_ok!(Allocation::revoke(governor(), id));
		granted(TEAM, BOB, 20 * PERCENT, daily(10));
		assert_eq!(report(TEAM).granted, 40 * PERCENT);
	});
}

#[test]
fn before_the_cliff_all_goes_back_and_after_the_end_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let ed = ExistentialDeposit::get();
		let early = granted(TEAM, ALICE, 1_000, team_schedule(START));
		assert_ok!(Allocation::revoke(governor(), early));
		assert_eq!((free(ALICE), held(ALICE)), (ed, 0));

		let late = granted(TEAM, BOB, 1_000, daily(10));
		pass(10 * DAY);
		events();
		assert_ok!(Allocation::revoke(governor(), late));
		assert_eq!(
			events(),
			[Event::Revoked {
				grant: late,
				category: TEAM,
				beneficiary: BOB,
				paid: 1_000,
				returned: 0
			}]
		);
		assert_eq!(free(BOB), 1_000 + ed);
	});
}

#[test]
fn who_may_not_revoke_and_what_cannot_be_revoked() {
	ExtBuilder::default().build_and_execute(|| {
		let id = granted(TEAM, ALICE, 1_000, daily(10));
		let for_good = granted(INVESTORS, ALICE, 1_000, daily(10));
		for origin in [signed(ALICE), granter(), guardian(), RuntimeOrigin::root()] {
			assert_noop!(Allocation::revoke(origin, id), DispatchError::BadOrigin);
		}
		assert_noop!(Allocation::revoke(governor(), for_good), Error::<Test>::NotRevocable);
		assert_noop!(Allocation::revoke(governor(), NOBODYS), Error::<Test>::UnknownGrant);
		assert_ok!(Allocation::revoke(governor(), id));
		assert_noop!(Allocation::revoke(governor(), id), Error::<Test>::UnknownGrant);
		assert_eq!(held(ALICE), 1_000, "the other grant stays");
	});
}

#[test]
fn a_beneficiary_cannot_escape_by_locking_its_balance() {
	ExtBuilder::default().build_and_execute(|| {
		let before = pot(TEAM);
		let id = granted(TEAM, ALICE, 1_000, daily(10));
		lock_all(ALICE);
		assert_ok!(Allocation::revoke(governor(), id));
		assert_eq!((held(ALICE), pot(TEAM)), (0, before));
	});
}

#[test]
fn a_grant_is_revoked_by_its_id_wherever_it_has_gone() {
	ExtBuilder::default().build_and_execute(|| {
		let handed_over = granted(COMMUNITY, ALICE, 1_000, daily(10));
		let moved = granted(COMMUNITY, ALICE, 1_000, daily(10));
		assert_eq!(Allocation::beneficiary(moved), Some(ALICE));
		assert_ok!(Allocation::offer_grant(signed(ALICE), handed_over, Some(BOB)));
		assert_ok!(Allocation::accept_grant(signed(BOB), ALICE, handed_over, 0));
		assert_ok!(Allocation::move_holdings(governor(), ALICE, CAROL));
		for (grant, who) in [(handed_over, BOB), (moved, CAROL)] {
			assert_eq!(Allocation::beneficiary(grant), Some(who));
			let before = held(who);
			let amount = grant_report(who, grant).amount;
			assert_ok!(Allocation::revoke(governor(), grant));
			assert_eq!((held(who), Allocation::beneficiary(grant)), (before - amount, None));
		}
	});
}

#[test]
fn what_can_be_revoked_keeps_its_name() {
	ExtBuilder::default().build_and_execute(|| {
		for category in [TEAM, COMMUNITY] {
			let into = granted(category, BOB, 300, daily(10));
			let decided = granted(category, BOB, 200, daily(10));
			for (into, merged) in [(into, decided), (decided, into)] {
				assert_noop!(
					Allocation::merge(signed(BOB), into, merged),
					Error::<Test>::NotMergeable
				);
			}
			assert_ok!(Allocation::revoke(governor(), decided));
			assert_ok!(Allocation::revoke(governor(), into));
		}
	});
}

#[test]
fn who_takes_over_in_the_same_block_does_not_escape_a_revocation() {
	ExtBuilder::default().build_and_execute(|| {
		let id = granted(TEAM, ALICE, 1_000, daily(10));
		pass(4 * DAY);
		assert_ok!(Allocation::name_successor(signed(ALICE), Some(BOB)));
		assert_noop!(Allocation::succeed(signed(BOB), ALICE), Error::<Test>::NothingAnnounced);
		assert_ok!(Allocation::announce_succession(signed(BOB), ALICE));
		pass(NOTICE);
		// The revocation is seen, and Bob is faster.
		assert_ok!(Allocation::succeed(signed(BOB), ALICE));
		let before = free(BOB);
		assert_ok!(Allocation::revoke(governor(), id));
		assert_eq!((held(BOB), free(BOB)), (0, before + 600));
	});
}
