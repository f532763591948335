// SPDX-License-Identifier: Apache-2.0

//! The runtime as a whole: what no pallet can show alone.

mod allocation;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
mod calls;
mod chain;
mod equivocation;
mod fees;
mod filter;
mod genesis;
mod overhead;
mod proxies;
mod random;
mod reads;
mod schedule;
mod services;
mod staking;
mod staking_chain;
mod staking_overhead;
