// SPDX-License-Identifier: Apache-2.0

//! Newtypes and seams of the Destra token economy.
//!
//! No pallet of this project knows another one. They meet here, through traits that the runtime
//! wires together, and every trait has a neutral `()` implementation, so that a pallet works alone:
//!
//! | seam | implemented by | used by | says |
//! |---|---|---|---|
//! | [`KpiProvider`] | kpi-oracle | emission | what feeds the track of each metric |
//! | [`KpiMeter`] | the runtime, from pallets that measure | kpi-oracle | a counter measured on chain |
//! | [`EmissionRecipients`] | the runtime, from pallets that are paid | emission | takes a credit, or hands it back |
//! | [`ProviderInspect`] | staking-locks | all who deal with providers | status, roles, stake, weight |
//! | [`Slasher`] | staking-locks | offences, oracle, arbiter | takes a part of the stake, for a reason |
//! | [`BondCover`] | the runtime, from the oracle and the emission | kpi-oracle | whether the bonds of reporters outweigh what they could gain |
//! | [`Governed`] | all who have parameters, and the runtime for all of them | parameter-changes | which values are in force, and puts others in their place |
//! | [`EconomicGuard`] | the runtime, from the pallets with parameters | parameter-changes | whether what comes of a change may be |
//! | [`SupplyLedger`] | emission | all who burn | counts a burn by its cause, with the credit itself |
//! | [`WorkRecorder`] | incentives | service-payments | who was paid for which work |
//! | [`ValidatorSession`] | the runtime, from the session and staking-locks | liveness | who is in a set, and who may write blocks |
//! | [`SessionKeyring`] | the runtime, from the session | liveness | what session keys sign, and whether they are in use |
//! | [`OnLiveness`] | staking-locks | liveness | who fell idle, and who came back |
//! | [`FinalitySets`] | the runtime, from GRANDPA | liveness | puts a set into force without the votes of the one before |
//! | [`RewardVesting`] | allocation | those who pay rewards, and those who slash | locks an earned reward, gives up unvested ones |
//!
//! No storage and no pallet code lives here.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic
	)
)]

extern crate alloc;

pub mod apis;
mod bounded;
mod corruption;
mod emission;
mod governed;
mod kpi;
mod label;
mod liveness;
mod payments;
pub mod payments_api;
pub mod ranged;
mod signature;
mod small_order;
mod staking;
pub mod staking_api;
pub mod stepped;
mod supply;
pub mod time;
mod vesting;

pub use bounded::{BoundedId, BoundedU128, BoundedU64, LinearU64, OutOfBounds, Period};
pub use corruption::{
	corruption_gain, permit_change, required_bond, weigh_bonds, BondCover, BondTooSmall,
	KpiExposure, ReporterStakes,
};
pub use emission::{EmissionRecipients, Recipient};
pub use governed::{EconomicFault, EconomicGuard, Governed};
pub use kpi::{
	report_commitment, Commitment, CommitmentSalt, KpiMeter, KpiProvider, KpiReading, KpiReadings,
	KpiSignals, KpiState, MaxMetrics, MetricId, MAX_METRICS,
};
pub use label::{InvalidLabel, Label};
pub use liveness::{
	FinalitySets, OnLiveness, Seat, SessionIndex, SessionKeyring, SetId, ValidatorSession,
};
pub use payments::{
	AgreementId, CardId, CardVersion, Claim, EvidenceHash, Outcome, Party, PaymentForm,
	WorkRecorder,
};
pub use ranged::{out_of_range, OutOfRange, Range, RangeOf, Ranged, Unchecked};
pub use signature::{EthereumSignature, Signature, Signer, Unrecoverable};
pub use small_order::SmallOrderKeys;
pub use staking::{
	ProviderInspect, ProviderStatus, Role, Roles, ServiceClass, SlashReason, Slasher,
};
pub use stepped::{Step, Stepped};
pub use supply::{BurnAs, BurnCause, MintCause, SupplyLedger};
pub use vesting::{CategoryId, GrantId, RewardVesting, Schedule, Span};

/// Amount of DSYNC in planck; 10¹⁸ planck are one DSYNC.
pub type Balance = u128;
