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
mod store;
mod units;

use clap::Parser;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
	cli::run(cli::Cli::parse()).await
}
