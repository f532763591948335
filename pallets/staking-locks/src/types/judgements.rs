// SPDX-License-Identifier: Apache-2.0

//! What a provider was judged for as a validator. One fault shows in several offences: two nodes
//! with one key write two blocks in many slots and vote twice in many rounds, and each further
//! offender of a slot raises the fraction of all. So of a session only the worst counts.

use frame_support::BoundedVec;
use sp_runtime::{traits::ConstU32, PerThing, Perbill, Rounding, Saturating};

/// Numbers the sessions of the chain.
pub type SessionIndex = u32;

/// The most sessions that are remembered of a provider.
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

/// An offence is of a session before all those that are remembered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Forgotten;

/// The newest sessions in which a provider offended, oldest first.
#[frame_support::stored]
#[derive(Default)]
pub struct Judgements {
	sessions: BoundedVec<Judgement, ConstU32<MAX_JUDGEMENTS>>,
}

impl Judgements {
	/// Judges an offence that costs `fraction`. What part of the present stake it still takes, so
	/// that the offences of the session together cost as much as the worst of them; `None` where
	/// one as bad was judged before.
	pub fn judge(
		&mut self,
		session: SessionIndex,
		fraction: Perbill,
	) -> Result<Option<Perbill>, Forgotten> {
		if let Some(known) = self.sessions.iter_mut().find(|known| known.session == session) {
			let before = known.fraction;
			known.fraction = before.max(fraction);
			return Ok(further(before, fraction));
		}
		let at = self.sessions.partition_point(|known| known.session < session);
		let first = Judgement { session, fraction };
		self.sessions.force_insert_keep_right(at, first).map_err(|_refused| Forgotten)?;
		Ok(further(Perbill::zero(), fraction))
	}

	/// Whether each session is there once, oldest first.
	#[cfg(any(feature = "try-runtime", test))]
	pub fn is_ordered(&self) -> bool {
		self.sessions.is_sorted_by(|a, b| a.session < b.session)
	}
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

	fn percent(part: u32) -> Perbill {
		Perbill::from_percent(part)
	}

	#[test]
	fn of_a_session_only_the_worst_counts() {
		let mut judged = Judgements::default();
		assert_eq!(judged.judge(5, percent(20)), Ok(Some(percent(20))));
		assert_eq!(judged.judge(5, percent(20)), Ok(None));
		assert_eq!(judged.judge(5, percent(7)), Ok(None));
		// A fifth of what four fifths left: 36 % of the whole.
		assert_eq!(judged.judge(5, percent(36)), Ok(Some(percent(20))));
		assert_eq!(judged.judge(5, percent(20)), Ok(None));
		assert_eq!(judged.judge(5, percent(100)), Ok(Some(percent(100))));
		assert_eq!(judged.judge(5, percent(100)), Ok(None));
	}

	#[test]
	fn each_session_is_judged_for_itself() {
		let mut judged = Judgements::default();
		for session in [5, 7, 4, 6] {
			assert_eq!(judged.judge(session, percent(20)), Ok(Some(percent(20))));
			assert_eq!(judged.judge(session, percent(20)), Ok(None));
			assert!(judged.is_ordered());
		}
	}

	#[test]
	fn an_offence_that_costs_nothing_takes_nothing() {
		let mut judged = Judgements::default();
		assert_eq!(judged.judge(5, Perbill::zero()), Ok(None));
		assert_eq!(judged.judge(5, percent(20)), Ok(Some(percent(20))));
	}

	#[test]
	fn the_newest_sessions_are_remembered() {
		let mut judged = Judgements::default();
		for session in (10..10 + MAX_JUDGEMENTS).rev() {
			judged.judge(session, percent(20)).unwrap();
		}
		let full = judged.clone();
		assert_eq!(judged.judge(9, percent(20)), Err(Forgotten));
		assert_eq!(judged, full);
		assert_eq!(judged.judge(10, percent(36)), Ok(Some(percent(20))), "the oldest is known");
		assert_eq!(judged.judge(30, percent(20)), Ok(Some(percent(20))));
		assert_eq!(judged.judge(10, percent(99)), Err(Forgotten), "it made room");
		assert_eq!(judged.judge(11, percent(20)), Ok(None), "the others did not");
		assert_eq!(judged.judge(20, percent(20)), Ok(Some(percent(20))), "between two");
		assert!(judged.is_ordered());
	}

	#[test]
	fn two_slashes_never_lose_less_than_the_worse_alone() {
		const WHOLE: u64 = 1_000_000_000;
		for (before, after) in
			[(1, 2), (333_333_333, 333_333_334), (140_625_000, 562_500_000), (1, 999_999_999)]
		{
			let mut judged = Judgements::default();
			judged.judge(1, Perbill::from_parts(before)).unwrap();
			let more = judged.judge(1, Perbill::from_parts(after)).unwrap().unwrap();
			let left = (WHOLE - u64::from(before)) * (WHOLE - u64::from(more.deconstruct()));
			let bound = (WHOLE - u64::from(after)) * WHOLE;
			assert!(left <= bound && bound - left < WHOLE, "a billionth more at most");
		}
	}
}
