// SPDX-License-Identifier: Apache-2.0

//! What is kept of the running set, and how the next one is chosen.

mod choice;
mod clock;
mod finality_set;
mod forced_change;
mod member;
mod waits;

pub use choice::{can_miss, choose, spared, unproven_limit, Evidence};
pub use clock::{calling_slots, BlockClock, MOST_EMPTY, WINDOW};
pub use finality_set::FinalitySet;
pub use forced_change::ForcedChange;
pub use member::Member;
pub use waits::{Wait, Waits};
