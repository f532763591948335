// SPDX-License-Identifier: Apache-2.0

//! The command line: what to run, how to log, when to stop.

use crate::{
	chain::node::Node,
	check,
	config::{Config, ConfigError},
	key, metrics,
	metrics::Metrics,
	reporter::{Plan, Reporter},
	sample::Meter,
	source,
	store::Store,
};
use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};
use std::{
	io::IsTerminal,
	path::{Path, PathBuf},
	process::ExitCode,
	sync::Arc,
};
use tokio::signal::unix::{signal, SignalKind};
use tracing_subscriber::EnvFilter;

/// The configuration or the environment is wrong: nothing was tried.
const EXIT_CONFIGURATION: u8 = 2;

/// Below this level the client of the node logs its address with user, password and query.
const WITHOUT_SECRETS: &str = "jsonrpsee-client=info";

/// Measures KPIs and reports them to the Destra chain, once a round.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Cli {
	/// The configuration.
	#[arg(long, short, value_name = "FILE")]
	config: PathBuf,

	/// Check the configuration, the node and every source, print a sample of each, and exit:
	/// status 0 if all is well, 1 if something does not answer, 2 if the configuration is wrong.
	#[arg(long)]
	check: bool,

	/// How the log looks.
	#[arg(long, value_enum, default_value_t = LogFormat::Text)]
	log_format: LogFormat,

	/// What is logged: a level, or a list such as `info,destra_oracle_agent=debug`.
	#[arg(long, value_name = "FILTER", default_value = "info")]
	log: String,
}

/// How the log looks.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum LogFormat {
	/// A readable line per event.
	Text,
	/// A JSON object per event.
	Json,
}

/// The agent's parts, as the configuration describes them.
pub struct Parts {
	/// The node and the account.
	pub node: Node,
	/// What is measured.
	pub meters: Vec<Meter>,
	/// What was committed to.
	pub store: Store,
	/// When within a round the agent does what.
	pub plan: Plan,
	listen: Option<std::net::SocketAddr>,
}

impl Parts {
	/// Puts together what `config`, read from `file`, describes.
	fn assemble(config: Config, file: &Path) -> Result<Self> {
		let pair = key::load(config.key.get_ref())?;
		let plan = Plan::new(&config.node, &config.round(), &pair.public_key().0);
		let store = Store::open(config.state_file(file), pair.public_key().to_account_id())?;
		let client = source::client().context("cannot set up the HTTP client")?;
		let metrics = config.metrics.into_iter().map(|metric| metric.into_inner());
		Ok(Self {
			node: Node::new(config.node.url, config.node.timeout.0, pair),
			meters: metrics.map(|metric| Meter::new(metric, &client)).collect::<Result<_>>()?,
			store,
			plan,
			listen: config.metrics_endpoint.map(|endpoint| endpoint.listen),
		})
	}
}

/// Does what the command line says.
pub async fn run(cli: Cli) -> ExitCode {
	let parts = match prepare(&cli) {
		Ok(parts) => parts,
		Err(error) => {
			eprintln!("error: {error:#}");
			return EXIT_CONFIGURATION.into();
		}
	};
	if cli.check {
		return check::run(parts).await;
	}
	match report(parts).await {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error:#}");
			ExitCode::FAILURE
		}
	}
}

fn prepare(cli: &Cli) -> Result<Parts> {
	let filter = EnvFilter::try_new(&cli.log).context("--log")?;
	let filter = filter.add_directive(WITHOUT_SECRETS.parse().context("--log")?);
	let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
	match cli.log_format {
		LogFormat::Text => log.with_target(false).with_ansi(std::io::stderr().is_terminal()).init(),
		LogFormat::Json => log.json().flatten_event(true).init(),
	}
	let config = Config::load(&cli.config).map_err(anyhow::Error::new::<ConfigError>)?;
	Parts::assemble(config, &cli.config)
}

async fn report(parts: Parts) -> Result<()> {
	let Parts { node, meters, store, plan, listen } = parts;
	let metrics = Metrics::new()?;
	if let Some(address) = listen {
		let listener = metrics::bind(address).await?;
		tracing::info!("own metrics at http://{}/metrics", listener.local_addr()?);
		tokio::spawn(metrics::serve(listener, metrics.clone()));
	}
	tracing::info!(
		account = %node.account(),
		node = %node.address(),
		state = %store.path().display(),
		"reporting, metrics: {}",
		meters.len(),
	);
	let stop = stop()?;
	// On a task of its own: whatever holds it up, the end does not wait for it.
	let reporting = tokio::spawn(Reporter::new(Arc::new(node), meters, store, plan, metrics).run());
	tokio::select! {
		() = stop => {
			tracing::info!("stopped");
			Ok(())
		}
		ended = reporting => ended.context("the reporter ended"),
	}
}

/// Ends with the first Ctrl-C or SIGTERM.
fn stop() -> Result<impl std::future::Future<Output = ()>> {
	let mut terminate = signal(SignalKind::terminate()).context("cannot listen for SIGTERM")?;
	let mut interrupt = signal(SignalKind::interrupt()).context("cannot listen for Ctrl-C")?;
	Ok(async move {
		tokio::select! {
			_ = terminate.recv() => {},
			_ = interrupt.recv() => {},
		}
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
	}

	#[test]
	fn the_example_gives_a_complete_agent() {
		let file =
			std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../scripts/dev-agent.toml");
		let folder = tempfile::tempdir().unwrap();
		let place = folder.path().join("dev-agent.toml");
		let parts = Parts::assemble(Config::load(&file).unwrap(), &place).unwrap();
		assert_eq!(parts.meters.iter().map(|meter| meter.id).collect::<Vec<_>>(), [0, 1, 3]);
	}
}
