// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores, as small machines with private fields. Nothing here knows a runtime.

mod book;
mod category;
mod grant;
mod rewards;
mod succession;

pub use book::{AboveCap, Book, Books};
pub use category::{
	Category, CategoryLimits, CategoryTable, InvalidTable, MaxCategories, Months, Name,
	NewCategory, Rules, ShareTable, Source, UnlockRules, MAX_CATEGORIES,
};
pub use grant::{Exit, FirstGrantId, Grant, NotMergeable, Severance};
pub use rewards::{RewardAccount, TooManyBuckets, MAX_REWARD_BUCKETS};
pub use succession::{AlreadyAnnounced, DefaultNotice, NotNow, Notice, Succession, Window};
