// SPDX-License-Identifier: Apache-2.0

//! The DSYNC economy at genesis: streams, metrics, and how reports are collected.

use super::categories::EMITTED_PERCENT;
use crate::{
	configs::economy::{
		metrics::{AVAILABILITY, GPU_HOURS, PAID_VOLUME, PROVEN_STORAGE},
		PAID_VOLUME_UNIT,
	},
	constants::currency::{DSYNC, MAXIMUM_SUPPLY},
	AccountId, Balance, EmissionConfig, KpiOracleConfig, ParameterChangesConfig,
};
use alloc::{vec, vec::Vec};
use destra_primitives::{
	time::{days, hours, minutes, years, Millis},
	Label, MetricId, OutOfBounds,
};
use pallet_emission::TrackSetting;
use pallet_kpi_oracle::types::{
	Bond, Bounds, MaxStep, MeteredMetric, Metric, MetricKind, ReportedMetric, Settings, Tolerance,
};
use sp_runtime::{Perbill, Perquintill};

/// Everything that is ever emitted, in planck.
pub const EMITTED: Balance = MAXIMUM_SUPPLY / 100 * EMITTED_PERCENT as Balance;
/// What of it comes by the fixed schedule: 30 %.
pub const FIXED_RESERVOIR: Balance = EMITTED / 100 * 30;
/// What of it the network has to earn by its metrics: 70 %.
pub const KPI_RESERVOIR: Balance = EMITTED - FIXED_RESERVOIR;
/// Half of a reservoir is emitted in this time, half of the rest in the next.
pub const HALF_LIFE: Millis = years(6);

/// What differs between a chain that one person runs and a network.
pub struct Scale {
	/// How long a round of reports lasts, in milliseconds.
	round: Millis,
	/// How long the last good value earns, in milliseconds.
	max_age: Millis,
	/// The fewest reports that count.
	min_quorum: u64,
	/// How many rounds with a value in a row let a stale metric earn again.
	recovery_rounds: u64,
	/// What a reporter puts at stake, in planck: no less than a majority of `min_quorum` could gain
	/// with the reported metrics within `time_to_halt`, divided by its number. The genesis says what
	/// it takes where this is less.
	bond: Balance,
	/// How long reporters have to top up a bond that was raised, in milliseconds.
	top_up_period: Millis,
	/// How long the guardian may take to halt a metric, in milliseconds.
	time_to_halt: Millis,
	/// How many rounds after the one it came in a metric may be left out of a report.
	metric_grace: u64,
	/// How many rounds in a row of leaving the same metric out make a strike.
	omission_limit: u64,
	/// How many strikes suspend a reporter.
	strike_limit: u64,
	/// How many rounds a suspension lasts.
	suspension_rounds: u64,
	/// How long the bond of a reporter who left stays on hold, in milliseconds.
	unbonding_period: Millis,
	/// How long a parameter change is announced before it takes effect, in milliseconds.
	notice: Millis,
	/// The shortest that this may ever be, in milliseconds.
	min_notice: Millis,
	/// The storage that earns the full stream at genesis, in GiB.
	storage: u64,
	/// The GPU hours a day that earn the full stream at genesis.
	gpu_hours: u64,
}

/// The DSYNC paid a day that earn the full stream. With less than 277,000 a payment could bring more
/// emission than it burns, and who buys from himself would win; the rest is for rewards by paid work, up to
/// 65 % of what is burned. So much paid burns 44 million DSYNC a year at the lowest share, a little less than
/// what is minted in the first years: if it doubled like the others, there would be nothing left to burn.
const PAID_VOLUME_BASELINE: u64 = 1_200_000;

/// One person, one machine, no waiting.
pub const DEVELOPMENT: Scale = Scale {
	round: minutes(1),
	max_age: minutes(5),
	min_quorum: 1,
	recovery_rounds: 1,
	bond: 1_000 * DSYNC,
	top_up_period: minutes(10),
	// Whoever runs it looks on.
	time_to_halt: minutes(5),
	metric_grace: 5,
	omission_limit: 1_000,
	// The most there can be: whoever starts the agent hours after the node has lost nothing.
	strike_limit: 1_000,
	suspension_rounds: 5,
	unbonding_period: minutes(10),
	notice: minutes(10),
	min_notice: minutes(1),
	storage: 100,
	gpu_hours: 24,
};

/// A network in small: the rules of a live chain, with figures that four machines can reach.
pub const LOCAL_TESTNET: Scale = Scale {
	round: minutes(10),
	max_age: hours(1),
	min_quorum: 3,
	recovery_rounds: 2,
	bond: 25_000 * DSYNC,
	top_up_period: days(7),
	time_to_halt: hours(6),
	metric_grace: 144,
	omission_limit: 36,
	strike_limit: 6,
	suspension_rounds: 144,
	unbonding_period: days(7),
	notice: days(7),
	min_notice: days(2),
	storage: 1_000,
	gpu_hours: 240,
};

/// A value of a preset in the range of its type; a preset outside it is a bug of this file, and
/// the tests of the presets meet it.
fn bounded<T: TryFrom<u64, Error = OutOfBounds>>(value: u64) -> T {
	T::try_from(value).expect("presets stay in the ranges of the parameters")
}

/// A share of the KPI stream for each metric, and the figure that earns it. Capacity grows as Filecoin's
/// baseline does: it doubles every year. Availability cannot grow beyond all of the time, and what is paid not
/// beyond what there is to burn.
fn tracks(scale: &Scale) -> Vec<TrackSetting> {
	let track = |metric: MetricId, percent, baseline, doubling: Option<Millis>| TrackSetting {
		metric,
		weight: Perquintill::from_percent(percent),
		baseline: bounded(baseline),
		doubling: doubling.map(bounded),
	};
	vec![
		track(PROVEN_STORAGE, 35, scale.storage, Some(years(1))),
		track(GPU_HOURS, 25, scale.gpu_hours, Some(years(1))),
		track(PAID_VOLUME, 25, PAID_VOLUME_BASELINE * (DSYNC / PAID_VOLUME_UNIT) as u64, None),
		track(AVAILABILITY, 15, 9_900, None),
	]
}

/// The emission, running from the first block on.
pub fn emission(scale: &Scale) -> EmissionConfig {
	EmissionConfig {
		started: true,
		fixed_reservoir: FIXED_RESERVOIR,
		kpi_reservoir: KPI_RESERVOIR,
		fixed_half_life: bounded(HALF_LIFE),
		kpi_half_life: bounded(HALF_LIFE),
		tracks: tracks(scale).try_into().expect("four metrics are fewer than sixteen"),
		..Default::default()
	}
}

/// How long changes of parameters wait.
pub fn parameter_changes(scale: &Scale) -> ParameterChangesConfig {
	ParameterChangesConfig {
		notice: bounded(scale.notice),
		min_notice: bounded(scale.min_notice),
		..Default::default()
	}
}

fn label<const MAX: u32>(text: &str) -> Label<MAX> {
	Label::try_new(text).expect("names in presets are short and printable")
}

/// What the reporters measure and the chain meters.
fn metric_table() -> Vec<Metric> {
	let reported = |id, name, unit, max: u64, max_step, tolerance| Metric {
		id,
		name: label(name),
		unit: label(unit),
		kind: MetricKind::Reported(ReportedMetric {
			bounds: Bounds { min: bounded(0), max: bounded(max) },
			max_step,
			tolerance,
		}),
	};
	let step = |percent, absolute| MaxStep {
		relative: Perbill::from_percent(percent),
		absolute: bounded(absolute),
	};
	let within = |percent, absolute| Tolerance {
		relative: Perbill::from_percent(percent),
		absolute: bounded(absolute),
	};
	vec![
		reported(
			PROVEN_STORAGE,
			"proven_storage",
			"GiB",
			// A zebibyte.
			1 << 40,
			step(25, 64),
			within(10, 16),
		),
		reported(
			GPU_HOURS,
			"gpu_hours",
			"GPU-hours/day",
			// A hundred million cards.
			24 * 100_000_000,
			step(25, 24),
			within(10, 4),
		),
		Metric {
			id: PAID_VOLUME,
			name: label("paid_volume"),
			unit: label("mDSYNC/day"),
			kind: MetricKind::Metered(MeteredMetric {
				period: bounded(days(1)),
				max: bounded(u64::MAX),
			}),
		},
		reported(AVAILABILITY, "availability", "bp", 10_000, step(0, 1_000), within(0, 200)),
	]
}

/// The KPI oracle with its metrics and first reporters.
pub fn kpi_oracle(scale: &Scale, reporters: Vec<AccountId>) -> KpiOracleConfig {
	KpiOracleConfig {
		settings: Settings {
			round_length: bounded(scale.round),
			max_age: bounded(scale.max_age),
			min_quorum: bounded(scale.min_quorum),
			recovery_rounds: bounded(scale.recovery_rounds),
			bond: Bond::try_from(scale.bond).expect("presets stay in the ranges of the parameters"),
			top_up_period: bounded(scale.top_up_period),
			time_to_halt: bounded(scale.time_to_halt),
			metric_grace: bounded(scale.metric_grace),
			omission_limit: bounded(scale.omission_limit),
			strike_limit: bounded(scale.strike_limit),
			suspension_rounds: bounded(scale.suspension_rounds),
			unbonding_period: bounded(scale.unbonding_period),
			..Settings::default()
		},
		metrics: metric_table(),
		reporters,
	}
}
