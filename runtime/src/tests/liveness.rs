// SPDX-License-Identifier: Apache-2.0

//! Who is in the set of validators: those who are there, and never more others than finality can miss.

use super::{
	chain::{account, genesis_of},
	signed::{sign, validate},
	staking_chain::{
		authority_of, beat, begin, block, block_by, block_with, build, build_with, enter,
		everybody_writes, heartbeat, join, next_session, on_chain, session_slots, validates, voter,
	},
};
use crate::{
	configs::accounts::ProxyType,
	constants::{currency::DSYNC, time::BLOCK_TIME},
	extensions::authority::AuthorityFault,
	Babe, Balance, Balances, Executive, Liveness, Proxy, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, Session, StakingLocks, System, UncheckedExtrinsic,
};
use codec::{Decode, Encode};
use destra_primitives::{ProviderStatus, Role, ServiceClass, SlashReason};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchClass, GetDispatchInfo, Pays},
	traits::OffchainWorker,
};
use pallet_liveness::{Error, Event};
use pallet_staking_locks::types::Settings;
use sp_core::offchain::{testing::TestTransactionPoolExt, TransactionPoolExt};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_keystore::{testing::MemoryKeystore, Keystore, KeystoreExt};
use sp_runtime::{
	traits::Dispatchable,
	transaction_validity::{InvalidTransaction, TransactionPriority},
};

const STAKE: Balance = 100_000 * DSYNC;
const FOUR: [Sr25519Keyring; 4] = [Alice, Bob, Charlie, Dave];

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(who))
}

/// Blocks by these in turn.
fn rounds(rounds: usize, authors: &[Sr25519Keyring]) {
	for _ in 0..rounds {
		authors.iter().copied().for_each(block_by);
	}
}

/// Whether `who` has fallen idle in the last block.
fn fell_idle(who: Sr25519Keyring) -> bool {
	let event = RuntimeEvent::Liveness(Event::FellIdle { validator: account(who) });
	System::events().into_iter().any(|record| record.event == event)
}

/// Blocks by these, until `silent` falls idle.
fn until_idle(silent: Sr25519Keyring, authors: &[Sr25519Keyring]) {
	for turn in 0..200 {
		block_by(authors[turn % authors.len()]);
		if fell_idle(silent) {
			return;
		}
	}
	panic!("{silent:?} does not fall idle");
}

#[test]
fn two_stakers_who_never_run_a_node_never_enter_the_set() {
	on_chain("local_testnet", || {
		join(Eve, 3 * STAKE);
		join(Ferdie, 3 * STAKE);
		for _ in 0..8 {
			everybody_writes();
			next_session();
			assert!(FOUR.into_iter().all(validates));
			assert_eq!(Session::validators().len(), 4);
		}
	});
}

#[test]
fn who_shows_that_it_is_there_enters_one_at_a_time() {
	on_chain("local_testnet", || {
		join(Eve, STAKE);
		join(Ferdie, 2 * STAKE);
		beat(&[Eve, Ferdie]);
		next_session();
		everybody_writes();
		beat(&[Eve]);
		next_session();
		assert!(validates(Ferdie) && !validates(Eve), "finality can miss one of five");
		enter(&[Eve, Ferdie]);
		assert_eq!(Session::validators().len(), 6);
	});
}

#[test]
fn a_heartbeat_is_free_comes_first_and_counts_once() {
	on_chain("local_testnet", || {
		join(Eve, STAKE);
		let valid = validate(&heartbeat(Eve)).expect("valid");
		assert_eq!(valid.priority, TransactionPriority::MAX);
		let info = heartbeat(Eve).function.get_dispatch_info();
		assert_eq!((info.class, info.pays_fee), (DispatchClass::Operational, Pays::No));
		let again = heartbeat(Eve);
		beat(&[Eve]);
		assert_eq!(validate(&again), Err(InvalidTransaction::Stale.into()));
		next_session();
		assert_eq!(validate(&again), Err(InvalidTransaction::Stale.into()), "of another session");
		assert!(validate(&heartbeat(Eve)).is_ok());
	});
}

/// The heartbeat of `who` with another call in its place.
fn with_call(
	who: Sr25519Keyring,
	change: impl FnOnce(&mut pallet_liveness::Call<Runtime>),
) -> UncheckedExtrinsic {
	let mut transaction = heartbeat(who);
	let RuntimeCall::Liveness(call) = &mut transaction.function else {
		unreachable!("a heartbeat");
	};
	change(call);
	transaction
}

#[test]
fn only_all_session_keys_of_a_candidate_make_a_heartbeat() {
	on_chain("local_testnet", || {
		join(Eve, STAKE);
		let message = Liveness::heartbeat_message(&account(Eve), Session::current_index());
		let by = |babe: Sr25519Keyring, grandpa: Sr25519Keyring| {
			let both = (babe.sign(&message).into(), voter(grandpa).sign(&message).into());
			let forged = with_call(Eve, |call| {
				if let pallet_liveness::Call::heartbeat { signatures, .. } = call {
					*signatures = both;
				}
			});
			validate(&forged).map(drop)
		};
		let bad = Err(InvalidTransaction::BadProof.into());
		assert_eq!(by(Eve, Eve), Ok(()));
		assert_eq!(by(Bob, Eve), bad);
		assert_eq!(by(Eve, Bob), bad);
		let nobody = validate(&heartbeat(Ferdie)).map(drop);
		assert_eq!(nobody, Err(InvalidTransaction::BadSigner.into()));
		let call = heartbeat(Eve).function;
		let reserved = AuthorityFault::Reserved.into();
		assert_eq!(validate(&sign(&Eve.pair(), 0, call)), Err(reserved));
		let bare = UncheckedExtrinsic::new_bare(heartbeat(Eve).function);
		assert!(validate(&bare).is_err());
	});
}

#[test]
fn a_node_with_the_keys_of_a_candidate_sends_its_heartbeat() {
	let keystore = MemoryKeystore::new();
	let seed = Eve.to_seed();
	keystore.sr25519_generate_new(sp_consensus_babe::KEY_TYPE, Some(&seed)).expect("a seed");
	keystore.ed25519_generate_new(sp_consensus_grandpa::KEY_TYPE, Some(&seed)).expect("a seed");
	let (pool, sent) = TestTransactionPoolExt::new();
	let mut chain = TestExternalities::default();
	chain.register_extension(KeystoreExt::new(keystore));
	chain.register_extension(TransactionPoolExt::new(pool));
	chain.execute_with(|| {
		genesis_of("local_testnet");
		begin();
		let work = || <Liveness as OffchainWorker<_>>::offchain_worker(System::block_number());
		let sent = || core::mem::take(&mut sent.write().transactions);
		work();
		assert_eq!(sent(), Vec::<Vec<u8>>::new(), "Eve is no candidate");
		join(Eve, STAKE);
		work();
		let [heartbeat] = &sent()[..] else { panic!("one heartbeat") };
		let heartbeat = UncheckedExtrinsic::decode(&mut &heartbeat[..]).expect("a transaction");
		assert!(validate(&heartbeat).is_ok());
		assert_eq!(block_with(|| Executive::apply_extrinsic(heartbeat)), Ok(Ok(())));
		work();
		assert_eq!(sent(), Vec::<Vec<u8>>::new(), "one a session");
		for seated in [false, true] {
			next_session();
			assert_eq!(validates(Eve), seated);
			// By then everybody is called.
			(0..2).for_each(|_| block());
			work();
			assert_eq!(sent().len(), 1, "in the set as well");
		}
	});
}

#[test]
fn who_falls_idle_in_six_is_disabled_and_out() {
	on_chain("local_testnet", || {
		join(Eve, STAKE);
		join(Ferdie, STAKE);
		enter(&[Eve, Ferdie]);
		everybody_writes();
		until_idle(Ferdie, &[Alice, Bob, Charlie, Dave, Eve]);
		assert_eq!(Session::disabled_validators(), [authority_of(Ferdie)]);
		let due = |who| StakingLocks::stake(account(who)).due;
		let (before, others) = (due(Ferdie), due(Charlie));
		// A program that signs in the next block.
		beat(&[Ferdie]);
		next_session();
		assert_eq!(Session::disabled_validators(), [authority_of(Ferdie)], "over sessions");
		beat(&[Ferdie]);
		everybody_writes();
		next_session();
		assert!(!validates(Ferdie));
		assert_eq!(due(Ferdie), before, "it earns nothing, whatever it signs");
		assert!(due(Charlie) > others);
		beat(&[Ferdie]);
		everybody_writes();
		assert!(due(Ferdie) > before, "until it gives a sign of life from outside");
		assert_eq!(Session::validators().len(), 5);
		assert!(Session::disabled_validators().is_empty());
		// It may come back as anybody may come.
		next_session();
		enter(&[Ferdie]);
	});
}

#[test]
fn after_a_standstill_nobody_is_idle() {
	on_chain("local_testnet", || {
		// Of the others ten blocks each would be expected three times over.
		for _ in 0..60 {
			for slots in [4, 4, 100] {
				build(slots * BLOCK_TIME, authority_of(Alice), vec![]);
			}
		}
		assert!(Session::disabled_validators().is_empty());
	});
}

#[test]
fn who_is_jailed_stays_disabled_until_it_is_out() {
	type Act = fn();
	let offend: Act = || {
		let (root, reason) = (RuntimeOrigin::root(), SlashReason::Equivocation);
		assert_ok!(StakingLocks::report_slash(root, account(Bob), reason, None));
	};
	let leave: Act = || {
		assert_ok!(StakingLocks::leave(signed(Bob)));
	};
	let ways: [(&[Act], _); 3] = [
		(&[offend], ProviderStatus::Jailed),
		(&[offend, leave], ProviderStatus::Leaving),
		(&[leave, offend], ProviderStatus::Leaving),
	];
	for (acts, status) in ways {
		on_chain("local_testnet", || {
			acts.iter().for_each(|act| act());
			assert_eq!(StakingLocks::provider(account(Bob)).map(|bob| bob.status), Some(status));
			next_session();
			assert_eq!(Session::disabled_validators(), [authority_of(Bob)]);
			everybody_writes();
			next_session();
			assert!(!validates(Bob));
			assert!(Session::disabled_validators().is_empty());
		});
	}
}

/// Every way for `who` to have its session keys purged.
fn ways_to_purge(who: Sr25519Keyring) -> Vec<(Sr25519Keyring, RuntimeCall)> {
	let purge = || RuntimeCall::Session(pallet_session::Call::purge_keys {});
	let ours = || RuntimeCall::Liveness(pallet_liveness::Call::purge_keys {});
	let proxied = |call| {
		let (real, force_proxy_type, call) = (account(who).into(), None, Box::new(call));
		(Ferdie, pallet_proxy::Call::proxy { real, force_proxy_type, call }.into())
	};
	let batched = |call| (who, pallet_utility::Call::batch_all { calls: vec![call] }.into());
	let by_sudo = |call| {
		let (who, call) = (account(who).into(), Box::new(call));
		(Alice, pallet_sudo::Call::sudo_as { who, call }.into())
	};
	let mut ways = vec![];
	for call in [purge(), ours()] {
		let all =
			[(who, call.clone()), proxied(call.clone()), batched(call.clone()), by_sudo(call)];
		ways.extend(all);
	}
	ways
}

#[test]
fn nobody_purges_keys_that_a_set_needs_in_whatever_way() {
	on_chain("local_testnet", || {
		assert_ok!(Proxy::add_proxy(signed(Bob), account(Ferdie).into(), ProxyType::Any, 0));
		for (by, call) in ways_to_purge(Bob) {
			// Through the pool, and past it.
			let transaction = sign(&by.pair(), 0, call.clone());
			let _ = block_with(|| Executive::apply_extrinsic(transaction));
			let _ = call.dispatch(signed(by));
			assert!(Session::load_keys(&account(Bob)).is_some());
		}
		let error = Error::<Runtime>::KeysInUse;
		assert_noop!(Liveness::purge_keys(signed(Bob)), error);
		let plain = sign(&Bob.pair(), 0, pallet_session::Call::purge_keys {});
		assert_eq!(validate(&plain), Err(AuthorityFault::Superseded.into()));

		join(Eve, STAKE);
		beat(&[Eve]);
		assert_ok!(Liveness::purge_keys(signed(Eve)));
		join_again(Eve);
		next_session();
		assert_noop!(Liveness::purge_keys(signed(Eve)), Error::<Runtime>::KeysInUse);
		assert!(!validates(Eve), "queued is enough");

		assert_ok!(StakingLocks::leave(signed(Bob)));
		next_session();
		assert_noop!(Liveness::purge_keys(signed(Bob)), Error::<Runtime>::KeysInUse);
		next_session();
		assert_ok!(Liveness::purge_keys(signed(Bob)));
	});
}

/// Sets the keys of `who` once more.
fn join_again(who: Sr25519Keyring) {
	use crate::SessionKeys;
	use sp_core::proof_of_possession::ProofOfPossessionGenerator;
	let owner = account(who).encode();
	let keys = SessionKeys { babe: who.public().into(), grandpa: voter(who).public().into() };
	let proof = (
		who.pair().generate_proof_of_possession(&owner),
		voter(who).pair().generate_proof_of_possession(&owner),
	);
	assert_ok!(Session::set_keys(signed(who), keys, proof.encode()));
}

#[test]
fn a_chain_of_one_validator_goes_on_whatever_it_tries() {
	on_chain("development", || {
		for (_, call) in ways_to_purge(Alice) {
			let _ = call.dispatch(signed(Alice));
		}
		assert_ok!(StakingLocks::leave(signed(Alice)));
		for _ in 0..4 {
			next_session();
			everybody_writes();
			assert!(validates(Alice), "there is nobody else, and a set is never empty");
		}
	});
}

#[test]
fn a_smaller_set_that_is_there_comes_before_a_full_one_that_stops() {
	on_chain("local_testnet", || {
		// Three are the minimum.
		join(Eve, 3 * STAKE);
		join(Ferdie, 3 * STAKE);
		assert_ok!(StakingLocks::leave(signed(Alice)));
		assert_ok!(StakingLocks::leave(signed(Bob)));
		for _ in 0..4 {
			next_session();
			everybody_writes();
		}
		let expected = |members: &[Sr25519Keyring]| {
			let mut expected: Vec<_> = members.iter().map(|who| account(*who)).collect();
			expected.sort();
			expected
		};
		let mut set = Session::validators();
		set.sort();
		assert_eq!(set, expected(&[Charlie, Dave]), "who never ran would stop finality");
		beat(&[Eve]);
		next_session();
		next_session();
		let mut set = Session::validators();
		set.sort();
		assert_eq!(set, expected(&[Charlie, Dave, Eve]));
	});
}

/// A session without finality, of blocks by Charlie, and heartbeats of these.
fn standing_session(there: &[Sr25519Keyring]) {
	let end = *Babe::current_epoch_start() + session_slots();
	build_with((end - *Babe::current_slot()) * BLOCK_TIME, authority_of(Charlie), || ());
	for slot in 1..session_slots() {
		let heartbeats = if slot == 5 { there } else { &[] };
		build_with(BLOCK_TIME, authority_of(Charlie), || {
			for who in heartbeats {
				assert_eq!(Executive::apply_extrinsic(heartbeat(*who)), Ok(Ok(())));
			}
		});
	}
}

#[test]
fn who_is_not_there_while_finality_stands_is_not_elected_again() {
	on_chain("local_testnet", || {
		for who in [Sr25519Keyring::One, Sr25519Keyring::Two] {
			let endowment = STAKE + 10 * DSYNC;
			assert_ok!(Balances::transfer_keep_alive(
				signed(Ferdie),
				account(who).into(),
				endowment
			));
		}
		let newcomers = [Eve, Ferdie, Sr25519Keyring::One, Sr25519Keyring::Two];
		newcomers.into_iter().for_each(|who| join(who, STAKE));
		enter(&newcomers);
		assert_eq!(Session::validators().len(), 8);

		// Three of eight lose their power: finality needs six.
		let gone = [Ferdie, Sr25519Keyring::One, Sr25519Keyring::Two];
		for _ in 0..4 {
			standing_session(&[&[Alice, Bob, Charlie, Dave, Eve][..], &gone].concat());
		}
		standing_session(&[Alice, Bob, Charlie, Dave, Eve]);
		next_session();
		let queued: Vec<_> = Session::queued_keys().into_iter().map(|(who, _)| who).collect();
		let still = gone.into_iter().filter(|who| queued.contains(&account(*who))).count();
		assert_eq!((queued.len(), still), (6, 1), "five of six are enough");
		assert!(Session::disabled_validators().is_empty());
	});
}

#[test]
fn a_live_chain_has_four_validators_at_least() {
	assert_eq!(Settings::default().min_validators.get(), 4);
}

#[test]
fn who_gives_up_the_role_is_no_candidate() {
	on_chain("local_testnet", || {
		join(Eve, STAKE);
		let mut profile = super::staking_chain::validator_profile(account(Eve));
		profile.roles.remove(&Role::Validator);
		profile.roles.try_insert(Role::Service(ServiceClass::Dns)).expect("there is room");
		assert_ok!(StakingLocks::update_profile(signed(Eve), profile));
		assert!(validate(&heartbeat(Eve)).is_err());
		rounds(1, &FOUR);
		block();
	});
}
