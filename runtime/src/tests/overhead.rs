// SPDX-License-Identifier: Apache-2.0

//! What a block costs does not depend on how many people hold grants.

use super::chain::{genesis_of, GENESIS_TIME};
use crate::{
	constants::time::BLOCK_TIME, AccountId, Executive, Header, Runtime, UncheckedExtrinsic,
};
use codec::Encode;
use destra_primitives::{time::days, GrantId, Schedule, Span};
use frame_support::{storage::storage_prefix, BoundedVec};
use pallet_allocation::{Grant, Grants, GrantsOf};
use sp_consensus_babe::{
	digests::{PreDigest, SecondaryPlainPreDigest},
	BABE_ENGINE_ID,
};
use sp_core::Blake2Hasher;
use sp_io::TestExternalities;
use sp_runtime::{traits::Header as _, Digest, DigestItem, Perquintill};
use sp_trie::recorder::Recorder;
use std::collections::BTreeSet;

/// Storage keys that a block read, and those that it wrote.
#[derive(PartialEq, Eq, Debug)]
pub struct Footprint {
	pub reads: BTreeSet<Vec<u8>>,
	pub writes: BTreeSet<Vec<u8>>,
}

impl Footprint {
	/// What `block` does to a chain whose state is in its storage.
	pub fn of(chain: &mut TestExternalities, block: impl FnOnce()) -> Self {
		let recorder = Recorder::<Blake2Hasher>::default();
		chain.execute_with_recorder(recorder.clone(), block);
		let reads = recorder.recorded_keys().into_values().flatten();
		Self {
			reads: reads.map(|(key, _)| key.to_vec()).collect(),
			writes: chain.overlayed_changes().changes().map(|(key, _)| key.clone()).collect(),
		}
	}

	/// Whether it has to do with a storage item.
	pub fn touches(&self, pallet: &str, item: &str) -> bool {
		let prefix = storage_prefix(pallet.as_bytes(), item.as_bytes());
		self.reads.iter().chain(&self.writes).any(|key| key.starts_with(&prefix))
	}
}

fn beneficiary(index: u32) -> AccountId {
	sp_io::hashing::blake2_256(&index.encode()).into()
}

/// The genesis of the development chain, and as many more beneficiaries with a grant each.
fn chain_with(beneficiaries: u32) -> TestExternalities {
	let mut chain = TestExternalities::default();
	chain.execute_with(|| genesis_of("development"));
	let schedule = Schedule {
		start: GENESIS_TIME - days(30),
		upfront: Perquintill::zero(),
		cliff: Span::Millis(0),
		lump: Perquintill::zero(),
		period: Span::Months(1),
		periods: 48,
	};
	chain.execute_with(|| {
		for index in 0..beneficiaries {
			let grant =
				Grant::new(GrantId(1_000 + index), crate::genesis::categories::TEAM, schedule, 1);
			let grants: GrantsOf<Runtime> = BoundedVec::truncate_from(vec![grant]);
			Grants::<Runtime>::insert(beneficiary(index), grants);
		}
	});
	chain.commit_all().expect("storage can be written");
	chain
}

/// The first block: digest, inherent, all hooks of all pallets.
fn first_block() {
	let slot = GENESIS_TIME / BLOCK_TIME;
	let claim = PreDigest::SecondaryPlain(SecondaryPlainPreDigest {
		authority_index: 0,
		slot: slot.into(),
	});
	let digest = Digest { logs: vec![DigestItem::PreRuntime(BABE_ENGINE_ID, claim.encode())] };
	let header = Header::new(1, Default::default(), Default::default(), Default::default(), digest);
	Executive::initialize_block(&header);
	let now = pallet_timestamp::Call::set { now: slot * BLOCK_TIME }.into();
	Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(now))
		.expect("the inherent is valid")
		.expect("the clock moves");
	Executive::finalize_block();
}

#[test]
fn a_million_grants_add_no_read_and_no_write_to_a_block() {
	let [few, many] =
		[1, 1_000_000].map(|count| Footprint::of(&mut chain_with(count), first_block));
	assert!(few.reads.len() > 10 && few.writes.len() > 10, "the block did its work");
	assert_eq!(few, many);
	assert!(!many.touches("Allocation", "Grants"), "no block looks at grants");
}
