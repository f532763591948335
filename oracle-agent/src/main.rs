// SPDX-License-Identifier: Apache-2.0

//! Measures a node operator's KPIs, signs them and reports them to the Destra chain, once a round.
//!
//! ```text
//!                                     store: values and salt
//!                                      ▲ │
//! source ──number──▶ meter ──value──▶ turn ──commitment, report──▶ node
//!   HTTP, file, disk   rate, scale,     one per half of a round,     │
//!                      bounds           to finality ◀───────────news─┘
//! ```

mod address;
mod apart;
mod chain;
mod check;
mod cli;
mod clock;
mod config;
mod key;
mod metrics;
mod number;
mod reporter;
mod sample;
mod secret;
mod source;
mod store;
mod units;

use clap::Parser;
use std::process::ExitCode;

/// The fewest threads that do the work: a file that hangs may hold up one of them for a while.
const FEWEST_WORKERS: usize = 2;

fn main() -> ExitCode {
	let cli = cli::Cli::parse();
	let cores = std::thread::available_parallelism().map_or(1, usize::from);
	let runtime = tokio::runtime::Builder::new_multi_thread()
		.worker_threads(cores.max(FEWEST_WORKERS))
		.enable_all()
		.build();
	let runtime = match runtime {
		Ok(runtime) => runtime,
		Err(error) => {
			eprintln!("error: cannot start: {error}");
			return ExitCode::FAILURE;
		}
	};
	let code = runtime.block_on(cli::run(cli));
	// Whatever still hangs ends with the program.
	runtime.shutdown_background();
	code
}
