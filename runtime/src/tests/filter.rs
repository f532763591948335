// SPDX-License-Identifier: Apache-2.0

//! Nobody changes the total issuance behind the back of the supply ledger, sudo included.

use super::chain::{account, on_preset};
use crate::{
	configs::{accounts::ProxyType, filter::LedgerKeepsCount},
	constants::currency::DSYNC,
	Balances, Emission, OriginCaller, Runtime, RuntimeCall, RuntimeOrigin, System,
};
use destra_primitives::{apis::EmissionPhase, BurnCause};
use frame_support::{dispatch::RawOrigin, traits::Contains, weights::Weight};
use pallet_balances::AdjustmentDirection;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob};
use sp_runtime::{traits::Dispatchable, DispatchError};

type Sudo = pallet_sudo::Call<Runtime>;
type Utility = pallet_utility::Call<Runtime>;
type Multisig = pallet_multisig::Call<Runtime>;
type Proxy = pallet_proxy::Call<Runtime>;

const SOME_WEIGHT: Weight = Weight::from_parts(1, 1);

fn filtered() -> DispatchError {
	frame_system::Error::<Runtime>::CallFiltered.into()
}

fn remark() -> RuntimeCall {
	frame_system::Call::<Runtime>::remark { remark: vec![] }.into()
}

/// The calls that change the total issuance and count nothing.
fn uncounted() -> [RuntimeCall; 3] {
	type Call = pallet_balances::Call<Runtime>;
	[
		Call::burn { value: DSYNC, keep_alive: true }.into(),
		Call::force_set_balance { who: account(Alice).into(), new_free: 7 * DSYNC }.into(),
		Call::force_adjust_total_issuance {
			direction: AdjustmentDirection::Increase,
			delta: DSYNC,
		}
		.into(),
	]
}

/// `call` in each way in which sudo dispatches it.
fn by_sudo(call: &RuntimeCall) -> Vec<RuntimeCall> {
	let call = || Box::new(call.clone());
	vec![
		Sudo::sudo { call: call() }.into(),
		Sudo::sudo_unchecked_weight { call: call(), weight: SOME_WEIGHT }.into(),
		Sudo::sudo_as { who: account(Alice).into(), call: call() }.into(),
	]
}

/// `call` in each wrapper that dispatches it for root without a filter.
fn wrapped(call: &RuntimeCall) -> Vec<RuntimeCall> {
	let root = || Box::new(OriginCaller::system(RawOrigin::Root));
	let boxed = || Box::new(call.clone());
	let list = || vec![remark(), call.clone()];
	vec![
		Utility::batch { calls: list() }.into(),
		Utility::batch_all { calls: list() }.into(),
		Utility::force_batch { calls: list() }.into(),
		Utility::dispatch_as { as_origin: root(), call: boxed() }.into(),
		Utility::dispatch_as_fallible { as_origin: root(), call: boxed() }.into(),
		Utility::with_weight { call: boxed(), weight: SOME_WEIGHT }.into(),
		Utility::if_else { main: boxed(), fallback: Box::new(remark()) }.into(),
		Utility::if_else { main: Box::new(remark()), fallback: boxed() }.into(),
	]
}

fn by(who: Sr25519Keyring, call: RuntimeCall) -> Result<(), DispatchError> {
	call.dispatch(RuntimeOrigin::signed(account(who))).map(drop).map_err(|error| error.error)
}

#[test]
fn no_call_changes_the_issuance_uncounted() {
	on_preset("development", || {
		for call in uncounted() {
			assert_eq!(by(Alice, call.clone()), Err(filtered()), "{call:?}");
			let nested = wrapped(&call).iter().flat_map(wrapped).collect();
			for path in [vec![call.clone()], wrapped(&call), nested].concat() {
				for sudo in by_sudo(&path) {
					assert_eq!(by(Alice, sudo.clone()), Err(filtered()), "{sudo:?}");
				}
			}
		}
	});
}

#[test]
fn who_signs_for_the_sudo_key_does_not_get_past_the_filter() {
	on_preset("development", || {
		let proxy_type = ProxyType::Any;
		let add = Proxy::add_proxy { delegate: account(Bob).into(), proxy_type, delay: 0 };
		assert_eq!(by(Alice, add.into()), Ok(()));
		for sudo in uncounted().iter().flat_map(by_sudo) {
			let batch = Utility::batch_all { calls: vec![remark(), sudo.clone()] };
			assert_eq!(by(Alice, batch.into()), Err(filtered()));

			let other_signatories = vec![account(Bob)];
			let call = Box::new(sudo.clone());
			let multisig = Multisig::as_multi_threshold_1 { other_signatories, call };
			assert_eq!(by(Alice, multisig.into()), Err(filtered()));

			let (real, call) = (account(Alice).into(), Box::new(sudo));
			let proxy = Proxy::proxy { real, force_proxy_type: None, call };
			assert_eq!(by(Bob, proxy.into()), Ok(()));
			let executed =
				pallet_proxy::Event::<Runtime>::ProxyExecuted { result: Err(filtered()) };
			System::assert_last_event(executed.into());
		}
	});
}

#[test]
fn sudo_governs_as_before() {
	on_preset("development", || {
		for path in [vec![remark()], wrapped(&remark())].concat() {
			for sudo in by_sudo(&path) {
				assert!(LedgerKeepsCount::contains(&sudo), "{sudo:?}");
			}
		}
		let pause: RuntimeCall = pallet_emission::Call::<Runtime>::pause {}.into();
		let batch = Utility::batch_all { calls: vec![remark(), pause] };
		assert_eq!(by(Alice, Sudo::sudo { call: Box::new(batch.into()) }.into()), Ok(()));
		assert_eq!(Emission::phase(), EmissionPhase::Paused);
	});
}

#[test]
fn holders_burn_through_the_ledger() {
	on_preset("development", || {
		let before = Balances::total_issuance();
		let burn = pallet_emission::Call::<Runtime>::burn { amount: DSYNC, keep_alive: true };
		assert_eq!(by(Alice, burn.into()), Ok(()));
		assert_eq!(Balances::total_issuance(), before - DSYNC);
		assert_eq!(Emission::burned(BurnCause::Voluntary), DSYNC);
	});
}
