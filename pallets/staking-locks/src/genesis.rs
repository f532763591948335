// SPDX-License-Identifier: Apache-2.0

//! The first state. What is wrong with a genesis stops the chain from being built, by name.

use crate::{
	locks::locked,
	types::{Capacity, Profile, RewardState},
	Config, CurrentSettings, GenesisConfig, HoldReason, Ledgers, Pallet, Rewards,
};
use destra_economics::accumulator::Index;
use destra_primitives::{out_of_range, Balance, Roles};
use frame_support::traits::{
	fungible::{Inspect, Mutate},
	Get,
};
use serde::{Deserialize, Serialize};
use sp_runtime::Perbill;

/// A provider from the first block on. It is its own operator until it names another one.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisProvider<AccountId> {
	/// The account.
	pub who: AccountId,
	/// What it does.
	pub roles: Roles,
	/// What it stakes of its genesis balance, in planck. It has no term: the clock is not set yet.
	pub stake: Balance,
	/// Its part of what its delegators earn.
	pub commission: Perbill,
}

/// Validates the configuration and stores what it says.
pub(crate) fn build<T: Config>(config: &GenesisConfig<T>) {
	let beyond = out_of_range("settings", &config.settings);
	assert!(beyond.is_none(), "staking genesis: out of range: {beyond:?}");
	let settings = config.settings.clone().validate(T::MinUnbonding::get());
	assert!(settings.is_ok(), "staking genesis: settings: {settings:?}");
	CurrentSettings::<T>::put(&config.settings);
	endow_pot::<T>();
	for provider in &config.providers {
		add_provider::<T>(provider);
	}
}

fn add_provider<T: Config>(provider: &GenesisProvider<T::AccountId>) {
	let GenesisProvider { who, roles, stake, commission } = provider;
	let beyond = out_of_range("commission", commission);
	assert!(beyond.is_none(), "staking genesis: out of range: {beyond:?} of {who:?}");
	let mut state: RewardState = Rewards::<T>::get();
	let mut ledger = Ledgers::<T>::get(who).unwrap_or_default();
	let position = locked(*stake);
	let weighed = position.weight().and_then(|weight| state.add_weight(weight));
	assert!(weighed.is_ok(), "staking genesis: the stake of {who:?} overflows: {stake}");
	assert!(ledger.add(position).is_some(), "staking genesis: too many entries for {who:?}");
	let held = Pallet::<T>::hold(HoldReason::Stake, who, *stake);
	assert!(held.is_ok(), "staking genesis: {who:?} cannot stake {stake}: {held:?}");
	ledger.set_capacity(Capacity::Provider);
	Rewards::<T>::put(state);
	Ledgers::<T>::insert(who, ledger);

	let profile = Profile {
		roles: roles.clone(),
		operator: who.clone(),
		metadata: Default::default(),
		endpoint: Default::default(),
	};
	let registered = Pallet::<T>::enrol(who.clone(), profile, *commission, Index::default());
	assert!(registered.is_ok(), "staking genesis: cannot register {provider:?}: {registered:?}");
}

/// Gives the pot the existential deposit, if it has less. With it the pot can take any amount,
/// however small, and pay out every last planck that it owes.
fn endow_pot<T: Config>() {
	let pot = Pallet::<T>::pot_account();
	let lacking = T::Currency::minimum_balance().saturating_sub(T::Currency::balance(&pot));
	if lacking > 0 {
		let endowed = T::Currency::mint_into(&pot, lacking);
		assert!(endowed.is_ok(), "staking genesis: cannot endow the pot: {endowed:?}");
	}
}
