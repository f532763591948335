// SPDX-License-Identifier: Apache-2.0

//! Whether validators are there: what the session and staking know of them, and what their keys sign.

use super::consensus::UpToWhatFinalityCanMiss;
use crate::{
	AccountId, Babe, BlockNumber, Grandpa, Runtime, RuntimeOrigin, Session, SessionKeys,
	SessionLength, StakingLocks, System, TxExtension, UncheckedExtrinsic,
};
use alloc::vec::Vec;
use destra_primitives::{
	FinalitySets, Seat, SessionIndex, SessionKeyring, SetId, ValidatorSession,
};
use frame_system::offchain::{
	CreateAuthorizedTransaction, CreateTransaction, CreateTransactionBase,
};
use pallet_grandpa::{CurrentSetId, SetIdSession, Stalled};
#[cfg(feature = "runtime-benchmarks")]
use pallet_staking_locks::BenchmarkHelper as SetKeys;
use sp_runtime::{generic::Era, DispatchResult, Perbill, RuntimeAppPublic};
use sp_staking::offence::OffenceSeverity;

impl pallet_liveness::Config for Runtime {
	type WeightInfo = crate::weights::pallet_liveness::WeightInfo<Runtime>;
	type Validators = Validators;
	type Keys = Keyring;
	type OnLiveness = StakingLocks;
	type Finality = Gadget;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Prepare;
}

/// The sets of the session, and the candidates of staking.
pub struct Validators;

impl ValidatorSession<AccountId> for Validators {
	fn index() -> SessionIndex {
		Session::current_index()
	}

	fn awaits(who: &AccountId) -> bool {
		StakingLocks::is_candidate(who) || StakingLocks::is_idle(who) || Self::seat(who).is_some()
	}

	fn progress() -> (u64, u64) {
		let elapsed = (*Babe::current_slot()).saturating_sub(*Babe::current_epoch_start());
		(elapsed, SessionLength::slots())
	}

	fn seat(who: &AccountId) -> Option<Seat> {
		Session::validator_id_to_index(who)
	}

	fn is_disabled(seat: Seat) -> bool {
		<Session as frame_support::traits::DisabledValidators>::is_disabled(seat)
	}

	fn disable(seat: Seat) -> bool {
		let disabled = Session::disabled_validators();
		let most = UpToWhatFinalityCanMiss::disable_limit(Session::validators().len());
		// The least severe there is: an offender takes the place of an idle one.
		!disabled.contains(&seat)
			&& disabled.len() < most
			&& Session::disable_index_with_severity(seat, OffenceSeverity(Perbill::zero()))
	}
}

/// The session keys: that of BABE and that of GRANDPA both sign.
pub struct Keyring;

impl SessionKeyring<AccountId> for Keyring {
	type Signatures =
		(sp_consensus_babe::AuthoritySignature, sp_consensus_grandpa::AuthoritySignature);

	fn local_owners() -> Vec<AccountId> {
		let keys = sp_consensus_babe::AuthorityId::all();
		let owner = |key: sp_consensus_babe::AuthorityId| {
			Session::key_owner(sp_consensus_babe::KEY_TYPE, key.as_ref())
		};
		let mut owners: Vec<_> = keys.into_iter().filter_map(owner).collect();
		owners.sort();
		owners.dedup();
		owners
	}

	fn sign(who: &AccountId, message: &[u8]) -> Option<Self::Signatures> {
		let SessionKeys { babe, grandpa } = Session::load_keys(who)?;
		Some((babe.sign(&message)?, grandpa.sign(&message)?))
	}

	fn verify(who: &AccountId, message: &[u8], (by_babe, by_grandpa): &Self::Signatures) -> bool {
		Session::load_keys(who).is_some_and(|SessionKeys { babe, grandpa }| {
			babe.verify(&message, by_babe) && grandpa.verify(&message, by_grandpa)
		})
	}

	fn in_use(who: &AccountId) -> bool {
		let is_queued = || Session::queued_keys().iter().any(|(queued, _)| queued == who);
		Validators::seat(who).is_some() || is_queued()
	}

	fn purge(who: &AccountId) -> DispatchResult {
		Session::purge_keys(RuntimeOrigin::signed(who.clone()))
	}
}

/// GRANDPA.
pub struct Gadget;

impl FinalitySets<BlockNumber> for Gadget {
	fn is_forced_change_pending() -> bool {
		let is_announced = Grandpa::pending_change().is_some_and(|change| change.forced.is_some());
		// So long after the last one GRANDPA takes no other, and would announce no set at all meanwhile.
		let is_too_soon = Grandpa::next_forced().is_some_and(|next| System::block_number() < next);
		is_announced || is_too_soon
	}

	/// The pallet counts a set with each session of a stall, and the nodes count none: they go on after
	/// `set`. If the two differed, a newcomer would take the number of the runtime and accept no finality,
	/// and no vote of that set could be reported. Up to now `set` was the one that votes.
	fn force_change(set: SetId, last_finalised: BlockNumber, delay: BlockNumber) {
		CurrentSetId::<Runtime>::put(set);
		SetIdSession::<Runtime>::insert(set, Session::current_index().saturating_sub(1));
		Stalled::<Runtime>::put((delay, last_finalised));
	}
}

impl CreateTransaction<pallet_liveness::Call<Runtime>> for Runtime {
	type Extension = TxExtension;

	fn create_transaction(
		call: <Self as CreateTransactionBase<pallet_liveness::Call<Runtime>>>::RuntimeCall,
		extension: TxExtension,
	) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_transaction(call, extension)
	}
}

impl CreateAuthorizedTransaction<pallet_liveness::Call<Runtime>> for Runtime {
	fn create_extension() -> TxExtension {
		(
			frame_system::AuthorizeCall::new(),
			frame_system::CheckNonZeroSender::new(),
			frame_system::CheckSpecVersion::new(),
			frame_system::CheckTxVersion::new(),
			frame_system::CheckGenesis::new(),
			frame_system::CheckEra::from(Era::Immortal),
			frame_system::CheckNonce::from(0),
			(frame_system::CheckWeight::new(), crate::extensions::CheckAuthority),
			pallet_kpi_oracle::CheckReport::new(),
			crate::extensions::ChargeTransactionPayment::from(0),
			frame_metadata_hash_extension::CheckMetadataHash::new(false),
			frame_system::WeightReclaim::new(),
		)
	}
}

/// Has accounts have session keys, and validate, for a benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub struct Prepare;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_liveness::BenchmarkHelper<AccountId> for Prepare {
	fn run_set(validators: Vec<AccountId>) {
		validators.iter().for_each(<Self as SetKeys<AccountId>>::set_session_keys);
		pallet_session::Validators::<Runtime>::put(validators);
	}

	fn retire(_: &AccountId) {
		pallet_session::Validators::<Runtime>::kill();
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl SetKeys<AccountId> for Prepare {
	fn set_session_keys(who: &AccountId) {
		let keys = SessionKeys {
			babe: sp_consensus_babe::AuthorityId::generate_pair(None),
			grandpa: sp_consensus_grandpa::AuthorityId::generate_pair(None),
		};
		<Session as pallet_session::SessionInterface>::set_keys(who, keys)
			.expect("no two keys are the same");
	}
}
