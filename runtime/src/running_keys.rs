// SPDX-License-Identifier: Apache-2.0

//! The keys with which the validators of the running session sign. The session pallet has those that it
//! has queued and those that were set last, and what BABE and GRANDPA have may be of different sessions:
//! while a forced change of GRANDPA's authorities waits for its block, they stay as they were.

pub use pallet::*;

#[frame_support::pallet]
pub mod pallet {
	use crate::SessionKeys;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;

	#[pallet::pallet]
	// As many as there are validators.
	#[pallet::without_storage_info]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config + pallet_session::Config<Keys = SessionKeys> {}

	/// The validators of the running session and their keys, in the order of their seats.
	#[pallet::storage]
	pub type RunningKeys<T: Config> =
		StorageValue<_, Vec<(T::ValidatorId, SessionKeys)>, ValueQuery>;

	impl<T: Config> Pallet<T> {
		/// A session begins, with the keys that were queued for it.
		pub fn begin_session() {
			RunningKeys::<T>::put(pallet_session::QueuedKeys::<T>::get());
		}
	}
}
