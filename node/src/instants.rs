// SPDX-License-Identifier: Apache-2.0

//! When a block is due, where one is made as soon as there is a transaction.
//!
//! To listen to the pool is not enough. It tells of a transaction once, and the block that is made then may not take it:
//! the first block of a session has room for nothing but the change of sessions. Or a block is being made without it
//! already; and then the pool may not even have it ready for the next one: what comes in while the pool prepares for a
//! block that was just made is taken up when it prepares for the one after that.

use crate::{
	sealing::{ticks, POOL_TIMEOUT},
	service::{Block, FullClient, Hash, Pool},
};
use futures::{stream, stream::BoxStream, Stream, StreamExt};
use sc_client_api::BlockBackend;
use sc_transaction_pool_api::{InPoolTransaction, TransactionPool};
use sp_blockchain::HeaderBackend;
use sp_runtime::traits::{Block as BlockT, Header as _};
use std::{collections::BTreeSet, sync::Arc, time::Duration};

/// How often the pool is looked at, whatever it tells.
const LOOK_AGAIN: Duration = Duration::from_millis(250);

/// How many blocks back a transaction is looked for that the pool has told of: many more than are made between two looks.
const MOST_BLOCKS: usize = 64;

/// How many blocks in a row may be made for the same transactions: one that none of them takes is no reason for ever more.
const MOST_OFFERS: u32 = 3;

/// The moments at which a block is due.
pub struct Instants {
	client: Arc<FullClient>,
	pool: Arc<Pool>,
	/// The transactions that the pool tells of, by their hashes; none at a tick.
	told: BoxStream<'static, Vec<Hash>>,
	due: Due,
	/// The best block at the last look.
	last: Hash,
}

impl Instants {
	/// From now on.
	pub fn new(client: Arc<FullClient>, pool: Arc<Pool>) -> Self {
		// Transactions that arrive together share a block.
		let imported = pool.import_notification_stream().ready_chunks(1_024);
		let told = stream::select(imported, ticks(LOOK_AGAIN).map(|()| Vec::new())).boxed();
		let last = client.info().best_hash;
		Self { client, pool, told, due: Due::default(), last }
	}

	/// An item for each block that is due.
	pub fn into_stream(self) -> impl Stream<Item = ()> {
		stream::unfold(self, |mut instants| async move {
			instants.next().await.map(|()| ((), instants))
		})
	}

	async fn next(&mut self) -> Option<()> {
		loop {
			let told = self.told.next().await?;
			self.due.tell(told);
			let best = self.client.info().best_hash;
			self.due.forget(&self.made_until(best));
			self.last = best;
			if self.due.is_due(ready_at(&self.pool, best).await) {
				return Some(());
			}
		}
	}

	/// The transactions in the blocks since the last look.
	fn made_until(&self, best: Hash) -> BTreeSet<Hash> {
		let parent = |hash: &Hash| Some(*self.client.header(*hash).ok()??.parent_hash());
		std::iter::successors(Some(best), parent)
			.take_while(|hash| *hash != self.last)
			.take(MOST_BLOCKS)
			.flat_map(|hash| self.body(hash))
			.collect()
	}

	fn body(&self, block: Hash) -> Vec<Hash> {
		let body = self.client.block_body(block).ok().flatten().unwrap_or_default();
		body.iter()
			.map(|extrinsic: &<Block as BlockT>::Extrinsic| self.pool.hash_of(extrinsic))
			.collect()
	}
}

/// What `pool` has ready for the block after the one called `parent`.
async fn ready_at(pool: &Pool, parent: Hash) -> BTreeSet<Hash> {
	let ready = pool.ready_at_with_timeout(parent, POOL_TIMEOUT).await;
	ready.map(|transaction| *transaction.hash()).collect()
}

/// Whether there is reason for another block.
#[derive(Default)]
struct Due {
	/// What the pool has told of, and what no block was made for since.
	told: BTreeSet<Hash>,
	/// What was ready at the last look.
	ready: BTreeSet<Hash>,
	/// How many blocks were due since that is ready, and nothing else.
	offers: u32,
}

impl Due {
	/// The pool tells of `transactions`.
	fn tell(&mut self, transactions: Vec<Hash>) {
		self.told.extend(transactions);
	}

	/// The `transactions` are in blocks.
	fn forget(&mut self, transactions: &BTreeSet<Hash>) {
		self.told.retain(|hash| !transactions.contains(hash));
	}

	/// Whether a block is due, now that these transactions are `ready`: for them, unless enough blocks in a row did not take
	/// the same ones, or that the pool takes up what it has told of and does not have ready.
	fn is_due(&mut self, ready: BTreeSet<Hash>) -> bool {
		let left_behind = self.told.difference(&ready).next().is_some();
		self.told.clear();
		if ready != self.ready {
			self.ready = ready;
			self.offers = 0;
		}
		let is_offered = !self.ready.is_empty() && self.offers < MOST_OFFERS;
		let is_due = left_behind || is_offered;
		self.offers += u32::from(is_due);
		is_due
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn hashes(bytes: impl IntoIterator<Item = u8>) -> BTreeSet<Hash> {
		bytes.into_iter().map(Hash::repeat_byte).collect()
	}

	fn told(bytes: impl IntoIterator<Item = u8>) -> Due {
		let mut due = Due::default();
		due.tell(hashes(bytes).into_iter().collect());
		due
	}

	#[test]
	fn what_is_ready_gets_a_block_and_one_only() {
		let mut due = told([1, 2]);
		assert!(due.is_due(hashes([1, 2])));
		due.forget(&hashes([1, 2]));
		assert!(!due.is_due(hashes([])), "an empty block");
	}

	#[test]
	fn what_came_while_a_block_was_made_gets_the_next_one_without_being_told_of_again() {
		let mut due = told([1]);
		assert!(due.is_due(hashes([1])));
		assert!(due.is_due(hashes([2])));
		assert!(!due.is_due(hashes([])));
	}

	#[test]
	fn what_the_pool_told_of_and_does_not_have_ready_gets_two_blocks_to_get_in() {
		let mut due = told([1]);
		assert!(due.is_due(hashes([])), "the pool takes it up at a block");
		assert!(due.is_due(hashes([1])), "and the next one takes it in");
		assert!(!due.is_due(hashes([])));
	}

	#[test]
	fn what_is_in_a_block_already_when_the_pool_tells_of_it_gets_none() {
		let mut due = told([1]);
		due.forget(&hashes([1]));
		assert!(!due.is_due(hashes([])));
	}

	#[test]
	fn what_a_full_block_does_not_take_gets_the_next_one() {
		let mut due = told([1]);
		assert!(due.is_due(hashes([1])), "the first of a session, say");
		assert!(due.is_due(hashes([1])));
		due.forget(&hashes([1]));
		assert!(!due.is_due(hashes([])));
	}

	#[test]
	fn what_no_block_takes_is_no_reason_for_ever_more() {
		let mut due = told([1]);
		for _ in 0..MOST_OFFERS {
			assert!(due.is_due(hashes([1])));
		}
		assert!(!due.is_due(hashes([1])));
		due.tell(hashes([2]).into_iter().collect());
		assert!(due.is_due(hashes([1, 2])), "but another one is");
	}

	#[test]
	fn what_does_not_fit_into_one_block_gets_more() {
		let mut due = told(1..=9);
		assert!(due.is_due(hashes(1..=9)));
		due.forget(&hashes(1..=5));
		assert!(due.is_due(hashes(6..=9)));
	}
}
