// SPDX-License-Identifier: Apache-2.0

//! Builds the runtime to wasm, where the feature `wasm` asks for it.

#[cfg(feature = "wasm")]
fn main() {
	// The builder hands the features of this build on to that of the wasm. The ones that make it
	// run stop here: in there they would ask for `std`, and for another wasm.
	for feature in ["CARGO_FEATURE_WASM", "CARGO_FEATURE_METADATA_HASH"] {
		std::env::remove_var(feature);
	}

	let builder = substrate_wasm_builder::WasmBuilder::init_with_defaults();
	#[cfg(feature = "metadata-hash")]
	let builder = builder.enable_metadata_hash("DSYNC", 18);
	builder.build();
}

#[cfg(not(feature = "wasm"))]
fn main() {}
