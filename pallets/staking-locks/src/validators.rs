// SPDX-License-Identifier: Apache-2.0

//! Who validates: the heaviest of a bounded number of candidates.

use crate::{
	types::BucketIndex, AccountIdOf, Candidates, Config, CurrentSettings, Error, Event, Ledgers,
	Lightest, Pallet, Pools, Providers, Rewards, Settings, StakeWeight, WeightInfo,
};
use alloc::vec::Vec;
use core::cmp::Reverse;
use destra_economics::tiers::{self, UNIT};
use destra_primitives::Balance;
use frame_support::{
	dispatch::DispatchClass, ensure, pallet_prelude::DispatchResult, traits::ValidatorRegistration,
	BoundedVec,
};

/// The most validator candidates there can be.
pub const MAX_CANDIDATES: u32 = 256;

/// How many of the candidates can be displaced between two choices of validators.
pub const MAX_LIGHTEST: u32 = 16;

/// A candidate, and what it weighs; nothing where its own stake does not suffice for its roles.
type WeighedOf<T> = (AccountIdOf<T>, Option<StakeWeight>);

impl<T: Config> Pallet<T> {
	/// The validators of a session to come, heaviest first. `None` where there are fewer than the
	/// minimum: then the set stays as it is. Registers its own weight.
	pub fn next_validators() -> Option<Vec<T::AccountId>> {
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::next_validators(),
			DispatchClass::Mandatory,
		);
		let settings = CurrentSettings::<T>::get();
		let ranked = Self::weighed_candidates(&settings);
		Self::note_lightest(&ranked);
		let most = usize::try_from(settings.max_validators.get()).unwrap_or(usize::MAX);
		let fewest = usize::try_from(settings.min_validators.get()).unwrap_or(usize::MAX);
		let chosen: Vec<_> = eligible::<T>(ranked).take(most).map(|(who, _)| who).collect();
		(chosen.len() >= fewest).then_some(chosen)
	}

	/// The candidates that have their session keys set and the stake for their roles, heaviest
	/// first, those of equal weight by account.
	pub(crate) fn ranked_candidates(settings: &Settings) -> Vec<(T::AccountId, StakeWeight)> {
		eligible::<T>(Self::weighed_candidates(settings)).collect()
	}

	/// Every candidate, heaviest first, those of equal weight by account; last those whose own stake
	/// does not suffice.
	fn weighed_candidates(settings: &Settings) -> Vec<WeighedOf<T>> {
		let next = Self::next_bucket();
		let mut ranked: Vec<_> = Candidates::<T>::get()
			.into_iter()
			.map(|who| {
				let weight = Self::candidate_weight(&who, settings, next);
				(who, weight)
			})
			.collect();
		// They come sorted by account, and the sort is stable.
		ranked.sort_by_key(|(_, weight)| Reverse(*weight));
		ranked
	}

	/// Remembers who would make room for a heavier newcomer, so that it need not be searched for.
	fn note_lightest(ranked: &[WeighedOf<T>]) {
		let most = usize::try_from(MAX_LIGHTEST).unwrap_or(usize::MAX);
		let lightest = ranked.iter().rev().take(most).map(|(who, _)| who.clone()).collect();
		Lightest::<T>::put(BoundedVec::truncate_from(lightest));
	}

	/// What a candidate weighs: its own stake that is not unbonding, with its multipliers, and what is delegated to it as
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
		ledger.locked_weight(next).ok()?.checked_add(tiers::weight(delegated, UNIT)?)
	}

	/// The first bucket that has not expired: weights count from it on.
	fn next_bucket() -> BucketIndex {
		Rewards::<T>::get().next_bucket.unwrap_or(0)
	}

	/// Takes `who` in among the candidates or off them. Into a full list it comes if it is heavier
	/// than one of the lightest, whose place it takes.
	pub(crate) fn update_candidacy(who: &T::AccountId, was: bool, is: bool) -> DispatchResult {
		if was == is {
			return Ok(());
		}
		let mut candidates = Candidates::<T>::get();
		match (candidates.binary_search(who), is) {
			(Err(at), true) => {
				if candidates.try_insert(at, who.clone()).is_err() {
					return Self::displace_candidate(who);
				}
			}
			(Ok(at), false) => drop(candidates.remove(at)),
			_ => return Ok(()),
		}
		Candidates::<T>::put(candidates);
		Ok(())
	}

	/// Puts `who` in the place of the candidate that was the lightest one when validators were last
	/// chosen, if that is still lighter.
	fn displace_candidate(who: &T::AccountId) -> DispatchResult {
		let (settings, next) = (CurrentSettings::<T>::get(), Self::next_bucket());
		let weigh = |who: &T::AccountId| Self::candidate_weight(who, &settings, next).unwrap_or(0);
		let mut candidates = Candidates::<T>::get();
		let mut lightest = Lightest::<T>::get();
		// Some may have left meanwhile.
		lightest.retain(|other| candidates.binary_search(other).is_ok());
		let displaced = lightest.first().cloned().ok_or(Error::<T>::TooManyCandidates)?;
		ensure!(weigh(&displaced) < weigh(who), Error::<T>::TooManyCandidates);

		lightest.retain(|other| *other != displaced);
		candidates.retain(|other| *other != displaced);
		let at = candidates.partition_point(|other| other < who);
		candidates.try_insert(at, who.clone()).map_err(|_| Error::<T>::TooManyCandidates)?;
		Lightest::<T>::put(lightest);
		Candidates::<T>::put(candidates);
		Self::deposit_event(Event::CandidateDisplaced { provider: displaced });
		Ok(())
	}
}

/// Those with the stake for their roles who have set their session keys.
fn eligible<T: Config>(
	ranked: Vec<WeighedOf<T>>,
) -> impl Iterator<Item = (T::AccountId, StakeWeight)> {
	ranked
		.into_iter()
		.filter_map(|(who, weight)| weight.map(|weight| (who, weight)))
		.filter(|(who, _)| T::SessionKeys::is_registered(who))
}
