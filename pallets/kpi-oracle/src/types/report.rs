// SPDX-License-Identifier: Apache-2.0

//! What makes a report acceptable.

use super::{Metric, MetricKind, ReportedMetric};
use destra_primitives::{MaxMetrics, MetricId};
use frame_support::BoundedVec;
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};

/// The values of one report, in ascending order of their metrics.
pub type ReportValues = BoundedVec<(MetricId, u64), MaxMetrics>;

/// Why a commitment or a report is refused.
///
/// The transaction extension refuses it with `InvalidTransaction::Custom(code)`, a nested call with
/// the error of the same name.
///
/// | code | fault | what a reporter does about it |
/// |---|---|---|
/// | 100 | `NotReporter` | ask governance for admission |
/// | 101 | `NotActive` | bond, or wait for the end of the suspension |
/// | 102 | `TooEarly` | wait until the round opens, with a report until its second half |
/// | 103 | `TooLate` | take part in the open round, commit in its first half |
/// | 104 | `AlreadyReported` | nothing: the first report counts |
/// | 105 | `EmptyReport` | report at least one metric |
/// | 106 | `Unsorted` | sort the values by metric |
/// | 107 | `Duplicate` | name each metric once |
/// | 108 | `UnknownMetric` | read the table of metrics again |
/// | 109 | `NotReported` | leave out metrics that the chain measures itself |
/// | 110 | `OutOfBounds` | check the source: the value cannot be |
/// | 111 | `AlreadyCommitted` | nothing: the first commitment counts |
/// | 112 | `NotCommitted` | commit in the first half of the next round |
/// | 113 | `CommitmentMismatch` | reveal the values and the salt that were committed to |
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum ReportFault {
	/// The sender is no reporter.
	NotReporter = 100,
	/// The reporter has no bond yet, or is suspended.
	NotActive = 101,
	/// The round has not opened yet, or its time for reports has not come.
	TooEarly = 102,
	/// The round has closed, or its time for commitments is over.
	TooLate = 103,
	/// The reporter has already reported in this round.
	AlreadyReported = 104,
	/// The report has no value.
	EmptyReport = 105,
	/// The values are not in ascending order of their metrics.
	Unsorted = 106,
	/// A metric is named twice.
	Duplicate = 107,
	/// There is no such metric.
	UnknownMetric = 108,
	/// The metric is measured on chain.
	NotReported = 109,
	/// The value lies outside the bounds of its metric.
	OutOfBounds = 110,
	/// The reporter has already committed to a report in this round.
	AlreadyCommitted = 111,
	/// The reporter has not committed to a report in this round.
	NotCommitted = 112,
	/// The report is not the one that the reporter has committed to.
	CommitmentMismatch = 113,
}

impl ReportFault {
	/// The code of the refused transaction.
	pub const fn code(self) -> u8 {
		self as u8
	}
}

impl From<ReportFault> for TransactionValidityError {
	fn from(fault: ReportFault) -> Self {
		InvalidTransaction::Custom(fault.code()).into()
	}
}

/// Checks `values` against the table of `metrics`.
pub fn check_values(metrics: &[Metric], values: &[(MetricId, u64)]) -> Result<(), ReportFault> {
	if values.is_empty() {
		return Err(ReportFault::EmptyReport);
	}
	let mut before = None;
	for (id, value) in values {
		match before {
			Some(before) if before == *id => return Err(ReportFault::Duplicate),
			Some(before) if before > *id => return Err(ReportFault::Unsorted),
			_ => before = Some(*id),
		}
		let metric = metrics.iter().find(|metric| metric.id == *id);
		match metric.map(|metric| metric.kind) {
			None => return Err(ReportFault::UnknownMetric),
			Some(MetricKind::Metered(_)) => return Err(ReportFault::NotReported),
			Some(MetricKind::Reported(ReportedMetric { bounds, .. }))
				if !bounds.contain(*value) =>
			{
				return Err(ReportFault::OutOfBounds)
			}
			Some(MetricKind::Reported(_)) => {}
		}
	}
	Ok(())
}
