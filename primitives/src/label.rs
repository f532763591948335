// SPDX-License-Identifier: Apache-2.0

//! Short texts for people.

use crate::ranged::{Place, Range, RangeOf, Ranged};
use alloc::{string::String, vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The text is empty, too long, not UTF-8, or contains a control character.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InvalidLabel;

impl core::fmt::Display for InvalidLabel {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str("text is empty, too long, or not printable UTF-8")
	}
}

/// Printable UTF-8 of one to `MAX` bytes. Any other text neither constructs nor decodes; calls take it
/// [`Unchecked`](crate::Unchecked).
#[derive(
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	PartialEq,
	Eq,
	Debug,
)]
#[serde(try_from = "String", into = "String")]
pub struct Label<const MAX: u32>(BoundedVec<u8, ConstU32<MAX>>);

impl<const MAX: u32> Label<MAX> {
	/// The text, if it fits.
	pub fn try_new(text: &str) -> Result<Self, InvalidLabel> {
		if text.is_empty() || text.chars().any(char::is_control) {
			return Err(InvalidLabel);
		}
		text.as_bytes().to_vec().try_into().map(Self).map_err(|_| InvalidLabel)
	}

	/// The text of these bytes, if they are UTF-8 and it fits.
	fn from_utf8(bytes: &[u8]) -> Result<Self, InvalidLabel> {
		core::str::from_utf8(bytes).map_err(|_| InvalidLabel).and_then(Self::try_new)
	}

	/// The UTF-8 bytes.
	pub fn as_bytes(&self) -> &[u8] {
		&self.0
	}
}

impl<const MAX: u32> TryFrom<String> for Label<MAX> {
	type Error = InvalidLabel;

	fn try_from(text: String) -> Result<Self, InvalidLabel> {
		Self::try_new(&text)
	}
}

impl<const MAX: u32> From<Label<MAX>> for String {
	fn from(label: Label<MAX>) -> String {
		String::from_utf8_lossy(&label.0).into_owned()
	}
}

impl<const MAX: u32> Decode for Label<MAX> {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let bytes = BoundedVec::<u8, ConstU32<MAX>>::decode(input)?;
		Self::from_utf8(&bytes).map_err(|InvalidLabel| "label is empty or not printable".into())
	}
}

impl<const MAX: u32> Ranged for Label<MAX> {
	type Wire = Vec<u8>;

	fn from_wire(wire: Vec<u8>) -> Result<Self, Place> {
		Self::from_utf8(&wire).map_err(|InvalidLabel| Place::here())
	}

	fn into_wire(self) -> Vec<u8> {
		self.0.into_inner()
	}

	fn ranges(name: &str) -> Vec<Range> {
		vec![Range { name: name.into(), of: RangeOf::Text, least: 1, greatest: MAX.into() }]
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	type Unit = Label<16>;

	#[test]
	fn only_printable_text_of_the_right_length_is_a_label() {
		assert_eq!(Unit::try_new("GPU·h").map(String::from), Ok("GPU·h".into()));
		assert_eq!(Unit::try_new(""), Err(InvalidLabel));
		assert_eq!(Unit::try_new("line\nbreak"), Err(InvalidLabel));
		assert!(Unit::try_new("1234567890123456").is_ok());
		assert_eq!(Unit::try_new("12345678901234567"), Err(InvalidLabel));
	}

	#[test]
	fn other_bytes_do_not_decode() {
		let good = Unit::try_new("TiB").unwrap();
		assert_eq!(Unit::decode(&mut &good.encode()[..]), Ok(good));
		assert!(Unit::decode(&mut &Vec::<u8>::new().encode()[..]).is_err());
		assert!(Unit::decode(&mut &vec![0xffu8].encode()[..]).is_err());
		assert!(Unit::decode(&mut &vec![b'a'; 17].encode()[..]).is_err());
	}

	#[test]
	fn the_genesis_json_is_a_plain_string() {
		assert_eq!(serde_json::from_str::<Unit>("\"TiB\"").unwrap(), Unit::try_new("TiB").unwrap());
		assert!(serde_json::from_str::<Unit>("\"\"").is_err());
	}
}
