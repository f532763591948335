// SPDX-License-Identifier: Apache-2.0

//! What governance may set, each value with hard bounds.

use destra_economics::tiers;
use destra_primitives::{
	ranged,
	time::{days, hours, seconds, Millis},
	unranged, Balance, BoundedU64, Role, ServiceClass, SlashReason,
};
use frame_support::BoundedVec;
use serde::{Deserialize, Serialize};
use sp_runtime::{traits::ConstU32, Perbill};

/// The most tiers there can be.
pub const MAX_TIERS: u32 = 8;

const DSYNC: Balance = 1_000_000_000_000_000_000;

ranged! {
	/// A length of time to lock for, and what that is worth.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Tier {
		/// How long, in milliseconds.
		pub length: BoundedU64<{ seconds(6) }, { days(1_461) }>,
		/// The multiplier until then, in hundredths.
		pub multiplier: BoundedU64<100, 1_000>,
	}
}

impl From<Tier> for tiers::Tier {
	fn from(tier: Tier) -> Self {
		let multiplier = u32::try_from(tier.multiplier.get()).unwrap_or(tiers::UNIT);
		Self { length: tier.length.get(), multiplier }
	}
}

/// The tiers, shortest first.
pub type Tiers = BoundedVec<Tier, ConstU32<MAX_TIERS>>;

/// What a provider must have locked for each of its roles, in planck.
#[frame_support::stored]
#[derive(Serialize, Deserialize, Copy)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MinimumStakes {
	/// For a validator.
	pub validator: Balance,
	/// For hosting.
	pub hosting: Balance,
	/// For storage.
	pub storage: Balance,
	/// For name resolution.
	pub dns: Balance,
	/// For access to nodes.
	pub rpc: Balance,
	/// For GPU time.
	pub gpu_compute: Balance,
	/// For training.
	pub ai_training: Balance,
}

unranged!(MinimumStakes);

impl MinimumStakes {
	/// What one role takes, in planck.
	pub const fn of(&self, role: Role) -> Balance {
		match role {
			Role::Validator => self.validator,
			Role::Service(ServiceClass::Hosting) => self.hosting,
			Role::Service(ServiceClass::Storage) => self.storage,
			Role::Service(ServiceClass::Dns) => self.dns,
			Role::Service(ServiceClass::Rpc) => self.rpc,
			Role::Service(ServiceClass::GpuCompute) => self.gpu_compute,
			Role::Service(ServiceClass::AiTraining) => self.ai_training,
		}
	}

	/// What all of these roles take together, in planck.
	pub fn sum<'a>(&self, roles: impl IntoIterator<Item = &'a Role>) -> Balance {
		roles.into_iter().fold(0, |sum, role| sum.saturating_add(self.of(*role)))
	}
}

ranged! {
	/// What an offence costs.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Penalty {
		/// The part of the stake, unless the report says otherwise.
		pub fraction: Perbill,
		/// Whether the provider is barred from serving.
		pub jail: bool,
	}
}

ranged! {
	/// The penalty of each reason.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Penalties {
		/// Of two blocks in a slot, or two votes in a round.
		pub equivocation: Penalty,
		/// Of a service that was not there.
		pub service_missed: Penalty,
		/// Of work claimed and not done.
		pub wrong_report: Penalty,
		/// Of a dispute lost to the customer.
		pub dispute_lost: Penalty,
	}
}

impl Penalties {
	/// The penalty of one reason.
	pub const fn of(&self, reason: SlashReason) -> Penalty {
		match reason {
			SlashReason::Equivocation => self.equivocation,
			SlashReason::ServiceMissed => self.service_missed,
			SlashReason::WrongReport => self.wrong_report,
			SlashReason::DisputeLost => self.dispute_lost,
		}
	}
}

/// Why a set of [`Settings`] is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InvalidSettings {
	/// A longer tier weighs less than a shorter one, or there is none.
	NoLadder,
	/// There would be fewer validators at most than at least.
	NoRoomForValidators,
	/// The unbonding period is below its minimum.
	UnbondingTooShort,
}

ranged! {
	/// The values that differ from chain to chain and over time.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Settings {
		/// How long one can lock, shortest first. A change applies to locks to come.
		pub tiers: Tiers,
		/// The least that a position may have, in planck.
		pub min_lock: Balance,
		/// The least that a delegation may have, in planck.
		pub min_delegation: Balance,
		/// The least own stake for each role, in planck.
		pub min_stakes: MinimumStakes,
		/// How long stake stays answerable after it was unbonded, in milliseconds.
		pub unbonding_period: BoundedU64<{ seconds(6) }, { days(90) }>,
		/// What an unbonding planck weighs, in hundredths.
		pub unbonding_multiplier: BoundedU64<0, 100>,
		/// How many times its own stake a provider may have delegated to it.
		pub delegation_ratio: BoundedU64<0, 1_000>,
		/// The highest commission.
		pub max_commission: Perbill,
		/// How long before a raise of the commission delegators must know, in milliseconds.
		pub commission_notice: BoundedU64<0, { days(90) }>,
		/// How long after that it can be put into force, in milliseconds.
		pub commission_window: BoundedU64<{ seconds(6) }, { days(90) }>,
		/// How long governance may cancel a slash, in milliseconds.
		pub slash_delay: BoundedU64<0, { days(30) }>,
		/// The penalty of each reason.
		pub penalties: Penalties,
		/// How long a provider is barred, in milliseconds.
		pub jail_period: BoundedU64<0, { days(365) }>,
		/// The reporter's part of what a provider itself loses.
		pub reporter_share: Perbill,
		/// The authors' part of the rewards.
		pub author_share: Perbill,
		/// The most validators.
		pub max_validators: BoundedU64<1, 256>,
		/// The fewest: a set is filled up to that with whoever has stake and keys, there or not.
		pub min_validators: BoundedU64<1, 256>,
	}
}

impl Settings {
	/// The settings themselves, if they agree with each other, and stake is answerable for
	/// `min_unbonding` at least, in milliseconds.
	pub fn validate(self, min_unbonding: Millis) -> Result<Self, InvalidSettings> {
		let ladder: alloc::vec::Vec<tiers::Tier> =
			self.tiers.iter().copied().map(tiers::Tier::from).collect();
		if ladder.is_empty() || !tiers::is_ladder(&ladder) {
			return Err(InvalidSettings::NoLadder);
		}
		if self.max_validators < self.min_validators {
			return Err(InvalidSettings::NoRoomForValidators);
		}
		if self.unbonding() < min_unbonding {
			return Err(InvalidSettings::UnbondingTooShort);
		}
		Ok(self)
	}

	/// The unbonding period, in milliseconds.
	pub const fn unbonding(&self) -> Millis {
		self.unbonding_period.get()
	}
}

/// The settings of a live chain.
impl Default for Settings {
	fn default() -> Self {
		let tier = |tier: tiers::Tier| -> Option<Tier> {
			Some(Tier {
				length: tier.length.try_into().ok()?,
				multiplier: u64::from(tier.multiplier).try_into().ok()?,
			})
		};
		let ladder = tiers::TIERS.into_iter().filter_map(tier).collect();
		let service = 1_000 * DSYNC;
		let part = |percent, jail| Penalty { fraction: Perbill::from_percent(percent), jail };
		Self {
			tiers: Tiers::truncate_from(ladder),
			min_lock: 10 * DSYNC,
			min_delegation: 10 * DSYNC,
			min_stakes: MinimumStakes {
				validator: 50_000 * DSYNC,
				hosting: service,
				storage: service,
				dns: service,
				rpc: service,
				gpu_compute: 5 * service,
				ai_training: 5 * service,
			},
			unbonding_period: BoundedU64::literal::<{ days(7) }>(),
			unbonding_multiplier: BoundedU64::literal::<50>(),
			delegation_ratio: BoundedU64::literal::<10>(),
			max_commission: Perbill::from_percent(30),
			commission_notice: BoundedU64::literal::<{ days(7) }>(),
			commission_window: BoundedU64::literal::<{ days(7) }>(),
			slash_delay: BoundedU64::literal::<{ days(2) }>(),
			penalties: Penalties {
				equivocation: part(5, true),
				service_missed: part(1, false),
				wrong_report: part(5, false),
				dispute_lost: part(2, false),
			},
			jail_period: BoundedU64::literal::<{ hours(24) }>(),
			reporter_share: Perbill::from_percent(10),
			author_share: Perbill::from_percent(30),
			max_validators: BoundedU64::literal::<100>(),
			// Fewer cannot do without anybody.
			min_validators: BoundedU64::literal::<4>(),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_default_agrees_with_itself_and_survives_json() {
		let settings = Settings::default();
		assert_eq!(settings.clone().validate(days(7)), Ok(settings.clone()));
		assert_eq!(settings.tiers.len(), tiers::TIERS.len());
		for (tier, standard) in settings.tiers.iter().zip(tiers::TIERS) {
			assert_eq!(tiers::Tier::from(*tier), standard);
		}
		let json = serde_json::to_string(&settings).unwrap();
		assert!(json.contains("\"unbondingPeriod\":604800000"), "{json}");
		assert_eq!(serde_json::from_str::<Settings>(&json).unwrap(), settings);
	}

	#[test]
	fn values_that_disagree_are_refused() {
		let reversed = Settings::default().tiers.into_iter().rev().collect();
		let settings = Settings { tiers: Tiers::truncate_from(reversed), ..Settings::default() };
		assert_eq!(settings.validate(0), Err(InvalidSettings::NoLadder));
		let settings = Settings { tiers: Tiers::new(), ..Settings::default() };
		assert_eq!(settings.validate(0), Err(InvalidSettings::NoLadder));
		let settings =
			Settings { min_validators: BoundedU64::literal::<101>(), ..Settings::default() };
		assert_eq!(settings.validate(0), Err(InvalidSettings::NoRoomForValidators));
		let too_short = Settings::default().validate(days(7) + 1);
		assert_eq!(too_short, Err(InvalidSettings::UnbondingTooShort));
	}

	#[test]
	fn every_role_and_reason_has_its_own_figure() {
		let settings = Settings::default();
		let roles = ServiceClass::ALL.map(Role::Service);
		assert_eq!(settings.min_stakes.sum(&roles), 14_000 * DSYNC);
		assert_eq!(settings.min_stakes.sum(&[Role::Validator]), 50_000 * DSYNC);
		let parts = SlashReason::ALL.map(|reason| settings.penalties.of(reason).fraction);
		assert_eq!(parts, [5, 1, 5, 2].map(Perbill::from_percent));
	}
}
