// SPDX-License-Identifier: Apache-2.0

//! # Emission pallet
//!
//! Mints a capped reserve of tokens along two schedules, one that time alone releases and one that
//! the network's achievements release, divides what it mints among the recipients of a budget, and
//! keeps the ledger of everything minted and burned.
//!
//! ## Terminology
//!
//! - **Reservoir**: tokens that do not exist yet. A schedule *releases* them, a step *mints* them.
//! - **Stream**: a reservoir with its schedule. There is one *fixed* stream, and one *KPI* stream
//!   (a **track**) for each metric.
//! - **Step**: what happens once a block: time passes, the streams release, tokens are minted.
//! - **Economic time**: the milliseconds that counted since the emission started. A step counts at
//!   most [`Config::MaxElapsed`]; what is beyond is postponed, and so is a pause.
//! - **Signal**: what feeds a track: a level, or a counter of which each unit earns once.
//! - **Due**: released, but not minted yet: withheld by a limit, or rounding dust. It stays due
//!   until it is minted; nothing expires.
//! - **Lag**: how far a track is behind one that is always on its baseline.
//! - **Liability**: tokens of a recipient that could not take them, kept in the pallet's **pot**.
//! - **Day**: a 360th of a year of 365.25 days of economic time: 24 hours and 21 minutes.
//!
//! ## Mechanism
//!
//! With τ the economic time since a stream began, H its half-life and λ = ln 2 / H:
//!
//! - the fixed stream of reservoir F has released `F · (1 − e^(−λτ))`;
//! - a track of reservoir K, with a baseline b(t) = b₀ · 2^(t/D) and C = ∫ min(value, b(t)) dt, has
//!   released `K · (1 − (1 + ln 2 · C / (b₀ · D))^(−D/H))`, or `K · (1 − e^(−λ·C/b₀))` where the
//!   baseline does not grow. Meeting the baseline at all times gives the curve of the fixed stream;
//!   falling short postpones, exceeding it gains nothing.
//!
//! Both are rounded down. A counter's track cumulates the growth of the counter itself instead, at most a
//! day's growth on the baseline ahead. A step mints the least of three amounts:
//!
//! 1. what is due over all streams: released so far less minted so far. Rounding never adds up, and
//!    no more than the reservoir can ever be minted;
//! 2. the catch-up limit: a percentage (by default 200) of the pace of the schedule on all that remains;
//! 3. what the ceiling leaves of the day's budget up to now. No year, whenever it begins, mints more than the
//!    annual cap (at most 11 %) of the issuance at its start, and none is used up before it ends.
//!
//! The amount is divided by the shares of the budget, each rounded down; the dust is not minted.
//! Where not all that is due gets minted, the fixed stream comes first, and the tracks divide the rest in
//! proportion to what is due to each. The whole of a step is [`destra_economics::emission`].
//!
//! The step runs in `on_initialize`, before the block's timestamp is known: it uses the parent's.
//! Emission lags one block behind, and none is lost. If anything in a step fails, nothing of it
//! happens, the clock included, and [`Event::StepFailed`] tells why.
//!
//! ## Who may call what
//!
//! | call | origin |
//! |---|---|
//! | [`start`](Pallet::start), [`resume`](Pallet::resume) | [`Config::GovernOrigin`] |
//! | [`pause`](Pallet::pause) | [`Config::GuardianOrigin`] |
//! | [`settle_liability`](Pallet::settle_liability) | anyone |
//! | [`burn`](Pallet::burn) | a holder, of its own tokens |
//!
//! ## Parameters
//!
//! [`Parameter`] lists what may change, in which range and by how much at a time. The pallet implements
//! [`Governed`](destra_primitives::Governed) for them: whoever changes them announces, delays and bounds it, and
//! asks here whether a value agrees with what else is in force. No single decision can turn the economy over.
//!
//! Nothing that is due is lost by a change, and no change of one track moves another but by its weight: see
//! [`destra_economics::emission`]. Nothing moves tokens between the fixed and the KPI streams.
//!
//! ## Scenario
//!
//! 1. Governance calls `start`. The next block only notes the time, the one after it mints.
//! 2. The oracle loses its quorum for two days. The KPI streams release nothing, the fixed one goes
//!    on. When signals return, the tracks go on where they stood: the two days are postponed.
//! 3. The chain stands still for a week. The first step after it counts [`Config::MaxElapsed`] and
//!    says so in [`Event::ElapsedClamped`]; the schedule is a week late, and complete.
//! 4. The community pot cannot take its share. The share lies in the pallet's pot, under the name
//!    of the recipient; when the recipient is in order again, anyone calls `settle_liability`.
//! 5. Governance announces a half-life of 7 years. The guardian finds that wrong and cancels it.
//!
//! ## Invariants
//!
//! Checked by `try_state` after every test:
//!
//! 1. genesis issuance + Σ minted − Σ burned = total issuance, and all that was minted was received.
//! 2. Of each kind of stream, minted + remaining = the reservoir at genesis.
//! 3. In each stream, minted ≤ released ≤ reservoir, and released is what the formula says, but for what was
//!    due at a change.
//! 4. No metric has achieved more than its baseline, and of no counter waits more than a day's growth.
//! 5. The shares of the budget and the weights of the tracks each sum to exactly one.
//! 6. The trailing year has minted no more than its ceiling, and the day no more than its budget.
//! 7. The pot holds at least the sum of the liabilities.

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
mod errors;
mod events;
mod genesis;
mod ledger;
mod logic;
#[cfg(test)]
mod mock;
mod parameters;
#[cfg(test)]
mod tests;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

pub use pallet::*;
pub use types::{
	AnnualCap, Baseline, Budget, CatchUp, DoublingTime, HalfLife, Parameter, TrackSetting,
	TrackTable,
};
pub use weights::WeightInfo;

use alloc::vec::Vec;
use destra_economics::emission::{
	window::{DAY, DAYS},
	Day,
};
use destra_primitives::{
	apis::{
		CeilingReport, EmissionPhase, EmissionRates, SupplyReport, TrackStanding, YearProjection,
	},
	time::{Millis, Moment},
	Balance, BurnCause, EmissionRecipients, KpiProvider, Recipient,
};
use frame_support::{
	pallet_macros::import_section,
	pallet_prelude::*,
	traits::{
		fungible::{Balanced, Credit, Inspect, Mutate},
		Time,
	},
	PalletId,
};
use frame_system::pallet_prelude::*;
use types::{EmissionState, Policy, Reservoirs, SupplyTotals};

/// Tokens on their way: the recipients take them, the ledger burns them.
pub type CreditOf<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
// The macros of FRAME expand to `expect`.
#[allow(clippy::expect_used)]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Weights of the calls and of the step.
		type WeightInfo: WeightInfo;

		/// The token. Amounts are in planck.
		type Currency: Inspect<Self::AccountId, Balance = Balance>
			+ Mutate<Self::AccountId>
			+ Balanced<Self::AccountId>;

		/// The clock, in milliseconds since the Unix epoch; zero where it was never set.
		type Time: Time<Moment = Moment>;

		/// What feeds the tracks; `()` lets only the fixed stream run.
		type Kpis: KpiProvider;

		/// Takes the emission on behalf of the recipients.
		type Recipients: EmissionRecipients<CreditOf<Self>>;

		/// The most planck that may ever be issued, whatever is burned: checked at genesis.
		#[pallet::constant]
		type MaximumSupply: Get<Balance>;

		/// Planck that exist but do not circulate, for the supply report.
		type NonCirculating: Get<Balance>;

		/// May start and resume the emission.
		type GovernOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// May pause the emission.
		type GuardianOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The most milliseconds that a single step counts as economic time. What is beyond is
		/// postponed, so that neither a stall nor a wrong clock mints at one stroke.
		#[pallet::constant]
		type MaxElapsed: Get<Millis>;

		/// Derives the account of the pot that holds the liabilities.
		#[pallet::constant]
		type PalletId: Get<PalletId>;
	}

	/// The phase, the clocks and the streams: all that a step reads and writes.
	#[pallet::storage]
	pub(crate) type State<T> = StorageValue<_, EmissionState, ValueQuery>;

	/// The days before the present one, as many as the ceiling reaches back. Read once a day.
	#[pallet::storage]
	pub(crate) type PastDays<T> =
		StorageValue<_, BoundedVec<Day, ConstU32<{ DAYS as u32 }>>, ValueQuery>;

	/// The budget and the limits.
	#[pallet::storage]
	pub(crate) type CurrentPolicy<T> = StorageValue<_, Policy, ValueQuery>;

	/// Minted and burned by cause. Owned by `ledger.rs`.
	#[pallet::storage]
	pub(crate) type Supply<T> = StorageValue<_, SupplyTotals, ValueQuery>;

	/// What the pot holds for whom.
	#[pallet::storage]
	pub(crate) type Liabilities<T> = StorageValue<_, types::LiabilityTotals, ValueQuery>;

	/// What may ever be emitted, as set at genesis.
	#[pallet::storage]
	pub(crate) type InitialReservoirs<T> = StorageValue<_, Reservoirs, ValueQuery>;

	/// The emission as the chain begins. Amounts in planck, times in milliseconds, shares in parts
	/// of 10¹⁸.
	///
	/// Build it after the balances and the metrics: it records the issuance that it finds, and asks whether there
	/// is a metric for each track. The pot needs the
	/// existential deposit; if it lacks it, it is minted into it as a part of the genesis issuance.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Whether the emission runs from the first block on; otherwise it waits for `start`.
		pub started: bool,
		/// What the fixed stream may ever emit.
		pub fixed_reservoir: Balance,
		/// What all KPI streams together may ever emit. Zero if and only if there are no tracks.
		pub kpi_reservoir: Balance,
		/// Half-life of the fixed stream.
		pub fixed_half_life: HalfLife,
		/// Half-life of the KPI streams.
		pub kpi_half_life: HalfLife,
		/// The most a year may mint.
		pub annual_cap: AnnualCap,
		/// The most a step may mint, in percent of the pace of the schedule on all that remains.
		pub catch_up: CatchUp,
		/// How the emission divides among the recipients.
		pub budget: Budget,
		/// One track for each metric.
		pub tracks: TrackTable,
		/// Ties the configuration to the runtime.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			genesis::build(self);
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			let now = T::Time::now();
			// The benchmarks pass the time in, so the read of the clock comes on top.
			T::DbWeight::get().reads(1).saturating_add(Self::step(now))
		}

		fn integrity_test() {
			assert!(T::MaxElapsed::get() > 0, "MaxElapsed of zero would stop economic time");
			assert!(
				T::MaxElapsed::get() < DAY,
				"MaxElapsed must be below a day, so that each day has a step"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Starts the emission.
		///
		/// Origin: [`Config::GovernOrigin`]. The present issuance is the basis of the first year's
		/// ceiling. The next block notes the time, the one after it mints first.
		/// Errors: [`Error::AlreadyStarted`].
		#[pallet::call_index(0)]
		pub fn start(origin: OriginFor<T>) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_start()
		}

		/// Stops the emission. Economic time stands still: the schedules are postponed, not cut.
		///
		/// Origin: [`Config::GuardianOrigin`].
		/// Errors: [`Error::NotRunning`].
		#[pallet::call_index(1)]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::GuardianOrigin::ensure_origin(origin)?;
			Self::do_pause()
		}

		/// Lets a paused emission go on.
		///
		/// Origin: [`Config::GovernOrigin`]: stopping is urgent, going on is a decision.
		/// Errors: [`Error::NotPaused`].
		#[pallet::call_index(2)]
		pub fn resume(origin: OriginFor<T>) -> DispatchResult {
			T::GovernOrigin::ensure_origin(origin)?;
			Self::do_resume()
		}

		/// Hands a recipient everything that the pot keeps for it, or nothing.
		///
		/// Origin: signed, anyone.
		/// Errors: [`Error::NothingOwed`], [`Error::RecipientRefuses`].
		#[pallet::call_index(5)]
		pub fn settle_liability(origin: OriginFor<T>, recipient: Recipient) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_settle_liability(recipient)
		}

		/// Burns `amount` planck of the caller's free balance, counted as voluntary.
		///
		/// Origin: signed, the holder. With `keep_alive` the account must keep the existential
		/// deposit; without it, a rest below that is burned too, counted as dust.
		/// Errors: [`Error::ZeroAmount`], those of the currency where the balance does not suffice.
		#[pallet::call_index(6)]
		pub fn burn(
			origin: OriginFor<T>,
			#[pallet::compact] amount: Balance,
			keep_alive: bool,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_burn(&who, amount, keep_alive)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Whether the emission runs.
		pub fn phase() -> EmissionPhase {
			State::<T>::get().phase()
		}

		/// What is emitted and burned at this moment, in planck a year.
		pub fn rates() -> EmissionRates {
			Self::current_rates(T::Time::now())
		}

		/// Where the total issuance came from and what it may still become, in planck.
		pub fn supply() -> SupplyReport {
			Self::supply_report()
		}

		/// What the ceiling allows today, and where the trailing year stands.
		pub fn ceiling() -> CeilingReport {
			Self::report_ceiling()
		}

		/// How far the KPI stream of each metric has come.
		pub fn tracks() -> Vec<TrackStanding> {
			Self::report_tracks()
		}

		/// The next `years` years (at most 20) from now, if every metric reaches `attainment` of
		/// its baseline, in parts of 10¹⁸ and at most the whole, the emission runs on without a pause
		/// and nothing is burned.
		pub fn projection(years: u32, attainment: u64) -> Vec<YearProjection> {
			Self::project(years, attainment)
		}

		/// Milliseconds that counted since the emission started.
		pub fn economic_time() -> Millis {
			State::<T>::get().emission.time()
		}

		/// What was burned for `cause` since genesis, in planck.
		pub fn burned(cause: BurnCause) -> Balance {
			Supply::<T>::get().burned().of(cause)
		}

		/// The account that holds the liabilities.
		pub fn pot() -> T::AccountId {
			Self::pot_account()
		}
	}
}
