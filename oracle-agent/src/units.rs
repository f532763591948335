// SPDX-License-Identifier: Apache-2.0

//! Values of the configuration that carry a unit, each with the check that belongs to it. They
//! fail while the file is read, so the message names the line.

use crate::number::{self, Number};
use serde::{
	de::{self, Visitor},
	Deserialize, Deserializer,
};
use std::{fmt, time::Duration};

/// A span of time that is not zero: `"250ms"`, `"30s"`, `"1h30m"`, `"1d"`, or plain milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span(pub Duration);

impl Span {
	/// `n` milliseconds.
	pub const fn millis(n: u64) -> Self {
		Self(Duration::from_millis(n))
	}

	fn parse(text: &str) -> Option<Self> {
		let mut rest = text.trim();
		let mut total = 0u64;
		while !rest.is_empty() {
			let digits = rest.find(|c: char| !c.is_ascii_digit())?;
			let (count, tail) = rest.split_at(digits);
			let letters = tail.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(tail.len());
			let (unit, tail) = tail.split_at(letters);
			let unit: u64 = match unit {
				"ms" => 1,
				"s" => 1_000,
				"m" => 60_000,
				"h" => 3_600_000,
				"d" => 86_400_000,
				_ => return None,
			};
			total = total.checked_add(count.parse::<u64>().ok()?.checked_mul(unit)?)?;
			rest = tail;
		}
		(total > 0).then_some(Self::millis(total))
	}
}

impl<'de> Deserialize<'de> for Span {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		struct SpanVisitor;
		impl Visitor<'_> for SpanVisitor {
			type Value = Span;

			fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
				f.write_str("a span of time above zero, such as \"30s\", \"1h30m\" or milliseconds")
			}

			fn visit_i64<E: de::Error>(self, value: i64) -> Result<Span, E> {
				match u64::try_from(value) {
					Ok(millis) if millis > 0 => Ok(Span::millis(millis)),
					_ => Err(E::invalid_value(de::Unexpected::Signed(value), &self)),
				}
			}

			fn visit_str<E: de::Error>(self, value: &str) -> Result<Span, E> {
				Span::parse(value)
					.ok_or_else(|| E::invalid_value(de::Unexpected::Str(value), &self))
			}
		}
		deserializer.deserialize_any(SpanVisitor)
	}
}

/// What a measured number is multiplied by: a positive number, or a fraction `"1/1073741824"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale(pub Number);

impl Default for Scale {
	fn default() -> Self {
		Self(Number::from_integer(1.into()))
	}
}

impl<'de> Deserialize<'de> for Scale {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		struct ScaleVisitor;
		impl Visitor<'_> for ScaleVisitor {
			type Value = Scale;

			fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
				f.write_str("a positive number or a fraction such as \"1/1024\"")
			}

			fn visit_i64<E: de::Error>(self, value: i64) -> Result<Scale, E> {
				self.visit_str(&value.to_string())
			}

			// The shortest decimal that reads back as the same float is what the operator wrote.
			fn visit_f64<E: de::Error>(self, value: f64) -> Result<Scale, E> {
				self.visit_str(&value.to_string())
			}

			fn visit_str<E: de::Error>(self, value: &str) -> Result<Scale, E> {
				number::parse_factor(value)
					.map(Scale)
					.map_err(|_| E::invalid_value(de::Unexpected::Str(value), &self))
			}
		}
		deserializer.deserialize_any(ScaleVisitor)
	}
}

/// A part of a round, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fraction(pub f64);

impl<'de> Deserialize<'de> for Fraction {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let value = f64::deserialize(deserializer)?;
		if (0.0..=1.0).contains(&value) {
			Ok(Self(value))
		} else {
			Err(de::Error::invalid_value(de::Unexpected::Float(value), &"a fraction from 0 to 1"))
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[derive(Deserialize, Debug)]
	struct Holder<T> {
		value: T,
	}

	fn read<T: for<'de> Deserialize<'de>>(literal: &str) -> Result<T, String> {
		toml::from_str::<Holder<T>>(&format!("value = {literal}"))
			.map(|holder| holder.value)
			.map_err(|error| error.message().to_string())
	}

	#[test]
	fn spans_read_as_people_write_them() {
		assert_eq!(read("\"250ms\""), Ok(Span::millis(250)));
		assert_eq!(read("\"1h30m\""), Ok(Span::millis(5_400_000)));
		assert_eq!(read("\"1d\""), Ok(Span::millis(86_400_000)));
		assert_eq!(read("86400000"), Ok(Span::millis(86_400_000)));
		for wrong in ["\"\"", "\"0s\"", "\"5\"", "\"5 weeks\"", "0", "-1", "\"s\"", "1.5"] {
			assert!(read::<Span>(wrong).is_err(), "{wrong}");
		}
	}

	#[test]
	fn scales_are_what_the_operator_wrote() {
		let tenth = Scale(number::parse("0.1").unwrap());
		assert_eq!(read("0.1"), Ok(tenth.clone()));
		assert_eq!(read("\"1/10\""), Ok(tenth));
		assert_eq!(read("1"), Ok(Scale::default()));
		for wrong in ["0", "-2", "nan", "inf", "\"1/0\"", "true"] {
			assert!(read::<Scale>(wrong).is_err(), "{wrong}");
		}
	}

	#[test]
	fn fractions_stay_within_a_round() {
		assert_eq!(read("0.25"), Ok(Fraction(0.25)));
		assert!(read::<Fraction>("1.01").is_err());
		assert!(read::<Fraction>("-0.1").is_err());
	}
}
