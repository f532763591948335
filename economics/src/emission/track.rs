// SPDX-License-Identifier: Apache-2.0

//! The streams and how far they have come.

use super::{Counter, EmissionError, Reservoir, Signal};
use crate::{corruption::Standing, mul_div_ceil, mul_div_floor, FixedStream, KpiStream, WHOLE};

/// The fixed stream and how far it has come.
#[cfg_attr(
	feature = "codec",
	derive(codec::Encode, codec::Decode, codec::MaxEncodedLen, scale_info::TypeInfo)
)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FixedTrack {
	half_life: u64,
	elapsed: u64,
	reservoir: Reservoir,
}

impl FixedTrack {
	/// A stream of `reservoir` planck at its beginning, with a half-life in milliseconds.
	pub const fn new(reservoir: u128, half_life: u64) -> Self {
		Self { half_life, elapsed: 0, reservoir: Reservoir::new(reservoir) }
	}

	/// Its half-life, in milliseconds.
	pub const fn half_life(&self) -> u64 {
		self.half_life
	}

	/// Economic time since the stream began, or got its half-life, in milliseconds.
	pub const fn elapsed(&self) -> u64 {
		self.elapsed
	}

	/// Its account.
	pub const fn reservoir(&self) -> &Reservoir {
		&self.reservoir
	}

	/// Its schedule.
	///
	/// # Errors
	///
	/// [`EmissionError::Invalid`] where the half-life is zero.
	pub fn stream(&self) -> Result<FixedStream, EmissionError> {
		Ok(FixedStream::new(self.reservoir.size(), self.half_life)?)
	}

	/// Lets time pass, and releases what that makes due.
	pub(super) fn advance(&mut self, elapsed: u64) -> Result<(), EmissionError> {
		self.elapsed = self.elapsed.checked_add(elapsed).ok_or(EmissionError::Overflow)?;
		let target = self.stream()?.target(self.elapsed);
		self.reservoir.release(target);
		Ok(())
	}

	/// The account, to mint from.
	pub(super) fn reservoir_mut(&mut self) -> &mut Reservoir {
		&mut self.reservoir
	}

	/// Goes on with another half-life, on what is not released.
	pub(super) fn set_half_life(&mut self, half_life: u64) -> Result<(), EmissionError> {
		if half_life == 0 {
			return Err(EmissionError::Invalid);
		}
		*self = Self { half_life, elapsed: 0, reservoir: self.reservoir.restart() };
		Ok(())
	}
}

/// What is decided about the KPI track of one metric.
#[cfg_attr(
	feature = "codec",
	derive(codec::Encode, codec::Decode, codec::MaxEncodedLen, scale_info::TypeInfo)
)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TrackSetting<Id> {
	/// The metric that feeds it.
	pub metric: Id,
	/// Its part of the KPI reservoir, in parts of [`WHOLE`].
	pub weight: u64,
	/// What the metric has to reach when the track begins, in its unit.
	pub baseline: u64,
	/// The time in which the baseline doubles, in milliseconds; `None` where it does not grow.
	pub doubling: Option<u64>,
}

impl<Id> TrackSetting<Id> {
	/// # Errors
	///
	/// [`EmissionError::Invalid`] where the baseline or the doubling time is zero.
	pub(super) fn validate(&self) -> Result<(), EmissionError> {
		if self.baseline == 0 || self.doubling == Some(0) {
			return Err(EmissionError::Invalid);
		}
		Ok(())
	}
}

/// A KPI stream and how far it has come.
#[cfg_attr(
	feature = "codec",
	derive(codec::Encode, codec::Decode, codec::MaxEncodedLen, scale_info::TypeInfo)
)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KpiTrack<Id> {
	setting: TrackSetting<Id>,
	elapsed: u64,
	cumulated: u128,
	start: u128,
	counter: Option<Counter>,
	reservoir: Reservoir,
}

impl<Id: Copy> KpiTrack<Id> {
	/// A track at its beginning.
	pub const fn new(setting: TrackSetting<Id>, reservoir: u128) -> Self {
		let reservoir = Reservoir::new(reservoir);
		Self { setting, elapsed: 0, cumulated: 0, start: 0, counter: None, reservoir }
	}

	/// The metric that feeds it.
	pub const fn metric(&self) -> Id {
		self.setting.metric
	}

	/// What is decided about it; the baseline is the one of its beginning.
	pub const fn setting(&self) -> TrackSetting<Id> {
		self.setting
	}

	/// How old the track is, in milliseconds of its baseline's growth: economic time since it began, but that a
	/// change of the doubling time scales it.
	pub const fn elapsed(&self) -> u64 {
		self.elapsed
	}

	/// What the metric achieved since then, capped by the baseline, in unit · milliseconds.
	pub const fn cumulated(&self) -> u128 {
		self.cumulated
	}

	/// What it knows of the counter that feeds it, if it is one.
	pub const fn counter(&self) -> Option<Counter> {
		self.counter
	}

	/// Its account.
	pub const fn reservoir(&self) -> &Reservoir {
		&self.reservoir
	}

	/// Its schedule, given the half-life that all tracks share.
	///
	/// # Errors
	///
	/// [`EmissionError::Invalid`] where the half-life or the baseline is zero.
	pub fn stream(&self, half_life: u64) -> Result<KpiStream, EmissionError> {
		self.stream_of(self.reservoir.size(), half_life)
	}

	fn stream_of(&self, size: u128, half_life: u64) -> Result<KpiStream, EmissionError> {
		let TrackSetting { baseline, doubling, .. } = self.setting;
		let stream = KpiStream::new(size, half_life, baseline, doubling.unwrap_or(0))?;
		Ok(stream.starting_at(self.start))
	}

	/// Its stream and how far that has come, for whoever asks what it may still release.
	///
	/// # Errors
	///
	/// Those of [`stream`](Self::stream).
	pub fn standing(&self, half_life: u64) -> Result<Standing, EmissionError> {
		let stream = self.stream(half_life)?;
		Ok(Standing { stream, elapsed: self.elapsed, cumulated: self.cumulated })
	}

	/// The baseline as it has grown, in the metric's unit.
	pub fn baseline_now(&self) -> u64 {
		// The half-life has no part in it.
		self.stream_of(0, 1)
			.map_or(self.setting.baseline, |stream| stream.baseline_at(self.elapsed))
	}

	/// How far the track is behind: its age less the time in which a metric that is always on its baseline
	/// achieves as much, in milliseconds, rounded down.
	pub fn lag(&self) -> u64 {
		let effective =
			self.stream_of(0, 1).map_or(0, |stream| stream.effective_time(self.cumulated));
		self.elapsed.saturating_sub(effective)
	}

	/// Lets time pass in which the metric does as `signal` says, and releases what that earns. `None` earns
	/// nothing, while the baseline grows on.
	pub(super) fn advance(
		&mut self,
		half_life: u64,
		elapsed: u64,
		signal: Option<Signal>,
	) -> Result<(), EmissionError> {
		let until = self.elapsed.checked_add(elapsed).ok_or(EmissionError::Overflow)?;
		let since = core::mem::replace(&mut self.elapsed, until);
		let Some(signal) = signal else { return Ok(()) };
		let stream = self.stream(half_life)?;
		let achieved = match signal {
			Signal::Level(value) => stream.capped_increment(value, since, until),
			Signal::Part(attained) => {
				let expected = stream.expected(since, until);
				mul_div_floor(expected, attained.min(WHOLE).into(), WHOLE.into())
					.unwrap_or(expected)
			}
			Signal::Count { total, period, counts } => {
				let counter = self.counter.get_or_insert(Counter::at(total));
				let grown = counter.read(total);
				if counts {
					counter.queue(grown, period, stream.baseline_at(until));
					counter.take(stream.expected(since, until))
				} else {
					0
				}
			}
		};
		// A stream that has cumulated so much has released all that it ever will.
		self.cumulated = self.cumulated.saturating_add(achieved);
		self.reservoir.release(stream.target(self.cumulated));
		Ok(())
	}

	/// The account, to mint from.
	pub(super) fn reservoir_mut(&mut self) -> &mut Reservoir {
		&mut self.reservoir
	}

	/// Goes on with other parameters from here on: what is not released is divided anew, what is due stays due.
	pub(super) fn restart(&mut self) {
		self.start = self.cumulated;
		self.reservoir = self.reservoir.restart();
	}

	/// Gives away so much of what is not released, and takes so much that others gave, released or not.
	pub(super) fn exchange(&mut self, given: u128, unreleased: u128, due: u128) {
		if given > 0 || unreleased > 0 || due > 0 {
			self.restart();
			self.reservoir = self.reservoir.without(given).with(unreleased, due);
		}
	}

	/// Goes on with another setting of the same metric, with what it has. Another baseline takes the place of the
	/// one at the beginning, and what was achieved is scaled with it. With another doubling time the age of the
	/// track is scaled as well, so that the baseline in force stays what it is. How far the track is behind stays
	/// the same in doublings where they become faster, and in time where they become slower: more than the time
	/// that it was behind is never caught up. A baseline that begins to grow, or stops, begins anew where it is,
	/// rounded down to a unit.
	pub(super) fn adjust(&mut self, setting: TrackSetting<Id>) -> Result<(), EmissionError> {
		let old = core::mem::replace(&mut self.setting, setting);
		if old.baseline == setting.baseline && old.doubling == setting.doubling {
			return Ok(());
		}
		let scaled = |amount: u128| {
			mul_div_floor(amount, setting.baseline.into(), old.baseline.into())
				.ok_or(EmissionError::Overflow)
		};
		match (old.doubling, setting.doubling) {
			(before, after) if before == after => self.cumulated = scaled(self.cumulated)?,
			(Some(before), Some(after)) => {
				let lag = Self { setting: old, ..*self }.lag();
				let slower = mul_div_floor(scaled(self.cumulated)?, after.into(), before.into());
				let aged = mul_div_ceil(self.elapsed.into(), after.into(), before.into());
				let aged = aged.and_then(|aged| u64::try_from(aged).ok());
				self.cumulated = slower.ok_or(EmissionError::Overflow)?;
				self.elapsed = aged.ok_or(EmissionError::Overflow)?;
				if after > before {
					let reached = self.elapsed.saturating_sub(lag);
					let achieved = self.stream_of(0, 1)?.cumulative_baseline(reached);
					self.cumulated = self.cumulated.max(achieved);
				}
			}
			_ => {
				let before = Self { setting: old, ..*self };
				let now = scaled(before.baseline_now().into())?;
				self.setting.baseline =
					u64::try_from(now).map_err(|_| EmissionError::Overflow)?.max(1);
				self.elapsed = 0;
				self.cumulated = 0;
			}
		}
		self.restart();
		let baseline = self.baseline_now();
		if let Some(counter) = &mut self.counter {
			counter.queue(0, 0, baseline);
		}
		Ok(())
	}
}
