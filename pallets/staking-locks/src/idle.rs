// SPDX-License-Identifier: Apache-2.0

//! Validators that are not there: they earn neither by their own stake nor a commission.

use crate::{
	types::{Capacity, MAX_POSITIONS},
	visit::Visit,
	AccountIdOf, Config, Pallet, Providers, WeightInfo,
};
use destra_primitives::OnLiveness;
use frame_support::{
	defensive, dispatch::DispatchClass, pallet_prelude::DispatchResult, storage::with_storage_layer,
};

impl<T: Config> Pallet<T> {
	/// Whether `who` is a provider that earns nothing until it gives a sign of life.
	pub fn is_idle(who: &T::AccountId) -> bool {
		Providers::<T>::get(who).is_some_and(|provider| provider.idle)
	}

	/// Notes whether a provider is idle. What it earned until now it has earned. Registers its own
	/// weight, if that changes anything.
	pub(crate) fn note_idle(who: &T::AccountId, idle: bool) {
		if Self::is_idle(who) == idle || !Providers::<T>::contains_key(who) {
			return;
		}
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			Self::settling(T::WeightInfo::note_idle(), MAX_POSITIONS),
			DispatchClass::Mandatory,
		);
		if with_storage_layer(|| Self::set_idle(who, idle)).is_err() {
			defensive!("the rewards of a provider could not be settled");
		}
	}

	fn set_idle(who: &T::AccountId, idle: bool) -> DispatchResult {
		let mut provider = Self::provider_record(who)?;
		provider.idle = idle;
		let mut visit = Visit::<T>::begin(who.clone())?;
		visit.ledger.set_capacity(if idle { Capacity::Idle } else { Capacity::Provider });
		visit.end();
		Self::store_provider(who, provider)
	}
}

impl<T: Config> OnLiveness<AccountIdOf<T>> for Pallet<T> {
	/// One that gave up validating, and is in a set still, loses its blocks and no more.
	fn fell_idle(who: &T::AccountId) {
		if Self::is_validator(who) {
			Self::note_idle(who, true);
		}
	}

	fn gave_sign(who: &T::AccountId) {
		Self::note_idle(who, false);
	}
}
