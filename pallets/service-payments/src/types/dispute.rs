// SPDX-License-Identifier: Apache-2.0

//! A dispute about an agreement, and how it can end.

use destra_primitives::{
	time::{minutes, Millis, Moment},
	Balance, Claim, EvidenceHash, Outcome, Party,
};

/// A dispute that waits for a ruling. Its terms are those of its opening, whatever becomes of the
/// settings.
#[frame_support::stored]
#[derive(Copy)]
pub struct Dispute {
	/// What is claimed; it tells by whom.
	pub claim: Claim,
	/// The hash of the evidence.
	pub evidence: EvidenceHash,
	/// Before this moment it can be ruled on, conceded and agreed on; from it on, either side that has
	/// one left can open the next one in its place.
	pub deadline: Moment,
	/// From this moment on anyone can end it: after the [`reopening_period`](Self::reopening_period),
	/// or at the deadline if neither side has one left.
	pub lapses_from: Moment,
	/// What whoever opened it has on hold for it, in planck.
	pub deposit: Balance,
	/// What of that is burned if the deadline passes, in planck.
	pub penalty: Balance,
	/// The outcome that the customer would agree to: its last word.
	pub proposed_by_customer: Option<Outcome>,
	/// The outcome that the provider would agree to: its last word.
	pub proposed_by_provider: Option<Outcome>,
}

impl Dispute {
	/// How long both sides have, after a deadline without a ruling, to open the next dispute before
	/// anything is paid: a fifth of the time that the arbiter had, and a minute at the least. In
	/// milliseconds, rounded up.
	pub fn reopening_period(ruling_period: Millis) -> Millis {
		ruling_period.div_ceil(5).max(minutes(1))
	}

	/// Who opened it.
	pub const fn opener(&self) -> Party {
		self.claim.claimant()
	}

	/// Takes an outcome as the last word of a side.
	pub fn propose(&mut self, by: Party, outcome: Outcome) {
		match by {
			Party::Customer => self.proposed_by_customer = Some(outcome),
			Party::Provider => self.proposed_by_provider = Some(outcome),
		}
	}

	/// The last word of a side.
	pub const fn proposed(&self, by: Party) -> Option<Outcome> {
		match by {
			Party::Customer => self.proposed_by_customer,
			Party::Provider => self.proposed_by_provider,
		}
	}
}

/// What an agreement knows of disputes. A side can keep the other from its money as often as a dispute
/// of it can lapse, and use up none of the other's.
#[frame_support::stored]
#[derive(Copy, Default)]
pub struct DisputeState {
	/// Since when one has been open, if it is: nothing is paid.
	pub since: Option<Moment>,
	/// How many of the customer's passed without a ruling.
	pub lapsed_by_customer: u8,
	/// How many of the provider's passed without a ruling.
	pub lapsed_by_provider: u8,
}

impl DisputeState {
	/// How many disputes of a side can pass without a ruling: after the first it has a second chance.
	pub const MAX_LAPSES: u8 = 2;

	/// Opens a dispute at `now`, if this side has one left.
	pub fn begin(&mut self, by: Party, now: Moment) -> Option<()> {
		self.has_left(by).then(|| self.since = Some(now))
	}

	/// Whether a dispute could be opened, by either side, once one of this side has lapsed.
	pub fn has_left_after(mut self, by: Party) -> bool {
		self.lapse(by);
		self.has_left(by) || self.has_left(by.other())
	}

	/// The dispute of a side has passed without a ruling.
	pub fn lapse(&mut self, by: Party) {
		let lapses = self.lapses(by);
		*lapses = lapses.saturating_add(1);
	}

	fn has_left(mut self, by: Party) -> bool {
		*self.lapses(by) < Self::MAX_LAPSES
	}

	fn lapses(&mut self, by: Party) -> &mut u8 {
		match by {
			Party::Customer => &mut self.lapsed_by_customer,
			Party::Provider => &mut self.lapsed_by_provider,
		}
	}
}

/// Who is right.
#[frame_support::stored]
#[derive(Copy)]
pub enum Verdict {
	/// The provider is.
	#[codec(index = 0)]
	ForProvider,
	/// The customer is, and loses nothing; with `slash` the provider loses a part of its stake.
	#[codec(index = 1)]
	ForCustomer {
		/// Whether the provider is slashed.
		slash: bool,
	},
}

impl Verdict {
	/// Who wins.
	pub const fn winner(self) -> Party {
		match self {
			Self::ForProvider => Party::Provider,
			Self::ForCustomer { .. } => Party::Customer,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use destra_primitives::time::days;

	#[test]
	fn each_side_has_a_second_chance_and_uses_up_none_of_the_other() {
		let mut state = DisputeState::default();
		for by in [Party::Customer, Party::Provider] {
			for _ in 0..DisputeState::MAX_LAPSES {
				state.begin(by, 1).unwrap();
				state.lapse(by);
			}
			assert_eq!(state.begin(by, 1), None);
		}
	}

	#[test]
	fn what_does_not_lapse_uses_up_no_chance() {
		let mut state = DisputeState::default();
		for _ in 0..10 {
			state.begin(Party::Customer, 1).unwrap();
			state.since = None;
		}
	}

	#[test]
	fn only_after_the_last_one_can_no_other_be_opened() {
		let mut state = DisputeState::default();
		let all = [Party::Customer, Party::Provider, Party::Customer, Party::Provider];
		let left = all.map(|by| {
			let left = state.has_left_after(by);
			state.lapse(by);
			left
		});
		assert_eq!(left, [true, true, true, false]);
	}

	#[test]
	fn the_time_to_open_another_is_a_fifth_of_the_arbiters_and_a_minute_at_least() {
		assert_eq!(Dispute::reopening_period(days(5)), days(1));
		assert_eq!(Dispute::reopening_period(days(5) + 1), days(1) + 1);
		assert_eq!(Dispute::reopening_period(minutes(1)), minutes(1));
	}

	#[test]
	fn each_side_has_the_last_word_of_its_own() {
		let mut dispute = Dispute {
			claim: Claim::Refund { amount: 1 },
			evidence: EvidenceHash::zero(),
			deadline: 2,
			lapses_from: 3,
			deposit: 3,
			penalty: 1,
			proposed_by_customer: None,
			proposed_by_provider: None,
		};
		assert_eq!(dispute.opener(), Party::Customer);
		dispute.propose(Party::Customer, Outcome::Resume);
		dispute.propose(Party::Provider, Outcome::End { payment: 7 });
		dispute.propose(Party::Customer, Outcome::End { payment: 6 });
		assert_eq!(dispute.proposed(Party::Customer), Some(Outcome::End { payment: 6 }));
		assert_eq!(dispute.proposed(Party::Provider), Some(Outcome::End { payment: 7 }));
	}
}
