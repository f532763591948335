// SPDX-License-Identifier: Apache-2.0

//! Who authors and finalises blocks, and how misbehaviour is proven.

use crate::{
	constants::time::{BLOCK_TIME, EPOCH_SLOTS, PRIMARY_PROBABILITY, REPORT_SESSIONS},
	AccountId, Babe, Balances, BlockNumber, Historical, Offences, Runtime, RuntimeEvent, Session,
	SessionKeys,
};
use alloc::vec::Vec;
use frame_support::{
	parameter_types,
	traits::{ConstU128, ConstU32, ConstU64, KeyOwnerProofSystem},
};
use sp_consensus_babe::{AllowedSlots, BabeEpochConfiguration};
use sp_core::crypto::KeyTypeId;
use sp_runtime::traits::{Convert, ConvertInto, OpaqueKeys};
use sp_staking::SessionIndex;

/// The most validators there can be.
pub type MaxAuthorities = ConstU32<100>;

/// How BABE assigns slots from the first block on: by lot, with a verifiable second author where
/// the lot falls on nobody.
pub const BABE_GENESIS_EPOCH_CONFIG: BabeEpochConfiguration = BabeEpochConfiguration {
	c: PRIMARY_PROBABILITY,
	allowed_slots: AllowedSlots::PrimaryAndSecondaryVRFSlots,
};

parameter_types! {
	/// In blocks: how long an equivocation can be reported.
	pub const ReportLongevity: u64 = REPORT_SESSIONS as u64 * EPOCH_SLOTS;
	pub const MaxSetIdSessionEntries: u64 = REPORT_SESSIONS as u64;
}

impl pallet_babe::Config for Runtime {
	type EpochDuration = ConstU64<EPOCH_SLOTS>;
	type ExpectedBlockTime = ConstU64<BLOCK_TIME>;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type DisabledValidators = Session;
	type WeightInfo = ();
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type KeyOwnerProof =
		<Historical as KeyOwnerProofSystem<(KeyTypeId, pallet_babe::AuthorityId)>>::Proof;
	type EquivocationReportSystem =
		pallet_babe::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = MaxSetIdSessionEntries;
	type KeyOwnerProof =
		<Historical as KeyOwnerProofSystem<(KeyTypeId, pallet_grandpa::AuthorityId)>>::Proof;
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
	type EventHandler = ();
}

/// The validators of genesis stay: each session has the set of the one before, with its identity
/// noted, so that an offence can be proven against it later.
pub struct StandingValidators;

impl pallet_session::SessionManager<AccountId> for StandingValidators {
	fn new_session(_: SessionIndex) -> Option<Vec<AccountId>> {
		None
	}
	fn start_session(_: SessionIndex) {}
	fn end_session(_: SessionIndex) {}
}

impl pallet_session::historical::SessionManager<AccountId, ()> for StandingValidators {
	fn new_session(_: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		let validators = pallet_session::Validators::<Runtime>::get();
		// At genesis there is no session before: the genesis keys name the validators.
		(!validators.is_empty()).then(|| validators.into_iter().map(|who| (who, ())).collect())
	}
	fn start_session(_: SessionIndex) {}
	fn end_session(_: SessionIndex) {}
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
	type SessionManager = pallet_session::historical::NoteHistoricalRoot<Self, StandingValidators>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitWithReEnablingDisablingStrategy;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = ConstU128<0>;
}

impl pallet_session::historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = ByAccount;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = pallet_session::historical::IdentificationTuple<Self>;
	// Offences are recorded from the first block on; nothing is staked yet that they could reach.
	type OnOffenceHandler = ();
}

const _: () = assert!(EPOCH_SLOTS <= BlockNumber::MAX as u64);
