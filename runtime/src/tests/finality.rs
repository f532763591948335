// SPDX-License-Identifier: Apache-2.0

//! A set that cannot finalise any more, and the one that comes after it by force: the digests and the state that nodes
//! go by.

use super::{
	chain::account,
	staking_chain::{block, everybody_writes, next_session, on_chain},
};
use crate::{
	BlockNumber, Grandpa, Liveness, Runtime, RuntimeOrigin, Session, StakingLocks, System,
};
use destra_primitives::{SetId, SlashReason};
use frame_support::{assert_noop, assert_ok};
use pallet_grandpa::SetIdSession;
use pallet_liveness::{Error, MIN_FORCE_DELAY};
use sp_consensus_grandpa::{ConsensusLog, GRANDPA_ENGINE_ID};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Dave};
use sp_runtime::{generic::OpaqueDigestItemId, DispatchResult};

const DELAY: BlockNumber = MIN_FORCE_DELAY;

/// What the block that was just made announces to the voters.
fn announced() -> Option<ConsensusLog<BlockNumber>> {
	let of_voters = OpaqueDigestItemId::Consensus(&GRANDPA_ENGINE_ID);
	System::digest().convert_first(|log| log.try_to(of_voters))
}

/// Sessions in which everybody writes.
fn sessions(count: u32) {
	for _ in 0..count {
		everybody_writes();
		next_session();
	}
}

fn note_stalled(set: SetId, last_finalised: BlockNumber) -> DispatchResult {
	Liveness::note_stalled(RuntimeOrigin::root(), set, last_finalised, DELAY)
}

/// A set that finalised a block, the number of which is returned, and then no other, for two sessions and some blocks.
fn stall() -> (SetId, BlockNumber) {
	sessions(2);
	let set = Grandpa::current_set_id();
	block();
	let last_finalised = System::block_number();
	sessions(2);
	block();
	assert_eq!(Grandpa::current_set_id(), set + 2, "the runtime counts on");
	(set, last_finalised)
}

#[test]
fn the_set_of_the_next_session_is_forced_with_the_number_that_the_nodes_will_count() {
	on_chain("local_testnet", || {
		let (set, last_finalised) = stall();
		assert_ok!(note_stalled(set, last_finalised));
		assert_eq!(Grandpa::current_set_id(), set + 2, "nothing is changed before the session");
		next_session();
		let Some(ConsensusLog::ForcedChange(after, change)) = announced() else {
			panic!("no forced change: {:?}", announced());
		};
		assert_eq!((after, change.delay), (last_finalised, DELAY));
		assert_eq!(change.next_authorities.len(), Session::validators().len());
		assert_eq!(Grandpa::current_set_id(), set + 1);

		let due = System::block_number() + DELAY;
		while System::block_number() < due {
			assert_noop!(note_stalled(set, last_finalised), Error::<Runtime>::ForcedChangePending);
			block();
		}
		assert_eq!(Grandpa::grandpa_authorities(), change.next_authorities);
		next_session();
		assert!(matches!(announced(), Some(ConsensusLog::ScheduledChange(_))));
		assert_eq!(Grandpa::current_set_id(), set + 2, "and it goes on from there");
	});
}

/// A node applies the forced change only if no change that it still waits for is announced up to that block.
#[test]
fn no_block_is_taken_for_the_last_that_a_node_of_that_set_cannot_have_finalised() {
	on_chain("local_testnet", || {
		sessions(2);
		let (set, first) = (Grandpa::current_set_id(), System::block_number());
		everybody_writes();
		next_session();
		let next = System::block_number();
		block();
		for block in [first - 1, next, System::block_number()] {
			assert_noop!(note_stalled(set, block), Error::<Runtime>::NotLastFinalised);
		}
		assert_noop!(note_stalled(set + 2, next), Error::<Runtime>::UnknownSet);
		for block in [first, next - 1] {
			assert_ok!(note_stalled(set, block));
		}
		next_session();
		let Some(ConsensusLog::ForcedChange(after, _)) = announced() else {
			panic!("no forced change: {:?}", announced());
		};
		assert_eq!(after, next - 1, "the last word counts");
	});
}

/// A report of a vote names the set and a session of it.
#[test]
fn the_sessions_of_the_stall_are_those_of_the_set_that_stalled() {
	on_chain("local_testnet", || {
		let (set, last_finalised) = stall();
		assert_ok!(note_stalled(set, last_finalised));
		let session = Session::current_index();
		next_session();
		assert_eq!(SetIdSession::<Runtime>::get(set), Some(session));
		assert_eq!(SetIdSession::<Runtime>::get(set + 1), Some(session + 1));
	});
}

/// Finality came back before the session ended: nothing is left of what was said.
#[test]
fn what_is_taken_back_leaves_no_trace() {
	on_chain("local_testnet", || {
		let (set, last_finalised) = stall();
		let sets = |range: core::ops::Range<SetId>| -> Vec<_> {
			range.map(SetIdSession::<Runtime>::get).collect()
		};
		let before = sets(0..set + 3);
		assert_ok!(note_stalled(set, last_finalised));
		assert_ok!(Liveness::cancel_stalled(RuntimeOrigin::root()));
		assert_eq!((Grandpa::current_set_id(), sets(0..set + 3)), (set + 2, before.clone()));
		next_session();
		assert!(matches!(announced(), Some(ConsensusLog::ScheduledChange(_))));
		assert_eq!((Grandpa::current_set_id(), sets(0..set + 3)), (set + 3, before));
	});
}

#[test]
fn a_forced_set_that_stalls_is_followed_by_another() {
	on_chain("local_testnet", || {
		let (set, last_finalised) = stall();
		assert_ok!(note_stalled(set, last_finalised));
		next_session();
		let announcement = System::block_number();
		(0..=DELAY).for_each(|_| block());
		assert_noop!(note_stalled(set + 1, last_finalised), Error::<Runtime>::ForcedChangePending);
		(DELAY + 1..2 * DELAY).for_each(|_| block());
		// It never finalised anything.
		assert_noop!(note_stalled(set, last_finalised), Error::<Runtime>::NotLastFinalised);
		assert_ok!(note_stalled(set + 1, last_finalised));
		next_session();
		let Some(ConsensusLog::ForcedChange(after, _)) = announced() else {
			panic!("no forced change: {:?}", announced());
		};
		assert_eq!(after, last_finalised);
		assert!(announcement > last_finalised);
		assert_eq!(Grandpa::current_set_id(), set + 2);
	});
}

/// The way of the runbook: those who are gone are out of the forced set.
#[test]
fn who_is_gone_is_not_in_the_forced_set() {
	on_chain("local_testnet", || {
		let (set, last_finalised) = stall();
		// Fewer than there should be: still nobody is taken in who is jailed.
		assert!(StakingLocks::settings().min_validators.get() > 2);
		for who in [Charlie, Dave] {
			let (root, reason) = (RuntimeOrigin::root(), SlashReason::Equivocation);
			assert_ok!(StakingLocks::report_slash(root, account(who), reason, None));
		}
		next_session();
		assert_ok!(note_stalled(set, last_finalised));
		next_session();
		let mut expected = [Alice, Bob].map(account);
		expected.sort();
		assert_eq!(Session::validators(), expected);
		let Some(ConsensusLog::ForcedChange(_, change)) = announced() else {
			panic!("no forced change: {:?}", announced());
		};
		assert_eq!(change.next_authorities.len(), 2);
	});
}
