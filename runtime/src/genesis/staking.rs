// SPDX-License-Identifier: Apache-2.0

//! What is staked at genesis, and how long things take there.

use crate::{constants::currency::DSYNC, AccountId, Balance, StakingLocksConfig};
use alloc::vec::Vec;
use destra_primitives::{
	time::{minutes, Millis},
	BoundedU64, Role, Roles, ServiceClass,
};
use pallet_staking_locks::{
	types::{Settings, Tiers},
	GenesisProvider, Tier,
};
use sp_runtime::Perbill;

/// What differs between a chain that one person runs and a network.
pub struct Scale {
	/// What each validator stakes, in planck.
	stake: Balance,
	/// Whether the validators offer every service as well.
	serves_all: bool,
	settings: fn() -> Settings,
}

/// One person, one machine, no waiting: minutes for days.
pub const DEVELOPMENT: Scale =
	Scale { stake: 200_000 * DSYNC, serves_all: true, settings: impatient };

/// The rules of a live chain. It goes on with three of its four validators.
pub const LOCAL_TESTNET: Scale = Scale {
	stake: 100_000 * DSYNC,
	serves_all: false,
	settings: || Settings { min_validators: BoundedU64::literal::<3>(), ..Settings::default() },
};

/// The multipliers of a live chain for terms of minutes.
fn impatient() -> Settings {
	const TERMS: [Millis; 4] = [minutes(5), minutes(15), minutes(30), minutes(60)];
	let standard = Settings::default();
	let short = |(tier, length): (&Tier, Millis)| Tier {
		length: length.try_into().expect("a term of minutes lies in the range of terms"),
		..*tier
	};
	let tiers = standard.tiers.iter().zip(TERMS).map(short).collect();
	Settings {
		tiers: Tiers::truncate_from(tiers),
		unbonding_period: BoundedU64::literal::<{ minutes(10) }>(),
		commission_notice: BoundedU64::literal::<{ minutes(5) }>(),
		commission_window: BoundedU64::literal::<{ minutes(10) }>(),
		slash_delay: BoundedU64::literal::<{ minutes(2) }>(),
		jail_period: BoundedU64::literal::<{ minutes(5) }>(),
		min_validators: BoundedU64::literal::<1>(),
		..standard
	}
}

/// The settings, and the first validators with their stake.
pub fn staking(scale: &Scale, validators: Vec<AccountId>) -> StakingLocksConfig {
	let services = ServiceClass::ALL.into_iter().filter(|_| scale.serves_all).map(Role::Service);
	let mut roles = Roles::new();
	for role in services.chain([Role::Validator]) {
		roles.try_insert(role).expect("there is room for every role");
	}
	let provider = |who| GenesisProvider {
		who,
		roles: roles.clone(),
		stake: scale.stake,
		commission: Perbill::from_percent(10),
	};
	StakingLocksConfig {
		settings: (scale.settings)(),
		providers: validators.into_iter().map(provider).collect(),
	}
}
