// SPDX-License-Identifier: Apache-2.0

//! Throws out bad reports before they cost block space.

use crate::{reporters::Check, types::ReportFault, Call, Config, Pallet, WeightInfo};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::marker::PhantomData;
use frame_support::{
	pallet_prelude::{TransactionSource, Weight},
	traits::{IsSubType, OriginTrait},
	CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound,
};
use scale_info::TypeInfo;
use sp_runtime::{
	impl_tx_ext_default,
	traits::{DispatchInfoOf, DispatchOriginOf, TransactionExtension, ValidateResult},
	transaction_validity::{TransactionLongevity, TransactionPriority, ValidTransaction},
};

/// Above every transaction that pays, whatever it pays.
const PRIORITY: TransactionPriority = TransactionPriority::MAX;

/// For how many blocks the pool keeps a report without another look. A round of minutes is about
/// as long; what outlives its round is refused at the next look.
const LONGEVITY: TransactionLongevity = 64;

/// Lets a signed [`Call::report`] pass only if it will succeed, because it is free of charge.
///
/// A refused one never enters the pool, let alone a block; [`ReportFault`] lists the codes. Two
/// reports of one reporter for one round exclude each other in the pool. A report has priority over
/// all that pays, so that full blocks do not silence the oracle: no more than one per reporter and
/// round can use it. Reports nested in other calls, and all other calls, are none of its business.
///
/// Carries no data and no implicit data: wallets need not know it.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	DefaultNoBound,
	CloneNoBound,
	PartialEqNoBound,
	EqNoBound,
	DebugNoBound,
)]
#[scale_info(skip_type_params(T))]
pub struct CheckReport<T: Config + Send + Sync>(PhantomData<T>);

impl<T: Config + Send + Sync> CheckReport<T> {
	/// The extension.
	pub const fn new() -> Self {
		Self(PhantomData)
	}
}

impl<T: Config + Send + Sync> TransactionExtension<T::RuntimeCall> for CheckReport<T>
where
	T::RuntimeCall: IsSubType<Call<T>>,
{
	const IDENTIFIER: &'static str = "CheckKpiReport";
	type Implicit = ();
	type Val = ();
	type Pre = ();

	fn weight(&self, call: &T::RuntimeCall) -> Weight {
		match call.is_sub_type() {
			Some(Call::report { values, .. }) => {
				T::WeightInfo::check_report(u32::try_from(values.len()).unwrap_or(u32::MAX))
			}
			_ => Weight::zero(),
		}
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<T::RuntimeCall>,
		call: &T::RuntimeCall,
		_info: &DispatchInfoOf<T::RuntimeCall>,
		_len: usize,
		_self_implicit: Self::Implicit,
		_inherited_implication: &impl Encode,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, T::RuntimeCall> {
		let Some(Call::report { round, values }) = call.is_sub_type() else {
			return Ok((ValidTransaction::default(), (), origin));
		};
		let who = origin.as_signer().ok_or(ReportFault::NotReporter)?;
		let check = match source {
			TransactionSource::InBlock => Check::InBlock,
			TransactionSource::Local | TransactionSource::External => Check::InPool,
		};
		Pallet::<T>::check_report(who, *round, values, check)?;
		let validity = ValidTransaction::with_tag_prefix(Self::IDENTIFIER)
			.and_provides((who, round))
			.priority(PRIORITY)
			.longevity(LONGEVITY)
			.build()?;
		Ok((validity, (), origin))
	}

	impl_tx_ext_default!(T::RuntimeCall; prepare);
}
