// SPDX-License-Identifier: Apache-2.0

//! Everything that an account has goes to another: to the successor that it has named, or where the
//! governing origin says.

use crate::{
	types::{AlreadyAnnounced, Category, NotNow, Succession},
	Beneficiaries, Categories, Config, Error, Event, Grants, GrantsOf, HoldReason, Pallet, Rewards,
	SuccessionNotice, Successors,
};
use destra_primitives::Balance;
use frame_support::{
	ensure,
	traits::{tokens::Fortitude, Contains, Time},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> From<NotNow> for Error<T> {
	fn from(reason: NotNow) -> Self {
		match reason {
			NotNow::NothingAnnounced => Self::NothingAnnounced,
			NotNow::NoticeRunning => Self::NoticeRunning,
		}
	}
}

// Who takes over.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_name_successor(
		who: T::AccountId,
		successor: Option<T::AccountId>,
	) -> DispatchResult {
		ensure!(successor.as_ref() != Some(&who), Error::<T>::SameAccount);
		match &successor {
			Some(successor) => {
				ensure!(Self::holds_anything(&who), Error::<T>::NothingHeld);
				Successors::<T>::insert(&who, Succession::new(successor.clone()));
			}
			None => Successors::<T>::remove(&who),
		}
		Self::deposit_event(Event::SuccessorNamed { who, successor });
		Ok(())
	}

	pub(crate) fn do_announce_succession(who: T::AccountId, from: T::AccountId) -> DispatchResult {
		let mut succession = Self::succession_to(&who, &from)?;
		let window = succession
			.announce(T::Time::now(), SuccessionNotice::<T>::get())
			.map_err(|AlreadyAnnounced| Error::<T>::AlreadyAnnounced)?;
		Successors::<T>::insert(&from, succession);
		let (opens, closes) = (window.opens, window.closes);
		Self::deposit_event(Event::SuccessionAnnounced {
			who: from,
			successor: who,
			opens,
			closes,
		});
		Ok(())
	}

	pub(crate) fn do_veto_succession(from: T::AccountId) -> DispatchResult {
		let announced = Successors::<T>::take(&from)
			.filter(|succession| succession.window(T::Time::now()).is_some())
			.ok_or(Error::<T>::NothingAnnounced)?;
		let successor = announced.successor().clone();
		Self::deposit_event(Event::SuccessionVetoed { who: from, successor });
		Ok(())
	}

	/// Takes back what is announced for `who`: nobody was told that what it gets now would go along.
	pub(crate) fn withdraw_announcement(who: &T::AccountId) {
		let Some(mut succession) = Successors::<T>::get(who) else { return };
		if succession.withdraw(T::Time::now()) {
			let successor = succession.successor().clone();
			Successors::<T>::insert(who, succession);
			Self::deposit_event(Event::SuccessionWithdrawn { who: who.clone(), successor });
		}
	}

	/// The record that makes `who` the successor of `from`.
	fn succession_to(
		who: &T::AccountId,
		from: &T::AccountId,
	) -> Result<Succession<T::AccountId>, Error<T>> {
		Successors::<T>::get(from)
			.filter(|succession| succession.successor() == who)
			.ok_or(Error::<T>::NotSuccessor)
	}

	fn holds_anything(who: &T::AccountId) -> bool {
		Grants::<T>::contains_key(who) || Rewards::<T>::contains_key(who)
	}

	/// Drops the name of a successor where nothing is left to take over: it costs no deposit, so it
	/// stays no longer than what does.
	pub(crate) fn drop_idle_successor(who: &T::AccountId) {
		if !Self::holds_anything(who) && Successors::<T>::take(who).is_some() {
			Self::deposit_event(Event::SuccessorNamed { who: who.clone(), successor: None });
		}
	}
}

// It takes over.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_succeed(who: T::AccountId, from: T::AccountId) -> DispatchResult {
		let succession = Self::succession_to(&who, &from)?;
		let rewarded = Rewards::<T>::contains_key(&from);
		ensure!(!rewarded || !T::Answerable::contains(&from), Error::<T>::StillAnswerable);
		let grants = Grants::<T>::get(&from);
		for grant in &grants {
			Self::ensure_not_paused(grant.category())?;
		}
		if rewarded || !Self::change_hands_freely(&grants) {
			succession.check_open(T::Time::now()).map_err(Error::<T>::from)?;
		}
		Self::do_move_holdings(from, who, Fortitude::Polite)
	}

	/// Whether each of these grants may go to anybody at any time.
	fn change_hands_freely(grants: &GrantsOf<T>) -> bool {
		let table = Categories::<T>::get();
		let is_free = |category: &Category| category.rules.change_hands_freely();
		grants.iter().all(|grant| {
			table.iter().any(|category| category.id == grant.category() && is_free(category))
		})
	}

	/// Moves everything, but for rewards that answer for the conduct of `from`. With force, locks of
	/// other kinds that `from` has put on its balance, for a vote for example, do not stop it.
	pub(crate) fn do_move_holdings(
		from: T::AccountId,
		to: T::AccountId,
		fortitude: Fortitude,
	) -> DispatchResult {
		ensure!(from != to, Error::<T>::SameAccount);
		Self::ensure_can_hold(&to)?;
		let is_free = Self::change_hands_freely(&Grants::<T>::get(&from));
		let grants = Self::move_grants(&from, &to, fortitude)?;
		let answers = Rewards::<T>::contains_key(&from) && T::Answerable::contains(&from);
		let rewards = if answers { 0 } else { Self::move_rewards(&from, &to, fortitude)? };
		ensure!(grants > 0 || !answers, Error::<T>::StillAnswerable);
		ensure!(grants > 0 || rewards > 0, Error::<T>::NothingHeld);
		if !is_free || rewards > 0 {
			Self::withdraw_announcement(&to);
		}
		// Also where rewards stay: whom lost keys have named is not to be trusted with them.
		Successors::<T>::remove(&from);
		Self::deposit_event(Event::HoldingsMoved { from, to, grants, rewards });
		Ok(())
	}

	/// Moves all grants, and tells how many planck they hold.
	fn move_grants(
		from: &T::AccountId,
		to: &T::AccountId,
		fortitude: Fortitude,
	) -> Result<Balance, DispatchError> {
		let moved: GrantsOf<T> = Grants::<T>::take(from);
		let held = moved.iter().map(|grant| grant.outstanding()).fold(0, Balance::saturating_add);
		if moved.is_empty() {
			return Ok(held);
		}
		Grants::<T>::try_mutate(to, |grants| -> DispatchResult {
			for mut grant in moved {
				// Whatever was offered was offered by somebody else.
				grant.offer_to(None);
				Beneficiaries::<T>::insert(grant.id(), to);
				grants.try_push(grant).map_err(|_| Error::<T>::TooManyGrants)?;
			}
			Ok(())
		})?;
		Self::move_held(HoldReason::Grant, from, to, held, fortitude)?;
		Ok(held)
	}
}
