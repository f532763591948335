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
	dispatch::DispatchClass,
	pallet_prelude::{ConstU32, DispatchResult},
	traits::ValidatorRegistration,
	BoundedVec,
};

/// The most validator candidates there can be.
pub const MAX_CANDIDATES: u32 = 256;

/// How many of the candidates can be displaced between two choices of validators.
pub const MAX_LIGHTEST: u32 = 16;

/// Who may validate, and how many should.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ValidatorRanking<AccountId> {
	/// The candidates with the stake for their roles and session keys, heaviest first, those of equal
	/// weight by account.
	pub ranked: Vec<AccountId>,
	/// How many there should be at least.
	pub fewest: usize,
	/// How many there can be.
	pub most: usize,
}

/// A candidate, and what it weighs; nothing where it has no session keys, or its own stake does not
/// suffice for its roles.
type WeighedOf<T> = (AccountIdOf<T>, Option<StakeWeight>);

impl<T: Config> Pallet<T> {
	/// Who may validate in a session to come, and how many should. Registers its own weight.
	pub fn next_validators() -> ValidatorRanking<T::AccountId> {
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::next_validators(),
			DispatchClass::Mandatory,
		);
		let settings = CurrentSettings::<T>::get();
		let ranked = Self::weighed_candidates(&settings);
		Self::note_lightest(&ranked);
		let most = usize::try_from(settings.max_validators.get()).unwrap_or(usize::MAX);
		let fewest = usize::try_from(settings.min_validators.get()).unwrap_or(usize::MAX);
		let ranked = eligible::<T>(ranked).map(|(who, _)| who).collect();
		ValidatorRanking { ranked, fewest, most }
	}

	/// Whether `who` is a candidate: active, with the role of a validator, and on the list.
	pub fn is_candidate(who: &T::AccountId) -> bool {
		Candidates::<T>::get().binary_search(who).is_ok()
	}

	/// The candidates that have their session keys set and the stake for their roles, heaviest
	/// first, those of equal weight by account.
	pub(crate) fn ranked_candidates(settings: &Settings) -> Vec<(T::AccountId, StakeWeight)> {
		eligible::<T>(Self::weighed_candidates(settings)).collect()
	}

	/// Every candidate, heaviest first, those of equal weight by account; last those that weigh
	/// nothing.
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

	/// Remembers who would make room for a heavier newcomer, so that it need not be searched for. While
	/// the list has room nobody has to.
	fn note_lightest(ranked: &[WeighedOf<T>]) {
		let full = u32::try_from(ranked.len()).is_ok_and(|all| all >= MAX_CANDIDATES);
		let most = usize::try_from(if full { MAX_LIGHTEST } else { 0 }).unwrap_or(usize::MAX);
		let lightest =
			ranked.iter().rev().take(most).map(|(who, weight)| (who.clone(), weight.unwrap_or(0)));
		Lightest::<T>::put(BoundedVec::truncate_from(lightest.collect()));
	}

	/// Remembers a newcomer at its place among the lightest, if it is one of them: whoever is heavier
	/// than all that are remembered may be heavier than others as well.
	fn note_newcomer(
		lightest: &mut BoundedVec<(T::AccountId, StakeWeight), ConstU32<MAX_LIGHTEST>>,
		who: &T::AccountId,
		weight: StakeWeight,
	) {
		let at = lightest.partition_point(|(_, other)| *other <= weight);
		if at < lightest.len() {
			// The heaviest of them gives way where there is no room.
			let _ = lightest.force_insert_keep_left(at, (who.clone(), weight));
		}
	}

	/// What a candidate weighs: its own stake that is not unbonding, with its multipliers, and what is
	/// delegated to it as far as the ratio permits. `None` where it has no session keys, or its own stake
	/// does not suffice for its roles.
	fn candidate_weight(
		who: &T::AccountId,
		settings: &Settings,
		next: BucketIndex,
	) -> Option<StakeWeight> {
		let roles = Providers::<T>::get(who)?.profile.roles;
		let ledger = Ledgers::<T>::get(who)?;
		let own = ledger.own_stake();
		if own < settings.min_stakes.sum(&roles) || !T::SessionKeys::is_registered(who) {
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
	/// than one of those that are remembered as the lightest, whose place it takes.
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
				Lightest::<T>::mutate(|lightest| {
					if !lightest.is_empty() {
						let weight = Self::present_weight(who);
						Self::note_newcomer(lightest, who, weight);
					}
				});
			}
			(Ok(at), false) => {
				candidates.remove(at);
				Lightest::<T>::mutate(|lightest| lightest.retain(|(other, _)| other != who));
			}
			_ => return Ok(()),
		}
		Candidates::<T>::put(candidates);
		Ok(())
	}

	/// What a candidate weighs now.
	fn present_weight(who: &T::AccountId) -> StakeWeight {
		let settings = CurrentSettings::<T>::get();
		Self::candidate_weight(who, &settings, Self::next_bucket()).unwrap_or(0)
	}

	/// Puts `who` in the place of the first of those that were the lightest when validators were last
	/// chosen and is lighter by now. One that has grown since, or had no session keys just then, keeps
	/// its place, and keeps nobody out.
	fn displace_candidate(who: &T::AccountId) -> DispatchResult {
		let (settings, next) = (CurrentSettings::<T>::get(), Self::next_bucket());
		let weigh = |one: &T::AccountId| Self::candidate_weight(one, &settings, next).unwrap_or(0);
		let mut candidates = Candidates::<T>::get();
		let mut lightest = Lightest::<T>::get();
		let weight = weigh(who);
		let lighter = lightest.iter().position(|(other, _)| weigh(other) < weight);
		let (displaced, _) = lightest.remove(lighter.ok_or(Error::<T>::TooManyCandidates)?);
		Self::note_newcomer(&mut lightest, who, weight);
		candidates.retain(|other| *other != displaced);
		let at = candidates.partition_point(|other| other < who);
		candidates.try_insert(at, who.clone()).map_err(|_| Error::<T>::TooManyCandidates)?;
		Lightest::<T>::put(lightest);
		Candidates::<T>::put(candidates);
		Self::deposit_event(Event::CandidateDisplaced { provider: displaced });
		Ok(())
	}
}

/// Those that weigh something.
fn eligible<T: Config>(
	ranked: Vec<WeighedOf<T>>,
) -> impl Iterator<Item = (T::AccountId, StakeWeight)> {
	ranked.into_iter().filter_map(|(who, weight)| weight.map(|weight| (who, weight)))
}
