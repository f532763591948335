// SPDX-License-Identifier: Apache-2.0

//! Who shows that it is there, and whose word for it is taken.

use crate::{
	mock::*, types::calling_slots, Call, Error, Event, Heartbeats, MAX_HEARTBEATS, MAX_SEATS,
};
use destra_primitives::SessionIndex;
use frame_support::{
	assert_noop, assert_ok,
	pallet_prelude::{InvalidTransaction, TransactionSource, TransactionValidityError},
	traits::{Authorize, Hooks},
};
use sp_core::offchain::{testing::TestTransactionPoolExt, TransactionPoolExt};
use sp_runtime::{traits::BadOrigin, transaction_validity::TransactionPriority};
use std::collections::BTreeSet;

type Admitted = Result<TransactionPriority, TransactionValidityError>;

fn admit(who: AccountId, session: SessionIndex, signatures: Vec<u8>) -> Admitted {
	let call = Call::<Test>::heartbeat { validator: who, session, signatures };
	let admitted = call.authorize(TransactionSource::External).expect("it is authorised");
	admitted.map(|(validity, _)| validity.priority)
}

fn signed(who: AccountId, session: SessionIndex) -> Vec<u8> {
	Liveness::heartbeat_message(&who, session)
}

#[test]
fn a_heartbeat_counts_once_in_a_session_and_comes_before_all_who_pay() {
	with_set(&[1], || {
		Candidates::set([2].into());
		assert_eq!(admit(2, 0, signed(2, 0)), Ok(TransactionPriority::MAX));
		beat(2);
		System::assert_last_event(Event::HeartbeatReceived { validator: 2 }.into());
		assert_eq!(admit(2, 0, signed(2, 0)), Err(InvalidTransaction::Stale.into()));
		next_session(&[1, 2], 1);
		assert_eq!(Queued::get(), [1, 2]);
		assert_eq!(Heartbeats::<Test>::get(), vec![]);
		assert_eq!(admit(2, 1, signed(2, 1)), Ok(TransactionPriority::MAX));
	});
}

#[test]
fn a_heartbeat_of_another_session_chain_or_account_is_refused() {
	with_set(&[1], || {
		Candidates::set([2, 3].into());
		Index::set(5);
		assert_eq!(admit(2, 4, signed(2, 4)), Err(InvalidTransaction::Stale.into()));
		assert_eq!(admit(2, 6, signed(2, 6)), Err(InvalidTransaction::Future.into()));
		let bad = Err(InvalidTransaction::BadProof.into());
		assert_eq!(admit(2, 5, signed(2, 4)), bad);
		assert_eq!(admit(2, 5, signed(3, 5)), bad);
		assert_eq!(admit(9, 5, signed(9, 5)), Err(InvalidTransaction::BadSigner.into()));
		let here = signed(2, 5);
		frame_system::BlockHash::<Test>::insert(0, sp_core::H256::repeat_byte(7));
		assert_eq!(admit(2, 5, here), bad);
	});
}

#[test]
fn nobody_signs_a_heartbeat_as_an_account() {
	with_set(&[1], || {
		for origin in [RuntimeOrigin::signed(1), RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Liveness::heartbeat(origin, 1, 0, signed(1, 0)), BadOrigin);
		}
	});
}

#[test]
fn the_heartbeats_of_a_session_are_bounded() {
	with_set(&[1], || {
		for who in 100..100 + u64::from(MAX_HEARTBEATS) {
			Liveness::note_heartbeat(who).unwrap();
		}
		Candidates::set([2].into());
		let full = Err(InvalidTransaction::ExhaustsResources.into());
		assert_eq!(admit(2, 0, signed(2, 0)), full);
		assert_noop!(Liveness::note_heartbeat(2), Error::<Test>::TooManyHeartbeats);
	});
}

/// Everybody is called.
fn call_all() {
	Slot::mutate(|slot| *slot += calling_slots(LENGTH));
}

#[test]
fn a_node_sends_for_everybody_whose_keys_it_has_once_a_session() {
	with_set(&[1, 2, 3, 4], || {
		Candidates::set([5, 6].into());
		Local::set(vec![1, 4, 5, 7]);
		call_all();
		assert_eq!(Liveness::pending_heartbeats(), [1, 4, 5], "7 is nobody");
		block_by(1);
		beat(5);
		assert_eq!(Liveness::pending_heartbeats(), [1, 4], "blocks take the place of none");
		next_session(&[1, 2, 3, 4, 5], 4);
		call_all();
		assert_eq!(Liveness::pending_heartbeats(), [1, 4, 5]);
	});
}

#[test]
fn the_heartbeats_of_a_full_set_are_spread_over_an_eighth_of_the_session() {
	for (length, most) in [(600, 12), (80, 45), (10, 256)] {
		let calls = calling_slots(length);
		assert_eq!(calls, length / 8);
		let mut slots = vec![0; calls as usize];
		for who in 0..u64::from(MAX_SEATS) {
			slots[Liveness::turn_of(&who, length) as usize] += 1;
		}
		assert!(slots.iter().all(|heartbeats| *heartbeats <= most), "{slots:?}");
	}
	with_set(&[1, 2, 3, 4], || {
		Local::set(vec![1, 2, 3, 4]);
		let mut last = 0;
		for slot in 0..calling_slots(LENGTH) {
			let called = Liveness::pending_heartbeats();
			assert!(called.iter().all(|who| Liveness::turn_of(who, LENGTH) <= slot));
			assert!(called.len() >= last);
			last = called.len();
			Slot::mutate(|slot| *slot += 1);
		}
		assert_eq!(last, 4);
	});
}

#[test]
fn what_a_node_sends_is_what_the_pool_admits() {
	let (pool, state) = TestTransactionPoolExt::new();
	let mut chain = sp_io::TestExternalities::default();
	chain.register_extension(TransactionPoolExt::new(pool));
	chain.execute_with(|| {
		Candidates::set([5].into());
		Local::set(vec![5]);
		call_all();
		Liveness::offchain_worker(1);
		assert_eq!(state.read().transactions, [heartbeat_of(5)]);
		assert_eq!(admit(5, Index::get(), signed(5, Index::get())), Ok(TransactionPriority::MAX));
	});
}

#[test]
fn keys_of_the_running_and_the_next_set_cannot_be_purged() {
	with_set(&[1], || {
		Keys::set([1, 2, 3].into());
		Queued::set(vec![2]);
		for who in [1, 2] {
			let origin = RuntimeOrigin::signed(who);
			assert_noop!(Liveness::purge_keys(origin), Error::<Test>::KeysInUse);
		}
		assert_ok!(Liveness::purge_keys(RuntimeOrigin::signed(3)));
		System::assert_last_event(Event::KeysPurged { who: 3 }.into());
		assert_eq!(Keys::get(), BTreeSet::from([1, 2]));
		assert_noop!(Liveness::purge_keys(RuntimeOrigin::signed(3)), "no keys");
	});
}
