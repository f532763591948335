// SPDX-License-Identifier: Apache-2.0

//! Amounts by key, bounded.

use codec::{Decode, Encode, MaxEncodedLen};
use destra_primitives::Balance;
use frame_support::{pallet_prelude::Get, BoundedVec, CloneNoBound, DebugNoBound, DefaultNoBound};
use scale_info::TypeInfo;
use sp_runtime::ArithmeticError;

use super::NoRoom;

/// A small table of amounts. A row that was opened once stays, so that its key can always be
/// counted under.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, CloneNoBound, DebugNoBound, DefaultNoBound)]
#[scale_info(skip_type_params(Max))]
#[codec(mel_bound(Key: MaxEncodedLen))]
pub struct Totals<Key: Copy + PartialEq + core::fmt::Debug, Max: Get<u32>>(
	BoundedVec<(Key, Balance), Max>,
);

impl<Key: Copy + PartialEq + core::fmt::Debug, Max: Get<u32>> Totals<Key, Max> {
	/// The amount under `key`; zero where there is no row.
	pub fn of(&self, key: Key) -> Balance {
		self.iter().find(|(row, _)| *row == key).map_or(0, |(_, amount)| amount)
	}

	/// Every row.
	pub fn iter(&self) -> impl Iterator<Item = (Key, Balance)> + '_ {
		self.0.iter().copied()
	}

	/// The sum of all rows; saturates.
	pub fn sum(&self) -> Balance {
		self.iter().map(|(_, amount)| amount).fold(0, Balance::saturating_add)
	}

	/// Opens a row for `key`, if there is none yet.
	pub fn open(&mut self, key: Key) -> Result<(), NoRoom> {
		if self.0.iter().any(|(row, _)| *row == key) {
			return Ok(());
		}
		self.0.try_push((key, 0)).map_err(|_| NoRoom)
	}

	/// Adds `amount` under `key`, opening a row where there is none.
	pub fn add(&mut self, key: Key, amount: Balance) -> Result<(), ArithmeticError> {
		self.open(key).map_err(|NoRoom| ArithmeticError::Overflow)?;
		for (row, total) in self.0.iter_mut() {
			if *row == key {
				*total = total.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			}
		}
		Ok(())
	}

	/// Empties the row of `key` and tells what it held.
	pub fn take(&mut self, key: Key) -> Balance {
		self.0
			.iter_mut()
			.find(|(row, _)| *row == key)
			.map_or(0, |(_, amount)| core::mem::take(amount))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use frame_support::traits::ConstU32;

	type Two = Totals<u8, ConstU32<2>>;

	#[test]
	fn amounts_add_up_under_their_key() {
		let mut totals = Two::default();
		totals.add(7, 3).unwrap();
		totals.add(9, 1).unwrap();
		totals.add(7, 4).unwrap();
		assert_eq!((totals.of(7), totals.of(9), totals.of(8)), (7, 1, 0));
		assert_eq!(totals.sum(), 8);
	}

	#[test]
	fn a_table_takes_no_more_keys_than_it_has_rows() {
		let mut totals = Two::default();
		totals.open(1).unwrap();
		totals.open(2).unwrap();
		assert_eq!(totals.open(2), Ok(()));
		assert_eq!(totals.open(3), Err(NoRoom));
		assert_eq!(totals.add(3, 1), Err(ArithmeticError::Overflow));
	}

	#[test]
	fn an_overflow_is_an_error() {
		let mut totals = Two::default();
		totals.add(1, Balance::MAX).unwrap();
		assert_eq!(totals.add(1, 1), Err(ArithmeticError::Overflow));
		assert_eq!(totals.of(1), Balance::MAX);
	}

	#[test]
	fn taking_empties_the_row() {
		let mut totals = Two::default();
		totals.add(1, 5).unwrap();
		assert_eq!(totals.take(1), 5);
		assert_eq!(totals.take(1), 0);
		assert_eq!(totals.take(2), 0);
	}
}
