// SPDX-License-Identifier: Apache-2.0

//! A counter on chain that feeds a track: each unit counts once.

/// How much of what was counted waits at most: the growth of a day on the baseline, so that payments that are
/// settled in batches count as if they came steadily, and a standstill leaves no more than that.
pub const COUNTER_WINDOW: u64 = 24 * 60 * 60 * 1_000;

/// What feeds a track in a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signal {
	/// What the metric stands at, in its unit.
	Level(u64),
	/// The part of its baseline that the metric reaches, in parts of [`WHOLE`](crate::WHOLE): of projections.
	Part(u64),
	/// What a counter on chain has counted.
	Count {
		/// Since the chain began, in the metric's unit.
		total: u128,
		/// For which time the baseline says how much it should grow, in milliseconds.
		period: u64,
		/// Whether what it counts now earns; else it is left out for good.
		counts: bool,
	},
}

/// What a track knows of its counter.
#[cfg_attr(
	feature = "codec",
	derive(codec::Encode, codec::Decode, codec::MaxEncodedLen, scale_info::TypeInfo)
)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Counter {
	total: u128,
	waiting: u128,
}

impl Counter {
	/// A counter that has counted `total` before the track began.
	pub const fn at(total: u128) -> Self {
		Self { total, waiting: 0 }
	}

	/// What was counted and has not earned yet, in unit · milliseconds.
	pub const fn waiting(&self) -> u128 {
		self.waiting
	}

	/// Takes note that it stands at `total`; tells by how much it grew. One that falls has to reach where it was
	/// before it grows again.
	pub(super) fn read(&mut self, total: u128) -> u128 {
		let grown = total.saturating_sub(self.total);
		self.total = self.total.max(total);
		grown
	}

	/// Has the growth wait, as much as [`COUNTER_WINDOW`] on a baseline of `baseline` leaves room for:
	///
	/// ```text
	/// waiting ← min(waiting + growth · period, W · baseline)
	/// ```
	pub(super) fn queue(&mut self, growth: u128, period: u64, baseline: u64) {
		let most = u128::from(COUNTER_WINDOW).saturating_mul(baseline.into());
		let more = growth.saturating_mul(period.into());
		self.waiting = self.waiting.saturating_add(more).min(most);
	}

	/// Takes what earns now: of what waits at most `expected`, what the baseline foresees for the step.
	pub(super) fn take(&mut self, expected: u128) -> u128 {
		let taken = self.waiting.min(expected);
		self.waiting = self.waiting.saturating_sub(taken);
		taken
	}
}
