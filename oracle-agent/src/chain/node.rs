// SPDX-License-Identifier: Apache-2.0

//! A real node, reached over its WebSocket.
//!
//! The legacy JSON-RPC methods are used on purpose: they need no session state on the node, so a
//! restarted node costs nothing but a new connection. Everything about the runtime comes from its
//! metadata; nothing is generated when the agent is built.

use super::{
	oracle::{self, outage, Metric, ReporterStatus, RoundReport, Standing},
	Chain, ChainError, Definition, Final, Phase, Place, Progress, Refusal, Report, Round, Signed,
};
use crate::address::Address;
use async_trait::async_trait;
use futures::{
	stream::{self, BoxStream},
	StreamExt,
};
use std::{
	collections::BTreeMap,
	future::Future,
	sync::{Arc, Mutex},
	time::Duration,
};
use subxt::{
	backend::LegacyBackend,
	client::OnlineClientAtBlock,
	config::{
		substrate::{SubstrateConfig, SubstrateExtrinsicParamsBuilder, H256},
		RpcConfigFor,
	},
	dynamic,
	error::DispatchError,
	events,
	ext::codec::Encode,
	rpcs::{self, methods::legacy::TransactionStatus, LegacyRpcMethods, RpcClient},
	transactions::{Payload, ValidationResult},
	utils::AccountId32,
	OnlineClient,
};
use subxt_signer::sr25519::Keypair;
use tokio::time::timeout;

/// How many blocks a signature stays valid. A power of two, as the era's encoding wants it.
const LIFETIME: u64 = 64;

/// The JSON-RPC error of the node's pool for an extrinsic that the runtime finds invalid.
const INVALID_TRANSACTION: i32 = 1010;

/// The JSON-RPC error of the node's pool for bytes that it does not look at for half an hour: it found
/// them invalid, had no room for them, or saw them in a block that is no longer in the chain.
const TEMPORARILY_BANNED: i32 = 1012;

/// One account at one node.
pub struct Node {
	address: Address,
	timeout: Duration,
	pair: Keypair,
	connection: Mutex<Option<Arc<Connection>>>,
}

struct Connection {
	client: OnlineClient<SubstrateConfig>,
	rpc: LegacyRpcMethods<RpcConfigFor<SubstrateConfig>>,
}

impl Node {
	/// Signs with `pair` and talks to the node at `address`, connecting when first asked for something.
	pub fn new(address: Address, timeout: Duration, pair: Keypair) -> Self {
		Self { address, timeout, pair, connection: Mutex::new(None) }
	}

	/// The account that reports.
	pub fn account(&self) -> AccountId32 {
		self.pair.public_key().to_account_id()
	}

	/// The node's address.
	pub fn address(&self) -> &Address {
		&self.address
	}

	/// Where the account stands with the oracle, in words; `Err` if it may not report.
	pub async fn standing(&self) -> Result<Result<String, String>, ChainError> {
		let account = self.account();
		self.with_connection(|connection| async move {
			let best = connection.best().await?;
			let status: ReporterStatus = oracle::view(&best, "reporter", account.encode()).await?;
			Ok(match status.reporter.map(|reporter| reporter.standing) {
				None => Err("no reporter: ask governance for admission".into()),
				Some(Standing::Admitted) => {
					Err("admitted as a reporter, but without a bond".into())
				}
				Some(Standing::Active { from }) => {
					Ok(format!("an active reporter, answerable from round {from} on"))
				}
				Some(Standing::Suspended { rounds }) => {
					Err(format!("suspended for {rounds} more rounds"))
				}
			})
		})
		.await
	}

	/// Signs `call` on the best block.
	async fn sign_call<C: Payload + Sync>(
		&self,
		call: &C,
		nonce: u64,
	) -> Result<Signed, ChainError> {
		let account = self.account();
		let pair = &self.pair;
		self.with_connection(|connection| async move {
			let best = connection.best().await?;
			let signed_at = best.block_number();
			let params = SubstrateExtrinsicParamsBuilder::new()
				.mortal_from_unchecked(LIFETIME, signed_at, best.block_hash())
				.nonce(nonce)
				.build();
			let bytes = best
				.transactions()
				.create_signable(call, &account, params)
				.await
				.and_then(|mut signable| signable.sign(pair))
				.map_err(outage)?
				.into_encoded();
			Ok(Signed { bytes, nonce, signed_at, valid_until: signed_at + LIFETIME })
		})
		.await
	}

	fn slot(&self) -> std::sync::MutexGuard<'_, Option<Arc<Connection>>> {
		// The lock is only held to copy or replace a pointer: nothing in it can panic half way.
		self.connection.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
	}

	async fn connection(&self) -> Result<Arc<Connection>, ChainError> {
		if let Some(connection) = self.slot().clone() {
			return Ok(connection);
		}
		let address = &self.address;
		let rpc =
			RpcClient::from_insecure_url(address.exposed().as_str()).await.map_err(|error| {
				outage(format!(
					"cannot connect to {address}: {}",
					address.scrub(&error.to_string())
				))
			})?;
		let backend = LegacyBackend::<SubstrateConfig>::builder().build(rpc.clone());
		let client = OnlineClient::from_backend(Arc::new(backend)).await.map_err(outage)?;
		let connection = Arc::new(Connection { client, rpc: LegacyRpcMethods::new(rpc) });
		*self.slot() = Some(connection.clone());
		Ok(connection)
	}

	/// Runs `call` on a connection. One that fails is dropped: the next call makes a new one, with
	/// fresh metadata, since the node may have come back with another runtime.
	async fn with_connection<T, F>(
		&self,
		call: impl FnOnce(Arc<Connection>) -> F + Send,
	) -> Result<T, ChainError>
	where
		F: Future<Output = Result<T, ChainError>> + Send,
	{
		let attempt = async { call(self.connection().await?).await };
		let result = timeout(self.timeout, attempt).await.unwrap_or_else(|_| {
			Err(outage(format!("{} gave no answer within {:?}", self.address, self.timeout)))
		});
		if matches!(result, Err(ChainError::Outage(_))) {
			*self.slot() = None;
		}
		result
	}
}

impl Connection {
	async fn best(&self) -> Result<OnlineClientAtBlock<SubstrateConfig>, ChainError> {
		let hash = self.rpc.chain_get_block_hash(None).await.map_err(outage)?;
		let hash = hash.ok_or_else(|| outage("the node has no best block"))?;
		self.client.at_block(hash).await.map_err(outage)
	}

	async fn finalised(&self) -> Result<OnlineClientAtBlock<SubstrateConfig>, ChainError> {
		let hash = self.rpc.chain_get_finalized_head().await.map_err(outage)?;
		self.client.at_block(hash).await.map_err(outage)
	}

	/// What became of `bytes` in the block `hash`; `None` if they are not in it.
	async fn look_into(&self, hash: H256, bytes: &[u8]) -> Result<Option<Final>, ChainError> {
		let block = self.rpc.chain_get_block(Some(hash)).await.map_err(outage)?;
		let block = block.ok_or_else(|| outage(format!("the node has no block {hash:?}")))?;
		let Some(index) = block.block.extrinsics.iter().position(|found| found.0 == bytes) else {
			return Ok(None);
		};
		let at_block = self.client.at_block(hash).await.map_err(outage)?;
		let events = at_block.events().fetch().await.map_err(outage)?;
		let mut failure = None;
		for event in events.iter() {
			let event = event.map_err(outage)?;
			let ours = event.phase() == events::Phase::ApplyExtrinsic(index as u32);
			if ours && event.pallet_name() == "System" && event.event_name() == "ExtrinsicFailed" {
				let metadata = at_block.metadata();
				let error = DispatchError::decode_from(event.field_bytes(), metadata);
				failure =
					Some(error.map_or_else(|error| error.to_string(), |error| error.to_string()));
			}
		}
		Ok(Some(Final { block: format!("{hash:?}"), failure }))
	}

	/// What the runtime at the best block thinks of `bytes`.
	async fn validate(&self, bytes: &[u8]) -> Result<(), ChainError> {
		let transaction = self.best().await?.transactions().from_bytes(bytes.to_vec());
		match transaction.validate().await.map_err(outage)? {
			ValidationResult::Valid(_) => Ok(()),
			ValidationResult::Invalid(invalid) => Err(ChainError::Refused(invalid.into())),
			ValidationResult::Unknown(unknown) => {
				Err(ChainError::Refused(Refusal::Pool(format!("{unknown:?}"))))
			}
		}
	}

	/// News of `bytes`, until the last that there can be.
	fn follow(
		self: Arc<Self>,
		statuses: rpcs::client::RpcSubscription<TransactionStatus<H256>>,
		bytes: Vec<u8>,
	) -> BoxStream<'static, Progress> {
		stream::unfold(Some((self, statuses, bytes)), |state| async {
			let (connection, mut statuses, bytes) = state?;
			let progress = match statuses.next().await {
				Some(Ok(status)) => connection.interpret(status, &bytes).await,
				Some(Err(error)) => Progress::Lost(error.to_string()),
				None => Progress::Lost("the connection to the node ended".into()),
			};
			let last = matches!(progress, Progress::Finalised(_) | Progress::Lost(_));
			Some((progress, (!last).then_some((connection, statuses, bytes))))
		})
		.boxed()
	}

	async fn interpret(&self, status: TransactionStatus<H256>, bytes: &[u8]) -> Progress {
		match status {
			TransactionStatus::Future
			| TransactionStatus::Ready
			| TransactionStatus::Broadcast(_) => Progress::Pooled,
			TransactionStatus::InBlock(hash) => Progress::InBlock(format!("{hash:?}")),
			TransactionStatus::Retracted(_) => Progress::Retracted,
			TransactionStatus::Finalized(hash) => match self.look_into(hash, bytes).await {
				Ok(Some(place)) => Progress::Finalised(place),
				Ok(None) => Progress::Lost(format!("it is not in block {hash:?}")),
				Err(error) => Progress::Lost(error.to_string()),
			},
			TransactionStatus::FinalityTimeout(_) => {
				Progress::Lost("the block is not final after a long time".into())
			}
			TransactionStatus::Usurped(_) => {
				Progress::Lost("another extrinsic of the same nonce took its place".into())
			}
			TransactionStatus::Dropped => Progress::Lost("the node's pool dropped it".into()),
			TransactionStatus::Invalid => Progress::Lost("the node's pool found it invalid".into()),
		}
	}
}

#[async_trait]
impl Chain for Node {
	async fn round(&self) -> Result<Option<Round>, ChainError> {
		self.with_connection(|connection| async move {
			let best = connection.best().await?;
			let call = dynamic::runtime_api_call::<_, RoundReport>("KpiOracleApi", "round", ());
			let report = best.runtime_apis().call(call).await.map_err(outage)?;
			if report.ends_at == 0 {
				return Ok(None);
			}
			let clock = dynamic::storage::<(), u64>("Timestamp", "Now");
			let now = best.storage().fetch(clock, ()).await.map_err(outage)?;
			let now = now.decode().map_err(outage)?;
			let since_start = |at: u64| Duration::from_millis(at.saturating_sub(report.started_at));
			let genesis = best.genesis_hash().ok_or_else(|| outage("the node tells no genesis"))?;
			Ok(Some(Round {
				genesis,
				number: report.round,
				started_at: report.started_at,
				elapsed: since_start(now),
				first_half: since_start(report.reports_from),
				length: since_start(report.ends_at),
				reporters: report.reporters,
				committed: report.committed,
				reported: report.reported,
				quorum: report.quorum,
			}))
		})
		.await
	}

	async fn definitions(&self) -> Result<BTreeMap<u16, Definition>, ChainError> {
		self.with_connection(|connection| async move {
			let best = connection.best().await?;
			let metrics: Vec<Metric> = oracle::view(&best, "definitions", Vec::new()).await?;
			Ok(metrics.into_iter().map(|metric| (metric.id, metric.into())).collect())
		})
		.await
	}

	async fn nonce(&self) -> Result<u64, ChainError> {
		let account = self.account();
		self.with_connection(|connection| async move {
			connection.rpc.system_account_next_index(&account).await.map_err(outage)
		})
		.await
	}

	async fn sign(&self, phase: Phase, report: &Report, nonce: u64) -> Result<Signed, ChainError> {
		match phase {
			Phase::Commit => self.sign_call(&oracle::commit(&self.account(), report), nonce).await,
			Phase::Report => self.sign_call(&oracle::report(report), nonce).await,
		}
	}

	async fn submit(&self, signed: &Signed) -> Result<BoxStream<'static, Progress>, ChainError> {
		let bytes = signed.bytes.clone();
		self.with_connection(|connection| async move {
			// The runtime names its reason in full; the pool's answer would be a text.
			connection.validate(&bytes).await?;
			match connection.rpc.author_submit_and_watch_extrinsic(&bytes).await {
				Ok(statuses) => Ok(connection.follow(statuses, bytes)),
				Err(rpcs::Error::User(error)) if error.code == INVALID_TRANSACTION => {
					// The state moved on in between, unless only the pool objects.
					connection.validate(&bytes).await?;
					Err(ChainError::Refused(Refusal::Pool(error.to_string())))
				}
				Err(rpcs::Error::User(error)) if error.code == TEMPORARILY_BANNED => {
					Err(ChainError::Refused(Refusal::Banned))
				}
				Err(rpcs::Error::User(error)) => {
					Err(ChainError::Refused(Refusal::Pool(error.to_string())))
				}
				Err(error) => Err(outage(error)),
			}
		})
		.await
	}

	async fn locate(&self, signed: &Signed) -> Result<Place, ChainError> {
		let account = self.account();
		let signed = signed.clone();
		self.with_connection(|connection| async move {
			let best = connection.best().await?;
			let nonce = best.transactions().account_nonce(&account).await.map_err(outage)?;
			let expired = best.block_number() > signed.valid_until;
			if nonce <= signed.nonce {
				return Ok(if expired { Place::Expired } else { Place::NoBlock });
			}
			let finalised = connection.finalised().await?.block_number();
			for number in signed.signed_at + 1..=best.block_number().min(signed.valid_until) {
				let hash = connection.rpc.chain_get_block_hash(Some(number.into())).await;
				let Some(hash) = hash.map_err(outage)? else { break };
				if let Some(place) = connection.look_into(hash, &signed.bytes).await? {
					let is_final = number <= finalised;
					return Ok(if is_final { Place::Finalised(place) } else { Place::InBlock });
				}
			}
			Ok(Place::NonceTaken)
		})
		.await
	}
}
