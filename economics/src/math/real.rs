// SPDX-License-Identifier: Apache-2.0

//! The number type of this crate's mathematics.

use super::tables;
use primitive_types::{U256, U512};

/// How many bits a mantissa has.
const BITS: i32 = 256;

/// A non-negative number: a mantissa of 256 bits and a binary exponent.
///
/// All operations round down unless they say otherwise; each loses less than 2⁻²⁵⁴ of its result.
/// The exponent saturates, far outside what any stream needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Real {
	/// A fraction of 2²⁵⁶ with its top bit set, so at least a half; zero for zero.
	mantissa: U256,
	/// The value is the mantissa times two to this power.
	exponent: i32,
}

impl Real {
	/// Zero.
	pub const ZERO: Self = Self { mantissa: U256::zero(), exponent: 0 };
	/// One.
	pub const ONE: Self = Self::power_of_two(0);
	/// `ln 2`, rounded down.
	pub const LN_2: Self = Self { mantissa: tables::LN_2, exponent: 0 };
	/// `1 / ln 2`, rounded down.
	pub const LOG2_E: Self = Self {
		mantissa: U256([
			0x8b25_166c_d1a1_3247,
			0xeb57_7aa8_dd69_5a58,
			0xbe87_fed0_691d_3e88,
			0xb8aa_3b29_5c17_f0bb,
		]),
		exponent: 1,
	};

	/// `2^exponent`, exactly.
	pub(super) const fn power_of_two(exponent: i32) -> Self {
		Self { mantissa: HALF, exponent: exponent.saturating_add(1) }
	}

	/// `numerator / denominator`, rounded down, and exact where the quotient is an integer; the
	/// largest number there is where the denominator is zero.
	pub fn ratio(numerator: u128, denominator: u128) -> Self {
		if numerator == 0 {
			return Self::ZERO;
		}
		// Scaled so that the quotient has 256 or 257 bits, enough for a whole mantissa.
		let scale = BITS.saturating_add(bits(denominator)).saturating_sub(bits(numerator));
		let quotient = shl(U512::from(numerator), scale).checked_div(denominator.into());
		quotient.map_or(Self::power_of_two(i32::MAX), |quotient| {
			Self::normalise(quotient, (2 * BITS).saturating_sub(scale))
		})
	}

	/// `fraction / 2^256`, exactly.
	pub(super) fn from_fraction(fraction: U256) -> Self {
		Self::normalise(widen(fraction), 0)
	}

	/// `wide / 2^512 · 2^exponent`, rounded down.
	pub(super) fn normalise(wide: U512, exponent: i32) -> Self {
		if wide.is_zero() {
			return Self::ZERO;
		}
		let zeros = wide.leading_zeros() as i32;
		Self { mantissa: high(shl(wide, zeros)), exponent: exponent.saturating_sub(zeros) }
	}

	/// The mantissa as a fraction of 2²⁵⁶ and the exponent: the value is
	/// `mantissa · 2^(exponent − 256)`.
	pub const fn parts(self) -> (U256, i32) {
		(self.mantissa, self.exponent)
	}

	/// Whether this is zero.
	pub const fn is_zero(self) -> bool {
		self.mantissa.is_zero()
	}

	/// `self · other`, rounded down.
	pub fn times(self, other: Self) -> Self {
		Self::normalise(
			self.mantissa.full_mul(other.mantissa),
			self.exponent.saturating_add(other.exponent),
		)
	}

	/// `self · 2^by`, exactly.
	pub(super) const fn shifted(self, by: i32) -> Self {
		if self.is_zero() {
			return self;
		}
		Self { mantissa: self.mantissa, exponent: self.exponent.saturating_add(by) }
	}

	/// `self + other`, rounded down.
	pub fn plus(self, other: Self) -> Self {
		if self.is_zero() {
			return other;
		}
		if other.is_zero() {
			return self;
		}
		let exponent = self.exponent.max(other.exponent);
		// One bit below the top, to leave room for the carry.
		let aligned = |term: Self| {
			let below = exponent.saturating_sub(term.exponent).saturating_add(1);
			shr(widen(term.mantissa), below)
		};
		let (sum, _never_overflows) = aligned(self).overflowing_add(aligned(other));
		Self::normalise(sum, exponent.saturating_add(1))
	}

	/// `self − 1`, rounded down; zero where this is below one.
	pub fn minus_one(self) -> Self {
		if self.exponent < 1 {
			return Self::ZERO;
		}
		let one = shr(widen(HALF), self.exponent.saturating_sub(1)).max(U512::one());
		Self::normalise(widen(self.mantissa).saturating_sub(one), self.exponent)
	}

	/// `self / (divisor / 2^256)`, rounded down, for a divisor of at least 2²⁵⁵.
	pub(super) fn div_fraction(self, divisor: U256) -> Self {
		let quotient = widen(self.mantissa).checked_div(divisor.into()).unwrap_or_default();
		Self::normalise(quotient, self.exponent.saturating_add(BITS))
	}

	/// `self / divisor`, rounded down; zero where the divisor is.
	pub fn over(self, divisor: Self) -> Self {
		self.div_fraction(divisor.mantissa).shifted(divisor.exponent.saturating_neg())
	}

	/// The integer part, `None` where it has more than 30 bits, and the fraction of 2²⁵⁶ that
	/// follows it, rounded down.
	pub(super) fn split(self) -> Option<(i32, U256)> {
		if self.exponent > 30 {
			return None;
		}
		if self.exponent <= 0 {
			return Some((0, high(shr(widen(self.mantissa), self.exponent.saturating_neg()))));
		}
		let wide = U512::from(self.mantissa);
		let whole = shl(wide, self.exponent);
		Some((high(whole).low_u32() as i32, low(whole)))
	}

	/// `⌊self · amount⌋`; saturates at `u128::MAX`.
	pub fn scale_floor(self, amount: u128) -> u128 {
		self.scale(amount).0
	}

	/// `⌈self · amount⌉`; saturates at `u128::MAX`.
	pub fn scale_ceil(self, amount: u128) -> u128 {
		let (floor, exact) = self.scale(amount);
		floor.saturating_add(u128::from(!exact))
	}

	/// `⌊self · amount⌋`, and whether that is exact.
	fn scale(self, amount: u128) -> (u128, bool) {
		let product = self.mantissa.full_mul(amount.into());
		if product.is_zero() {
			return (0, true);
		}
		let fraction_bits = BITS.saturating_sub(self.exponent);
		if fraction_bits <= 0 {
			return (u128::MAX, true);
		}
		let whole = shr(product, fraction_bits);
		let exact = shl(whole, fraction_bits) == product;
		(u128::try_from(whole).unwrap_or(u128::MAX), exact)
	}
}

impl From<u128> for Real {
	/// Exact.
	fn from(value: u128) -> Self {
		Self::normalise(value.into(), 2 * BITS)
	}
}

/// A half, as a fraction of 2²⁵⁶.
pub(super) const HALF: U256 = U256([0, 0, 0, 1 << 63]);

/// How many bits it takes to write `value`.
const fn bits(value: u128) -> i32 {
	128i32.saturating_sub(value.leading_zeros() as i32)
}

/// `fraction · 2^256`.
fn widen(U256([a, b, c, d]): U256) -> U512 {
	U512([0, 0, 0, 0, a, b, c, d])
}

/// `⌊wide / 2^256⌋`.
const fn high(U512([_, _, _, _, a, b, c, d]): U512) -> U256 {
	U256([a, b, c, d])
}

/// `wide mod 2^256`.
const fn low(U512([a, b, c, d, _, _, _, _]): U512) -> U256 {
	U256([a, b, c, d])
}

/// `⌊fraction / 2⌋`.
#[allow(clippy::arithmetic_side_effects)] // The shift of this type is total.
pub(super) fn halve(fraction: U256) -> U256 {
	fraction >> 1u32
}

/// `⌊a·b / 2^256⌋`: the product of two fractions of 2²⁵⁶.
pub(super) fn mul_fractions(a: U256, b: U256) -> U256 {
	high(a.full_mul(b))
}

/// `wide` shifted to the left; bits beyond the top are lost. A negative count shifts nothing.
// The shift of this type is total: all that leaves the number is dropped.
#[allow(clippy::arithmetic_side_effects)]
fn shl(wide: U512, count: i32) -> U512 {
	wide << count.max(0).unsigned_abs()
}

/// `wide` shifted to the right, rounded down. A negative count shifts nothing.
// The shift of this type is total: all that leaves the number is dropped.
#[allow(clippy::arithmetic_side_effects)]
fn shr(wide: U512, count: i32) -> U512 {
	wide >> count.max(0).unsigned_abs()
}
