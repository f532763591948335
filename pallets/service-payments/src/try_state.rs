// SPDX-License-Identifier: Apache-2.0

//! What is true between any two calls.

use crate::{
	types::{DisputeState, Outcome, Party, Volume},
	AgreementIds, Agreements, Classes, Config, DailyVolumes, Disputes, HoldReason, NextAgreementId,
	NextCardVersion, Pallet, RateCards, Volumes, MAX_CARDS,
};
use alloc::collections::BTreeMap;
use destra_primitives::{Balance, ServiceClass};
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use sp_runtime::TryRuntimeError;

/// What each account should have on hold for a reason.
type Expected<T> = BTreeMap<<T as frame_system::Config>::AccountId, Balance>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_classes()?;
		Self::try_state_cards()?;
		Self::try_state_agreements()?;
		Self::try_state_holds()?;
		Self::try_state_disputes()?;
		Self::try_state_volumes()
	}

	/// ### Invariants of `Classes`
	/// - All settings are valid.
	fn try_state_classes() -> Result<(), TryRuntimeError> {
		for settings in Classes::<T>::iter_values() {
			let valid = settings.validate(T::UnbondingPeriod::get());
			ensure!(valid.is_ok(), "the settings of a class are invalid");
		}
		Ok(())
	}

	/// ### Invariants of `RateCards`
	/// - Each has a number below the maximum and a version that was given out.
	fn try_state_cards() -> Result<(), TryRuntimeError> {
		let next = NextCardVersion::<T>::get();
		for (_, key, card) in RateCards::<T>::iter() {
			ensure!(key.card < MAX_CARDS, "a card too many");
			ensure!(card.version < next, "a card of the future");
		}
		Ok(())
	}

	/// ### Invariants of `Agreements`
	/// - Each has a name that was given out, two parties and a class that is offered.
	/// - Both parties find it, and nobody else.
	/// - The class has been paid at least what its agreements have paid.
	/// - Shares are no more than the whole.
	fn try_state_agreements() -> Result<(), TryRuntimeError> {
		let next = NextAgreementId::<T>::get();
		let mut paid: BTreeMap<ServiceClass, Balance> = BTreeMap::new();
		for (id, agreement) in Agreements::<T>::iter() {
			ensure!(id < next, "an agreement of the future");
			ensure!(agreement.customer != agreement.provider, "an agreement with oneself");
			ensure!(Classes::<T>::contains_key(agreement.class), "an agreement of no class");
			ensure!(agreement.shares.is_valid(), "shares beyond the whole");
			let sum = paid.entry(agreement.class).or_default();
			*sum = sum.saturating_add(agreement.paid);
		}
		let parties = AgreementIds::<T>::iter_keys().try_fold(0u64, |count, (who, id)| {
			let known = Agreements::<T>::get(id).is_some_and(|one| one.party(&who).is_some());
			ensure!(known, "an agreement of somebody who is no party of it");
			Ok::<_, TryRuntimeError>(count.saturating_add(1))
		})?;
		let agreements = Agreements::<T>::iter_keys().count() as u64;
		ensure!(parties == agreements.saturating_mul(2), "a party does not find its agreement");
		for (class, sum) in paid {
			ensure!(sum <= Volumes::<T>::get(class).paid, "a payment that was not counted");
		}
		Ok(())
	}

	/// ### Invariants of the holds
	/// - What an account has on hold for a reason is the sum of what its agreements say of it.
	fn try_state_holds() -> Result<(), TryRuntimeError> {
		let mut escrows = Expected::<T>::new();
		let mut deposits = Expected::<T>::new();
		let mut disputes = Expected::<T>::new();
		let mut entries = Expected::<T>::new();
		fn add<A: Ord>(expected: &mut BTreeMap<A, Balance>, who: A, amount: Balance) {
			let sum = expected.entry(who).or_default();
			*sum = sum.saturating_add(amount);
		}
		for (id, agreement) in Agreements::<T>::iter() {
			add(&mut escrows, agreement.customer.clone(), agreement.escrow);
			add(&mut deposits, agreement.provider.clone(), agreement.deposit);
			add(&mut entries, agreement.customer.clone(), agreement.storage_deposit);
			if let Some(dispute) = Disputes::<T>::get(id) {
				let opener = agreement.account(dispute.opener()).clone();
				add(&mut disputes, opener, dispute.deposit);
			}
		}
		for (reason, expected) in [
			(HoldReason::Escrow, escrows),
			(HoldReason::ProviderDeposit, deposits),
			(HoldReason::Dispute, disputes),
			(HoldReason::StorageDeposit, entries),
		] {
			let reason = reason.into();
			// Whoever has no agreement has nothing on hold.
			let accounts = frame_system::Account::<T>::iter_keys();
			for who in accounts {
				let held = T::Currency::balance_on_hold(&reason, &who);
				let agreed = expected.get(&who).copied().unwrap_or_default();
				ensure!(held == agreed, "a hold is not the sum of its agreements");
			}
			let owed = expected.iter().filter(|(_, amount)| **amount > 0);
			for (who, amount) in owed {
				let held = T::Currency::balance_on_hold(&reason, who);
				ensure!(held == *amount, "a hold of an account that is gone");
			}
		}
		Ok(())
	}

	/// ### Invariants of `Disputes`
	/// - There is one for each agreement that says so, and no other.
	/// - What is claimed, and what a party proposed to pay, is in the escrow.
	/// - Its penalty is a part of its deposit, its deadline after its opening, and it lapses no earlier.
	/// - No side has had more of them pass than it may.
	fn try_state_disputes() -> Result<(), TryRuntimeError> {
		for (id, dispute) in Disputes::<T>::iter() {
			let agreement = Agreements::<T>::get(id).ok_or("a dispute about nothing")?;
			let since = agreement.dispute.since;
			let since = since.ok_or("a dispute that its agreement does not know")?;
			let claimed = dispute.claim.amount();
			ensure!(claimed > 0 && claimed <= agreement.escrow, "a claim beyond the escrow");
			for by in [Party::Customer, Party::Provider] {
				if let Some(Outcome::End { payment }) = dispute.proposed(by) {
					ensure!(payment <= agreement.escrow, "a proposal beyond the escrow");
				}
			}
			let penalty = 0 < dispute.penalty && dispute.penalty <= dispute.deposit;
			ensure!(penalty, "a penalty that is no part of the deposit");
			ensure!(since < dispute.deadline, "a dispute that nobody can rule on");
			ensure!(
				dispute.deadline <= dispute.lapses_from,
				"a dispute that is over before its deadline"
			);
		}
		let mut open = 0usize;
		for agreement in Agreements::<T>::iter_values() {
			open = open.saturating_add(agreement.is_disputed().into());
			let DisputeState { lapsed_by_customer, lapsed_by_provider, .. } = agreement.dispute;
			let lapsed = lapsed_by_customer.max(lapsed_by_provider);
			ensure!(lapsed <= DisputeState::MAX_LAPSES, "a dispute too many");
		}
		ensure!(open == Disputes::<T>::iter().count(), "a dispute is missing");
		Ok(())
	}

	/// ### Invariants of `Volumes` and `DailyVolumes`
	/// - No more was burned and given to the treasury than was paid.
	/// - Each day is in its slot, and the days kept are a part of what was ever paid.
	fn try_state_volumes() -> Result<(), TryRuntimeError> {
		for class in ServiceClass::ALL {
			let total = Volumes::<T>::get(class);
			let kept = total.burned.checked_add(total.treasury);
			ensure!(
				kept.is_some_and(|kept| kept <= total.paid),
				"a payment of less than its parts"
			);
			let mut days = Volume::default();
			for (slot, day) in DailyVolumes::<T>::iter_prefix(class) {
				ensure!(slot < T::HistoryDays::get(), "a slot too many");
				ensure!(slot == Self::slot_of(day.day), "a day in the slot of another");
				days.add(&day.volume)?;
			}
			let within = days.paid <= total.paid && days.burned <= total.burned;
			ensure!(within && days.treasury <= total.treasury, "days of more than ever was");
		}
		Ok(())
	}
}
