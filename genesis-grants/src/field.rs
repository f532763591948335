// SPDX-License-Identifier: Apache-2.0

//! Single values as people write them. Each is read exactly, or it is refused.

use alloc::format;
use chrono::DateTime;
use core::{fmt, iter, ops::RangeInclusive};

/// Decimals of an amount: one DSYNC is 10¹⁸ planck.
pub const DSYNC_PLACES: usize = 18;
/// Decimals of a percentage: a hundredth of the whole is 10¹⁶ parts.
pub const PERCENT_PLACES: usize = 16;

/// How many digits stand between two underscores.
const GROUP: usize = 3;

/// A decimal number of at most `places` digits after the point, in units of its last possible digit.
/// The digits before the point may be grouped by underscores, three by three; they begin with a zero
/// only where it is the only one. `None` where the text is something else, or where the number exceeds
/// `u128`.
pub fn decimal(text: &str, places: usize) -> Option<u128> {
	let (whole, fraction) = match text.split_once('.') {
		Some((_, "")) => return None,
		Some(parts) => parts,
		None => (text, ""),
	};
	let missing = places.checked_sub(fraction.len())?;
	let digits = grouped(whole)?.chain(fraction.chars());
	digits.chain(iter::repeat_n('0', missing)).try_fold(0u128, |number, digit| {
		number.checked_mul(10)?.checked_add(digit.to_digit(10)?.into())
	})
}

/// The digits of a whole number, without its underscores.
fn grouped(whole: &str) -> Option<impl Iterator<Item = char> + '_> {
	let (first, groups) = match whole.split_once('_') {
		Some((first, groups)) => (first, Some(groups)),
		None => (whole, None),
	};
	let begins_well = !first.is_empty() && (whole == "0" || !first.starts_with('0'));
	let in_threes = groups.is_none_or(|groups| {
		first.len() <= GROUP && groups.split('_').all(|group| group.len() == GROUP)
	});
	(begins_well && in_threes).then(|| whole.chars().filter(|digit| *digit != '_'))
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

/// How a moment may stand, with zeros for its digits. The longer forms of RFC 3339 are refused: what stands behind
/// milliseconds would be lost, and a moment has one way to be written.
const MOMENTS: [&str; 4] = [
	"0000-00-00T00:00:00Z",
	"0000-00-00T00:00:00.000Z",
	"0000-00-00T00:00:00+00:00",
	"0000-00-00T00:00:00.000+00:00",
];
/// How a date stands.
const DATE: &str = "0000-00-00";

/// Whether the text has digits where the form has zeros, and the same elsewhere.
fn has_form(text: &str, form: &str) -> bool {
	text.len() == form.len()
		&& text.bytes().zip(form.bytes()).all(|(byte, expected)| match expected {
			b'0' => byte.is_ascii_digit(),
			_ => byte == expected,
		})
}

/// A date, which means its first moment, or a date with a time, as RFC 3339 writes them, in UTC: in milliseconds since
/// the Unix epoch. `None` where it is something else, before the epoch, or a leap second, which Unix time does not have.
pub fn moment(text: &str) -> Option<u64> {
	let moment = if has_form(text, DATE) {
		DateTime::parse_from_rfc3339(&format!("{text}T00:00:00Z"))
	} else if MOMENTS.iter().any(|form| has_form(text, form)) {
		DateTime::parse_from_rfc3339(text)
	} else {
		return None;
	};
	let moment = moment.ok()?;
	// Months are counted in UTC: a start that is written in another time zone may lie in another
	// month there, and so unlock on other days than its author reads.
	let in_utc = moment.offset().local_minus_utc() == 0;
	let leap_second = moment.timestamp_subsec_millis() >= 1_000;
	if !in_utc || leap_second {
		return None;
	}
	moment.timestamp_millis().try_into().ok()
}

/// The first character of a text that people do not see, or take for a blank: control and format characters, such as
/// those that turn the direction of writing, and all blanks but the usual one. Two texts that look the same are the
/// same without them.
pub fn unseen(text: &str) -> Option<char> {
	text.chars().find(|character| {
		character.is_control()
			|| (character.is_whitespace() && *character != ' ')
			|| UNSEEN.iter().any(|range| range.contains(character))
	})
}

/// The characters without a glyph of their own that are neither control characters nor blanks: format characters
/// (Unicode's category `Cf`), variation selectors, joiners and fillers.
const UNSEEN: [RangeInclusive<char>; 22] = [
	'\u{ad}'..='\u{ad}',
	'\u{34f}'..='\u{34f}',
	'\u{600}'..='\u{605}',
	'\u{61c}'..='\u{61c}',
	'\u{6dd}'..='\u{6dd}',
	'\u{70f}'..='\u{70f}',
	'\u{890}'..='\u{891}',
	'\u{8e2}'..='\u{8e2}',
	'\u{115f}'..='\u{1160}',
	'\u{17b4}'..='\u{17b5}',
	'\u{180b}'..='\u{180f}',
	'\u{200b}'..='\u{200f}',
	'\u{202a}'..='\u{202e}',
	'\u{2060}'..='\u{206f}',
	'\u{2800}'..='\u{2800}',
	'\u{3164}'..='\u{3164}',
	'\u{fe00}'..='\u{fe0f}',
	'\u{feff}'..='\u{feff}',
	'\u{ffa0}'..='\u{ffa0}',
	'\u{fff0}'..='\u{fffb}',
	'\u{1d173}'..='\u{1d17a}',
	'\u{e0000}'..='\u{e0fff}',
];

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
			("999_999", 999_999_000),
			("1000000.5", 1_000_000_500),
		] {
			assert_eq!(decimal(text, 3), Some(units), "{text}");
		}
	}

	#[test]
	fn what_is_not_a_decimal_is_refused() {
		for text in [
			"", ".", ".5", "5.", "-1", "+1", "1e3", "1,5", "1.2.3", "0.1234", "_1", "1.0_0", " 1",
			"1 000", "٣", "NaN", "1_", "1__000", "1_.5", "1_00", "1_0000", "1000_000", "12_000_",
			"007", "00", "0_000", "00.5", "１", "1.５", "0x10", "1e", "½", "1'000", "\"2\"50",
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
			"2026-12-01T24:00:00Z",
			"2026-12-31T23:59:60Z",
			"2026-12-31T23:59:60.500Z",
			"2026-12-01T12:60:00Z",
			"2026-12-01T12:00Z",
			"2026-12-01 12:00:00Z",
			"2026-12-01t12:00:00z",
			"2026-12-01T12:00:00-00:00",
			"2026-12-01T12:00:00.1234Z",
			"2026-12-01T12:00:00.5Z",
			"+2026-12-1",
			"２026-12-01",
			"tomorrow..",
			"2026-12-0é",
		] {
			assert_eq!(moment(text), None, "{text}");
		}
	}

	#[test]
	fn what_nobody_sees_is_found() {
		for text in ["", "Team", "Team A", "Équipe", "团队", "команда", "a-b_c.d"] {
			assert_eq!(unseen(text), None, "{text}");
		}
		for odd in [
			'\t',
			'\n',
			'\r',
			'\0',
			'\u{7f}',
			'\u{85}',
			'\u{a0}',
			'\u{ad}',
			'\u{200b}',
			'\u{200d}',
			'\u{202e}',
			'\u{2028}',
			'\u{2060}',
			'\u{2067}',
			'\u{3000}',
			'\u{3164}',
			'\u{fe0f}',
			'\u{feff}',
			'\u{e0061}',
		] {
			assert_eq!(unseen(&format!("Te{odd}am")), Some(odd));
		}
	}
}
