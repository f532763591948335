// SPDX-License-Identifier: Apache-2.0

//! The pallet in a small runtime, by mechanism. Every test ends with all invariants checked.

mod categories;
mod dates;
mod exit;
mod genesis;
mod grants;
mod layout;
mod model;
mod moves;
mod parameters;
mod properties;
mod release;
mod revoke;
mod rewards;
mod succession;
mod try_state;
mod unlock_rules;
mod views;
