// SPDX-License-Identifier: Apache-2.0

//! Whatever governance does within the rules.

use crate::{mock::*, Event};
use destra_primitives::time::{days, hours, minutes, Millis};
use proptest::prelude::*;

/// What governance tries, and how long it waits then.
#[derive(Clone, Debug)]
enum Act {
	Notice(Millis),
	Age(u64),
	Both(Millis, u64),
	Cancel,
	Wait(Millis),
}

fn act() -> impl Strategy<Value = Act> {
	let notice = || minutes(1)..=days(60);
	// Mostly downwards, as somebody would who is in a hurry.
	let lower = || (50u64..160).prop_map(|percent| percent);
	prop_oneof![
		3 => lower().prop_map(Act::Notice),
		1 => notice().prop_map(Act::Notice),
		2 => (1u64..3_000).prop_map(Act::Age),
		1 => (lower(), 1u64..3_000).prop_map(|(notice, age)| Act::Both(notice, age)),
		1 => Just(Act::Cancel),
		4 => (0u64..hours(200)).prop_map(Act::Wait),
	]
}

/// Small numbers are percent of the notice in force.
fn resolve(value: Millis) -> Millis {
	let now = ParameterChanges::notice().notice;
	let value = if value < 160 { now / 100 * value } else { value };
	value.clamp(minutes(1), days(60))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(300))]

	/// Between the announcement and the effect of any change there is the notice that was in force when it was
	/// announced, and of one with a shorter notice the first one: so no walk of legal changes comes down faster
	/// than a step in the first notice, and never below the floor.
	#[test]
	fn no_walk_of_changes_shortens_the_notice_faster_than_the_notice(
		acts in prop::collection::vec(act(), 1..80),
	) {
		MostExposed::set(u64::MAX);
		genesis(days(7), days(2)).execute_with(|| {
			System::set_block_number(1);
			let mut announced = std::collections::BTreeMap::new();
			for act in acts {
				let before = ParameterChanges::notice().notice;
				match act {
					Act::Notice(value) => { let _ = schedule([notice(resolve(value))]); },
					Act::Age(value) => { let _ = schedule([age(value)]); },
					Act::Both(value, years) => {
						let _ = schedule([notice(resolve(value)), age(years)]);
					}
					Act::Cancel => {
						let first = waiting().first().copied().unwrap_or(0);
						let _ = ParameterChanges::cancel_change(RuntimeOrigin::root(), first);
					}
					Act::Wait(time) => pass(time),
				}
				let after = ParameterChanges::notice().notice;
				for event in events() {
					match event {
						Event::ChangeScheduled { id, .. } => {
							announced.insert(id, (Now::get(), before));
						}
						Event::ParametersChanged { id, .. } => {
							let (at, notice) = announced[&id];
							assert!(Now::get() - at >= notice, "a change came before its notice");
							// One that was announced as longer may come after a still longer one. It is
							// no shorter than it was when this was announced.
							if after < notice {
								assert!(Now::get() - at >= days(7).max(notice));
							}
							assert!(after >= before / 3 * 2, "a step is a third at most");
						}
						_ => {}
					}
				}
				assert!(after >= days(2));
			}
		});
	}
}
