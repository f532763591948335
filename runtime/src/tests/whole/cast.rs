// SPDX-License-Identifier: Apache-2.0

//! Who plays: accounts with real keys, multisigs of some of them, and how a call is signed.

use crate::{
	AccountId, Balance, Multisig, Nonce, RuntimeCall, SignedPayload, TransactionPayment,
	TxExtension, UncheckedExtrinsic,
};
use codec::{Compact, DecodeAll, Encode};
use sp_core::{ed25519, sr25519, Pair};
use sp_keyring::Sr25519Keyring;
use sp_runtime::generic::Era;
use std::collections::BTreeMap;

/// Those whom genesis has made rich.
const FOUNDERS: [Sr25519Keyring; 7] = [
	Sr25519Keyring::Alice,
	Sr25519Keyring::Bob,
	Sr25519Keyring::Charlie,
	Sr25519Keyring::Dave,
	Sr25519Keyring::Eve,
	Sr25519Keyring::Ferdie,
	FIRST_REPORTER,
];

/// Who reports from the first block on.
const FIRST_REPORTER: Sr25519Keyring = Sr25519Keyring::One;

/// How many play with the founders.
const PLAYERS: u8 = 26;

/// How many accounts come and go with little on them.
const POOR: u8 = 12;

/// That a transaction commits to no metadata.
const NO_METADATA_HASH: u8 = 0;

/// An account of several.
pub struct Joint {
	pub account: AccountId,
	/// In ascending order.
	pub members: Vec<AccountId>,
	pub threshold: u16,
}

/// Everybody.
pub struct Cast {
	keys: BTreeMap<AccountId, sr25519::Pair>,
	/// The founders, then the players.
	pub rich: Vec<AccountId>,
	pub poor: Vec<AccountId>,
	pub joints: Vec<Joint>,
}

impl Cast {
	pub fn new() -> Self {
		let founders = FOUNDERS.map(|founder| founder.pair());
		let with_seed = |kind: &[u8], count: u8| -> Vec<sr25519::Pair> {
			let seed = |index: u8| sp_io::hashing::blake2_256(&[kind, &[index]].concat());
			(0..count).map(|index| sr25519::Pair::from_seed(&seed(index))).collect()
		};
		let account = |pair: &sr25519::Pair| AccountId::from(pair.public());
		let rich: Vec<_> = founders.into_iter().chain(with_seed(b"player", PLAYERS)).collect();
		let poor = with_seed(b"poor", POOR);
		let keys = rich.iter().chain(&poor).map(|pair| (account(pair), pair.clone())).collect();
		let [rich, poor] = [rich, poor].map(|pairs| pairs.iter().map(account).collect::<Vec<_>>());
		let joint = |members: &[AccountId], threshold| {
			let mut members = members.to_vec();
			members.sort();
			Joint { account: Multisig::multi_account_id(&members, threshold), members, threshold }
		};
		let joints = vec![joint(&rich[6..8], 1), joint(&rich[8..10], 2), joint(&rich[10..13], 2)];
		Self { keys, rich, poor, joints }
	}

	/// The founders.
	pub fn founders(&self) -> &[AccountId] {
		&self.rich[..FOUNDERS.len()]
	}

	/// The key of sudo.
	pub fn sudo(&self) -> AccountId {
		self.rich[0].clone()
	}

	/// Who reports from the first block on.
	pub fn first_reporter(&self) -> AccountId {
		FIRST_REPORTER.to_account_id()
	}

	/// The key of an account that has one.
	pub fn key(&self, who: &AccountId) -> Option<&sr25519::Pair> {
		self.keys.get(who)
	}

	/// What `call` costs `who` at most, in planck; nothing without a key.
	pub fn fee(&self, who: &AccountId, call: RuntimeCall) -> Option<Balance> {
		let extrinsic = sign(self.key(who)?, who, call, Terms::of(0));
		let length = u32::try_from(extrinsic.encoded_size()).ok()?;
		Some(TransactionPayment::query_info(extrinsic, length).partial_fee)
	}

	/// A key of GRANDPA for an account.
	pub fn voter(who: &AccountId) -> ed25519::Pair {
		ed25519::Pair::from_seed(who.as_ref())
	}
}

/// What comes with a call.
#[derive(Clone, Copy)]
pub struct Terms {
	pub nonce: Nonce,
	pub tip: Balance,
	pub era: Era,
}

impl Terms {
	/// The usual ones: no tip, for ever.
	pub const fn of(nonce: Nonce) -> Self {
		Self { nonce, tip: 0, era: Era::Immortal }
	}
}

/// The transaction extensions, as a wallet writes them: how long it is valid, its number, its tip, and that it commits
/// to no metadata.
fn extension(Terms { nonce, tip, era }: Terms) -> TxExtension {
	let written = (era, Compact(nonce), Compact(tip), NO_METADATA_HASH).encode();
	TxExtension::decode_all(&mut &written[..]).expect("what a wallet writes")
}

/// `call`, signed by `key` in the name of `who`.
pub fn sign(
	key: &sr25519::Pair,
	who: &AccountId,
	call: RuntimeCall,
	terms: Terms,
) -> UncheckedExtrinsic {
	let payload = SignedPayload::new(call, extension(terms)).expect("the chain knows the era");
	let signature = payload.using_encoded(|bytes| key.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, who.clone().into(), signature.into(), extension)
}
