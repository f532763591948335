// SPDX-License-Identifier: Apache-2.0

//! Time in milliseconds. The economy runs on wall-clock time, never on block numbers, so that a
//! change of the block time changes no rate.

/// Milliseconds since the Unix epoch, as the timestamp pallet stores them.
pub type Moment = u64;

/// A span of time in milliseconds.
pub type Millis = u64;

/// `n` seconds, in milliseconds.
pub const fn seconds(n: u64) -> Millis {
	n.saturating_mul(1_000)
}

/// `n` minutes, in milliseconds.
pub const fn minutes(n: u64) -> Millis {
	seconds(n.saturating_mul(60))
}

/// `n` hours, in milliseconds.
pub const fn hours(n: u64) -> Millis {
	minutes(n.saturating_mul(60))
}

/// `n` days of 24 hours, in milliseconds.
pub const fn days(n: u64) -> Millis {
	hours(n.saturating_mul(24))
}

/// `n` years of 365.25 days, in milliseconds.
pub const fn years(n: u64) -> Millis {
	// A quarter of a year is a whole number of hours: 365.25 days = 8,766 hours.
	hours(n.saturating_mul(8_766))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_year_has_365_days_and_a_quarter() {
		assert_eq!(years(4), days(1_461));
		assert_eq!(years(1), 31_557_600_000);
	}
}
