// SPDX-License-Identifier: Apache-2.0

//! What each call, the hook and the choice of validators cost at their worst. The clock stands at
//! whatever it is, so what has to be over is set to be over.

#![allow(
	clippy::arithmetic_side_effects,
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::panic
)]

use crate::{
	locks::locked,
	types::{
		first_after, Announcement, Bucket, MinimumStakes, Parameter, Position, PositionKind,
		Profile, RoleStake, Standing, Tiers, MAX_DEPARTURES, MAX_MAXIMA, MAX_POSITIONS, MAX_TIERS,
	},
	visit::Visit,
	AccountIdOf, Buckets, Call, Candidates, Config, CurrentSettings, Delegations, HoldReason,
	Ledgers, Lightest, Operators, Pallet, PastCommissionMaxima, PendingSlashes, Pools, PositionId,
	ProfileOf, Providers, Rewards, Settings, Slashes, Tier, Wipeouts, MAX_CANDIDATES, MAX_LIGHTEST,
};
use alloc::{vec, vec::Vec};
use destra_economics::accumulator::{Fine, Index};
use destra_primitives::{
	time::{days, Moment},
	Balance, BoundedId, BoundedU128, BoundedU64, Governed, Period, RewardVesting, Role, Roles,
	ServiceClass, SlashReason,
};
use frame_benchmarking::{account, v2::*};
use frame_support::{
	traits::{
		fungible::{Inspect, Mutate},
		EnsureOrigin, Get, Time,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::Perbill;

/// Prepares accounts for the benchmarks.
pub trait BenchmarkHelper<AccountId> {
	/// Has an account have session keys.
	fn set_session_keys(who: &AccountId);
}

/// For a runtime in which everybody has them.
impl<AccountId> BenchmarkHelper<AccountId> for () {
	fn set_session_keys(_: &AccountId) {}
}

/// Worth locking, delegating and paying.
const AMOUNT: Balance = 1_000_000_000_000_000_000_000;

/// The first bucket of the positions of a benchmark: far from everything that the clock does.
const FAR: u64 = 1 << 40;

/// Settings under which small amounts do everything, and no staker of the genesis.
fn setup<T: Config>() {
	let base = Settings::default();
	let stake = RoleStake::literal::<AMOUNT>();
	let min_stakes = MinimumStakes { validator: stake, hosting: stake, ..base.min_stakes };
	CurrentSettings::<T>::put(Settings {
		min_lock: BoundedU128::literal::<1>(),
		min_delegation: BoundedU128::literal::<1>(),
		min_stakes,
		author_share: Perbill::from_percent(50),
		reporter_share: Perbill::from_percent(50),
		delegation_ratio: BoundedU64::literal::<1_000>(),
		..base
	});
	for who in Candidates::<T>::get() {
		Pallet::<T>::do_leave(who).unwrap();
	}
	Rewards::<T>::mutate(|state| {
		let next = first_after(T::Time::now(), T::ExpiryQuantum::get());
		state.next_bucket = state.next_bucket.max(Some(next));
	});
}

fn funded<T: Config>(name: &'static str, index: u32) -> AccountIdOf<T> {
	let who: AccountIdOf<T> = account(name, index, 0);
	let amount = AMOUNT * 1_000 + T::Currency::minimum_balance();
	T::Currency::mint_into(&who, amount).unwrap();
	T::BenchmarkHelper::set_session_keys(&who);
	who
}

/// Adds a position and holds its amount.
fn add<T: Config>(who: &AccountIdOf<T>, position: Position) -> PositionId {
	let mut visit = Visit::<T>::begin(who.clone()).unwrap();
	let id = visit.add(position).unwrap();
	visit.end();
	Pallet::<T>::hold(HoldReason::Stake, who, position.amount).unwrap();
	id
}

/// The tier that the positions are on.
fn longest<T: Config>() -> Tier {
	*CurrentSettings::<T>::get().tiers.last().unwrap()
}

/// Adds `n` positions, each with an additional weight that ends in a bucket of its own.
fn fill<T: Config>(who: &AccountIdOf<T>, n: u32) -> Vec<PositionId> {
	let length = longest::<T>().length.get();
	let position = |i| Position { length, extra: 300, due: FAR + u64::from(i), ..locked(AMOUNT) };
	(0..n).map(|i| add::<T>(who, position(i))).collect()
}

/// Ends the terms of all buckets.
fn expire_all<T: Config>() {
	let mut state = Rewards::<T>::get();
	for (index, bucket) in Buckets::<T>::iter().collect::<Vec<_>>() {
		if let Bucket::Open { weight, positions } = bucket {
			state.remove_weight(weight).unwrap();
			Buckets::<T>::insert(index, Bucket::Expired { index: state.index(), positions });
		}
	}
	state.next_bucket = Some(FAR + 1_000);
	Rewards::<T>::put(state);
}

/// A reward came into the pot and was divided.
fn earn<T: Config>() {
	let reserve = T::Currency::minimum_balance();
	T::Currency::mint_into(&Pallet::<T>::pot_account(), AMOUNT + reserve).unwrap();
	let mut state = Rewards::<T>::get();
	let fresh = Pallet::<T>::unallotted(state.owed());
	state.allot(fresh, fresh / 2).unwrap();
	Rewards::<T>::put(state);
}

fn profile<T: Config>(who: &AccountIdOf<T>, roles: &[Role]) -> ProfileOf<T> {
	let mut all = Roles::new();
	for role in roles {
		all.try_insert(*role).unwrap();
	}
	Profile {
		roles: all,
		operator: who.clone(),
		metadata: [1; 32],
		endpoint: vec![b'e'; 128].try_into().unwrap(),
	}
}

const HOSTING: Role = Role::Service(ServiceClass::Hosting);

fn enrol<T: Config>(who: &AccountIdOf<T>, roles: &[Role]) {
	let profile = profile::<T>(who, roles);
	Pallet::<T>::do_register(who.clone(), profile, Perbill::zero()).unwrap();
}

/// A provider with stake for every role, in a position without a term.
fn provider<T: Config>(index: u32, roles: &[Role]) -> AccountIdOf<T> {
	let who = funded::<T>("provider", index);
	add::<T>(&who, locked(AMOUNT * 10));
	enrol::<T>(&who, roles);
	who
}

/// A delegation with a slash that was not taken yet, a reward and all the departures but one.
fn delegator<T: Config>(provider: &AccountIdOf<T>) -> AccountIdOf<T> {
	let who = funded::<T>("delegator", 0);
	Pallet::<T>::do_delegate(who.clone(), provider.clone(), AMOUNT * 20).unwrap();
	for _ in 1..MAX_DEPARTURES {
		Pallet::<T>::do_undelegate(who.clone(), provider.clone(), AMOUNT, None).unwrap();
	}
	slash_now::<T>(provider);
	earn::<T>();
	who
}

/// Reports a slash of this fraction, or what the table says.
fn report<T: Config>(who: &AccountIdOf<T>, fraction: Option<Perbill>) {
	let reporter = Some(account("reporter", 0, 0));
	let reason = SlashReason::WrongReport;
	Pallet::<T>::do_report_slash(who.clone(), reason, fraction, reporter).unwrap();
}

fn slash_now<T: Config>(who: &AccountIdOf<T>) {
	report::<T>(who, None);
	Pallet::<T>::apply_next_slash(Moment::MAX);
	assert_eq!(Providers::<T>::get(who).unwrap().pending, 0);
}

fn stand<T: Config>(who: &AccountIdOf<T>, standing: Standing) {
	Providers::<T>::mutate(who, |provider| provider.as_mut().unwrap().standing = standing);
}

/// As many candidates as there can be but `spare`, as after a choice of validators. Of those that were
/// the lightest then all but the last have grown, so that a newcomer looks at each of them.
fn fill_candidates<T: Config>(spare: u32) {
	for index in spare..MAX_CANDIDATES {
		provider::<T>(1_000 + index, &[Role::Validator]);
	}
	let lightest: Vec<_> = Candidates::<T>::get()
		.into_iter()
		.take(MAX_LIGHTEST as usize)
		.map(|who| (who, 0))
		.collect();
	for (who, _) in lightest.split_last().unwrap().1 {
		add::<T>(who, locked(AMOUNT * 100));
	}
	Lightest::<T>::put(BoundedVec::truncate_from(lightest));
}

fn govern<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::GovernOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn lock() {
		setup::<T>();
		let who = funded::<T>("staker", 0);
		fill::<T>(&who, MAX_POSITIONS - 1);
		earn::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), AMOUNT, longest::<T>().into());

		assert_eq!(Ledgers::<T>::get(&who).unwrap().positions().len(), MAX_POSITIONS as usize);
	}

	#[benchmark]
	fn top_up() {
		setup::<T>();
		let who = funded::<T>("staker", 0);
		let id = fill::<T>(&who, MAX_POSITIONS)[0];
		earn::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), id, AMOUNT);

		assert_eq!(Ledgers::<T>::get(&who).unwrap().position(id).unwrap().amount, AMOUNT * 2);
	}

	#[benchmark]
	fn extend() {
		setup::<T>();
		let who = funded::<T>("staker", 0);
		fill::<T>(&who, MAX_POSITIONS - 1);
		let due = Rewards::<T>::get().next_bucket.unwrap();
		let id = add::<T>(&who, Position { length: 1, extra: 1, due, ..locked(AMOUNT) });
		earn::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), id, longest::<T>().into());

		assert_eq!(Ledgers::<T>::get(&who).unwrap().position(id).unwrap().extra, 300);
	}

	#[benchmark]
	fn merge() {
		setup::<T>();
		let who = funded::<T>("staker", 0);
		let ids = fill::<T>(&who, MAX_POSITIONS);
		earn::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), ids[0], ids[1]);

		assert_eq!(Ledgers::<T>::get(&who).unwrap().position(ids[1]).unwrap().amount, AMOUNT * 2);
	}

	#[benchmark]
	fn unbond() {
		setup::<T>();
		let who = provider::<T>(0, &[HOSTING]);
		let id = Ledgers::<T>::get(&who).unwrap().positions()[0].id;
		fill::<T>(&who, MAX_POSITIONS - 2);
		earn::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), id, AMOUNT);

		assert_eq!(Ledgers::<T>::get(&who).unwrap().positions().len(), MAX_POSITIONS as usize);
	}

	#[benchmark]
	fn rebond() {
		setup::<T>();
		let who = funded::<T>("staker", 0);
		fill::<T>(&who, MAX_POSITIONS - 1);
		let leaving = Position { kind: PositionKind::Unbonding, ..locked(AMOUNT) };
		let id = add::<T>(&who, Position { length: 1, extra: 50, due: FAR + 100, ..leaving });
		earn::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), id, longest::<T>().into());

		assert!(Ledgers::<T>::get(&who).unwrap().position(id).unwrap().is_locked());
	}

	#[benchmark]
	fn withdraw() {
		setup::<T>();
		let who = provider::<T>(0, &[HOSTING]);
		for _ in 1..MAX_POSITIONS {
			add::<T>(&who, Position { kind: PositionKind::Unbonding, ..locked(AMOUNT) });
		}
		earn::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), who.clone());

		assert_eq!(Ledgers::<T>::get(&who).unwrap().positions().len(), 1);
	}

	#[benchmark]
	fn claim() {
		setup::<T>();
		let who = funded::<T>("staker", 0);
		fill::<T>(&who, MAX_POSITIONS);
		earn::<T>();
		let before = T::Currency::total_balance(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), who.clone());

		assert!(T::Currency::total_balance(&who) > before);
	}

	#[benchmark]
	fn claim_compounded() {
		setup::<T>();
		let who = funded::<T>("staker", 0);
		fill::<T>(&who, MAX_POSITIONS - 1);
		Pallet::<T>::do_set_compounding(who.clone(), true).unwrap();
		earn::<T>();

		#[extrinsic_call]
		claim(RawOrigin::Signed(account("anyone", 0, 0)), who.clone());

		assert!(Ledgers::<T>::get(&who).unwrap().open_position().is_some());
	}

	/// It earned something before it was a provider too, and wishes that to be staked.
	#[benchmark]
	fn claim_of_provider() {
		setup::<T>();
		let who = funded::<T>("provider", 0);
		fill::<T>(&who, MAX_POSITIONS - 1);
		earn::<T>();
		enrol::<T>(&who, &[HOSTING]);
		Pallet::<T>::do_set_compounding(who.clone(), true).unwrap();
		earn::<T>();
		let before = T::Currency::total_balance(&who);

		#[extrinsic_call]
		claim(RawOrigin::Signed(account("anyone", 0, 0)), who.clone());

		assert!(Ledgers::<T>::get(&who).unwrap().open_position().is_some());
		assert!(T::Currency::total_balance(&who) > before);
	}

	#[benchmark]
	fn set_compounding() {
		setup::<T>();
		let who = funded::<T>("staker", 0);
		fill::<T>(&who, MAX_POSITIONS);
		earn::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), true);

		assert!(Ledgers::<T>::get(&who).unwrap().is_compounding());
	}

	#[benchmark]
	fn register() {
		setup::<T>();
		fill_candidates::<T>(0);
		let who = funded::<T>("heavy", 0);
		add::<T>(&who, locked(AMOUNT * 20));
		fill::<T>(&who, MAX_POSITIONS - 1);
		earn::<T>();
		let profile = profile::<T>(&who, &[Role::Validator]);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), profile, Perbill::zero().into());

		assert!(Candidates::<T>::get().contains(&who));
	}

	#[benchmark]
	fn update_profile() {
		setup::<T>();
		fill_candidates::<T>(0);
		let who = provider::<T>(0, &[HOSTING]);
		add::<T>(&who, locked(AMOUNT * 20));
		let profile = profile::<T>(&account("operator", 0, 0), &[Role::Validator]);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), profile);

		assert!(Candidates::<T>::get().contains(&who));
	}

	#[benchmark]
	fn leave() {
		setup::<T>();
		fill_candidates::<T>(1);
		let who = provider::<T>(0, &[Role::Validator]);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(!Candidates::<T>::get().contains(&who));
	}

	#[benchmark]
	fn remove_provider() {
		setup::<T>();
		let who = provider::<T>(0, &[HOSTING]);
		fill::<T>(&who, MAX_POSITIONS - 1);
		earn::<T>();
		Pallet::<T>::note_author(&who);
		stand::<T>(&who, Standing::Leaving { since: 0, until: 0 });

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), who.clone());

		assert!(!Providers::<T>::contains_key(&who));
	}

	#[benchmark]
	fn unjail() {
		setup::<T>();
		fill_candidates::<T>(0);
		let who = provider::<T>(0, &[HOSTING]);
		add::<T>(&who, locked(AMOUNT * 20));
		Providers::<T>::mutate(&who, |record| {
			let record = record.as_mut().unwrap();
			record.profile = profile::<T>(&who, &[Role::Validator]);
			record.jailed = true;
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(Candidates::<T>::get().contains(&who));
	}

	#[benchmark]
	fn set_commission() {
		setup::<T>();
		let who = provider::<T>(0, &[HOSTING]);
		delegator::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), Perbill::from_percent(20).into());

		assert!(Pools::<T>::get(&who).unwrap().announced.is_some());
	}

	#[benchmark]
	fn raise_commission() {
		setup::<T>();
		let who = provider::<T>(0, &[HOSTING]);
		delegator::<T>(&who);
		let commission = Perbill::from_percent(20);
		Pools::<T>::mutate(&who, |pool| {
			pool.as_mut().unwrap().announced =
				Some(Announcement { commission, from: 0, until: Moment::MAX });
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert_eq!(Pools::<T>::get(&who).unwrap().commission, commission);
	}

	/// All that the account had with the provider was lost before.
	#[benchmark]
	fn delegate() {
		setup::<T>();
		let provider = provider::<T>(0, &[HOSTING]);
		fill::<T>(&provider, MAX_POSITIONS - 1);
		let who = delegator::<T>(&provider);
		Pallet::<T>::slash_delegated(&provider, Perbill::one()).unwrap();
		earn::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), provider.clone(), AMOUNT);

		assert_eq!(Delegations::<T>::get(&provider, &who).unwrap().shares, AMOUNT);
	}

	#[benchmark]
	fn undelegate() {
		setup::<T>();
		let from = provider::<T>(0, &[HOSTING]);
		let to = provider::<T>(1, &[HOSTING]);
		let who = delegator::<T>(&from);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), from.clone(), AMOUNT, Some(to));

		let departures = Delegations::<T>::get(&from, &who).unwrap().departures;
		assert_eq!(departures.len(), MAX_DEPARTURES as usize);
	}

	/// All of the stake moves on to another provider, less a slash, and leaves a reward behind.
	#[benchmark]
	fn withdraw_delegation() {
		setup::<T>();
		let from = provider::<T>(0, &[HOSTING]);
		let to = provider::<T>(1, &[HOSTING]);
		let who = funded::<T>("delegator", 0);
		fill::<T>(&who, MAX_POSITIONS);
		Pallet::<T>::do_delegate(who.clone(), from.clone(), AMOUNT * 20).unwrap();
		earn::<T>();
		let all = Balance::MAX;
		Pallet::<T>::do_undelegate(who.clone(), from.clone(), all, Some(to.clone())).unwrap();
		slash_now::<T>(&from);
		Delegations::<T>::mutate(&from, &who, |delegation| {
			delegation.as_mut().unwrap().departures[0].ripe_at = 0;
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), from.clone(), who.clone());

		assert!(!Delegations::<T>::contains_key(&from, &who));
		assert!(Delegations::<T>::contains_key(&to, &who));
	}

	/// The reward is delegated again.
	#[benchmark]
	fn claim_delegation() {
		setup::<T>();
		let provider = provider::<T>(0, &[HOSTING]);
		let who = delegator::<T>(&provider);
		fill::<T>(&who, MAX_POSITIONS);
		Pallet::<T>::do_set_compounding(who.clone(), true).unwrap();
		let before = Delegations::<T>::get(&provider, &who).unwrap().shares;

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), provider.clone(), who.clone());

		assert!(Delegations::<T>::get(&provider, &who).unwrap().shares > before);
	}

	/// All of it departs, after a slash, and leaves a reward behind.
	#[benchmark]
	fn return_delegation() {
		setup::<T>();
		let provider = provider::<T>(0, &[HOSTING]);
		let who = delegator::<T>(&provider);
		fill::<T>(&who, MAX_POSITIONS);
		Pallet::<T>::do_undelegate(who.clone(), provider.clone(), AMOUNT, None).unwrap();
		stand::<T>(&provider, Standing::Leaving { since: 0, until: 0 });

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), provider.clone(), who.clone());

		assert!(!Delegations::<T>::contains_key(&provider, &who));
	}

	#[benchmark]
	fn report_slash() -> Result<(), BenchmarkError> {
		setup::<T>();
		fill_candidates::<T>(1);
		let who = provider::<T>(0, &[Role::Validator]);
		let origin =
			T::SlashOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let reporter = Some(account("reporter", 0, 0));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone(), SlashReason::Equivocation, reporter);

		assert_eq!(Providers::<T>::get(&who).unwrap().pending, 1);
		Ok(())
	}

	/// One that was judged for a light offence before.
	#[benchmark]
	fn judge_offence() {
		setup::<T>();
		fill_candidates::<T>(1);
		let who = provider::<T>(0, &[Role::Validator]);
		Providers::<T>::mutate(&who, |record| {
			let judged = &mut record.as_mut().unwrap().judged;
			judged.judge(0, Perbill::from_percent(5), Pallet::<T>::chain_time(), Moment::MAX);
		});

		#[block]
		{
			Pallet::<T>::judge_offence(&who, 1, Perbill::one()).unwrap();
		}

		assert_eq!(Providers::<T>::get(&who).unwrap().pending, 1);
	}

	/// Each of its positions is in a bucket of its own, which costs the same whether it is taken out, or
	/// put back, or its term has ended.
	#[benchmark]
	fn note_idle() {
		setup::<T>();
		let who = funded::<T>("provider", 0);
		fill::<T>(&who, MAX_POSITIONS);
		enrol::<T>(&who, &[Role::Validator]);
		delegator::<T>(&who);

		#[block]
		{
			Pallet::<T>::note_idle(&who, true);
		}

		assert!(Pallet::<T>::is_idle(&who));
		assert_eq!(Buckets::<T>::iter().count(), 0);
	}

	#[benchmark]
	fn cancel_slash() -> Result<(), BenchmarkError> {
		setup::<T>();
		let who = provider::<T>(0, &[HOSTING]);
		report::<T>(&who, None);
		let id = Slashes::<T>::get().reported() - 1;
		let origin = govern::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id);

		assert!(!PendingSlashes::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn operate_for() {
		setup::<T>();
		let who = funded::<T>("provider", 0);
		add::<T>(&who, locked(AMOUNT * 10));
		let operator: AccountIdOf<T> = account("operator", 0, 0);
		let profile = Profile { operator: operator.clone(), ..profile::<T>(&who, &[HOSTING]) };
		Pallet::<T>::do_register(who.clone(), profile, Perbill::zero()).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(operator.clone()), Some(who.clone()));

		assert_eq!(Operators::<T>::get(&operator), Some(who));
	}

	/// The highest commission, with as many earlier ones as are remembered: no other parameter writes as
	/// much. There are as many tiers as there can be.
	#[benchmark]
	fn put_parameter() {
		setup::<T>();
		let tier = |n: u32| Tier {
			length: BoundedId::nearest(days(n.into())),
			multiplier: BoundedU64::literal::<400>(),
		};
		let tiers = Tiers::truncate_from((1..=MAX_TIERS).map(tier).collect());
		CurrentSettings::<T>::mutate(|settings| settings.tiers = tiers);
		fill::<T>(&funded::<T>("staker", 0), 1);
		for _ in 0..MAX_MAXIMA {
			earn::<T>();
			let index = Rewards::<T>::get().index();
			PastCommissionMaxima::<T>::mutate(|past| past.note(Perbill::one(), index));
		}
		earn::<T>();
		let max_commission = Perbill::from_percent(77);
		let new = Parameter::MaxCommission(max_commission);

		#[block]
		{
			assert!(Pallet::<T>::value_of(&new).is_some_and(|old| old != new));
			Pallet::<T>::put(new).unwrap();
		}

		let settings = CurrentSettings::<T>::get();
		assert_eq!(settings.max_commission, max_commission);
		assert_eq!(settings.tiers.len(), MAX_TIERS as usize);
		let past = PastCommissionMaxima::<T>::get();
		let maxima: Vec<_> = past.after(Index::default()).map(|past| past.most).collect();
		assert_eq!(maxima.len(), MAX_MAXIMA as usize);
		assert_eq!(maxima.last(), Some(&Settings::default().max_commission));
	}

	/// A whole visit, of which the calls have a part of their own anyway.
	#[benchmark]
	fn end_terms(e: Linear<0, MAX_POSITIONS>) {
		setup::<T>();
		let who = funded::<T>("staker", 0);
		fill::<T>(&who, e);
		earn::<T>();
		expire_all::<T>();

		#[block]
		{
			assert_eq!(Visit::<T>::begin(who).unwrap().end(), e);
		}

		assert_eq!(Buckets::<T>::iter().count(), 0);
	}

	/// Each bucket that goes by has something to end, and a reward is divided.
	#[benchmark]
	fn tick(b: Linear<0, { T::MaxBucketsPerBlock::get() }>) {
		setup::<T>();
		Rewards::<T>::mutate(|state| {
			state.next_bucket = Some(FAR);
			state.add_weight(1_000_000).unwrap();
			for index in 0..b {
				let bucket = Bucket::Open { weight: 1, positions: 1 };
				state.add_weight(1).unwrap();
				Buckets::<T>::insert(FAR + u64::from(index), bucket);
			}
		});
		let reserve = T::Currency::minimum_balance();
		T::Currency::mint_into(&Pallet::<T>::pot_account(), AMOUNT + reserve).unwrap();
		let now = (FAR + u64::from(b)).saturating_mul(T::ExpiryQuantum::get()) - 1;

		#[block]
		{
			Pallet::<T>::tick(now);
		}

		assert_eq!(Rewards::<T>::get().next_bucket, Some(FAR + u64::from(b)));
		assert!(Rewards::<T>::get().owed() >= AMOUNT);
	}

	#[benchmark]
	fn slash_queue_idle() {
		setup::<T>();
		let who = provider::<T>(0, &[HOSTING]);
		report::<T>(&who, None);
		let first = Slashes::<T>::get().first();

		#[block]
		{
			Pallet::<T>::tick_slashes(0);
		}

		assert_eq!(Slashes::<T>::get().first(), first);
	}

	/// All that the hook does for slashes, where one takes everything: every position is in a bucket of its
	/// own, some rewards are unclaimed, some have not vested, in as many parts as there can be, a
	/// generation of delegations ends, the provider is a candidate no more, and another slash is pending.
	#[benchmark]
	fn apply_slash() {
		setup::<T>();
		CurrentSettings::<T>::mutate(|settings| settings.slash_delay = Period::literal::<0>());
		fill_candidates::<T>(1);
		let who = funded::<T>("provider", 0);
		fill::<T>(&who, MAX_POSITIONS);
		enrol::<T>(&who, &[Role::Validator]);
		earn::<T>();
		Pallet::<T>::do_claim(who.clone()).unwrap();
		delegator::<T>(&who);
		T::Vesting::set_worst_case(&who);
		assert!(T::Vesting::unvested(&who) > 0);
		report::<T>(&who, Some(Perbill::one()));
		let next = provider::<T>(1, &[HOSTING]);
		report::<T>(&next, None);

		#[block]
		{
			Pallet::<T>::tick_slashes(T::Time::now());
		}

		assert_eq!(Pallet::<T>::own_stake_of(&who), 0);
		assert_eq!(T::Vesting::unvested(&who), 0);
		assert!(Wipeouts::<T>::contains_key(&who, 0));
		assert!(!Candidates::<T>::get().contains(&who));
		assert!(Slashes::<T>::get().first().is_some(), "the next one was looked for");
	}

	#[benchmark]
	fn note_author() {
		setup::<T>();
		let who = provider::<T>(0, &[Role::Validator]);
		fill::<T>(&who, MAX_POSITIONS - 1);
		delegator::<T>(&who);

		#[block]
		{
			Pallet::<T>::note_author(&who);
		}

		assert!(Pools::<T>::get(&who).unwrap().income() > Fine::ZERO);
	}

	#[benchmark]
	fn next_validators() {
		setup::<T>();
		fill_candidates::<T>(0);

		#[block]
		{
			Pallet::<T>::next_validators();
		}

		assert_eq!(Candidates::<T>::get().len(), MAX_CANDIDATES as usize);
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
