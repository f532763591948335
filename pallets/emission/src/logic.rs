// SPDX-License-Identifier: Apache-2.0

//! What moves tokens: load → compute → move tokens → store → event.

use crate::{
	types::{EmissionState, StreamError, WrongPhase},
	Config, CreditOf, CurrentPolicy, Error, Event, Liabilities, Pallet, State, WeightInfo,
};
use destra_economics::{catch_up_limit, split};
use destra_primitives::{
	apis::EmissionPhase, time::Moment, Balance, EmissionRecipients, KpiProvider, MintCause,
	Recipient,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Weight},
	storage::with_storage_layer,
	traits::{
		fungible::{Balanced, Inspect},
		tokens::{Fortitude, Precision, Preservation},
		Get, Imbalance,
	},
};
use sp_runtime::{traits::AccountIdConversion, DispatchError};

impl<T> From<StreamError> for Error<T> {
	fn from(error: StreamError) -> Self {
		match error {
			StreamError::Invalid => Self::InvalidStream,
			StreamError::Overflow => Self::Overflow,
		}
	}
}

/// What became of an amount that was handed out.
#[derive(Default)]
struct Payout {
	/// Minted, for the recipients and for the pot.
	minted: Balance,
	/// How many recipients did not take their share.
	refusals: u64,
}

impl<T: Config> Pallet<T> {
	/// The account of the pot.
	pub(crate) fn pot_account() -> T::AccountId {
		T::PalletId::get().into_account_truncating()
	}

	/// Idle → Running.
	pub(crate) fn do_start() -> DispatchResult {
		let issuance = T::Currency::total_issuance();
		State::<T>::try_mutate(|state| state.start(issuance))
			.map_err(|WrongPhase| Error::<T>::AlreadyStarted)?;
		Self::deposit_event(Event::Started);
		Ok(())
	}

	/// Running → Paused.
	pub(crate) fn do_pause() -> DispatchResult {
		State::<T>::try_mutate(EmissionState::pause)
			.map_err(|WrongPhase| Error::<T>::NotRunning)?;
		Self::deposit_event(Event::Paused);
		Ok(())
	}

	/// Paused → Running.
	pub(crate) fn do_resume() -> DispatchResult {
		State::<T>::try_mutate(EmissionState::resume)
			.map_err(|WrongPhase| Error::<T>::NotPaused)?;
		Self::deposit_event(Event::Resumed);
		Ok(())
	}

	/// One step of the emission at `now`. If it fails, nothing of it has happened.
	pub(crate) fn step(now: Moment) -> Weight {
		let state = State::<T>::get();
		// In the first block after genesis the clock was never set and reads zero: a step would
		// take the time since 1970 for elapsed.
		if state.phase() != EmissionPhase::Running || now == 0 {
			return T::WeightInfo::on_initialize_waiting();
		}
		let weight = T::WeightInfo::on_initialize_step(state.kpi().count());
		match with_storage_layer(|| Self::try_step(state, now)) {
			// The benchmark's recipients take their shares; a refusal costs about what settling it
			// later costs.
			Ok(refusals) => {
				weight.saturating_add(T::WeightInfo::settle_liability().saturating_mul(refusals))
			}
			Err(error) => {
				Self::deposit_event(Event::StepFailed { error });
				weight
			}
		}
	}

	/// Lets time pass up to `now` and mints what that makes due. Tells how many recipients did not
	/// take their share.
	fn try_step(mut state: EmissionState, now: Moment) -> Result<u64, DispatchError> {
		let Some(time) = state.tick(now, T::MaxElapsed::get()) else {
			State::<T>::put(state);
			return Ok(0);
		};
		if time.counted == 0 {
			return Ok(0);
		}
		if time.counted < time.elapsed {
			Self::deposit_event(Event::ElapsedClamped {
				elapsed: time.elapsed,
				counted: time.counted,
			});
		}
		Self::begin_year_if_due(&mut state);

		let released =
			state.advance(time.counted, &T::Kpis::readings(now)).map_err(Error::<T>::from)?;
		let payout = Self::pay(Self::mintable(&mut state, released))?;
		let minted = state.mint(payout.minted);

		State::<T>::put(state);
		Self::count_minted(now, &minted)?;
		if payout.minted > 0 {
			let fixed = minted
				.iter()
				.find(|(cause, _)| *cause == MintCause::Fixed)
				.map_or(0, |(_, amount)| *amount);
			Self::deposit_event(Event::Emitted {
				fixed,
				kpi: payout.minted.saturating_sub(fixed),
				elapsed: time.counted,
			});
		}
		Ok(payout.refusals)
	}

	/// Opens the next emission year, if this one is over.
	fn begin_year_if_due(state: &mut EmissionState) {
		let economic_time = state.economic_time();
		let issuance = T::Currency::total_issuance();
		if state.year_mut().roll_over(economic_time, issuance) {
			Self::deposit_event(Event::YearBegan { year: state.year().index(), issuance });
		}
	}

	/// What of the due amount the limits let through in a step that released `released`.
	fn mintable(state: &mut EmissionState, released: Balance) -> Balance {
		let policy = CurrentPolicy::<T>::get();
		// At most 400 %, so the conversion never fails.
		let percent = u32::try_from(policy.catch_up.get()).unwrap_or(u32::MAX);
		let wanted = state.due().min(catch_up_limit(released, percent));
		let allowance = state.year().allowance(policy.annual_cap);
		if wanted > allowance && state.year_mut().report_ceiling() {
			Self::deposit_event(Event::CeilingReached {
				year: state.year().index(),
				ceiling: state.year().ceiling(policy.annual_cap),
			});
		}
		wanted.min(allowance)
	}

	/// Mints `amount` less its rounding dust and divides it by the budget.
	fn pay(amount: Balance) -> Result<Payout, DispatchError> {
		let shares = CurrentPolicy::<T>::get().budget.shares();
		let split = split(amount, shares).ok_or(Error::<T>::BudgetNotWhole)?;
		let whole = amount.saturating_sub(split.remainder);
		let mut credit = T::Currency::issue(whole);
		// An issuance at its limit issues less than it was asked for.
		ensure!(credit.peek() == whole, Error::<T>::IssuanceOverflow);

		let mut payout = Payout::default();
		for (recipient, share) in Recipient::ALL.into_iter().zip(split.parts) {
			if share == 0 {
				continue;
			}
			if let Err(refused) = T::Recipients::receive(recipient, credit.extract(share)) {
				payout.refusals = payout.refusals.saturating_add(1);
				if !Self::owe(recipient, refused)? {
					continue;
				}
			}
			payout.minted = payout.minted.saturating_add(share);
		}
		Ok(payout)
	}

	/// Puts what a recipient refused into the pot, under the recipient's name; `false` where not
	/// even the pot can take it. Then the tokens cease to exist before anyone has counted them:
	/// they were never minted.
	fn owe(recipient: Recipient, refused: CreditOf<T>) -> Result<bool, DispatchError> {
		let amount = refused.peek();
		if let Err(unplaced) = T::Currency::resolve(&Self::pot_account(), refused) {
			drop(unplaced);
			Self::deposit_event(Event::ShareWithheld { recipient, amount });
			return Ok(false);
		}
		Liabilities::<T>::try_mutate(|liabilities| liabilities.add(recipient, amount))?;
		Self::deposit_event(Event::LiabilityRecorded { recipient, amount });
		Ok(true)
	}

	/// Pays everything that the pot keeps for `recipient`.
	pub(crate) fn do_settle_liability(recipient: Recipient) -> DispatchResult {
		let owed = Liabilities::<T>::mutate(|liabilities| liabilities.take(recipient));
		ensure!(owed > 0, Error::<T>::NothingOwed);
		let credit = T::Currency::withdraw(
			&Self::pot_account(),
			owed,
			Precision::Exact,
			// The pot outlives its liabilities: an empty one could not take a small share again.
			Preservation::Preserve,
			Fortitude::Polite,
		)?;
		// On refusal the call fails and so the withdrawal never happened.
		T::Recipients::receive(recipient, credit).map_err(|_| Error::<T>::RecipientRefuses)?;
		Self::deposit_event(Event::LiabilitySettled { recipient, amount: owed });
		Ok(())
	}
}
