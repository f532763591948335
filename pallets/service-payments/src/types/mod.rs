// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores, as small machines. Nothing here knows a runtime.

mod agreement;
mod card;
mod dispute;
mod parameter;
mod settings;
mod terms;
mod volume;

pub use agreement::{Agreement, Payable};
pub use card::{CardKey, Model, Offer, Order, RateCard, MAX_CARDS};
pub use destra_primitives::{Claim, EvidenceHash, Outcome, Party};
pub use dispute::{Dispute, DisputeState, Verdict};
pub use parameter::{ClassParameter, NewClass, Parameter};
pub use settings::{
	ClassSetting, ClassSettings, DisputeDeposit, FormSettings, InvalidSettings, Notice, Prepayment,
	Price, ProviderDeposit, RedemptionPeriod, Unit,
};
pub use terms::{End, Notices, Terms};
pub use volume::{day_of, DayVolume, Volume};
