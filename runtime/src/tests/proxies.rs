// SPDX-License-Identifier: Apache-2.0

//! What a proxy can move: with signed transactions, through each call that carries another, and in sight of all
//! balances.

use super::{
	calls::{all_calls, send, CallName},
	chain::account,
	staking_chain::{authority_of, on_chain, open, tier},
};
use crate::{
	configs::accounts::ProxyType,
	constants::{currency::DSYNC, time::BLOCK_TIME},
	extensions::authority::AuthorityFault,
	AccountId, Balance, Balances, Executive, OriginCaller, Runtime, RuntimeCall, RuntimeOrigin,
	ServicePayments, StakingLocks, System,
};
use codec::Encode;
use destra_primitives::{PaymentForm, Role, ServiceClass};
use frame_support::{
	assert_ok,
	dispatch::{GetDispatchInfo, RawOrigin},
	storage::{with_transaction, TransactionOutcome},
	traits::InstanceFilter,
};
use pallet_multisig::{Multisigs, Timepoint};
use pallet_service_payments::{Model, Offer};
use pallet_staking_locks::Profile;
use sp_io::hashing::blake2_256;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Ferdie};
use sp_runtime::{
	traits::{BlakeTwo256, Dispatchable, Hash},
	DispatchError,
};
use std::collections::{BTreeMap, BTreeSet};

type Utility = pallet_utility::Call<Runtime>;
type Multisig = pallet_multisig::Call<Runtime>;
type Proxy = pallet_proxy::Call<Runtime>;
type Sudo = pallet_sudo::Call<Runtime>;
type Staking = pallet_staking_locks::Call<Runtime>;
type Payments = pallet_service_payments::Call<Runtime>;

const TYPES: [ProxyType; 4] =
	[ProxyType::Any, ProxyType::NonTransfer, ProxyType::CancelProxy, ProxyType::Staking];

/// For whom the proxy acts. It is a signatory of multisigs, a proxy of Charlie, and the sudo key.
const OWNER: Sr25519Keyring = Bob;
/// The proxy, who is the other signatory of the multisigs.
const DELEGATE: Sr25519Keyring = Ferdie;
/// Gave the owner every right.
const CLIENT: Sr25519Keyring = Charlie;

/// What each account that might be robbed has, and what is taken from it.
const FUND: Balance = 5_000 * DSYNC;
const LOOT: Balance = 1_000 * DSYNC;

/// Where it would go: an account that is not there.
fn thief() -> AccountId {
	[0x99; 32].into()
}

/// The multisig of owner and delegate.
fn multisig(threshold: u16) -> AccountId {
	let mut signatories = vec![account(OWNER), account(DELEGATE)];
	signatories.sort();
	pallet_multisig::Pallet::<Runtime>::multi_account_id(&signatories, threshold)
}

/// The transfer that everything is about, from whoever sends it.
fn transfer() -> RuntimeCall {
	pallet_balances::Call::transfer_keep_alive { dest: thief().into(), value: LOOT }.into()
}

/// The same from the client, as root makes it.
fn forced_transfer() -> RuntimeCall {
	let (source, dest) = (account(CLIENT).into(), thief().into());
	pallet_balances::Call::force_transfer { source, dest, value: LOOT }.into()
}

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: vec![] }.into()
}

/// A way to a transfer: what the delegate has the owner do, and what it does itself afterwards.
struct Way {
	wrapper: CallName,
	for_owner: Vec<RuntimeCall>,
	afterwards: Vec<RuntimeCall>,
	/// Whether it leads there for an owner, and so for a proxy with every right.
	arrives: bool,
}

impl Way {
	fn new(pallet: &str, call: &str, for_owner: Vec<RuntimeCall>) -> Self {
		let wrapper = CallName::new(pallet, call);
		Self { wrapper, for_owner, afterwards: vec![], arrives: true }
	}

	fn then(self, afterwards: RuntimeCall) -> Self {
		Self { afterwards: vec![afterwards], ..self }
	}

	/// Only root may go it, or nothing is dispatched at its end.
	fn in_vain(self) -> Self {
		Self { arrives: false, ..self }
	}
}

/// Those of the utility pallet.
fn ways_through_utility() -> Vec<Way> {
	let call = || Box::new(transfer());
	let as_client = || Box::new(OriginCaller::system(RawOrigin::Signed(account(CLIENT))));
	let fails = || {
		let value = Balance::MAX;
		let dest = thief().into();
		Box::new(pallet_balances::Call::transfer_keep_alive { dest, value }.into())
	};
	let of = |name, call: Utility| Way::new("Utility", name, vec![call.into()]);
	vec![
		of("batch", Utility::batch { calls: vec![remark(), transfer()] }),
		of("batch_all", Utility::batch_all { calls: vec![remark(), transfer()] }),
		of("force_batch", Utility::force_batch { calls: vec![remark(), transfer()] }),
		of("if_else", Utility::if_else { main: call(), fallback: Box::new(remark()) }),
		of("if_else", Utility::if_else { main: fails(), fallback: call() }),
		of("as_derivative", Utility::as_derivative { index: 0, call: call() }),
		of("dispatch_as", Utility::dispatch_as { as_origin: as_client(), call: call() }).in_vain(),
		of(
			"dispatch_as_fallible",
			Utility::dispatch_as_fallible { as_origin: as_client(), call: call() },
		)
		.in_vain(),
		of(
			"with_weight",
			Utility::with_weight { call: Box::new(forced_transfer()), weight: max_weight() },
		)
		.in_vain(),
	]
}

fn max_weight() -> frame_support::weights::Weight {
	transfer().get_dispatch_info().call_weight
}

/// Those of multisigs. The delegate has approved the transfer for the multisig of two already.
fn ways_through_multisigs() -> Vec<Way> {
	let call = || Box::new(transfer());
	let call_hash = transfer().using_encoded(blake2_256);
	let (threshold, other_signatories) = (2, vec![account(DELEGATE)]);
	let others = || other_signatories.clone();
	let timepoint = approved_at();
	let (maybe_timepoint, max_weight) = (Some(timepoint), max_weight());
	let of = |name, call: Multisig| Way::new("Multisig", name, vec![call.into()]);
	let complete = |other_signatories| Multisig::as_multi {
		threshold,
		other_signatories,
		maybe_timepoint,
		call: call(),
		max_weight,
	};
	let approve = Multisig::approve_as_multi {
		threshold,
		other_signatories: others(),
		maybe_timepoint,
		call_hash,
		max_weight,
	};
	let cancel =
		Multisig::cancel_as_multi { threshold, other_signatories: others(), timepoint, call_hash };
	let poke = Multisig::poke_deposit { threshold, other_signatories: others(), call_hash };
	vec![
		of(
			"as_multi_threshold_1",
			Multisig::as_multi_threshold_1 { other_signatories: others(), call: call() },
		),
		of("as_multi", complete(others())),
		of("approve_as_multi", approve).then(complete(vec![account(OWNER)]).into()),
		of("cancel_as_multi", cancel).in_vain(),
		of("poke_deposit", poke).in_vain(),
	]
}

/// Those of proxies, to the account of the client.
fn ways_through_proxies() -> Vec<Way> {
	let call = || Box::new(transfer());
	let call_hash = BlakeTwo256::hash_of(&transfer());
	let (real, owner) = (|| account(CLIENT).into(), || account(OWNER).into());
	let announce = || Proxy::announce { real: real(), call_hash }.into();
	let announced = || -> RuntimeCall {
		let (delegate, real) = (owner(), real());
		Proxy::proxy_announced { delegate, real, force_proxy_type: None, call: call() }.into()
	};
	let of = |name, calls| Way::new("Proxy", name, calls);
	let proxy = Proxy::proxy { real: real(), force_proxy_type: None, call: call() };
	let remove = Proxy::remove_announcement { real: real(), call_hash };
	let reject = Proxy::reject_announcement { delegate: owner(), call_hash };
	vec![
		of("proxy", vec![proxy.into()]),
		of("announce", vec![announce()]).then(announced()),
		of("proxy_announced", vec![announce(), announced()]),
		of("remove_announcement", vec![remove.into()]).in_vain(),
		of("reject_announcement", vec![reject.into()]).in_vain(),
	]
}

/// Those of sudo.
fn ways_through_sudo() -> Vec<Way> {
	let call = || Box::new(forced_transfer());
	let as_client = Sudo::sudo_as { who: account(CLIENT).into(), call: Box::new(transfer()) };
	let of = |name, call: Sudo| Way::new("Sudo", name, vec![call.into()]);
	vec![
		of("sudo", Sudo::sudo { call: call() }),
		of(
			"sudo_unchecked_weight",
			Sudo::sudo_unchecked_weight { call: call(), weight: max_weight() },
		),
		of("sudo_as", as_client),
	]
}

fn all_ways() -> Vec<Way> {
	[ways_through_utility(), ways_through_multisigs(), ways_through_proxies(), ways_through_sudo()]
		.into_iter()
		.flatten()
		.collect()
}

/// When the delegate approved the transfer of the multisig of two.
fn approved_at() -> Timepoint<crate::BlockNumber> {
	let call_hash = transfer().using_encoded(blake2_256);
	Multisigs::<Runtime>::get(multisig(2), call_hash).expect("the delegate approved").when
}

fn by(who: Sr25519Keyring, call: RuntimeCall) {
	assert_ok!(call.dispatch(RuntimeOrigin::signed(account(who))));
}

/// Money for everybody who might be robbed, and the rights of the owner.
fn set_up() {
	let derivative = pallet_utility::derivative_account_id(account(OWNER), 0);
	for poor in [multisig(1), multisig(2), derivative] {
		let fund = pallet_balances::Call::transfer_keep_alive { dest: poor.into(), value: FUND };
		by(Dave, fund.into());
	}
	let approve = Multisig::as_multi {
		threshold: 2,
		other_signatories: vec![account(OWNER)],
		maybe_timepoint: None,
		call: Box::new(transfer()),
		max_weight: max_weight(),
	};
	by(DELEGATE, approve.into());
	give(CLIENT, OWNER, ProxyType::Any);
	pallet_sudo::Key::<Runtime>::put(account(OWNER));
}

fn give(real: Sr25519Keyring, delegate: Sr25519Keyring, proxy_type: ProxyType) {
	let delegate = account(delegate).into();
	by(real, Proxy::add_proxy { delegate, proxy_type, delay: 0 }.into());
}

/// What accounts have, free and reserved.
type Wealth = BTreeMap<AccountId, (Balance, Balance)>;

/// What everybody has, but for the delegate, who pays the fees, and Alice, who as the author of the
/// block gets her part of them.
fn balances() -> Wealth {
	frame_system::Account::<Runtime>::iter()
		.filter(|(who, _)| *who != account(DELEGATE) && *who != account(Alice))
		.map(|(who, info)| (who, (info.data.free, info.data.reserved)))
		.collect()
}

/// Has the delegate go a way, inside `outer`, on a chain that is the same again afterwards. What everybody had and has.
/// A way that leads through a call of root's, or of sudo's in another name, ends before the block.
fn go(way: &Way, outer: fn(RuntimeCall) -> RuntimeCall) -> (Wealth, Wealth) {
	let walk = || {
		let before = balances();
		for call in &way.for_owner {
			let (real, call) = (account(OWNER).into(), Box::new(outer(call.clone())));
			let proxied = Proxy::proxy { real, force_proxy_type: None, call }.into();
			match send(DELEGATE, proxied) {
				Ok(result) => {
					assert_ok!(result);
				}
				Err(refusal) => {
					let faults = [AuthorityFault::Reserved, AuthorityFault::NotGovernor];
					assert!(faults.map(Into::into).contains(&refusal), "{refusal:?}");
				}
			}
		}
		for call in &way.afterwards {
			// Whether it succeeds is seen by the balances.
			let _ = send(DELEGATE, call.clone()).expect("a valid transaction");
		}
		(before, balances())
	};
	with_transaction(|| TransactionOutcome::Rollback(Ok::<_, DispatchError>(walk())))
		.expect("it is rolled back")
}

/// As it is, and inside a batch, whose filter is that of the proxy.
const OUTERS: [fn(RuntimeCall) -> RuntimeCall; 2] =
	[|call| call, |call| Utility::batch { calls: vec![call] }.into()];

/// Runs `test` in a block, where the delegate is a proxy of the owner, of this type.
fn with_proxy(proxy_type: ProxyType, test: impl FnOnce()) {
	on_chain("development", || {
		set_up();
		give(OWNER, DELEGATE, proxy_type);
		open(BLOCK_TIME, authority_of(Alice));
		test();
		Executive::finalize_block();
	});
}

#[test]
fn every_call_that_carries_another_is_a_way() {
	on_chain("development", || {
		set_up();
		let tried: BTreeSet<_> = all_ways().into_iter().map(|way| way.wrapper).collect();
		let all = all_calls();
		let there: BTreeSet<_> =
			all.into_iter().filter_map(|(name, info)| info.nests.then_some(name)).collect();
		assert_eq!(tried, there);
	});
}

#[test]
fn a_proxy_with_every_right_moves_what_its_owner_could() {
	with_proxy(ProxyType::Any, || {
		for way in all_ways() {
			let (before, after) = go(&way, OUTERS[0]);
			assert!(!before.contains_key(&thief()));
			let loot = after.get(&thief()).map_or(0, |(free, _)| *free);
			assert_eq!(loot, if way.arrives { LOOT } else { 0 }, "{:?}", way.wrapper);
		}
	});
}

#[test]
fn a_proxy_of_another_type_moves_nobodys_tokens_by_any_way() {
	for proxy_type in TYPES.into_iter().filter(|of| *of != ProxyType::Any) {
		with_proxy(proxy_type, || {
			for way in all_ways() {
				for outer in OUTERS {
					let (before, after) = go(&way, outer);
					assert_eq!(before, after, "{proxy_type:?} {:?}", way.wrapper);
				}
			}
			// Nor without a way.
			let plain = Way::new("Balances", "transfer_keep_alive", vec![transfer()]);
			let (before, after) = go(&plain, OUTERS[0]);
			assert_eq!(before, after, "{proxy_type:?}");
		});
	}
}

#[test]
fn a_proxy_still_does_what_it_is_for_alone_and_in_batches() {
	let lock = || pallet_staking_locks::Call::lock { amount: FUND, tier: tier(0).into() }.into();
	for proxy_type in [ProxyType::NonTransfer, ProxyType::Staking] {
		with_proxy(proxy_type, || {
			for outer in OUTERS {
				let way = Way::new("StakingLocks", "lock", vec![lock()]);
				let (before, after) = go(&way, outer);
				let held = |wealth: &Wealth| wealth[&account(OWNER)].1;
				assert_eq!(held(&after) - held(&before), FUND, "{proxy_type:?}");
			}
		});
	}
}

/// A proxy adds no proxy with more rights than its own.
#[test]
fn a_proxy_makes_no_stronger_one() {
	for mine in TYPES {
		with_proxy(mine, || {
			for proxy_type in TYPES {
				let delegate = account(Dave).into();
				let add = Proxy::add_proxy { delegate, proxy_type, delay: 0 }.into();
				let (real, call) = (account(OWNER).into(), Box::new(add));
				let proxied = Proxy::proxy { real, force_proxy_type: None, call }.into();
				assert_ok!(send(DELEGATE, proxied).expect("a valid transaction"));
				let (proxies, _) = pallet_proxy::Proxies::<Runtime>::get(account(OWNER));
				let added = proxies
					.iter()
					.any(|proxy| proxy.delegate == account(Dave) && proxy.proxy_type == proxy_type);
				let may = matches!(mine, ProxyType::Any | ProxyType::NonTransfer)
					&& mine.is_superset(&proxy_type);
				assert_eq!(added, may, "{mine:?} {proxy_type:?}");
			}
		});
	}
}

#[test]
fn a_type_is_a_superset_of_those_whose_calls_it_permits_all() {
	let calls: Vec<_> = all_calls().into_values().map(|info| info.sample).collect();
	for wide in TYPES {
		for narrow in TYPES {
			let permits_all =
				calls.iter().filter(|call| narrow.filter(call)).all(|call| wide.filter(call));
			assert_eq!(wide.is_superset(&narrow), permits_all, "{wide:?} {narrow:?}");
			for narrower in TYPES {
				let chain = wide.is_superset(&narrow) && narrow.is_superset(&narrower);
				assert!(!chain || wide.is_superset(&narrower), "{wide:?} {narrow:?} {narrower:?}");
			}
		}
	}
}

/// What the delegate does to have strangers put deposits of the owner on hold: it makes the owner a provider of GPUs,
/// and itself the operator, who offers a thousand.
fn offer_in_the_name_of_the_owner() -> Vec<(bool, RuntimeCall)> {
	let class = ServiceClass::GpuCompute;
	let settings = StakingLocks::settings();
	let amount = settings.min_stakes.of(Role::Service(class)).max(settings.min_lock.get());
	let roles = BTreeSet::from([Role::Service(class)]).try_into().expect("room for a role");
	let operator = account(DELEGATE);
	let profile = Profile { roles, operator, metadata: [0; 32], endpoint: Default::default() };
	let model = Model::try_new("of nobody").expect("a short text");
	let offer = Offer { form: PaymentForm::Metered, model, price: DSYNC, slots: 1_000 };
	let publish = || Payments::publish_card { class, card: 0, offer: offer.clone().into() }.into();
	vec![
		(true, Staking::lock { amount, tier: tier(0).into() }.into()),
		(
			true,
			Staking::register { profile, commission: sp_runtime::Perbill::zero().into() }.into(),
		),
		(false, Staking::operate_for { provider: Some(account(OWNER)) }.into()),
		(false, publish()),
		(true, publish()),
	]
}

/// It may stake for the owner, and register it: but what a provider answers for with deposits, it says itself.
#[test]
fn only_a_proxy_with_every_right_offers_services_in_the_name_of_its_owner() {
	for proxy_type in TYPES {
		with_proxy(proxy_type, || {
			for (for_owner, call) in offer_in_the_name_of_the_owner() {
				let call = match for_owner {
					false => call,
					true => {
						let (real, call) = (account(OWNER).into(), Box::new(call));
						Proxy::proxy { real, force_proxy_type: None, call }.into()
					}
				};
				// Whether it succeeds is seen by what there is in the end.
				let _ = send(DELEGATE, call).expect("a valid transaction");
			}
			let registered = StakingLocks::provider(account(OWNER)).is_some();
			assert_eq!(registered, proxy_type != ProxyType::CancelProxy, "{proxy_type:?}");
			let offered = !ServicePayments::cards(account(OWNER)).is_empty();
			assert_eq!(offered, proxy_type == ProxyType::Any, "{proxy_type:?}");
		});
	}
}

/// The fees of the ways above are the delegate's, and they are all that it loses.
#[test]
fn a_proxy_pays_the_fee_itself() {
	with_proxy(ProxyType::Staking, || {
		let (owner, delegate) = (account(OWNER), account(DELEGATE));
		let before = (Balances::free_balance(&owner), Balances::free_balance(&delegate));
		let call = Box::new(remark());
		let proxied = Proxy::proxy { real: owner.clone().into(), force_proxy_type: None, call };
		assert_ok!(send(DELEGATE, proxied.into()).expect("a valid transaction"));
		let fee = before.1 - Balances::free_balance(&delegate);
		assert!(0 < fee && fee < DSYNC, "{fee}");
		assert_eq!(Balances::free_balance(&owner), before.0);
		assert_eq!(System::account_nonce(&owner), 0);
	});
}
