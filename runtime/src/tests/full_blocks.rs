// SPDX-License-Identifier: Apache-2.0

//! Whatever others pay, the reports of the oracle are in the next block.

use super::{
	chain::account,
	signed::{account_of, sign, validate, Pool, Refused},
	staking_chain::{block_with, on_chain},
};
use crate::{
	configs::economy::metrics, constants::currency::DSYNC, Balance, Balances, KpiOracle, Runtime,
	RuntimeCall, RuntimeOrigin, TransactionPayment, UncheckedExtrinsic,
};
use pallet_transaction_payment::Multiplier;
use sp_core::{sr25519, Pair};
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::{traits::One, transaction_validity::TransactionPriority};

type System = frame_system::Call<Runtime>;

/// The four first reporters, and three that join.
const REPORTERS: [Sr25519Keyring; 7] = [Alice, Bob, Charlie, Dave, Eve, Ferdie, One];
/// What each attacker has.
const WEALTH: Balance = 30_000 * DSYNC;

/// Admits and bonds the reporters that the preset does not have.
fn seven_reporters() {
	let fund = Balances::transfer_keep_alive(
		RuntimeOrigin::signed(account(Alice)),
		account(One).into(),
		20_000 * DSYNC,
	);
	fund.expect("Alice can pay");
	for who in [Eve, Ferdie, One] {
		KpiOracle::admit_reporter(RuntimeOrigin::root(), account(who)).expect("there is room");
		KpiOracle::bond(RuntimeOrigin::signed(account(who))).expect("the bond is free");
	}
}

/// An attacker with money, out of the pocket of Ferdie.
fn attacker(index: usize) -> sr25519::Pair {
	let pair = sr25519::Pair::from_string(&format!("//Attacker//{index}"), None).expect("a path");
	let (from, to) = (RuntimeOrigin::signed(account(Ferdie)), account_of(&pair).into());
	Balances::transfer_keep_alive(from, to, WEALTH).expect("Ferdie can pay");
	pair
}

fn report(who: Sr25519Keyring) -> UncheckedExtrinsic {
	let values = vec![
		(metrics::PROVEN_STORAGE, 1_000),
		(metrics::GPU_HOURS, 240),
		(metrics::AVAILABILITY, 9_900),
	];
	let (round, values) = (KpiOracle::round().round, values.try_into().expect("few metrics"));
	sign(&who.pair(), 0, pallet_kpi_oracle::Call::report { round, values })
}

fn is_report(transaction: &UncheckedExtrinsic) -> bool {
	matches!(transaction.function, RuntimeCall::KpiOracle(pallet_kpi_oracle::Call::report { .. }))
}

/// Everything that fills a block, each with nearly all that its sender has as the tip.
fn flood(pool: &mut Pool) -> Vec<Result<(), Refused>> {
	let event: RuntimeCall = System::remark_with_event { remark: vec![] }.into();
	let transfer =
		pallet_balances::Call::transfer_keep_alive { dest: account(Bob).into(), value: 1 };
	let storage: RuntimeCall = System::kill_storage { keys: vec![vec![7; 1_000_000]] }.into();
	let calls: [RuntimeCall; 8] = [
		System::remark { remark: vec![7; 3_900_000] }.into(),
		System::remark { remark: vec![7; 2_000_000] }.into(),
		pallet_utility::Call::batch { calls: vec![event.clone(); 7_000] }.into(),
		pallet_utility::Call::batch { calls: vec![event; 4_000] }.into(),
		transfer.into(),
		storage.clone(),
		System::apply_authorized_upgrade { code: vec![7; 1_000_000] }.into(),
		pallet_sudo::Call::sudo { call: Box::new(storage) }.into(),
	];
	let tips = [WEALTH - 1_000 * DSYNC, 3 * DSYNC];
	let flood = calls.iter().flat_map(|call| tips.map(|tip| (tip, call.clone())));
	let sent = flood.enumerate();
	sent.map(|(index, (tip, call))| pool.submit(sign(&attacker(index), tip, call))).collect()
}

/// A call of the sudo key that is operational.
fn emergency() -> UncheckedExtrinsic {
	let call: RuntimeCall = System::set_heap_pages { pages: 8 }.into();
	sign(&Alice.pair(), 0, pallet_sudo::Call::sudo { call: Box::new(call) })
}

#[test]
fn seven_reports_are_first_whatever_is_thrown_at_the_block() {
	on_chain("local_testnet", || {
		seven_reporters();
		let mut pool = Pool::default();
		let sent = flood(&mut pool);
		let refused = sent.iter().filter(|result| matches!(result, Err(Refused::Invalid(_))));
		assert_eq!(refused.count(), 6, "operational and root's calls: {sent:?}");
		for who in REPORTERS {
			pool.submit(report(who)).expect("an honest report is welcome");
		}
		let included = block_with(|| pool.fill_block());
		let (first, others) = included.split_at(REPORTERS.len());
		for (transaction, result) in first {
			assert!(is_report(transaction));
			assert_eq!(*result, Ok(()));
		}
		assert!(!others.is_empty(), "the rest of the block is for those who pay");
		assert!(TransactionPayment::next_fee_multiplier() > Multiplier::one());
		assert_eq!(KpiOracle::round().reported, REPORTERS.len() as u32);
	});
}

#[test]
fn the_sudo_key_comes_after_the_reports_and_before_every_tip() {
	on_chain("local_testnet", || {
		let priority = |transaction| validate(&transaction).expect("valid").priority;
		let report = priority(report(Bob));
		assert_eq!(report, TransactionPriority::MAX);
		let emergency = priority(emergency());
		assert!(emergency < report);
		let call = System::remark { remark: vec![] };
		let tip = priority(sign(&Ferdie.pair(), 900_000 * DSYNC, call));
		assert!(tip < emergency);
	});
}
