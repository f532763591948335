// SPDX-License-Identifier: Apache-2.0

//! What the coming years will emit if the network reaches a given part of its baselines.

use crate::{
	ceiling::{annual_allowance, catch_up_limit, ration},
	fixed::FixedStream,
	kpi::KpiStream,
	split::{mul_div_floor, WHOLE},
};

/// The fixed stream and how far it has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FixedTrack {
	/// The stream.
	pub stream: FixedStream,
	/// Economic time since its start, in milliseconds.
	pub elapsed: u64,
	/// What it has minted, in planck.
	pub minted: u128,
}

/// A KPI stream and how far it has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KpiTrack {
	/// The stream.
	pub stream: KpiStream,
	/// Economic time since its start, in milliseconds.
	pub elapsed: u64,
	/// The KPI cumulated since, in unit · milliseconds, capped at the baseline.
	pub cumulated: u128,
	/// What it has minted, in planck.
	pub minted: u128,
}

/// What a projection takes for granted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Assumptions {
	/// The length of a year, in milliseconds.
	pub year: u64,
	/// The part of its baseline that every metric reaches, in parts of [`WHOLE`].
	pub attainment: u64,
	/// The most a year may mint, in parts of [`WHOLE`] of the issuance at its start.
	pub annual_cap: u64,
	/// The most a step may mint to catch up, in percent of what its schedule foresees.
	pub catch_up_percent: u32,
}

/// One projected year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ProjectedYear {
	/// Years from now, starting with one.
	pub year: u32,
	/// The issuance at the start of the year, in planck.
	pub issuance_at_start: u128,
	/// What the fixed stream mints in the year, in planck.
	pub fixed: u128,
	/// What the KPI streams mint in the year, in planck.
	pub kpi: u128,
}

impl ProjectedYear {
	/// What all streams mint in the year, in planck.
	pub const fn total(&self) -> u128 {
		self.fixed.saturating_add(self.kpi)
	}

	/// The issuance at the end of the year if nothing is burned, in planck.
	pub const fn issuance_at_end(&self) -> u128 {
		self.issuance_at_start.saturating_add(self.total())
	}
}

/// Yields one year after the other, without end; each takes one step per stream.
///
/// A year counts from now, not from the start of an emission year, and has the whole of its
/// ceiling before it. Nothing is burned. Where the ceiling binds, every stream yields in proportion
/// to what is due to it, and what is withheld stays due.
#[derive(Clone, Debug)]
pub struct Projection<Tracks> {
	issuance: u128,
	fixed: FixedTrack,
	kpis: Tracks,
	assumptions: Assumptions,
	year: u32,
}

impl<Tracks: AsMut<[KpiTrack]>> Projection<Tracks> {
	/// A projection that starts from an `issuance` in planck and the present state of the streams.
	pub const fn new(
		issuance: u128,
		fixed: FixedTrack,
		kpis: Tracks,
		assumptions: Assumptions,
	) -> Self {
		Self { issuance, fixed, kpis, assumptions, year: 0 }
	}
}

/// What a stream may mint in a year, and what the year alone would have scheduled.
#[derive(Clone, Copy)]
struct Dues {
	due: u128,
	scheduled: u128,
}

impl Dues {
	/// A year that moves the target of a stream with `minted` planck so far.
	const fn of(minted: u128, target_before: u128, target_after: u128) -> Self {
		Self {
			due: target_after.saturating_sub(minted),
			scheduled: target_after.saturating_sub(target_before),
		}
	}

	/// What two streams may mint together.
	const fn and(self, other: Self) -> Self {
		Self {
			due: self.due.saturating_add(other.due),
			scheduled: self.scheduled.saturating_add(other.scheduled),
		}
	}
}

impl FixedTrack {
	/// Lets time pass and tells what the stream may mint.
	fn advance(&mut self, span: u64) -> Dues {
		let before = self.stream.target(self.elapsed);
		self.elapsed = self.elapsed.saturating_add(span);
		Dues::of(self.minted, before, self.stream.target(self.elapsed))
	}
}

impl KpiTrack {
	/// Lets time pass in which the metric reaches `attainment` of its baseline, and tells what the
	/// stream may mint.
	fn advance(&mut self, span: u64, attainment: u64) -> Dues {
		let before = self.stream.target(self.cumulated);
		let from = self.elapsed;
		self.elapsed = from.saturating_add(span);
		let expected = self
			.stream
			.cumulative_baseline(self.elapsed)
			.saturating_sub(self.stream.cumulative_baseline(from));
		// Beyond the whole the baseline caps what counts.
		let achieved = mul_div_floor(expected, attainment.min(WHOLE).into(), WHOLE.into());
		self.cumulated = self.cumulated.saturating_add(achieved.unwrap_or(expected));
		Dues::of(self.minted, before, self.stream.target(self.cumulated))
	}

	/// What is due at the present target.
	fn due(&self) -> u128 {
		self.stream.target(self.cumulated).saturating_sub(self.minted)
	}
}

impl<Tracks: AsMut<[KpiTrack]>> Iterator for Projection<Tracks> {
	type Item = ProjectedYear;

	fn next(&mut self) -> Option<ProjectedYear> {
		let Assumptions { year: span, attainment, annual_cap, catch_up_percent } = self.assumptions;
		self.year = self.year.checked_add(1)?;

		let fixed = self.fixed.advance(span);
		let all = self
			.kpis
			.as_mut()
			.iter_mut()
			.fold(fixed, |sum, track| sum.and(track.advance(span, attainment)));
		let allowed = annual_allowance(self.issuance, annual_cap, 0)
			.min(catch_up_limit(all.scheduled, catch_up_percent));

		let fixed = ration(fixed.due, all.due, allowed);
		self.fixed.minted = self.fixed.minted.saturating_add(fixed);
		let mut kpi = 0u128;
		for track in self.kpis.as_mut() {
			// Dues that sum to more than 128 bits saturate, and would ration out too much.
			let left = allowed.saturating_sub(fixed).saturating_sub(kpi);
			let minted = ration(track.due(), all.due, allowed).min(left);
			track.minted = track.minted.saturating_add(minted);
			kpi = kpi.saturating_add(minted);
		}

		let year = ProjectedYear { year: self.year, issuance_at_start: self.issuance, fixed, kpi };
		self.issuance = year.issuance_at_end();
		Some(year)
	}
}
