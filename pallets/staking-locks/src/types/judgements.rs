// SPDX-License-Identifier: Apache-2.0

//! What a provider was judged for as a validator. One fault shows in several offences: two nodes
//! with one key write two blocks in many slots and vote twice in many rounds, whoever stole a key signs
//! with it for every session that the key was in, and each further offender of a session raises the
//! fraction of all. So only the worst counts, in whatever order they are reported, until the provider
//! returns from jail: who returns has put its house in order, and answers anew for what comes.

use destra_primitives::time::{Millis, Moment};
use sp_runtime::{PerThing, Perbill, Rounding, Saturating};

/// Numbers the sessions of the chain.
pub type SessionIndex = u32;

/// The worst that a provider was judged for, until none of it can be reported any more: of the sessions
/// since its last return from jail, and of all before them.
#[frame_support::stored]
#[derive(Copy, Default)]
pub struct Judgements {
	/// The worst offence of the sessions from [`Self::since`] on.
	worst: Perbill,
	/// The first session after the last return.
	since: SessionIndex,
	/// The worst offence of the sessions before that.
	earlier: Perbill,
	/// From when on nothing of this can be reported, in chain time.
	until: Moment,
}

impl Judgements {
	/// Judges an offence that costs `fraction` at `now`, where one can be reported for `window` at
	/// most. What part of the present stake it still takes, so that all offences that count as one
	/// together cost as much as the worst of them; `None` where one as bad was judged before.
	pub fn judge(
		&mut self,
		session: SessionIndex,
		fraction: Perbill,
		now: Moment,
		window: Millis,
	) -> Option<Perbill> {
		if self.is_over(now) {
			*self = Self { since: self.since, ..Self::default() };
		}
		self.until = now.saturating_add(window);
		let worst = if session < self.since { &mut self.earlier } else { &mut self.worst };
		let before = raise(worst, fraction);
		further(before, fraction)
	}

	/// What is judged of `session` and later ones counts anew.
	pub fn begin_anew(&mut self, session: SessionIndex) {
		raise(&mut self.earlier, self.worst);
		(self.worst, self.since) = (Perbill::zero(), session);
	}

	/// Whether nothing of this can be reported any more at `now`.
	pub const fn is_over(&self, now: Moment) -> bool {
		now >= self.until
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
	use proptest::{collection::vec, prelude::*};

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
	fn only_the_worst_counts() {
		let mut judged = Judgements::default();
		assert_eq!(judge(&mut judged, 5, 20), Some(percent(20)));
		assert_eq!(judge(&mut judged, 5, 20), None);
		assert_eq!(judge(&mut judged, 6, 7), None);
		// A fifth of what four fifths left: 36 % of the whole.
		assert_eq!(judge(&mut judged, 4, 36), Some(percent(20)));
		assert_eq!(judge(&mut judged, 5, 20), None);
		assert_eq!(judge(&mut judged, 5, 100), Some(percent(100)));
		assert_eq!(judge(&mut judged, 6, 100), None);
	}

	#[test]
	fn who_has_one_old_key_takes_once_what_it_takes_whichever_session_comes_first() {
		for sessions in [[1, 2, 3, 4], [4, 3, 2, 1], [2, 4, 1, 3]] {
			let mut judged = Judgements::default();
			let taken: Vec<_> =
				sessions.iter().filter_map(|session| judge(&mut judged, *session, 5)).collect();
			assert_eq!(taken, [percent(5)]);
		}
	}

	#[test]
	fn who_returned_answers_anew_and_for_no_earlier_session_twice() {
		let mut judged = Judgements::default();
		assert_eq!(judge(&mut judged, 5, 20), Some(percent(20)));
		judged.begin_anew(8);
		for session in [0, 5, 7] {
			assert_eq!(judge(&mut judged, session, 20), None, "{session}");
		}
		assert_eq!(judge(&mut judged, 8, 20), Some(percent(20)));
		assert_eq!(judge(&mut judged, 9, 20), None);
		assert_eq!(judge(&mut judged, 7, 36), Some(percent(20)), "a worse one of before");
		judged.begin_anew(20);
		assert_eq!(judge(&mut judged, 9, 36), None);
		assert_eq!(judge(&mut judged, 20, 36), Some(percent(36)));
	}

	#[test]
	fn an_offence_that_costs_nothing_takes_nothing() {
		let mut judged = Judgements::default();
		assert_eq!(judge(&mut judged, 5, 0), None);
		assert_eq!(judge(&mut judged, 5, 20), Some(percent(20)));
	}

	#[test]
	fn a_light_offence_does_not_hide_a_grave_one() {
		let mut judged = Judgements::default();
		assert_eq!(judge(&mut judged, 9, 5), Some(percent(5)));
		judged.begin_anew(12);
		assert_eq!(judge(&mut judged, 13, 5), Some(percent(5)));
		// Of the 95 % that the light one left: all of it.
		assert_eq!(judge(&mut judged, 8, 100), Some(percent(100)));
	}

	#[test]
	fn what_can_be_reported_no_more_is_forgotten_altogether() {
		let mut judged = Judgements::default();
		judge(&mut judged, 1, 80);
		judged.begin_anew(5);
		judge(&mut judged, 6, 80);
		assert!(!judged.is_over(WINDOW - 1));
		assert_eq!(judged.judge(0, percent(80), WINDOW - 1, WINDOW), None, "another window begins");
		assert!(!judged.is_over(2 * WINDOW - 2) && judged.is_over(2 * WINDOW - 1));
		let later = 2 * WINDOW - 1;
		let again = judged.judge(6, percent(80), later, WINDOW);
		assert_eq!(again, Some(percent(80)), "no leniency for what was long ago");
		let earlier = judged.judge(4, percent(80), later, WINDOW);
		assert_eq!(earlier, Some(percent(80)), "nor does it count as the same");
	}

	proptest! {
		/// Without a return in between, any offences in any order leave what the worst of them leaves.
		#[test]
		fn the_same_offences_cost_the_same_in_any_order(
			offences in vec((0u32..20, 1u32..=1_000_000_000), 1..8),
		) {
			let mut judged = Judgements::default();
			let mut left = 1.0;
			for (session, parts) in &offences {
				let part = judged.judge(*session, Perbill::from_parts(*parts), 0, WINDOW);
				left *= 1.0 - f64::from(part.unwrap_or_default().deconstruct()) / 1e9;
			}
			let worst = offences.iter().map(|(_, parts)| *parts).max().unwrap_or(0);
			let bound = 1.0 - f64::from(worst) / 1e9;
			let billionths = 1e-9 * offences.len() as f64;
			prop_assert!(left <= bound + 1e-12 && left >= bound - billionths, "{left}, {bound}");
		}
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
