// SPDX-License-Identifier: Apache-2.0

//! The settings change.

use crate::{
	types::InvalidSettings, Config, CurrentSettings, Error, Event, Pallet, PastCommissionMaxima,
	Rewards, Settings,
};
use alloc::boxed::Box;
use frame_support::{pallet_prelude::DispatchResult, traits::Get};

impl<T: Config> From<InvalidSettings> for Error<T> {
	fn from(invalid: InvalidSettings) -> Self {
		match invalid {
			InvalidSettings::NoLadder => Self::NoLadder,
			InvalidSettings::NoRoomForValidators => Self::NoRoomForValidators,
			InvalidSettings::UnbondingTooShort => Self::UnbondingTooShort,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_settings(new: Settings) -> DispatchResult {
		let new = new.validate(T::MinUnbonding::get()).map_err(Error::<T>::from)?;
		let old = CurrentSettings::<T>::get();
		if new.max_commission != old.max_commission {
			// Nobody can visit all pools now. Each falls to the lower maximum when it is visited.
			let index = Rewards::<T>::get().index();
			PastCommissionMaxima::<T>::mutate(|past| past.note(old.max_commission, index));
		}
		CurrentSettings::<T>::put(&new);
		Self::deposit_event(Event::SettingsChanged { old: Box::new(old), new: Box::new(new) });
		Ok(())
	}
}
