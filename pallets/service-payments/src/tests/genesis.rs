// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, ClassSettings, Classes, GenesisConfig};
use destra_primitives::ServiceClass;
use sp_runtime::Perquintill;

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
