// SPDX-License-Identifier: Apache-2.0

//! What each call and seam costs at its worst.

#![allow(
	clippy::arithmetic_side_effects,
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::panic
)]

use crate::{
	types::{Book, Books, CategoryTable, Name, ShareTable, Succession, MAX_CATEGORIES},
	AccountIdOf, Beneficiaries, Call, Categories, Category, CategoryBooks, Config, Grants,
	HoldReason, Months, NextGrantId, Pallet, Parameter, Rewards, Rules, Source, SuccessionNotice,
	Successors, UnlockRules,
};
use alloc::vec::Vec;
use destra_primitives::{
	time::Moment, Balance, CategoryId, Governed, GrantId, RewardVesting, Schedule, Span,
};
use frame_benchmarking::{account, v2::*};
use frame_support::{
	storage::{storage_prefix, unhashed},
	traits::{
		fungible::{
			hold::{Inspect as _, Mutate as _},
			Balanced, Inspect, Mutate,
		},
		tokens::Precision,
		EnsureOrigin, EnsureOriginWithArg, Get, Time,
	},
};
use frame_system::RawOrigin;
use sp_runtime::{PerThing, Perquintill};

/// 3 July 2024.
const START: Moment = 1_720_000_000_000;
/// 30 months later: the cliff has passed, some of the steps have, and some are still to come.
const NOW: Moment = 1_800_000_000_000;
/// 48 months after the start, and some days: all has vested.
const END: Moment = 1_850_000_000_000;

const RULES: Rules = Rules {
	revocable: true,
	transferable: true,
	exit_penalty: Some(Perquintill::from_percent(50)),
	unlock: UnlockRules {
		min_cliff: Months::literal::<12>(),
		min_term: Months::literal::<48>(),
		min_period: Months::literal::<1>(),
		max_upfront: Perquintill::from_percent(10),
		max_backdating: Months::literal::<48>(),
	},
};

/// Sets the clock that [`Config::Time`] reads, which is that of the timestamp pallet.
fn set_time<T: Config>(now: Moment) {
	unhashed::put(&storage_prefix(b"Timestamp", b"Now"), &now);
	assert_eq!(T::Time::now(), now, "the clock is another one");
}

fn amount<T: Config>() -> Balance {
	T::Currency::minimum_balance().max(1_000_000) * 1_000
}

fn schedule() -> Schedule {
	Schedule {
		start: START,
		upfront: Perquintill::from_percent(10),
		cliff: Span::Months(12),
		lump: Perquintill::from_percent(15),
		period: Span::Months(1),
		periods: 36,
	}
}

fn category(id: u32, share: Perquintill) -> Category {
	Category {
		id: CategoryId(id as u8),
		name: Name::try_new("a name of thirty-two characters.").unwrap(),
		source: Source::Genesis,
		share,
		min_share: Perquintill::zero(),
		max_share: Perquintill::one(),
		rules: RULES,
	}
}

/// `count` categories in place of those of the genesis, and as much in their pots as they can
/// grant.
fn fill_categories<T: Config>(count: u32) {
	let part = Perquintill::ACCURACY / u64::from(count);
	let first = Perquintill::ACCURACY - part * u64::from(count - 1);
	let share = |id| Perquintill::from_parts(if id == 0 { first } else { part });
	let table: Vec<_> = (0..count).map(|id| category(id, share(id))).collect();
	let books: Vec<_> = table.iter().map(|category| Book::new(category.id)).collect();
	for category in &table {
		let amount = category.cap(T::MaximumSupply::get()) + T::Currency::minimum_balance();
		T::Currency::mint_into(&Pallet::<T>::pot_account(category.id), amount).unwrap();
	}
	Categories::<T>::put(CategoryTable::truncate_from(table));
	CategoryBooks::<T>::put(Books::truncate_from(books));
}

/// Names a successor of `who`.
fn name<T: Config>(who: &AccountIdOf<T>) -> AccountIdOf<T> {
	let successor: AccountIdOf<T> = account("successor", 0, 0);
	Pallet::<T>::do_name_successor(who.clone(), Some(successor.clone())).unwrap();
	successor
}

/// All categories there can be, on a day when grants of theirs are partly vested.
fn prepare<T: Config>() {
	set_time::<T>(NOW);
	fill_categories::<T>(MAX_CATEGORIES);
}

fn person<T: Config>(name: &'static str) -> AccountIdOf<T> {
	let who = account(name, 0, 0);
	T::Currency::mint_into(&who, amount::<T>()).unwrap();
	who
}

/// Grants `count` times to `who`, from as many categories as there are. The last grant.
fn grants<T: Config>(who: &AccountIdOf<T>, count: u32) -> GrantId {
	for index in 0..count {
		let category = CategoryId((index % MAX_CATEGORIES) as u8);
		Pallet::<T>::do_grant(category, who.clone(), amount::<T>(), schedule()).unwrap();
	}
	GrantId(NextGrantId::<T>::get().0 - 1)
}

/// Somebody with as many grants as there can be, and the last of them.
fn beneficiary<T: Config>() -> (AccountIdOf<T>, GrantId) {
	let who = person::<T>("beneficiary");
	let last = grants::<T>(&who, T::MaxGrants::get());
	(who, last)
}

/// Somebody with one grant, and a successor: all of that goes with the grant.
fn sole_grant<T: Config>() -> (AccountIdOf<T>, GrantId) {
	let who = person::<T>("beneficiary");
	let id = grants::<T>(&who, 1);
	name::<T>(&who);
	(who, id)
}

/// Nothing is left of a [`sole_grant`].
fn assert_gone<T: Config>(who: &AccountIdOf<T>) {
	assert!(!Grants::<T>::contains_key(who) && !Successors::<T>::contains_key(who));
}

fn earn<T: Config>(who: &AccountIdOf<T>) {
	assert!(Pallet::<T>::vest(who, T::Currency::issue(amount::<T>())).is_ok());
}

/// Rewards in every quantum from which some are still unvested, up to `newest` quanta ago.
pub(crate) fn rewards<T: Config>(who: &AccountIdOf<T>, newest: u64) {
	let oldest = u64::from(Pallet::<T>::terms().max_buckets()) - 1;
	for age in (newest..=oldest).rev() {
		set_time::<T>(NOW - age * T::RewardQuantum::get());
		earn::<T>(who);
	}
	set_time::<T>(NOW);
}

fn buckets<T: Config>(who: &AccountIdOf<T>) -> u32 {
	Pallet::<T>::book(who).buckets.len() as u32
}

fn govern<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::GovernOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

fn guard<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::GuardianOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn grant() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let category = CategoryId(MAX_CATEGORIES as u8 - 1);
		let origin = T::GrantOrigin::try_successful_origin(&category)
			.map_err(|_| BenchmarkError::Weightless)?;
		let who = person::<T>("beneficiary");
		grants::<T>(&who, T::MaxGrants::get() - 1);
		let successor = name::<T>(&who);
		Pallet::<T>::do_announce_succession(successor, who.clone()).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, category, who.clone(), amount::<T>(), schedule().into());

		assert_eq!(Grants::<T>::get(&who).len() as u32, T::MaxGrants::get());
		Ok(())
	}

	#[benchmark]
	fn spend() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (origin, who) = (govern::<T>()?, account("beneficiary", 0, 0));
		let category = CategoryId(MAX_CATEGORIES as u8 - 1);
		Categories::<T>::mutate(|table| {
			table.iter_mut().for_each(|category| category.rules.unlock = UnlockRules::NONE);
		});

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, category, who, amount::<T>());

		let who: AccountIdOf<T> = account("beneficiary", 0, 0);
		assert_eq!(T::Currency::balance(&who), amount::<T>());
		Ok(())
	}

	/// The last part of each grant: all that belongs to them goes, the name of a successor as well.
	#[benchmark]
	fn release(g: Linear<1, { T::MaxGrants::get() }>) {
		prepare::<T>();
		let who = person::<T>("beneficiary");
		let last = grants::<T>(&who, g);
		name::<T>(&who);
		set_time::<T>(END);
		let caller: AccountIdOf<T> = account("caller", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), who.clone());

		assert_gone::<T>(&who);
		assert!(!Beneficiaries::<T>::contains_key(last));
	}

	/// What the token alone takes to free a part of a hold: the least that a release can cost.
	#[benchmark(extra)]
	fn hold_release() {
		prepare::<T>();
		let who = person::<T>("beneficiary");
		grants::<T>(&who, 1);
		let reason = HoldReason::Grant.into();

		#[block]
		{
			T::Currency::release(&reason, &who, 1, Precision::Exact).unwrap();
		}

		assert_eq!(T::Currency::balance_on_hold(&reason, &who), amount::<T>() - 1);
	}

	#[benchmark]
	fn revoke() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (origin, (who, id)) = (govern::<T>()?, sole_grant::<T>());

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);

		assert_gone::<T>(&who);
		Ok(())
	}

	#[benchmark]
	fn exit_early() {
		prepare::<T>();
		let (who, id) = sole_grant::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), id);

		assert_gone::<T>(&who);
	}

	#[benchmark]
	fn merge() {
		prepare::<T>();
		let who = person::<T>("beneficiary");
		for _ in 0..T::MaxGrants::get() {
			grants::<T>(&who, 1);
		}
		Categories::<T>::mutate(|table| {
			table.iter_mut().for_each(|category| category.rules.revocable = false);
		});
		let last = NextGrantId::<T>::get().0 - 1;
		let (into, merged) = (GrantId(last - 1), GrantId(last));

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), into, merged);

		assert_eq!(Grants::<T>::get(&who).len() as u32, T::MaxGrants::get() - 1);
	}

	#[benchmark]
	fn offer_grant() {
		prepare::<T>();
		let (who, id) = beneficiary::<T>();
		let to: AccountIdOf<T> = account("buyer", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), id, Some(to.clone()));

		assert_eq!(Grants::<T>::get(&who).last().unwrap().offered_to(), Some(&to));
	}

	#[benchmark]
	fn accept_grant() {
		prepare::<T>();
		let ((from, id), to) = (sole_grant::<T>(), person::<T>("buyer"));
		grants::<T>(&to, T::MaxGrants::get() - 1);
		Pallet::<T>::do_offer_grant(from.clone(), id, Some(to.clone())).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(to.clone()), from.clone(), id, amount::<T>());

		assert_gone::<T>(&from);
		assert_eq!(Grants::<T>::get(&to).len() as u32, T::MaxGrants::get());
	}

	/// Somebody without grants, so that the rewards are looked up as well.
	#[benchmark]
	fn name_successor() {
		prepare::<T>();
		let who = person::<T>("beneficiary");
		rewards::<T>(&who, 0);
		let successor: AccountIdOf<T> = account("successor", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), Some(successor.clone()));

		assert_eq!(Successors::<T>::get(&who), Some(Succession::new(successor)));
	}

	#[benchmark]
	fn succeed() {
		prepare::<T>();
		let ((from, _), to) = (beneficiary::<T>(), person::<T>("successor"));
		rewards::<T>(&from, 0);
		rewards::<T>(&to, 0);
		Pallet::<T>::do_name_successor(from.clone(), Some(to.clone())).unwrap();
		let notice = SuccessionNotice::<T>::get().get();
		set_time::<T>(NOW - notice);
		Pallet::<T>::do_announce_succession(to.clone(), from.clone()).unwrap();
		set_time::<T>(NOW);

		#[extrinsic_call]
		_(RawOrigin::Signed(to.clone()), from.clone());

		assert_eq!(Grants::<T>::get(&to).len() as u32, T::MaxGrants::get());
		assert!(!Rewards::<T>::contains_key(&from));
	}

	#[benchmark]
	fn move_holdings() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let origin = govern::<T>()?;
		let ((from, _), to) = (beneficiary::<T>(), person::<T>("new keys"));
		rewards::<T>(&from, 0);
		rewards::<T>(&to, 0);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, from.clone(), to.clone());

		assert_eq!(Grants::<T>::get(&to).len() as u32, T::MaxGrants::get());
		assert!(!Rewards::<T>::contains_key(&from));
		Ok(())
	}

	/// All of them: the book goes, and the name of a successor with it.
	#[benchmark]
	fn claim_rewards() {
		prepare::<T>();
		let who = person::<T>("earner");
		rewards::<T>(&who, 0);
		name::<T>(&who);
		set_time::<T>(END);
		assert_eq!(buckets::<T>(&who), Pallet::<T>::terms().max_buckets());
		let caller: AccountIdOf<T> = account("caller", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), who.clone());

		assert!(!Rewards::<T>::contains_key(&who) && !Successors::<T>::contains_key(&who));
	}

	#[benchmark]
	fn pause_category() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (origin, category) = (guard::<T>()?, CategoryId(MAX_CATEGORIES as u8 - 1));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, category);

		assert!(CategoryBooks::<T>::get().last().unwrap().is_paused());
		Ok(())
	}

	#[benchmark]
	fn resume_category() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (origin, category) = (govern::<T>()?, CategoryId(MAX_CATEGORIES as u8 - 1));
		Pallet::<T>::do_pause_category(category).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, category);

		assert!(!CategoryBooks::<T>::get().last().unwrap().is_paused());
		Ok(())
	}

	#[benchmark]
	fn announce_succession() {
		prepare::<T>();
		let (from, _) = beneficiary::<T>();
		let to = name::<T>(&from);

		#[extrinsic_call]
		_(RawOrigin::Signed(to), from.clone());

		assert!(Successors::<T>::get(&from).unwrap().window(NOW).is_some());
	}

	#[benchmark]
	fn veto_succession() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (origin, (from, _)) = (govern::<T>()?, beneficiary::<T>());
		let to = name::<T>(&from);
		Pallet::<T>::do_announce_succession(to, from.clone()).unwrap();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, from.clone());

		assert!(!Successors::<T>::contains_key(&from));
		Ok(())
	}

	/// Shares of which every pot changes: one half of the categories gains what the other loses.
	#[benchmark]
	fn put_parameter() {
		prepare::<T>();
		let tenth = Perquintill::from_parts(Perquintill::ACCURACY / u64::from(MAX_CATEGORIES) / 10);
		let shares = Categories::<T>::get().into_iter().map(|category| {
			let gains = category.id.0 % 2 == 0;
			let share = if gains { category.share + tenth } else { category.share - tenth };
			(category.id, share)
		});
		let new = Parameter::Shares(ShareTable::truncate_from(shares.collect()));
		let pot = Pallet::<T>::pot_account(CategoryId(0));
		let before = T::Currency::balance(&pot);

		#[block]
		{
			assert!(Pallet::<T>::value_of(&new).is_some());
			Pallet::<T>::put(new).unwrap();
		}

		assert_eq!(T::Currency::balance(&pot), before + tenth.mul_floor(T::MaximumSupply::get()));
	}

	/// A reward in a new quantum, on top of all older ones.
	#[benchmark]
	fn vest_reward() {
		let who = person::<T>("earner");
		rewards::<T>(&who, 1);
		let credit = T::Currency::issue(amount::<T>());

		#[block]
		{
			assert!(Pallet::<T>::vest(&who, credit).is_ok());
		}

		assert_eq!(buckets::<T>(&who), Pallet::<T>::terms().max_buckets());
	}

	/// All but one planck, so that every quantum is slashed and something is left to be stored.
	#[benchmark]
	fn slash_unvested() {
		let who = person::<T>("earner");
		rewards::<T>(&who, 0);
		let all = Pallet::<T>::unvested(&who);

		#[block]
		{
			drop(Pallet::<T>::slash_unvested(&who, all - 1));
		}

		assert_eq!(Pallet::<T>::unvested(&who), 1);
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
