// SPDX-License-Identifier: Apache-2.0

//! What was paid, and where it went.

use destra_economics::payments::Parts;
use destra_primitives::{
	payments_api::{DayReport, VolumeReport},
	time::{days, Moment},
	Balance,
};
use sp_runtime::ArithmeticError;

/// The number of the UTC day that a moment lies in.
pub fn day_of(moment: Moment) -> u32 {
	let day = moment.checked_div(days(1)).unwrap_or_default();
	u32::try_from(day).unwrap_or(u32::MAX)
}

/// Payments and where they went, in planck. The provider got the rest.
#[frame_support::stored]
#[derive(Copy, Default)]
pub struct Volume {
	/// What customers paid.
	pub paid: Balance,
	/// What of it was burned.
	pub burned: Balance,
	/// What of it the treasury got.
	pub treasury: Balance,
}

impl Volume {
	/// Both together.
	pub fn add(&mut self, other: &Self) -> Result<(), ArithmeticError> {
		let sum = |a: Balance, b| a.checked_add(b).ok_or(ArithmeticError::Overflow);
		self.paid = sum(self.paid, other.paid)?;
		self.burned = sum(self.burned, other.burned)?;
		self.treasury = sum(self.treasury, other.treasury)?;
		Ok(())
	}

	/// For others.
	pub const fn report(&self) -> VolumeReport {
		let Self { paid, burned, treasury } = *self;
		VolumeReport { paid, burned, treasury }
	}
}

impl From<Parts> for Volume {
	fn from(parts: Parts) -> Self {
		let Parts { provider, burned, treasury } = parts;
		let paid = provider.saturating_add(burned).saturating_add(treasury);
		Self { paid, burned, treasury }
	}
}

/// What was paid on a day.
#[frame_support::stored]
#[derive(Copy, Default)]
pub struct DayVolume {
	/// Which UTC day, counted since the Unix epoch.
	pub day: u32,
	/// What was paid on it.
	pub volume: Volume,
}

impl DayVolume {
	/// Counts what was paid on `day`. What is here of an older day is forgotten.
	pub fn add(&mut self, day: u32, volume: &Volume) -> Result<(), ArithmeticError> {
		if self.day != day {
			*self = Self { day, volume: Volume::default() };
		}
		self.volume.add(volume)
	}

	/// For others.
	pub fn report(&self) -> DayReport {
		DayReport { from: days(self.day.into()), volume: self.volume.report() }
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn volume(paid: Balance) -> Volume {
		Volume { paid, burned: paid / 10, treasury: paid / 20 }
	}

	#[test]
	fn the_parts_make_the_payment() {
		let parts = Parts { provider: 85, burned: 10, treasury: 5 };
		assert_eq!(Volume::from(parts), volume(100));
	}

	#[test]
	fn a_new_day_takes_the_place_of_an_old_one() {
		let mut day = DayVolume::default();
		day.add(3, &volume(100)).unwrap();
		day.add(3, &volume(200)).unwrap();
		assert_eq!(day, DayVolume { day: 3, volume: volume(300) });
		day.add(93, &volume(40)).unwrap();
		assert_eq!(day, DayVolume { day: 93, volume: volume(40) });
		assert_eq!(day.report().from, days(93));
	}

	#[test]
	fn a_day_ends_at_midnight() {
		assert_eq!(day_of(days(20_000) - 1), 19_999);
		assert_eq!(day_of(days(20_000)), 20_000);
		assert_eq!(day_of(u64::MAX), u32::MAX);
	}

	#[test]
	fn an_overflow_is_an_error() {
		let mut all = Volume { paid: Balance::MAX, ..Volume::default() };
		assert_eq!(all.add(&volume(1)), Err(ArithmeticError::Overflow));
	}
}
