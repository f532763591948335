// SPDX-License-Identifier: Apache-2.0

//! A runtime with two pallets that have parameters: this one, and a stand-in with settings of its own.

use crate::{self as pallet_parameter_changes, types, ChangeId, Error, Event, Notice};
use destra_primitives::{
	parameters, settings,
	time::{days, Millis, Moment},
	BoundedU64, EconomicFault, EconomicGuard, Governed, LinearU64, MetricId, Unchecked,
};
use frame_support::{
	derive_impl, ensure, parameter_types,
	traits::{BuildGenesisConfig, ConstU32, Hooks, Time},
	weights::Weight,
	BoundedVec,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult, Perbill};

pub type AccountId = u64;

/// May cancel.
pub const GUARDIAN: AccountId = 3;
/// The time of the first block.
pub const START: Moment = 1_800_000_000_000;

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
	pub type ParameterChanges = pallet_parameter_changes;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

settings! {
	/// The settings of the stand-in.
	#[frame_support::stored]
	pub struct Settings;
	/// One of them.
	#[frame_support::stored]
	pub enum Setting;
	/// A time that moves by half.
	0 => age, Age: BoundedU64<1, 1_000_000>,
	/// A number that moves by ten, and is no more than the age.
	1 => cap, Cap: LinearU64<0, 1_000, 10>,
	/// A part.
	2 => part, Part: Perbill,
	/// A table by the ids of metrics.
	3 => table, Table: BoundedVec<(MetricId, Perbill), ConstU32<3>>,
}

/// Where a pallet of its own would keep them.
#[frame_support::storage_alias]
pub type Stored = StorageValue<StandIn, Settings>;

/// Has settings.
pub struct StandIn;

/// What its cap exceeds.
pub const CAP_ABOVE_AGE: DispatchError = DispatchError::Arithmetic(ArithmeticError::Underflow);

impl StandIn {
	pub fn settings() -> Settings {
		Stored::get().expect("the genesis has them")
	}
}

impl Governed for StandIn {
	type Parameter = Setting;

	fn in_force() -> Vec<Setting> {
		Setting::of(&Self::settings())
	}

	fn put(new: Setting) -> DispatchResult {
		Puts::mutate(|puts| *puts += 1);
		let mut settings = Self::settings();
		new.put(&mut settings);
		// Written before it is looked at, as a careless pallet would: the caller rolls it back.
		Stored::put(&settings);
		ensure!(settings.cap.get() <= settings.age.get(), CAP_ABOVE_AGE);
		Ok(())
	}

	fn weight(_new: &Setting) -> Weight {
		Weight::from_parts(7, 0)
	}
}

parameters! {
	/// All parameters.
	#[frame_support::stored]
	pub enum Parameter;
	/// Where each of them is.
	pub struct Parameters;
	/// Of the changes.
	0 => Changes: ParameterChanges as types::Parameter,
	/// Of the stand-in.
	9 => StandIn: StandIn as Setting,
}

parameter_types! {
	/// The most that the product of age and part may be.
	pub static MostExposed: u64 = u64::MAX;
	pub static Now: Moment = START;
	/// How often something was put in force, tried out or for good.
	pub static Puts: u32 = 0;
}

/// Refuses what exposes more than it may, unless it was as much before.
pub struct ProductGuard;

/// What it says then.
pub const EXPOSED: Error<Test> = Error::Refused(EconomicFault::CorruptionPays);

/// How much is exposed.
pub struct Exposed(u64);

impl core::fmt::Display for Exposed {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		write!(f, "{} are exposed", self.0)
	}
}

impl From<Exposed> for EconomicFault {
	fn from(_: Exposed) -> Self {
		Self::CorruptionPays
	}
}

impl EconomicGuard for ProductGuard {
	type Standing = u64;
	type Finding = Exposed;

	fn standing() -> u64 {
		let settings = Stored::get().unwrap_or(begin());
		settings.part.mul_floor(settings.age.get())
	}

	fn permit(before: Option<&u64>, after: &u64) -> Result<(), Exposed> {
		let as_before = before.is_some_and(|before| after <= before);
		ensure!(*after <= MostExposed::get() || as_before, Exposed(*after));
		Ok(())
	}
}

pub struct Clock;

impl Time for Clock {
	type Moment = Moment;

	fn now() -> Moment {
		Now::get()
	}
}

frame_support::ord_parameter_types! {
	pub const Guardian: AccountId = GUARDIAN;
}

impl pallet_parameter_changes::Config for Test {
	type WeightInfo = ();
	type Time = Clock;
	type Parameters = Parameters;
	type Guard = ProductGuard;
	type GovernOrigin = EnsureRoot<AccountId>;
	type GuardianOrigin = EnsureSignedBy<Guardian, AccountId>;
	type MaxPendingChanges = ConstU32<4>;
	type MaxValues = ConstU32<3>;
}

/// What the stand-in begins with: an age of 1,000, a cap of 100, a part of a half, no table.
pub fn begin() -> Settings {
	Settings {
		age: BoundedU64::literal::<1_000>(),
		cap: LinearU64::literal::<100>(),
		part: Perbill::from_percent(50),
		table: BoundedVec::new(),
	}
}

/// The state of the genesis with these notices.
pub fn genesis(notice: Millis, min_notice: Millis) -> sp_io::TestExternalities {
	Now::set(START);
	let mut chain = sp_io::TestExternalities::default();
	chain.execute_with(|| {
		Stored::put(begin());
		pallet_parameter_changes::GenesisConfig::<Test> {
			notice: Notice::try_new(notice).unwrap(),
			min_notice: Notice::try_new(min_notice).unwrap(),
			_config: Default::default(),
		}
		.build();
	});
	chain
}

/// Runs `test` with a notice of a week and a floor of two days, and looks whether the invariants hold.
pub fn run(test: impl FnOnce()) {
	MostExposed::set(u64::MAX);
	genesis(days(7), days(2)).execute_with(|| {
		System::set_block_number(1);
		test();
		ParameterChanges::do_try_state().unwrap();
	});
}

/// Lets time pass, and then a block.
pub fn pass(time: Millis) {
	Now::mutate(|now| *now += time);
	System::set_block_number(System::block_number() + 1);
	ParameterChanges::on_initialize(System::block_number());
	ParameterChanges::do_try_state().unwrap();
}

/// What is sent for `values`.
pub fn sent<const N: usize>(
	values: [Parameter; N],
) -> BoundedVec<Unchecked<Parameter>, ConstU32<3>> {
	BoundedVec::try_from(Vec::from(values.map(Unchecked::from))).expect("three at most")
}

/// Announces `values`.
pub fn schedule<const N: usize>(values: [Parameter; N]) -> DispatchResult {
	ParameterChanges::schedule_change(RuntimeOrigin::root(), sent(values))
}

/// The events since this was last asked.
pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet();
	System::reset_events();
	events
}

/// The ids of what waits.
pub fn waiting() -> Vec<ChangeId> {
	ParameterChanges::pending_changes().into_iter().map(|change| change.id).collect()
}

pub fn age(value: u64) -> Parameter {
	Parameter::StandIn(Setting::Age(value.try_into().unwrap()))
}

pub fn cap(value: u64) -> Parameter {
	Parameter::StandIn(Setting::Cap(value.try_into().unwrap()))
}

pub fn part(percent: u32) -> Parameter {
	Parameter::StandIn(Setting::Part(Perbill::from_percent(percent)))
}

pub fn table(rows: &[(u32, u32)]) -> Parameter {
	let row = |(id, percent): &(u32, u32)| (MetricId(*id as _), Perbill::from_percent(*percent));
	Parameter::StandIn(Setting::Table(BoundedVec::truncate_from(rows.iter().map(row).collect())))
}

pub fn notice(value: Millis) -> Parameter {
	Parameter::Changes(types::Parameter::Notice(value.try_into().unwrap()))
}
