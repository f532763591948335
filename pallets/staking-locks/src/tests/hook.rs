// SPDX-License-Identifier: Apache-2.0

//! What a block costs, however many stakers there are: every key that it reads and writes.

use crate::mock::*;
use destra_primitives::time::days;
use frame_support::traits::{fungible::Mutate, Hooks};
use sp_core::Blake2Hasher;
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

/// An ordinary block with a reward, one in which many terms end, and one with a slash.
fn three_blocks(stakers: u64) -> [Work; 3] {
	let mut ext = ExtBuilder::default()
		.settings(|settings| {
			settings.author_share = sp_runtime::Perbill::from_percent(10);
			settings.delegation_ratio = 1_000.try_into().unwrap();
		})
		.provider(ALICE, &[HOSTING], 100_000)
		.build();
	ext.execute_with(|| {
		for who in 1_000..1_000 + stakers {
			Balances::mint_into(&who, 1_000).unwrap();
			lock(who, 200, DAYS_90);
			delegate(who, ALICE, 100).unwrap();
		}
		BucketsPerBlock::set(2);
		crate::Rewards::<Test>::mutate(|state| {
			let end = stake(1_000).positions[0].until.unwrap();
			// As if every hour up to the end of all these terms had been worked off.
			state.next_bucket = Some(end / Quantum::get());
			Timestamp::set_timestamp(end - 10 * BLOCK);
		});
		Balances::mint_into(&Staking::pot_account(), 1_000_000).unwrap();
	});
	let ordinary = block(&mut ext, BLOCK);
	ext.execute_with(|| Balances::mint_into(&Staking::pot_account(), 1_000_000).unwrap());
	let ending = block(&mut ext, 10 * BLOCK);
	ext.execute_with(|| {
		assert_eq!(Staking::maturities(), vec![]);
		Staking::report_slash(arbiter(), ALICE, destra_primitives::SlashReason::WrongReport, None)
			.unwrap();
		BucketsPerBlock::set(100);
	});
	let slashing = block(&mut ext, days(2));
	ext.execute_with(|| {
		assert_eq!(stake(ALICE).held, 95_000);
		Staking::do_try_state().unwrap();
	});
	[ordinary, ending, slashing]
}

#[test]
fn a_block_reads_and_writes_as_much_with_10_stakers_as_with_10_000() {
	let few = three_blocks(10);
	assert!(few[0].read > 0 && few[0].written > 0 && few[2].weight > SLASH);
	assert_eq!(few, three_blocks(1_000));
	assert_eq!(few, three_blocks(10_000));
}
