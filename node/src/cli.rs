// SPDX-License-Identifier: Apache-2.0

//! What can be said on the command line.

use crate::{inspect_runtime::InspectRuntimeCmd, sealing::Sealing};
use sc_cli::{
	ChainInfoCmd, CheckBlockCmd, ExportBlocksCmd, ExportChainSpecCmd, ExportStateCmd,
	ImportBlocksCmd, KeySubcommand, PurgeChainCmd, RevertCmd, RunCmd,
};
use std::path::PathBuf;

/// The command line of the node.
#[derive(Debug, clap::Parser)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// Make blocks on demand instead of by the clock: `manual`, `instant` or `interval=MS`.
	///
	/// For tests on a development chain; needs `--dev`, or `--alice` with `--chain development`.
	///
	/// - manual: a block for each call of the RPC method `engine_createBlock(create_empty,
	///   finalize)`; `engine_finalizeBlock(hash)` finalizes one made without.
	///
	/// - instant: a finalized block as soon as there is a transaction.
	///
	/// - interval=MS: a finalized block every MS milliseconds.
	///
	/// The methods of `manual` work in all three. Each block is exactly one slot later than the one
	/// before it, whatever the clock on the wall says, and a restarted node goes on one slot after
	/// its last block, or after those that were reverted or lost. No other node takes such blocks,
	/// and `import-blocks` does not either. The RPC method `dev_advanceTime(ms)` lets time pass: the
	/// next block is that much later, rounded up to whole slots. A chain that has run ahead of the
	/// clock on the wall can only be continued with this option.
	#[arg(long, value_name = "MODE", verbatim_doc_comment)]
	pub sealing: Option<Sealing>,

	/// Keep the runtime in this folder as the machine code it was compiled to, and take it from there the next time.
	///
	/// A node starts some seconds of computation earlier. What lies in the folder is executed: nobody else may be able to
	/// write there. For tests, which start many nodes with one runtime.
	#[arg(long, value_name = "DIR")]
	pub compiled_runtimes: Option<PathBuf>,

	/// Options of a running node.
	#[clap(flatten)]
	pub run: RunCmd,
}

/// What the program can do besides running a node.
#[derive(Debug, clap::Subcommand)]
#[allow(clippy::large_enum_variant)]
pub enum Subcommand {
	/// Generate, inspect and insert keys.
	#[command(subcommand)]
	Key(KeySubcommand),

	/// Write the specification of a chain, in plain or in raw form.
	ExportChainSpec(ExportChainSpecCmd),

	/// Write the specification of a chain; kept for scripts, `export-chain-spec` does it better.
	#[allow(deprecated)]
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Look up a block in the database. One whose state is there is not verified again.
	CheckBlock(CheckBlockCmd),

	/// Export blocks.
	ExportBlocks(ExportBlocksCmd),

	/// Import blocks. Blocks made with `--sealing` bear no signature and are refused ("has a bad seal"): copy
	/// the folder of such a chain instead.
	ImportBlocks(ImportBlocksCmd),

	/// Export the state at a block, to be read, in the form of a raw chain specification. A chain begins with that of
	/// block 0 only: to carry on a chain elsewhere, take its blocks along with `export-blocks`.
	ExportState(ExportStateCmd),

	/// Revert the chain to an earlier block that is not below the last finalized one.
	Revert(RevertCmd),

	/// Remove the whole chain. Keys and the identity in the network stay.
	PurgeChain(PurgeChainCmd),

	/// Print what the database knows of the chain: best, finalized and genesis block.
	ChainInfo(ChainInfoCmd),

	/// Tell what a runtime is known by: its version, the hash of its code and that of its metadata.
	InspectRuntime(InspectRuntimeCmd),

	/// Measure the weights of the runtime.
	#[cfg(feature = "runtime-benchmarks")]
	#[command(subcommand)]
	Benchmark(Benchmark),
}

/// What can be measured.
#[cfg(feature = "runtime-benchmarks")]
#[derive(Debug, clap::Subcommand)]
#[allow(clippy::large_enum_variant)]
pub enum Benchmark {
	/// Measure the calls and hooks of the pallets.
	Pallet(frame_benchmarking_cli::PalletCmd),

	/// Measure an empty block and an empty transaction.
	Overhead(frame_benchmarking_cli::OverheadCmd),
}

#[cfg(test)]
mod tests {
	use super::*;
	use sc_cli::SubstrateCli;

	#[test]
	fn the_command_line_is_well_formed() {
		<Cli as clap::CommandFactory>::command().debug_assert();
	}

	#[test]
	fn sealing_is_off_unless_asked_for() {
		assert_eq!(Cli::try_from_iter(["destra-node", "--dev"]).unwrap().sealing, None);
		assert_eq!(
			Cli::try_from_iter(["destra-node", "--dev", "--sealing", "instant"]).unwrap().sealing,
			Some(Sealing::Instant)
		);
	}

	#[test]
	fn runtimes_are_compiled_anew_unless_a_folder_is_named() {
		let parse = |options: &[&str]| {
			Cli::try_from_iter(["destra-node", "--dev"].iter().chain(options)).unwrap()
		};
		assert_eq!(parse(&[]).compiled_runtimes, None);
		assert_eq!(
			parse(&["--compiled-runtimes", "cache"]).compiled_runtimes,
			Some(PathBuf::from("cache"))
		);
	}

	#[test]
	fn an_unknown_sealing_mode_is_named_in_the_error() {
		let error = Cli::try_from_iter(["destra-node", "--dev", "--sealing=wax"]).unwrap_err();
		assert!(error.to_string().contains("`wax`"), "{error}");
	}
}
