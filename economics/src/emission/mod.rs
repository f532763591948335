// SPDX-License-Identifier: Apache-2.0

//! The emission: all streams, how far they have come, and the one step that moves them.
//!
//! # A step
//!
//! 1. **Release.** Economic time passes, and the metrics do as their signals say: each stream moves to its
//!    cumulative target. What it releases is *due* until it is minted; nothing expires.
//! 2. **Limits.** What may be minted of all that is due is the least of
//!    - the **catch-up limit**: a percentage, above 100, of what streams of the same half-lives would release
//!      that begin now with all that remains. In the order of the schedule it never binds; where much is due
//!      it makes a stream of it;
//!    - the **ceiling**: what the [`window`] allows, so that no year mints more than a share of the issuance
//!      at its start.
//! 3. **Order.** The fixed stream comes first; the KPI streams share what is left in proportion to what is due
//!    to each.
//!
//! [`release`](Emission::release) does the first two, [`settle`](Emission::settle) the third, with what was
//! really paid out. [`step`](Emission::step) is both.
//!
//! # Changes
//!
//! All that is due stays due, and a track that is behind its baseline stays behind: as far in doublings where
//! these become faster, as far in time otherwise. What is postponed is never more than that time.
//!
//! - Another **half-life** moves nothing but the pace at which what is not released will be.
//! - A track that loses **weight**, from `w` to `w′`, gives the part `(w − w′) / w` of what it has not
//!   released; those that gain weight divide that in proportion to their gains, and by their weights where none
//!   gains any. To move weight back does not bring back what was released meanwhile. A track that is left out gives all that it has not released, and what is due to it is due to
//!   those. Whoever keeps its weight keeps what it has.
//! - Another **baseline** or **doubling time** concerns its own track only, and the latter moves no baseline that
//!   is in force.

mod counter;
mod projection;
mod reservoir;
mod track;
pub mod window;

pub use counter::{Counter, Signal, COUNTER_WINDOW};
pub use projection::{Attainment, ProjectedYear, Projection};
pub use reservoir::Reservoir;
pub use track::{FixedTrack, KpiTrack, TrackSetting};
pub use window::{Day, History, Window, YEAR};

use crate::{math::Real, mul_div_floor, InvalidStream};
use alloc::vec::Vec;
use bounded_collections::{BoundedVec, ConstU32};

/// Why a stream does not move.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EmissionError {
	/// A half-life, a baseline or a doubling time is zero.
	Invalid,
	/// A time or an amount leaves its type.
	Overflow,
	/// More than [`MAX_TRACKS`].
	TooManyTracks,
}

impl From<InvalidStream> for EmissionError {
	fn from(InvalidStream: InvalidStream) -> Self {
		Self::Invalid
	}
}

impl core::fmt::Display for EmissionError {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		f.write_str(match self {
			Self::Invalid => {
				"the half-life, the baseline and the doubling time of a stream must be above zero"
			}
			Self::Overflow => "a time or an amount of the emission leaves its type",
			Self::TooManyTracks => "there is no room for so many tracks",
		})
	}
}

impl core::error::Error for EmissionError {}

/// What limits a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
	/// The most a year may mint, in parts of [`WHOLE`](crate::WHOLE) of the issuance at its start.
	pub annual_cap: u64,
	/// The most a step may mint, in percent of the pace of the schedule on all that remains.
	pub catch_up_percent: u32,
}

/// What a step may mint, and what came about on the way.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Allowed {
	/// In planck.
	pub amount: u128,
	/// Whether a new day of the ceiling began.
	pub day_began: bool,
	/// Whether the ceiling withholds something, for the first time in the day.
	pub ceiling_reached: bool,
}

/// How many tracks there can be.
pub const MAX_TRACKS: u32 = 16;

type Kpis<Id> = BoundedVec<KpiTrack<Id>, ConstU32<MAX_TRACKS>>;

/// Which stream minted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream<Id> {
	/// The fixed one.
	Fixed,
	/// That of a metric.
	Kpi(Id),
}

/// The streams, and the window of the ceiling.
#[cfg_attr(
	feature = "codec",
	derive(codec::Encode, codec::Decode, codec::MaxEncodedLen, scale_info::TypeInfo)
)]
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Emission<Id> {
	time: u64,
	fixed: FixedTrack,
	kpi_half_life: u64,
	kpis: Kpis<Id>,
	window: Window,
}

/// Nothing to emit.
impl<Id> Default for Emission<Id> {
	fn default() -> Self {
		Self {
			time: 0,
			fixed: FixedTrack::new(0, YEAR),
			kpi_half_life: YEAR,
			kpis: Kpis::new(),
			window: Window::default(),
		}
	}
}

impl<Id: Copy + PartialEq> Emission<Id> {
	/// An emission that has not begun: the KPI streams divide `kpi_reservoir` planck by the weights of the
	/// `table`; what that rounds off goes to the first. `issuance` is in planck, half-lives in milliseconds.
	///
	/// # Errors
	///
	/// [`EmissionError::TooManyTracks`]; [`EmissionError::Invalid`] where a half-life, a baseline or a doubling time is zero.
	pub fn new(
		fixed: FixedTrack,
		kpi_reservoir: u128,
		kpi_half_life: u64,
		table: &[TrackSetting<Id>],
	) -> Result<Self, EmissionError> {
		fixed.stream()?;
		table.iter().try_for_each(TrackSetting::validate)?;
		let weights: Vec<_> = table.iter().map(|setting| setting.weight).collect();
		let parts = divide(kpi_reservoir, &weights);
		let kpis: Vec<_> =
			table.iter().zip(parts).map(|(setting, part)| KpiTrack::new(*setting, part)).collect();
		kpis.iter().try_for_each(|track| track.stream(kpi_half_life).map(|_| ()))?;
		let kpis = kpis.try_into().map_err(|_| EmissionError::TooManyTracks)?;
		Ok(Self { time: 0, fixed, kpi_half_life, kpis, window: Window::default() })
	}

	/// Begins, with this issuance in planck and this cap in parts of [`WHOLE`](crate::WHOLE).
	pub fn begin(&mut self, issuance: u128, annual_cap: u64) {
		self.window = Window::begin(issuance, annual_cap);
	}

	/// Economic time since it began, in milliseconds.
	pub const fn time(&self) -> u64 {
		self.time
	}

	/// The fixed stream.
	pub const fn fixed(&self) -> &FixedTrack {
		&self.fixed
	}

	/// The half-life of the KPI streams, in milliseconds.
	pub const fn kpi_half_life(&self) -> u64 {
		self.kpi_half_life
	}

	/// The KPI streams, in the order of their table.
	pub fn kpis(&self) -> &[KpiTrack<Id>] {
		&self.kpis
	}

	/// The window of the ceiling.
	pub const fn window(&self) -> &Window {
		&self.window
	}

	/// Released by all streams, but not minted, in planck.
	pub fn due(&self) -> u128 {
		self.kpi_sum(Reservoir::due).saturating_add(self.fixed.reservoir().due())
	}

	/// Not minted by the KPI streams, in planck.
	pub fn kpi_remaining(&self) -> u128 {
		self.kpi_sum(Reservoir::remaining)
	}

	/// All that was not minted yet, in planck.
	pub fn remaining(&self) -> u128 {
		self.kpi_remaining().saturating_add(self.fixed().reservoir().remaining())
	}

	fn kpi_sum(&self, amount: impl Fn(&Reservoir) -> u128) -> u128 {
		self.kpis().iter().map(|track| amount(track.reservoir())).fold(0, u128::saturating_add)
	}

	/// Lets `elapsed` milliseconds pass, at the start of which the issuance is `issuance` planck and the
	/// metrics do as `signal` says; tells what may be minted.
	///
	/// # Errors
	///
	/// [`EmissionError::Overflow`] where time leaves 64 bits, [`EmissionError::Invalid`] where a half-life or a
	/// baseline is zero. Then nothing may be stored of it.
	pub fn release(
		&mut self,
		elapsed: u64,
		issuance: u128,
		limits: Limits,
		signal: impl Fn(Id) -> Option<Signal>,
		history: &mut impl History,
	) -> Result<Allowed, EmissionError> {
		let day_began = self.window.step(self.time, issuance, limits.annual_cap, history);
		self.time = self.time.checked_add(elapsed).ok_or(EmissionError::Overflow)?;
		let scheduled = self.scheduled(elapsed);
		self.fixed.advance(elapsed)?;
		let half_life = self.kpi_half_life;
		self.kpis.iter_mut().try_for_each(|track| {
			let signal = signal(track.metric());
			track.advance(half_life, elapsed, signal)
		})?;
		let caught_up = mul_div_floor(scheduled, limits.catch_up_percent.into(), 100);
		let wanted = self.due().min(caught_up.unwrap_or(u128::MAX));
		let amount = wanted.min(self.window.allowance(self.time));
		let ceiling_reached = amount < wanted && self.window.withhold();
		Ok(Allowed { amount, day_began, ceiling_reached })
	}

	/// What streams of the same half-lives would release within `elapsed` milliseconds that begin now with
	/// all that remains, in planck, rounded up: `remaining · ln 2 · elapsed / half-life`, which is never less.
	fn scheduled(&self, elapsed: u64) -> u128 {
		let pace = |remaining: u128, half_life: u64| {
			Real::LN_2.times(Real::ratio(elapsed.into(), half_life.into())).scale_ceil(remaining)
		};
		pace(self.fixed.reservoir().remaining(), self.fixed.half_life())
			.saturating_add(pace(self.kpi_remaining(), self.kpi_half_life))
	}

	/// Counts `minted` planck as paid, at most what is due. Tells how much went to each stream.
	pub fn settle(&mut self, minted: u128) -> Vec<(Stream<Id>, u128)> {
		self.window.count(minted);
		let fixed = self.fixed.reservoir_mut().mint(minted);
		let to_share = minted.saturating_sub(fixed);
		let due = self.kpi_sum(Reservoir::due);
		let mut rest = to_share;
		let tracks = &mut self.kpis;
		let mut parts: Vec<_> = tracks
			.iter_mut()
			.map(|track| {
				let share = ration(track.reservoir().due(), due, to_share);
				let part = track.reservoir_mut().mint(share.min(rest));
				rest = rest.saturating_sub(part);
				part
			})
			.collect();
		// What rounding left goes to the first that have something due.
		for (part, track) in parts.iter_mut().zip(tracks.iter_mut()) {
			let more = track.reservoir_mut().mint(rest);
			rest = rest.saturating_sub(more);
			*part = part.saturating_add(more);
		}
		let kpis =
			tracks.iter().zip(parts).map(|(track, part)| (Stream::Kpi(track.metric()), part));
		core::iter::once((Stream::Fixed, fixed)).chain(kpis).collect()
	}

	/// One step in which all is paid that may be: [`release`](Self::release) and [`settle`](Self::settle).
	///
	/// # Errors
	///
	/// Those of [`release`](Self::release).
	pub fn step(
		&mut self,
		elapsed: u64,
		issuance: u128,
		limits: Limits,
		signal: impl Fn(Id) -> Option<Signal>,
		history: &mut impl History,
	) -> Result<Vec<(Stream<Id>, u128)>, EmissionError> {
		let Allowed { amount, .. } = self.release(elapsed, issuance, limits, signal, history)?;
		Ok(self.settle(amount))
	}

	/// Gives the fixed stream another half-life in milliseconds.
	///
	/// # Errors
	///
	/// [`EmissionError::Invalid`] where it is zero.
	pub fn set_fixed_half_life(&mut self, half_life: u64) -> Result<(), EmissionError> {
		self.fixed.set_half_life(half_life)
	}

	/// Gives the KPI streams another half-life in milliseconds.
	///
	/// # Errors
	///
	/// [`EmissionError::Invalid`] where it is zero.
	pub fn set_kpi_half_life(&mut self, half_life: u64) -> Result<(), EmissionError> {
		if half_life == 0 {
			return Err(EmissionError::Invalid);
		}
		self.kpis.iter_mut().for_each(KpiTrack::restart);
		self.kpi_half_life = half_life;
		Ok(())
	}

	/// Puts another table in the place of the present one. If it fails, nothing has changed.
	///
	/// # Errors
	///
	/// [`EmissionError::TooManyTracks`]; [`EmissionError::Invalid`] where a baseline or a doubling time is zero,
	/// a metric has two rows, or nobody is left to take what remains; [`EmissionError::Overflow`] where what was
	/// achieved or the age of a track would leave its type.
	pub fn set_table(&mut self, table: &[TrackSetting<Id>]) -> Result<(), EmissionError> {
		self.validate(table)?;
		let before = self.kpis();
		let known = |metric: Id| before.iter().find(|track| track.metric() == metric);
		let gain = |setting: &TrackSetting<Id>| {
			let weight = known(setting.metric).map_or(0, |track| track.setting().weight);
			setting.weight.saturating_sub(weight)
		};
		// Where nobody gains weight, a track without any was left out.
		let mut shares: Vec<_> = table.iter().map(gain).collect();
		if shares.iter().all(|gain| *gain == 0) {
			shares = table.iter().map(|setting| setting.weight).collect();
		}
		let sum = |amount: &dyn Fn(&KpiTrack<Id>) -> u128| {
			before.iter().map(amount).fold(0u128, u128::saturating_add)
		};
		let unreleased = divide(sum(&|track| track.given(table)), &shares);
		let due = divide(sum(&|track| track.left(table)), &shares);
		let kpis = table
			.iter()
			.zip(unreleased.into_iter().zip(due))
			.map(|(setting, (unreleased, due))| {
				let mut track =
					known(setting.metric).copied().unwrap_or_else(|| KpiTrack::new(*setting, 0));
				track.exchange(track.given(table), unreleased, due);
				track.adjust(*setting)?;
				Ok(track)
			})
			.collect::<Result<Vec<_>, EmissionError>>()?;
		self.kpis = kpis.try_into().map_err(|_| EmissionError::TooManyTracks)?;
		Ok(())
	}

	/// Whether a table can take the place of the present one.
	fn validate(&self, table: &[TrackSetting<Id>]) -> Result<(), EmissionError> {
		table.iter().try_for_each(TrackSetting::validate)?;
		let twice = |(index, setting): (usize, &TrackSetting<Id>)| {
			table.iter().take(index).any(|other| other.metric == setting.metric)
		};
		let nobody = table.is_empty() && self.kpi_remaining() > 0;
		if nobody || table.iter().enumerate().any(twice) {
			return Err(EmissionError::Invalid);
		}
		Ok(())
	}
}

impl<Id: Copy + PartialEq> KpiTrack<Id> {
	/// What it gives to others under another table of what it has not released, in planck, rounded down.
	fn given(&self, table: &[TrackSetting<Id>]) -> u128 {
		let before = self.setting().weight;
		match table.iter().find(|setting| setting.metric == self.metric()) {
			None => self.reservoir().unreleased(),
			Some(after) => {
				let lost = before.saturating_sub(after.weight);
				part_of(self.reservoir().unreleased(), lost, before)
			}
		}
	}

	/// What is due to it where the table leaves it out, in planck.
	fn left(&self, table: &[TrackSetting<Id>]) -> u128 {
		if table.iter().any(|setting| setting.metric == self.metric()) {
			return 0;
		}
		self.reservoir().due()
	}
}

/// `amount` in parts, each rounded down; what that leaves goes to the first with a share, or to the first.
fn divide(amount: u128, shares: &[u64]) -> Vec<u128> {
	let whole: u128 = shares.iter().map(|share| u128::from(*share)).sum();
	let mut rest = amount;
	let mut parts: Vec<_> = shares
		.iter()
		.map(|share| {
			let part = mul_div_floor(amount, (*share).into(), whole).unwrap_or(0).min(rest);
			rest = rest.saturating_sub(part);
			part
		})
		.collect();
	let first = shares.iter().position(|share| *share > 0).unwrap_or(0);
	if let Some(part) = parts.get_mut(first) {
		*part = part.saturating_add(rest);
	}
	parts
}

/// `⌊amount · part / whole⌋`, nothing of nothing.
fn part_of(amount: u128, part: u64, whole: u64) -> u128 {
	mul_div_floor(amount, part.into(), whole.into()).unwrap_or(0)
}

/// The share of one stream where only `allowed` of `total_due` planck may be minted, in planck,
/// rounded down: in proportion to what is `due` to it, and all of that where nothing is withheld.
///
/// The shares of streams whose dues add up to `total_due` add up to at most `allowed`.
pub fn ration(due: u128, total_due: u128, allowed: u128) -> u128 {
	if total_due <= allowed {
		return due;
	}
	mul_div_floor(due, allowed, total_due).unwrap_or(allowed)
}
