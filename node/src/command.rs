// SPDX-License-Identifier: Apache-2.0

//! Does what was said on the command line.

use crate::{
	chain_spec,
	cli::{Cli, Subcommand},
	service::{self, Block, FullBackend, FullClient},
};
use sc_cli::SubstrateCli;
use sc_consensus::DefaultImportQueue;
use sc_network::{config::NetworkBackendType, Litep2pNetworkBackend, NetworkWorker};
use sc_service::{ChainSpec, Configuration, PartialComponents, TaskManager};
use sp_runtime::traits::Block as BlockT;
use std::sync::Arc;

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Destra Node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn executable_name() -> String {
		env!("CARGO_BIN_NAME").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		"whoever you have this program from; SECURITY.md says how".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn ChainSpec>, String> {
		Ok(Box::new(chain_spec::load(id)?))
	}
}

/// Parses the command line and does what it says.
pub fn run() -> sc_cli::Result<()> {
	let cli = Cli::from_args();
	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Key(cmd)) => cmd.run(&cli),
		Some(Subcommand::ExportChainSpec(cmd)) => cmd.run(cli.load_spec(&cmd.chain)?),
		#[allow(deprecated)]
		Some(Subcommand::BuildSpec(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.chain_spec, config.network))
		}
		Some(Subcommand::CheckBlock(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let (Chain { client, import_queue, task_manager, .. }, _) = Chain::open(config)?;
			Ok((cmd.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::ExportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let (client, _, task_manager, config) = Chain::open_to_read(config)?;
			Ok((cmd.run(client, config.database), task_manager))
		}),
		Some(Subcommand::ImportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let (Chain { client, import_queue, task_manager, .. }, _) = Chain::open(config)?;
			Ok((cmd.run(client, import_queue), task_manager))
		}),
		Some(Subcommand::ExportState(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let (client, _, task_manager, config) = Chain::open_to_read(config)?;
			Ok((cmd.run(client, config.chain_spec), task_manager))
		}),
		Some(Subcommand::Revert(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let (client, backend, task_manager, _) = Chain::open_to_read(config)?;
			Ok((cmd.run(client, backend, Some(Box::new(service::revert_consensus))), task_manager))
		}),
		Some(Subcommand::PurgeChain(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.database))
		}
		Some(Subcommand::ChainInfo(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run::<Block>(&config))
		}
		Some(Subcommand::InspectRuntime(cmd)) => cmd.run(),
		#[cfg(feature = "runtime-benchmarks")]
		Some(Subcommand::Benchmark(cmd)) => benchmark(&cli, cmd),
	}
}

/// Runs the node until it is told to stop.
fn run_node(cli: &Cli) -> sc_cli::Result<()> {
	let own =
		service::Options { sealing: cli.sealing, compiled_runtimes: cli.compiled_runtimes.clone() };
	cli.create_runner(&cli.run)?.run_node_until_exit(|config| async move {
		match config.network.network_backend {
			NetworkBackendType::Libp2p => {
				service::run::<NetworkWorker<Block, <Block as BlockT>::Hash>>(config, own)
			}
			NetworkBackendType::Litep2p => service::run::<Litep2pNetworkBackend>(config, own),
		}
		.map_err(sc_cli::Error::Service)
	})
}

/// What the commands that run no node use of a chain.
struct Chain {
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	import_queue: DefaultImportQueue<Block>,
	task_manager: TaskManager,
}

impl Chain {
	/// Opens the chain. The pool and the consensus stay as long as the task manager: the tasks behind them would
	/// report that they failed if those were gone.
	fn open(mut config: Configuration) -> sc_cli::Result<(Self, Configuration)> {
		let PartialComponents {
			client,
			backend,
			import_queue,
			mut task_manager,
			transaction_pool,
			other,
			..
		} = service::new_partial(&mut config, service::Options::default())?;
		task_manager.keep_alive((transaction_pool, other));
		Ok((Self { client, backend, import_queue, task_manager }, config))
	}

	/// Opens the chain for a command that imports nothing. Yields its client, its database and the task manager.
	fn open_to_read(
		config: Configuration,
	) -> sc_cli::Result<(Arc<FullClient>, Arc<FullBackend>, TaskManager, Configuration)> {
		let (Self { client, backend, import_queue, mut task_manager }, config) =
			Self::open(config)?;
		task_manager.keep_alive(import_queue);
		Ok((client, backend, task_manager, config))
	}
}

#[cfg(feature = "runtime-benchmarks")]
fn benchmark(cli: &Cli, cmd: &crate::cli::Benchmark) -> sc_cli::Result<()> {
	use crate::cli::Benchmark;
	use sc_cli::CliConfiguration;

	// A runtime given as a file brings its own genesis presets; otherwise a chain is needed.
	let chain = |shared: &sc_cli::SharedParams, runtime: &Option<std::path::PathBuf>| {
		let id = shared.chain.as_deref().unwrap_or("development");
		runtime.is_none().then(|| cli.load_spec(id)).transpose()
	};

	match cmd {
		Benchmark::Pallet(cmd) => {
			cmd.init(&Cli::support_url(), &Cli::impl_version(), |_| {})?;
			let spec = chain(cmd.shared_params(), &cmd.runtime)?;
			cmd.run_with_spec::<sp_runtime::traits::HashingFor<Block>, ()>(spec)
		}
		Benchmark::Overhead(cmd) => {
			cmd.init(&Cli::support_url(), &Cli::impl_version(), |_| {})?;
			let spec = chain(cmd.shared_params(), &cmd.params.runtime)?;
			cmd.run_with_default_builder_and_spec::<Block, ()>(spec)
		}
	}
}
