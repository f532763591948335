// SPDX-License-Identifier: Apache-2.0

//! What the pallet tells.

use frame_support::pallet_macros::pallet_section;

/// The events, as a part of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The emission began.
		Started,
		/// The guardian stopped the emission; economic time stands still.
		Paused,
		/// The emission goes on.
		Resumed,
		/// A step minted, in planck.
		Emitted {
			/// From the fixed stream.
			fixed: Balance,
			/// From the KPI streams together.
			kpi: Balance,
			/// Economic time that passed in the step, in milliseconds.
			elapsed: Millis,
		},
		/// More time passed than a step counts; the rest is postponed.
		ElapsedClamped {
			/// Milliseconds since the last step.
			elapsed: Millis,
			/// Milliseconds that counted.
			counted: Millis,
		},
		/// The ceiling withholds emission, for the first time on this day. It stays due.
		CeilingReached {
			/// How many days the emission has had before this one.
			day: u32,
			/// The most the day may mint.
			budget: Balance,
		},
		/// The ledger does not account for the total issuance. This never happens; tell the developers.
		LedgerMismatch {
			/// What the ledger accounts for; `None` where more was burned than existed.
			ledger: Option<Balance>,
			/// The total issuance.
			issuance: Balance,
		},
		/// The step failed: nothing was minted and no time has passed. The next block tries again.
		StepFailed {
			/// Why.
			error: DispatchError,
		},
		/// A recipient could not take its share; the pot keeps it.
		LiabilityRecorded {
			/// For whom.
			recipient: Recipient,
			/// How much.
			amount: Balance,
		},
		/// Neither the recipient nor the pot could take a share: it was not minted and stays due.
		ShareWithheld {
			/// For whom.
			recipient: Recipient,
			/// How much.
			amount: Balance,
		},
		/// A recipient got what the pot kept for it.
		LiabilitySettled {
			/// Who.
			recipient: Recipient,
			/// How much.
			amount: Balance,
		},
		/// Tokens ceased to exist.
		Burned {
			/// Why.
			cause: BurnCause,
			/// How many.
			amount: Balance,
		},
	}
}
