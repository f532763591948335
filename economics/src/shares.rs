// SPDX-License-Identifier: Apache-2.0

//! A pool whose members own shares, so that a loss meets all of them in one step.
//!
//! ```text
//! value of s shares  =  ⌊amount · s / shares⌋
//! shares for a       =  ⌊a · shares / amount⌋        (one per planck in an empty pool)
//! ```
//!
//! Both round down, in favour of those who stay: joining and leaving never lowers what a share of
//! the others is worth. As long as nothing was lost, a share is worth one planck exactly.

use crate::mul_div_floor;

/// Tokens that belong to the holders of shares in proportion.
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
pub struct SharePool {
	amount: u128,
	shares: u128,
}

impl SharePool {
	/// The tokens in the pool, in planck.
	pub const fn amount(&self) -> u128 {
		self.amount
	}

	/// The shares that there are.
	pub const fn shares(&self) -> u128 {
		self.shares
	}

	/// Whether there are shares and they are worth nothing, so that nobody can join.
	pub const fn is_wiped_out(&self) -> bool {
		self.amount == 0 && self.shares > 0
	}

	/// What `shares` are worth, in planck, rounded down.
	pub fn value(&self, shares: u128) -> u128 {
		mul_div_floor(self.amount, shares.min(self.shares), self.shares).unwrap_or(0)
	}

	/// The fewest shares worth at least `value` planck; all of them where the pool is worth less.
	pub fn shares_worth(&self, value: u128) -> u128 {
		crate::mul_div_ceil(value, self.shares, self.amount)
			.map_or(self.shares, |shares| shares.min(self.shares))
	}

	/// The pool after `amount` planck joined, and the shares for them. `None` where the pool
	/// [is wiped out](Self::is_wiped_out), where the amount is not worth one share, or on overflow.
	pub fn join(self, amount: u128) -> Option<(Self, u128)> {
		let shares = match self.shares {
			0 => amount,
			_ => mul_div_floor(amount, self.shares, self.amount)?,
		};
		if shares == 0 {
			return None;
		}
		let amount = self.amount.checked_add(amount)?;
		Some((Self { amount, shares: self.shares.checked_add(shares)? }, shares))
	}

	/// The pool after `shares` left, and the planck they took. `None` where there are fewer.
	pub fn leave(self, shares: u128) -> Option<(Self, u128)> {
		let left = self.shares.checked_sub(shares)?;
		// Nobody is left who could own a remainder, but the last one takes the whole anyway.
		let value = self.value(shares);
		Some((Self { amount: self.amount.checked_sub(value)?, shares: left }, value))
	}

	/// The pool after the part `numerator / denominator` of it, rounded down, was lost, and that
	/// loss in planck. Rounded down, so that only a loss of the whole wipes a pool out. `None` where
	/// the denominator is zero or the part more than the whole.
	pub fn lose(self, numerator: u128, denominator: u128) -> Option<(Self, u128)> {
		let loss = mul_div_floor(self.amount, numerator, denominator)?;
		Some((Self { amount: self.amount.checked_sub(loss)?, ..self }, loss))
	}
}
