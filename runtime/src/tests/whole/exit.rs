// SPDX-License-Identifier: Apache-2.0

//! Everybody leaves: what each account can do to get back what it has on hold, until nothing is on hold any more.
//! Nobody is asked for more than a signature, and governance for nothing but to lift its own halts.

use super::{
	acts::{announcements, by_root, joint_exits, pure_exits, Flaw, EXIT},
	cast::Cast,
	stage::Stage,
};
use crate::{
	constants::{currency::DSYNC, time::BLOCK_TIME},
	tests::chain::now,
	AccountId, Allocation, Balances, Nonce, Runtime, RuntimeCall, ServicePayments, StakingLocks,
};
use destra_primitives::time::{days, minutes, Millis};
use frame_system::Account;
use pallet_kpi_oracle::{Commitments, Reporters, Unbondings};
use pallet_staking_locks::{types::Standing, Delegations, Ledgers, Pools, Providers};
use std::fmt::Debug;

type Staking = pallet_staking_locks::Call<Runtime>;
type Payments = pallet_service_payments::Call<Runtime>;
type Grant = pallet_allocation::Call<Runtime>;
type Oracle = pallet_kpi_oracle::Call<Runtime>;
type ProxyCall = pallet_proxy::Call<Runtime>;

/// How long everybody waits before each next try: the terms, notices and periods of the development chain are an hour at
/// most, a metered term is a day; rewards unlock within 186 days, grants of the genesis within five years.
const WAITS: [(u32, Millis); 4] = [(12, minutes(11)), (3, days(1)), (7, days(31)), (5, days(366))];

/// How many blocks in a row may be full of exits.
const MOST_BLOCKS: u32 = 50;

/// What the chain keeps of an account.
type AccountInfo = frame_system::AccountInfo<Nonce, pallet_balances::AccountData<crate::Balance>>;

/// A call, and on whose behalf.
type Act = (AccountId, RuntimeCall);

impl Stage {
	/// Everybody leaves, and nothing is on hold any more.
	pub fn everybody_exits(&mut self) {
		self.empty_pool();
		for (times, wait) in WAITS {
			for _ in 0..times {
				self.try_to_exit();
				self.quiet_block(wait);
			}
		}
		self.try_to_exit();
		println!("{}", self.tally.of_kind(EXIT.name));
		nothing_is_on_hold();
	}

	/// A block in which nobody does anything new.
	fn quiet_block(&mut self, elapsed: Millis) {
		self.begin_block();
		self.end_block(elapsed);
	}

	/// Blocks until nothing waits.
	fn empty_pool(&mut self) {
		for _ in 0..MOST_BLOCKS {
			self.quiet_block(BLOCK_TIME);
			if self.pool_is_empty() {
				return;
			}
		}
		panic!("valid, and yet in no block: {:#?}", self.waiting());
	}

	/// Sends a call on behalf of somebody; where there is no key or no fee, sudo does.
	fn send_for(&mut self, who: &AccountId, call: RuntimeCall) {
		let signs = self.scene.cast.key(who).is_some() && Balances::usable_balance(who) > DSYNC;
		let (by, call) = match signs {
			true => (who.clone(), call),
			false => {
				let (who, call) = (who.clone().into(), Box::new(call));
				let call = pallet_sudo::Call::<Runtime>::sudo_as { who, call };
				(self.scene.cast.sudo(), call.into())
			}
		};
		// What the pool does not take now, such as one too many of the same account, comes again.
		let _refused = {
			let label = self.exit_label();
			self.send(&by, call, Flaw::Nothing, label)
		};
	}

	/// Everybody does what there is to do, as long as that opens up something else.
	fn try_to_exit(&mut self) {
		for _ in 0..4 {
			let acts = self.exits();
			if acts.is_empty() {
				return;
			}
			for (who, call) in acts {
				self.send_for(&who, call);
			}
			self.empty_pool();
		}
	}

	/// What can be done now. Each act stands on its own: one that comes too early is tried again.
	fn exits(&mut self) -> Vec<Act> {
		let cast = &self.scene.cast;
		let of_staking = staking().into_iter().chain(delegations()).chain(providers());
		let of_oracle = oracle().into_iter().chain(grants(cast));
		let of_accounts = accounts(cast).into_iter().chain(pure_exits(&self.scene));
		let acts = of_staking.chain(services()).chain(of_oracle).chain(of_accounts);
		acts.collect()
	}
}

/// Own stake, and its rewards.
fn staking() -> Vec<Act> {
	let mut acts: Vec<Act> = Vec::new();
	for who in Ledgers::<Runtime>::iter_keys() {
		let stake = StakingLocks::stake(who.clone());
		let accused = Providers::<Runtime>::get(&who).is_some_and(|one| one.pending > 0);
		if stake.compounding {
			acts.push((who.clone(), Staking::set_compounding { compounding: false }.into()));
		}
		for position in stake.positions.iter().filter(|one| one.over && !one.unbonding) {
			let (id, amount) = (position.id, position.amount);
			acts.push((who.clone(), Staking::unbond { id, amount }.into()));
		}
		if !accused && stake.positions.iter().any(|one| one.over && one.unbonding) {
			acts.push((who.clone(), Staking::withdraw { who: who.clone() }.into()));
		}
		if !accused && stake.due > 0 {
			acts.push((who.clone(), Staking::claim { who }.into()));
		}
	}
	acts
}

/// What is delegated, and its rewards.
fn delegations() -> Vec<Act> {
	let mut acts: Vec<Act> = Vec::new();
	for (provider, who) in Delegations::<Runtime>::iter_keys() {
		let Some(report) = StakingLocks::delegation(provider.clone(), who.clone()) else {
			continue;
		};
		let of = || (provider.clone(), who.clone());
		if Providers::<Runtime>::get(&provider).is_some_and(|record| record.has_left(now())) {
			// By somebody else.
			let (provider, who) = of();
			acts.push((provider.clone(), Staking::return_delegation { provider, who }.into()));
			continue;
		}
		if report.due > 0 || report.lost > 0 {
			let (provider, who) = of();
			acts.push((who.clone(), Staking::claim_delegation { provider, who }.into()));
		}
		if report.bonded > 0 {
			let (provider, amount) = (provider.clone(), report.bonded);
			let call = Staking::undelegate { provider, amount, destination: None };
			acts.push((who.clone(), call.into()));
		}
		for _ in report.departing.iter().filter(|one| one.ripe_at <= now()) {
			let (provider, who) = of();
			acts.push((who.clone(), Staking::withdraw_delegation { provider, who }.into()));
		}
	}
	acts
}

/// The registry of providers, and the keys of validators: of all of them.
fn providers() -> Vec<Act> {
	let mut acts: Vec<Act> = Vec::new();
	for (who, provider) in Providers::<Runtime>::iter() {
		let deserted = Pools::<Runtime>::get(&who).is_none_or(|pool| pool.is_deserted());
		match provider.standing {
			Standing::Leaving { until, .. } => {
				if until <= now() && provider.pending == 0 && deserted {
					let provider = who.clone();
					acts.push((who, Staking::remove_provider { provider }.into()));
				}
			}
			_ => acts.push((who, Staking::leave {}.into())),
		}
	}
	for who in pallet_session::NextKeys::<Runtime>::iter_keys() {
		acts.push((who, pallet_session::Call::<Runtime>::purge_keys {}.into()));
	}
	acts
}

/// Agreements, their disputes, and what providers offer.
fn services() -> Vec<Act> {
	let mut acts: Vec<Act> = Vec::new();
	for (provider, key) in pallet_service_payments::RateCards::<Runtime>::iter_keys() {
		let call =
			Payments::remove_card { provider: provider.clone(), class: key.class, card: key.card };
		acts.push((provider, call.into()));
	}
	for id in pallet_service_payments::Agreements::<Runtime>::iter_keys() {
		let Some(agreement) = ServicePayments::agreement(id) else { continue };
		let customer = agreement.customer;
		match agreement.dispute {
			Some(dispute) if dispute.lapses_from <= now() => {
				acts.push((customer, Payments::lapse_dispute { id }.into()));
			}
			Some(_) => {}
			None if agreement.over => acts.push((customer, Payments::close { id }.into())),
			None if agreement.ends_at.is_none() || agreement.expires_at == agreement.ends_at => {
				acts.push((customer, Payments::cancel { id }.into()));
			}
			None => {}
		}
	}
	acts
}

/// Reporters, their bonds and rewards.
fn oracle() -> Vec<Act> {
	let mut acts: Vec<Act> = Vec::new();
	for who in Reporters::<Runtime>::iter_keys() {
		if !Commitments::<Runtime>::contains_key(&who) {
			acts.push((who, Oracle::leave {}.into()));
		}
	}
	for (who, bond) in Unbondings::<Runtime>::iter() {
		if bond.until() <= now() {
			acts.push((who.clone(), Oracle::withdraw_bond { who }.into()));
		}
	}
	for who in pallet_kpi_oracle::Rewards::<Runtime>::iter_keys() {
		acts.push((who.clone(), Oracle::claim_reward { who }.into()));
	}
	acts
}

/// Grants and rewards under vesting. A paused category goes on.
fn grants(cast: &Cast) -> Vec<Act> {
	let mut acts: Vec<Act> = Vec::new();
	for category in Allocation::categories().into_iter().filter(|one| one.paused) {
		let category = category.category;
		acts.push((cast.sudo(), by_root(Grant::resume_category { category })));
	}
	for beneficiary in pallet_allocation::Grants::<Runtime>::iter_keys() {
		if Allocation::releasable(beneficiary.clone()) > 0 {
			acts.push((beneficiary.clone(), Grant::release { beneficiary }.into()));
		}
	}
	for who in pallet_allocation::Rewards::<Runtime>::iter_keys() {
		if Allocation::rewards(who.clone()).claimable > 0 {
			acts.push((who.clone(), Grant::claim_rewards { who }.into()));
		}
	}
	for who in pallet_allocation::Successors::<Runtime>::iter_keys() {
		acts.push((who, Grant::name_successor { successor: None }.into()));
	}
	acts
}

/// Deposits for proxies, announcements and multisigs. An account without a key keeps the proxy that is its only one.
fn accounts(cast: &Cast) -> Vec<Act> {
	let mut acts: Vec<Act> = Vec::new();
	for delegate in pallet_proxy::Announcements::<Runtime>::iter_keys() {
		for (real, call_hash) in announcements(&delegate) {
			let call = ProxyCall::remove_announcement { real: real.into(), call_hash };
			acts.push((delegate.clone(), call.into()));
		}
	}
	for real in pallet_proxy::Proxies::<Runtime>::iter_keys() {
		if cast.key(&real).is_some() {
			acts.push((real, ProxyCall::remove_proxies {}.into()));
		}
	}
	acts.extend(joint_exits(cast));
	acts
}

/// Panics if `left` is not empty.
fn nothing<T: Debug>(what: &str, left: impl Iterator<Item = T>) {
	let left: Vec<_> = left.collect();
	assert!(left.is_empty(), "{what}: {left:#?}");
}

/// What has to be so when everybody has left.
fn nothing_is_on_hold() {
	nothing("providers", Providers::<Runtime>::iter());
	nothing("delegations", Delegations::<Runtime>::iter());
	nothing("own stakes", Ledgers::<Runtime>::iter());
	nothing("agreements", pallet_service_payments::Agreements::<Runtime>::iter());
	nothing("disputes", pallet_service_payments::Disputes::<Runtime>::iter());
	nothing("cards", pallet_service_payments::RateCards::<Runtime>::iter_keys());
	nothing("reporters", Reporters::<Runtime>::iter());
	nothing("bonds", Unbondings::<Runtime>::iter());
	nothing("grants", pallet_allocation::Grants::<Runtime>::iter());
	nothing("locked rewards", pallet_allocation::Rewards::<Runtime>::iter());
	nothing("proxies", pallet_proxy::Proxies::<Runtime>::iter());
	nothing("multisigs", pallet_multisig::Multisigs::<Runtime>::iter());
	nothing("pending slashes", pallet_staking_locks::PendingSlashes::<Runtime>::iter());
	nothing("holds", pallet_balances::Holds::<Runtime>::iter());
	let bound = |account: &AccountInfo| account.data.reserved > 0 || account.data.frozen > 0;
	nothing("reserves", Account::<Runtime>::iter().filter(|(_, account)| bound(account)));
	assert_eq!(StakingLocks::rewards().total_weight, 0);
}
