// SPDX-License-Identifier: Apache-2.0

//! Rewards: what a block does for all stakers at once, and what a claim does for one.

use crate::{
	locks::locked,
	token::Paid,
	types::{
		expires_at, first_after, Bucket, BucketIndex, Capacity, Ledger, Position, PositionId,
		RewardState, MAX_POSITIONS,
	},
	visit::Visit,
	Buckets, Config, CurrentSettings, Error, Event, HoldReason, Ledgers, Pallet, Pools, Rewards,
	WeightInfo,
};
use destra_economics::accumulator::Fine;
use destra_primitives::{time::Moment, Balance};
use frame_support::{
	defensive,
	dispatch::DispatchClass,
	ensure,
	pallet_prelude::{DispatchResult, DispatchResultWithPostInfo, Weight},
	traits::{Get, Time},
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
		if let Some(next) = state.next_bucket {
			state.catching_up = expires_at(next, T::ExpiryQuantum::get()) <= now;
			if !state.catching_up {
				Self::allot(&mut state);
			}
		}
		if state != before {
			Rewards::<T>::put(state);
		}
		T::WeightInfo::tick(expired)
	}

	/// Stake may begin to earn, or earn more. Not after a standstill, as long as the hook catches up or
	/// will have to: what waits to be divided is for those who were there.
	pub(crate) fn ensure_caught_up(state: &RewardState) -> Result<(), Error<T>> {
		let next = state.next_bucket.ok_or(Error::<T>::NotStarted)?;
		let beyond = next.saturating_add(T::MaxBucketsPerBlock::get().into());
		let will = expires_at(beyond, T::ExpiryQuantum::get()) <= T::Time::now();
		ensure!(!state.catching_up && !will, Error::<T>::CatchingUp);
		Ok(())
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
		Self::settle_pool(&mut pool, state.index())?;
		let most = CurrentSettings::<T>::get().max_commission;
		pool.reward_author(reward, Self::own_stake_of(author), most)?;
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

	/// What a claim of what is in this ledger weighs.
	fn weigh_claim(ledger: &Ledger) -> Weight {
		if ledger.capacity() != Capacity::Staker || ledger.due().as_provider > 0 {
			Self::heaviest_claim()
		} else if ledger.is_compounding() {
			T::WeightInfo::claim_compounded()
		} else {
			T::WeightInfo::claim()
		}
	}

	pub(crate) fn do_claim(who: T::AccountId) -> DispatchResultWithPostInfo {
		Self::visiting(who.clone(), Self::weigh_claim, |visit| {
			if visit.ledger.capacity() != Capacity::Staker {
				Self::ensure_not_accused(&who)?;
			}
			visit.collect_income()?;
			let due = visit.ledger.take_due();
			ensure!(due.total() > 0, Error::<T>::NothingToClaim);
			visit.state.pay(due.total())?;

			let Paid { liquid, vested } = Self::pay_rewards(&who, due)?;
			if vested > 0 {
				Self::deposit_event(Event::RewardVested { who: who.clone(), amount: vested });
			}
			if liquid > 0 {
				let wanted = visit.ledger.is_compounding();
				let compounded = wanted && Self::compound(visit, liquid)?;
				Self::announce_payment(who, liquid, compounded);
			}
			Ok(())
		})
	}

	/// Tells that a reward was staked, or paid.
	pub(crate) fn announce_payment(who: T::AccountId, amount: Balance, compounded: bool) {
		Self::deposit_event(match compounded {
			true => Event::RewardCompounded { who, amount },
			false => Event::RewardPaid { who, amount },
		});
	}

	/// Stakes a reward that was paid, in the position without a term. Where that cannot be, the
	/// reward stays free.
	fn compound(visit: &mut Visit<T>, amount: Balance) -> Result<bool, DispatchError> {
		let open: Option<Position> = visit.ledger.open_position().copied();
		let room = u32::try_from(visit.ledger.positions().len()).is_ok_and(|n| n < MAX_POSITIONS);
		let fits = open.is_some() || room;
		let fits = fits && Self::ensure_caught_up(&visit.state).is_ok();
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

	pub(crate) fn do_set_compounding(who: T::AccountId, compounding: bool) -> DispatchResult {
		// A wish of nobody would be state that nothing pays for.
		let kept = Self::wish_compounding(&who, compounding);
		ensure!(kept || !compounding, Error::<T>::NothingStaked);
		Self::deposit_event(Event::CompoundingSet { who, compounding });
		Ok(())
	}

	/// Notes whether the rewards of `who` are staked. Whether there is anything that this is kept for.
	pub(crate) fn wish_compounding(who: &T::AccountId, compounding: bool) -> bool {
		let mut ledger = Ledgers::<T>::get(who).unwrap_or_default();
		ledger.set_compounding(compounding);
		Self::store_ledger(who, ledger)
	}
}
