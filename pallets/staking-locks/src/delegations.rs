// SPDX-License-Identifier: Apache-2.0

//! Delegated stake. The tokens stay on the delegator's account, on hold; what they are worth
//! after slashes is written in the pool, and taken from the hold when the delegation is visited.

use crate::{
	types::{Capacity, Delegation, Departure, Due, Pool, RewardState},
	Config, CurrentSettings, Delegations, Error, Event, HoldReason, Ledgers, Pallet, Pools,
	Providers, Rewards, Wipeouts,
};
use destra_economics::tiers::{self, UNIT};
use destra_primitives::Balance;
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	storage::with_storage_layer,
	traits::{Imbalance, OnUnbalanced, Time},
};
use sp_runtime::{ArithmeticError, DispatchError};

/// A delegation and its pool, settled up to now, with nothing on hold that was slashed.
pub(crate) struct Stake<T: Config> {
	provider: T::AccountId,
	who: T::AccountId,
	pool: Pool,
	delegation: Delegation<T::AccountId>,
	state: RewardState,
	/// Whether the pool counts the delegation in its present generation.
	counted: bool,
	/// What the visit took from the hold.
	taken: Balance,
}

impl<T: Config> Stake<T> {
	/// Opens what `who` delegated to `provider`, or the place for it.
	fn begin(provider: T::AccountId, who: T::AccountId) -> Result<Self, DispatchError> {
		let state = Rewards::<T>::get();
		let mut pool = Pallet::<T>::settled_pool(&provider, state.index())?;
		let known = Delegations::<T>::get(&provider, &who);
		let mut counted = known.is_some();
		let mut delegation = known.unwrap_or_else(|| Delegation::new(&pool));
		if delegation.generation() != pool.generation() {
			let generation = delegation.generation();
			let ended =
				Wipeouts::<T>::get(&provider, generation).ok_or(ArithmeticError::Underflow)?;
			Wipeouts::<T>::set(&provider, generation, ended.forget_one());
			pool.count_lost()?;
			counted = false;
			delegation.forfeit(ended.index, &pool)?;
		}
		delegation.settle(pool.index())?;
		let mut stake = Self { provider, who, pool, delegation, state, counted, taken: 0 };
		stake.realise();
		Ok(stake)
	}

	/// Opens what `who` delegated to `provider`.
	fn existing(provider: T::AccountId, who: T::AccountId) -> Result<Self, DispatchError> {
		ensure!(Delegations::<T>::contains_key(&provider, &who), Error::<T>::NotDelegator);
		Self::begin(provider, who)
	}

	/// Takes from the hold what was lost to slashes.
	fn realise(&mut self) {
		let loss = self.delegation.loss(&self.pool);
		if loss == 0 {
			return;
		}
		let credit = Pallet::<T>::take_held(HoldReason::Delegation, &self.who, loss);
		self.taken = credit.peek();
		self.delegation.held = self.delegation.held.saturating_sub(self.taken);
		T::OnSlash::on_unbalanced(credit);
		Pallet::<T>::deposit_event(Event::DelegationSlashed {
			provider: self.provider.clone(),
			who: self.who.clone(),
			amount: self.taken,
		});
	}

	/// Stores everything. What a delegation earned and was not claimed when it is over is due with
	/// what its owner earned otherwise: the provider may go, and the pool with it.
	fn end(self) -> DispatchResult {
		let Self { provider, who, mut pool, mut delegation, state, counted, .. } = self;
		match (counted, delegation.is_over()) {
			(false, false) => pool.count_in()?,
			(true, true) => pool.count_out()?,
			_ => (),
		}
		Rewards::<T>::put(state);
		Pools::<T>::insert(&provider, pool);
		if !delegation.is_over() {
			Delegations::<T>::insert(&provider, &who, delegation);
			return Ok(());
		}
		Delegations::<T>::remove(&provider, &who);
		let mut ledger = Ledgers::<T>::get(&who).unwrap_or_default();
		ledger.earn(Capacity::Staker, delegation.take_earned())?;
		Pallet::<T>::store_ledger(&who, ledger);
		Ok(())
	}

	/// Shares join the bonded part.
	fn bond(&mut self, amount: Balance) -> DispatchResult {
		let (bonded, shares) = self.pool.bonded.join(amount).ok_or(ArithmeticError::Overflow)?;
		self.pool.bonded = bonded;
		let delegation = &mut self.delegation;
		delegation.shares =
			delegation.shares.checked_add(shares).ok_or(ArithmeticError::Overflow)?;
		delegation.held = delegation.held.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		Ok(self.state.add_weight(delegated_weight(amount)?)?)
	}

	/// Shares leave the bonded part. What they were worth.
	fn unbond(&mut self, shares: u128) -> Result<Balance, DispatchError> {
		let (bonded, value) = self.pool.bonded.leave(shares).ok_or(ArithmeticError::Underflow)?;
		self.pool.bonded = bonded;
		self.delegation.shares =
			self.delegation.shares.checked_sub(shares).ok_or(ArithmeticError::Underflow)?;
		self.state.remove_weight(delegated_weight(value)?)?;
		Ok(value)
	}

	/// Shares leave the unbonding part. What they were worth.
	fn depart(&mut self, departure: &Departure<T::AccountId>) -> Result<Balance, DispatchError> {
		let (unbonding, value) =
			self.pool.unbonding.leave(departure.shares).ok_or(ArithmeticError::Underflow)?;
		self.pool.unbonding = unbonding;
		Ok(value)
	}

	/// All shares leave, those on their way out included. What they were worth.
	fn leave(&mut self) -> Result<Balance, DispatchError> {
		let mut amount = self.unbond(self.delegation.shares)?;
		for departure in core::mem::take(&mut self.delegation.departures) {
			let value = self.depart(&departure)?;
			amount = amount.checked_add(value).ok_or(ArithmeticError::Overflow)?;
		}
		Ok(amount)
	}

	/// Frees `amount` planck, or what is left on hold if that is less: by a planck of rounding the
	/// others may have made the shares dearer than the hold. How many.
	fn release(&mut self, amount: Balance) -> Result<Balance, DispatchError> {
		let amount = amount.min(self.delegation.held);
		self.delegation.held = self.delegation.held.saturating_sub(amount);
		Pallet::<T>::release(HoldReason::Delegation, &self.who, amount)?;
		Ok(amount)
	}
}

/// What a delegated amount weighs.
pub(crate) fn delegated_weight(amount: Balance) -> Result<crate::StakeWeight, ArithmeticError> {
	tiers::weight(amount, UNIT).ok_or(ArithmeticError::Overflow)
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_delegate(
		who: T::AccountId,
		provider: T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		ensure!(who != provider, Error::<T>::SelfDelegation);
		let record = Providers::<T>::get(&provider).ok_or(Error::<T>::NotProvider)?;
		ensure!(record.is_active(), Error::<T>::NotActive);
		// Who comes now would answer for what was done before.
		ensure!(record.pending == 0, Error::<T>::SlashPending);
		let settings = CurrentSettings::<T>::get();
		let mut stake = Stake::<T>::begin(provider, who)?;
		Self::ensure_caught_up(&stake.state)?;
		let min_delegation = settings.min_delegation.get();
		let least = if stake.delegation.shares > 0 { 1 } else { min_delegation };
		ensure!(amount >= least, Error::<T>::BelowMinimum);
		let ratio = Balance::from(settings.delegation_ratio.get());
		let most = Self::own_stake_of(&stake.provider).saturating_mul(ratio);
		stake.bond(amount)?;
		ensure!(stake.pool.bonded.amount() <= most, Error::<T>::RatioExceeded);

		Self::hold(HoldReason::Delegation, &stake.who, amount)?;
		let (provider, who) = (stake.provider.clone(), stake.who.clone());
		stake.end()?;
		Self::deposit_event(Event::Delegated { provider, who, amount });
		Ok(())
	}

	pub(crate) fn do_undelegate(
		who: T::AccountId,
		provider: T::AccountId,
		amount: Balance,
		destination: Option<T::AccountId>,
	) -> DispatchResult {
		if let Some(destination) = &destination {
			ensure!(*destination != who, Error::<T>::SelfDelegation);
			ensure!(Providers::<T>::contains_key(destination), Error::<T>::NotProvider);
		}
		let settings = CurrentSettings::<T>::get();
		let mut stake = Stake::<T>::existing(provider, who)?;
		let bonded = stake.pool.bonded;
		let shares = bonded.shares_worth(amount).min(stake.delegation.shares);
		let amount = stake.unbond(shares)?;
		ensure!(amount > 0, Error::<T>::BelowMinimum);
		let (rest, left) = (stake.delegation.shares, stake.pool.bonded);
		let enough = left.value(rest) >= settings.min_delegation.get();
		ensure!(rest == 0 || enough, Error::<T>::BelowMinimum);
		let (unbonding, shares) =
			stake.pool.unbonding.join(amount).ok_or(ArithmeticError::Overflow)?;
		stake.pool.unbonding = unbonding;
		let until = T::Time::now().saturating_add(settings.unbonding());
		let departure = Departure { shares, ripe_at: until, destination: destination.clone() };
		stake
			.delegation
			.departures
			.try_push(departure)
			.map_err(|_| Error::<T>::TooManyDepartures)?;

		let (provider, who) = (stake.provider.clone(), stake.who.clone());
		stake.end()?;
		Self::deposit_event(Event::Undelegated { provider, who, amount, until, destination });
		Ok(())
	}

	pub(crate) fn do_withdraw_delegation(
		provider: T::AccountId,
		who: T::AccountId,
	) -> DispatchResult {
		let pending = Providers::<T>::get(&provider).map_or(0, |record| record.pending);
		ensure!(pending == 0, Error::<T>::SlashPending);
		let mut stake = Stake::<T>::existing(provider, who)?;
		let now = T::Time::now();
		let at = stake
			.delegation
			.departures
			.iter()
			.position(|departure| now >= departure.ripe_at)
			.ok_or(Error::<T>::NothingToWithdraw)?;
		let departure = stake.delegation.departures.remove(at);
		if departure.destination.is_some() {
			// Or it would go home instead.
			Self::ensure_caught_up(&stake.state)?;
		}
		let value = stake.depart(&departure)?;

		let amount = stake.release(value)?;
		let (provider, who) = (stake.provider.clone(), stake.who.clone());
		// Between the two providers there may be nothing left that the wish hangs on.
		let wish = Ledgers::<T>::get(&who).is_some_and(|ledger| ledger.is_compounding());
		stake.end()?;
		Self::deposit_event(Event::DelegationWithdrawn { provider, who: who.clone(), amount });
		if let Some(destination) = departure.destination {
			// Where the destination does not take it any more, it is back with its owner.
			let _moved: DispatchResult = with_storage_layer(|| {
				Self::do_delegate(who.clone(), destination, amount)?;
				Self::wish_compounding(&who, wish);
				Ok(())
			});
		}
		Ok(())
	}

	/// Brings home all that is with a provider that has left: at once, for it has answered as long as
	/// its provider had to. So that nobody can keep the provider from being removed.
	pub(crate) fn do_return_delegation(
		provider: T::AccountId,
		who: T::AccountId,
	) -> DispatchResult {
		let record = Self::provider_record(&provider)?;
		ensure!(record.has_left(T::Time::now()), Error::<T>::NotLeftYet);
		ensure!(record.pending == 0, Error::<T>::SlashPending);
		let mut stake = Stake::<T>::existing(provider, who)?;
		let value = stake.leave()?;

		let amount = stake.release(value)?;
		let (provider, who) = (stake.provider.clone(), stake.who.clone());
		stake.end()?;
		Self::deposit_event(Event::DelegationWithdrawn { provider, who, amount });
		Ok(())
	}

	/// Where a pool lost everything, those who come now have nothing to do with that.
	pub(crate) fn start_anew(provider: &T::AccountId, pool: &mut Pool) -> DispatchResult {
		if let Some((generation, ended)) = pool.start_anew()? {
			Wipeouts::<T>::insert(provider, generation, ended);
		}
		Ok(())
	}

	pub(crate) fn do_claim_delegation(provider: T::AccountId, who: T::AccountId) -> DispatchResult {
		let mut stake = Stake::<T>::existing(provider.clone(), who.clone())?;
		if stake.delegation.value(&stake.pool) == 0 {
			// It lost everything but its rewards. They go where they can be claimed from for ever,
			// whether the account can take them by now or not.
			stake.leave()?;
			return stake.end();
		}
		let amount = stake.delegation.take_reward();
		ensure!(amount > 0 || stake.taken > 0, Error::<T>::NothingToClaim);
		stake.state.pay(amount)?;
		if amount > 0 {
			// Of a delegator, whatever else it is.
			Self::pay_rewards(&who, Due { as_staker: amount, as_provider: 0 })?;
		}
		stake.end()?;
		if amount == 0 {
			return Ok(());
		}
		let wanted = Ledgers::<T>::get(&who).is_some_and(|ledger| ledger.is_compounding());
		let again = || Self::do_delegate(who.clone(), provider, amount);
		let compounded = wanted && with_storage_layer(again).is_ok();
		Self::announce_payment(who, amount, compounded);
		Ok(())
	}
}
