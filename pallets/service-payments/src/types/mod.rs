// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores, as small machines. Nothing here knows a runtime.

mod agreement;
mod card;
mod dispute;
mod settings;
mod terms;
mod volume;

pub use agreement::{Agreement, Payable};
pub use card::{CardKey, Model, Offer, Order, RateCard, MAX_CARDS};
pub use destra_primitives::{Claim, EvidenceHash, Outcome, Party};
pub use dispute::{Dispute, DisputeState, Verdict};
pub use settings::{ClassSettings, FormSettings, InvalidSettings, Unit};
pub use terms::{End, Notices, Terms};
pub use volume::{day_of, DayVolume, Volume};
