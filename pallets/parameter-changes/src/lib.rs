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
mod changes;
mod genesis;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

pub use pallet::*;
pub use types::{ChangeId, Notice, NoticeTerms, Parameter};
pub use weights::WeightInfo;

use alloc::vec::Vec;
use destra_primitives::{
	apis::{ChangeReport, NoticeReport},
	time::Moment,
	EconomicFault, EconomicGuard, Governed, Range, Ranged, Step, Stepped, Unchecked,
};
use frame_support::{pallet_prelude::*, traits::Time};
use frame_system::pallet_prelude::*;
use types::{Appointment, Replacement};

/// A parameter of the chain, with a value for it.
pub type ParameterOf<T> = <<T as Config>::Parameters as Governed>::Parameter;

/// The values of one change.
pub type ValuesOf<T> = BoundedVec<ParameterOf<T>, <T as Config>::MaxValues>;

/// The same, as they are sent.
pub type UncheckedValuesOf<T> = BoundedVec<Unchecked<ParameterOf<T>>, <T as Config>::MaxValues>;

#[frame_support::pallet]
// The macros of FRAME expand to `expect`.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Weights of the calls and of what takes effect.
		type WeightInfo: WeightInfo;

		/// The clock, in milliseconds since the Unix epoch; zero where it was never set.
		type Time: Time<Moment = Moment>;

		/// Every parameter that governance can change, those of this pallet among them.
		type Parameters: Governed;

		/// Watches over what holds between parameters of several pallets.
		type Guard: EconomicGuard;

		/// May announce and cancel changes.
		type GovernOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// May cancel changes.
		type GuardianOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How many changes may wait at a time.
		#[pallet::constant]
		type MaxPendingChanges: Get<u32>;

		/// How many values one change may have.
		#[pallet::constant]
		type MaxValues: Get<u32>;
	}

	/// How long changes wait.
	#[pallet::storage]
	pub(crate) type Terms<T> = StorageValue<_, NoticeTerms, ValueQuery>;

	/// When which change takes effect, in the order of their announcement. Read in each block.
	#[pallet::storage]
	pub(crate) type Calendar<T: Config> =
		StorageValue<_, BoundedVec<Appointment, T::MaxPendingChanges>, ValueQuery>;

	/// What each of them changes.
	#[pallet::storage]
	pub(crate) type PendingValues<T: Config> =
		StorageMap<_, Twox64Concat, ChangeId, ValuesOf<T>, OptionQuery>;

	/// The id of the next change.
	#[pallet::storage]
	pub(crate) type NextChangeId<T> = StorageValue<_, ChangeId, ValueQuery>;

	/// How long changes wait. Times in milliseconds.
	///
	/// Build it after all pallets with parameters: it asks whether the guard permits what the chain begins with.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// How long a change waits.
		pub notice: Notice,
		/// The shortest that this may ever be.
		pub min_notice: Notice,
		/// Ties the configuration to the runtime.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			genesis::build(self);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A change was announced.
		ChangeScheduled {
			/// Its id.
			id: ChangeId,
			/// When it takes effect.
			due: Moment,
			/// What it changes.
			changes: Vec<Replacement<ParameterOf<T>>>,
		},
		/// A change was called off.
		ChangeCancelled {
			/// Its id.
			id: ChangeId,
		},
		/// A change took effect.
		ParametersChanged {
			/// Its id.
			id: ChangeId,
			/// What it changed. What a pallet makes of a value is told as it is in force now.
			changes: Vec<Replacement<ParameterOf<T>>>,
		},
		/// A change was no longer possible when its time came, and was dropped.
		ChangeDropped {
			/// Its id.
			id: ChangeId,
			/// Why.
			error: DispatchError,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// A number lies outside its range, or a text is empty, too long or not printable. The ranges are
		/// listed by the view function `ranges`; this is the number there, from zero, of the one in question.
		OutOfRange(u8),
		/// A number moves further than one change may move it. The steps are listed by the view function
		/// `steps`; this is the number there, from zero, of the one in question.
		StepTooLarge(u8),
		/// The change has no value, or none that this runtime knows.
		NoValues,
		/// The change has two values of the same parameter.
		SameParameterTwice,
		/// A value is the one in force.
		NothingChanges,
		/// What comes of the change must not be.
		Refused(EconomicFault),
		/// The notice would be shorter than it may ever be.
		NoticeBelowFloor,
		/// As many changes wait as can.
		TooManyPendingChanges,
		/// No change with this id waits.
		UnknownChange,
		/// There were as many changes as there are numbers for them.
		NoIdsLeft,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Lets one change take effect whose time has come. The time is that of the parent block: this block's
		/// own is not known yet.
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::enact_due_change(T::Time::now())
		}

		fn integrity_test() {
			assert!(T::MaxPendingChanges::get() > 0, "MaxPendingChanges of zero forbids changes");
			assert!(T::MaxValues::get() > 0, "MaxValues of zero forbids changes");
			let (ranges, steps) = (Self::ranges().len(), Self::steps().len());
			assert!(ranges == steps, "{ranges} ranges and {steps} steps");
			assert!(
				ranges <= usize::from(u8::MAX),
				"{ranges} ranges are more than errors can tell"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Announces a change: `values` that take effect together, in this order, after the notice. Each
		/// parameter that they leave out stays as it is then.
		///
		/// Origin: [`Config::GovernOrigin`]. The change must be possible now, and again when its time comes.
		/// Errors: [`Error::OutOfRange`], [`Error::StepTooLarge`], [`Error::NoValues`],
		/// [`Error::SameParameterTwice`], [`Error::NothingChanges`], [`Error::TooManyPendingChanges`],
		/// [`Error::Refused`] by [`Config::Guard`], and those of the pallet of each parameter. Event: [`Event::ChangeScheduled`].
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::weight_of_sent(values))]
		pub fn schedule_change(
			origin: OriginFor<T>,
			values: UncheckedValuesOf<T>,
		) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_schedule_change(Self::check(values)?)
		}

		/// Calls off a change that waits.
		///
		/// Origin: [`Config::GovernOrigin`] or [`Config::GuardianOrigin`]. Error: [`Error::UnknownChange`].
		/// Event: [`Event::ChangeCancelled`].
		#[pallet::call_index(1)]
		pub fn cancel_change(origin: OriginFor<T>, id: ChangeId) -> DispatchResult {
			if let Err(origin) = T::GuardianOrigin::try_origin(origin) {
				T::GovernOrigin::ensure_origin(origin)?;
			}
			Self::do_cancel_change(id)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The value in force of every parameter.
		pub fn parameters() -> Vec<ParameterOf<T>> {
			T::Parameters::in_force()
		}

		/// What [`Error::OutOfRange`] counts: the range of everything in a parameter that has one.
		pub fn ranges() -> Vec<Range> {
			ParameterOf::<T>::ranges("values")
		}

		/// What [`Error::StepTooLarge`] counts: how far one change may move each of [`Self::ranges`].
		pub fn steps() -> Vec<Step> {
			ParameterOf::<T>::steps()
		}

		/// The changes that wait, in the order of their announcement.
		pub fn pending_changes() -> Vec<ChangeReport<ParameterOf<T>>> {
			Self::report_pending_changes()
		}

		/// How long a change waits, the shortest that this may be, and what it was first.
		pub fn notice() -> NoticeReport {
			Terms::<T>::get().report()
		}
	}
}
