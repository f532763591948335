// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, ClassSettings, Classes, Error, Event, GenesisConfig};
use destra_primitives::{time::days, BoundedU64, ServiceClass};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{traits::BadOrigin, Perquintill};

#[test]
fn every_class_is_offered_by_default() {
	let genesis = GenesisConfig::<Test>::default();
	ExtBuilder::default().classes(genesis.classes).build_and_execute(|| {
		for class in ServiceClass::ALL {
			assert_eq!(Classes::<Test>::get(class), Some(ClassSettings::of(class)));
		}
	});
}

#[test]
#[should_panic(expected = "settings of Hosting: Err(BurnTooLow)")]
fn settings_that_are_wrong_stop_the_build() {
	let wrong = ClassSettings { burn: Perquintill::zero(), ..settings(HOSTING) };
	let _ = ExtBuilder::default().classes(vec![(HOSTING, wrong)]).build();
}

#[test]
#[should_panic(expected = "Hosting is there twice")]
fn a_class_that_is_there_twice_stops_the_build() {
	let class = (HOSTING, settings(HOSTING));
	let _ = ExtBuilder::default().classes(vec![class.clone(), class]).build();
}

#[test]
fn classes_read_from_json() {
	let config = GenesisConfig::<Test>::default();
	let json = serde_json::to_string(&config).unwrap();
	assert!(json.starts_with("{\"classes\":[[\"Hosting\",{\"streaming\":{\"unit\":\"site\""));
	let back: GenesisConfig<Test> = serde_json::from_str(&json).unwrap();
	assert_eq!(back.classes, config.classes);
}

#[test]
fn governance_sets_a_class_within_its_bounds() {
	ExtBuilder::default().classes(vec![]).build_and_execute(|| {
		let new = settings(HOSTING);
		let set =
			|settings: ClassSettings| Payments::set_class(governor(), HOSTING, settings.into());
		assert_ok!(set(new.clone()));
		let later = ClassSettings { burn: Perquintill::from_percent(20), ..new.clone() };
		assert_ok!(set(later.clone()));
		let changed = |old: Option<ClassSettings>, new: &ClassSettings| Event::ClassSet {
			class: HOSTING,
			old: old.map(Box::new),
			new: Box::new(new.clone()),
		};
		assert_eq!(events(), [changed(None, &new), changed(Some(new.clone()), &later)]);
		assert_eq!(Payments::classes(), [(HOSTING, later)]);

		let greedy = ClassSettings { treasury: Perquintill::from_percent(41), ..new.clone() };
		assert_noop!(set(greedy), Error::<Test>::SharesTooHigh);
		let ruling_period = BoundedU64::literal::<{ days(18) }>();
		let slow = ClassSettings { ruling_period, ..new.clone() };
		assert_noop!(set(slow), Error::<Test>::DisputeTooLong);
		let box_of =
			|settings: ClassSettings| Payments::set_class(signed(ALICE), HOSTING, settings.into());
		assert_noop!(box_of(new), BadOrigin);
	});
}
