// SPDX-License-Identifier: Apache-2.0

//! For each of our calls that can tell what it weighed: how it succeeds, and how it fails. Each way
//! starts on a development chain of its own.

use super::{
	chain::{account, now},
	services::{open, voucher},
	staking_chain::{block, block_after, join, tier, validator_profile},
};
use crate::{
	configs::services::SignedVoucher, constants::currency::DSYNC, genesis::categories::TREASURY,
	AccountId, Allocation, Balance, Runtime, RuntimeCall, RuntimeOrigin, StakingLocks,
};
use destra_primitives::{
	time::{days, minutes},
	Schedule, ServiceClass, Span,
};
use pallet_service_payments::Order;
use pallet_staking_locks::{PositionId, Tier};
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::{Perbill, Perquintill};

type Staking = pallet_staking_locks::Call<Runtime>;
type Grants = pallet_allocation::Call<Runtime>;
type Payments = pallet_service_payments::Call<Runtime>;

/// Brings a chain to where a call has its turn, and says who signs which. No transaction of that
/// account comes before.
pub type Prepare = fn() -> (Sr25519Keyring, RuntimeCall);

/// How a call ends, one way or the other.
pub struct Scenario {
	/// Pallet and call.
	pub name: (&'static str, &'static str),
	/// It does what it is for.
	pub successes: Vec<Prepare>,
	/// It fails.
	pub failures: Vec<Prepare>,
	/// It does not fail, and nothing comes of it.
	pub in_vain: Vec<Prepare>,
}

fn staking(call: &'static str, successes: Vec<Prepare>, failures: Vec<Prepare>) -> Scenario {
	Scenario { name: ("StakingLocks", call), successes, failures, in_vain: vec![] }
}

/// All of them.
pub fn scenarios() -> Vec<Scenario> {
	[locks(), rewards(), providers(), others()].into_iter().flatten().collect()
}

/// What Eve locks.
const STAKE: Balance = 100_000 * DSYNC;

/// More than she has, in as many bytes.
const TOO_MUCH: Balance = 1_200_000 * DSYNC;

/// The terms of five minutes and of an hour.
const SHORTEST: usize = 0;
const LONGEST: usize = 3;

/// A position that nobody has.
const UNKNOWN: PositionId = 99;

fn origin(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(who))
}

fn by_eve(call: impl Into<RuntimeCall>) -> (Sr25519Keyring, RuntimeCall) {
	(Eve, call.into())
}

/// One that there is not.
fn no_tier() -> Tier {
	Tier { length: minutes(7).try_into().expect("in the range of terms"), ..tier(LONGEST) }
}

/// Locks Eve's stake, and names the position.
fn lock(index: usize) -> PositionId {
	StakingLocks::lock(origin(Eve), STAKE, tier(index).into()).expect("the stake is free");
	last_position()
}

fn last_position() -> PositionId {
	StakingLocks::stake(account(Eve)).positions.last().expect("there is a position").id
}

/// The same, and the term is over.
fn locked_long_ago() -> PositionId {
	let id = lock(SHORTEST);
	block_after(minutes(6));
	block();
	id
}

/// The same, and it is unbonding.
fn unbonding() -> PositionId {
	let id = locked_long_ago();
	StakingLocks::unbond(origin(Eve), id, STAKE).expect("the term is over");
	last_position()
}

fn locks() -> Vec<Scenario> {
	vec![
		staking(
			"lock",
			vec![|| by_eve(Staking::lock { amount: STAKE, tier: tier(LONGEST).into() })],
			vec![
				|| by_eve(Staking::lock { amount: STAKE, tier: no_tier().into() }),
				|| by_eve(Staking::lock { amount: 1, tier: tier(LONGEST).into() }),
				|| by_eve(Staking::lock { amount: TOO_MUCH, tier: tier(LONGEST).into() }),
			],
		),
		staking(
			"top_up",
			vec![|| by_eve(Staking::top_up { id: lock(LONGEST), amount: STAKE })],
			vec![|| by_eve(Staking::top_up { id: UNKNOWN, amount: STAKE }), || {
				by_eve(Staking::top_up { id: lock(LONGEST), amount: TOO_MUCH })
			}],
		),
		staking(
			"extend",
			vec![|| by_eve(Staking::extend { id: lock(SHORTEST), tier: tier(LONGEST).into() })],
			vec![|| by_eve(Staking::extend { id: UNKNOWN, tier: tier(LONGEST).into() }), || {
				by_eve(Staking::extend { id: lock(LONGEST), tier: tier(SHORTEST).into() })
			}],
		),
		staking(
			"merge",
			vec![|| by_eve(Staking::merge { from: lock(LONGEST), into: lock(LONGEST) })],
			vec![|| by_eve(Staking::merge { from: UNKNOWN, into: lock(LONGEST) }), || {
				by_eve(Staking::merge { from: lock(LONGEST), into: lock(SHORTEST) })
			}],
		),
		staking(
			"unbond",
			vec![|| by_eve(Staking::unbond { id: locked_long_ago(), amount: STAKE })],
			vec![|| by_eve(Staking::unbond { id: UNKNOWN, amount: STAKE }), || {
				by_eve(Staking::unbond { id: lock(LONGEST), amount: STAKE })
			}],
		),
		staking(
			"rebond",
			vec![|| by_eve(Staking::rebond { id: unbonding(), tier: tier(SHORTEST).into() })],
			vec![|| by_eve(Staking::rebond { id: UNKNOWN, tier: tier(SHORTEST).into() }), || {
				by_eve(Staking::rebond { id: lock(LONGEST), tier: tier(SHORTEST).into() })
			}],
		),
		staking(
			"withdraw",
			vec![|| {
				unbonding();
				block_after(minutes(11));
				block();
				by_eve(Staking::withdraw { who: account(Eve) })
			}],
			vec![|| by_eve(Staking::withdraw { who: account(Bob) }), || {
				unbonding();
				by_eve(Staking::withdraw { who: account(Eve) })
			}],
		),
	]
}

/// Eve stakes and is owed a reward.
fn earning() {
	lock(LONGEST);
	(0..3).for_each(|_| block());
}

fn rewards() -> Vec<Scenario> {
	vec![staking(
		"claim",
		vec![
			|| {
				earning();
				by_eve(Staking::claim { who: account(Eve) })
			},
			|| {
				earning();
				StakingLocks::set_compounding(origin(Eve), true).expect("anybody may");
				by_eve(Staking::claim { who: account(Eve) })
			},
			|| {
				block();
				by_eve(Staking::claim { who: account(Alice) })
			},
		],
		vec![|| by_eve(Staking::claim { who: account(Bob) })],
	)]
}

fn register(commission: Perbill) -> (Sr25519Keyring, RuntimeCall) {
	by_eve(Staking::register {
		profile: validator_profile(account(Eve)),
		commission: commission.into(),
	})
}

/// Eve was a validator, and has left for good.
fn gone() {
	join(Eve, STAKE);
	StakingLocks::leave(origin(Eve)).expect("she is a provider");
	block_after(minutes(11));
	(0..2).for_each(|_| block());
}

fn providers() -> Vec<Scenario> {
	vec![
		staking(
			"register",
			vec![|| {
				lock(LONGEST);
				register(Perbill::from_percent(10))
			}],
			vec![|| register(Perbill::from_percent(10)), || register(Perbill::one()), || {
				join(Eve, STAKE);
				register(Perbill::from_percent(10))
			}],
		),
		staking(
			"update_profile",
			vec![|| {
				join(Eve, STAKE);
				by_eve(Staking::update_profile { profile: validator_profile(account(Eve)) })
			}],
			vec![|| by_eve(Staking::update_profile { profile: validator_profile(account(Eve)) })],
		),
		staking(
			"leave",
			vec![|| {
				join(Eve, STAKE);
				by_eve(Staking::leave {})
			}],
			vec![|| by_eve(Staking::leave {})],
		),
		staking(
			"remove_provider",
			vec![|| {
				gone();
				by_eve(Staking::remove_provider { provider: account(Eve) })
			}],
			vec![|| by_eve(Staking::remove_provider { provider: account(Eve) }), || {
				join(Eve, STAKE);
				by_eve(Staking::remove_provider { provider: account(Eve) })
			}],
		),
	]
}

/// A grant to `who` that unlocks in daily steps from `days_ago` days ago on.
fn grant(who: &AccountId, days_ago: u64) {
	let schedule = Schedule {
		start: now() - days(days_ago),
		upfront: Perquintill::zero(),
		cliff: Span::Millis(0),
		lump: Perquintill::zero(),
		period: Span::Millis(days(1)),
		periods: 720,
	};
	Allocation::grant(RuntimeOrigin::root(), TREASURY, who.clone(), 720 * DSYNC, schedule.into())
		.expect("the category has as much left");
}

/// Everybody with a key that everybody knows, and a number of grants each.
fn beneficiaries(grants: u32, days_ago: u64) -> Vec<AccountId> {
	let all: Vec<_> = [Bob, Charlie, Dave, Ferdie].map(account).into();
	for who in &all {
		(0..grants).for_each(|_| grant(who, days_ago));
	}
	all
}

fn release_batch(all: Vec<AccountId>) -> (Sr25519Keyring, RuntimeCall) {
	by_eve(Grants::release_batch { beneficiaries: all.try_into().expect("few accounts") })
}

/// Eve redeems four vouchers by Bob for Alice, each signed by `who`.
fn redeem(who: Sr25519Keyring) -> (Sr25519Keyring, RuntimeCall) {
	let id = open(ServiceClass::Rpc, Order::Metered { signer: None }, 1_000, 100 * DSYNC);
	let vouchers: Vec<SignedVoucher> =
		(1..=4).map(|n| voucher(id, n * DSYNC, |payload| who.sign(payload))).collect();
	let vouchers = vouchers.try_into().expect("few vouchers");
	by_eve(Payments::redeem { provider: account(Alice), vouchers })
}

fn others() -> Vec<Scenario> {
	vec![
		Scenario {
			name: ("Allocation", "release"),
			successes: vec![|| {
				grant(&account(Bob), 30);
				by_eve(Grants::release { beneficiary: account(Bob) })
			}],
			failures: vec![|| by_eve(Grants::release { beneficiary: account(Bob) }), || {
				grant(&account(Bob), 0);
				by_eve(Grants::release { beneficiary: account(Bob) })
			}],
			in_vain: vec![],
		},
		Scenario {
			name: ("Allocation", "release_batch"),
			successes: vec![|| release_batch(beneficiaries(1, 30)), || {
				release_batch(beneficiaries(8, 30))
			}],
			failures: vec![],
			in_vain: vec![|| release_batch(beneficiaries(0, 0)), || {
				release_batch(beneficiaries(1, 0))
			}],
		},
		Scenario {
			name: ("ServicePayments", "redeem"),
			successes: vec![|| redeem(Bob)],
			failures: vec![],
			in_vain: vec![|| redeem(Ferdie)],
		},
	]
}
