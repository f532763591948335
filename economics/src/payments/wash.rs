// SPDX-License-Identifier: Apache-2.0

//! Why a provider who buys from himself loses.
//!
//! Paid volume is a metric, so a payment makes a KPI stream emit. Whoever pays himself gets his money
//! back but for what is burned and what the treasury has; he could hope that the emission he causes is
//! worth more. The rule against it: *the marginal emission of one burned token stays below one token*.
//! It counts all emission that the payment causes, whoever receives it, and only the burned part of
//! the price, so it holds for any accomplices, with the treasury and the payees among them.
//!
//! # The bound
//!
//! With reservoir `K`, half-life `H` and a baseline of `b₀` at the start, the target of a [`KpiStream`]
//! is concave in the cumulated KPI `C`: its slope is greatest at `C = 0`,
//!
//! ```text
//! dT/dC ≤ K·ln 2 / (b₀·H)                              planck per unit · millisecond
//! ```
//!
//! A counter that grows by one for every `unit` planck paid, whose baseline says how much it should grow in a
//! `period`, cumulates `period / unit` for each planck, and no planck counts twice: the track of the
//! [`emission`](crate::emission) integrates the counter itself. What lies above the baseline does not count,
//! which only helps. So one planck paid makes the stream emit at most
//!
//! ```text
//! m = K·ln 2·period / (b₀·H·unit)                      planck
//! ```
//!
//! and self-dealing loses where `m` is below the burned share of a payment. A change of the stream changes
//! `K`, `H` or `b₀`: then ask again.
//!
//! What this says nothing of: a reward that is divided by paid work, whatever the KPI streams emit. It
//! moves from honest providers to the one who buys from himself, and has to be bounded where it is
//! divided.

use crate::{math::Real, KpiStream, WHOLE};
use primitive_types::{U256, U512};

/// How payments become the reading of a metric.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Meter {
	/// How many planck have to be paid for the counter to grow by one.
	pub unit: u128,
	/// For which time the baseline says how much the counter should grow, in milliseconds.
	pub period: u64,
}

/// An upper bound of what one planck paid makes `stream` emit, in parts of [`WHOLE`] of a planck,
/// rounded up; saturates at `u128::MAX`, also where the meter has a unit of zero.
pub fn marginal_emission(stream: &KpiStream, meter: Meter) -> u128 {
	Slope::of(stream, meter).times_ceil(WHOLE.into())
}

/// An upper bound of what `paid` planck make `stream` emit, in planck; saturates at `u128::MAX`, also
/// where the meter has a unit of zero.
///
/// The slope times the amount, rounded up, and one planck: by so much may the rounding of the target
/// differ before and after.
pub fn most_emitted(stream: &KpiStream, meter: Meter, paid: u128) -> u128 {
	Slope::of(stream, meter).times_ceil(paid).saturating_add(1)
}

/// Whether one planck burned makes `stream` emit less than a planck, if of each payment the share
/// `burn` in parts of [`WHOLE`] is burned.
pub fn self_dealing_loses(stream: &KpiStream, meter: Meter, burn: u64) -> bool {
	Slope::of(stream, meter).is_below(burn)
}

/// The smallest baseline at the start, at least one, with which [`self_dealing_loses`] for a stream of
/// `reservoir` planck that empties by half within `half_life_ms`. `None` where no baseline of 64 bits
/// is enough.
pub fn min_baseline(reservoir: u128, half_life_ms: u64, meter: Meter, burn: u64) -> Option<u64> {
	let Slope { planck, per } = Slope::new(reservoir, half_life_ms, 1, meter);
	// slope / baseline < burn / WHOLE  ⇔  baseline > slope · WHOLE / burn
	let least = times(planck, WHOLE.into()).checked_div(times(per, burn.into()))?;
	u64::try_from(least).ok()?.checked_add(1)
}

/// What one planck paid makes a stream emit at the start: `planck / per`, never below the exact value.
// The widest products have 448 bits: 128 each for the reservoir, ln 2 and an amount, 64 for a time; 128 each
// for the scale of ln 2 and the unit, 64 each for the baseline and a time, 60 for a share.
struct Slope {
	planck: U512,
	per: U512,
}

impl Slope {
	fn of(stream: &KpiStream, meter: Meter) -> Self {
		Self::new(stream.reservoir(), stream.half_life(), stream.baseline(), meter)
	}

	fn new(reservoir: u128, half_life_ms: u64, baseline: u64, meter: Meter) -> Self {
		let (ln_2, _scaled_by_2_to_the_256) = Real::LN_2.parts();
		let U256([_, _, low, high]) = ln_2;
		// Rounded up to a fraction of 2¹²⁸.
		let ln_2 = U512::from(U256([low, high, 0, 0]).saturating_add(U256::one()));
		let base = times(times(U512([0, 0, 1, 0, 0, 0, 0, 0]), meter.unit), baseline.into());
		Self {
			planck: times(times(ln_2, reservoir), meter.period.into()),
			per: times(base, half_life_ms.into()),
		}
	}

	/// `⌈slope · factor⌉`; saturates at `u128::MAX`.
	fn times_ceil(&self, factor: u128) -> u128 {
		let product = times(self.planck, factor);
		let Some(floor) = product.checked_div(self.per) else {
			return u128::MAX;
		};
		let exact = times_wide(floor, self.per) == product;
		u128::try_from(floor).unwrap_or(u128::MAX).saturating_add(u128::from(!exact))
	}

	fn is_below(&self, share: u64) -> bool {
		times(self.planck, WHOLE.into()) < times(self.per, share.into())
	}
}

fn times(wide: U512, factor: u128) -> U512 {
	times_wide(wide, factor.into())
}

/// Saturating, though nothing here has more bits than 512.
fn times_wide(a: U512, b: U512) -> U512 {
	a.saturating_mul(b)
}

#[cfg(test)]
mod tests {
	use super::*;

	const DSYNC: u128 = 1_000_000_000_000_000_000;
	const DAY: u64 = 86_400_000;
	const SIX_YEARS: u64 = 6 * 31_557_600_000;
	const METER: Meter = Meter { unit: DSYNC / 1_000, period: DAY };

	fn stream(baseline: u64) -> KpiStream {
		KpiStream::new(87_500_000 * DSYNC, SIX_YEARS, baseline, 0).unwrap()
	}

	#[test]
	fn a_small_baseline_invites_self_dealing() {
		// 87.5 M · ln 2 / (2,191.5 days · 1,000 DSYNC a day) = 27.675…
		let marginal = marginal_emission(&stream(1_000_000), METER);
		assert_eq!(marginal / 1_000_000_000_000_000, 27_675);
		assert!(!self_dealing_loses(&stream(1_000_000), METER, WHOLE));
	}

	#[test]
	fn the_least_baseline_is_enough_and_one_less_is_not() {
		let least = |burn| min_baseline(87_500_000 * DSYNC, SIX_YEARS, METER, burn);
		// In thousandths of a DSYNC a day, with a burn of a tenth.
		let baseline = least(WHOLE / 10).unwrap();
		assert_eq!(baseline / 1_000, 276_752);
		assert!(self_dealing_loses(&stream(baseline), METER, WHOLE / 10));
		assert!(!self_dealing_loses(&stream(baseline - 1), METER, WHOLE / 10));
		assert_eq!(least(0), None, "what burns nothing costs nothing");
		assert_eq!(least(1), None);
		assert_eq!(min_baseline(0, SIX_YEARS, METER, 1), Some(1));
	}

	#[test]
	fn a_meter_that_cannot_be_is_never_safe() {
		let meter = Meter { unit: 0, ..METER };
		assert!(!self_dealing_loses(&stream(u64::MAX), meter, WHOLE));
		assert_eq!(marginal_emission(&stream(1), meter), u128::MAX);
		assert_eq!(min_baseline(1, 1, meter, WHOLE), None);
	}
}
