// SPDX-License-Identifier: Apache-2.0

//! What each call costs at its worst. A batch of vouchers is measured with each of them from
//! another customer, spread over all classes.

use crate::{
	types::{FormSettings, Model, Unit},
	AccountIdOf, AgreementOf, Agreements, BatchOf, Call, CardKey, Claim, ClassParameter,
	ClassSetting, ClassSettings, Classes, Config, Disputes, EvidenceHash, NextAgreementId, Offer,
	Order, Outcome, Pallet, Parameter, RateCards, SignedVoucherOf, Verdict, MAX_CARDS,
};
use alloc::vec::Vec;
use destra_primitives::{
	time::{days, minutes, Moment},
	AgreementId, Balance, BoundedU128, BoundedU64, Governed, PaymentForm, ServiceClass,
};
use destra_vouchers::{SignedVoucher, Voucher};
use frame_benchmarking::{account, v2::*};
use frame_support::{
	storage::{storage_prefix, unhashed},
	traits::{
		fungible::{Inspect, Mutate},
		EnsureOrigin, Get, Time,
	},
};
use frame_system::RawOrigin;
use sp_core::{crypto::KeyTypeId, sr25519};
use sp_runtime::{traits::Verify, AccountId32, Perquintill};

/// Does for a benchmark what others do on a chain.
pub trait BenchmarkHelper<AccountId, Signature> {
	/// Who signs the vouchers, with a key of the kind whose signatures take longest to check.
	fn signer() -> AccountId;

	/// A signature of that key.
	fn sign(message: &[u8]) -> Signature;

	/// Makes an account a provider that serves `class`. The key that acts for it.
	fn add_provider(who: &AccountId, class: ServiceClass) -> AccountId;

	/// Has a provider serve no more, for want of stake: what takes longest to find out.
	fn stop_serving(who: &AccountId);
}

/// Signs by sr25519, whose signatures take longest to check of those that a runtime knows.
pub struct MultiSignatureHelper;

impl MultiSignatureHelper {
	const KEY_TYPE: KeyTypeId = KeyTypeId(*b"vchr");

	/// The key is a bare seed: the keystore derives a key anew for each signature, and from a phrase that
	/// would take longer than all else.
	const SEED: &'static [u8] =
		b"0x2626262626262626262626262626262626262626262626262626262626262626";

	/// The key, made once.
	fn public() -> sr25519::Public {
		let known = sp_io::crypto::sr25519_public_keys(Self::KEY_TYPE).into_iter().next();
		let make = || sp_io::crypto::sr25519_generate(Self::KEY_TYPE, Some(Self::SEED.to_vec()));
		known.unwrap_or_else(make)
	}

	/// The account of the key.
	pub fn signer() -> AccountId32 {
		Self::public().0.into()
	}

	/// A signature of the key.
	pub fn sign<Signature: From<sr25519::Signature>>(message: &[u8]) -> Signature {
		let signature = sp_io::crypto::sr25519_sign(Self::KEY_TYPE, &Self::public(), message);
		signature.unwrap().into()
	}
}

/// Worth paying.
const AMOUNT: Balance = 1_000_000_000_000_000_000_000;

/// 15 January 2027.
const NOW: Moment = 1_800_000_000_000;

/// Sets the clock that [`Config::Time`] reads, which is that of the timestamp pallet.
fn set_time<T: Config>(now: Moment) {
	unhashed::put(&storage_prefix(b"Timestamp", b"Now"), &now);
	assert_eq!(T::Time::now(), now, "the clock is another one");
}

fn settings() -> ClassSettings {
	let form = FormSettings {
		unit: Unit::try_new("sixteen bytes ..").unwrap(),
		min_price: BoundedU128::literal::<1>(),
		max_price: BoundedU128::literal::<AMOUNT>(),
		min_prepayment: BoundedU128::literal::<AMOUNT>(),
	};
	ClassSettings {
		streaming: Some(form.clone()),
		metered: Some(form),
		provider_deposit: BoundedU128::literal::<AMOUNT>(),
		dispute_deposit: BoundedU128::literal::<AMOUNT>(),
		..ClassSettings::of(ServiceClass::Hosting)
	}
}

fn offer(form: PaymentForm) -> Offer {
	let model = Model::try_new("a model of thirty-two characters").unwrap();
	Offer { form, model, price: AMOUNT / 100, slots: u32::MAX - 1 }
}

fn funded<T: Config>(name: &'static str, index: u32) -> AccountIdOf<T> {
	let who: AccountIdOf<T> = account(name, index, 0);
	T::Currency::mint_into(&who, AMOUNT * 10 + T::Currency::minimum_balance()).unwrap();
	who
}

/// Every class in both forms.
fn offer_classes<T: Config>() {
	for class in ServiceClass::ALL {
		Classes::<T>::insert(class, settings());
	}
}

/// All classes, a provider of one of them with a card in it, and the key that acts for it: what that may do
/// takes longer to find out than what the provider itself may.
fn provider<T: Config>(class: ServiceClass, form: PaymentForm) -> (AccountIdOf<T>, AccountIdOf<T>) {
	set_time::<T>(NOW);
	offer_classes::<T>();
	let who = funded::<T>("provider", 0);
	// A deposit for each voucher of a batch.
	let deposits = AMOUNT * Balance::from(T::MaxBatch::get() + 1);
	T::Currency::mint_into(&who, deposits).unwrap();
	let operator = T::BenchmarkHelper::add_provider(&who, class);
	Pallet::<T>::do_publish_card(who.clone(), class, 0, offer(form)).unwrap();
	(who, operator)
}

/// An agreement with a new customer.
fn new_agreement<T: Config>(
	provider: &AccountIdOf<T>,
	index: u32,
	form: PaymentForm,
) -> AgreementId {
	let customer = funded::<T>("customer", index);
	let key = CardKey { class: ServiceClass::Hosting, card: 0 };
	let version = RateCards::<T>::get(provider, key).unwrap().version;
	let order = match form {
		PaymentForm::Streaming => Order::Streaming { units: 7 },
		PaymentForm::Metered => Order::Metered { signer: Some(T::BenchmarkHelper::signer()) },
	};
	Pallet::<T>::do_open(customer, provider.clone(), key, version, order, AMOUNT).unwrap();
	NextAgreementId::<T>::get() - 1
}

/// A streaming agreement, and the key that acts for its provider.
fn streaming<T: Config>() -> (AgreementId, AgreementOf<T>, AccountIdOf<T>) {
	let (provider, operator) = provider::<T>(ServiceClass::Hosting, PaymentForm::Streaming);
	let id = new_agreement::<T>(&provider, 0, PaymentForm::Streaming);
	(id, Agreements::<T>::get(id).unwrap(), operator)
}

/// `count` agreements, each with a voucher for a part of what is in it, or for nothing.
fn vouchers<T: Config>(provider: &AccountIdOf<T>, count: u32, good: bool) -> BatchOf<T> {
	let genesis = Pallet::<T>::genesis_hash();
	let signed = |index: u32| -> SignedVoucherOf<T> {
		let agreement = new_agreement::<T>(provider, index, PaymentForm::Metered);
		let class = ServiceClass::ALL[index as usize % ServiceClass::ALL.len()];
		Agreements::<T>::mutate(agreement, |agreement| agreement.as_mut().unwrap().class = class);
		let amount = if good { AMOUNT / 3 } else { 0 };
		let voucher = Voucher { agreement, amount, valid_until: NOW + days(1) };
		let signature = T::BenchmarkHelper::sign(&voucher.payload(&genesis, provider));
		SignedVoucher { voucher, signature }
	};
	(0..count).map(signed).collect::<Vec<_>>().try_into().unwrap_or_else(|_| panic!("too many"))
}

/// What a provider claims.
const CLAIM: Claim = Claim::Payment { amount: AMOUNT / 3 };

/// What a customer claims.
const REFUND: Claim = Claim::Refund { amount: AMOUNT / 3 };

const EVIDENCE: EvidenceHash = EvidenceHash::repeat_byte(7);

/// An open dispute in which both parties have a deposit to lose, opened by the provider.
fn disputed<T: Config>() -> (AgreementId, AgreementOf<T>) {
	let (id, agreement, _) = streaming::<T>();
	set_time::<T>(NOW + days(4));
	Pallet::<T>::do_open_dispute(agreement.provider.clone(), id, CLAIM, EVIDENCE).unwrap();
	(id, agreement)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// The last setting of the last class, for which all others are read. A class that is not offered yet
	/// costs less: none of its settings is in force.
	#[benchmark]
	fn put_parameter() {
		offer_classes::<T>();
		let class = ServiceClass::ALL[ServiceClass::ALL.len() - 1];
		// Shorter than any stake takes to unbond.
		let setting = ClassSetting::RulingPeriod(BoundedU64::literal::<{ minutes(1) }>());
		let new = Parameter::Class(ClassParameter { class, setting });
		let old;

		#[block]
		{
			old = Pallet::<T>::value_of(&new);
			Pallet::<T>::put(new.clone()).unwrap();
		}

		assert!(old.is_some() && old != Some(new.clone()));
		assert_eq!(Pallet::<T>::value_of(&new), Some(new));
	}

	#[benchmark]
	fn publish_card() {
		let (who, _) = provider::<T>(ServiceClass::Hosting, PaymentForm::Streaming);
		let offer = offer(PaymentForm::Streaming);
		let card = MAX_CARDS - 1;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), ServiceClass::Hosting, card, offer.into());

		assert_eq!(RateCards::<T>::iter_prefix(&who).count(), 2);
	}

	#[benchmark]
	fn remove_card() {
		let (who, operator) = provider::<T>(ServiceClass::Hosting, PaymentForm::Streaming);

		#[extrinsic_call]
		_(RawOrigin::Signed(operator), who.clone(), ServiceClass::Hosting, 0);

		assert_eq!(RateCards::<T>::iter_prefix(&who).count(), 0);
	}

	#[benchmark]
	fn open() {
		let (provider, _) = provider::<T>(ServiceClass::Hosting, PaymentForm::Metered);
		let customer = funded::<T>("customer", 0);
		let class = ServiceClass::Hosting;
		let version = RateCards::<T>::get(&provider, CardKey { class, card: 0 }).unwrap().version;
		let order = Order::Metered { signer: Some(T::BenchmarkHelper::signer()) };

		#[extrinsic_call]
		_(RawOrigin::Signed(customer), provider, class, 0, version, order, AMOUNT);

		assert_eq!(NextAgreementId::<T>::get(), 1);
	}

	#[benchmark]
	fn top_up() {
		let (provider, _) = provider::<T>(ServiceClass::Hosting, PaymentForm::Metered);
		let id = new_agreement::<T>(&provider, 0, PaymentForm::Metered);
		let customer = Agreements::<T>::get(id).unwrap().customer;

		#[extrinsic_call]
		_(RawOrigin::Signed(customer), id, AMOUNT);

		assert_eq!(Agreements::<T>::get(id).unwrap().escrow, AMOUNT * 2);
	}

	#[benchmark]
	fn announce_price() {
		let (id, _, operator) = streaming::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(operator), id, AMOUNT / 50);

		assert!(Agreements::<T>::get(id).unwrap().announced().is_some());
	}

	/// All the money is used up, across a change of the price.
	#[benchmark]
	fn settle() {
		let (id, agreement, operator) = streaming::<T>();
		Pallet::<T>::do_announce_price(operator, id, AMOUNT / 50).unwrap();
		set_time::<T>(NOW + days(10_000));

		#[extrinsic_call]
		_(RawOrigin::Signed(agreement.customer), id);

		assert!(!Agreements::<T>::contains_key(id));
	}

	/// By a customer whose provider does not serve.
	#[benchmark]
	fn cancel() {
		let (id, agreement, _) = streaming::<T>();
		T::BenchmarkHelper::stop_serving(&agreement.provider);
		set_time::<T>(NOW + days(40));

		#[extrinsic_call]
		_(RawOrigin::Signed(agreement.customer), id);

		assert_eq!(Agreements::<T>::get(id).unwrap().ends_at, Some(NOW + days(40)));
	}

	#[benchmark]
	fn close() {
		let (id, agreement, _) = streaming::<T>();
		Pallet::<T>::do_cancel(agreement.customer.clone(), id).unwrap();
		set_time::<T>(NOW + days(40));

		#[extrinsic_call]
		_(RawOrigin::Signed(agreement.customer), id);

		assert!(!Agreements::<T>::contains_key(id));
	}

	#[benchmark]
	fn redeem(v: Linear<1, { T::MaxBatch::get() }>) {
		let (provider, _) = provider::<T>(ServiceClass::Hosting, PaymentForm::Metered);
		let batch = vouchers::<T>(&provider, v, true);
		let caller: AccountIdOf<T> = account("caller", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), provider, batch);

		let paid = AMOUNT / 3 * Balance::from(v);
		assert_eq!(Pallet::<T>::cumulative_volume(), paid);
	}

	/// For no more than was paid: the last reason that is found without a look at the signature.
	#[benchmark]
	fn refuse(r: Linear<1, { T::MaxBatch::get() }>) {
		let (provider, _) = provider::<T>(ServiceClass::Hosting, PaymentForm::Metered);
		let batch = vouchers::<T>(&provider, r, false);

		#[block]
		{
			Pallet::<T>::do_redeem(provider, batch).unwrap();
		}

		assert_eq!(Pallet::<T>::cumulative_volume(), 0);
	}

	#[benchmark]
	fn check_signature(s: Linear<1, { T::MaxBatch::get() }>) {
		let signer = T::BenchmarkHelper::signer();
		let provider: AccountIdOf<T> = account("provider", 0, 0);
		let voucher = Voucher { agreement: 7, amount: AMOUNT, valid_until: NOW };
		let genesis = Pallet::<T>::genesis_hash();
		let signature = T::BenchmarkHelper::sign(&voucher.payload(&genesis, &provider));
		let mut good = 0;

		#[block]
		{
			for _ in 0..s {
				let payload = voucher.payload(&genesis, &provider);
				good += u32::from(signature.verify(&payload[..], &signer));
			}
		}

		assert_eq!(good, s);
	}

	/// In place of one of the other side that nobody has ruled on.
	#[benchmark]
	fn open_dispute() {
		let (id, agreement) = disputed::<T>();
		set_time::<T>(Disputes::<T>::get(id).unwrap().deadline);

		#[extrinsic_call]
		_(RawOrigin::Signed(agreement.customer), id, REFUND, EVIDENCE);

		assert_eq!(Disputes::<T>::get(id).unwrap().claim, REFUND);
	}

	#[benchmark]
	fn rule() -> Result<(), BenchmarkError> {
		let origin =
			T::ArbiterOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let (id, _) = disputed::<T>();
		let verdict = Verdict::ForCustomer { slash: true };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, Perquintill::from_percent(50).into(), verdict);

		assert!(!Agreements::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn lapse_dispute() {
		let (id, _) = disputed::<T>();
		set_time::<T>(NOW + days(400));

		#[extrinsic_call]
		_(RawOrigin::Signed(account("anyone", 0, 0)), id);

		assert!(!Disputes::<T>::contains_key(id));
	}

	/// The provider concedes: it loses its deposit.
	#[benchmark]
	fn concede() {
		let (id, agreement, _) = streaming::<T>();
		set_time::<T>(NOW + days(4));
		Pallet::<T>::do_open_dispute(agreement.customer, id, REFUND, EVIDENCE).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(agreement.provider), id, REFUND);

		assert!(!Agreements::<T>::contains_key(id));
	}

	#[benchmark]
	fn propose_outcome() {
		let (id, agreement) = disputed::<T>();
		let outcome = Outcome::End { payment: AMOUNT / 3 };

		#[extrinsic_call]
		_(RawOrigin::Signed(agreement.provider), id, outcome);

		let proposed = Disputes::<T>::get(id).unwrap().proposed_by_provider;
		assert_eq!(proposed, Some(outcome));
	}

	/// The agreement ends with a payment.
	#[benchmark]
	fn accept_outcome() {
		let (id, agreement) = disputed::<T>();
		let outcome = Outcome::End { payment: AMOUNT / 3 };
		Pallet::<T>::do_propose_outcome(agreement.customer, id, outcome).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(agreement.provider), id, outcome);

		assert!(!Agreements::<T>::contains_key(id));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
