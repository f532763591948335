// SPDX-License-Identifier: Apache-2.0

//! What the public may read, in shapes that stay when storage changes.

use crate::{
	types::{expires_at, Bucket, Pool, Position, PositionKind, RewardState},
	AccountIdOf, Buckets, Config, Delegations, Ledgers, Pallet, Pools, PositionId, Profile,
	Providers, Rewards, StakeWeight,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use destra_economics::accumulator::Index;
use destra_primitives::{time::Moment, Balance, ProviderStatus};
use frame_support::traits::{fungible::InspectHold, Get};
use scale_info::TypeInfo;
use sp_runtime::{ArithmeticError, Perbill};

/// One position.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct PositionReport {
	/// Its name.
	pub id: PositionId,
	/// Staked or unbonding.
	pub kind: PositionKind,
	/// In planck.
	pub amount: Balance,
	/// What it weighs at present, in hundredths of a planck.
	pub weight: StakeWeight,
	/// When its term ends or ended, in milliseconds; `None` if it never had one.
	pub until: Option<Moment>,
	/// Whether its term is over.
	pub over: bool,
}

/// The own stake of an account.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug, Default)]
pub struct StakeReport {
	/// The positions, oldest first.
	pub positions: Vec<PositionReport>,
	/// What they weigh together, in hundredths of a planck.
	pub weight: StakeWeight,
	/// The reward that a claim would pay, in planck.
	pub due: Balance,
	/// What is on hold, in planck.
	pub held: Balance,
	/// Whether rewards are staked instead of paid.
	pub compounding: bool,
}

/// A delegation.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct DelegationReport<AccountId> {
	/// What earns, in planck.
	pub bonded: Balance,
	/// What is on its way out: planck, when it may go, and whereto.
	pub departing: Vec<(Balance, Moment, Option<AccountId>)>,
	/// What slashes took and is still on hold, in planck.
	pub lost: Balance,
	/// The reward that a claim would pay, in planck.
	pub due: Balance,
}

/// A provider.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, PartialEq, Eq, Debug)]
pub struct ProviderReport<AccountId> {
	/// What it says about itself.
	pub profile: Profile<AccountId>,
	/// Whether it serves.
	pub status: ProviderStatus,
	/// Its own stake that is not unbonding, in planck.
	pub own: Balance,
	/// What is delegated to it, in planck.
	pub delegated: Balance,
	/// What both weigh, in hundredths of a planck.
	pub weight: StakeWeight,
	/// Its part of what its delegators earn.
	pub commission: Perbill,
	/// A higher one to come, and from when, in milliseconds.
	pub announced: Option<(Perbill, Moment)>,
	/// How many slashes are pending.
	pub pending_slashes: u32,
	/// How many blocks it wrote.
	pub authored: u32,
}

/// The rewards of all stakers.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct RewardReport {
	/// What all stake weighs, in hundredths of a planck.
	pub total_weight: StakeWeight,
	/// What is owed and not paid, in planck.
	pub owed: Balance,
	/// The part of it that is for authors of blocks to come, in planck.
	pub author_reserve: Balance,
	/// What is in the pot and not divided yet, in planck.
	pub unallotted: Balance,
}

/// Terms that end at the same time.
#[derive(Encode, Decode, DecodeWithMemTracking, TypeInfo, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Maturity {
	/// When, in milliseconds since the Unix epoch.
	pub at: Moment,
	/// By how much the total weight falls, in hundredths of a planck.
	pub weight: StakeWeight,
	/// How many positions that concerns.
	pub positions: u32,
}

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
		let income =
			Self::pool_now(who, &state).map_or_else(Default::default, |pool| pool.income());
		let due = settled.ok().and_then(|_| ledger.earned().checked_add(income));
		let report = |position: &Position| PositionReport {
			id: position.id,
			kind: position.kind,
			amount: position.amount,
			weight: position.weight().unwrap_or(StakeWeight::MAX),
			until: (position.length > 0).then(|| Self::end_of(position)),
			over: position.is_over(next),
		};
		StakeReport {
			positions: ledger.positions().iter().map(report).collect(),
			weight: ledger.weight(next).unwrap_or(StakeWeight::MAX),
			due: due.unwrap_or_default().whole(),
			held: T::Currency::balance_on_hold(&crate::HoldReason::Stake.into(), who),
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
		delegation.settle(pool.index()).ok()?;
		let departing = delegation.departures.iter().map(|departure| {
			let value = pool.unbonding.value(departure.shares);
			(value, departure.ripe_at, departure.destination.clone())
		});
		Some(DelegationReport {
			bonded: pool.bonded.value(delegation.shares),
			departing: departing.collect(),
			lost: delegation.loss(&pool),
			due: delegation.earned().whole(),
		})
	}

	pub(crate) fn report_provider(who: &T::AccountId) -> Option<ProviderReport<AccountIdOf<T>>> {
		use destra_primitives::ProviderInspect;
		let provider = Providers::<T>::get(who)?;
		let pool = Pools::<T>::get(who)?;
		Some(ProviderReport {
			status: provider.status(),
			profile: provider.profile,
			own: Self::own_stake_of(who),
			delegated: pool.bonded.amount(),
			weight: <Self as ProviderInspect<_>>::weight(who),
			commission: pool.commission,
			announced: pool.announced.map(|raise| (raise.commission, raise.from)),
			pending_slashes: provider.pending,
			authored: pool.authored,
		})
	}

	pub(crate) fn report_rewards() -> RewardReport {
		let state = Rewards::<T>::get();
		RewardReport {
			total_weight: state.total_weight(),
			owed: state.owed(),
			author_reserve: state.author_reserve(),
			unallotted: Self::unallotted(state.owed()),
		}
	}

	pub(crate) fn report_maturities() -> Vec<Maturity> {
		let mut maturities: Vec<_> = Buckets::<T>::iter()
			.filter_map(|(index, bucket)| match bucket {
				Bucket::Open { weight, positions } => {
					let at = expires_at(index, T::ExpiryQuantum::get());
					Some(Maturity { at, weight, positions })
				}
				Bucket::Expired { .. } => None,
			})
			.collect();
		maturities.sort_by_key(|maturity| maturity.at);
		maturities
	}

	/// A pool as it would be, settled.
	fn pool_now(provider: &T::AccountId, state: &RewardState) -> Option<Pool> {
		let mut pool = Pools::<T>::get(provider)?;
		pool.settle(state.index()).ok()?;
		Some(pool)
	}
}
