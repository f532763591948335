// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{BoundedId, BoundedU64, CategoryId, LinearU64, Unchecked};
use frame_support::traits::ConstU32;
use sp_runtime::PerThing;

crate::governed! {
	/// An entry of a table.
	#[frame_support::stored]
	pub struct Rung {
		/// Names it.
		pub height: BoundedId<1, 100>,
		/// A number.
		pub weight: BoundedU64<0, 1_000>,
	}
}

crate::settings! {
	/// Some settings.
	#[frame_support::stored]
	pub struct Settings;
	/// One of them.
	#[frame_support::stored]
	pub enum Setting;
	/// A number that grows by steps.
	3 => cap, Cap: LinearU64<0, 100, 10>,
	/// A time.
	1 => pace, Pace: BoundedU64<0, 100_000, 60>,
	/// Shares.
	2 => shares, Shares: BoundedVec<(CategoryId, Perquintill), ConstU32<4>>,
	/// A ladder.
	7 => ladder, Ladder: BoundedVec<Rung, ConstU32<4>>,
	/// Perhaps a part.
	8 => part, Part: Option<Perbill>,
}

fn place(name: &str) -> Result<(), Place> {
	Err(Place::here().within(name))
}

fn shares(parts: &[(u8, u64)]) -> Setting {
	let share = |(id, percent): &(u8, u64)| (CategoryId(*id), Perquintill::from_percent(*percent));
	Setting::Shares(BoundedVec::truncate_from(parts.iter().map(share).collect()))
}

fn ladder(rungs: &[(u64, u64)]) -> Setting {
	let rung = |(height, weight): &(u64, u64)| Rung {
		height: (*height).try_into().unwrap(),
		weight: (*weight).try_into().unwrap(),
	};
	Setting::Ladder(BoundedVec::truncate_from(rungs.iter().map(rung).collect()))
}

#[test]
fn half_of_the_smaller_or_the_unit_is_the_most_in_both_directions() {
	let half = Step::Half { or: 1 };
	assert!(half.permits(100, 150) && half.permits(150, 100));
	assert!(!half.permits(100, 151) && !half.permits(151, 100));
	assert!(half.permits(0, 1) && half.permits(1, 0) && !half.permits(0, 2));
	assert!(half.permits(u128::MAX, u128::MAX) && !half.permits(1, u128::MAX));
	let unit = Step::Half { or: 60 };
	assert!(unit.permits(0, 60) && unit.permits(100, 160) && !unit.permits(100, 161));
	assert!(unit.permits(200, 300) && !unit.permits(200, 301));
	let by = Step::By(10);
	assert!(by.permits(100, 110) && by.permits(110, 100) && !by.permits(100, 111));
	assert!(Step::Any.permits(0, u128::MAX));
}

#[test]
fn no_walk_of_steps_doubles_a_number_at_once_and_none_sticks() {
	for or in [1, 7, 1_000] {
		let step = Step::Half { or };
		for start in 0..2_000u128 {
			let most = start + (start / 2).max(or);
			assert!(step.permits(start, most) && !step.permits(start, most + 1));
			assert!(step.permits(most, start), "every step can be taken back");
		}
	}
}

#[test]
fn entries_of_a_table_are_compared_with_those_of_the_same_name() {
	let old = shares(&[(1, 60), (2, 40)]);
	assert_eq!(shares(&[(2, 50), (1, 50)]).step_from(&old), Ok(()));
	assert_eq!(shares(&[(1, 49), (2, 51)]).step_from(&old), place("Shares"));
	// What comes or goes had, or has, nothing.
	assert_eq!(shares(&[(1, 50), (2, 40), (3, 10)]).step_from(&old), Ok(()));
	assert_eq!(shares(&[(1, 60), (2, 29), (3, 11)]).step_from(&old), place("Shares"));
	assert_eq!(shares(&[(1, 60)]).step_from(&old), place("Shares"));

	let old = ladder(&[(1, 100), (2, 200)]);
	assert_eq!(ladder(&[(2, 300), (5, 1_000)]).step_from(&old), Ok(()));
	assert_eq!(ladder(&[(1, 100), (2, 301)]).step_from(&old), place("Ladder.weight"));
}

#[test]
fn what_begins_or_ceases_to_be_has_no_step() {
	let part = |percent: Option<u32>| Setting::Part(percent.map(Perbill::from_percent));
	assert_eq!(part(Some(90)).step_from(&part(None)), Ok(()));
	assert_eq!(part(None).step_from(&part(Some(90))), Ok(()));
	assert_eq!(part(Some(90)).step_from(&part(Some(79))), place("Part"));
}

#[test]
fn one_setting_changes_that_one_and_no_other() {
	let mut settings = Settings {
		cap: LinearU64::literal::<50>(),
		pace: BoundedU64::literal::<0>(),
		shares: BoundedVec::new(),
		ladder: BoundedVec::new(),
		part: None,
	};
	let before = Setting::of(&settings);
	let cap = |n| Setting::Cap(LinearU64::try_new(n).unwrap());
	assert!(before.contains(&cap(50)));
	let same = before.iter().filter(|one| one.same(&cap(60))).count();
	assert_eq!(same, 1, "a value is of one setting");
	assert_eq!(cap(60).step_from(&cap(50)), Ok(()));
	assert_eq!(cap(61).step_from(&cap(50)), place("Cap"));
	cap(60).put(&mut settings);
	let after = Setting::of(&settings);
	let changed: Vec<_> = before.iter().zip(&after).filter(|(a, b)| a != b).collect();
	assert_eq!(changed, [(&cap(50), &cap(60))]);
	let pace = Setting::Pace(BoundedU64::literal::<60>());
	assert_eq!(pace.step_from(&Setting::Pace(BoundedU64::literal::<0>())), Ok(()));
}

#[test]
fn each_range_has_its_step_in_the_same_order() {
	let (ranges, steps) = (Setting::ranges("new"), Setting::steps());
	let names: Vec<_> = ranges.iter().map(|range| &range.name[..]).collect();
	let tenth = |parts: u128| Step::By(parts / 10);
	assert_eq!(
		names.into_iter().zip(steps).collect::<Vec<_>>(),
		[
			("new.Cap", Step::By(10)),
			("new.Pace", Step::Half { or: 60 }),
			("new.Shares", tenth(Perquintill::ACCURACY.into())),
			("new.Ladder.height", Step::Any),
			("new.Ladder.weight", Step::Half { or: 1 }),
			("new.Part", tenth(Perbill::ACCURACY.into())),
		]
	);
	let sent = Unchecked::from(Setting::Cap(LinearU64::literal::<100>()));
	assert!(sent.check("new", || Setting::ranges("new")).is_ok());
}
