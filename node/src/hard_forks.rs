// SPDX-License-Identifier: Apache-2.0

//! The forced changes of the authority set that a chain specification names, for newcomers by warp sync.

use crate::service::{Block, BlockNumber, Hash, Header};
use sc_consensus_grandpa::{find_forced_change, AuthoritySetChanges, AuthoritySetHardFork};
use serde::{Deserialize, Serialize};
use sp_blockchain::HeaderBackend;
use sp_consensus_grandpa::AuthorityId;
use std::collections::BTreeSet;

/// An authority set that came by a forced change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GrandpaHardFork {
	/// The number of the set.
	pub set_id: u64,
	/// The block that announced the change.
	pub block: ForkBlock,
	/// The keys of the set, each with one vote.
	pub authorities: Vec<AuthorityId>,
}

/// A block, by its number and its hash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForkBlock {
	/// How high it is.
	pub number: BlockNumber,
	/// Which one.
	pub hash: Hash,
}

impl From<GrandpaHardFork> for AuthoritySetHardFork<Block> {
	fn from(fork: GrandpaHardFork) -> Self {
		Self {
			set_id: fork.set_id,
			block: (fork.block.hash, fork.block.number),
			authorities: fork.authorities.into_iter().map(|key| (key, 1)).collect(),
			// Only for nodes that import each block, which find it in the header.
			last_finalized: None,
		}
	}
}

/// The last block before a forced change that the set before had finalised, as the header that announces it says.
pub fn last_finalised(header: &Header) -> Option<BlockNumber> {
	find_forced_change::<Block>(header).map(|(last_finalised, _)| last_finalised)
}

/// The error names the first fork that cannot be, whatever the chain is.
pub fn check(forks: &[GrandpaHardFork]) -> Result<(), String> {
	for GrandpaHardFork { set_id, block, authorities } in forks {
		if *set_id == 0 || block.number == 0 {
			return Err(of(
				*set_id,
				"comes by no forced change: `setId` and `block.number` are 1 or more",
			));
		}
		if authorities.is_empty() {
			return Err(of(*set_id, "has no `authorities`"));
		}
		let mut known = BTreeSet::new();
		if let Some(twice) = authorities.iter().find(|key| !known.insert(*key)) {
			return Err(of(*set_id, &format!("names {twice} twice")));
		}
	}
	let order = forks
		.windows(2)
		.find(|two| two[0].block.number >= two[1].block.number || two[0].set_id >= two[1].set_id);
	order.map_or(Ok(()), |two| {
		let (before, after) = (&two[0], &two[1]);
		let place = format!(
			"at block {} has to come after set {} at block {}",
			after.block.number, before.set_id, before.block.number
		);
		Err(of(after.set_id, &place))
	})
}

/// The error names the first fork that is not that of the chain of this node, as far as it knows its blocks.
pub fn check_against(
	chain: &impl HeaderBackend<Block>,
	changes: &AuthoritySetChanges<BlockNumber>,
	forks: &[GrandpaHardFork],
) -> Result<(), String> {
	for fork in forks {
		check_one_against(chain, changes, fork)?;
	}
	Ok(())
}

fn check_one_against(
	chain: &impl HeaderBackend<Block>,
	changes: &AuthoritySetChanges<BlockNumber>,
	GrandpaHardFork { set_id, block, authorities }: &GrandpaHardFork,
) -> Result<(), String> {
	let failed = |error| format!("the block of set {set_id} cannot be read: {error}");
	if block.number > chain.info().finalized_number {
		return Ok(());
	}
	let Some(hash) = chain.hash(block.number).map_err(failed)? else { return Ok(()) };
	if hash != block.hash {
		let other =
			format!("names another block {} than {hash:?}, which is final here", block.number);
		return Err(of(*set_id, &other));
	}
	let Some(header) = chain.header(hash).map_err(failed)? else { return Ok(()) };
	let Some((last_finalised, change)) = find_forced_change::<Block>(&header) else {
		return Err(of(*set_id, &format!("names block {}, which forces no change", block.number)));
	};
	if !change.next_authorities.iter().map(|(key, _)| key).eq(authorities) {
		return Err(of(*set_id, &format!("has other `authorities` than block {}", block.number)));
	}
	match set_after(changes, last_finalised) {
		Some(counted) if counted != *set_id => {
			Err(of(*set_id, &format!("has another number here: `setId` {counted}")))
		}
		_ => Ok(()),
	}
}

/// The number of the set that came after the one that finalised `last_finalised` last, if this node was there.
fn set_after(
	changes: &AuthoritySetChanges<BlockNumber>,
	last_finalised: BlockNumber,
) -> Option<u64> {
	let from = last_finalised.checked_sub(1)?;
	// A set that finalised nothing ended with the same block as the one before it.
	let ended = changes.iter_from(from)?.take_while(|(_, last)| *last == last_finalised).last();
	ended.map(|(set, _)| set + 1)
}

/// What is wrong with the fork of the set `set_id`.
fn of(set_id: u64, what: &str) -> String {
	format!("in `grandpaHardForks`, set {set_id} {what}")
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use sc_client_api::{backend::NewBlockState, in_mem::Blockchain};
	use sp_consensus_grandpa::{ConsensusLog, ScheduledChange, GRANDPA_ENGINE_ID};
	use sp_core::crypto::UncheckedFrom;
	use sp_runtime::{traits::Header as _, Digest, DigestItem};
	use std::slice::from_ref as one;

	/// A key like no other.
	pub fn key(seed: u8) -> AuthorityId {
		sp_core::ed25519::Public::unchecked_from([seed; 32]).into()
	}

	/// The block `number` on `parent`, with this message for the voters.
	pub fn header(
		number: BlockNumber,
		parent: Hash,
		log: Option<ConsensusLog<BlockNumber>>,
	) -> Header {
		let logs =
			log.map(|log| DigestItem::Consensus(GRANDPA_ENGINE_ID, codec::Encode::encode(&log)));
		let digest = Digest { logs: logs.into_iter().collect() };
		Header::new(number, Default::default(), Default::default(), parent, digest)
	}

	/// An announcement that these keys finalise from the block on that bears it.
	pub fn scheduled(keys: &[u8]) -> ConsensusLog<BlockNumber> {
		let next_authorities = keys.iter().map(|seed| (key(*seed), 1)).collect();
		ConsensusLog::ScheduledChange(ScheduledChange { next_authorities, delay: 0 })
	}

	/// An announcement that these keys finalise what comes after `last_finalised`.
	pub fn forced(last_finalised: BlockNumber, keys: &[u8]) -> ConsensusLog<BlockNumber> {
		let next_authorities = keys.iter().map(|seed| (key(*seed), 1)).collect();
		ConsensusLog::ForcedChange(last_finalised, ScheduledChange { next_authorities, delay: 10 })
	}

	/// The set number `set_id` of these keys, announced by this block.
	pub fn fork(set_id: u64, header: &Header, keys: &[u8]) -> GrandpaHardFork {
		let block = ForkBlock { number: *header.number(), hash: header.hash() };
		GrandpaHardFork { set_id, block, authorities: keys.iter().copied().map(key).collect() }
	}

	/// A chain of ten final blocks with these messages for the voters.
	fn chain(log: impl Fn(BlockNumber) -> Option<ConsensusLog<BlockNumber>>) -> Blockchain<Block> {
		let chain = Blockchain::<Block>::new();
		let mut parent = Hash::default();
		for number in 0..=10 {
			let header = header(number, parent, log(number));
			parent = header.hash();
			let state = NewBlockState::Final;
			chain.insert(parent, header, None, None, state, true).expect("it follows");
		}
		chain
	}

	/// The block 8 forces the keys 1 and 2 after block 4, where the set 2 ended.
	pub fn stalled() -> (Blockchain<Block>, AuthoritySetChanges<BlockNumber>, GrandpaHardFork) {
		let chain = chain(|number| (number == 8).then(|| forced(4, &[1, 2])));
		let announcing = chain.hash(8).unwrap().unwrap();
		let announcing = chain.header(announcing).unwrap().unwrap();
		let changes = AuthoritySetChanges::from(vec![(0, 2), (1, 4), (2, 4)]);
		(chain, changes, fork(3, &announcing, &[1, 2]))
	}

	#[test]
	fn a_fork_of_this_chain_is_taken() {
		let (chain, changes, fork) = stalled();
		assert_eq!(check_against(&chain, &changes, one(&fork)), Ok(()));
		// Who came later knows neither the sets nor the block, or not all of the chain yet.
		let none = AuthoritySetChanges::from(vec![]);
		assert_eq!(check_against(&chain, &none, one(&fork)), Ok(()));
		let mut future = fork;
		future.block.number = 11;
		assert_eq!(check_against(&chain, &changes, &[future]), Ok(()));
	}

	#[test]
	fn a_fork_of_another_chain_is_refused_with_what_is_wrong() {
		let (chain, changes, fork) = stalled();
		let other = |change: &dyn Fn(&mut GrandpaHardFork)| {
			let mut fork = fork.clone();
			change(&mut fork);
			check_against(&chain, &changes, &[fork]).unwrap_err()
		};
		let seven = chain.hash(7).unwrap().unwrap();
		for (error, words) in [
			(other(&|fork| fork.block.hash = Hash::repeat_byte(1)), "another block 8"),
			(
				other(&|fork| fork.block = ForkBlock { number: 7, hash: seven }),
				"block 7, which forces no change",
			),
			(other(&|fork| fork.authorities.reverse()), "other `authorities` than block 8"),
			(other(&|fork| fork.set_id = 2), "another number here: `setId` 3"),
		] {
			assert!(error.contains(words), "{error}");
		}
	}

	#[test]
	fn forks_that_cannot_be_are_named() {
		let at = |number| header(number, Hash::default(), None);
		for (forks, words) in [
			(vec![fork(7, &at(40), &[])], "set 7 has no `authorities`"),
			(vec![fork(0, &at(40), &[1])], "set 0 comes by no forced change"),
			(vec![fork(7, &at(0), &[1])], "set 7 comes by no forced change"),
			(vec![fork(7, &at(40), &[1, 2, 1])], "twice"),
			(vec![fork(7, &at(40), &[1]), fork(8, &at(40), &[1])], "set 8 at block 40"),
			(vec![fork(7, &at(40), &[1]), fork(7, &at(50), &[1])], "after set 7 at block 40"),
		] {
			let error = check(&forks).unwrap_err();
			assert!(error.contains(words), "{error}");
		}
		assert_eq!(check(&[fork(7, &at(40), &[1]), fork(9, &at(50), &[1])]), Ok(()));
		assert_eq!(check(&[]), Ok(()));
	}

	#[test]
	fn a_fork_is_for_the_verifier_what_it_is_here() {
		let fork = fork(7, &header(40, Hash::default(), None), &[1, 2]);
		let theirs = AuthoritySetHardFork::<Block>::from(fork.clone());
		assert_eq!((theirs.set_id, theirs.block), (7, (fork.block.hash, 40)));
		assert_eq!(theirs.authorities, [(key(1), 1), (key(2), 1)]);
	}
}
