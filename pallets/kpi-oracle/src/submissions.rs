// SPDX-License-Identifier: Apache-2.0

//! What reporters submit: a commitment in the first half of a round, the report in the second.
//!
//! Nobody sees a report before the time for commitments is over, so nobody earns by copying it. A
//! commitment that is not revealed counts as silence: to withhold a report after having seen the
//! others costs a strike.

use crate::{
	types::{check_values, Phase, ReportFault, ReportValues},
	Commitments, Config, CurrentRound, Error, Event, Metrics, Pallet, Reporters, Reports,
};
use destra_primitives::{report_commitment, Commitment, CommitmentSalt, MetricId};
use frame_support::{ensure, traits::Time};
use sp_runtime::DispatchResult;

impl<T: Config> From<ReportFault> for Error<T> {
	fn from(fault: ReportFault) -> Self {
		match fault {
			ReportFault::NotReporter => Self::NotReporter,
			ReportFault::NotActive => Self::NotActive,
			ReportFault::TooEarly => Self::TooEarly,
			ReportFault::TooLate => Self::TooLate,
			ReportFault::AlreadyReported => Self::AlreadyReported,
			ReportFault::EmptyReport => Self::EmptyReport,
			ReportFault::Unsorted => Self::UnsortedReport,
			ReportFault::Duplicate => Self::DuplicateMetric,
			ReportFault::UnknownMetric => Self::UnknownMetric,
			ReportFault::NotReported => Self::NotReported,
			ReportFault::OutOfBounds => Self::OutOfBounds,
			ReportFault::AlreadyCommitted => Self::AlreadyCommitted,
			ReportFault::NotCommitted => Self::NotCommitted,
			ReportFault::CommitmentMismatch => Self::CommitmentMismatch,
		}
	}
}

/// When a submission is checked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Check {
	/// In the block that it is part of.
	InBlock,
	/// In the pool, on the state after the last block, for the next one.
	InPool,
}

impl<T: Config> Pallet<T> {
	/// Whether `who` may commit to a report for `round`.
	pub(crate) fn check_commit(
		who: &T::AccountId,
		round: u32,
		check: Check,
	) -> Result<(), ReportFault> {
		let (phase, opens) = Self::enter_round(who, round, check)?;
		ensure!(phase == Phase::Commit, ReportFault::TooLate);
		// What is stored belongs to the round that closes before the one that opens.
		ensure!(opens || !Commitments::<T>::contains_key(who), ReportFault::AlreadyCommitted);
		Ok(())
	}

	/// Whether `who` may report `values` for `round`.
	pub(crate) fn check_report(
		who: &T::AccountId,
		round: u32,
		values: &[(MetricId, u64)],
		salt: &CommitmentSalt,
		check: Check,
	) -> Result<(), ReportFault> {
		let (phase, _) = Self::enter_round(who, round, check)?;
		ensure!(phase == Phase::Report, ReportFault::TooEarly);
		ensure!(!Reports::<T>::contains_key(who), ReportFault::AlreadyReported);
		let commitment = Commitments::<T>::get(who).ok_or(ReportFault::NotCommitted)?;
		check_values(&Metrics::<T>::get(), values)?;
		ensure!(
			commitment == report_commitment(who, round, values, salt),
			ReportFault::CommitmentMismatch
		);
		Ok(())
	}

	/// The phase that `round` is in for a submission of `who`, and whether it is yet to open.
	fn enter_round(
		who: &T::AccountId,
		round: u32,
		check: Check,
	) -> Result<(Phase, bool), ReportFault> {
		let reporter = Reporters::<T>::get(who).ok_or(ReportFault::NotReporter)?;
		ensure!(reporter.is_active(), ReportFault::NotActive);
		let open = CurrentRound::<T>::get().ok_or(ReportFault::TooEarly)?;
		// The next block may close the round or turn to reports before it looks at any submission.
		let (expected, phase) = match check {
			Check::InBlock => (open.number(), open.phase()),
			Check::InPool => open.of_next_block(T::Time::now()),
		};
		ensure!(round <= expected, ReportFault::TooEarly);
		ensure!(round >= expected, ReportFault::TooLate);
		Ok((phase, expected != open.number()))
	}

	pub(crate) fn do_commit(
		who: T::AccountId,
		round: u32,
		commitment: Commitment,
	) -> DispatchResult {
		Self::check_commit(&who, round, Check::InBlock).map_err(Error::<T>::from)?;
		Commitments::<T>::insert(&who, commitment);
		Self::deposit_event(Event::Committed { who, round });
		Ok(())
	}

	pub(crate) fn do_report(
		who: T::AccountId,
		round: u32,
		values: ReportValues,
		salt: CommitmentSalt,
	) -> DispatchResult {
		Self::check_report(&who, round, &values, &salt, Check::InBlock)
			.map_err(Error::<T>::from)?;
		Reports::<T>::insert(&who, values);
		Self::deposit_event(Event::Reported { who, round });
		Ok(())
	}

	/// Removes what `who` has submitted to the open round.
	pub(crate) fn discard_submissions(who: &T::AccountId) {
		Commitments::<T>::remove(who);
		Reports::<T>::remove(who);
	}
}
