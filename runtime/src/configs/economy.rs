// SPDX-License-Identifier: Apache-2.0

//! The economy: KPIs feed emission, emission pays the recipients, and every burn is counted.

use crate::{
	constants::{
		currency::{MAXIMUM_SUPPLY, MILLI},
		time::BLOCK_TIME,
	},
	genesis::categories::{COMMUNITY, TREASURY},
	AccountId, Allocation, Balance, Balances, Emission, KpiOracle, Runtime, RuntimeHoldReason,
	ServicePayments, Session, StakingLocks, Timestamp,
};
use destra_primitives::{
	time::{days, hours, minutes, Millis},
	BurnAs, BurnCause, EmissionRecipients, KpiMeter, MetricId, ProviderInspect, Recipient,
	SupplyLedger,
};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Balanced, Credit},
		AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU64, Contains, Get, Imbalance,
		OnUnbalanced,
	},
	PalletId,
};
use frame_system::EnsureRoot;
use sp_runtime::{traits::AccountIdConversion, Perbill, Perquintill};

/// The metrics of the network, by their ids.
pub mod metrics {
	use destra_primitives::MetricId;

	/// Storage that providers have proven to keep, in GiB.
	pub const PROVEN_STORAGE: MetricId = MetricId(0);
	/// GPU hours delivered a day.
	pub const GPU_HOURS: MetricId = MetricId(1);
	/// Services paid a day, in thousandths of a DSYNC; metered on chain.
	pub const PAID_VOLUME: MetricId = MetricId(2);
	/// Availability of the services, in basis points.
	pub const AVAILABILITY: MetricId = MetricId(3);
}

parameter_types! {
	/// A longer step counts as this long. What is cut off is postponed: emission, and the end of the time
	/// in which a slash can be cancelled.
	pub const MaxElapsed: Millis = hours(1);
	pub const EmissionPalletId: PalletId = PalletId(*b"dsy/emis");
	pub const KpiOraclePalletId: PalletId = PalletId(*b"dsy/kpis");
	pub const AllocationPalletId: PalletId = PalletId(*b"dsy/allo");
	pub const StakingLocksPalletId: PalletId = PalletId(*b"dsy/stak");
	/// Of a reward a quarter is paid at once; the rest unlocks.
	pub const LockedRewardShare: Perquintill = Perquintill::from_percent(75);
	pub const SlashCause: BurnCause = BurnCause::Slash;
	pub const DustCause: BurnCause = BurnCause::Dust;
	pub const EarlyExitCause: BurnCause = BurnCause::EarlyExit;
}

/// Counts dust as burned.
pub type BurnDust = BurnAs<Emission, DustCause>;
/// Counts slashed bonds and stakes as burned.
pub type BurnSlash = BurnAs<Emission, SlashCause>;
/// Counts the penalties for leaving a grant early as burned.
pub type BurnExitPenalty = BurnAs<Emission, EarlyExitCause>;

impl pallet_emission::Config for Runtime {
	type WeightInfo = crate::weights::pallet_emission::WeightInfo<Runtime>;
	type Currency = Balances;
	type Time = Timestamp;
	type Kpis = KpiOracle;
	type Recipients = Pots;
	type MaximumSupply = ConstU128<MAXIMUM_SUPPLY>;
	type NonCirculating = KeptByCategories;
	type GovernOrigin = EnsureRoot<AccountId>;
	type GuardianOrigin = EnsureRoot<AccountId>;
	type MaxElapsed = MaxElapsed;
	type PalletId = EmissionPalletId;
}

impl pallet_kpi_oracle::Config for Runtime {
	type WeightInfo = crate::weights::pallet_kpi_oracle::WeightInfo<Runtime>;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type BlockTime = ConstU64<{ BLOCK_TIME }>;
	type Meters = PaidVolume;
	type GovernOrigin = EnsureRoot<AccountId>;
	type GuardianOrigin = EnsureRoot<AccountId>;
	type Cover = super::parameters::BondsOutweighGains;
	type OnSlash = BurnSlash;
	type HistoryLength = ConstU32<144>;
	type PalletId = KpiOraclePalletId;
}

impl pallet_allocation::Config for Runtime {
	type WeightInfo = crate::weights::pallet_allocation::WeightInfo<Runtime>;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type GrantOrigin = AsEnsureOriginWithArg<EnsureRoot<AccountId>>;
	type GovernOrigin = EnsureRoot<AccountId>;
	type GuardianOrigin = EnsureRoot<AccountId>;
	type Answerable = AnswerableProviders;
	type OnExitPenalty = BurnExitPenalty;
	type MaximumSupply = ConstU128<MAXIMUM_SUPPLY>;
	type MaxGrants = ConstU32<8>;
	type MaxBatch = ConstU32<64>;
	type LockedRewardShare = LockedRewardShare;
	type RewardDuration = ConstU64<{ days(180) }>;
	// A reward waits six days at most before it begins to unlock, and an account has no more than
	// 31 numbers to remember.
	type RewardQuantum = ConstU64<{ days(6) }>;
	type PalletId = AllocationPalletId;
}

/// Those who provide services, as long as they answer for their conduct.
pub struct AnswerableProviders;

impl Contains<AccountId> for AnswerableProviders {
	fn contains(who: &AccountId) -> bool {
		StakingLocks::is_answerable(who)
	}
}

impl pallet_staking_locks::Config for Runtime {
	type WeightInfo = crate::weights::pallet_staking_locks::WeightInfo<Runtime>;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Vesting = Allocation;
	type OnSlash = SlashedStake;
	type SessionKeys = Session;
	type CurrentSession = super::consensus::RunningSession;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::liveness::Prepare;
	type GovernOrigin = EnsureRoot<AccountId>;
	type SlashOrigin = EnsureRoot<AccountId>;
	type ReportWindow = crate::session_length::ReportWindow<Runtime>;
	type MinUnbonding = MinUnbonding;
	type MaxElapsed = MaxElapsed;
	// The resolution of all terms. Shorter ones would leave more of them to a standstill.
	type ExpiryQuantum = ConstU64<{ minutes(1) }>;
	// A standstill of a day leaves 1,440 quanta: worked off in 15 blocks.
	type MaxBucketsPerBlock = ConstU32<100>;
	type PalletId = StakingLocksPalletId;
}

/// The shortest time in which stake can be unbonded: within it comes to an end whatever stake answers
/// for, offences that can be reported and disputes that can be ruled on.
pub struct MinUnbonding;

impl Get<Millis> for MinUnbonding {
	fn get() -> Millis {
		let beyond_disputes = ServicePayments::longest_dispute().saturating_add(1);
		crate::session_length::MinUnbonding::<Runtime>::get().max(beyond_disputes)
	}
}

/// Halves slashed stake between burn and treasury; an odd planck is burned.
pub struct SlashedStake;

impl OnUnbalanced<TokenCredit> for SlashedStake {
	fn on_nonzero_unbalanced(slashed: TokenCredit) {
		let half = slashed.peek() / 2;
		let (treasury, burned) = slashed.split(half);
		// The pot of the treasury is alive: it takes any amount.
		if let Err(untaken) = Balances::resolve(&Allocation::pot_account(TREASURY), treasury) {
			BurnSlash::on_unbalanced(untaken);
		}
		BurnSlash::on_unbalanced(burned);
	}
}

/// Planck that are issued and not in circulation: what the categories keep.
pub struct KeptByCategories;

impl Get<Balance> for KeptByCategories {
	fn get() -> Balance {
		Allocation::not_circulating()
	}
}

/// What is paid on chain: services, and the fees of transactions, by their burned share. The meter
/// of [`metrics::PAID_VOLUME`] counts both in [`PAID_VOLUME_UNIT`]s.
pub struct PaidVolume;

/// The planck that make the meter of [`metrics::PAID_VOLUME`] grow by one.
pub const PAID_VOLUME_UNIT: Balance = MILLI;

impl KpiMeter for PaidVolume {
	fn cumulative(metric: MetricId) -> Option<u128> {
		(metric == metrics::PAID_VOLUME).then(|| {
			let burned = Emission::burned(BurnCause::TransactionFee);
			let fees = burned.saturating_mul(100) / Balance::from(super::fees::FEE_BURN_PERCENT);
			fees.saturating_add(ServicePayments::cumulative_volume()) / PAID_VOLUME_UNIT
		})
	}
}

/// The part of the stake pool that pays those who report the network's figures.
const REPORTERS_SHARE: Perbill = Perbill::from_parts(25_000_000);

/// Pays each recipient into a pot of its own, which no key controls.
pub struct Pots;

impl Pots {
	/// The pot of a recipient.
	pub fn account(recipient: Recipient) -> AccountId {
		let id = match recipient {
			Recipient::ProviderWork => *b"dsy/work",
			Recipient::StakeAndValidators => return StakingLocks::pot_account(),
			Recipient::IncentiveProgrammes => *b"dsy/prog",
			Recipient::Community => return Allocation::pot_account(COMMUNITY),
			Recipient::Treasury => return Allocation::pot_account(TREASURY),
		};
		PalletId(id).into_account_truncating()
	}
}

type TokenCredit = Credit<AccountId, Balances>;

impl EmissionRecipients<TokenCredit> for Pots {
	fn receive(recipient: Recipient, credit: TokenCredit) -> Result<(), TokenCredit> {
		if recipient != Recipient::StakeAndValidators {
			return Balances::resolve(&Self::account(recipient), credit);
		}
		let reporters = REPORTERS_SHARE.mul_floor(credit.peek());
		let (reporters, stake) = credit.split(reporters);
		if let Err(stake) = Balances::resolve(&Self::account(recipient), stake) {
			return Err(stake.merge(reporters));
		}
		// A pot that is still empty cannot hold less than the existential deposit. The stake pot is
		// alive from genesis on.
		let Err(reporters) = Balances::resolve(&KpiOracle::pot_account(), reporters) else {
			return Ok(());
		};
		if let Err(unpayable) = Balances::resolve(&Self::account(recipient), reporters) {
			<Emission as SupplyLedger<_>>::burn(BurnCause::Dust, unpayable);
		}
		Ok(())
	}
}
