// SPDX-License-Identifier: Apache-2.0

//! Signed transactions, and a pool that orders, replaces and builds as that of the node does.

use crate::{
	extensions, AccountId, Balance, Executive, Nonce, RuntimeCall, SignedPayload, System,
	TxExtension, UncheckedExtrinsic,
};
use codec::Encode;
use frame_support::storage::{with_transaction_unchecked, TransactionOutcome};
use sp_core::{sr25519, Pair};
use sp_runtime::{
	generic::Era,
	transaction_validity::{
		TransactionPriority, TransactionSource, TransactionTag, TransactionValidity,
		TransactionValidityError, ValidTransaction,
	},
	DispatchResult,
};
use std::collections::BTreeSet;

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

/// Why a transaction does not enter the pool.
#[derive(PartialEq, Eq, Debug)]
pub enum Refused {
	/// The runtime says so.
	Invalid(TransactionValidityError),
	/// It would replace another one that has at least its priority.
	TooLowPriority { old: TransactionPriority, new: TransactionPriority },
}

/// The transactions that are ready to be included.
#[derive(Default)]
pub struct Pool {
	ready: Vec<(ValidTransaction, UncheckedExtrinsic)>,
}

impl Pool {
	/// Adds a transaction. As in the `sc-transaction-pool`, it replaces those that provide the same
	/// as it does, if its priority is above the sum of theirs.
	pub fn submit(&mut self, transaction: UncheckedExtrinsic) -> Result<(), Refused> {
		let validity = validate(&transaction).map_err(Refused::Invalid)?;
		let rivals = |(ready, _): &(ValidTransaction, _)| {
			ready.provides.iter().any(|tag| validity.provides.contains(tag))
		};
		if self.ready.iter().any(rivals) {
			let priorities = self.ready.iter().filter(|ready| rivals(ready));
			let old = priorities.fold(0u64, |sum, (ready, _)| sum.saturating_add(ready.priority));
			let new = validity.priority;
			if old >= new {
				return Err(Refused::TooLowPriority { old, new });
			}
			self.ready.retain(|ready| !rivals(ready));
		}
		self.ready.push((validity, transaction));
		Ok(())
	}

	/// Fills the block that is being built: again and again the transaction of the highest priority,
	/// among equals the oldest, of those whose requirements are met. What does not fit stays in the
	/// pool. The transactions that are in the block, and how each ended.
	pub fn fill_block(&mut self) -> Vec<(UncheckedExtrinsic, DispatchResult)> {
		let mut provided = BTreeSet::<TransactionTag>::new();
		let (mut included, mut skipped) = (vec![], vec![]);
		while let Some(best) = self.best(&provided) {
			let (validity, transaction) = self.ready.remove(best);
			match Executive::apply_extrinsic(transaction.clone()) {
				Ok(result) => {
					provided.extend(validity.provides);
					included.push((transaction, result));
				}
				Err(error) if error.exhausted_resources() => skipped.push((validity, transaction)),
				Err(error) => panic!("a transaction from the pool is invalid: {error:?}"),
			}
		}
		self.ready.extend(skipped);
		included
	}

	fn best(&self, provided: &BTreeSet<TransactionTag>) -> Option<usize> {
		let ready = |(_, (validity, _)): &(usize, &(ValidTransaction, _))| {
			validity.requires.iter().all(|tag| provided.contains(tag))
		};
		let candidates = self.ready.iter().enumerate().filter(ready);
		// Of equals `max_by_key` takes the last.
		candidates.rev().max_by_key(|(_, (validity, _))| validity.priority).map(|(at, _)| at)
	}
}
