// SPDX-License-Identifier: Apache-2.0

//! What governance may set, each value with hard bounds and a step.

use destra_economics::tiers;
use destra_primitives::{
	governed, settings,
	time::{days, hours, seconds, Millis},
	Balance, BoundedId, BoundedU128, BoundedU64, LinearU64, Period, Role, ServiceClass,
	SlashReason,
};
use frame_support::BoundedVec;
use serde::{Deserialize, Serialize};
use sp_runtime::{traits::ConstU32, Perbill};

/// The most tiers there can be.
pub const MAX_TIERS: u32 = 8;

const DSYNC: Balance = 1_000_000_000_000_000_000;

/// The least that a position or a delegation may have, in planck. One at least, since nothing is no stake. A
/// hundred thousand DSYNC at most: with more, only a few could stake at all.
pub type LeastStake = BoundedU128<1, { 100_000 * DSYNC }>;

/// The least own stake for a role, in planck. One at least, since who provides has something to lose. Ten
/// million DSYNC at most: with more, hardly anybody could serve.
pub type RoleStake = BoundedU128<1, { 10_000_000 * DSYNC }>;

/// What a locked planck weighs, in hundredths.
pub type Multiplier = BoundedU64<100, 1_000>;

governed! {
	/// A length of time to lock for, and what that is worth.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Tier {
		/// How long, in milliseconds. It names the tier: another length is another tier.
		pub length: BoundedId<{ seconds(6) }, { days(1_461) }>,
		/// The multiplier until then, in hundredths.
		pub multiplier: Multiplier,
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

governed! {
	/// What a provider must have locked for each of its roles, in planck.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize, Copy)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct MinimumStakes {
		/// For a validator.
		pub validator: RoleStake,
		/// For hosting.
		pub hosting: RoleStake,
		/// For storage.
		pub storage: RoleStake,
		/// For name resolution.
		pub dns: RoleStake,
		/// For access to nodes.
		pub rpc: RoleStake,
		/// For GPU time.
		pub gpu_compute: RoleStake,
		/// For training.
		pub ai_training: RoleStake,
	}
}

impl MinimumStakes {
	/// What one role takes, in planck.
	pub const fn of(&self, role: Role) -> Balance {
		let stake = match role {
			Role::Validator => self.validator,
			Role::Service(ServiceClass::Hosting) => self.hosting,
			Role::Service(ServiceClass::Storage) => self.storage,
			Role::Service(ServiceClass::Dns) => self.dns,
			Role::Service(ServiceClass::Rpc) => self.rpc,
			Role::Service(ServiceClass::GpuCompute) => self.gpu_compute,
			Role::Service(ServiceClass::AiTraining) => self.ai_training,
		};
		stake.get()
	}

	/// What all of these roles take together, in planck.
	pub fn sum<'a>(&self, roles: impl IntoIterator<Item = &'a Role>) -> Balance {
		roles.into_iter().fold(0, |sum, role| sum.saturating_add(self.of(*role)))
	}
}

governed! {
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

governed! {
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

settings! {
	/// The values that differ from chain to chain and over time.
	#[frame_support::stored]
	#[derive(Serialize, Deserialize)]
	#[serde(rename_all = "camelCase", deny_unknown_fields)]
	pub struct Settings;
	/// One of the settings, with a value for it.
	#[frame_support::stored]
	pub enum Parameter;
	/// How long one can lock, shortest first. A change applies to locks to come.
	0 => tiers, Tiers: Tiers,
	/// The least that a position may have, in planck.
	1 => min_lock, MinLock: LeastStake,
	/// The least that a delegation may have, in planck.
	2 => min_delegation, MinDelegation: LeastStake,
	/// The least own stake for each role, in planck.
	3 => min_stakes, MinStakes: MinimumStakes,
	/// How long stake stays answerable after it was unbonded, in milliseconds. What is unbonding already
	/// keeps its time.
	4 => unbonding_period, UnbondingPeriod: Period<{ seconds(6) }, { days(90) }>,
	/// What an unbonding planck weighs, in hundredths.
	5 => unbonding_multiplier, UnbondingMultiplier: LinearU64<0, 100, 10>,
	/// How many times its own stake a provider may have delegated to it.
	6 => delegation_ratio, DelegationRatio: BoundedU64<0, 1_000>,
	/// The highest commission.
	7 => max_commission, MaxCommission: Perbill,
	/// How long before a raise of the commission delegators must know, in milliseconds.
	8 => commission_notice, CommissionNotice: Period<0, { days(90) }>,
	/// How long after that it can be put into force, in milliseconds.
	9 => commission_window, CommissionWindow: Period<{ seconds(6) }, { days(90) }>,
	/// How long governance may cancel a slash, in milliseconds. Slashes that are pending keep theirs.
	10 => slash_delay, SlashDelay: Period<0, { days(30) }>,
	/// The penalty of each reason. Slashes that are pending keep theirs.
	11 => penalties, Penalties: Penalties,
	/// How long a provider is barred, in milliseconds.
	12 => jail_period, JailPeriod: Period<0, { days(365) }>,
	/// The reporter's part of what a provider itself loses.
	13 => reporter_share, ReporterShare: Perbill,
	/// The authors' part of the rewards.
	14 => author_share, AuthorShare: Perbill,
	/// The most validators.
	15 => max_validators, MaxValidators: BoundedU64<1, 256>,
	/// The fewest: a set is filled up to that with whoever has stake and keys, there or not.
	16 => min_validators, MinValidators: BoundedU64<1, 256>,
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
		let service = RoleStake::literal::<{ 1_000 * DSYNC }>();
		let computing = RoleStake::literal::<{ 5_000 * DSYNC }>();
		let least = LeastStake::literal::<{ 10 * DSYNC }>();
		let part = |percent, jail| Penalty { fraction: Perbill::from_percent(percent), jail };
		Self {
			tiers: Tiers::truncate_from(ladder),
			min_lock: least,
			min_delegation: least,
			min_stakes: MinimumStakes {
				validator: BoundedU128::literal::<{ 50_000 * DSYNC }>(),
				hosting: service,
				storage: service,
				dns: service,
				rpc: service,
				gpu_compute: computing,
				ai_training: computing,
			},
			unbonding_period: BoundedU64::literal::<{ days(7) }>(),
			unbonding_multiplier: LinearU64::literal::<50>(),
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
	use destra_primitives::{ranged::Place, Stepped};

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

	#[test]
	fn a_tier_moves_by_a_step_from_the_one_that_is_as_long() {
		let tiers = |list: &[(u64, u64)]| {
			let tier = |(length, multiplier): &(u64, u64)| Tier {
				length: days(*length).try_into().unwrap(),
				multiplier: (*multiplier).try_into().unwrap(),
			};
			Parameter::Tiers(Tiers::truncate_from(list.iter().map(tier).collect()))
		};
		let old = tiers(&[(30, 100), (90, 150), (360, 400)]);
		assert_eq!(tiers(&[(90, 225), (360, 600)]).step_from(&old), Ok(()));
		let too_far = Place::here().within("multiplier").within("Tiers");
		for steep in
			[&[(30, 100), (90, 226)][..], &[(360, 601)], &[(30, 100), (90, 150), (360, 266)]]
		{
			assert_eq!(tiers(steep).step_from(&old), Err(too_far.clone()));
		}
	}
}
