// SPDX-License-Identifier: Apache-2.0

//! What governance can change, how far at a time, and that it changes nothing else.

use crate::{
	mock::*,
	types::{Name, Notice, ShareTable},
	NewCategory, Parameter, Rules, Source, UnlockRules,
};
use codec::Encode;
use destra_primitives::{ranged::Place, Governed, Ranged, Step, Stepped};
use frame_support::assert_ok;

fn notice(millis: u64) -> Parameter {
	Parameter::SuccessionNotice(Notice::try_new(millis).unwrap())
}

fn new_category(source: Source) -> Parameter {
	Parameter::NewCategory(NewCategory {
		id: NOWHERE,
		name: Name::try_new("ecosystem").unwrap(),
		source,
		max_share: percent(5),
		rules: Rules {
			revocable: true,
			transferable: false,
			exit_penalty: None,
			unlock: UnlockRules::NONE,
		},
	})
}

/// The four shares, and that of a category beside them.
fn with_new(four: [u64; 4], new: u64) -> Parameter {
	let mut table = shares(four).into_inner();
	table.insert(2, (NOWHERE, percent(new)));
	Parameter::Shares(ShareTable::try_from(table).unwrap())
}

#[test]
fn each_parameter_has_its_range_and_its_step() {
	let (ranges, steps) = (Parameter::ranges("new"), Parameter::steps());
	assert_eq!(ranges.len(), steps.len());
	let listed: Vec<_> = ranges
		.iter()
		.zip(steps)
		.map(|(range, step)| (&range.name[..], range.least, range.greatest, step))
		.collect();
	let (whole, points) = (10u128.pow(18), Step::By(10u128.pow(17)));
	let (minute, months) = (60_000, Step::Half { or: 1 });
	assert_eq!(
		listed,
		[
			("new.Shares", 0, whole, points),
			("new.SuccessionNotice", minute, (90 * DAY).into(), Step::Half { or: minute }),
			("new.NewCategory.name", 1, 32, Step::Any),
			("new.NewCategory.max_share", 0, whole, points),
			("new.NewCategory.rules.exit_penalty", 0, whole, points),
			("new.NewCategory.rules.unlock.min_cliff", 0, 120, months),
			("new.NewCategory.rules.unlock.min_term", 0, 120, months),
			("new.NewCategory.rules.unlock.min_period", 0, 120, months),
			("new.NewCategory.rules.unlock.max_upfront", 0, whole, points),
			("new.NewCategory.rules.unlock.max_backdating", 0, 120, months),
		]
	);
}

#[test]
fn a_share_moves_by_ten_points_and_is_compared_with_that_of_its_category() {
	ExtBuilder::default().build_and_execute(|| {
		let step = |new: Parameter| {
			let old = Allocation::value_of(&new).expect("in force");
			new.step_from(&old)
		};
		let too_far = Err(Place::here().within("Shares"));
		let four = |four| Parameter::Shares(shares(four));
		assert_eq!(step(four([30, 20, 10, 40])), Ok(()));
		assert_eq!(step(four([20, 9, 21, 50])), too_far);
		assert_eq!(step(four([20, 20, 0, 60])), Ok(()));
		// A new category, with its first share in the same change or later.
		assert_eq!(step(with_new([10, 20, 10, 50], 10)), Ok(()));
		assert_eq!(step(with_new([15, 14, 10, 50], 11)), too_far);
		assert_ok!(put(new_category(Source::Genesis)));
		assert_eq!(step(with_new([10, 20, 10, 50], 10)), Ok(()));
		assert_eq!(step(with_new([15, 14, 10, 50], 11)), too_far);
	});
}

#[test]
fn a_parameter_changes_that_one_and_no_other() {
	ExtBuilder::default().build_and_execute(|| {
		let (begin, moved) = (shares([20, 20, 10, 50]), shares([16, 15, 19, 50]));
		let [begin, moved] = [begin, moved].map(Parameter::Shares);
		assert_eq!(Allocation::in_force(), [begin.clone(), notice(NOTICE)]);
		assert_ok!(put(notice(3 * NOTICE)));
		assert_eq!(Allocation::in_force(), [begin, notice(3 * NOTICE)]);

		let before = Allocation::definitions();
		assert_ok!(put(moved.clone()));
		assert_eq!(Allocation::in_force(), [moved, notice(3 * NOTICE)]);
		let mut after = Allocation::definitions();
		after.iter_mut().zip(&before).for_each(|(after, before)| after.share = before.share);
		assert_eq!(after, before);

		assert_ok!(put(new_category(Source::Genesis)));
		let with_new = with_new([16, 15, 19, 50], 0);
		assert_eq!(Allocation::in_force(), [with_new, notice(3 * NOTICE)]);
	});
}

#[test]
fn a_new_category_has_no_value_in_force() {
	ExtBuilder::default().build_and_execute(|| {
		let new = new_category(Source::Genesis);
		assert_eq!(Allocation::value_of(&new), None);
		assert_ok!(put(new.clone()));
		assert_eq!(Allocation::value_of(&new), None);
	});
}

#[test]
fn the_indices_of_the_parameters_are_those_of_version_one() {
	let all = [
		Parameter::Shares(shares([20, 20, 10, 50])),
		notice(NOTICE),
		new_category(Source::Emission),
	];
	assert_eq!(all.map(|parameter| parameter.encode()[0]), [0, 1, 2]);
}
