// SPDX-License-Identifier: Apache-2.0

//! A chain of this pallet, balances and a clock, and the words that tests use.

use crate::{
	self as pallet_service_payments, types::*, CreditOf, Event, GenesisConfig, SignedVoucherOf,
	WeightInfo,
};
use destra_primitives::{
	payments_api::AgreementReport,
	time::{days, Millis, Moment},
	AgreementId, Balance, BoundedU128, BoundedU64, BurnCause, CardVersion, Governed, PaymentForm,
	ProviderInspect, ProviderStatus, Role, ServiceClass, SlashReason, Slasher, SmallOrderKeys,
	SupplyLedger, WorkRecorder,
};
use destra_vouchers::{SignedVoucher, Voucher};
use frame_support::{
	derive_impl, ord_parameter_types, parameter_types,
	storage::with_storage_layer,
	traits::{
		fungible::{Balanced, Inspect, InspectHold, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		ConstU128, ConstU32, ConstU64, Imbalance, OnUnbalanced,
	},
	weights::Weight,
};
use frame_system::EnsureSignedBy;
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use sp_runtime::{
	traits::{IdentifyAccount, IdentityLookup},
	AccountId32, BuildStorage, DispatchError, DispatchResult, MultiSignature, MultiSigner, Perbill,
	Perquintill,
};
use std::collections::BTreeMap;

pub type AccountId = AccountId32;

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
	pub type Payments = pallet_service_payments;
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
	pub const ExistentialDeposit: Balance = ED;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
}

/// What was recorded of a payment.
pub type Recorded = (AccountId, ServiceClass, AccountId, Balance, Balance);

parameter_types! {
	/// The providers. Each serves every class while it is active.
	pub static Standing: BTreeMap<AccountId, ProviderStatus> = BTreeMap::new();
	/// When each provider registered that has not always been one.
	pub static Registered: BTreeMap<AccountId, Moment> = BTreeMap::new();
	/// When each provider left that is leaving.
	pub static Left: BTreeMap<AccountId, Moment> = BTreeMap::new();
	/// Whom each operator key acts for.
	pub static Operators: BTreeMap<AccountId, AccountId> = BTreeMap::new();
	/// Who was slashed, and who reported it. In storage, like what real pallets would note: a call
	/// that fails leaves no trace of it.
	pub storage Slashed: Vec<(AccountId, Option<AccountId>)> = vec![];
	/// What the ledger burned, by cause.
	pub storage Burned: BTreeMap<BurnCause, Balance> = BTreeMap::new();
	pub storage Work: Vec<Recorded> = vec![];
}

/// What is known of the providers of these tests.
pub struct Providers;

impl ProviderInspect<AccountId> for Providers {
	fn status(who: &AccountId) -> Option<ProviderStatus> {
		Standing::get().get(who).copied()
	}

	fn serves(who: &AccountId, role: Role) -> bool {
		role != Role::Validator && Self::status(who) == Some(ProviderStatus::Active)
	}

	fn left_at(who: &AccountId, dealt_at: Moment) -> Option<Moment> {
		match Self::status(who) {
			None => Some(0),
			_ if Registered::get().get(who).is_some_and(|at| *at > dealt_at) => Some(0),
			Some(ProviderStatus::Leaving) => Left::get().get(who).copied(),
			Some(_) => None,
		}
	}

	fn weight(_who: &AccountId) -> u128 {
		0
	}

	fn own_stake(_who: &AccountId) -> Balance {
		0
	}

	fn provider_of(operator: &AccountId) -> Option<AccountId> {
		Operators::get().get(operator).cloned()
	}

	fn is_answerable(who: &AccountId) -> bool {
		Self::status(who).is_some()
	}
}

impl Slasher<AccountId> for Providers {
	fn slash(
		who: &AccountId,
		reason: SlashReason,
		fraction: Option<Perbill>,
		reporter: Option<AccountId>,
	) -> DispatchResult {
		assert_eq!((reason, fraction), (SlashReason::DisputeLost, None));
		if Self::status(who).is_none() {
			return Err(DispatchError::Other("no provider"));
		}
		let mut all = Slashed::get();
		all.push((who.clone(), reporter));
		Slashed::set(&all);
		Ok(())
	}
}

/// Counts what it burns.
pub struct Ledger;

impl SupplyLedger<CreditOf<Test>> for Ledger {
	fn burn(cause: BurnCause, credit: CreditOf<Test>) {
		let mut all = Burned::get();
		*all.entry(cause).or_default() += credit.peek();
		Burned::set(&all);
	}
}

pub struct ToTreasury;

impl OnUnbalanced<CreditOf<Test>> for ToTreasury {
	fn on_nonzero_unbalanced(credit: CreditOf<Test>) {
		Balances::resolve(&TREASURY, credit).expect("the treasury exists");
	}
}

/// Remembers who was paid for what.
pub struct Recorder;

impl WorkRecorder<AccountId> for Recorder {
	fn record(
		provider: &AccountId,
		class: ServiceClass,
		customer: &AccountId,
		paid: Balance,
		burned: Balance,
	) {
		let mut all = Work::get();
		all.push((provider.clone(), class, customer.clone(), paid, burned));
		Work::set(&all);
	}
}

/// Weighs a batch, so that a test can tell.
pub struct Weighed;

pub const REDEEMED: u64 = 1_000;
pub const REFUSED: u64 = 10;
pub const CHECKED: u64 = 100;

macro_rules! weigh {
	($($name:ident),* $(,)?) => {
		$(fn $name() -> Weight {
			Weight::from_parts(1, 0)
		})*
	};
}

impl WeightInfo for Weighed {
	weigh! {
		put_parameter, publish_card, remove_card, open, top_up, announce_price, settle, cancel, close,
		open_dispute, rule, lapse_dispute, concede, propose_outcome, accept_outcome,
	}

	fn redeem(v: u32) -> Weight {
		Weight::from_parts(1 + REDEEMED * u64::from(v), 0)
	}

	fn refuse(r: u32) -> Weight {
		Weight::from_parts(REFUSED * u64::from(r), 0)
	}

	fn check_signature(s: u32) -> Weight {
		Weight::from_parts(CHECKED * u64::from(s), 0)
	}
}

ord_parameter_types! {
	pub const ArbiterMember: AccountId = ARBITER;
}

impl pallet_service_payments::Config for Test {
	type WeightInfo = Weighed;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Time = Timestamp;
	type Providers = Providers;
	type Slasher = Providers;
	type UnbondingPeriod = ConstU64<{ days(21) }>;
	type Ledger = Ledger;
	type Treasury = ToTreasury;
	type Work = Recorder;
	type Signature = MultiSignature;
	type Signer = MultiSigner;
	type ForgeableKeys = SmallOrderKeys;
	type ArbiterOrigin = EnsureSignedBy<ArbiterMember, AccountId>;
	type StorageDeposit = ConstU128<STORAGE_DEPOSIT>;
	type MaxBatch = ConstU32<128>;
	type HistoryDays = ConstU32<30>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId, MultiSignature> for Helper {
	fn signer() -> AccountId {
		account_of(&key())
	}

	fn sign(message: &[u8]) -> MultiSignature {
		key().sign(message).into()
	}

	fn add_provider(who: &AccountId, _class: ServiceClass) -> AccountId {
		stand(who, Some(ProviderStatus::Active));
		Operators::set([(OPERATOR, who.clone())].into());
		OPERATOR
	}

	fn stop_serving(who: &AccountId) {
		stand(who, Some(ProviderStatus::Jailed));
	}
}

pub const ALICE: AccountId = AccountId32::new([1; 32]);
pub const BOB: AccountId = AccountId32::new([2; 32]);
/// A provider.
pub const PAUL: AccountId = AccountId32::new([3; 32]);
/// Another one.
pub const PIA: AccountId = AccountId32::new([4; 32]);
/// The operator of Paul.
pub const OPERATOR: AccountId = AccountId32::new([5; 32]);
pub const STRANGER: AccountId = AccountId32::new([6; 32]);
pub const TREASURY: AccountId = AccountId32::new([7; 32]);
pub const ARBITER: AccountId = AccountId32::new([9; 32]);

pub const HOSTING: ServiceClass = ServiceClass::Hosting;
pub const GPU: ServiceClass = ServiceClass::GpuCompute;
pub const RPC: ServiceClass = ServiceClass::Rpc;

pub const ED: Balance = 100;
pub const ENDOWMENT: Balance = 1_000_000_000;
/// 15 January 2027.
pub const START: Moment = 1_800_000_000_000;
pub const DAY: Millis = days(1);
pub const PERIOD: Millis = days(30);
pub const CUSTOMER_NOTICE: Millis = days(3);
pub const REDEMPTION: Millis = days(2);
pub const PROVIDER_NOTICE: Millis = days(7);
pub const PRICE_NOTICE: Millis = days(10);
pub const RULING: Millis = days(14);
/// How long after its deadline a dispute waits for the next one.
pub const REOPENING: Millis = RULING / 5;
/// How long after its opening anyone can end a dispute.
pub const LAPSE: Millis = RULING + REOPENING;
/// How long the clock of a metered agreement stands after a dispute.
pub const GRACE: Millis = ClassSettings::MIN_REDEMPTION_PERIOD;
pub const TERM: Millis = days(180);
/// A day costs 1,000.
pub const PRICE: Balance = 30_000;
pub const GPU_DEPOSIT: Balance = 5_000;
/// For the entries of an agreement.
pub const STORAGE_DEPOSIT: Balance = 70;
pub const DISPUTE_DEPOSIT: Balance = 2_000;
/// A tenth of it.
pub const LAPSE_PENALTY: Balance = 200;

/// Every class in both forms. A tenth is burned, a twentieth goes to the treasury.
pub fn settings(class: ServiceClass) -> ClassSettings {
	let form = |min_prepayment: Balance| FormSettings {
		unit: Unit::try_new("unit").unwrap(),
		min_price: BoundedU128::literal::<1>(),
		max_price: BoundedU128::literal::<1_000_000>(),
		min_prepayment: min_prepayment.try_into().unwrap(),
	};
	let provider_deposit = if class == GPU { GPU_DEPOSIT } else { 0 };
	ClassSettings {
		streaming: Some(form(provider_deposit.max(1_000))),
		metered: Some(form(provider_deposit.max(1_000))),
		period: BoundedU64::literal::<{ days(30) }>(),
		burn: Perquintill::from_percent(10),
		treasury: Perquintill::from_percent(5),
		customer_notice: BoundedU64::literal::<{ days(3) }>(),
		redemption_period: BoundedU64::literal::<{ days(2) }>(),
		provider_notice: BoundedU64::literal::<{ days(7) }>(),
		price_notice: BoundedU64::literal::<{ days(10) }>(),
		metered_term: BoundedU64::literal::<{ days(180) }>(),
		provider_deposit: provider_deposit.try_into().unwrap(),
		dispute_deposit: BoundedU128::literal::<DISPUTE_DEPOSIT>(),
		lapse_penalty: Perquintill::from_percent(10),
		ruling_period: BoundedU64::literal::<{ days(14) }>(),
	}
}

/// Puts a parameter in force, as governance does when its notice has passed.
pub fn put(new: Parameter) -> DispatchResult {
	with_storage_layer(|| Payments::put(new))
}

/// Changes settings of a class, one after the other in the order of their declaration, or none of them.
pub fn set(class: ServiceClass, change: impl FnOnce(&mut ClassSettings)) -> DispatchResult {
	let old = crate::Classes::<Test>::get(class).expect("the class is offered");
	let mut new = old.clone();
	change(&mut new);
	let (old, new) = (ClassSetting::of(&old), ClassSetting::of(&new));
	let mut changes = old.into_iter().zip(new).filter(|(old, new)| old != new);
	with_storage_layer(|| {
		changes
			.try_for_each(|(_, setting)| put(Parameter::Class(ClassParameter { class, setting })))
	})
}

pub struct ExtBuilder {
	classes: Vec<(ServiceClass, ClassSettings)>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { classes: ServiceClass::ALL.map(|class| (class, settings(class))).into() }
	}
}

impl ExtBuilder {
	pub fn classes(mut self, classes: Vec<(ServiceClass, ClassSettings)>) -> Self {
		self.classes = classes;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let active = |who| (who, ProviderStatus::Active);
		Standing::set([PAUL, PIA].map(active).into());
		Operators::set([(OPERATOR, PAUL), (PIA, PIA)].into());
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let rich = [ALICE, BOB, PAUL, PIA, STRANGER].map(|who| (who, ENDOWMENT));
		let poor = [(TREASURY, ED)];
		pallet_balances::GenesisConfig::<Test> {
			balances: rich.into_iter().chain(poor).collect(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		GenesisConfig::<Test> { classes: self.classes, ..Default::default() }
			.assimilate_storage(&mut storage)
			.unwrap();
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			set_time(START);
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			Payments::do_try_state().unwrap();
			test();
			Payments::do_try_state().unwrap();
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

pub fn arbiter() -> RuntimeOrigin {
	signed(ARBITER)
}

/// Gives a provider another status, or none.
pub fn stand(who: &AccountId, status: Option<ProviderStatus>) {
	match (Providers::status(who), status) {
		(None, Some(_)) => drop(Registered::mutate(|all| all.insert(who.clone(), now()))),
		(before, Some(ProviderStatus::Leaving)) if before != status => {
			Left::mutate(|all| all.insert(who.clone(), now()));
		}
		_ => {}
	}
	Standing::mutate(|all| match status {
		Some(status) => drop(all.insert(who.clone(), status)),
		None => drop(all.remove(who)),
	});
}

pub fn offer(form: PaymentForm, price: Balance) -> Offer {
	Offer { form, model: Model::try_new("as usual").unwrap(), price, slots: 10 }
}

/// Publishes card 0 of a class for streaming, or card 1 for vouchers. Its version.
pub fn publish(
	provider: AccountId,
	class: ServiceClass,
	form: PaymentForm,
	price: Balance,
) -> CardVersion {
	let offer = offer(form, price);
	let card = card_of(form);
	Payments::publish_card(signed(provider.clone()), class, card, offer.into()).unwrap();
	version(&provider, class, form)
}

pub fn card_of(form: PaymentForm) -> u8 {
	match form {
		PaymentForm::Streaming => 0,
		PaymentForm::Metered => 1,
	}
}

pub fn version(provider: &AccountId, class: ServiceClass, form: PaymentForm) -> CardVersion {
	let key = CardKey { class, card: card_of(form) };
	crate::RateCards::<Test>::get(provider, key).unwrap().version
}

/// An agreement to a new card.
pub fn open(
	customer: AccountId,
	provider: AccountId,
	class: ServiceClass,
	order: Order<AccountId>,
	price: Balance,
	prepayment: Balance,
) -> Result<AgreementId, DispatchError> {
	let form = match order {
		Order::Streaming { .. } => PaymentForm::Streaming,
		Order::Metered { .. } => PaymentForm::Metered,
	};
	let version = publish(provider.clone(), class, form, price);
	let card = card_of(form);
	Payments::open(signed(customer), provider, class, card, version, order, prepayment)?;
	Ok(crate::NextAgreementId::<Test>::get() - 1)
}

/// Alice has one unit of hosting from Paul, by time.
pub fn stream(prepayment: Balance) -> AgreementId {
	open(ALICE, PAUL, HOSTING, Order::Streaming { units: 1 }, PRICE, prepayment).unwrap()
}

/// Alice pays Paul by vouchers of [`key`].
pub fn meter(prepayment: Balance) -> AgreementId {
	metered(ALICE, PAUL, RPC, prepayment)
}

pub fn metered(
	customer: AccountId,
	provider: AccountId,
	class: ServiceClass,
	prepayment: Balance,
) -> AgreementId {
	let order = Order::Metered { signer: Some(account_of(&key())) };
	open(customer, provider, class, order, 1, prepayment).unwrap()
}

/// The key that signs vouchers.
pub fn key() -> sr25519::Pair {
	sr25519::Pair::from_seed(&[42; 32])
}

pub fn ed25519_key() -> ed25519::Pair {
	ed25519::Pair::from_seed(&[43; 32])
}

pub fn ecdsa_key() -> ecdsa::Pair {
	ecdsa::Pair::from_seed(&[44; 32])
}

pub fn account_of<K: Pair>(key: &K) -> AccountId
where
	MultiSigner: From<K::Public>,
{
	MultiSigner::from(key.public()).into_account()
}

/// A voucher for Paul, good for a day.
pub fn voucher(agreement: AgreementId, amount: Balance) -> SignedVoucherOf<Test> {
	sign(&key(), Voucher { agreement, amount, valid_until: now() + DAY }, &PAUL)
}

pub fn sign<K: Pair>(key: &K, voucher: Voucher, provider: &AccountId) -> SignedVoucherOf<Test>
where
	MultiSignature: From<K::Signature>,
{
	let payload = voucher.payload(&Payments::genesis_hash(), provider);
	SignedVoucher { voucher, signature: key.sign(&payload).into() }
}

/// What a batch for Paul weighed.
pub fn redeem(vouchers: Vec<SignedVoucherOf<Test>>) -> Result<u64, DispatchError> {
	let batch = vouchers.try_into().expect("not too many");
	Payments::redeem(signed(STRANGER), PAUL, batch)
		.map(|info| info.actual_weight.unwrap().ref_time())
		.map_err(|error| error.error)
}

pub fn agreement(id: AgreementId) -> AgreementReport<AccountId> {
	Payments::agreement(id).expect("an agreement")
}

pub fn is_gone(id: AgreementId) -> bool {
	Payments::agreement(id).is_none()
}

pub fn free(who: AccountId) -> Balance {
	Balances::balance(&who)
}

pub fn held(reason: crate::HoldReason, who: AccountId) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who)
}

pub fn burned() -> Balance {
	Burned::get().values().sum()
}

/// Gives away all that an account can do without, but for `left`.
pub fn spend_all_but(who: AccountId, left: Balance) {
	let amount = free(who.clone()) - left;
	let (precision, kept) = (Precision::Exact, Preservation::Expendable);
	Balances::burn_from(&who, amount, kept, precision, Fortitude::Force).unwrap();
}

/// The events of this pallet since the last look.
pub fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// Of a payment of Alice to Paul.
pub fn settled(id: AgreementId, paid: Balance, burned: Balance, treasury: Balance) -> Event<Test> {
	let (customer, provider, received) = (ALICE, PAUL, paid - burned - treasury);
	Event::Settled { id, customer, provider, paid, received, burned, treasury }
}

/// Of an agreement of Alice with Paul.
pub fn ended(id: AgreementId, end: End, refund: Balance, deposit: Balance) -> Event<Test> {
	Event::Ended {
		id,
		end,
		customer: ALICE,
		provider: PAUL,
		refund,
		storage_deposit: STORAGE_DEPOSIT,
		deposit,
	}
}
