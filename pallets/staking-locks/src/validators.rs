// SPDX-License-Identifier: Apache-2.0

//! Who validates: the heaviest of a bounded number of candidates.

use crate::{
	types::BucketIndex, Candidates, Config, CurrentSettings, Error, Event, Ledgers, Pallet, Pools,
	Providers, Rewards, Settings, StakeWeight, WeightInfo,
};
use alloc::vec::Vec;
use destra_economics::tiers::{self, UNIT};
use destra_primitives::Balance;
use frame_support::{
	dispatch::{DispatchClass, DispatchResultWithPostInfo},
	traits::ValidatorRegistration,
	weights::Weight,
};
use sp_runtime::DispatchError;

/// The most validator candidates there can be.
pub const MAX_CANDIDATES: u32 = 256;

impl<T: Config> Pallet<T> {
	/// The validators of a session to come, heaviest first. `None` where there are fewer than the
	/// minimum: then the set stays as it is. Registers its own weight.
	pub fn next_validators() -> Option<Vec<T::AccountId>> {
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::next_validators(),
			DispatchClass::Mandatory,
		);
		let settings = CurrentSettings::<T>::get();
		let ranked = Self::ranked_candidates(&settings);
		let most = usize::try_from(settings.max_validators.get()).unwrap_or(usize::MAX);
		let fewest = usize::try_from(settings.min_validators.get()).unwrap_or(usize::MAX);
		let chosen: Vec<_> = ranked.into_iter().take(most).map(|(who, _)| who).collect();
		(chosen.len() >= fewest).then_some(chosen)
	}

	/// The candidates that have their session keys set and the stake for their roles, heaviest
	/// first, those of equal weight by account.
	pub(crate) fn ranked_candidates(settings: &Settings) -> Vec<(T::AccountId, StakeWeight)> {
		let next = Self::next_bucket();
		let weigh = |who: &_| Self::candidate_weight(who, settings, next);
		let mut ranked: Vec<_> = Candidates::<T>::get()
			.into_iter()
			.filter_map(|who| weigh(&who).map(|weight| (who, weight)))
			.filter(|(who, _)| T::SessionKeys::is_registered(who))
			.collect();
		ranked.sort_by(|(a, weight_a), (b, weight_b)| weight_b.cmp(weight_a).then(a.cmp(b)));
		ranked
	}

	/// What a candidate weighs: its own stake with its multipliers, and what is delegated to it as
	/// far as the ratio permits. `None` where its own stake does not suffice for its roles.
	fn candidate_weight(
		who: &T::AccountId,
		settings: &Settings,
		next: BucketIndex,
	) -> Option<StakeWeight> {
		let roles = Providers::<T>::get(who)?.profile.roles;
		let ledger = Ledgers::<T>::get(who)?;
		let own = ledger.own_stake();
		if own < settings.min_stakes.sum(&roles) {
			return None;
		}
		let most = own.saturating_mul(Balance::from(settings.delegation_ratio.get()));
		let delegated = Pools::<T>::get(who)?.bonded.amount().min(most);
		ledger.weight(next).ok()?.checked_add(tiers::weight(delegated, UNIT)?)
	}

	/// The first bucket that has not expired: weights count from it on.
	fn next_bucket() -> BucketIndex {
		Rewards::<T>::get().next_bucket.unwrap_or(0)
	}

	/// The weight of a call after which somebody may be a candidate, whom another may have to make
	/// room for.
	pub(crate) fn entering(call: Weight) -> Weight {
		call.saturating_add(T::WeightInfo::displace_candidate())
	}

	/// What such a call weighed.
	pub(crate) fn entered(call: Weight, displaced: bool) -> DispatchResultWithPostInfo {
		Ok(Some(if displaced { Self::entering(call) } else { call }).into())
	}

	/// Takes `who` in among the candidates or off them. Into a full list it comes if it is heavier
	/// than the lightest one, whose place it takes. Whether it did so.
	pub(crate) fn update_candidacy(
		who: &T::AccountId,
		was: bool,
		is: bool,
	) -> Result<bool, DispatchError> {
		if was == is {
			return Ok(false);
		}
		let mut candidates = Candidates::<T>::get();
		match (candidates.binary_search(who), is) {
			(Err(at), true) => {
				if candidates.try_insert(at, who.clone()).is_err() {
					return Self::displace_candidate(who).map(|()| true);
				}
			}
			(Ok(at), false) => drop(candidates.remove(at)),
			_ => return Ok(false),
		}
		Candidates::<T>::put(candidates);
		Ok(false)
	}

	/// Puts `who` in the place of the lightest candidate.
	pub(crate) fn displace_candidate(who: &T::AccountId) -> Result<(), DispatchError> {
		let (settings, next) = (CurrentSettings::<T>::get(), Self::next_bucket());
		let weigh = |who: &T::AccountId| Self::candidate_weight(who, &settings, next).unwrap_or(0);
		let mut candidates = Candidates::<T>::get();
		let lightest =
			candidates.iter().map(|who| (weigh(who), who)).min_by_key(|(weight, _)| *weight);
		let Some((_, lightest)) = lightest.filter(|(weight, _)| *weight < weigh(who)) else {
			return Err(Error::<T>::TooManyCandidates.into());
		};
		let lightest = lightest.clone();
		candidates.retain(|other| *other != lightest);
		let at = candidates.partition_point(|other| other < who);
		candidates.try_insert(at, who.clone()).map_err(|_| Error::<T>::TooManyCandidates)?;
		Candidates::<T>::put(candidates);
		Self::deposit_event(Event::CandidateDisplaced { provider: lightest });
		Ok(())
	}
}
