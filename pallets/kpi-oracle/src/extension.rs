// SPDX-License-Identifier: Apache-2.0

//! Throws out bad commitments and reports before they cost block space.

use crate::{submissions::Check, types::ReportFault, Call, Config, Pallet, Phase, WeightInfo};
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

/// The highest there is, whatever others pay: a full block must not silence the oracle.
const PRIORITY: TransactionPriority = TransactionPriority::MAX;

/// For how many blocks the pool keeps a submission without another look. A round of minutes is about
/// as long; what outlives its half of the round is refused at the next look.
const LONGEVITY: TransactionLongevity = 64;

/// Lets a signed [`Call::commit`] or [`Call::report`] pass only if it will succeed, because both are
/// free of charge.
///
/// A refused one never enters the pool, let alone a block; [`ReportFault`] lists the codes. Two
/// commitments of one reporter for one round exclude each other in the pool, and so do two reports.
/// Both come before all that pays, so that full blocks do not silence the oracle: no more than one of
/// each per reporter and round can. What is nested in other calls, and all other calls, are none of
/// its business.
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
			Some(Call::commit { .. }) => T::WeightInfo::check_commit(),
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
		let signer = || origin.as_signer().ok_or(ReportFault::NotReporter);
		let check = match source {
			TransactionSource::InBlock => Check::InBlock,
			TransactionSource::Local | TransactionSource::External => Check::InPool,
		};
		let (who, round, phase) = match call.is_sub_type() {
			Some(Call::commit { round, .. }) => {
				let who = signer()?;
				Pallet::<T>::check_commit(who, *round, check)?;
				(who, round, Phase::Commit)
			}
			Some(Call::report { round, values, salt }) => {
				let who = signer()?;
				Pallet::<T>::check_report(who, *round, values, salt, check)?;
				(who, round, Phase::Report)
			}
			_ => return Ok((ValidTransaction::default(), (), origin)),
		};
		let validity = ValidTransaction::with_tag_prefix(Self::IDENTIFIER)
			.and_provides((who, round, phase))
			.priority(PRIORITY)
			.longevity(LONGEVITY)
			.build()?;
		Ok((validity, (), origin))
	}

	impl_tx_ext_default!(T::RuntimeCall; prepare);
}
