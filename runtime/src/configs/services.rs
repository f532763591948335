// SPDX-License-Identifier: Apache-2.0

//! Payments for services: staking says who provides, emission counts what is burned.

use super::economy::BurnDust;
use crate::{
	constants::currency::DSYNC, genesis::categories::TREASURY, AccountId, Allocation, Balance,
	Balances, Emission, Runtime, RuntimeHoldReason, Signature, StakingLocks, Timestamp,
};
use destra_primitives::{time::Millis, SmallOrderKeys};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Balanced, Credit},
		ConstU32, Get, OnUnbalanced,
	},
};
use frame_system::EnsureRoot;
use pallet_staking_locks::CurrentSettings;
use sp_runtime::traits::Verify;

parameter_types! {
	// Many times what it costs to cancel and close an agreement.
	pub const AgreementDeposit: Balance = DSYNC;
}

/// A voucher of this chain with its signature.
pub type SignedVoucher = pallet_service_payments::SignedVoucherOf<Runtime>;

impl pallet_service_payments::Config for Runtime {
	type WeightInfo = crate::weights::pallet_service_payments::WeightInfo<Runtime>;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Providers = StakingLocks;
	type Slasher = StakingLocks;
	type UnbondingPeriod = UnbondingPeriod;
	type Ledger = Emission;
	type Treasury = TreasuryPot;
	// Until the incentives reward paid work.
	type Work = ();
	type Signature = Signature;
	type Signer = <Signature as Verify>::Signer;
	type ForgeableKeys = SmallOrderKeys;
	type ArbiterOrigin = EnsureRoot<AccountId>;
	type StorageDeposit = AgreementDeposit;
	// A batch of this size takes about a twentieth of a block.
	type MaxBatch = ConstU32<256>;
	type HistoryDays = ConstU32<90>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ProvidersByStake;
}

/// How long the stake of a provider answers for it after it was unbonded.
pub struct UnbondingPeriod;

impl Get<Millis> for UnbondingPeriod {
	fn get() -> Millis {
		CurrentSettings::<Runtime>::get().unbonding()
	}
}

/// Pays into the pot of the treasury.
pub struct TreasuryPot;

impl OnUnbalanced<Credit<AccountId, Balances>> for TreasuryPot {
	fn on_nonzero_unbalanced(credit: Credit<AccountId, Balances>) {
		// The pot is alive: it takes any amount.
		if let Err(untaken) = Balances::resolve(&Allocation::pot_account(TREASURY), credit) {
			BurnDust::on_unbalanced(untaken);
		}
	}
}

/// Makes providers for benchmarks as everybody becomes one: by stake.
#[cfg(feature = "runtime-benchmarks")]
pub struct ProvidersByStake;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_service_payments::BenchmarkHelper<AccountId, Signature> for ProvidersByStake {
	fn signer() -> AccountId {
		pallet_service_payments::MultiSignatureHelper::signer()
	}

	fn sign(message: &[u8]) -> Signature {
		pallet_service_payments::MultiSignatureHelper::sign(message)
	}

	fn add_provider(who: &AccountId, class: destra_primitives::ServiceClass) -> AccountId {
		use crate::RuntimeOrigin;
		use destra_primitives::{Role, Roles};
		use frame_support::traits::fungible::Mutate;

		let operator: AccountId = frame_benchmarking::account("operator", 0, 0);
		let role = Role::Service(class);
		let settings = StakingLocks::settings();
		let stake = settings.min_stakes.of(role).max(settings.min_lock.get());
		Balances::mint_into(who, stake).expect("a benchmark has money");
		// No block has begun, so the staking has not seen the clock.
		pallet_staking_locks::Rewards::<Runtime>::mutate(|state| {
			let quantum = <Runtime as pallet_staking_locks::Config>::ExpiryQuantum::get();
			let next = pallet_staking_locks::types::first_after(crate::Timestamp::get(), quantum);
			state.next_bucket = state.next_bucket.max(Some(next));
		});
		let origin = || RuntimeOrigin::signed(who.clone());
		let [tier, ..] = settings.tiers[..] else { panic!("there are tiers") };
		StakingLocks::lock(origin(), stake, tier.into()).expect("the stake is there");
		let mut roles = Roles::new();
		roles.try_insert(role).expect("there is room for a role");
		let profile = pallet_staking_locks::Profile {
			roles,
			operator: operator.clone(),
			metadata: Default::default(),
			endpoint: Default::default(),
		};
		let commission = sp_runtime::Perbill::zero();
		StakingLocks::register(origin(), profile, commission.into()).expect("the stake suffices");
		StakingLocks::operate_for(RuntimeOrigin::signed(operator.clone()), Some(who.clone()))
			.expect("it was named");
		operator
	}

	fn stop_serving(_who: &AccountId) {
		use pallet_staking_locks::types::RoleStake;

		pallet_staking_locks::CurrentSettings::<Runtime>::mutate(|settings| {
			settings.min_stakes.hosting = RoleStake::literal::<{ RoleStake::UPPER }>();
		});
	}
}
