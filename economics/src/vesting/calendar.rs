// SPDX-License-Identifier: Apache-2.0

//! Instants, in milliseconds since 1970, and the spans from one to another.

use chrono::{DateTime, Datelike, Months, NaiveTime, Utc};

/// The last millisecond of the year 9999, in milliseconds since 1970. Dates end there: no instant
/// beyond it is ever reached.
pub const LAST_INSTANT: u64 = 253_402_300_799_999;

/// The same time of day `months` calendar months later, or on the last day of that month where it
/// is too short. `None` beyond the calendar.
pub(super) fn plus_months(instant: u64, months: u32) -> Option<u64> {
	let later = date(instant)?.checked_add_months(Months::new(months))?;
	u64::try_from(later.timestamp_millis()).ok().filter(|later| *later <= LAST_INSTANT)
}

/// `None` beyond the calendar.
pub(super) fn plus_millis(instant: u64, millis: u64) -> Option<u64> {
	instant.checked_add(millis).filter(|later| *later <= LAST_INSTANT)
}

/// The start of the month of `instant`, and of every month after it, in UTC, up to the end of the
/// calendar.
pub fn months_from(instant: u64) -> impl Iterator<Item = u64> {
	let first = date(instant.min(LAST_INSTANT)).and_then(|date| {
		let first = date.date_naive().with_day(1)?.and_time(NaiveTime::MIN);
		u64::try_from(first.and_utc().timestamp_millis()).ok()
	});
	core::iter::successors(first, |start| plus_months(*start, 1))
}

/// The largest number of months that [`plus_months`] can go on from `from` without passing `to`;
/// zero where `to` lies before `from`.
pub(super) fn months_between(from: u64, to: u64) -> u32 {
	let to = to.min(LAST_INSTANT);
	let (Some(first), Some(last)) = (date(from), date(to)) else {
		return 0;
	};
	let turns = month_number(last).saturating_sub(month_number(first));
	// So often did the month turn; the last one is not over before its day and its time of day.
	match plus_months(from, turns) {
		Some(whole) if whole <= to => turns,
		_ => turns.saturating_sub(1),
	}
}

fn date(instant: u64) -> Option<DateTime<Utc>> {
	DateTime::from_timestamp_millis(i64::try_from(instant).ok()?)
}

/// The number of a date's month, counted on from year to year.
fn month_number(date: DateTime<Utc>) -> u32 {
	date.year().unsigned_abs().saturating_mul(12).saturating_add(date.month0())
}
