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

mod api;
#[cfg(feature = "runtime-benchmarks")]
#[allow(
	clippy::arithmetic_side_effects,
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::panic
)]
mod benchmarking;
mod extension;
mod judgement;
mod logic;
#[cfg(test)]
mod mock;
mod parameters;
mod ranges;
mod reporters;
mod submissions;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
pub mod types;
pub mod weights;

pub use api::ReporterStatus;
pub use extension::CheckReport;
pub use pallet::*;
pub use parameters::Parameter;
pub use types::{
	Bond, Bounds, Conduct, MaxStep, MeteredMetric, Metric, MetricKind, Name, Phase, ReportFault,
	ReportValues, ReportedMetric, Reporter, RoundRecord, Setting, Settings, Standing, Tolerance,
	Unbonding, Unit,
};
pub use weights::WeightInfo;

use frame_support::traits::fungible::Credit;

/// The most reporters there can be.
pub const MAX_REPORTERS: u32 = 64;

/// The account of a runtime.
pub type AccountIdOf<T> = <T as frame_system::Config>::AccountId;

/// Tokens taken from a bond, on their way to [`Config::OnSlash`].
pub type CreditOf<T> = Credit<AccountIdOf<T>, <T as Config>::Currency>;

#[frame_support::pallet]
// The macros of FRAME expand to `expect`.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;
	use crate::types::{BondTerm, Clock, MetricTable, Panel, Round};
	use alloc::vec::Vec;
	use destra_primitives::{
		apis::{HistoryEntry, MetricReport, RoundReport},
		time::{Millis, Moment},
		Balance, BondCover, Commitment, CommitmentSalt, KpiMeter, KpiState, MetricId, Range,
		Unchecked,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, OnUnbalanced, Time},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{Perbill, SaturatedConversion};

	/// Version of the storage layout.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Weights of the calls, of parameters, the hook and the transaction extension.
		type WeightInfo: WeightInfo;

		/// The token of the bonds and rewards.
		type Currency: fungible::Mutate<Self::AccountId>
			+ fungible::hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ fungible::hold::Balanced<Self::AccountId, Balance = Balance>;

		/// The hold reason of the runtime.
		type RuntimeHoldReason: From<HoldReason>;

		/// Wall-clock time, in milliseconds since the Unix epoch. Zero means that the clock has
		/// not been set yet.
		type Time: Time<Moment = Moment>;

		/// How long it takes from one block to the next where none is missing, in milliseconds. Half of a
		/// round with fewer than half as many blocks as fit into it strikes nobody.
		#[pallet::constant]
		type BlockTime: Get<Millis>;

		/// The counters behind metered metrics.
		type Meters: KpiMeter;

		/// Who admits, removes and slashes reporters, and resumes metrics.
		type GovernOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who halts metrics.
		type GuardianOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Says at the close of each round whether a majority of reporters could gain more than it puts at
		/// stake: time alone may make it so. While it could, reported metrics earn nothing.
		type Cover: BondCover;

		/// Where slashed bonds go.
		type OnSlash: OnUnbalanced<CreditOf<Self>>;

		/// How many rounds of history are kept.
		#[pallet::constant]
		type HistoryLength: Get<u32>;

		/// Names the pot that rewards are paid from.
		#[pallet::constant]
		type PalletId: Get<PalletId>;
	}

	/// What the pallet holds tokens for.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The bond of a reporter, until the unbonding period is over.
		#[codec(index = 0)]
		ReporterBond,
	}

	/// The settings in force.
	#[pallet::storage]
	pub type CurrentSettings<T> = StorageValue<_, Settings, ValueQuery>;

	/// The least bond with which one may report, which follows that of the settings.
	#[pallet::storage]
	pub type LeastBond<T> = StorageValue<_, BondTerm, ValueQuery>;

	/// The open round; `None` until the clock is set.
	#[pallet::storage]
	pub type CurrentRound<T> = StorageValue<_, Round, OptionQuery>;

	/// The metrics, in ascending order of their ids.
	#[pallet::storage]
	pub type Metrics<T> = StorageValue<_, MetricTable, ValueQuery>;

	/// The highest id a metric ever had: a new one is above it, so that no id is used twice.
	#[pallet::storage]
	pub type LastMetricId<T> = StorageValue<_, MetricId, OptionQuery>;

	/// The state of all metrics, in one value: it is read in every block.
	#[pallet::storage]
	pub type Gauges<T> = StorageValue<_, Panel, ValueQuery>;

	/// The reporters, at most [`MAX_REPORTERS`].
	#[pallet::storage]
	pub type Reporters<T: Config> =
		CountedStorageMap<_, Twox64Concat, T::AccountId, Reporter, OptionQuery>;

	/// The commitments of the open round, removed at its close.
	#[pallet::storage]
	pub type Commitments<T: Config> =
		StorageMap<_, Twox64Concat, T::AccountId, Commitment, OptionQuery>;

	/// The reports of the open round, drained at its close.
	#[pallet::storage]
	pub type Reports<T: Config> =
		StorageMap<_, Twox64Concat, T::AccountId, ReportValues, OptionQuery>;

	/// The bonds of reporters who left.
	#[pallet::storage]
	pub type Unbondings<T: Config> =
		StorageMap<_, Twox64Concat, T::AccountId, Unbonding, OptionQuery>;

	/// Rewards earned and not claimed, in planck.
	#[pallet::storage]
	pub type Rewards<T: Config> = StorageMap<_, Twox64Concat, T::AccountId, Balance, ValueQuery>;

	/// The sum of [`Rewards`], in planck.
	#[pallet::storage]
	pub type TotalOwed<T> = StorageValue<_, Balance, ValueQuery>;

	/// The last rounds; round `n` is at `n mod HistoryLength`.
	#[pallet::storage]
	pub type History<T> = StorageMap<_, Twox64Concat, u32, RoundRecord, OptionQuery>;

	/// The oracle at genesis. A chain spec that is wrong stops the build with the reason.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The settings.
		pub settings: Settings,
		/// The metrics, in ascending order of their ids.
		pub metrics: Vec<Metric>,
		/// Reporters, admitted and bonded from their genesis balance.
		pub reporters: Vec<T::AccountId>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::build_genesis(self);
		}
	}

	// Amounts in planck, times in milliseconds since the Unix epoch.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A reporter committed to a report.
		Committed { who: T::AccountId, round: u32 },
		/// A report came in.
		Reported { who: T::AccountId, round: u32 },
		/// A round closed with `reports` reports where it took `quorum`, after `missed` whole
		/// rounds had gone by. The next one takes commitments until `next_reports_from`, then reports
		/// until `next_ends_at`.
		RoundClosed {
			round: u32,
			reports: u32,
			quorum: u32,
			missed: u32,
			next_reports_from: Moment,
			next_ends_at: Moment,
		},
		/// A metric has a new value. `agreeing` reporters agree; zero if it was measured on chain.
		ValueAccepted { metric: MetricId, round: u32, value: u64, agreeing: u32 },
		/// The `median` of the reports jumped or left the bounds, and `accepted` was taken instead.
		StepClamped { metric: MetricId, median: u64, accepted: u64 },
		/// A metric earns more, less or nothing from now on.
		MetricStateChanged { metric: MetricId, from: KpiState, to: KpiState },
		/// A reporter was silent, wrong or incomplete and has `strikes` strikes now.
		ReporterStruck { who: T::AccountId, conduct: Conduct, strikes: u32 },
		/// A reporter has too many strikes, or with zero `rounds` too small a bond, and is suspended
		/// for `rounds` rounds or more.
		ReporterSuspended { who: T::AccountId, rounds: u32 },
		/// A bond lost `amount`.
		BondSlashed { who: T::AccountId, amount: Balance },
		/// What an account had earned and not claimed lost `amount`.
		RewardSlashed { who: T::AccountId, amount: Balance },
		/// A reporter was admitted.
		ReporterAdmitted { who: T::AccountId },
		/// A reporter put `amount` more on hold.
		Bonded { who: T::AccountId, amount: Balance },
		/// A reporter may report, for the first time or again.
		ReporterActivated { who: T::AccountId },
		/// A reporter left or was removed. Its `bond` stays on hold at least until `until`.
		ReporterLeft { who: T::AccountId, bond: Balance, until: Moment },
		/// The bond of a reporter who left is free again.
		BondWithdrawn { who: T::AccountId, amount: Balance },
		/// Each of the honest `reporters` of a round is owed `each` more.
		RewardsAllotted { reporters: u32, each: Balance },
		/// A reward was paid.
		RewardClaimed { who: T::AccountId, amount: Balance },
		/// The guardian stopped a metric, or all of them with `None`.
		Halted { metric: Option<MetricId> },
		/// The halt of a metric was lifted, or the common one with `None`.
		Resumed { metric: Option<MetricId> },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is no reporter.
		NotReporter,
		/// The reporter has no bond yet, or is suspended.
		NotActive,
		/// The round has not opened yet, or its time for reports has not come.
		TooEarly,
		/// The round has closed, or its time for commitments is over.
		TooLate,
		/// The reporter has already reported in this round.
		AlreadyReported,
		/// The report has no value.
		EmptyReport,
		/// The values are not in ascending order of their metrics.
		UnsortedReport,
		/// The report names a metric twice.
		DuplicateMetric,
		/// There is no such metric.
		UnknownMetric,
		/// The metric is measured on chain, nobody reports it.
		NotReported,
		/// The value lies outside the bounds of its metric.
		OutOfBounds,
		/// The reporter has already committed to a report in this round.
		AlreadyCommitted,
		/// The reporter has not committed to a report in this round.
		NotCommitted,
		/// The report is not the one that the reporter has committed to.
		CommitmentMismatch,
		/// The account is a reporter already.
		AlreadyReporter,
		/// There are as many reporters as there can be.
		TooManyReporters,
		/// The bond is complete, there is nothing to add.
		BondComplete,
		/// The reporter has committed to a report in the open round and may leave when that has closed.
		ReportPending,
		/// The account has no bond to withdraw.
		NothingUnbonding,
		/// The unbonding period is not over.
		StillUnbonding,
		/// The account is owed no reward.
		NothingOwed,
		/// The reward is below the existential deposit and the account is empty. It stays owed.
		RewardBelowExistentialDeposit,
		/// There are as many metrics as there can be.
		TooManyMetrics,
		/// The id is not above that of every metric there ever was.
		MetricIdUsed,
		/// A metric cannot change between reported and metered.
		SourceChanged,
		/// The smallest permitted value of the metric lies above the largest.
		EmptyBounds,
		/// The maximum age is shorter than two rounds: a value would be too old before the one that
		/// replaces it comes.
		MaxAgeBelowTwoRounds,
		/// The unbonding period is shorter than the time to halt: whoever lied could be gone before.
		UnbondingBelowHalt,
		/// A number lies outside its range. The ranges are listed by the view function `ranges`; this is the
		/// number there, from zero, of the one in question.
		OutOfRange(u8),
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Begins to take reports at the first block after half of the round, and closes the round at
		/// the first block after its end. The time is that of the parent block: this block's own is
		/// not known yet.
		fn on_initialize(n: BlockNumberFor<T>) -> Weight {
			let now = T::Time::now();
			let clock = Clock { now, block: n.saturated_into(), block_time: T::BlockTime::get() };
			let done = match CurrentRound::<T>::get() {
				Some(round) if round.is_due(now) => Self::close_round(round, &clock),
				Some(round) if round.is_halfway(now) => Self::begin_reports(round, &clock),
				None if now > 0 => Self::open_first_round(&clock),
				_ => Weight::zero(),
			};
			T::WeightInfo::on_initialize_idle().saturating_add(done)
		}

		fn integrity_test() {
			assert!(T::HistoryLength::get() > 0, "HistoryLength is zero");
			assert!(T::BlockTime::get() > 0, "BlockTime is zero");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_n: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Every metric with its latest value and state.
		pub fn metrics() -> Vec<MetricReport> {
			Self::report_metrics()
		}

		/// The definition of every metric: name, unit, bounds, tolerance, step, period.
		pub fn definitions() -> Vec<Metric> {
			Metrics::<T>::get().into_inner()
		}

		/// The open round; number zero if none has opened yet.
		pub fn round() -> RoundReport {
			Self::report_round()
		}

		/// What is known of a reporter, present or past.
		pub fn reporter(who: T::AccountId) -> ReporterStatus {
			Self::report_reporter(&who)
		}

		/// Every reporter.
		pub fn reporters() -> Vec<(T::AccountId, Reporter)> {
			Reporters::<T>::iter().collect()
		}

		/// The last rounds of a metric, oldest first.
		pub fn history(metric: MetricId) -> Vec<HistoryEntry> {
			Self::report_history(metric)
		}

		/// The settings in force.
		pub fn settings() -> Settings {
			CurrentSettings::<T>::get()
		}

		/// What [`Error::OutOfRange`] counts: the range of all that calls are given and that has one.
		pub fn ranges() -> Vec<Range> {
			Self::report_ranges()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Commits the sender to a report for `round` that nobody sees yet.
		///
		/// Free of charge: [`CheckReport`] throws out a commitment that this call would refuse before
		/// it takes block space. Nested in another call it pays like any other.
		///
		/// Origin: signed by an active reporter, in the first half of the round. `commitment`: what
		/// [`report_commitment`](destra_primitives::report_commitment) makes of the report and a salt.
		/// One per round; the first one counts, and who does not reveal it is silent.
		///
		/// Errors: [`Error::NotReporter`], [`Error::NotActive`], [`Error::TooEarly`],
		/// [`Error::TooLate`], [`Error::AlreadyCommitted`]. Event: [`Event::Committed`].
		#[pallet::call_index(14)]
		// Of the normal class, because the operational one would let anybody nest them in a batch and
		// so reach the block space kept for emergencies. The extension gives priority.
		#[pallet::weight((T::WeightInfo::commit(), DispatchClass::Normal, Pays::No))]
		pub fn commit(origin: OriginFor<T>, round: u32, commitment: Commitment) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_commit(who, round, commitment)
		}

		/// Reports the `values` that the sender has committed to for `round`.
		///
		/// Free of charge, as a commitment is.
		///
		/// Origin: signed by an active reporter, in the second half of the round. `values`: metric and
		/// value in the metric's unit, in ascending order of the metrics, each metric at most once.
		/// `salt`: what the commitment was made with. A metric left out costs the share in the round's
		/// reward.
		///
		/// Errors: those of [`ReportFault`] but [`Error::AlreadyCommitted`]. Event:
		/// [`Event::Reported`].
		#[pallet::call_index(0)]
		#[pallet::weight((
			T::WeightInfo::report(values.len() as u32), DispatchClass::Normal, Pays::No
		))]
		pub fn report(
			origin: OriginFor<T>,
			round: u32,
			values: ReportValues,
			salt: CommitmentSalt,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_report(who, round, values, salt)
		}

		/// Puts on hold what is missing from the sender's bond.
		///
		/// With a complete bond an admitted reporter becomes active, a suspended one as soon as
		/// the suspension is over. Both may report at once and have to from the next round on.
		///
		/// Origin: signed by a reporter. Errors: [`Error::NotReporter`], [`Error::BondComplete`],
		/// and those of the token if the free balance does not suffice. Events:
		/// [`Event::Bonded`], [`Event::ReporterActivated`].
		#[pallet::call_index(1)]
		pub fn bond(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_bond(who)
		}

		/// Leaves. The bond stays on hold, and can be slashed, for the unbonding period.
		///
		/// Origin: signed by a reporter. Errors: [`Error::NotReporter`],
		/// [`Error::ReportPending`]. Event: [`Event::ReporterLeft`].
		#[pallet::call_index(2)]
		pub fn leave(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_leave(who)
		}

		/// Frees the bond of `who`, who left, after the unbonding period.
		///
		/// Origin: signed by anyone. Errors: [`Error::NothingUnbonding`],
		/// [`Error::StillUnbonding`]. Event: [`Event::BondWithdrawn`].
		#[pallet::call_index(3)]
		pub fn withdraw_bond(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_withdraw_bond(who)
		}

		/// Pays `who` what it is owed.
		///
		/// Origin: signed by anyone. Errors: [`Error::NothingOwed`],
		/// [`Error::RewardBelowExistentialDeposit`]. Event: [`Event::RewardClaimed`].
		#[pallet::call_index(4)]
		pub fn claim_reward(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_claim_reward(who)
		}

		/// Admits `who` as a reporter. It becomes active with its bond.
		///
		/// Origin: [`Config::GovernOrigin`]. Errors: [`Error::AlreadyReporter`],
		/// [`Error::TooManyReporters`]. Event: [`Event::ReporterAdmitted`].
		#[pallet::call_index(5)]
		pub fn admit_reporter(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_admit_reporter(who)
		}

		/// Removes `who` from the reporters, and what it submitted to the open round. The bond stays on
		/// hold, and can be slashed, for the unbonding period.
		///
		/// Origin: [`Config::GovernOrigin`]. Error: [`Error::NotReporter`]. Event:
		/// [`Event::ReporterLeft`].
		#[pallet::call_index(6)]
		pub fn remove_reporter(origin: OriginFor<T>, who: T::AccountId) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_remove_reporter(who)
		}

		/// Slashes the `part` of the bond of `who`, unbonding or not, and of the rewards it has not claimed,
		/// each rounded up: the answer to what a median cannot see, such as a majority in collusion. An
		/// active reporter whose bond is thereby less than one may report with loses its report of the open
		/// round and is suspended until `bond` completes it, however many are suspended already.
		///
		/// Origin: [`Config::GovernOrigin`]. Errors: [`Error::OutOfRange`], [`Error::NotReporter`] without a
		/// bond or a reward. Events: [`Event::BondSlashed`], [`Event::RewardSlashed`], [`Event::ReporterSuspended`].
		#[pallet::call_index(7)]
		pub fn slash_reporter(
			origin: OriginFor<T>,
			who: T::AccountId,
			part: Unchecked<Perbill>,
		) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_slash_reporter(who, Self::check("part", part)?)
		}

		/// Stops `metric`, or with `None` all of them, those to come included: no KPI emission.
		/// Reports and rounds go on below the halt.
		///
		/// Origin: [`Config::GuardianOrigin`]. Error: [`Error::UnknownMetric`]. Events:
		/// [`Event::Halted`], [`Event::MetricStateChanged`].
		#[pallet::call_index(11)]
		pub fn halt(origin: OriginFor<T>, metric: Option<MetricId>) -> DispatchResult {
			T::GuardianOrigin::ensure_origin(origin)?;
			Self::do_halt(metric)
		}

		/// Lifts the halt of `metric`, or with `None` the common one; a metric that was halted by
		/// name stays so.
		///
		/// Origin: [`Config::GovernOrigin`]. Error: [`Error::UnknownMetric`]. Events:
		/// [`Event::Resumed`], [`Event::MetricStateChanged`].
		#[pallet::call_index(12)]
		pub fn resume(origin: OriginFor<T>, metric: Option<MetricId>) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_resume(metric)
		}
	}
}
