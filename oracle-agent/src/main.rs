// SPDX-License-Identifier: Apache-2.0

//! Measures a node operator's KPIs, signs them and reports them to the Destra chain, once a round.
//!
//! ```text
//! source ──number──▶ meter ──value──▶ turn ──signed report──▶ node
//!   HTTP, file, disk   rate, scale,     one per round, one        │
//!                      bounds           nonce, to finality ◀──news┘
//! ```

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
mod source;
mod units;

use clap::Parser;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
	cli::run(cli::Cli::parse()).await
}
