// SPDX-License-Identifier: Apache-2.0

//! The ranges of what calls are given, and the way past them.

use crate::{Config, Error, Pallet};
use alloc::vec::Vec;
use destra_primitives::{OutOfRange, Range, Ranged, Schedule, Unchecked};

impl<T: Config> Pallet<T> {
	/// Those of every argument that has any; all calls have the same under one name.
	pub(crate) fn report_ranges() -> Vec<Range> {
		Schedule::ranges("schedule")
	}

	/// The value of the argument `name`, if all of it lies in its range.
	pub(crate) fn check<A: Ranged>(name: &str, argument: Unchecked<A>) -> Result<A, Error<T>> {
		argument
			.check(name, Self::report_ranges)
			.map_err(|OutOfRange(number)| Error::<T>::OutOfRange(number))
	}
}
