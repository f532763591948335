// SPDX-License-Identifier: Apache-2.0

//! What governance may set, each value with hard bounds.

use crate::MAX_REPORTERS;
use destra_primitives::{
	ranged,
	time::{days, hours, minutes, seconds},
	Balance, BoundedU64,
};
use serde::{Deserialize, Serialize};
use sp_runtime::Perbill;

/// The fewest reports that make a quorum: more than all reporters would never be reached.
pub type MinQuorum = BoundedU64<1, { MAX_REPORTERS as u64 }>;

/// Why a set of [`Settings`] is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InvalidSettings {
	/// A value would be too old before the round that replaces it closes.
	MaxAgeBelowTwoRounds,
	/// A bond would be free again before the guardian has halted what it answers for.
	UnbondingBelowHalt,
	/// The bond lies outside its bounds.
	BondOutOfBounds,
}

ranged! {
	/// The values that differ from chain to chain and over time.
	///
	/// They live on chain and not in the code, so that one runtime serves a development chain with
	/// rounds of seconds and a live one with rounds of minutes. The bounds are part of the types.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Settings {
		/// How long a round lasts, in milliseconds: at least two blocks of six seconds for commitments
		/// and two for reports. A change applies from the next round.
		pub round_length: BoundedU64<{ seconds(24) }, { days(1) }>,
		/// The age in milliseconds up to which a value earns. At least one round.
		pub max_age: BoundedU64<{ seconds(24) }, { days(30) }>,
		/// The fewest reports that make a quorum, however few reporters there are.
		pub min_quorum: MinQuorum,
		/// How many rounds in a row need a quorum until a stale metric earns again.
		pub recovery_rounds: BoundedU64<1, 100>,
		/// What a reporter puts on hold, in planck; from one planck to [`Self::MAX_BOND`].
		pub bond: Balance,
		/// How long active reporters have to top up a bond that was raised, in milliseconds. Then they
		/// are suspended until they have.
		pub top_up_period: BoundedU64<0, { days(90) }>,
		/// How long the guardian may take to halt a metric whose value cannot be, in milliseconds. The
		/// longer, the larger the bond has to be.
		pub time_to_halt: BoundedU64<{ seconds(24) }, { days(30) }>,
		/// How many rounds after the one it came in a metric may be left out of a report.
		pub metric_grace: BoundedU64<0, 10_000>,
		/// How many rounds in a row of leaving the same metric out make a strike.
		pub omission_limit: BoundedU64<1, 10_000>,
		/// How many strikes suspend a reporter.
		pub strike_limit: BoundedU64<1, 1_000>,
		/// How many honest rounds in a row take one strike away.
		pub strike_decay: BoundedU64<1, 10_000>,
		/// The part of the bond that a suspended reporter loses, rounded up.
		pub strike_slash: Perbill,
		/// How many rounds a suspension lasts.
		pub suspension_rounds: BoundedU64<1, 100_000>,
		/// How long the bond of a reporter who left stays on hold, in milliseconds. At least the time to halt.
		pub unbonding_period: BoundedU64<{ seconds(6) }, { days(90) }>,
	}
}

impl Settings {
	/// The largest bond that can be asked for, in planck: 10 million DSYNC.
	pub const MAX_BOND: Balance = 10_000_000 * 1_000_000_000_000_000_000;

	/// The settings themselves, if they agree with each other.
	pub fn validate(self) -> Result<Self, InvalidSettings> {
		if self.max_age.get() < self.round_length.get().saturating_mul(2) {
			return Err(InvalidSettings::MaxAgeBelowTwoRounds);
		}
		if self.unbonding_period.get() < self.time_to_halt.get() {
			return Err(InvalidSettings::UnbondingBelowHalt);
		}
		if self.bond == 0 || self.bond > Self::MAX_BOND {
			return Err(InvalidSettings::BondOutOfBounds);
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
			bond: 25_000 * 1_000_000_000_000_000_000,
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
		for bond in [0, Settings::MAX_BOND + 1] {
			let settings = Settings { bond, ..base() };
			assert_eq!(settings.validate(), Err(InvalidSettings::BondOutOfBounds));
		}
	}
}
