// SPDX-License-Identifier: Apache-2.0

//! Measured numbers, exactly as the source wrote them.
//!
//! What is signed is a whole number rounded down. Binary floating point would turn a source's
//! `0.29`, scaled by 100, into 28; rationals keep it at 29.

use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

/// An exact number.
pub type Number = BigRational;

/// Digits and decimal exponents beyond this are no measurement; they would only cost memory.
const MAX_DIGITS: usize = 400;

/// Why a text is no number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
	/// The text is a number, but not a finite one.
	#[error("`{0}` is not finite")]
	NotFinite(String),
	/// The text is no number at all.
	#[error("`{0}` is not a number")]
	NotANumber(String),
	/// The text is too long for a number, or its exponent too large.
	#[error("`{0}` has more than {MAX_DIGITS} digits")]
	TooLong(String),
}

/// Reads a decimal number such as `12`, `-0.5` or `1.5e+9`.
pub fn parse(text: &str) -> Result<Number, NumberError> {
	let not_a_number = || NumberError::NotANumber(excerpt(text));
	let text = text.trim();
	let (negative, unsigned) = match text.strip_prefix('-') {
		Some(rest) => (true, rest),
		None => (false, text.strip_prefix('+').unwrap_or(text)),
	};
	if ["nan", "inf", "infinity"].iter().any(|word| unsigned.eq_ignore_ascii_case(word)) {
		return Err(NumberError::NotFinite(text.into()));
	}
	let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
		Some((mantissa, exponent)) => {
			(mantissa, exponent.parse::<i32>().map_err(|_| not_a_number())?)
		}
		None => (unsigned, 0),
	};
	let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
	let digits = format!("{whole}{fraction}");
	if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
		return Err(not_a_number());
	}
	if digits.len() > MAX_DIGITS || exponent.unsigned_abs() as usize > MAX_DIGITS {
		return Err(NumberError::TooLong(excerpt(text)));
	}
	let magnitude = BigInt::from(digits.parse::<BigUint>().map_err(|_| not_a_number())?);
	let exponent = exponent - fraction.len() as i32;
	let power = BigInt::from(10).pow(exponent.unsigned_abs());
	let number = if exponent < 0 {
		Number::new(magnitude, power)
	} else {
		Number::from_integer(magnitude * power)
	};
	Ok(if negative { -number } else { number })
}

/// Reads a positive factor: a decimal number, or a fraction such as `1/1073741824`.
pub fn parse_factor(text: &str) -> Result<Number, NumberError> {
	let factor = match text.split_once('/') {
		Some((numerator, denominator)) => {
			let denominator = parse(denominator)?;
			if denominator.is_zero() {
				return Err(NumberError::NotANumber(text.into()));
			}
			parse(numerator)? / denominator
		}
		None => parse(text)?,
	};
	if factor.is_positive() {
		Ok(factor)
	} else {
		Err(NumberError::NotANumber(text.into()))
	}
}

/// The whole part of a number that is not negative; `None` above `u64::MAX`.
pub fn floor(number: &Number) -> Option<u64> {
	number.floor().to_integer().to_u64()
}

/// A number as people read it, for logs.
pub fn display(number: &Number) -> String {
	if number.is_integer() {
		number.to_integer().to_string()
	} else {
		format!("{:.6}", number.to_f64().unwrap_or(f64::NAN))
	}
}

/// The start of a text that may be long, for messages.
pub fn excerpt(text: &str) -> String {
	const LENGTH: usize = 60;
	let text = text.trim();
	if text.chars().count() > LENGTH {
		text.chars().take(LENGTH).chain(['…']).collect()
	} else {
		text.into()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn scaled(text: &str, factor: &str) -> Option<u64> {
		floor(&(parse(text).unwrap() * parse_factor(factor).unwrap()))
	}

	#[test]
	fn decimals_are_exact() {
		assert_eq!(scaled("0.29", "100"), Some(29));
		assert_eq!(scaled("0.1", "30"), Some(3));
		assert_eq!(scaled("1.5e+9", "1"), Some(1_500_000_000));
		assert_eq!(scaled("25e-1", "1"), Some(2));
		assert_eq!(scaled("3221225471", "1/1073741824"), Some(2));
		assert_eq!(scaled("3221225472", "1/1073741824"), Some(3));
		assert_eq!(scaled(" +7. ", "0.5"), Some(3));
	}

	#[test]
	fn the_largest_value_fits_and_the_next_does_not() {
		assert_eq!(scaled("18446744073709551615.9", "1"), Some(u64::MAX));
		assert_eq!(scaled("18446744073709551616", "1"), None);
		assert_eq!(scaled("1e300", "1"), None);
	}

	#[test]
	fn what_is_not_finite_is_told_from_what_is_not_a_number() {
		for text in ["NaN", "+Inf", "-inf", "Infinity"] {
			assert!(matches!(parse(text), Err(NumberError::NotFinite(_))), "{text}");
		}
		for text in ["", "-", ".", "1.2.3", "0x10", "1e", "1e9999999999", "--1", "one"] {
			assert!(matches!(parse(text), Err(NumberError::NotANumber(_))), "{text}");
		}
	}

	#[test]
	fn a_number_of_too_many_digits_is_none() {
		let most = "9".repeat(MAX_DIGITS);
		assert!(parse(&most).is_ok() && parse("1e400").is_ok() && parse("1e-400").is_ok());
		for text in [&format!("{most}9"), &format!("0.{most}"), "1e401", "1e-401"] {
			assert!(matches!(parse(text), Err(NumberError::TooLong(_))), "{text}");
		}
	}

	#[test]
	fn a_factor_is_positive() {
		for text in ["0", "-1", "1/0", "0/5", "-1/2", "a/b"] {
			assert!(parse_factor(text).is_err(), "{text}");
		}
		assert_eq!(parse_factor("-1/-2"), Ok(parse("0.5").unwrap()));
	}
}
