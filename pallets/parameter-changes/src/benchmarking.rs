// SPDX-License-Identifier: Apache-2.0

//! Benchmarks of the calls and of what takes effect, with the notice for the parameter that changes.

// A benchmark that cannot be set up has to stop.
#![allow(clippy::arithmetic_side_effects, clippy::unwrap_used)]

use crate::{
	types::Appointment, Calendar, Call, Config, Notice, NoticeTerms, Pallet, Parameter,
	ParameterOf, PendingValues, Terms, ValuesOf,
};
use destra_primitives::{time::Moment, EconomicGuard, Governed};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, Get, UnfilteredDispatchable},
	BoundedVec,
};

/// A notice that is not in force, half as long again.
fn other_notice() -> Notice {
	let notice = NoticeTerms::default().notice;
	Notice::nearest(notice.get() + notice.get() / 2)
}

/// A change of one value.
fn change<T: Config<Parameters: Governed<Parameter: From<Parameter>>>>() -> ValuesOf<T> {
	Terms::<T>::put(NoticeTerms::default());
	let value: ParameterOf<T> = Parameter::Notice(other_notice()).into();
	BoundedVec::truncate_from([value].into())
}

/// As many changes as can wait, less `room`, for `due`.
fn wait<T: Config<Parameters: Governed<Parameter: From<Parameter>>>>(room: u32, due: Moment) {
	let ids = 0..T::MaxPendingChanges::get() - room;
	ids.clone().for_each(|id| PendingValues::<T>::insert(id, change::<T>()));
	Calendar::<T>::put(BoundedVec::truncate_from(ids.map(|id| Appointment { id, due }).collect()));
}

#[benchmarks(where T: Config<Parameters: Governed<Parameter: From<Parameter>>>)]
mod benches {
	use super::*;

	#[benchmark]
	fn schedule_change() -> Result<(), BenchmarkError> {
		T::Guard::set_worst_case();
		wait::<T>(1, Moment::MAX);
		crate::NextChangeId::<T>::put(T::MaxPendingChanges::get());
		let values: BoundedVec<_, _> =
			BoundedVec::truncate_from(change::<T>().into_iter().map(Into::into).collect());
		let origin = T::GovernOrigin::try_successful_origin().map_err(|_| "nobody governs")?;
		let call = Call::<T>::schedule_change { values };

		#[block]
		{
			call.dispatch_bypass_filter(origin)?;
		}

		assert!(PendingValues::<T>::contains_key(T::MaxPendingChanges::get()));
		Ok(())
	}

	#[benchmark]
	fn cancel_change() -> Result<(), BenchmarkError> {
		wait::<T>(0, Moment::MAX);
		let origin = T::GovernOrigin::try_successful_origin().map_err(|_| "nobody governs")?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, 0);

		assert!(!PendingValues::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn on_initialize_idle() {
		wait::<T>(0, Moment::MAX);

		#[block]
		{
			Pallet::<T>::enact_due_change(0);
		}

		assert!(PendingValues::<T>::contains_key(0));
	}

	#[benchmark]
	fn enact_change() {
		T::Guard::set_worst_case();
		wait::<T>(0, 0);

		#[block]
		{
			Pallet::<T>::enact_due_change(1);
		}

		assert!(!PendingValues::<T>::contains_key(0));
		assert_eq!(Terms::<T>::get().notice, other_notice());
	}

	#[benchmark]
	fn put_notice() {
		let new = Parameter::Notice(other_notice());
		Terms::<T>::put(NoticeTerms::default());

		#[block]
		{
			<Pallet<T> as Governed>::value_of(&new);
			<Pallet<T> as Governed>::put(new).unwrap();
		}

		assert_eq!(Terms::<T>::get().notice, other_notice());
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::genesis(destra_primitives::time::days(7), destra_primitives::time::days(2)),
		crate::mock::Test
	);
}
