// SPDX-License-Identifier: Apache-2.0

//! Lock tiers: who binds tokens for longer weighs more.
//!
//! A multiplier is a whole number of hundredths, and a weight a whole number of hundredths of a
//! planck, so that no weight is ever rounded.

/// The multiplier of one, in hundredths.
pub const UNIT: u32 = 100;

const DAY: u64 = 86_400_000;

/// A length of time for which tokens are locked, and what they weigh meanwhile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tier {
	/// How long, in milliseconds.
	pub length: u64,
	/// The multiplier until then, in hundredths.
	pub multiplier: u32,
}

/// 30, 90, 180 and 360 days with 1, 1.5, 2.25 and 4 times the weight.
pub const TIERS: [Tier; 4] = [
	Tier { length: 30 * DAY, multiplier: 100 },
	Tier { length: 90 * DAY, multiplier: 150 },
	Tier { length: 180 * DAY, multiplier: 225 },
	Tier { length: 360 * DAY, multiplier: 400 },
];

/// What `amount` planck weigh at `multiplier` hundredths, exactly, in hundredths of a planck.
/// `None` on overflow.
pub fn weight(amount: u128, multiplier: u32) -> Option<u128> {
	amount.checked_mul(multiplier.into())
}

/// Whether each tier is longer than the one before and weighs no less, and none less than
/// [`UNIT`].
pub fn is_ladder(tiers: &[Tier]) -> bool {
	let rises = |pair: &[Tier]| match pair {
		[lower, upper] => lower.length < upper.length && lower.multiplier <= upper.multiplier,
		_ => false,
	};
	tiers.windows(2).all(rises)
		&& tiers.iter().all(|tier| tier.length > 0 && tier.multiplier >= UNIT)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_tiers_are_a_ladder() {
		assert!(is_ladder(&TIERS));
		assert!(is_ladder(&[]));
		let [a, b, ..] = TIERS;
		assert!(!is_ladder(&[b, a]));
		assert!(!is_ladder(&[a, a]));
		assert!(!is_ladder(&[Tier { length: 1, multiplier: 99 }]));
		assert!(!is_ladder(&[Tier { length: 0, multiplier: 100 }]));
	}

	#[test]
	fn a_weight_is_exact() {
		assert_eq!(weight(1, 225), Some(225));
		assert_eq!(weight(u128::MAX, 400), None);
	}
}
