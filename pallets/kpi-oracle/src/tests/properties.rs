// SPDX-License-Identifier: Apache-2.0

//! Random calls, time jumps and outages, with every invariant checked after each step.

use crate::{mock::*, Call, Phase};
use destra_primitives::{report_commitment, KpiState, MetricId};
use proptest::prelude::*;
use sp_runtime::{traits::Dispatchable, Perbill};

const PEOPLE: [AccountId; 6] = [ALICE, BOB, CAROL, DAVE, STRANGER, NEWCOMER];

/// One thing that happens.
#[derive(Clone, Debug)]
enum Step {
	/// A block after some milliseconds: from a normal one to a stall of days.
	Block(u64),
	/// Everybody who can commits to this value; all report it but those of the mask, who withhold it. The
	/// chain stands still for some milliseconds in the first half, for some in the second; then the round
	/// closes.
	Round {
		value: u64,
		withholding: u8,
		stalls: [u64; 2],
	},
	/// A commitment of some account, from the pool to the block, and perhaps later its report.
	Commit {
		who: usize,
		round_shift: i32,
		values: Vec<(u16, u64)>,
	},
	/// A report of some account, which may have committed to it.
	Report {
		who: usize,
		round_shift: i32,
		values: Vec<(u16, u64)>,
	},
	Signed {
		who: usize,
		call: Signed,
	},
	Governed(Governed),
	Changed(Parameter),
	Fund(u128),
	Meter(Option<u32>),
	/// The streams of the emission are worth more, or less.
	Streams(u128),
}

#[derive(Clone, Debug)]
enum Signed {
	Bond,
	Leave,
	Withdraw(usize),
	Claim(usize),
}

#[derive(Clone, Debug)]
enum Governed {
	Admit(usize),
	Remove(usize),
	Slash(usize, u32),
	Halt(Option<u16>),
	Resume(Option<u16>),
}

/// A parameter that changes, or some.
#[derive(Clone, Debug)]
enum Parameter {
	/// A metric that is reported or metered; there may be one with its id.
	Metric(u16, bool),
	/// One with this upper bound.
	Bounded(u16, u64),
	Retired(u16),
	Settings(Changed),
}

/// Settings that are set one by one. The rest stay.
#[derive(Clone, Debug)]
struct Changed {
	round: u64,
	/// By how much the maximum age is longer than a round.
	older: u64,
	recovery: u64,
	bond: u128,
	top_up: u64,
	limit: u64,
	quorum: u64,
}

fn who() -> impl Strategy<Value = usize> {
	0..PEOPLE.len()
}

/// Few enough that a report is at times the one committed to.
fn values() -> impl Strategy<Value = Vec<(u16, u64)>> {
	let value = prop_oneof![2 => Just(100), 1 => any::<u64>(), 1 => 0..2_000_000u64];
	prop_oneof![Just(vec![(1, 100)]), prop::collection::vec((0..4u16, value), 0..4)]
}

fn changed() -> impl Strategy<Value = Changed> {
	let older = prop_oneof![0..1_000_000u64, 0..2_000_000_000u64];
	let times = (24_000..200_000u64, older, 0..500_000u64);
	(times, 1..4u64, 1..5_000u128, 1..5u64, 1..5u64).prop_map(
		|((round, older, top_up), recovery, bond, limit, quorum)| Changed {
			round,
			older,
			recovery,
			bond,
			top_up,
			limit,
			quorum,
		},
	)
}

/// No standstill, a short one, or one of any length.
fn stall() -> impl Strategy<Value = u64> {
	prop_oneof![3 => Just(0), 1 => 0..60_000u64, 1 => 0..1_000_000u64]
}

fn step() -> impl Strategy<Value = Step> {
	let signed = prop_oneof![
		Just(Signed::Bond),
		Just(Signed::Leave),
		who().prop_map(Signed::Withdraw),
		who().prop_map(Signed::Claim),
	];
	let governed = prop_oneof![
		3 => who().prop_map(Governed::Admit),
		1 => who().prop_map(Governed::Remove),
		1 => (who(), any::<u32>()).prop_map(|(who, part)| Governed::Slash(who, part)),
		1 => prop::option::of(0..20u16).prop_map(Governed::Halt),
		1 => prop::option::of(0..20u16).prop_map(Governed::Resume),
	];
	let parameter = prop_oneof![
		1 => (0..20u16, any::<bool>()).prop_map(|(id, metered)| Parameter::Metric(id, metered)),
		1 => (0..20u16, 0..2_000u64).prop_map(|(id, max)| Parameter::Bounded(id, max)),
		1 => (0..20u16).prop_map(Parameter::Retired),
		2 => changed().prop_map(Parameter::Settings),
	];
	prop_oneof![
		4 => prop_oneof![Just(6_000u64), 1..120_000u64, 1..1_000_000_000u64].prop_map(Step::Block),
		6 => (50..200u64, prop_oneof![2 => Just(0), 1 => any::<u8>()], stall(), stall()).prop_map(
			|(value, withholding, first, second)| {
				Step::Round { value, withholding, stalls: [first, second] }
			}
		),
		4 => (who(), -1..=1i32, values()).prop_map(
			|(who, round_shift, values)| Step::Commit { who, round_shift, values }
		),
		4 => (who(), -1..=1i32, values()).prop_map(
			|(who, round_shift, values)| Step::Report { who, round_shift, values }
		),
		2 => (who(), signed).prop_map(|(who, call)| Step::Signed { who, call }),
		1 => governed.prop_map(Step::Governed),
		1 => parameter.prop_map(Step::Changed),
		1 => (10..10_000u128).prop_map(Step::Fund),
		1 => prop::option::of(any::<u32>()).prop_map(Step::Meter),
		1 => prop_oneof![Just(0), 0..400_000_000u128].prop_map(Step::Streams),
	]
}

fn governed(call: Governed) -> Call<Test> {
	match call {
		Governed::Admit(who) => Call::admit_reporter { who: PEOPLE[who] },
		Governed::Remove(who) => Call::remove_reporter { who: PEOPLE[who] },
		Governed::Slash(who, part) => {
			Call::slash_reporter { who: PEOPLE[who], part: Perbill::from_parts(part).into() }
		}
		Governed::Halt(id) => Call::halt { metric: id.map(MetricId) },
		Governed::Resume(id) => Call::resume { metric: id.map(MetricId) },
	}
}

/// What is refused leaves everything as it is.
fn change(parameter: Parameter) {
	let _ = match parameter {
		Parameter::Metric(id, true) => define(metered(id)),
		Parameter::Metric(id, false) => define(reported(id)),
		Parameter::Bounded(id, max) => define(bounded(id, 0, max)),
		Parameter::Retired(id) => retire(MetricId(id)),
		Parameter::Settings(Changed { round, older, recovery, bond, top_up, limit, quorum }) => {
			let changed = settings_changed_by(|settings| {
				settings.round_length = round.try_into().unwrap();
				settings.max_age = (2 * round + older).try_into().unwrap();
				settings.recovery_rounds = recovery.try_into().unwrap();
				settings.bond = bond.try_into().unwrap();
				settings.top_up_period = top_up.try_into().unwrap();
				settings.strike_limit = limit.try_into().unwrap();
				settings.min_quorum = quorum.try_into().unwrap();
			});
			// The length of a round may have to wait for an age that fits it.
			changed.for_each(|one| {
				let _ = put(one);
			});
			Ok(())
		}
	};
}

fn ids(values: &[(u16, u64)]) -> Vec<(MetricId, u64)> {
	values.iter().map(|(id, value)| (MetricId(*id), *value)).collect()
}

fn commit_call(who: AccountId, round: u32, values: &[(MetricId, u64)]) -> RuntimeCall {
	Call::commit { round, commitment: report_commitment(&who, round, values, &SALT) }.into()
}

fn report_call(round: u32, values: &[(MetricId, u64)]) -> RuntimeCall {
	Call::report { round, values: report_values(values), salt: SALT }.into()
}

/// Refused, or in the block without a failure and without a fee.
fn submit_freely(who: AccountId, call: RuntimeCall) {
	let before = free(who);
	let result = include(who, call);
	assert_ne!(result.map(|executed| executed.is_err()), Ok(true), "a free failure");
	assert_eq!(free(who), before, "it is free");
}

/// Plays [`Step::Round`], in the open round or, if that takes reports already, in the next one.
fn play_round(value: u64, withholding: u8, [in_first, in_second]: [u64; 2]) {
	if phase() == Phase::Report {
		close_round();
	}
	let metrics = KpiOracle::definitions();
	let values: Vec<_> =
		metrics.iter().filter(|m| m.is_reported()).map(|m| (m.id, value)).collect();
	for who in PEOPLE {
		let _ = include(who, commit_call(who, round(), &values));
	}
	next_block_at(now() + BLOCK + in_first);
	let open = round();
	while phase() == Phase::Commit && round() == open {
		next_block();
	}
	for (at, who) in PEOPLE.into_iter().enumerate() {
		if withholding & (1 << at) == 0 {
			let _ = include(who, report_call(open, &values));
		}
	}
	next_block_at(now() + BLOCK + in_second);
	while round() == open {
		next_block();
	}
}

/// Does a step. Whatever is refused is refused without a trace, which the invariants check.
fn take(step: Step) {
	match step {
		Step::Block(span) => next_block_at(now() + span),
		Step::Round { value, withholding, stalls } => play_round(value, withholding, stalls),
		Step::Commit { who, round_shift, values } => {
			let (round, values) = (round().saturating_add_signed(round_shift), ids(&values));
			submit_freely(PEOPLE[who], commit_call(PEOPLE[who], round, &values));
		}
		Step::Report { who, round_shift, values } => {
			let round = round().saturating_add_signed(round_shift);
			submit_freely(PEOPLE[who], report_call(round, &ids(&values)));
		}
		Step::Signed { who, call } => {
			let call: Call<Test> = match call {
				Signed::Bond => Call::bond {},
				Signed::Leave => Call::leave {},
				Signed::Withdraw(who) => Call::withdraw_bond { who: PEOPLE[who] },
				Signed::Claim(who) => Call::claim_reward { who: PEOPLE[who] },
			};
			let _ = RuntimeCall::from(call).dispatch(RuntimeOrigin::signed(PEOPLE[who]));
		}
		Step::Governed(call) => {
			let origin = if matches!(call, Governed::Halt(_)) { guardian() } else { governor() };
			let _ = RuntimeCall::from(governed(call)).dispatch(origin);
		}
		Step::Changed(parameter) => change(parameter),
		Step::Fund(amount) => fund_pot(amount),
		Step::Meter(count) => Meter::set(count.map(u128::from)),
		Step::Streams(reservoir) => Reservoir::set(reservoir),
	}
}

/// The metrics that earn now.
fn earning() -> Vec<MetricId> {
	let readings = KpiOracle::readings(now());
	readings.iter().filter(|it| it.earning().is_some()).map(|it| it.metric).collect()
}

/// What a reader relies on at any moment.
fn check_readings() {
	let max_age = KpiOracle::settings().max_age.get();
	for reading in KpiOracle::readings(now()) {
		match reading.state {
			KpiState::Fresh | KpiState::Degraded => {
				assert!(reading.value.is_some() && reading.age <= max_age, "{reading:?}");
			}
			KpiState::Stale | KpiState::Halted | KpiState::Uncovered => {
				assert_eq!(reading.earning(), None)
			}
		}
	}
	let round = KpiOracle::round();
	assert!(round.reported <= round.committed && round.committed <= round.reporters);
	assert!(round.reporters <= round.bonded && round.quorum > round.bonded / 2);
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

	#[test]
	fn invariants_hold_whatever_happens(steps in prop::collection::vec(step(), 1..80)) {
		Reservoir::set(0);
		ExtBuilder::default().metrics(vec![reported(1), metered(2)]).build().execute_with(|| {
			let issuance = Balances::total_issuance();
			let mut funded = 0;
			for step in steps {
				if let Step::Fund(amount) = step {
					funded += amount;
				}
				let (last, earned) = (round(), earning());
				let resumes = matches!(step, Step::Governed(Governed::Resume(_)));
				take(step);
				KpiOracle::do_try_state().unwrap();
				check_readings();
				prop_assert!(round() >= last, "rounds only go forward");
				prop_assert!(
					resumes || round() > last || earning().iter().all(|id| earned.contains(id)),
					"a metric earns again without a round that says so"
				);
			}
			prop_assert_eq!(Balances::total_issuance(), issuance + funded, "no token is lost");
			Ok(())
		})?;
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

	/// Whatever the chain misses of its blocks, in rounds of any length. Carol sends what a half takes
	/// when she sees its first block, and it gets in two blocks later, if the half still takes it then.
	#[test]
	fn a_reporter_whose_transactions_take_two_blocks_is_never_struck_for_a_standstill(
		length in 72_000..400_000u64,
		spans in prop::collection::vec(prop_oneof![9 => Just(BLOCK), 1 => BLOCK..400_000], 300),
	) {
		let long = |settings: &mut crate::Settings| {
			settings.round_length = length.try_into().unwrap();
			settings.max_age = (4 * length).try_into().unwrap();
		};
		ExtBuilder::default().settings(long).build().execute_with(|| {
			let values = [(STORAGE, 100)];
			let mut half = None;
			let mut seen = 0;
			for span in spans {
				let present = (round(), phase());
				seen = if half == Some(present) { seen + 1 } else { 0 };
				half = Some(present);
				let prompt = [ALICE, BOB].into_iter().filter(|_| seen == 0);
				for who in prompt.chain((seen == 2).then_some(CAROL)) {
					let call = match present.1 {
						Phase::Commit => commit_call(who, present.0, &values),
						Phase::Report => report_call(present.0, &values),
					};
					let _ = include(who, call);
				}
				next_block_at(now() + span);
				KpiOracle::do_try_state().unwrap();
				prop_assert_eq!([ALICE, BOB, CAROL].map(strikes), [0, 0, 0]);
			}
			prop_assert!(round() > 1);
			Ok(())
		})?;
	}
}

/// Seven reporters; what those say who lie, and which of the others are silent.
fn coalition() -> impl Strategy<Value = Vec<(Vec<u64>, u8)>> {
	let lie = prop_oneof![0..3_000u64, 800..1_300u64, 0..1_000_000u64];
	prop::collection::vec((prop::collection::vec(lie, 3), 0..16u8), 1..12)
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

	/// Three of seven collude for rounds on end, whatever they say, and some of the four honest ones
	/// are kept from reporting in any of them.
	#[test]
	fn a_minority_never_moves_a_value_nor_gets_an_honest_reporter_struck_for_its_report(
		rounds in coalition(),
	) {
		let seven = [ALICE, BOB, CAROL, DAVE, STRANGER, TREASURY, GOVERNOR];
		let (liars, honest) = seven.split_at(3);
		ExtBuilder::default().reporters(seven.to_vec()).build().execute_with(|| {
			round_of(&seven.map(|who| (who, 1_000)));
			for (lies, silent) in rounds {
				let truth = honest.iter().enumerate().filter(|(at, _)| silent & (1 << at) == 0);
				let mut reports: Vec<_> = truth.map(|(_, who)| (*who, 1_000)).collect();
				let active = |who: &AccountId| {
					KpiOracle::reporter(*who).reporter.is_some_and(|it| it.is_active())
				};
				reports.retain(|(who, _)| active(who));
				let told: Vec<_> = reports.iter().map(|(who, _)| *who).collect();
				let lying = liars.iter().copied().zip(lies).filter(|(who, _)| active(who));
				reports.extend(lying);
				let before: Vec<_> = told.iter().map(|who| strikes(*who)).collect();
				round_of(&reports);
				KpiOracle::do_try_state().unwrap();
				let after: Vec<_> = told.iter().map(|who| strikes(*who)).collect();
				// An honest round may take a strike for silence away.
				prop_assert!(
					after.iter().zip(&before).all(|(after, before)| after <= before),
					"struck for the truth"
				);
				let of_storage = value(STORAGE).expect("the first round brought one");
				// Within a tenth of itself from what the honest say.
				prop_assert!((909..=1_112).contains(&of_storage), "moved to {of_storage}");
				let round = KpiOracle::round();
				prop_assert!(round.reporters >= round.bonded - round.bonded / 3);
			}
			Ok(())
		})?;
	}
}
