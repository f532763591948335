// SPDX-License-Identifier: Apache-2.0

//! What is true between any two calls.

use crate::{
	types::{expires_at, Bucket, Capacity, Generation, SlashKey, StakeWeight},
	Buckets, Candidates, Config, CurrentSettings, Delegations, HoldReason, Ledgers, Lightest,
	Operators, Pallet, PendingSlashes, Pools, Providers, Rewards, SlashOrder, Slashes, Wipeouts,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use destra_primitives::{Balance, Role};
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, InspectHold},
		Get,
	},
};
use sp_runtime::{ArithmeticError, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		ensure!(
			CurrentSettings::<T>::get().validate(T::MinUnbonding::get()).is_ok(),
			"the settings are invalid"
		);
		Self::try_state_weight()?;
		Self::try_state_buckets()?;
		Self::try_state_holds()?;
		Self::try_state_pools()?;
		Self::try_state_rewards()?;
		Self::try_state_providers()?;
		Self::try_state_slashes()
	}

	/// ### Invariants of the total weight
	/// - It is the sum of what all positions and all delegations weigh now. The positions of who is idle
	///   weigh nothing.
	fn try_state_weight() -> Result<(), TryRuntimeError> {
		let state = Rewards::<T>::get();
		let next = state.next_bucket.unwrap_or(0);
		let add = |sum: StakeWeight, weight: Result<StakeWeight, ArithmeticError>| {
			sum.checked_add(weight.ok()?)
		};
		let own = Ledgers::<T>::iter_values().try_fold(0, |sum, l| add(sum, l.weight(next)));
		let all = own
			.and_then(|own| Pools::<T>::iter_values().try_fold(own, |sum, p| add(sum, p.weight())));
		ensure!(all == Some(state.total_weight()), "the total weight is not the sum of its parts");
		Ok(())
	}

	/// ### Invariants of `Buckets`
	/// - Each is the sum of the positions with an additional weight that refer to it, but for those of
	///   who is idle.
	/// - Those before `next_bucket`, and only those, have expired.
	/// - No term lies in a bucket that could never expire.
	fn try_state_buckets() -> Result<(), TryRuntimeError> {
		let next = Rewards::<T>::get().next_bucket.unwrap_or(0);
		let mut expected: BTreeMap<u64, (StakeWeight, u32)> = BTreeMap::new();
		for ledger in Ledgers::<T>::iter_values().filter(|ledger| !ledger.is_idle()) {
			for position in ledger.positions().iter().filter(|position| position.extra > 0) {
				let weight = position.extra_weight()?;
				let (sum, count) = expected.entry(position.due).or_default();
				*sum = sum.checked_add(weight).ok_or("the weight of a bucket overflows")?;
				*count = count.saturating_add(1);
			}
		}
		ensure!(Buckets::<T>::iter().count() == expected.len(), "a bucket of no position");
		for (index, (weight, positions)) in expected {
			ensure!(expires_at(index, T::ExpiryQuantum::get()) < u64::MAX, "an endless term");
			let as_expected = match Buckets::<T>::get(index) {
				Some(Bucket::Open { weight: w, positions: n }) => {
					index >= next && w == weight && n == positions
				}
				Some(Bucket::Expired { positions: n, .. }) => index < next && n == positions,
				None => false,
			};
			ensure!(as_expected, "a bucket is not the sum of its positions");
		}
		Ok(())
	}

	/// ### Invariants of the holds
	/// - What an account has on hold as stake is the sum of its positions. There is no ledger of nothing.
	/// - What it has on hold as delegation is the sum of what its delegations hold.
	fn try_state_holds() -> Result<(), TryRuntimeError> {
		for (who, ledger) in Ledgers::<T>::iter() {
			let held = T::Currency::balance_on_hold(&HoldReason::Stake.into(), &who);
			ensure!(held == ledger.total(), "a hold is not the stake");
			let wishes = ledger.is_compounding() && Self::delegates(&who);
			ensure!(wishes || !ledger.is_empty(), "a ledger of nothing");
		}
		let mut delegated: BTreeMap<T::AccountId, Balance> = BTreeMap::new();
		for (_, who, delegation) in Delegations::<T>::iter() {
			let sum = delegated.entry(who).or_default();
			*sum = sum.saturating_add(delegation.held);
		}
		for (who, sum) in delegated {
			let held = T::Currency::balance_on_hold(&HoldReason::Delegation.into(), &who);
			ensure!(held == sum, "a hold is not what is delegated");
		}
		Ok(())
	}

	/// ### Invariants of `Pools` and `Delegations`
	/// - There is a pool for each provider and for nobody else.
	/// - The shares of a pool are those of the delegations of its generation. It counts them, and those
	///   of earlier generations, which lost everything.
	/// - A share is never worth more than a planck.
	fn try_state_pools() -> Result<(), TryRuntimeError> {
		let providers: BTreeSet<_> = Providers::<T>::iter_keys().collect();
		ensure!(providers == Pools::<T>::iter_keys().collect(), "pools without providers");
		for (provider, pool) in Pools::<T>::iter() {
			let (mut bonded, mut unbonding, mut present) = (0u128, 0u128, 0u32);
			let mut lost: BTreeMap<Generation, u32> = BTreeMap::new();
			for (_, delegation) in Delegations::<T>::iter_prefix(&provider) {
				ensure!(!delegation.is_over(), "a delegation of nothing");
				if delegation.generation() != pool.generation() {
					let count = lost.entry(delegation.generation()).or_default();
					*count = count.saturating_add(1);
					continue;
				}
				present = present.saturating_add(1);
				bonded = bonded.saturating_add(delegation.shares);
				for departure in &delegation.departures {
					unbonding = unbonding.saturating_add(departure.shares);
				}
			}
			ensure!(bonded == pool.bonded.shares(), "bonded shares without an owner");
			ensure!(unbonding == pool.unbonding.shares(), "unbonding shares without an owner");
			let all_lost = lost.values().copied().fold(0, u32::saturating_add);
			ensure!(pool.delegations() == (present, all_lost), "delegations miscounted");
			let wipeouts: BTreeMap<_, _> = Wipeouts::<T>::iter_prefix(&provider)
				.map(|(generation, wipeout)| (generation, wipeout.delegations))
				.collect();
			ensure!(wipeouts == lost, "a lost generation is miscounted");
			for part in [pool.bonded, pool.unbonding] {
				ensure!(part.amount() <= part.shares(), "a share is worth more than a planck");
			}
		}
		for (provider, _, _) in Delegations::<T>::iter() {
			ensure!(providers.contains(&provider), "a delegation to no provider");
		}
		for (provider, _, _) in Wipeouts::<T>::iter() {
			ensure!(providers.contains(&provider), "a lost generation of no provider");
		}
		Ok(())
	}

	/// ### Invariants of the pot
	/// - It holds what it owes, beyond the existential deposit.
	/// - It owes what all claims together would pay, and the authors' reserve.
	fn try_state_rewards() -> Result<(), TryRuntimeError> {
		let state = Rewards::<T>::get();
		let pot = T::Currency::balance(&Self::pot_account());
		let spendable = pot.saturating_sub(T::Currency::minimum_balance());
		ensure!(state.owed() <= spendable, "the pot does not hold what is owed");
		let stakers: BTreeSet<_> =
			Ledgers::<T>::iter_keys().chain(Providers::<T>::iter_keys()).collect();
		let own = stakers.iter().map(|who| Self::report_stake(who).due);
		let delegated = Delegations::<T>::iter_keys()
			.filter_map(|(provider, who)| Self::report_delegation(&provider, &who))
			.map(|report| report.due);
		let due = own.chain(delegated).fold(state.author_reserve(), Balance::saturating_add);
		ensure!(due <= state.owed(), "more is due than is owed");
		Ok(())
	}

	/// ### Invariants of `Providers`, `Operators` and `Candidates`
	/// - Providers, and nobody else, earn as providers, or nothing while they are idle.
	/// - Each provider has a role. An operator acts for a provider that named it.
	/// - Its pool pays a commission if it earns one.
	/// - Every candidate is an active provider with the role; they are sorted.
	/// - The lightest are candidates, and are sorted by weight.
	fn try_state_providers() -> Result<(), TryRuntimeError> {
		let earning: BTreeSet<_> = Ledgers::<T>::iter()
			.filter(|(_, ledger)| ledger.capacity() != Capacity::Staker)
			.map(|(who, _)| who)
			.collect();
		ensure!(earning == Providers::<T>::iter_keys().collect(), "earnings in a wrong capacity");
		for (who, provider) in Providers::<T>::iter() {
			ensure!(!provider.profile.roles.is_empty(), "a provider without a role");
			let pool = Pools::<T>::get(&who).ok_or("a provider without a pool")?;
			let idle = Ledgers::<T>::get(&who).is_some_and(|ledger| ledger.is_idle());
			ensure!(
				idle == provider.is_idle(),
				"an idle provider that earns, or one that does not"
			);
			let agreed = pool.earns_commission() == provider.earns_commission();
			ensure!(agreed, "a commission that is not earned, or earned and not paid");
		}
		for (operator, provider) in Operators::<T>::iter() {
			let named = Providers::<T>::get(&provider).map(|record| record.profile.operator);
			ensure!(named == Some(operator), "an operator that its provider did not name");
		}
		let candidates = Candidates::<T>::get();
		ensure!(candidates.is_sorted_by(|a, b| a < b), "the candidates are not sorted");
		let lightest = Lightest::<T>::get();
		ensure!(lightest.is_sorted_by_key(|(_, weight)| *weight), "the lightest are not sorted");
		for (who, _) in &lightest {
			ensure!(candidates.binary_search(who).is_ok(), "one of the lightest is no candidate");
		}
		for who in &candidates {
			let provider = Providers::<T>::get(who).ok_or("a candidate that is no provider")?;
			ensure!(provider.is_active(), "a candidate that is not active");
			ensure!(provider.profile.roles.contains(&Role::Validator), "a candidate by no role");
		}
		Ok(())
	}

	/// ### Invariants of `PendingSlashes`
	/// - Each is in the order of the queue, and nothing else is; the queue knows the first.
	/// - A provider counts those that concern it.
	fn try_state_slashes() -> Result<(), TryRuntimeError> {
		let queue = Slashes::<T>::get();
		let order: Vec<SlashKey> = SlashOrder::<T>::iter_keys().collect();
		ensure!(order.is_sorted(), "the queue of slashes is not in order");
		ensure!(queue.first() == order.first().copied(), "another slash is due first");
		ensure!(order.len() == PendingSlashes::<T>::iter().count(), "a place for no slash");
		let mut pending: BTreeMap<T::AccountId, u32> = BTreeMap::new();
		for (id, slash) in PendingSlashes::<T>::iter() {
			ensure!(id < queue.reported(), "a slash that was not reported");
			let key = SlashKey::new(slash.due, id);
			ensure!(SlashOrder::<T>::contains_key(key), "a slash outside the queue");
			let count = pending.entry(slash.provider).or_default();
			*count = count.saturating_add(1);
		}
		for (who, provider) in Providers::<T>::iter() {
			let count = pending.remove(&who).unwrap_or(0);
			ensure!(provider.pending == count, "a provider miscounts its slashes");
		}
		ensure!(pending.is_empty(), "a slash of no provider");
		Ok(())
	}
}
