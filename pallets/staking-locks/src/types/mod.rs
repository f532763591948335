// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores, as small machines. Nothing here knows a runtime.

mod delegation;
mod earned;
mod expiry;
mod judgements;
mod ledger;
mod maxima;
mod pool;
mod position;
mod provider;
mod rewards;
mod settings;
mod slash;

pub use delegation::{Delegation, Departure, MAX_DEPARTURES};
pub use earned::{Capacity, Due, Earned};
pub use expiry::{bucket_of, expires_at, first_after, Bucket, BucketIndex};
pub use judgements::{Judgements, SessionIndex};
pub use ledger::{Ledger, MAX_POSITIONS};
pub use maxima::{PastMaxima, PastMaximum, MAX_MAXIMA};
pub use pool::{Announcement, Generation, Pool, Wipeout};
pub use position::{Position, PositionId, PositionKind};
pub use provider::{Endpoint, Profile, Provider, Standing};
pub use rewards::RewardState;
pub use settings::{
	InvalidSettings, LeastStake, MinimumStakes, Multiplier, Parameter, Penalties, Penalty,
	RoleStake, Settings, Tier, Tiers, MAX_TIERS,
};
pub use slash::{PendingSlash, SlashId, SlashKey, SlashQueue};

/// What a stake weighs in the division of rewards, in hundredths of a planck. A planck without a
/// multiplier weighs a hundred.
pub type StakeWeight = u128;
