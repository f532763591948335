// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet, balances and a clock, and the words that tests use.

use crate::{
	self as pallet_staking_locks, types::*, CreditOf, Event, GenesisConfig, GenesisProvider,
	ProfileOf, WeightInfo,
};
use destra_primitives::{
	staking_api::{DelegationReport, StakeReport},
	time::{days, hours, Millis, Moment},
	Balance, BoundedId, BoundedU128, BoundedU64, Governed, Period, RewardVesting, Role, Roles,
	ServiceClass,
};
use frame_support::{
	derive_impl,
	dispatch::{DispatchErrorWithPostInfo, DispatchResultWithPostInfo},
	parameter_types,
	storage::with_storage_layer,
	traits::{
		fungible::{Balanced, Inspect, InspectHold, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Hooks, OnUnbalanced, ValidatorRegistration,
	},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureSignedBy;
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult, Perbill};
use std::collections::{BTreeMap, BTreeSet};

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
	pub type Staking = pallet_staking_locks;
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

parameter_types! {
	pub const StakingPot: PalletId = PalletId(*b"stk/pot_");
	pub const Quantum: Millis = hours(1);
	pub static BucketsPerBlock: u32 = 10_000;
	pub const ReportWindow: Millis = REPORT_WINDOW;
	/// What a block counts for at most. Most tests let days go by in one.
	pub static MaxElapsed: Millis = u64::MAX;
	/// Who has no session keys.
	pub static Keyless: BTreeSet<AccountId> = BTreeSet::new();
	/// The session that runs.
	pub static CurrentSession: SessionIndex = 0;
	/// Whether rewards of providers vest.
	pub static Vests: bool = false;
	/// What has not vested.
	pub static Unvested: BTreeMap<AccountId, Balance> = BTreeMap::new();
}

/// Where slashed tokens end up.
pub struct ToTreasury;

impl OnUnbalanced<CreditOf<Test>> for ToTreasury {
	fn on_nonzero_unbalanced(credit: CreditOf<Test>) {
		Balances::resolve(&TREASURY, credit).expect("the treasury exists");
	}
}

/// Locks all of a reward in the vault, if it is open.
pub struct Vault;

impl RewardVesting<AccountId, CreditOf<Test>> for Vault {
	fn vest(who: &AccountId, credit: CreditOf<Test>) -> Result<(), CreditOf<Test>> {
		if !Vests::get() {
			return Err(credit);
		}
		let amount = frame_support::traits::Imbalance::peek(&credit);
		Balances::resolve(&VAULT, credit)?;
		Unvested::mutate(|all| *all.entry(*who).or_default() += amount);
		Ok(())
	}

	fn slash_unvested(who: &AccountId, amount: Balance) -> CreditOf<Test> {
		Unvested::mutate(|all| *all.entry(*who).or_default() -= amount);
		Balances::withdraw(
			&VAULT,
			amount,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)
		.expect("the vault holds it")
	}

	fn unvested(who: &AccountId) -> Balance {
		Unvested::get().get(who).copied().unwrap_or_default()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(who: &AccountId) {
		Balances::mint_into(&VAULT, ENDOWMENT).expect("the vault exists");
		Unvested::mutate(|all| *all.entry(*who).or_default() += ENDOWMENT);
	}
}

/// Everybody has session keys but the keyless.
pub struct Keys;

impl ValidatorRegistration<AccountId> for Keys {
	fn is_registered(who: &AccountId) -> bool {
		!Keyless::get().contains(who)
	}
}

/// Weighs what the hook does, so that a test can tell.
pub struct Weighed;

pub const TICK: u64 = 1_000;
pub const BUCKET: u64 = 100;
pub const QUEUE: u64 = 10;
pub const SLASH: u64 = 5_000;
pub const JUDGEMENT: u64 = 3;
pub const TERM: u64 = 50;

macro_rules! weigh {
	($($name:ident => $weight:expr),* $(,)?) => {
		$(fn $name() -> Weight {
			Weight::from_parts($weight, 0)
		})*
	};
}

impl WeightInfo for Weighed {
	weigh! {
		lock => 1, top_up => 1, extend => 1, merge => 1, unbond => 1, rebond => 1, withdraw => 1,
		claim => 1, claim_compounded => 2, claim_of_provider => 3, set_compounding => 1,
		register => 1, update_profile => 1, leave => 1,
		remove_provider => 1, unjail => 1, set_commission => 1, raise_commission => 1,
		delegate => 1, undelegate => 1, withdraw_delegation => 1, claim_delegation => 1,
		return_delegation => 1,
		report_slash => 1, cancel_slash => 1, operate_for => 1, put_parameter => 1,
		slash_queue_idle => QUEUE, note_idle => 4,
		apply_slash => SLASH, judge_offence => JUDGEMENT, note_author => 7, next_validators => 1,
	}

	fn end_terms(e: u32) -> Weight {
		Weight::from_parts(TERM * u64::from(e), 0)
	}

	fn tick(b: u32) -> Weight {
		Weight::from_parts(TICK + BUCKET * u64::from(b), 0)
	}
}

impl pallet_staking_locks::Config for Test {
	type WeightInfo = Weighed;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Vesting = Vault;
	type OnSlash = ToTreasury;
	type SessionKeys = Keys;
	type CurrentSession = CurrentSession;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
	type GovernOrigin = EnsureSignedBy<GovernorMember, AccountId>;
	type SlashOrigin = EnsureSignedBy<ArbiterMember, AccountId>;
	type ReportWindow = ReportWindow;
	type MinUnbonding = ReportWindow;
	type MaxElapsed = MaxElapsed;
	type ExpiryQuantum = Quantum;
	type MaxBucketsPerBlock = BucketsPerBlock;
	type PalletId = StakingPot;
}

frame_support::ord_parameter_types! {
	pub const GovernorMember: AccountId = GOVERNOR;
	pub const ArbiterMember: AccountId = ARBITER;
}

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CAROL: AccountId = 3;
pub const DAVE: AccountId = 4;
pub const EVE: AccountId = 5;
pub const TREASURY: AccountId = 6;
pub const GOVERNOR: AccountId = 7;
pub const ARBITER: AccountId = 8;
pub const VAULT: AccountId = 9;
/// Exists nowhere until it is paid.
pub const NEWCOMER: AccountId = 99;

pub const ENDOWMENT: Balance = 1_000_000;
pub const DSYNC: Balance = 1_000_000_000_000_000_000;
pub const GENESIS_TIME: Moment = 1_700_000_000_000;
pub const BLOCK: Millis = 6_000;
pub const VALIDATOR_STAKE: Balance = 1_000;
pub const SERVICE_STAKE: Balance = 500;
pub const UNBONDING: Millis = days(7);
pub const SLASH_DELAY: Millis = days(2);
pub const JAIL: Millis = days(20);
/// Longer than leaving takes, for those tests that want it so.
pub const JAIL_PERIOD: Period<0, { days(365) }> = Period::literal::<JAIL>();
pub const REPORT_WINDOW: Millis = days(7);

/// The tiers.
pub const DAYS_30: Tier = tier::<{ days(30) }, 100>();
pub const DAYS_90: Tier = tier::<{ days(90) }, 150>();
pub const DAYS_180: Tier = tier::<{ days(180) }, 225>();
pub const DAYS_360: Tier = tier::<{ days(360) }, 400>();
/// One that is not among them.
pub const DAYS_31: Tier = tier::<{ days(31) }, 100>();

pub const fn tier<const LENGTH: u64, const MULTIPLIER: u64>() -> Tier {
	Tier { length: BoundedId::literal::<LENGTH>(), multiplier: BoundedU64::literal::<MULTIPLIER>() }
}

pub const HOSTING: Role = Role::Service(ServiceClass::Hosting);

pub fn settings() -> Settings {
	let service = BoundedU128::literal::<SERVICE_STAKE>();
	Settings {
		min_lock: BoundedU128::literal::<100>(),
		min_delegation: BoundedU128::literal::<100>(),
		min_stakes: MinimumStakes {
			validator: BoundedU128::literal::<VALIDATOR_STAKE>(),
			hosting: service,
			storage: service,
			dns: service,
			rpc: service,
			gpu_compute: service,
			ai_training: service,
		},
		author_share: Perbill::zero(),
		max_validators: BoundedU64::literal::<3>(),
		min_validators: BoundedU64::literal::<1>(),
		..Settings::default()
	}
}

pub fn roles(list: &[Role]) -> Roles {
	list.iter().copied().collect::<BTreeSet<_>>().try_into().unwrap()
}

pub fn profile(operator: AccountId, list: &[Role]) -> ProfileOf<Test> {
	Profile {
		roles: roles(list),
		operator,
		metadata: [7; 32],
		endpoint: b"/dns/provider/tcp/1".to_vec().try_into().unwrap(),
	}
}

/// No provider, unless told otherwise.
#[derive(Default)]
pub struct ExtBuilder {
	genesis: Option<GenesisConfig<Test>>,
	/// How many times the endowment everybody has.
	riches: Option<Balance>,
}

impl ExtBuilder {
	fn genesis(&mut self) -> &mut GenesisConfig<Test> {
		self.genesis
			.get_or_insert_with(|| GenesisConfig { settings: settings(), providers: vec![] })
	}

	pub fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
		change(&mut self.genesis().settings);
		self
	}

	/// A provider with this stake and a commission of 10 %.
	pub fn provider(mut self, who: AccountId, list: &[Role], stake: Balance) -> Self {
		let commission = Perbill::from_percent(10);
		let provider = GenesisProvider { who, roles: roles(list), stake, commission };
		self.genesis().providers.push(provider);
		self
	}

	/// Everybody has the endowment in whole tokens, and not in planck.
	pub fn in_dsync(mut self) -> Self {
		self.riches = Some(DSYNC);
		self
	}

	pub fn build(mut self) -> sp_io::TestExternalities {
		BucketsPerBlock::set(10_000);
		MaxElapsed::set(u64::MAX);
		Keyless::set(BTreeSet::new());
		Vests::set(false);
		Unvested::set(BTreeMap::new());
		let endowment = ENDOWMENT * self.riches.unwrap_or(1);
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		pallet_balances::GenesisConfig::<Test> {
			balances: (ALICE..=VAULT).map(|who| (who, endowment)).collect(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		self.genesis();
		self.genesis.unwrap().assimilate_storage(&mut storage).unwrap();
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			next_block_at(GENESIS_TIME);
			// The clock is set in block one, so block two begins to count.
			next_block();
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			Staking::do_try_state().unwrap();
			test();
			Staking::do_try_state().unwrap();
		});
	}
}

pub fn now() -> Moment {
	Timestamp::get()
}

/// A block whose own time is `time`: the hooks run on the time of the one before. What the hook
/// weighed.
pub fn next_block_at(time: Moment) -> u64 {
	System::set_block_number(System::block_number() + 1);
	let weight = Staking::on_initialize(System::block_number());
	Timestamp::set_timestamp(time);
	weight.ref_time()
}

pub fn next_block() -> u64 {
	next_block_at(now() + BLOCK)
}

/// Time passes, and the hook has seen it.
pub fn pass(span: Millis) {
	next_block_at(now() + span);
	next_block();
}

/// A reward comes into the pot, and the next block divides it.
pub fn reward(amount: Balance) {
	Balances::mint_into(&Staking::pot_account(), amount).unwrap();
	next_block();
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn governor() -> RuntimeOrigin {
	signed(GOVERNOR)
}

pub fn arbiter() -> RuntimeOrigin {
	signed(ARBITER)
}

/// Changes the settings, one after the other as they are declared, and all of them or none.
pub fn set(change: impl FnOnce(&mut Settings)) -> DispatchResult {
	let mut settings = Staking::settings();
	change(&mut settings);
	let in_force = Staking::in_force();
	let mut new = Parameter::of(&settings).into_iter().filter(|value| !in_force.contains(value));
	with_storage_layer(|| new.try_for_each(Staking::put))
}

/// Locks, and the name of the position.
pub fn lock(who: AccountId, amount: Balance, tier: Tier) -> PositionId {
	Staking::lock(signed(who), amount, tier.into()).unwrap();
	stake(who).positions.last().unwrap().id
}

pub fn delegate(who: AccountId, provider: AccountId, amount: Balance) -> DispatchResult {
	Staking::delegate(signed(who), provider, amount)
}

pub fn stake(who: AccountId) -> StakeReport {
	Staking::stake(who)
}

/// The reward that a claim would pay.
pub fn due(who: AccountId) -> Balance {
	stake(who).due
}

/// The part of it that was earned as a provider.
pub fn due_as_provider(who: AccountId) -> Balance {
	stake(who).due_as_provider
}

pub fn delegation(provider: AccountId, who: AccountId) -> DelegationReport<AccountId> {
	Staking::delegation(provider, who).expect("a delegation")
}

pub fn free(who: AccountId) -> Balance {
	Balances::balance(&who)
}

pub fn held(reason: crate::HoldReason, who: AccountId) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who)
}

pub fn total_weight() -> StakeWeight {
	Staking::rewards().total_weight
}

/// Why a call was refused; nothing if it was not.
pub fn refusal<A, E: Into<DispatchErrorWithPostInfo>>(
	called: Result<A, E>,
) -> Option<DispatchError> {
	called.err().map(|refused| refused.into().error)
}

/// Asserts that a call is refused, whatever that weighs, and changes nothing.
macro_rules! assert_refused {
	($call:expr, $error:expr $(,)?) => {
		frame_support::assert_storage_noop!(assert_eq!(
			$crate::mock::refusal($call),
			Some($error.into())
		))
	};
}
pub(crate) use assert_refused;

/// What a call weighed, done or refused.
pub fn weighed(called: DispatchResultWithPostInfo) -> u64 {
	let info = called.unwrap_or_else(|refused| refused.post_info);
	info.actual_weight.expect("it knows what it weighed").ref_time()
}

/// The events of this pallet since the last look.
pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}
