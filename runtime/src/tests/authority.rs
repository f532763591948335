// SPDX-License-Identifier: Apache-2.0

//! No account makes root's calls or buys the room for emergencies, and the list of such calls is
//! complete.

use super::{
	chain::{account, on_preset},
	described::{Described, DescribedCall},
	signed::{sign, validate},
	staking_chain::{block_with, on_chain},
};
use crate::{
	configs::accounts::ProxyType,
	constants::currency::DSYNC,
	extensions::{
		authority::{is_reserved, is_superseded, AuthorityFault},
		CheckAuthority,
	},
	AccountId, BlockNumber, Executive, Multisig, Runtime, RuntimeCall, RuntimeOrigin,
};
use codec::Decode;
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	pallet_prelude::TransactionSource,
	storage::{with_transaction_unchecked, TransactionOutcome},
	traits::UnfilteredDispatchable,
	weights::Weight,
};
use sp_core::sr25519;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::{
	traits::{DispatchTransaction, Dispatchable, TransactionExtension, TxBaseImplication},
	transaction_validity::{TransactionValidity, TransactionValidityError},
	DispatchError,
};

type System = frame_system::Call<Runtime>;
type Sudo = pallet_sudo::Call<Runtime>;
type Utility = pallet_utility::Call<Runtime>;
type MultisigCall = pallet_multisig::Call<Runtime>;
type Proxy = pallet_proxy::Call<Runtime>;

const SOME_WEIGHT: Weight = Weight::from_parts(1, 1);

/// One of each call of each pallet, with its name.
fn one_of_each_call() -> Vec<(String, RuntimeCall)> {
	let described = Described::new();
	let smallest = |call: DescribedCall| {
		let name = format!("{}.{}", call.pallet, call.name);
		let bytes = described.smallest_call(&call, &[]);
		let made_up = RuntimeCall::decode(&mut &bytes[..]);
		(name.clone(), made_up.unwrap_or_else(|error| panic!("a made up {name}: {error}")))
	};
	described.calls().into_iter().map(smallest).collect()
}

/// How `call` ends for somebody who is nobody, when no filter is in its way.
fn by_stranger(call: &RuntimeCall) -> Result<(), DispatchError> {
	with_transaction_unchecked(|| {
		let origin = RuntimeOrigin::signed([42; 32].into());
		let result = call.clone().dispatch_bypass_filter(origin);
		TransactionOutcome::Rollback(result.map(drop).map_err(|error| error.error))
	})
}

fn reserved_calls() -> Vec<RuntimeCall> {
	let calls = one_of_each_call().into_iter().map(|(_, call)| call);
	calls.filter(is_reserved).collect()
}

#[test]
fn the_list_names_exactly_the_calls_that_refuse_a_signature() {
	on_preset("development", || {
		let calls = one_of_each_call();
		assert!(calls.len() > 120, "{} calls", calls.len());
		for (name, call) in calls {
			let refused = by_stranger(&call) == Err(DispatchError::BadOrigin);
			assert_eq!(is_reserved(&call), refused, "{name}: {:?}", by_stranger(&call));
			if matches!(call, RuntimeCall::Sudo(_)) {
				let required = pallet_sudo::Error::<Runtime>::RequireSudo.into();
				assert_eq!(by_stranger(&call), Err(required), "{name}");
			}
		}
	});
}

/// What the extension says of `call`, signed by `who`.
fn judged(who: AccountId, call: &RuntimeCall) -> Result<(), TransactionValidityError> {
	let (info, source) = (call.get_dispatch_info(), TransactionSource::External);
	let origin = RuntimeOrigin::signed(who);
	CheckAuthority.validate_only(origin, call, &info, 0, source, 0).map(drop)
}

fn refused(fault: AuthorityFault) -> Result<(), TransactionValidityError> {
	Err(fault.into())
}

fn remark() -> RuntimeCall {
	System::remark { remark: vec![] }.into()
}

fn upgrade() -> RuntimeCall {
	System::apply_authorized_upgrade { code: vec![0; 1_000] }.into()
}

fn sudo(call: RuntimeCall) -> RuntimeCall {
	Sudo::sudo { call: Box::new(call) }.into()
}

fn sudo_calls() -> Vec<RuntimeCall> {
	let call = || Box::new(remark());
	vec![
		sudo(remark()),
		sudo(System::set_storage { items: vec![] }.into()),
		Sudo::sudo_unchecked_weight { call: call(), weight: SOME_WEIGHT }.into(),
		Sudo::sudo_as { who: account(Bob).into(), call: call() }.into(),
		Sudo::set_key { new: account(Bob).into() }.into(),
		Sudo::remove_key {}.into(),
	]
}

/// `call` in each wrapper that a signature opens.
fn wrapped(call: &RuntimeCall) -> Vec<RuntimeCall> {
	let boxed = || Box::new(call.clone());
	let list = || vec![remark(), call.clone()];
	let other_signatories = || vec![account(Charlie)];
	vec![
		Utility::batch { calls: list() }.into(),
		Utility::batch { calls: vec![call.clone()] }.into(),
		Utility::batch_all { calls: list() }.into(),
		Utility::force_batch { calls: list() }.into(),
		Utility::as_derivative { index: 0, call: boxed() }.into(),
		Utility::if_else { main: boxed(), fallback: Box::new(remark()) }.into(),
		Utility::if_else { main: Box::new(remark()), fallback: boxed() }.into(),
		MultisigCall::as_multi_threshold_1 {
			other_signatories: other_signatories(),
			call: boxed(),
		}
		.into(),
		MultisigCall::as_multi {
			threshold: 2,
			other_signatories: other_signatories(),
			maybe_timepoint: None,
			call: boxed(),
			max_weight: SOME_WEIGHT,
		}
		.into(),
		proxy(Dave, call.clone()),
		Proxy::proxy_announced {
			delegate: account(Bob).into(),
			real: account(Dave).into(),
			force_proxy_type: None,
			call: boxed(),
		}
		.into(),
	]
}

fn proxy(real: Sr25519Keyring, call: RuntimeCall) -> RuntimeCall {
	let (real, call) = (account(real).into(), Box::new(call));
	Proxy::proxy { real, force_proxy_type: None, call }.into()
}

fn add_proxy(real: Sr25519Keyring, delegate: Sr25519Keyring) {
	add_proxy_of(real, delegate, ProxyType::Any, 0);
}

fn add_proxy_of(
	real: Sr25519Keyring,
	delegate: Sr25519Keyring,
	proxy_type: ProxyType,
	delay: BlockNumber,
) {
	let delegate = account(delegate).into();
	let add: RuntimeCall = Proxy::add_proxy { delegate, proxy_type, delay }.into();
	add.dispatch(RuntimeOrigin::signed(account(real))).expect("there is room for a proxy");
}

#[test]
fn a_reserved_call_is_refused_whoever_signs_and_however_deep_it_is() {
	on_preset("development", || {
		for call in reserved_calls() {
			// Alice has the sudo key: as root the call goes through, by her signature it does not.
			for who in [Alice, Bob] {
				let nested = wrapped(&call).iter().flat_map(wrapped).collect();
				for path in [vec![call.clone()], wrapped(&call), nested].concat() {
					let fault = refused(AuthorityFault::Reserved);
					assert_eq!(judged(account(who), &path), fault, "{path:?}");
				}
			}
			assert_eq!(judged(account(Alice), &sudo(call)), Ok(()));
		}
	});
}

#[test]
fn sudo_is_refused_to_all_but_the_sudo_key() {
	on_preset("development", || {
		for call in sudo_calls() {
			for path in [vec![call.clone()], wrapped(&call)].concat() {
				let fault = refused(AuthorityFault::NotGovernor);
				assert_eq!(judged(account(Bob), &path), fault, "{path:?}");
			}
			assert_eq!(judged(account(Alice), &call), Ok(()));
			let batch = Utility::batch { calls: vec![call.clone(), remark(), call.clone()] };
			assert_eq!(judged(account(Alice), &batch.into()), Ok(()));
		}
		pallet_sudo::Key::<Runtime>::kill();
		let fault = refused(AuthorityFault::NotGovernor);
		assert_eq!(judged(account(Alice), &sudo(remark())), fault, "without a key nobody governs");
	});
}

#[test]
fn a_weak_or_delayed_proxy_of_the_sudo_key_does_not_govern() {
	on_preset("development", || {
		let call = proxy(Alice, sudo(System::set_storage { items: vec![] }.into()));
		let weak = [ProxyType::NonTransfer, ProxyType::CancelProxy, ProxyType::Staking];
		for (delegate, proxy_type) in [Bob, Charlie, Dave].into_iter().zip(weak) {
			add_proxy_of(Alice, delegate, proxy_type, 0);
			assert_eq!(judged(account(delegate), &call), refused(AuthorityFault::NotGovernor));
		}
		add_proxy_of(Alice, Eve, ProxyType::Any, 1);
		assert_eq!(judged(account(Eve), &call), refused(AuthorityFault::NotGovernor));
	});
}

#[test]
fn a_proxy_of_the_sudo_key_governs_and_who_only_says_so_does_not() {
	on_preset("development", || {
		let fault = || refused(AuthorityFault::NotGovernor);
		let call = proxy(Alice, sudo(System::set_storage { items: vec![] }.into()));
		assert_eq!(call.get_dispatch_info().class, DispatchClass::Operational);
		assert_eq!(judged(account(Bob), &call), fault());
		add_proxy(Alice, Bob);
		assert_eq!(judged(account(Bob), &call), Ok(()));
		assert_eq!(judged(account(Charlie), &call), fault());
		// Through the proxy of a proxy, but not past one that is none.
		assert_eq!(judged(account(Charlie), &proxy(Bob, call.clone())), fault());
		add_proxy(Bob, Charlie);
		assert_eq!(judged(account(Charlie), &proxy(Bob, call.clone())), Ok(()));
		let other_type = Proxy::proxy {
			real: account(Alice).into(),
			force_proxy_type: Some(ProxyType::Staking),
			call: Box::new(sudo(remark())),
		};
		assert_eq!(judged(account(Bob), &other_type.into()), fault());
	});
}

#[test]
fn a_multisig_and_a_derivative_account_can_govern() {
	on_preset("development", || {
		let members = {
			let mut members = [account(Bob), account(Charlie)];
			members.sort();
			members
		};
		let others = |who| vec![account(if who == Bob { Charlie } else { Bob })];
		let fault = || refused(AuthorityFault::NotGovernor);
		let one = |who| -> RuntimeCall {
			let (other_signatories, call) = (others(who), Box::new(sudo(remark())));
			MultisigCall::as_multi_threshold_1 { other_signatories, call }.into()
		};
		let two = |who| -> RuntimeCall {
			MultisigCall::as_multi {
				threshold: 2,
				other_signatories: others(who),
				maybe_timepoint: None,
				call: Box::new(sudo(remark())),
				max_weight: SOME_WEIGHT,
			}
			.into()
		};
		pallet_sudo::Key::<Runtime>::put(Multisig::multi_account_id(&members, 1));
		assert_eq!(judged(account(Bob), &one(Bob)), Ok(()));
		assert_eq!(judged(account(Dave), &one(Bob)), fault());
		assert_eq!(judged(account(Bob), &two(Bob)), fault());

		pallet_sudo::Key::<Runtime>::put(Multisig::multi_account_id(&members, 2));
		assert_eq!(judged(account(Bob), &one(Bob)), fault(), "one of two signatures");
		assert_eq!(judged(account(Charlie), &two(Charlie)), Ok(()));

		pallet_sudo::Key::<Runtime>::put(pallet_utility::derivative_account_id(account(Bob), 7));
		let derived = |index| -> RuntimeCall {
			Utility::as_derivative { index, call: Box::new(sudo(remark())) }.into()
		};
		assert_eq!(judged(account(Bob), &derived(7)), Ok(()));
		assert_eq!(judged(account(Bob), &derived(8)), fault());
	});
}

#[test]
fn who_does_not_govern_makes_no_operational_transaction() {
	on_preset("development", || {
		// Whoever signs may apply an upgrade that root has authorised, and could fail to for ever.
		for call in wrapped(&upgrade()).into_iter().chain([upgrade()]) {
			let operational = call.get_dispatch_info().class == DispatchClass::Operational;
			let verdict = if operational { refused(AuthorityFault::NotGovernor) } else { Ok(()) };
			assert_eq!(judged(account(Bob), &call), verdict, "{call:?}");
		}
		assert_eq!(judged(account(Alice), &upgrade()), Ok(()));
		for (name, call) in one_of_each_call() {
			let passes = judged(account(Bob), &call).is_ok();
			let class = call.get_dispatch_info().class;
			assert!(!passes || class == DispatchClass::Normal, "{name} is {class:?}");
		}
	});
}

#[test]
fn what_anybody_may_do_passes() {
	on_preset("development", || {
		let governs = |call: &RuntimeCall| matches!(call, RuntimeCall::Sudo(_));
		for (name, call) in one_of_each_call() {
			let normal = call.get_dispatch_info().class == DispatchClass::Normal;
			if is_superseded(&call) {
				assert_eq!(judged(account(Bob), &call), refused(AuthorityFault::Superseded));
			} else if normal && !is_reserved(&call) && !governs(&call) {
				assert_eq!(judged(account(Bob), &call), Ok(()), "{name}");
				for path in wrapped(&call) {
					assert_eq!(judged(account(Bob), &path), Ok(()), "{path:?}");
				}
			}
		}
	});
}

#[test]
fn transactions_without_a_signature_are_not_judged() {
	on_preset("development", || {
		let (call, source) = (upgrade(), TransactionSource::External);
		let info = call.get_dispatch_info();
		let origin = RuntimeOrigin::none();
		let implication = TxBaseImplication(());
		let judged = CheckAuthority.validate(origin, &call, &info, 0, (), &implication, source);
		assert!(judged.is_ok());
	});
}

/// What the pool and the block say of `call`, signed by `who` with a tip.
fn sent(who: &sr25519::Pair, call: RuntimeCall) -> (TransactionValidity, TransactionValidity) {
	let transaction = sign(who, DSYNC, call);
	let valid = validate(&transaction);
	let applied = block_with(|| Executive::apply_extrinsic(transaction));
	(valid, applied.map(|_| Default::default()))
}

#[test]
fn pool_and_block_refuse_megabytes_of_operational_calls_and_nothing_is_paid() {
	on_chain("development", || {
		let junk = || vec![7; 3_900_000];
		let attacks = [
			(
				System::set_storage { items: vec![(junk(), vec![])] }.into(),
				AuthorityFault::Reserved,
			),
			(System::set_code { code: junk() }.into(), AuthorityFault::Reserved),
			(System::kill_storage { keys: vec![junk()] }.into(), AuthorityFault::Reserved),
			(System::apply_authorized_upgrade { code: junk() }.into(), AuthorityFault::NotGovernor),
			(sudo(System::set_code { code: junk() }.into()), AuthorityFault::NotGovernor),
		];
		let before = crate::Balances::free_balance(account(Bob));
		for (call, fault) in attacks {
			let (pool, block) = sent(&Bob.pair(), call);
			assert_eq!(pool, Err(fault.into()));
			assert_eq!(block, Err(fault.into()));
		}
		assert_eq!(crate::Balances::free_balance(account(Bob)), before);
		let (pool, block) = sent(&Alice.pair(), sudo(System::set_storage { items: vec![] }.into()));
		assert!(pool.is_ok() && block.is_ok(), "the sudo key governs");
	});
}

#[test]
fn the_codes_are_those_of_the_documentation() {
	assert_eq!(AuthorityFault::Reserved.code(), 120);
	assert_eq!(AuthorityFault::NotGovernor.code(), 121);
}
