// SPDX-License-Identifier: Apache-2.0

//! Whose keys signed what. The SDK proves the owners of keys by the root of each session, which it
//! notes when the session is planned; but of the session that runs it looks at the keys that its
//! validators have set since. So whoever had set new keys could offend with the old ones, and a change
//! of one validator's keys spoilt the proofs of all. Here every session is that of its own keys.

use crate::{running_keys::RunningKeys, AccountId, Historical, Runtime, Session};
use frame_support::{
	storage::transactional::with_transaction_unchecked, traits::KeyOwnerProofSystem,
};
use pallet_session::{CurrentIndex, NextKeys};
use sp_core::crypto::KeyTypeId;
use sp_runtime::TransactionOutcome;
use sp_session::MembershipProof;

/// Proves and checks which validator of a session owned a key.
pub struct KeyOwners;

impl<Key: AsRef<[u8]>> KeyOwnerProofSystem<(KeyTypeId, Key)> for KeyOwners {
	type Proof = MembershipProof;
	type IdentificationTuple = (AccountId, ());

	/// Proves who owns a key in the session that runs.
	fn prove(key: (KeyTypeId, Key)) -> Option<MembershipProof> {
		as_if(|| {
			for (who, keys) in RunningKeys::<Runtime>::get() {
				NextKeys::<Runtime>::insert(who, keys);
			}
			Historical::prove(key)
		})
	}

	/// Who owned a key in the session of the proof, by the root of that session. `None` for a session
	/// that has not begun, or whose root is gone.
	fn check_proof(key: (KeyTypeId, Key), proof: MembershipProof) -> Option<(AccountId, ())> {
		if proof.session > Session::current_index() {
			return None;
		}
		as_if(|| {
			// The root counts for all sessions but the one that runs.
			CurrentIndex::<Runtime>::put(proof.session.saturating_add(1));
			Historical::check_proof(key, proof)
		})
	}
}

/// What `work` says in a state that it changes for that; nothing of the change stays.
pub fn as_if<R>(work: impl FnOnce() -> R) -> R {
	with_transaction_unchecked(|| TransactionOutcome::Rollback(work()))
}
