// SPDX-License-Identifier: Apache-2.0

//! What always holds.

use crate::{Calendar, Config, NextChangeId, NoticeTerms, Pallet, PendingValues, Terms};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks the invariants of the README, in their order.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let NoticeTerms { notice, shortest, first } = Terms::<T>::get();
		ensure!(shortest <= notice && shortest <= first, "the notice is below its floor");

		let calendar = Calendar::<T>::get();
		let next = NextChangeId::<T>::get();
		ensure!(calendar.iter().all(|entry| entry.id < next), "a change has an id to come");
		ensure!(
			calendar.is_sorted_by(|a, b| a.id < b.id),
			"the calendar is out of order, or names a change twice"
		);

		let has_values = |id| PendingValues::<T>::get(id).is_some_and(|values| !values.is_empty());
		ensure!(
			calendar.iter().all(|entry| has_values(entry.id)),
			"a change waits and changes nothing"
		);
		ensure!(
			PendingValues::<T>::iter_keys().count() == calendar.len(),
			"a change waits for no time"
		);
		Ok(())
	}
}
