// SPDX-License-Identifier: Apache-2.0

//! An integer whose type carries its range: a value outside it neither constructs nor decodes.

use crate::ranged::{Place, Range, RangeOf, Ranged};
use alloc::{vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A value lies outside the range of its type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfBounds;

impl core::fmt::Display for OutOfBounds {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str("value lies outside the permitted range")
	}
}

/// A `u64` in `LOWER..=UPPER`.
///
/// The range is part of the type, so a value outside it is refused where it is decoded, and where a
/// genesis preset is read. Calls take it [`Unchecked`](crate::Unchecked), to say what is wrong.
#[derive(
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
)]
#[serde(try_from = "u64", into = "u64")]
pub struct BoundedU64<const LOWER: u64, const UPPER: u64>(u64);

impl<const LOWER: u64, const UPPER: u64> BoundedU64<LOWER, UPPER> {
	/// The smallest permitted value.
	pub const LOWER: u64 = LOWER;
	/// The largest permitted value.
	pub const UPPER: u64 = UPPER;

	/// The value, if it lies in the range.
	pub const fn try_new(value: u64) -> Result<Self, OutOfBounds> {
		if LOWER <= value && value <= UPPER {
			Ok(Self(value))
		} else {
			Err(OutOfBounds)
		}
	}

	/// The value of the range that is nearest to this.
	pub const fn nearest(value: u64) -> Self {
		if value < LOWER {
			Self(LOWER)
		} else if value > UPPER {
			Self(UPPER)
		} else {
			Self(value)
		}
	}

	/// A constant in the range; one outside it does not compile.
	pub const fn literal<const VALUE: u64>() -> Self {
		const { assert!(LOWER <= VALUE && VALUE <= UPPER, "constant outside its range") };
		Self(VALUE)
	}

	/// The plain number.
	pub const fn get(self) -> u64 {
		self.0
	}
}

impl<const LOWER: u64, const UPPER: u64> TryFrom<u64> for BoundedU64<LOWER, UPPER> {
	type Error = OutOfBounds;

	fn try_from(value: u64) -> Result<Self, OutOfBounds> {
		Self::try_new(value)
	}
}

impl<const LOWER: u64, const UPPER: u64> From<BoundedU64<LOWER, UPPER>> for u64 {
	fn from(value: BoundedU64<LOWER, UPPER>) -> u64 {
		value.get()
	}
}

impl<const LOWER: u64, const UPPER: u64> Decode for BoundedU64<LOWER, UPPER> {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		Self::try_new(u64::decode(input)?)
			.map_err(|OutOfBounds| "value outside the permitted range".into())
	}
}

impl<const LOWER: u64, const UPPER: u64> Ranged for BoundedU64<LOWER, UPPER> {
	type Wire = u64;

	fn from_wire(wire: u64) -> Result<Self, Place> {
		Self::try_new(wire).map_err(|OutOfBounds| Place::here())
	}

	fn into_wire(self) -> u64 {
		self.get()
	}

	fn ranges(name: &str) -> Vec<Range> {
		vec![Range { name: name.into(), of: RangeOf::Number, least: LOWER, greatest: UPPER }]
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	type Percent = BoundedU64<1, 100>;

	#[test]
	fn the_ends_of_the_range_belong_to_it() {
		assert_eq!(Percent::try_new(0), Err(OutOfBounds));
		assert_eq!(Percent::try_new(1).map(Percent::get), Ok(1));
		assert_eq!(Percent::try_new(100).map(Percent::get), Ok(100));
		assert_eq!(Percent::try_new(101), Err(OutOfBounds));
	}

	#[test]
	fn a_value_outside_the_range_does_not_decode() {
		assert!(Percent::decode(&mut &101u64.encode()[..]).is_err());
		assert_eq!(Percent::decode(&mut &100u64.encode()[..]), Ok(Percent::literal::<100>()));
	}
}
