// SPDX-License-Identifier: Apache-2.0

//! How long a session lasts, fixed at genesis: BABE counts its epochs from the first slot on, so
//! the length can never change on a running chain. It is state rather than a constant, so that one
//! wasm serves a live chain and a test network on which nobody wants to wait an hour.

pub use pallet::*;

#[frame_support::pallet]
// The macros of FRAME expand to `expect`.
#[allow(clippy::expect_used)]
pub mod pallet {
	use crate::constants::time::BLOCK_TIME;
	use destra_primitives::{
		time::{days, hours},
		BoundedU64,
	};
	use frame_support::pallet_prelude::*;

	/// A number of slots between a minute and a day.
	pub type SlotCount = BoundedU64<10, { days(1) / BLOCK_TIME }>;

	/// An hour, in slots.
	const STANDARD: SlotCount = SlotCount::literal::<{ hours(1) / BLOCK_TIME }>();

	/// What a chain has whose genesis says nothing.
	pub struct Standard;

	impl Get<SlotCount> for Standard {
		fn get() -> SlotCount {
			STANDARD
		}
	}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// The slots of a BABE epoch, and so of a session.
	#[pallet::storage]
	pub type Slots<T> = StorageValue<_, SlotCount, ValueQuery, Standard>;

	/// The length of sessions, for ever.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// In slots.
		pub slots: SlotCount,
		/// Nothing.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { slots: STANDARD, _config: Default::default() }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Slots::<T>::put(self.slots);
		}
	}

	impl<T: Config> Pallet<T> {
		/// The slots of a session.
		pub fn slots() -> u64 {
			Slots::<T>::get().get()
		}
	}

	impl<T: Config> Get<u64> for Pallet<T> {
		fn get() -> u64 {
			Self::slots()
		}
	}
}
