// SPDX-License-Identifier: Apache-2.0

//! Finality that stands: which blocks a set can have finalised, and the set that comes after it by force.

use crate::{
	types::{FinalitySet, ForcedChange},
	Config, Error, Event, Forced, Pallet, Sets, MAX_FORCE_DELAY, MIN_FORCE_DELAY,
};
use destra_primitives::{FinalitySets, SetId};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use frame_system::pallet_prelude::BlockNumberFor;

impl<T: Config> Pallet<T> {
	/// The set number `id` is announced. It can finalise nothing up to the block `after`: the one that
	/// announces it or, where it comes by force, the last that was finalised. Linear in the sets there are.
	pub fn note_set(id: SetId, after: BlockNumberFor<T>) {
		Sets::<T>::mutate(|sets| {
			// Those that were announced without coming into force, before a forced change.
			sets.retain(|set| set.id < id);
			if sets.is_full() {
				sets.remove(0);
			}
			let noted = sets.try_push(FinalitySet { id, after });
			debug_assert!(noted.is_ok(), "there is room");
		});
	}

	/// Has the set of the next session come after `set` by force, where `set` can have finalised the block
	/// `last_finalised` last.
	pub(crate) fn force_change(
		set: SetId,
		last_finalised: BlockNumberFor<T>,
		delay: BlockNumberFor<T>,
	) -> DispatchResult {
		let delays = BlockNumberFor::<T>::from(MIN_FORCE_DELAY)..=MAX_FORCE_DELAY.into();
		ensure!(delays.contains(&delay), Error::<T>::DelayOutOfRange);
		ensure!(!T::Finality::is_forced_change_pending(), Error::<T>::ForcedChangePending);
		let (after, before) = Self::bounds_of(set).ok_or(Error::<T>::UnknownSet)?;
		let can_be_last = after <= last_finalised && last_finalised < before;
		ensure!(can_be_last, Error::<T>::NotLastFinalised);
		Forced::<T>::put(ForcedChange { set, last_finalised, delay });
		Self::deposit_event(Event::ChangeForced { set, last_finalised, delay });
		Ok(())
	}

	/// Has the session that begins announce the change that was asked for.
	pub(crate) fn begin_forced_change() {
		if let Some(ForcedChange { set, last_finalised, delay }) = Forced::<T>::take() {
			T::Finality::force_change(set, last_finalised, delay);
		}
	}

	/// Between which blocks the last one lies that is final while `set` finalises: not before the first of
	/// these, and before the second, with which the set after it would begin.
	pub(crate) fn bounds_of(set: SetId) -> Option<(BlockNumberFor<T>, BlockNumberFor<T>)> {
		let sets = Sets::<T>::get();
		let oldest = sets.first()?;
		// In a long stall each session announces a set, and the one that stands is forgotten with the oldest.
		if set < oldest.id {
			return Some((BlockNumberFor::<T>::default(), oldest.after));
		}
		let at = sets.binary_search_by_key(&set, |known| known.id).ok()?;
		let mut from = sets.iter().skip(at).map(|known| known.after);
		let after = from.next()?;
		let before = from.next().unwrap_or_else(frame_system::Pallet::<T>::block_number);
		Some((after, before))
	}
}
