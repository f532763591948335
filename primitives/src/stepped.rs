// SPDX-License-Identifier: Apache-2.0

//! How far a single change may move a value that governance can change.
//!
//! No single decision turns the economy over. The step of a number is declared with its range, in its type;
//! structs and enums have those of their parts by [`governed!`](crate::governed!).

#[doc(hidden)]
pub use crate::ranged::{Place, Ranged};
#[doc(hidden)]
pub use alloc::vec::Vec;

use alloc::vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{traits::Get, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::{Perbill, Perquintill};

/// The most that one change may move a number by.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
	/// It may become any value of its range.
	#[codec(index = 0)]
	Any,
	/// By a half of the smaller of the two values, rounded down: two changes are needed to double it. Or by
	/// `or`, if that is more, so that a small number does not stick.
	#[codec(index = 1)]
	Half {
		/// In the unit of the number.
		or: u128,
	},
	/// By this much, in the unit of the number.
	#[codec(index = 2)]
	By(u128),
}

impl Step {
	/// Whether a change from `old` to `new` is no larger than the step.
	pub fn permits(self, old: u128, new: u128) -> bool {
		let most = match self {
			Self::Any => return true,
			Self::Half { or } => (old.min(new) / 2).max(or),
			Self::By(most) => most,
		};
		old.abs_diff(new) <= most
	}

	/// The same, and otherwise that it is this number which moves too far.
	pub fn check(self, old: u128, new: u128) -> Result<(), Place> {
		if self.permits(old, new) {
			Ok(())
		} else {
			Err(Place::here())
		}
	}
}

/// A type whose values one change may move by a step at most, or have parts that it may.
pub trait Stepped: Ranged {
	/// The step of everything that has a range, in the order of [`Ranged::ranges`].
	fn steps() -> Vec<Step>;

	/// Whether a change may put this in the place of `old`; else which part moves too far.
	fn step_from(&self, old: &Self) -> Result<(), Place>;

	/// Whether a change may add this to a table, or take it away; else which part is too large for that.
	fn enter(&self) -> Result<(), Place> {
		Ok(())
	}

	/// Whether both are values of the same thing: of one variant, with the same ids in them.
	fn same(&self, other: &Self) -> bool;
}

/// Makes types [`Stepped`] that a change may replace by any other value.
macro_rules! unstepped {
	($($type:ty),*) => {
		$(
			impl Stepped for $type {
				fn steps() -> Vec<Step> {
					<$type as Ranged>::ranges("").iter().map(|_| Step::Any).collect()
				}

				fn step_from(&self, _old: &Self) -> Result<(), Place> {
					Ok(())
				}

				fn same(&self, _other: &Self) -> bool {
					true
				}
			}
		)*
	};
}

unstepped!(bool);

impl<const MAX: u32> Stepped for crate::Label<MAX> {
	fn steps() -> Vec<Step> {
		vec![Step::Any]
	}

	fn step_from(&self, _old: &Self) -> Result<(), Place> {
		Ok(())
	}

	fn same(&self, _other: &Self) -> bool {
		true
	}
}

/// Makes types [`Ranged`] and [`Stepped`] that name things: values with different ones are of different things.
#[macro_export]
macro_rules! names {
	($($type:ty),* $(,)?) => {
		$crate::unranged!($($type),*);

		$(
			impl $crate::Stepped for $type {
				fn steps() -> $crate::stepped::Vec<$crate::Step> {
					Default::default()
				}

				fn step_from(&self, _old: &Self) -> Result<(), $crate::ranged::Place> {
					Ok(())
				}

				fn same(&self, other: &Self) -> bool {
					self == other
				}
			}
		)*
	};
}

/// Ten percentage points: half a year of monthly decisions turns a division round, a single one never does.
macro_rules! stepped_parts {
	($($type:ty),*) => {
		$(
			impl Stepped for $type {
				fn steps() -> Vec<Step> {
					vec![Step::By(Self::from_percent(10).deconstruct().into())]
				}

				fn step_from(&self, old: &Self) -> Result<(), Place> {
					Step::By(Self::from_percent(10).deconstruct().into())
						.check(old.deconstruct().into(), self.deconstruct().into())
				}

				/// What is not there has none.
				fn enter(&self) -> Result<(), Place> {
					self.step_from(&Self::zero())
				}

				fn same(&self, _other: &Self) -> bool {
					true
				}
			}
		)*
	};
}

stepped_parts!(Perbill, Perquintill);

/// What begins or ceases to be has no step.
impl<T: Stepped + 'static> Stepped for Option<T> {
	fn steps() -> Vec<Step> {
		T::steps()
	}

	fn step_from(&self, old: &Self) -> Result<(), Place> {
		match (self, old) {
			(Some(new), Some(old)) => new.step_from(old),
			_ => Ok(()),
		}
	}

	fn same(&self, _other: &Self) -> bool {
		true
	}
}

/// Tables: entries are compared with those of the same thing.
impl<T: Stepped + 'static, S: Get<u32> + 'static> Stepped for BoundedVec<T, S> {
	fn steps() -> Vec<Step> {
		T::steps()
	}

	fn step_from(&self, old: &Self) -> Result<(), Place> {
		let entry_of = |table: &Self, entry: &T| table.iter().position(|other| other.same(entry));
		for entry in self {
			match old.iter().find(|other| other.same(entry)) {
				Some(before) => entry.step_from(before)?,
				None => entry.enter()?,
			}
		}
		old.iter().filter(|entry| entry_of(self, entry).is_none()).try_for_each(T::enter)
	}

	fn same(&self, _other: &Self) -> bool {
		true
	}
}

impl<A: Stepped + 'static, B: Stepped + 'static> Stepped for (A, B) {
	fn steps() -> Vec<Step> {
		[A::steps(), B::steps()].concat()
	}

	fn step_from(&self, old: &Self) -> Result<(), Place> {
		self.0.step_from(&old.0)?;
		self.1.step_from(&old.1)
	}

	fn enter(&self) -> Result<(), Place> {
		self.0.enter()?;
		self.1.enter()
	}

	fn same(&self, other: &Self) -> bool {
		self.0.same(&other.0) && self.1.same(&other.1)
	}
}

/// Declares a struct, or an enum whose variants have one value each, that governance can change: as
/// [`ranged!`](crate::ranged!) does, and [`Stepped`] by its parts.
#[macro_export]
macro_rules! governed {
	(
		$(#[$meta:meta])*
		$vis:vis struct $name:ident {
			$($(#[$field_meta:meta])* $field_vis:vis $field:ident: $type:ty),* $(,)?
		}
	) => {
		$crate::ranged! {
			$(#[$meta])*
			$vis struct $name {
				$($(#[$field_meta])* $field_vis $field: $type),*
			}
		}

		impl $crate::Stepped for $name {
			fn steps() -> $crate::stepped::Vec<$crate::Step> {
				[$(<$type as $crate::Stepped>::steps()),*].concat()
			}

			fn step_from(&self, old: &Self) -> Result<(), $crate::ranged::Place> {
				$(
					$crate::Stepped::step_from(&self.$field, &old.$field)
						.map_err(|place| place.within(stringify!($field)))?;
				)*
				Ok(())
			}

			fn enter(&self) -> Result<(), $crate::ranged::Place> {
				$(
					$crate::Stepped::enter(&self.$field)
						.map_err(|place| place.within(stringify!($field)))?;
				)*
				Ok(())
			}

			fn same(&self, other: &Self) -> bool {
				true $(&& $crate::Stepped::same(&self.$field, &other.$field))*
			}
		}
	};
	(
		$(#[$meta:meta])*
		$vis:vis enum $name:ident {
			$($(#[$variant_meta:meta])* $variant:ident($type:ty)),* $(,)?
		}
	) => {
		$crate::ranged! {
			$(#[$meta])*
			$vis enum $name {
				$($(#[$variant_meta])* $variant($type)),*
			}
		}

		// An enum of one variant has no other.
		#[allow(unreachable_patterns)]
		impl $crate::Stepped for $name {
			fn steps() -> $crate::stepped::Vec<$crate::Step> {
				[$(<$type as $crate::Stepped>::steps()),*].concat()
			}

			fn step_from(&self, old: &Self) -> Result<(), $crate::ranged::Place> {
				match (self, old) {
					$((Self::$variant(new), Self::$variant(old)) => {
						$crate::Stepped::step_from(new, old)
							.map_err(|place| place.within(stringify!($variant)))
					})*
					_ => Ok(()),
				}
			}

			fn same(&self, other: &Self) -> bool {
				match (self, other) {
					$((Self::$variant(one), Self::$variant(other)) => {
						$crate::Stepped::same(one, other)
					})*
					_ => false,
				}
			}
		}
	};
}

/// Declares the settings of a pallet, and the enum of a single one of them, with a value for it.
///
/// A change names what it changes and nothing else, so that two that wait never undo each other. Each line has
/// the index of the variant, the field and the variant. `Setting::of` lists them all, `Setting::put` puts one
/// into the settings.
#[macro_export]
macro_rules! settings {
	(
		$(#[$meta:meta])*
		$vis:vis struct $name:ident;
		$(#[$one_meta:meta])*
		$one_vis:vis enum $one:ident;
		$($(#[doc = $doc:literal])* $index:literal => $field:ident, $variant:ident: $type:ty),* $(,)?
	) => {
		$crate::governed! {
			$(#[$meta])*
			$vis struct $name {
				$($(#[doc = $doc])* pub $field: $type),*
			}
		}

		$crate::governed! {
			$(#[$one_meta])*
			$one_vis enum $one {
				$($(#[doc = $doc])* #[codec(index = $index)] $variant($type)),*
			}
		}

		impl $one {
			/// All of them, with the values that `settings` has.
			$one_vis fn of(settings: &$name) -> $crate::stepped::Vec<Self> {
				[$(Self::$variant(settings.$field.clone())),*].into()
			}

			/// Puts it into `settings`.
			$one_vis fn put(self, settings: &mut $name) {
				match self {
					$(Self::$variant(value) => settings.$field = value),*
				}
			}
		}
	};
}

#[cfg(test)]
mod tests;
