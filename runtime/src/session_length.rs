// SPDX-License-Identifier: Apache-2.0

//! How long a session lasts, and how many sessions back an offence can be reported; both fixed at
//! genesis. BABE counts its epochs from the first slot on, so the length can never change on a running
//! chain, and stake that was unbonded answers for as long as the reports reach back. They are state
//! rather than constants, so that one wasm serves a live chain, a test network on which nobody wants
//! to wait an hour, and a development chain on which nobody waits for reports.

pub use pallet::*;

#[frame_support::pallet]
// The macros of FRAME expand to `expect`.
#[allow(clippy::expect_used)]
pub mod pallet {
	use crate::constants::time::BLOCK_TIME;
	use destra_primitives::{
		time::{days, hours, Millis},
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

	/// A number of sessions back; none on a chain on which offences are not pursued beyond their own.
	pub type SessionCount = BoundedU64<0, 1_000>;

	/// The sessions that a validator may sign in after it has left: the one that runs, and the next.
	const LAST_SESSIONS: u64 = 2;

	/// With those last ones a week, where sessions last an hour: as long as unbonding takes.
	const STANDARD_REPORTS: SessionCount =
		SessionCount::literal::<{ days(7) / hours(1) - LAST_SESSIONS }>();

	impl Get<SessionCount> for Standard {
		fn get() -> SessionCount {
			STANDARD_REPORTS
		}
	}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {}

	/// The slots of a BABE epoch, and so of a session.
	#[pallet::storage]
	pub type Slots<T> = StorageValue<_, SlotCount, ValueQuery, Standard>;

	/// How many sessions back an offence can be reported.
	#[pallet::storage]
	pub type ReportSessions<T> = StorageValue<_, SessionCount, ValueQuery, Standard>;

	/// The length of sessions and of what can be reported, for ever.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// In slots.
		pub slots: SlotCount,
		/// How many sessions back an offence can be reported.
		pub report_sessions: SessionCount,
		/// Nothing.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { slots: STANDARD, report_sessions: STANDARD_REPORTS, _config: Default::default() }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Slots::<T>::put(self.slots);
			ReportSessions::<T>::put(self.report_sessions);
		}
	}

	impl<T: Config> Pallet<T> {
		/// The slots of a session.
		pub fn slots() -> u64 {
			Slots::<T>::get().get()
		}

		/// How many sessions back an offence can be reported.
		pub fn report_sessions() -> u32 {
			u32::try_from(ReportSessions::<T>::get().get()).unwrap_or(u32::MAX)
		}

		/// The sessions from the one in which a validator leaves to the last one in which an offence of its
		/// last session can be reported.
		pub fn answerable_sessions() -> u64 {
			ReportSessions::<T>::get().get().saturating_add(LAST_SESSIONS)
		}
	}

	/// How long after an offence, and after the decision to leave that it may follow, it can be reported
	/// at most.
	pub struct ReportWindow<T>(core::marker::PhantomData<T>);

	impl<T: Config> Get<Millis> for ReportWindow<T> {
		fn get() -> Millis {
			let slots = Pallet::<T>::slots().saturating_mul(Pallet::<T>::answerable_sessions());
			slots.saturating_mul(BLOCK_TIME)
		}
	}

	/// The shortest time in which stake can be unbonded: the report window, if past sessions can be
	/// reported at all.
	pub struct MinUnbonding<T>(core::marker::PhantomData<T>);

	impl<T: Config> Get<Millis> for MinUnbonding<T> {
		fn get() -> Millis {
			match Pallet::<T>::report_sessions() {
				0 => 0,
				_ => ReportWindow::<T>::get(),
			}
		}
	}

	impl<T: Config> Get<u64> for Pallet<T> {
		fn get() -> u64 {
			Self::slots()
		}
	}
}
