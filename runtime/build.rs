// SPDX-License-Identifier: Apache-2.0

//! Builds the runtime to wasm, where the feature `wasm` asks for it.

fn main() {
	#[cfg(all(feature = "wasm", not(feature = "metadata-hash")))]
	substrate_wasm_builder::WasmBuilder::build_using_defaults();

	#[cfg(feature = "metadata-hash")]
	substrate_wasm_builder::WasmBuilder::init_with_defaults()
		.enable_metadata_hash("DSYNC", 18)
		.build();
}
