// SPDX-License-Identifier: Apache-2.0

//! Reporters: their bonds, slashes and rewards. The only file that moves tokens.

use crate::{
	types::{Reporter, Settings, Unbonding},
	Commitments, Config, CurrentRound, CurrentSettings, Error, Event, HoldReason, LeastBond,
	Pallet, Reporters, Rewards, TotalOwed, Unbondings, MAX_REPORTERS,
};
use destra_primitives::Balance;
use frame_support::{
	ensure,
	traits::{
		fungible::{hold::Balanced as _, hold::Mutate as _, Balanced as _, Inspect, Mutate},
		tokens::{DepositConsequence, Fortitude, Precision, Preservation, Provenance},
		Get, Imbalance, OnUnbalanced, Time,
	},
};
use sp_runtime::{traits::AccountIdConversion, DispatchResult, Perbill};

// Coming and going.
impl<T: Config> Pallet<T> {
	pub(crate) fn do_admit_reporter(who: T::AccountId) -> DispatchResult {
		ensure!(!Reporters::<T>::contains_key(&who), Error::<T>::AlreadyReporter);
		ensure!(Reporters::<T>::count() < MAX_REPORTERS, Error::<T>::TooManyReporters);
		Reporters::<T>::insert(&who, Reporter::admitted());
		Self::deposit_event(Event::ReporterAdmitted { who });
		Ok(())
	}

	pub(crate) fn do_bond(who: T::AccountId) -> DispatchResult {
		let mut reporter = Reporters::<T>::get(&who).ok_or(Error::<T>::NotReporter)?;
		let required = CurrentSettings::<T>::get().bond.get();
		let amount = reporter.shortfall(required);
		let was_active = reporter.is_active();
		// In the round after this one: what is left of this one may be too short to report.
		let from = CurrentRound::<T>::get().map_or(1, |round| round.next_number());
		reporter.add_bond(amount, required, from);
		let activated = reporter.is_active() && !was_active;
		ensure!(amount > 0 || activated, Error::<T>::BondComplete);

		T::Currency::hold(&HoldReason::ReporterBond.into(), &who, amount)?;
		Reporters::<T>::insert(&who, reporter);
		Self::deposit_event(Event::Bonded { who: who.clone(), amount });
		if activated {
			Self::deposit_event(Event::ReporterActivated { who });
		}
		Ok(())
	}

	pub(crate) fn do_leave(who: T::AccountId) -> DispatchResult {
		// Or nobody would answer for what the report says, or for having withheld it.
		ensure!(!Commitments::<T>::contains_key(&who), Error::<T>::ReportPending);
		Self::do_remove_reporter(who)
	}

	pub(crate) fn do_remove_reporter(who: T::AccountId) -> DispatchResult {
		let reporter = Reporters::<T>::take(&who).ok_or(Error::<T>::NotReporter)?;
		Self::discard_submissions(&who);
		let period = CurrentSettings::<T>::get().unbonding_period.get();
		let until = T::Time::now().saturating_add(period);
		let bond = reporter.bond();
		if bond > 0 {
			let leaving = Unbonding::new(bond, until);
			Unbondings::<T>::mutate(&who, |slot| {
				*slot = Some(slot.map_or(leaving, |earlier| earlier.merge(leaving)));
			});
		}
		Self::deposit_event(Event::ReporterLeft { who, bond, until });
		Ok(())
	}

	pub(crate) fn do_withdraw_bond(who: T::AccountId) -> DispatchResult {
		let unbonding = Unbondings::<T>::get(&who).ok_or(Error::<T>::NothingUnbonding)?;
		ensure!(T::Time::now() >= unbonding.until(), Error::<T>::StillUnbonding);
		let amount = unbonding.amount();
		T::Currency::release(&HoldReason::ReporterBond.into(), &who, amount, Precision::Exact)?;
		Unbondings::<T>::remove(&who);
		Self::deposit_event(Event::BondWithdrawn { who, amount });
		Ok(())
	}
}

// Slashes.
impl<T: Config> Pallet<T> {
	/// Suspends `who` for its strikes and slashes its bond.
	pub(crate) fn suspend(who: &T::AccountId, reporter: &mut Reporter, settings: &Settings) {
		let rounds = reporter.suspend(settings);
		Self::deposit_event(Event::ReporterSuspended { who: who.clone(), rounds });
		let slashed = Self::slash(who, settings.strike_slash.mul_ceil(reporter.bond()));
		reporter.lose_bond(slashed);
	}

	pub(crate) fn do_slash_reporter(who: T::AccountId, part: Perbill) -> DispatchResult {
		let reporter = Reporters::<T>::get(&who);
		let unbonding = Unbondings::<T>::get(&who);
		let owed = Rewards::<T>::get(&who);
		ensure!(reporter.is_some() || unbonding.is_some() || owed > 0, Error::<T>::NotReporter);
		if let Some(mut reporter) = reporter {
			reporter.lose_bond(Self::slash(&who, part.mul_ceil(reporter.bond())));
			// In the term for a raised bond that one does not bind yet.
			if reporter.suspend_if_short(LeastBond::<T>::get().least()) {
				Self::discard_submissions(&who);
				Self::deposit_event(Event::ReporterSuspended { who: who.clone(), rounds: 0 });
			}
			Reporters::<T>::insert(&who, reporter);
		}
		if let Some(mut unbonding) = unbonding {
			unbonding.lose(Self::slash(&who, part.mul_ceil(unbonding.amount())));
			Unbondings::<T>::insert(&who, unbonding);
		}
		Self::slash_reward(who, part.mul_ceil(owed))
	}

	/// Takes `amount` from what `who` is owed.
	fn slash_reward(who: T::AccountId, amount: Balance) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let taken = T::Currency::withdraw(
			&Self::pot_account(),
			amount,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)?;
		T::OnSlash::on_unbalanced(taken);
		Self::settle_reward(&who, amount);
		Self::deposit_event(Event::RewardSlashed { who, amount });
		Ok(())
	}

	/// Takes `amount` from the bond of `who`, as far as it goes. What was taken.
	fn slash(who: &T::AccountId, amount: Balance) -> Balance {
		let (credit, _missing) = T::Currency::slash(&HoldReason::ReporterBond.into(), who, amount);
		let amount = credit.peek();
		T::OnSlash::on_unbalanced(credit);
		Self::deposit_event(Event::BondSlashed { who: who.clone(), amount });
		amount
	}
}

// Rewards.
impl<T: Config> Pallet<T> {
	/// The account that rewards are paid from.
	pub fn pot_account() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// Divides what is in the pot and not owed yet equally among the `honest`, rounded down. The
	/// rest, and the existential deposit that keeps the pot alive, stay in the pot.
	pub(crate) fn allot_rewards(honest: &[T::AccountId]) {
		let Ok(reporters) = u32::try_from(honest.len()) else { return };
		let spendable = T::Currency::reducible_balance(
			&Self::pot_account(),
			Preservation::Preserve,
			Fortitude::Polite,
		);
		let owed = TotalOwed::<T>::get();
		let unowed = spendable.saturating_sub(owed);
		let each = unowed.checked_div(reporters.into()).unwrap_or(0);
		if each == 0 {
			return;
		}
		for who in honest {
			Rewards::<T>::mutate(who, |reward| *reward = reward.saturating_add(each));
		}
		TotalOwed::<T>::put(owed.saturating_add(each.saturating_mul(reporters.into())));
		Self::deposit_event(Event::RewardsAllotted { reporters, each });
	}

	pub(crate) fn do_claim_reward(who: T::AccountId) -> DispatchResult {
		let amount = Rewards::<T>::get(&who);
		ensure!(amount > 0, Error::<T>::NothingOwed);
		ensure!(
			T::Currency::can_deposit(&who, amount, Provenance::Extant)
				!= DepositConsequence::BelowMinimum,
			Error::<T>::RewardBelowExistentialDeposit
		);
		T::Currency::transfer(&Self::pot_account(), &who, amount, Preservation::Preserve)?;
		Self::settle_reward(&who, amount);
		Self::deposit_event(Event::RewardClaimed { who, amount });
		Ok(())
	}

	/// Takes note that `who` is owed `amount` less.
	fn settle_reward(who: &T::AccountId, amount: Balance) {
		Rewards::<T>::mutate_exists(who, |slot| {
			let rest = slot.unwrap_or(0).saturating_sub(amount);
			*slot = (rest > 0).then_some(rest);
		});
		TotalOwed::<T>::mutate(|owed| *owed = owed.saturating_sub(amount));
	}
}
