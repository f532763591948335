// SPDX-License-Identifier: Apache-2.0

//! What a provider was judged for as a validator. One fault shows in several offences: two nodes
//! with one key write two blocks in many slots and vote twice in many rounds, and each further
//! offender of a slot raises the fraction of all. So of a session only the worst counts.

use destra_primitives::time::{Millis, Moment};
use frame_support::BoundedVec;
use sp_runtime::{traits::ConstU32, PerThing, Perbill, Rounding, Saturating};

/// Numbers the sessions of the chain.
pub type SessionIndex = u32;

/// The most sessions of a provider that are remembered one by one.
pub const MAX_JUDGEMENTS: u32 = 8;

/// The worst offence of a session.
#[frame_support::stored]
#[derive(Copy)]
pub struct Judgement {
	/// The session.
	pub session: SessionIndex,
	/// The part of the stake that it costs.
	pub fraction: Perbill,
}

/// The sessions in which a provider offended, until none of them can be reported any more. The
/// newest are remembered one by one, oldest first; of those before them, as one, the worst. So
/// whoever signs light offences to have a grave one forgotten has that one judged in full when it is
/// reported, and none is judged twice.
#[frame_support::stored]
#[derive(Default)]
pub struct Judgements {
	sessions: BoundedVec<Judgement, ConstU32<MAX_JUDGEMENTS>>,
	/// The worst offence of the sessions before those.
	earlier: Perbill,
	/// From when on nothing of this can be reported, in chain time.
	until: Moment,
}

impl Judgements {
	/// Judges an offence that costs `fraction` at `now`, where one can be reported for `window` at
	/// most. What part of the present stake it still takes, so that the offences of the session
	/// together cost as much as the worst of them; `None` where one as bad was judged before.
	pub fn judge(
		&mut self,
		session: SessionIndex,
		fraction: Perbill,
		now: Moment,
		window: Millis,
	) -> Option<Perbill> {
		if self.is_over(now) {
			*self = Self::default();
		}
		self.until = now.saturating_add(window);
		let before = self.note(Judgement { session, fraction });
		further(before, fraction)
	}

	/// Whether nothing of this can be reported any more at `now`.
	pub const fn is_over(&self, now: Moment) -> bool {
		now >= self.until
	}

	/// Takes note of an offence. The worst that was judged of its session before; of a session before
	/// all that are remembered, the worst of all that are forgotten.
	fn note(&mut self, offence: Judgement) -> Perbill {
		let Judgement { session, fraction } = offence;
		if let Some(known) = self.sessions.iter_mut().find(|known| known.session == session) {
			return raise(&mut known.fraction, fraction);
		}
		let at = self.sessions.partition_point(|known| known.session < session);
		match self.sessions.force_insert_keep_right(at, offence) {
			Ok(None) => Perbill::zero(),
			Ok(Some(forgotten)) => {
				raise(&mut self.earlier, forgotten.fraction);
				Perbill::zero()
			}
			Err(_forgotten) => raise(&mut self.earlier, fraction),
		}
	}

	/// Whether each session is there once, oldest first.
	#[cfg(any(feature = "try-runtime", test))]
	pub fn is_ordered(&self) -> bool {
		self.sessions.is_sorted_by(|a, b| a.session < b.session)
	}
}

/// Raises the worst to `fraction` if that is worse. What it was before.
fn raise(worst: &mut Perbill, fraction: Perbill) -> Perbill {
	let raised = (*worst).max(fraction);
	core::mem::replace(worst, raised)
}

/// The part of the rest that makes the loss of `before` one of `after`, rounded up; `None` if that
/// is nothing.
fn further(before: Perbill, after: Perbill) -> Option<Perbill> {
	let (more, rest) = (after.saturating_sub(before), before.left_from_one());
	// Where nothing is left there is nothing to lose.
	Perbill::from_rational_with_rounding(more.deconstruct(), rest.deconstruct(), Rounding::Up)
		.ok()
		.filter(|part| *part > Perbill::zero())
}

#[cfg(test)]
mod tests {
	use super::*;

	/// How long an offence can be reported, in these tests.
	const WINDOW: Millis = 1_000;

	fn percent(part: u32) -> Perbill {
		Perbill::from_percent(part)
	}

	/// Judges an offence at the beginning of time.
	fn judge(judged: &mut Judgements, session: SessionIndex, part: u32) -> Option<Perbill> {
		judged.judge(session, percent(part), 0, WINDOW)
	}

	#[test]
	fn of_a_session_only_the_worst_counts() {
		let mut judged = Judgements::default();
		assert_eq!(judge(&mut judged, 5, 20), Some(percent(20)));
		assert_eq!(judge(&mut judged, 5, 20), None);
		assert_eq!(judge(&mut judged, 5, 7), None);
		// A fifth of what four fifths left: 36 % of the whole.
		assert_eq!(judge(&mut judged, 5, 36), Some(percent(20)));
		assert_eq!(judge(&mut judged, 5, 20), None);
		assert_eq!(judge(&mut judged, 5, 100), Some(percent(100)));
		assert_eq!(judge(&mut judged, 5, 100), None);
	}

	#[test]
	fn each_session_is_judged_for_itself() {
		let mut judged = Judgements::default();
		for session in [5, 7, 4, 6] {
			assert_eq!(judge(&mut judged, session, 20), Some(percent(20)));
			assert_eq!(judge(&mut judged, session, 20), None);
			assert!(judged.is_ordered());
		}
	}

	#[test]
	fn an_offence_that_costs_nothing_takes_nothing() {
		let mut judged = Judgements::default();
		assert_eq!(judge(&mut judged, 5, 0), None);
		assert_eq!(judge(&mut judged, 5, 20), Some(percent(20)));
	}

	#[test]
	fn light_offences_of_later_sessions_do_not_flush_a_grave_one() {
		let mut judged = Judgements::default();
		for session in 10..10 + MAX_JUDGEMENTS {
			assert_eq!(judge(&mut judged, session, 5), Some(percent(5)));
		}
		assert_eq!(judge(&mut judged, 9, 50), Some(percent(50)), "nothing is forgotten yet");
		assert_eq!(judge(&mut judged, 9, 50), None);
		assert_eq!(judge(&mut judged, 10, 24), Some(percent(20)), "the oldest is known");
		assert!(judged.is_ordered());
	}

	#[test]
	fn a_forgotten_session_costs_what_is_worse_than_the_worst_forgotten() {
		let mut judged = Judgements::default();
		assert_eq!(judge(&mut judged, 1, 50), Some(percent(50)));
		for session in 10..10 + MAX_JUDGEMENTS {
			assert_eq!(judge(&mut judged, session, 5), Some(percent(5)));
		}
		assert_eq!(judge(&mut judged, 1, 50), None, "never twice");
		assert_eq!(judge(&mut judged, 1, 60), Some(percent(20)), "50 % and a fifth of the rest");
		assert_eq!(judge(&mut judged, 1, 60), None);
		assert_eq!(judge(&mut judged, 30, 20), Some(percent(20)), "a new one makes room");
		assert_eq!(judge(&mut judged, 20, 20), Some(percent(20)), "between two");
		assert!(judged.is_ordered());
	}

	#[test]
	fn what_can_be_reported_no_more_is_forgotten_altogether() {
		let mut judged = Judgements::default();
		for session in 0..=MAX_JUDGEMENTS {
			judge(&mut judged, session, 80);
		}
		assert!(!judged.is_over(WINDOW - 1));
		assert_eq!(judged.judge(0, percent(80), WINDOW - 1, WINDOW), None, "another window begins");
		assert!(!judged.is_over(2 * WINDOW - 2) && judged.is_over(2 * WINDOW - 1));
		let again = judged.judge(0, percent(80), 2 * WINDOW - 1, WINDOW);
		assert_eq!(again, Some(percent(80)), "no leniency for what was long ago");
	}

	#[test]
	fn two_slashes_never_lose_less_than_the_worse_alone() {
		const WHOLE: u64 = 1_000_000_000;
		for (before, after) in
			[(1, 2), (333_333_333, 333_333_334), (140_625_000, 562_500_000), (1, 999_999_999)]
		{
			let mut judged = Judgements::default();
			judged.judge(1, Perbill::from_parts(before), 0, WINDOW).unwrap();
			let more = judged.judge(1, Perbill::from_parts(after), 0, WINDOW).unwrap();
			let left = (WHOLE - u64::from(before)) * (WHOLE - u64::from(more.deconstruct()));
			let bound = (WHOLE - u64::from(after)) * WHOLE;
			assert!(left <= bound && bound - left < WHOLE, "a billionth more at most");
		}
	}
}
