// SPDX-License-Identifier: Apache-2.0

//! Who watches whether validators are there, and what it has to know of them.

use alloc::vec::Vec;
use frame_support::Parameter;
use sp_runtime::{DispatchError, DispatchResult};

/// The index of a session.
pub type SessionIndex = u32;

/// The place of a validator in the running set, from zero on.
pub type Seat = u32;

/// The number of a set of validators that finalises, counted from zero on.
pub type SetId = u64;

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

	/// `who` is there, whether it was idle or not: it gave a heartbeat while it was in no set, or wrote its
	/// first block since it entered one.
	fn gave_sign(who: &AccountId);
}

/// The sets of validators that finalise. One comes after the other with the votes of that other one, or else
/// by force.
pub trait FinalitySets<BlockNumber> {
	/// Whether a forced change is announced and not in force yet, or was so lately that no other would be taken.
	fn is_forced_change_pending() -> bool;

	/// Has the validators of the session that begins finalise what comes after the block `last_finalised`, from
	/// `delay` blocks after the first one of that session on: as the set after `set`, whatever else was
	/// announced after it.
	fn force_change(set: SetId, last_finalised: BlockNumber, delay: BlockNumber);
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

impl<BlockNumber> FinalitySets<BlockNumber> for () {
	fn is_forced_change_pending() -> bool {
		false
	}

	fn force_change(_: SetId, _: BlockNumber, _: BlockNumber) {}
}
