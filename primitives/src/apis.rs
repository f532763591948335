// SPDX-License-Identifier: Apache-2.0

//! Runtime APIs: the public read contract of the chain. Storage may change behind them.

use crate::{
	time::{Millis, Moment},
	Balance, BurnCause, KpiState, MetricId, MintCause, Recipient,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Perquintill;

/// What the network emits at this moment, as if the present pace lasted for a year.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct EmissionRates {
	/// Planck a year of the fixed stream.
	pub fixed: Balance,
	/// Planck a year of each metric's KPI stream at its present reading.
	pub kpi: Vec<(MetricId, Balance)>,
	/// Planck a year of all streams together.
	pub gross: Balance,
	/// Planck a year burned, measured over the trailing window of [`Self::burn_window`].
	pub burn: Balance,
	/// The span over which `burn` was measured, in milliseconds; shorter on a young chain.
	pub burn_window: Millis,
	/// `gross − burn` in planck a year: negative where more is burned than emitted.
	pub net: i128,
	/// `gross` as a part of the total issuance.
	pub gross_rate: Perquintill,
}

/// Where the total issuance came from and what it may still become. All amounts in planck.
///
/// `genesis + Σ minted − Σ burned = total_issuance`, always.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct SupplyReport {
	/// The issuance that the chain started with.
	pub genesis: Balance,
	/// Everything minted since, by cause.
	pub minted: Vec<(MintCause, Balance)>,
	/// Everything burned since, by cause.
	pub burned: Vec<(BurnCause, Balance)>,
	/// The total issuance now.
	pub total_issuance: Balance,
	/// The total issuance less what is locked away from circulation.
	pub circulating: Balance,
	/// Earned by the schedules but not minted yet: withheld by a ceiling, or rounding dust.
	pub carried: Balance,
	/// What the reservoirs can still emit, `carried` included.
	pub remaining: Balance,
	/// Emitted for a recipient that could not take it, waiting in the pallet's pot.
	pub liabilities: Vec<(Recipient, Balance)>,
}

/// Whether the emission runs.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub enum EmissionPhase {
	/// Not started yet.
	#[codec(index = 0)]
	Idle,
	/// Each block emits.
	#[codec(index = 1)]
	Running,
	/// Stopped by the guardian; economic time stands still.
	#[codec(index = 2)]
	Paused,
}

/// One future emission year under an assumed KPI attainment.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct YearProjection {
	/// Years from now, starting with one.
	pub year: u32,
	/// Issuance at the start of that year, in planck.
	pub issuance_at_start: Balance,
	/// Planck the fixed stream emits in that year.
	pub fixed: Balance,
	/// Planck the KPI streams emit in that year.
	pub kpi: Balance,
	/// `fixed + kpi` over the issuance at the start of the year, rounded down.
	pub rate: Perquintill,
}

/// What is known of one metric.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct MetricReport {
	/// Which metric.
	pub metric: MetricId,
	/// Its name, in UTF-8.
	pub name: Vec<u8>,
	/// Its unit, in UTF-8.
	pub unit: Vec<u8>,
	/// The last accepted value; `None` if there never was one.
	pub value: Option<u64>,
	/// How far it can be trusted.
	pub state: KpiState,
	/// Milliseconds since the value was accepted; zero where there is none.
	pub age: Millis,
	/// How many reporters agreed on it.
	pub agreeing: u32,
}

/// The current round of reports.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct RoundReport {
	/// Its number.
	pub round: u32,
	/// When it began.
	pub started_at: Moment,
	/// When it closes, at the first block from then on.
	pub ends_at: Moment,
	/// How many reporters may report.
	pub reporters: u32,
	/// How many have reported in it.
	pub reported: u32,
	/// How many it takes.
	pub quorum: u32,
}

sp_api::decl_runtime_apis! {
	/// Reads the emission and the supply ledger.
	pub trait EmissionApi {
		/// Whether the emission runs.
		fn phase() -> EmissionPhase;
		/// What is emitted and burned at this moment.
		fn rates() -> EmissionRates;
		/// Where the total issuance came from.
		fn supply() -> SupplyReport;
		/// The next `years` emission years (at most 50), if every metric reaches `attainment` of
		/// its baseline and nothing is burned.
		fn projection(years: u32, attainment: Perquintill) -> Vec<YearProjection>;
	}

	/// Reads the KPI oracle.
	pub trait KpiOracleApi {
		/// Every metric with its latest value and state.
		fn metrics() -> Vec<MetricReport>;
		/// The current round.
		fn round() -> RoundReport;
	}
}
