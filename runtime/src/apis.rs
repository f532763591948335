// SPDX-License-Identifier: Apache-2.0

//! The runtime APIs.

use crate::{
	configs::{
		consensus::BABE_GENESIS_EPOCH_CONFIG, key_owners::KeyOwners, parameters::Parameter,
		services::SignedVoucher,
	},
	genesis, AccountId, Allocation, Babe, Balance, Block, Emission, Executive, Grandpa,
	InherentDataExt, KpiOracle, Nonce, ParameterChanges, Runtime, RuntimeCall, ServicePayments,
	SessionKeys, SessionLength, StakingLocks, System, TransactionPayment, VERSION,
};
use alloc::vec::Vec;
use codec::Encode;
use destra_primitives::{
	apis::{
		CalendarPage, CategoryReport, CeilingReport, ChangeReport, CoverReport, EmissionPhase,
		EmissionRates, GrantReport, HistoryEntry, MetricReport, NoticeReport, RewardReport,
		RoundReport, SettingsReport, SuccessionReport, SupplyReport, TrackStanding, YearProjection,
	},
	corruption_gain,
	payments_api::{
		AgreementPage, AgreementReport, CardReport, DayReport, VolumeReport, VoucherRefusal,
	},
	required_bond,
	staking_api::{DelegationReport, Maturity, ProviderReport, StakeReport, StakingRewards},
	time::{Millis, Moment},
	AgreementId, CategoryId, GrantId, MetricId, Range, ServiceClass, Step,
};
use frame_support::{
	traits::KeyOwnerProofSystem,
	view_functions::{ViewFunctionDispatchError, ViewFunctionId},
	weights::Weight,
};
use pallet_transaction_payment::{FeeDetails, RuntimeDispatchInfo};
use sp_core::{crypto::KeyTypeId, OpaqueMetadata};
use sp_inherents::{CheckInherentsResult, InherentData};
use sp_runtime::{
	traits::{Block as BlockT, NumberFor},
	transaction_validity::{TransactionSource, TransactionValidity},
	ApplyExtrinsicResult, ExtrinsicInclusionMode,
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;

sp_api::impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block);
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_api::Metadata<Block> for Runtime {
		fn metadata() -> OpaqueMetadata {
			OpaqueMetadata::new(Runtime::metadata().into())
		}

		fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
			Runtime::metadata_at_version(version)
		}

		fn metadata_versions() -> Vec<u32> {
			Runtime::metadata_versions()
		}
	}

	impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
		fn execute_view_function(
			id: ViewFunctionId,
			input: Vec<u8>,
		) -> Result<Vec<u8>, ViewFunctionDispatchError> {
			Runtime::execute_view_function(id, input)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(data: InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: InherentData,
		) -> CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
		fn validate_transaction(
			source: TransactionSource,
			tx: <Block as BlockT>::Extrinsic,
			block_hash: <Block as BlockT>::Hash,
		) -> TransactionValidity {
			Executive::validate_transaction(source, tx, block_hash)
		}
	}

	impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
		fn offchain_worker(header: &<Block as BlockT>::Header) {
			Executive::offchain_worker(header)
		}
	}

	impl sp_session::SessionKeys<Block> for Runtime {
		fn generate_session_keys(
			owner: Vec<u8>,
			seed: Option<Vec<u8>>,
		) -> OpaqueGeneratedSessionKeys {
			SessionKeys::generate(&owner, seed).into()
		}

		fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
			SessionKeys::decode_into_raw_public_keys(&encoded)
		}
	}

	impl sp_consensus_babe::BabeApi<Block> for Runtime {
		fn configuration() -> sp_consensus_babe::BabeConfiguration {
			let epoch_config = Babe::epoch_config().unwrap_or(BABE_GENESIS_EPOCH_CONFIG);
			sp_consensus_babe::BabeConfiguration {
				slot_duration: Babe::slot_duration(),
				epoch_length: SessionLength::slots(),
				c: epoch_config.c,
				authorities: Babe::authorities().to_vec(),
				randomness: Babe::randomness(),
				allowed_slots: epoch_config.allowed_slots,
			}
		}

		fn current_epoch_start() -> sp_consensus_babe::Slot {
			Babe::current_epoch_start()
		}

		fn current_epoch() -> sp_consensus_babe::Epoch {
			Babe::current_epoch()
		}

		fn next_epoch() -> sp_consensus_babe::Epoch {
			Babe::next_epoch()
		}

		fn generate_key_ownership_proof(
			slot: sp_consensus_babe::Slot,
			authority_id: sp_consensus_babe::AuthorityId,
		) -> Option<sp_consensus_babe::OpaqueKeyOwnershipProof> {
			// A proof for another session than that of the slot would be refused; the node asks again
			// with a later block.
			let since = slot.checked_sub(*Babe::current_epoch_start())?;
			if since >= SessionLength::slots() {
				return None;
			}
			KeyOwners::prove((sp_consensus_babe::KEY_TYPE, authority_id))
				.map(|proof| sp_consensus_babe::OpaqueKeyOwnershipProof::new(proof.encode()))
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation_proof: sp_consensus_babe::EquivocationProof<<Block as BlockT>::Header>,
			key_owner_proof: sp_consensus_babe::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			let key_owner_proof = key_owner_proof.decode()?;
			Babe::submit_unsigned_equivocation_report(equivocation_proof, key_owner_proof)
		}
	}

	impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
		fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
			Grandpa::grandpa_authorities()
		}

		fn current_set_id() -> sp_consensus_grandpa::SetId {
			pallet_grandpa::CurrentSetId::<Runtime>::get()
		}

		fn submit_report_equivocation_unsigned_extrinsic(
			equivocation_proof: sp_consensus_grandpa::EquivocationProof<
				<Block as BlockT>::Hash,
				NumberFor<Block>,
			>,
			key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
		) -> Option<()> {
			let key_owner_proof = key_owner_proof.decode()?;
			Grandpa::submit_unsigned_equivocation_report(equivocation_proof, key_owner_proof)
		}

		fn generate_key_ownership_proof(
			_set_id: sp_consensus_grandpa::SetId,
			authority_id: sp_consensus_grandpa::AuthorityId,
		) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
			KeyOwners::prove((sp_consensus_grandpa::KEY_TYPE, authority_id))
				.map(|proof| sp_consensus_grandpa::OpaqueKeyOwnershipProof::new(proof.encode()))
		}
	}

	impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
		fn account_nonce(account: AccountId) -> Nonce {
			System::account_nonce(account)
		}
	}

	impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance>
		for Runtime
	{
		fn query_info(
			uxt: <Block as BlockT>::Extrinsic,
			len: u32,
		) -> RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_info(uxt, len)
		}

		fn query_fee_details(uxt: <Block as BlockT>::Extrinsic, len: u32) -> FeeDetails<Balance> {
			TransactionPayment::query_fee_details(uxt, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl
		pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<
			Block,
			Balance,
			RuntimeCall,
		> for Runtime
	{
		fn query_call_info(call: RuntimeCall, len: u32) -> RuntimeDispatchInfo<Balance> {
			TransactionPayment::query_call_info(call, len)
		}

		fn query_call_fee_details(call: RuntimeCall, len: u32) -> FeeDetails<Balance> {
			TransactionPayment::query_call_fee_details(call, len)
		}

		fn query_weight_to_fee(weight: Weight) -> Balance {
			TransactionPayment::weight_to_fee(weight)
		}

		fn query_length_to_fee(length: u32) -> Balance {
			TransactionPayment::length_to_fee(length)
		}
	}

	impl destra_primitives::apis::EmissionApi<Block> for Runtime {
		fn phase() -> EmissionPhase {
			Emission::phase()
		}

		fn rates() -> EmissionRates {
			Emission::rates()
		}

		fn supply() -> SupplyReport {
			Emission::supply()
		}

		fn ceiling() -> CeilingReport {
			Emission::ceiling()
		}

		fn tracks() -> Vec<TrackStanding> {
			Emission::tracks()
		}

		fn projection(years: u32, attainment: u64) -> Vec<YearProjection> {
			Emission::projection(years, attainment)
		}
	}

	impl destra_primitives::apis::ParametersApi<Block, Parameter> for Runtime {
		fn parameters() -> Vec<Parameter> {
			ParameterChanges::parameters()
		}

		fn pending_changes() -> Vec<ChangeReport<Parameter>> {
			ParameterChanges::pending_changes()
		}

		fn notice() -> NoticeReport {
			ParameterChanges::notice()
		}

		fn ranges() -> Vec<Range> {
			ParameterChanges::ranges()
		}

		fn steps() -> Vec<Step> {
			ParameterChanges::steps()
		}
	}

	impl destra_primitives::apis::KpiOracleApi<Block> for Runtime {
		fn metrics() -> Vec<MetricReport> {
			KpiOracle::metrics()
		}

		fn round() -> RoundReport {
			KpiOracle::round()
		}

		fn history(metric: MetricId) -> Vec<HistoryEntry> {
			KpiOracle::history(metric)
		}

		fn settings() -> SettingsReport {
			KpiOracle::settings().into()
		}

		fn cover(idle: Millis) -> CoverReport {
			let (stakes, exposure) = (KpiOracle::stakes(), Emission::exposure().after(idle));
			CoverReport {
				bond: stakes.bond,
				required: required_bond(&stakes, &exposure),
				majority: stakes.majority,
				gain: corruption_gain(&stakes, &exposure),
			}
		}

		fn ranges() -> Vec<Range> {
			KpiOracle::ranges()
		}
	}

	impl destra_primitives::apis::AllocationApi<Block, AccountId> for Runtime {
		fn categories() -> Vec<CategoryReport> {
			Allocation::categories()
		}

		fn grants(who: AccountId) -> Vec<GrantReport> {
			Allocation::grants(who)
		}

		fn releasable(who: AccountId) -> Balance {
			Allocation::releasable(who)
		}

		fn next_unlock(who: AccountId) -> Option<(Moment, Balance)> {
			Allocation::next_unlock(who)
		}

		fn rewards(who: AccountId) -> RewardReport {
			Allocation::rewards(who)
		}

		fn beneficiary(grant: GrantId) -> Option<AccountId> {
			Allocation::beneficiary(grant)
		}

		fn succession(who: AccountId) -> Option<SuccessionReport<AccountId>> {
			Allocation::succession(who)
		}

		fn unlock_calendar(
			category: CategoryId,
			from: Moment,
			months: u32,
			after: Option<AccountId>,
			limit: u32,
		) -> CalendarPage<AccountId> {
			Allocation::unlock_calendar(category, from, months, after, limit)
		}

		fn not_circulating() -> Balance {
			Allocation::not_circulating()
		}

		fn ranges() -> Vec<Range> {
			Allocation::ranges()
		}
	}

	impl destra_primitives::payments_api::ServicePaymentsApi<Block, AccountId, SignedVoucher>
		for Runtime
	{
		fn cards(provider: AccountId) -> Vec<CardReport> {
			ServicePayments::cards(provider)
		}

		fn agreement(id: AgreementId) -> Option<AgreementReport<AccountId>> {
			ServicePayments::agreement(id)
		}

		fn agreements_of(
			who: AccountId,
			after: Option<AgreementId>,
			limit: u32,
		) -> AgreementPage<AccountId> {
			ServicePayments::agreements_of(who, after, limit)
		}

		fn redeemable(
			provider: AccountId,
			voucher: SignedVoucher,
		) -> Result<Balance, VoucherRefusal> {
			ServicePayments::redeemable(provider, voucher)
		}

		fn volumes() -> Vec<(ServiceClass, VolumeReport)> {
			ServicePayments::volumes()
		}

		fn volume_history(service: ServiceClass) -> Vec<DayReport> {
			ServicePayments::volume_history(service)
		}

		fn ranges() -> Vec<Range> {
			ServicePayments::ranges()
		}
	}

	impl destra_primitives::staking_api::StakingLocksApi<Block, AccountId> for Runtime {
		fn stake(who: AccountId) -> StakeReport {
			StakingLocks::stake(who)
		}

		fn delegation(
			provider: AccountId,
			who: AccountId,
		) -> Option<DelegationReport<AccountId>> {
			StakingLocks::delegation(provider, who)
		}

		fn provider(provider: AccountId) -> Option<ProviderReport<AccountId>> {
			StakingLocks::provider(provider)
		}

		fn rewards() -> StakingRewards {
			StakingLocks::rewards()
		}

		fn maturities(from: Moment) -> Vec<Maturity> {
			StakingLocks::maturities(from)
		}

		fn candidates() -> Vec<(AccountId, u128)> {
			StakingLocks::candidates()
		}

		fn ranges() -> Vec<Range> {
			StakingLocks::ranges()
		}
	}

	impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
		fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
			genesis::build(&config)
		}

		fn get_preset(id: &Option<sp_genesis_builder::PresetId>) -> Option<Vec<u8>> {
			id.as_ref().map_or_else(genesis::default, genesis::preset)
		}

		fn preset_names() -> Vec<sp_genesis_builder::PresetId> {
			genesis::preset_names()
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	impl frame_benchmarking::Benchmark<Block> for Runtime {
		fn benchmark_metadata(
			extra: bool,
		) -> (
			Vec<frame_benchmarking::BenchmarkList>,
			Vec<frame_support::traits::StorageInfo>,
		) {
			crate::benchmarks::metadata(extra)
		}

		fn dispatch_benchmark(
			config: frame_benchmarking::BenchmarkConfig,
		) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
			crate::benchmarks::dispatch(config)
		}
	}

	#[cfg(feature = "try-runtime")]
	impl frame_try_runtime::TryRuntime<Block> for Runtime {
		fn on_runtime_upgrade(checks: frame_try_runtime::UpgradeCheckSelect) -> (Weight, Weight) {
			// A failed check must stop right here, with a backtrace.
			let weight = Executive::try_runtime_upgrade(checks).expect("runtime upgrade checks");
			(weight, crate::configs::system::RuntimeBlockWeights::get().max_block)
		}

		fn execute_block(
			block: <Block as BlockT>::LazyBlock,
			state_root_check: bool,
			signature_check: bool,
			select: frame_try_runtime::TryStateSelect,
		) -> Weight {
			Executive::try_execute_block(block, state_root_check, signature_check, select)
				.expect("block executes and its state holds")
		}
	}
}
