// SPDX-License-Identifier: Apache-2.0

//! The Destra runtime: the DSYNC economy, composed from its pallets.
//!
//! The pallets do not know each other. What joins them is wired in [`configs`], one file per
//! concern; the economy a chain starts with is in [`genesis`]; what people and programs read
//! without knowing the storage is in the runtime APIs.

#![cfg_attr(not(feature = "std"), no_std)]
// The macros that build a runtime nest deeply.
#![recursion_limit = "256"]

extern crate alloc;

#[cfg(feature = "wasm")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod constants;
pub mod extensions;
pub mod genesis;
pub mod running_keys;
pub mod session_length;
#[cfg(test)]
mod tests;
pub mod weights;

use alloc::{borrow::Cow, vec::Vec};
use sp_runtime::{
	generic,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress,
};
use sp_version::RuntimeVersion;

pub use apis::{RuntimeApi, RUNTIME_API_VERSIONS};
pub use destra_primitives::{Balance, Signature};

/// A block number. Nothing in the economy counts in blocks.
pub type BlockNumber = u32;
/// An account: the public key that signs for it, its hash, or an Ethereum address.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// Index of a transaction of an account.
pub type Nonce = u32;
/// A hash of chain data.
pub type Hash = sp_core::H256;
/// An address that names an account.
pub type Address = MultiAddress<AccountId, ()>;
/// Block header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// Block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// An extrinsic as it arrives, not checked yet.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What a sender signs.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// What every transaction is checked for, in this order.
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckEra<Runtime>,
	frame_system::CheckNonce<Runtime>,
	// Together, because a tuple has room for twelve. Clients see a flat list.
	(frame_system::CheckWeight<Runtime>, extensions::CheckAuthority),
	pallet_kpi_oracle::CheckReport<Runtime>,
	extensions::ChargeTransactionPayment,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// Migrations that run once, at the upgrade to this version.
pub type Migrations = ();

/// Runs blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// Types for a client that need not know what a call or an extrinsic of this chain is.
pub mod opaque {
	use super::{generic, BlakeTwo256, BlockNumber};
	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// Block header.
	pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
	/// Block.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
	/// Names a block by hash or number.
	pub type BlockId = generic::BlockId<Block>;
}

sp_runtime::impl_opaque_keys! {
	/// The keys a validator works with.
	pub struct SessionKeys {
		/// Authors blocks.
		pub babe: Babe,
		/// Finalises them.
		pub grandpa: Grandpa,
	}
}

/// Version of this runtime.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("destra"),
	impl_name: Cow::Borrowed("destra-node"),
	authoring_version: 1,
	spec_version: 100,
	impl_version: 1,
	apis: RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

// Hooks run in the order of the pallet indices: the oracle closes its round before the emission
// reads it.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(4)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(5)]
	pub type TransactionPayment = pallet_transaction_payment;

	// Before staking, whose genesis has stake answer for as long as offences can be reported.
	#[runtime::pallet_index(6)]
	pub type SessionLength = crate::session_length;
	#[runtime::pallet_index(7)]
	pub type Liveness = pallet_liveness;
	// Before the session: the first validators are those with the most stake, and each later set is
	// chosen by what weighs at that moment.
	#[runtime::pallet_index(8)]
	pub type StakingLocks = pallet_staking_locks;
	#[runtime::pallet_index(9)]
	pub type RunningKeys = crate::running_keys;
	#[runtime::pallet_index(10)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(11)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(12)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(13)]
	pub type Grandpa = pallet_grandpa;
	// After the session: the author of the first block of a session is one of the new validators.
	#[runtime::pallet_index(14)]
	pub type Authorship = pallet_authorship;

	#[runtime::pallet_index(15)]
	pub type KpiOracle = pallet_kpi_oracle;
	#[runtime::pallet_index(16)]
	pub type Emission = pallet_emission;
	#[runtime::pallet_index(17)]
	pub type Allocation = pallet_allocation;
	#[runtime::pallet_index(18)]
	pub type ServicePayments = pallet_service_payments;

	// After all pallets with parameters: a change takes effect for the time that comes, and its genesis looks
	// at theirs.
	#[runtime::pallet_index(19)]
	pub type ParameterChanges = pallet_parameter_changes;

	#[runtime::pallet_index(20)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(21)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(22)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(23)]
	pub type Sudo = pallet_sudo;
}
