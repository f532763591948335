// SPDX-License-Identifier: Apache-2.0

//! Two blocks of one author in one slot: found, proven and reported.
//!
//! `sc-consensus-babe` looks for them too, but only after it has taken the seals off the headers. What it reports proves
//! nothing: the chain takes it into a block, where it fails with `InvalidEquivocationProof`. So this stands before it,
//! where the headers still have their seals.
//!
//! A report goes into the pool before BABE sees the block. The pool takes one for each author and slot, and so refuses
//! the one that proves nothing. No pool hands a report on: a validator puts its own into the next block that it writes.
//!
//! Only blocks are looked at whose seal has been verified, or made by this node: they come with the epoch that they belong
//! to. Those of the past, which a node fetches when it catches up, are not.

mod reports;
mod sealed_headers;

use crate::{
	block_time::BlockTime,
	service::{Block, FullClient, Hash},
};
use reports::Reports;
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_consensus_babe::{find_pre_digest, BabeIntermediate, BabeLink, Epoch, INTERMEDIATE_KEY};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sealed_headers::{Proof, SealedHeaders};
use sp_api::{ApiError, ApiExt as _, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_consensus::{BlockOrigin, Error as ConsensusError};
use sp_consensus_babe::{AuthorityId, BabeApi, OpaqueKeyOwnershipProof, Slot};
use sp_runtime::traits::Header as _;
use std::sync::{Arc, Mutex, PoisonError};

/// The import of blocks, under the eyes of a [`Watch`] if there is one.
#[derive(Clone)]
pub struct WatchAuthors<I> {
	inner: I,
	watch: Option<Arc<Watch>>,
}

impl<I> WatchAuthors<I> {
	/// Blocks go on to `inner`, whatever `watch` finds.
	pub fn new(inner: I, watch: Option<Watch>) -> Self {
		Self { inner, watch: watch.map(Arc::new) }
	}
}

#[async_trait::async_trait]
impl<I> BlockImport<Block> for WatchAuthors<I>
where
	I: BlockImport<Block, Error = ConsensusError> + Send + Sync,
{
	type Error = ConsensusError;

	async fn check_block(
		&self,
		block: BlockCheckParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		self.inner.check_block(block).await
	}

	async fn import_block(
		&self,
		block: BlockImportParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		if let Some(watch) = &self.watch {
			watch.look_at(&block);
		}
		self.inner.import_block(block).await
	}
}

/// Remembers who has sealed what, and reports who has sealed two blocks in one slot.
pub struct Watch {
	client: Arc<FullClient>,
	babe: BabeLink<Block>,
	time: BlockTime,
	pool: OffchainTransactionPoolFactory<Block>,
	notes: Mutex<Notes>,
}

#[derive(Default)]
struct Notes {
	headers: SealedHeaders,
	reports: Reports,
}

impl Notes {
	/// The proofs to send now, with this header of an author in mind.
	fn proofs(&mut self, now: Slot, seen: Option<Seen>) -> Vec<Proof> {
		let mut proofs = self.reports.due(now);
		let new = seen
			.and_then(|Seen { slot, author, header }| self.headers.note(now, slot, author, header));
		if let Some(proof) = new {
			log::warn!(
				"⚖️ {} has sealed two blocks in slot {}: {:?} and {:?}. Reporting it.",
				proof.offender,
				proof.slot,
				proof.first_header.hash(),
				proof.second_header.hash(),
			);
			self.reports.sent(now, &proof);
			proofs.push(proof);
		}
		proofs
	}
}

/// A header with its verified seal.
struct Seen {
	slot: Slot,
	author: AuthorityId,
	header: crate::service::Header,
}

impl Watch {
	/// Looks at blocks as of `time`, finds their authors in the epochs of `babe`, and reports into `pool`.
	pub fn new(
		client: Arc<FullClient>,
		babe: BabeLink<Block>,
		time: BlockTime,
		pool: OffchainTransactionPoolFactory<Block>,
	) -> Self {
		Self { client, babe, time, pool, notes: Mutex::default() }
	}

	fn look_at(&self, block: &BlockImportParams<Block>) {
		let (now, _) = self.time.now();
		let seen = self.seen(block);
		let proofs = self.notes.lock().unwrap_or_else(PoisonError::into_inner).proofs(now, seen);
		for proof in proofs {
			let slot = proof.slot;
			match self.report(proof) {
				Ok(true) => log::info!("⚖️ A report of two blocks in slot {slot} went to the pool."),
				Ok(false) => log::warn!("⚖️ Two blocks in slot {slot}: no block of that session is here that shows whose key it is."),
				Err(error) => log::warn!("⚖️ Two blocks in slot {slot} could not be reported: {error}"),
			}
		}
	}

	/// The header of a block of these days, and who has sealed it.
	fn seen(&self, block: &BlockImportParams<Block>) -> Option<Seen> {
		use BlockOrigin::{ConsensusBroadcast, NetworkBroadcast, Own};
		if !matches!(block.origin, ConsensusBroadcast | NetworkBroadcast | Own) {
			return None;
		}
		// Both are there once the seal has been verified or made.
		let babe = block.get_intermediate::<BabeIntermediate<Block>>(INTERMEDIATE_KEY).ok()?;
		let claim = find_pre_digest::<Block>(&block.header).ok()?;

		let config = self.babe.config();
		let epochs = self.babe.epoch_changes().shared_data();
		let epoch =
			epochs.viable_epoch(&babe.epoch_descriptor, |slot| Epoch::genesis(config, slot))?;
		let (author, _) = epoch.as_ref().authorities.get(claim.authority_index() as usize)?;
		Some(Seen { slot: claim.slot(), author: author.clone(), header: block.post_header() })
	}

	/// Hands a report to the pool. Says whether there was a proof of whose key it is.
	fn report(&self, proof: Proof) -> Result<bool, ApiError> {
		let best = self.client.info().best_hash;
		// The second block may not be imported yet, the first not any more; and the best one may be of a later session.
		let (first, second) = (&proof.first_header, &proof.second_header);
		let witnesses =
			[first.hash(), second.hash(), *first.parent_hash(), *second.parent_hash(), best];
		let Some(owner) = witnesses.into_iter().find_map(|block| self.owner(&proof, block)) else {
			return Ok(false);
		};

		let mut api = self.client.runtime_api();
		api.register_extension(self.pool.offchain_transaction_pool(best));
		api.submit_report_equivocation_unsigned_extrinsic(best, proof, owner)?;
		Ok(true)
	}

	/// Proves whose key it is, if the state of `block` is here and of the session of the offence: the chain takes no proof
	/// of another one, though the key may be in both.
	fn owner(&self, proof: &Proof, block: Hash) -> Option<OpaqueKeyOwnershipProof> {
		let api = self.client.runtime_api();
		let epoch = api.current_epoch(block).ok()?;
		let past_start = proof.slot.checked_sub(*epoch.start_slot)?;
		if past_start >= epoch.duration {
			return None;
		}
		api.generate_key_ownership_proof(block, proof.slot, proof.offender.clone()).ok()?
	}
}
