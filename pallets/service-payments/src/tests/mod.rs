// SPDX-License-Identifier: Apache-2.0

//! One file per subject. Every test ends with all invariants checked.

mod agreements;
mod cards;
mod disputes;
mod genesis;
mod layout;
mod model;
mod prices;
mod providers;
mod redemption;
mod settlement;
mod views;
mod wash;
