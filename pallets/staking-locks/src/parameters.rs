// SPDX-License-Identifier: Apache-2.0

//! How the settings change: one at a time, by whoever may, and only to what agrees with the others.

use crate::{
	types::{InvalidSettings, Multiplier, Parameter, Tier, Tiers},
	Config, CurrentSettings, Error, Pallet, PastCommissionMaxima, Rewards, WeightInfo,
};
use alloc::vec::Vec;
use destra_primitives::{Governed, Stepped};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Get, weights::Weight};

impl<T: Config> From<InvalidSettings> for Error<T> {
	fn from(invalid: InvalidSettings) -> Self {
		match invalid {
			InvalidSettings::NoLadder => Self::NoLadder,
			InvalidSettings::NoRoomForValidators => Self::NoRoomForValidators,
			InvalidSettings::UnbondingTooShort => Self::UnbondingTooShort,
		}
	}
}

/// Whether a tier that is new weighs no more than a step above what could be locked for no longer before. Else
/// a change would come round the step by tiers of a millisecond more.
fn enters_gently(old: &Tiers, new: &Tier) -> bool {
	let shorter = old.iter().filter(|tier| tier.length <= new.length);
	let weight = shorter.map(|tier| tier.multiplier).max().unwrap_or(Multiplier::nearest(0));
	new.multiplier <= weight || new.multiplier.step_from(&weight).is_ok()
}

impl<T: Config> Governed for Pallet<T> {
	type Parameter = Parameter;

	fn in_force() -> Vec<Parameter> {
		Parameter::of(&CurrentSettings::<T>::get())
	}

	/// Errors: [`Error::NoLadder`], [`Error::TierTooHeavy`], [`Error::NoRoomForValidators`],
	/// [`Error::UnbondingTooShort`].
	fn put(new: Parameter) -> DispatchResult {
		let mut settings = CurrentSettings::<T>::get();
		if let Parameter::Tiers(tiers) = &new {
			let gently = tiers.iter().all(|tier| enters_gently(&settings.tiers, tier));
			ensure!(gently, Error::<T>::TierTooHeavy);
		}
		let most = settings.max_commission;
		new.put(&mut settings);
		let settings = settings.validate(T::MinUnbonding::get()).map_err(Error::<T>::from)?;
		if settings.max_commission != most {
			// Nobody can visit all pools now. Each falls to the lower maximum when it is visited.
			let index = Rewards::<T>::get().index();
			PastCommissionMaxima::<T>::mutate(|past| past.note(most, index));
		}
		CurrentSettings::<T>::put(settings);
		Ok(())
	}

	fn weight(_new: &Parameter) -> Weight {
		T::WeightInfo::put_parameter()
	}
}
