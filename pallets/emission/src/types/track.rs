// SPDX-License-Identifier: Apache-2.0

//! The streams as they are stored: a reservoir, how far it was released, how much of that was minted.

use super::{
	parameter::sums_to_one, Baseline, HalfLife, StreamError, TrackSetting, TrackTable,
	DEFAULT_HALF_LIFE,
};
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use destra_economics::{mul_div_floor, FixedStream, KpiStream, WHOLE};
use destra_primitives::{time::Millis, Balance, KpiReading, MaxMetrics, MetricId, MintCause};
use frame_support::BoundedVec;
use scale_info::TypeInfo;

/// Tokens that do not exist yet, how many of them the schedule has released, and how many of
/// those were minted: `minted ≤ released ≤ size`.
///
/// What is released but not minted is *due*; what is not minted *remains*. Nothing ever leaves
/// this account in another way, so carry-over needs no book of its own.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug, Default)]
pub struct Reservoir {
	size: Balance,
	released: Balance,
	minted: Balance,
}

impl Reservoir {
	/// A full reservoir.
	pub fn new(size: Balance) -> Self {
		Self { size, ..Self::default() }
	}

	/// What it held when it was full.
	pub fn size(&self) -> Balance {
		self.size
	}

	/// What the schedule has released so far.
	pub fn released(&self) -> Balance {
		self.released
	}

	/// What was minted so far.
	pub fn minted(&self) -> Balance {
		self.minted
	}

	/// Released, but not minted.
	pub fn due(&self) -> Balance {
		self.released.saturating_sub(self.minted)
	}

	/// Not minted.
	pub fn remaining(&self) -> Balance {
		self.size.saturating_sub(self.minted)
	}

	/// Releases up to `target`; tells how much that is more than before. Never takes back.
	fn release(&mut self, target: Balance) -> Balance {
		let released = target.clamp(self.released, self.size.max(self.released));
		released.saturating_sub(core::mem::replace(&mut self.released, released))
	}

	/// Mints from what is due, at most `available`; tells how much.
	pub(super) fn mint(&mut self, available: Balance) -> Balance {
		let minted = self.due().min(available);
		self.minted = self.minted.saturating_add(minted);
		minted
	}
}

/// The fixed stream: time alone releases it.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct FixedTrack {
	half_life: HalfLife,
	elapsed: Millis,
	reservoir: Reservoir,
}

impl Default for FixedTrack {
	fn default() -> Self {
		Self::new(0, DEFAULT_HALF_LIFE)
	}
}

impl FixedTrack {
	/// A stream at its beginning.
	pub fn new(reservoir: Balance, half_life: HalfLife) -> Self {
		Self { half_life, elapsed: 0, reservoir: Reservoir::new(reservoir) }
	}

	/// Its half-life.
	pub fn half_life(&self) -> HalfLife {
		self.half_life
	}

	/// Economic time since the stream began or was rebased.
	pub fn elapsed(&self) -> Millis {
		self.elapsed
	}

	/// Its account.
	pub fn reservoir(&self) -> &Reservoir {
		&self.reservoir
	}

	/// Its schedule.
	pub fn stream(&self) -> Result<FixedStream, StreamError> {
		Ok(FixedStream::new(self.reservoir.size, self.half_life.get())?)
	}

	/// Lets time pass; tells what that released.
	pub fn advance(&mut self, elapsed: Millis) -> Result<Balance, StreamError> {
		self.elapsed = self.elapsed.checked_add(elapsed).ok_or(StreamError::Overflow)?;
		let target = self.stream()?.target(self.elapsed);
		Ok(self.reservoir.release(target))
	}

	/// The account, with the cause under which it mints.
	pub(super) fn reservoir_mut(&mut self) -> (MintCause, &mut Reservoir) {
		(MintCause::Fixed, &mut self.reservoir)
	}

	/// Starts anew with another half-life, on what remains.
	pub fn rebase(&mut self, half_life: HalfLife) {
		*self = Self::new(self.reservoir.remaining(), half_life);
	}
}

/// The KPI stream of one metric: what the metric achieves releases it.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct KpiTrack {
	setting: TrackSetting,
	elapsed: Millis,
	cumulated: u128,
	reservoir: Reservoir,
}

impl KpiTrack {
	/// A track at its beginning.
	pub fn new(setting: TrackSetting, reservoir: Balance) -> Self {
		Self { setting, elapsed: 0, cumulated: 0, reservoir: Reservoir::new(reservoir) }
	}

	/// The metric that feeds it.
	pub fn metric(&self) -> MetricId {
		self.setting.metric
	}

	/// Economic time since the track began or was rebased.
	pub fn elapsed(&self) -> Millis {
		self.elapsed
	}

	/// What the metric achieved since then, capped by the baseline, in unit · ms.
	pub fn cumulated(&self) -> u128 {
		self.cumulated
	}

	/// Its account.
	pub fn reservoir(&self) -> &Reservoir {
		&self.reservoir
	}

	/// Its schedule, given the half-life that all tracks share.
	pub fn stream(&self, half_life: HalfLife) -> Result<KpiStream, StreamError> {
		Ok(KpiStream::new(
			self.reservoir.size,
			half_life.get(),
			self.setting.baseline.get(),
			self.setting.doubling.map_or(0, |doubling| doubling.get()),
		)?)
	}

	/// Its setting as of now, with the baseline as it has grown.
	pub fn setting(&self, half_life: HalfLife) -> TrackSetting {
		let grown = self.stream(half_life).map(|stream| stream.baseline_at(self.elapsed));
		let baseline = grown
			.ok()
			.and_then(|baseline| Baseline::try_new(baseline).ok())
			.unwrap_or(self.setting.baseline);
		TrackSetting { baseline, ..self.setting }
	}

	/// Lets time pass in which the metric stood at `value`; tells what that released. `None` earns
	/// nothing, while the baseline grows on.
	pub fn advance(
		&mut self,
		half_life: HalfLife,
		elapsed: Millis,
		value: Option<u64>,
	) -> Result<Balance, StreamError> {
		let until = self.elapsed.checked_add(elapsed).ok_or(StreamError::Overflow)?;
		let since = core::mem::replace(&mut self.elapsed, until);
		let Some(value) = value else { return Ok(0) };
		let stream = self.stream(half_life)?;
		self.cumulated = self
			.cumulated
			.checked_add(stream.capped_increment(value, since, until))
			.ok_or(StreamError::Overflow)?;
		Ok(self.reservoir.release(stream.target(self.cumulated)))
	}
}

/// All KPI tracks and the half-life they share.
#[derive(Encode, Decode, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct KpiTracks {
	half_life: HalfLife,
	tracks: BoundedVec<KpiTrack, MaxMetrics>,
}

impl Default for KpiTracks {
	fn default() -> Self {
		Self { half_life: DEFAULT_HALF_LIFE, tracks: BoundedVec::new() }
	}
}

impl KpiTracks {
	/// Tracks at their beginning, with `reservoir` divided by their weights.
	pub fn new(table: &TrackTable, reservoir: Balance, half_life: HalfLife) -> Self {
		let mut rest = reservoir;
		let mut tracks: Vec<_> = table
			.iter()
			.map(|setting| {
				let weight = setting.weight.deconstruct().into();
				// A table that is not whole divides no more than there is.
				let part =
					mul_div_floor(reservoir, weight, WHOLE.into()).map_or(0, |part| part.min(rest));
				rest = rest.saturating_sub(part);
				KpiTrack::new(*setting, part)
			})
			.collect();
		// What rounding down left over (less than a planck per track) goes to the first track.
		if let Some(first) = tracks.first_mut() {
			first.reservoir.size = first.reservoir.size.saturating_add(rest);
		}
		// A table is bounded as the tracks are.
		Self { half_life, tracks: BoundedVec::truncate_from(tracks) }
	}

	/// The half-life of every track.
	pub fn half_life(&self) -> HalfLife {
		self.half_life
	}

	/// The tracks, in the order in which they are paid.
	pub fn iter(&self) -> impl Iterator<Item = &KpiTrack> {
		self.tracks.iter()
	}

	/// How many tracks there are.
	pub fn count(&self) -> u32 {
		// At most `MaxMetrics`, which fits.
		u32::try_from(self.tracks.len()).unwrap_or(u32::MAX)
	}

	/// Each metric with its schedule and how far that has come. A setting that describes no stream
	/// releases nothing, and is left out.
	pub fn schedules(&self) -> impl Iterator<Item = (MetricId, destra_economics::KpiTrack)> + '_ {
		self.tracks.iter().filter_map(|track| {
			let schedule = destra_economics::KpiTrack {
				stream: track.stream(self.half_life).ok()?,
				elapsed: track.elapsed,
				cumulated: track.cumulated,
				minted: track.reservoir.minted,
			};
			Some((track.metric(), schedule))
		})
	}

	/// The settings as of now, with the baselines as they have grown.
	pub fn table(&self) -> TrackTable {
		BoundedVec::truncate_from(
			self.tracks.iter().map(|track| track.setting(self.half_life)).collect(),
		)
	}

	/// Released, but not minted.
	pub fn due(&self) -> Balance {
		self.iter().map(|track| track.reservoir.due()).fold(0, Balance::saturating_add)
	}

	/// Not minted.
	pub fn remaining(&self) -> Balance {
		self.iter().map(|track| track.reservoir.remaining()).fold(0, Balance::saturating_add)
	}

	/// Lets time pass; tells what that released. A metric without a reading earns nothing.
	pub fn advance(
		&mut self,
		elapsed: Millis,
		readings: &[KpiReading],
	) -> Result<Balance, StreamError> {
		let half_life = self.half_life;
		self.tracks.iter_mut().try_fold(0, |released: Balance, track| {
			let value = readings
				.iter()
				.find(|reading| reading.metric == track.metric())
				.and_then(KpiReading::earning);
			released
				.checked_add(track.advance(half_life, elapsed, value)?)
				.ok_or(StreamError::Overflow)
		})
	}

	/// The accounts of the tracks, each with the cause under which it mints.
	pub(super) fn reservoirs_mut(
		&mut self,
	) -> impl Iterator<Item = (MintCause, &mut Reservoir)> + '_ {
		self.tracks.iter_mut().map(|track| (MintCause::Kpi(track.metric()), &mut track.reservoir))
	}

	/// Starts every track anew with another half-life, on what remains in it.
	pub fn rebase(&mut self, half_life: HalfLife) {
		let old = self.half_life;
		for track in self.tracks.iter_mut() {
			*track = KpiTrack::new(track.setting(old), track.reservoir.remaining());
		}
		self.half_life = half_life;
	}

	/// Starts anew with other tracks: what remains in all of them together is divided by the new
	/// weights.
	pub fn replace(&mut self, table: &TrackTable) {
		*self = Self::new(table, self.remaining(), self.half_life);
	}

	/// Whether the weights sum to exactly one.
	pub fn weights_are_whole(&self) -> bool {
		sums_to_one(self.tracks.iter().map(|track| track.setting.weight.deconstruct()))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::types::DoublingTime;
	use destra_primitives::{time::years, KpiState};
	use sp_runtime::Perquintill;

	const HALF_LIFE: HalfLife = DEFAULT_HALF_LIFE;

	fn setting(metric: u16, percent: u64, doubling: Option<DoublingTime>) -> TrackSetting {
		TrackSetting {
			metric: MetricId(metric),
			weight: Perquintill::from_percent(percent),
			baseline: Baseline::literal::<100>(),
			doubling,
		}
	}

	fn reading(metric: u16, value: u64, state: KpiState) -> KpiReading {
		KpiReading { metric: MetricId(metric), value: Some(value), state, age: 0 }
	}

	#[test]
	fn a_reservoir_never_takes_back_and_never_gives_more_than_it_has() {
		let mut reservoir = Reservoir::new(100);
		assert_eq!(reservoir.release(60), 60);
		assert_eq!(reservoir.release(50), 0);
		assert_eq!(reservoir.release(1_000), 40);
		assert_eq!((reservoir.released(), reservoir.due()), (100, 100));
		assert_eq!((reservoir.mint(70), reservoir.mint(70), reservoir.mint(70)), (70, 30, 0));
		assert_eq!((reservoir.minted(), reservoir.due(), reservoir.remaining()), (100, 0, 0));
	}

	#[test]
	fn the_fixed_stream_has_released_half_after_its_half_life() {
		let mut track = FixedTrack::new(1_000, HALF_LIFE);
		let released = track.advance(years(2)).unwrap() + track.advance(years(4)).unwrap();
		assert_eq!((released, track.elapsed()), (500, years(6)));
	}

	#[test]
	fn a_flat_metric_on_its_baseline_follows_the_fixed_stream() {
		let mut kpi = KpiTrack::new(setting(1, 100, None), 1_000);
		assert_eq!(kpi.advance(HALF_LIFE, years(6), Some(100)), Ok(500));
		assert_eq!(kpi.advance(HALF_LIFE, years(6), None), Ok(0));
		assert_eq!(kpi.advance(HALF_LIFE, years(6), Some(100)), Ok(250));
		assert_eq!(kpi.elapsed(), years(18));
	}

	#[test]
	fn time_beyond_its_type_is_an_error() {
		let mut track = FixedTrack::new(1_000, HALF_LIFE);
		track.advance(u64::MAX).unwrap();
		assert_eq!(track.advance(1), Err(StreamError::Overflow));
		let mut track = KpiTrack::new(setting(1, 100, None), 1_000);
		track.advance(HALF_LIFE, u64::MAX, None).unwrap();
		assert_eq!(track.advance(HALF_LIFE, 1, None), Err(StreamError::Overflow));
	}

	#[test]
	fn weights_divide_the_reservoir_and_the_first_track_gets_the_rest() {
		let table = vec![setting(1, 50, None), setting(2, 25, None), setting(3, 25, None)];
		let tracks = KpiTracks::new(&table.try_into().unwrap(), 1_003, HALF_LIFE);
		let sizes: Vec<_> = tracks.iter().map(|track| track.reservoir().size()).collect();
		assert_eq!(sizes, [503, 250, 250]);
		assert!(tracks.weights_are_whole());
	}

	#[test]
	fn each_metric_moves_its_own_track() {
		let table = vec![setting(1, 50, None), setting(2, 50, None)];
		let mut tracks = KpiTracks::new(&table.try_into().unwrap(), 2_000, HALF_LIFE);
		let readings = [
			reading(2, 50, KpiState::Fresh),
			reading(1, 100, KpiState::Stale),
			reading(3, 100, KpiState::Fresh),
		];
		let released = tracks.advance(years(12), &readings).unwrap();
		let by_track: Vec<_> = tracks.iter().map(|track| track.reservoir().released()).collect();
		assert_eq!((released, by_track), (500, vec![0, 500]));
	}

	#[test]
	fn a_rebase_keeps_the_grown_baseline_and_what_remains() {
		let doubling = Some(DoublingTime::literal::<{ years(1) }>());
		let table = vec![setting(1, 100, doubling)];
		let mut tracks = KpiTracks::new(&table.try_into().unwrap(), 1_000, HALF_LIFE);
		tracks.advance(years(3), &[reading(1, u64::MAX, KpiState::Fresh)]).unwrap();
		let minted: Balance = tracks.reservoirs_mut().map(|(_, r)| r.mint(200)).sum();
		tracks.rebase(HalfLife::literal::<{ years(7) }>());
		assert_eq!((minted, tracks.remaining(), tracks.due()), (200, 800, 0));
		assert_eq!(tracks.half_life().get(), years(7));
		// 100 doubled three times, less the rounding of the power.
		assert!((799..=800).contains(&tracks.table()[0].baseline.get()));
		assert!(tracks.iter().all(|track| track.elapsed() == 0 && track.cumulated() == 0));
	}
}
