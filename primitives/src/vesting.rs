// SPDX-License-Identifier: Apache-2.0

//! Schedules by which tokens unlock, and the seam through which earned rewards come under one.

use crate::{
	time::{Millis, Moment},
	Balance,
};
use destra_economics::vesting;
use serde::{Deserialize, Serialize};
use sp_runtime::Perquintill;

/// Names a category of the maximum supply.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy, PartialOrd, Ord)]
pub struct CategoryId(pub u8);

crate::names!(CategoryId);

/// Names a grant. Unique on the chain, never used again.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy, PartialOrd, Ord)]
pub struct GrantId(pub u32);

/// A length of time.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy)]
pub enum Span {
	/// Calendar months in UTC: the same day of the month, or its last day where that is earlier.
	#[codec(index = 0)]
	Months(u16),
	/// Milliseconds.
	#[codec(index = 1)]
	Millis(Millis),
}

crate::unranged!(Span);

crate::ranged! {
	/// When which part of an amount unlocks: a part at the start, a lump at the cliff, and the rest in
	/// equal steps.
	///
	/// "12-month cliff, then monthly to month 48" is a cliff of `Months(12)` with a lump of 25 %, then
	/// 36 periods of `Months(1)`.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Schedule {
		/// When it begins, in milliseconds since the Unix epoch.
		pub start: Moment,
		/// The part that unlocks at the start.
		pub upfront: Perquintill,
		/// From the start to the cliff.
		pub cliff: Span,
		/// The part that unlocks at the cliff.
		pub lump: Perquintill,
		/// From the cliff to the first step, and from each step to the next.
		pub period: Span,
		/// How many steps there are. Each unlocks an equal part of what upfront part and lump leave.
		pub periods: u32,
	}
}

impl From<Span> for vesting::Span {
	fn from(span: Span) -> Self {
		match span {
			Span::Months(months) => Self::Months(months),
			Span::Millis(millis) => Self::Millis(millis),
		}
	}
}

impl From<vesting::Span> for Span {
	fn from(span: vesting::Span) -> Self {
		match span {
			vesting::Span::Months(months) => Self::Months(months),
			vesting::Span::Millis(millis) => Self::Millis(millis),
		}
	}
}

impl From<vesting::Schedule> for Schedule {
	fn from(schedule: vesting::Schedule) -> Self {
		let vesting::Schedule { start, upfront, cliff, lump, period, periods } = schedule;
		Self {
			start,
			upfront: Perquintill::from_parts(upfront),
			cliff: cliff.into(),
			lump: Perquintill::from_parts(lump),
			period: period.into(),
			periods,
		}
	}
}

impl From<Schedule> for vesting::Schedule {
	fn from(schedule: Schedule) -> Self {
		let Schedule { start, upfront, cliff, lump, period, periods } = schedule;
		Self {
			start,
			upfront: upfront.deconstruct(),
			cliff: cliff.into(),
			lump: lump.deconstruct(),
			period: period.into(),
			periods,
		}
	}
}

/// Takes earned rewards and unlocks them over time. Implemented by allocation, used by those who
/// pay rewards and by those who slash.
pub trait RewardVesting<AccountId, Credit> {
	/// Takes a reward of `who`: pays the liquid part at once and locks the rest; or hands the
	/// whole of it back where the account cannot take it.
	fn vest(who: &AccountId, credit: Credit) -> Result<(), Credit>;

	/// Takes up to `amount` planck of what `who` has locked and not vested yet. What has vested is
	/// out of reach, claimed or not.
	fn slash_unvested(who: &AccountId, amount: Balance) -> Credit;

	/// What `who` has locked and not vested yet, in planck.
	fn unvested(who: &AccountId) -> Balance;

	/// Makes `slash_unvested` of `who` cost as much as it can.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case(_who: &AccountId) {}
}

/// Locks nothing: a reward is handed back, for its payer to pay it in full.
impl<AccountId, Credit: Default> RewardVesting<AccountId, Credit> for () {
	fn vest(_who: &AccountId, credit: Credit) -> Result<(), Credit> {
		Err(credit)
	}

	fn slash_unvested(_who: &AccountId, _amount: Balance) -> Credit {
		Credit::default()
	}

	fn unvested(_who: &AccountId) -> Balance {
		0
	}
}
