// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet, balances and a clock, and the words that tests use.

use crate::{
	self as pallet_allocation,
	types::{Name, Notice, ShareTable},
	Category, CreditOf, Event, GenesisConfig, GenesisGrant, HoldReason, Months, NextGrantId,
	Parameter, Rules, Source, UnlockRules,
};
use destra_primitives::{
	apis::{CategoryReport, GrantReport},
	time::{days, Millis, Moment},
	Balance, CategoryId, Governed, GrantId, RewardVesting, Schedule, Span,
};
use frame_support::{
	assert_ok, derive_impl, ord_parameter_types, parameter_types,
	storage::with_storage_layer,
	traits::{
		fungible::{Balanced, Inspect, InspectHold, Mutate},
		AsEnsureOriginWithArg, ConstU32, Contains, Imbalance, OnUnbalanced,
	},
	PalletId,
};
use frame_system::EnsureSignedBy;
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchResult, Perquintill};

/// Long enough that the pots of two categories have two accounts.
pub type AccountId = u128;

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
	pub type Allocation = pallet_allocation;
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
	pub static ExistentialDeposit: Balance = 10;
	/// Whose rewards answer for their conduct.
	pub static Answering: Vec<AccountId> = vec![];
	/// What was burned for leaving early.
	pub static Penalties: Balance = 0;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
}

/// Those who are [`Answering`].
pub struct Answerers;

impl Contains<AccountId> for Answerers {
	fn contains(who: &AccountId) -> bool {
		Answering::get().contains(who)
	}
}

/// Counts what it burns.
pub struct BurnPenalty;

impl OnUnbalanced<CreditOf<Test>> for BurnPenalty {
	fn on_nonzero_unbalanced(credit: CreditOf<Test>) {
		Penalties::mutate(|sum| *sum += credit.peek());
	}
}

parameter_types! {
	pub static MaximumSupply: Balance = SUPPLY;
	pub const LockedRewardShare: Perquintill = Perquintill::from_percent(75);
	pub const RewardDuration: Millis = DURATION;
	pub static RewardQuantum: Millis = QUANTUM;
	pub const AllocationPalletId: PalletId = PalletId(*b"alloc/ct");
}

ord_parameter_types! {
	pub const GovernorMember: AccountId = GOVERNOR;
	pub const GuardianMember: AccountId = GUARDIAN;
	pub const GranterMember: AccountId = GRANTER;
}

impl pallet_allocation::Config for Test {
	type WeightInfo = ();
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type GrantOrigin = AsEnsureOriginWithArg<EnsureSignedBy<GranterMember, AccountId>>;
	type GovernOrigin = EnsureSignedBy<GovernorMember, AccountId>;
	type GuardianOrigin = EnsureSignedBy<GuardianMember, AccountId>;
	type Answerable = Answerers;
	type OnExitPenalty = BurnPenalty;
	type MaximumSupply = MaximumSupply;
	type MaxGrants = ConstU32<8>;
	type MaxBatch = ConstU32<16>;
	type LockedRewardShare = LockedRewardShare;
	type RewardDuration = RewardDuration;
	type RewardQuantum = RewardQuantum;
	type PalletId = AllocationPalletId;
}

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CAROL: AccountId = 3;
pub const STRANGER: AccountId = 4;
pub const GOVERNOR: AccountId = 5;
pub const GUARDIAN: AccountId = 6;
pub const GRANTER: AccountId = 7;
/// Where people spend what they have.
pub const SHOP: AccountId = 8;
/// Exists nowhere until it is paid.
pub const NEWCOMER: AccountId = 99;

/// A fifth of the supply; can be revoked, and nothing else.
pub const TEAM: CategoryId = CategoryId(1);
/// A fifth of the supply; changes hands, and nothing else.
pub const INVESTORS: CategoryId = CategoryId(2);
/// A tenth of the supply; everything is allowed, leaving early costs half at the start.
pub const COMMUNITY: CategoryId = CategoryId(4);
/// Half of the supply, emitted.
pub const PROVIDERS: CategoryId = CategoryId(5);
/// There is no such category.
pub const NOWHERE: CategoryId = CategoryId(3);

/// A hundredth of the supply.
pub const PERCENT: Balance = 1_000_000_000_000_000_000;
pub const SUPPLY: Balance = 100 * PERCENT;
/// 1 February 2027, 0:00 UTC.
pub const START: Moment = 1_801_440_000_000;
pub const DAY: Millis = days(1);
/// For how long a succession is announced.
pub const NOTICE: Millis = 2 * DAY;
pub const QUANTUM: Millis = 6 * DAY;
pub const DURATION: Millis = 180 * DAY;

pub fn percent(percent: u64) -> Perquintill {
	Perquintill::from_percent(percent)
}

/// A category of genesis that allows everything.
pub fn category(id: u8, share: u64) -> Category {
	Category {
		id: CategoryId(id),
		name: Name::try_new("a category").unwrap(),
		source: Source::Genesis,
		share: percent(share),
		min_share: percent(0),
		max_share: percent(100),
		rules: Rules {
			revocable: true,
			transferable: true,
			exit_penalty: Some(percent(50)),
			unlock: UnlockRules::NONE,
		},
	}
}

/// The four categories of most tests.
pub fn categories() -> Vec<Category> {
	let strict = Rules {
		revocable: false,
		transferable: false,
		exit_penalty: None,
		unlock: UnlockRules::NONE,
	};
	let team = Category {
		min_share: percent(15),
		max_share: percent(30),
		rules: Rules { revocable: true, ..strict },
		..category(TEAM.0, 20)
	};
	let investors = Category {
		min_share: percent(5),
		max_share: percent(25),
		rules: Rules { transferable: true, ..strict },
		..category(INVESTORS.0, 20)
	};
	let providers = Category { source: Source::Emission, ..category(PROVIDERS.0, 50) };
	vec![team, investors, category(COMMUNITY.0, 10), providers]
}

/// A least cliff of 6 months, a least term of 24, at least a month from step to step, at most a tenth
/// at the start, and begun at most 12 months ago.
pub const UNLOCK: UnlockRules = UnlockRules {
	min_cliff: Months::literal::<6>(),
	min_term: Months::literal::<24>(),
	min_period: Months::literal::<1>(),
	max_upfront: Perquintill::from_percent(10),
	max_backdating: Months::literal::<12>(),
};

/// The same four, where team and investors unlock as [`UNLOCK`] says.
pub fn ruled_categories() -> Vec<Category> {
	let mut table = categories();
	for category in &mut table[..2] {
		category.rules.unlock = UNLOCK;
	}
	table
}

/// Four categories and no grants, unless told otherwise.
pub struct ExtBuilder {
	genesis: GenesisConfig<Test>,
	existential_deposit: Balance,
	missing: Balance,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		let genesis = GenesisConfig {
			categories: categories(),
			succession_notice: Notice::try_new(NOTICE).unwrap(),
			..GenesisConfig::default()
		};
		Self { genesis, existential_deposit: 10, missing: 0 }
	}
}

impl ExtBuilder {
	pub fn existential_deposit(mut self, deposit: Balance) -> Self {
		self.existential_deposit = deposit;
		self
	}

	pub fn categories(mut self, categories: Vec<Category>) -> Self {
		self.genesis.categories = categories;
		self
	}

	pub fn paid(mut self, category: CategoryId, amount: Balance) -> Self {
		self.genesis.paid.push((category, amount));
		self
	}

	pub fn genesis_grant(
		mut self,
		category: CategoryId,
		beneficiary: AccountId,
		amount: Balance,
		schedule: Schedule,
	) -> Self {
		let grant = GenesisGrant { category, beneficiary, amount, schedule };
		self.genesis.grants.push(grant);
		self
	}

	/// The pot of the first category lacks so much.
	pub fn missing(mut self, missing: Balance) -> Self {
		self.missing = missing;
		self
	}

	pub fn genesis(mut self, genesis: GenesisConfig<Test>) -> Self {
		self.genesis = genesis;
		self
	}

	/// What has to be in the pots.
	fn pots(&self) -> Vec<(AccountId, Balance)> {
		let GenesisConfig { categories, paid, .. } = &self.genesis;
		let of_genesis = categories.iter().filter(|category| category.source == Source::Genesis);
		let mut pots: Vec<_> = of_genesis
			.map(|category| {
				let paid = paid.iter().filter(|(id, _)| *id == category.id);
				let paid: Balance = paid.map(|(_, amount)| amount).sum();
				let left = category.cap(SUPPLY).saturating_sub(paid);
				(Allocation::pot_account(category.id), left + self.existential_deposit)
			})
			.collect();
		if let Some((_, first)) = pots.first_mut() {
			*first -= self.missing;
		}
		pots
	}

	pub fn build(self) -> sp_io::TestExternalities {
		ExistentialDeposit::set(self.existential_deposit);
		Penalties::set(0);
		Answering::set(vec![]);
		let people = (ALICE..=SHOP).map(|who| (who, self.existential_deposit));
		let balances = people.chain(self.pots()).collect();
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		pallet_balances::GenesisConfig::<Test> { balances, ..Default::default() }
			.assimilate_storage(&mut storage)
			.unwrap();
		self.genesis.assimilate_storage(&mut storage).unwrap();
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			set_time(START);
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			Allocation::do_try_state().unwrap();
			test();
			Allocation::do_try_state().unwrap();
		});
	}
}

pub fn now() -> Moment {
	Timestamp::get()
}

pub fn set_time(time: Moment) {
	Timestamp::set_timestamp(time);
}

pub fn pass(span: Millis) {
	set_time(now() + span);
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn governor() -> RuntimeOrigin {
	signed(GOVERNOR)
}

pub fn guardian() -> RuntimeOrigin {
	signed(GUARDIAN)
}

pub fn granter() -> RuntimeOrigin {
	signed(GRANTER)
}

/// `periods` equal steps from [`START`] on, one a day.
pub fn daily(periods: u32) -> Schedule {
	Schedule {
		start: START,
		upfront: percent(0),
		cliff: Span::Millis(0),
		lump: percent(0),
		period: Span::Millis(DAY),
		periods,
	}
}

/// A cliff of 12 months, then monthly to month 48.
pub fn team_schedule(start: Moment) -> Schedule {
	Schedule {
		start,
		upfront: percent(0),
		cliff: Span::Months(12),
		lump: percent(25),
		period: Span::Months(1),
		periods: 36,
	}
}

/// A cliff of 6 months, then quarterly to month 24; a tenth at the start.
pub fn investor_schedule(start: Moment) -> Schedule {
	Schedule {
		start,
		upfront: percent(10),
		cliff: Span::Months(6),
		lump: percent(15),
		period: Span::Months(3),
		periods: 6,
	}
}

pub fn grant(
	category: CategoryId,
	who: AccountId,
	amount: Balance,
	schedule: Schedule,
) -> DispatchResult {
	Allocation::grant(granter(), category, who, amount, schedule.into())
}

/// A grant that is made, and its id.
pub fn granted(
	category: CategoryId,
	who: AccountId,
	amount: Balance,
	schedule: Schedule,
) -> GrantId {
	let id = NextGrantId::<Test>::get();
	assert_ok!(grant(category, who, amount, schedule));
	id
}

pub fn pause(category: CategoryId) {
	assert_ok!(Allocation::pause_category(guardian(), category));
}

pub fn resume(category: CategoryId) {
	assert_ok!(Allocation::resume_category(governor(), category));
}

/// Announces that `who` takes over from `from`, and waits until it may.
pub fn announce(who: AccountId, from: AccountId) {
	assert_ok!(Allocation::announce_succession(signed(who), from));
	pass(NOTICE);
}

/// An earned reward; what was handed back.
pub fn reward(who: AccountId, amount: Balance) -> Balance {
	match Allocation::vest(&who, Balances::issue(amount)) {
		Ok(()) => 0,
		Err(credit) => credit.peek(),
	}
}

/// What a slash took.
pub fn slash(who: AccountId, amount: Balance) -> Balance {
	Allocation::slash_unvested(&who, amount).peek()
}

/// The shares of team, investors, community and providers, in percent.
pub fn shares(shares: [u64; 4]) -> ShareTable {
	let ids = [TEAM, INVESTORS, COMMUNITY, PROVIDERS];
	ids.into_iter().zip(shares.map(percent)).collect::<Vec<_>>().try_into().unwrap()
}

/// Puts a parameter in force, as its change would.
pub fn put(new: Parameter) -> DispatchResult {
	with_storage_layer(|| Allocation::put(new))
}

pub fn put_shares(shares: ShareTable) -> DispatchResult {
	put(Parameter::Shares(shares))
}

pub fn free(who: AccountId) -> Balance {
	Balances::balance(&who)
}

/// What is on hold for grants.
pub fn held(who: AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::Grant.into(), &who)
}

/// What is on hold for rewards.
pub fn locked(who: AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::Reward.into(), &who)
}

pub fn pot(category: CategoryId) -> Balance {
	free(Allocation::pot_account(category))
}

pub fn fund_pot(category: CategoryId, amount: Balance) {
	Balances::mint_into(&Allocation::pot_account(category), amount).unwrap();
}

/// Everything that `who` can spend goes to the shop.
pub fn spend_all(who: AccountId) {
	assert_ok!(Balances::transfer_all(signed(who), SHOP, false));
}

/// A lock of another pallet, for a vote for example, on all that `who` has.
pub fn lock_all(who: AccountId) {
	use frame_support::traits::{LockableCurrency, WithdrawReasons};
	Balances::set_lock(*b"a vote  ", &who, Balance::MAX, WithdrawReasons::all());
}

pub fn report(category: CategoryId) -> CategoryReport {
	let reports = Allocation::categories();
	reports.into_iter().find(|report| report.category == category).expect("a category")
}

pub fn grant_report(who: AccountId, grant: GrantId) -> GrantReport {
	let reports = Allocation::grants(who);
	reports.into_iter().find(|report| report.grant == grant).expect("a grant")
}

/// The events of this pallet since the last look.
pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

#[test]
fn every_category_has_a_pot_of_its_own() {
	let mut pots: Vec<_> =
		(0..=u8::MAX).map(|id| Allocation::pot_account(CategoryId(id))).collect();
	pots.dedup();
	assert_eq!(pots.len(), 256);
}
