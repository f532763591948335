// SPDX-License-Identifier: Apache-2.0

//! Heartbeats: signed and sent by a node, checked by the pool, noted by the chain.

use crate::{
	types::calling_slots, Call, Config, Error, Event, Heartbeats, Members, Pallet, SignaturesOf,
	MAX_HEARTBEATS,
};
use alloc::vec::Vec;
use codec::Encode;
use destra_primitives::{OnLiveness, SessionIndex, SessionKeyring, ValidatorSession};
use frame_support::{
	ensure,
	pallet_prelude::{
		DispatchResult, InvalidTransaction, TransactionSource, TransactionValidityWithRefund,
		ValidTransaction, Weight,
	},
	Hashable,
};
use frame_system::{offchain::SubmitTransaction, pallet_prelude::BlockNumberFor};
use sp_runtime::{
	traits::Zero,
	transaction_validity::{TransactionLongevity, TransactionPriority},
};

/// What no other message that session keys sign begins with.
const CONTEXT: &[u8] = b"destra:heartbeat";

/// How many blocks a heartbeat waits for its place: that of reports, so one.
const LONGEVITY: TransactionLongevity = 8;

impl<T: Config> Pallet<T> {
	/// What the session keys of `validator` sign: no other chain, session or account can use it.
	pub fn heartbeat_message(validator: &T::AccountId, session: SessionIndex) -> Vec<u8> {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		(CONTEXT, genesis, session, validator).encode()
	}

	/// Whether a heartbeat may come into the pool, and into a block.
	pub(crate) fn authorize_heartbeat(
		_source: TransactionSource,
		validator: &T::AccountId,
		session: &SessionIndex,
		signatures: &SignaturesOf<T>,
	) -> TransactionValidityWithRefund {
		let running = T::Validators::index();
		ensure!(*session >= running, InvalidTransaction::Stale);
		ensure!(*session == running, InvalidTransaction::Future);
		let given = Heartbeats::<T>::get();
		ensure!(given.binary_search(validator).is_err(), InvalidTransaction::Stale);
		let full = u32::try_from(given.len()).is_ok_and(|given| given >= MAX_HEARTBEATS);
		ensure!(!full, InvalidTransaction::ExhaustsResources);
		ensure!(T::Validators::awaits(validator), InvalidTransaction::BadSigner);
		let message = Self::heartbeat_message(validator, *session);
		ensure!(T::Keys::verify(validator, &message, signatures), InvalidTransaction::BadProof);
		// They are few and small, and full blocks must not keep anybody out of the set.
		let validity = ValidTransaction::with_tag_prefix("Heartbeat")
			.and_provides((validator, session))
			.priority(TransactionPriority::MAX)
			.longevity(LONGEVITY)
			.build()?;
		Ok((validity, Weight::zero()))
	}

	/// Notes that `validator` is there.
	pub(crate) fn note_heartbeat(validator: T::AccountId) -> DispatchResult {
		Heartbeats::<T>::try_mutate(|given| match given.binary_search(&validator) {
			Ok(_) => Ok(()),
			Err(at) => {
				given.try_insert(at, validator.clone()).map_err(|_| Error::<T>::TooManyHeartbeats)
			}
		})?;
		match T::Validators::seat(&validator) {
			// One that fell idle has lost its seat for this session and the next: a program that signs at
			// once does not make up for the blocks that its node does not write.
			Some(seat) => Members::<T>::mutate(seat, |member| {
				if let Some(member) = member {
					member.give_sign();
				}
			}),
			None => T::OnLiveness::gave_sign(&validator),
		}
		Self::deposit_event(Event::HeartbeatReceived { validator });
		Ok(())
	}

	/// Sends the heartbeats that are pending on this machine.
	pub(crate) fn send_heartbeats() {
		for validator in Self::pending_heartbeats() {
			if Self::send_heartbeat(&validator).is_none() {
				// The pool has one already, or not all keys are here. The next block tries again.
				log::debug!(target: "runtime::liveness", "no heartbeat sent for {validator:?}");
			}
		}
	}

	/// Those whose session keys are on this machine, who are called, and who have given no sign of life in
	/// this session. Members give it as well, whether or not they write: where finality stands hardly a
	/// block comes, and their blocks would not show for days who is there.
	pub(crate) fn pending_heartbeats() -> Vec<T::AccountId> {
		let mut owners = T::Keys::local_owners();
		if owners.is_empty() {
			return owners;
		}
		let given = Heartbeats::<T>::get();
		let (elapsed, length) = T::Validators::progress();
		owners.retain(|who| {
			elapsed >= Self::turn_of(who, length)
				&& given.binary_search(who).is_err()
				&& T::Validators::awaits(who)
		});
		owners
	}

	/// The slot of a session of `length` from which on `who` is called. Evenly spread, and the same in each
	/// session.
	pub(crate) fn turn_of(who: &T::AccountId, length: u64) -> u64 {
		let lot = u128::from_le_bytes(who.twox_128());
		let turn = lot.checked_rem(calling_slots(length).into()).unwrap_or(0);
		u64::try_from(turn).unwrap_or(0)
	}

	fn send_heartbeat(validator: &T::AccountId) -> Option<()> {
		let session = T::Validators::index();
		let message = Self::heartbeat_message(validator, session);
		let signatures = T::Keys::sign(validator, &message)?;
		let call = Call::<T>::heartbeat { validator: validator.clone(), session, signatures };
		let transaction = T::create_authorized_transaction(call.into());
		SubmitTransaction::<T, Call<T>>::submit_transaction(transaction).ok()
	}
}
