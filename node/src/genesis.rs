// SPDX-License-Identifier: Apache-2.0

//! The first block of a chain: built when a database is new, and by the executor that then runs the chain. What the
//! SDK does instead compiles the runtime three times for it, and at every start: for machine code of megabytes that
//! is most of what a start costs.

use crate::{
	offline_runtime::{Executor, OfflineRuntime},
	service::{Block, FullBackend},
};
use codec::Encode;
use sc_chain_spec::{json_merge, BuildGenesisBlock, ChainSpec, GenesisBlockBuilder};
use sc_client_api::Backend;
use serde_json::Value;
use sp_blockchain::Error;
use sp_core::storage::{well_known_keys::CODE, Storage};
use sp_genesis_builder::{PresetId, Result as BuildResult};
use sp_state_machine::BasicExternalities;
use std::sync::Arc;

/// Builds the first block, if it is asked to.
pub struct FirstBlock {
	/// What tells how the chain begins.
	pub spec: Box<dyn ChainSpec>,
	/// Whether the state of the block is written: not by who fetches a later one.
	pub writes_state: bool,
	/// The database.
	pub backend: Arc<FullBackend>,
	/// What the node runs runtimes with.
	pub executor: Executor,
}

impl BuildGenesisBlock<Block> for FirstBlock {
	type BlockImportOperation = <FullBackend as Backend<Block>>::BlockImportOperation;

	fn build_genesis_block(self) -> sp_blockchain::Result<(Block, Self::BlockImportOperation)> {
		let storage = storage(&*self.spec, &self.executor).map_err(Error::Storage)?;
		GenesisBlockBuilder::new_with_storage(
			storage,
			self.writes_state,
			self.backend,
			self.executor,
		)?
		.build_genesis_block()
	}
}

/// The state that the chain of `spec` begins with.
fn storage(spec: &dyn ChainSpec, executor: &Executor) -> Result<Storage, String> {
	match Plain::of(spec)? {
		Some(plain) => plain.storage(executor),
		None => spec.as_storage_builder().build_storage(),
	}
}

/// What a specification says that is not raw: the runtime builds the state from it.
struct Plain {
	code: Vec<u8>,
	config: Config,
}

/// The configuration of a genesis, whole or as a change of the runtime's own default.
enum Config {
	Whole(Value),
	Patch(Value),
}

impl Plain {
	/// `None` where `spec` is raw.
	fn of(spec: &dyn ChainSpec) -> Result<Option<Self>, String> {
		let mut json: Value = serde_json::from_str(&spec.as_json(false)?)
			.map_err(|error| format!("The chain specification is no JSON: {error}"))?;
		let Some(genesis) = json.pointer_mut("/genesis/runtimeGenesis") else { return Ok(None) };
		let code = genesis["code"].as_str().ok_or("The chain specification holds no runtime.")?;
		let code = sp_core::bytes::from_hex(code).map_err(|error| {
			format!("The runtime in the chain specification is no hexadecimal: {error}")
		})?;
		let config = match (genesis["config"].take(), genesis["patch"].take()) {
			(Value::Null, patch) => Config::Patch(patch),
			(whole, _) => Config::Whole(whole),
		};
		Ok(Some(Self { code, config }))
	}

	fn storage(self, executor: &Executor) -> Result<Storage, String> {
		let runtime = OfflineRuntime::new(&self.code, executor);
		let config = match self.config {
			Config::Whole(config) => config,
			Config::Patch(patch) => {
				let mut config = default_config(&runtime)?;
				json_merge(&mut config, patch);
				config
			}
		};
		let mut state = BasicExternalities::new_empty();
		runtime.call_on::<BuildResult>(
			&mut state,
			"GenesisBuilder_build_state",
			&config.to_string().encode(),
		)??;
		let mut storage = state.into_storages();
		storage.top.insert(CODE.to_vec(), self.code);
		Ok(storage)
	}
}

/// The configuration of a genesis that says nothing.
fn default_config(runtime: &OfflineRuntime) -> Result<Value, String> {
	let json: Option<Vec<u8>> =
		runtime.call("GenesisBuilder_get_preset", &None::<PresetId>.encode())?;
	let json = json.ok_or("The runtime has no default to begin a chain with.")?;
	serde_json::from_slice(&json)
		.map_err(|error| format!("The default of the runtime is no JSON: {error}"))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain_spec;

	/// Every chain that the node knows begins as the SDK would have it begin, and so does a specification that was
	/// written to a file, plain or raw.
	#[test]
	fn a_chain_begins_as_its_specification_says() {
		let folder = tempfile::tempdir().unwrap();
		let executor = Executor::builder().build();
		for id in ["development", "local_testnet"] {
			let known = chain_spec::load(id).unwrap();
			let expected = known.as_storage_builder().build_storage().unwrap();
			assert!(expected.children_default.is_empty());
			assert!(storage(&known, &executor).unwrap().top == expected.top, "{id}");
			for raw in [false, true] {
				let path = folder.path().join(format!("{id}-{raw}.json"));
				std::fs::write(&path, known.as_json(raw).unwrap()).unwrap();
				let read = chain_spec::load(path.to_str().unwrap()).unwrap();
				assert!(storage(&read, &executor).unwrap().top == expected.top, "{id}, raw: {raw}");
			}
			let plain = known.as_json(false).unwrap();
			let Config::Patch(patch) = Plain::of(&known).unwrap().unwrap().config else {
				panic!("a preset is a patch");
			};
			let code = destra_runtime::WASM_BINARY.unwrap();
			let runtime = OfflineRuntime::new(code, &executor);
			let preset: Option<Vec<u8>> = runtime
				.call("GenesisBuilder_get_preset", &Some(PresetId::from(id)).encode())
				.unwrap();
			let preset: Value = serde_json::from_slice(&preset.unwrap()).unwrap();
			assert_eq!(
				preset, patch,
				"{id}: the runtime that is linked is the one that is embedded"
			);

			// The whole configuration, in the place of a change of the default.
			let mut whole = default_config(&runtime).unwrap();
			json_merge(&mut whole, patch);
			let mut json: Value = serde_json::from_str(&plain).unwrap();
			let genesis = json["genesis"]["runtimeGenesis"].as_object_mut().unwrap();
			genesis.remove("patch");
			genesis.insert("config".into(), whole);
			let path = folder.path().join(format!("{id}-whole.json"));
			std::fs::write(&path, json.to_string()).unwrap();
			let read = chain_spec::load(path.to_str().unwrap()).unwrap();
			assert!(storage(&read, &executor).unwrap().top == expected.top, "{id}, whole");
		}
	}

	/// What is wrong with a configuration is told, and not with all of it behind.
	#[test]
	fn a_wrong_configuration_is_refused_in_a_line() {
		let folder = tempfile::tempdir().unwrap();
		let known = chain_spec::load("development").unwrap();
		let mut json: Value = serde_json::from_str(&known.as_json(false).unwrap()).unwrap();
		json["genesis"]["runtimeGenesis"]["patch"]["sudo"]["king"] = "nobody".into();
		let path = folder.path().join("wrong.json");
		std::fs::write(&path, json.to_string()).unwrap();
		let wrong = chain_spec::load(path.to_str().unwrap()).unwrap();
		let error = storage(&wrong, &Executor::builder().build()).unwrap_err();
		assert!(error.contains("king") && error.len() < 500, "{error}");
	}
}
