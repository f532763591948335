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
		/// The new value is the one in force.
		NothingChanges,
		/// A share of the budget moves by more than 10 percentage points.
		BudgetStepTooLarge,
		/// A half-life moves by more than a factor of 1.5.
		HalfLifeStepTooLarge,
		/// The annual cap moves by more than one percentage point.
		AnnualCapStepTooLarge,
		/// The catch-up limit moves by more than 50 percentage points.
		CatchUpStepTooLarge,
		/// The weight of a track moves by more than 10 percentage points.
		WeightStepTooLarge,
		/// A baseline moves by more than a factor of 1.5.
		BaselineStepTooLarge,
		/// The doubling time of a baseline moves by more than a factor of 1.5.
		DoublingStepTooLarge,
		/// The delay of changes moves by more than a factor of 1.5.
		ChangeDelayStepTooLarge,
		/// The delay of changes would be shorter than it may ever be.
		ChangeDelayBelowFloor,
		/// There is no such metric.
		UnknownMetric,
		/// A majority of the oracle's reporters could gain more than it puts at stake: their bonds
		/// are too small for what the KPI streams would release.
		CorruptionPays,
		/// As many changes wait as can.
		TooManyPendingChanges,
		/// No change with this id waits.
		UnknownChange,
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
		/// A number lies outside its range, or a text is empty, too long or not printable. The ranges are
		/// listed by the view function `ranges`; this is the number there, from zero, of the one in question.
		OutOfRange(u8),
	}
}
