// SPDX-License-Identifier: Apache-2.0

//! Checks the table of categories and grants at genesis, and builds the runtime to wasm where the
//! feature `wasm` asks for it.

#[cfg(feature = "wasm")]
#[path = "build/compiler.rs"]
mod compiler;

use destra_genesis_grants::GenesisTable;
use std::{env, fs, path::Path, process::ExitCode};

/// The one quantity of the runtime that the table is checked against. The presets check it against
/// that of the runtime itself.
const MAXIMUM_SUPPLY: u128 = 1_000_000_000 * 10u128.pow(18);

fn main() -> ExitCode {
	#[cfg(feature = "wasm")]
	if let Some(status) = compiler::compile() {
		return status;
	}
	check_table();
	#[cfg(feature = "wasm")]
	build_wasm();
	ExitCode::SUCCESS
}

/// Stops the build where the table is wrong, with the row and what to do.
fn check_table() {
	let folder = Path::new(&env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where we are"))
		.join("genesis");
	let [categories, grants] = ["categories.csv", "grants.csv"].map(|name| {
		let file = folder.join(name);
		println!("cargo::rerun-if-changed={}", file.display());
		fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
	});
	if let Err(error) = GenesisTable::parse(&categories, &grants, MAXIMUM_SUPPLY) {
		panic!("runtime/genesis/{error}");
	}
}

#[cfg(feature = "wasm")]
fn build_wasm() {
	// The builder hands the features of this build on to that of the wasm. The ones that make it
	// run stop here: in there they would ask for `std`, and for another wasm.
	for feature in ["CARGO_FEATURE_WASM", "CARGO_FEATURE_METADATA_HASH"] {
		env::remove_var(feature);
	}

	// Linked as a whole, the code is an eighth smaller, and each start of a node compiles it to machine code.
	env::set_var("CARGO_PROFILE_RELEASE_LTO", "fat");

	let builder = substrate_wasm_builder::WasmBuilder::init_with_defaults()
		.append_to_rust_flags(compiler::stand_in());
	#[cfg(feature = "metadata-hash")]
	let builder = builder.enable_metadata_hash("DSYNC", 18);
	builder.build();
}
