// SPDX-License-Identifier: Apache-2.0

//! The emission year and its ceiling.

use super::AnnualCap;
use codec::{Decode, Encode, MaxEncodedLen};
use destra_economics::annual_allowance;
use destra_primitives::{
	time::{years, Millis},
	Balance,
};
use scale_info::TypeInfo;

/// Length of an emission year: 365.25 days of economic time.
pub const YEAR: Millis = years(1);

/// The running emission year. A step belongs to the year in which its span of time begins.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug, Default)]
pub struct EmissionYear {
	index: u32,
	issuance: Balance,
	minted: Balance,
	ceiling_reported: bool,
}

impl EmissionYear {
	/// The first year of an economy that starts with an issuance of `issuance`.
	pub fn first(issuance: Balance) -> Self {
		Self { issuance, ..Self::default() }
	}

	/// The number of the year, the first one zero.
	pub fn index(&self) -> u32 {
		self.index
	}

	/// The issuance at the start of the year.
	pub fn issuance(&self) -> Balance {
		self.issuance
	}

	/// Minted in the year so far.
	pub fn minted(&self) -> Balance {
		self.minted
	}

	/// The economic time at which the year ends.
	pub fn ends_at(&self) -> Millis {
		years(u64::from(self.index).saturating_add(1))
	}

	/// Opens the year that `economic_time` lies in, if this one is over by then; years in which
	/// there was no step are skipped. Tells whether it did.
	pub fn roll_over(&mut self, economic_time: Millis, issuance: Balance) -> bool {
		if economic_time >= self.ends_at() {
			let index = economic_time
				.checked_div(YEAR)
				.map_or(u32::MAX, |year| u32::try_from(year).unwrap_or(u32::MAX));
			*self = Self { index, ..Self::first(issuance) };
			return true;
		}
		false
	}

	/// The most the year may mint, rounded down.
	pub fn ceiling(&self, cap: AnnualCap) -> Balance {
		annual_allowance(self.issuance, cap.get(), 0)
	}

	/// What the year may still mint, rounded down.
	pub fn allowance(&self, cap: AnnualCap) -> Balance {
		annual_allowance(self.issuance, cap.get(), self.minted)
	}

	/// Counts what was minted. Saturates: only amounts within the allowance get here.
	pub fn count(&mut self, minted: Balance) {
		self.minted = self.minted.saturating_add(minted);
	}

	/// Notes that the ceiling withholds; `true` the first time in the year.
	pub fn report_ceiling(&mut self) -> bool {
		!core::mem::replace(&mut self.ceiling_reported, true)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::types::PERCENTAGE_POINT;

	const TEN_PERCENT: AnnualCap = AnnualCap::literal::<{ 10 * PERCENTAGE_POINT }>();

	#[test]
	fn the_allowance_is_a_part_of_the_issuance_at_the_start() {
		let mut year = EmissionYear::first(1_009);
		assert_eq!(year.ceiling(TEN_PERCENT), 100);
		year.count(60);
		assert_eq!(year.allowance(TEN_PERCENT), 40);
		year.count(60);
		assert_eq!(year.allowance(TEN_PERCENT), 0);
	}

	#[test]
	fn a_year_ends_when_its_time_is_reached_or_passed() {
		let mut year = EmissionYear::first(1_000);
		year.count(5);
		assert!(!year.roll_over(YEAR - 1, 2_000));
		assert_eq!((year.index(), year.issuance(), year.minted()), (0, 1_000, 5));
		assert!(year.roll_over(YEAR, 2_000));
		assert_eq!((year.index(), year.issuance(), year.minted()), (1, 2_000, 0));
	}

	#[test]
	fn several_years_pass_at_once() {
		let mut year = EmissionYear::first(1_000);
		assert!(year.roll_over(5 * YEAR + 7, 3_000));
		assert_eq!((year.index(), year.ends_at()), (5, 6 * YEAR));
	}

	#[test]
	fn the_ceiling_is_reported_once_a_year() {
		let mut year = EmissionYear::first(1_000);
		assert!(year.report_ceiling());
		assert!(!year.report_ceiling());
		assert!(year.roll_over(YEAR, 1_000));
		assert!(year.report_ceiling());
	}
}
