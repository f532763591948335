// SPDX-License-Identifier: Apache-2.0

//! The runtime as a whole: what no pallet can show alone.

mod allocation;
mod authority;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
mod books;
mod calls;
mod chain;
mod congestion;
mod corruption;
mod described;
mod earned_rewards;
mod equivocation;
mod fees;
mod filter;
mod finality;
mod full_blocks;
mod genesis;
mod liveness;
mod overhead;
mod parameters;
mod priority;
mod proxies;
mod random;
mod ranges;
mod reads;
mod schedule;
mod services;
mod signed;
mod staking;
mod staking_chain;
mod staking_overhead;
mod versions;
mod wallet_estimates;
mod wallet_scenarios;
mod whole;
