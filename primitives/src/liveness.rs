// SPDX-License-Identifier: Apache-2.0

//! Who watches whether validators are there, and what it has to know of them.

use alloc::vec::Vec;
use frame_support::Parameter;
use sp_runtime::{DispatchError, DispatchResult};

/// The index of a session.
pub type SessionIndex = u32;

/// The place of a validator in the running set, from zero on.
pub type Seat = u32;

/// The sessions and their sets of validators.
pub trait ValidatorSession<AccountId> {
	/// The running session.
	fn index() -> SessionIndex;

	/// Whether a heartbeat of `who` counts: it may enter a set, is in one, or has to come back.
	fn awaits(who: &AccountId) -> bool;

	/// How many slots of the running session are over, and how many it has.
	fn progress() -> (u64, u64);

	/// The seat of `who` in the running set.
	fn seat(who: &AccountId) -> Option<Seat>;

	/// Whether the validator of this seat may write no blocks.
	fn is_disabled(seat: Seat) -> bool;

	/// Bars the validator of a seat from writing blocks for the rest of the session. Whether it is
	/// barred: of `n` validators never more than `⌊(n − 1) / 3⌋` are.
	fn disable(seat: Seat) -> bool;
}

/// The session keys of validators, and what they sign.
pub trait SessionKeyring<AccountId> {
	/// The signatures of all keys of a validator.
	type Signatures: Parameter;

	/// Those whose keys are on this machine. Off-chain only.
	fn local_owners() -> Vec<AccountId>;

	/// `message`, signed by all keys of `who`, if they are on this machine. Off-chain only.
	fn sign(who: &AccountId, message: &[u8]) -> Option<Self::Signatures>;

	/// Whether all keys of `who` signed `message`.
	fn verify(who: &AccountId, message: &[u8], signatures: &Self::Signatures) -> bool;

	/// Whether the keys of `who` are those of a validator of the running set or of the next one.
	fn in_use(who: &AccountId) -> bool;

	/// Removes the keys of `who`.
	fn purge(who: &AccountId) -> DispatchResult;
}

/// Learns which validators fell idle, and which came back.
pub trait OnLiveness<AccountId> {
	/// `who` fell idle.
	fn fell_idle(who: &AccountId);

	/// `who` gave a sign of life, whether it was idle or not.
	fn gave_sign(who: &AccountId);
}

impl<AccountId> ValidatorSession<AccountId> for () {
	fn index() -> SessionIndex {
		0
	}

	fn awaits(_: &AccountId) -> bool {
		false
	}

	fn progress() -> (u64, u64) {
		(0, 0)
	}

	fn seat(_: &AccountId) -> Option<Seat> {
		None
	}

	fn is_disabled(_: Seat) -> bool {
		false
	}

	fn disable(_: Seat) -> bool {
		false
	}
}

impl<AccountId> SessionKeyring<AccountId> for () {
	type Signatures = ();

	fn local_owners() -> Vec<AccountId> {
		Vec::new()
	}

	fn sign(_: &AccountId, _: &[u8]) -> Option<()> {
		None
	}

	fn verify(_: &AccountId, _: &[u8], (): &()) -> bool {
		false
	}

	fn in_use(_: &AccountId) -> bool {
		false
	}

	fn purge(_: &AccountId) -> DispatchResult {
		Err(DispatchError::CannotLookup)
	}
}

impl<AccountId> OnLiveness<AccountId> for () {
	fn fell_idle(_: &AccountId) {}

	fn gave_sign(_: &AccountId) {}
}
