// SPDX-License-Identifier: Apache-2.0

//! How newcomers get past a forced change of the authority set.
//!
//! A newcomer by warp sync goes from set to set: the last block of each is justified by that set and names the next one.
//! A set that could not finalise any more has justified no such block, and the one after it came by force. No signature
//! leads over that gap; the specification of the chain does, which everybody who syncs has to trust in any case: it names
//! the block that announced the change, and the set. The verifier of the SDK knows this as a hard fork of the authority
//! set. What is missing is that somebody sends that block: the proofs of the SDK end before the gap.
//!
//! Afterwards a newcomer fetches the blocks in between. The SDK wants a justification for each that announces a set, and
//! counts that set. Those of the stall have none, and their sets never came: they are imported for what they are.
//!
//! A node that imports every block in order needs none of this. It finds the forced change in the header that announced
//! it.

use crate::{
	hard_forks::{last_finalised, GrandpaHardFork},
	service::{Block, BlockNumber, FullBackend, FullClient, Hash, Header},
	warp_target::SpareParentOfTarget,
};
use codec::{DecodeAll, Encode};
use sc_client_api::Backend as _;
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_consensus_grandpa::{
	find_scheduled_change,
	warp_proof::{NetworkProvider, WarpSyncFragment},
	SharedAuthoritySet,
};
use sc_network_sync::strategy::warp::{EncodedProof, Verifier, WarpSyncProvider};
use sp_blockchain::{HeaderBackend, Result as ClientResult};
use sp_consensus::Error as ConsensusError;
use sp_runtime::traits::Header as _;
use std::{error::Error, sync::Arc};

/// What goes over the wire: the fragments, and whether there are no more of them.
type Proof = (Vec<WarpSyncFragment<Block>>, bool);

type Failure = Box<dyn Error + Send + Sync>;

/// The proofs of the SDK, and a fragment for each hard fork that the specification of the chain names.
pub struct WarpProofs {
	inner: NetworkProvider<Block, FullBackend>,
	backend: Arc<FullBackend>,
	/// In the order of the chain.
	hard_forks: Vec<GrandpaHardFork>,
}

impl WarpProofs {
	/// Proves the sets of `authority_set`, with these forks in the order of the chain.
	pub fn new(
		backend: Arc<FullBackend>,
		authority_set: SharedAuthoritySet<Hash, BlockNumber>,
		hard_forks: Vec<GrandpaHardFork>,
	) -> Self {
		let theirs = hard_forks.iter().cloned().map(Into::into).collect();
		let inner = NetworkProvider::new(backend.clone(), authority_set, theirs);
		Self { inner, backend, hard_forks }
	}
}

impl WarpSyncProvider<Block> for WarpProofs {
	fn generate(&self, start: Hash) -> Result<EncodedProof, Failure> {
		let proof = self.inner.generate(start)?;
		let Some(fork) = next_fork(self.backend.blockchain(), &self.hard_forks, start)? else {
			return Ok(proof);
		};
		let proof = Proof::decode_all(&mut &proof.0[..])?;
		Ok(EncodedProof(until_fork(proof, fork).encode()))
	}

	fn create_verifier(&self) -> Box<dyn Verifier<Block>> {
		Box::new(SpareParentOfTarget::new(self.inner.create_verifier()))
	}
}

/// The header of the first hard fork after the block `start`, if it is finalised here.
fn next_fork(
	chain: &impl HeaderBackend<Block>,
	forks: &[GrandpaHardFork],
	start: Hash,
) -> ClientResult<Option<Header>> {
	let Some(start) = chain.number(start)? else { return Ok(None) };
	let Some(fork) = forks.iter().find(|fork| fork.block.number > start) else { return Ok(None) };
	let block = &fork.block;
	if block.number > chain.info().finalized_number || chain.hash(block.number)? != Some(block.hash)
	{
		return Ok(None);
	}
	chain.header(block.hash)
}

/// `proof` as far as the last set before the gap, and the block of the hard fork behind it. The newcomer asks for what
/// comes after that next.
fn until_fork((mut fragments, is_finished): Proof, fork: Header) -> Proof {
	// Nobody verifies the justification at a hard fork, but there has to be one.
	let Some(filler) = fragments.last().map(|last| last.justification.clone()) else {
		return (fragments, is_finished);
	};
	let gap = last_finalised(&fork).unwrap_or(*fork.number());
	fragments.retain(|fragment| {
		let header = &fragment.header;
		*header.number() <= gap && find_scheduled_change::<Block>(header).is_some()
	});
	// A set that finalised nothing at all ends where it began, with the justification of the one before it.
	fragments.dedup_by_key(|fragment| *fragment.header.number());
	// Or else this answer is as large as one may be, and the gap comes with a later one.
	if is_finished || fragments.is_empty() {
		fragments.push(WarpSyncFragment { header: fork, justification: filler });
	}
	(fragments, false)
}

/// The import of GRANDPA, but for the old blocks of a stall that a newcomer fetches.
#[derive(Clone)]
pub struct PassOverStalls<I> {
	inner: I,
	client: Arc<FullClient>,
	/// In the order of the chain.
	hard_forks: Arc<[GrandpaHardFork]>,
}

impl<I> PassOverStalls<I> {
	/// Blocks go on to `inner`, but for those that lie before one of these forks and announce a set that never came.
	pub fn new(inner: I, client: Arc<FullClient>, hard_forks: Arc<[GrandpaHardFork]>) -> Self {
		Self { inner, client, hard_forks }
	}
}

#[async_trait::async_trait]
impl<I> BlockImport<Block> for PassOverStalls<I>
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
		let passed_over = is_passed_over(&*self.client, &self.hard_forks, &block.header)
			.map_err(|error| ConsensusError::ClientImport(error.to_string()))?;
		if passed_over {
			self.client.import_block(block).await
		} else {
			self.inner.import_block(block).await
		}
	}
}

/// Whether this block, which was final before it came here, announces a set in whose place another came by force.
fn is_passed_over(
	chain: &impl HeaderBackend<Block>,
	forks: &[GrandpaHardFork],
	header: &Header,
) -> ClientResult<bool> {
	let number = *header.number();
	if find_scheduled_change::<Block>(header).is_none() || number > chain.info().finalized_number {
		return Ok(false);
	}
	let Some(fork) = forks.iter().find(|fork| fork.block.number > number) else {
		return Ok(false);
	};
	let announcing = chain.header(fork.block.hash)?;
	Ok(announcing.as_ref().and_then(last_finalised).is_some_and(|last| last < number))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::hard_forks::tests::{forced, fork, header, scheduled, stalled};
	use sc_consensus_grandpa::GrandpaJustification;

	/// The block 40 that forces a set after block 25.
	fn forcing() -> Header {
		header(40, Hash::default(), Some(forced(25, &[1])))
	}

	/// A justification without votes: a round, the target, no precommits, no ancestors.
	fn justification() -> GrandpaJustification<Block> {
		let empty = (1u64, (Hash::default(), 1 as BlockNumber, Vec::<u8>::new()), Vec::<u8>::new());
		GrandpaJustification::decode_all(&mut &empty.encode()[..]).expect("an empty one")
	}

	fn fragment(header: Header) -> WarpSyncFragment<Block> {
		WarpSyncFragment { header, justification: justification() }
	}

	/// The last blocks of sets, and if it `is_finished` the last final block, 90.
	fn proof(numbers: &[BlockNumber], is_finished: bool) -> Proof {
		let ends = numbers.iter().map(|number| Some((*number, Some(scheduled(&[1])))));
		let best = is_finished.then_some((90, None));
		let blocks = ends.chain([best]).flatten();
		let fragments =
			blocks.map(|(number, log)| fragment(header(number, Hash::default(), log))).collect();
		(fragments, is_finished)
	}

	fn numbers((fragments, is_finished): Proof) -> (Vec<BlockNumber>, bool) {
		(fragments.iter().map(|fragment| *fragment.header.number()).collect(), is_finished)
	}

	#[test]
	fn a_proof_goes_on_to_the_fork_and_then_the_next_one_is_asked_for() {
		// The sets up to the gap, and the last justification of all, by a set that the newcomer does not know yet.
		let whole = proof(&[10, 20], true);
		assert_eq!(numbers(until_fork(whole, forcing())), (vec![10, 20, 40], false));
	}

	#[test]
	fn a_gap_right_at_the_start_is_bridged_too() {
		assert_eq!(numbers(until_fork(proof(&[], true), forcing())), (vec![40], false));
	}

	#[test]
	fn a_set_that_finalised_nothing_has_no_fragment() {
		// The set that began with block 25 finalised nothing; the one that came by force ended with block 50.
		let whole = proof(&[10, 25, 25, 50], true);
		assert_eq!(numbers(until_fork(whole, forcing())), (vec![10, 25, 40], false));
	}

	#[test]
	fn what_the_forced_set_finalised_before_its_own_announcement_is_no_step() {
		let mut whole = proof(&[10], false);
		whole.0.push(fragment(header(30, Hash::default(), None)));
		whole.1 = true;
		assert_eq!(numbers(until_fork(whole, forcing())), (vec![10, 40], false));
	}

	#[test]
	fn an_answer_that_is_full_before_the_fork_goes_out_as_it_is() {
		let part = proof(&[10, 20], false);
		assert_eq!(numbers(until_fork(part, forcing())), (vec![10, 20], false));
	}

	#[test]
	fn without_any_justification_there_is_nothing_to_add() {
		let nothing = (vec![], true);
		assert_eq!(numbers(until_fork(nothing, forcing())), (vec![], true));
	}

	#[test]
	fn the_bytes_are_those_of_the_sdk() {
		let bytes = proof(&[10, 20], true).encode();
		let proof =
			sc_consensus_grandpa::warp_proof::WarpSyncProof::<Block>::decode_all(&mut &bytes[..]);
		assert_eq!(proof.expect("the same layout").encode(), bytes);
	}

	#[test]
	fn the_next_fork_is_the_first_one_after_the_block_that_is_asked_for() {
		let (chain, _, fork_of_8) = stalled();
		let forks = [fork_of_8];
		let hash = |number| chain.hash(number).unwrap().unwrap();
		let next = |start| next_fork(&chain, &forks, start).unwrap().map(|fork| *fork.number());
		assert_eq!(next(hash(0)), Some(8));
		assert_eq!(next(hash(7)), Some(8));
		assert_eq!(next(hash(8)), None);
		assert_eq!(next(Hash::repeat_byte(1)), None);
		// Of another chain, or not final here.
		for number in [8, 11] {
			let elsewhere = [fork(3, &header(number, hash(1), None), &[1])];
			assert_eq!(next_fork(&chain, &elsewhere, hash(0)).unwrap(), None);
		}
	}

	#[test]
	fn only_old_blocks_of_a_stall_that_announce_a_set_are_passed_over() {
		let (chain, _, fork_of_8) = stalled();
		let forks = [fork_of_8];
		let is = |number, log| {
			is_passed_over(&chain, &forks, &header(number, Hash::default(), log)).unwrap()
		};
		for number in 0..12 {
			assert_eq!(is(number, Some(scheduled(&[1]))), (5..8).contains(&number), "{number}");
			assert!(!is(number, None));
			assert!(!is(number, Some(forced(4, &[1]))));
		}
		let at = header(6, Hash::default(), Some(scheduled(&[1])));
		assert!(!is_passed_over(&chain, &[], &at).unwrap());
		let elsewhere = [fork(3, &header(8, Hash::default(), None), &[1])];
		assert!(!is_passed_over(&chain, &elsewhere, &at).unwrap(), "of another chain");
	}
}
