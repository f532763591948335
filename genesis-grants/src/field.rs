// SPDX-License-Identifier: Apache-2.0

//! Single values as people write them. Each is read exactly, or it is refused.

use alloc::format;
use chrono::DateTime;
use core::{fmt, iter};

/// Decimals of an amount: one DSYNC is 10¹⁸ planck.
pub const DSYNC_PLACES: usize = 18;
/// Decimals of a percentage: a hundredth of the whole is 10¹⁶ parts.
pub const PERCENT_PLACES: usize = 16;

/// A decimal number of at most `places` digits after the point, in units of its last possible digit.
/// The digits before the point may be grouped by underscores. `None` where the text is something
/// else, or where the number exceeds `u128`.
pub fn decimal(text: &str, places: usize) -> Option<u128> {
	let (whole, fraction) = match text.split_once('.') {
		Some((_, "")) => return None,
		Some(parts) => parts,
		None => (text, ""),
	};
	let missing = places.checked_sub(fraction.len())?;
	if !whole.starts_with(|first: char| first.is_ascii_digit()) {
		return None;
	}
	let digits = whole.chars().filter(|digit| *digit != '_').chain(fraction.chars());
	digits.chain(iter::repeat_n('0', missing)).try_fold(0u128, |number, digit| {
		number.checked_mul(10)?.checked_add(digit.to_digit(10)?.into())
	})
}

/// The opposite of [`decimal`]: `units` with `places` decimals, without zeros at the end.
pub(crate) struct Decimal {
	pub units: u128,
	pub places: usize,
}

impl fmt::Display for Decimal {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let digits = format!("{:0>width$}", self.units, width = self.places.saturating_add(1));
		let (whole, fraction) = digits.split_at(digits.len().saturating_sub(self.places));
		match fraction.trim_end_matches('0') {
			"" => f.write_str(whole),
			fraction => write!(f, "{whole}.{fraction}"),
		}
	}
}

/// A date as RFC 3339 writes it, which means its first moment, or a date with a time, in UTC: in
/// milliseconds since the Unix epoch. `None` where it is something else, or before the epoch.
pub fn moment(text: &str) -> Option<u64> {
	let moment = match text.len() {
		10 => DateTime::parse_from_rfc3339(&format!("{text}T00:00:00Z")),
		_ => DateTime::parse_from_rfc3339(text),
	};
	// Months are counted in UTC: a start that is written in another time zone may lie in another
	// month there, and so unlock on other days than its author reads.
	let moment = moment.ok().filter(|moment| moment.offset().local_minus_utc() == 0)?;
	moment.timestamp_millis().try_into().ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::string::ToString;

	#[test]
	fn decimals_are_read_to_their_last_digit() {
		for (text, units) in [
			("0", 0),
			("17", 17_000),
			("12.5", 12_500),
			("12.345", 12_345),
			("0.001", 1),
			("1_000_000.5", 1_000_000_500),
			("007", 7_000),
		] {
			assert_eq!(decimal(text, 3), Some(units), "{text}");
		}
	}

	#[test]
	fn what_is_not_a_decimal_is_refused() {
		for text in [
			"", ".", ".5", "5.", "-1", "+1", "1e3", "1,5", "1.2.3", "0.1234", "_1", "1.0_0", " 1",
			"1 000", "٣", "NaN",
		] {
			assert_eq!(decimal(text, 3), None, "{text}");
		}
	}

	#[test]
	fn a_decimal_fits_its_type_or_is_refused() {
		let largest = u128::MAX.to_string();
		assert_eq!(decimal(&largest, 0), Some(u128::MAX));
		assert_eq!(decimal(&largest, 1), None);
		assert_eq!(decimal("340282366920938463463374607431768211456", 0), None);
	}

	#[test]
	fn decimals_are_written_as_they_are_read() {
		for text in ["0", "1", "0.5", "12.034", "1000"] {
			let units = decimal(text, 3).unwrap();
			assert_eq!(Decimal { units, places: 3 }.to_string(), text);
		}
	}

	#[test]
	fn a_date_is_its_first_moment_in_utc() {
		assert_eq!(moment("1970-01-01"), Some(0));
		assert_eq!(moment("2026-12-01"), Some(1_796_083_200_000));
		assert_eq!(moment("2026-12-01T00:00:00Z"), moment("2026-12-01"));
		assert_eq!(moment("2026-12-01T12:30:00.250+00:00"), Some(1_796_128_200_250));
		assert_eq!(moment("2028-02-29"), Some(1_835_395_200_000));
	}

	#[test]
	fn what_is_not_a_date_in_utc_is_refused() {
		for text in [
			"",
			"2026",
			"2026-12",
			"2026-1-01",
			"01.12.2026",
			"2026-02-29",
			"2026-13-01",
			"1969-12-31",
			"2026-12-01T12:00:00",
			"2026-12-01T12:00:00+02:00",
			"2026-12-01T25:00:00Z",
			"tomorrow..",
			"2026-12-0é",
		] {
			assert_eq!(moment(text), None, "{text}");
		}
	}
}
