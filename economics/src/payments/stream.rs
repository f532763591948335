// SPDX-License-Identifier: Apache-2.0

//! A price per period, charged by the millisecond.
//!
//! ```text
//! cost(t) = ⌊price · t / period⌋
//! ```
//!
//! What a settlement charges is the cost up to now less what was charged before. So one settlement
//! in a year and one in every block charge the same, to the planck, and rounding is in the
//! customer's favour once, not once in every settlement.

use crate::{mul_div_ceil, mul_div_floor};

/// What all units of a service cost in each period.
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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rate {
	/// Planck for each period.
	pub price: u128,
	/// The length of a period in milliseconds. Zero counts as one.
	pub period: u64,
}

impl Rate {
	/// What `elapsed_ms` cost, in planck, rounded down; saturates at `u128::MAX`.
	pub fn cost(&self, elapsed_ms: u64) -> u128 {
		mul_div_floor(self.price, elapsed_ms.into(), self.period().into()).unwrap_or(u128::MAX)
	}

	/// The longest time in milliseconds that costs no more than `money` planck; `u64::MAX` where that
	/// is for ever.
	///
	/// ```text
	/// cost(funded) ≤ money < cost(funded + 1)
	/// ```
	pub fn funded(&self, money: u128) -> u64 {
		// ⌊price · t / period⌋ ≤ money  ⇔  t < (money + 1) · period / price
		let beyond = money
			.checked_add(1)
			.and_then(|short| mul_div_ceil(short, self.period().into(), self.price));
		let Some(beyond) = beyond else {
			return u64::MAX;
		};
		u64::try_from(beyond.saturating_sub(1)).unwrap_or(u64::MAX)
	}

	fn period(&self) -> u64 {
		self.period.max(1)
	}
}

/// Another price from an instant on.
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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
	/// When it takes effect, in milliseconds since 1970.
	pub from: u64,
	/// What it costs from then on.
	pub rate: Rate,
}

/// What a service costs from an instant on, with at most one change of the price to come.
///
/// The cost of each of the two segments rounds down by itself, so a change costs the provider less
/// than a planck, and nobody else anything.
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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tariff {
	/// From when it is charged, in milliseconds since 1970.
	pub since: u64,
	/// What it costs.
	pub rate: Rate,
	/// What it costs later. A change before `since` counts from `since` on.
	pub change: Option<Change>,
}

impl Tariff {
	/// What the time from `since` to `until` costs, in planck; saturates at `u128::MAX`. Zero up to
	/// `since`.
	pub fn cost(&self, until: u64) -> u128 {
		let (now, closed) = self.advance(until);
		closed.saturating_add(now.rate.cost(until.saturating_sub(now.since)))
	}

	/// The last instant up to which it costs no more than `money` planck; `u64::MAX` where that is for
	/// ever.
	///
	/// ```text
	/// cost(t) ≤ money < cost(t + 1)        for money < u128::MAX
	/// ```
	pub fn lasts_until(&self, money: u128) -> u64 {
		let at_this_rate = self.since.saturating_add(self.rate.funded(money));
		// The rate after a change, if the money lasts so long.
		let (last, closed) = self.advance(at_this_rate);
		last.since.saturating_add(last.rate.funded(money.saturating_sub(closed)))
	}

	/// The tariff at `now` and what the time before its start costs, in planck: with a change that has
	/// come, the tariff after it and the cost up to it; else the same and zero.
	pub fn advance(&self, now: u64) -> (Self, u128) {
		match self.change {
			Some(Change { from, rate }) if from <= now => {
				let since = from.max(self.since);
				let closed = self.rate.cost(since.saturating_sub(self.since));
				(Self { since, rate, change: None }, closed)
			}
			_ => (*self, 0),
		}
	}
}

/// The first start of a period at or after `t`, for periods of `period_ms` that begin at `start`;
/// `start` itself where `t` lies before it. Saturates at `u64::MAX`; a period of zero counts as one.
pub fn period_start_after(start: u64, period_ms: u64, t: u64) -> u64 {
	let period = period_ms.max(1);
	let begun = t.saturating_sub(start).div_ceil(period);
	start.saturating_add(begun.saturating_mul(period))
}

#[cfg(test)]
mod tests {
	use super::*;

	const HOUR: u64 = 3_600_000;

	#[test]
	fn a_price_is_charged_by_the_millisecond() {
		let rate = Rate { price: 7_200_000, period: HOUR };
		assert_eq!(rate.cost(0), 0);
		assert_eq!(rate.cost(1), 2);
		assert_eq!(rate.cost(HOUR), 7_200_000);
		assert_eq!(rate.funded(7_200_000), HOUR);
		assert_eq!(rate.funded(7_200_001), HOUR, "half a millisecond is none");
		assert_eq!(rate.funded(0), 0);
	}

	#[test]
	fn what_costs_nothing_lasts_for_ever() {
		let free = Rate { price: 0, period: HOUR };
		assert_eq!(free.cost(u64::MAX), 0);
		assert_eq!(free.funded(0), u64::MAX);
	}

	#[test]
	fn extremes_saturate() {
		let dear = Rate { price: u128::MAX, period: 0 };
		assert_eq!(dear.cost(1), u128::MAX);
		assert_eq!(dear.cost(2), u128::MAX);
		assert_eq!(dear.funded(u128::MAX - 1), 0);
		assert_eq!(dear.funded(u128::MAX), u64::MAX);
	}

	#[test]
	fn a_change_counts_from_its_instant_on() {
		let old = Rate { price: 10, period: 4 };
		let tariff = Tariff {
			since: 100,
			rate: old,
			change: Some(Change { from: 105, rate: Rate { price: 20, period: 4 } }),
		};
		assert_eq!(tariff.cost(50), 0);
		assert_eq!(tariff.cost(103), 7);
		// 12.5 and 10: the half is dropped where the price changes.
		assert_eq!(tariff.cost(105), 12);
		assert_eq!(tariff.cost(107), 22);
		assert_eq!(tariff.lasts_until(7), 103);
		assert_eq!(tariff.lasts_until(12), 105);
		assert_eq!(tariff.lasts_until(22), 107);

		let (later, closed) = tariff.advance(105);
		assert_eq!((later.since, later.change, closed), (105, None, 12));
		assert_eq!(tariff.advance(104), (tariff, 0));
	}

	#[test]
	fn a_change_before_the_start_is_the_price_from_the_start_on() {
		let change = Change { from: 3, rate: Rate { price: 2, period: 1 } };
		let tariff = Tariff { since: 10, rate: Rate { price: 1, period: 1 }, change: Some(change) };
		assert_eq!(tariff.cost(15), 10);
		assert_eq!(tariff.lasts_until(10), 15);
	}

	#[test]
	fn a_period_starts_where_the_one_before_ends() {
		assert_eq!(period_start_after(100, 30, 0), 100);
		assert_eq!(period_start_after(100, 30, 100), 100);
		assert_eq!(period_start_after(100, 30, 101), 130);
		assert_eq!(period_start_after(100, 30, 130), 130);
		assert_eq!(period_start_after(100, 0, 117), 117);
		assert_eq!(period_start_after(u64::MAX - 1, 5, u64::MAX), u64::MAX);
	}
}
