// SPDX-License-Identifier: Apache-2.0

//! Runtime APIs: the public read contract of the chain. Storage may change behind them.

use crate::{
	time::{Millis, Moment},
	Balance, BurnCause, CategoryId, GrantId, KpiState, MetricId, MintCause, Range, Recipient,
	Schedule, Step,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;
use sp_runtime::{Perbill, Perquintill};

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
#[frame_support::stored]
#[derive(Copy)]
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

/// One future year under an assumed KPI attainment.
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

/// What the ceiling of the emission allows. In planck; a day has a 360th of a year of economic time.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct CeilingReport {
	/// How many days the emission has had before the present one.
	pub day: u32,
	/// What the day has minted.
	pub day_minted: Balance,
	/// The most it may mint.
	pub day_budget: Balance,
	/// What the year has minted that ends now; of a younger emission, all.
	pub year_minted: Balance,
	/// The most it may: the annual cap of the issuance at its start.
	pub year_ceiling: Balance,
}

/// How far the KPI stream of a metric has come.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct TrackStanding {
	/// Which metric.
	pub metric: MetricId,
	/// The value that earns the full stream now, in the metric's unit.
	pub baseline: u64,
	/// What the metric achieved since the track began, capped by the baseline, in unit · milliseconds.
	pub cumulated: u128,
	/// What a counter has counted and has not earned yet, in unit · milliseconds.
	pub waiting: u128,
	/// How far it is behind a metric that is always on its baseline, in milliseconds.
	pub lag: Millis,
	/// Planck released under the present parameters.
	pub released: Balance,
	/// Planck released and not minted.
	pub due: Balance,
	/// Planck not released.
	pub unreleased: Balance,
}

/// A change of parameters that was announced and waits.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct ChangeReport<Parameter> {
	/// Names the change in events and for cancelling it.
	pub id: u32,
	/// It takes effect in the first block that knows this time or a later one, in milliseconds since the Unix
	/// epoch.
	pub due: Moment,
	/// The values that take effect together, in this order.
	pub parameters: Vec<Parameter>,
}

/// How long a change of parameters waits, in milliseconds.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct NoticeReport {
	/// One that is announced now.
	pub notice: Millis,
	/// The shortest that this may ever be.
	pub shortest: Millis,
	/// What it was when the chain began. To shorten the notice takes as long at least.
	pub first: Millis,
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
	/// When it began, in milliseconds since the Unix epoch. Takes commitments first.
	pub started_at: Moment,
	/// When commitments end and reports begin, in milliseconds since the Unix epoch: with the first
	/// block whose parent's time is at or past it.
	pub reports_from: Moment,
	/// When it closes, in milliseconds since the Unix epoch: with the first block whose parent's time
	/// is at or past it.
	pub ends_at: Moment,
	/// How many reporters have a bond, suspended ones included.
	pub bonded: u32,
	/// How many of them may report.
	pub reporters: u32,
	/// How many have committed to a report in it.
	pub committed: u32,
	/// How many have reported in it.
	pub reported: u32,
	/// How many it takes.
	pub quorum: u32,
}

/// What reporters put at stake, and what a majority of them could gain until a halt.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct CoverReport {
	/// The least bond of an active reporter, in planck.
	pub bond: Balance,
	/// What it has to be so that corruption does not pay, in planck, rounded up.
	pub required: Balance,
	/// The fewest reporters that decide a value.
	pub majority: u32,
	/// What they could gain with all reported metrics, in planck, rounded up.
	pub gain: Balance,
}

/// One round of one metric.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct HistoryEntry {
	/// Which round.
	pub round: u32,
	/// When it ended, in milliseconds since the Unix epoch.
	pub ended_at: Moment,
	/// The value that it brought; `None` where it brought none.
	pub value: Option<u64>,
	/// How many reporters agreed on the value.
	pub agreeing: u32,
	/// The state at the close of the round.
	pub state: KpiState,
}

/// The settings of the KPI oracle.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct SettingsReport {
	/// How long a round lasts, in milliseconds.
	pub round_length: Millis,
	/// The age up to which a value earns, in milliseconds.
	pub max_age: Millis,
	/// The fewest reports that make a quorum.
	pub min_quorum: u64,
	/// How many rounds with a value in a row let a stale metric earn again.
	pub recovery_rounds: u64,
	/// What a reporter puts on hold, in planck.
	pub bond: Balance,
	/// How long active reporters have to top up a bond that was raised, in milliseconds.
	pub top_up_period: Millis,
	/// How long the guardian may take to halt a metric, in milliseconds.
	pub time_to_halt: Millis,
	/// How many rounds after the one it came in a metric may be left out of a report.
	pub metric_grace: u64,
	/// How many rounds in a row of leaving the same metric out make a strike.
	pub omission_limit: u64,
	/// How many strikes suspend a reporter.
	pub strike_limit: u64,
	/// How many honest rounds in a row take one strike away.
	pub strike_decay: u64,
	/// The part of the bond that a suspended reporter loses, in parts per billion, rounded up.
	pub strike_slash: Perbill,
	/// How many rounds a suspension lasts.
	pub suspension_rounds: u64,
	/// How long the bond of a reporter who left stays on hold, in milliseconds.
	pub unbonding_period: Millis,
}

/// A category of the maximum supply. All amounts in planck.
///
/// `granted − released − returned − burned = outstanding`, always.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct CategoryReport {
	/// Which category.
	pub category: CategoryId,
	/// Its name, in UTF-8.
	pub name: Vec<u8>,
	/// Its share of the maximum supply.
	pub share: Perquintill,
	/// `share` of the maximum supply, rounded down.
	pub cap: Balance,
	/// Everything that was ever granted from it.
	pub granted: Balance,
	/// What of it was paid to the beneficiaries.
	pub released: Balance,
	/// What of it came back by revocation, and may be granted again.
	pub returned: Balance,
	/// What of it was burned for leaving early.
	pub burned: Balance,
	/// What of it is on hold now.
	pub outstanding: Balance,
	/// What can be granted now: what is left below the cap, and is in the pot.
	pub available: Balance,
	/// What others have paid into the pot beyond that. It can be spent, and counts against no cap.
	pub surplus: Balance,
	/// What the pot of the category holds.
	pub pot: Balance,
	/// Whether the guardian stopped it.
	pub paused: bool,
}

/// A grant as of now. All amounts in planck.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct GrantReport {
	/// Which grant.
	pub grant: GrantId,
	/// The category it is from.
	pub category: CategoryId,
	/// By when which part of it unlocks.
	pub schedule: Schedule,
	/// Its amount.
	pub amount: Balance,
	/// What of it was paid.
	pub released: Balance,
	/// What of it can be released now. Nothing where the category is paused.
	pub releasable: Balance,
	/// When more of it unlocks, and how much; `None` if all of it has.
	pub next_unlock: Option<(Moment, Balance)>,
	/// When all of it has unlocked, in milliseconds since the Unix epoch.
	pub ends_at: Moment,
}

/// The earned rewards of an account that unlock over time. All amounts in planck.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug, Default)]
pub struct RewardReport {
	/// What is on hold.
	pub held: Balance,
	/// What of it has vested and can be claimed now.
	pub claimable: Balance,
	/// What of it has not vested, and can still be slashed.
	pub unvested: Balance,
}

/// Whom an account has named its successor.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct SuccessionReport<AccountId> {
	/// Who takes over.
	pub successor: AccountId,
	/// From when on it may, and when it may not any more, in milliseconds since the Unix epoch; `None`
	/// where nothing is announced.
	pub window: Option<(Moment, Moment)>,
}

/// A part of the unlock calendar of a category.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct CalendarPage<AccountId> {
	/// For each month, in order: when it starts in UTC, in milliseconds since the Unix epoch, and
	/// the planck that unlock from then to the start of the next.
	pub months: Vec<(Moment, Balance)>,
	/// The beneficiary to go on after; `None` if this page is the last. Add the pages up.
	pub next: Option<AccountId>,
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
		/// What the ceiling allows today, and where the trailing year stands.
		fn ceiling() -> CeilingReport;
		/// How far the KPI stream of each metric has come.
		fn tracks() -> Vec<TrackStanding>;
		/// The next `years` years (at most 20), if every metric reaches `attainment` of
		/// its baseline, in parts of 10¹⁸ and at most the whole, and nothing is burned.
		fn projection(years: u32, attainment: u64) -> Vec<YearProjection>;
	}

	/// Reads what governance can change, and what waits.
	pub trait ParametersApi<Parameter>
	where
		Parameter: codec::Codec,
	{
		/// The value in force of every parameter.
		fn parameters() -> Vec<Parameter>;
		/// The changes that wait, in the order of their announcement.
		fn pending_changes() -> Vec<ChangeReport<Parameter>>;
		/// How long a change waits.
		fn notice() -> NoticeReport;
		/// What the error `OutOfRange` counts: the range of everything in a parameter that has one.
		fn ranges() -> Vec<Range>;
		/// What the error `StepTooLarge` counts: how far one change may move each of those.
		fn steps() -> Vec<Step>;
	}

	/// Reads the KPI oracle.
	pub trait KpiOracleApi {
		/// Every metric with its latest value and state.
		fn metrics() -> Vec<MetricReport>;
		/// The current round.
		fn round() -> RoundReport;
		/// The last rounds of a metric, oldest first.
		fn history(metric: MetricId) -> Vec<HistoryEntry>;
		/// The settings in force.
		fn settings() -> SettingsReport;
		/// Whether the bonds cover what a majority of reporters could gain, after `idle` milliseconds in
		/// which no metric achieves anything; zero for now.
		fn cover(idle: Millis) -> CoverReport;
		/// What the error `OutOfRange` counts: the range of all that calls are given and that has one.
		fn ranges() -> Vec<Range>;
	}

	/// Reads grants, categories and rewards that unlock over time.
	pub trait AllocationApi<AccountId>
	where
		AccountId: codec::Codec,
	{
		/// Every category of the maximum supply.
		fn categories() -> Vec<CategoryReport>;
		/// The grants of `who`, with what can be released now and what unlocks next.
		fn grants(who: AccountId) -> Vec<GrantReport>;
		/// What `who` can have released now of all grants, in planck.
		fn releasable(who: AccountId) -> Balance;
		/// When more of the grants of `who` unlocks, and how much; `None` if nothing is left.
		fn next_unlock(who: AccountId) -> Option<(Moment, Balance)>;
		/// The earned rewards of `who` that unlock over time.
		fn rewards(who: AccountId) -> RewardReport;
		/// Who has the `grant`; `None` where it has ended, or never was.
		fn beneficiary(grant: GrantId) -> Option<AccountId>;
		/// Whom `who` has named its successor, and from when until when that one may take over.
		fn succession(who: AccountId) -> Option<SuccessionReport<AccountId>>;
		/// What unlocks of `category` in each of `months` calendar months (at most 120) from the
		/// one of `from` on, of at most `limit` beneficiaries (at most 1,000) after `after`.
		fn unlock_calendar(
			category: CategoryId,
			from: Moment,
			months: u32,
			after: Option<AccountId>,
			limit: u32,
		) -> CalendarPage<AccountId>;
		/// What the categories keep from circulation, in planck: pots of what exists since genesis,
		/// grants and rewards on hold.
		fn not_circulating() -> Balance;
		/// What the error `OutOfRange` counts: the range of all that calls are given and that has one.
		fn ranges() -> Vec<Range>;
	}
}
