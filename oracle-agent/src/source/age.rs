// SPDX-License-Identifier: Apache-2.0

//! How old a number is.

use super::SourceError;
use crate::number::{self, Number};
use chrono::DateTime;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Refuses what was taken more than `limit` ago. What comes from as far ahead of this machine's clock is
/// refused as well: nobody knows how old it is, and it would never be too old.
pub fn check(taken: SystemTime, limit: Duration) -> Result<(), SourceError> {
	let whole = |span: Duration| Duration::from_secs(span.as_secs());
	match SystemTime::now().duration_since(taken) {
		Ok(age) => not_above(age, limit),
		Err(ahead) if ahead.duration() > limit => {
			Err(SourceError::Ahead { by: whole(ahead.duration()), limit })
		}
		Err(_) => Ok(()),
	}
}

/// Refuses an age above `limit`.
pub fn not_above(age: Duration, limit: Duration) -> Result<(), SourceError> {
	if age > limit {
		Err(SourceError::Stale { age: Duration::from_secs(age.as_secs()), limit })
	} else {
		Ok(())
	}
}

/// The moment of a Unix time in seconds; `None` if there is no such moment.
pub fn of_seconds(seconds: &Number) -> Option<SystemTime> {
	let millis = number::floor(&(seconds * Number::from_integer(1_000.into())))?;
	UNIX_EPOCH.checked_add(Duration::from_millis(millis))
}

/// The moment of a date as RFC 3339 has it, such as `2026-11-28T09:00:00Z`.
pub fn of_rfc3339(text: &str) -> Option<SystemTime> {
	of_date(DateTime::parse_from_rfc3339(text).ok()?)
}

/// The moment of a date as HTTP has it, such as `Sat, 28 Nov 2026 09:00:00 GMT`.
pub fn of_http(text: &str) -> Option<SystemTime> {
	of_date(DateTime::parse_from_rfc2822(text).ok()?)
}

fn of_date(date: DateTime<chrono::FixedOffset>) -> Option<SystemTime> {
	let millis = u64::try_from(date.timestamp_millis()).ok()?;
	UNIX_EPOCH.checked_add(Duration::from_millis(millis))
}

#[cfg(test)]
mod tests {
	use super::*;

	const MINUTE: Duration = Duration::from_secs(60);

	#[test]
	fn neither_the_past_nor_the_future_is_now() {
		let now = SystemTime::now();
		for fresh in [now, now - MINUTE / 2, now + MINUTE / 2] {
			assert_eq!(check(fresh, MINUTE), Ok(()));
		}
		let old = check(now - 2 * MINUTE, MINUTE).unwrap_err();
		assert_eq!(old, SourceError::Stale { age: 2 * MINUTE, limit: MINUTE });
		assert_eq!(check(now + 3 * MINUTE, MINUTE).unwrap_err().reason(), "ahead");
	}

	#[test]
	fn a_moment_is_the_same_however_it_is_written() {
		let moment = UNIX_EPOCH + Duration::from_secs(1_795_856_400);
		let seconds = |text| of_seconds(&number::parse(text).unwrap());
		assert_eq!(seconds("1795856400"), Some(moment));
		assert_eq!(seconds("1795856400.5"), Some(moment + Duration::from_millis(500)));
		for text in ["2026-11-28T09:00:00Z", "2026-11-28T10:00:00+01:00"] {
			assert_eq!(of_rfc3339(text), Some(moment), "{text}");
		}
		assert_eq!(of_http("Sat, 28 Nov 2026 09:00:00 GMT"), Some(moment));
		assert_eq!((seconds("-1"), seconds("1e300")), (None, None));
		assert_eq!((of_rfc3339("yesterday"), of_http("yesterday")), (None, None));
		assert_eq!(of_rfc3339("1969-12-31T00:00:00Z"), None);
	}
}
