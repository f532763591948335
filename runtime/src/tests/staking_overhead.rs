// SPDX-License-Identifier: Apache-2.0

//! What a block costs does not depend on how many people stake and delegate: an ordinary one, the
//! first of a session, one in which terms end, and one in which a slash is applied.

use super::{
	chain::{account, genesis_of, now},
	overhead::Footprint,
	staking_chain::{begin, block, block_after, next_session, tier, validator_profile},
};
use crate::{
	constants::currency::DSYNC, AccountId, Balance, Balances, Runtime, RuntimeOrigin, StakingLocks,
};
use codec::Encode;
use destra_primitives::{
	time::{hours, minutes, Millis},
	SlashReason,
};
use frame_support::traits::{fungible::Mutate, Get};
use pallet_staking_locks::{
	types::Bucket, Buckets, Candidates, Delegations, Ledgers, Pools, Rewards, MAX_CANDIDATES,
};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::Alice;
use sp_runtime::Perbill;

/// The tier of 90 days: half as much again.
const TIER: usize = 1;

/// What each of the stakers locks, and delegates.
const LOCKED: Balance = 200 * DSYNC;
const DELEGATED: Balance = 100 * DSYNC;

fn somebody(kind: &str, index: u32) -> AccountId {
	sp_io::hashing::blake2_256(&(kind, index).encode()).into()
}

/// An account that has locked an amount.
fn locker(kind: &str, index: u32, amount: Balance) -> AccountId {
	let who = somebody(kind, index);
	Balances::mint_into(&who, amount + 1_000 * DSYNC).expect("tokens can be minted");
	StakingLocks::lock(RuntimeOrigin::signed(who.clone()), amount, tier(TIER).into())
		.expect("it is free");
	who
}

/// As many candidates as there can be.
fn fill_candidates() {
	let there = Candidates::<Runtime>::get().len() as u32;
	for index in there..MAX_CANDIDATES {
		let who = locker("candidate", index, 50_000 * DSYNC);
		let profile = validator_profile(who.clone());
		StakingLocks::register(RuntimeOrigin::signed(who), profile, Perbill::zero().into())
			.expect("the stake suffices");
	}
	assert_eq!(Candidates::<Runtime>::get().len(), MAX_CANDIDATES as usize);
}

/// Ten stakers who also delegate to Alice, and more of the same, written straight into the state.
/// The moment at which all their terms end.
fn crowd(stakers: u32) -> Millis {
	let mut like_all = None;
	for index in 0..10 {
		let who = locker("staker", index, LOCKED);
		StakingLocks::delegate(RuntimeOrigin::signed(who.clone()), account(Alice), DELEGATED)
			.expect("the ratio permits it");
		like_all = Some(who);
	}
	let one = like_all.expect("ten stakers");
	let ledger = Ledgers::<Runtime>::get(&one).expect("a staker");
	let delegation = Delegations::<Runtime>::get(account(Alice), &one).expect("a delegator");
	for index in 10..stakers {
		let who = somebody("staker", index);
		Ledgers::<Runtime>::insert(&who, &ledger);
		Delegations::<Runtime>::insert(account(Alice), &who, &delegation);
	}

	let more = stakers - 10;
	let position = ledger.positions()[0];
	let extra = position.extra_weight().expect("a small amount");
	let weight = position.weight().expect("a small amount") + DELEGATED * 100;
	Buckets::<Runtime>::mutate(position.due, |bucket| match bucket {
		Some(Bucket::Open { weight, positions }) => {
			*weight += Balance::from(more) * extra;
			*positions += more;
		}
		other => unreachable!("the terms run: {other:?}"),
	});
	if more > 0 {
		Pools::<Runtime>::mutate(account(Alice), |pool| {
			let pool = pool.as_mut().expect("a provider");
			let (bonded, _) = pool.bonded.join(Balance::from(more) * DELEGATED).expect("room");
			pool.bonded = bonded;
		});
	}
	Rewards::<Runtime>::mutate(|state| {
		state.add_weight(Balance::from(more) * weight).expect("far from the largest weight");
		// As if every minute up to then had gone by.
		state.next_bucket = Some(position.due);
	});
	let quantum: u64 = <Runtime as pallet_staking_locks::Config>::ExpiryQuantum::get();
	position.due * quantum
}

fn footprint(chain: &mut TestExternalities, block: impl FnOnce()) -> Footprint {
	chain.commit_all().expect("storage can be written");
	Footprint::of(chain, block)
}

/// What the blocks do, by name.
fn blocks_with(stakers: u32) -> [(&'static str, Footprint); 4] {
	let mut chain = TestExternalities::default();
	let end = chain.execute_with(|| {
		genesis_of("local_testnet");
		begin();
		fill_candidates();
		crowd(stakers)
	});
	chain.commit_all().expect("storage can be written");
	chain.execute_with(|| block_after(end - minutes(10) - now()));

	let ordinary = footprint(&mut chain, block);
	let session = footprint(&mut chain, next_session);
	chain.execute_with(|| {
		let running = StakingLocks::maturities(now());
		assert_eq!(running.len(), 1, "the terms run");
		assert!(running[0].positions >= stakers);
		block_after(end - now());
	});
	let ending = footprint(&mut chain, block);
	chain.execute_with(|| {
		assert_eq!(StakingLocks::maturities(now()), vec![], "all of them at once");
		let (reason, reporter) = (SlashReason::WrongReport, None);
		StakingLocks::report_slash(RuntimeOrigin::root(), account(Alice), reason, reporter)
			.expect("a provider");
		// A block counts for an hour at most.
		(0..48).for_each(|_| block_after(hours(1)));
		assert_eq!(StakingLocks::stake(account(Alice)).held, 100_000 * DSYNC);
	});
	let slashing = footprint(&mut chain, block);
	chain.execute_with(|| {
		assert_eq!(StakingLocks::stake(account(Alice)).held, 95_000 * DSYNC);
		let delegation = StakingLocks::delegation(account(Alice), somebody("staker", 0));
		assert_eq!(delegation.expect("a delegator").bonded, DELEGATED / 100 * 95);
	});
	[("ordinary", ordinary), ("session", session), ("ending", ending), ("slashing", slashing)]
}

#[test]
fn a_hundred_thousand_stakers_add_no_read_and_no_write_to_a_block() {
	let few = blocks_with(10);
	for (name, footprint) in &few {
		assert!(footprint.reads.len() > 10 && footprint.writes.len() > 10, "{name}");
		assert!(
			!footprint.touches("StakingLocks", "Delegations"),
			"{name}: no block looks at them"
		);
	}
	for stakers in [1_000, 100_000] {
		for ((name, expected), (_, footprint)) in few.iter().zip(blocks_with(stakers)) {
			assert_eq!(footprint.reads, expected.reads, "{name}, {stakers} stakers");
			assert_eq!(footprint.writes, expected.writes, "{name}, {stakers} stakers");
		}
	}
}
