// SPDX-License-Identifier: Apache-2.0

//! The genesis as JSON that every tool can pass on.
//!
//! JSON has numbers of any size, but `jq`, JavaScript and their like keep them in doubles, which are exact up to
//! 2⁵³ only: what is larger they round, and nothing tells it afterwards. So larger numbers are written as strings of
//! digits, which no tool touches. Either form is read wherever a whole number is due, and what is neither is refused:
//! no number is ever rounded here.

mod read;

pub use read::{read, ReadError};

use alloc::string::ToString;
use serde_json::Value;

/// Up to here a double holds every whole number.
const LARGEST_IN_ANY_TOOL: u128 = (1 << 53) - 1;

/// The same JSON with strings in the place of the numbers that tools round.
pub fn portable(json: Value) -> Value {
	match json {
		Value::Number(number)
			if number.as_u128().is_some_and(|number| number > LARGEST_IN_ANY_TOOL) =>
		{
			Value::String(number.to_string())
		}
		Value::Array(items) => items.into_iter().map(portable).collect(),
		Value::Object(fields) => {
			fields.into_iter().map(|(name, value)| (name, portable(value))).collect()
		}
		other => other,
	}
}
