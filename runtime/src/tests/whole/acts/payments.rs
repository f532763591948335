// SPDX-License-Identifier: Apache-2.0

//! Providers that offer services, and customers that pay for them.

use super::{anybody, one_of, staking::provider, Kind, Scene};
use crate::{
	configs::services::SignedVoucher, constants::currency::DSYNC, tests::chain::now, AccountId,
	Balance, Runtime, RuntimeCall, ServicePayments, System,
};
use destra_primitives::{
	payments_api::AgreementReport, time::minutes, AgreementId, Claim, Outcome, PaymentForm, Role,
};
use pallet_service_payments::{Agreements, Disputes, Model, Offer, Order, RateCards, Voucher};
use pallet_staking_locks::Providers;
use sp_core::{Pair, H256};

type Call = pallet_service_payments::Call<Runtime>;
type Agreement = AgreementReport<AccountId>;

pub const KINDS: [Kind; 12] = [
	Kind::new("publish a card", 6, provider, publish),
	Kind::new("remove a card", 1, provider, remove_card),
	Kind::new("open an agreement", 14, anybody, open),
	Kind::new("top up an agreement", 6, anybody, top_up),
	Kind::new("announce a price", 4, provider, announce),
	Kind::for_anybody("settle", 14, settle),
	Kind::new("cancel", 4, anybody, cancel),
	Kind::for_anybody("close", 10, close),
	Kind::new("redeem", 20, provider, redeem),
	Kind::new("open a dispute", 5, anybody, open_dispute),
	Kind::new("answer in a dispute", 6, anybody, answer),
	Kind::for_anybody("lapse a dispute", 5, lapse),
];

/// How many agreements a customer has at most, so that the state does not grow for ever.
const MOST_AGREEMENTS: usize = 4;

/// The agreements that somebody is a party of.
fn agreements(who: &AccountId) -> Vec<Agreement> {
	ServicePayments::agreements_of(who.clone(), None, 32).agreements
}

/// An agreement of somebody of which `is` holds.
fn agreement(
	scene: &mut Scene,
	who: &AccountId,
	is: impl Fn(&Agreement) -> bool,
) -> Option<Agreement> {
	let mut all = agreements(who);
	all.retain(is);
	scene.dice.pick(&all).cloned()
}

/// An agreement of anybody of which `is` holds.
fn any_agreement(scene: &mut Scene, is: impl Fn(&Agreement) -> bool) -> Option<Agreement> {
	let ids: Vec<AgreementId> = Agreements::<Runtime>::iter_keys().collect();
	(0..6).find_map(|_| {
		let id = *scene.dice.pick(&ids)?;
		ServicePayments::agreement(id).filter(&is)
	})
}

fn publish(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let provider = Providers::<Runtime>::get(by).filter(|provider| provider.is_active())?;
	let roles = provider.profile.roles;
	let services = roles.iter().filter_map(|role| match role {
		Role::Service(class) => Some(*class),
		Role::Validator => None,
	});
	let class = one_of(scene, services)?;
	let (_, settings) = ServicePayments::classes().into_iter().find(|(of, _)| *of == class)?;
	let forms = [PaymentForm::Streaming, PaymentForm::Metered];
	let form = one_of(scene, forms.into_iter().filter(|form| settings.form(*form).is_some()))?;
	let bounds = settings.form(form)?;
	let price = scene.dice.planck(bounds.min_price.get(), bounds.max_price.get().min(5 * DSYNC));
	let slots = scene.dice.between(1, 6) as u32;
	let offer = Offer { form, model: Model::try_new("of the test").ok()?, price, slots };
	let card = scene.dice.below(3) as u8;
	Some(Call::publish_card { class, card, offer: offer.into() }.into())
}

fn remove_card(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let card = one_of(scene, ServicePayments::cards(by.clone()).into_iter())?;
	let (class, card) = (card.class, card.card);
	Some(Call::remove_card { provider: by.clone(), class, card }.into())
}

fn open(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	if agreements(by).len() >= MOST_AGREEMENTS {
		return None;
	}
	let (provider, _) = one_of(scene, RateCards::<Runtime>::iter_keys())?;
	let open = ServicePayments::cards(provider.clone()).into_iter().filter(|card| card.open);
	let card = one_of(scene, open)?;
	let (_, settings) = ServicePayments::classes().into_iter().find(|(of, _)| *of == card.class)?;
	let least = settings.form(card.form)?.min_prepayment.get();
	let prepayment = scene.spare(by, least, least + 200 * DSYNC)?;
	let order = match card.form {
		PaymentForm::Streaming => {
			Order::Streaming { units: scene.dice.between(1, card.slots.min(4).into()) as u32 }
		}
		PaymentForm::Metered => {
			Order::Metered { signer: scene.other(by).filter(|_| scene.dice.chance(30)) }
		}
	};
	let (class, version, card) = (card.class, card.version, card.card);
	(provider != *by)
		.then(|| Call::open { provider, class, card, version, order, prepayment }.into())
}

fn top_up(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let agreement = agreement(scene, by, |one| {
		one.customer == *by && one.dispute.is_none() && one.ends_at.is_none() && !one.over
	})?;
	let amount = scene.spare(by, 1, 50 * DSYNC)?;
	Some(Call::top_up { id: agreement.id, amount }.into())
}

fn announce(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let agreement = agreement(scene, by, |one| {
		one.provider == *by && one.dispute.is_none() && one.announced.is_none() && !one.over
	})?;
	let price = match scene.dice.chance(50) {
		true => agreement.price + scene.dice.planck(1, agreement.price),
		false => agreement.price - scene.dice.planck(0, agreement.price / 2),
	};
	Some(Call::announce_price { id: agreement.id, price }.into())
}

fn settle(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let agreement = any_agreement(scene, |one| one.due > 1_000 && one.dispute.is_none())?;
	Some(Call::settle { id: agreement.id }.into())
}

fn cancel(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let id = agreement(scene, by, |one| one.ends_at.is_none() && !one.over)?.id;
	Some(Call::cancel { id }.into())
}

fn close(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let id = any_agreement(scene, |one| one.over && one.dispute.is_none())?.id;
	Some(Call::close { id }.into())
}

/// Vouchers for some of the agreements of a provider. Now and then one is forged, or signed for too much.
fn redeem(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let provider = by.clone();
	let heedless = scene.dice.chance(5);
	let metered = agreements(&provider).into_iter().filter(|one| {
		let good = one.escrow > DSYNC && !one.over && (one.dispute.is_none() || heedless);
		one.provider == provider && one.form == PaymentForm::Metered && good
	});
	let mut vouchers = Vec::new();
	for agreement in metered.take(8) {
		vouchers.extend(voucher(scene, &agreement));
	}
	let batch = vouchers.try_into().ok().filter(|batch: &Vouchers| !batch.is_empty())?;
	Some(Call::redeem { provider, vouchers: batch }.into())
}

type Vouchers = frame_support::BoundedVec<
	SignedVoucher,
	<Runtime as pallet_service_payments::Config>::MaxBatch,
>;

fn voucher(scene: &mut Scene, agreement: &Agreement) -> Option<SignedVoucher> {
	let more: Balance = match scene.dice.chance(4) {
		true => agreement.escrow + 1,
		false => scene.dice.planck(DSYNC / 10, agreement.escrow / 2),
	};
	let (id, valid_until) = (agreement.id, now() + minutes(30));
	let voucher = Voucher { agreement: id, amount: agreement.paid + more, valid_until };
	let payload = voucher.payload(&System::block_hash(0).0, &agreement.provider);
	let forged = scene.dice.chance(4);
	let signer = agreement.signer.clone().filter(|_| !forged).unwrap_or(scene.cast.sudo());
	let signature = scene.cast.key(&signer)?.sign(&payload).into();
	Some(SignedVoucher { voucher, signature })
}

fn open_dispute(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let agreement =
		agreement(scene, by, |one| one.dispute.is_none() && !one.over && one.escrow > DSYNC)?;
	let amount = scene.dice.planck(1, agreement.escrow);
	let claim = match agreement.customer == *by {
		true => Claim::Refund { amount },
		false => Claim::Payment { amount },
	};
	Some(Call::open_dispute { id: agreement.id, claim, evidence: H256::repeat_byte(9) }.into())
}

/// A disputed agreement of somebody.
fn disputed(scene: &mut Scene, by: &AccountId) -> Option<Agreement> {
	agreement(scene, by, |one| one.dispute.as_ref().is_some_and(|open| now() < open.deadline))
}

/// What one side of a dispute says to the other.
fn answer(scene: &mut Scene, by: &AccountId) -> Option<RuntimeCall> {
	let agreement = disputed(scene, by)?;
	let (id, dispute) = (agreement.id, agreement.dispute?);
	let customer = agreement.customer == *by;
	let proposed = match customer {
		true => dispute.proposed_by_provider,
		false => dispute.proposed_by_customer,
	};
	if let Some(outcome) = proposed {
		return Some(Call::accept_outcome { id, outcome }.into());
	}
	let mine = matches!(dispute.claim, Claim::Refund { .. }) == customer;
	if !mine && scene.dice.chance(30) {
		return Some(Call::concede { id, claim: dispute.claim }.into());
	}
	let outcome = match scene.dice.chance(50) {
		true => Outcome::Resume,
		false => Outcome::End { payment: scene.dice.planck(0, agreement.escrow) },
	};
	Some(Call::propose_outcome { id, outcome }.into())
}

fn lapse(scene: &mut Scene, _: &AccountId) -> Option<RuntimeCall> {
	let late = Disputes::<Runtime>::iter().filter(|(_, dispute)| dispute.lapses_from <= now());
	let (id, _) = one_of(scene, late)?;
	Some(Call::lapse_dispute { id }.into())
}
