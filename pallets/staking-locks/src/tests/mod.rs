// SPDX-License-Identifier: Apache-2.0

//! One file per subject. Every test ends with all invariants checked.

mod capacity;
mod delegations;
mod genesis;
mod hook;
mod idle;
mod layout;
mod locks;
mod model;
mod offences;
mod parameters;
mod providers;
mod rewards;
mod slashing;
mod validators;
