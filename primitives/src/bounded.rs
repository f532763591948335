// SPDX-License-Identifier: Apache-2.0

//! Integers whose types carry their range: a value outside it neither constructs nor decodes.
//!
//! Of one that governance can change, the type carries as well how far a change may move it.

use crate::{
	ranged::{Place, Range, RangeOf, Ranged},
	stepped::{Step, Stepped},
	time::minutes,
};
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

/// Declares a range type: its integer, what else its type says, its step, and when two of it name the same.
macro_rules! bounded {
	(
		$(#[$meta:meta])*
		$name:ident: $int:ident as $text:literal
			$(, $extra:ident: $extra_type:ty $(= $default:expr)?)?;
		step $step:expr;
		same $same:expr
	) => {
		$(#[$meta])*
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
		#[serde(try_from = $text, into = $text)]
		pub struct $name<
			const LOWER: $int,
			const UPPER: $int
			$(, const $extra: $extra_type $(= $default)?)?
		>($int);

		impl<const LOWER: $int, const UPPER: $int $(, const $extra: $extra_type)?>
			$name<LOWER, UPPER $(, $extra)?>
		{
			/// The smallest permitted value.
			pub const LOWER: $int = LOWER;
			/// The largest permitted value.
			pub const UPPER: $int = UPPER;

			/// The value, if it lies in the range.
			pub const fn try_new(value: $int) -> Result<Self, OutOfBounds> {
				if LOWER <= value && value <= UPPER {
					Ok(Self(value))
				} else {
					Err(OutOfBounds)
				}
			}

			/// The value of the range that is nearest to this.
			pub const fn nearest(value: $int) -> Self {
				if value < LOWER {
					Self(LOWER)
				} else if value > UPPER {
					Self(UPPER)
				} else {
					Self(value)
				}
			}

			/// A constant in the range; one outside it does not compile.
			pub const fn literal<const VALUE: $int>() -> Self {
				const { assert!(LOWER <= VALUE && VALUE <= UPPER, "constant outside its range") };
				Self(VALUE)
			}

			/// The plain number.
			pub const fn get(self) -> $int {
				self.0
			}
		}

		impl<const LOWER: $int, const UPPER: $int $(, const $extra: $extra_type)?> TryFrom<$int>
			for $name<LOWER, UPPER $(, $extra)?>
		{
			type Error = OutOfBounds;

			fn try_from(value: $int) -> Result<Self, OutOfBounds> {
				Self::try_new(value)
			}
		}

		impl<const LOWER: $int, const UPPER: $int $(, const $extra: $extra_type)?>
			From<$name<LOWER, UPPER $(, $extra)?>> for $int
		{
			fn from(value: $name<LOWER, UPPER $(, $extra)?>) -> $int {
				value.get()
			}
		}

		impl<const LOWER: $int, const UPPER: $int $(, const $extra: $extra_type)?> Decode
			for $name<LOWER, UPPER $(, $extra)?>
		{
			fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
				Self::try_new($int::decode(input)?)
					.map_err(|OutOfBounds| "value outside the permitted range".into())
			}
		}

		impl<const LOWER: $int, const UPPER: $int $(, const $extra: $extra_type)?> Ranged
			for $name<LOWER, UPPER $(, $extra)?>
		{
			type Wire = $int;

			fn from_wire(wire: $int) -> Result<Self, Place> {
				Self::try_new(wire).map_err(|OutOfBounds| Place::here())
			}

			fn into_wire(self) -> $int {
				self.get()
			}

			fn ranges(name: &str) -> Vec<Range> {
				let (least, greatest) = (LOWER.into(), UPPER.into());
				vec![Range { name: name.into(), of: RangeOf::Number, least, greatest }]
			}
		}

		impl<const LOWER: $int, const UPPER: $int $(, const $extra: $extra_type)?> Stepped
			for $name<LOWER, UPPER $(, $extra)?>
		{
			fn steps() -> Vec<Step> {
				vec![$step]
			}

			fn step_from(&self, old: &Self) -> Result<(), Place> {
				let step: Step = $step;
				step.check(old.get().into(), self.get().into())
			}

			fn same(&self, other: &Self) -> bool {
				let same: fn($int, $int) -> bool = $same;
				same(self.get(), other.get())
			}
		}
	};
}

bounded! {
	/// A `u64` in `LOWER..=UPPER`. A change moves it by a half of the smaller value at most, or by `UNIT` if
	/// that is more.
	BoundedU64: u64 as "u64", UNIT: u64 = 1;
	step Step::Half { or: UNIT.into() };
	same |_, _| true
}

bounded! {
	/// A `u128` in `LOWER..=UPPER`. A change moves it by a half of the smaller value at most, or by `UNIT` if
	/// that is more.
	BoundedU128: u128 as "u128", UNIT: u128 = 1;
	step Step::Half { or: UNIT };
	same |_, _| true
}

bounded! {
	/// A `u64` in `LOWER..=UPPER`. A change moves it by `STEP` at most.
	LinearU64: u64 as "u64", STEP: u64;
	step Step::By(STEP.into());
	same |_, _| true
}

bounded! {
	/// A `u64` in `LOWER..=UPPER` that names the entry of a table which it is a part of.
	BoundedId: u64 as "u64";
	step Step::Any;
	same |one, other| one == other
}

/// A length of time in milliseconds. A change moves it by a half of the shorter one at most, or by a minute if
/// that is more.
pub type Period<const LOWER: u64, const UPPER: u64> = BoundedU64<LOWER, UPPER, { minutes(1) }>;

#[cfg(test)]
mod tests {
	use super::*;

	type Percent = BoundedU64<1, 100>;
	type Planck = BoundedU128<1, { u128::MAX }>;

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
		assert!(Planck::decode(&mut &0u128.encode()[..]).is_err());
		assert_eq!(Planck::decode(&mut &u128::MAX.encode()[..]).map(Planck::get), Ok(u128::MAX));
	}

	#[test]
	fn an_amount_is_a_plain_number_in_json() {
		let amount = Planck::literal::<10_000_000_000_000_000_000_000>();
		let json = serde_json::to_string(&amount).unwrap();
		assert_eq!(json, "10000000000000000000000");
		assert_eq!(serde_json::from_str::<Planck>(&json).unwrap(), amount);
		assert!(serde_json::from_str::<Planck>("0").is_err());
	}
}
