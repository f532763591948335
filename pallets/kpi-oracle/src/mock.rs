// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet, balances, a clock and transaction fees, and the words that tests use.

use crate::{
	self as pallet_kpi_oracle,
	types::{
		Bond, Bounds, MaxStep, MeteredMetric, Metric, MetricKind, Name, ReportedMetric, Setting,
		Settings, SomeUnits, Tolerance, Unit, Units,
	},
	CheckReport, CreditOf, CurrentRound, Event, GenesisConfig, Parameter, Phase, ReportValues,
};
use destra_economics::{corruption::Standing, KpiStream};
use destra_primitives::{
	report_commitment,
	time::{years, Millis, Moment},
	weigh_bonds, Balance, BondCover, BoundedU64, CommitmentSalt, Governed, KpiExposure, KpiMeter,
	KpiReading, KpiState, MetricId,
};
use frame_support::{
	derive_impl,
	dispatch::GetDispatchInfo,
	parameter_types,
	storage::with_storage_layer,
	traits::{
		fungible::{Balanced, Inspect, InspectHold, Mutate},
		Hooks, OnUnbalanced,
	},
	weights::FixedFee,
	PalletId,
};
use frame_system::EnsureSignedBy;
use pallet_transaction_payment::{ChargeTransactionPayment, FungibleAdapter};
use sp_runtime::{
	traits::{DispatchTransaction, IdentityLookup},
	transaction_validity::{TransactionSource, TransactionValidityError, ValidTransaction},
	BuildStorage, DispatchError, DispatchResult, Perbill,
};

pub type AccountId = u64;

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
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(4)]
	pub type KpiOracle = pallet_kpi_oracle;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

parameter_types! {
	pub const ExistentialDeposit: Balance = 10;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
}

#[derive_impl(pallet_transaction_payment::config_preludes::TestDefaultConfig)]
impl pallet_transaction_payment::Config for Test {
	type OnChargeTransaction = FungibleAdapter<Balances, ()>;
	type WeightToFee = FixedFee<3, Balance>;
	type LengthToFee = FixedFee<2, Balance>;
}

parameter_types! {
	pub const OraclePot: PalletId = PalletId(*b"kpi/pot_");
	pub static Meter: Option<u128> = None;
	/// What the stream of each of the metrics 1 and 3 may ever emit.
	pub static Reservoir: Balance = 0;
}

/// Weighs the bonds against flat streams of the metrics 1 and 3, with a half-life of six years.
pub struct Streams;

impl BondCover for Streams {
	fn holds() -> bool {
		let stream = KpiStream::new(Reservoir::get(), years(6), 1_000, 0).unwrap();
		let track = Standing { stream, elapsed: 0, cumulated: 0 };
		let tracks = [1, 3].map(|id| (MetricId(id), track)).to_vec();
		weigh_bonds(&KpiOracle::stakes(), &KpiExposure { tracks }).is_ok()
	}
}

/// Where slashed bonds end up.
pub struct ToTreasury;

impl OnUnbalanced<CreditOf<Test>> for ToTreasury {
	fn on_nonzero_unbalanced(credit: CreditOf<Test>) {
		Balances::resolve(&TREASURY, credit).expect("the treasury exists");
	}
}

/// Measures [`VOLUME`] with the counter that a test sets.
pub struct VolumeMeter;

impl KpiMeter for VolumeMeter {
	fn cumulative(metric: MetricId) -> Option<u128> {
		(metric == VOLUME).then(Meter::get).flatten()
	}
}

impl pallet_kpi_oracle::Config for Test {
	type WeightInfo = ();
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type BlockTime = frame_support::traits::ConstU64<BLOCK>;
	type Meters = VolumeMeter;
	type GovernOrigin = EnsureSignedBy<GovernorMember, AccountId>;
	type GuardianOrigin = EnsureSignedBy<GuardianMember, AccountId>;
	type Cover = Streams;
	type OnSlash = ToTreasury;
	type HistoryLength = frame_support::traits::ConstU32<8>;
	type PalletId = OraclePot;
}

frame_support::ord_parameter_types! {
	pub const GovernorMember: AccountId = GOVERNOR;
	pub const GuardianMember: AccountId = GUARDIAN;
}

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CAROL: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const STRANGER: AccountId = 5;
pub const TREASURY: AccountId = 6;
pub const GOVERNOR: AccountId = 7;
pub const GUARDIAN: AccountId = 8;
/// Exists nowhere until it is paid.
pub const NEWCOMER: AccountId = 99;

/// Reported, 0 to 1,000,000; steps of a half or 10, tolerance of a tenth or 1.
pub const STORAGE: MetricId = MetricId(1);
/// Metered per minute, at most 1,000,000.
pub const VOLUME: MetricId = MetricId(2);

pub const BOND: Balance = 1_000;
pub const ENDOWMENT: Balance = 10_000;
pub const GENESIS_TIME: Moment = 1_000_000;
pub const BLOCK: Millis = 6_000;
pub const ROUND: Millis = 60_000;
pub const MAX_AGE: Millis = 150_000;
pub const UNBONDING: Millis = 2 * HALT;
pub const TOP_UP: Millis = 120_000;
pub const HALT: Millis = 3_600_000;
/// Whatever is committed to in these tests.
pub const SALT: CommitmentSalt = [7; 32];

pub fn settings() -> Settings {
	Settings {
		round_length: BoundedU64::literal::<ROUND>(),
		max_age: BoundedU64::literal::<MAX_AGE>(),
		min_quorum: BoundedU64::literal::<2>(),
		recovery_rounds: BoundedU64::literal::<1>(),
		bond: Bond::literal::<BOND>(),
		top_up_period: BoundedU64::literal::<TOP_UP>(),
		time_to_halt: BoundedU64::literal::<HALT>(),
		metric_grace: BoundedU64::literal::<2>(),
		omission_limit: BoundedU64::literal::<3>(),
		strike_limit: BoundedU64::literal::<3>(),
		strike_decay: BoundedU64::literal::<2>(),
		strike_slash: Perbill::from_percent(10),
		suspension_rounds: BoundedU64::literal::<2>(),
		unbonding_period: BoundedU64::literal::<UNBONDING>(),
	}
}

pub fn reported(id: u16) -> Metric {
	Metric {
		id: MetricId(id),
		name: Name::try_new("proven storage").unwrap(),
		unit: Unit::try_new("TiB").unwrap(),
		kind: MetricKind::Reported(ReportedMetric {
			bounds: Bounds { min: Units::literal::<0>(), max: Units::literal::<1_000_000>() },
			max_step: MaxStep {
				relative: Perbill::from_percent(50),
				absolute: SomeUnits::literal::<10>(),
			},
			tolerance: Tolerance {
				relative: Perbill::from_percent(10),
				absolute: Units::literal::<1>(),
			},
		}),
	}
}

/// The same with these bounds.
pub fn bounded(id: u16, min: u64, max: u64) -> Metric {
	let mut metric = reported(id);
	if let MetricKind::Reported(ReportedMetric { bounds, .. }) = &mut metric.kind {
		*bounds = Bounds { min: min.try_into().unwrap(), max: max.try_into().unwrap() };
	}
	metric
}

pub fn metered(id: u16) -> Metric {
	Metric {
		id: MetricId(id),
		name: Name::try_new("paid volume").unwrap(),
		unit: Unit::try_new("DSYNC/min").unwrap(),
		kind: MetricKind::Metered(MeteredMetric {
			period: BoundedU64::literal::<60_000>(),
			max: Units::literal::<1_000_000>(),
		}),
	}
}

/// Three reporters and one reported metric, unless told otherwise.
pub struct ExtBuilder {
	genesis: GenesisConfig<Test>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		let genesis = GenesisConfig {
			settings: settings(),
			metrics: vec![reported(STORAGE.0)],
			reporters: vec![ALICE, BOB, CAROL],
		};
		Self { genesis }
	}
}

impl ExtBuilder {
	pub fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
		change(&mut self.genesis.settings);
		self
	}

	pub fn metrics(mut self, metrics: Vec<Metric>) -> Self {
		self.genesis.metrics = metrics;
		self
	}

	pub fn reporters(mut self, reporters: Vec<AccountId>) -> Self {
		self.genesis.reporters = reporters;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		Meter::set(None);
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		pallet_balances::GenesisConfig::<Test> {
			balances: (ALICE..=GUARDIAN).map(|who| (who, ENDOWMENT)).collect(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		self.genesis.assimilate_storage(&mut storage).unwrap();
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			next_block_at(GENESIS_TIME);
			// The clock is set in block one, so block two opens the first round.
			next_block();
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			KpiOracle::do_try_state().unwrap();
			test();
			KpiOracle::do_try_state().unwrap();
		});
	}
}

pub fn now() -> Moment {
	Timestamp::get()
}

/// A block whose own time is `time`: the hooks run on the time of the one before.
pub fn next_block_at(time: Moment) {
	System::set_block_number(System::block_number() + 1);
	KpiOracle::on_initialize(System::block_number());
	Timestamp::set_timestamp(time);
}

pub fn next_block() {
	next_block_at(now() + BLOCK);
}

/// The number of the open round.
pub fn round() -> u32 {
	KpiOracle::round().round
}

/// Block after block until the open round has closed.
pub fn close_round() {
	let open = round();
	while round() == open {
		next_block();
	}
}

/// The chain stands still for `span`.
pub fn stall(span: Millis) {
	next_block_at(now() + span);
}

/// What the open round takes in this block.
pub fn phase() -> Phase {
	CurrentRound::<Test>::get().expect("a round is open").phase()
}

/// Block after block until the open round takes reports.
pub fn await_reports() {
	while phase() == Phase::Commit {
		next_block();
	}
}

/// A commitment to a report of one value of [`STORAGE`] for the open round.
pub fn commit(who: AccountId, value: u64) -> Result<(), DispatchError> {
	commit_for(who, round(), &[(STORAGE, value)])
}

pub fn commit_for(
	who: AccountId,
	round: u32,
	values: &[(MetricId, u64)],
) -> Result<(), DispatchError> {
	let commitment = report_commitment(&who, round, values, &SALT);
	KpiOracle::commit(RuntimeOrigin::signed(who), round, commitment)
}

/// A report of one value of [`STORAGE`] for the open round.
pub fn report(who: AccountId, value: u64) -> Result<(), DispatchError> {
	report_for(who, round(), &[(STORAGE, value)])
}

pub fn report_for(
	who: AccountId,
	round: u32,
	values: &[(MetricId, u64)],
) -> Result<(), DispatchError> {
	KpiOracle::report(RuntimeOrigin::signed(who), round, report_values(values), SALT)
}

pub fn report_values(values: &[(MetricId, u64)]) -> ReportValues {
	values.to_vec().try_into().unwrap()
}

/// Everybody named commits to these values and reports them; the round stays open.
pub fn reports_of(reports: &[(AccountId, &[(MetricId, u64)])]) {
	for (who, values) in reports {
		commit_for(*who, round(), values).unwrap();
	}
	await_reports();
	for (who, values) in reports {
		report_for(*who, round(), values).unwrap();
	}
}

/// Everybody named reports a value of [`STORAGE`], and the round closes.
pub fn round_of(reports: &[(AccountId, u64)]) {
	for (who, value) in reports {
		commit(*who, *value).unwrap();
	}
	await_reports();
	for (who, value) in reports {
		report(*who, *value).unwrap();
	}
	close_round();
}

/// Three honest reports of `value`, and the round closes.
pub fn good_round(value: u64) {
	round_of(&[(ALICE, value), (BOB, value), (CAROL, value)]);
}

pub fn reading(metric: MetricId) -> KpiReading {
	let readings = KpiOracle::readings(now());
	*readings.iter().find(|reading| reading.metric == metric).expect("a metric")
}

pub fn value(metric: MetricId) -> Option<u64> {
	reading(metric).value
}

pub fn state(metric: MetricId) -> KpiState {
	reading(metric).state
}

pub fn strikes(who: AccountId) -> u32 {
	KpiOracle::reporter(who).reporter.expect("a reporter").strikes()
}

pub fn bond_of(who: AccountId) -> Balance {
	Balances::balance_on_hold(&crate::HoldReason::ReporterBond.into(), &who)
}

pub fn free(who: AccountId) -> Balance {
	Balances::balance(&who)
}

pub fn fund_pot(amount: Balance) {
	Balances::mint_into(&KpiOracle::pot_account(), amount).unwrap();
}

/// Puts a parameter in force, and nothing if it is refused.
pub fn put(new: Parameter) -> DispatchResult {
	with_storage_layer(|| KpiOracle::put(new))
}

/// Puts each setting in force that `change` makes another, in their order; none of them if one is refused.
pub fn set(change: impl FnOnce(&mut Settings)) -> DispatchResult {
	with_storage_layer(|| settings_changed_by(change).try_for_each(put))
}

/// The settings that `change` makes others.
pub fn settings_changed_by(change: impl FnOnce(&mut Settings)) -> impl Iterator<Item = Parameter> {
	let before = KpiOracle::settings();
	let mut after = before.clone();
	change(&mut after);
	let both = Setting::of(&before).into_iter().zip(Setting::of(&after));
	both.filter(|(before, after)| before != after).map(|(_, after)| Parameter::Setting(after))
}

/// Adds or redefines a metric.
pub fn define(metric: Metric) -> DispatchResult {
	put(Parameter::Metric(metric))
}

pub fn retire(metric: MetricId) -> DispatchResult {
	put(Parameter::RetiredMetric(metric))
}

pub fn governor() -> RuntimeOrigin {
	RuntimeOrigin::signed(GOVERNOR)
}

pub fn guardian() -> RuntimeOrigin {
	RuntimeOrigin::signed(GUARDIAN)
}

/// The events of this pallet since the last look.
pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

type Extension = (CheckReport<Test>, ChargeTransactionPayment<Test>);

fn extension() -> Extension {
	(CheckReport::new(), ChargeTransactionPayment::from(0))
}

/// What the pool says about a signed transaction.
pub fn submit(
	who: AccountId,
	call: &RuntimeCall,
) -> Result<ValidTransaction, TransactionValidityError> {
	let (origin, info) = (RuntimeOrigin::signed(who), call.get_dispatch_info());
	extension()
		.validate_only(origin, call, &info, 100, TransactionSource::External, 0)
		.map(|(validity, ..)| validity)
}

/// Includes a signed transaction in the block: refused, or executed with this result.
pub fn include(
	who: AccountId,
	call: RuntimeCall,
) -> Result<Result<(), DispatchError>, TransactionValidityError> {
	let info = call.get_dispatch_info();
	extension()
		.dispatch_transaction(RuntimeOrigin::signed(who), call, &info, 100, 0)
		.map(|result| result.map(drop).map_err(|error| error.error))
}
