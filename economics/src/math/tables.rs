// SPDX-License-Identifier: Apache-2.0

//! Constants of the series, derived by the compiler. All are fractions of 2²⁵⁶, rounded down.

// Evaluated at compile time only: an overflow or a wrong index here is a build error.
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

use primitive_types::U256;

/// How many terms of the exponential series follow `1 − t`.
pub const EXP_TERMS: usize = 15;

/// How many terms of the series of `atanh(s)/s` follow the first.
pub const ATANH_TERMS: usize = 20;

/// Into how many steps the interval from one to two is divided for logarithms.
pub const LN_STEPS: usize = 32;

/// `1/2!, 1/3!, …`
pub static INVERSE_FACTORIALS: [U256; EXP_TERMS] = inverse_factorials();

/// `1/3, 1/5, 1/7, …`
pub static INVERSE_ODDS: [U256; ATANH_TERMS] = inverse_odds();

/// `ln(1 + j/32)` for `j` from zero to 32, the last of which is `ln 2`.
pub static LN_TABLE: [U256; LN_STEPS + 1] = LN_OF_STEPS;

/// `ln 2`.
pub const LN_2: U256 = LN_OF_STEPS[LN_STEPS];

const LN_OF_STEPS: [U256; LN_STEPS + 1] = ln_of_steps();

/// A fraction of 2³²⁰, most significant word first: 64 bits more than what comes of it, so that
/// the rounding of many steps does not show.
type Fraction = [u64; 5];

const fn inverse_factorials() -> [U256; EXP_TERMS] {
	let mut table = [U256::zero(); EXP_TERMS];
	let mut inverse = divide([0; 5], 1, 2);
	let mut i = 0;
	while i < EXP_TERMS {
		table[i] = truncate(inverse);
		inverse = divide(inverse, 0, i as u64 + 3);
		i += 1;
	}
	table
}

const fn inverse_odds() -> [U256; ATANH_TERMS] {
	let mut table = [U256::zero(); ATANH_TERMS];
	let mut i = 0;
	while i < ATANH_TERMS {
		table[i] = truncate(divide([0; 5], 1, 2 * i as u64 + 3));
		i += 1;
	}
	table
}

const fn ln_of_steps() -> [U256; LN_STEPS + 1] {
	let mut table = [U256::zero(); LN_STEPS + 1];
	let mut sum = [0; 5];
	let mut j = 0;
	while j < LN_STEPS {
		// ln((n + 1) / n) = 2·atanh(1 / (2n + 1)), here with n = 32 + j.
		let step = atanh_of_inverse(2 * (LN_STEPS + j) as u64 + 1);
		sum = add(add(sum, step), step);
		j += 1;
		table[j] = truncate(sum);
	}
	table
}

/// `atanh(1/q) = 1/q + 1/(3·q³) + 1/(5·q⁵) + …`
const fn atanh_of_inverse(q: u64) -> Fraction {
	let mut sum = [0; 5];
	let mut power = divide([0; 5], 1, q);
	let mut odd = 1;
	while !is_zero(power) {
		sum = add(sum, divide(power, 0, odd));
		power = divide(power, 0, q * q);
		odd += 2;
	}
	sum
}

/// `(whole + fraction) / by`, for `whole < by`.
const fn divide(fraction: Fraction, whole: u64, by: u64) -> Fraction {
	let mut quotient = [0; 5];
	let mut rest = whole as u128;
	let mut i = 0;
	while i < 5 {
		let dividend = rest << 64 | fraction[i] as u128;
		quotient[i] = (dividend / by as u128) as u64;
		rest = dividend % by as u128;
		i += 1;
	}
	quotient
}

const fn add(a: Fraction, b: Fraction) -> Fraction {
	let mut sum = [0; 5];
	let mut carry = 0;
	let mut i = 5;
	while i > 0 {
		i -= 1;
		let digit = a[i] as u128 + b[i] as u128 + carry;
		sum[i] = digit as u64;
		carry = digit >> 64;
	}
	assert!(carry == 0, "a sum of fractions stays below one");
	sum
}

const fn is_zero(fraction: Fraction) -> bool {
	let [a, b, c, d, e] = fraction;
	a | b | c | d | e == 0
}

const fn truncate([a, b, c, d, _]: Fraction) -> U256 {
	U256([d, c, b, a])
}
