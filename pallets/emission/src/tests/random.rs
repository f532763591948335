// SPDX-License-Identifier: Apache-2.0

//! Random calls, time jumps, outages, refusals and parameter changes: the invariants hold after
//! every single step.

use crate::{
	mock::*,
	types::{AnnualCap, CatchUp, HalfLife, YEAR},
	Budget, CurrentPolicy, Event, Liabilities, Parameter, TrackTable,
};
use destra_primitives::{
	time::{days, hours, Millis},
	Balance, KpiState, MetricId, Recipient,
};
use proptest::{collection::vec, prelude::*};
use sp_runtime::Perquintill;

/// Something that happens to the chain.
#[derive(Clone, Debug)]
enum Happening {
	Blocks { count: u32, span: Millis },
	Reading { metric: u16, value: u64, state: KpiState },
	Counted(u64),
	NoReadings,
	Refuse(Vec<Recipient>),
	Settle(Recipient),
	Start,
	Pause,
	Resume,
	Burn { amount: Balance, keep_alive: bool },
	Set(Parameter),
}

fn state() -> impl Strategy<Value = KpiState> {
	prop_oneof![
		Just(KpiState::Fresh),
		Just(KpiState::Degraded),
		Just(KpiState::Stale),
		Just(KpiState::Halted),
		Just(KpiState::Uncovered)
	]
}

fn recipient() -> impl Strategy<Value = Recipient> {
	(0..Recipient::COUNT).prop_map(|index| Recipient::ALL[index])
}

/// Shares that sum to one, to a tenth of a percent.
fn shares(count: usize) -> impl Strategy<Value = Vec<Perquintill>> {
	vec(0u64..=1_000, count - 1).prop_map(|mut cuts| {
		cuts.sort();
		let ends = cuts.iter().copied().chain([1_000]);
		let starts = [0].into_iter().chain(cuts.iter().copied());
		let part = 1_000_000_000_000_000;
		ends.zip(starts).map(|(end, start)| Perquintill::from_parts((end - start) * part)).collect()
	})
}

fn parameter() -> impl Strategy<Value = Parameter> {
	let half_life =
		|| (4 * YEAR..=9 * YEAR).prop_map(|half_life| HalfLife::try_new(half_life).unwrap());
	let near = prop_oneof![Just(0u64), Just(5), Just(10)];
	prop_oneof![
		shares(5).prop_map(|shares| Parameter::Budget(Budget {
			provider_work: shares[0],
			stake_and_validators: shares[1],
			incentive_programmes: shares[2],
			community: shares[3],
			treasury: shares[4],
		})),
		// Most random budgets are too far away; these are near.
		near.prop_map(|percent| Parameter::Budget(Budget {
			provider_work: Perquintill::from_percent(40 - percent),
			treasury: Perquintill::from_percent(percent),
			..Budget::default()
		})),
		half_life().prop_map(Parameter::FixedHalfLife),
		half_life().prop_map(Parameter::KpiHalfLife),
		(AnnualCap::UPPER / 22..=AnnualCap::UPPER)
			.prop_map(|cap| Parameter::AnnualCap(AnnualCap::try_new(cap).unwrap())),
		(110u64..=400).prop_map(|percent| Parameter::CatchUp(CatchUp::try_new(percent).unwrap())),
		(0u64..=10, 0u64..=10, 900u64..3_000, 150u64..300).prop_map(
			|(from_storage, to_new, storage, compute)| {
				let mut table = vec![
					track(STORAGE, 50 - from_storage, storage, Some(YEAR)),
					track(COMPUTE, 30 + from_storage, compute, None),
					track(VOLUME, 10, 5_000_000, Some(3 * YEAR)),
				];
				table.push(track(AVAILABILITY, 10 - to_new, 990_000, None));
				table.push(track(MetricId(5), to_new, 7, None));
				Parameter::Tracks(TrackTable::truncate_from(table))
			}
		),
	]
}

fn happening() -> impl Strategy<Value = Happening> {
	prop_oneof![
		8 => (1u32..40, prop_oneof![0..2 * BLOCK, 0..hours(1), 0..days(40)])
			.prop_map(|(count, span)| Happening::Blocks { count, span }),
		4 => (1u16..=5, any::<u64>(), 0u32..64, state()).prop_map(|(metric, value, shift, state)| {
			Happening::Reading { metric, value: value >> shift, state }
		}),
		2 => (0u64..10_000_000).prop_map(Happening::Counted),
		1 => Just(Happening::NoReadings),
		2 => vec(recipient(), 0..3).prop_map(Happening::Refuse),
		4 => recipient().prop_map(Happening::Settle),
		2 => Just(Happening::Start),
		1 => Just(Happening::Pause),
		2 => Just(Happening::Resume),
		2 => (0..1_000_000 * DSYNC, any::<bool>())
			.prop_map(|(amount, keep_alive)| Happening::Burn { amount, keep_alive }),
		5 => parameter().prop_map(Happening::Set),
	]
}

/// All that is not minted.
fn remaining() -> Balance {
	Emission::supply().remaining
}

/// Opens a block and checks what a step may do at most.
fn checked_block(span: Millis) {
	let policy = CurrentPolicy::<Test>::get();
	let before = minted();
	let remaining_before = remaining();
	let time = Emission::economic_time();
	next_block(span);
	let step = minted() - before;
	assert_eq!(remaining_before - remaining(), step);

	// Twice the pace of the schedule on all that remains, or whatever the limit is, with half-lives of four
	// years at least.
	let elapsed = Balance::from(Emission::economic_time() - time);
	let percent = Balance::from(policy.catch_up.get());
	let pace = remaining_before / Balance::from(4 * YEAR) * elapsed / 100 * 70;
	assert!(step <= pace / 100 * percent + 1_000_000, "the catch-up limit");
	assert!(
		!events()
			.iter()
			.any(|event| matches!(event, Event::StepFailed { .. } | Event::LedgerMismatch { .. })),
		"no step fails"
	);
}

/// Lets it happen; a refused call changes nothing but the fee, so its error does not matter here.
fn happen(happening: Happening) {
	let root = RuntimeOrigin::root;
	let layer = |call: &dyn Fn() -> sp_runtime::DispatchResult| {
		let _ = frame_support::storage::with_storage_layer(call);
	};
	match happening {
		Happening::Blocks { count, span } => (0..count).for_each(|_| checked_block(span)),
		Happening::Reading { metric, value, state } => {
			Readings::mutate(|all| all.insert(MetricId(metric), (Some(value), state)));
		}
		Happening::Counted(units) => Counters::mutate(|all| {
			*all.entry(VOLUME).or_default() += u128::from(units);
		}),
		Happening::NoReadings => {
			Readings::take();
		}
		Happening::Refuse(recipients) => Refusing::set(recipients.into_iter().collect()),
		Happening::Settle(recipient) => {
			layer(&|| Emission::settle_liability(RuntimeOrigin::signed(BOB), recipient))
		}
		Happening::Start => layer(&|| Emission::start(root())),
		Happening::Pause => layer(&|| Emission::pause(RuntimeOrigin::signed(GUARDIAN))),
		Happening::Resume => layer(&|| Emission::resume(root())),
		Happening::Burn { amount, keep_alive } => {
			layer(&|| Emission::burn(RuntimeOrigin::signed(ALICE), amount, keep_alive))
		}
		Happening::Set(new) => {
			let _ = set(new);
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

	#[test]
	fn the_invariants_hold_whatever_happens(
		started in any::<bool>(),
		// Small caps bind within the short time of a case.
		cap in prop_oneof![0..=AnnualCap::UPPER / 1_000, 0..=AnnualCap::UPPER],
		happenings in vec(happening(), 1..60),
	) {
		let mut economy = Economy::default();
		economy.config.annual_cap = AnnualCap::try_new(cap).unwrap();
		economy.config.started = started;
		economy.build_and_execute(|| {
			for happening in happenings {
				happen(happening);
				Emission::do_try_state().unwrap();
			}

			// No liability is stuck: when the recipients are in order, all of it can be paid.
			Refusing::take();
			for recipient in Recipient::ALL {
				if Liabilities::<Test>::get().of(recipient) >= ED {
					Emission::settle_liability(RuntimeOrigin::signed(BOB), recipient).unwrap();
				}
			}
			next_block(days(60));
			(0..5).for_each(|_| checked_block(BLOCK));
		});
	}
}
