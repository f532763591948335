// SPDX-License-Identifier: Apache-2.0

//! The sealed headers of the recent past, and the proof when an author has sealed two in one slot.

use crate::service::Header;
use codec::Encode as _;
use sc_consensus_slots::MAX_SLOT_CAPACITY;
use sp_consensus_babe::{check_equivocation_proof, AuthorityId, EquivocationProof, Slot};
use std::collections::BTreeMap;

/// How many slots back a header is remembered: as long as the SDK does it, an hour and forty minutes. A proof also takes
/// the state of a block of that session, and a node keeps those of its last 256 blocks.
pub const MAX_AGE: u64 = MAX_SLOT_CAPACITY;

/// How many headers are remembered at most. A slot has one author by turn and a quarter of one by lot, so the last
/// [`MAX_AGE`] slots have a third of that; and a header is some hundred bytes, once a session some thousand.
pub const MAX_HEADERS: usize = 4_096;

/// How many bytes of headers are remembered at most: thirteen times what the last [`MAX_AGE`] slots have where
/// authors do nothing odd. A header can be as long as a block, so an author could else fill the memory of every node.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// A proof that an author has sealed two blocks in one slot.
pub type Proof = EquivocationProof<Header>;

struct Remembered {
	header: Header,
	/// In bytes.
	size: usize,
	/// Whether a proof has been made of it.
	proven: bool,
}

/// The first header that each author has sealed in each slot.
#[derive(Default)]
pub struct SealedHeaders {
	headers: BTreeMap<(Slot, AuthorityId), Remembered>,
	/// How many bytes they have.
	bytes: usize,
}

impl SealedHeaders {
	/// Takes note of a header that `author` has sealed for `slot`. Yields a proof if it is the second one, and the first
	/// time that there is one: a third header makes the offence no worse.
	pub fn note(
		&mut self,
		now: Slot,
		slot: Slot,
		author: AuthorityId,
		header: Header,
	) -> Option<Proof> {
		self.forget(now);
		if slot < oldest(now) {
			return None;
		}
		let Some(first) = self.headers.get_mut(&(slot, author.clone())) else {
			self.remember(slot, author, header);
			return None;
		};
		if first.proven {
			return None;
		}
		let proof = EquivocationProof {
			offender: author,
			slot,
			first_header: first.header.clone(),
			second_header: header,
		};
		// As the runtime will check it: two different headers, each with a seal of the author.
		first.proven = check_equivocation_proof(proof.clone());
		first.proven.then_some(proof)
	}

	fn remember(&mut self, slot: Slot, author: AuthorityId, header: Header) {
		let size = header.encoded_size();
		self.headers.insert((slot, author), Remembered { header, size, proven: false });
		self.bytes += size;
		if self.headers.len() > MAX_HEADERS {
			self.forget_first();
		}
		while self.bytes > MAX_BYTES {
			self.forget_longest();
		}
	}

	fn forget(&mut self, now: Slot) {
		let oldest = oldest(now);
		while self.headers.first_key_value().is_some_and(|((slot, _), _)| *slot < oldest) {
			self.forget_first();
		}
	}

	fn forget_first(&mut self) {
		if let Some((_, forgotten)) = self.headers.pop_first() {
			self.bytes -= forgotten.size;
		}
	}

	/// Whoever makes long headers has its own forgotten by that, and nobody else's.
	fn forget_longest(&mut self) {
		let longest = self.headers.iter().max_by_key(|(_, remembered)| remembered.size);
		if let Some(key) = longest.map(|(key, _)| key.clone()) {
			self.bytes -= self.headers.remove(&key).map_or(0, |forgotten| forgotten.size);
		}
	}
}

/// The first slot of which headers are remembered.
fn oldest(now: Slot) -> Slot {
	now.saturating_sub(MAX_AGE)
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
	use sp_core::{crypto::Pair as _, sr25519::Pair};
	use sp_runtime::{traits::Header as _, DigestItem};

	const NOW: u64 = 300_000_000;

	pub fn key(name: &str) -> Pair {
		Pair::from_string(&format!("//{name}"), None).expect("a name makes a key")
	}

	pub fn id(key: &Pair) -> AuthorityId {
		key.public().into()
	}

	/// A header by `key` for `slot`, like no other with another `state`.
	pub fn sealed(key: &Pair, slot: u64, state: u8) -> Header {
		let digest = PreDigest::SecondaryPlain(SecondaryPlainPreDigest {
			authority_index: 0,
			slot: slot.into(),
		});
		let mut header = Header::new(
			1,
			Default::default(),
			[state; 32].into(),
			Default::default(),
			Default::default(),
		);
		header.digest_mut().push(DigestItem::babe_pre_digest(digest));
		let seal = key.sign(header.hash().as_ref());
		header.digest_mut().push(DigestItem::babe_seal(seal.into()));
		header
	}

	impl SealedHeaders {
		fn see(&mut self, key: &Pair, slot: u64, state: u8) -> Option<Proof> {
			self.note(NOW.into(), slot.into(), id(key), sealed(key, slot, state))
		}
	}

	#[test]
	fn a_second_block_in_a_slot_is_proven_as_the_runtime_checks_it() {
		let (alice, mut seen) = (key("Alice"), SealedHeaders::default());
		assert!(seen.see(&alice, NOW, 1).is_none());
		let proof = seen.see(&alice, NOW, 2).expect("two blocks in one slot");
		assert!(check_equivocation_proof(proof.clone()));
		assert_eq!((proof.offender, proof.slot), (id(&alice), NOW.into()));
		assert_eq!(proof.first_header, sealed_root(1, &proof.first_header));
		assert_eq!(proof.second_header, sealed_root(2, &proof.second_header));
	}

	/// `header`, if its state root is the one of `state`.
	fn sealed_root(state: u8, header: &Header) -> Header {
		assert_eq!(header.state_root, [state; 32].into());
		header.clone()
	}

	#[test]
	fn the_same_header_twice_is_no_offence() {
		let (alice, mut seen) = (key("Alice"), SealedHeaders::default());
		let header = sealed(&alice, NOW, 1);
		for _ in 0..2 {
			assert!(seen.note(NOW.into(), NOW.into(), id(&alice), header.clone()).is_none());
		}
	}

	#[test]
	fn another_slot_or_another_author_is_no_offence() {
		let mut seen = SealedHeaders::default();
		assert!(seen.see(&key("Alice"), NOW, 1).is_none());
		assert!(seen.see(&key("Alice"), NOW - 1, 2).is_none());
		assert!(seen.see(&key("Bob"), NOW, 3).is_none());
	}

	#[test]
	fn an_offence_is_proven_once() {
		let (alice, mut seen) = (key("Alice"), SealedHeaders::default());
		let proofs = (1..9).filter_map(|state| seen.see(&alice, NOW, state)).count();
		assert_eq!(proofs, 1);
	}

	#[test]
	fn a_header_with_the_seal_of_somebody_else_proves_nothing_and_hides_nothing() {
		let (alice, mut seen) = (key("Alice"), SealedHeaders::default());
		assert!(seen.see(&alice, NOW, 1).is_none());
		let forged = sealed(&key("Bob"), NOW, 2);
		assert!(seen.note(NOW.into(), NOW.into(), id(&alice), forged).is_none());
		assert!(seen.see(&alice, NOW, 3).is_some());
	}

	#[test]
	fn a_header_without_its_seal_proves_nothing() {
		let (alice, mut seen) = (key("Alice"), SealedHeaders::default());
		assert!(seen.see(&alice, NOW, 1).is_none());
		let mut bare = sealed(&alice, NOW, 2);
		bare.digest_mut().pop();
		assert!(seen.note(NOW.into(), NOW.into(), id(&alice), bare).is_none());
	}

	#[test]
	fn what_is_too_old_is_forgotten_and_not_remembered() {
		let (alice, mut seen) = (key("Alice"), SealedHeaders::default());
		let at = |seen: &mut SealedHeaders, now: u64, slot: u64, state| {
			seen.note(now.into(), slot.into(), id(&alice), sealed(&alice, slot, state))
		};
		assert!(at(&mut seen, NOW, NOW - MAX_AGE - 1, 1).is_none());
		assert!(seen.headers.is_empty());
		assert!(at(&mut seen, NOW, NOW - MAX_AGE, 1).is_none());
		assert_eq!(seen.headers.len(), 1);
		assert!(at(&mut seen, NOW + 1, NOW - MAX_AGE, 2).is_none());
		assert!(seen.headers.is_empty());
		// A clock that was set back, or runs before a slot has a number that high.
		assert!(at(&mut seen, 0, NOW, 1).is_none());
		assert!(at(&mut seen, 0, NOW, 2).is_some());
	}

	#[test]
	fn however_many_headers_there_are_the_memory_is_bounded_and_keeps_the_latest() {
		let (alice, mut seen) = (key("Alice"), SealedHeaders::default());
		let header = sealed(&alice, NOW, 1);
		let authors = MAX_HEADERS as u64 + 100;
		for author in 0..authors {
			let mut raw = [0; 32];
			raw[..8].copy_from_slice(&author.to_be_bytes());
			let author = sp_core::sr25519::Public::from_raw(raw).into();
			assert!(seen.note(NOW.into(), NOW.into(), author, header.clone()).is_none());
		}
		assert_eq!(seen.headers.len(), MAX_HEADERS);
		assert!(seen.see(&alice, NOW + 1, 1).is_none());
		assert_eq!(seen.headers.len(), MAX_HEADERS);
		assert!(seen.see(&alice, NOW + 1, 2).is_some());
	}

	#[test]
	fn long_headers_fill_no_memory_and_have_no_others_forgotten() {
		let (alice, bob, mut seen) = (key("Alice"), key("Bob"), SealedHeaders::default());
		assert!(seen.see(&bob, NOW - 50, 1).is_none());
		let long = |state| {
			let mut header = sealed(&alice, NOW, state);
			let seal = header.digest_mut().pop().expect("it is sealed");
			header.digest_mut().push(DigestItem::Other(vec![0; MAX_BYTES / 10]));
			header.digest_mut().push(seal);
			header
		};
		for slot in NOW - 40..NOW {
			assert!(seen.note(NOW.into(), slot.into(), id(&alice), long(1)).is_none());
			assert!(seen.bytes <= MAX_BYTES);
			let sizes = seen.headers.values().map(|remembered| remembered.size);
			assert_eq!(seen.bytes, sizes.sum::<usize>());
		}
		assert_eq!(seen.headers.len(), 10, "nine long ones");
		assert!(seen.see(&bob, NOW - 50, 2).is_some());
	}
}
