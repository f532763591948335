// SPDX-License-Identifier: Apache-2.0

//! A chain of whole blocks, as an author builds them: digest, inherent, transactions, and the hooks
//! of all pallets. Sessions come and go by their slots.

use super::{
	books::Books,
	chain::{account, check, genesis_of, GENESIS_TIME},
};
use crate::{
	constants::time::BLOCK_TIME, AccountId, Babe, Balance, Executive, Header, Liveness, Runtime,
	RuntimeCall, RuntimeOrigin, Session, SessionKeys, SessionLength, StakingLocks,
	UncheckedExtrinsic,
};
use codec::Encode;
use destra_primitives::{time::Millis, Role, Roles};
use frame_support::traits::Get;
use frame_system::offchain::CreateAuthorizedTransaction;
use pallet_staking_locks::{Profile, ProfileOf, Tier};
use sp_consensus_babe::{
	digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest},
	Slot,
};
use sp_core::proof_of_possession::ProofOfPossessionGenerator;
use sp_io::TestExternalities;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use sp_runtime::{traits::Header as _, ApplyExtrinsicResult, Digest, DigestItem, Perbill};

/// Runs `test` on the genesis of the preset `name`, some blocks after it, and checks the invariants
/// of every pallet at the end.
pub fn on_chain(name: &str, test: impl FnOnce()) {
	TestExternalities::default().execute_with(|| {
		genesis_of(name);
		begin();
		test();
		check();
		let validators = Session::validators().into_iter();
		let members = (0..).map_while(pallet_liveness::Members::<Runtime>::get);
		assert!(validators.eq(members.map(|member| member.who)), "liveness knows the set");
		#[cfg(feature = "try-runtime")]
		<crate::AllPalletsWithSystem as frame_support::traits::TryState<_>>::try_state(
			crate::System::block_number(),
			frame_support::traits::TryStateSelect::All,
		)
		.expect("invariants of all pallets");
	});
}

/// The first blocks: the clock is set in one, and seen by the hooks of the next.
pub fn begin() {
	block();
	block();
}

/// A block in the next slot.
pub fn block() {
	block_after(BLOCK_TIME);
}

/// A block, `elapsed` milliseconds after the one before.
pub fn block_after(elapsed: Millis) {
	build(elapsed, any_author(), vec![]);
}

/// A block in the next slot by this validator.
pub fn block_by(author: Sr25519Keyring) {
	build(BLOCK_TIME, authority_of(author), vec![]);
}

/// The first block of the next session.
pub fn next_session() {
	let session = Session::current_index();
	let slots = *Babe::current_epoch_start() + session_slots() - *Babe::current_slot();
	block_after(slots * BLOCK_TIME);
	assert_eq!(Session::current_index(), session + 1);
}

/// How many slots a session has.
pub fn session_slots() -> u64 {
	<SessionLength as Get<u64>>::get()
}

/// A block by the authority of index `author` with `calls` as unsigned transactions, and what came
/// of them.
pub fn build(elapsed: Millis, author: u32, calls: Vec<RuntimeCall>) -> Vec<ApplyExtrinsicResult> {
	build_with(elapsed, author, || calls.into_iter().map(apply).collect())
}

/// A block in the next slot, in which `transactions` applies whatever it likes.
pub fn block_with<R>(transactions: impl FnOnce() -> R) -> R {
	build_with(BLOCK_TIME, any_author(), transactions)
}

/// A block by the authority of index `author` with what `fill` applies. Its events tell what became of
/// every balance.
pub fn build_with<R>(elapsed: Millis, author: u32, fill: impl FnOnce() -> R) -> R {
	let mut books = Books::of_state();
	open(elapsed, author);
	let result = fill();
	Executive::finalize_block();
	books.follow_block();
	result
}

/// The beginning of a block by the authority of index `author`: what comes before its transactions.
pub fn open(elapsed: Millis, author: u32) {
	let slot = match *Babe::current_slot() {
		0 => GENESIS_TIME / BLOCK_TIME,
		slot => slot + elapsed / BLOCK_TIME,
	};
	let number = crate::System::block_number() + 1;
	let digest = claim(author, slot.into());
	let header = Header::new(
		number,
		Default::default(),
		Default::default(),
		crate::System::parent_hash(),
		digest,
	);
	Executive::initialize_block(&header);
	apply(pallet_timestamp::Call::set { now: slot * BLOCK_TIME }.into())
		.expect("the inherent is valid")
		.expect("the clock moves");
}

fn apply(call: RuntimeCall) -> ApplyExtrinsicResult {
	Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(call))
}

/// The digest by which an authority claims a slot.
pub fn claim(authority_index: u32, slot: Slot) -> Digest {
	let claim = PreDigest::SecondaryPlain(SecondaryPlainPreDigest { authority_index, slot });
	Digest { logs: vec![DigestItem::babe_pre_digest(claim)] }
}

/// An authority that may write blocks: all of them by turns, so that none falls idle.
pub fn any_author() -> u32 {
	let disabled = Session::disabled_validators();
	let validators = u32::try_from(Session::validators().len()).expect("few validators");
	let mut turns = (0..validators).map(|step| (crate::System::block_number() + step) % validators);
	turns.find(|index| !disabled.contains(index)).expect("not everybody is disabled")
}

/// The index of a validator among the authorities.
pub fn authority_of(who: Sr25519Keyring) -> u32 {
	let at = Session::validators().into_iter().position(|validator| validator == account(who));
	at.expect("a validator").try_into().expect("few validators")
}

/// Whether an account is a validator of this session.
pub fn validates(who: Sr25519Keyring) -> bool {
	Session::validators().contains(&account(who))
}

/// What a validator says about itself that is its own operator.
pub fn validator_profile(who: AccountId) -> ProfileOf<Runtime> {
	let mut roles = Roles::new();
	roles.try_insert(Role::Validator).expect("there is room for a role");
	Profile { roles, operator: who, metadata: [0; 32], endpoint: Default::default() }
}

/// The tier of this index in the settings in force.
pub fn tier(index: usize) -> Tier {
	StakingLocks::settings().tiers[index]
}

/// Stakes for the shortest term, registers with a commission of 10 %, and sets session keys.
pub fn join(who: Sr25519Keyring, stake: Balance) {
	let origin = || RuntimeOrigin::signed(account(who));
	let commission = Perbill::from_percent(10);
	StakingLocks::lock(origin(), stake, tier(0).into()).expect("the stake is free");
	StakingLocks::register(origin(), validator_profile(account(who)), commission.into())
		.expect("the stake suffices");
	let owner = account(who).encode();
	let (mut babe, mut grandpa) = (who.pair(), voter(who).pair());
	let keys = SessionKeys { babe: who.public().into(), grandpa: voter(who).public().into() };
	let proof =
		(babe.generate_proof_of_possession(&owner), grandpa.generate_proof_of_possession(&owner));
	Session::set_keys(origin(), keys, proof.encode()).expect("the keys are its own");
}

/// A heartbeat of `who` for the running session, signed by its well-known keys.
pub fn heartbeat(who: Sr25519Keyring) -> UncheckedExtrinsic {
	let (validator, session) = (account(who), Session::current_index());
	let message = Liveness::heartbeat_message(&validator, session);
	let signatures = (who.sign(&message).into(), voter(who).sign(&message).into());
	let call = pallet_liveness::Call::heartbeat { validator, session, signatures };
	Runtime::create_authorized_transaction(call.into())
}

/// A block with a heartbeat of each of these.
pub fn beat(people: &[Sr25519Keyring]) {
	let applied = block_with(|| {
		people.iter().map(|who| Executive::apply_extrinsic(heartbeat(*who))).collect::<Vec<_>>()
	});
	assert_eq!(applied, vec![Ok(Ok(())); people.len()]);
}

/// Sessions in which everybody writes, until all of these, who have joined, validate and have written.
pub fn enter(people: &[Sr25519Keyring]) {
	for _ in 0..20 {
		if people.iter().all(|who| validates(*who)) {
			return everybody_writes();
		}
		let waiting: Vec<_> = people.iter().filter(|who| !validates(**who)).copied().collect();
		beat(&waiting);
		everybody_writes();
		next_session();
	}
	panic!("{people:?} do not validate");
}

/// A block by each validator that may write.
pub fn everybody_writes() {
	(0..Session::validators().len()).for_each(|_| block());
}

/// The well-known GRANDPA key of the same name.
pub fn voter(who: Sr25519Keyring) -> Ed25519Keyring {
	Ed25519Keyring::iter()
		.find(|voter| voter.to_seed() == who.to_seed())
		.expect("both rings have the same names")
}
