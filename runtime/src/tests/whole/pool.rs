// SPDX-License-Identifier: Apache-2.0

//! The transaction pool and the author, as the node has them: what is valid waits; who comes first in a block is told
//! by priority, longevity and age, after what it requires; what does not fit is left for the next block.

use crate::{AccountId, Executive, Hash, Nonce, RuntimeCall, System, UncheckedExtrinsic};
use codec::Encode;
use frame_support::storage::{with_transaction_unchecked, TransactionOutcome};
use sp_runtime::{
	transaction_validity::{
		InvalidTransaction, TransactionSource, TransactionTag, TransactionValidity,
		TransactionValidityError, ValidTransaction,
	},
	ApplyExtrinsicResult,
};
use std::{
	cmp::Reverse,
	collections::{BTreeMap, BTreeSet, BinaryHeap},
};

/// How many transactions that do not fit an author skips before it closes the block.
const MAX_SKIPPED: u32 = 8;

/// A valid transaction.
struct Waiting<L> {
	extrinsic: UncheckedExtrinsic,
	validity: ValidTransaction,
	label: L,
}

/// Why a transaction is not in the pool.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
	Invalid(TransactionValidityError),
	/// Those with the same tags that are there have together as high a priority.
	TooLowPriority,
}

/// Transactions that wait, each with a label that whoever submitted it knows it by. Their order is that of arrival.
pub struct Pool<L> {
	waiting: Vec<Waiting<L>>,
}

impl<L: Copy> Pool<L> {
	pub fn new() -> Self {
		Self { waiting: Vec::new() }
	}

	pub fn len(&self) -> usize {
		self.waiting.len()
	}

	/// What waits: labels and calls.
	pub fn waiting(&self) -> impl Iterator<Item = (L, &RuntimeCall)> {
		self.waiting.iter().map(|waiting| (waiting.label, &waiting.extrinsic.function))
	}

	/// The number that the next transaction of `who` should have, after those that wait.
	pub fn next_nonce(&self, who: &AccountId) -> Nonce {
		let nonce = System::account_nonce(who);
		let tags = self.waiting.iter().flat_map(|waiting| &waiting.validity.provides);
		let taken: BTreeSet<_> = tags.collect();
		(nonce..).find(|nonce| !taken.contains(&(who, nonce).encode())).unwrap_or(nonce)
	}

	/// Takes a transaction in, in place of those with the same tags, if its priority is above the sum of theirs.
	pub fn submit(&mut self, extrinsic: UncheckedExtrinsic, label: L) -> Result<(), Refusal> {
		let validity = validate(&extrinsic).map_err(Refusal::Invalid)?;
		let rivals = |other: &Waiting<L>| {
			other.validity.provides.iter().any(|tag| validity.provides.contains(tag))
		};
		let there = self.waiting.iter().filter(|other| rivals(other));
		let priorities = there.map(|other| other.validity.priority);
		if priorities.reduce(u64::saturating_add) >= Some(validity.priority) {
			return Err(Refusal::TooLowPriority);
		}
		self.waiting.retain(|other| !rivals(other));
		self.waiting.push(Waiting { extrinsic, validity, label });
		Ok(())
	}

	/// Drops what the last block has made invalid, and what requires something that nobody in the pool provides. What
	/// was dropped.
	pub fn revalidate(&mut self) -> Vec<L> {
		let waiting = core::mem::take(&mut self.waiting);
		let (mut valid, mut dropped) = (Vec::new(), Vec::new());
		for waiting in waiting {
			match validate(&waiting.extrinsic) {
				Ok(validity) => valid.push(Some(Waiting { validity, ..waiting })),
				Err(_) => dropped.push(waiting.label),
			}
		}
		let mut queue = Queue::new(valid.iter().flatten().map(|waiting| &waiting.validity));
		let mut reachable = BTreeSet::new();
		while let Some(at) = queue.next() {
			reachable.insert(at);
			queue.unlock(at);
		}
		self.waiting = reachable.into_iter().filter_map(|at| valid[at].take()).collect();
		dropped.extend(valid.into_iter().flatten().map(|waiting| waiting.label));
		dropped
	}

	/// Fills a block: applies what is ready in the order of the pool. What was included, and what became of it. What
	/// is invalid by now is dropped; what there was no room for waits on, as does what comes after either of the two.
	pub fn fill_block(&mut self) -> Vec<(L, ApplyExtrinsicResult)> {
		let mut queue = Queue::new(self.waiting.iter().map(|waiting| &waiting.validity));
		let (mut included, mut gone) = (Vec::new(), BTreeSet::new());
		let mut skipped = 0;
		while let Some(at) = queue.next() {
			let Waiting { extrinsic, label, .. } = &self.waiting[at];
			let applied = apply(extrinsic.clone());
			match applied {
				Ok(_) => {
					included.push((*label, applied));
					gone.insert(at);
					queue.unlock(at);
				}
				Err(error) if error == InvalidTransaction::ExhaustsResources.into() => {
					skipped += 1;
					if skipped > MAX_SKIPPED {
						break;
					}
				}
				Err(_) => {
					gone.insert(at);
				}
			}
		}
		let mut at = 0..;
		self.waiting.retain(|_| at.next().is_some_and(|at| !gone.contains(&at)));
		included
	}
}

/// Where a transaction stands: the highest priority first, then the longest life, then the one that came first.
type Rank = (u64, u64, Reverse<usize>);

/// Gives transactions by their rank, each after all that it requires.
struct Queue<'a> {
	all: Vec<&'a ValidTransaction>,
	ready: BinaryHeap<Rank>,
	/// Who waits for a tag.
	waits: BTreeMap<&'a TransactionTag, Vec<usize>>,
	/// For how many tags each waits still.
	missing: Vec<usize>,
}

impl<'a> Queue<'a> {
	fn new(all: impl Iterator<Item = &'a ValidTransaction>) -> Self {
		let all: Vec<_> = all.collect();
		let missing = all.iter().map(|validity| validity.requires.len()).collect();
		let mut queue = Self { all, ready: BinaryHeap::new(), waits: BTreeMap::new(), missing };
		for at in 0..queue.all.len() {
			let validity = queue.all[at];
			for tag in &validity.requires {
				queue.waits.entry(tag).or_default().push(at);
			}
			if validity.requires.is_empty() {
				queue.release(at);
			}
		}
		queue
	}

	fn release(&mut self, at: usize) {
		let validity = self.all[at];
		self.ready.push((validity.priority, validity.longevity, Reverse(at)));
	}

	fn next(&mut self) -> Option<usize> {
		self.ready.pop().map(|(_, _, Reverse(at))| at)
	}

	/// Lets those go on that wait for what the transaction number `at` provides.
	fn unlock(&mut self, at: usize) {
		for tag in &self.all[at].provides {
			for waiting in self.waits.remove(tag).unwrap_or_default() {
				self.missing[waiting] -= 1;
				if self.missing[waiting] == 0 {
					self.release(waiting);
				}
			}
		}
	}
}

/// Asks the runtime, as the pool does after the last block: the state stays as it is.
fn validate(extrinsic: &UncheckedExtrinsic) -> TransactionValidity {
	with_transaction_unchecked(|| {
		let (source, parent) = (TransactionSource::External, Hash::default());
		let validity = Executive::validate_transaction(source, extrinsic.clone(), parent);
		TransactionOutcome::Rollback(validity)
	})
}

/// Applies a transaction, as the block builder does: an invalid one leaves no trace.
fn apply(extrinsic: UncheckedExtrinsic) -> ApplyExtrinsicResult {
	with_transaction_unchecked(|| {
		let applied = Executive::apply_extrinsic(extrinsic);
		match applied {
			Ok(_) => TransactionOutcome::Commit(applied),
			Err(_) => TransactionOutcome::Rollback(applied),
		}
	})
}
