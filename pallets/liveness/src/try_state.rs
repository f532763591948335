// SPDX-License-Identifier: Apache-2.0

//! What is true between any two calls.

use crate::{Clock, Config, Forced, Heartbeats, Members, Pallet, Sets};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let clock = Clock::<T>::get();
		let members: Result<BTreeSet<_>, _> = (0..clock.seats())
			.map(|seat| {
				let member = Members::<T>::get(seat).ok_or("a seat is empty")?;
				ensure!(member.since() <= clock.expected(), "a member wrote in the future");
				Ok::<_, TryRuntimeError>(member.who)
			})
			.collect();
		let seats = usize::try_from(clock.seats()).map_err(|_| "too many seats")?;
		ensure!(members?.len() == seats, "a member has two seats");
		ensure!(Members::<T>::iter_keys().count() == seats, "a member without a seat");
		let heartbeats = Heartbeats::<T>::get();
		ensure!(heartbeats.is_sorted_by(|one, next| one < next), "heartbeats are not sorted");
		let sets = Sets::<T>::get();
		ensure!(
			sets.is_sorted_by(|one, next| {
				one.id.checked_add(1) == Some(next.id) && one.after <= next.after
			}),
			"the sets do not follow each other"
		);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(sets.last().is_none_or(|set| set.after <= now), "a set begins in the future");
		if let Some(change) = Forced::<T>::get() {
			let (after, before) = Self::bounds_of(change.set).ok_or("an unknown set is stalled")?;
			let can_be_last = (after..before).contains(&change.last_finalised);
			ensure!(can_be_last, "the stalled set cannot have finalised that block last");
		}
		Ok(())
	}
}
