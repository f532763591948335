// SPDX-License-Identifier: Apache-2.0

//! What a call is given, before anybody has looked whether its values lie in their ranges.
//!
//! A type whose values keep to ranges refuses all others where it is decoded. In a call this would end a
//! transaction in the middle of the runtime, without a word on what is wrong. So calls take an
//! [`Unchecked`] value, of the same bytes with any numbers and texts in it, and [`check`](Unchecked::check)
//! is the only way from it to the value that everything behind the call works with.

#[doc(hidden)]
pub use alloc::vec::Vec;
#[doc(hidden)]
pub use codec::{Decode, DecodeWithMemTracking, Encode};

use alloc::{boxed::Box, string::String, vec};
use core::fmt::Debug;
use frame_support::{
	traits::Get, BoundedVec, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound,
};
use scale_info::{Type, TypeInfo};
use sp_runtime::{Perbill, Perquintill};

/// A type whose values keep to ranges, or have parts that do.
///
/// Structs and enums get it by [`ranged!`](crate::ranged!), and what takes any value by
/// [`unranged!`](crate::unranged!).
pub trait Ranged: Sized + TypeInfo {
	/// The same with any numbers and texts in it, of the same bytes.
	type Wire: Encode + Decode + DecodeWithMemTracking + Clone + Eq + Debug;

	/// The value, if all that it is made of lies in its range; else which part of it does not.
	fn from_wire(wire: Self::Wire) -> Result<Self, Place>;

	/// What is sent for it.
	fn into_wire(self) -> Self::Wire;

	/// The ranges of all that the value `name` is made of, in the order of declaration.
	fn ranges(name: &str) -> Vec<Range>;
}

/// Where in a value one of its parts is: the names of fields and variants, joined by dots.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place(String);

impl Place {
	/// The value itself.
	pub const fn here() -> Self {
		Self(String::new())
	}

	/// The same place, seen from the value whose part `name` it is in.
	#[must_use]
	pub fn within(self, name: &str) -> Self {
		Self(part_of(name, &self.0))
	}

	/// Its number in a list of ranges.
	pub fn number(&self, ranges: &[Range]) -> u8 {
		let at = ranges.iter().position(|range| range.name == self.0);
		// No pallet has as many.
		at.and_then(|at| at.try_into().ok()).unwrap_or(u8::MAX)
	}
}

/// The name of a part, seen from the value that it is in.
pub fn part_of(name: &str, part: &str) -> String {
	match (name, part) {
		("", one) | (one, "") => one.into(),
		_ => [name, part].join("."),
	}
}

/// What a range counts.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub enum RangeOf {
	/// The number itself.
	#[codec(index = 0)]
	Number,
	/// The bytes of a text, which is printable UTF-8.
	#[codec(index = 1)]
	Text,
}

/// The least and the greatest that a part of an argument may be.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct Range {
	/// The argument, and the fields and variants on the way to the part, joined by dots.
	pub name: String,
	/// What it counts.
	pub of: RangeOf,
	/// The least.
	pub least: u128,
	/// The greatest.
	pub greatest: u128,
}

/// A part of an argument lies outside its range: the one of this number in the list of all ranges that
/// the pallet has, from zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfRange(pub u8);

/// A `T` as it is sent, whose values may lie outside their ranges.
///
/// The same bytes as a `T`, and the same in the metadata.
#[derive(
	Encode, Decode, DecodeWithMemTracking, CloneNoBound, PartialEqNoBound, EqNoBound, DebugNoBound,
)]
pub struct Unchecked<T: Ranged>(T::Wire);

impl<T: Ranged> Unchecked<T> {
	/// The value of the argument `name`, if all of it lies in its range. `ranges` are all that the pallet
	/// has.
	pub fn check(self, name: &str, ranges: fn() -> Vec<Range>) -> Result<T, OutOfRange> {
		T::from_wire(self.0).map_err(|place| OutOfRange(place.within(name).number(&ranges())))
	}
}

impl<T: Ranged> From<T> for Unchecked<T> {
	fn from(value: T) -> Self {
		Self(value.into_wire())
	}
}

impl<T: Ranged> From<T> for Box<Unchecked<T>> {
	fn from(value: T) -> Self {
		Self::new(value.into())
	}
}

impl<T: Ranged + 'static> TypeInfo for Unchecked<T> {
	type Identity = T::Identity;

	fn type_info() -> Type {
		T::type_info()
	}
}

/// The place in the value `name` of a genesis that lies outside its range, if there is one: the parts of a
/// whole of the SDK take any number from JSON, and would not be readable once they are stored.
pub fn out_of_range<T: Ranged + Clone>(name: &str, value: &T) -> Option<String> {
	T::from_wire(value.clone().into_wire()).err().map(|place| place.within(name).0)
}

/// Makes types [`Ranged`] all of whose values are in range.
#[macro_export]
macro_rules! unranged {
	($($type:ty),* $(,)?) => {
		$(
			impl $crate::Ranged for $type {
				type Wire = Self;

				fn from_wire(wire: Self) -> Result<Self, $crate::ranged::Place> {
					Ok(wire)
				}

				fn into_wire(self) -> Self {
					self
				}

				fn ranges(_name: &str) -> $crate::ranged::Vec<$crate::ranged::Range> {
					Default::default()
				}
			}
		)*
	};
}

unranged!(bool, u8, u16, u32, u64, u128);

/// Parts of a whole: of its `ACCURACY` at most.
macro_rules! ranged_parts {
	($($type:ty: $wire:ty),*) => {
		$(
			impl Ranged for $type {
				type Wire = $wire;

				fn from_wire(wire: $wire) -> Result<Self, Place> {
					let whole = Self::one().deconstruct();
					if wire <= whole { Ok(Self::from_parts(wire)) } else { Err(Place::here()) }
				}

				fn into_wire(self) -> $wire {
					self.deconstruct()
				}

				fn ranges(name: &str) -> Vec<Range> {
					let greatest = Self::one().deconstruct().into();
					vec![Range { name: name.into(), of: RangeOf::Number, least: 0, greatest }]
				}
			}
		)*
	};
}

ranged_parts!(Perbill: u32, Perquintill: u64);

impl<T: Ranged + 'static> Ranged for Option<T> {
	type Wire = Option<T::Wire>;

	fn from_wire(wire: Self::Wire) -> Result<Self, Place> {
		wire.map(T::from_wire).transpose()
	}

	fn into_wire(self) -> Self::Wire {
		self.map(T::into_wire)
	}

	fn ranges(name: &str) -> Vec<Range> {
		T::ranges(name)
	}
}

impl<T: Ranged + 'static, S: Get<u32> + 'static> Ranged for BoundedVec<T, S> {
	type Wire = BoundedVec<T::Wire, S>;

	fn from_wire(wire: Self::Wire) -> Result<Self, Place> {
		let values = wire.into_iter().map(T::from_wire).collect::<Result<Vec<_>, _>>()?;
		// As many as before.
		Ok(Self::truncate_from(values))
	}

	fn into_wire(self) -> Self::Wire {
		BoundedVec::truncate_from(self.into_iter().map(T::into_wire).collect())
	}

	fn ranges(name: &str) -> Vec<Range> {
		T::ranges(name)
	}
}

impl<A: Ranged + 'static, B: Ranged + 'static> Ranged for (A, B) {
	type Wire = (A::Wire, B::Wire);

	fn from_wire((a, b): Self::Wire) -> Result<Self, Place> {
		Ok((A::from_wire(a)?, B::from_wire(b)?))
	}

	fn into_wire(self) -> Self::Wire {
		(self.0.into_wire(), self.1.into_wire())
	}

	fn ranges(name: &str) -> Vec<Range> {
		[A::ranges(name), B::ranges(name)].concat()
	}
}

/// Declares a struct, or an enum whose variants have one value each, and makes it [`Ranged`](crate::Ranged) by its
/// parts.
///
/// The declaration is the only one there is: the type that is decoded, the check and the list of the
/// ranges all follow from it.
#[macro_export]
macro_rules! ranged {
	(
		$(#[$meta:meta])*
		$vis:vis struct $name:ident {
			$($(#[$field_meta:meta])* $field_vis:vis $field:ident: $type:ty),* $(,)?
		}
	) => {
		$(#[$meta])*
		$vis struct $name {
			$($(#[$field_meta])* $field_vis $field: $type),*
		}

		$crate::ranged! { @impl $name {
			#[allow(missing_docs)]
			pub struct Wire {
				$(pub $field: <$type as Ranged>::Wire),*
			}
		} {
			wire => { Ok(Self { $($field: part(stringify!($field), wire.$field)?),* }) }
			value => { Wire { $($field: value.$field.into_wire()),* } }
			name, ranges => {
				$(ranges.extend(<$type as Ranged>::ranges(&part_of(name, stringify!($field))));)*
			}
		} }
	};
	(
		$(#[$meta:meta])*
		$vis:vis enum $name:ident {
			$($(#[$variant_meta:meta])* $variant:ident($type:ty)),* $(,)?
		}
	) => {
		$(#[$meta])*
		$vis enum $name {
			$($(#[$variant_meta])* $variant($type)),*
		}

		$crate::ranged! { @impl $name {
			#[allow(missing_docs)]
			pub enum Wire {
				$($(#[$variant_meta])* $variant(<$type as Ranged>::Wire)),*
			}
		} {
			wire => {
				match wire {
					$(Wire::$variant(inner) => {
						part(stringify!($variant), inner).map(Self::$variant)
					})*
				}
			}
			value => { match value { $(Self::$variant(inner) => Wire::$variant(inner.into_wire())),* } }
			name, ranges => {
				$(ranges.extend(<$type as Ranged>::ranges(&part_of(name, stringify!($variant))));)*
			}
		} }
	};
	(@impl $name:ident { $wire_type:item } {
		$wire:ident => $from_wire:block
		$value:ident => $into_wire:block
		$at:ident, $ranges:ident => $collect:block
	}) => {
		const _: () = {
			use $crate::ranged::{
				part, part_of, Decode, DecodeWithMemTracking, Encode, Place, Range, Ranged, Vec,
			};

			#[derive(Encode, Decode, DecodeWithMemTracking, Clone, PartialEq, Eq, Debug)]
			$wire_type

			impl Ranged for $name {
				type Wire = Wire;

				fn from_wire($wire: Wire) -> Result<Self, Place> $from_wire

				fn into_wire(self) -> Wire {
					let $value = self;
					$into_wire
				}

				fn ranges($at: &str) -> Vec<Range> {
					let mut $ranges = Vec::new();
					$collect
					$ranges
				}
			}
		};
	};
}

/// The part `name` of a value.
#[doc(hidden)]
pub fn part<T: Ranged>(name: &str, wire: T::Wire) -> Result<T, Place> {
	T::from_wire(wire).map_err(|place| place.within(name))
}

#[cfg(test)]
mod tests;
