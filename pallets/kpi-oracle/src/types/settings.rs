// SPDX-License-Identifier: Apache-2.0

//! What governance may set, each value with hard bounds.

use crate::MAX_REPORTERS;
use destra_primitives::{
	settings,
	time::{days, hours, minutes, seconds},
	BoundedU128, BoundedU64, Period,
};
use serde::{Deserialize, Serialize};
use sp_runtime::Perbill;

/// The fewest reports that make a quorum: more than all reporters would never be reached.
pub type MinQuorum = BoundedU64<1, { MAX_REPORTERS as u64 }>;

/// What a reporter puts on hold, in planck: at least one, or nobody would answer for anything, to 10 million
/// DSYNC, far more than reporters have.
pub type Bond = BoundedU128<1, { 10_000_000 * 1_000_000_000_000_000_000 }>;

/// Why a set of [`Settings`] is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InvalidSettings {
	/// A value would be too old before the round that replaces it closes.
	MaxAgeBelowTwoRounds,
	/// A bond would be free again before the guardian has halted what it answers for.
	UnbondingBelowHalt,
}

settings! {
	/// The values that differ from chain to chain and over time.
	///
	/// They live on chain and not in the code, so that one runtime serves a development chain with
	/// rounds of seconds and a live one with rounds of minutes. The bounds are part of the types.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Settings;
	/// One of the settings, with a value for it.
	#[frame_support::stored]
	pub enum Setting;
	/// How long a round lasts, in milliseconds: at least two blocks of six seconds for commitments
	/// and two for reports. A change applies from the next round.
	0 => round_length, RoundLength: Period<{ seconds(24) }, { days(1) }>,
	/// The age in milliseconds up to which a value earns. At least two rounds. A value that has grown too
	/// old has to recover, however long this becomes.
	1 => max_age, MaxAge: Period<{ seconds(24) }, { days(30) }>,
	/// The fewest reports that make a quorum, however few reporters there are.
	2 => min_quorum, MinQuorum: MinQuorum,
	/// How many rounds in a row need a quorum until a stale metric earns again.
	3 => recovery_rounds, RecoveryRounds: BoundedU64<1, 100>,
	/// What a reporter puts on hold, in planck. A larger one binds active reporters after the top-up period
	/// that is in force when it changes.
	4 => bond, Bond: Bond,
	/// How long active reporters have to top up a bond that was raised, in milliseconds. Then they
	/// are suspended until they have. A term that runs keeps its end.
	5 => top_up_period, TopUpPeriod: Period<0, { days(90) }>,
	/// How long the guardian may take to halt a metric whose value cannot be, in milliseconds. The
	/// longer, the larger the bond has to be.
	6 => time_to_halt, TimeToHalt: Period<{ seconds(24) }, { days(30) }>,
	/// How many rounds after the one it came in a metric may be left out of a report.
	7 => metric_grace, MetricGrace: BoundedU64<0, 10_000>,
	/// How many rounds in a row of leaving the same metric out make a strike.
	8 => omission_limit, OmissionLimit: BoundedU64<1, 10_000>,
	/// How many strikes suspend a reporter.
	9 => strike_limit, StrikeLimit: BoundedU64<1, 1_000>,
	/// How many honest rounds in a row take one strike away.
	10 => strike_decay, StrikeDecay: BoundedU64<1, 10_000>,
	/// The part of the bond that a suspended reporter loses, rounded up.
	11 => strike_slash, StrikeSlash: Perbill,
	/// How many rounds a suspension lasts.
	12 => suspension_rounds, SuspensionRounds: BoundedU64<1, 100_000>,
	/// How long the bond of a reporter who left stays on hold, in milliseconds. At least the time to halt.
	13 => unbonding_period, UnbondingPeriod: Period<{ seconds(6) }, { days(90) }>,
}

impl Settings {
	/// The settings themselves, if they agree with each other.
	pub fn validate(self) -> Result<Self, InvalidSettings> {
		if self.max_age.get() < self.round_length.get().saturating_mul(2) {
			return Err(InvalidSettings::MaxAgeBelowTwoRounds);
		}
		if self.unbonding_period.get() < self.time_to_halt.get() {
			return Err(InvalidSettings::UnbondingBelowHalt);
		}
		Ok(self)
	}
}

/// The settings of a live chain.
impl Default for Settings {
	fn default() -> Self {
		Self {
			round_length: BoundedU64::literal::<{ minutes(10) }>(),
			max_age: BoundedU64::literal::<{ hours(1) }>(),
			min_quorum: BoundedU64::literal::<3>(),
			recovery_rounds: BoundedU64::literal::<2>(),
			bond: Bond::literal::<{ 25_000 * 1_000_000_000_000_000_000 }>(),
			top_up_period: BoundedU64::literal::<{ days(7) }>(),
			time_to_halt: BoundedU64::literal::<{ hours(6) }>(),
			metric_grace: BoundedU64::literal::<144>(),
			omission_limit: BoundedU64::literal::<36>(),
			strike_limit: BoundedU64::literal::<6>(),
			strike_decay: BoundedU64::literal::<6>(),
			strike_slash: Perbill::from_percent(10),
			suspension_rounds: BoundedU64::literal::<144>(),
			unbonding_period: BoundedU64::literal::<{ days(7) }>(),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_default_agrees_with_itself_and_survives_json() {
		let settings = Settings::default();
		assert_eq!(settings.clone().validate(), Ok(settings.clone()));
		let json = serde_json::to_string(&settings).unwrap();
		assert!(json.contains("\"roundLength\":600000"), "{json}");
		assert_eq!(serde_json::from_str::<Settings>(&json).unwrap(), settings);
	}

	#[test]
	fn values_that_disagree_are_refused() {
		let base = Settings::default;
		let brief = Settings { max_age: BoundedU64::literal::<{ minutes(20) - 1 }>(), ..base() };
		assert_eq!(brief.validate(), Err(InvalidSettings::MaxAgeBelowTwoRounds));
		let gone = Settings { unbonding_period: BoundedU64::literal::<{ hours(5) }>(), ..base() };
		assert_eq!(gone.validate(), Err(InvalidSettings::UnbondingBelowHalt));
	}
}
