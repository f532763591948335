// SPDX-License-Identifier: Apache-2.0

//! Divides what has been paid between the provider, the fire and the treasury.
//!
//! ```text
//! kept(T)     = ⌊(burn + treasury) · T⌋
//! provider(T) = T − kept(T)                                rounds up
//! burned(T)   = ⌈kept(T) · burn / (burn + treasury)⌉       never below ⌊burn · T⌋
//! treasury(T) = kept(T) − burned(T)                        never above treasury · T
//! ```
//!
//! `T` is all that was ever paid under these shares; a payment takes what the parts grow by. So a
//! million small payments burn what one large payment burns.
//!
//! # Why not `⌊share · T⌋` for each
//!
//! Because then two parts can grow by a planck at once when one planck is paid, and the provider's part
//! would have to shrink. Divided twice, every part grows with `T`, and the parts add up to it.

use crate::{mul_div_ceil, mul_div_floor, WHOLE};

/// What of a payment does not go to the provider.
#[cfg_attr(
	feature = "codec",
	derive(
		codec::Encode,
		codec::Decode,
		codec::DecodeWithMemTracking,
		codec::MaxEncodedLen,
		scale_info::TypeInfo
	)
)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Shares {
	/// What is burned, in parts of [`WHOLE`].
	pub burn: u64,
	/// What the treasury has, in parts of [`WHOLE`].
	pub treasury: u64,
}

/// An amount, divided. The parts add up to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Parts {
	/// For the provider, in planck.
	pub provider: u128,
	/// To burn, in planck.
	pub burned: u128,
	/// For the treasury, in planck.
	pub treasury: u128,
}

impl Shares {
	/// Whether the shares are no more than the whole. Where they are more, nothing is left for the
	/// provider, and the two divide all in proportion.
	pub fn is_valid(&self) -> bool {
		self.kept() <= WHOLE.into()
	}

	/// The parts of all that was ever paid under these shares.
	pub fn of(&self, total: u128) -> Parts {
		let shares = self.kept();
		let kept = mul_div_floor(total, shares.min(WHOLE.into()), WHOLE.into()).unwrap_or(total);
		// Nothing is kept where there are no shares.
		let burned = mul_div_ceil(kept, self.burn.into(), shares).unwrap_or(0);
		Parts {
			provider: total.saturating_sub(kept),
			burned,
			treasury: kept.saturating_sub(burned),
		}
	}

	/// The parts of `amount` planck that are paid after `paid` planck under the same shares: what the
	/// parts [of](Self::of) the total grow by. `None` where the total exceeds `u128`.
	pub fn next(&self, paid: u128, amount: u128) -> Option<Parts> {
		let before = self.of(paid);
		let after = self.of(paid.checked_add(amount)?);
		Some(Parts {
			provider: after.provider.checked_sub(before.provider)?,
			burned: after.burned.checked_sub(before.burned)?,
			treasury: after.treasury.checked_sub(before.treasury)?,
		})
	}

	fn kept(&self) -> u128 {
		u128::from(self.burn).saturating_add(self.treasury.into())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const PERCENT: u64 = WHOLE / 100;

	#[test]
	fn rounding_goes_to_the_provider_and_then_to_the_fire() {
		let shares = Shares { burn: 10 * PERCENT, treasury: 5 * PERCENT };
		let parts = |provider, burned, treasury| Parts { provider, burned, treasury };
		assert_eq!(shares.of(0), parts(0, 0, 0));
		assert_eq!(shares.of(6), parts(6, 0, 0));
		assert_eq!(shares.of(7), parts(6, 1, 0));
		assert_eq!(shares.of(100), parts(85, 10, 5));
		assert_eq!(shares.of(119), parts(102, 12, 5));
		assert_eq!(shares.next(7, 93), Some(parts(79, 9, 5)));
		assert_eq!(shares.next(1, u128::MAX), None);
	}

	#[test]
	fn all_may_go_to_one() {
		let all = |burn, treasury| Shares { burn, treasury }.of(u128::MAX);
		assert_eq!(all(0, 0).provider, u128::MAX);
		assert_eq!(all(WHOLE, 0).burned, u128::MAX);
		assert_eq!(all(0, WHOLE).treasury, u128::MAX);
	}

	#[test]
	fn shares_beyond_the_whole_are_invalid_and_lose_nothing() {
		let shares = Shares { burn: WHOLE, treasury: WHOLE };
		assert!(!shares.is_valid());
		assert_eq!(shares.of(10), Parts { provider: 0, burned: 5, treasury: 5 });
		assert!(Shares { burn: WHOLE - 1, treasury: 1 }.is_valid());
		assert!(!Shares { burn: u64::MAX, treasury: u64::MAX }.is_valid());
	}
}
