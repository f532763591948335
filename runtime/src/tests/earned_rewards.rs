// SPDX-License-Identifier: Apache-2.0

//! What was earned as a provider vests, whenever it is claimed and whatever the account is by then,
//! and a slash reaches it until it has vested.

use super::{
	chain::account,
	staking_chain::{block, block_after, on_chain, tier, validator_profile},
};
use crate::{
	constants::currency::{DSYNC, EXISTENTIAL_DEPOSIT},
	genesis::categories::SUCCESSION_NOTICE,
	Allocation, Balance, Balances, Runtime, RuntimeCall, RuntimeOrigin, StakingLocks,
};
use destra_primitives::{time::minutes, RewardVesting, Role, ServiceClass, SlashReason};
use frame_support::{assert_err, assert_ok, traits::fungible::Inspect};
use pallet_allocation::{Call as AllocationCall, Error as AllocationError};
use pallet_balances::Call as BalancesCall;
use pallet_staking_locks::{Call, Error};
use sp_keyring::Sr25519Keyring::{self, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{traits::Dispatchable, DispatchResult, Perbill, Perquintill};

/// What each of the providers stakes.
const STAKE: Balance = 100_000 * DSYNC;

/// On the development chain a provider answers for ten minutes after it has left.
const UNBONDING: u64 = minutes(10);
const SLASH_DELAY: u64 = minutes(2);

/// A call as its signer sends it.
fn send(who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> DispatchResult {
	let sent = call.into().dispatch(RuntimeOrigin::signed(account(who)));
	sent.map(drop).map_err(|refused| refused.error)
}

/// Stakes for the shortest term.
fn stake(who: Sr25519Keyring) {
	assert_ok!(send(who, Call::lock { amount: STAKE, tier: tier(0).into() }));
}

fn register(who: Sr25519Keyring) {
	let mut profile = validator_profile(account(who));
	profile.roles.clear();
	profile.roles.try_insert(Role::Service(ServiceClass::Storage)).expect("there is room");
	assert_ok!(send(who, Call::register { profile, commission: Perbill::zero().into() }));
}

fn claim(who: Sr25519Keyring) -> DispatchResult {
	send(Charlie, Call::claim { who: account(who) })
}

/// Leaves, waits until it is answerable no more, and is removed.
fn be_gone(who: Sr25519Keyring) {
	assert_ok!(send(who, Call::leave {}));
	block_after(UNBONDING);
	block();
	assert_ok!(send(Charlie, Call::remove_provider { provider: account(who) }));
}

fn free(who: Sr25519Keyring) -> Balance {
	Balances::balance(&account(who))
}

/// What a claim would pay, and the part of it that was earned as a provider.
fn due(who: Sr25519Keyring) -> (Balance, Balance) {
	let report = StakingLocks::stake(account(who));
	(report.due, report.due_as_provider)
}

fn unvested(who: Sr25519Keyring) -> Balance {
	<Allocation as RewardVesting<_, _>>::unvested(&account(who))
}

fn locked_part(reward: Balance) -> Balance {
	Perquintill::from_percent(75).mul_floor(reward)
}

fn blocks(count: u32) {
	(0..count).for_each(|_| block());
}

/// A slash of 5 % without anybody to reward, applied after its delay.
fn slash(who: Sr25519Keyring) {
	let (reason, reporter) = (SlashReason::WrongReport, None);
	let origin = RuntimeOrigin::root();
	assert_ok!(StakingLocks::report_slash(origin, account(who), reason, reporter));
}

#[test]
fn a_providers_reward_vests_when_it_is_claimed_after_the_removal() {
	on_chain("development", || {
		stake(Eve);
		register(Eve);
		blocks(5);
		be_gone(Eve);
		let (all, earned) = due(Eve);
		assert!(earned > DSYNC / 10 && all == earned, "{earned}");
		blocks(2);
		let as_staker = due(Eve).0 - earned;
		assert!(as_staker > 0, "it goes on as a staker");

		let before = free(Eve);
		assert_ok!(claim(Eve));
		let locked = locked_part(earned);
		assert_eq!(Allocation::rewards(account(Eve)).held, locked);
		assert_eq!(free(Eve), before + as_staker + earned - locked);
		blocks(2);
		assert_eq!(due(Eve).1, 0);
	});
}

#[test]
fn what_was_earned_before_the_registration_is_paid_at_once() {
	on_chain("development", || {
		stake(Eve);
		blocks(5);
		register(Eve);
		let (as_staker, none) = due(Eve);
		assert!(as_staker > 0 && none == 0);
		blocks(2);
		slash(Eve);
		block_after(SLASH_DELAY);
		blocks(2);
		let (all, earned) = due(Eve);
		assert_eq!(all - earned, as_staker, "out of reach of the slash");

		let before = free(Eve);
		assert_ok!(claim(Eve));
		assert_eq!(free(Eve), before + as_staker + earned - locked_part(earned));
	});
}

#[test]
fn never_to_claim_loses_more_to_a_slash_than_to_claim() {
	on_chain("development", || {
		for who in [Eve, Ferdie] {
			stake(who);
			register(who);
		}
		for _ in 0..5 {
			blocks(5);
			assert_ok!(claim(Eve));
		}
		assert!(unvested(Eve) > 0 && due(Ferdie).1 > unvested(Eve));
		slash(Eve);
		slash(Ferdie);
		block_after(SLASH_DELAY);
		let owed = || StakingLocks::rewards().owed;
		let fresh = StakingLocks::rewards().unallotted;
		let part = Perbill::from_percent(5);

		// The slash of the one who claims, and a block later that of the other.
		let (locked, before) = (unvested(Eve), owed());
		block();
		let kept = due(Eve).1;
		let lost = before + fresh - owed();
		assert_eq!(lost, part.mul_ceil(kept + lost), "of what came due since the last claim");
		assert_eq!(unvested(Eve), locked - part.mul_ceil(locked));
		let lost_by_eve = lost + part.mul_ceil(locked);

		let (before, fresh) = (owed(), StakingLocks::rewards().unallotted);
		block();
		let kept = due(Ferdie).1;
		let lost = before + fresh - owed();
		assert_eq!(lost, part.mul_ceil(kept + lost), "of all that it ever earned");
		assert_eq!(unvested(Ferdie), 0);
		assert!(lost > lost_by_eve, "{lost} against {lost_by_eve}");
	});
}

#[test]
fn a_claim_does_not_run_from_a_pending_slash() {
	on_chain("development", || {
		stake(Eve);
		register(Eve);
		blocks(5);
		slash(Eve);
		let before = (free(Eve), due(Eve));
		assert_err!(claim(Eve), Error::<Runtime>::SlashPending);
		assert_eq!((free(Eve), due(Eve)), before);
		block_after(SLASH_DELAY);
		blocks(2);
		assert_ok!(claim(Eve));
	});
}

#[test]
fn unvested_rewards_do_not_run_to_a_successor() {
	on_chain("development", || {
		stake(Eve);
		register(Eve);
		blocks(5);
		assert_ok!(claim(Eve));
		let locked = Allocation::rewards(account(Eve)).held;
		assert!(locked > 0);
		assert_ok!(send(Eve, AllocationCall::name_successor { successor: Some(account(Dave)) }));
		let succeed = || send(Dave, AllocationCall::succeed { from: account(Eve) });
		assert_err!(succeed(), AllocationError::<Runtime>::StillAnswerable);
		assert_ok!(send(Eve, Call::leave {}));
		assert_err!(succeed(), AllocationError::<Runtime>::StillAnswerable);
		block_after(UNBONDING);
		block();
		assert_ok!(send(Charlie, Call::remove_provider { provider: account(Eve) }));
		assert_err!(succeed(), AllocationError::<Runtime>::NothingAnnounced);
		take_over(Dave, Eve);
		assert_eq!(Allocation::rewards(account(Dave)).held, locked);
	});
}

#[test]
fn no_succession_carries_rewards_away_from_a_pending_slash() {
	on_chain("development", || {
		stake(Eve);
		register(Eve);
		blocks(5);
		assert_ok!(claim(Eve));
		let locked = unvested(Eve);
		assert!(locked > 0);
		assert_ok!(send(Eve, AllocationCall::name_successor { successor: Some(account(Dave)) }));
		assert_ok!(send(Dave, AllocationCall::announce_succession { from: account(Eve) }));
		// The announcement is open when the slash is reported; she leaves, and it is still pending.
		block_after(SUCCESSION_NOTICE);
		assert_ok!(send(Eve, Call::leave {}));
		slash(Eve);
		let succeed = || send(Dave, AllocationCall::succeed { from: account(Eve) });
		assert_err!(succeed(), AllocationError::<Runtime>::StillAnswerable);
		let (from, to) = (account(Eve), account(Dave));
		let moved = Allocation::move_holdings(RuntimeOrigin::root(), from, to);
		assert_eq!(moved, Err(AllocationError::<Runtime>::StillAnswerable.into()));
		let removal = send(Charlie, Call::remove_provider { provider: account(Eve) });
		assert_err!(removal, Error::<Runtime>::NotLeftYet);

		let left = unvested(Eve);
		block_after(SLASH_DELAY);
		blocks(2);
		let part = Perbill::from_percent(5);
		assert!(unvested(Eve) <= left - part.mul_ceil(left), "the slash has found them");
		assert_eq!(unvested(Dave), 0);
	});
}

/// The one takes over what the other has, as it was named to.
fn take_over(successor: Sr25519Keyring, from: Sr25519Keyring) {
	let from = account(from);
	assert_ok!(send(successor, AllocationCall::announce_succession { from: from.clone() }));
	block_after(SUCCESSION_NOTICE);
	assert_ok!(send(successor, AllocationCall::succeed { from }));
}

#[test]
fn an_emptied_account_does_not_have_a_providers_reward_in_full() {
	on_chain("development", || {
		let amount = 5_000 * DSYNC;
		assert_ok!(send(Eve, Call::lock { amount, tier: tier(0).into() }));
		block_after(minutes(6));
		block();
		register(Eve);
		assert_ok!(send(Eve, Call::leave {}));
		assert_ok!(send(Eve, Call::unbond { id: 0, amount }));
		block_after(UNBONDING - minutes(1));
		blocks(2);
		assert_ok!(claim(Eve));
		while due(Eve).1 < EXISTENTIAL_DEPOSIT {
			block();
		}
		block_after(minutes(2));
		block();
		assert_ok!(send(Charlie, Call::withdraw { who: account(Eve) }));
		assert_ok!(send(Charlie, Call::remove_provider { provider: account(Eve) }));
		// Vested rewards, and all that is free, go elsewhere. What is still locked keeps the account.
		let (all, earned) = due(Eve);
		assert_eq!(all, earned);
		assert!(earned < 4 * EXISTENTIAL_DEPOSIT, "a quarter of it could not make an account");
		assert_ok!(send(Eve, AllocationCall::name_successor { successor: Some(account(Dave)) }));
		take_over(Dave, Eve);
		let dest = account(Bob).into();
		assert_ok!(send(Eve, BalancesCall::transfer_all { dest, keep_alive: false }));
		assert_eq!(Balances::total_balance(&account(Eve)), 0);

		assert_err!(claim(Eve), Error::<Runtime>::RewardBelowExistentialDeposit);
		assert_eq!(due(Eve).1, earned, "it stays due");
		let (dest, value) = (account(Eve).into(), EXISTENTIAL_DEPOSIT);
		assert_ok!(send(Charlie, BalancesCall::transfer_allow_death { dest, value }));
		assert_ok!(claim(Eve));
		assert_eq!(Allocation::rewards(account(Eve)).held, locked_part(earned));
	});
}

#[test]
fn a_delegators_reward_is_its_own() {
	on_chain("development", || {
		stake(Eve);
		register(Eve);
		let delegate = Call::delegate { provider: account(Eve), amount: STAKE };
		assert_ok!(send(Bob, delegate));
		blocks(5);
		slash(Eve);
		block_after(SLASH_DELAY);
		blocks(2);
		let report = StakingLocks::delegation(account(Eve), account(Bob)).expect("a delegation");
		assert_eq!(report.lost, STAKE / 20, "of the stake");
		let before = free(Bob);
		let visit = Call::claim_delegation { provider: account(Eve), who: account(Bob) };
		assert_ok!(send(Charlie, visit));
		assert_eq!(free(Bob), before + report.due, "all of it, at once");
	});
}
