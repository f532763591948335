// SPDX-License-Identifier: Apache-2.0

//! Client, network, consensus and RPC put together.

use crate::{
	block_time::{BlockTime, SealingClock},
	chain_spec::Extensions,
	ending::WhileRunning,
	equivocation::{Watch, WatchAuthors},
	genesis::FirstBlock,
	hard_forks::{self, GrandpaHardFork},
	metrics,
	offline_runtime::Executor,
	ports,
	rpc::{self, GrandpaDeps, SealingDeps},
	sealing::{self, Sealing},
	seen_slots::ForgetSeenSlots,
	standing::Standing,
	warp_sync::{PassOverStalls, WarpProofs},
};
use destra_runtime::RuntimeApi;
use futures::{channel::mpsc, FutureExt};
use sc_basic_authorship::ProposerFactory;
use sc_client_api::Backend as _;
use sc_consensus::DefaultImportQueue;
use sc_consensus_babe::{BabeBlockImport, BabeLink, BabeWorkerHandle, SlotProportion};
use sc_consensus_grandpa::{
	AuthoritySetChanges, FinalityProofProvider, GrandpaBlockImport, LinkHalf, SharedVoterState,
	VotingRulesBuilder,
};
use sc_executor::{HeapAllocStrategy, DEFAULT_HEAP_ALLOC_STRATEGY};
use sc_network::NetworkBackend;
use sc_service::{
	config::{Configuration, ExecutorConfiguration},
	error::Error as ServiceError,
	ChainType, PartialComponents, PruningMode, TaskManager, WarpSyncConfig,
};
use sc_telemetry::{Telemetry, TelemetryWorker};
use sc_transaction_pool::TransactionPoolHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_blockchain::HeaderBackend;
use sp_runtime::traits::{Block as BlockT, Header as HeaderT, NumberFor};
use std::{
	path::{Path, PathBuf},
	sync::Arc,
	time::Duration,
};

/// A block whose transactions only the runtime understands.
pub use destra_runtime::opaque::Block;

/// The header of a block.
pub type Header = <Block as BlockT>::Header;
/// The hash of a block.
pub type Hash = <Block as BlockT>::Hash;
/// The number of a block.
pub type BlockNumber = <Header as HeaderT>::Number;

/// The client: database, runtime and the chain between them.
pub type FullClient = sc_service::TFullClient<Block, RuntimeApi, Executor>;
/// The database.
pub type FullBackend = sc_service::TFullBackend<Block>;
/// The best block is the head of the longest chain, as BABE weighs it.
pub type SelectChain = sc_consensus::LongestChain<FullBackend, Block>;
/// The transaction pool.
pub type Pool = TransactionPoolHandle<Block, FullClient>;
/// Blocks pass BABE, then GRANDPA, then the client.
pub type FullBlockImport = WatchAuthors<
	ForgetSeenSlots<
		BabeBlockImport<
			Block,
			FullClient,
			PassOverStalls<GrandpaBlockImport<FullBackend, Block, FullClient, SelectChain>>,
			BlockTime,
			SelectChain,
		>,
	>,
>;
type GrandpaLink = LinkHalf<Block, FullClient, SelectChain>;

/// What every command that opens a chain works with.
pub type Components = PartialComponents<
	FullClient,
	FullBackend,
	SelectChain,
	DefaultImportQueue<Block>,
	Pool,
	Consensus,
>;

/// The parts of consensus that a running node still needs.
pub struct Consensus {
	block_import: FullBlockImport,
	babe_link: BabeLink<Block>,
	babe_worker: BabeWorkerHandle<Block>,
	grandpa_link: GrandpaLink,
	sealing: Option<(Sealing, Arc<SealingClock>)>,
	telemetry: Option<Telemetry>,
}

/// The smallest number of blocks between two justifications that are kept.
const GRANDPA_JUSTIFICATION_PERIOD: u32 = 512;

/// How long a GRANDPA message is expected to travel.
const GRANDPA_GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// Orders to the sealing task that may wait in line.
const SEALING_QUEUE: usize = 1_024;

/// What this node can be told beyond what every node can.
#[derive(Default)]
pub struct Options {
	/// When to make blocks, if not by the clock.
	pub sealing: Option<Sealing>,
	/// Where the machine code of runtimes is kept.
	pub compiled_runtimes: Option<PathBuf>,
}

/// The executor that every node has, with a folder for machine code if there is to be one.
fn executor(config: &ExecutorConfiguration, compiled_runtimes: Option<PathBuf>) -> Executor {
	let heap = config.default_heap_pages.map_or(DEFAULT_HEAP_ALLOC_STRATEGY, |pages| {
		HeapAllocStrategy::Static { extra_pages: pages.try_into().unwrap_or(u32::MAX) }
	});
	let builder = Executor::builder()
		.with_execution_method(config.wasm_method)
		.with_onchain_heap_alloc_strategy(heap)
		.with_offchain_heap_alloc_strategy(heap)
		.with_max_runtime_instances(config.max_runtime_instances)
		.with_runtime_cache_size(config.runtime_cache_size);
	match compiled_runtimes {
		Some(folder) => builder.with_cache_path(folder).build(),
		None => builder.build(),
	}
}

/// Opens the chain: everything but the network and what needs it.
pub fn new_partial(
	config: &mut Configuration,
	Options { sealing, compiled_runtimes }: Options,
) -> Result<Components, ServiceError> {
	keep_all_states_of_a_development_chain(config);
	let config = &*config;

	let telemetry = config
		.telemetry_endpoints
		.clone()
		.filter(|endpoints| !endpoints.is_empty())
		.map(|endpoints| -> Result<_, sc_telemetry::Error> {
			let worker = TelemetryWorker::new(16)?;
			let telemetry = worker.handle().new_telemetry(endpoints);
			Ok((worker, telemetry))
		})
		.transpose()?;

	let backend = sc_service::new_db_backend(config.db_config())?;
	let executor = executor(&config.executor, compiled_runtimes);
	let first_block = FirstBlock {
		spec: config.chain_spec.cloned_box(),
		writes_state: !config.no_genesis(),
		backend: backend.clone(),
		executor: executor.clone(),
	};
	let (client, backend, keystore_container, task_manager) =
		sc_service::new_full_parts_with_genesis_builder::<Block, RuntimeApi, _, _>(
			config,
			telemetry.as_ref().map(|(_, telemetry)| telemetry.handle()),
			executor,
			backend,
			first_block,
			false,
		)?;
	let client = Arc::new(client);

	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		telemetry
	});
	let telemetry_handle = || telemetry.as_ref().map(Telemetry::handle);

	let select_chain = sc_consensus::LongestChain::new(backend.clone());

	let transaction_pool = Arc::new(
		sc_transaction_pool::Builder::new(
			WhileRunning(task_manager.spawn_essential_handle()),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);

	let babe_config = sc_consensus_babe::configuration(&*client)?;
	let slot_duration = babe_config.slot_duration();
	let sealing = sealing
		.map(|mode| -> Result<_, ServiceError> {
			Ok((mode, Arc::new(SealingClock::resume(client.clone(), slot_duration)?)))
		})
		.transpose()?;
	let block_time = match &sealing {
		Some((_, clock)) => BlockTime::Sealing(clock.clone()),
		None => BlockTime::System(slot_duration),
	};

	let (grandpa_block_import, grandpa_link) = sc_consensus_grandpa::block_import(
		client.clone(),
		GRANDPA_JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		telemetry_handle(),
	)?;

	let (block_import, babe_link) = sc_consensus_babe::block_import(
		babe_config,
		PassOverStalls::new(
			grandpa_block_import.clone(),
			client.clone(),
			Extensions::of(&*config.chain_spec).grandpa_hard_forks.into(),
		),
		client.clone(),
		block_time.clone(),
		select_chain.clone(),
		OffchainTransactionPoolFactory::new(transaction_pool.clone()),
	)?;
	// Who writes no blocks can report nothing; and where blocks come on demand, they bear no seals.
	let watch = (config.role.is_authority() && sealing.is_none()).then(|| {
		let reports = OffchainTransactionPoolFactory::new(transaction_pool.clone());
		Watch::new(client.clone(), babe_link.clone(), block_time.clone(), reports)
	});
	let block_import = ForgetSeenSlots::new(block_import, client.clone(), block_time);
	let block_import = WatchAuthors::new(block_import, watch);

	let (import_queue, babe_worker) =
		sc_consensus_babe::import_queue(sc_consensus_babe::ImportQueueParams {
			link: babe_link.clone(),
			block_import: block_import.clone(),
			justification_import: Some(Box::new(grandpa_block_import)),
			client: client.clone(),
			slot_duration,
			spawner: &task_manager.spawn_essential_handle(),
			registry: config.prometheus_registry(),
			telemetry: telemetry_handle(),
		})?;

	Ok(PartialComponents {
		client,
		backend,
		task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other: Consensus { block_import, babe_link, babe_worker, grandpa_link, sealing, telemetry },
	})
}

/// On a development chain one wants to look back: `state_*` at any block, `archive_v1_*`. Only a database that is made
/// now is told so: one that is there knows which states it keeps, and may have been made to keep fewer.
fn keep_all_states_of_a_development_chain(config: &mut Configuration) {
	let is_development = config.chain_spec.chain_type() == ChainType::Development;
	if is_development && !config.database.path().is_some_and(Path::exists) {
		config.state_pruning.get_or_insert(PruningMode::ArchiveAll);
	}
}

/// Brings the notes of BABE and GRANDPA back to where they were `blocks` blocks ago.
pub fn revert_consensus(
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	blocks: NumberFor<Block>,
) -> sc_cli::Result<()> {
	sc_consensus_babe::revert(client.clone(), backend, blocks)?;
	sc_consensus_grandpa::revert(client, blocks)?;
	Ok(())
}

/// Starts a node. It runs as long as the returned task manager lives.
pub fn run<N: NetworkBackend<Block, Hash>>(
	mut config: Configuration,
	options: Options,
) -> Result<TaskManager, ServiceError> {
	if options.sealing.is_some() {
		check_sealing(&config)?;
	}
	ports::check(&config)?;

	let PartialComponents {
		client,
		backend,
		mut task_manager,
		import_queue,
		keystore_container,
		select_chain,
		transaction_pool,
		other:
			Consensus { block_import, babe_link, babe_worker, grandpa_link, sealing, mut telemetry },
	} = new_partial(&mut config, options)?;

	// The network.
	let registry = config.prometheus_registry().cloned();
	let notification_metrics = N::register_notification_metrics(registry.as_ref());
	let mut net_config = sc_network::config::FullNetworkConfiguration::<Block, Hash, N>::new(
		&config.network,
		registry.clone(),
	);
	let grandpa_protocol_name = sc_consensus_grandpa::protocol_standard_name(
		&client.info().genesis_hash,
		&config.chain_spec,
	);
	let (grandpa_protocol, grandpa_notifications) =
		sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
			grandpa_protocol_name.clone(),
			notification_metrics.clone(),
			net_config.peer_store_handle(),
		);
	net_config.add_notification_protocol(grandpa_protocol);

	let authority_set = grandpa_link.shared_authority_set();
	let hard_forks = checked_hard_forks(&config, &client, &authority_set.authority_set_changes())?;
	let warp_proofs = Arc::new(WarpProofs::new(backend.clone(), authority_set.clone(), hard_forks));

	let (network, system_rpc_tx, tx_handler_controller, sync_service, _bitswap) =
		sc_service::build_network(sc_service::BuildNetworkParams {
			config: &config,
			net_config,
			client: client.clone(),
			transaction_pool: transaction_pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(warp_proofs)),
			block_relay: None,
			metrics: notification_metrics,
			gap_sync_body_policy: None,
		})?;

	if config.offchain_worker.enabled {
		let workers = sc_offchain::OffchainWorkers::new(sc_offchain::OffchainWorkerOptions {
			runtime_api_provider: client.clone(),
			is_validator: config.role.is_authority(),
			keystore: Some(keystore_container.keystore()),
			offchain_db: backend.offchain_storage(),
			transaction_pool: Some(OffchainTransactionPoolFactory::new(transaction_pool.clone())),
			network_provider: Arc::new(network.clone()),
			enable_http_requests: true,
			custom_extensions: |_| Vec::new(),
		})?;
		task_manager.spawn_handle().spawn(
			"offchain-workers-runner",
			"offchain-worker",
			workers.run(client.clone(), task_manager.spawn_handle()).boxed(),
		);
	}

	if let Some(registry) = &registry {
		task_manager.spawn_handle().spawn_blocking(
			"gauges",
			None,
			metrics::watch(
				metrics::Economy::register(registry)?,
				Standing::register(registry, keystore_container.keystore())?,
				client.clone(),
			),
		);
	}

	// What consensus still needs of the configuration, which goes to the RPC servers now.
	let role = config.role;
	let force_authoring = config.force_authoring;
	let grandpa_config = sc_consensus_grandpa::Config {
		gossip_duration: GRANDPA_GOSSIP_DURATION,
		justification_generation_period: GRANDPA_JUSTIFICATION_PERIOD,
		name: Some(config.network.node_name.clone()),
		observer_enabled: false,
		keystore: role.is_authority().then(|| keystore_container.keystore()),
		local_role: role,
		telemetry: telemetry.as_ref().map(Telemetry::handle),
		protocol_name: grandpa_protocol_name,
	};
	let vote = !config.disable_grandpa && sealing.is_none();

	let (command_sink, commands) = mpsc::channel(SEALING_QUEUE);
	let voter_state = SharedVoterState::empty();
	let rpc_deps = rpc::Deps {
		chain_spec: config.chain_spec.cloned_box().into(),
		client: client.clone(),
		pool: transaction_pool.clone(),
		select_chain: select_chain.clone(),
		keystore: keystore_container.keystore(),
		babe_worker,
		grandpa: GrandpaDeps {
			voter_state: voter_state.clone(),
			authority_set: grandpa_link.shared_authority_set().clone(),
			justifications: grandpa_link.justification_stream(),
			proofs: FinalityProofProvider::new_for_service(
				backend.clone(),
				Some(grandpa_link.shared_authority_set().clone()),
			),
		},
		sealing: sealing
			.as_ref()
			.map(|(_, clock)| SealingDeps { commands: command_sink, clock: clock.clone() }),
	};

	sc_service::spawn_tasks(sc_service::SpawnTasksParams {
		network: network.clone(),
		client: client.clone(),
		keystore: keystore_container.keystore(),
		task_manager: &mut task_manager,
		transaction_pool: transaction_pool.clone(),
		rpc_builder: Box::new(move |executor| rpc::create(rpc_deps.clone(), executor)),
		backend,
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		config,
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;

	if role.is_authority() {
		let proposer = ProposerFactory::new(
			task_manager.spawn_handle(),
			client.clone(),
			transaction_pool.clone(),
			registry.as_ref(),
			telemetry.as_ref().map(Telemetry::handle),
		);
		let keystore = keystore_container.keystore();

		match sealing {
			Some((mode, clock)) => {
				let sealing = sealing::task(sealing::Params {
					mode,
					clock,
					commands,
					client,
					pool: transaction_pool.clone(),
					proposer,
					block_import,
					babe_link,
					select_chain,
					keystore,
				})?;
				task_manager.spawn_essential_handle().spawn_blocking(
					"sealing",
					Some("block-authoring"),
					sealing,
				);
			}
			None => {
				let slot_duration = babe_link.config().slot_duration();
				let babe = sc_consensus_babe::start_babe(sc_consensus_babe::BabeParams {
					keystore,
					client,
					select_chain,
					env: proposer,
					block_import,
					sync_oracle: sync_service.clone(),
					justification_sync_link: sync_service.clone(),
					create_inherent_data_providers: BlockTime::System(slot_duration),
					force_authoring,
					// Whoever slows down while finality stands leaves the chain to those who do not, and they may be
					// those who do not vote.
					backoff_authoring_blocks: None::<()>,
					babe_link,
					block_proposal_slot_portion: SlotProportion::new(0.5),
					max_block_proposal_slot_portion: None,
					telemetry: telemetry.as_ref().map(Telemetry::handle),
				})?;
				task_manager.spawn_essential_handle().spawn_blocking(
					"babe-proposer",
					Some("block-authoring"),
					babe,
				);
			}
		}
	}

	if vote {
		let voter = sc_consensus_grandpa::run_grandpa_voter(sc_consensus_grandpa::GrandpaParams {
			config: grandpa_config,
			link: grandpa_link,
			network,
			sync: sync_service,
			notification_service: grandpa_notifications,
			voting_rule: VotingRulesBuilder::default().build(),
			prometheus_registry: registry,
			shared_voter_state: voter_state,
			telemetry: telemetry.as_ref().map(Telemetry::handle),
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(transaction_pool),
		})?;
		task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
	}

	Ok(task_manager)
}

/// The hard forks of the specification, which are those of this chain as far as it is here.
fn checked_hard_forks(
	config: &Configuration,
	client: &FullClient,
	changes: &AuthoritySetChanges<BlockNumber>,
) -> Result<Vec<GrandpaHardFork>, ServiceError> {
	let forks = Extensions::of(&*config.chain_spec).grandpa_hard_forks;
	hard_forks::check_against(client, changes, &forks).map_err(|error| {
		format!("The chain specification is not that of this chain: {error}. Correct the file.")
	})?;
	for GrandpaHardFork { set_id, block, .. } in &forks {
		log::info!("Newcomers warp-sync past block {} to the set {set_id}.", block.number);
	}
	Ok(forks)
}

/// Sealing on demand is for tests: no chain that others rely on is made that way.
fn check_sealing(config: &Configuration) -> Result<(), ServiceError> {
	if config.chain_spec.chain_type() != ChainType::Development {
		return Err(format!(
			"`--sealing` works on a development chain only, and `{}` is none.",
			config.chain_spec.name()
		)
		.into());
	}
	if !config.role.is_authority() {
		return Err("`--sealing` needs a node that makes blocks: add `--dev` or `--alice`.".into());
	}
	Ok(())
}
