// SPDX-License-Identifier: Apache-2.0

//! What is kept of the running set, and how the next one is chosen.

mod choice;
mod clock;
mod finality_set;
mod member;

pub use choice::{choose, unproven_limit, Evidence};
pub use clock::{BlockClock, MAX_GAP};
pub use finality_set::FinalitySet;
pub use member::Member;
