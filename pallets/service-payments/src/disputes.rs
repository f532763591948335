// SPDX-License-Identifier: Apache-2.0

//! Disputes: opened by a party with a claim; ended by the arbiter, by the other side that concedes, by
//! both that agree, or by time.

use crate::{
	till::Unpayable,
	types::{Claim, Dispute, EvidenceHash, Outcome},
	AgreementOf, Agreements, Config, Disputes, End, Error, Event, HoldReason, Pallet, Party,
	Verdict,
};
use destra_primitives::{
	time::Moment, AgreementId, Balance, BurnCause, PaymentForm, SlashReason, Slasher, SupplyLedger,
};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	storage::with_storage_layer,
	traits::{Imbalance, Time},
};
use sp_runtime::{DispatchError, Perquintill};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_dispute(
		who: T::AccountId,
		id: AgreementId,
		claim: Claim,
		evidence: EvidenceHash,
	) -> DispatchResult {
		let mut agreement = Self::as_served(Self::stored_agreement(id)?);
		let by = Self::side_of(&who, &agreement)?;
		ensure!(by == claim.claimant(), Error::<T>::ClaimOfOtherSide);
		let now = T::Time::now();
		let passed = Disputes::<T>::get(id);
		if let Some(passed) = &passed {
			ensure!(passed.deadline <= now, Error::<T>::DisputeOpen);
			agreement.dispute.lapse(passed.opener());
			agreement.resume(now);
		}
		let claim = Self::claim_about(claim, &agreement);
		ensure!(claim.amount() > 0, Error::<T>::NothingClaimed);
		ensure!(!agreement.is_settled(now), Error::<T>::Over);
		agreement.dispute.begin(by, now).ok_or(Error::<T>::NoDisputesLeft)?;
		if let Some(passed) = passed {
			Self::take_penalty(id, &agreement, &passed)?;
			Self::tell_resumed(id, &agreement);
		}
		Self::begin(id, agreement, claim, evidence, now)
	}

	/// Begins a dispute on the terms of its class.
	fn begin(
		id: AgreementId,
		agreement: AgreementOf<T>,
		claim: Claim,
		evidence: EvidenceHash,
		now: Moment,
	) -> DispatchResult {
		let by = claim.claimant();
		let settings = Self::class(agreement.class)?;
		let ruling_period = settings.ruling_period.get();
		let deadline = now.saturating_add(ruling_period);
		let lapses_from = match agreement.dispute.has_left_after(by) {
			true => deadline.saturating_add(Dispute::reopening_period(ruling_period)),
			false => deadline,
		};
		let contested = agreement.contested(now);
		let (deposit, penalty) = (settings.dispute_deposit.get(), settings.penalty());

		let opener = agreement.account(by).clone();
		Self::hold(HoldReason::Dispute, &opener, deposit)?;
		Agreements::<T>::insert(id, agreement);
		let dispute = Dispute {
			claim,
			evidence,
			deadline,
			lapses_from,
			deposit,
			penalty,
			proposed_by_customer: None,
			proposed_by_provider: None,
		};
		Disputes::<T>::insert(id, dispute);
		Self::deposit_event(Event::Disputed {
			id,
			opener,
			claim,
			evidence,
			contested,
			deposit,
			penalty,
			deadline,
			lapses_from,
		});
		Ok(())
	}

	/// What a claim comes to: no more than the escrow, or a settlement just before could make it fail.
	///
	/// A customer's about a service by use is on all that is left. Of its use the chain knows nothing, so
	/// what it does not name it has not admitted: granting a small claim must not pay for the rest.
	fn claim_about(claim: Claim, agreement: &AgreementOf<T>) -> Claim {
		match (claim, agreement.form()) {
			(Claim::Refund { amount: 1.. }, PaymentForm::Metered) => {
				Claim::Refund { amount: agreement.escrow }
			}
			_ => claim.at_most(agreement.escrow),
		}
	}

	pub(crate) fn do_rule(
		id: AgreementId,
		granted: Perquintill,
		verdict: Verdict,
	) -> DispatchResult {
		let (mut agreement, dispute, now) = Self::open_dispute_about(id)?;
		let winner = verdict.winner();
		let (paid, forfeited) = Self::decide(id, &mut agreement, &dispute, granted, winner, now)?;
		if let Verdict::ForCustomer { slash: true } = verdict {
			Self::slash(id, &agreement);
		}
		let AgreementOf::<T> { customer, provider, .. } = agreement.clone();
		Self::deposit_event(Event::Ruled { id, verdict, customer, provider, paid, forfeited });
		Self::end(id, agreement, End::Ruled)
	}

	pub(crate) fn do_concede(who: T::AccountId, id: AgreementId, claim: Claim) -> DispatchResult {
		let (mut agreement, dispute, now) = Self::open_dispute_about(id)?;
		let opener = dispute.opener();
		ensure!(Self::side_of(&who, &agreement)? != opener, Error::<T>::OwnClaim);
		ensure!(claim == dispute.claim, Error::<T>::ClaimMismatch);
		let all = Perquintill::one();
		let (paid, forfeited) = Self::decide(id, &mut agreement, &dispute, all, opener, now)?;
		let AgreementOf::<T> { customer, provider, .. } = agreement.clone();
		Self::deposit_event(Event::Conceded { id, claim, customer, provider, paid, forfeited });
		Self::end(id, agreement, End::Conceded)
	}

	pub(crate) fn do_propose_outcome(
		who: T::AccountId,
		id: AgreementId,
		outcome: Outcome,
	) -> DispatchResult {
		let (agreement, mut dispute, _) = Self::open_dispute_about(id)?;
		let by = Self::side_of(&who, &agreement)?;
		if let Outcome::End { payment } = outcome {
			ensure!(payment <= agreement.escrow, Error::<T>::BeyondEscrow);
		}
		dispute.propose(by, outcome);
		Disputes::<T>::insert(id, dispute);
		Self::deposit_event(Event::OutcomeProposed { id, by, outcome });
		Ok(())
	}

	pub(crate) fn do_accept_outcome(
		who: T::AccountId,
		id: AgreementId,
		outcome: Outcome,
	) -> DispatchResult {
		let (mut agreement, dispute, now) = Self::open_dispute_about(id)?;
		let other = Self::side_of(&who, &agreement)?.other();
		ensure!(dispute.proposed(other) == Some(outcome), Error::<T>::OutcomeMismatch);

		let Dispute { deposit, .. } = dispute;
		let opener = agreement.account(dispute.opener()).clone();
		Self::release(HoldReason::Dispute, &opener, deposit)?;
		Disputes::<T>::remove(id);
		Self::deposit_event(Event::OutcomeAgreed { id, outcome, opener, deposit });
		match outcome {
			Outcome::Resume => {
				Self::resume(id, agreement, now);
				Ok(())
			}
			Outcome::End { payment } => {
				Self::pay(id, &mut agreement, payment, now, Unpayable::ToTreasury(id))?;
				Self::end(id, agreement, End::Agreed)
			}
		}
	}

	pub(crate) fn do_lapse_dispute(id: AgreementId) -> DispatchResult {
		let (mut agreement, dispute) = Self::disputed(id)?;
		let now = T::Time::now();
		ensure!(now >= dispute.lapses_from, Error::<T>::TooEarlyToLapse);
		agreement.dispute.lapse(dispute.opener());
		Self::take_penalty(id, &agreement, &dispute)?;
		Disputes::<T>::remove(id);
		Self::resume(id, agreement, now);
		Ok(())
	}

	/// Takes what it costs that nobody ruled, and frees the rest of the deposit.
	fn take_penalty(
		id: AgreementId,
		agreement: &AgreementOf<T>,
		dispute: &Dispute,
	) -> DispatchResult {
		let opener = agreement.account(dispute.opener()).clone();
		// To the fire, not to anybody who could have kept the arbiter silent: the other side, or, of the
		// treasury, the arbiter itself.
		let penalty = Self::take_held(HoldReason::Dispute, &opener, dispute.penalty)?;
		let burned = penalty.peek();
		T::Ledger::burn(BurnCause::Slash, penalty);
		let returned = dispute.deposit.saturating_sub(burned);
		Self::release(HoldReason::Dispute, &opener, returned)?;
		Self::deposit_event(Event::DisputeLapsed { id, opener, returned, burned });
		Ok(())
	}

	/// On which side of a dispute a key speaks: the parties alone. An operator does not, for each word in
	/// a dispute can cost the provider a deposit or what it has earned.
	fn side_of(who: &T::AccountId, agreement: &AgreementOf<T>) -> Result<Party, Error<T>> {
		agreement.party(who).ok_or(Error::<T>::NotParty)
	}

	/// An agreement, as far as it was served, with the dispute about it, while that can be decided; and
	/// the time.
	fn open_dispute_about(id: AgreementId) -> Result<(AgreementOf<T>, Dispute, Moment), Error<T>> {
		let (agreement, dispute) = Self::disputed(id)?;
		let now = T::Time::now();
		ensure!(now < dispute.deadline, Error::<T>::DeadlinePassed);
		Ok((agreement, dispute, now))
	}

	fn disputed(id: AgreementId) -> Result<(AgreementOf<T>, Dispute), Error<T>> {
		let dispute = Disputes::<T>::get(id).ok_or(Error::<T>::NoDispute)?;
		Ok((Self::as_served(Self::stored_agreement(id)?), dispute))
	}

	/// Pays what follows from granting so much of the claim, and the deposits to the winner. What was
	/// paid, and what the loser lost, in planck.
	fn decide(
		id: AgreementId,
		agreement: &mut AgreementOf<T>,
		dispute: &Dispute,
		granted: Perquintill,
		winner: Party,
		now: Moment,
	) -> Result<(Balance, Balance), DispatchError> {
		let payment = dispute.claim.payment(granted, agreement.contested(now));
		Self::pay(id, agreement, payment, now, Unpayable::ToTreasury(id))?;
		let forfeited = Self::settle_deposits(agreement, dispute, winner)?;
		Disputes::<T>::remove(id);
		Ok((payment, forfeited))
	}

	/// Has an agreement go on after a dispute.
	fn resume(id: AgreementId, mut agreement: AgreementOf<T>, now: Moment) {
		agreement.resume(now);
		Self::tell_resumed(id, &agreement);
		Agreements::<T>::insert(id, agreement);
	}

	/// Tells what the deadlines have come to by a dispute.
	fn tell_resumed(id: AgreementId, agreement: &AgreementOf<T>) {
		let (ends_at, expires_at) = (agreement.ends_at, agreement.expires_at());
		let frozen = agreement.frozen();
		Self::deposit_event(Event::Resumed { id, ends_at, expires_at, frozen });
	}

	/// Has the provider slashed. One that is gone has nothing to lose any more, and that must not keep
	/// the customer from what it was awarded.
	fn slash(id: AgreementId, agreement: &AgreementOf<T>) {
		let AgreementOf::<T> { customer, provider, .. } = agreement;
		let (reason, harmed) = (SlashReason::DisputeLost, Some(customer.clone()));
		let slashed = with_storage_layer(|| T::Slasher::slash(provider, reason, None, harmed));
		if let Err(error) = slashed {
			let provider = provider.clone();
			Self::deposit_event(Event::NotSlashed { id, provider, error });
		}
	}

	/// The deposit of the dispute goes back to whoever opened it, or to the winner if that is the
	/// other one; so does the provider's own if it loses. How much the loser lost, in planck.
	fn settle_deposits(
		agreement: &mut AgreementOf<T>,
		dispute: &Dispute,
		winner: Party,
	) -> Result<Balance, DispatchError> {
		let by = dispute.opener();
		let opener = agreement.account(by);
		let mut forfeited = crate::CreditOf::<T>::zero();
		if by == winner {
			Self::release(HoldReason::Dispute, opener, dispute.deposit)?;
		} else {
			let lost = Self::take_held(HoldReason::Dispute, opener, dispute.deposit)?;
			forfeited.subsume(lost);
		}
		if winner == Party::Customer {
			let (reason, provider) = (HoldReason::ProviderDeposit, &agreement.provider);
			forfeited.subsume(Self::take_held(reason, provider, agreement.deposit)?);
			agreement.deposit = 0;
		}
		let amount = forfeited.peek();
		Self::deposit(agreement.account(winner), forfeited)
			.map_err(|_refused| Error::<T>::WinnerCannotReceive)?;
		Ok(amount)
	}
}
