// SPDX-License-Identifier: Apache-2.0

//! Reads JSON as serde does, but for whole numbers, which may stand as strings. An error names its place. Of two
//! fields with one name the last counts, as it does for every tool that JSON has passed through.

use alloc::{
	format,
	string::{String, ToString},
};
use core::{fmt, slice};
use serde::{
	de::{
		value::{BorrowedStrDeserializer, MapAccessDeserializer},
		DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor,
	},
	forward_to_deserialize_any,
};
use serde_json::{map, Value};

/// What is wrong, and where.
#[derive(Debug)]
pub struct ReadError {
	/// The fields and items that lead there, such as `balances.balances[3][1]`. Empty where no JSON was found.
	place: String,
	reason: String,
}

impl ReadError {
	/// The same, seen from one level further out.
	fn within(mut self, outer: &str) -> Self {
		let separator = if self.place.is_empty() || self.place.starts_with('[') { "" } else { "." };
		self.place = format!("{outer}{separator}{}", self.place);
		self
	}
}

impl fmt::Display for ReadError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self.place.as_str() {
			"" => f.write_str(&self.reason),
			place => write!(f, "{place}: {}", self.reason),
		}
	}
}

impl core::error::Error for ReadError {}

impl Error for ReadError {
	fn custom<T: fmt::Display>(reason: T) -> Self {
		Self { place: String::new(), reason: reason.to_string() }
	}
}

/// What the JSON says.
pub fn read<T: DeserializeOwned>(json: &[u8]) -> Result<T, ReadError> {
	let value: Value = serde_json::from_slice(json).map_err(ReadError::custom)?;
	T::deserialize(Reader(&value))
}

/// Reads one value.
struct Reader<'a>(&'a Value);

impl Reader<'_> {
	/// The whole number that stands here, as a number or as a string.
	fn whole(&self) -> Result<u128, ReadError> {
		let text = match self.0 {
			Value::Number(number) => number.to_string(),
			Value::String(text) => text.clone(),
			_ => return Err(self.refused("is no whole number: write its digits")),
		};
		if is_whole(&text) {
			text.parse().map_err(|_| self.refused("is larger than any number of a chain"))
		} else if matches!(self.0, Value::Number(_)) && text.contains(['.', 'e', 'E']) {
			Err(self.refused(
				"is not a number in full: programs such as jq and JavaScript round large ones and write \
				 them so. Write all digits, in quotes, such as \"1000000000000000000000000\"",
			))
		} else {
			Err(self.refused(
				"is no whole number: write digits without sign, point, blanks and leading zeros",
			))
		}
	}

	fn refused(&self, why: &str) -> ReadError {
		ReadError::custom(format!("{} {why}", self.0))
	}
}

/// Whether these are the digits of a number, as there is one way only to write them.
fn is_whole(text: &str) -> bool {
	let digits = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
	digits && (text == "0" || !text.starts_with('0'))
}

/// Reads a whole number of a type; the type says itself when it does not fit.
macro_rules! whole_numbers {
	($($of_type:ident)*) => { $(
		fn $of_type<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
			let number = self.whole()?;
			match u64::try_from(number) {
				Ok(number) => visitor.visit_u64(number),
				Err(_) => visitor.visit_u128(number),
			}
		}
	)* };
}

impl<'de> Deserializer<'de> for Reader<'de> {
	type Error = ReadError;

	whole_numbers!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128);

	fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
		match self.0 {
			Value::Null => visitor.visit_unit(),
			Value::Bool(flag) => visitor.visit_bool(*flag),
			Value::Number(number) => number.deserialize_any(visitor).map_err(ReadError::custom),
			Value::String(text) => visitor.visit_borrowed_str(text),
			Value::Array(items) => {
				let mut items = Items { all: items.iter(), read: 0 };
				let value = visitor.visit_seq(&mut items)?;
				// Who reads a pair stops after two.
				match items.all.len() {
					0 => Ok(value),
					more => Err(Error::invalid_length(
						items.read.saturating_add(more),
						&"no more items than there are in it",
					)),
				}
			}
			Value::Object(fields) => visitor.visit_map(Fields::of(fields)),
		}
	}

	fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
		match self.0 {
			Value::Null => visitor.visit_none(),
			_ => visitor.visit_some(self),
		}
	}

	fn deserialize_newtype_struct<V: Visitor<'de>>(
		self,
		_: &'static str,
		visitor: V,
	) -> Result<V::Value, ReadError> {
		visitor.visit_newtype_struct(self)
	}

	fn deserialize_enum<V: Visitor<'de>>(
		self,
		_: &'static str,
		variants: &'static [&'static str],
		visitor: V,
	) -> Result<V::Value, ReadError> {
		match self.0 {
			Value::String(name) => visitor.visit_enum(BorrowedStrDeserializer::new(name)),
			Value::Object(fields) if fields.len() == 1 => {
				visitor.visit_enum(MapAccessDeserializer::new(Fields::of(fields)))
			}
			_ => Err(self.refused(&format!("is not one of {}", variants.join(", ")))),
		}
	}

	forward_to_deserialize_any! {
		bool i8 i16 i32 i64 i128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
		tuple_struct map struct identifier ignored_any
	}
}

/// Reads the items of a list.
struct Items<'a> {
	all: slice::Iter<'a, Value>,
	read: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
	type Error = ReadError;

	fn next_element_seed<T: DeserializeSeed<'de>>(
		&mut self,
		seed: T,
	) -> Result<Option<T::Value>, ReadError> {
		let Some(item) = self.all.next() else { return Ok(None) };
		let index = self.read;
		self.read = self.read.saturating_add(1);
		seed.deserialize(Reader(item))
			.map(Some)
			.map_err(|error| error.within(&format!("[{index}]")))
	}
}

/// Reads the fields of an object.
struct Fields<'a> {
	left: map::Iter<'a>,
	/// The one whose name was read last.
	current: Option<(&'a String, &'a Value)>,
}

impl<'a> Fields<'a> {
	fn of(fields: &'a map::Map<String, Value>) -> Self {
		Self { left: fields.iter(), current: None }
	}
}

impl<'de> MapAccess<'de> for Fields<'de> {
	type Error = ReadError;

	fn next_key_seed<K: DeserializeSeed<'de>>(
		&mut self,
		seed: K,
	) -> Result<Option<K::Value>, ReadError> {
		self.current = self.left.next();
		let name =
			self.current.map(|(name, _)| seed.deserialize(BorrowedStrDeserializer::new(name)));
		name.transpose()
	}

	fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, ReadError> {
		let (name, value) =
			self.current.ok_or_else(|| ReadError::custom("a value is read before its name"))?;
		seed.deserialize(Reader(value)).map_err(|error| error.within(name))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::{vec, vec::Vec};
	use serde::Deserialize;

	#[derive(Deserialize, PartialEq, Debug)]
	#[serde(deny_unknown_fields)]
	struct Sample {
		amounts: Vec<(String, u128)>,
		#[serde(default)]
		kind: Kind,
		#[serde(default)]
		share: Option<u64>,
		#[serde(default)]
		signed: i32,
	}

	#[derive(Deserialize, PartialEq, Debug, Default)]
	enum Kind {
		#[default]
		Plain,
		Months(u16),
		Bounds {
			max: u64,
		},
	}

	fn amount(text: &str) -> Result<u128, String> {
		let json = format!(r#"{{ "amounts": [["7", {text}]] }}"#);
		read::<Sample>(json.as_bytes())
			.map(|sample| {
				// What is to be a text stays one, whatever it looks like.
				assert_eq!(sample.amounts[0].0, "7");
				sample.amounts[0].1
			})
			.map_err(|error| error.to_string())
	}

	#[test]
	fn a_whole_number_is_read_as_a_number_and_as_a_string() {
		for number in [0, 7, (1 << 53) + 1, 499_999_999_999_999_999_000_000_000, u128::MAX] {
			assert_eq!(amount(&number.to_string()), Ok(number));
			assert_eq!(amount(&format!("\"{number}\"")), Ok(number));
		}
	}

	#[test]
	fn what_a_tool_may_have_rounded_is_refused_with_what_to_do() {
		for text in ["1e+24", "1e24", "5E2", "1.0", "1.5"] {
			let error = amount(text).unwrap_err();
			assert!(error.starts_with("amounts[0][1]: "), "{error}");
			assert!(error.contains("in quotes") && error.contains(&text[..1]), "{error}");
		}
	}

	#[test]
	fn what_is_no_whole_number_is_refused() {
		for text in [
			r#""""#,
			r#"" 7""#,
			r#""+7""#,
			r#""-7""#,
			r#""07""#,
			r#""1_000""#,
			r#""1e24""#,
			r#""0x7""#,
			r#""７""#,
			"-7",
			"null",
			"true",
			"[7]",
			"340282366920938463463374607431768211456",
		] {
			let error = amount(text).expect_err(text);
			assert!(error.starts_with("amounts[0][1]: "), "{error}");
		}
	}

	#[test]
	fn everything_else_is_read_as_serde_reads_it() {
		let read = |json: &str| read::<Sample>(json.as_bytes()).map_err(|error| error.to_string());
		let of = |kind, share, signed| Sample { amounts: vec![], kind, share, signed };
		for (rest, sample) in [
			("", of(Kind::Plain, None, 0)),
			(r#", "kind": "Plain", "share": null"#, of(Kind::Plain, None, 0)),
			(r#", "kind": { "Months": "12" }, "share": "5""#, of(Kind::Months(12), Some(5), 0)),
			(r#", "kind": { "Bounds": { "max": 9 } }"#, of(Kind::Bounds { max: 9 }, None, 0)),
			(r#", "signed": -5"#, of(Kind::Plain, None, -5)),
		] {
			assert_eq!(read(&format!(r#"{{ "amounts": []{rest} }}"#)), Ok(sample));
		}
		for (json, says) in [
			("{", "EOF"),
			("[]", "invalid length 0"),
			("{}", "missing field `amounts`"),
			(r#"{ "amounts": [], "amount": 1 }"#, "unknown field `amount`"),
			(r#"{ "amounts": [[5, 1]] }"#, "amounts[0][0]: invalid type"),
			(r#"{ "amounts": [["a"]] }"#, "amounts[0]: invalid length 1"),
			(r#"{ "amounts": [["a", 1, 2]] }"#, "amounts[0]: invalid length 3"),
			(r#"[[], "Plain", null, 0, 0]"#, "invalid length 5"),
			(r#"{ "amounts": [], "kind": 5 }"#, "kind: 5 is not one of Plain, Months, Bounds"),
			(r#"{ "amounts": [], "kind": "Odd" }"#, "kind: unknown variant `Odd`"),
			(r#"{ "amounts": [], "kind": { "Months": 65536 } }"#, "kind.Months: invalid value"),
			(r#"{ "amounts": [], "kind": { "Bounds": { "max": "x" } } }"#, "kind.Bounds.max: "),
			(r#"{ "amounts": [], "share": 18446744073709551616 }"#, "share: invalid"),
		] {
			let error = read(json).expect_err(json);
			assert!(error.starts_with(says), "{json}: {error}");
		}
	}
}
