// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores, as small machines with private fields. Nothing here knows a runtime.

mod gauge;
mod metric;
mod report;
mod reporter;
mod round;
mod settings;
mod tally;

pub use gauge::{Gauge, Panel, Reading};
pub use metric::{
	Bounds, InvalidMetric, MaxStep, MeteredMetric, Metric, MetricKind, MetricTable, ReportedMetric,
	SomeUnits, Tolerance, Units,
};
pub use report::{check_values, ReportFault, ReportValues};
pub use reporter::{BondTerm, Conduct, Omission, Reporter, Standing, Unbonding};
pub use round::{Clock, MetricRecord, Phase, Round, RoundRecord, Succession};
pub use settings::{Bond, InvalidSettings, MinQuorum, Setting, Settings};
pub use tally::{conduct, majority, median, quorum, value_of, Electorate, Outcome, Tally};

use destra_primitives::Label;

/// What a metric is called.
pub type Name = Label<32>;

/// What a metric counts in.
pub type Unit = Label<16>;

/// As a bounded number of things that are counted in `u32`.
pub(crate) fn count(things: usize) -> u32 {
	u32::try_from(things).unwrap_or(u32::MAX)
}
