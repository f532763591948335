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
mod categories;
mod errors;
mod events;
mod genesis;
mod grants;
#[cfg(test)]
mod mock;
mod moves;
mod parameters;
mod ranges;
mod rewards;
mod succession;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

pub use genesis::GenesisGrant;
pub use pallet::*;
pub use parameters::Parameter;
pub use types::{
	Book, Category, CategoryLimits, Grant, Months, NewCategory, Notice, RewardAccount, Rules,
	Source, Succession, UnlockRules,
};
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, traits::fungible::Credit, BoundedVec};

/// The account of a runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;

/// Tokens on their way out of a hold.
pub type CreditOf<T> = Credit<AccountIdOf<T>, <T as Config>::Currency>;

/// The grants of one beneficiary, oldest first.
pub type GrantsOf<T> = BoundedVec<Grant<AccountIdOf<T>>, <T as Config>::MaxGrants>;

#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
// The macros of FRAME expand to `expect`.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;
	use crate::types::{Books, CategoryTable, DefaultNotice, FirstGrantId, Notice, Succession};
	use alloc::vec::Vec;
	use destra_primitives::{
		apis::{CalendarPage, CategoryReport, GrantReport, RewardReport, SuccessionReport},
		time::{Millis, Moment},
		Balance, CategoryId, GrantId, Range, Schedule, Unchecked,
	};
	use frame_support::{
		dispatch::WithPostDispatchInfo,
		pallet_prelude::*,
		traits::{fungible, tokens::Fortitude, Contains, EnsureOriginWithArg, OnUnbalanced, Time},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::Perquintill;

	/// Version of the storage layout.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Weights of the calls and seams.
		type WeightInfo: WeightInfo;

		/// The token that is granted.
		type Currency: fungible::Mutate<Self::AccountId>
			+ fungible::hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ fungible::hold::Balanced<Self::AccountId, Balance = Balance>;

		/// The hold reason of the runtime.
		type RuntimeHoldReason: From<HoldReason>;

		/// Wall-clock time, in milliseconds since the Unix epoch.
		type Time: Time<Moment = Moment>;

		/// Who grants from a category.
		type GrantOrigin: EnsureOriginWithArg<Self::RuntimeOrigin, CategoryId>;

		/// Who spends, revokes, resumes categories, and moves what belongs to an account whose keys are
		/// lost.
		type GovernOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who stops a category, and vetoes a succession as [`Config::GovernOrigin`] does.
		type GuardianOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Whose rewards answer for their conduct: as long as they do, the rewards stay where they are,
		/// whoever wants to move them. `Nothing` where nobody is slashed.
		type Answerable: Contains<Self::AccountId>;

		/// Where the penalties for leaving early go.
		type OnExitPenalty: OnUnbalanced<CreditOf<Self>>;

		/// The most planck there can ever be: what the shares of the categories are parts of. A
		/// multiple of 10¹⁸, so that each share is a whole number of planck.
		#[pallet::constant]
		type MaximumSupply: Get<Balance>;

		/// The most grants of one beneficiary.
		#[pallet::constant]
		type MaxGrants: Get<u32>;

		/// The most beneficiaries of one batch of releases.
		#[pallet::constant]
		type MaxBatch: Get<u32>;

		/// The part of a reward that is locked; the rest is paid at once.
		#[pallet::constant]
		type LockedRewardShare: Get<Perquintill>;

		/// Over how many milliseconds a locked reward vests. A whole number of quanta.
		#[pallet::constant]
		type RewardDuration: Get<Millis>;

		/// Rewards earned within the same so many milliseconds vest together, from the end of that
		/// time on.
		#[pallet::constant]
		type RewardQuantum: Get<Millis>;

		/// Names the pots of the categories.
		#[pallet::constant]
		type PalletId: Get<PalletId>;
	}

	/// What the pallet holds tokens for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A grant that has not been released yet.
		#[codec(index = 0)]
		Grant,
		/// An earned reward that has not been claimed yet.
		#[codec(index = 1)]
		Reward,
	}

	/// The categories of the maximum supply, in ascending order of their ids.
	#[pallet::storage]
	pub type Categories<T> = StorageValue<_, CategoryTable, ValueQuery>;

	/// What each category has granted, in the order of [`Categories`].
	#[pallet::storage]
	pub type CategoryBooks<T> = StorageValue<_, Books, ValueQuery>;

	/// The grants of each beneficiary. Those that are paid in full are gone.
	#[pallet::storage]
	pub type Grants<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, GrantsOf<T>, ValueQuery>;

	/// The id of the next grant.
	#[pallet::storage]
	pub type NextGrantId<T> = StorageValue<_, GrantId, ValueQuery, FirstGrantId>;

	/// Who has a grant: so that it can be named by its id alone, wherever it has gone.
	#[pallet::storage]
	pub type Beneficiaries<T: Config> =
		StorageMap<_, Twox64Concat, GrantId, T::AccountId, OptionQuery>;

	/// Who may take over what an account has here, once that account has named it. There is none for
	/// an account that has nothing.
	#[pallet::storage]
	pub type Successors<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Succession<T::AccountId>, OptionQuery>;

	/// For how long a succession is announced.
	#[pallet::storage]
	pub type SuccessionNotice<T> = StorageValue<_, Notice, ValueQuery, DefaultNotice>;

	/// The earned rewards of each account that unlock over time.
	#[pallet::storage]
	pub type Rewards<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, RewardAccount, OptionQuery>;

	/// The sum of what is held for rewards, in planck.
	#[pallet::storage]
	pub type TotalRewards<T> = StorageValue<_, Balance, ValueQuery>;

	/// The categories and grants at genesis. What is wrong stops the build with the reason.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// The categories, in ascending order of their ids.
		pub categories: Vec<Category>,
		/// What of a category has been paid out in the balances at genesis, in planck.
		pub paid: Vec<(CategoryId, Balance)>,
		/// Grants, funded from the pots of their categories.
		pub grants: Vec<GenesisGrant<T::AccountId>>,
		/// For how long a succession is announced, in milliseconds.
		pub succession_notice: Notice,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			let succession_notice = DefaultNotice::get();
			Self { categories: Vec::new(), paid: Vec::new(), grants: Vec::new(), succession_notice }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			genesis::build::<T>(self);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxGrants::get() > 0, "MaxGrants is zero");
			Self::check_maximum_supply();
			Self::check_terms();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Every category of the maximum supply.
		pub fn categories() -> Vec<CategoryReport> {
			Self::report_categories()
		}

		/// The definition of every category: range, rules, source.
		pub fn definitions() -> Vec<Category> {
			Categories::<T>::get().into_inner()
		}

		/// The grants of `who`, with what can be released now and what unlocks next.
		pub fn grants(who: T::AccountId) -> Vec<GrantReport> {
			Self::report_grants(&who)
		}

		/// What `who` can have released now of all grants, in planck.
		pub fn releasable(who: T::AccountId) -> Balance {
			Self::report_releasable(&who)
		}

		/// When more of the grants of `who` unlocks, and how much; `None` if nothing is left.
		pub fn next_unlock(who: T::AccountId) -> Option<(Moment, Balance)> {
			Self::report_next_unlock(&who)
		}

		/// The earned rewards of `who` that unlock over time.
		pub fn rewards(who: T::AccountId) -> RewardReport {
			Self::report_rewards(&who)
		}

		/// Who has the `grant`; `None` where it has ended, or never was.
		pub fn beneficiary(grant: GrantId) -> Option<T::AccountId> {
			Beneficiaries::<T>::get(grant)
		}

		/// Whom `who` has named its successor, and from when until when that one may take over.
		pub fn succession(who: T::AccountId) -> Option<SuccessionReport<T::AccountId>> {
			Self::report_succession(&who)
		}

		/// What unlocks of `category` in each of `months` calendar months (at most 120) from the
		/// one of `from` on, of at most `limit` beneficiaries (at most 1,000) after `after`.
		pub fn unlock_calendar(
			category: CategoryId,
			from: Moment,
			months: u32,
			after: Option<T::AccountId>,
			limit: u32,
		) -> CalendarPage<T::AccountId> {
			Self::report_calendar(category, from, months, after, limit)
		}

		/// What the categories keep from circulation, in planck: pots of what exists since genesis,
		/// grants and rewards on hold.
		pub fn not_circulating() -> Balance {
			Self::report_not_circulating()
		}

		/// The account that a category grants from.
		pub fn pot(category: CategoryId) -> T::AccountId {
			Self::pot_account(category)
		}

		/// What [`Error::OutOfRange`] counts: the range of all that calls are given and that has one.
		pub fn ranges() -> Vec<Range> {
			Self::report_ranges()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Grants `amount` planck of `category` to `beneficiary`, to unlock by `schedule`. The
		/// amount moves from the pot of the category onto hold at the beneficiary.
		///
		/// A schedule may begin in the past, as long ago as the category allows: what has vested by now
		/// can be released at once.
		///
		/// Origin: [`Config::GrantOrigin`] of the category. Errors: [`Error::OutOfRange`], [`Error::ZeroAmount`],
		/// [`Error::UnknownCategory`], [`Error::CategoryPaused`], [`Error::AboveCap`],
		/// [`Error::NoAccount`], [`Error::TooManyGrants`], those of a schedule that cannot be, those of
		/// one that breaks a rule of the category ([`Error::UpfrontTooLarge`],
		/// [`Error::CliffTooShort`], [`Error::TermTooShort`], [`Error::PeriodTooShort`],
		/// [`Error::LumpTooLarge`], [`Error::StartTooEarly`]), and those of the token if the pot lacks
		/// the amount. Event: [`Event::Granted`].
		#[pallet::call_index(0)]
		pub fn grant(
			origin: OriginFor<T>,
			category: CategoryId,
			beneficiary: T::AccountId,
			amount: Balance,
			schedule: Unchecked<Schedule>,
		) -> DispatchResult {
			T::GrantOrigin::ensure_origin(origin, &category)?;
			Self::do_grant(category, beneficiary, amount, Self::check("schedule", schedule)?)
		}

		/// Pays `amount` planck of `category` to `beneficiary` at once, without a schedule. It
		/// counts as granted and released, but for what others have paid into the pot: that is
		/// spent first and counts against no cap. A category whose rules ask for a schedule pays nothing
		/// else without one.
		///
		/// Origin: [`Config::GovernOrigin`]. Errors: [`Error::ZeroAmount`],
		/// [`Error::UnknownCategory`], [`Error::ScheduleRequired`], [`Error::CategoryPaused`],
		/// [`Error::AboveCap`], and those of the token. Event: [`Event::Spent`].
		#[pallet::call_index(1)]
		pub fn spend(
			origin: OriginFor<T>,
			category: CategoryId,
			beneficiary: T::AccountId,
			amount: Balance,
		) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_spend(category, beneficiary, amount)
		}

		/// Pays `beneficiary` what has vested of all its grants. Those of a stopped category wait.
		///
		/// Origin: signed by anyone. Errors: [`Error::UnknownGrant`] without any grant,
		/// [`Error::NothingToRelease`]. Event: [`Event::Released`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::release(T::MaxGrants::get()))]
		pub fn release(
			origin: OriginFor<T>,
			beneficiary: T::AccountId,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let weight = Self::release_weight(&beneficiary);
			match Self::do_release(&beneficiary) {
				Ok(()) => Ok(Some(weight).into()),
				Err(error) => Err(error.with_weight(weight)),
			}
		}

		/// Releases the grants of each of `beneficiaries`, as [`Pallet::release`] does. One that
		/// fails, because nothing has vested for example, does not stop the others.
		///
		/// Origin: signed by anyone. Events: [`Event::Released`], [`Event::ReleaseFailed`].
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::batch_weight(beneficiaries))]
		pub fn release_batch(
			origin: OriginFor<T>,
			beneficiaries: BoundedVec<T::AccountId, T::MaxBatch>,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let weight = Self::do_release_batch(beneficiaries.into_inner());
			Ok(Some(weight).into())
		}

		/// Revokes the `grant`, whoever has it: pays what has vested, returns the rest to the category,
		/// which may grant it again.
		///
		/// Origin: [`Config::GovernOrigin`]. Errors: [`Error::UnknownGrant`],
		/// [`Error::NotRevocable`]. Event: [`Event::Revoked`].
		#[pallet::call_index(4)]
		pub fn revoke(origin: OriginFor<T>, grant: GrantId) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_revoke(grant)
		}

		/// Leaves the sender's `grant` between its cliff and its end: pays all of it but the penalty,
		/// which is `unvested · exit_penalty · (end − now) / (end − start)`, rounded up, and is burned.
		///
		/// Origin: signed by the beneficiary. Errors: [`Error::UnknownGrant`],
		/// [`Error::NoEarlyExit`], [`Error::FullyVested`], [`Error::BeforeCliff`],
		/// [`Error::CategoryPaused`]. Event: [`Event::ExitedEarly`].
		#[pallet::call_index(5)]
		pub fn exit_early(origin: OriginFor<T>, grant: GrantId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_exit_early(who, grant)
		}

		/// Makes the sender's grant `merged` a part of its grant `into`. An offer of either lapses.
		/// Grants that can be revoked stay apart: governance revokes each by its id, and what is decided
		/// of one must not be escaped by renaming it.
		///
		/// Origin: signed by the beneficiary. Errors: [`Error::UnknownGrant`],
		/// [`Error::NotMergeable`]. Event: [`Event::Merged`].
		#[pallet::call_index(6)]
		pub fn merge(origin: OriginFor<T>, into: GrantId, merged: GrantId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_merge(who, into, merged)
		}

		/// Offers the sender's `grant` to `to`, or with `None` to nobody any more. It changes hands
		/// when that account accepts: nobody's slots are filled without consent.
		///
		/// Origin: signed by the beneficiary. Errors: [`Error::UnknownGrant`],
		/// [`Error::NotTransferable`], [`Error::SameAccount`]. Event: [`Event::GrantOffered`].
		#[pallet::call_index(7)]
		pub fn offer_grant(
			origin: OriginFor<T>,
			grant: GrantId,
			to: Option<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_offer_grant(who, grant, to)
		}

		/// Accepts the `grant` that `from` offered to the sender, with all that was not paid yet, if
		/// that is `least` planck or more: anybody may have it release before, and whoever pays for a
		/// grant says what for.
		///
		/// Origin: signed by the account it was offered to. Errors: [`Error::UnknownGrant`],
		/// [`Error::NotOffered`], [`Error::CategoryPaused`], [`Error::NoAccount`],
		/// [`Error::LessThanExpected`], [`Error::TooManyGrants`]. Event: [`Event::GrantTransferred`].
		#[pallet::call_index(8)]
		pub fn accept_grant(
			origin: OriginFor<T>,
			from: T::AccountId,
			grant: GrantId,
			#[pallet::compact] least: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_grant(who, from, grant, least)
		}

		/// Names who may take over everything that the sender has here, grants of every category
		/// and rewards, for example with new keys; or with `None` takes the name back. An announcement
		/// of the one named before lapses. The name goes with the last grant and reward.
		///
		/// Origin: signed by a beneficiary. Errors: [`Error::NothingHeld`],
		/// [`Error::SameAccount`]. Event: [`Event::SuccessorNamed`].
		#[pallet::call_index(9)]
		pub fn name_successor(
			origin: OriginFor<T>,
			successor: Option<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_name_successor(who, successor)
		}

		/// Takes over everything that `from` has here: the proof that the new keys work.
		///
		/// Grants that can be transferred and not revoked are taken over at once. With anything else,
		/// rewards included, it has to be announced by [`Pallet::announce_succession`], and is possible
		/// while the announcement is open.
		///
		/// Origin: signed by the successor that `from` has named. Errors:
		/// [`Error::NotSuccessor`], [`Error::StillAnswerable`] with rewards of one of
		/// [`Config::Answerable`], [`Error::NothingAnnounced`], [`Error::NoticeRunning`],
		/// [`Error::CategoryPaused`], [`Error::NoAccount`], [`Error::TooManyGrants`]. Event:
		/// [`Event::HoldingsMoved`].
		#[pallet::call_index(10)]
		pub fn succeed(origin: OriginFor<T>, from: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_succeed(who, from)
		}

		/// Moves what `from` has here to `to`: for lost keys. Rewards of one of
		/// [`Config::Answerable`] stay, until they answer for nothing any more.
		///
		/// Origin: [`Config::GovernOrigin`]. Errors: [`Error::SameAccount`],
		/// [`Error::NothingHeld`], [`Error::StillAnswerable`] where there is nothing but rewards that
		/// have to stay, [`Error::NoAccount`], [`Error::TooManyGrants`]. Event:
		/// [`Event::HoldingsMoved`].
		#[pallet::call_index(11)]
		pub fn move_holdings(
			origin: OriginFor<T>,
			from: T::AccountId,
			to: T::AccountId,
		) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_move_holdings(from, to, Fortitude::Force)
		}

		/// Pays `who` what has vested of its rewards.
		///
		/// Origin: signed by anyone. Error: [`Error::NothingToClaim`]. Event:
		/// [`Event::RewardsClaimed`].
		#[pallet::call_index(12)]
		pub fn claim_rewards(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_claim_rewards(who)
		}

		/// Stops `category`: nothing is granted, spent, released, left early or handed over, but
		/// for what [`Config::GovernOrigin`] revokes or moves. Time goes on, and so does vesting.
		///
		/// Origin: [`Config::GuardianOrigin`]. Errors: [`Error::UnknownCategory`],
		/// [`Error::AlreadyPaused`]. Event: [`Event::CategoryPaused`].
		#[pallet::call_index(13)]
		pub fn pause_category(origin: OriginFor<T>, category: CategoryId) -> DispatchResult {
			T::GuardianOrigin::ensure_origin(origin)?;
			Self::do_pause_category(category)
		}

		/// Lets `category` go on.
		///
		/// Origin: [`Config::GovernOrigin`]. Errors: [`Error::UnknownCategory`],
		/// [`Error::NotPaused`]. Event: [`Event::CategoryResumed`].
		#[pallet::call_index(14)]
		pub fn resume_category(origin: OriginFor<T>, category: CategoryId) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_resume_category(category)
		}

		/// Announces that the sender will take over what `from` has here: it may after the time of
		/// [`SuccessionNotice`], and for as long again. Until then [`Pallet::veto_succession`] can stop
		/// it. Who is in no hurry loses nothing: what has lapsed can be announced anew.
		///
		/// Origin: signed by the successor that `from` has named. Errors: [`Error::NotSuccessor`],
		/// [`Error::AlreadyAnnounced`]. Event: [`Event::SuccessionAnnounced`].
		#[pallet::call_index(17)]
		pub fn announce_succession(origin: OriginFor<T>, from: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_announce_succession(who, from)
		}

		/// Stops the announced succession to what `from` has, and takes the name of its successor
		/// back: `from` may name one again.
		///
		/// Origin: [`Config::GovernOrigin`] or [`Config::GuardianOrigin`]. Error:
		/// [`Error::NothingAnnounced`]. Event: [`Event::SuccessionVetoed`].
		#[pallet::call_index(18)]
		pub fn veto_succession(origin: OriginFor<T>, from: T::AccountId) -> DispatchResult {
			if let Err(origin) = T::GuardianOrigin::try_origin(origin) {
				T::GovernOrigin::ensure_origin(origin)?;
			}
			Self::do_veto_succession(from)
		}
	}
}
