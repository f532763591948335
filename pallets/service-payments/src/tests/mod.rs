// SPDX-License-Identifier: Apache-2.0

//! One file per subject. Every test ends with all invariants checked.

mod agreements;
mod cards;
mod disputes;
mod events;
mod genesis;
mod layout;
mod live;
mod model;
mod parameters;
mod prices;
mod promises;
mod providers;
mod redemption;
mod second_chance;
mod settlement;
mod vectors;
mod views;
mod wash;
