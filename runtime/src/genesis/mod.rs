// SPDX-License-Identifier: Apache-2.0

//! The economy a chain starts with.

pub mod categories;
pub mod economy;
mod presets;
pub mod services;
pub mod staking;

pub use categories::{EMITTED_PERCENT, GENESIS_ISSUANCE};
#[cfg(feature = "std")]
pub use presets::build_preset;
pub use presets::{preset, preset_names};
