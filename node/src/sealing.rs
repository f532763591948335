// SPDX-License-Identifier: Apache-2.0

//! Blocks on demand instead of by the clock, for tests on a development chain.
//!
//! The blocks bear BABE digests, so that the runtime is the same as on any other chain, but no
//! BABE signature: other nodes do not take them.

use crate::{
	block_time::{BlockTime, SealingClock, MAX_JUMP_MS},
	instants::Instants,
	service::{Block, FullBlockImport, FullClient, Hash, Header, Pool, SelectChain},
};
use futures::{channel::mpsc, stream, stream::BoxStream, Stream, StreamExt};
use jsonrpsee::{
	core::RpcResult,
	proc_macros::rpc,
	types::{error::INVALID_PARAMS_CODE, ErrorObject},
};
use sc_basic_authorship::ProposerFactory;
use sc_client_api::Finalizer;
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sc_consensus_babe::BabeLink;
use sc_consensus_manual_seal::{
	consensus::babe::BabeConsensusDataProvider, run_manual_seal, ConsensusDataProvider,
	EngineCommand, Error, ManualSealParams,
};
use sc_service::error::Error as ServiceError;
use sc_transaction_pool_api::TransactionPool;
use sp_api::StorageProof;
use sp_blockchain::HeaderBackend;
use sp_consensus::Error as ConsensusError;
use sp_consensus_babe::inherents::BabeInherentData;
use sp_inherents::InherentData;
use sp_keystore::KeystorePtr;
use sp_runtime::generic::Digest;
use std::{future::Future, str::FromStr, sync::Arc, time::Duration};
use tokio::time::{interval_at, Instant, MissedTickBehavior};

/// An order to the sealing task.
pub type Command = EngineCommand<Hash>;

/// How long the pool may take to find out what is ready.
pub const POOL_TIMEOUT: Duration = Duration::from_secs(1);

/// When a block is made without being asked for over RPC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sealing {
	/// Never.
	Manual,
	/// As soon as there is a transaction.
	Instant,
	/// At each tick of this length.
	Interval(Duration),
}

impl FromStr for Sealing {
	type Err = String;

	fn from_str(mode: &str) -> Result<Self, Self::Err> {
		match (mode, mode.strip_prefix("interval=")) {
			("manual", _) => Ok(Self::Manual),
			("instant", _) => Ok(Self::Instant),
			(_, Some(ms)) => match ms.parse() {
				Ok(0) => Err("the interval must be at least one millisecond".into()),
				Ok(ms) => Ok(Self::Interval(Duration::from_millis(ms))),
				Err(_) => Err(format!("`{ms}` is not a whole number of milliseconds")),
			},
			_ => Err(format!("`{mode}` is none of `manual`, `instant` and `interval=MS`")),
		}
	}
}

/// What the sealing task works with.
pub struct Params {
	/// When to make blocks unasked.
	pub mode: Sealing,
	/// The time of the blocks.
	pub clock: Arc<SealingClock>,
	/// Orders that come over RPC.
	pub commands: mpsc::Receiver<Command>,
	/// The client.
	pub client: Arc<FullClient>,
	/// The transaction pool.
	pub pool: Arc<Pool>,
	/// Builds the blocks.
	pub proposer: ProposerFactory<Pool, FullClient>,
	/// Where the blocks go.
	pub block_import: FullBlockImport,
	/// The epochs as the block import knows them.
	pub babe_link: BabeLink<Block>,
	/// Which block to build on.
	pub select_chain: SelectChain,
	/// The keys to claim slots with.
	pub keystore: KeystorePtr,
}

/// The task that seals blocks until the node stops.
pub fn task(params: Params) -> Result<impl Future<Output = ()>, ServiceError> {
	let Params { mode, clock, client, pool, .. } = params;

	let babe = BabeConsensusDataProvider::new(
		client.clone(),
		params.keystore,
		params.babe_link.epoch_changes().clone(),
		params.babe_link.config().authorities.clone(),
	)
	.map_err(|error| ServiceError::Other(error.to_string()))?;

	Ok(run_manual_seal(ManualSealParams {
		block_import: FinalizeLast { inner: params.block_import, client: client.clone() },
		env: params.proposer,
		commands_stream: commands(mode, params.commands, client.clone(), pool.clone()),
		select_chain: params.select_chain,
		consensus_data_provider: Some(Box::new(Clockwork { babe, clock: clock.clone() })),
		create_inherent_data_providers: BlockTime::Sealing(clock),
		client,
		pool,
	}))
}

/// BABE digests for sealed blocks; tells the clock which slots they fill.
struct Clockwork {
	babe: BabeConsensusDataProvider<Block, FullClient>,
	clock: Arc<SealingClock>,
}

impl ConsensusDataProvider<Block> for Clockwork {
	fn create_digest(&self, parent: &Header, inherents: &InherentData) -> Result<Digest, Error> {
		self.babe.create_digest(parent, inherents)
	}

	fn append_block_import(
		&self,
		parent: &Header,
		params: &mut BlockImportParams<Block>,
		inherents: &InherentData,
		proof: StorageProof,
	) -> Result<(), Error> {
		self.babe.append_block_import(parent, params, inherents, proof)?;
		if let Some(slot) = inherents.babe_inherent_data()? {
			self.clock.fill(slot);
		}
		Ok(())
	}
}

/// Finalizes a block after it has been imported, not while.
///
/// What BABE tidies up at finality is looked up in the database, where a block is only afterwards.
struct FinalizeLast {
	inner: FullBlockImport,
	client: Arc<FullClient>,
}

#[async_trait::async_trait]
impl BlockImport<Block> for FinalizeLast {
	type Error = ConsensusError;

	async fn check_block(
		&self,
		block: BlockCheckParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		self.inner.check_block(block).await
	}

	async fn import_block(
		&self,
		mut block: BlockImportParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		let hash = block.post_hash();
		let finalize = std::mem::take(&mut block.finalized);

		let result = self.inner.import_block(block).await?;
		if finalize && matches!(result, ImportResult::Imported(_)) {
			self.client
				.finalize_block(hash, None, true)
				.map_err(|error| ConsensusError::ClientImport(error.to_string()))?;
		}
		Ok(result)
	}
}

/// All orders to the sealing task: those from RPC and those that `mode` gives by itself.
fn commands(
	mode: Sealing,
	from_rpc: mpsc::Receiver<Command>,
	client: Arc<FullClient>,
	pool: Arc<Pool>,
) -> impl Stream<Item = Command> + Unpin {
	let unasked: BoxStream<'static, Command> = match mode {
		Sealing::Manual => stream::pending().boxed(),
		Sealing::Instant => Instants::new(client.clone(), pool.clone())
			.into_stream()
			.map(|()| seal_and_finalize(true))
			.boxed(),
		Sealing::Interval(period) => ticks(period).map(|()| seal_and_finalize(true)).boxed(),
	};

	stream::select(from_rpc, unasked)
		.filter_map(move |command| admit(command, client.clone(), pool.clone()))
		.boxed()
}

fn seal_and_finalize(create_empty: bool) -> Command {
	EngineCommand::SealNewBlock { create_empty, finalize: true, parent_hash: None, sender: None }
}

/// A tick after each `period`, and none for those that were missed.
pub fn ticks(period: Duration) -> impl Stream<Item = ()> {
	let mut interval = interval_at(Instant::now() + period, period);
	interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
	stream::unfold(interval, |mut interval| async move {
		interval.tick().await;
		Some(((), interval))
	})
}

/// Turns down an order to seal "only if there is a transaction" where there is none.
///
/// The sealing task would decide this by counting extrinsics and inherents, but BABE's inherent
/// data comes without an extrinsic, so that it takes a block with one transaction for an empty one.
async fn admit(command: Command, client: Arc<FullClient>, pool: Arc<Pool>) -> Option<Command> {
	let EngineCommand::SealNewBlock { create_empty: false, finalize, parent_hash, sender } =
		command
	else {
		return Some(command);
	};

	let parent = parent_hash.unwrap_or_else(|| client.info().best_hash);
	if pool.ready_at_with_timeout(parent, POOL_TIMEOUT).await.next().is_none() {
		if let Some(sender) = sender {
			// Who asked may be gone: then nobody wants the answer.
			let _ = sender.send(Err(Error::EmptyTransactionPool));
		}
		return None;
	}
	Some(EngineCommand::SealNewBlock { create_empty: true, finalize, parent_hash, sender })
}

/// The passing of time on a chain that seals on demand.
#[rpc(server)]
pub trait SealingTimeApi {
	/// Makes the next block later by `ms` milliseconds, rounded up to whole slots, as if the chain
	/// had stood still for that long. Several calls before a block add up. Nothing happens until
	/// the next block is sealed, and what was not sealed is forgotten when the node stops.
	///
	/// Returns the timestamp that the next block will have, in milliseconds since the Unix epoch.
	/// Refuses more than a hundred years at once.
	#[method(name = "dev_advanceTime")]
	fn advance_time(&self, ms: u64) -> RpcResult<u64>;
}

/// Serves [`SealingTimeApiServer`].
pub struct SealingTime(pub Arc<SealingClock>);

impl SealingTimeApiServer for SealingTime {
	fn advance_time(&self, ms: u64) -> RpcResult<u64> {
		let next = self.0.advance(ms).ok_or_else(|| {
			let reason = format!("Time jumps by at most {MAX_JUMP_MS} milliseconds at once.");
			ErrorObject::owned(INVALID_PARAMS_CODE, reason, None::<()>)
		})?;
		Ok(next.as_millis())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_three_modes_parse() {
		assert_eq!("manual".parse(), Ok(Sealing::Manual));
		assert_eq!("instant".parse(), Ok(Sealing::Instant));
		assert_eq!("interval=250".parse(), Ok(Sealing::Interval(Duration::from_millis(250))));
	}

	#[test]
	fn everything_else_is_refused_with_a_reason() {
		for (mode, reason) in [
			("", "none of"),
			("Manual", "none of"),
			("interval", "none of"),
			("interval=", "whole number"),
			("interval=1.5", "whole number"),
			("interval=-1", "whole number"),
			("interval=5s", "whole number"),
			("interval=0", "at least one"),
		] {
			let error = mode.parse::<Sealing>().unwrap_err();
			assert!(error.contains(reason), "`{mode}`: {error}");
		}
	}
}
