// SPDX-License-Identifier: Apache-2.0

//! The runtime as a whole: what no pallet can show alone.

mod chain;
mod fees;
mod genesis;
mod random;
mod schedule;
