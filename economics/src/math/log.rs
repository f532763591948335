// SPDX-License-Identifier: Apache-2.0

//! Natural logarithms, and powers of any base.

use super::{
	exp::exp_neg,
	real::{halve, mul_fractions, Real},
	tables::{INVERSE_ODDS, LN_TABLE},
};
use primitive_types::U256;

/// `ln x`, rounded down; zero for an `x` below one.
pub fn ln(x: Real) -> Real {
	ln_1p(x.minus_one())
}

/// `ln(1 + x)`, rounded down, and as precise for a tiny `x` as for a large one.
pub fn ln_1p(x: Real) -> Real {
	let (mantissa, exponent) = Real::ONE.plus(x).parts();
	// 1 + x = 2^k · m with 1 ≤ m < 2, and m lies above the anchor a = 1 + j/32 by less than 1/32.
	let doublings = exponent.saturating_sub(1);
	let (step, anchor) = anchor_below(mantissa);
	let distance = if doublings == 0 && step == 0 {
		// The addition of one has cut off the tail of a small x; m − 1 still has all of it.
		x
	} else {
		Real::from_fraction(mantissa.saturating_sub(anchor)).shifted(1)
	};
	// ln(m / a) = 2·atanh((m − a) / (m + a)); a divisor rounded up makes a quotient rounded down.
	let quarter_of_sum = halve(mantissa).saturating_add(halve(anchor)).saturating_add(U256::one());
	let remainder = atanh(distance.div_fraction(quarter_of_sum).shifted(-2)).shifted(1);

	let of_anchor = LN_TABLE.get(step).copied().unwrap_or_default();
	Real::from(u128::from(doublings.unsigned_abs()))
		.times(Real::LN_2)
		.plus(Real::from_fraction(of_anchor))
		.plus(remainder)
}

/// `(1 + x)^(−p)`, rounded up.
pub fn pow_neg_1p(x: Real, p: Real) -> Real {
	exp_neg(p.times(ln_1p(x)))
}

/// `x^(−p)`, rounded up; one for an `x` below one.
pub fn pow_neg(x: Real, p: Real) -> Real {
	pow_neg_1p(x.minus_one(), p)
}

/// `atanh(s) = s·(1 + s²/3 + s⁴/5 + …)` for `s ≤ 1/64`, rounded down.
fn atanh(s: Real) -> Real {
	let fraction = s.split().map_or(U256::zero(), |(_, fraction)| fraction);
	let square = mul_fractions(fraction, fraction);
	let tail = INVERSE_ODDS
		.iter()
		.rev()
		.fold(U256::zero(), |sum, term| mul_fractions(square, term.saturating_add(sum)));
	s.plus(s.times(Real::from_fraction(tail)))
}

/// The largest `a = 1 + j/32` that is not above `m`, for an `m` between one and two: `j` and `a`.
/// Here `m` and `a` are fractions of 2²⁵⁵.
const fn anchor_below(m: U256) -> (usize, U256) {
	let U256([_, _, _, top]) = m;
	let kept = top >> ANCHOR_SHIFT;
	((kept & 0b1_1111) as usize, U256([0, 0, 0, kept << ANCHOR_SHIFT]))
}

/// What is below the leading one and the five bits of `j` in the top word of a mantissa.
const ANCHOR_SHIFT: u32 = 58;
