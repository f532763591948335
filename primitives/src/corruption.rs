// SPDX-License-Identifier: Apache-2.0

//! Whether it pays to corrupt the KPI oracle: what reporters put at stake, what their metrics release.
//!
//! The oracle knows the one, the emission the other, and whoever changes either weighs both: see
//! [`permit_change`].

use crate::{time::Millis, Balance, EconomicFault, MetricId};
use alloc::vec::Vec;
use destra_economics::corruption::{gain, minimal_bond, Standing};

/// What reporters put at stake, as it is or as it would be.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReporterStakes {
	/// The least bond with which one may report, in planck.
	pub bond: Balance,
	/// The fewest reporters that decide a value.
	pub majority: u32,
	/// How long the guardian may take to halt a metric, in milliseconds.
	pub time_to_halt: Millis,
	/// The metrics that reporters decide.
	pub reported: Vec<MetricId>,
}

/// What the KPI streams release, as it is or as it would be.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct KpiExposure {
	/// Each metric with its stream.
	pub tracks: Vec<(MetricId, Standing)>,
}

impl KpiExposure {
	/// The same, after `idle` milliseconds in which no metric achieves anything: what it then takes to
	/// catch up is worth more.
	pub fn after(&self, idle: Millis) -> Self {
		let mut later = self.clone();
		for (_, track) in &mut later.tracks {
			track.elapsed = track.elapsed.saturating_add(idle);
		}
		later
	}
}

/// The bonds are worth less than what a majority can gain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BondTooSmall {
	/// The bond of each reporter, in planck.
	pub bond: Balance,
	/// What it would have to be, in planck.
	pub required: Balance,
}

impl core::fmt::Display for BondTooSmall {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		let Self { bond, required } = self;
		write!(
			f,
			"a reporter's bond of {bond} planck is too small: a majority of reporters could gain more \
			 until a halt than it puts at stake; it takes {required} planck"
		)
	}
}

impl From<BondTooSmall> for EconomicFault {
	fn from(_: BondTooSmall) -> Self {
		Self::CorruptionPays
	}
}

/// What a majority can gain until a halt with every metric that it decides, in planck, rounded up;
/// saturates. It decides all of them at once, so their gains add up.
pub fn corruption_gain(stakes: &ReporterStakes, exposure: &KpiExposure) -> Balance {
	exposure
		.tracks
		.iter()
		.filter(|(metric, _)| stakes.reported.contains(metric))
		.map(|(_, track)| gain(track, stakes.time_to_halt))
		.fold(0, Balance::saturating_add)
}

/// The bond with which the smallest majority puts at stake what it can gain, in planck, rounded up.
pub fn required_bond(stakes: &ReporterStakes, exposure: &KpiExposure) -> Balance {
	minimal_bond(corruption_gain(stakes, exposure), stakes.majority)
}

/// Whether the bonds of the smallest majority are worth its gain; else by how much they fall short.
pub fn weigh_bonds(stakes: &ReporterStakes, exposure: &KpiExposure) -> Result<(), BondTooSmall> {
	let required = required_bond(stakes, exposure);
	if stakes.bond < required {
		return Err(BondTooSmall { bond: stakes.bond, required });
	}
	Ok(())
}

/// Whether the bonds of reporters cover, at this moment, what a majority of them could gain: time alone, in which
/// nothing is achieved, makes the streams worth more. Implemented by the runtime, asked by the oracle.
pub trait BondCover {
	/// Whether they do.
	fn holds() -> bool;

	/// Makes the answer cost as much as it can.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_worst_case() {}
}

/// Nothing is at stake.
impl BondCover for () {
	fn holds() -> bool {
		true
	}
}

/// Whether `after` may take the place of `before`, which is `None` at genesis.
///
/// It may where the bonds are worth what a majority can gain; and also where they fall short by no more than
/// before, so that time, which moves the streams, never stands in the way of a remedy. Without a `before` it says
/// whether the bonds are worth it.
pub fn permit_change(
	before: Option<(&ReporterStakes, &KpiExposure)>,
	after: (&ReporterStakes, &KpiExposure),
) -> Result<(), BondTooSmall> {
	// Of all who make the majority: it may grow while what each of them lacks does not.
	let shortfall = |short: BondTooSmall, stakes: &ReporterStakes| {
		short.required.saturating_sub(short.bond).saturating_mul(stakes.majority.into())
	};
	let Err(short) = weigh_bonds(after.0, after.1) else { return Ok(()) };
	let allowed = before
		.and_then(|(stakes, exposure)| Some((weigh_bonds(stakes, exposure).err()?, stakes)))
		.map_or(0, |(short, stakes)| shortfall(short, stakes));
	if shortfall(short, after.0) > allowed {
		return Err(short);
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::time::{hours, years};
	use destra_economics::KpiStream;

	const DSYNC: Balance = 1_000_000_000_000_000_000;

	fn stakes(bond: Balance) -> ReporterStakes {
		let reported = vec![MetricId(1), MetricId(2)];
		ReporterStakes { bond, majority: 2, time_to_halt: hours(6), reported }
	}

	/// Two reported metrics and a metered one, with `reservoir` DSYNC each.
	fn exposure(reservoir: Balance) -> KpiExposure {
		let stream = KpiStream::new(reservoir * DSYNC, years(6), 1_000, 0).unwrap();
		let track = Standing { stream, elapsed: 0, cumulated: 0 };
		let tracks = [1, 2, 3].map(|id| (MetricId(id), track)).to_vec();
		KpiExposure { tracks }
	}

	#[test]
	fn the_gains_of_all_reported_metrics_add_up_and_metered_ones_do_not_count() {
		let one = KpiExposure { tracks: exposure(1_000_000).tracks[..1].to_vec() };
		assert_eq!(
			corruption_gain(&stakes(0), &exposure(1_000_000)),
			2 * corruption_gain(&stakes(0), &one)
		);
		let nobody = ReporterStakes { reported: vec![], ..stakes(0) };
		assert_eq!(corruption_gain(&nobody, &exposure(1_000_000)), 0);
	}

	#[test]
	fn the_bond_that_is_required_is_enough_and_a_planck_less_is_not() {
		let exposure = exposure(1_000_000);
		let short = weigh_bonds(&stakes(0), &exposure).unwrap_err();
		assert!(short.required > 75 * DSYNC);
		assert_eq!(weigh_bonds(&stakes(short.required), &exposure), Ok(()));
		assert!(weigh_bonds(&stakes(short.required - 1), &exposure).is_err());
	}

	#[test]
	fn the_required_bond_grows_with_a_baseline_that_is_not_reached_and_not_with_a_flat_one() {
		let stakes = stakes(0);
		let required = |exposure: &KpiExposure| required_bond(&stakes, exposure);
		let flat = exposure(1_000_000);
		assert_eq!(required(&flat.after(years(1))), required(&flat));
		let stream = KpiStream::new(1_000_000 * DSYNC, years(6), 1_000, years(1)).unwrap();
		let mut growing = flat.clone();
		growing.tracks.iter_mut().for_each(|(_, track)| track.stream = stream);
		let percent = required(&growing.after(years(1))) * 100 / required(&growing);
		assert!((195..=205).contains(&percent), "{percent}");
		assert_eq!(growing.after(0), growing);
	}

	#[test]
	fn a_change_that_makes_nothing_worse_is_permitted_when_the_bonds_are_too_small_already() {
		let (stakes, large) = (stakes(DSYNC), exposure(1_000_000));
		let permit = |before: &KpiExposure, after: &KpiExposure| {
			permit_change(Some((&stakes, before)), (&stakes, after))
		};
		assert!(permit_change(None, (&stakes, &large)).is_err());
		assert_eq!(permit(&large, &large), Ok(()));
		assert_eq!(permit(&large, &exposure(900_000)), Ok(()), "a remedy");
		assert!(permit(&large, &exposure(1_000_001)).is_err());
	}
}
