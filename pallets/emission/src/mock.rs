// SPDX-License-Identifier: Apache-2.0

//! A runtime with balances, a clock and this pallet; metrics and recipients do as a test says.

use crate::{
	self as pallet_emission,
	types::{PERCENTAGE_POINT, YEAR},
	AnnualCap, Baseline, DoublingTime, Event, Parameter, TrackSetting, TrackTable,
};
use destra_economics::emission::Signal;
use destra_primitives::{
	time::{days, hours, Millis, Moment},
	Balance, BurnAs, BurnCause, EmissionRecipients, Governed, KpiProvider, KpiReading, KpiSignals,
	KpiState, MetricId, Recipient, Stepped,
};
use frame_support::{
	derive_impl, parameter_types,
	storage::with_storage_layer,
	traits::{
		fungible::{Balanced, Credit},
		ConstU128, ConstU64, Hooks, SortedMembers, Time,
	},
	PalletId,
};
use frame_system::{mocking::MockBlock, EnsureRoot, EnsureSignedBy};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, Perquintill};
use std::collections::{BTreeMap, BTreeSet};

pub type AccountId = u64;

/// One DSYNC in planck.
pub const DSYNC: Balance = 1_000_000_000_000_000_000;
/// The existential deposit.
pub const ED: Balance = DSYNC / 100;
/// A holder of tokens.
pub const ALICE: AccountId = 1;
/// Another one.
pub const BOB: AccountId = 2;
/// May pause and cancel.
pub const GUARDIAN: AccountId = 3;
/// The time of the genesis block's child.
pub const GENESIS_TIME: Moment = 1_800_000_000_000;
/// Time between two blocks.
pub const BLOCK: Millis = 6_000;

/// Half of the KPI reservoir, growing by doubling every year.
pub const STORAGE: MetricId = MetricId(1);
/// Three tenths, not growing.
pub const COMPUTE: MetricId = MetricId(2);
/// A tenth, doubling every three years.
pub const VOLUME: MetricId = MetricId(3);
/// A tenth, not growing, of which the unit is a part per million.
pub const AVAILABILITY: MetricId = MetricId(4);

/// There is no such metric.
pub const UNKNOWN: MetricId = MetricId(999);

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(3)]
	pub type Emission = pallet_emission;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type Moment = Moment;
	type MinimumPeriod = ConstU64<1>;
}

parameter_types! {
	pub const DustIsBurned: BurnCause = BurnCause::Dust;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<ED>;
	type DustRemoval = BurnAs<Emission, DustIsBurned>;
}

/// Metrics that stand where a test puts them.
pub struct Metrics;

parameter_types! {
	/// The readings of all metrics.
	pub static Readings: BTreeMap<MetricId, (Option<u64>, KpiState)> = BTreeMap::new();
	/// What the counters of metrics have counted.
	pub static Counters: BTreeMap<MetricId, u128> = BTreeMap::new();
	/// What counters read as levels.
	pub static Measured: BTreeMap<MetricId, u64> = BTreeMap::new();
	/// Metrics that do not exist.
	pub static Missing: BTreeSet<MetricId> = BTreeSet::from([UNKNOWN]);
	/// The recipients that do not take anything.
	pub static Refusing: BTreeSet<Recipient> = BTreeSet::new();
	/// What is locked away.
	pub static Locked: Balance = 0;
	/// The most a step counts.
	pub static MaxElapsed: Millis = hours(1);
}

impl KpiProvider for Metrics {
	fn signals(_now: Moment) -> KpiSignals {
		let levels = Readings::get().into_iter().map(|(metric, (value, state))| {
			let reading = KpiReading { metric, value, state, age: 0 };
			(metric, reading.earning().map(Signal::Level))
		});
		let counters = Counters::get().into_iter().map(|(metric, total)| {
			(metric, Some(Signal::Count { total, period: days(1), counts: true }))
		});
		KpiSignals::truncate_from(levels.chain(counters).collect())
	}

	fn levels(now: Moment) -> KpiSignals {
		let measured =
			Measured::get().into_iter().map(|(id, value)| (id, Some(Signal::Level(value))));
		KpiSignals::truncate_from(Self::signals(now).into_iter().chain(measured).collect())
	}

	fn exists(metric: MetricId) -> bool {
		!Missing::get().contains(&metric)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_levels(metrics: &[(MetricId, u64)], _now: Moment) {
		metrics.iter().for_each(|(metric, value)| read(*metric, *value));
	}
}

/// Pays each recipient into its account, unless a test says that it refuses.
pub struct Pots;

impl EmissionRecipients<Credit<AccountId, Balances>> for Pots {
	fn receive(
		recipient: Recipient,
		credit: Credit<AccountId, Balances>,
	) -> Result<(), Credit<AccountId, Balances>> {
		if Refusing::get().contains(&recipient) {
			return Err(credit);
		}
		Balances::resolve(&account_of(recipient), credit)
	}
}

/// The account of a recipient.
pub fn account_of(recipient: Recipient) -> AccountId {
	100 + recipient as u64
}

parameter_types! {
	pub const EmissionPalletId: PalletId = PalletId(*b"emission");
}

/// Nobody but the guardian.
pub struct GuardianOnly;

impl SortedMembers<AccountId> for GuardianOnly {
	fn sorted_members() -> Vec<AccountId> {
		vec![GUARDIAN]
	}
}

impl pallet_emission::Config for Test {
	type WeightInfo = ();
	type Currency = Balances;
	type Time = Timestamp;
	type Kpis = Metrics;
	type Recipients = Pots;
	type MaximumSupply = ConstU128<{ 1_000_000_000 * DSYNC }>;
	type NonCirculating = Locked;
	type GovernOrigin = EnsureRoot<AccountId>;
	type GuardianOrigin = EnsureSignedBy<GuardianOnly, AccountId>;
	type MaxElapsed = MaxElapsed;
	type PalletId = EmissionPalletId;
}

/// The economy of a test.
pub struct Economy {
	pub config: pallet_emission::GenesisConfig<Test>,
	pub issuance: Balance,
}

/// 500 M issued, 150 M fixed, 350 M KPI, half-lives of 6 years, a cap of 11 %.
impl Default for Economy {
	fn default() -> Self {
		Self {
			issuance: 500_000_000 * DSYNC,
			config: pallet_emission::GenesisConfig {
				started: true,
				fixed_reservoir: 150_000_000 * DSYNC,
				kpi_reservoir: 350_000_000 * DSYNC,
				tracks: tracks(),
				..Default::default()
			},
		}
	}
}

/// The setting of a track.
pub fn track(
	metric: MetricId,
	percent: u64,
	baseline: u64,
	doubling: Option<Millis>,
) -> TrackSetting {
	TrackSetting {
		metric,
		weight: Perquintill::from_percent(percent),
		baseline: Baseline::try_new(baseline).unwrap(),
		doubling: doubling.map(|doubling| DoublingTime::try_new(doubling).unwrap()),
	}
}

/// The tracks of the default economy.
pub fn tracks() -> TrackTable {
	TrackTable::truncate_from(vec![
		track(STORAGE, 50, 1_000, Some(YEAR)),
		track(COMPUTE, 30, 200, None),
		track(VOLUME, 10, 5_000_000, Some(3 * YEAR)),
		track(AVAILABILITY, 10, 990_000, None),
	])
}

impl Economy {
	/// Nothing but the fixed stream.
	pub fn fixed_only() -> Self {
		let mut economy = Self::default();
		economy.config.kpi_reservoir = 0;
		economy.config.tracks = TrackTable::new();
		economy
	}

	/// Another cap, in percent.
	pub fn with_cap(mut self, percent: u64) -> Self {
		self.config.annual_cap = AnnualCap::try_new(percent * PERCENTAGE_POINT).unwrap();
		self
	}

	/// Waiting for its start.
	pub fn not_started(mut self) -> Self {
		self.config.started = false;
		self
	}

	/// Externalities in the first block. The tokens are Alice's, but for the deposit of the pot.
	pub fn build(self) -> sp_io::TestExternalities {
		Readings::take();
		Counters::take();
		Measured::take();
		Missing::take();
		Refusing::take();
		Locked::take();
		MaxElapsed::take();
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		pallet_balances::GenesisConfig::<Test> {
			balances: vec![(ALICE, self.issuance - 2 * ED), (BOB, ED), (Emission::pot(), ED)],
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		self.config.assimilate_storage(&mut storage).unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| next_block(GENESIS_TIME));
		ext
	}
}

/// Externalities for the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	Economy::default().build()
}

/// The time that the chain knows.
pub fn now() -> Moment {
	<Timestamp as Time>::now()
}

/// A part of a value moves too far.
pub const TOO_FAR: DispatchError = DispatchError::Exhausted;

/// Puts a value in force as governance does, with its step and without its notice.
pub fn set(new: Parameter) -> DispatchResult {
	with_storage_layer(|| {
		let old = Emission::value_of(&new).expect("every parameter has a value");
		new.step_from(&old).map_err(|_| TOO_FAR)?;
		Emission::put(new)
	})
}

/// Opens the next block, `elapsed` milliseconds after the present one.
pub fn next_block(elapsed: Millis) {
	let number = System::block_number() + 1;
	System::reset_events();
	System::set_block_number(number);
	// As in a real block: the step sees the time of the parent.
	Emission::on_initialize(number);
	Timestamp::set_timestamp(now() + elapsed);
}

/// Opens `blocks` blocks, each `elapsed` milliseconds after the one before.
pub fn run(blocks: u32, elapsed: Millis) {
	(0..blocks).for_each(|_| next_block(elapsed));
}

/// Opens blocks an hour apart until `span` has been counted as economic time.
pub fn run_economic(span: Millis) {
	let target = Emission::economic_time() + span;
	while Emission::economic_time() < target {
		next_block(hours(1));
	}
}

/// Puts a metric at a value that earns.
pub fn read(metric: MetricId, value: u64) {
	Readings::mutate(|readings| readings.insert(metric, (Some(value), KpiState::Fresh)));
}

/// What a metric achieved.
pub fn cumulated(metric: MetricId) -> Option<u128> {
	let tracks = Emission::tracks();
	tracks.iter().find(|track| track.metric == metric).map(|track| track.cumulated)
}

/// Puts every metric above any baseline.
pub fn meet_all() {
	for setting in tracks() {
		read(setting.metric, u64::MAX);
	}
}

/// The events of the pallet in this block.
pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet::<Event<Test>>()
}

/// The last event of the pallet in this block.
pub fn last_event() -> Event<Test> {
	events().pop().expect("there is an event")
}

/// Minted since genesis.
pub fn minted() -> Balance {
	Emission::supply().minted.iter().map(|(_, amount)| amount).sum()
}

/// Released since genesis: minted and due. Only where no track was left out.
pub fn released() -> Balance {
	minted() + Emission::supply().carried
}
