// SPDX-License-Identifier: Apache-2.0

//! The weights of this runtime, one file per pallet. `scripts/bench` writes them.

pub mod pallet_allocation;
pub mod pallet_emission;
pub mod pallet_kpi_oracle;
