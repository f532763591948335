// SPDX-License-Identifier: Apache-2.0

//! Both pallets together under random calls, time jumps, outages and parameter changes. After
//! every step: the supply identity, the caps, the budget, and no liability that cannot be settled.

use super::{
	chain::{account, block_of, burn_fees, check, on_preset, on_preset_after, report_of},
	parameters::{schedule, set_oracle},
};
use crate::{
	configs::economy::{metrics, Pots},
	constants::currency::{DSYNC, EXISTENTIAL_DEPOSIT},
	genesis::economy::EMITTED,
	Balance, Balances, Emission, KpiOracle, ParameterChanges, Runtime, RuntimeOrigin,
};
use destra_primitives::{
	time::{days, hours, minutes, seconds, Millis},
	BoundedU64, Governed, LinearU64, MetricId, Recipient,
};
use frame_support::storage::{with_transaction, TransactionOutcome};
use pallet_emission::{Budget, Parameter, TrackTable};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, One};
use sp_runtime::{DispatchError, DispatchResult, Perquintill};
use std::collections::BTreeMap;

/// Something that happens on the chain.
#[derive(Clone, Debug)]
enum Act {
	/// Blocks at the ordinary pace.
	Blocks(u8),
	/// A block, and the next one comes so many milliseconds later.
	Stall(Millis),
	/// A reporter commits to what may be anything, and reports it in the second half of the round.
	Report(u8, u64, u64, u16),
	/// All who can report the same.
	Agree(u64, u64, u16),
	/// A reporter joins.
	Join(u8),
	/// A reporter leaves.
	Leave(u8),
	/// Fees are paid.
	Fees(u64),
	/// A holder burns.
	Burn(u64),
	/// Two recipients swap some of their shares.
	ShiftBudget(u8),
	/// The half-life of a stream is to change.
	HalfLife(bool, u8),
	/// The yearly cap is to change.
	Cap(u8),
	/// A metric gives some of its weight to the next one, and has its baseline scaled.
	Weigh(usize, u8, u8),
	/// A waiting change is cancelled.
	Cancel(u8),
	/// The guardian stops the emission, governance lets it go on.
	Pause,
	Resume,
	/// The guardian halts a metric, governance lets it go on.
	Halt(u8),
	Unhalt(u8),
	/// Somebody settles what is owed to a recipient, and to a reporter.
	Settle(u8),
	Claim(u8),
}

/// How long the second block takes, and what happens afterwards. After a short time the first shares are less than an
/// empty pot can take.
fn life() -> impl Strategy<Value = (Millis, Vec<Act>)> {
	// From nothing to more than any bound, each order of magnitude as likely.
	let storage = || (0..46u32, any::<u64>()).prop_map(|(bits, value)| value >> (63 - bits));
	let gpu = || (0..40u32, any::<u64>()).prop_map(|(bits, value)| value >> (63 - bits));
	let act = prop_oneof![
		6 => prop_oneof![4 => 1..6u8, 1 => 6..30u8].prop_map(Act::Blocks),
		2 => prop_oneof![1..2_000u64, seconds(1)..seconds(2_000_000)].prop_map(Act::Stall),
		4 => (0..3u8, storage(), gpu(), 0..12_000u16)
			.prop_map(|(who, storage, gpu, up)| Act::Report(who, storage, gpu, up)),
		8 => (storage(), gpu(), 0..10_001u16)
			.prop_map(|(storage, gpu, up)| Act::Agree(storage, gpu, up)),
		1 => (0..3u8).prop_map(Act::Join),
		1 => (0..3u8).prop_map(Act::Leave),
		2 => (1..100_000u64).prop_map(Act::Fees),
		1 => (1..1_000_000u64).prop_map(Act::Burn),
		1 => (0..12u8).prop_map(Act::ShiftBudget),
		1 => (any::<bool>(), 3..12u8).prop_map(|(fixed, years)| Act::HalfLife(fixed, years)),
		1 => (8..12u8).prop_map(Act::Cap),
		1 => (0..4usize, 0..12u8, 50..160u8).prop_map(|(at, shift, scale)| Act::Weigh(at, shift, scale)),
		2 => (0..4u8).prop_map(Act::Cancel),
		1 => Just(Act::Pause),
		2 => Just(Act::Resume),
		1 => (0..5u8).prop_map(Act::Halt),
		2 => (0..5u8).prop_map(Act::Unhalt),
		3 => (0..5u8).prop_map(Act::Settle),
		1 => (0..3u8).prop_map(Act::Claim),
	];
	let first = prop_oneof![1..200u64, Just(seconds(6))];
	(first, proptest::collection::vec(act, 1..60))
}

fn person(index: u8) -> Sr25519Keyring {
	[One, Bob, Charlie][usize::from(index) % 3]
}

fn metric(index: u8) -> Option<MetricId> {
	(index < 4).then_some(MetricId(index.into()))
}

fn change(new: Parameter) -> DispatchResult {
	schedule([new.into()])
}

/// The tracks in force.
fn tracks() -> TrackTable {
	let table = Emission::in_force().into_iter().find_map(|parameter| match parameter {
		Parameter::Tracks(table) => Some(table),
		_ => None,
	});
	table.expect("there are tracks")
}

fn figures(storage: u64, gpu: u64, up: u16) -> [(MetricId, u64); 3] {
	[
		(metrics::PROVEN_STORAGE, storage),
		(metrics::GPU_HOURS, gpu),
		(metrics::AVAILABILITY, up.into()),
	]
}

/// Whether it took effect. A call may be refused, as one that steps too far from what is in force; what counts is
/// that the state holds either way.
fn perform(act: Act) -> bool {
	let root = RuntimeOrigin::root;
	let signed = |index| RuntimeOrigin::signed(account(person(index)));
	let result = match act {
		Act::Blocks(count) => {
			(0..count).for_each(|_| block_of(seconds(6)));
			Ok(())
		}
		Act::Stall(elapsed) => {
			block_of(elapsed);
			Ok(())
		}
		Act::Report(who, storage, gpu, up) => report_of(&[person(who)], &figures(storage, gpu, up)),
		Act::Agree(storage, gpu, up) => report_of(&[One, Bob, Charlie], &figures(storage, gpu, up)),
		Act::Join(who) => {
			// One that left before is still admitted.
			let _ = KpiOracle::admit_reporter(root(), account(person(who)));
			KpiOracle::bond(signed(who))
		}
		Act::Leave(who) => KpiOracle::leave(signed(who)),
		Act::Fees(milli) => {
			burn_fees(Bob, DSYNC / 1_000 * Balance::from(milli));
			Ok(())
		}
		Act::Burn(milli) => {
			let amount = DSYNC / 1_000 * Balance::from(milli);
			Emission::burn(RuntimeOrigin::signed(account(Charlie)), amount, true)
		}
		Act::ShiftBudget(points) => {
			let shift = Perquintill::from_percent(points.into());
			let base = Budget::default();
			change(Parameter::Budget(Budget {
				provider_work: base.provider_work - shift,
				treasury: base.treasury + shift,
				..base
			}))
		}
		Act::HalfLife(fixed, years) => {
			let value = BoundedU64::try_new(destra_primitives::time::years(years.into()))
				.expect("within 1 to 50 years");
			change(if fixed {
				Parameter::FixedHalfLife(value)
			} else {
				Parameter::KpiHalfLife(value)
			})
		}
		Act::Cap(percent) => {
			let cap = LinearU64::try_new(u64::from(percent) * 10_000_000_000_000_000);
			cap.map_or(Err(DispatchError::Other("beyond its bounds")), |cap| {
				change(Parameter::AnnualCap(cap))
			})
		}
		Act::Weigh(at, shift, scale) => {
			let mut table = tracks();
			let next = (at + 1) % table.len();
			let shift = Perquintill::from_percent(shift.into()).min(table[at].weight);
			table[at].weight = table[at].weight - shift;
			table[next].weight = table[next].weight + shift;
			let baseline = u128::from(table[at].baseline.get()) * u128::from(scale) / 100;
			table[at].baseline = u64::try_from(baseline.max(1))
				.ok()
				.and_then(|baseline| BoundedU64::try_new(baseline).ok())
				.unwrap_or(table[at].baseline);
			change(Parameter::Tracks(table))
		}
		Act::Cancel(id) => ParameterChanges::cancel_change(root(), id.into()),
		Act::Pause => Emission::pause(root()),
		Act::Resume => Emission::resume(root()),
		Act::Halt(index) => KpiOracle::halt(root(), metric(index)),
		Act::Unhalt(index) => KpiOracle::resume(root(), metric(index)),
		Act::Settle(index) => {
			let recipient = Recipient::ALL[usize::from(index) % Recipient::COUNT];
			Emission::settle_liability(signed(0), recipient)
		}
		Act::Claim(who) => KpiOracle::claim_reward(signed(0), account(person(who))),
	};
	result.is_ok()
}

/// A development chain is patient with its reporters. Here three strikes suspend, so that
/// suspensions, slashes and returns happen as well.
fn impatient_oracle() {
	set_oracle(|settings| settings.strike_limit = BoundedU64::literal::<3>())
		.expect("settings within bounds");
}

fn minted() -> Balance {
	Emission::supply().minted.iter().map(|(_, amount)| amount).sum()
}

/// What must hold after each step, whatever happened before.
fn check_economy(start: Balance) {
	check();
	let supply = Emission::supply();
	assert!(minted() <= EMITTED, "never more than the reservoirs");
	assert_eq!(minted() + supply.remaining, EMITTED, "nothing is lost");
	// Economic time stays within the first years here: the cap of each is at most 11 % of an
	// issuance that has not grown past its cap in the years before.
	let years = Emission::economic_time() / destra_primitives::time::years(1) + 1;
	let mut cap = 0;
	for _ in 0..years {
		cap += (start + cap) * 11 / 100;
	}
	assert!(minted() <= cap, "the ceiling");
	let whole: u128 = Emission::in_force()
		.into_iter()
		.filter_map(|parameter| match parameter {
			Parameter::Budget(budget) => {
				Some(budget.shares().into_iter().map(u128::from).sum::<u128>())
			}
			_ => None,
		})
		.sum();
	assert_eq!(whole, 1_000_000_000_000_000_000, "the budget sums to one");
	for (recipient, owed) in supply.liabilities {
		let settled = could_settle(recipient);
		// Less than the existential deposit waits until there is more, or its pot has taken a share.
		let waits = owed < EXISTENTIAL_DEPOSIT
			&& Balances::free_balance(Pots::account(recipient)) == 0
			&& settled == Err(pallet_emission::Error::<Runtime>::RecipientRefuses.into());
		assert!(settled.is_ok() || waits, "a stuck liability to {recipient:?}: {settled:?}");
	}
}

/// What would become of settling what is owed to `recipient` now. Nothing changes.
fn could_settle(recipient: Recipient) -> DispatchResult {
	with_transaction(|| {
		let who = RuntimeOrigin::signed(account(Alice));
		let settled = Emission::settle_liability(who, recipient);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(settled))
	})?
}

/// How often each act took effect, by its name, and after how many of them something was owed to a recipient.
#[derive(Default)]
struct Tally {
	effects: BTreeMap<String, u32>,
	owing: u32,
}

/// Lives through it all on a chain of its own, and checks everything after every step.
fn live(first: Millis, acts: Vec<Act>, tally: &mut Tally) {
	on_preset_after("development", first, || {
		impatient_oracle();
		let start = Emission::supply().genesis;
		for act in acts {
			let debug = format!("{act:?}");
			let name = debug.split('(').next().unwrap_or(&debug);
			*tally.effects.entry(name.into()).or_default() += u32::from(perform(act));
			tally.owing += u32::from(!Emission::supply().liabilities.is_empty());
			check_economy(start);
		}
		// Whatever it went through, the chain goes on by itself.
		let _ = Emission::resume(RuntimeOrigin::root());
		let before = minted();
		for _ in 0..20 {
			block_of(minutes(1));
		}
		assert!(minted() > before || Emission::ceiling().day_budget == 0);
		check_economy(start);
		for (recipient, _) in Emission::supply().liabilities {
			assert_eq!(could_settle(recipient), Ok(()), "by now each pot has taken a share");
		}
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 192, ..Default::default() })]

	#[test]
	fn the_economy_holds_whatever_happens((first, acts) in life()) {
		live(first, acts, &mut Tally::default());
	}
}

#[test]
fn each_act_takes_effect_often_enough_to_prove_something() {
	let mut runner = TestRunner::deterministic();
	let mut tally = Tally::default();
	for _ in 0..40 {
		let (first, acts) = life().new_tree(&mut runner).expect("a life").current();
		live(first, acts, &mut tally);
	}
	let Tally { effects, owing } = tally;
	assert_eq!(effects.len(), 19);
	assert!(effects.values().all(|times| *times >= 3) && owing >= 10, "{owing}, {effects:?}");
}

#[test]
fn a_week_of_standstill_loses_nothing_and_mints_at_most_the_catch_up_rate() {
	on_preset("development", || {
		(0..10).for_each(|_| block_of(seconds(6)));
		let paces: Vec<Balance> = (0..10)
			.map(|_| {
				let before = minted();
				block_of(seconds(6));
				minted() - before
			})
			.collect();
		let (before, at) = (minted(), Emission::economic_time());
		block_of(days(7));
		block_of(seconds(6));
		let counted = Emission::economic_time() - at - seconds(6);
		assert_eq!(counted, hours(1), "the rest of the week is postponed");
		let hour = paces.iter().max().expect("ten blocks") * Balance::from(hours(1) / seconds(6));
		assert!(minted() - before <= 2 * hour, "at most twice the scheduled pace");
		assert_eq!(minted() + Emission::supply().remaining, EMITTED);
		// The last reports are a week old.
		assert!(Emission::rates()
			.kpi
			.iter()
			.all(|(id, pace)| *pace == 0 || *id == metrics::PAID_VOLUME));
	});
}
