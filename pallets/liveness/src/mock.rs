// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet, with sessions, keys and a set that tests write down.

use crate::{
	self as pallet_liveness,
	pallet::Call,
	types::{Evidence, Member},
	Clock, Members,
};
use codec::Encode;
use destra_primitives::{
	FinalitySets, OnLiveness, Seat, SessionIndex, SessionKeyring, SetId, ValidatorSession,
};
use frame_support::{derive_impl, parameter_types};
use frame_system::offchain::{
	CreateAuthorizedTransaction, CreateTransaction, CreateTransactionBase,
};
use sp_runtime::{
	generic, testing::TestSignature, traits::IdentityLookup, BuildStorage, DispatchResult,
};
use std::collections::{BTreeMap, BTreeSet};

pub type AccountId = u64;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Liveness = pallet_liveness;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
}

type Extension = frame_system::AuthorizeCall<Test>;

pub type Extrinsic = generic::UncheckedExtrinsic<AccountId, RuntimeCall, TestSignature, Extension>;

impl CreateTransactionBase<Call<Test>> for Test {
	type Extrinsic = Extrinsic;
	type RuntimeCall = RuntimeCall;
}

impl CreateTransaction<Call<Test>> for Test {
	type Extension = Extension;

	fn create_transaction(call: RuntimeCall, extension: Extension) -> Extrinsic {
		Extrinsic::new_transaction(call, extension)
	}
}

impl CreateAuthorizedTransaction<Call<Test>> for Test {
	fn create_extension() -> Extension {
		Extension::new()
	}
}

parameter_types! {
	/// The running session.
	pub static Index: SessionIndex = 0;
	/// The running set.
	pub static Running: Vec<AccountId> = vec![];
	/// The next set.
	pub static Queued: Vec<AccountId> = vec![];
	/// Which seats may write no blocks.
	pub static Disabled: BTreeSet<Seat> = BTreeSet::new();
	/// Whose heartbeats count besides those of the running set.
	pub static Candidates: BTreeSet<AccountId> = BTreeSet::new();
	/// Whose keys are on this machine.
	pub static Local: Vec<AccountId> = vec![];
	/// Who has keys.
	pub static Keys: BTreeSet<AccountId> = BTreeSet::new();
	/// The forced changes that sessions began with: after which set and block, and with which delay.
	pub static Forced: Vec<(SetId, u64, u64)> = vec![];
	/// Whether one is announced and not in force.
	pub static ForcedChangePending: bool = false;
	/// Who is idle, as others learn it.
	pub static Idle: BTreeMap<AccountId, bool> = BTreeMap::new();
}

/// The sessions as a test has them.
pub struct Sessions;

impl ValidatorSession<AccountId> for Sessions {
	fn index() -> SessionIndex {
		Index::get()
	}

	fn awaits(who: &AccountId) -> bool {
		Candidates::get().contains(who) || Running::get().contains(who)
	}

	fn progress() -> (u64, u64) {
		(Slot::get() - Start::get(), LENGTH)
	}

	fn seat(who: &AccountId) -> Option<Seat> {
		Running::get().iter().position(|validator| validator == who).map(|seat| seat as Seat)
	}

	fn is_disabled(seat: Seat) -> bool {
		Disabled::get().contains(&seat)
	}

	fn disable(seat: Seat) -> bool {
		let most = (Running::get().len() - 1) / 3;
		Disabled::mutate(|disabled| disabled.len() < most && disabled.insert(seat))
	}
}

/// Keys that sign by repeating what they are shown.
pub struct Repeat;

impl SessionKeyring<AccountId> for Repeat {
	type Signatures = Vec<u8>;

	fn local_owners() -> Vec<AccountId> {
		Local::get()
	}

	fn sign(who: &AccountId, message: &[u8]) -> Option<Vec<u8>> {
		Local::get().contains(who).then(|| message.to_vec())
	}

	fn verify(_: &AccountId, message: &[u8], signatures: &Vec<u8>) -> bool {
		message == signatures
	}

	fn in_use(who: &AccountId) -> bool {
		Running::get().contains(who) || Queued::get().contains(who)
	}

	fn purge(who: &AccountId) -> DispatchResult {
		Keys::mutate(|keys| keys.remove(who)).then_some(()).ok_or("no keys".into())
	}
}

/// Remembers what it learns.
pub struct Remember;

impl OnLiveness<AccountId> for Remember {
	fn fell_idle(who: &AccountId) {
		Idle::mutate(|idle| idle.insert(*who, true));
	}

	fn gave_sign(who: &AccountId) {
		Idle::mutate(|idle| idle.insert(*who, false));
	}
}

/// Notes what is asked of it.
pub struct Gadget;

impl FinalitySets<u64> for Gadget {
	fn is_forced_change_pending() -> bool {
		ForcedChangePending::get()
	}

	fn force_change(set: SetId, last_finalised: u64, delay: u64) {
		Forced::mutate(|forced| forced.push((set, last_finalised, delay)));
	}
}

impl pallet_liveness::Config for Test {
	type WeightInfo = ();
	type Validators = Sessions;
	type Keys = Repeat;
	type OnLiveness = Remember;
	type Finality = Gadget;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Prepare;
}

/// Puts a validator into the set that signs.
#[cfg(feature = "runtime-benchmarks")]
pub struct Prepare;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_liveness::BenchmarkHelper<AccountId> for Prepare {
	fn run_set(validators: Vec<AccountId>) {
		Running::set(validators.clone());
		Keys::set(validators.iter().copied().collect());
		Local::set(validators);
	}

	fn retire(_: &AccountId) {
		Running::set(vec![]);
	}
}

/// Runs `test` in the first session of a chain with these validators, and checks the invariants.
pub fn with_set(validators: &[AccountId], test: impl FnOnce()) {
	let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
	sp_io::TestExternalities::from(storage).execute_with(|| {
		System::set_block_number(1);
		Index::set(0);
		Disabled::set(BTreeSet::new());
		Idle::set(BTreeMap::new());
		Queued::set(validators.to_vec());
		Running::set(validators.to_vec());
		Start::set(Slot::get());
		Liveness::begin_session(0, validators.to_vec());
		test();
		Liveness::do_try_state().unwrap();
	});
}

/// The next session begins, and the one after it is planned from `ranked`, heaviest first.
pub fn next_session(ranked: &[AccountId], fewest: usize) {
	let running = Queued::get();
	Index::mutate(|index| *index += 1);
	Disabled::set(BTreeSet::new());
	Running::set(running.clone());
	Start::set(Slot::get());
	Liveness::begin_session(Index::get(), running.clone());
	let chosen = Liveness::choose_set(ranked.to_vec(), fewest, 100);
	Queued::set(if chosen.is_empty() { running } else { chosen });
	Liveness::do_try_state().unwrap();
}

/// How many slots a session has by the clock.
pub const LENGTH: u64 = 80;

parameter_types! {
	pub static Slot: u64 = 1_000;
	/// The slot in which the running session began.
	pub static Start: u64 = 1_000;
}

/// A block in the next slot by this validator.
pub fn block_by(who: AccountId) {
	block_after(1, who);
}

/// A block by this validator, this many slots after its parent.
pub fn block_after(slots: u64, who: AccountId) {
	Slot::mutate(|slot| *slot += slots);
	Liveness::note_block(Sessions::seat(&who).expect("a validator"), Slot::get());
}

/// Blocks by each of these in turn, `rounds` times.
pub fn rounds(rounds: usize, authors: &[AccountId]) {
	for _ in 0..rounds {
		authors.iter().copied().for_each(block_by);
	}
}

/// Notes a heartbeat that would be admitted.
pub fn beat(who: AccountId) {
	let message = Liveness::heartbeat_message(&who, Index::get());
	let call =
		Call::<Test>::heartbeat { validator: who, session: Index::get(), signatures: message };
	use frame_support::{pallet_prelude::TransactionSource, traits::Authorize};
	call.authorize(TransactionSource::External).expect("it is authorised").expect("admitted");
	Liveness::note_heartbeat(who).expect("there is room");
}

/// The members of the running set.
pub fn members() -> impl Iterator<Item = Member<AccountId>> {
	(0..Clock::<Test>::get().seats()).filter_map(Members::<Test>::get)
}

/// How many members have written no block of their own.
pub fn unproven() -> usize {
	members().filter(|member| !member.is_proven()).count()
}

/// What a member has shown of being there.
pub fn evidence_of(who: AccountId) -> Option<Evidence> {
	members().find(|member| member.who == who).map(|member| member.evidence())
}

/// The bytes of a heartbeat in the pool.
pub fn heartbeat_of(who: AccountId) -> Vec<u8> {
	let (session, signatures) = (Index::get(), Liveness::heartbeat_message(&who, Index::get()));
	let call = Call::<Test>::heartbeat { validator: who, session, signatures };
	<Test as CreateAuthorizedTransaction<Call<Test>>>::create_authorized_transaction(call.into())
		.encode()
}
