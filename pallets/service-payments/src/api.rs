// SPDX-License-Identifier: Apache-2.0

//! What the public may read, as of now and without a change of state.

use crate::{
	types::{Notices, Terms},
	AccountIdOf, AgreementIds, AgreementOf, Agreements, ClassSettings, Classes, Config,
	DailyVolumes, Disputes, Pallet, RateCards, SignedVoucherOf, Volumes,
};
use alloc::{string::String, vec::Vec};
use destra_primitives::{
	payments_api::{
		AgreementPage, AgreementReport, CardReport, DayReport, DisputeReport, VolumeReport,
		VoucherRefusal,
	},
	AgreementId, Balance, ProviderInspect, Role, ServiceClass,
};
use frame_support::traits::{Get, Time};
use sp_runtime::Perquintill;

/// How many agreements a page has at most.
const MAX_PAGE: u32 = 1_000;

impl<T: Config> Pallet<T> {
	pub(crate) fn report_classes() -> Vec<(ServiceClass, ClassSettings)> {
		let of = |class| Some((class, Classes::<T>::get(class)?));
		ServiceClass::ALL.into_iter().filter_map(of).collect()
	}

	pub(crate) fn report_cards(provider: &T::AccountId) -> Vec<CardReport> {
		let mut cards: Vec<_> = RateCards::<T>::iter_prefix(provider)
			.map(|(key, card)| {
				let role = Role::Service(key.class);
				CardReport {
					class: key.class,
					card: key.card,
					version: card.version,
					form: card.offer.form,
					model: String::from(card.offer.model).into_bytes(),
					price: card.offer.price,
					slots: card.offer.slots,
					open: card.offer.slots > 0 && T::Providers::serves(provider, role),
				}
			})
			.collect();
		cards.sort_by_key(|card| (card.class, card.card));
		cards
	}

	pub(crate) fn report_agreement(id: AgreementId) -> Option<AgreementReport<AccountIdOf<T>>> {
		Agreements::<T>::get(id).map(|agreement| Self::report(id, Self::as_served(agreement)))
	}

	pub(crate) fn report_agreements(
		who: &T::AccountId,
		after: Option<AgreementId>,
		limit: u32,
	) -> AgreementPage<AccountIdOf<T>> {
		let mut ids = match after {
			None => AgreementIds::<T>::iter_key_prefix(who),
			Some(id) => {
				let key = AgreementIds::<T>::hashed_key_for(who, id);
				AgreementIds::<T>::iter_key_prefix_from(who, key)
			}
		};
		let page = limit.clamp(1, MAX_PAGE) as usize;
		let agreements: Vec<_> =
			ids.by_ref().take(page).filter_map(Self::report_agreement).collect();
		let last = agreements.last().map(|agreement| agreement.id);
		AgreementPage { agreements, next: ids.next().and(last) }
	}

	pub(crate) fn report_redeemable(
		provider: &T::AccountId,
		voucher: &SignedVoucherOf<T>,
	) -> Result<Balance, VoucherRefusal> {
		Self::check_voucher(&Self::genesis_hash(), provider, voucher, T::Time::now())
			.map(|(_, payable)| payable.now)
	}

	pub(crate) fn report_volumes() -> Vec<(ServiceClass, VolumeReport)> {
		ServiceClass::ALL.map(|class| (class, Volumes::<T>::get(class).report())).into()
	}

	pub(crate) fn report_history(class: ServiceClass) -> Vec<DayReport> {
		let oldest = crate::types::day_of(T::Time::now()).saturating_sub(T::HistoryDays::get());
		let mut days: Vec<_> = DailyVolumes::<T>::iter_prefix_values(class)
			// A slot that no later day has taken may be older than that.
			.filter(|day| day.day > oldest)
			.collect();
		days.sort_by_key(|day| day.day);
		days.into_iter().map(|day| day.report()).collect()
	}

	fn report(id: AgreementId, agreement: AgreementOf<T>) -> AgreementReport<AccountIdOf<T>> {
		let now = T::Time::now();
		let disputed_since = agreement.dispute.since;
		let agreement = agreement.resumed(now);
		let (ends_at, over) = (agreement.end(), agreement.over(now).is_some());
		let (expires_at, frozen) = (agreement.expires_at(), agreement.frozen());
		let cost = agreement.cost(now);
		let due = if disputed_since.is_some() { 0 } else { agreement.due(now) };
		let (form, units, term) = (agreement.form(), agreement.units(), agreement.term());
		let Notices { customer, provider, price: price_notice } = agreement.notices;
		let funded_until = agreement.funded_until();
		// Up to now, a price that has come counts.
		let mut current = agreement.clone();
		current.roll(now);
		let (price, announced) = (current.price(), current.announced());
		let contested = agreement.contested(now);
		let signer = match agreement.terms {
			Terms::Streaming { .. } => None,
			Terms::Metered { signer, .. } => Some(signer),
		};
		AgreementReport {
			id,
			customer: agreement.customer,
			provider: agreement.provider,
			class: agreement.class,
			card: agreement.card,
			version: agreement.version,
			form,
			units,
			price,
			period: agreement.tariff.rate.period,
			announced,
			burn: Perquintill::from_parts(agreement.shares.burn),
			treasury: Perquintill::from_parts(agreement.shares.treasury),
			opened_at: agreement.opened_at,
			signer,
			cost,
			paid: agreement.paid,
			due,
			escrow: agreement.escrow,
			deposit: agreement.deposit,
			storage_deposit: agreement.storage_deposit,
			customer_notice: customer,
			provider_notice: provider,
			price_notice,
			term,
			funded_until,
			ends_at,
			expires_at,
			frozen,
			over,
			dispute: Disputes::<T>::get(id).zip(disputed_since).map(|(dispute, opened_at)| {
				DisputeReport {
					claim: dispute.claim,
					evidence: dispute.evidence,
					opened_at,
					deadline: dispute.deadline,
					lapses_from: dispute.lapses_from,
					contested,
					deposit: dispute.deposit,
					penalty: dispute.penalty,
					proposed_by_customer: dispute.proposed_by_customer,
					proposed_by_provider: dispute.proposed_by_provider,
				}
			}),
		}
	}
}
