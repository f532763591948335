// SPDX-License-Identifier: Apache-2.0

//! The runtime as a whole: what no pallet can show alone.

mod allocation;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
mod books;
mod chain;
mod corruption;
mod earned_rewards;
mod equivocation;
mod estimates;
mod fees;
mod filter;
mod genesis;
mod overhead;
mod random;
mod reads;
mod schedule;
mod services;
mod staking;
mod staking_chain;
mod staking_overhead;
mod whole;
