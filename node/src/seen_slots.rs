// SPDX-License-Identifier: Apache-2.0

//! The blocks that were seen in each slot, and how they are forgotten after a standstill.
//!
//! To tell when an author makes two blocks in one slot, `sc-consensus-slots` notes the headers of each slot in the
//! database. Once the first slot with a note is [`PRUNING_BOUND`] slots old, it deletes the notes of all but the last
//! [`MAX_SLOT_CAPACITY`] slots: one key for every slot that went by since, whether a block was in it or not. Where no
//! block came for years, these are millions of keys in memory, and in one write of the database, for the import of one
//! block. [`forget`] gets to the same result before, and looks only where there can be notes.

use crate::{
	block_time::BlockTime,
	service::{Block, FullClient},
};
use sc_client_api::AuxStore;
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_consensus_slots::{MAX_SLOT_CAPACITY, PRUNING_BOUND};
use sp_blockchain::Result as ClientResult;
use sp_consensus::Error as ConsensusError;
use sp_consensus_babe::Slot;
use std::sync::Arc;

/// Where `sc-consensus-slots` notes the headers of a slot: the number of the slot follows.
const HEADERS: &[u8] = b"slot_header_map";

/// Where it notes the first slot of which it has notes.
const FIRST: &[u8] = b"slot_header_start";

/// No note is further than this after the first slot: that is less than [`PRUNING_BOUND`] slots old, or made so, whenever
/// a header is noted, and a header may come one slot early.
const SPAN: u64 = PRUNING_BOUND;

fn headers_in(slot: Slot) -> Vec<u8> {
	[HEADERS, &slot.to_le_bytes()].concat()
}

/// Whether a block was seen in `slot`, as far as that is remembered.
pub fn is_seen(store: &impl AuxStore, slot: Slot) -> bool {
	store.get_aux(&headers_in(slot)).is_ok_and(|headers| headers.is_some())
}

/// The first slot of which there are notes.
fn first(store: &impl AuxStore) -> ClientResult<Option<Slot>> {
	let first = store.get_aux(FIRST)?;
	Ok(first.and_then(|bytes| bytes.try_into().ok()).map(|bytes| u64::from_le_bytes(bytes).into()))
}

/// Forgets the slots before the last [`MAX_SLOT_CAPACITY`] ones, if it is time to: leaves behind what
/// `sc-consensus-slots` would leave behind. Deletes as many keys as there can be notes, however long ago they were made.
fn forget(store: &impl AuxStore, now: Slot) -> ClientResult<()> {
	let Some(first) = first(store)? else { return Ok(()) };
	if *now.saturating_sub(*first) < PRUNING_BOUND {
		return Ok(());
	}
	let kept = now.saturating_sub(MAX_SLOT_CAPACITY);
	let end = kept.min(first.saturating_add(SPAN).saturating_add(1_u64));
	let forgotten: Vec<_> = (*first..*end).map(|slot| headers_in(slot.into())).collect();
	let forgotten: Vec<_> = forgotten.iter().map(Vec::as_slice).collect();
	store.insert_aux(&[(FIRST, &kept.to_le_bytes()[..])], &forgotten)
}

/// The import of BABE, without millions of keys to delete after a standstill.
#[derive(Clone)]
pub struct ForgetSeenSlots<I> {
	inner: I,
	client: Arc<FullClient>,
	time: BlockTime,
}

impl<I> ForgetSeenSlots<I> {
	/// Blocks go on to `inner`, which checks them against the same `time`.
	pub fn new(inner: I, client: Arc<FullClient>, time: BlockTime) -> Self {
		Self { inner, client, time }
	}
}

#[async_trait::async_trait]
impl<I> BlockImport<Block> for ForgetSeenSlots<I>
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
		let (now, _) = self.time.now();
		forget(&*self.client, now)
			.map_err(|error| ConsensusError::ClientImport(error.to_string()))?;
		self.inner.import_block(block).await
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::service::Header;
	use sc_client_api::in_mem::Blockchain;
	use sc_consensus_slots::check_equivocation;
	use sp_runtime::traits::Header as _;
	use std::sync::atomic::{AtomicUsize, Ordering};

	const START: u64 = 300_000_000;
	const AUTHOR: u8 = 7;
	const YEAR: u64 = 365 * 24 * 60 * 10;

	/// What is noted, and how many keys had to go for it.
	struct Store {
		notes: Blockchain<Block>,
		deleted: AtomicUsize,
	}

	impl AuxStore for Store {
		fn insert_aux<
			'a,
			'b: 'a,
			'c: 'a,
			I: IntoIterator<Item = &'a (&'c [u8], &'c [u8])>,
			D: IntoIterator<Item = &'a &'b [u8]>,
		>(
			&self,
			insert: I,
			delete: D,
		) -> ClientResult<()> {
			let delete: Vec<_> = delete.into_iter().collect();
			self.deleted.fetch_add(delete.len(), Ordering::SeqCst);
			self.notes.insert_aux(insert, delete)
		}

		fn get_aux(&self, key: &[u8]) -> ClientResult<Option<Vec<u8>>> {
			self.notes.get_aux(key)
		}
	}

	impl Store {
		/// A node that has seen blocks in the slots from [`START`] on.
		fn with_blocks(count: u64) -> Self {
			let store = Self { notes: Blockchain::new(), deleted: AtomicUsize::new(0) };
			for slot in START..START + count {
				assert!(!store.equivocates(slot, slot, 0));
			}
			store.deleted.store(0, Ordering::SeqCst);
			store
		}

		/// Has the SDK look at the block `number` in `slot`, and note it.
		fn equivocates(&self, now: u64, slot: u64, number: u32) -> bool {
			let header = Header::new(
				number,
				Default::default(),
				Default::default(),
				Default::default(),
				Default::default(),
			);
			check_equivocation(self, now.into(), slot.into(), &header, &AUTHOR)
				.expect("nothing fails in memory")
				.is_some()
		}

		fn forget(&self, now: u64) {
			forget(self, now.into()).expect("nothing fails in memory");
		}

		/// The first slot with notes, and all of those from [`START`] on that have some.
		fn seen(&self, until: u64) -> (Option<Slot>, Vec<u64>) {
			let first = first(self).expect("nothing fails in memory");
			(first, (START..=until).filter(|slot| is_seen(self, (*slot).into())).collect())
		}
	}

	#[test]
	fn what_is_left_is_what_the_sdk_leaves() {
		for blocks in [1, 10, PRUNING_BOUND, PRUNING_BOUND + 500] {
			for gap in [1, 500, 999, 1_000, 1_001, 1_999, 2_000, 2_001, 5_000, 50_000] {
				let now = START + blocks - 1 + gap;
				let (ours, sdk) = (Store::with_blocks(blocks), Store::with_blocks(blocks));
				ours.forget(now);
				for store in [&ours, &sdk] {
					// The clock of a peer may be ahead by a slot.
					assert!(!store.equivocates(now, now + 1, 1));
				}
				assert_eq!(ours.seen(now + 1), sdk.seen(now + 1), "{gap} after {blocks}");
			}
		}
	}

	#[test]
	fn a_standstill_of_a_century_costs_no_more_keys_than_there_are_notes() {
		for blocks in [1, 1_000, 10_000] {
			let store = Store::with_blocks(blocks);
			let now = START + blocks + 100 * YEAR;
			store.forget(now);
			assert!(!store.equivocates(now, now, 1));
			assert!(store.deleted.load(Ordering::SeqCst) as u64 <= SPAN + 1, "{blocks}");
			assert!(store.seen(START + blocks).1.is_empty(), "{blocks}");
			assert!(is_seen(&store, now.into()));
		}
	}

	#[test]
	fn a_second_block_in_a_slot_is_noticed_right_after_a_standstill() {
		let store = Store::with_blocks(10);
		let now = START + YEAR;
		store.forget(now);
		assert!(!store.equivocates(now, now, 1));
		store.forget(now + 1);
		assert!(store.equivocates(now + 1, now, 2));
	}

	#[test]
	fn nothing_is_written_before_it_is_time_to_forget() {
		let empty = Store::with_blocks(0);
		empty.forget(START + YEAR);
		assert_eq!(empty.seen(START), (None, vec![]));

		let store = Store::with_blocks(1);
		store.forget(START + PRUNING_BOUND - 1);
		assert_eq!(store.seen(START), (Some(START.into()), vec![START]));
		// A clock that was set back.
		store.forget(START - 1);
		assert_eq!(store.seen(START), (Some(START.into()), vec![START]));
		assert_eq!(store.deleted.load(Ordering::SeqCst), 0);
	}
}
