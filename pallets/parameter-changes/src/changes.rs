// SPDX-License-Identifier: Apache-2.0

//! How a change is announced, waits, and takes effect.

use crate::{
	types::{Appointment, Replacement},
	Calendar, ChangeId, Config, Error, Event, NextChangeId, Notice, NoticeTerms, Pallet, Parameter,
	ParameterOf, PendingValues, Terms, UncheckedValuesOf, ValuesOf, WeightInfo,
};
use alloc::{vec, vec::Vec};
use destra_primitives::{
	apis::ChangeReport, ranged::Place, time::Moment, EconomicGuard, Governed, OutOfRange, Stepped,
	Unchecked,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Weight},
	storage::{with_storage_layer, with_transaction, TransactionOutcome},
	traits::Time,
	BoundedVec,
};
use sp_runtime::DispatchError;

/// What became of values that were put in force.
struct Outcome<P> {
	/// Each value with the one that it replaced.
	values: Vec<Replacement<P>>,
	/// The notice with them.
	notice: Notice,
}

impl<T: Config> Pallet<T> {
	/// The values that were sent, if all of them lie in their ranges.
	pub(crate) fn check(values: UncheckedValuesOf<T>) -> Result<ValuesOf<T>, Error<T>> {
		let check = |value: Unchecked<ParameterOf<T>>| {
			value
				.check("values", Self::ranges)
				.map_err(|OutOfRange(number)| Error::<T>::OutOfRange(number))
		};
		let values = values.into_iter().map(check).collect::<Result<Vec<_>, _>>()?;
		// As many as before.
		Ok(BoundedVec::truncate_from(values))
	}

	/// The error that says which part of a value moves too far.
	fn step_too_large(place: Place) -> Error<T> {
		Error::<T>::StepTooLarge(place.within("values").number(&Self::ranges()))
	}

	/// What a call weighs that was sent. What is wrong with a value is found before anything is done with it.
	pub(crate) fn weight_of_sent(values: &UncheckedValuesOf<T>) -> Weight {
		let values = values.iter().filter_map(|value| value.clone().check("values", Vec::new).ok());
		Self::weight_of(&values.collect::<Vec<_>>(), T::WeightInfo::schedule_change())
	}

	/// What it takes to put `values` in force, where each of them takes `each` besides what its pallet does.
	fn weight_of(values: &[ParameterOf<T>], each: Weight) -> Weight {
		values.iter().fold(each, |sum, value| {
			sum.saturating_add(each).saturating_add(T::Parameters::weight(value))
		})
	}

	/// Puts `values` in force, one after the other, if each of them is no step too far and agrees with what
	/// else is in force, and the guard permits what comes of all.
	fn put(values: &[ParameterOf<T>]) -> Result<Outcome<ParameterOf<T>>, DispatchError> {
		let before = T::Guard::standing();
		let mut replaced = vec![];
		for new in values {
			let old = T::Parameters::value_of(new);
			if let Some(old) = &old {
				new.step_from(old).map_err(Self::step_too_large)?;
			}
			// What another change has put in force meanwhile brings nothing with it once more.
			if old.as_ref() != Some(new) {
				T::Parameters::put(new.clone())?;
			}
			replaced.push((old, new));
		}
		T::Guard::permit(Some(&before), &T::Guard::standing())
			.map_err(|finding| Error::<T>::Refused(finding.into()))?;
		let in_force = |new: &ParameterOf<T>| T::Parameters::value_of(new);
		let values = replaced
			.into_iter()
			.map(|(old, new)| Replacement { old, new: in_force(new).unwrap_or(new.clone()) });
		Ok(Outcome { values: values.collect(), notice: Terms::<T>::get().notice })
	}

	/// What would come of `values`. Nothing of it stays.
	fn try_out(values: &[ParameterOf<T>]) -> Result<Outcome<ParameterOf<T>>, DispatchError> {
		with_transaction(|| TransactionOutcome::Rollback(Self::put(values)))
	}

	/// Tries a change out and lets it wait.
	pub(crate) fn do_schedule_change(values: ValuesOf<T>) -> DispatchResult {
		ensure!(!values.is_empty(), Error::<T>::NoValues);
		let mut others = values.iter();
		while let Some(value) = others.next() {
			ensure!(!others.clone().any(|other| other.same(value)), Error::<T>::SameParameterTwice);
		}
		let Outcome { values: replaced, notice } = Self::try_out(&values)?;
		// As announced, not as tried out: what a pallet makes of it may be another thing by then.
		let announced = |(value, new): (Replacement<_>, &ParameterOf<T>)| Replacement {
			old: value.old,
			new: new.clone(),
		};
		let changes: Vec<_> = replaced.into_iter().zip(&values).map(announced).collect();
		let is_idle = |change: &Replacement<_>| change.old.as_ref() == Some(&change.new);
		ensure!(!changes.iter().any(is_idle), Error::<T>::NothingChanges);

		let id = NextChangeId::<T>::get();
		let due = T::Time::now().saturating_add(Self::wait_for(notice).get());
		Calendar::<T>::try_append(Appointment { id, due })
			.map_err(|()| Error::<T>::TooManyPendingChanges)?;
		NextChangeId::<T>::put(id.checked_add(1).ok_or(Error::<T>::NoIdsLeft)?);
		PendingValues::<T>::insert(id, &values);
		Self::deposit_event(Event::ChangeScheduled { id, due, changes });
		Ok(())
	}

	/// How long a change waits with which the notice is `after`. To shorten it takes as long as the chain began
	/// with at least.
	fn wait_for(after: Notice) -> Notice {
		let NoticeTerms { notice, first, .. } = Terms::<T>::get();
		if after < notice {
			notice.max(first)
		} else {
			notice
		}
	}

	/// Calls a waiting change off.
	pub(crate) fn do_cancel_change(id: ChangeId) -> DispatchResult {
		Calendar::<T>::try_mutate(|calendar| {
			let waiting = calendar.len();
			calendar.retain(|entry| entry.id != id);
			ensure!(calendar.len() < waiting, Error::<T>::UnknownChange);
			Ok::<(), Error<T>>(())
		})?;
		PendingValues::<T>::remove(id);
		Self::deposit_event(Event::ChangeCancelled { id });
		Ok(())
	}

	/// Lets the first change whose time has come take effect, or drops it if it is no longer possible. One a
	/// block, so that the block's weight stays bounded; the next follows in the next block.
	pub(crate) fn enact_due_change(now: Moment) -> Weight {
		let idle = T::WeightInfo::on_initialize_idle();
		let mut calendar = Calendar::<T>::get();
		let Some(index) = calendar.iter().position(|entry| entry.due <= now) else {
			return idle;
		};
		let Appointment { id, .. } = calendar.remove(index);
		Calendar::<T>::put(calendar);
		// An upgrade of the runtime may have narrowed a range: then the values are none any more.
		let values = PendingValues::<T>::get(id);
		PendingValues::<T>::remove(id);
		let put = |values: &ValuesOf<T>| with_storage_layer(|| Self::put(values));
		let outcome = values.as_ref().map_or(Err(Error::<T>::NoValues.into()), put);
		let values = values.unwrap_or_default();
		Self::deposit_event(match outcome {
			Ok(Outcome { values, .. }) => Event::ParametersChanged { id, changes: values },
			Err(error) => Event::ChangeDropped { id, error },
		});
		idle.saturating_add(Self::weight_of(&values, T::WeightInfo::enact_change()))
	}

	/// The changes that wait.
	pub(crate) fn report_pending_changes() -> Vec<ChangeReport<ParameterOf<T>>> {
		let report = |Appointment { id, due }| ChangeReport {
			id,
			due,
			parameters: PendingValues::<T>::get(id).unwrap_or_default().into_inner(),
		};
		Calendar::<T>::get().into_iter().map(report).collect()
	}
}

/// The notice is a parameter as all others are.
impl<T: Config> Governed for Pallet<T> {
	type Parameter = Parameter;

	fn in_force() -> Vec<Parameter> {
		vec![Parameter::Notice(Terms::<T>::get().notice)]
	}

	fn put(new: Parameter) -> DispatchResult {
		let Parameter::Notice(notice) = new;
		Terms::<T>::try_mutate(|terms| {
			ensure!(notice >= terms.shortest, Error::<T>::NoticeBelowFloor);
			terms.notice = notice;
			Ok(())
		})
	}

	fn weight(_new: &Parameter) -> Weight {
		T::WeightInfo::put_notice()
	}
}
