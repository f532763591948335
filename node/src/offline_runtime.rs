// SPDX-License-Identifier: Apache-2.0

//! A runtime that is asked without a chain: what it is known by, and how a chain begins with it.

use codec::{Decode, DecodeAll};
use sc_executor::WasmExecutor;
use sp_core::{
	traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode},
	H256,
};
use sp_runtime::traits::{BlakeTwo256, Hash};
use sp_state_machine::BasicExternalities;

/// Runs runtimes.
pub type Executor = WasmExecutor<sp_io::SubstrateHostFunctions>;

/// Code, and what runs it.
pub struct OfflineRuntime<'a> {
	code: &'a [u8],
	code_hash: H256,
	executor: &'a Executor,
}

impl<'a> OfflineRuntime<'a> {
	/// The runtime `code`, as it goes on chain. The executor keeps what it has compiled: whoever shares it compiles
	/// once.
	pub fn new(code: &'a [u8], executor: &'a Executor) -> Self {
		Self { code, code_hash: BlakeTwo256::hash(code), executor }
	}

	/// BLAKE2b-256 of the code as it goes on chain, compressed.
	pub fn code_hash(&self) -> H256 {
		self.code_hash
	}

	/// What the function called `name` yields for the encoded `arguments`, on an empty state.
	pub fn call<T: Decode>(&self, name: &str, arguments: &[u8]) -> Result<T, String> {
		self.call_on(&mut BasicExternalities::new_empty(), name, arguments)
	}

	/// The same on `state`, which it may change.
	pub fn call_on<T: Decode>(
		&self,
		state: &mut BasicExternalities,
		name: &str,
		arguments: &[u8],
	) -> Result<T, String> {
		let code_fetcher = WrappedRuntimeCode(self.code.into());
		let hash = self.code_hash.as_bytes().to_vec();
		let code = RuntimeCode { code_fetcher: &code_fetcher, heap_pages: None, hash };
		let (answer, _) = self.executor.call(state, &code, name, arguments, CallContext::Offchain);
		let answer = answer
			.map_err(|error| format!("This is no runtime that {name} can be asked of: {error}"))?;
		T::decode_all(&mut &answer[..])
			.map_err(|error| format!("The answer of {name} is none that is known: {error}"))
	}
}
