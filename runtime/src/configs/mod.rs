// SPDX-License-Identifier: Apache-2.0

//! Wires the pallets together, one file per concern.

pub mod accounts;
pub mod congestion;
pub mod consensus;
pub mod economy;
pub mod fees;
pub mod filter;
pub mod key_owners;
pub mod liveness;
pub mod offences;
pub mod parameters;
pub mod services;
pub mod system;
