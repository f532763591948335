// SPDX-License-Identifier: Apache-2.0

//! What the coming years will emit if the network reaches a given part of its baselines: the step itself, a
//! day at a time.

use super::{window::DAY, Day, Emission, Limits, Signal, Stream};
use alloc::vec::Vec;

/// How many steps a projected year has.
const STEPS: usize = super::window::DAYS;

/// What a projection takes for granted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attainment {
	/// The part of its baseline that every metric reaches, in parts of [`WHOLE`](crate::WHOLE).
	pub part: u64,
	/// What is burned in a day of the ceiling, in planck.
	pub burned_a_day: u128,
}

/// One projected year.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ProjectedYear {
	/// Years from now, starting with one.
	pub year: u32,
	/// The issuance at the start of the year, in planck.
	pub issuance_at_start: u128,
	/// What the fixed stream mints in the year, in planck.
	pub fixed: u128,
	/// What the KPI streams mint in the year, in planck.
	pub kpi: u128,
	/// What is burned in the year, in planck.
	pub burned: u128,
}

impl ProjectedYear {
	/// What all streams mint in the year, in planck.
	pub const fn total(&self) -> u128 {
		self.fixed.saturating_add(self.kpi)
	}

	/// The issuance at the end of the year, in planck.
	pub const fn issuance_at_end(&self) -> u128 {
		self.issuance_at_start.saturating_add(self.total()).saturating_sub(self.burned)
	}
}

/// Yields one year after the other, without end; each takes 360 steps per stream.
#[derive(Clone, Debug)]
pub struct Projection<Id> {
	issuance: u128,
	emission: Emission<Id>,
	history: Vec<Day>,
	limits: Limits,
	attainment: Attainment,
	year: u32,
}

impl<Id> Projection<Id> {
	/// A projection that starts from an `issuance` in planck and the present state of the emission.
	pub const fn new(
		issuance: u128,
		emission: Emission<Id>,
		history: Vec<Day>,
		limits: Limits,
		attainment: Attainment,
	) -> Self {
		Self { issuance, emission, history, limits, attainment, year: 0 }
	}
}

impl<Id: Copy + PartialEq> Iterator for Projection<Id> {
	type Item = ProjectedYear;

	/// `None` where a stream cannot go on.
	fn next(&mut self) -> Option<ProjectedYear> {
		self.year = self.year.checked_add(1)?;
		let Attainment { part, burned_a_day } = self.attainment;
		let signal = |_| Some(Signal::Part(part));
		let mut year = ProjectedYear {
			year: self.year,
			issuance_at_start: self.issuance,
			..Default::default()
		};
		for _ in 0..STEPS {
			let issuance = year.issuance_at_end();
			let minted =
				self.emission.step(DAY, issuance, self.limits, signal, &mut self.history).ok()?;
			for (stream, amount) in minted {
				let sum = match stream {
					Stream::Fixed => &mut year.fixed,
					Stream::Kpi(_) => &mut year.kpi,
				};
				*sum = sum.saturating_add(amount);
			}
			year.burned = year.burned.saturating_add(burned_a_day.min(year.issuance_at_end()));
		}
		self.issuance = year.issuance_at_end();
		Some(year)
	}
}
