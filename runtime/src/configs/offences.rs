// SPDX-License-Identifier: Apache-2.0

//! Offences against consensus. The SDK counts one for each slot and each round, so whoever has one key
//! of a past session signs as many as he likes, and each is free of charge and kept for ever. Here
//! **a validator offends once in a session**, whichever slots and rounds show it: a second report of it
//! is a duplicate, which pays its fee like any call that fails, stores nothing and disables nobody.
//!
//! For the same reason all who offend in a session offend together. Were only those of one slot or round
//! counted, a coalition would report a light offence of each of its members first, and what they do
//! together afterwards would be duplicates.

use super::key_owners::{as_if, KeyOwners};
use crate::{
	AccountId, BlockNumber, Hash, Header, Offences, Runtime, RuntimeEvent, Session, StakingLocks,
};
use alloc::{vec, vec::Vec};
use codec::Encode;
use core::marker::PhantomData;
use frame_support::{ensure, traits::KeyOwnerProofSystem, weights::Weight};
use pallet_session::historical::IdentificationTuple;
use sp_core::crypto::KeyTypeId;
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchError, Perbill,
};
use sp_session::MembershipProof;
use sp_staking::{
	offence::{
		Kind, Offence, OffenceDetails, OffenceError, OffenceReportSystem, OffenceSeverity,
		OnOffenceHandler, ReportOffence,
	},
	SessionIndex,
};

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = Offender;
	type OnOffenceHandler = SlashOffenders;
}

type Offender = IdentificationTuple<Runtime>;

/// An offence of a validator in a session, of whatever kind.
pub struct OffenceInSession {
	session: SessionIndex,
	validators: u32,
	offender: Offender,
}

impl Offence<Offender> for OffenceInSession {
	const ID: Kind = *b"equivocation    ";
	/// All offences of a session are concurrent.
	type Slot = SessionIndex;

	fn offenders(&self) -> Vec<Offender> {
		vec![self.offender.clone()]
	}

	fn session_index(&self) -> SessionIndex {
		self.session
	}

	fn validator_set_count(&self) -> u32 {
		self.validators
	}

	fn slot(&self) -> SessionIndex {
		self.session
	}

	/// For `k` offenders of `n` validators `min(1, 3k / n)²`, as the SDK has it.
	fn slash_fraction(&self, offenders: u32) -> Perbill {
		Perbill::from_rational(offenders.saturating_mul(3), self.validators).square()
	}
}

/// Whether it has been reported that this validator offended in the session.
fn is_known(offender: Offender, session: SessionIndex) -> bool {
	<Offences as ReportOffence<AccountId, Offender, OffenceInSession>>::is_known_offence(
		&[offender],
		&session,
	)
}

/// Forgets who offended in a session of which nothing can be reported any more.
pub fn forget_offences(session: SessionIndex) {
	let kind = OffenceInSession::ID;
	let reports = pallet_offences::ConcurrentReportsIndex::<Runtime>::take(kind, session.encode());
	reports.into_iter().for_each(pallet_offences::Reports::<Runtime>::remove);
}

/// Takes an offence in a slot or a round as one in its session.
pub struct OncePerSession;

impl<O: Offence<Offender>> ReportOffence<AccountId, Offender, O> for OncePerSession {
	fn report_offence(reporters: Vec<AccountId>, offence: O) -> Result<(), OffenceError> {
		let (session, validators) = (offence.session_index(), offence.validator_set_count());
		offence.offenders().into_iter().try_for_each(|offender| {
			let offence = OffenceInSession { session, validators, offender };
			Offences::report_offence(reporters.clone(), offence)
		})
	}

	/// A slot or a round does not tell its session: [`ReportSystem`] asks with that of the proof.
	fn is_known_offence(_: &[Offender], _: &O::Slot) -> bool {
		false
	}
}

/// A proof that a key has signed two things of which it may sign one.
pub trait Evidence {
	/// The key.
	type Key: AsRef<[u8]>;
	/// What the key is for.
	const KEY_TYPE: KeyTypeId;

	/// The key that has signed both.
	fn key(&self) -> Self::Key;
}

impl Evidence for sp_consensus_babe::EquivocationProof<Header> {
	type Key = sp_consensus_babe::AuthorityId;
	const KEY_TYPE: KeyTypeId = sp_consensus_babe::KEY_TYPE;

	fn key(&self) -> Self::Key {
		self.offender.clone()
	}
}

impl Evidence for sp_consensus_grandpa::EquivocationProof<Hash, BlockNumber> {
	type Key = sp_consensus_grandpa::AuthorityId;
	const KEY_TYPE: KeyTypeId = sp_consensus_grandpa::KEY_TYPE;

	fn key(&self) -> Self::Key {
		self.offender().clone()
	}
}

/// `Inner`, but a report without signature is stale as soon as the chain knows that the validator
/// offended in that session, and bad if it would fail: `Inner` looks only at whose key it is, so clients
/// that report with a proof of another session, or without seals, would fill blocks with free failures.
pub struct ReportSystem<Inner>(PhantomData<Inner>);

impl<Inner, E> OffenceReportSystem<Option<AccountId>, (E, MembershipProof)> for ReportSystem<Inner>
where
	Inner: OffenceReportSystem<Option<AccountId>, (E, MembershipProof)>,
	E: Evidence,
{
	type Longevity = Inner::Longevity;

	fn publish_evidence(evidence: (E, MembershipProof)) -> Result<(), ()> {
		Inner::publish_evidence(evidence)
	}

	fn check_evidence(
		(evidence, owner): (E, MembershipProof),
	) -> Result<(), TransactionValidityError> {
		let session = owner.session;
		let offender = KeyOwners::check_proof((E::KEY_TYPE, evidence.key()), owner.clone())
			.ok_or(InvalidTransaction::BadProof)?;
		ensure!(!is_known(offender, session), InvalidTransaction::Stale);
		as_if(|| Inner::process_evidence(None, (evidence, owner)))
			.map_err(|_| InvalidTransaction::BadProof.into())
	}

	fn process_evidence(
		reporter: Option<AccountId>,
		evidence: (E, MembershipProof),
	) -> Result<(), DispatchError> {
		Inner::process_evidence(reporter, evidence)
	}
}

/// Has the offenders against consensus slashed, and disabled for the rest of the session.
pub struct SlashOffenders;

impl OnOffenceHandler<AccountId, Offender, Weight> for SlashOffenders {
	/// Judges all offenders of a session, the earlier ones anew: the more there are, the worse. One for
	/// whom that is no worse than what it was judged for goes on as it is: it may have returned from
	/// jail since, with new keys. The stake behind one that is no provider any more has left with it.
	/// The reporter gets nothing for it, since it may be whoever stole the key.
	fn on_offence(
		offenders: &[OffenceDetails<AccountId, Offender>],
		fractions: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		for (OffenceDetails { offender: (who, ()), .. }, fraction) in
			offenders.iter().zip(fractions)
		{
			let judged = StakingLocks::judge_offence(who, session, *fraction);
			if judged != Ok(false) {
				Session::report_offence(who.clone(), OffenceSeverity(*fraction));
			}
			if let Err(error) = judged {
				log::warn!(
					target: "runtime::offences",
					"no slash for the offence of {who:?} in session {session}: {error:?}",
				);
			}
		}
		// Each judgement has registered its own.
		Weight::zero()
	}
}
