// SPDX-License-Identifier: Apache-2.0

//! Every benchmark of this runtime, of the SDK's pallets too, runs on this runtime: at both ends of its components,
//! and what it has done is verified. So none rots between two runs of `scripts/bench`.

use super::chain::genesis_of;
use crate::{
	benchmarks::{dispatch, metadata},
	VERSION,
};
use codec::Encode;
use frame_benchmarking::{BenchmarkConfig, BenchmarkMetadata, BenchmarkParameter};
use sp_core::{
	storage::ChildInfo,
	traits::{ReadRuntimeVersion, ReadRuntimeVersionExt},
	Blake2Hasher, H256,
};
use sp_externalities::{set_and_run_with_externalities, Extensions, Externalities};
use sp_io::TestExternalities;
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::StateVersion;
use sp_state_machine::{
	backend::Backend, BackendTransaction, ChildStorageCollection, Ext, InMemoryBackend, IterArgs,
	OverlayedChanges, StorageCollection, StorageIterator, StorageKey, StorageValue, UsageInfo,
};
use sp_trie::MerkleValue;
use sp_version::RuntimeVersion;
use std::cell::RefCell;

type State = InMemoryBackend<Blake2Hasher>;
type Outcome<T> = Result<T, String>;

/// A state that a benchmark may commit to and wipe, as that of the command line, but without a database and without
/// counting what is read and written.
#[derive(Debug)]
struct BenchmarkState {
	genesis: State,
	state: RefCell<State>,
}

impl BenchmarkState {
	/// That of the genesis which `scripts/bench` measures on.
	fn new() -> Self {
		let mut chain = TestExternalities::default();
		chain.execute_with(|| genesis_of("development"));
		chain.commit_all().expect("the genesis can be committed");
		Self { genesis: chain.backend.clone(), state: RefCell::new(chain.backend) }
	}

	/// Runs a benchmark once, and once more to verify what it does.
	fn run(&self, config: BenchmarkConfig) -> Outcome<()> {
		let mut extensions = Extensions::new();
		extensions.register(KeystoreExt::new(MemoryKeystore::new()));
		extensions.register(ReadRuntimeVersionExt::new(Successor));
		let mut overlay = OverlayedChanges::default();
		overlay.enter_runtime().expect("nothing has run yet");
		let mut ext = Ext::new(&mut overlay, self, Some(&mut extensions));
		let batches = set_and_run_with_externalities(&mut ext, || dispatch(config))?;
		match batches.iter().all(|batch| batch.results.is_empty()) {
			true => Err("it measured nothing".into()),
			false => Ok(()),
		}
	}
}

/// Takes any wasm for the successor of this runtime.
struct Successor;

impl ReadRuntimeVersion for Successor {
	fn read_runtime_version(&self, _: &[u8], _: &mut dyn Externalities) -> Outcome<Vec<u8>> {
		Ok(RuntimeVersion { spec_version: VERSION.spec_version + 1, ..VERSION }.encode())
	}
}

/// Goes through the keys of a [`BenchmarkState`].
struct Keys(<State as Backend<Blake2Hasher>>::RawIter);

impl StorageIterator<Blake2Hasher> for Keys {
	type Backend = BenchmarkState;
	type Error = String;

	fn next_key(&mut self, backend: &BenchmarkState) -> Option<Outcome<StorageKey>> {
		self.0.next_key(&backend.state.borrow())
	}

	fn next_pair(
		&mut self,
		backend: &BenchmarkState,
	) -> Option<Outcome<(StorageKey, StorageValue)>> {
		self.0.next_pair(&backend.state.borrow())
	}

	fn was_complete(&self) -> bool {
		self.0.was_complete()
	}
}

impl Backend<Blake2Hasher> for BenchmarkState {
	type Error = String;
	type TrieBackendStorage = <State as Backend<Blake2Hasher>>::TrieBackendStorage;
	type RawIter = Keys;

	fn wipe(&self) -> Outcome<()> {
		self.state.replace(self.genesis.clone());
		Ok(())
	}

	fn commit(
		&self,
		root: H256,
		transaction: BackendTransaction<Blake2Hasher>,
		_: StorageCollection,
		_: ChildStorageCollection,
	) -> Outcome<()> {
		self.state.borrow_mut().apply_transaction(root, transaction);
		Ok(())
	}

	fn read_write_count(&self) -> (u32, u32, u32, u32) {
		Default::default()
	}

	fn reset_read_write_count(&self) {}

	fn proof_size(&self) -> Option<u32> {
		None
	}

	fn get_read_and_written_keys(&self) -> Vec<(Vec<u8>, u32, u32, bool)> {
		vec![]
	}

	fn storage(&self, key: &[u8]) -> Outcome<Option<StorageValue>> {
		self.state.borrow().storage(key)
	}

	fn storage_hash(&self, key: &[u8]) -> Outcome<Option<H256>> {
		self.state.borrow().storage_hash(key)
	}

	fn closest_merkle_value(&self, key: &[u8]) -> Outcome<Option<MerkleValue<H256>>> {
		self.state.borrow().closest_merkle_value(key)
	}

	fn child_closest_merkle_value(
		&self,
		child: &ChildInfo,
		key: &[u8],
	) -> Outcome<Option<MerkleValue<H256>>> {
		self.state.borrow().child_closest_merkle_value(child, key)
	}

	fn child_storage(&self, child: &ChildInfo, key: &[u8]) -> Outcome<Option<StorageValue>> {
		self.state.borrow().child_storage(child, key)
	}

	fn child_storage_hash(&self, child: &ChildInfo, key: &[u8]) -> Outcome<Option<H256>> {
		self.state.borrow().child_storage_hash(child, key)
	}

	fn next_storage_key(&self, key: &[u8]) -> Outcome<Option<StorageKey>> {
		self.state.borrow().next_storage_key(key)
	}

	fn next_child_storage_key(&self, child: &ChildInfo, key: &[u8]) -> Outcome<Option<StorageKey>> {
		self.state.borrow().next_child_storage_key(child, key)
	}

	fn storage_root<'a>(
		&self,
		delta: impl Iterator<Item = (&'a [u8], Option<&'a [u8]>)>,
		version: StateVersion,
	) -> (H256, BackendTransaction<Blake2Hasher>) {
		self.state.borrow().storage_root(delta, version)
	}

	fn child_storage_root<'a>(
		&self,
		child: &ChildInfo,
		delta: impl Iterator<Item = (&'a [u8], Option<&'a [u8]>)>,
		version: StateVersion,
	) -> (H256, bool, BackendTransaction<Blake2Hasher>) {
		self.state.borrow().child_storage_root(child, delta, version)
	}

	fn raw_iter(&self, args: IterArgs) -> Outcome<Keys> {
		self.state.borrow().raw_iter(args).map(Keys)
	}

	fn register_overlay_stats(&self, _: &sp_state_machine::StateMachineStats) {}

	fn usage_info(&self) -> UsageInfo {
		UsageInfo::empty()
	}
}

/// All components at their least, and all at their most.
fn ends(benchmark: &BenchmarkMetadata) -> [Vec<(BenchmarkParameter, u32)>; 2] {
	let least = benchmark.components.iter().map(|(name, low, _)| (*name, *low)).collect();
	let most = benchmark.components.iter().map(|(name, _, high)| (*name, *high)).collect();
	[least, most]
}

/// Runs every benchmark of a pallet.
fn run_all_of(pallet: &str) {
	let (lists, _) = metadata(true);
	let list = lists.into_iter().find(|list| list.pallet == pallet.as_bytes());
	let list = list.unwrap_or_else(|| panic!("{pallet} has no benchmarks"));
	let state = BenchmarkState::new();
	for benchmark in &list.benchmarks {
		for selected_components in ends(benchmark) {
			let config = BenchmarkConfig {
				pallet: list.pallet.clone(),
				instance: list.instance.clone(),
				benchmark: benchmark.name.clone(),
				selected_components: selected_components.clone(),
				verify: true,
				internal_repeats: 1,
			};
			let name = String::from_utf8_lossy(&benchmark.name);
			state
				.run(config)
				.unwrap_or_else(|error| panic!("{name} with {selected_components:?}: {error}"));
		}
	}
}

/// A test for each pallet, by its name, and one that none is missing.
macro_rules! benchmarks_of {
	($($pallet:ident)*) => {
		$(
			#[test]
			fn $pallet() {
				run_all_of(stringify!($pallet));
			}
		)*

		#[test]
		fn no_pallet_with_benchmarks_is_missing() {
			let tested = [$(stringify!($pallet)),*];
			let (lists, _) = metadata(true);
			let known: Vec<_> =
				lists.iter().map(|list| String::from_utf8_lossy(&list.pallet)).collect();
			assert_eq!(known, tested);
		}
	};
}

benchmarks_of! {
	check_authority
	frame_system
	frame_system_extensions
	pallet_allocation
	pallet_balances
	pallet_emission
	pallet_kpi_oracle
	pallet_liveness
	pallet_multisig
	pallet_parameter_changes
	pallet_proxy
	pallet_service_payments
	pallet_staking_locks
	pallet_sudo
	pallet_timestamp
	pallet_transaction_payment
	pallet_utility
}
