// SPDX-License-Identifier: Apache-2.0

//! The registry of providers, and what others may know of them.

use crate::{
	types::{Announcement, Capacity, Pool, Profile, Provider, Standing},
	AccountIdOf, Config, CurrentSettings, Error, Event, Operators, Pallet, PastCommissionMaxima,
	Pools, Providers, Rewards, Settings, WeightInfo,
};
use destra_economics::accumulator::Index;
use destra_primitives::{time::Moment, Balance, ProviderInspect, ProviderStatus, Role};
use frame_support::{
	dispatch::DispatchResultWithPostInfo,
	ensure,
	pallet_prelude::DispatchResult,
	traits::{Get, Time},
};
use sp_runtime::{ArithmeticError, DispatchError, Perbill};

/// What a provider says about itself.
pub type ProfileOf<T> = Profile<AccountIdOf<T>>;

impl<T: Config> Pallet<T> {
	/// Registers a provider: what it earned until now it earned as a staker.
	pub(crate) fn do_register(
		who: T::AccountId,
		profile: ProfileOf<T>,
		commission: Perbill,
	) -> DispatchResultWithPostInfo {
		Self::visiting(
			who.clone(),
			|_| T::WeightInfo::register(),
			|visit| {
				Self::enrol(who, profile, commission, visit.state.index())?;
				visit.set_capacity(Capacity::Provider)
			},
		)
	}

	/// Takes `who` into the registry, with a pool that earns from the index `since` on.
	pub(crate) fn enrol(
		who: T::AccountId,
		profile: ProfileOf<T>,
		commission: Perbill,
		since: Index,
	) -> DispatchResult {
		ensure!(!Providers::<T>::contains_key(&who), Error::<T>::AlreadyProvider);
		let settings = CurrentSettings::<T>::get();
		ensure!(commission <= settings.max_commission, Error::<T>::CommissionTooHigh);
		Self::check_profile(&who, &profile, &settings)?;
		let provider = Provider::new(profile.clone(), T::Time::now());
		let is = provider.is_candidate();

		Self::name_operator(&who, &profile.operator);
		Pools::<T>::insert(&who, Pool::new(commission, since));
		Providers::<T>::insert(&who, provider);
		Self::update_candidacy(&who, false, is)?;
		Self::deposit_event(Event::ProviderRegistered { provider: who, profile });
		Ok(())
	}

	/// Whether what the provider earns has changed with it.
	pub(crate) fn do_update_profile(
		who: T::AccountId,
		profile: ProfileOf<T>,
	) -> Result<bool, DispatchError> {
		let mut provider = Self::provider_record(&who)?;
		Self::check_profile(&who, &profile, &CurrentSettings::<T>::get())?;
		let was = provider.is_candidate();
		if provider.profile.operator != profile.operator {
			Self::dismiss_operator(&who, &provider.profile.operator);
		}
		Self::name_operator(&who, &profile.operator);
		provider.profile = profile.clone();
		let is = provider.is_candidate();

		Providers::<T>::insert(&who, provider);
		Self::update_candidacy(&who, was, is)?;
		let followed = Self::follow_idle_by_call(&who)?;
		Self::deposit_event(Event::ProviderUpdated { provider: who, profile });
		Ok(followed)
	}

	/// The key `operator` agrees to act for a provider that named it, and for no other from then on;
	/// or for none.
	pub(crate) fn do_operate_for(
		operator: T::AccountId,
		provider: Option<T::AccountId>,
	) -> DispatchResult {
		if let Some(provider) = &provider {
			let named = Self::provider_record(provider)?.profile.operator;
			ensure!(named == operator, Error::<T>::NotOperator);
		}
		Operators::<T>::set(&operator, provider.clone());
		Self::deposit_event(Event::OperatorSet { operator, provider });
		Ok(())
	}

	/// A provider names its operator. Whoever names itself has agreed to it.
	fn name_operator(who: &T::AccountId, operator: &T::AccountId) {
		if who == operator {
			Operators::<T>::insert(operator, who);
		}
	}

	/// A key acts for a provider no more, if it did.
	fn dismiss_operator(who: &T::AccountId, operator: &T::AccountId) {
		if Operators::<T>::get(operator).as_ref() == Some(who) {
			Operators::<T>::remove(operator);
		}
	}

	/// Whether what the provider earns has changed with it.
	pub(crate) fn do_leave(who: T::AccountId) -> Result<bool, DispatchError> {
		let mut provider = Self::provider_record(&who)?;
		ensure!(!provider.is_leaving(), Error::<T>::AlreadyLeaving);
		let was = provider.is_candidate();
		let since = T::Time::now();
		let until = since.saturating_add(CurrentSettings::<T>::get().unbonding());
		provider.standing = Standing::Leaving { since, until };
		Self::update_candidacy(&who, was, false)?;

		Self::store_provider(&who, provider)?;
		let followed = Self::follow_idle_by_call(&who)?;
		Self::deposit_event(Event::ProviderLeaving { provider: who, until });
		Ok(followed)
	}

	/// Removes a provider: what it earned until now it earned as one.
	pub(crate) fn do_remove_provider(who: T::AccountId) -> DispatchResultWithPostInfo {
		Self::visiting(
			who.clone(),
			|_| T::WeightInfo::remove_provider(),
			|visit| {
				let provider = Self::provider_record(&who)?;
				let now = T::Time::now();
				ensure!(provider.has_left(now), Error::<T>::NotLeftYet);
				ensure!(provider.pending == 0, Error::<T>::SlashPending);
				// The record outlives whatever is in it: nobody gets out of jail, or has an offence judged
				// anew, by registering again.
				ensure!(now >= provider.barred_until, Error::<T>::StillJailed);
				ensure!(provider.judged.is_over(Self::chain_time()), Error::<T>::JudgedLately);
				let deserted = Pools::<T>::get(&who).is_none_or(|pool| pool.is_deserted());
				ensure!(deserted, Error::<T>::PoolNotEmpty);
				visit.collect_income()?;
				visit.set_capacity(Capacity::Staker)?;

				Pools::<T>::remove(&who);
				Self::dismiss_operator(&who, &provider.profile.operator);
				Providers::<T>::remove(&who);
				Self::deposit_event(Event::ProviderRemoved { provider: who });
				Ok(())
			},
		)
	}

	/// Whether a provider is barred, whether or not it leaves.
	pub fn is_jailed(who: &T::AccountId) -> bool {
		Providers::<T>::get(who).is_some_and(|provider| provider.jailed)
	}

	pub(crate) fn do_unjail(who: T::AccountId) -> DispatchResult {
		let mut provider = Self::provider_record(&who)?;
		ensure!(provider.status() == ProviderStatus::Jailed, Error::<T>::NotJailed);
		ensure!(T::Time::now() >= provider.barred_until, Error::<T>::StillJailed);
		ensure!(provider.pending == 0, Error::<T>::SlashPending);
		Self::check_stake(&who, &provider.profile, &CurrentSettings::<T>::get())?;
		provider.unjail(T::CurrentSession::get());
		let is = provider.is_candidate();

		Self::store_provider(&who, provider)?;
		Self::update_candidacy(&who, false, is)?;
		Self::deposit_event(Event::ProviderReturned { provider: who });
		Ok(())
	}

	pub(crate) fn do_set_commission(who: T::AccountId, commission: Perbill) -> DispatchResult {
		let settings = CurrentSettings::<T>::get();
		ensure!(commission <= settings.max_commission, Error::<T>::CommissionTooHigh);
		let provider = Self::provider_record(&who)?;
		let mut pool = Self::settled_pool(&who, Rewards::<T>::get().index())?;
		let old = pool.commission;
		let event = if commission <= old {
			pool.commission = commission;
			pool.announced = None;
			Event::CommissionSet { provider: who.clone(), old, new: commission }
		} else {
			ensure!(provider.earns_commission(), Error::<T>::NotActive);
			let from = T::Time::now().saturating_add(settings.commission_notice.get());
			let until = from.saturating_add(settings.commission_window.get());
			pool.announced = Some(Announcement { commission, from, until });
			Event::CommissionAnnounced { provider: who.clone(), commission, from, until }
		};

		Pools::<T>::insert(&who, pool);
		Self::deposit_event(event);
		Ok(())
	}

	pub(crate) fn do_raise_commission(who: T::AccountId) -> DispatchResult {
		let provider = Self::provider_record(&who)?;
		ensure!(provider.earns_commission(), Error::<T>::NotActive);
		let mut pool = Self::settled_pool(&who, Rewards::<T>::get().index())?;
		let Announcement { commission, from, until } =
			pool.announced.take().ok_or(Error::<T>::NothingAnnounced)?;
		let now = T::Time::now();
		ensure!(now >= from, Error::<T>::NoticeRunning);
		// Who came since has not had the notice.
		ensure!(now <= until, Error::<T>::AnnouncementExpired);
		let most = CurrentSettings::<T>::get().max_commission;
		ensure!(commission <= most, Error::<T>::CommissionTooHigh);
		let old = core::mem::replace(&mut pool.commission, commission);

		Pools::<T>::insert(&who, pool);
		Self::deposit_event(Event::CommissionSet { provider: who, old, new: commission });
		Ok(())
	}

	/// The record of a provider.
	pub(crate) fn provider_record(
		who: &T::AccountId,
	) -> Result<Provider<T::AccountId>, DispatchError> {
		Ok(Providers::<T>::get(who).ok_or(Error::<T>::NotProvider)?)
	}

	/// Stores a provider that may have begun or ceased to earn a commission: what its delegators
	/// earned until now is divided by what it was until now.
	pub(crate) fn store_provider(
		who: &T::AccountId,
		provider: Provider<T::AccountId>,
	) -> DispatchResult {
		let mut pool = Self::settled_pool(who, Rewards::<T>::get().index())?;
		pool.set_earns_commission(provider.earns_commission());

		Pools::<T>::insert(who, pool);
		Providers::<T>::insert(who, provider);
		Ok(())
	}

	/// The pool of a provider, with what was earned up to `now` divided.
	pub(crate) fn settled_pool(who: &T::AccountId, now: Index) -> Result<Pool, DispatchError> {
		let mut pool = Pools::<T>::get(who).ok_or(Error::<T>::NotProvider)?;
		Self::settle_pool(&mut pool, now)?;
		Ok(pool)
	}

	/// Divides what a pool earned up to `now`. The commission is no higher than the maximum was when it
	/// was earned, whatever it was when the commission was set.
	pub(crate) fn settle_pool(pool: &mut Pool, now: Index) -> Result<(), ArithmeticError> {
		let present = CurrentSettings::<T>::get().max_commission;
		pool.settle(now, &PastCommissionMaxima::<T>::get(), present)
	}

	/// Whether a provider may say this about itself.
	fn check_profile(
		who: &T::AccountId,
		profile: &ProfileOf<T>,
		settings: &Settings,
	) -> DispatchResult {
		ensure!(!profile.roles.is_empty(), Error::<T>::NoRole);
		Self::check_stake(who, profile, settings)
	}

	/// Whether the own stake suffices for the roles.
	fn check_stake(
		who: &T::AccountId,
		profile: &ProfileOf<T>,
		settings: &Settings,
	) -> DispatchResult {
		let needed = settings.min_stakes.sum(&profile.roles);
		ensure!(Self::own_stake_of(who) >= needed, Error::<T>::StakeTooLow);
		Ok(())
	}
}

impl<T: Config> ProviderInspect<AccountIdOf<T>> for Pallet<T> {
	fn status(who: &T::AccountId) -> Option<ProviderStatus> {
		Providers::<T>::get(who).map(|provider| provider.status())
	}

	fn serves(who: &T::AccountId, role: Role) -> bool {
		let Some(provider) = Providers::<T>::get(who) else { return false };
		let needed = || CurrentSettings::<T>::get().min_stakes.sum(&provider.profile.roles);
		provider.is_active()
			&& provider.profile.roles.contains(&role)
			&& Self::own_stake_of(who) >= needed()
	}

	fn left_at(who: &T::AccountId, dealt_at: Moment) -> Option<Moment> {
		let known = Providers::<T>::get(who).filter(|one| one.registered_at <= dealt_at);
		match known.map(|provider| provider.standing) {
			None => Some(0),
			Some(Standing::Leaving { since, .. }) => Some(since),
			Some(Standing::Active) => None,
		}
	}

	fn weight(who: &T::AccountId) -> u128 {
		let delegated = Pools::<T>::get(who).map_or(0, |pool| pool.weight().unwrap_or(u128::MAX));
		Self::own_weight_of(who).saturating_add(delegated)
	}

	fn own_stake(who: &T::AccountId) -> Balance {
		Self::own_stake_of(who)
	}

	fn provider_of(operator: &T::AccountId) -> Option<T::AccountId> {
		Operators::<T>::get(operator)
	}

	fn is_answerable(who: &T::AccountId) -> bool {
		// It counts its pending slashes, and is not removed while there is one.
		Providers::<T>::contains_key(who)
	}
}
