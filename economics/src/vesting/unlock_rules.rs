// SPDX-License-Identifier: Apache-2.0

//! What every schedule of a kind has to keep to.

use super::{
	calendar::plus_months,
	schedule::{Schedule, Span},
};
use crate::split::WHOLE;

/// The longest month of the calendar, in milliseconds.
const LONGEST_MONTH: u64 = 31 * 86_400_000;

/// The least that schedules of a kind make their beneficiaries wait. Whatever a single schedule says,
/// no more of it has unlocked at any time than evenly over the least term, beside what was upfront.
///
/// ```
/// use destra_economics::vesting::{BrokenRule, Schedule, Span, UnlockRules};
/// use destra_economics::WHOLE;
///
/// let team = UnlockRules {
///     min_cliff: 12,
///     min_term: 48,
///     min_period: 1,
///     max_upfront: 0,
///     max_backdating: 12,
/// };
/// let schedule = Schedule {
///     start: 1_801_396_800_000,
///     upfront: 0,
///     cliff: Span::Months(12),
///     lump: WHOLE / 4,
///     period: Span::Months(1),
///     periods: 36,
/// };
/// assert_eq!(team.check(&schedule, schedule.start), Ok(()));
/// assert_eq!(
///     team.check(&Schedule { cliff: Span::Months(11), ..schedule }, schedule.start),
///     Err(BrokenRule::CliffTooShort),
/// );
/// assert_eq!(
///     team.check(&Schedule { lump: WHOLE / 2, ..schedule }, schedule.start),
///     Err(BrokenRule::LumpTooLarge),
/// );
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnlockRules {
	/// The least time from the start to the cliff, in calendar months.
	pub min_cliff: u16,
	/// The least time from the start to the end, in calendar months; zero where all may unlock at
	/// once.
	pub min_term: u16,
	/// The least time from one step to the next, in calendar months.
	pub min_period: u16,
	/// The most that may unlock at the start, in parts of [`WHOLE`].
	pub max_upfront: u64,
	/// How long before it is agreed on a schedule may have begun, in calendar months. Without a least
	/// term at any time.
	pub max_backdating: u16,
}

/// Which of the [`UnlockRules`] a schedule breaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BrokenRule {
	/// More than the largest upfront part unlocks at the start.
	UpfrontTooLarge,
	/// The cliff comes before the least one.
	CliffTooShort,
	/// All has unlocked before the least term is over.
	TermTooShort,
	/// The steps follow each other faster than they may.
	PeriodTooShort,
	/// At the cliff more unlocks than evenly over the least term.
	LumpTooLarge,
	/// The schedule began too long ago.
	StartTooEarly,
}

impl UnlockRules {
	/// Whether a valid `schedule` keeps to the rules when it is agreed on at `agreed_at`, in
	/// milliseconds since 1970; with zero it may have begun at any time. Months that are asked for are
	/// those of the calendar after the start; where a schedule counts the time between its steps in
	/// milliseconds, each of the months has 31 days.
	///
	/// # Errors
	///
	/// The first of [`BrokenRule`], in its order, that applies.
	pub fn check(&self, schedule: &Schedule, agreed_at: u64) -> Result<(), BrokenRule> {
		if schedule.upfront > self.max_upfront {
			return Err(BrokenRule::UpfrontTooLarge);
		}
		if comes_before(schedule.cliff_at(), schedule.start, self.min_cliff) {
			return Err(BrokenRule::CliffTooShort);
		}
		if comes_before(schedule.end(), schedule.start, self.min_term) {
			return Err(BrokenRule::TermTooShort);
		}
		if schedule.periods > 0 && is_shorter(schedule.period, self.min_period) {
			return Err(BrokenRule::PeriodTooShort);
		}
		if self.is_ahead_at_cliff(schedule) {
			return Err(BrokenRule::LumpTooLarge);
		}
		if self.asks_for_a_schedule()
			&& plus_months(schedule.start, self.max_backdating.into())
				.is_some_and(|latest| latest < agreed_at)
		{
			return Err(BrokenRule::StartTooEarly);
		}
		Ok(())
	}

	/// Whether something has to unlock over time at all.
	pub const fn asks_for_a_schedule(&self) -> bool {
		self.min_term > 0 || self.min_cliff > 0
	}

	/// Whether the lump is more than what evenly over the least term unlocks until the cliff. Where it
	/// is not, no later step is ahead either: the end comes no earlier, and the steps are equal.
	fn is_ahead_at_cliff(&self, schedule: &Schedule) -> bool {
		let (cliff, term) = match schedule.cliff {
			Span::Months(months) => (u64::from(months), u64::from(self.min_term)),
			Span::Millis(millis) => {
				let end = plus_months(schedule.start, self.min_term.into()).unwrap_or(u64::MAX);
				(millis, end.saturating_sub(schedule.start))
			}
		};
		if cliff >= term {
			return false;
		}
		let gradual = u128::from(WHOLE.saturating_sub(schedule.upfront));
		let even = gradual.saturating_mul(cliff.into());
		u128::from(schedule.lump).saturating_mul(term.into()) > even
	}
}

/// Whether an instant comes before `months` after the `start` are over. What lies beyond the calendar
/// comes before nothing.
fn comes_before(instant: Option<u64>, start: u64, months: u16) -> bool {
	let least = plus_months(start, months.into()).unwrap_or(u64::MAX);
	instant.is_some_and(|instant| instant < least)
}

fn is_shorter(span: Span, months: u16) -> bool {
	match span {
		Span::Months(span) => span < months,
		Span::Millis(span) => span < LONGEST_MONTH.saturating_mul(months.into()),
	}
}

impl core::fmt::Display for BrokenRule {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str(match self {
			Self::UpfrontTooLarge => "more unlocks at the start than may",
			Self::CliffTooShort => "the cliff comes too early",
			Self::TermTooShort => "the end comes too early",
			Self::PeriodTooShort => "the steps follow each other too fast",
			Self::LumpTooLarge => "more unlocks at the cliff than evenly over the least term",
			Self::StartTooEarly => "it began too long ago",
		})
	}
}

impl core::error::Error for BrokenRule {}
