// SPDX-License-Identifier: Apache-2.0

//! The JSON-RPC methods beyond those every node has.
//!
//! The service itself brings `system`, `chain`, `state`, `author`, `chainHead_v1`,
//! `transaction_v1`, `transactionWatch_v1`, `chainSpec_v1` and, where nothing is pruned,
//! `archive_v1`. Added here:
//!
//! - `system_accountNextIndex`, `system_dryRun`
//! - `payment_queryInfo`, `payment_queryFeeDetails`
//! - `babe_epochAuthorship`
//! - `grandpa_roundState`, `grandpa_proveFinality`, `grandpa_subscribeJustifications`
//! - `sync_state_genSyncSpec(raw)`, the chain specification with what a light client goes on from
//! - with `--sealing` only: `engine_createBlock(create_empty, finalize, parent?)`,
//!   `engine_finalizeBlock(hash)` and `dev_advanceTime(ms)`

use crate::{
	block_time::SealingClock,
	sealing::{Command, SealingTime, SealingTimeApiServer},
	service::{Block, BlockNumber, FullBackend, FullClient, Hash, Pool, SelectChain},
};
use futures::channel::mpsc;
use jsonrpsee::RpcModule;
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use sc_consensus_babe::BabeWorkerHandle;
use sc_consensus_babe_rpc::{Babe, BabeApiServer};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_consensus_manual_seal::rpc::{ManualSeal, ManualSealApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sc_service::{error::Error as ServiceError, ChainSpec};
use sc_sync_state_rpc::{SyncState, SyncStateApiServer};
use sp_keystore::KeystorePtr;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// What the methods work with.
#[derive(Clone)]
pub struct Deps {
	/// The specification of the chain.
	pub chain_spec: Arc<dyn ChainSpec>,
	/// The client.
	pub client: Arc<FullClient>,
	/// The transaction pool.
	pub pool: Arc<Pool>,
	/// Which block is the best.
	pub select_chain: SelectChain,
	/// The keys of the node.
	pub keystore: KeystorePtr,
	/// Answers questions about BABE's epochs.
	pub babe_worker: BabeWorkerHandle<Block>,
	/// What GRANDPA tells.
	pub grandpa: GrandpaDeps,
	/// The sealing task, if there is one.
	pub sealing: Option<SealingDeps>,
}

/// What the methods of GRANDPA work with.
#[derive(Clone)]
pub struct GrandpaDeps {
	/// The rounds of the voter.
	pub voter_state: SharedVoterState,
	/// Who votes.
	pub authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	/// New justifications.
	pub justifications: GrandpaJustificationStream<Block>,
	/// Proves finality.
	pub proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// What the methods of `--sealing` work with.
#[derive(Clone)]
pub struct SealingDeps {
	/// Takes orders to the sealing task.
	pub commands: mpsc::Sender<Command>,
	/// The time of sealed blocks.
	pub clock: Arc<SealingClock>,
}

/// Puts the methods together.
pub fn create(
	deps: Deps,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, ServiceError> {
	let Deps { chain_spec, client, pool, select_chain, keystore, babe_worker, grandpa, sealing } =
		deps;
	let mut module = RpcModule::new(());
	let clash =
		|error: jsonrpsee::core::RegisterMethodError| ServiceError::Other(error.to_string());

	module.merge(System::new(client.clone(), pool).into_rpc()).map_err(clash)?;
	module.merge(TransactionPayment::new(client.clone()).into_rpc()).map_err(clash)?;
	let sync_state = SyncState::<Block, _>::new(
		chain_spec.cloned_box(),
		client.clone(),
		grandpa.authority_set.clone(),
		babe_worker.clone(),
	);
	let sync_state = sync_state.map_err(|error| ServiceError::Other(error.to_string()))?;
	module.merge(sync_state.into_rpc()).map_err(clash)?;
	module
		.merge(Babe::new(client, babe_worker, keystore, select_chain).into_rpc())
		.map_err(clash)?;
	module
		.merge(
			Grandpa::new(
				executor,
				grandpa.authority_set,
				grandpa.voter_state,
				grandpa.justifications,
				grandpa.proofs,
			)
			.into_rpc(),
		)
		.map_err(clash)?;

	if let Some(SealingDeps { commands, clock }) = sealing {
		module.merge(ManualSeal::new(commands).into_rpc()).map_err(clash)?;
		module.merge(SealingTime(clock).into_rpc()).map_err(clash)?;
	}
	Ok(module)
}
