// SPDX-License-Identifier: Apache-2.0

//! Signed transactions.

use crate::{
	extensions, AccountId, Balance, Executive, Nonce, RuntimeCall, SignedPayload, System,
	TxExtension, UncheckedExtrinsic,
};
use codec::Encode;
use frame_support::storage::{with_transaction_unchecked, TransactionOutcome};
use sp_core::{sr25519, Pair};
use sp_runtime::{
	generic::Era,
	transaction_validity::{TransactionSource, TransactionValidity},
};

/// What a transaction carries besides its call: immortal, with this nonce and tip.
pub fn extension(nonce: Nonce, tip: Balance) -> TxExtension {
	(
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckEra::from(Era::Immortal),
		frame_system::CheckNonce::from(nonce),
		(frame_system::CheckWeight::new(), extensions::CheckAuthority),
		pallet_kpi_oracle::CheckReport::new(),
		extensions::ChargeTransactionPayment::from(tip),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	)
}

/// The account of a key.
pub fn account_of(who: &sr25519::Pair) -> AccountId {
	who.public().into()
}

/// `call`, signed by `who` with its next nonce.
pub fn sign(who: &sr25519::Pair, tip: Balance, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
	let signer = account_of(who);
	let extension = extension(System::account_nonce(&signer), tip);
	let payload = SignedPayload::new(call.into(), extension).expect("the chain knows its genesis");
	let signature = payload.using_encoded(|bytes| who.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, signer.into(), signature.into(), extension)
}

/// What the runtime tells the pool about a transaction.
pub fn validate(transaction: &UncheckedExtrinsic) -> TransactionValidity {
	with_transaction_unchecked(|| {
		let source = TransactionSource::External;
		let at = System::parent_hash();
		let validity = Executive::validate_transaction(source, transaction.clone(), at);
		TransactionOutcome::Rollback(validity)
	})
}
