// SPDX-License-Identifier: Apache-2.0

//! Parameters change in one place, and no change lets come true what must not be.

use super::chain::{block, block_of, now, on_preset};
use crate::{
	configs::parameters::{
		category_of, CategoryOutlook, EconomyHolds, Parameter, Parameters, DRIFT,
	},
	constants::currency::{DSYNC, MAXIMUM_SUPPLY},
	genesis::{
		categories::{COMMUNITY, PROVIDERS, TREASURY},
		preset_names,
	},
	Allocation, Balance, KpiOracle, ParameterChanges, Runtime, RuntimeOrigin, StakingLocks, System,
};
use destra_primitives::{
	time::{days, hours},
	BoundedU64, CategoryId, EconomicFault, EconomicGuard, Governed, LinearU64, Recipient, Stepped,
	Unchecked,
};
use frame_support::{assert_noop, assert_ok, storage::with_storage_layer, BoundedVec};
use pallet_allocation::Source;
use pallet_emission::Budget;
use pallet_parameter_changes::{Error, Event};
use sp_runtime::{DispatchError, DispatchResult, Perquintill};

/// Announces values, as governance does.
pub fn schedule(values: impl IntoIterator<Item = Parameter>) -> DispatchResult {
	let values = values.into_iter().map(Unchecked::from).collect();
	let values = BoundedVec::truncate_from(values);
	with_storage_layer(|| ParameterChanges::schedule_change(RuntimeOrigin::root(), values))
}

/// Has values in force that the guard permits, at once and however many changes that takes.
pub fn put(values: impl IntoIterator<Item = Parameter>) -> DispatchResult {
	with_storage_layer(|| {
		let before = EconomyHolds::standing();
		values.into_iter().try_for_each(Parameters::put)?;
		EconomyHolds::permit(Some(&before), &EconomyHolds::standing())
			.map_err(|finding| Error::<Runtime>::Refused(finding.into()).into())
	})
}

/// Has the settings of the oracle in force that `change` makes of those there are.
pub fn set_oracle(change: impl FnOnce(&mut pallet_kpi_oracle::Settings)) -> DispatchResult {
	use pallet_kpi_oracle::{types::Setting, Parameter};
	let mut new = KpiOracle::settings();
	change(&mut new);
	let old = Setting::of(&KpiOracle::settings());
	let changed = Setting::of(&new).into_iter().filter(|one| !old.contains(one));
	put(changed.map(|one| Parameter::Setting(one).into()))
}

/// Has the settings of staking in force that `change` makes of those there are.
pub fn set_staking(change: impl FnOnce(&mut pallet_staking_locks::Settings)) -> DispatchResult {
	use pallet_staking_locks::Parameter;
	let mut new = StakingLocks::settings();
	change(&mut new);
	let old = Parameter::of(&StakingLocks::settings());
	let changed = Parameter::of(&new).into_iter().filter(|one| !old.contains(one));
	put(changed.map(Into::into))
}

/// That the guard refuses, for this reason.
pub fn refused(fault: EconomicFault) -> DispatchError {
	Error::<Runtime>::Refused(fault).into()
}

/// The default budget with a part of the first one's for the second.
fn budget(from: Recipient, to: Recipient, points: u64) -> Parameter {
	let mut budget = Budget::default();
	let part = Perquintill::from_percent(points);
	let mut change = |who, by: fn(Perquintill, Perquintill) -> Perquintill| {
		let share = match who {
			Recipient::ProviderWork => &mut budget.provider_work,
			Recipient::StakeAndValidators => &mut budget.stake_and_validators,
			Recipient::IncentiveProgrammes => &mut budget.incentive_programmes,
			Recipient::Community => &mut budget.community,
			Recipient::Treasury => &mut budget.treasury,
		};
		*share = by(*share, part);
	};
	change(from, |share, part| share - part);
	change(to, |share, part| share + part);
	pallet_emission::Parameter::Budget(budget).into()
}

/// The shares in force, with a part of the first category's for the second, in ten-thousandths.
fn shares(from: CategoryId, to: CategoryId, parts: u64) -> Parameter {
	let part = Perquintill::from_rational(parts, 10_000);
	let share = |category: destra_primitives::apis::CategoryReport| {
		let share = match category.category {
			id if id == from => category.share - part,
			id if id == to => category.share + part,
			_ => category.share,
		};
		(category.category, share)
	};
	let table = Allocation::categories().into_iter().map(share).collect();
	pallet_allocation::Parameter::Shares(BoundedVec::truncate_from(table)).into()
}

#[test]
fn every_parameter_in_force_is_one_of_its_own_and_could_be_put_in_force_again() {
	for preset in preset_names() {
		on_preset(preset.as_ref(), || {
			let all = Parameters::in_force();
			assert!(all.len() > 100, "{}", all.len());
			for (index, value) in all.iter().enumerate() {
				let same = |(_, other): &(usize, &Parameter)| other.same(value);
				let found: Vec<_> = all.iter().enumerate().filter(same).collect();
				assert_eq!(found, [(index, value)]);
				assert_eq!(Parameters::value_of(value).as_ref(), Some(value));
				assert_eq!(value.step_from(value), Ok(()));
				assert_ok!(put([value.clone()]));
			}
			assert_eq!(Parameters::in_force(), all);
			assert_eq!(ParameterChanges::parameters(), all);
		});
	}
}

#[test]
fn a_change_waits_for_its_notice_and_takes_effect() {
	on_preset("local_testnet", || {
		let catch_up = |percent| -> Parameter {
			pallet_emission::Parameter::CatchUp(LinearU64::try_new(percent).unwrap()).into()
		};
		assert_ok!(schedule([catch_up(250)]));
		let [pending] = &ParameterChanges::pending_changes()[..] else { panic!("one waits") };
		assert_eq!((pending.due, &pending.parameters[..]), (now() + days(7), &[catch_up(250)][..]));
		block_of(days(7) - 1);
		block_of(1);
		assert!(ParameterChanges::parameters().contains(&catch_up(200)));
		block();
		assert!(ParameterChanges::parameters().contains(&catch_up(250)));
	});
}

#[test]
fn the_emission_of_every_preset_fills_the_shares_of_its_categories() {
	for preset in preset_names() {
		on_preset(preset.as_ref(), || {
			let all = CategoryOutlook::of_all();
			let of = |id| all.iter().find(|one| one.limits.category == id).expect("there is one");
			for category in [PROVIDERS, COMMUNITY] {
				let CategoryOutlook { limits, over_life } = of(category);
				assert_eq!(limits.source, Source::Emission);
				assert_eq!(*over_life, limits.cap);
			}
			assert_eq!(of(PROVIDERS).over_life, MAXIMUM_SUPPLY / 100 * 30);
			assert_eq!(of(TREASURY).over_life, MAXIMUM_SUPPLY / 100 * 18);
			// A year later it is the same, but for what rounding takes.
			(0..365).for_each(|_| block_of(hours(1)));
			for (later, before) in CategoryOutlook::of_all().iter().zip(&all) {
				assert!(later.over_life.abs_diff(before.over_life) < 10_000);
			}
		});
	}
}

#[test]
fn a_budget_keeps_to_the_categories_or_their_shares_change_with_it() {
	use Recipient::*;
	on_preset("local_testnet", || {
		(0..30).for_each(|_| block_of(hours(1)));
		let of = |recipient| category_of(recipient);
		assert_eq!([ProviderWork, StakeAndValidators].map(of), [PROVIDERS; 2]);
		assert_eq!([IncentiveProgrammes, Community].map(of), [COMMUNITY; 2]);
		// Within a category it is free.
		assert_ok!(schedule([budget(ProviderWork, StakeAndValidators, 10)]));
		assert_ok!(schedule([budget(IncentiveProgrammes, Community, 10)]));
		// Between them a point of the 500 million is five million, which the other could not grant.
		let above = refused(EconomicFault::CategoryAboveCap);
		assert_noop!(schedule([budget(ProviderWork, Community, 1)]), above);
		assert_noop!(schedule([shares(PROVIDERS, COMMUNITY, 50)]), above);
		// Together they fit, and still do when their time has come.
		let both = [budget(ProviderWork, Community, 1), shares(PROVIDERS, COMMUNITY, 50)];
		assert_ok!(schedule(both.clone()));
		assert_noop!(
			schedule([budget(ProviderWork, Community, 1), shares(PROVIDERS, COMMUNITY, 95)]),
			above
		);
		(0..7 * 24 + 4).for_each(|_| block_of(hours(1)));
		assert!(ParameterChanges::pending_changes().is_empty());
		for value in both {
			assert_eq!(Parameters::value_of(&value), Some(value));
		}
		let community = Allocation::categories().into_iter().find(|one| one.category == COMMUNITY);
		assert_eq!(community.map(|one| one.share), Some(Perquintill::from_rational(205u64, 1_000)));
	});
}

#[test]
fn no_category_leaves_its_range_however_the_budget_moves() {
	use Recipient::*;
	on_preset("local_testnet", || {
		let out_of_range = refused(EconomicFault::CategoryOutOfRange);
		// The community has its least share.
		assert_noop!(put([budget(Community, ProviderWork, 10)]), out_of_range);
		// The treasury has 18 % since genesis and may have 20: four points of half the supply.
		assert_ok!(put([budget(ProviderWork, Treasury, 4)]));
		assert_noop!(put([budget(ProviderWork, Treasury, 5)]), out_of_range);
	});
}

#[test]
fn what_is_tolerated_is_what_twenty_points_of_the_budget_mint_in_the_longest_notice() {
	// A day may mint a tenth more than its part of the most that a year may, which is 11 % of the issuance.
	let most_a_day = MAXIMUM_SUPPLY / 100 * 11 / 360 * 11 / 10;
	let longest = pallet_parameter_changes::Notice::UPPER / days(1);
	let drift = most_a_day * Balance::from(longest) / 100 * 20;
	assert!(drift <= DRIFT, "{} of {}", drift / DSYNC, DRIFT / DSYNC);
	assert!(DRIFT - drift < DRIFT / 20, "and not much more than that: {}", drift / DSYNC);
}

#[test]
fn what_two_changes_may_each_they_may_not_both() {
	use pallet_kpi_oracle::{types::Setting, Parameter as Oracle};
	on_preset("local_testnet", || {
		// The bonds are worth 2.4 times what a majority could gain. A time to halt that is half as long again takes
		// up a part of that, a shorter half-life and smaller bonds another.
		let halt: Parameter =
			Oracle::Setting(Setting::TimeToHalt(BoundedU64::try_new(hours(9)).unwrap())).into();
		let half_life: Parameter = pallet_emission::Parameter::KpiHalfLife(
			BoundedU64::try_new(destra_primitives::time::years(4)).unwrap(),
		)
		.into();
		let bond: Parameter =
			Oracle::Setting(Setting::Bond((20_000 * DSYNC).try_into().unwrap())).into();
		let pays = refused(EconomicFault::CorruptionPays);
		assert_ok!(schedule([halt.clone()]));
		assert_ok!(schedule([half_life.clone(), bond.clone()]));
		assert_noop!(schedule([halt, half_life, bond]), pays);
		block_of(days(7));
		block();
		block();
		let dropped = System::read_events_for_pallet::<Event<Runtime>>();
		let [Event::ChangeDropped { id: 1, error }] = dropped[..] else { panic!("{dropped:?}") };
		assert_eq!(error, pays);
	});
}
