// SPDX-License-Identifier: Apache-2.0

//! Nobody changes an account or the total issuance behind the back of the pallet that keeps the book of it, sudo
//! included.

use super::{
	calls::{all_calls, send, CallName},
	chain::{account, on_preset},
	staking_chain::{authority_of, on_chain, open, tier},
};
use crate::{
	configs::{accounts::ProxyType, filter::BooksAgree},
	constants::{currency::DSYNC, time::BLOCK_TIME},
	genesis::categories::TREASURY,
	AccountId, Allocation, Balance, Balances, Emission, Executive, KpiOracle, OriginCaller,
	Runtime, RuntimeCall, RuntimeOrigin, StakingLocks, System,
};
use destra_primitives::{apis::EmissionPhase, BurnCause};
use frame_support::{
	assert_ok,
	dispatch::RawOrigin,
	traits::{Contains, PalletInfoAccess},
	weights::Weight,
};
use pallet_balances::AdjustmentDirection;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie};
use sp_runtime::{traits::Dispatchable, DispatchError};
use std::collections::{BTreeMap, BTreeSet};

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

/// The pots that a pallet keeps book of.
fn pots() -> [AccountId; 4] {
	[
		Allocation::pot_account(TREASURY),
		StakingLocks::pot_account(),
		KpiOracle::pot_account(),
		Emission::pot(),
	]
}

/// The calls that change what a pallet keeps book of, and the pallet learns nothing.
fn past_books() -> Vec<RuntimeCall> {
	type Call = pallet_balances::Call<Runtime>;
	let alice = || account(Alice).into();
	let from_pot = |pot: AccountId| {
		Call::force_transfer { source: pot.into(), dest: alice(), value: DSYNC }.into()
	};
	let direction = AdjustmentDirection::Increase;
	let calls = [
		Call::burn { value: DSYNC, keep_alive: true }.into(),
		Call::force_set_balance { who: alice(), new_free: 7 * DSYNC }.into(),
		Call::force_adjust_total_issuance { direction, delta: DSYNC }.into(),
		Call::force_unreserve { who: alice(), amount: DSYNC }.into(),
		pallet_grandpa::Call::note_stalled { delay: 20, best_finalized_block_number: 1 }.into(),
	];
	calls.into_iter().chain(pots().map(from_pot)).collect()
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
fn no_call_changes_what_a_pallet_keeps_book_of() {
	on_preset("development", || {
		for call in past_books() {
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
fn nobody_acts_for_a_pallet() {
	on_preset("development", || {
		let dest = account(Bob).into();
		let take: RuntimeCall =
			pallet_balances::Call::transfer_allow_death { dest, value: DSYNC }.into();
		for pot in pots() {
			let origin = || Box::new(OriginCaller::system(RawOrigin::Signed(pot.clone())));
			let call = || Box::new(take.clone());
			let as_pot = Sudo::sudo_as { who: pot.clone().into(), call: call() }.into();
			assert_eq!(by(Alice, as_pot), Err(filtered()));
			let ways = [
				Utility::dispatch_as { as_origin: origin(), call: call() },
				Utility::dispatch_as_fallible { as_origin: origin(), call: call() },
			];
			for way in ways.map(RuntimeCall::from) {
				for path in [vec![way.clone()], wrapped(&way)].concat() {
					for sudo in by_sudo(&path) {
						assert_eq!(by(Alice, sudo.clone()), Err(filtered()), "{sudo:?}");
					}
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
		for sudo in past_books().iter().flat_map(by_sudo) {
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

/// With a signature, in a block: the stake of an account that sudo would free stays on hold, and counted.
#[test]
fn a_stake_on_hold_is_freed_by_nobody_else() {
	on_chain("development", || {
		let reserved = || Balances::reserved_balance(account(Alice));
		let stake = reserved();
		assert!(stake > DSYNC, "Alice stakes from genesis on");
		open(BLOCK_TIME, authority_of(Alice));
		let free =
			pallet_balances::Call::force_unreserve { who: account(Alice).into(), amount: stake };
		let sudo = Sudo::sudo { call: Box::new(free.into()) };
		assert_eq!(send(Alice, sudo.into()), Ok(Err(filtered())));
		assert_eq!(reserved(), stake);
		Executive::finalize_block();
	});
}

#[test]
fn sudo_governs_as_before() {
	on_preset("development", || {
		let (source, dest) = (account(Bob).into(), account(Charlie).into());
		let from_holder =
			pallet_balances::Call::force_transfer { source, dest, value: DSYNC }.into();
		for call in [remark(), from_holder] {
			for path in [vec![call.clone()], wrapped(&call)].concat() {
				for sudo in by_sudo(&path) {
					assert!(BooksAgree::contains(&sudo), "{sudo:?}");
				}
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

/// What a call of the SDK moves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Moves {
	/// No tokens.
	Nothing,
	/// Tokens that are free, and no others.
	Free,
	/// Tokens on hold or reserved, by the pallet that keeps the book of them: its own deposits, or the stake of an
	/// offender through the staking pallet.
	ByTheBook,
	/// What the calls in it move, each under this filter or looked through by it.
	WhatIsInIt,
	/// Whatever root writes into the state, or the next runtime: no filter of a runtime binds who replaces it.
	TheStateItself,
	/// Tokens, session keys or the sets that finalise behind the back of a pallet: refused.
	BehindABack,
}

use Moves::*;

/// Every call of the SDK's pallets in this runtime.
const SORTED: [(&str, &[(Moves, &[&str])]); 10] = [
	(
		"System",
		&[
			(Nothing, &["remark", "remark_with_event", "set_heap_pages"]),
			(Nothing, &["authorize_upgrade", "authorize_upgrade_without_checks"]),
			(TheStateItself, &["set_code", "set_code_without_checks", "apply_authorized_upgrade"]),
			(TheStateItself, &["set_storage", "kill_storage", "kill_prefix"]),
		],
	),
	("Timestamp", &[(Nothing, &["set"])]),
	(
		"Babe",
		&[
			(Nothing, &["plan_config_change"]),
			(ByTheBook, &["report_equivocation", "report_equivocation_unsigned"]),
		],
	),
	(
		"Balances",
		&[
			(Nothing, &["upgrade_accounts"]),
			(Free, &["transfer_allow_death", "transfer_keep_alive", "transfer_all"]),
			// From the account of a pallet it is refused.
			(Free, &["force_transfer"]),
			(BehindABack, &["burn", "force_set_balance", "force_adjust_total_issuance"]),
			(BehindABack, &["force_unreserve"]),
		],
	),
	("Session", &[(ByTheBook, &["set_keys"]), (BehindABack, &["purge_keys"])]),
	(
		"Grandpa",
		&[
			(BehindABack, &["note_stalled"]),
			(ByTheBook, &["report_equivocation", "report_equivocation_unsigned"]),
		],
	),
	(
		"Utility",
		&[
			(WhatIsInIt, &["batch", "batch_all", "force_batch", "if_else", "as_derivative"]),
			(WhatIsInIt, &["dispatch_as", "dispatch_as_fallible", "with_weight"]),
		],
	),
	(
		"Multisig",
		&[
			(WhatIsInIt, &["as_multi_threshold_1", "as_multi"]),
			(ByTheBook, &["approve_as_multi", "cancel_as_multi", "poke_deposit"]),
		],
	),
	(
		"Proxy",
		&[
			(WhatIsInIt, &["proxy", "proxy_announced"]),
			(ByTheBook, &["add_proxy", "remove_proxy", "remove_proxies", "create_pure"]),
			(ByTheBook, &["kill_pure", "announce", "remove_announcement"]),
			(ByTheBook, &["reject_announcement", "poke_deposit"]),
		],
	),
	(
		"Sudo",
		&[
			(Nothing, &["set_key", "remove_key"]),
			(WhatIsInIt, &["sudo", "sudo_unchecked_weight", "sudo_as"]),
		],
	),
];

fn sorted() -> BTreeMap<CallName, Moves> {
	let calls = SORTED.iter().flat_map(|(pallet, groups)| {
		groups.iter().flat_map(move |(moves, calls)| {
			calls.iter().map(move |call| (CallName::new(pallet, call), *moves))
		})
	});
	calls.collect()
}

/// The pallets of this repository, whose calls move tokens by their own books.
fn ours() -> BTreeSet<&'static str> {
	[
		StakingLocks::name(),
		crate::Liveness::name(),
		crate::SessionLength::name(),
		KpiOracle::name(),
		Emission::name(),
		crate::ParameterChanges::name(),
		Allocation::name(),
		crate::ServicePayments::name(),
	]
	.into()
}

#[test]
fn every_call_of_the_sdk_is_sorted_by_what_it_moves() {
	let listed: Vec<_> = sorted().into_keys().collect();
	let there: Vec<_> =
		all_calls().into_keys().filter(|name| !ours().contains(name.pallet.as_str())).collect();
	assert_eq!(listed, there);
}

#[test]
fn what_moves_tokens_behind_a_back_is_refused_and_nothing_else() {
	let sorted = sorted();
	for (name, info) in all_calls() {
		let behind = sorted.get(&name) == Some(&BehindABack);
		assert_eq!(BooksAgree::contains(&info.sample), !behind, "{name:?}");
	}
}

#[test]
fn every_call_that_carries_another_moves_what_is_in_it() {
	for (name, info) in all_calls().into_iter().filter(|(_, info)| info.nests) {
		let moves = sorted()[&name];
		// Of some only the hash of the other call is there, which dispatches nothing.
		assert!(matches!(moves, WhatIsInIt | ByTheBook), "{name:?} {:?}", info.sample);
	}
}

#[test]
fn what_moves_free_tokens_leaves_those_on_hold() {
	on_preset("development", || {
		let stake: Balance = 1_000 * DSYNC;
		assert_ok!(StakingLocks::lock(RuntimeOrigin::signed(account(Bob)), stake, tier(0).into()));
		let total = Balances::free_balance(account(Bob)) + stake;
		type Call = pallet_balances::Call<Runtime>;
		let bob = || account(Bob).into();
		let dest = || account(Charlie).into();
		let force = |value| Call::force_transfer { source: bob(), dest: dest(), value }.into();
		let calls: Vec<(bool, RuntimeCall)> = vec![
			(false, Call::transfer_allow_death { dest: dest(), value: total }.into()),
			(false, Call::transfer_keep_alive { dest: dest(), value: total }.into()),
			(true, force(total)),
			(true, force(total - stake)),
			(false, Call::transfer_all { dest: dest(), keep_alive: false }.into()),
		];
		for (as_root, call) in calls {
			let sender = if as_root { Alice } else { Bob };
			let call = if as_root { Sudo::sudo { call: Box::new(call) }.into() } else { call };
			// Some of them fail: there is not so much.
			let _ = by(sender, call);
			assert_eq!(Balances::reserved_balance(account(Bob)), stake);
		}
	});
}
