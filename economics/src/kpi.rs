// SPDX-License-Identifier: Apache-2.0

//! The KPI stream: a reservoir that empties with what the network achieves, measured against a
//! baseline that grows.
//!
//! The baseline of a metric is `b(t) = b₀·2^(t/D)`, doubling every `D`; `D = 0` means a flat one.
//! Of each reading only what does not exceed the baseline counts, cumulated over time:
//!
//! ```text
//! C = ∫ min(reading, b(t)) dt                        in unit · milliseconds
//! ```
//!
//! Let θ be the *effective network time*, at which a network that is always on its baseline would
//! have cumulated the same: `∫₀^θ b = C`. The stream has then emitted what a fixed stream emits
//! in the time θ. With `g = ln 2 / D` and `λ = ln 2 / H` this has a closed form:
//!
//! ```text
//! b(θ)   = b₀ + g·C
//! target = K·(1 − 2^(−θ/H))
//!        = K·(1 − (b₀ / (b₀ + g·C))^(λ/g))
//!        = K·(1 − (1 + ln 2 · C / (b₀·D))^(−D/H))
//!        = K·(1 − 2^(−C / (b₀·H)))                   for a flat baseline
//! ```

use crate::{
	fixed::emitted,
	math::{exp2, exp2_neg, ln_1p, pow_neg_1p, Real},
	InvalidStream,
};

/// A reservoir that empties with the achievement of one metric.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KpiStream {
	reservoir: u128,
	half_life: u64,
	baseline: u64,
	doubling: u64,
	start: u128,
}

impl KpiStream {
	/// A stream of `reservoir` planck that empties by half within each `half_life_ms` in which the
	/// metric is on its baseline: `baseline` units at first, twice as many every `doubling_ms`;
	/// for ever the same if `doubling_ms` is zero.
	///
	/// # Errors
	///
	/// [`InvalidStream`] where the half-life or the baseline is zero.
	pub const fn new(
		reservoir: u128,
		half_life_ms: u64,
		baseline: u64,
		doubling_ms: u64,
	) -> Result<Self, InvalidStream> {
		if half_life_ms == 0 || baseline == 0 {
			return Err(InvalidStream);
		}
		Ok(Self { reservoir, half_life: half_life_ms, baseline, doubling: doubling_ms, start: 0 })
	}

	/// The same for a reservoir that begins when `start` unit · milliseconds are cumulated already: with
	/// `b(θ)` the baseline at their effective time it emits what a stream does that begins with `b(θ)`.
	///
	/// ```text
	/// target = K·(1 − ((b₀ + g·C) / (b₀ + g·start))^(−λ/g))
	///        = K·(1 − 2^(−(C − start) / (b₀·H)))       for a flat baseline
	/// ```
	pub const fn starting_at(self, start: u128) -> Self {
		Self { start, ..self }
	}

	/// What the stream emits in all eternity, in planck.
	pub const fn reservoir(&self) -> u128 {
		self.reservoir
	}

	/// The time on the baseline in which the remainder halves, in milliseconds.
	pub const fn half_life(&self) -> u64 {
		self.half_life
	}

	/// What the metric has to reach at the start, in its unit.
	pub const fn baseline(&self) -> u64 {
		self.baseline
	}

	/// The time in which the baseline doubles, in milliseconds; zero for a flat baseline.
	pub const fn doubling(&self) -> u64 {
		self.doubling
	}

	/// What the stream may have emitted for `cumulated` unit · milliseconds that count, in planck,
	/// rounded down.
	///
	/// Never falls as `cumulated` grows, and stays below a reservoir that is not empty.
	pub fn target(&self, cumulated: u128) -> u128 {
		let since = cumulated.saturating_sub(self.start);
		let retained = if self.doubling == 0 {
			exp2_neg(Real::ratio(since, product(self.half_life, self.baseline)))
		} else {
			let exponent = Real::ratio(self.doubling.into(), self.half_life.into());
			pow_neg_1p(self.growth_by(since), exponent)
		};
		emitted(self.reservoir, retained)
	}

	/// The baseline `elapsed_ms` after the start, in the metric's unit, rounded down; saturates at
	/// `u64::MAX`.
	pub fn baseline_at(&self, elapsed_ms: u64) -> u64 {
		let value = self.growth(elapsed_ms).scale_floor(self.baseline.into());
		u64::try_from(value).unwrap_or(u64::MAX)
	}

	/// What a metric that is always on its baseline cumulates within `elapsed_ms`, in
	/// unit · milliseconds, rounded down; saturates at `u128::MAX`:
	///
	/// ```text
	/// B(t) = ∫₀^t b = b₀·D/ln 2 · (2^(t/D) − 1)          b₀·t for a flat baseline
	/// ```
	pub fn cumulative_baseline(&self, elapsed_ms: u64) -> u128 {
		if self.doubling == 0 {
			return product(self.baseline, elapsed_ms);
		}
		self.growth(elapsed_ms)
			.minus_one()
			.times(Real::LOG2_E)
			.scale_floor(product(self.baseline, self.doubling))
	}

	/// What a reading of `value` from `from_ms` to `to_ms` after the start adds to the cumulated
	/// KPI, in unit · milliseconds: `min(value·(to − from), B(to) − B(from))` with `B` the
	/// [cumulative baseline](Self::cumulative_baseline).
	///
	/// The second term telescopes, so the increments of any chain of steps add up to no more than
	/// `B` at its end, whatever their lengths. Zero where `to_ms` is not after `from_ms`.
	///
	/// Where `B` no longer fits 128 bits the baseline is above every reading, so it caps nothing.
	pub fn capped_increment(&self, value: u64, from_ms: u64, to_ms: u64) -> u128 {
		product(value, to_ms.saturating_sub(from_ms)).min(self.expected(from_ms, to_ms))
	}

	/// What a metric that is on its baseline from `from_ms` to `to_ms` after the start cumulates, in
	/// unit · milliseconds: `B(to) − B(from)`. Zero where `to_ms` is not after `from_ms`; `u128::MAX` where
	/// `B` no longer fits 128 bits.
	pub fn expected(&self, from_ms: u64, to_ms: u64) -> u128 {
		let expected = self.cumulative_baseline(to_ms);
		if expected == u128::MAX {
			return expected;
		}
		expected.saturating_sub(self.cumulative_baseline(from_ms))
	}

	/// The effective network time θ of `cumulated` unit · milliseconds, in milliseconds, rounded up: when a
	/// metric that is always on its baseline has cumulated as much. Saturates at `u64::MAX`.
	///
	/// ```text
	/// θ = D·log₂(1 + ln 2·C / (b₀·D))                      C / b₀ for a flat baseline
	/// ```
	pub fn effective_time(&self, cumulated: u128) -> u64 {
		let time = if self.doubling == 0 {
			cumulated.div_ceil(self.baseline.into())
		} else {
			let growth = Real::ratio(cumulated, product(self.baseline, self.doubling));
			ln_1p(Real::LN_2.times(growth)).times(Real::LOG2_E).scale_ceil(self.doubling.into())
		};
		u64::try_from(time).unwrap_or(u64::MAX)
	}

	/// By which part the effective baseline grows while `since` is cumulated from the start on.
	fn growth_by(&self, since: u128) -> Real {
		let part = |cumulated| {
			let share = Real::ratio(cumulated, product(self.baseline, self.doubling));
			Real::LN_2.times(share)
		};
		if self.start == 0 {
			return part(since);
		}
		part(since).over(Real::ONE.plus(part(self.start)))
	}

	/// The baseline at `elapsed_ms` over the first one, never above the exact value.
	fn growth(&self, elapsed_ms: u64) -> Real {
		if self.doubling == 0 {
			return Real::ONE;
		}
		exp2(Real::ratio(elapsed_ms.into(), self.doubling.into()))
	}
}

/// The product of two 64-bit numbers, which always fits 128 bits.
fn product(a: u64, b: u64) -> u128 {
	u128::from(a).saturating_mul(b.into())
}
