// SPDX-License-Identifier: Apache-2.0

//! The supply ledger: the one place that writes [`Supply`].

use crate::{types::NoRoom, Config, CreditOf, Error, Event, Pallet, Supply};
use destra_economics::emission::Stream;
use destra_primitives::{
	time::Moment, Balance, BurnCause, MetricId, MintCause, Recipient, SupplyLedger,
};
use frame_support::{
	defensive, ensure,
	pallet_prelude::DispatchResult,
	traits::{
		fungible::Balanced,
		tokens::{Fortitude, Precision, Preservation},
		Imbalance, Time,
	},
};
use sp_runtime::DispatchError;

impl<T: Config> SupplyLedger<CreditOf<T>> for Pallet<T> {
	fn burn(cause: BurnCause, credit: CreditOf<T>) {
		let amount = credit.peek();
		// Gone before it is counted: what a failing count would leave behind is caught by the
		// identity, while tokens in flight are caught by nothing.
		drop(credit);
		if amount == 0 {
			return;
		}
		let now = T::Time::now();
		let counted = Supply::<T>::try_mutate(|supply| {
			supply.sample(now);
			supply.burn(cause, amount)
		});
		// No more can be burned than was ever minted, and that fits, by the check at genesis.
		if let Err(error) = counted {
			defensive!("a burn could not be counted", error);
		}
		Self::deposit_event(Event::Burned { cause, amount });
	}
}

impl<T: Config> Pallet<T> {
	/// Burns tokens of a holder who wants it.
	pub(crate) fn do_burn(who: &T::AccountId, amount: Balance, keep_alive: bool) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let preservation =
			if keep_alive { Preservation::Preserve } else { Preservation::Expendable };
		let credit =
			T::Currency::withdraw(who, amount, Precision::Exact, preservation, Fortitude::Polite)?;
		<Self as SupplyLedger<_>>::burn(BurnCause::Voluntary, credit);
		Ok(())
	}

	/// Counts what a step minted, and for whom.
	pub(crate) fn count_minted(
		now: Moment,
		minted: &[(Stream<MetricId>, Balance)],
		received: &[(Recipient, Balance)],
	) -> DispatchResult {
		Supply::<T>::try_mutate(|supply| {
			supply.sample(now);
			minted.iter().try_for_each(|(stream, amount)| {
				let cause = match stream {
					Stream::Fixed => MintCause::Fixed,
					Stream::Kpi(metric) => MintCause::Kpi(*metric),
				};
				supply.mint(cause, *amount)
			})?;
			received.iter().try_for_each(|(recipient, amount)| supply.receive(*recipient, *amount))
		})
		.map_err(DispatchError::Arithmetic)
	}

	/// Opens a row for each of `metrics`, so that minting for them cannot fail.
	pub(crate) fn admit_metrics(
		metrics: impl IntoIterator<Item = MetricId>,
	) -> Result<(), Error<T>> {
		Supply::<T>::try_mutate(|supply| {
			metrics.into_iter().try_for_each(|metric| supply.admit(metric))
		})
		.map_err(|NoRoom| Error::<T>::TooManyMetrics)
	}
}
