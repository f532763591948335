// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic
	)
)]

extern crate alloc;

mod api;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod delegations;
mod errors;
mod events;
mod genesis;
mod idle;
mod locks;
#[cfg(test)]
mod mock;
mod parameters;
mod providers;
mod ranges;
mod rewards;
mod slashing;
mod storage;
#[cfg(test)]
mod tests;
mod token;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
mod validators;
mod visit;
pub mod weights;

pub use api::MATURITIES;
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use genesis::GenesisProvider;
pub use pallet::*;
pub use providers::ProfileOf;
pub use token::CreditOf;
pub use types::{
	Endpoint, Parameter, Position, PositionId, Profile, Settings, SlashId, StakeWeight, Tier,
};
pub use validators::{ValidatorRanking, MAX_CANDIDATES, MAX_LIGHTEST};
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

/// The account of a runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;

#[import_section(errors::errors)]
#[import_section(events::events)]
#[import_section(storage::storage)]
#[frame_support::pallet]
// The macros of FRAME expand to `expect`.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;
	use crate::types::{
		Bucket, BucketIndex, Delegation, Generation, Ledger, PastMaxima, PendingSlash, Pool,
		Provider, RewardState, SessionIndex, SlashKey, SlashQueue, Wipeout, MAX_POSITIONS,
	};
	use alloc::vec::Vec;
	use destra_primitives::{
		staking_api::{DelegationReport, Maturity, ProviderReport, StakeReport, StakingRewards},
		time::{Millis, Moment},
		Balance, Range, RewardVesting, SlashReason, Unchecked,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, OnUnbalanced, Time, ValidatorRegistration},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::Perbill;

	/// Version of the storage layout.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Weights of the calls and the hook.
		type WeightInfo: WeightInfo;

		/// The token that is staked and paid.
		type Currency: fungible::Mutate<Self::AccountId>
			+ fungible::hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ fungible::hold::Balanced<Self::AccountId, Balance = Balance>;

		/// The hold reason of the runtime.
		type RuntimeHoldReason: From<HoldReason>;

		/// Wall-clock time, in milliseconds since the Unix epoch. Zero means that the clock has
		/// not been set yet.
		type Time: Time<Moment = Moment>;

		/// Takes the rewards of providers, unless it hands them back. Slashes reach into it.
		type Vesting: RewardVesting<Self::AccountId, CreditOf<Self>>;

		/// Where slashed tokens go, but for the reporter's part.
		type OnSlash: OnUnbalanced<CreditOf<Self>>;

		/// Knows which validators have set their session keys.
		type SessionKeys: ValidatorRegistration<Self::AccountId>;

		/// The session that runs.
		type CurrentSession: Get<SessionIndex>;

		/// Who cancels slashes.
		type GovernOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who slashes, as the arbiter of conduct.
		type SlashOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How long after an offence against consensus it can be reported at most, in milliseconds. What
		/// a provider was judged for is remembered as long.
		type ReportWindow: Get<Millis>;

		/// The shortest unbonding period that can be set, in milliseconds: the report window, unless the
		/// chain is one on which nobody waits for reports, and beyond the longest dispute that can slash.
		type MinUnbonding: Get<Millis>;

		/// What counts of the time between two blocks before a slash at most, in milliseconds. What is
		/// beyond is a standstill, in which governance could not cancel anything.
		#[pallet::constant]
		type MaxElapsed: Get<Millis>;

		/// Prepares accounts for the benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;

		/// Terms end at multiples of this, in milliseconds.
		#[pallet::constant]
		type ExpiryQuantum: Get<Millis>;

		/// How many multiples of the quantum one block catches up with, after a standstill.
		#[pallet::constant]
		type MaxBucketsPerBlock: Get<u32>;

		/// Names the pot that rewards are paid from.
		#[pallet::constant]
		type PalletId: Get<PalletId>;
	}

	/// What the pallet holds tokens for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// An own stake, until it is unbonded and withdrawn.
		#[codec(index = 0)]
		Stake,
		/// A delegated stake, until it is undelegated and withdrawn.
		#[codec(index = 1)]
		Delegation,
	}

	/// Stake at genesis. A chain spec that is wrong stops the build with the reason.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The settings.
		pub settings: Settings,
		/// The first providers. Their stake has no term.
		pub providers: Vec<GenesisProvider<T::AccountId>>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			genesis::build::<T>(self);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Ends terms, divides new rewards, applies one due slash. The time is that of the parent
		/// block: this block's own is not known yet.
		fn on_initialize(_n: BlockNumberFor<T>) -> Weight {
			let now = T::Time::now();
			Self::tick(now).saturating_add(Self::tick_slashes(now))
		}

		fn integrity_test() {
			assert!(T::ExpiryQuantum::get() > 0, "ExpiryQuantum is zero");
			assert!(T::MaxBucketsPerBlock::get() > 0, "MaxBucketsPerBlock is zero");
			assert!(T::MaxElapsed::get() > 0, "MaxElapsed of zero would stop chain time");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What an account has staked itself, what that weighs and what rewards are due.
		pub fn stake(who: T::AccountId) -> StakeReport {
			Self::report_stake(&who)
		}

		/// What an account has delegated to a provider; `None` if nothing.
		pub fn delegation(
			provider: T::AccountId,
			who: T::AccountId,
		) -> Option<DelegationReport<T::AccountId>> {
			Self::report_delegation(&provider, &who)
		}

		/// What is known of a provider.
		pub fn provider(provider: T::AccountId) -> Option<ProviderReport<T::AccountId>> {
			Self::report_provider(&provider)
		}

		/// The pot, its debts and the total weight.
		pub fn rewards() -> StakingRewards {
			Self::report_rewards()
		}

		/// When how much additional weight ends, soonest first, of [`MATURITIES`] quanta from `from` on.
		pub fn maturities(from: Moment) -> Vec<Maturity> {
			Self::report_maturities(from)
		}

		/// Those who would validate, heaviest first, with what they weigh.
		pub fn candidates() -> Vec<(T::AccountId, StakeWeight)> {
			Self::ranked_candidates(&CurrentSettings::<T>::get())
		}

		/// The settings in force.
		pub fn settings() -> Settings {
			CurrentSettings::<T>::get()
		}

		/// What [`Error::OutOfRange`] counts: the range of all that calls are given and that has one.
		pub fn ranges() -> Vec<Range> {
			Self::report_ranges()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Locks `amount` planck of the sender's free balance for the tier in force that is as long as
		/// `tier` and weighs no less.
		///
		/// Origin: signed. Errors: [`Error::OutOfRange`], [`Error::CatchingUp`], [`Error::UnknownTier`],
		/// [`Error::BelowMinimum`], [`Error::TooManyPositions`], those of the token. Event:
		/// [`Event::Locked`].
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::settling(T::WeightInfo::lock(), MAX_POSITIONS))]
		pub fn lock(
			origin: OriginFor<T>,
			#[pallet::compact] amount: Balance,
			tier: Unchecked<Tier>,
		) -> DispatchResultWithPostInfo {
			Self::do_lock(ensure_signed(origin)?, amount, Self::check("tier", tier)?)
		}

		/// Adds `amount` planck to a position of the sender, which begins its term anew if that runs.
		///
		/// Origin: signed. Errors: [`Error::CatchingUp`], [`Error::UnknownPosition`],
		/// [`Error::PositionUnbonding`], [`Error::UnknownTier`] if that of a running term is not in force
		/// as it was, those of the token. Event: [`Event::Locked`].
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::settling(T::WeightInfo::top_up(), MAX_POSITIONS))]
		pub fn top_up(
			origin: OriginFor<T>,
			id: PositionId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			Self::do_top_up(ensure_signed(origin)?, id, amount)
		}

		/// Locks a position anew, for a tier that ends no earlier and weighs no less.
		///
		/// Origin: signed. Errors: [`Error::OutOfRange`], [`Error::CatchingUp`], [`Error::UnknownPosition`],
		/// [`Error::PositionUnbonding`], [`Error::UnknownTier`], [`Error::NotLonger`]. Event:
		/// [`Event::Locked`].
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::settling(T::WeightInfo::extend(), MAX_POSITIONS))]
		pub fn extend(
			origin: OriginFor<T>,
			id: PositionId,
			tier: Unchecked<Tier>,
		) -> DispatchResultWithPostInfo {
			Self::do_extend(ensure_signed(origin)?, id, Self::check("tier", tier)?)
		}

		/// Makes the position `from` a part of `into`, with the later end: both with their terms
		/// over, or both on the same tier, which is in force.
		///
		/// Origin: signed. Errors: [`Error::UnknownPosition`], [`Error::PositionUnbonding`],
		/// [`Error::TermsDiffer`], [`Error::UnknownTier`]. Event: [`Event::Merged`].
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::settling(T::WeightInfo::merge(), MAX_POSITIONS))]
		pub fn merge(
			origin: OriginFor<T>,
			from: PositionId,
			into: PositionId,
		) -> DispatchResultWithPostInfo {
			Self::do_merge(ensure_signed(origin)?, from, into)
		}

		/// Begins to unbond `amount` planck, or all if it is less, of a position whose term is over.
		/// They earn less and stay answerable until they are withdrawn.
		///
		/// Origin: signed. Errors: [`Error::UnknownPosition`], [`Error::PositionUnbonding`],
		/// [`Error::StillLocked`], [`Error::BelowMinimum`], [`Error::StakeTooLow`] of a provider,
		/// [`Error::TooManyPositions`]. Event: [`Event::Unbonding`].
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::settling(T::WeightInfo::unbond(), MAX_POSITIONS))]
		pub fn unbond(
			origin: OriginFor<T>,
			id: PositionId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResultWithPostInfo {
			Self::do_unbond(ensure_signed(origin)?, id, amount)
		}

		/// Locks an unbonding position again, for a tier: see [`Pallet::lock`].
		///
		/// Origin: signed. Errors: [`Error::OutOfRange`], [`Error::CatchingUp`], [`Error::UnknownPosition`],
		/// [`Error::PositionNotUnbonding`], [`Error::UnknownTier`]. Event: [`Event::Locked`].
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::settling(T::WeightInfo::rebond(), MAX_POSITIONS))]
		pub fn rebond(
			origin: OriginFor<T>,
			id: PositionId,
			tier: Unchecked<Tier>,
		) -> DispatchResultWithPostInfo {
			Self::do_rebond(ensure_signed(origin)?, id, Self::check("tier", tier)?)
		}

		/// Frees what `who` has unbonded for long enough.
		///
		/// Origin: signed by anyone. Errors: [`Error::NothingToWithdraw`], [`Error::SlashPending`].
		/// Event: [`Event::Withdrawn`].
		#[pallet::call_index(6)]
		#[pallet::weight(Pallet::<T>::settling(T::WeightInfo::withdraw(), MAX_POSITIONS))]
		pub fn withdraw(origin: OriginFor<T>, who: T::AccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_withdraw(who)
		}

		/// Pays `who` the whole planck of its rewards, rounded down, for its own stake and, of a
		/// provider, commission and authored blocks. What it earned as a provider goes under vesting,
		/// whatever it is by now; the rest is paid or, if it wishes so, staked without a term.
		///
		/// Origin: signed by anyone. Errors: [`Error::NothingToClaim`], [`Error::SlashPending`] of a
		/// provider, [`Error::RewardBelowExistentialDeposit`]. Events: [`Event::RewardVested`], and
		/// [`Event::RewardPaid`] or [`Event::RewardCompounded`].
		#[pallet::call_index(7)]
		#[pallet::weight(Pallet::<T>::settling(Pallet::<T>::heaviest_claim(), MAX_POSITIONS))]
		pub fn claim(origin: OriginFor<T>, who: T::AccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_claim(who)
		}

		/// Sets whether the sender's rewards are staked, those of delegations with the same provider,
		/// instead of paid.
		///
		/// Origin: signed. Error: [`Error::NothingStaked`] where there is nothing to earn by. Event:
		/// [`Event::CompoundingSet`].
		#[pallet::call_index(8)]
		pub fn set_compounding(origin: OriginFor<T>, compounding: bool) -> DispatchResult {
			Self::do_set_compounding(ensure_signed(origin)?, compounding)
		}

		/// Registers the sender, who has staked what the roles take together, as a provider. From now
		/// on it earns as one.
		///
		/// Origin: signed. Errors: [`Error::OutOfRange`], [`Error::AlreadyProvider`],
		/// [`Error::CommissionTooHigh`], [`Error::NoRole`], [`Error::StakeTooLow`], [`Error::TooManyCandidates`]. Event:
		/// [`Event::ProviderRegistered`].
		#[pallet::call_index(9)]
		#[pallet::weight(Pallet::<T>::settling(T::WeightInfo::register(), MAX_POSITIONS))]
		pub fn register(
			origin: OriginFor<T>,
			profile: ProfileOf<T>,
			commission: Unchecked<Perbill>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_register(who, profile, Self::check("commission", commission)?)
		}

		/// Changes what the sender says about itself: roles, operator key, metadata, endpoint. Another
		/// operator acts for it once it agrees: [`Pallet::operate_for`].
		///
		/// Origin: provider. Errors: [`Error::NotProvider`], [`Error::NoRole`],
		/// [`Error::StakeTooLow`], [`Error::TooManyCandidates`], [`Error::CatchingUp`]. Event:
		/// [`Event::ProviderUpdated`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::update_profile().saturating_add(T::WeightInfo::note_idle()))]
		pub fn update_profile(
			origin: OriginFor<T>,
			profile: ProfileOf<T>,
		) -> DispatchResultWithPostInfo {
			let followed = Self::do_update_profile(ensure_signed(origin)?, profile);
			Self::weigh_following(T::WeightInfo::update_profile(), followed)
		}

		/// Stops serving. The sender stays answerable for the unbonding period, and a provider until
		/// it is removed.
		///
		/// Origin: provider. Errors: [`Error::NotProvider`], [`Error::AlreadyLeaving`],
		/// [`Error::CatchingUp`]. Event: [`Event::ProviderLeaving`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::leave().saturating_add(T::WeightInfo::note_idle()))]
		pub fn leave(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let followed = Self::do_leave(ensure_signed(origin)?);
			Self::weigh_following(T::WeightInfo::leave(), followed)
		}

		/// Removes a provider that has left, that nothing bars and that can be judged for nothing twice,
		/// and with whom nobody has a stake any more (see [`Pallet::return_delegation`]). What it earned
		/// as one and did not claim stays due to it, as that.
		///
		/// Origin: signed by anyone. Errors: [`Error::NotProvider`], [`Error::NotLeftYet`],
		/// [`Error::SlashPending`], [`Error::StillJailed`], [`Error::JudgedLately`],
		/// [`Error::PoolNotEmpty`]. Event: [`Event::ProviderRemoved`].
		#[pallet::call_index(12)]
		#[pallet::weight(Pallet::<T>::settling(T::WeightInfo::remove_provider(), MAX_POSITIONS))]
		pub fn remove_provider(
			origin: OriginFor<T>,
			provider: T::AccountId,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_remove_provider(provider)
		}

		/// Serves again, after the time in jail.
		///
		/// Origin: jailed provider. Errors: [`Error::NotProvider`], [`Error::NotJailed`],
		/// [`Error::StillJailed`], [`Error::SlashPending`], [`Error::StakeTooLow`],
		/// [`Error::TooManyCandidates`]. Event: [`Event::ProviderReturned`].
		#[pallet::call_index(13)]
		pub fn unjail(origin: OriginFor<T>) -> DispatchResult {
			Self::do_unjail(ensure_signed(origin)?)
		}

		/// Lowers the sender's commission at once, or announces that it will be higher.
		///
		/// Origin: provider. Errors: [`Error::OutOfRange`], [`Error::NotProvider`],
		/// [`Error::CommissionTooHigh`], [`Error::NotActive`] of a raise. Event: [`Event::CommissionSet`] or
		/// [`Event::CommissionAnnounced`].
		#[pallet::call_index(14)]
		pub fn set_commission(
			origin: OriginFor<T>,
			commission: Unchecked<Perbill>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_commission(who, Self::check("commission", commission)?)
		}

		/// Raises the sender's commission as announced, for what is earned from now on.
		///
		/// Origin: active provider. Errors: [`Error::NotProvider`], [`Error::NotActive`],
		/// [`Error::NothingAnnounced`], [`Error::NoticeRunning`], [`Error::AnnouncementExpired`],
		/// [`Error::CommissionTooHigh`] if the maximum has fallen. Event: [`Event::CommissionSet`].
		#[pallet::call_index(15)]
		pub fn raise_commission(origin: OriginFor<T>) -> DispatchResult {
			Self::do_raise_commission(ensure_signed(origin)?)
		}

		/// Delegates `amount` planck of the sender's free balance to a provider.
		///
		/// Origin: signed. Errors: [`Error::SelfDelegation`], [`Error::NotProvider`],
		/// [`Error::NotActive`], [`Error::SlashPending`], [`Error::CatchingUp`], [`Error::RatioExceeded`],
		/// [`Error::BelowMinimum`], those of the token. Event:
		/// [`Event::Delegated`].
		#[pallet::call_index(16)]
		pub fn delegate(
			origin: OriginFor<T>,
			provider: T::AccountId,
			#[pallet::compact] amount: Balance,
		) -> DispatchResult {
			Self::do_delegate(ensure_signed(origin)?, provider, amount)
		}

		/// Takes `amount` planck, or all if it is less, from a provider: to another one with a
		/// `destination`, else back. Until it is there, after the unbonding period, it earns nothing
		/// and is answerable for the provider that it leaves.
		///
		/// Origin: signed. Errors: [`Error::NotDelegator`], [`Error::BelowMinimum`] if too little
		/// would stay, [`Error::TooManyDepartures`], [`Error::SelfDelegation`],
		/// [`Error::NotProvider`]. Event: [`Event::Undelegated`].
		#[pallet::call_index(17)]
		pub fn undelegate(
			origin: OriginFor<T>,
			provider: T::AccountId,
			#[pallet::compact] amount: Balance,
			destination: Option<T::AccountId>,
		) -> DispatchResult {
			Self::do_undelegate(ensure_signed(origin)?, provider, amount, destination)
		}

		/// Brings what `who` took from a provider for long enough to where it goes; back to `who`,
		/// where its destination does not take it.
		///
		/// Origin: signed by anyone. Errors: [`Error::NotDelegator`], [`Error::NothingToWithdraw`],
		/// [`Error::SlashPending`], [`Error::CatchingUp`] of a move. Events:
		/// [`Event::DelegationWithdrawn`], [`Event::Delegated`].
		#[pallet::call_index(18)]
		pub fn withdraw_delegation(
			origin: OriginFor<T>,
			provider: T::AccountId,
			who: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_withdraw_delegation(provider, who)
		}

		/// Takes from `who` its part of the slashes of a provider, and pays its rewards. Where nothing is
		/// left of the delegation, they are due with the other rewards of `who`, for [`Pallet::claim`].
		///
		/// Origin: signed by anyone. Errors: [`Error::NotDelegator`], [`Error::NothingToClaim`] if
		/// there is nothing to take either, [`Error::RewardBelowExistentialDeposit`]. Events:
		/// [`Event::DelegationSlashed`], and those of [`Pallet::claim`].
		#[pallet::call_index(19)]
		pub fn claim_delegation(
			origin: OriginFor<T>,
			provider: T::AccountId,
			who: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_claim_delegation(provider, who)
		}

		/// Reports a slash of a provider, by the fraction of the table. The `reporter` gets a part of
		/// what the provider itself loses: stake, and rewards that are unclaimed or have not vested. It
		/// gets nothing if it is the provider itself, its operator or one of its delegators.
		///
		/// Origin: [`Config::SlashOrigin`]. Error: [`Error::NotProvider`]. Events:
		/// [`Event::SlashReported`], [`Event::ProviderJailed`].
		#[pallet::call_index(20)]
		pub fn report_slash(
			origin: OriginFor<T>,
			provider: T::AccountId,
			reason: SlashReason,
			reporter: Option<T::AccountId>,
		) -> DispatchResult {
			T::SlashOrigin::ensure_origin(origin)?;
			Self::do_report_slash(provider, reason, None, reporter)
		}

		/// Cancels a slash that is pending. A provider jailed for it alone may return at once.
		///
		/// Origin: [`Config::GovernOrigin`]. Error: [`Error::UnknownSlash`]. Event:
		/// [`Event::SlashCancelled`].
		#[pallet::call_index(21)]
		pub fn cancel_slash(origin: OriginFor<T>, id: SlashId) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_cancel_slash(id)
		}

		/// Brings home at once all that `who` has with a provider that has left and may be removed.
		///
		/// Origin: signed by anyone. Errors: [`Error::NotProvider`], [`Error::NotLeftYet`],
		/// [`Error::SlashPending`], [`Error::NotDelegator`]. Event: [`Event::DelegationWithdrawn`].
		#[pallet::call_index(23)]
		pub fn return_delegation(
			origin: OriginFor<T>,
			provider: T::AccountId,
			who: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_return_delegation(provider, who)
		}

		/// Agrees to act for a provider that named the sender its operator, and for no other; or, with
		/// `None`, to act for nobody any more.
		///
		/// Origin: signed. Errors: [`Error::NotProvider`], [`Error::NotOperator`]. Event:
		/// [`Event::OperatorSet`].
		#[pallet::call_index(24)]
		pub fn operate_for(origin: OriginFor<T>, provider: Option<T::AccountId>) -> DispatchResult {
			Self::do_operate_for(ensure_signed(origin)?, provider)
		}
	}
}
