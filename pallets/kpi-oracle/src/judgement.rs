// SPDX-License-Identifier: Apache-2.0

//! What the close of a round means for its reporters: strikes, suspensions, returns, rewards.

use crate::{
	types::{conduct, Conduct, Outcome, ReportValues, Reporter, Round, Settings},
	Config, Event, LeastBond, Pallet, Reporters,
};
use alloc::vec::Vec;
use destra_primitives::{time::Moment, Balance};

/// A reporter and what it said in the round that closes.
pub(crate) struct Ballot<T: Config> {
	pub(crate) who: T::AccountId,
	pub(crate) reporter: Reporter,
	/// Whether it has committed to a report.
	pub(crate) committed: bool,
	pub(crate) values: Option<ReportValues>,
}

/// The round that closes, as far as conduct is judged by it.
pub(crate) struct Verdict<'a> {
	/// The round.
	pub(crate) round: &'a Round,
	/// What it came to for each reported metric.
	pub(crate) outcomes: &'a [Outcome],
	/// Whether it came to a value, and so anybody is struck for it.
	pub(crate) accountable: bool,
	/// Whether so many had committed that it could have come to a value, and somebody reported, and so
	/// those are struck who withheld theirs: what they saw of the others must not decide for nothing
	/// whether a round counts.
	pub(crate) withholdable: bool,
	/// How many reporters may be suspended for strikes at a time.
	pub(crate) most_suspended: u32,
}

impl<T: Config> Pallet<T> {
	/// Strikes, suspends and reinstates at `now`. Returns the honest reporters.
	///
	/// Strikes suspend no more than a third of the bonded at a time, lest they silence the oracle:
	/// who has most strikes first, of equal ones who comes first by account. The rest keep theirs and
	/// report on until a place is free.
	pub(crate) fn judge(
		mut ballots: Vec<Ballot<T>>,
		verdict: &Verdict,
		now: Moment,
		settings: &Settings,
	) -> Vec<T::AccountId> {
		let before: Vec<_> = ballots.iter().map(|ballot| ballot.reporter.clone()).collect();
		let honest = Self::strike_and_reinstate(&mut ballots, verdict, settings);
		if verdict.accountable || verdict.withholdable {
			Self::suspend_overdue(&mut ballots, verdict.most_suspended, settings);
		}
		Self::suspend_short(&mut ballots, now, settings.bond.get());
		for (Ballot { who, reporter, .. }, before) in ballots.into_iter().zip(before) {
			if reporter != before {
				Reporters::<T>::insert(who, reporter);
			}
		}
		honest
	}

	/// Counts the round for each active reporter and off each suspension. Returns the honest.
	fn strike_and_reinstate(
		ballots: &mut [Ballot<T>],
		verdict: &Verdict,
		settings: &Settings,
	) -> Vec<T::AccountId> {
		let mut honest = Vec::new();
		for Ballot { who, reporter, committed, values } in ballots {
			if !reporter.is_active() {
				if reporter.serve_round(settings.bond.get(), verdict.round.next_number()) {
					Self::deposit_event(Event::ReporterActivated { who: who.clone() });
				}
				continue;
			}
			// To withhold what one has committed to, having seen the others, is silence for everybody.
			let answerable = *committed || reporter.is_answerable(verdict.round.number());
			let conduct = match values {
				None if !answerable => Conduct::Unjudged,
				_ => Self::conduct_of(reporter, values.as_ref(), verdict, settings),
			};
			let withheld = *committed && values.is_none() && verdict.withholdable;
			match conduct {
				Conduct::Honest => {
					reporter.reward_conduct(settings);
					honest.push(who.clone());
				}
				Conduct::Wrong | Conduct::Silent | Conduct::Incomplete
					if verdict.accountable || withheld =>
				{
					let strikes = reporter.strike();
					Self::deposit_event(Event::ReporterStruck {
						who: who.clone(),
						conduct,
						strikes,
					});
				}
				_ => {}
			}
		}
		honest
	}

	/// What an active reporter did who had to report, or did. It may leave a metric out only so often.
	fn conduct_of(
		reporter: &mut Reporter,
		values: Option<&ReportValues>,
		verdict: &Verdict,
		settings: &Settings,
	) -> Conduct {
		let conduct = conduct(values, verdict.outcomes);
		match values {
			Some(values) if verdict.accountable => {
				let limit = settings.omission_limit.get();
				let too_often = reporter.note_omissions(values, verdict.outcomes, limit);
				if too_often && conduct == Conduct::Unjudged {
					Conduct::Incomplete
				} else {
					conduct
				}
			}
			_ => conduct,
		}
	}

	/// Suspends those with too many strikes, as far as there are places among `most`.
	fn suspend_overdue(ballots: &mut [Ballot<T>], most: u32, settings: &Settings) {
		let suspended =
			ballots.iter().filter(|b| b.reporter.is_suspended() && b.reporter.is_bonded()).count();
		let places = usize::try_from(most).unwrap_or(usize::MAX).saturating_sub(suspended);
		let mut overdue: Vec<_> =
			ballots.iter_mut().filter(|b| b.reporter.is_overdue(settings)).collect();
		overdue.sort_by(|a, b| {
			b.reporter.strikes().cmp(&a.reporter.strikes()).then_with(|| a.who.cmp(&b.who))
		});
		for Ballot { who, reporter, .. } in overdue.into_iter().take(places) {
			Self::suspend(who, reporter, settings);
		}
	}

	/// Suspends, until they have topped up, those whose bond is less than one may report with: where
	/// the term for a raised `bond` is over by `now`. However many they are: what they decide must not
	/// be worth more than what they put at stake.
	fn suspend_short(ballots: &mut [Ballot<T>], now: Moment, bond: Balance) {
		let mut term = LeastBond::<T>::get();
		let before = term;
		term.mature(bond, now);
		if term == before {
			return;
		}
		LeastBond::<T>::put(term);
		for Ballot { who, reporter, .. } in ballots {
			if reporter.suspend_if_short(term.least()) {
				Self::deposit_event(Event::ReporterSuspended { who: who.clone(), rounds: 0 });
			}
		}
	}
}
