// SPDX-License-Identifier: Apache-2.0

//! What is kept of stake, providers and slashes.

use frame_support::pallet_macros::pallet_section;

/// The storage, as a part of the pallet.
#[pallet_section]
mod storage {
	/// The settings in force.
	#[pallet::storage]
	pub type CurrentSettings<T> = StorageValue<_, Settings, ValueQuery>;

	/// What the highest commission was before the one in force, for pools that nobody visited since.
	#[pallet::storage]
	pub type PastCommissionMaxima<T> = StorageValue<_, PastMaxima, ValueQuery>;

	/// The hot state: reward index, total weight, debts of the pot, first bucket to expire.
	#[pallet::storage]
	pub type Rewards<T> = StorageValue<_, RewardState, ValueQuery>;

	/// The positions and rewards of each staker.
	#[pallet::storage]
	pub type Ledgers<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Ledger, OptionQuery>;

	/// The terms that end together.
	#[pallet::storage]
	pub type Buckets<T> = StorageMap<_, Twox64Concat, BucketIndex, Bucket, OptionQuery>;

	/// The providers.
	#[pallet::storage]
	pub type Providers<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Provider<T::AccountId>, OptionQuery>;

	/// The provider that this key acts for, which named it, by its own consent.
	#[pallet::storage]
	pub type Operators<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, T::AccountId, OptionQuery>;

	/// What is delegated to each provider.
	#[pallet::storage]
	pub type Pools<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Pool, OptionQuery>;

	/// Each delegation, by provider and delegator.
	#[pallet::storage]
	pub type Delegations<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		T::AccountId,
		Delegation<T::AccountId>,
		OptionQuery,
	>;

	/// The generations of delegations that lost everything, by provider.
	#[pallet::storage]
	pub type Wipeouts<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		Generation,
		Wipeout,
		OptionQuery,
	>;

	/// The slashes between report and application.
	#[pallet::storage]
	pub type PendingSlashes<T: Config> =
		StorageMap<_, Twox64Concat, SlashId, PendingSlash<T::AccountId>, OptionQuery>;

	/// The pending slashes in the order in which they are due: the keys are not hashed, so the first
	/// one in the state is that of the next slash.
	#[pallet::storage]
	pub type SlashOrder<T> = StorageMap<_, Identity, SlashKey, (), OptionQuery>;

	/// The slash that is due first, the name of the next one, and chain time.
	#[pallet::storage]
	pub type Slashes<T> = StorageValue<_, SlashQueue, ValueQuery>;

	/// The active providers with the role of a validator, sorted by account.
	#[pallet::storage]
	pub type Candidates<T: Config> =
		StorageValue<_, BoundedVec<T::AccountId, ConstU32<MAX_CANDIDATES>>, ValueQuery>;

	/// The lightest of the candidates, lightest first, by what each weighed when validators were last
	/// chosen or when it came. In a full list the first that is lighter by now makes room for a newcomer.
	/// Empty if the list had room at that choice.
	#[pallet::storage]
	pub type Lightest<T: Config> = StorageValue<
		_,
		BoundedVec<(T::AccountId, StakeWeight), ConstU32<MAX_LIGHTEST>>,
		ValueQuery,
	>;
}
