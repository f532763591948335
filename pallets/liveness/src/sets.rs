// SPDX-License-Identifier: Apache-2.0

//! The running set and the choice of the next one: who writes blocks, and who falls idle.

use crate::{
	types::{choose, BlockClock, Evidence, Member},
	Clock, Config, Event, Heartbeats, Members, Pallet, Waiting, WeightInfo,
};
use alloc::{collections::BTreeMap, vec::Vec};
use destra_primitives::{OnLiveness, Seat, SessionIndex, ValidatorSession};
use frame_support::dispatch::DispatchClass;

impl<T: Config> Pallet<T> {
	/// The validator of `seat` wrote the block of `slot`. If the block counts, one member, by turns, is
	/// looked at: whether it still writes. Registers its own weight.
	pub fn note_block(seat: Seat, slot: u64) {
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::note_block(),
			DispatchClass::Mandatory,
		);
		let mut clock = Clock::<T>::get();
		let turn = clock.tick(slot);
		let (elapsed, length) = T::Validators::progress();
		clock.listen(elapsed, length);
		Clock::<T>::put(clock);
		if let Some(mut member) = Members::<T>::get(seat) {
			if member.write(&clock) {
				T::OnLiveness::gave_sign(&member.who);
			}
			Members::<T>::insert(seat, member);
		}
		if let Some(seat) = turn {
			Self::look_at(seat, &clock);
		}
	}

	/// Has the member of `seat` fall idle, if it is overdue and finality can do without it; or if it has never
	/// written, so that nothing is lost with it. In a set that can miss nobody it could stay for ever else.
	fn look_at(seat: Seat, clock: &BlockClock) {
		let Some(mut member) = Members::<T>::get(seat) else { return };
		if member.is_idle() {
			return;
		}
		if T::Validators::is_disabled(seat) {
			member.excuse(clock);
		} else if clock.is_overdue(member.since())
			&& (T::Validators::disable(seat) || !member.is_proven())
		{
			let session = T::Validators::index();
			member.fall_idle(session);
			if !member.is_proven() {
				Waiting::<T>::mutate(|waits| waits.lengthen(member.who.clone(), session));
			}
			T::OnLiveness::fell_idle(&member.who);
			Self::deposit_event(Event::FellIdle { validator: member.who.clone() });
		} else {
			return;
		}
		Members::<T>::insert(seat, member);
	}

	/// A session begins with these validators, and is not announced yet. Linear in them.
	pub fn begin_session(session: SessionIndex, validators: Vec<T::AccountId>) {
		Self::begin_forced_change();
		let mut clock = Clock::<T>::get();
		let first = clock.seats() == 0;
		let signed = Heartbeats::<T>::get();
		let signs = |who: &T::AccountId| signed.binary_search(who).is_ok();
		let mut before: BTreeMap<T::AccountId, Member<T::AccountId>> = (0..clock.seats())
			.filter_map(Members::<T>::take)
			.map(|member| (member.who.clone(), member))
			.collect();
		let shown = before.values().filter(|member| member.is_shown()).count();
		// Also in short sessions, of which the clock tells little: fewer than half may be those who keep out the
		// others. That is for people to tell.
		let heard = clock.heard() && shown.saturating_mul(2) >= before.len();
		clock.begin_set(u32::try_from(validators.len()).unwrap_or(Seat::MAX), heard);
		Clock::<T>::put(clock);
		let mut waits = Waiting::<T>::get();
		for (seat, who) in (0..).zip(validators) {
			let mut member = match before.remove(&who) {
				Some(member) => member.stay(session, &clock),
				None => Member::enter(who, &clock, first),
			};
			member.end_session(heard && !signs(&member.who));
			if member.is_proven() {
				waits.forget(&member.who);
			}
			if member.is_idle() {
				// No more than finality can miss, so that it may fail.
				T::Validators::disable(seat);
			}
			Members::<T>::insert(seat, member);
		}
		// Who gives up its seat before it falls idle gains nothing by that.
		for (who, mut member) in before {
			member.end_session(heard);
			if member.is_proven() {
				waits.forget(&who);
			} else if !member.is_idle() && member.is_missed(&clock) {
				waits.lengthen(who, session);
			}
		}
		Waiting::<T>::put(waits);
	}

	/// The validators of the session after the one that begins, heaviest first: out of `ranked`, who
	/// have the stake and the keys, heaviest first; at most `most`, and not fewer than `fewest` if that
	/// can be without harm. None if none of them is there: then the set that runs should go on. Called
	/// once, after [`begin_session`](Self::begin_session). Linear in `ranked`.
	pub fn choose_set(ranked: Vec<T::AccountId>, fewest: usize, most: usize) -> Vec<T::AccountId> {
		let (signed, waits) = (Heartbeats::<T>::take(), Waiting::<T>::get());
		let session = T::Validators::index();
		let clock = Clock::<T>::get();
		let seats = clock.seats();
		let members: BTreeMap<T::AccountId, Evidence> = (0..seats)
			.filter_map(Members::<T>::get)
			.map(|member| (member.who.clone(), member.evidence()))
			.collect();
		let evidence = |who: &T::AccountId| match members.get(who) {
			Some(evidence) => *evidence,
			// The first validators of a chain.
			None if seats == 0 => Evidence::Proven,
			None if waits.bars(who, session) => Evidence::Absent,
			None if signed.binary_search(who).is_ok() => Evidence::Signed,
			None => Evidence::Absent,
		};
		let ranked = ranked.into_iter().map(|who| {
			let evidence = evidence(&who);
			(who, evidence)
		});
		choose(ranked.collect(), fewest, most, clock.was_heard())
	}
}
