// SPDX-License-Identifier: Apache-2.0

//! The Destra node: runs and validates a Destra chain.
//!
//! No business logic and no genesis code lives here. The chain is what its runtime says, and the
//! chain specifications come from the presets of that runtime.
//!
//! | module | does |
//! |---|---|
//! | [`cli`] | what can be said on the command line |
//! | [`command`] | does what was said |
//! | [`chain_spec`] | the chains the node knows by name |
//! | [`genesis`] | the first block of a chain |
//! | [`offline_runtime`] | a runtime that is asked without a chain |
//! | [`first_state`] | whether a chain can begin with the state that a specification holds |
//! | [`inspect_runtime`] | what a runtime is known by |
//! | [`service`] | client, network, consensus and RPC put together |
//! | [`block_time`] | which slot and timestamp the next block gets |
//! | [`seen_slots`] | the blocks seen in each slot, and how they are forgotten after a standstill |
//! | [`equivocation`] | two blocks of one author in one slot: found, proven and reported |
//! | [`hard_forks`] | the forced changes of the authority set that the specification names |
//! | [`warp_sync`] | how newcomers get past a forced change of the authority set |
//! | [`sealing`] | blocks on demand, for tests |
//! | [`instants`] | when a block is due that is made as soon as there is a transaction |
//! | [`ending`] | tasks that end because the node does are no failures |
//! | [`ports`] | whether somebody else has the ports of this node |
//! | [`rpc`] | the JSON-RPC methods beyond those every node has |
//! | [`metrics`] | the token economy as Prometheus gauges |
//! | [`standing`] | gauges of where the chain stands, and whether this node takes part in it |

#![warn(missing_docs)]

mod block_time;
mod chain_spec;
mod cli;
mod command;
mod ending;
mod equivocation;
mod first_state;
mod genesis;
mod hard_forks;
mod inspect_runtime;
mod instants;
mod metrics;
mod offline_runtime;
mod ports;
mod rpc;
mod sealing;
mod seen_slots;
mod service;
mod standing;
mod warp_sync;
mod warp_target;

use std::process::ExitCode;

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		}
	}
}
