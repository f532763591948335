// SPDX-License-Identifier: Apache-2.0

//! Who authors and finalises blocks, and how misbehaviour is proven.

use crate::{
	configs::{
		key_owners::KeyOwners,
		offences::{forget_offences, OncePerSession, ReportSystem},
	},
	constants::time::{BLOCK_TIME, PRIMARY_PROBABILITY},
	AccountId, Babe, Balances, BlockNumber, Grandpa, Historical, Liveness, RunningKeys, Runtime,
	RuntimeEvent, Session, SessionKeys, SessionLength, StakingLocks, System,
};
use alloc::vec::Vec;
use frame_support::{
	parameter_types,
	traits::{ConstU128, ConstU32, ConstU64, Get, KeyOwnerProofSystem, ValidatorRegistration as _},
};
use pallet_session::{disabling::UpToLimitWithReEnablingDisablingStrategy, SessionHandler};
use pallet_staking_locks::ValidatorRanking;
use sp_consensus_babe::{AllowedSlots, BabeEpochConfiguration};
use sp_core::crypto::KeyTypeId;
use sp_runtime::{
	traits::{Convert, ConvertInto, OpaqueKeys},
	Perbill,
};
use sp_staking::{offence::OffenceSeverity, SessionIndex};

/// Of `n` validators at most `⌊(n − 1) / 3⌋` are disabled at once. One who offends comes before one who
/// is idle.
pub type UpToWhatFinalityCanMiss = UpToLimitWithReEnablingDisablingStrategy;

/// The most validators there can be: as many as candidates.
pub type MaxAuthorities = ConstU32<{ pallet_staking_locks::MAX_CANDIDATES }>;

/// How BABE assigns slots from the first block on: by lot, with a verifiable second author where
/// the lot falls on nobody.
pub const BABE_GENESIS_EPOCH_CONFIG: BabeEpochConfiguration = BabeEpochConfiguration {
	c: PRIMARY_PROBABILITY,
	allowed_slots: AllowedSlots::PrimaryAndSecondaryVRFSlots,
};

parameter_types! {
	/// In blocks: how long an equivocation can be reported.
	pub ReportLongevity: u64 =
		SessionLength::slots().saturating_mul(SessionLength::answerable_sessions());
	/// GRANDPA looks for the end of the set of an offence and of the one before it.
	pub MaxSetIdSessionEntries: u64 = SessionLength::answerable_sessions();
}

impl pallet_babe::Config for Runtime {
	type EpochDuration = SessionLength;
	type ExpectedBlockTime = ConstU64<BLOCK_TIME>;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type DisabledValidators = Session;
	type WeightInfo = ();
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type KeyOwnerProof =
		<KeyOwners as KeyOwnerProofSystem<(KeyTypeId, pallet_babe::AuthorityId)>>::Proof;
	type EquivocationReportSystem = ReportSystem<
		pallet_babe::EquivocationReportSystem<Self, OncePerSession, KeyOwners, ReportLongevity>,
	>;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = MaxSetIdSessionEntries;
	type KeyOwnerProof =
		<KeyOwners as KeyOwnerProofSystem<(KeyTypeId, pallet_grandpa::AuthorityId)>>::Proof;
	type EquivocationReportSystem = ReportSystem<
		pallet_grandpa::EquivocationReportSystem<Self, OncePerSession, KeyOwners, ReportLongevity>,
	>;
}

impl crate::session_length::Config for Runtime {}

impl crate::running_keys::Config for Runtime {}

/// The index of the session that runs.
pub struct RunningSession;

impl Get<SessionIndex> for RunningSession {
	fn get() -> SessionIndex {
		Session::current_index()
	}
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
	type EventHandler = NoteAuthor;
}

/// Pays the author of each block from the stake pool, and notes that it is there.
pub struct NoteAuthor;

impl pallet_authorship::EventHandler<AccountId, BlockNumber> for NoteAuthor {
	fn note_author(author: AccountId) {
		StakingLocks::note_author(&author);
		if let Some(seat) = Session::validator_id_to_index(&author) {
			Liveness::note_block(seat, *Babe::current_slot());
		}
	}
}

/// The providers with the most stake that have the role, session keys, and are there.
pub struct HeaviestValidators;

impl pallet_session::SessionManager<AccountId> for HeaviestValidators {
	/// Where nobody with stake and keys is there, those of the running set go on who have keys: that a set
	/// is never empty comes before all else. Each set is named anew, also one that stays as it is: its validators
	/// may have set other keys, and who owns them has to be noted.
	fn new_session(_: SessionIndex) -> Option<Vec<AccountId>> {
		let ValidatorRanking { ranked, fewest, most } = StakingLocks::next_validators();
		let mut set = Liveness::choose_set(ranked, fewest, most);
		if set.is_empty() {
			set = Session::validators();
			set.retain(Session::is_registered);
		}
		(!set.is_empty()).then_some(set)
	}
	fn start_session(index: SessionIndex) {
		// Nobody can report an offence of an older session.
		let oldest = index.saturating_sub(SessionLength::report_sessions());
		if let Some(over) = oldest.checked_sub(1) {
			Historical::prune_up_to(oldest);
			forget_offences(over);
		}
		RunningKeys::begin_session();
		let validators = Session::validators();
		// Each set begins with nobody disabled, and those who are jailed are in it until it ends.
		for who in &validators {
			if StakingLocks::is_jailed(who) {
				Session::report_offence(who.clone(), OffenceSeverity(Perbill::one()));
			}
		}
		Liveness::begin_session(index, validators);
	}
	fn end_session(_: SessionIndex) {}
}

impl pallet_session::historical::SessionManager<AccountId, ()> for HeaviestValidators {
	fn new_session(index: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		let validators = <Self as pallet_session::SessionManager<_>>::new_session(index)?;
		Some(validators.into_iter().map(|who| (who, ())).collect())
	}
	fn start_session(index: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::start_session(index);
	}
	fn end_session(_: SessionIndex) {}
}

/// BABE and GRANDPA, which learn of each session.
type Gadgets = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;

/// Tells BABE and GRANDPA of each session, and notes which set GRANDPA announces.
pub struct NoteSets;

impl SessionHandler<AccountId> for NoteSets {
	const KEY_TYPE_IDS: &'static [KeyTypeId] = <Gadgets as SessionHandler<AccountId>>::KEY_TYPE_IDS;

	fn on_genesis_session<Keys: OpaqueKeys>(validators: &[(AccountId, Keys)]) {
		Gadgets::on_genesis_session(validators);
		Liveness::note_set(Grandpa::current_set_id(), System::block_number());
	}

	fn on_new_session<Keys: OpaqueKeys>(
		changed: bool,
		validators: &[(AccountId, Keys)],
		queued: &[(AccountId, Keys)],
	) {
		let before = Grandpa::current_set_id();
		Gadgets::on_new_session(changed, validators, queued);
		let set = Grandpa::current_set_id();
		// GRANDPA announces no set while a forced change waits.
		if set != before {
			let last_finalised = Grandpa::pending_change().and_then(|change| change.forced);
			Liveness::note_set(set, last_finalised.unwrap_or_else(System::block_number));
		}
	}

	fn on_before_session_ending() {
		<Gadgets as SessionHandler<AccountId>>::on_before_session_ending();
	}

	fn on_disabled(seat: u32) {
		<Gadgets as SessionHandler<AccountId>>::on_disabled(seat);
	}
}

/// A validator is identified by its account alone.
pub struct ByAccount;

impl Convert<AccountId, Option<()>> for ByAccount {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = Babe;
	type NextSessionRotation = Babe;
	type SessionManager = pallet_session::historical::NoteHistoricalRoot<Self, HeaviestValidators>;
	type SessionHandler = NoteSets;
	type Keys = SessionKeys;
	type DisablingStrategy = UpToWhatFinalityCanMiss;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = ConstU128<0>;
}

impl pallet_session::historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = ByAccount;
}
