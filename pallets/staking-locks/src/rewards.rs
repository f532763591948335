// SPDX-License-Identifier: Apache-2.0

//! Rewards: what a block does for all stakers at once, and what a claim does for one.

use crate::{
	locks::locked,
	token::Paid,
	types::{
		expires_at, first_after, Bucket, BucketIndex, Position, PositionId, RewardState,
		MAX_POSITIONS,
	},
	visit::Visit,
	Buckets, Config, CurrentSettings, Error, Event, HoldReason, Pallet, Pools, Rewards, WeightInfo,
};
use destra_economics::accumulator::Fine;
use destra_primitives::{time::Moment, Balance};
use frame_support::{
	defensive,
	dispatch::DispatchClass,
	ensure,
	pallet_prelude::{DispatchResultWithPostInfo, Weight},
	traits::Get,
};
use sp_runtime::{ArithmeticError, DispatchError};

// For all stakers at once.
impl<T: Config> Pallet<T> {
	/// Ends the terms of the buckets that have expired by `now`, a bounded number of them, and
	/// divides what came into the pot. While buckets are left, for the next block, nothing is
	/// divided: nobody earns by a multiplier that has ended.
	pub(crate) fn tick(now: Moment) -> Weight {
		let before = Rewards::<T>::get();
		let mut state = before.clone();
		let expired = match state.next_bucket {
			Some(next) => Self::expire(&mut state, next, now),
			None if now > 0 => {
				state.next_bucket = Some(first_after(now, T::ExpiryQuantum::get()));
				0
			}
			None => 0,
		};
		if state.next_bucket.is_some_and(|next| expires_at(next, T::ExpiryQuantum::get()) > now) {
			Self::allot(&mut state);
		}
		if state != before {
			Rewards::<T>::put(state);
		}
		T::WeightInfo::tick(expired)
	}

	/// Ends terms from the bucket `next` on. How many buckets went by.
	fn expire(state: &mut RewardState, mut next: BucketIndex, now: Moment) -> u32 {
		let mut expired = 0u32;
		while expired < T::MaxBucketsPerBlock::get()
			&& expires_at(next, T::ExpiryQuantum::get()) <= now
		{
			if let Some(Bucket::Open { weight, positions }) = Buckets::<T>::get(next) {
				if state.remove_weight(weight).is_err() {
					defensive!("a bucket weighs more than all stake");
					break;
				}
				Buckets::<T>::insert(next, Bucket::Expired { index: state.index(), positions });
			}
			next = next.saturating_add(1);
			expired = expired.saturating_add(1);
		}
		state.next_bucket = Some(next);
		expired
	}

	/// Divides what is in the pot and not owed.
	fn allot(state: &mut RewardState) {
		let fresh = Self::unallotted(state.owed());
		if fresh == 0 {
			return;
		}
		let for_authors = CurrentSettings::<T>::get().author_share.mul_floor(fresh);
		if state.allot(fresh, for_authors).is_err() {
			defensive!("a reward could not be divided");
		}
	}

	/// Rewards `author`, if it is a provider, for a block: a part of the authors' reserve, divided
	/// between its own stake and what is delegated to it.
	pub fn note_author(author: &T::AccountId) {
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::note_author(),
			DispatchClass::Mandatory,
		);
		if Self::reward_author(author).is_err() {
			defensive!("an author could not be rewarded");
		}
	}

	fn reward_author(author: &T::AccountId) -> Result<(), ArithmeticError> {
		let Some(mut pool) = Pools::<T>::get(author) else { return Ok(()) };
		let mut state = Rewards::<T>::get();
		let reward =
			Fine::from_planck(state.take_author_reward()).ok_or(ArithmeticError::Overflow)?;
		pool.settle(state.index())?;
		pool.reward_author(reward, Self::own_stake_of(author))?;
		Pools::<T>::insert(author, pool);
		Rewards::<T>::put(state);
		Ok(())
	}
}

// For one.
impl<T: Config> Pallet<T> {
	/// What a claim weighs at most, whoever it is for and whatever becomes of the reward.
	pub(crate) fn heaviest_claim() -> Weight {
		T::WeightInfo::claim()
			.max(T::WeightInfo::claim_compounded())
			.max(T::WeightInfo::claim_of_provider())
	}

	pub(crate) fn do_claim(who: T::AccountId) -> DispatchResultWithPostInfo {
		let mut visit = Visit::<T>::begin(who.clone())?;
		let pool = Pools::<T>::get(&who);
		let is_provider = pool.is_some();
		if let Some(mut pool) = pool {
			pool.settle(visit.state.index())?;
			visit.ledger.earn(pool.take_income())?;
			Pools::<T>::insert(&who, pool);
		}
		let amount = visit.ledger.take_reward();
		ensure!(amount > 0, Error::<T>::NothingToClaim);
		visit.state.pay(amount)?;

		let plain = !is_provider && !visit.ledger.is_compounding();
		let paid = Self::pay_reward(&who, amount, is_provider)?;
		let wanted = visit.ledger.is_compounding() && paid == Paid::Liquid;
		let compounded = wanted && Self::compound(&mut visit, amount)?;
		let ended = visit.end();
		Self::deposit_event(match compounded {
			true => Event::RewardCompounded { who, amount },
			false => Event::RewardPaid { who, amount },
		});
		Self::settled(if plain { T::WeightInfo::claim() } else { Self::heaviest_claim() }, ended)
	}

	/// Stakes a reward that was paid, in the position without a term. Where that cannot be, the
	/// reward stays free.
	fn compound(visit: &mut Visit<T>, amount: Balance) -> Result<bool, DispatchError> {
		let open: Option<Position> = visit.ledger.open_position().copied();
		let room = u32::try_from(visit.ledger.positions().len()).is_ok_and(|n| n < MAX_POSITIONS);
		let fits = open.is_some() || room;
		if !fits || Self::hold(HoldReason::Stake, &visit.who, amount).is_err() {
			return Ok(false);
		}
		match open {
			Some(was) => visit.replace(Position {
				amount: was.amount.checked_add(amount).ok_or(ArithmeticError::Overflow)?,
				..was
			})?,
			None => visit.add(locked(amount)).map(|_id: PositionId| ())?,
		}
		Ok(true)
	}

	pub(crate) fn do_set_compounding(
		who: T::AccountId,
		compounding: bool,
	) -> DispatchResultWithPostInfo {
		let mut visit = Visit::<T>::begin(who.clone())?;
		visit.ledger.set_compounding(compounding);
		let ended = visit.end();
		Self::deposit_event(Event::CompoundingSet { who, compounding });
		Self::settled(T::WeightInfo::set_compounding(), ended)
	}
}
