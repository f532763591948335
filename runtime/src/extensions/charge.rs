// SPDX-License-Identifier: Apache-2.0

//! Charges a transaction as the SDK does, and orders it by the priority of this chain.

use super::priority::priority;
use crate::{Balance, Runtime, RuntimeCall};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::pallet_prelude::{TransactionSource, Weight};
use pallet_transaction_payment::{Pre, Val};
use scale_info::{Type, TypeInfo};
use sp_runtime::{
	traits::{
		DispatchInfoOf, DispatchOriginOf, Implication, PostDispatchInfoOf, TransactionExtension,
		ValidateResult,
	},
	transaction_validity::{TransactionValidityError, ValidTransaction},
	DispatchResult,
};

/// The extension of the SDK that does the work.
type Charge = pallet_transaction_payment::ChargeTransactionPayment<Runtime>;

/// Takes the fee and the tip, and gives the transaction its place in the queue.
///
/// Fees, tips, refunds, events and weights are those of
/// [`pallet_transaction_payment::ChargeTransactionPayment`], which is inside. Only the priority is
/// another: [`priority`] instead of one that saturates at tips of thousandths of a DSYNC.
///
/// Clients see the extension of the SDK: the same identifier, the same bytes (the tip in planck,
/// compact), the same type in the metadata.
#[derive(Encode, Decode, DecodeWithMemTracking, Clone, PartialEq, Eq, Debug)]
pub struct ChargeTransactionPayment(Charge);

impl ChargeTransactionPayment {
	/// Offers a tip of `tip` planck on top of the fee.
	pub fn from(tip: Balance) -> Self {
		Self(Charge::from(tip))
	}

	/// The tip, in planck.
	pub fn tip(&self) -> Balance {
		self.0.tip()
	}
}

impl TypeInfo for ChargeTransactionPayment {
	type Identity = <Charge as TypeInfo>::Identity;

	fn type_info() -> Type {
		Charge::type_info()
	}
}

impl TransactionExtension<RuntimeCall> for ChargeTransactionPayment {
	const IDENTIFIER: &'static str = <Charge as TransactionExtension<RuntimeCall>>::IDENTIFIER;
	type Implicit = <Charge as TransactionExtension<RuntimeCall>>::Implicit;
	type Val = Val<Runtime>;
	type Pre = Pre<Runtime>;

	fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
		self.0.implicit()
	}

	fn weight(&self, call: &RuntimeCall) -> Weight {
		self.0.weight(call)
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<RuntimeCall>,
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		len: usize,
		implicit: Self::Implicit,
		implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, RuntimeCall> {
		let (validity, val, origin) =
			self.0.validate(origin, call, info, len, implicit, implication, source)?;
		let priority = match val {
			Val::Charge { tip, .. } => priority(info, len, tip),
			Val::NoCharge => validity.priority,
		};
		Ok((ValidTransaction { priority, ..validity }, val, origin))
	}

	fn prepare(
		self,
		val: Self::Val,
		origin: &DispatchOriginOf<RuntimeCall>,
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		self.0.prepare(val, origin, call, info, len)
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		info: &DispatchInfoOf<RuntimeCall>,
		post_info: &PostDispatchInfoOf<RuntimeCall>,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		Charge::post_dispatch_details(pre, info, post_info, len, result)
	}
}
