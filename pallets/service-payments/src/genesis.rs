// SPDX-License-Identifier: Apache-2.0

//! The first state. What is wrong with a genesis stops the chain from being built, by name.

use crate::{Classes, Config, GenesisConfig};
use frame_support::traits::Get;

/// Validates the configuration and stores what it says.
pub(crate) fn build<T: Config>(config: &GenesisConfig<T>) {
	for (class, settings) in &config.classes {
		let valid = settings.clone().validate(T::UnbondingPeriod::get());
		assert!(valid.is_ok(), "service payments genesis: settings of {class:?}: {valid:?}");
		assert!(
			!Classes::<T>::contains_key(class),
			"service payments genesis: {class:?} is there twice"
		);
		Classes::<T>::insert(class, settings);
	}
}
