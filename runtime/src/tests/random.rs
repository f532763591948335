// SPDX-License-Identifier: Apache-2.0

//! Both pallets together under random calls, time jumps, outages and parameter changes. After
//! every step: the supply identity, the caps, the budget, and no liability that cannot be settled.

use super::chain::{account, block_of, burn_fees, check, on_preset, report};
use crate::{
	configs::economy::metrics, constants::currency::DSYNC, genesis::economy::EMITTED, Balance,
	Emission, KpiOracle, RuntimeOrigin,
};
use destra_primitives::{
	time::{days, hours, minutes, seconds},
	BoundedU64, MetricId, Recipient,
};
use pallet_emission::{Budget, Parameter, TrackSetting};
use proptest::prelude::*;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie};
use sp_runtime::Perquintill;

/// Something that happens on the chain.
#[derive(Clone, Debug)]
enum Act {
	/// Blocks at the ordinary pace.
	Blocks(u8),
	/// The chain stands still for some seconds.
	Stall(u32),
	/// A reporter reports.
	Report(u8, u64, u64, u16),
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
	/// The metrics are weighed anew.
	Weigh(u8, u64),
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

fn acts() -> impl Strategy<Value = Vec<Act>> {
	let act = prop_oneof![
		6 => (1..30u8).prop_map(Act::Blocks),
		2 => (1..2_000_000u32).prop_map(Act::Stall),
		8 => (0..3u8, any::<u64>(), any::<u64>(), 0..12_000u16)
			.prop_map(|(who, storage, gpu, up)| Act::Report(who, storage >> 20, gpu >> 30, up)),
		1 => (0..3u8).prop_map(Act::Join),
		1 => (0..3u8).prop_map(Act::Leave),
		2 => (1..100_000u64).prop_map(Act::Fees),
		1 => (1..1_000_000u64).prop_map(Act::Burn),
		1 => (0..12u8).prop_map(Act::ShiftBudget),
		1 => (any::<bool>(), 3..12u8).prop_map(|(fixed, years)| Act::HalfLife(fixed, years)),
		1 => (8..12u8).prop_map(Act::Cap),
		1 => (0..10u8, 50..300u64).prop_map(|(shift, storage)| Act::Weigh(shift, storage)),
		1 => (0..8u8).prop_map(Act::Cancel),
		1 => Just(Act::Pause),
		2 => Just(Act::Resume),
		1 => (0..5u8).prop_map(Act::Halt),
		2 => (0..5u8).prop_map(Act::Unhalt),
		1 => (0..5u8).prop_map(Act::Settle),
		1 => (0..3u8).prop_map(Act::Claim),
	];
	proptest::collection::vec(act, 1..60)
}

fn person(index: u8) -> Sr25519Keyring {
	[Alice, Bob, Charlie][usize::from(index) % 3]
}

fn metric(index: u8) -> Option<MetricId> {
	(index < 4).then_some(MetricId(index.into()))
}

fn change(new: Parameter) {
	// Refused where it steps too far from what is in force: that is the rule under test.
	let _ = Emission::schedule_change(RuntimeOrigin::root(), new);
}

fn perform(act: Act) {
	let root = RuntimeOrigin::root;
	let signed = |index| RuntimeOrigin::signed(account(person(index)));
	// A call may be refused; what counts is that the state holds either way.
	match act {
		Act::Blocks(count) => (0..count).for_each(|_| block_of(seconds(6))),
		Act::Stall(secs) => block_of(seconds(secs.into())),
		Act::Report(who, storage, gpu, up) => {
			let _ = report(
				person(who),
				&[
					(metrics::PROVEN_STORAGE, storage),
					(metrics::GPU_HOURS, gpu),
					(metrics::AVAILABILITY, up.into()),
				],
			);
		}
		Act::Join(who) => {
			let _ = KpiOracle::admit_reporter(root(), account(person(who)));
			let _ = KpiOracle::bond(signed(who));
		}
		Act::Leave(who) => {
			let _ = KpiOracle::leave(signed(who));
		}
		Act::Fees(milli) => burn_fees(Bob, DSYNC / 1_000 * Balance::from(milli)),
		Act::Burn(milli) => {
			let amount = DSYNC / 1_000 * Balance::from(milli);
			let _ = Emission::burn(RuntimeOrigin::signed(account(Charlie)), amount, true);
		}
		Act::ShiftBudget(points) => {
			let shift = Perquintill::from_percent(points.into());
			let base = Budget::default();
			change(Parameter::Budget(Budget {
				provider_work: base.provider_work - shift,
				treasury: base.treasury + shift,
				..base
			}));
		}
		Act::HalfLife(fixed, years) => {
			let value = BoundedU64::try_new(destra_primitives::time::years(years.into()))
				.expect("within 1 to 50 years");
			change(if fixed {
				Parameter::FixedHalfLife(value)
			} else {
				Parameter::KpiHalfLife(value)
			});
		}
		Act::Cap(percent) => {
			if let Ok(cap) = BoundedU64::try_new(u64::from(percent) * 10_000_000_000_000_000) {
				change(Parameter::AnnualCap(cap));
			}
		}
		Act::Weigh(shift, storage) => {
			let track = |id, percent, baseline: u64| TrackSetting {
				metric: id,
				weight: Perquintill::from_percent(percent),
				baseline: BoundedU64::try_new(baseline).expect("at least one"),
				doubling: None,
			};
			let shift = u64::from(shift);
			let table = vec![
				track(metrics::PROVEN_STORAGE, 35 - shift, storage),
				track(metrics::GPU_HOURS, 25 + shift, 24),
				track(metrics::PAID_VOLUME, 25, 1_000),
				track(metrics::AVAILABILITY, 15, 9_900),
			];
			change(Parameter::Tracks(table.try_into().expect("four tracks")));
		}
		Act::Cancel(id) => {
			let _ = Emission::cancel_change(root(), id.into());
		}
		Act::Pause => {
			let _ = Emission::pause(root());
		}
		Act::Resume => {
			let _ = Emission::resume(root());
		}
		Act::Halt(index) => {
			let _ = KpiOracle::halt(root(), metric(index));
		}
		Act::Unhalt(index) => {
			let _ = KpiOracle::resume(root(), metric(index));
		}
		Act::Settle(index) => {
			let recipient = Recipient::ALL[usize::from(index) % Recipient::COUNT];
			let _ = Emission::settle_liability(signed(0), recipient);
		}
		Act::Claim(who) => {
			let _ = KpiOracle::claim_reward(signed(0), account(person(who)));
		}
	}
}

/// A development chain is patient with its reporters. Here three strikes suspend, so that
/// suspensions, slashes and returns happen as well.
fn impatient_oracle() {
	let settings = pallet_kpi_oracle::Settings {
		strike_limit: BoundedU64::literal::<3>(),
		..KpiOracle::settings()
	};
	KpiOracle::set_settings(RuntimeOrigin::root(), settings).expect("settings within bounds");
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
	assert!(minted() <= cap, "the yearly ceiling");
	let whole: u128 = Emission::parameters()
		.into_iter()
		.filter_map(|parameter| match parameter {
			Parameter::Budget(budget) => {
				Some(budget.shares().into_iter().map(u128::from).sum::<u128>())
			}
			_ => None,
		})
		.sum();
	assert_eq!(whole, 1_000_000_000_000_000_000, "the budget sums to one");
	// Every pot of this runtime is larger than the existential deposit after its first payment,
	// so what is owed can always be paid.
	for (recipient, _) in supply.liabilities {
		let settled = Emission::settle_liability(RuntimeOrigin::signed(account(Alice)), recipient);
		assert_eq!(settled, Ok(()), "no stuck liability");
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 192, ..Default::default() })]

	#[test]
	fn the_economy_holds_whatever_happens(acts in acts()) {
		on_preset("development", || {
			impatient_oracle();
			let start = Emission::supply().genesis;
			for act in acts {
				perform(act);
				check_economy(start);
			}
			// Whatever it went through, the chain goes on by itself.
			let _ = Emission::resume(RuntimeOrigin::root());
			let before = minted();
			for _ in 0..20 {
				block_of(minutes(1));
			}
			assert!(minted() > before || Emission::yearly_allowance() == 0);
			check_economy(start);
		});
	}
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
