// SPDX-License-Identifier: Apache-2.0

//! Payments for services in the runtime: with real keys, the stake of providers, the supply ledger,
//! the metric of paid volume, and what a voucher costs a block.

use super::{
	chain::{account, close_round, now, on_preset},
	parameters::{put, set_staking},
	signed::extension,
};
use crate::{
	configs::{
		economy::{metrics::PAID_VOLUME, PaidVolume, PAID_VOLUME_UNIT},
		services::{AgreementDeposit, SignedVoucher},
		system::RuntimeBlockWeights,
	},
	constants::currency::DSYNC,
	genesis::{categories::TREASURY, economy::KPI_RESERVOIR, preset_names},
	Allocation, Balance, Balances, Emission, KpiOracle, Runtime, RuntimeCall, RuntimeOrigin,
	ServicePayments, Signature, StakingLocks, System, TransactionPayment,
};
use destra_economics::{
	payments::{wash::self_dealing_loses, Meter},
	KpiStream,
};
use destra_primitives::{
	time::{days, minutes, Millis},
	AgreementId, BoundedU64, BurnCause, EthereumSignature, Governed, KpiMeter, PaymentForm,
	ServiceClass, Signer, SlashReason,
};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{extract_actual_weight, DispatchClass, GetDispatchInfo},
	traits::fungible::Inspect,
	weights::Weight,
};
use pallet_service_payments::{
	Claim, ClassParameter, ClassSetting, ClassSettings, Error, EvidenceHash, Model, Offer, Order,
	Parameter, Verdict, Voucher,
};
use sp_core::{ecdsa, Pair, H160};
use sp_io::hashing::keccak_256;
use sp_keyring::{Ed25519Keyring, Sr25519Keyring, Sr25519Keyring::*};
use sp_runtime::{
	traits::{Dispatchable, IdentifyAccount, TransactionExtension},
	AccountId32, Perquintill,
};

type Payments = pallet_service_payments::Call<Runtime>;

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(who))
}

fn free(who: Sr25519Keyring) -> Balance {
	Balances::balance(&account(who))
}

/// Bob has an agreement with Alice, who serves every class on the development chain.
pub fn open(
	class: ServiceClass,
	order: Order<AccountId32>,
	price: Balance,
	prepayment: Balance,
) -> AgreementId {
	let form = match order {
		Order::Streaming { .. } => PaymentForm::Streaming,
		Order::Metered { .. } => PaymentForm::Metered,
	};
	let model = Model::try_new("of the test").expect("a short text");
	let offer = Offer { form, model, price, slots: 1 };
	assert_ok!(ServicePayments::publish_card(signed(Alice), class, 0, offer.into()));
	let cards = ServicePayments::cards(account(Alice));
	let card = cards.into_iter().find(|card| card.class == class);
	let version = card.expect("it was published").version;
	let id = pallet_service_payments::NextAgreementId::<Runtime>::get();
	let alice = account(Alice);
	assert_ok!(ServicePayments::open(signed(Bob), alice, class, 0, version, order, prepayment));
	id
}

/// A voucher for Alice, with the signature that `sign` makes.
pub fn voucher<S: Into<Signature>>(
	agreement: AgreementId,
	amount: Balance,
	sign: impl FnOnce(&[u8]) -> S,
) -> SignedVoucher {
	let voucher = Voucher { agreement, amount, valid_until: now() + days(1) };
	let payload = voucher.payload(&System::block_hash(0).0, &account(Alice));
	SignedVoucher { voucher, signature: sign(&payload).into() }
}

fn redeem(vouchers: Vec<SignedVoucher>) {
	let batch = vouchers.try_into().expect("not too many");
	assert_ok!(ServicePayments::redeem(signed(Eve), account(Alice), batch));
}

#[test]
fn a_payment_reaches_provider_treasury_ledger_and_metric() {
	on_preset("development", || {
		let pot = Allocation::pot_account(TREASURY);
		let before = (free(Alice), Balances::balance(&pot));
		let counted = PaidVolume::cumulative(PAID_VOLUME).expect("a metered metric");
		let id = open(ServiceClass::Rpc, Order::Metered { signer: None }, 1_000, 100 * DSYNC);
		redeem(vec![voucher(id, 10 * DSYNC, |payload| Bob.sign(payload))]);

		assert_eq!(free(Alice) - before.0, 85 * DSYNC / 10);
		assert_eq!(Balances::balance(&pot) - before.1, DSYNC / 2);
		assert_eq!(Emission::burned(BurnCause::Service(ServiceClass::Rpc)), DSYNC);
		let grown = PaidVolume::cumulative(PAID_VOLUME).expect("a metered metric") - counted;
		assert_eq!(grown, 10 * DSYNC / PAID_VOLUME_UNIT);
	});
}

#[test]
fn the_metric_of_paid_volume_rises_with_the_next_round() {
	on_preset("development", || {
		let id = open(ServiceClass::Rpc, Order::Metered { signer: None }, 1_000, 100 * DSYNC);
		let reading = || {
			let report =
				KpiOracle::metrics().into_iter().find(|report| report.metric == PAID_VOLUME);
			report.expect("it is there").value.unwrap_or_default()
		};
		close_round();
		let before = reading();
		redeem(vec![voucher(id, 10 * DSYNC, |payload| Bob.sign(payload))]);
		close_round();
		assert!(reading() >= before + 10_000, "{before} {}", reading());
	});
}

/// What an Ethereum wallet signs for `message`.
fn personal_sign(key: &ecdsa::Pair, message: &[u8]) -> EthereumSignature {
	let text = EthereumSignature::text(message);
	let prefixed = format!("\x19Ethereum Signed Message:\n{}{text}", text.len());
	let mut signature = key.sign_prehashed(&keccak_256(prefixed.as_bytes())).0;
	signature[64] += 27;
	EthereumSignature(signature)
}

/// The Ethereum address of a key.
fn address_of(key: &ecdsa::Pair) -> H160 {
	personal_sign(key, b"").recover(b"").expect("it was just signed")
}

#[test]
fn keys_of_every_kind_sign_vouchers() {
	on_preset("development", || {
		let by = |signer: AccountId32| {
			let order = Order::Metered { signer: Some(signer) };
			open(ServiceClass::Rpc, order, 1_000, 10 * DSYNC)
		};
		let ecdsa = ecdsa::Pair::from_seed(&[7; 32]);
		let sr25519 = by(account(Bob));
		let ed25519 = by(Ed25519Keyring::Bob.to_account_id());
		let secp = by(Signer::from(ecdsa.public()).into_account());
		let wallet = by(Signer::from(address_of(&ecdsa)).into_account());
		redeem(vec![
			voucher(sr25519, DSYNC, |payload| Bob.sign(payload)),
			voucher(ed25519, DSYNC, |payload| Ed25519Keyring::Bob.sign(payload)),
			voucher(secp, DSYNC, |payload| ecdsa.sign(payload)),
			voucher(wallet, DSYNC, |payload| personal_sign(&ecdsa, payload)),
		]);
		for id in [sr25519, ed25519, secp, wallet] {
			let report = ServicePayments::agreement(id).expect("it runs");
			assert_eq!(report.paid, DSYNC);
		}
	});
}

#[test]
fn a_customer_leaves_a_provider_in_jail_at_once() {
	on_preset("development", || {
		let order = Order::Streaming { units: 1 };
		let id = open(ServiceClass::Hosting, order, 10 * DSYNC, 30 * DSYNC);
		// Half a period.
		pallet_timestamp::Now::<Runtime>::put(now() + minutes(5));
		let before = free(Bob);
		let reason = SlashReason::Equivocation;
		assert_ok!(StakingLocks::report_slash(RuntimeOrigin::root(), account(Alice), reason, None));
		assert_ok!(ServicePayments::cancel(signed(Bob), id));
		assert_ok!(ServicePayments::close(signed(Eve), id));
		assert_eq!(free(Bob) - before, 25 * DSYNC + AgreementDeposit::get());
		assert!(ServicePayments::agreement(id).is_none());
	});
}

#[test]
fn a_provider_that_leaves_is_paid_until_then() {
	on_preset("development", || {
		let order = Order::Streaming { units: 1 };
		let id = open(ServiceClass::Hosting, order, 10 * DSYNC, 30 * DSYNC);
		let before = (free(Alice), free(Bob));
		// Half a period, and another.
		pallet_timestamp::Now::<Runtime>::put(now() + minutes(5));
		assert_ok!(StakingLocks::leave(signed(Alice)));
		pallet_timestamp::Now::<Runtime>::put(now() + minutes(5));
		assert_ok!(ServicePayments::settle(signed(Eve), id));
		assert_eq!(free(Alice) - before.0, 5 * DSYNC * 85 / 100);
		assert_eq!(free(Bob) - before.1, 25 * DSYNC + AgreementDeposit::get());
		assert!(ServicePayments::agreement(id).is_none());
	});
}

/// Stake that is unbonded when a dispute begins is still there when it is ruled on, and the provider is
/// registered still when anyone can end it: on every preset, and whatever governance sets on either side.
#[test]
fn a_ruling_comes_before_the_stake_is_gone() {
	for preset in preset_names() {
		on_preset(preset.as_ref(), || {
			let staking = StakingLocks::settings();
			let unbonding = staking.unbonding();
			for (class, settings) in ServicePayments::classes() {
				assert!(settings.longest_dispute() < unbonding, "{class:?}");
				let set = |ruling: Millis| {
					let ruling = BoundedU64::try_from(ruling).expect("within bounds");
					let setting = ClassSetting::RulingPeriod(ruling);
					put([Parameter::Class(ClassParameter { class, setting }).into()])
				};
				// With a fifth of it to open another.
				let longest = (unbonding - 1) * 5 / 6;
				assert_noop!(set(longest + 2), Error::<Runtime>::DisputeTooLong);
				assert_ok!(set(longest));
			}
			let shorter = BoundedU64::try_from(unbonding - minutes(1)).expect("within bounds");
			assert_noop!(
				set_staking(|settings| settings.unbonding_period = shorter),
				pallet_staking_locks::Error::<Runtime>::UnbondingTooShort
			);
		});
	}
}

/// The silence of an arbiter burns, through the ledger, and nobody has it.
#[test]
fn a_dispute_that_lapses_burns_a_tenth_of_its_deposit_through_the_ledger() {
	on_preset("development", || {
		let id = open(ServiceClass::Rpc, Order::Metered { signer: None }, 1_000, 100 * DSYNC);
		let before = (free(Bob), free(Alice), Emission::burned(BurnCause::Slash));
		let claim = Claim::Refund { amount: 100 * DSYNC };
		let evidence = EvidenceHash::repeat_byte(7);
		assert_ok!(ServicePayments::open_dispute(signed(Bob), id, claim, evidence));
		let dispute = ServicePayments::agreement(id).and_then(|report| report.dispute);
		let lapses_from = dispute.expect("it is open").lapses_from;
		assert_eq!(lapses_from - now(), minutes(6));
		pallet_timestamp::Now::<Runtime>::put(lapses_from);
		assert_ok!(ServicePayments::lapse_dispute(signed(Eve), id));
		assert_eq!(before.0 - free(Bob), 5 * DSYNC);
		assert_eq!(free(Alice), before.1);
		assert_eq!(Emission::burned(BurnCause::Slash) - before.2, 5 * DSYNC);
	});
}

#[test]
fn a_provider_that_loses_a_dispute_is_slashed() {
	on_preset("development", || {
		let order = Order::Metered { signer: None };
		let id = open(ServiceClass::GpuCompute, order, 1_000_000, 100 * DSYNC);
		let before = free(Bob);
		let claim = Claim::Refund { amount: 100 * DSYNC };
		let evidence = EvidenceHash::repeat_byte(7);
		assert_ok!(ServicePayments::open_dispute(signed(Bob), id, claim, evidence));
		let verdict = Verdict::ForCustomer { slash: true };
		let granted = Perquintill::from_percent(80);
		assert_ok!(ServicePayments::rule(RuntimeOrigin::root(), id, granted.into(), verdict));
		// What was granted, the provider's deposit for the agreement, and his own for its entries.
		assert_eq!(free(Bob) - before, 80 * DSYNC + 10 * DSYNC + AgreementDeposit::get());
		let provider = StakingLocks::provider(account(Alice)).expect("she is one");
		assert_eq!(provider.pending_slashes, 1);
	});
}

/// The share of what is burned that paid volume may bring in emission at most, in percent: a tenth is margin,
/// and 65 % are for rewards by paid work.
const EMISSION_FOR_BURN: u64 = 25;

/// Of the emission that paid volume brings, whoever gets it, one burned planck brings less than a quarter,
/// on every preset and at the lowest burn that governance can set.
#[test]
fn who_buys_from_himself_loses_on_every_preset() {
	for preset in preset_names() {
		on_preset(preset.as_ref(), || {
			let meter = Meter { unit: PAID_VOLUME_UNIT, period: days(1) };
			let parameters = Emission::in_force();
			let track = parameters.iter().find_map(|parameter| match parameter {
				pallet_emission::Parameter::Tracks(all) => {
					all.iter().find(|one| one.metric == PAID_VOLUME)
				}
				_ => None,
			});
			let track = track.expect("it has a track");
			let half_life = parameters.iter().find_map(|parameter| match parameter {
				pallet_emission::Parameter::KpiHalfLife(half_life) => Some(half_life.get()),
				_ => None,
			});
			let reservoir = track.weight.mul_ceil(KPI_RESERVOIR);
			let doubling = track.doubling.map_or(0, |doubling| doubling.get());
			let half_life = half_life.expect("there is one");
			let baseline = track.baseline.get();
			let stream = KpiStream::new(reservoir, half_life, baseline, doubling)
				.expect("a stream of the preset");
			let least = ClassSettings::MIN_BURN.deconstruct();
			let allowed = least / 100 * EMISSION_FOR_BURN;
			assert!(self_dealing_loses(&stream, meter, allowed));
			// The bound is worth something: half the baseline would not do.
			let half = KpiStream::new(reservoir, half_life, baseline / 2, doubling)
				.expect("a stream like it");
			assert!(!self_dealing_loses(&half, meter, allowed));

			for (class, settings) in ServicePayments::classes() {
				assert!(settings.burn >= ClassSettings::MIN_BURN, "{class:?}");
				let burn = Perquintill::from_parts(least - 1);
				let less = ClassParameter { class, setting: ClassSetting::Burn(burn) };
				assert_noop!(put([Parameter::Class(less).into()]), Error::<Runtime>::BurnTooLow);
			}
		});
	}
}

/// A customer that has used up all it paid in still has what it takes to want the entries gone.
#[test]
fn who_ends_an_agreement_that_is_used_up_gains_by_it() {
	on_preset("development", || {
		let id = open(ServiceClass::Rpc, Order::Metered { signer: None }, 1_000, DSYNC);
		redeem(vec![voucher(id, DSYNC, |payload| Bob.sign(payload))]);
		let report = ServicePayments::agreement(id).expect("it can be topped up");
		assert_eq!((report.escrow, report.storage_deposit), (0, AgreementDeposit::get()));

		pallet_timestamp::Now::<Runtime>::put(report.expires_at.expect("a metered one"));
		let before = free(Bob);
		let ends: [RuntimeCall; 2] =
			[Payments::cancel { id }.into(), Payments::close { id }.into()];
		// Each in a transaction of its own, twice as long as it is.
		let fee =
			|call: &RuntimeCall| TransactionPayment::compute_fee(300, &call.get_dispatch_info(), 0);
		let fees: Balance = ends.iter().map(fee).sum();
		assert_ok!(ServicePayments::close(signed(Eve), id));
		let gain = free(Bob) - before;
		assert_eq!(gain, AgreementDeposit::get());
		assert!(gain >= 5 * fees, "{fees}");
		assert!(ServicePayments::agreement(id).is_none());
	});
}

/// What an extrinsic takes of a block: call, extensions, and the base weight of each.
fn whole(call: &RuntimeCall) -> Weight {
	let limits = RuntimeBlockWeights::get();
	limits
		.get(DispatchClass::Normal)
		.base_extrinsic
		.saturating_add(call.get_dispatch_info().call_weight)
		.saturating_add(extension(0, 0).weight(call))
}

/// Has a call succeed: what a wallet is told that it weighs, and what it is charged for.
fn told_and_used(who: Sr25519Keyring, call: pallet_service_payments::Call<Runtime>) -> (u64, u64) {
	let call = RuntimeCall::from(call);
	let info = call.get_dispatch_info();
	let result = call.dispatch(signed(who));
	assert_ok!(result);
	(info.call_weight.ref_time(), extract_actual_weight(&result, &info).ref_time())
}

/// The post-dispatch weight that goes beyond is ignored, and noise in the log of every node.
#[test]
fn no_batch_of_vouchers_says_that_it_weighed_more_than_was_reserved() {
	on_preset("development", || {
		let id = open(ServiceClass::Rpc, Order::Metered { signer: None }, 1_000, 100 * DSYNC);
		let good = |n: u128| voucher(id, n * DSYNC, |payload| Bob.sign(payload));
		let forged = || voucher(id, 90 * DSYNC, |payload| Eve.sign(payload));
		let batches = [
			vec![good(1)],
			vec![good(2), good(3)],
			vec![good(4), good(4)],
			vec![good(5), forged()],
			vec![forged()],
			vec![good(1)],
			vec![good(6), good(1), forged()],
			vec![],
		];
		for batch in batches {
			let call = RuntimeCall::from(pallet_service_payments::Call::redeem {
				provider: account(Alice),
				vouchers: batch.try_into().expect("few"),
			});
			let reserved = call.get_dispatch_info().call_weight;
			let done = call.dispatch(signed(Eve)).expect("what is wrong is told by an event");
			let weighed = done.actual_weight.expect("it tells");
			assert!(weighed.all_lte(reserved), "{weighed:?} {reserved:?}");
		}
	});
}

#[test]
fn a_batch_of_vouchers_that_yields_nothing_costs_less_than_one_that_pays() {
	on_preset("development", || {
		let id = open(ServiceClass::Rpc, Order::Metered { signer: None }, 1_000, 100 * DSYNC);
		let of = |vouchers: Vec<SignedVoucher>| pallet_service_payments::Call::redeem {
			provider: account(Alice),
			vouchers: vouchers.try_into().expect("not too many"),
		};
		let batch = vec![voucher(id, DSYNC, |payload| Bob.sign(payload))];
		let (_, paid) = told_and_used(Eve, of(batch.clone()));
		let (_, refused) = told_and_used(Eve, of(batch));
		assert!(refused * 10 < paid, "{refused} {paid}");
	});
}

/// A voucher of a full batch, with its share of the extrinsic, its signature and its storage, takes at
/// most twice the block weight of a transfer.
#[test]
fn a_voucher_in_a_batch_costs_a_block_at_most_twice_as_much_as_a_transfer() {
	on_preset("development", || {
		let batch = vec![voucher(0, 1, |payload| Bob.sign(payload)); 256];
		let redeem = RuntimeCall::ServicePayments(pallet_service_payments::Call::redeem {
			provider: account(Alice),
			vouchers: batch.try_into().expect("as many as there can be"),
		});
		let transfer = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
			dest: account(Charlie).into(),
			value: DSYNC,
		});
		let (redeem, transfer) = (whole(&redeem).ref_time(), whole(&transfer).ref_time());
		assert!(redeem / 256 <= transfer * 2, "{} {transfer}", redeem / 256);
		// And a block has room for thousands of them.
		let normal = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_total;
		let room = normal.expect("a limit").ref_time();
		assert!(room / redeem * 256 > 1_000, "{}", room / redeem * 256);
	});
}
