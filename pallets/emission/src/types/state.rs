// SPDX-License-Identifier: Apache-2.0

//! The hot state: everything that a step reads and writes, in one value.

use super::WrongPhase;
use codec::{Decode, Encode, MaxEncodedLen};
use destra_economics::Emission;
use destra_primitives::{
	apis::EmissionPhase,
	time::{Millis, Moment},
	Balance, MetricId,
};
use scale_info::TypeInfo;

/// What the chain may ever emit, fixed at genesis. In planck.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug, Default)]
pub struct Reservoirs {
	/// By the fixed stream.
	pub fixed: Balance,
	/// By all KPI streams together.
	pub kpi: Balance,
}

/// Wall-clock time since the last step, and how much of it counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimeStep {
	/// Milliseconds since the last step.
	pub elapsed: Millis,
	/// Milliseconds that count as economic time.
	pub counted: Millis,
}

/// The phase, the clock, and the emission itself.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct EmissionState {
	phase: EmissionPhase,
	/// The time of the last step; `None` where the next step has nothing to measure from.
	last_step: Option<Moment>,
	/// The streams and the ceiling.
	pub emission: Emission<MetricId>,
}

impl EmissionState {
	/// An emission that has not started.
	pub const fn new(emission: Emission<MetricId>) -> Self {
		Self { phase: EmissionPhase::Idle, last_step: None, emission }
	}

	/// Whether the emission runs.
	pub const fn phase(&self) -> EmissionPhase {
		self.phase
	}

	/// Idle → Running, with an issuance of `issuance` and a cap in parts of 10¹⁸.
	pub fn start(&mut self, issuance: Balance, annual_cap: u64) -> Result<(), WrongPhase> {
		self.move_on(EmissionPhase::Idle, EmissionPhase::Running)?;
		self.emission.begin(issuance, annual_cap);
		Ok(())
	}

	/// Running → Paused. The time until the emission resumes is forgotten.
	pub fn pause(&mut self) -> Result<(), WrongPhase> {
		self.move_on(EmissionPhase::Running, EmissionPhase::Paused)?;
		self.last_step = None;
		Ok(())
	}

	/// Paused → Running.
	pub fn resume(&mut self) -> Result<(), WrongPhase> {
		self.move_on(EmissionPhase::Paused, EmissionPhase::Running)
	}

	fn move_on(&mut self, from: EmissionPhase, to: EmissionPhase) -> Result<(), WrongPhase> {
		if self.phase != from {
			return Err(WrongPhase);
		}
		self.phase = to;
		Ok(())
	}

	/// Sets the clock to `now`; tells the time since the last step, of which `max_elapsed` counts
	/// at most. `None` on the first step, which has nothing to measure from. A clock that went
	/// back lets no time pass, and none twice.
	pub fn tick(&mut self, now: Moment, max_elapsed: Millis) -> Option<TimeStep> {
		let last = self.last_step.replace(self.last_step.map_or(now, |last| last.max(now)))?;
		let elapsed = now.saturating_sub(last);
		Some(TimeStep { elapsed, counted: elapsed.min(max_elapsed) })
	}
}

/// Nothing to emit, not started.
impl Default for EmissionState {
	fn default() -> Self {
		Self::new(Emission::default())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_phases_follow_each_other_in_one_order_only() {
		let mut state = EmissionState::default();
		assert_eq!((state.pause(), state.resume()), (Err(WrongPhase), Err(WrongPhase)));
		assert_eq!((state.start(7, 1), state.start(7, 1)), (Ok(()), Err(WrongPhase)));
		assert_eq!((state.resume(), state.pause()), (Err(WrongPhase), Ok(())));
		assert_eq!((state.start(7, 1), state.pause()), (Err(WrongPhase), Err(WrongPhase)));
		assert_eq!((state.resume(), state.phase()), (Ok(()), EmissionPhase::Running));
	}

	#[test]
	fn the_clock_measures_from_the_last_step_and_never_counts_a_time_twice() {
		let mut state = EmissionState::default();
		let step = |elapsed, counted| Some(TimeStep { elapsed, counted });
		assert_eq!(state.tick(1_000, 60), None);
		assert_eq!(state.tick(1_050, 60), step(50, 50));
		assert_eq!(state.tick(1_150, 60), step(100, 60));
		assert_eq!(state.tick(1_100, 60), step(0, 0));
		assert_eq!(state.tick(1_160, 60), step(10, 10));
		// A pause forgets the time.
		state.start(7, 1).unwrap();
		state.pause().unwrap();
		assert_eq!(state.tick(9_000, 60), None);
	}
}
