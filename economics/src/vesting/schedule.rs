// SPDX-License-Identifier: Apache-2.0

use super::calendar::{months_between, plus_millis, plus_months, LAST_INSTANT};
use crate::split::{mul_div_ceil, mul_div_floor, WHOLE};

/// The most steps that a valid [`Schedule`] has: daily for eleven years.
pub const MAX_PERIODS: u32 = 4_096;

/// A span of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Span {
	/// Months of the calendar, in UTC.
	Months(u16),
	/// Milliseconds, whatever the calendar says.
	Millis(u64),
}

impl Span {
	const fn is_zero(self) -> bool {
		matches!(self, Self::Months(0) | Self::Millis(0))
	}
}

/// When the parts of a total unlock: `upfront` at the start, `lump` at the cliff, and the rest in
/// equal steps, each a period after the one before, the first a period after the cliff.
///
/// With a cliff and a period in months, every step is counted from the start; else from the
/// instant of the cliff. A cliff of zero is none: `upfront` and `lump` both unlock at the start.
///
/// All functions accept any field values: a period of nothing puts all steps on the cliff, where
/// there are no steps the rest unlocks with the lump, shares beyond the whole count up to it, and
/// what lies beyond the calendar never unlocks. [`validate`](Self::validate) says whether a
/// schedule makes sense.
///
/// ```
/// use destra_economics::vesting::{Schedule, Span};
/// use destra_economics::WHOLE;
///
/// // From 31 January 2027, 12:00 UTC: a cliff of 12 months, then monthly to month 48.
/// let team = Schedule {
///     start: 1_801_396_800_000,
///     upfront: 0,
///     cliff: Span::Months(12),
///     lump: WHOLE / 4,
///     period: Span::Months(1),
///     periods: 36,
/// };
/// team.validate()?;
/// let cliff = 1_832_932_800_000; // 31 January 2028
/// assert_eq!(team.cliff_at(), Some(cliff));
/// assert_eq!(team.vested(4_800, cliff - 1), 0);
/// assert_eq!(team.vested(4_800, cliff), 1_200);
/// // The next 100 on 29 February.
/// assert_eq!(team.next_unlock(4_800, cliff), Some((1_835_438_400_000, 100)));
/// # Ok::<(), destra_economics::vesting::InvalidSchedule>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Schedule {
	/// In milliseconds since 1970.
	pub start: u64,
	/// What unlocks at the start, in parts of [`WHOLE`].
	pub upfront: u64,
	/// From the start to the lump.
	pub cliff: Span,
	/// What unlocks at the cliff, in parts of [`WHOLE`].
	pub lump: u64,
	/// From the cliff to the first step, and from each step to the next.
	pub period: Span,
	/// How many steps there are.
	pub periods: u32,
}

/// What is wrong with a [`Schedule`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InvalidSchedule {
	/// `upfront` and `lump` add up to more than the whole.
	SharesExceedWhole,
	/// More than [`MAX_PERIODS`] steps.
	TooManyPeriods,
	/// There are steps, but no time between them.
	ZeroPeriod,
	/// No steps, though `upfront` and `lump` leave something for them.
	NothingAfterCliff,
	/// Steps, though `upfront` and `lump` leave nothing for them.
	NothingLeft,
	/// The last step lies beyond the year 9999.
	BeyondCalendar,
}

impl core::fmt::Display for InvalidSchedule {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str(match self {
			Self::SharesExceedWhole => "the upfront part and the lump exceed the whole",
			Self::TooManyPeriods => "there are more than 4096 periods",
			Self::ZeroPeriod => "the period is zero",
			Self::NothingAfterCliff => {
				"without periods, what is left after the cliff never unlocks"
			}
			Self::NothingLeft => "the upfront part and the lump leave nothing for the periods",
			Self::BeyondCalendar => "the end lies beyond the year 9999",
		})
	}
}

impl core::error::Error for InvalidSchedule {}

impl Schedule {
	/// Whether the schedule unlocks the whole, in steps that all do something, before the calendar
	/// ends.
	///
	/// # Errors
	///
	/// The first of [`InvalidSchedule`], in its order, that applies.
	pub fn validate(&self) -> Result<(), InvalidSchedule> {
		let shares = self.upfront.saturating_add(self.lump);
		if shares > WHOLE {
			return Err(InvalidSchedule::SharesExceedWhole);
		}
		if self.periods > MAX_PERIODS {
			return Err(InvalidSchedule::TooManyPeriods);
		}
		if self.periods > 0 && self.period.is_zero() {
			return Err(InvalidSchedule::ZeroPeriod);
		}
		match (self.periods, shares) {
			(0, ..WHOLE) => return Err(InvalidSchedule::NothingAfterCliff),
			(1.., WHOLE) => return Err(InvalidSchedule::NothingLeft),
			_ => {}
		}
		self.end().map(|_| ()).ok_or(InvalidSchedule::BeyondCalendar)
	}

	/// When the lump unlocks. `None` beyond the calendar.
	pub fn cliff_at(&self) -> Option<u64> {
		match self.cliff {
			Span::Months(months) => plus_months(self.start, months.into()),
			Span::Millis(millis) => plus_millis(self.start, millis),
		}
	}

	/// When all is unlocked: the last step, or the cliff where there are none. `None` beyond the
	/// calendar.
	pub fn end(&self) -> Option<u64> {
		self.step_at(self.periods)
	}

	/// What of `total` planck is unlocked at `now`, in planck, rounded down:
	///
	/// ```text
	/// ⌊total · upfront⌋                           from the start
	/// ⌊total · (upfront + lump)⌋                  from the cliff
	///                            + ⌊rest · k / periods⌋    after the k-th step
	/// ```
	///
	/// Never falls as `now` or `total` grows, and is `total` exactly from the end on.
	pub fn vested(&self, total: u128, now: u64) -> u128 {
		let now = now.min(LAST_INSTANT);
		if now < self.start {
			return 0;
		}
		if self.cliff_at().is_none_or(|cliff| now < cliff) {
			return part(total, self.upfront);
		}
		let (lump, rest) = self.at_cliff(total);
		lump.saturating_add(self.stepped(rest, self.steps_by(now)))
	}

	/// The first instant after `now` at which more of `total` planck is unlocked, and how much more.
	/// Steps too small to add a planck are passed over.
	pub fn next_unlock(&self, total: u128, now: u64) -> Option<(u64, u128)> {
		let vested = self.vested(total, now);
		let grown = |at: Option<u64>| {
			let at = at.filter(|at| now < *at)?;
			let amount = self.vested(total, at).saturating_sub(vested);
			(amount > 0).then_some((at, amount))
		};
		grown(Some(self.start))
			.or_else(|| grown(self.cliff_at()))
			.or_else(|| grown(self.next_effective_step(total, now)))
	}

	/// Every unlock of a part of `total` planck after `from` and up to `to`, in order: when, and how
	/// much. At most `periods + 2` of them, adding up to what vests in between.
	pub fn unlocks(&self, total: u128, from: u64, to: u64) -> impl Iterator<Item = (u64, u128)> {
		let schedule = *self;
		let next = move |now| schedule.next_unlock(total, now).filter(|(at, _)| *at <= to);
		core::iter::successors(next(from), move |(at, _)| next(*at))
	}

	/// What is unlocked at the cliff, in planck, and what is left for the steps.
	fn at_cliff(&self, total: u128) -> (u128, u128) {
		let unlocked = part(total, self.upfront.saturating_add(self.lump));
		(unlocked, total.saturating_sub(unlocked))
	}

	/// What `steps` of the steps unlock of `rest`, in planck, rounded down.
	fn stepped(&self, rest: u128, steps: u32) -> u128 {
		mul_div_floor(rest, steps.into(), self.periods.into()).unwrap_or(rest)
	}

	/// When the first step after `now` comes that adds at least one planck.
	fn next_effective_step(&self, total: u128, now: u64) -> Option<u64> {
		let (_, rest) = self.at_cliff(total);
		let more = self.stepped(rest, self.steps_by(now)).checked_add(1)?;
		if more > rest {
			return None;
		}
		// ⌊rest · k / periods⌋ ≥ more  ⇔  k ≥ more · periods / rest
		let step = mul_div_ceil(more, self.periods.into(), rest)?;
		self.step_at(u32::try_from(step).ok()?)
	}

	/// When the given step comes; the cliff is step zero. `None` beyond the calendar.
	fn step_at(&self, step: u32) -> Option<u64> {
		match (self.cliff, self.period) {
			(Span::Months(cliff), Span::Months(period)) => {
				let months = u32::from(period).checked_mul(step)?.checked_add(cliff.into())?;
				plus_months(self.start, months)
			}
			(_, Span::Months(period)) => {
				plus_months(self.cliff_at()?, u32::from(period).checked_mul(step)?)
			}
			(_, Span::Millis(period)) => {
				plus_millis(self.cliff_at()?, period.checked_mul(step.into())?)
			}
		}
	}

	/// How many steps have come by `now`.
	fn steps_by(&self, now: u64) -> u32 {
		let Some(cliff_at) = self.cliff_at().filter(|cliff| *cliff <= now) else {
			return 0;
		};
		let steps = match (self.cliff, self.period) {
			(Span::Months(cliff), Span::Months(period)) => {
				let months = months_between(self.start, now).saturating_sub(cliff.into());
				u64::from(months).checked_div(period.into())
			}
			(_, Span::Months(period)) => {
				u64::from(months_between(cliff_at, now)).checked_div(period.into())
			}
			(_, Span::Millis(period)) => now.saturating_sub(cliff_at).checked_div(period),
		};
		// Without a period all steps have come.
		let all = self.periods;
		steps.map_or(all, |steps| u32::try_from(steps).map_or(all, |steps| steps.min(all)))
	}
}

/// The part `share` of [`WHOLE`], and no more than the whole, of an amount; rounded down.
fn part(amount: u128, share: u64) -> u128 {
	mul_div_floor(amount, share.min(WHOLE).into(), WHOLE.into()).unwrap_or(amount)
}
