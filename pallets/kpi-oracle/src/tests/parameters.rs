// SPDX-License-Identifier: Apache-2.0

//! What governance can change: how far at once, and what a change brings with it.

use crate::{mock::*, Bond, Error, LeastBond, Parameter, Setting};
use destra_primitives::{
	time::minutes, BoundedU64, Governed, MetricId, Ranged, ReporterStakes, Step, Stepped,
};
use frame_support::{assert_noop, assert_ok};

#[test]
fn every_range_has_its_step() {
	let (ranges, steps) = (Parameter::ranges("new"), Parameter::steps());
	let named: Vec<_> = ranges.iter().map(|range| &range.name[..]).zip(steps).collect();
	let (count, time) = (Step::Half { or: 1 }, Step::Half { or: minutes(1).into() });
	let tenth = Step::By(100_000_000);
	assert_eq!(ranges.len(), named.len());
	assert_eq!(
		named,
		[
			("new.Setting.RoundLength", time),
			("new.Setting.MaxAge", time),
			("new.Setting.MinQuorum", count),
			("new.Setting.RecoveryRounds", count),
			("new.Setting.Bond", count),
			("new.Setting.TopUpPeriod", time),
			("new.Setting.TimeToHalt", time),
			("new.Setting.MetricGrace", count),
			("new.Setting.OmissionLimit", count),
			("new.Setting.StrikeLimit", count),
			("new.Setting.StrikeDecay", count),
			("new.Setting.StrikeSlash", tenth),
			("new.Setting.SuspensionRounds", count),
			("new.Setting.UnbondingPeriod", time),
			("new.Metric.name", Step::Any),
			("new.Metric.unit", Step::Any),
			("new.Metric.kind.Reported.bounds.min", count),
			("new.Metric.kind.Reported.bounds.max", count),
			("new.Metric.kind.Reported.max_step.relative", tenth),
			("new.Metric.kind.Reported.max_step.absolute", count),
			("new.Metric.kind.Reported.tolerance.relative", tenth),
			("new.Metric.kind.Reported.tolerance.absolute", count),
			("new.Metric.kind.Metered.period", time),
			("new.Metric.kind.Metered.max", count),
		]
	);
}

/// What is in force now and was not in `before`.
fn changed(before: &[Parameter]) -> Vec<Parameter> {
	KpiOracle::in_force().into_iter().filter(|now| !before.contains(now)).collect()
}

#[test]
fn a_parameter_changes_that_and_no_other() {
	ExtBuilder::default().metrics(vec![reported(1), metered(2)]).build_and_execute(|| {
		let mut other = settings();
		for (at, one) in Setting::of(&other).into_iter().enumerate() {
			// To another value that agrees with the others.
			other.max_age = BoundedU64::literal::<{ MAX_AGE + 1 }>();
			other.round_length = BoundedU64::literal::<{ ROUND + 1 }>();
			other.min_quorum = BoundedU64::literal::<3>();
			other.recovery_rounds = BoundedU64::literal::<3>();
			other.bond = Bond::literal::<{ BOND + 1 }>();
			other.top_up_period = BoundedU64::literal::<{ TOP_UP + 1 }>();
			other.time_to_halt = BoundedU64::literal::<{ HALT + 1 }>();
			other.metric_grace = BoundedU64::literal::<3>();
			other.omission_limit = BoundedU64::literal::<4>();
			other.strike_limit = BoundedU64::literal::<4>();
			other.strike_decay = BoundedU64::literal::<4>();
			other.strike_slash = sp_runtime::Perbill::from_percent(11);
			other.suspension_rounds = BoundedU64::literal::<4>();
			other.unbonding_period = BoundedU64::literal::<{ UNBONDING + 1 }>();
			let new = Parameter::Setting(Setting::of(&other)[at].clone());
			let before = KpiOracle::in_force();
			assert_eq!(KpiOracle::value_of(&new), Some(Parameter::Setting(one)));
			assert_ok!(put(new.clone()));
			assert_eq!(changed(&before), [new]);
		}

		let before = KpiOracle::in_force();
		let new = Parameter::Metric(bounded(1, 1, 2));
		assert_eq!(KpiOracle::value_of(&new), Some(Parameter::Metric(reported(1))));
		assert_ok!(put(new.clone()));
		assert_eq!(changed(&before), [new]);
	});
}

#[test]
fn what_comes_to_be_or_ceases_to_has_no_value_before_and_one_of_another_source_neither() {
	ExtBuilder::default().build_and_execute(|| {
		let before = KpiOracle::in_force();
		let new = Parameter::Metric(reported(3));
		assert_eq!(KpiOracle::value_of(&new), None);
		assert_eq!(KpiOracle::value_of(&Parameter::Metric(metered(1))), None);
		assert_ok!(put(new.clone()));
		assert_eq!(changed(&before), [new]);
		let retired = Parameter::RetiredMetric(MetricId(3));
		assert_eq!(KpiOracle::value_of(&retired), None);
		assert_ok!(put(retired));
		assert_eq!(KpiOracle::in_force(), before);
	});
}

#[test]
fn a_metric_moves_by_the_steps_of_its_figures() {
	let new = |min, max| Parameter::Metric(bounded(1, min, max));
	let place = |name| Err(destra_primitives::ranged::Place::here().within(name));
	let old = new(100, 1_000);
	assert_eq!(new(150, 1_500).step_from(&old), Ok(()));
	assert_eq!(new(151, 1_500).step_from(&old), place("Metric.kind.Reported.bounds.min"));
	assert_eq!(new(150, 1_501).step_from(&old), place("Metric.kind.Reported.bounds.max"));
}

#[test]
fn settings_that_disagree_are_refused_and_the_one_that_makes_room_comes_first() {
	ExtBuilder::default().build_and_execute(|| {
		let age = |age: u64| set(|new| new.max_age = age.try_into().unwrap());
		let length = |length: u64| set(|new| new.round_length = length.try_into().unwrap());
		assert_noop!(age(2 * ROUND - 1), Error::<Test>::MaxAgeBelowTwoRounds);
		assert_noop!(length(MAX_AGE / 2 + 1), Error::<Test>::MaxAgeBelowTwoRounds);
		assert_ok!(age(2 * ROUND));
		assert_ok!(age(4 * ROUND));
		assert_ok!(length(2 * ROUND));

		let halt = |halt: u64| set(|new| new.time_to_halt = halt.try_into().unwrap());
		let bound = |bound: u64| set(|new| new.unbonding_period = bound.try_into().unwrap());
		assert_noop!(halt(UNBONDING + 1), Error::<Test>::UnbondingBelowHalt);
		assert_noop!(bound(HALT - 1), Error::<Test>::UnbondingBelowHalt);
		assert_ok!(halt(UNBONDING));
		assert_ok!(bound(UNBONDING + 1));
	});
}

#[test]
fn a_raised_bond_gets_the_term_that_is_in_force_when_it_changes() {
	ExtBuilder::default().build_and_execute(|| {
		let top_up = |term: u64| set(|new| new.top_up_period = term.try_into().unwrap());
		let raise = || set(|new| new.bond = (new.bond.get() + 1).try_into().unwrap());
		let ends_at = || LeastBond::<Test>::get().ends_at();
		assert_ok!(top_up(5 * TOP_UP));
		assert_eq!(ends_at(), None, "nothing is raised");
		assert_ok!(raise());
		let end = now() + 5 * TOP_UP;
		assert_eq!(ends_at(), Some(end));
		assert_ok!(top_up(TOP_UP));
		assert_eq!(ends_at(), Some(end), "a term that runs keeps its end");
		next_block();
		assert_ok!(raise());
		assert_eq!(ends_at(), Some(now() + TOP_UP), "a further rise begins it anew");
	});
}

#[test]
fn what_is_at_stake_follows_the_parameters_that_decide_it() {
	ExtBuilder::default().build_and_execute(|| {
		let at_stake = |bond, majority, time_to_halt, reported: &[u16]| ReporterStakes {
			bond,
			majority,
			time_to_halt,
			reported: reported.iter().map(|id| MetricId(*id)).collect(),
		};
		assert_eq!(KpiOracle::stakes(), at_stake(BOND, 2, HALT, &[1]));
		assert_ok!(define(metered(2)));
		assert_ok!(define(reported(3)));
		assert_eq!(KpiOracle::stakes(), at_stake(BOND, 2, HALT, &[1, 3]), "a meter is no word");
		assert_ok!(retire(STORAGE));
		assert_ok!(set(|new| new.min_quorum = BoundedU64::literal::<1>()));
		assert_ok!(set(|new| new.time_to_halt = BoundedU64::literal::<{ HALT / 2 }>()));
		assert_eq!(KpiOracle::stakes(), at_stake(BOND, 1, HALT / 2, &[3]));
		assert_ok!(set(|new| new.bond = Bond::literal::<{ 2 * BOND }>()));
		assert_eq!(KpiOracle::stakes().bond, BOND, "who is active has a term to top up");
		assert_ok!(set(|new| new.bond = Bond::literal::<{ BOND / 2 }>()));
		assert_eq!(KpiOracle::stakes().bond, BOND / 2);
	});
}
