// SPDX-License-Identifier: Apache-2.0

//! Powers of two and of e.

use super::{
	real::{mul_fractions, Real, HALF},
	tables,
};
use primitive_types::U256;

/// How often the argument is halved before the series, and its result squared after it.
const HALVINGS: usize = 12;

/// More than the error of [`loss`], as a fraction of 2²⁵⁶: 2⁻²⁴⁰.
///
/// The series errs by less than 2⁻²⁵⁴, and each of the twelve squarings doubles that and adds
/// less than 2⁻²⁵⁶.
const MARGIN: U256 = U256([1 << 16, 0, 0, 0]);

/// The end of the domain: powers stay at `2^(∓FARTHEST)` from there on.
const FARTHEST: i32 = 1 << 30;

/// `2^(−x)`, rounded up, and exact where `x` is an integer.
pub fn exp2_neg(x: Real) -> Real {
	let Some((whole, fraction)) = x.split() else {
		return Real::power_of_two(FARTHEST.saturating_neg());
	};
	let loss = loss(fraction).saturating_sub(MARGIN);
	complement(loss).shifted(whole.saturating_neg())
}

/// `2^x`, rounded down, and exact where `x` is an integer.
pub fn exp2(x: Real) -> Real {
	let Some((whole, fraction)) = x.split() else {
		return Real::power_of_two(FARTHEST);
	};
	if fraction.is_zero() {
		return Real::power_of_two(whole);
	}
	// 2^f = 2 · 2^(−(1 − f)), which is above one.
	let (rest, _always_borrows) = U256::zero().overflowing_sub(fraction);
	let loss = loss(rest).saturating_add(MARGIN).min(HALF);
	complement(loss).shifted(whole.saturating_add(1))
}

/// `e^(−x)`, rounded up.
pub fn exp_neg(x: Real) -> Real {
	exp2_neg(x.times(Real::LOG2_E))
}

/// `1 − loss`, exactly.
fn complement(loss: U256) -> Real {
	if loss.is_zero() {
		return Real::ONE;
	}
	let (complement, _always_borrows) = U256::zero().overflowing_sub(loss);
	Real::from_fraction(complement)
}

/// `1 − 2^(−f)`, less than [`MARGIN`] off to either side.
///
/// Both are fractions of 2²⁵⁶. To work with the distance from one, rather than with the power,
/// keeps all numbers below one.
fn loss(f: U256) -> U256 {
	// 2^(−f) = (e^(−t))^(2^HALVINGS) with t = f · ln 2 / 2^HALVINGS < 2^(−12.5).
	let t = mul_fractions(mul_fractions(f, tables::LN_2), HALVED);
	// e^(−t) = 1 − t + t²·(1/2! − t·(1/3! − t·(1/4! − …)))
	let tail = tables::INVERSE_FACTORIALS
		.iter()
		.rev()
		.fold(U256::zero(), |sum, term| term.saturating_sub(mul_fractions(t, sum)));
	let mut loss = t.saturating_sub(mul_fractions(mul_fractions(t, t), tail));
	for _ in 0..HALVINGS {
		// (1 − l)² = 1 − (2·l − l²)
		loss = loss.saturating_add(loss).saturating_sub(mul_fractions(loss, loss));
	}
	loss
}

/// `2^(−HALVINGS)`, as a fraction of 2²⁵⁶.
const HALVED: U256 = U256([0, 0, 0, 1 << (64 - HALVINGS)]);
