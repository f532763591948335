// SPDX-License-Identifier: Apache-2.0

//! Measured weights, one module per pallet. Written by `scripts/bench`, not by hand.

pub mod check_authority;
pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_allocation;
pub mod pallet_balances;
pub mod pallet_emission;
pub mod pallet_kpi_oracle;
pub mod pallet_liveness;
pub mod pallet_multisig;
pub mod pallet_parameter_changes;
pub mod pallet_proxy;
pub mod pallet_service_payments;
pub mod pallet_staking_locks;
pub mod pallet_sudo;
pub mod pallet_timestamp;
pub mod pallet_transaction_payment;
pub mod pallet_utility;
