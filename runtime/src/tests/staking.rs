// SPDX-License-Identifier: Apache-2.0

//! Staking in the runtime, through whole blocks: what the emission pays to whom, who validates, and
//! where slashed stake goes.

use super::{
	chain::account,
	parameters::set_staking,
	staking_chain::{
		beat, block, block_after, block_by, enter, join, next_session, on_chain, session_slots,
		tier, validates, validator_profile, voter,
	},
};
use crate::{
	configs::{economy::Pots, system::RuntimeBlockWeights},
	constants::{currency::DSYNC, time::BLOCK_TIME},
	genesis::{categories::TREASURY, preset_names},
	weights::pallet_staking_locks::WeightInfo as Weights,
	Allocation, Babe, Balance, Balances, Emission, Grandpa, Liveness, Runtime, RuntimeEvent,
	RuntimeGenesisConfig, RuntimeHoldReason, RuntimeOrigin, ServicePayments, Session,
	SessionLengthConfig, StakingLocks, System,
};
use destra_primitives::{
	time::{days, hours, minutes},
	BurnCause, ProviderStatus, Recipient, RewardVesting, Role, SlashReason,
};
use frame_support::{
	assert_err_ignore_postinfo, assert_noop, assert_ok,
	dispatch::DispatchClass,
	traits::{
		fungible::{Inspect, InspectHold},
		BuildGenesisConfig, Get,
	},
	weights::Weight,
};
use pallet_staking_locks::{Error, Event, HoldReason, Settings, WeightInfo};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{DispatchError, Perbill, Perquintill};

const VALIDATORS: [Sr25519Keyring; 4] = [Alice, Bob, Charlie, Dave];

/// What each validator of the local network stakes at genesis.
const STAKE: Balance = 100_000 * DSYNC;

/// The tier of 360 days, which weighs fourfold.
const LONGEST: usize = 3;

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(who))
}

fn free(who: Sr25519Keyring) -> Balance {
	Balances::balance(&account(who))
}

/// The reward that a claim would pay.
fn due(who: Sr25519Keyring) -> Balance {
	StakingLocks::stake(account(who)).due
}

/// What the last block took of the unclaimed rewards of a provider.
fn slashed_rewards() -> Balance {
	let slashed = System::events().into_iter().find_map(|record| match record.event {
		RuntimeEvent::StakingLocks(Event::Slashed { unclaimed, .. }) => Some(unclaimed),
		_ => None,
	});
	slashed.expect("a slash was applied")
}

/// What the next block divides among all stake.
fn for_stake() -> Balance {
	let fresh = StakingLocks::rewards().unallotted;
	fresh - StakingLocks::settings().author_share.mul_floor(fresh)
}

/// Ten blocks by Bob, and what they divided among all stake.
fn ten_blocks() -> Balance {
	let mut divided = 0;
	for _ in 0..10 {
		divided += for_stake();
		block_by(Bob);
	}
	assert!(divided > 0, "the emission runs");
	divided
}

#[test]
fn a_fifth_of_the_emission_comes_into_the_pot_less_the_part_of_the_reporters() {
	on_chain("local_testnet", || {
		assert_eq!(Pots::account(Recipient::StakeAndValidators), StakingLocks::pot_account());
		let minted = || Emission::supply().minted.iter().map(|(_, amount)| amount).sum::<Balance>();
		let pot = || Balances::balance(&StakingLocks::pot_account());
		let before = (minted(), pot());
		(0..10).for_each(|_| block());
		let (minted, came) = (minted() - before.0, pot() - before.1);
		assert!(came > DSYNC, "{came}");
		// Each block rounds for itself, by a few planck.
		assert!(came.abs_diff(minted / 1_000 * 195) < 1_000 * 10, "{came} of {minted}");
	});
}

#[test]
fn each_stake_earns_by_its_weight() {
	on_chain("local_testnet", || {
		// As heavy as the four validators together.
		assert_ok!(StakingLocks::lock(signed(Eve), STAKE, tier(LONGEST).into()));
		assert_eq!(StakingLocks::rewards().total_weight, 8 * STAKE * 100);
		let before = due(Charlie);
		let divided = ten_blocks();
		assert_eq!(due(Eve), divided / 2, "to the planck");
		assert!((due(Charlie) - before).abs_diff(divided / 8) <= 1, "less its fraction before");

		let (due, before) = (due(Eve), free(Eve));
		assert_ok!(StakingLocks::claim(signed(Ferdie), account(Eve)));
		assert_eq!(free(Eve), before + due, "a staker that is no provider gets all of it");
	});
}

#[test]
fn three_quarters_of_a_providers_reward_vest() {
	on_chain("local_testnet", || {
		ten_blocks();
		let (due, before) = (due(Alice), free(Alice));
		assert!(due > 0);
		assert_ok!(StakingLocks::claim(signed(Ferdie), account(Alice)));
		let vesting = Perquintill::from_percent(75).mul_floor(due);
		assert_eq!(Allocation::rewards(account(Alice)).held, vesting);
		assert_eq!(free(Alice), before + due - vesting);
	});
}

#[test]
fn a_delegator_earns_what_the_commission_leaves() {
	on_chain("local_testnet", || {
		assert_ok!(StakingLocks::delegate(signed(Ferdie), account(Alice), STAKE));
		let (mine, others) = (due(Alice), due(Charlie));
		let divided = ten_blocks();
		let earned = divided / 5;
		let report = || StakingLocks::delegation(account(Alice), account(Ferdie));
		let due_to_ferdie = report().expect("a delegation").due;
		assert!(due_to_ferdie.abs_diff(earned * 9 / 10) <= 1, "{due_to_ferdie} of {earned}");
		// As much stake as Alice has, and her commission besides.
		let commission = (due(Alice) - mine) - (due(Charlie) - others);
		assert!(commission.abs_diff(earned / 10) <= 2, "{commission} of {earned}");

		let before = free(Ferdie);
		assert_ok!(StakingLocks::claim_delegation(signed(Eve), account(Alice), account(Ferdie)));
		assert_eq!(free(Ferdie), before + due_to_ferdie, "liquid");
	});
}

#[test]
fn who_writes_a_block_is_paid_from_the_reserve() {
	on_chain("local_testnet", || {
		let lead = || due(Bob) as i128 - due(Charlie) as i128;
		let report = || StakingLocks::provider(account(Bob)).expect("a provider");
		let author_share = StakingLocks::settings().author_share;
		let before = (lead(), report().authored);
		let mut paid = 0;
		for _ in 0..10 {
			// The hook fills the reserve before the author is paid.
			let rewards = StakingLocks::rewards();
			let filled = author_share.mul_floor(rewards.unallotted);
			paid += (rewards.author_reserve + filled) / 64;
			block_by(Bob);
		}
		assert!(paid > 0, "the reserve fills");
		assert_eq!(lead() - before.0, paid as i128, "Charlie has as much stake");
		assert_eq!(report().authored, before.1 + 10);
	});
}

#[test]
fn a_validator_joins_and_leaves_within_two_sessions() {
	on_chain("local_testnet", || {
		join(Eve, STAKE);
		beat(&[Eve]);
		next_session();
		assert!(!validates(Eve), "queued");
		next_session();
		assert!(validates(Eve));
		let babe = Babe::authorities().iter().any(|(id, _)| *id == Eve.public().into());
		let voters = Grandpa::grandpa_authorities();
		let grandpa = voters.iter().any(|(id, _)| *id == voter(Eve).public().into());
		assert!(babe && grandpa, "its keys count");
		block_by(Eve);
		assert_eq!(StakingLocks::provider(account(Eve)).expect("a provider").authored, 1);

		assert_ok!(StakingLocks::leave(signed(Alice)));
		next_session();
		assert!(validates(Alice));
		next_session();
		assert!(!validates(Alice));
		assert_eq!(Session::validators().len(), 4);
	});
}

#[test]
fn one_without_session_keys_or_without_the_stake_does_not_validate() {
	on_chain("local_testnet", || {
		assert_err_ignore_postinfo!(
			StakingLocks::register(
				signed(Eve),
				validator_profile(account(Eve)),
				Perbill::zero().into()
			),
			Error::<Runtime>::StakeTooLow
		);
		join(Eve, STAKE);
		beat(&[Eve]);
		assert_ok!(Liveness::purge_keys(signed(Eve)));
		next_session();
		next_session();
		assert!(!validates(Eve));
	});
}

#[test]
fn who_left_validates_no_longer_even_below_the_minimum() {
	on_chain("local_testnet", || {
		for who in [Alice, Bob] {
			assert_ok!(StakingLocks::leave(signed(who)));
		}
		next_session();
		next_session();
		assert_eq!(StakingLocks::settings().min_validators.get(), 3);
		let mut rest = [Charlie, Dave].map(account);
		rest.sort();
		assert_eq!(Session::validators(), rest);

		join(Eve, STAKE);
		enter(&[Eve]);
		assert_eq!(Session::validators().len(), 3);
	});
}

#[test]
fn slashed_stake_is_halved_between_burn_and_treasury_after_the_reporters_part() {
	on_chain("development", || {
		// What a block mints is divided by the next one.
		(0..2).for_each(|_| block());
		assert_ok!(StakingLocks::claim(signed(Bob), account(Alice)));
		let unvested = <Allocation as RewardVesting<_, _>>::unvested(&account(Alice));
		assert!(unvested > 0);
		assert_noop!(
			StakingLocks::report_slash(signed(Bob), account(Alice), SlashReason::WrongReport, None),
			DispatchError::BadOrigin
		);
		assert_ok!(StakingLocks::report_slash(
			RuntimeOrigin::root(),
			account(Alice),
			SlashReason::WrongReport,
			Some(account(Bob)),
		));
		let part = Perbill::from_percent(5);
		block_after(minutes(2));
		let unvested = <Allocation as RewardVesting<_, _>>::unvested(&account(Alice));
		// The block divides before it slashes, and only then pays its author.
		let earned = due(Alice) + for_stake();
		let treasury = || Balances::balance(&Allocation::pot_account(TREASURY));
		let burned = || Emission::burned(BurnCause::Slash);
		let before = (treasury(), burned(), free(Bob), StakingLocks::stake(account(Alice)).held);
		block();

		let loss = before.3 - StakingLocks::stake(account(Alice)).held;
		assert_eq!(loss, 10_000 * DSYNC, "5 % of 200,000");
		let unclaimed = slashed_rewards();
		assert!(unclaimed.abs_diff(part.mul_ceil(earned)) <= 1, "{unclaimed} of {earned}");
		let loss = loss + unclaimed + part.mul_ceil(unvested);
		let rest = loss - loss / 10;
		assert_eq!(free(Bob) - before.2, loss / 10);
		assert_eq!(treasury() - before.0, rest / 2);
		assert_eq!(burned() - before.1, rest.div_ceil(2));
	});
}

#[test]
fn the_presets_begin_with_the_validators_that_have_the_stake() {
	for name in preset_names() {
		on_chain(name.as_ref(), || {
			let ranked: Vec<_> =
				StakingLocks::candidates().into_iter().map(|(who, _)| who).collect();
			assert_eq!(Session::validators(), ranked);
			assert_eq!(Babe::authorities().len(), ranked.len());
			let stake = RuntimeHoldReason::StakingLocks(HoldReason::Stake);
			for who in ranked {
				let provider = StakingLocks::provider(who.clone()).expect("a provider");
				assert_eq!(provider.status, ProviderStatus::Active);
				assert_eq!(provider.commission, Perbill::from_percent(10));
				assert_eq!(Balances::balance_on_hold(&stake, &who), provider.own);
			}
		});
	}
}

#[test]
fn the_local_network_has_four_validators_and_the_rules_of_a_live_chain() {
	on_chain("local_testnet", || {
		let mut accounts = VALIDATORS.map(account);
		accounts.sort();
		assert_eq!(Session::validators(), accounts);
		assert!(StakingLocks::candidates().iter().all(|(_, weight)| *weight == STAKE * 100));
		assert_eq!(session_slots(), 20);
		let settings = StakingLocks::settings();
		assert_eq!(settings.min_validators.get(), 3);
		assert_eq!(
			Settings { min_validators: Settings::default().min_validators, ..settings },
			Settings::default()
		);
	});
}

#[test]
fn stake_answers_for_as_long_as_disputes_last_and_offences_can_be_reported() {
	on_chain("local_testnet", || {
		// Of 168 sessions, of two minutes here, and longer than the longest dispute.
		let window = (168 * minutes(2)).max(ServicePayments::longest_dispute() + 1);
		let set = |unbonding: u64| {
			let unbonding_period = unbonding.try_into().expect("in its range");
			set_staking(|settings| settings.unbonding_period = unbonding_period)
		};
		assert_noop!(set(window - 1), Error::<Runtime>::UnbondingTooShort);
		assert_ok!(set(window));
	});
}

#[test]
fn a_live_chain_answers_for_a_week() {
	let settings = Settings::default();
	sp_io::TestExternalities::default().execute_with(|| {
		let window = <crate::session_length::ReportWindow<Runtime> as Get<u64>>::get();
		assert_eq!((window, settings.unbonding()), (days(7), days(7)));
	});
}

#[test]
#[should_panic(expected = "UnbondingTooShort")]
fn a_genesis_with_more_to_report_than_stake_answers_for_is_refused() {
	let slots = (hours(1) / BLOCK_TIME + 1).try_into().expect("in its range");
	let session_length = SessionLengthConfig { slots, ..Default::default() };
	let genesis = RuntimeGenesisConfig { session_length, ..Default::default() };
	sp_io::TestExternalities::default().execute_with(|| genesis.build());
}

#[test]
fn the_development_chain_has_one_validator_that_does_everything_in_minutes() {
	on_chain("development", || {
		let alice = StakingLocks::provider(account(Alice)).expect("a provider");
		assert_eq!((alice.own, alice.roles.len()), (200_000 * DSYNC, Role::COUNT as usize));
		assert_eq!(session_slots(), hours(1) / BLOCK_TIME);
		let settings = StakingLocks::settings();
		let lengths: Vec<_> = settings.tiers.iter().map(|tier| tier.length.get()).collect();
		assert_eq!(lengths, [5, 15, 30, 60].map(minutes));
		assert_eq!(settings.min_validators.get(), 1);
		assert_eq!(settings.unbonding(), minutes(10));
	});
}

#[test]
fn a_term_of_the_development_chain_ends_after_minutes() {
	on_chain("development", || {
		assert_ok!(StakingLocks::lock(signed(Eve), 1_000 * DSYNC, tier(LONGEST).into()));
		let weight = || StakingLocks::stake(account(Eve)).weight;
		assert_eq!(weight(), 1_000 * DSYNC * 400);
		block_after(minutes(59));
		block();
		assert_eq!(weight(), 1_000 * DSYNC * 400);
		block_after(minutes(2));
		block();
		assert_eq!(weight(), 1_000 * DSYNC * 100, "nobody had to call anything");
		let id = StakingLocks::stake(account(Eve)).positions[0].id;
		assert_ok!(StakingLocks::unbond(signed(Eve), id, 1_000 * DSYNC));
		block_after(minutes(11));
		block();
		let before = free(Eve);
		assert_ok!(StakingLocks::withdraw(signed(Bob), account(Eve)));
		assert_eq!(free(Eve), before + 1_000 * DSYNC);
	});
}

#[test]
fn after_a_standstill_of_days_the_ends_of_terms_are_worked_off() {
	on_chain("development", || {
		assert_ok!(StakingLocks::lock(signed(Eve), 1_000 * DSYNC, tier(LONGEST).into()));
		block_after(days(1));
		let blocks = 1_440 / 100 + 2;
		let before = StakingLocks::rewards().owed;
		(0..blocks).for_each(|_| block());
		assert_eq!(StakingLocks::maturities(0), vec![]);
		assert_eq!(StakingLocks::stake(account(Eve)).weight, 1_000 * DSYNC * 100);
		let rewards = StakingLocks::rewards();
		assert!(rewards.owed > before, "rewards are divided again");
	});
}

#[test]
fn what_staking_must_do_in_a_block_fits_beside_the_transactions() {
	let limits = RuntimeBlockWeights::get();
	let open = limits.get(DispatchClass::Normal).max_total.expect("transactions are bounded");
	let rest = limits.max_block.saturating_sub(open);
	let buckets = <Runtime as pallet_staking_locks::Config>::MaxBucketsPerBlock::get();
	let worst = [
		Weights::<Runtime>::next_validators(),
		Weights::<Runtime>::note_author(),
		Weights::<Runtime>::tick(buckets),
		Weights::<Runtime>::apply_slash(),
	];
	let sum = worst.into_iter().fold(Weight::zero(), Weight::saturating_add);
	assert!(worst.iter().all(|weight| weight.ref_time() > 0), "measured");
	assert!(sum.all_lte(rest), "{sum} of {rest}");
}

#[test]
fn what_the_runtime_asks_of_staking_registers_its_weight() {
	on_chain("local_testnet", || {
		let mandatory = || *System::block_weight().get(DispatchClass::Mandatory);
		let registered = |work: &dyn Fn()| {
			let before = mandatory();
			work();
			mandatory() - before
		};
		assert_eq!(
			registered(&|| drop(StakingLocks::next_validators())),
			Weights::<Runtime>::next_validators()
		);
		assert_eq!(
			registered(&|| StakingLocks::note_author(&account(Alice))),
			Weights::<Runtime>::note_author()
		);
		assert_eq!(
			registered(&|| {
				let part = Perbill::from_percent(1);
				StakingLocks::judge_offence(&account(Alice), 0, part).expect("a provider");
			}),
			Weights::<Runtime>::judge_offence()
		);
	});
}
