// SPDX-License-Identifier: Apache-2.0

//! What moves tokens: load → compute → move tokens → store → event.

use crate::{
	types::{EmissionState, Policy, WrongPhase},
	Config, CreditOf, CurrentPolicy, Error, Event, Liabilities, Pallet, PastDays, State, Supply,
	WeightInfo,
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use destra_economics::{
	emission::{Day, History, Limits, Signal, Stream},
	split, EmissionError,
};
use destra_primitives::{
	apis::EmissionPhase, time::Moment, Balance, EmissionRecipients, KpiProvider, KpiSignals,
	MetricId, Recipient,
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
	BoundedVec,
};
use sp_runtime::{traits::AccountIdConversion, DispatchError};

impl<T> From<EmissionError> for Error<T> {
	fn from(error: EmissionError) -> Self {
		match error {
			EmissionError::Invalid => Self::InvalidStream,
			EmissionError::Overflow => Self::Overflow,
			EmissionError::TooManyTracks => Self::TooManyMetrics,
		}
	}
}

/// The days before the present one.
pub(crate) struct PastDaysOf<T>(PhantomData<T>);

impl<T> PastDaysOf<T> {
	/// As they are stored.
	pub(crate) const fn stored() -> Self {
		Self(PhantomData)
	}
}

impl<T: Config> History for PastDaysOf<T> {
	fn update<R>(&mut self, change: impl FnOnce(&mut Vec<Day>) -> R) -> R {
		let mut days = PastDays::<T>::take().into_inner();
		let result = change(&mut days);
		// The window keeps no more.
		PastDays::<T>::put(BoundedVec::truncate_from(days));
		result
	}
}

/// What a step did that costs something on top.
#[derive(Default)]
struct Done {
	/// How many recipients did not take their share.
	refusals: u64,
	/// Whether a day of the ceiling began.
	day_began: bool,
}

/// What `policy` limits a step by.
pub(crate) fn limits(policy: &Policy) -> Limits {
	Limits {
		annual_cap: policy.annual_cap.get(),
		// At most 400 %, so the conversion never fails.
		catch_up_percent: u32::try_from(policy.catch_up.get()).unwrap_or(u32::MAX),
	}
}

/// What feeds the track of `metric`, if anything does.
pub(crate) fn signal_of(signals: &KpiSignals, metric: MetricId) -> Option<Signal> {
	signals.iter().find(|(id, _)| *id == metric).and_then(|(_, signal)| *signal)
}

/// What became of an amount that was handed out.
#[derive(Default)]
struct Payout {
	/// Minted, for the recipients and for the pot.
	minted: Balance,
	/// The same, by recipient.
	received: Vec<(Recipient, Balance)>,
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
		let cap = CurrentPolicy::<T>::get().annual_cap.get();
		State::<T>::try_mutate(|state| state.start(issuance, cap))
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
		Self::audit();
		// In the first block after genesis the clock was never set and reads zero: a step would
		// take the time since 1970 for elapsed.
		if state.phase() != EmissionPhase::Running || now == 0 {
			return T::WeightInfo::on_initialize_waiting();
		}
		let tracks = state.emission.kpis().len();
		let weight = T::WeightInfo::on_initialize_step(u32::try_from(tracks).unwrap_or(u32::MAX));
		let on_top = match with_storage_layer(|| Self::try_step(state, now)) {
			// The benchmark's recipients take their shares; a refusal costs about what settling it
			// later costs.
			Ok(Done { refusals, day_began }) => T::WeightInfo::settle_liability()
				.saturating_mul(refusals)
				.saturating_add(T::WeightInfo::begin_day().saturating_mul(day_began.into())),
			Err(error) => {
				Self::deposit_event(Event::StepFailed { error });
				T::WeightInfo::settle_liability()
					.saturating_mul(Recipient::COUNT as u64)
					.saturating_add(T::WeightInfo::begin_day())
			}
		};
		weight.saturating_add(on_top)
	}

	/// Lets time pass up to `now` and mints what that makes due.
	fn try_step(mut state: EmissionState, now: Moment) -> Result<Done, DispatchError> {
		let Some(time) = state.tick(now, T::MaxElapsed::get()) else {
			State::<T>::put(state);
			return Ok(Done::default());
		};
		if time.counted == 0 {
			return Ok(Done::default());
		}
		if time.counted < time.elapsed {
			Self::deposit_event(Event::ElapsedClamped {
				elapsed: time.elapsed,
				counted: time.counted,
			});
		}
		let issuance = T::Currency::total_issuance();
		let signals = T::Kpis::signals(now);
		let emission = &mut state.emission;
		let allowed = emission
			.release(
				time.counted,
				issuance,
				limits(&CurrentPolicy::<T>::get()),
				|metric| signal_of(&signals, metric),
				&mut PastDaysOf::<T>::stored(),
			)
			.map_err(Error::<T>::from)?;
		if allowed.ceiling_reached {
			let window = emission.window();
			Self::deposit_event(Event::CeilingReached {
				day: window.day(),
				budget: window.budget(),
			});
		}
		let payout = Self::pay(allowed.amount)?;
		let minted = emission.settle(payout.minted);

		State::<T>::put(state);
		Self::count_minted(now, &minted, &payout.received)?;
		if payout.minted > 0 {
			let fixed = minted
				.iter()
				.find(|(stream, _)| *stream == Stream::Fixed)
				.map_or(0, |(_, amount)| *amount);
			Self::deposit_event(Event::Emitted {
				fixed,
				kpi: payout.minted.saturating_sub(fixed),
				elapsed: time.counted,
			});
		}
		Ok(Done { refusals: payout.refusals, day_began: allowed.day_began })
	}

	/// Says so where the ledger does not account for the total issuance. That never happens; but if it does,
	/// nobody should have to look for it.
	fn audit() {
		let (ledger, issuance) = (Supply::<T>::get().issuance(), T::Currency::total_issuance());
		if ledger != Some(issuance) {
			Self::deposit_event(Event::LedgerMismatch { ledger, issuance });
		}
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
			payout.received.push((recipient, share));
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
