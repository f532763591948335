// SPDX-License-Identifier: Apache-2.0

//! Validators that are not there: their own stake is in no total and earns nothing, and they earn no
//! commission. What others delegated to them earns on.

use crate::{
	types::{Capacity, Provider},
	visit::Visit,
	AccountIdOf, Config, Ledgers, Pallet, Providers, WeightInfo,
};
use destra_primitives::OnLiveness;
use frame_support::{
	defensive, dispatch::DispatchClass, pallet_prelude::DispatchResult, storage::with_storage_layer,
};

impl<T: Config> Pallet<T> {
	/// Whether `who` is a provider that earns nothing until it is back.
	pub fn is_idle(who: &T::AccountId) -> bool {
		Providers::<T>::get(who).is_some_and(|provider| provider.is_idle())
	}

	/// Notes whether a provider is there.
	pub(crate) fn note_idle(who: &T::AccountId, idle: bool) {
		let Some(provider) = Providers::<T>::get(who).filter(|provider| provider.idle != idle)
		else {
			return;
		};
		Providers::<T>::insert(who, Provider { idle, ..provider });
		if with_storage_layer(|| Self::follow_idle(who)).is_err() {
			defensive!("the rewards of a provider could not be settled");
		}
	}

	/// Lets what a provider earns follow whether it is idle: it fell idle or is back, or it means to
	/// validate no more, or again. What it earned until now it has earned. Registers its own weight, if
	/// that changes anything.
	pub(crate) fn follow_idle(who: &T::AccountId) -> DispatchResult {
		let idle = Self::is_idle(who);
		if Ledgers::<T>::get(who).is_some_and(|ledger| ledger.is_idle()) == idle {
			return Ok(());
		}
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::note_idle(),
			DispatchClass::Mandatory,
		);
		let mut visit = Visit::<T>::begin(who.clone())?;
		visit.set_capacity(if idle { Capacity::Idle } else { Capacity::Provider })?;
		visit.end();
		let provider = Self::provider_record(who)?;
		Self::store_provider(who, provider)
	}
}

impl<T: Config> OnLiveness<AccountIdOf<T>> for Pallet<T> {
	/// One that gave up validating, and is in a set still, loses its blocks and no more, unless it means
	/// to validate again.
	fn fell_idle(who: &T::AccountId) {
		Self::note_idle(who, true);
	}

	fn gave_sign(who: &T::AccountId) {
		Self::note_idle(who, false);
	}
}
