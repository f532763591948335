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

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod finality;
mod heartbeats;
#[cfg(test)]
mod mock;
mod sets;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use weights::WeightInfo;

/// The most validators a set can have.
pub const MAX_SEATS: u32 = 256;

/// The most heartbeats of a session: twice as many as there can be candidates, for those that come
/// and go meanwhile.
pub const MAX_HEARTBEATS: u32 = 512;

/// Of how many sets, the newest, it is known which blocks they can have finalised: sets of hourly sessions
/// for six weeks. Of an older one it is known that it ended before them.
pub const MAX_SETS: u32 = 1_024;

/// The fewest blocks between the announcement of a forced change and the change. All nodes must have the
/// block that announces it by then, and no other in its place.
pub const MIN_FORCE_DELAY: u32 = 10;

/// The most blocks between the two. No other change of the set is announced meanwhile.
pub const MAX_FORCE_DELAY: u32 = 1_000;

#[frame_support::pallet]
// The macros of FRAME expand to `expect`.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;
	use crate::types::{BlockClock, FinalitySet, ForcedChange, Member, Waits};
	use destra_primitives::{
		FinalitySets, OnLiveness, Seat, SessionIndex, SessionKeyring, SetId, ValidatorSession,
	};
	use frame_support::pallet_prelude::*;
	use frame_system::{offchain::CreateAuthorizedTransaction, pallet_prelude::*};

	/// Version of the storage layout.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The signatures of a heartbeat.
	pub type SignaturesOf<T> =
		<<T as Config>::Keys as SessionKeyring<<T as frame_system::Config>::AccountId>>::Signatures;

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config + CreateAuthorizedTransaction<Call<Self>> {
		/// Weights of the calls, and of what is done in each block.
		type WeightInfo: WeightInfo;

		/// The sessions and their sets of validators.
		type Validators: ValidatorSession<Self::AccountId>;

		/// The keys that sign heartbeats.
		type Keys: SessionKeyring<Self::AccountId>;

		/// Learns who fell idle, and who came back.
		type OnLiveness: OnLiveness<Self::AccountId>;

		/// The sets of validators that finalise.
		type Finality: FinalitySets<BlockNumberFor<Self>>;

		/// Prepares a validator for the benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// How many blocks have been expected of each validator.
	#[pallet::storage]
	pub type Clock<T> = StorageValue<_, BlockClock, ValueQuery>;

	/// The running set.
	#[pallet::storage]
	pub type Members<T: Config> =
		StorageMap<_, Twox64Concat, Seat, Member<T::AccountId>, OptionQuery>;

	/// Who gave a heartbeat in the running session, sorted by account.
	#[pallet::storage]
	pub type Heartbeats<T: Config> =
		StorageValue<_, BoundedVec<T::AccountId, ConstU32<MAX_HEARTBEATS>>, ValueQuery>;

	/// The newest of the sets that were announced, the last one last.
	#[pallet::storage]
	pub type Sets<T: Config> =
		StorageValue<_, BoundedVec<FinalitySet<BlockNumberFor<T>>, ConstU32<MAX_SETS>>, ValueQuery>;

	/// The forced change that the next session begins with.
	#[pallet::storage]
	pub type Forced<T: Config> = StorageValue<_, ForcedChange<BlockNumberFor<T>>, OptionQuery>;

	/// Who fell idle without a block of its own, and has to wait before it may enter again.
	#[pallet::storage]
	pub type Waiting<T: Config> = StorageValue<_, Waits<T::AccountId>, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A validator wrote nothing while ten blocks were expected of it. It is disabled, leaves with
		/// the next set that is chosen, and earns nothing until it gives a heartbeat from outside the set,
		/// or writes a block after it entered again.
		FellIdle {
			/// The validator.
			validator: T::AccountId,
		},
		/// A validator, or one that wants to be, showed that it is there.
		HeartbeatReceived {
			/// Whose session keys signed it.
			validator: T::AccountId,
		},
		/// The validators of the next session will finalise without the votes of the set before.
		ChangeForced {
			/// The set that cannot finalise any more.
			set: SetId,
			/// The last block that it finalised.
			last_finalised: BlockNumberFor<T>,
			/// How many blocks after the first one of the next session the change is in force.
			delay: BlockNumberFor<T>,
		},
		/// The set goes on: the next session announces no forced change.
		ForcedChangeCancelled {
			/// The set that was said to finalise nothing any more.
			set: SetId,
		},
		/// The session keys of an account were removed.
		KeysPurged {
			/// Whose they were.
			who: T::AccountId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The keys are those of a validator of the running set or of the next one. Leave first, and
		/// wait until you are in neither.
		KeysInUse,
		/// There are as many heartbeats in this session as there can be.
		TooManyHeartbeats,
		/// No set of this number has been announced. `grandpa_roundState` of a node tells its number.
		UnknownSet,
		/// The set cannot have finalised this block last: it is from before the set, not from before the
		/// set after it, or not written yet. Ask one node for both the number of its set and its last
		/// finalised block.
		NotLastFinalised,
		/// The delay is shorter than 10 blocks or longer than 1,000.
		DelayOutOfRange,
		/// A forced change is announced and not in force yet, or was less than twice its delay ago.
		ForcedChangePending,
		/// No forced change waits for the next session. One that is announced cannot be taken back.
		NoForcedChange,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Sends the heartbeats of those whose session keys are on this machine.
		fn offchain_worker(_n: BlockNumberFor<T>) {
			Self::send_heartbeats();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Shows that the node of `validator` is there: `session` is the running one, and all its
		/// session keys have signed that. A node sends it by itself, free of charge, once a session.
		///
		/// Origin: none; the signatures are checked before it comes into a block. Errors:
		/// [`Error::TooManyHeartbeats`]. Event: [`Event::HeartbeatReceived`].
		#[pallet::call_index(0)]
		#[pallet::weight((T::WeightInfo::heartbeat(), DispatchClass::Operational, Pays::No))]
		#[pallet::authorize(Self::authorize_heartbeat)]
		#[pallet::weight_of_authorize(T::WeightInfo::authorize_heartbeat())]
		pub fn heartbeat(
			origin: OriginFor<T>,
			validator: T::AccountId,
			session: SessionIndex,
			signatures: SignaturesOf<T>,
		) -> DispatchResult {
			ensure_authorized(origin)?;
			// They have done their work.
			let _ = (session, signatures);
			Self::note_heartbeat(validator)
		}

		/// Removes the session keys of the sender, who is no validator now and will be none in the next
		/// session.
		///
		/// Origin: signed. Errors: [`Error::KeysInUse`], and that of the session where there are none.
		/// Event: [`Event::KeysPurged`].
		#[pallet::call_index(1)]
		pub fn purge_keys(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			ensure!(!T::Keys::in_use(&who), Error::<T>::KeysInUse);
			T::Keys::purge(&who)?;
			Self::deposit_event(Event::KeysPurged { who });
			Ok(())
		}

		/// Says that the set `set` cannot finalise any more, and that the block `last_finalised` is the last
		/// one that it did. The first block of the next session announces its validators as the set that
		/// comes next, and `delay` blocks after that one they finalise, without the votes of `set`. Said
		/// again before the next session, it takes the place of what was said before.
		///
		/// Takes the place of GRANDPA's call of that name, which goes on with a number of the set that no
		/// node has, and takes any block for the last one: above the block that announces the set after
		/// `set`, it would make a block that no node can import.
		///
		/// Origin: root. Errors: [`Error::UnknownSet`], [`Error::NotLastFinalised`],
		/// [`Error::DelayOutOfRange`], [`Error::ForcedChangePending`]. Event: [`Event::ChangeForced`].
		#[pallet::call_index(2)]
		#[pallet::weight((T::WeightInfo::note_stalled(), DispatchClass::Operational))]
		pub fn note_stalled(
			origin: OriginFor<T>,
			set: SetId,
			last_finalised: BlockNumberFor<T>,
			delay: BlockNumberFor<T>,
		) -> DispatchResult {
			ensure_root(origin)?;
			Self::force_change(set, last_finalised, delay)
		}

		/// Takes back what [`note_stalled`](Self::note_stalled) said, where finality came back before the next
		/// session.
		///
		/// Origin: root. Errors: [`Error::NoForcedChange`]. Event: [`Event::ForcedChangeCancelled`].
		#[pallet::call_index(3)]
		#[pallet::weight((T::WeightInfo::cancel_stalled(), DispatchClass::Operational))]
		pub fn cancel_stalled(origin: OriginFor<T>) -> DispatchResult {
			ensure_root(origin)?;
			let ForcedChange { set, .. } = Forced::<T>::take().ok_or(Error::<T>::NoForcedChange)?;
			Self::deposit_event(Event::ForcedChangeCancelled { set });
			Ok(())
		}
	}
}
