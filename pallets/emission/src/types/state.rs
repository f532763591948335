// SPDX-License-Identifier: Apache-2.0

//! The hot state: everything that a step reads and writes, in one value.

use super::{
	EmissionYear, FixedTrack, HalfLife, KpiTracks, Reservoir, StreamError, TrackTable, WrongPhase,
};
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use destra_economics::ration;
use destra_primitives::{
	apis::EmissionPhase,
	time::{Millis, Moment},
	Balance, KpiReading, MintCause,
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

/// The phase, the clocks and the streams.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct EmissionState {
	phase: EmissionPhase,
	/// The time of the last step; `None` where the next step has nothing to measure from.
	last_step: Option<Moment>,
	economic_time: Millis,
	year: EmissionYear,
	fixed: FixedTrack,
	kpi: KpiTracks,
}

impl Default for EmissionState {
	fn default() -> Self {
		Self::new(FixedTrack::default(), KpiTracks::default())
	}
}

impl EmissionState {
	/// An emission that has not started.
	pub fn new(fixed: FixedTrack, kpi: KpiTracks) -> Self {
		Self {
			phase: EmissionPhase::Idle,
			last_step: None,
			economic_time: 0,
			year: EmissionYear::default(),
			fixed,
			kpi,
		}
	}

	/// Whether the emission runs.
	pub fn phase(&self) -> EmissionPhase {
		self.phase
	}

	/// Milliseconds that counted since the start.
	pub fn economic_time(&self) -> Millis {
		self.economic_time
	}

	/// The running emission year.
	pub fn year(&self) -> &EmissionYear {
		&self.year
	}

	/// The running emission year, to count in.
	pub fn year_mut(&mut self) -> &mut EmissionYear {
		&mut self.year
	}

	/// The fixed stream.
	pub fn fixed(&self) -> &FixedTrack {
		&self.fixed
	}

	/// The KPI streams.
	pub fn kpi(&self) -> &KpiTracks {
		&self.kpi
	}

	/// Idle → Running, with an issuance of `issuance` at the start of the first year.
	pub fn start(&mut self, issuance: Balance) -> Result<(), WrongPhase> {
		self.move_on(EmissionPhase::Idle, EmissionPhase::Running)?;
		self.year = EmissionYear::first(issuance);
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

	/// Lets economic time pass, in which the metrics stood as `readings` say; tells what that
	/// released from all streams together.
	pub fn advance(
		&mut self,
		elapsed: Millis,
		readings: &[KpiReading],
	) -> Result<Balance, StreamError> {
		self.economic_time =
			self.economic_time.checked_add(elapsed).ok_or(StreamError::Overflow)?;
		let fixed = self.fixed.advance(elapsed)?;
		let kpi = self.kpi.advance(elapsed, readings)?;
		fixed.checked_add(kpi).ok_or(StreamError::Overflow)
	}

	/// Released by all streams, but not minted.
	pub fn due(&self) -> Balance {
		self.fixed.reservoir().due().saturating_add(self.kpi.due())
	}

	/// Not minted.
	pub fn remaining(&self) -> Balance {
		self.fixed.reservoir().remaining().saturating_add(self.kpi.remaining())
	}

	/// Counts `minted` as paid, in proportion to what is due to each stream; what that rounds off
	/// goes to the first streams that have something due. Tells how much went to each.
	pub fn mint(&mut self, minted: Balance) -> Vec<(MintCause, Balance)> {
		self.year.count(minted);
		let due = self.due();
		let mut rest = minted;
		let mut causes: Vec<_> = self
			.reservoirs_mut()
			.map(|(cause, reservoir)| {
				let part = reservoir.mint(ration(reservoir.due(), due, minted));
				rest = rest.saturating_sub(part);
				(cause, part)
			})
			.collect();
		for ((_, part), (_, reservoir)) in causes.iter_mut().zip(self.reservoirs_mut()) {
			let more = reservoir.mint(rest);
			rest = rest.saturating_sub(more);
			*part = part.saturating_add(more);
		}
		causes
	}

	/// The accounts of all streams, the fixed one first.
	fn reservoirs_mut(&mut self) -> impl Iterator<Item = (MintCause, &mut Reservoir)> + '_ {
		core::iter::once(self.fixed.reservoir_mut()).chain(self.kpi.reservoirs_mut())
	}

	/// Gives the fixed stream another half-life, on what remains of it.
	pub fn set_fixed_half_life(&mut self, half_life: HalfLife) {
		self.fixed.rebase(half_life);
	}

	/// Gives the KPI streams another half-life, on what remains of each.
	pub fn set_kpi_half_life(&mut self, half_life: HalfLife) {
		self.kpi.rebase(half_life);
	}

	/// Divides what remains of the KPI streams by other weights, on other metrics.
	pub fn set_tracks(&mut self, table: &TrackTable) {
		self.kpi.replace(table);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::types::{Baseline, TrackSetting, DEFAULT_HALF_LIFE};
	use destra_primitives::{time::years, KpiState, MetricId};
	use sp_runtime::Perquintill;

	/// 300 in the fixed stream and 700 in a flat track.
	fn state() -> EmissionState {
		let table = TrackTable::truncate_from(vec![TrackSetting {
			metric: MetricId(1),
			weight: Perquintill::one(),
			baseline: Baseline::literal::<10>(),
			doubling: None,
		}]);
		EmissionState::new(
			FixedTrack::new(300, DEFAULT_HALF_LIFE),
			KpiTracks::new(&table, 700, DEFAULT_HALF_LIFE),
		)
	}

	fn met() -> [KpiReading; 1] {
		[KpiReading { metric: MetricId(1), value: Some(10), state: KpiState::Fresh, age: 0 }]
	}

	#[test]
	fn the_phases_follow_each_other_in_one_order_only() {
		let mut state = state();
		assert_eq!((state.pause(), state.resume()), (Err(WrongPhase), Err(WrongPhase)));
		assert_eq!((state.start(7), state.start(7)), (Ok(()), Err(WrongPhase)));
		assert_eq!(state.year().issuance(), 7);
		assert_eq!((state.resume(), state.pause()), (Err(WrongPhase), Ok(())));
		assert_eq!((state.start(7), state.pause()), (Err(WrongPhase), Err(WrongPhase)));
		assert_eq!((state.resume(), state.phase()), (Ok(()), EmissionPhase::Running));
	}

	#[test]
	fn the_clock_measures_from_the_last_step_and_never_counts_a_time_twice() {
		let mut state = state();
		let step = |elapsed, counted| Some(TimeStep { elapsed, counted });
		assert_eq!(state.tick(1_000, 60), None);
		assert_eq!(state.tick(1_050, 60), step(50, 50));
		assert_eq!(state.tick(1_150, 60), step(100, 60));
		assert_eq!(state.tick(1_100, 60), step(0, 0));
		assert_eq!(state.tick(1_160, 60), step(10, 10));
	}

	#[test]
	fn a_pause_forgets_the_time_of_the_last_step() {
		let mut state = state();
		state.start(0).unwrap();
		state.tick(1_000, 60);
		state.pause().unwrap();
		state.resume().unwrap();
		assert_eq!(state.tick(9_000, 60), None);
	}

	#[test]
	fn all_streams_advance_together() {
		let mut state = state();
		assert_eq!(state.advance(years(6), &met()), Ok(150 + 350));
		assert_eq!((state.due(), state.remaining(), state.economic_time()), (500, 1_000, years(6)));
	}

	#[test]
	fn what_is_minted_divides_in_proportion_to_what_is_due_and_adds_up() {
		let mut state = state();
		state.advance(years(6), &met()).unwrap();
		let kpi = MintCause::Kpi(MetricId(1));
		assert_eq!(state.mint(101), vec![(MintCause::Fixed, 31), (kpi, 70)]);
		assert_eq!(state.mint(399), vec![(MintCause::Fixed, 119), (kpi, 280)]);
		assert_eq!((state.due(), state.remaining(), state.year().minted()), (0, 500, 500));
	}

	#[test]
	fn a_rebase_of_the_fixed_stream_turns_what_is_due_into_reservoir() {
		let mut state = state();
		state.advance(years(6), &met()).unwrap();
		state.set_fixed_half_life(HalfLife::literal::<{ years(7) }>());
		assert_eq!((state.fixed().reservoir().size(), state.fixed().elapsed()), (300, 0));
		assert_eq!(state.due(), 350);
		assert_eq!(state.economic_time(), years(6), "economic time goes on");
	}
}
