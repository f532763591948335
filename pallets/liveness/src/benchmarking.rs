// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls and of what a block does.

// A benchmark that cannot be set up has to stop.
#![allow(clippy::arithmetic_side_effects, clippy::unwrap_used)]

use crate::{
	types::{FinalitySet, ForcedChange, Member},
	Call, Clock, Config, Event, Forced, Heartbeats, Members, Pallet, Sets, Waiting, MAX_HEARTBEATS,
	MAX_SEATS, MAX_SETS, MIN_FORCE_DELAY,
};
use alloc::vec::Vec;
use destra_primitives::{SessionKeyring, ValidatorSession};
use frame_benchmarking::v2::*;
use frame_support::{
	pallet_prelude::{Authorize, TransactionSource},
	BoundedVec,
};
use frame_system::RawOrigin;

/// Prepares validators for the benchmarks.
pub trait BenchmarkHelper<AccountId> {
	/// Has these validators run, each with session keys that are on this machine.
	fn run_set(validators: Vec<AccountId>);

	/// Has a validator be in no set, with its keys.
	fn retire(who: &AccountId);
}

/// A full set, whose last member is returned.
fn full_set<T: Config>() -> T::AccountId {
	let validators: Vec<T::AccountId> =
		(0..MAX_SEATS).map(|index| account("validator", index, 0)).collect();
	T::BenchmarkHelper::run_set(validators.clone());
	Pallet::<T>::begin_session(T::Validators::index(), validators);
	account("validator", MAX_SEATS - 1, 0)
}

/// As many heartbeats as there can be, but one.
fn many_heartbeats<T: Config>() {
	let mut given: Vec<T::AccountId> =
		(1..MAX_HEARTBEATS).map(|index| account("other", index, 0)).collect();
	given.sort();
	Heartbeats::<T>::put(BoundedVec::truncate_from(given));
}

fn heartbeat_of<T: Config>(validator: &T::AccountId) -> Call<T> {
	let session = T::Validators::index();
	let message = Pallet::<T>::heartbeat_message(validator, session);
	let signatures = T::Keys::sign(validator, &message).unwrap();
	Call::heartbeat { validator: validator.clone(), session, signatures }
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn heartbeat() {
		let validator = full_set::<T>();
		many_heartbeats::<T>();

		#[block]
		{
			Pallet::<T>::note_heartbeat(validator.clone()).unwrap();
		}

		assert!(Heartbeats::<T>::get().contains(&validator));
	}

	#[benchmark]
	fn authorize_heartbeat() -> Result<(), BenchmarkError> {
		let validator = full_set::<T>();
		many_heartbeats::<T>();
		let call = heartbeat_of::<T>(&validator);

		#[block]
		{
			call.authorize(TransactionSource::External).ok_or("it is authorised")??;
		}

		Ok(())
	}

	#[benchmark]
	fn purge_keys() {
		let who = full_set::<T>();
		T::BenchmarkHelper::retire(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		frame_system::Pallet::<T>::assert_last_event(Event::KeysPurged { who }.into());
	}

	#[benchmark]
	fn note_stalled() {
		let known = (0..MAX_SETS).map(|set| FinalitySet { id: set.into(), after: set.into() });
		Sets::<T>::put(BoundedVec::truncate_from(known.collect()));
		let (set, last_finalised) = (u64::from(MAX_SETS) / 2, (MAX_SETS / 2).into());
		let delay = MIN_FORCE_DELAY.into();

		#[extrinsic_call]
		_(RawOrigin::Root, set, last_finalised, delay);

		let event = Event::ChangeForced { set, last_finalised, delay };
		frame_system::Pallet::<T>::assert_last_event(event.into());
	}

	#[benchmark]
	fn cancel_stalled() {
		let delay = MIN_FORCE_DELAY.into();
		Forced::<T>::put(ForcedChange { set: 0, last_finalised: 0_u32.into(), delay });

		#[extrinsic_call]
		_(RawOrigin::Root);

		assert!(!Forced::<T>::exists());
	}

	/// The first member falls idle without a block of its own when its turn comes again, and as many wait
	/// as can. The last one, which writes, is back.
	#[benchmark]
	fn note_block() {
		let author = full_set::<T>();
		let mut clock = Clock::<T>::get();
		let idle: T::AccountId = account("validator", 0, 0);
		Members::<T>::insert(0, Member::enter(idle.clone(), &clock, false));
		Members::<T>::insert(MAX_SEATS - 1, Member::enter(author, &clock, false));
		Waiting::<T>::mutate(|waits| {
			(0..MAX_SEATS).for_each(|index| waits.lengthen(account("waiting", index, 0), index));
		});
		clock.tick(1);
		let turns = 10 * u64::from(MAX_SEATS);
		for slot in 0..turns {
			clock.tick(slot + 2);
		}
		Clock::<T>::put(clock);

		#[block]
		{
			Pallet::<T>::note_block(MAX_SEATS - 1, turns + 2);
		}

		assert!(Members::<T>::get(0).as_ref().is_some_and(Member::is_idle));
		assert!(Waiting::<T>::get().bars(&idle, T::Validators::index()));
		assert!(Members::<T>::get(MAX_SEATS - 1).as_ref().is_some_and(Member::is_proven));
	}

	impl_benchmark_test_suite!(Pallet, sp_io::TestExternalities::default(), crate::mock::Test);
}
