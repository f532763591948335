// SPDX-License-Identifier: Apache-2.0

//! Own stake: locking, extending, merging, unbonding.

use crate::{
	types::{
		bucket_of, expires_at, first_after, BucketIndex, Position, PositionId, PositionKind,
		Settings, StakeWeight, Tier,
	},
	Config, CurrentSettings, Error, Event, HoldReason, Ledgers, Pallet, Providers, WeightInfo,
};
use alloc::vec::Vec;
use destra_economics::tiers::{self, UNIT};
use destra_primitives::{
	time::{Millis, Moment},
	Balance,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, DispatchResultWithPostInfo},
	traits::{Get, Time},
};
use sp_runtime::ArithmeticError;

/// How long, and what it weighs beyond its base.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Term {
	pub(crate) length: Millis,
	pub(crate) extra: u32,
}

impl Term {
	/// That of the tier in force which is as long as `wanted` and weighs no less.
	fn of_tier<T: Config>(settings: &Settings, wanted: Tier) -> Result<Self, Error<T>> {
		let mut terms = settings.tiers.iter().copied().map(Self::from);
		let Self { length, extra } = wanted.into();
		terms.find(|term| term.length == length && term.extra >= extra).ok_or(Error::UnknownTier)
	}

	/// That of a position, as long as it is the one of a tier in force: what was abolished is not
	/// begun anew.
	fn renewed<T: Config>(settings: &Settings, was: &Position) -> Result<Self, Error<T>> {
		let term = Self { length: was.length, extra: was.extra };
		let in_force = settings.tiers.iter().copied().map(Self::from).any(|other| other == term);
		in_force.then_some(term).ok_or(Error::UnknownTier)
	}

	/// That of unbonding.
	fn of_unbonding(settings: &Settings) -> Self {
		let extra = u32::try_from(settings.unbonding_multiplier.get()).unwrap_or(0);
		Self { length: settings.unbonding(), extra }
	}

	/// The position `was`, on this term from now on.
	fn begin<T: Config>(self, was: Position) -> Position {
		let end = T::Time::now().saturating_add(self.length);
		let due = bucket_of(end, T::ExpiryQuantum::get());
		Position { length: self.length, extra: self.extra, due, ..was }
	}
}

impl From<Tier> for Term {
	fn from(tier: Tier) -> Self {
		let tiers::Tier { length, multiplier } = tier.into();
		Self { length, extra: multiplier.saturating_sub(UNIT) }
	}
}

/// A locked position without a name and a term.
pub(crate) fn locked(amount: Balance) -> Position {
	Position { id: 0, kind: PositionKind::Locked, amount, length: 0, extra: 0, due: 0 }
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_lock(
		who: T::AccountId,
		amount: Balance,
		tier: Tier,
	) -> DispatchResultWithPostInfo {
		Self::visiting(
			who.clone(),
			|_| T::WeightInfo::lock(),
			|visit| {
				Self::ensure_caught_up(&visit.state)?;
				let settings = CurrentSettings::<T>::get();
				let term = Term::of_tier::<T>(&settings, tier)?;
				ensure!(amount >= settings.min_lock.get(), Error::<T>::BelowMinimum);
				let position = term.begin::<T>(locked(amount));
				let id = visit.add(position)?;

				Self::hold(HoldReason::Stake, &who, amount)?;
				let until = Self::end_of(&position);
				Self::deposit_event(Event::Locked { who, id, added: amount, until });
				Ok(())
			},
		)
	}

	pub(crate) fn do_top_up(
		who: T::AccountId,
		id: PositionId,
		added: Balance,
	) -> DispatchResultWithPostInfo {
		Self::visiting(
			who.clone(),
			|_| T::WeightInfo::top_up(),
			|visit| {
				Self::ensure_caught_up(&visit.state)?;
				let was = visit.locked(id)?;
				let amount = was.amount.checked_add(added).ok_or(ArithmeticError::Overflow)?;
				let larger = Position { amount, ..was };
				// Or a little locked early would let a lot weigh as much for the last few days.
				let position = match was.is_over(visit.coming) {
					true => larger,
					false => {
						Term::renewed::<T>(&CurrentSettings::<T>::get(), &was)?.begin::<T>(larger)
					}
				};
				visit.replace(position)?;

				Self::hold(HoldReason::Stake, &who, added)?;
				let until = Self::end_of(&position);
				Self::deposit_event(Event::Locked { who, id, added, until });
				Ok(())
			},
		)
	}

	pub(crate) fn do_extend(
		who: T::AccountId,
		id: PositionId,
		tier: Tier,
	) -> DispatchResultWithPostInfo {
		Self::visiting(
			who.clone(),
			|_| T::WeightInfo::extend(),
			|visit| {
				Self::ensure_caught_up(&visit.state)?;
				let term = Term::of_tier::<T>(&CurrentSettings::<T>::get(), tier)?;
				let was = visit.locked(id)?;
				let position = term.begin::<T>(was);
				let (before, after) = ((was.due, was.extra), (position.due, position.extra));
				let no_less = after.0 >= before.0 && after.1 >= before.1;
				ensure!(no_less && after != before, Error::<T>::NotLonger);
				visit.replace(position)?;

				let until = Self::end_of(&position);
				Self::deposit_event(Event::Locked { who, id, added: 0, until });
				Ok(())
			},
		)
	}

	pub(crate) fn do_merge(
		who: T::AccountId,
		from: PositionId,
		into: PositionId,
	) -> DispatchResultWithPostInfo {
		Self::visiting(
			who.clone(),
			|_| T::WeightInfo::merge(),
			|visit| {
				let (left, right) = (visit.locked(from)?, visit.locked(into)?);
				ensure!(
					from != into && right.absorbs(&left, visit.coming),
					Error::<T>::TermsDiffer
				);
				if !right.is_over(visit.coming) {
					Term::renewed::<T>(&CurrentSettings::<T>::get(), &right)?;
				}
				visit.take(from)?;
				visit.replace(Position {
					amount: left
						.amount
						.checked_add(right.amount)
						.ok_or(ArithmeticError::Overflow)?,
					due: left.due.max(right.due),
					..right
				})?;

				Self::deposit_event(Event::Merged { who, from, into });
				Ok(())
			},
		)
	}

	pub(crate) fn do_unbond(
		who: T::AccountId,
		from: PositionId,
		amount: Balance,
	) -> DispatchResultWithPostInfo {
		Self::visiting(
			who.clone(),
			|_| T::WeightInfo::unbond(),
			|visit| {
				let settings = CurrentSettings::<T>::get();
				let was = visit.locked(from)?;
				ensure!(was.is_over(visit.coming), Error::<T>::StillLocked);
				let amount = amount.min(was.amount);
				let rest = was.amount.saturating_sub(amount);
				ensure!(amount > 0, Error::<T>::BelowMinimum);
				ensure!(rest == 0 || rest >= settings.min_lock.get(), Error::<T>::BelowMinimum);

				match rest {
					0 => visit.take(from).map(drop)?,
					_ => visit.replace(Position { amount: rest, ..was })?,
				}
				let leaving = Position { kind: PositionKind::Unbonding, ..locked(amount) };
				let position = Term::of_unbonding(&settings).begin::<T>(leaving);
				let id = visit.add(position)?;
				if let Some(provider) = Providers::<T>::get(&who).filter(|who| !who.is_leaving()) {
					let needed = settings.min_stakes.sum(&provider.profile.roles);
					ensure!(visit.ledger.own_stake() >= needed, Error::<T>::StakeTooLow);
				}

				let until = Self::end_of(&position);
				Self::deposit_event(Event::Unbonding { who, from, id, amount, until });
				Ok(())
			},
		)
	}

	pub(crate) fn do_rebond(
		who: T::AccountId,
		id: PositionId,
		tier: Tier,
	) -> DispatchResultWithPostInfo {
		Self::visiting(
			who.clone(),
			|_| T::WeightInfo::rebond(),
			|visit| {
				Self::ensure_caught_up(&visit.state)?;
				let term = Term::of_tier::<T>(&CurrentSettings::<T>::get(), tier)?;
				let was = *visit.ledger.position(id).ok_or(Error::<T>::UnknownPosition)?;
				ensure!(!was.is_locked(), Error::<T>::PositionNotUnbonding);
				let position = term.begin::<T>(Position { kind: PositionKind::Locked, ..was });
				visit.replace(position)?;

				let until = Self::end_of(&position);
				Self::deposit_event(Event::Locked { who, id, added: 0, until });
				Ok(())
			},
		)
	}

	pub(crate) fn do_withdraw(who: T::AccountId) -> DispatchResultWithPostInfo {
		Self::visiting(
			who.clone(),
			|_| T::WeightInfo::withdraw(),
			|visit| {
				Self::ensure_not_accused(&who)?;
				let ripe: Vec<PositionId> = visit
					.ledger
					.positions()
					.iter()
					.filter(|position| !position.is_locked() && position.is_over(visit.coming))
					.map(|position| position.id)
					.collect();
				let mut amount: Balance = 0;
				for id in ripe {
					let position = visit.take(id)?;
					amount =
						amount.checked_add(position.amount).ok_or(ArithmeticError::Overflow)?;
				}
				ensure!(amount > 0, Error::<T>::NothingToWithdraw);

				Self::release(HoldReason::Stake, &who, amount)?;
				Self::deposit_event(Event::Withdrawn { who, amount });
				Ok(())
			},
		)
	}

	/// The first bucket that has not expired by the clock. The hook may be behind it: by a block, and
	/// by more after a standstill. Whoever waited for the end of a term does not wait for the hook,
	/// and nothing is divided before it is there, so that nobody earns by a term that is over.
	pub(crate) fn coming_bucket() -> BucketIndex {
		first_after(T::Time::now(), T::ExpiryQuantum::get())
	}

	/// When a term ends.
	pub(crate) fn end_of(position: &Position) -> Moment {
		expires_at(position.due, T::ExpiryQuantum::get())
	}

	/// No slash of this account, if it is a provider, is pending.
	pub(crate) fn ensure_not_accused(who: &T::AccountId) -> DispatchResult {
		let pending = Providers::<T>::get(who).map_or(0, |provider| provider.pending);
		ensure!(pending == 0, Error::<T>::SlashPending);
		Ok(())
	}

	/// What an account has staked itself and does not unbond.
	pub(crate) fn own_stake_of(who: &T::AccountId) -> Balance {
		Ledgers::<T>::get(who).map_or(0, |ledger| ledger.own_stake())
	}

	/// What an account's own stake weighs.
	pub(crate) fn own_weight_of(who: &T::AccountId) -> StakeWeight {
		let next = crate::Rewards::<T>::get().next_bucket.unwrap_or(0);
		Ledgers::<T>::get(who).map_or(0, |ledger| ledger.weight(next).unwrap_or(StakeWeight::MAX))
	}
}
