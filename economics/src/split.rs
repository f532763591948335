// SPDX-License-Identifier: Apache-2.0

//! Divides amounts without losing a planck: every part rounds down, and what is left is named.

use primitive_types::U256;

/// The denominator of a share: shares are parts of 10¹⁸.
pub const WHOLE: u64 = 1_000_000_000_000_000_000;

/// An amount divided into `N` parts.
///
/// The parts and the remainder add up to the amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Split<const N: usize> {
	/// `⌊amount · share / 10¹⁸⌋` for each share, in planck.
	pub parts: [u128; N],
	/// What no part got, in planck: rounding dust, and the shares missing to the whole.
	pub remainder: u128,
}

/// Divides `amount` planck by `shares` in parts of [`WHOLE`]; each part rounds down.
///
/// With shares that sum to the whole the remainder is less than `N` planck. `None` where the
/// shares sum to more than the whole.
pub fn split<const N: usize>(amount: u128, shares: [u64; N]) -> Option<Split<N>> {
	let total = shares.iter().try_fold(0u64, |sum, share| sum.checked_add(*share))?;
	if total > WHOLE {
		return None;
	}
	let mut parts = [0; N];
	let mut remainder = amount;
	for (part, share) in parts.iter_mut().zip(shares) {
		*part = mul_div_floor(amount, share.into(), WHOLE.into())?;
		remainder = remainder.checked_sub(*part)?;
	}
	Some(Split { parts, remainder })
}

/// `⌊a·b/c⌋`, without overflow in between; `None` where `c` is zero or the result exceeds `u128`.
pub fn mul_div_floor(a: u128, b: u128, c: u128) -> Option<u128> {
	if let Some(product) = a.checked_mul(b) {
		return product.checked_div(c);
	}
	let quotient = wide_product(a, b).checked_div(c.into())?;
	u128::try_from(quotient).ok()
}

/// `⌈a·b/c⌉`, without overflow in between; `None` where `c` is zero or the result exceeds `u128`.
pub fn mul_div_ceil(a: u128, b: u128, c: u128) -> Option<u128> {
	let floor = mul_div_floor(a, b, c)?;
	let exact = wide_product(floor, c) == wide_product(a, b);
	floor.checked_add(u128::from(!exact))
}

/// The product of two 128-bit numbers, which always fits 256 bits.
fn wide_product(a: u128, b: u128) -> U256 {
	U256::from(a).overflowing_mul(b.into()).0
}
