// SPDX-License-Identifier: Apache-2.0

//! The first state. What is wrong with a genesis stops the chain from being built, by name.

use crate::{Config, GenesisConfig, NoticeTerms, Terms};
use core::marker::PhantomData;
use destra_primitives::EconomicGuard;

impl<T: Config> Default for GenesisConfig<T> {
	fn default() -> Self {
		let NoticeTerms { notice, shortest, .. } = NoticeTerms::default();
		Self { notice, min_notice: shortest, _config: PhantomData }
	}
}

/// Validates the configuration and stores what it says.
#[allow(clippy::panic)]
pub(crate) fn build<T: Config>(config: &GenesisConfig<T>) {
	let GenesisConfig { notice, min_notice, .. } = *config;
	assert!(
		min_notice <= notice,
		"parameter changes genesis: notice {notice:?} is below min_notice {min_notice:?}"
	);
	Terms::<T>::put(NoticeTerms { notice, shortest: min_notice, first: notice });
	if let Err(finding) = T::Guard::permit(None, &T::Guard::standing()) {
		panic!("parameter changes genesis: {finding}");
	}
}
