// SPDX-License-Identifier: Apache-2.0

//! What the public may read, settled up to now without a change of state.

use crate::{
	types::{bucket_of, expires_at, Bucket, BucketIndex, Capacity, Pool, Position, RewardState},
	AccountIdOf, Buckets, Config, CurrentSettings, Delegations, HoldReason, Ledgers, Operators,
	Pallet, Pools, Providers, Rewards, StakeWeight, Wipeouts,
};
use alloc::vec::Vec;
use destra_economics::accumulator::{Fine, Index};
use destra_primitives::{
	staking_api::{
		DelegationReport, DepartureReport, Maturity, PositionReport, ProviderReport, StakeReport,
		StakingRewards,
	},
	time::Moment,
	ProviderInspect,
};
use frame_support::traits::{fungible::InspectHold, Get};
use sp_runtime::ArithmeticError;

/// How many multiples of the quantum one look at the maturities covers: with minutes, a week.
pub const MATURITIES: BucketIndex = 10_080;

impl<T: Config> Pallet<T> {
	/// What a claim would yield, without a change of state.
	pub(crate) fn report_stake(who: &T::AccountId) -> StakeReport {
		let mut ledger = Ledgers::<T>::get(who).unwrap_or_default();
		let state = Rewards::<T>::get();
		let next = state.next_bucket.unwrap_or(0);
		let at_expiry = |bucket| -> Result<Index, ArithmeticError> {
			let bucket = Buckets::<T>::get(bucket).ok_or(ArithmeticError::Underflow)?;
			bucket.settle().map(|(index, _left)| index)
		};
		let settled = ledger.settle(state.index(), next, at_expiry);
		let income = Self::pool_now(who, &state).map_or(Fine::ZERO, |pool| pool.income());
		let collected = settled.and_then(|_ended| ledger.earn(Capacity::Provider, income));
		let due = collected.map(|()| ledger.due()).unwrap_or_default();
		let coming = Self::coming_bucket();
		let weighs = |position: &Position| match ledger.is_idle() {
			true => 0,
			false => position.weight().unwrap_or(StakeWeight::MAX),
		};
		let report = |position: &Position| PositionReport {
			id: position.id,
			unbonding: !position.is_locked(),
			amount: position.amount,
			weight: weighs(position),
			until: (position.length > 0).then(|| Self::end_of(position)),
			over: position.is_over(coming),
		};
		StakeReport {
			positions: ledger.positions().iter().map(report).collect(),
			weight: ledger.weight(next).unwrap_or(StakeWeight::MAX),
			due: due.total(),
			due_as_provider: due.as_provider,
			held: T::Currency::balance_on_hold(&HoldReason::Stake.into(), who),
			compounding: ledger.is_compounding(),
		}
	}

	/// What a visit would find, without a change of state.
	pub(crate) fn report_delegation(
		provider: &T::AccountId,
		who: &T::AccountId,
	) -> Option<DelegationReport<T::AccountId>> {
		let mut delegation = Delegations::<T>::get(provider, who)?;
		let pool = Self::pool_now(provider, &Rewards::<T>::get())?;
		if delegation.generation() != pool.generation() {
			let ended = Wipeouts::<T>::get(provider, delegation.generation())?;
			delegation.forfeit(ended.index, &pool).ok()?;
		}
		delegation.settle(pool.index()).ok()?;
		let departing = delegation.departures.iter().map(|departure| DepartureReport {
			amount: pool.unbonding.value(departure.shares),
			ripe_at: departure.ripe_at,
			destination: departure.destination.clone(),
		});
		Some(DelegationReport {
			bonded: pool.bonded.value(delegation.shares),
			departing: departing.collect(),
			lost: delegation.loss(&pool),
			due: delegation.earned().whole(),
		})
	}

	pub(crate) fn report_provider(who: &T::AccountId) -> Option<ProviderReport<AccountIdOf<T>>> {
		let provider = Providers::<T>::get(who)?;
		let pool = Self::pool_now(who, &Rewards::<T>::get())?;
		Some(ProviderReport {
			registered_at: provider.registered_at,
			status: provider.status(),
			idle: provider.is_idle(),
			roles: provider.profile.roles,
			operator_agreed: Operators::<T>::get(&provider.profile.operator).as_ref() == Some(who),
			operator: provider.profile.operator,
			metadata: provider.profile.metadata,
			endpoint: provider.profile.endpoint.into_inner(),
			own: Self::own_stake_of(who),
			delegated: pool.bonded.amount(),
			weight: <Self as ProviderInspect<_>>::weight(who),
			commission: pool.commission.min(CurrentSettings::<T>::get().max_commission),
			announced: pool.announced.map(|raise| (raise.commission, raise.from, raise.until)),
			pending_slashes: provider.pending,
			authored: pool.authored,
		})
	}

	pub(crate) fn report_rewards() -> StakingRewards {
		let state = Rewards::<T>::get();
		StakingRewards {
			total_weight: state.total_weight(),
			owed: state.owed(),
			author_reserve: state.author_reserve(),
			unallotted: Self::unallotted(state.owed()),
		}
	}

	/// Those of a bounded number of buckets, however many there are.
	pub(crate) fn report_maturities(from: Moment) -> Vec<Maturity> {
		let quantum = T::ExpiryQuantum::get();
		let next = Rewards::<T>::get().next_bucket.unwrap_or(0);
		let first = bucket_of(from, quantum).max(next);
		(first..first.saturating_add(MATURITIES))
			.filter_map(|index| match Buckets::<T>::get(index)? {
				Bucket::Open { weight, positions } => {
					Some(Maturity { at: expires_at(index, quantum), weight, positions })
				}
				Bucket::Expired { .. } => None,
			})
			.collect()
	}

	/// A pool as it would be, settled.
	fn pool_now(provider: &T::AccountId, state: &RewardState) -> Option<Pool> {
		let mut pool = Pools::<T>::get(provider)?;
		Self::settle_pool(&mut pool, state.index()).ok()?;
		Some(pool)
	}
}
