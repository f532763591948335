// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, Event};
use scale_info::{TypeDef, TypeInfo};

/// Whoever follows one agreement or card finds all that became of it.
#[test]
fn every_event_names_the_agreement_or_the_card_that_it_is_about() {
	let TypeDef::Variant(events) = Event::<Test>::type_info().type_def else {
		panic!("events are variants");
	};
	for event in events.variants {
		let fields: Vec<_> = event.fields.iter().filter_map(|field| field.name).collect();
		let named: &[&str] = match event.name {
			"CardPublished" | "CardRemoved" => &["provider", "class", "card"],
			// A phantom of the macro.
			"__Ignore" => &[],
			_ => &["id"],
		};
		assert!(named.iter().all(|name| fields.contains(name)), "{}: {fields:?}", event.name);
	}
}
