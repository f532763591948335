// SPDX-License-Identifier: Apache-2.0

//! Work on the own stake of one account: open the ledger, settle it, change it, store it. The only
//! place where positions enter and leave the total weight and the buckets.

use crate::{
	types::{Bucket, BucketIndex, Capacity, Ledger, Position, PositionId, RewardState},
	Buckets, Config, Error, Ledgers, Pallet, Pools, Rewards, WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{
	dispatch::WithPostDispatchInfo,
	pallet_prelude::{DispatchResult, DispatchResultWithPostInfo, Weight},
};
use sp_runtime::{ArithmeticError, DispatchError};

/// A ledger, settled up to now, and the state that its weight is a part of.
pub(crate) struct Visit<T: Config> {
	pub(crate) who: T::AccountId,
	pub(crate) ledger: Ledger,
	pub(crate) state: RewardState,
	/// The first bucket that has not expired by the clock: what comes before it is over.
	pub(crate) coming: BucketIndex,
	/// How many terms had ended since the last visit: what the weight of a call depends on.
	pub(crate) ended: u32,
}

impl<T: Config> Visit<T> {
	/// Opens the ledger of `who` and brings its rewards up to now.
	pub(crate) fn begin(who: T::AccountId) -> Result<Self, DispatchError> {
		let state = Rewards::<T>::get();
		let next = state.next_bucket.ok_or(Error::<T>::NotStarted)?;
		let mut ledger = Ledgers::<T>::get(&who).unwrap_or_default();
		let ended = ledger.settle(state.index(), next, |bucket| {
			let (index, left) =
				Buckets::<T>::get(bucket).ok_or(ArithmeticError::Underflow)?.settle()?;
			Buckets::<T>::set(bucket, left);
			Ok(index)
		})?;
		let mut visit = Self { who, ledger, state, coming: Pallet::<T>::coming_bucket(), ended };
		visit.end_terms()?;
		Ok(visit)
	}

	/// Ends the terms that are over and that the hook has not come to. Nothing was divided since: it
	/// is as if it had.
	fn end_terms(&mut self) -> DispatchResult {
		let runs_on = |position: &Position| position.extra > 0 && position.is_over(self.coming);
		let over = self.ledger.positions().iter().filter(|position| runs_on(position));
		for position in over.copied().collect::<Vec<_>>() {
			self.replace(Position { extra: 0, ..position })?;
			// Of an idle account no bucket counts it.
			if !self.ledger.is_idle() {
				self.ended = self.ended.saturating_add(1);
			}
		}
		Ok(())
	}

	/// Sets what the account earns as from now on. Whoever falls idle leaves the total weight and the
	/// buckets, and comes back into them with what has not ended meanwhile.
	pub(crate) fn set_capacity(&mut self, capacity: Capacity) -> DispatchResult {
		let moves = self.ledger.is_idle() != (capacity == Capacity::Idle);
		let positions = if moves { self.ledger.positions().to_vec() } else { Vec::new() };
		positions.iter().try_for_each(|position| self.detach(position))?;
		self.ledger.set_capacity(capacity);
		positions.iter().try_for_each(|position| self.attach(position))
	}

	/// The position of this name, if it is locked.
	pub(crate) fn locked(&self, id: PositionId) -> Result<Position, Error<T>> {
		match self.ledger.position(id) {
			None => Err(Error::UnknownPosition),
			Some(position) if !position.is_locked() => Err(Error::PositionUnbonding),
			Some(position) => Ok(*position),
		}
	}

	/// Adds a position under a new name.
	pub(crate) fn add(&mut self, position: Position) -> Result<PositionId, DispatchError> {
		self.attach(&position)?;
		Ok(self.ledger.add(position).ok_or(Error::<T>::TooManyPositions)?)
	}

	/// Takes a position out.
	pub(crate) fn take(&mut self, id: PositionId) -> Result<Position, DispatchError> {
		let position = self.ledger.take(id).ok_or(Error::<T>::UnknownPosition)?;
		self.detach(&position)?;
		Ok(position)
	}

	/// Replaces the position of the same name.
	pub(crate) fn replace(&mut self, position: Position) -> DispatchResult {
		self.take(position.id)?;
		self.attach(&position)?;
		Ok(self.ledger.put(position).ok_or(Error::<T>::TooManyPositions)?)
	}

	/// Brings what a provider earned by commission and blocks into its ledger.
	pub(crate) fn collect_income(&mut self) -> DispatchResult {
		if self.ledger.capacity() == Capacity::Staker {
			return Ok(());
		}
		let mut pool = Pallet::<T>::settled_pool(&self.who, self.state.index())?;
		self.ledger.earn(Capacity::Provider, pool.take_income())?;
		Pools::<T>::insert(&self.who, pool);
		Ok(())
	}

	/// Stores everything. How many terms had ended.
	pub(crate) fn end(self) -> u32 {
		Rewards::<T>::put(self.state);
		Pallet::<T>::store_ledger(&self.who, self.ledger);
		self.ended
	}

	fn attach(&mut self, position: &Position) -> DispatchResult {
		if self.ledger.is_idle() {
			return Ok(());
		}
		self.state.add_weight(position.weight()?)?;
		if position.extra > 0 {
			let added = position.extra_weight()?;
			Buckets::<T>::try_mutate(position.due, |bucket| {
				*bucket = Some(Bucket::add(*bucket, added)?);
				Ok::<_, ArithmeticError>(())
			})?;
		}
		Ok(())
	}

	fn detach(&mut self, position: &Position) -> DispatchResult {
		if self.ledger.is_idle() {
			return Ok(());
		}
		self.state.remove_weight(position.weight()?)?;
		if position.extra > 0 {
			let removed = position.extra_weight()?;
			Buckets::<T>::try_mutate(position.due, |bucket| {
				*bucket = bucket.ok_or(ArithmeticError::Underflow)?.remove(removed)?;
				Ok::<_, ArithmeticError>(())
			})?;
		}
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Does `work` on the ledger of `who`, settled up to now; the work of one call, which weighs what
	/// `weigh` says of that ledger, and the terms that had ended. A call that fails is charged
	/// the same, and not the most that it might have come to.
	pub(crate) fn visiting(
		who: T::AccountId,
		weigh: impl Fn(&Ledger) -> Weight,
		work: impl FnOnce(&mut Visit<T>) -> DispatchResult,
	) -> DispatchResultWithPostInfo {
		let mut visit = Visit::<T>::begin(who)
			.map_err(|error| error.with_weight(Self::settling(weigh(&Ledger::default()), 0)))?;
		let weight = Self::settling(weigh(&visit.ledger), visit.ended);
		work(&mut visit).map_err(|error| error.with_weight(weight))?;
		visit.end();
		Ok(Some(weight).into())
	}

	/// What a call weighs that settles positions of which this many terms had ended.
	pub(crate) fn settling(call: Weight, ended: u32) -> Weight {
		call.saturating_add(T::WeightInfo::end_terms(ended))
	}

	/// Stores a ledger that is worth keeping. Whether it is.
	pub(crate) fn store_ledger(who: &T::AccountId, ledger: Ledger) -> bool {
		let keep = !ledger.is_empty() || (ledger.is_compounding() && Self::delegates(who));
		Ledgers::<T>::set(who, keep.then_some(ledger));
		keep
	}
}
