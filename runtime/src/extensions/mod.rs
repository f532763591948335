// SPDX-License-Identifier: Apache-2.0

//! What the runtime itself checks of every transaction, besides what the SDK and the oracle check.

pub mod authority;
pub mod charge;
pub mod priority;

pub use authority::CheckAuthority;
pub use charge::ChargeTransactionPayment;
