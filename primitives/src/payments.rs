// SPDX-License-Identifier: Apache-2.0

//! What service payments and those who deal with them have in common.

use crate::{Balance, ServiceClass};
use serde::{Deserialize, Serialize};

/// Names an agreement. Unique on the chain, never used again.
pub type AgreementId = u64;

/// Names a rate card among those of a provider for a class.
pub type CardId = u8;

/// Names what a rate card said at some time. Unique on the chain, never used again.
pub type CardVersion = u64;

/// How a service is paid for.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy, PartialOrd, Ord)]
pub enum PaymentForm {
	/// By time: a price for each unit and period, charged by the millisecond.
	#[codec(index = 0)]
	Streaming,
	/// By use: the customer signs for what it owes in all, and the provider hands that in.
	#[codec(index = 1)]
	Metered,
}

/// Learns of paid work. Implemented by incentives, used by service-payments.
pub trait WorkRecorder<AccountId> {
	/// `customer` paid `paid` planck for work of `provider` in `class`, of which `burned` were
	/// burned. Called at each settlement, with what it paid.
	fn record(
		provider: &AccountId,
		class: ServiceClass,
		customer: &AccountId,
		paid: Balance,
		burned: Balance,
	);
}

/// Nobody wants to know.
impl<AccountId> WorkRecorder<AccountId> for () {
	fn record(
		_provider: &AccountId,
		_class: ServiceClass,
		_customer: &AccountId,
		_paid: Balance,
		_burned: Balance,
	) {
	}
}
