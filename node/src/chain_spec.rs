// SPDX-License-Identifier: Apache-2.0

//! The chains that the node knows by name. Their genesis is a preset of the runtime.

use crate::{
	first_state,
	hard_forks::{self, GrandpaHardFork},
};
use destra_runtime::WASM_BINARY;
use sc_chain_spec::{get_extension, ChainSpecExtension};
use sc_service::{ChainType, GenericChainSpec, Properties};
use sc_sync_state_rpc::LightSyncStateExtension;
use serde::{Deserialize, Serialize};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use std::path::Path;

/// The token, as wallets show it, and signing devices.
pub const TOKEN_SYMBOL: &str = "DSYNC";
/// The decimals of the token.
pub const TOKEN_DECIMALS: u8 = 18;

/// A chain specification of ours.
pub type ChainSpec = GenericChainSpec<Extensions>;

/// What a specification of ours may say beyond that of every chain.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ChainSpecExtension)]
#[serde(rename_all = "camelCase", default)]
pub struct Extensions {
	/// The authority sets that came by a forced change, in the order of the chain. Newcomers by warp sync need them.
	#[serde(skip_serializing_if = "Vec::is_empty")]
	pub grandpa_hard_forks: Vec<GrandpaHardFork>,
	/// From which final block light clients go on. A node that runs the chain does without; it hands out
	/// specifications that have it.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub light_sync_state: LightSyncStateExtension,
}

impl Extensions {
	/// What this specification says, if it is one of ours.
	pub fn of(spec: &dyn sc_service::ChainSpec) -> Self {
		get_extension::<Self>(spec.extensions()).cloned().unwrap_or_default()
	}
}

/// Resolves what stands after `--chain`: a name, or the path of a chain specification.
pub fn load(id: &str) -> Result<ChainSpec, String> {
	match id {
		"dev" | "development" => development(),
		"local" | "local_testnet" => local_testnet(),
		"" => Err("No chain chosen: add `--dev`, or `--chain` with `development`, \
			`local_testnet` or the path of a chain specification."
			.into()),
		path if Path::new(path).exists() => from_file(path)
			.map_err(|error| format!("The chain specification `{path}` is not usable: {error}")),
		unknown => Err(format!(
			"`{unknown}` is neither a chain this node knows (`development`, `local_testnet`) nor \
			an existing chain specification file."
		)),
	}
}

fn from_file(path: &str) -> Result<ChainSpec, String> {
	let spec = ChainSpec::from_json_file(path.into())?;
	first_state::check(path)?;
	hard_forks::check(&Extensions::of(&spec).grandpa_hard_forks)?;
	Ok(spec)
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

	// Of the runtime as it is linked, which is the same code: to ask the wasm, it would have to be compiled.
	let genesis = destra_runtime::genesis::preset(&preset.into())
		.and_then(|json| serde_json::from_slice(&json).ok())
		.ok_or_else(|| format!("The runtime knows no chain `{preset}` to begin with."))?;

	Ok(ChainSpec::builder(wasm, Extensions::default())
		.with_name(name)
		.with_id(id)
		.with_chain_type(chain_type)
		.with_protocol_id("dsync")
		.with_properties(properties())
		.with_genesis_config_patch(genesis)
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

	/// What is loaded of a specification with these forks in it, which lies in `folder`.
	fn load_with(folder: &Path, forks: &str) -> Result<ChainSpec, String> {
		let mut json: serde_json::Value =
			serde_json::from_str(&development().unwrap().as_json(false).unwrap()).unwrap();
		json["grandpaHardForks"] = serde_json::from_str(forks).unwrap();
		let path = folder.join("chain-spec.json");
		std::fs::write(&path, json.to_string()).unwrap();
		load(path.to_str().unwrap())
	}

	/// A fork as people write it.
	fn fork(set_id: u64, authorities: &str) -> String {
		let hash = format!("0x{}", "ab".repeat(32));
		format!(
			r#"{{ "setId": {set_id}, "block": {{ "number": 40, "hash": "{hash}" }}, "authorities": [{authorities}] }}"#
		)
	}

	/// A key.
	const KEY: &str = r#""5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu""#;

	#[test]
	fn a_specification_without_hard_forks_says_nothing_of_them() {
		let spec = local_testnet().unwrap();
		assert!(Extensions::of(&spec).grandpa_hard_forks.is_empty());
		assert!(!spec.as_json(false).unwrap().contains("grandpaHardForks"));
	}

	#[test]
	fn hard_forks_are_read_from_a_file_and_written_again() {
		// It is read once more when it is written.
		let folder = tempfile::tempdir().unwrap();
		let spec = load_with(folder.path(), &format!("[{}]", fork(7, KEY))).unwrap();
		assert!(spec.as_json(false).unwrap().contains("grandpaHardForks"));
		let [fork] = &Extensions::of(&spec).grandpa_hard_forks[..] else { panic!("one fork") };
		assert_eq!((fork.set_id, fork.block.number), (7, 40));
		assert_eq!(serde_json::to_string(&fork.authorities).unwrap(), format!("[{KEY}]"));
	}

	#[test]
	fn hard_forks_that_cannot_be_are_named_with_the_file() {
		let folder = tempfile::tempdir().unwrap();
		for (forks, words) in [
			(format!("[{}]", fork(7, "")), "set 7 has no `authorities`"),
			(r#"[{ "setId": 7 }]"#.into(), "missing field `block`"),
			(format!("[{}]", fork(7, KEY).replace("setId", "set_id")), "set_id"),
			(format!("[{}]", fork(7, r#""Alice""#)), "not usable"),
		] {
			let error = load_with(folder.path(), &forks).err().expect(words);
			assert!(error.contains(words) && error.contains("chain-spec.json"), "{error}");
		}
	}

	#[test]
	fn no_chain_begins_with_the_state_of_a_later_block() {
		const NUMBER: &str = "0x26aa394eea5630e07c48ae0c9558cef702a5c1b19ab7a04f536c519aca4983ac";
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("state.json");
		let path = path.to_str().unwrap();
		let mut json: serde_json::Value =
			serde_json::from_str(&development().unwrap().as_json(true).unwrap()).unwrap();
		let mut load_with = |number: serde_json::Value| {
			json["genesis"]["raw"]["top"][NUMBER] = number;
			std::fs::write(path, json.to_string()).unwrap();
			load(path)
		};
		assert!(load_with("0x00000000".into()).is_ok());
		let error = load_with("0x07000000".into()).err().unwrap();
		for words in ["state.json", "of block 7", "export-blocks"] {
			assert!(error.contains(words), "{error}");
		}
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
