// SPDX-License-Identifier: Apache-2.0

//! What a block costs, however many stakers there are: every key that it reads and writes.

use crate::{mock::*, types::Bucket, Buckets, Delegations, Ledgers, Pools, Rewards};
use destra_primitives::{time::days, SlashReason};
use frame_support::traits::{fungible::Mutate, Hooks};
use sp_core::Blake2Hasher;
use sp_runtime::Perbill;
use sp_trie::recorder::Recorder;

/// What a block did.
#[derive(Debug, PartialEq)]
struct Work {
	weight: u64,
	read: usize,
	written: usize,
}

/// A block after some time has passed, in a state of its own.
fn block(ext: &mut sp_io::TestExternalities, passed: u64) -> Work {
	ext.execute_with(|| Timestamp::set_timestamp(now() + passed));
	ext.commit_all().unwrap();
	let recorder = Recorder::<Blake2Hasher>::default();
	let weight = ext.execute_with_recorder(recorder.clone(), || {
		let weight = Staking::on_initialize(System::block_number() + 1);
		Staking::note_author(&ALICE);
		weight.ref_time()
	});
	let read = recorder.recorded_keys().values().map(|keys| keys.len()).sum();
	let written = ext.overlayed_changes().changes().count();
	ext.commit_all().unwrap();
	Work { weight, read, written }
}

/// Ten stakers who also delegate, and as many more of the same, written straight into the state.
fn crowd(stakers: u64) {
	for who in 1_000..1_010 {
		Balances::mint_into(&who, 1_000).unwrap();
		lock(who, 200, DAYS_90);
		delegate(who, ALICE, 100).unwrap();
	}
	let ledger = Ledgers::<Test>::get(1_000).unwrap();
	let delegation = Delegations::<Test>::get(ALICE, 1_000).unwrap();
	for who in 1_010..1_000 + stakers {
		Ledgers::<Test>::insert(who, &ledger);
		Delegations::<Test>::insert(ALICE, who, &delegation);
	}
	let more = u128::from(stakers - 10);
	let due = ledger.positions()[0].due;
	Rewards::<Test>::mutate(|state| state.add_weight(more * (300 + 100) * 100).unwrap());
	Buckets::<Test>::insert(
		due,
		Bucket::Open { weight: u128::from(stakers) * 200 * 50, positions: stakers as u32 },
	);
	if more > 0 {
		Pools::<Test>::mutate(ALICE, |pool| {
			let pool = pool.as_mut().unwrap();
			pool.bonded = pool.bonded.join(more * 100).unwrap().0;
		});
	}
	// As if every hour up to the end of all these terms had been worked off.
	Rewards::<Test>::mutate(|state| state.next_bucket = Some(due));
	Timestamp::set_timestamp(due * Quantum::get() - 10 * BLOCK);
}

/// An ordinary block with a reward, one in which all terms end, and one with a slash.
fn three_blocks(stakers: u64) -> [Work; 3] {
	let mut ext = ExtBuilder::default()
		.settings(|settings| settings.author_share = Perbill::from_percent(10))
		.provider(ALICE, &[HOSTING], 100_000)
		.build();
	let fund = || Balances::mint_into(&Staking::pot_account(), 1_000_000).unwrap();
	ext.execute_with(|| {
		crowd(stakers);
		BucketsPerBlock::set(100);
		fund();
	});
	let ordinary = block(&mut ext, BLOCK);
	ext.execute_with(fund);
	let ending = block(&mut ext, 10 * BLOCK);
	ext.execute_with(|| {
		assert_eq!(Staking::maturities(0), vec![], "all of them at once");
		assert_eq!(total_weight(), 10_000_000 + u128::from(stakers) * (200 + 100) * 100);
		Staking::report_slash(arbiter(), ALICE, SlashReason::WrongReport, None).unwrap();
	});
	let slashing = block(&mut ext, days(2));
	ext.execute_with(|| {
		assert_eq!(stake(ALICE).held, 95_000);
		assert_eq!(delegation(ALICE, 1_000).bonded, 95);
	});
	[ordinary, ending, slashing]
}

#[test]
fn a_block_reads_and_writes_as_much_with_10_stakers_as_with_100_000() {
	let few = three_blocks(10);
	assert!(few.iter().all(|work| work.read > 0 && work.written > 0));
	assert_eq!((few[0].weight, few[1].weight), (TICK + QUEUE, TICK + BUCKET + QUEUE));
	assert_eq!(few, three_blocks(1_000));
	assert_eq!(few, three_blocks(100_000));
}
