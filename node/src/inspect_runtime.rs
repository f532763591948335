// SPDX-License-Identifier: Apache-2.0

//! What a runtime is known by: the hash that an upgrade is authorised with, and the hash of its metadata that signing
//! devices check. Who has built the same sources compares them with what governance proposes.

use crate::{
	chain_spec::{TOKEN_DECIMALS, TOKEN_SYMBOL},
	offline_runtime::{Executor, OfflineRuntime},
};
use codec::{Decode, Encode};
use destra_runtime::WASM_BINARY;
use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed};
use merkleized_metadata::{generate_metadata_digest, ExtraInfo};
use sp_core::H256;
use sp_version::RuntimeVersion;
use std::{borrow::Cow, fs, path::PathBuf};

/// The version of metadata that its hash is defined for.
const METADATA_VERSION: u32 = 15;

/// Tell what a runtime is known by.
#[derive(Debug, clap::Args)]
pub struct InspectRuntimeCmd {
	/// The runtime as it goes on chain, `destra_runtime.compact.compressed.wasm`. Left out, it is the one that this
	/// program was built with.
	file: Option<PathBuf>,
}

impl InspectRuntimeCmd {
	/// Prints a line for each thing that the runtime is known by.
	pub fn run(&self) -> sc_cli::Result<()> {
		let identity = Identity::of(&self.code()?).map_err(|error| match &self.file {
			Some(file) => format!(
				"{}: {error}. What goes on chain is destra_runtime.compact.compressed.wasm.",
				file.display()
			),
			None => error,
		})?;
		println!("Version        {}", identity.version);
		println!("Code hash      {:?}", identity.code_hash);
		println!("Metadata hash  {:?}", identity.metadata_hash);
		Ok(())
	}

	fn code(&self) -> Result<Cow<'static, [u8]>, String> {
		match &self.file {
			Some(file) => fs::read(file)
				.map(Cow::from)
				.map_err(|error| format!("Cannot read the runtime {}: {error}", file.display())),
			None => {
				WASM_BINARY.map(Cow::from).ok_or_else(|| {
					"This node was built without its runtime (SKIP_WASM_BUILD): name the file of one.".into()
				})
			}
		}
	}
}

/// What a runtime is known by.
struct Identity {
	version: RuntimeVersion,
	/// BLAKE2b-256 of the code as it goes on chain, compressed.
	code_hash: H256,
	/// The root of RFC 78, with the token of this chain.
	metadata_hash: H256,
}

impl Identity {
	fn of(code: &[u8]) -> Result<Self, String> {
		let executor = Executor::builder().with_allow_missing_host_functions(true).build();
		let runtime = OfflineRuntime::new(code, &executor);
		let version: RuntimeVersion = runtime.call("Core_version", &[])?;
		let metadata = metadata_of(&runtime)?;
		let extra_info = ExtraInfo {
			spec_version: version.spec_version,
			spec_name: version.spec_name.to_string(),
			base58_prefix: ss58_prefix(&metadata)?,
			decimals: TOKEN_DECIMALS,
			token_symbol: TOKEN_SYMBOL.into(),
		};
		let digest = generate_metadata_digest(&metadata, extra_info)
			.map_err(|error| format!("The metadata of the runtime has no hash: {error}"))?;
		Ok(Self { version, code_hash: runtime.code_hash(), metadata_hash: digest.hash().into() })
	}
}

/// The metadata of the runtime, of the version that its hash is defined for.
fn metadata_of(runtime: &OfflineRuntime) -> Result<RuntimeMetadata, String> {
	let name = "Metadata_metadata_at_version";
	let opaque: Option<Vec<u8>> = runtime.call(name, &METADATA_VERSION.encode())?;
	let encoded = opaque.ok_or_else(|| {
		format!("The runtime has no metadata of version {METADATA_VERSION}, and so no hash of it.")
	})?;
	RuntimeMetadataPrefixed::decode(&mut &encoded[..])
		.map(|metadata| metadata.1)
		.map_err(|error| format!("The metadata of the runtime cannot be read: {error}"))
}

fn ss58_prefix(metadata: &RuntimeMetadata) -> Result<u16, String> {
	let RuntimeMetadata::V15(metadata) = metadata else {
		return Err(format!("The metadata of the runtime is not of version {METADATA_VERSION}."));
	};
	let constants = metadata.pallets.iter().filter(|pallet| pallet.name == "System");
	constants
		.flat_map(|system| &system.constants)
		.find(|constant| constant.name == "SS58Prefix")
		.and_then(|constant| u16::decode(&mut &constant.value[..]).ok())
		.ok_or_else(|| "The metadata of the runtime does not tell the prefix of addresses.".into())
}
