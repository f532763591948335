// SPDX-License-Identifier: Apache-2.0

//! Every change of the total issuance has a cause, and is counted under it.

use crate::{MetricId, ServiceClass};
use core::marker::PhantomData;
use frame_support::traits::OnUnbalanced;
use serde::{Deserialize, Serialize};
use sp_runtime::traits::Get;

/// Why tokens came into being.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy, PartialOrd, Ord)]
pub enum MintCause {
	/// The fixed stream of the emission.
	#[codec(index = 0)]
	Fixed,
	/// The KPI stream, for what this metric achieved.
	#[codec(index = 1)]
	Kpi(MetricId),
}

/// Why tokens ceased to be.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy, PartialOrd, Ord)]
pub enum BurnCause {
	/// The burned share of transaction fees.
	#[codec(index = 0)]
	TransactionFee,
	/// The burned share of payments for services of this class.
	#[codec(index = 1)]
	Service(ServiceClass),
	/// The burned share of a slash, or of a deposit that was lost.
	#[codec(index = 2)]
	Slash,
	/// What an account below the existential deposit left behind.
	#[codec(index = 3)]
	Dust,
	/// The penalty of leaving a vesting schedule early.
	#[codec(index = 4)]
	EarlyExit,
	/// A holder burned its own tokens.
	#[codec(index = 5)]
	Voluntary,
}

impl BurnCause {
	/// Every cause, in the order of its index.
	pub const ALL: [Self; 11] = [
		Self::TransactionFee,
		Self::Service(ServiceClass::Hosting),
		Self::Service(ServiceClass::Storage),
		Self::Service(ServiceClass::Dns),
		Self::Service(ServiceClass::Rpc),
		Self::Service(ServiceClass::GpuCompute),
		Self::Service(ServiceClass::AiTraining),
		Self::Slash,
		Self::Dust,
		Self::EarlyExit,
		Self::Voluntary,
	];
}

/// Burns tokens and counts them by cause. Implemented by emission, used by all who burn.
///
/// The ledger takes the imbalance itself, not a number: what is counted is what ceases to be.
pub trait SupplyLedger<Credit> {
	/// Destroys `credit` and counts its amount under `cause`.
	fn burn(cause: BurnCause, credit: Credit);
}

/// Burns without counting, for a pallet that runs without a ledger.
impl<Credit> SupplyLedger<Credit> for () {
	fn burn(_cause: BurnCause, credit: Credit) {
		drop(credit);
	}
}

/// Turns a [`SupplyLedger`] into a handler of unbalanced credits, each burned for cause `C`.
pub struct BurnAs<Ledger, C>(PhantomData<(Ledger, C)>);

impl<Credit, Ledger, C> OnUnbalanced<Credit> for BurnAs<Ledger, C>
where
	Credit: frame_support::traits::TryDrop + frame_support::traits::tokens::imbalance::TryMerge,
	Ledger: SupplyLedger<Credit>,
	C: Get<BurnCause>,
{
	fn on_nonzero_unbalanced(credit: Credit) {
		Ledger::burn(C::get(), credit);
	}
}
