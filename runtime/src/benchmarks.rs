// SPDX-License-Identifier: Apache-2.0

//! The benchmarks of the runtime, for `scripts/bench` and for the tests that keep them running.

use crate::{extensions::authority::benchmarking::Pallet as CheckAuthorityBench, *};
use alloc::{string::String, vec::Vec};
use frame_benchmarking::{define_benchmarks, BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};
use frame_system_benchmarking::{
	extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
};

impl frame_system_benchmarking::Config for Runtime {}
impl pallet_transaction_payment::BenchmarkConfig for Runtime {}

define_benchmarks!(
	[check_authority, CheckAuthorityBench::<Runtime>]
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_allocation, Allocation]
	[pallet_balances, Balances]
	[pallet_emission, Emission]
	[pallet_kpi_oracle, KpiOracle]
	[pallet_liveness, Liveness]
	[pallet_multisig, Multisig]
	[pallet_parameter_changes, ParameterChanges]
	[pallet_proxy, Proxy]
	[pallet_service_payments, ServicePayments]
	[pallet_staking_locks, StakingLocks]
	[pallet_sudo, Sudo]
	[pallet_timestamp, Timestamp]
	[pallet_transaction_payment, TransactionPayment]
	[pallet_utility, Utility]
);

/// Lists the benchmarks; with `extra`, those too whose weights nothing uses.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Runs the benchmark that `config` names.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	let mut batches = Vec::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}
