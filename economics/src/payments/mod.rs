// SPDX-License-Identifier: Apache-2.0

//! What a service costs, and where the money goes.
//!
//! | module | question it answers |
//! |---|---|
//! | [`stream`] | what has a service with a price per period cost so far, and how long does the money last? |
//! | [`shares`] | which part of a payment has the provider, which is burned, which has the treasury? |
//! | [`wash`] | does a provider who buys from himself lose? |
//!
//! Stream and shares are functions of a running total, so that it does not matter how often somebody
//! settles: a settlement takes the total of now less the total of before.

pub mod shares;
pub mod stream;
pub mod wash;

pub use shares::{Parts, Shares};
pub use stream::{period_start_after, Change, Rate, Tariff};
pub use wash::Meter;
