// SPDX-License-Identifier: Apache-2.0

use crate::{
	mock::*,
	types::{Parameter, Tier, Tiers},
	Error, PastCommissionMaxima,
};
use destra_economics::accumulator::Index;
use destra_primitives::{
	time::{days, minutes},
	Governed, Range, Ranged, Step, Stepped,
};
use frame_support::{assert_ok, pallet_prelude::DispatchResult, storage::with_storage_layer};
use sp_runtime::Perbill;

/// What the one place that changes parameters does.
fn put(new: Parameter) -> DispatchResult {
	with_storage_layer(|| Staking::put(new))
}

fn most_validators(n: u64) -> Parameter {
	Parameter::MaxValidators(n.try_into().unwrap())
}

fn fewest_validators(n: u64) -> Parameter {
	Parameter::MinValidators(n.try_into().unwrap())
}

#[test]
fn every_parameter_has_a_range_and_a_step() {
	let half = Step::Half { or: 1 };
	let time = Step::Half { or: minutes(1).into() };
	let (tenth, part) = (Step::By(100_000_000), 1_000_000_000);
	let (dsync, day) = (DSYNC, u128::from(days(1)));
	let stake = 10_000_000 * dsync;
	let expected = [
		("new.Tiers.length", 6_000, 1_461 * day, Step::Any),
		("new.Tiers.multiplier", 100, 1_000, half),
		("new.MinLock", 1, 100_000 * dsync, half),
		("new.MinDelegation", 1, 100_000 * dsync, half),
		("new.MinStakes.validator", 1, stake, half),
		("new.MinStakes.hosting", 1, stake, half),
		("new.MinStakes.storage", 1, stake, half),
		("new.MinStakes.dns", 1, stake, half),
		("new.MinStakes.rpc", 1, stake, half),
		("new.MinStakes.gpu_compute", 1, stake, half),
		("new.MinStakes.ai_training", 1, stake, half),
		("new.UnbondingPeriod", 6_000, 90 * day, time),
		("new.UnbondingMultiplier", 0, 100, Step::By(10)),
		("new.DelegationRatio", 0, 1_000, half),
		("new.MaxCommission", 0, part, tenth),
		("new.CommissionNotice", 0, 90 * day, time),
		("new.CommissionWindow", 6_000, 90 * day, time),
		("new.SlashDelay", 0, 30 * day, time),
		("new.Penalties.equivocation.fraction", 0, part, tenth),
		("new.Penalties.service_missed.fraction", 0, part, tenth),
		("new.Penalties.wrong_report.fraction", 0, part, tenth),
		("new.Penalties.dispute_lost.fraction", 0, part, tenth),
		("new.JailPeriod", 0, 365 * day, time),
		("new.ReporterShare", 0, part, tenth),
		("new.AuthorShare", 0, part, tenth),
		("new.MaxValidators", 1, 256, half),
		("new.MinValidators", 1, 256, half),
	];
	let (ranges, steps) = (Parameter::ranges("new"), Parameter::steps());
	assert_eq!((ranges.len(), steps.len()), (expected.len(), expected.len()));
	for ((Range { name, least, greatest, .. }, step), expected) in
		ranges.into_iter().zip(steps).zip(expected)
	{
		assert_eq!((&name[..], least, greatest, step), expected);
	}
}

#[test]
fn a_parameter_changes_and_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		// A highest commission is remembered if something was earned under it.
		lock(ALICE, 1_000, DAYS_30);
		reward(1_000);
		let mut other = settings();
		other.tiers = Tiers::truncate_from(vec![DAYS_30, DAYS_180]);
		other.min_lock = 5.try_into().unwrap();
		other.min_delegation = 6.try_into().unwrap();
		other.min_stakes.rpc = 7.try_into().unwrap();
		other.unbonding_period = days(8).try_into().unwrap();
		other.unbonding_multiplier = 40.try_into().unwrap();
		other.delegation_ratio = 9.try_into().unwrap();
		other.max_commission = Perbill::from_percent(20);
		other.commission_notice = days(3).try_into().unwrap();
		other.commission_window = days(4).try_into().unwrap();
		other.slash_delay = days(1).try_into().unwrap();
		other.penalties.dispute_lost.jail = true;
		other.jail_period = days(2).try_into().unwrap();
		other.reporter_share = Perbill::from_percent(5);
		other.author_share = Perbill::from_percent(6);
		other.max_validators = 4.try_into().unwrap();
		other.min_validators = 2.try_into().unwrap();
		for (at, new) in Parameter::of(&other).into_iter().enumerate() {
			let mut expected = Staking::in_force();
			assert_eq!(Staking::value_of(&new), Some(expected[at].clone()));
			assert_ne!(expected[at], new, "it would change nothing");
			assert_ok!(put(new.clone()));
			expected[at] = new.clone();
			assert_eq!(Staking::in_force(), expected);
			// Only another highest commission leaves one behind.
			let left = if at < 7 { vec![] } else { vec![settings().max_commission] };
			assert_eq!(past_maxima(), left, "{new:?}");
		}
		assert_eq!(Staking::settings(), other);
	});
}

/// The highest commissions of the past.
fn past_maxima() -> Vec<Perbill> {
	let past = PastCommissionMaxima::<Test>::get();
	past.after(Index::default()).map(|past| past.most).collect()
}

#[test]
fn a_value_that_contradicts_another_one_in_force_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let short = (REPORT_WINDOW - 1).try_into().unwrap();
		assert_refused!(put(Parameter::UnbondingPeriod(short)), Error::<Test>::UnbondingTooShort);
		for tiers in [vec![], vec![DAYS_90, DAYS_30], vec![DAYS_30, DAYS_30]] {
			let tiers = Parameter::Tiers(Tiers::truncate_from(tiers));
			assert_refused!(put(tiers), Error::<Test>::NoLadder);
		}
		// What is longer by a millisecond weighs a step more at most, and what is shorter than all as a tier
		// that weighs no more than what is not locked.
		let tier = |length, multiplier| Tier {
			length: u64::try_into(length).unwrap(),
			multiplier: u64::try_into(multiplier).unwrap(),
		};
		let with = |new: Tier| {
			let mut tiers = Staking::settings().tiers.into_inner();
			tiers.push(new);
			tiers.sort_by_key(|tier| tier.length);
			Parameter::Tiers(Tiers::truncate_from(tiers))
		};
		let longest = Staking::settings().tiers.last().copied().unwrap();
		let (beyond, most) = (longest.length.get() + 1, longest.multiplier.get() * 3 / 2);
		assert_refused!(put(with(tier(beyond, most + 1))), Error::<Test>::TierTooHeavy);
		assert_refused!(put(with(tier(days(1), 151))), Error::<Test>::TierTooHeavy);
		assert_ok!(put(with(tier(days(1), 100))));
		assert_ok!(put(with(tier(beyond, most))));
		assert_refused!(put(fewest_validators(4)), Error::<Test>::NoRoomForValidators);
		assert_ok!(put(fewest_validators(3)));
		assert_refused!(put(most_validators(2)), Error::<Test>::NoRoomForValidators);
	});
}

#[test]
fn values_of_one_change_are_looked_at_in_their_order() {
	ExtBuilder::default().build_and_execute(|| {
		let change = |values: [Parameter; 2]| {
			with_storage_layer(|| values.into_iter().try_for_each(Staking::put))
		};
		let (most, fewest) = (most_validators(5), fewest_validators(4));
		assert_refused!(change([fewest.clone(), most.clone()]), Error::<Test>::NoRoomForValidators);
		assert_ok!(change([most, fewest]));
		// Down again it is the other way round.
		let (most, fewest) = (most_validators(3), fewest_validators(1));
		assert_refused!(change([most.clone(), fewest.clone()]), Error::<Test>::NoRoomForValidators);
		assert_ok!(change([fewest, most]));
		assert_eq!(Staking::settings(), settings());
	});
}

#[test]
fn a_lower_least_stake_is_enough_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let lock = || Staking::lock(signed(ALICE), 5, DAYS_30.into());
		assert_refused!(lock(), Error::<Test>::BelowMinimum);
		assert_ok!(put(Parameter::MinLock(5.try_into().unwrap())));
		assert_ok!(lock());
	});
}
