// SPDX-License-Identifier: Apache-2.0

//! The economy a chain starts with.

pub mod categories;
pub mod economy;
pub mod json;
mod presets;
pub mod services;
pub mod staking;

pub use categories::{EMITTED_PERCENT, GENESIS_ISSUANCE};
pub use presets::{build, default, preset, preset_names};
#[cfg(feature = "std")]
pub use presets::{build_preset, preset_in_full};
