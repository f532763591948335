// SPDX-License-Identifier: Apache-2.0

//! Chance that comes from a seed and is the same on every machine.

use crate::Balance;

/// SplitMix64: small, fast, and good enough to choose by.
pub struct Dice(u64);

impl Dice {
	pub fn new(seed: u64) -> Self {
		Self(seed)
	}

	fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut z = self.0;
		z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		z ^ (z >> 31)
	}

	/// A number below `limit`, or zero.
	pub fn below(&mut self, limit: u64) -> u64 {
		self.next() % limit.max(1)
	}

	/// A number from `least` to `most`.
	pub fn between(&mut self, least: u64, most: u64) -> u64 {
		least + self.below(most.saturating_sub(least) + 1)
	}

	/// Something that happens in `percent` of a hundred cases.
	pub fn chance(&mut self, percent: u64) -> bool {
		self.below(100) < percent
	}

	/// One of `things`.
	pub fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
		things.get(self.below(things.len() as u64) as usize)
	}

	/// An amount from `least` to `most` planck, each order of magnitude as likely.
	pub fn planck(&mut self, least: Balance, most: Balance) -> Balance {
		let span = most.saturating_sub(least);
		let bits = Balance::BITS - span.leading_zeros();
		let width = self.below(u64::from(bits) + 1) as u32;
		let noise = Balance::from(self.next()) << 64 | Balance::from(self.next());
		let offset = noise & Balance::MAX.checked_shr(Balance::BITS - width).unwrap_or(0);
		least + offset.min(span)
	}
}
