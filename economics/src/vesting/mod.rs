// SPDX-License-Identifier: Apache-2.0

//! How a grant unlocks with time, and what it costs to leave early.
//!
//! A [`Schedule`] is one agreement: a part at its start, a lump at its cliff, the rest in equal
//! steps. "A cliff of 12 months, then monthly to month 48" is a lump of 25 % and 36 steps.
//!
//! # Why calendar months
//!
//! An agreement names dates: "on the 1st of each month", "a year after signing". A fixed month of
//! 30.4375 days would leave those dates by up to two days, and by a different distance every year.
//! So a [`Span::Months`] is a month of the calendar, in UTC. Where an agreement means a length of
//! time instead, it says so in milliseconds.
//!
//! Months are counted from their anchor, never from the step before: what starts on 31 January
//! unlocks on 29 February 2028 and on 31 March again. Counted from step to step, the short month
//! would pull every later one to the 29th.

mod calendar;
mod exit;
mod schedule;
mod unlock_rules;

pub use calendar::{months_from, LAST_INSTANT};
pub use exit::exit_penalty;
pub use schedule::{InvalidSchedule, Schedule, Span, MAX_PERIODS};
pub use unlock_rules::{BrokenRule, UnlockRules};
