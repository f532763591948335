// SPDX-License-Identifier: Apache-2.0

//! The chains that the node knows by name. Their genesis is a preset of the runtime.

use destra_runtime::WASM_BINARY;
use sc_service::{ChainType, GenericChainSpec, Properties};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use std::path::Path;

/// The token, as wallets show it, and signing devices.
pub const TOKEN_SYMBOL: &str = "DSYNC";
/// The decimals of the token.
pub const TOKEN_DECIMALS: u8 = 18;

/// A chain specification without extensions.
pub type ChainSpec = GenericChainSpec;

/// Resolves what stands after `--chain`: a name, or the path of a chain specification.
pub fn load(id: &str) -> Result<ChainSpec, String> {
	match id {
		"dev" | "development" => development(),
		"local" | "local_testnet" => local_testnet(),
		"" => Err("No chain chosen: add `--dev`, or `--chain` with `development`, \
			`local_testnet` or the path of a chain specification."
			.into()),
		path if Path::new(path).exists() => ChainSpec::from_json_file(path.into())
			.map_err(|error| format!("The chain specification `{path}` is not usable: {error}")),
		unknown => Err(format!(
			"`{unknown}` is neither a chain this node knows (`development`, `local_testnet`) nor \
			an existing chain specification file."
		)),
	}
}

/// One validator, short periods: for developing and testing.
fn development() -> Result<ChainSpec, String> {
	from_preset(
		"Destra Development",
		"destra_development",
		ChainType::Development,
		DEV_RUNTIME_PRESET,
	)
}

/// Several validators with well-known keys on one machine or in one lab.
fn local_testnet() -> Result<ChainSpec, String> {
	from_preset(
		"Destra Local Testnet",
		"destra_local_testnet",
		ChainType::Local,
		LOCAL_TESTNET_RUNTIME_PRESET,
	)
}

fn from_preset(
	name: &str,
	id: &str,
	chain_type: ChainType,
	preset: &str,
) -> Result<ChainSpec, String> {
	let wasm = WASM_BINARY.ok_or(
		"This node was built without its runtime (SKIP_WASM_BUILD): build it again, or pass a \
		chain specification that holds one.",
	)?;

	Ok(ChainSpec::builder(wasm, None)
		.with_name(name)
		.with_id(id)
		.with_chain_type(chain_type)
		.with_protocol_id("dsync")
		.with_properties(properties())
		.with_genesis_config_preset_name(preset)
		.build())
}

/// How wallets show amounts and addresses.
fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), TOKEN_SYMBOL.into());
	properties.insert("tokenDecimals".into(), TOKEN_DECIMALS.into());
	properties.insert("ss58Format".into(), 42.into());
	properties
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_unknown_chain_is_refused_with_the_known_names() {
		let error = load("no-such-chain").err().unwrap();
		assert!(error.contains("no-such-chain") && error.contains("local_testnet"), "{error}");
	}

	#[test]
	fn no_chain_at_all_is_refused() {
		assert!(load("").err().unwrap().contains("--dev"));
	}

	#[test]
	fn short_and_long_names_mean_the_same_chain() {
		for (short, long, id) in [
			("dev", "development", "destra_development"),
			("local", "local_testnet", "destra_local_testnet"),
		] {
			assert_eq!(load(short).unwrap().id(), id);
			assert_eq!(load(long).unwrap().id(), id);
		}
	}
}
