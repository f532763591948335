// SPDX-License-Identifier: Apache-2.0

//! Validators that are not there: their own stake is in no total and earns nothing, and they earn no
//! commission. What others delegated to them earns on.

use crate::{
	types::{Capacity, Provider},
	visit::Visit,
	AccountIdOf, Config, Ledgers, Pallet, Providers, Rewards, WeightInfo,
};
use destra_primitives::OnLiveness;
use frame_support::{
	defensive,
	dispatch::{DispatchClass, DispatchResultWithPostInfo, WithPostDispatchInfo},
	storage::with_storage_layer,
	weights::Weight,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Whether `who` is a provider that earns nothing until it is back.
	pub fn is_idle(who: &T::AccountId) -> bool {
		Providers::<T>::get(who).is_some_and(|provider| provider.is_idle())
	}

	/// Notes whether a provider is there. Registers its own weight, if that changes what it earns.
	pub(crate) fn note_idle(who: &T::AccountId, idle: bool) {
		let Some(provider) = Providers::<T>::get(who).filter(|provider| provider.idle != idle)
		else {
			return;
		};
		let noted = with_storage_layer(|| {
			Providers::<T>::insert(who, Provider { idle, ..provider });
			Self::follow_idle(who)
		});
		match noted {
			Ok(true) => frame_system::Pallet::<T>::register_extra_weight_unchecked(
				T::WeightInfo::note_idle(),
				DispatchClass::Mandatory,
			),
			Ok(false) => {}
			Err(_) => {
				defensive!("the rewards of a provider could not be settled");
			}
		}
	}

	/// As [`Self::follow_idle`], for a call of the provider. Like all stake, what comes back has no part
	/// in what waits after a standstill.
	pub(crate) fn follow_idle_by_call(who: &T::AccountId) -> Result<bool, DispatchError> {
		let weighs_nothing = Ledgers::<T>::get(who).is_some_and(|ledger| ledger.is_idle());
		if weighs_nothing && !Self::is_idle(who) {
			Self::ensure_caught_up(&Rewards::<T>::get())?;
		}
		Self::follow_idle(who)
	}

	/// Lets what a provider earns follow whether it is idle: it fell idle or is back, or it means to
	/// validate no more, or again. What it earned until now it has earned. Whether that changed anything.
	fn follow_idle(who: &T::AccountId) -> Result<bool, DispatchError> {
		let idle = Self::is_idle(who);
		if Ledgers::<T>::get(who).is_some_and(|ledger| ledger.is_idle()) == idle {
			return Ok(false);
		}
		let mut visit = Visit::<T>::begin(who.clone())?;
		visit.set_capacity(if idle { Capacity::Idle } else { Capacity::Provider })?;
		visit.end();
		let provider = Self::provider_record(who)?;
		Self::store_provider(who, provider)?;
		Ok(true)
	}

	/// What a call weighs that may let what a provider earns follow whether it is idle: `call`, and more
	/// if it did.
	pub(crate) fn weigh_following(
		call: Weight,
		followed: Result<bool, DispatchError>,
	) -> DispatchResultWithPostInfo {
		match followed {
			Ok(true) => Ok(Some(call.saturating_add(T::WeightInfo::note_idle())).into()),
			Ok(false) => Ok(Some(call).into()),
			Err(error) => Err(error.with_weight(call)),
		}
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
