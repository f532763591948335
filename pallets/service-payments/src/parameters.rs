// SPDX-License-Identifier: Apache-2.0

//! The settings of the classes, as parameters that governance can change.

use crate::{
	types::InvalidSettings, ClassParameter, ClassSetting, Classes, Config, Error, NewClass, Pallet,
	Parameter, WeightInfo,
};
use alloc::vec::Vec;
use destra_primitives::Governed;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Weight},
	traits::Get,
};

impl<T: Config> From<InvalidSettings> for Error<T> {
	fn from(invalid: InvalidSettings) -> Self {
		match invalid {
			InvalidSettings::SharesTooHigh => Self::SharesTooHigh,
			InvalidSettings::BurnTooLow => Self::BurnTooLow,
			InvalidSettings::EmptyPrices => Self::EmptyPrices,
			InvalidSettings::PrepaymentBelowDeposit => Self::PrepaymentBelowDeposit,
			InvalidSettings::NoticeTooShort => Self::NoticeTooShort,
			InvalidSettings::LapsePenaltyOutOfBounds => Self::LapsePenaltyOutOfBounds,
			InvalidSettings::DisputeTooLong => Self::DisputeTooLong,
		}
	}
}

impl<T: Config> Governed for Pallet<T> {
	type Parameter = Parameter;

	/// Every setting of every class that is offered.
	fn in_force() -> Vec<Parameter> {
		let parameters = |(class, settings)| {
			let parameter = move |setting| Parameter::Class(ClassParameter { class, setting });
			ClassSetting::of(&settings).into_iter().map(parameter)
		};
		Self::report_classes().into_iter().flat_map(parameters).collect()
	}

	/// Puts a setting, or a class, in force for what is agreed from now on. An agreement keeps the shares,
	/// price, notices, term and deposit that it was opened with, and a dispute its own; the next price and the
	/// next dispute of it are within the settings in force.
	///
	/// Each value has to agree with the others of its class as they are at that moment, so the order counts
	/// where several change together:
	/// - the notice of a price is raised before that of customers, and lowered after it;
	/// - the least prepayments are raised before the deposit of providers, and lowered after it;
	/// - of burn and treasury the one that falls comes first;
	/// - the time that stake takes to unbond, which is a parameter of another pallet, is raised before a ruling
	///   period, and lowered after it; best when the disputes that are open have ended, for they keep theirs.
	///
	/// What bounds the prices of a form is one value.
	///
	/// Errors: [`Error::UnknownClass`] of a setting, [`Error::ClassExists`] of a class,
	/// [`Error::SharesTooHigh`], [`Error::BurnTooLow`], [`Error::EmptyPrices`],
	/// [`Error::PrepaymentBelowDeposit`], [`Error::NoticeTooShort`],
	/// [`Error::LapsePenaltyOutOfBounds`], [`Error::DisputeTooLong`].
	fn put(new: Parameter) -> DispatchResult {
		let (class, settings) = match new {
			Parameter::Class(ClassParameter { class, setting }) => {
				let mut settings = Self::class(class)?;
				setting.put(&mut settings);
				(class, settings)
			}
			Parameter::NewClass(NewClass { class, settings }) => {
				ensure!(!Classes::<T>::contains_key(class), Error::<T>::ClassExists);
				(class, settings)
			}
		};
		let settings = settings.validate(T::UnbondingPeriod::get()).map_err(Error::<T>::from)?;
		Classes::<T>::insert(class, settings);
		Ok(())
	}

	fn weight(_new: &Parameter) -> Weight {
		T::WeightInfo::put_parameter()
	}
}
