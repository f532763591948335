// SPDX-License-Identifier: Apache-2.0

//! What can be wrong with a call.

use frame_support::pallet_macros::pallet_section;

/// The errors, as a part of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The emission has started already.
		AlreadyStarted,
		/// The emission does not run.
		NotRunning,
		/// The emission is not paused.
		NotPaused,
		/// The shares of the budget do not sum to exactly one.
		BudgetNotWhole,
		/// The weights of the tracks do not sum to exactly one.
		WeightsNotWhole,
		/// A metric has two tracks.
		DuplicateMetric,
		/// The ledger has counted as many different metrics as it ever can.
		TooManyMetrics,
		/// A baseline begins to grow, or ceases to, from or at more than a half of the slowest growth.
		DoublingStepTooLarge,
		/// There is no such metric.
		UnknownMetric,
		/// The pot holds nothing for this recipient.
		NothingOwed,
		/// The recipient still cannot take what it is owed.
		RecipientRefuses,
		/// The amount is zero.
		ZeroAmount,
		/// The parameters of a stream describe no schedule.
		InvalidStream,
		/// A sum leaves the range of its type.
		Overflow,
		/// The total issuance has no room for what is due.
		IssuanceOverflow,
	}
}
