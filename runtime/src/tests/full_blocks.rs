// SPDX-License-Identifier: Apache-2.0

//! Whatever others pay, the commitments and the reports of the oracle are in the next block.

use super::{
	chain::{account, now},
	signed::{account_of, sign, validate},
	staking_chain::{block_with, on_chain},
	whole::pool::{Pool, Refusal},
};
use crate::{
	configs::economy::metrics, constants::currency::DSYNC, Balance, Balances, KpiOracle, Runtime,
	RuntimeCall, RuntimeOrigin, TransactionPayment, UncheckedExtrinsic,
};
use destra_primitives::{report_commitment, MetricId};
use pallet_kpi_oracle::{CurrentRound, Phase};
use pallet_transaction_payment::Multiplier;
use sp_core::{sr25519, Pair};
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::{traits::One, transaction_validity::TransactionPriority};

type System = frame_system::Call<Runtime>;

/// The four first reporters, and three that join.
const REPORTERS: [Sr25519Keyring; 7] = [Alice, Bob, Charlie, Dave, Eve, Ferdie, One];
/// What each attacker has.
const WEALTH: Balance = 30_000 * DSYNC;
/// More attackers than a wave has.
const WAVE: usize = 100;

/// Admits and bonds the reporters that the preset does not have.
fn seven_reporters() {
	let fund = Balances::transfer_keep_alive(
		RuntimeOrigin::signed(account(Alice)),
		account(One).into(),
		30_000 * DSYNC,
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

/// What each reporter says.
const VALUES: [(MetricId, u64); 3] =
	[(metrics::PROVEN_STORAGE, 1_000), (metrics::GPU_HOURS, 240), (metrics::AVAILABILITY, 9_900)];
const SALT: [u8; 32] = [7; 32];

/// What a reporter sends in this half of the round: its commitment, or the report.
fn submission(who: Sr25519Keyring, phase: Phase) -> UncheckedExtrinsic {
	let round = KpiOracle::round().round;
	let call = match phase {
		Phase::Commit => {
			let commitment = report_commitment(&account(who), round, &VALUES, &SALT);
			pallet_kpi_oracle::Call::commit { round, commitment }
		}
		Phase::Report => {
			let values = VALUES.to_vec().try_into().expect("few metrics");
			pallet_kpi_oracle::Call::report { round, values, salt: SALT }
		}
	};
	sign(&who.pair(), 0, call)
}

/// Who has sent a transaction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum By {
	Reporter,
	Attacker,
}

/// Empty blocks until the next one takes what belongs to `phase`.
fn await_phase(phase: Phase) {
	let next = || CurrentRound::<Runtime>::get().map(|round| round.of_next_block(now()).1);
	while next() != Some(phase) {
		block_with(|| ());
	}
}

/// Everything that fills a block, each with nearly all that its sender has as the tip. The senders
/// of each `wave` are others.
fn flood(pool: &mut Pool<By>, wave: usize) -> Vec<Result<(), Refusal>> {
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
	let sent = (wave * WAVE..).zip(flood);
	let mut submit =
		|(index, (tip, call))| pool.submit(sign(&attacker(index), tip, call), By::Attacker);
	sent.map(&mut submit).collect()
}

/// A call of the sudo key that is operational.
fn emergency() -> UncheckedExtrinsic {
	let call: RuntimeCall = System::set_heap_pages { pages: 8 }.into();
	sign(&Alice.pair(), 0, pallet_sudo::Call::sudo { call: Box::new(call) })
}

/// A block that is flooded: what the seven send is first in it, and succeeds.
fn a_flooded_block_begins_with(phase: Phase, wave: usize) {
	await_phase(phase);
	let mut pool = Pool::new();
	let sent = flood(&mut pool, wave);
	let refused = sent.iter().filter(|result| matches!(result, Err(Refusal::Invalid(_))));
	assert_eq!(refused.count(), 6, "operational and root's calls: {sent:?}");
	for who in REPORTERS {
		let submitted = pool.submit(submission(who, phase), By::Reporter);
		submitted.expect("an honest reporter is welcome");
	}
	let included = block_with(|| pool.fill_block());
	let (first, others) = included.split_at(REPORTERS.len());
	for included in first {
		assert_eq!(*included, (By::Reporter, Ok(Ok(()))));
	}
	assert!(!others.is_empty(), "the rest of the block is for those who pay");
	assert!(TransactionPayment::next_fee_multiplier() > Multiplier::one());
}

#[test]
fn seven_reporters_are_first_whatever_is_thrown_at_the_block() {
	on_chain("local_testnet", || {
		seven_reporters();
		a_flooded_block_begins_with(Phase::Commit, 0);
		a_flooded_block_begins_with(Phase::Report, 1);
		assert_eq!(KpiOracle::round().reported, REPORTERS.len() as u32);
	});
}

#[test]
fn the_sudo_key_comes_after_the_reports_and_before_every_tip() {
	on_chain("local_testnet", || {
		let priority = |transaction| validate(&transaction).expect("valid").priority;
		await_phase(Phase::Commit);
		let report = priority(submission(Bob, Phase::Commit));
		assert_eq!(report, TransactionPriority::MAX);
		let emergency = priority(emergency());
		assert!(emergency < report);
		let call = System::remark { remark: vec![] };
		let tip = priority(sign(&Ferdie.pair(), 900_000 * DSYNC, call));
		assert!(tip < emergency);
	});
}
