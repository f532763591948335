// SPDX-License-Identifier: Apache-2.0

//! The pallet in a small runtime, by mechanism. Every test ends with all invariants checked.

mod extension;
mod genesis;
mod layout;
mod metrics;
mod parameters;
mod properties;
mod reporters;
mod rewards;
mod rounds;
mod states;
