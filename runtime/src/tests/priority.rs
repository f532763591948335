// SPDX-License-Identifier: Apache-2.0

//! Which transaction comes first, what the pool replaces, and that nothing else than the order is
//! other than in the SDK.

use super::{
	chain::account,
	signed::{account_of, sign, validate},
	staking_chain::{block_with, on_chain},
	whole::pool::{Pool, Refusal},
};
use crate::{
	constants::currency::{DSYNC, MAXIMUM_SUPPLY, MILLI},
	extensions::{
		priority::{priority, MOST_PER_BLOCK, OPERATIONAL, TIP_UNIT},
		ChargeTransactionPayment,
	},
	Balance, Balances, Executive, Runtime, RuntimeCall, RuntimeEvent, System, TransactionPayment,
	TxExtension,
};
use codec::Encode;
use frame_support::{
	dispatch::{DispatchClass, DispatchInfo, GetDispatchInfo, Pays, PostDispatchInfo},
	storage::{with_transaction_unchecked, TransactionOutcome},
	traits::fungible::{Inspect, Mutate},
	weights::Weight,
};
use sp_keyring::Sr25519Keyring::{self, Bob, Charlie};
use sp_runtime::{traits::TransactionExtension, transaction_validity::TransactionPriority};

type SdkCharge = pallet_transaction_payment::ChargeTransactionPayment<Runtime>;

fn transfer(value: Balance) -> RuntimeCall {
	let dest = account(Charlie).into();
	pallet_balances::Call::transfer_keep_alive { dest, value }.into()
}

/// Transactions from the smallest to a full block, and of all classes that a transaction can have.
fn kinds() -> Vec<(DispatchInfo, usize)> {
	let transfer = transfer(DSYNC).get_dispatch_info();
	let of_weight = |call_weight| DispatchInfo { call_weight, ..transfer };
	let operational = DispatchInfo { class: DispatchClass::Operational, ..transfer };
	vec![
		(of_weight(Weight::zero()), 0),
		(transfer, 145),
		(transfer, 150_000),
		(transfer, 3_900_000),
		(of_weight(Weight::from_parts(1_300_000_000_000, 0)), 200),
		(of_weight(Weight::MAX), usize::MAX),
		(operational, 145),
	]
}

#[test]
fn the_larger_tip_comes_first_to_a_millionth_up_to_the_maximum_supply() {
	let mut tips: Vec<Balance> = (0..60).map(|bits| TIP_UNIT << bits).collect();
	tips.extend([0, 22 * MILLI / 10, 44 * MILLI / 10, DSYNC, MAXIMUM_SUPPLY - TIP_UNIT]);
	for (info, len) in kinds() {
		for tip in tips.iter().copied().filter(|tip| *tip < MAXIMUM_SUPPLY) {
			let (less, more) = (priority(&info, len, tip), priority(&info, len, tip + TIP_UNIT));
			assert!(less < more, "{info:?} {len} {tip}: {less} {more}");
		}
	}
}

#[test]
fn no_tip_leaves_its_band() {
	for (info, len) in kinds() {
		for tip in [0, DSYNC, MAXIMUM_SUPPLY, Balance::MAX] {
			let priority = priority(&info, len, tip);
			assert_eq!(priority >= OPERATIONAL, info.class == DispatchClass::Operational);
			// A report is that far ahead.
			assert!(priority < TransactionPriority::MAX - TransactionPriority::MAX / 20);
		}
	}
}

#[test]
fn for_the_same_tip_what_takes_less_of_a_block_comes_first() {
	let info = transfer(DSYNC).get_dispatch_info();
	let heavy = DispatchInfo { call_weight: info.call_weight.saturating_mul(10), ..info };
	for tip in [0, TIP_UNIT, DSYNC, MAXIMUM_SUPPLY] {
		let of = |info, len| priority(info, len, tip);
		assert!(of(&info, 145) > of(&heavy, 145));
		assert!(of(&info, 145) > of(&info, 14_500));
		assert_eq!(of(&info, 145), of(&info, 146), "the weight is the scarcer of the two");
	}
	// Whoever takes ten times as much has to offer ten times as much.
	assert!(priority(&heavy, 145, 20 * DSYNC) > priority(&info, 145, DSYNC));
	assert!(priority(&heavy, 145, 5 * DSYNC) < priority(&info, 145, DSYNC));
}

#[test]
fn a_block_holds_fewer_transfers_than_are_told_apart_by_size() {
	on_chain("development", || {
		let normal = transfer(DSYNC).get_dispatch_info();
		let with_extension = DispatchInfo {
			extension_weight: super::signed::extension(0, 0).weight(&transfer(DSYNC)),
			..normal
		};
		let untipped = priority(&with_extension, 145, 0);
		assert!((1_000..MOST_PER_BLOCK).contains(&untipped), "{untipped}");
	});
}

/// Lets `test` have an account with `amount` more than there is, and forgets it.
fn with_fortune(who: Sr25519Keyring, amount: Balance, test: impl FnOnce()) {
	with_transaction_unchecked(|| {
		Balances::mint_into(&account(who), amount).expect("mints");
		test();
		TransactionOutcome::Rollback(())
	});
}

#[test]
fn the_runtime_tells_tips_apart_at_real_amounts() {
	on_chain("development", || {
		with_fortune(Bob, 2 * MAXIMUM_SUPPLY, || {
			let of = |tip| {
				let transaction = sign(&Bob.pair(), tip, transfer(DSYNC));
				(transaction.encode().len(), validate(&transaction).expect("valid").priority)
			};
			// What used to tie: tips from 4.4 thousandths of a DSYNC on.
			for tip in [DSYNC, 5 * MILLI, 1_000 * DSYNC, MAXIMUM_SUPPLY - TIP_UNIT] {
				let (less, more) = (of(tip), of(tip + TIP_UNIT));
				assert_eq!(less.0, more.0, "equal length");
				assert!(less.1 < more.1, "{tip}");
			}
		});
	});
}

#[test]
fn a_stuck_transaction_is_replaced_by_one_with_a_larger_tip() {
	on_chain("development", || {
		with_fortune(Bob, 2 * MAXIMUM_SUPPLY, || {
			let offer = |tip| sign(&Bob.pair(), tip, transfer(DSYNC));
			let mut pool = Pool::new();
			let mut offers = |tip: Balance| pool.submit(offer(tip), tip);
			for tip in [DSYNC, 10 * DSYNC, 1_000_000 * DSYNC, MAXIMUM_SUPPLY - TIP_UNIT] {
				offers(tip).expect("the first offer, or a better one");
				assert_eq!(offers(tip), Err(Refusal::TooLowPriority));
				assert_eq!(offers(tip + TIP_UNIT - 1), Err(Refusal::TooLowPriority));
				assert_eq!(offers(tip + TIP_UNIT), Ok(()));
			}
			let included = block_with(|| pool.fill_block());
			let last = (MAXIMUM_SUPPLY, Ok(Ok(())));
			assert_eq!(
				included,
				[last],
				"one transaction has one place, the last that was accepted"
			);
		});
	});
}

/// Has Bob make `call` with `tip`: by how much that lessened his balance, and the fee with tip and
/// the tip that the event names.
fn included(tip: Balance, call: RuntimeCall) -> (Balance, Balance, Balance) {
	let who = Bob.pair();
	let before = Balances::balance(&account_of(&who));
	let transaction = sign(&who, tip, call);
	block_with(|| Executive::apply_extrinsic(transaction).expect("valid").expect("succeeds"));
	let paid = System::events().into_iter().find_map(|record| match record.event {
		RuntimeEvent::TransactionPayment(
			pallet_transaction_payment::Event::TransactionFeePaid { who, actual_fee, tip },
		) if who == account(Bob) => Some((actual_fee, tip)),
		_ => None,
	});
	let (fee, tip) = paid.expect("the event");
	(before - Balances::balance(&account_of(&who)), fee, tip)
}

#[test]
fn fees_tips_and_events_are_those_of_the_sdk() {
	on_chain("development", || {
		let (tip, value) = (123 * DSYNC, 7 * DSYNC);
		let transaction = sign(&Bob.pair(), tip, transfer(value));
		let len = transaction.encoded_size() as u32;
		let info = transaction.get_dispatch_info();
		let expected = TransactionPayment::compute_actual_fee(len, &info, &().into(), tip);
		assert_eq!(expected, TransactionPayment::compute_fee(len, &info, 0) + tip);
		assert_eq!(included(tip, transfer(value)), (value + expected, expected, tip));
	});
}

#[test]
fn what_a_call_does_not_use_is_paid_back() {
	on_chain("development", || {
		// The first fails, so the batch ends there and the weight of the other hundred is free.
		let calls = core::iter::once(transfer(MAXIMUM_SUPPLY)).chain(vec![transfer(DSYNC); 100]);
		let batch: RuntimeCall = pallet_utility::Call::batch { calls: calls.collect() }.into();
		let transaction = sign(&Bob.pair(), DSYNC, batch.clone());
		let len = transaction.encoded_size() as u32;
		let quoted = TransactionPayment::compute_fee(len, &transaction.get_dispatch_info(), DSYNC);
		let (lost, fee, tip) = included(DSYNC, batch);
		assert_eq!((lost, tip), (fee, DSYNC));
		assert!(fee - DSYNC < (quoted - DSYNC) / 5, "{fee} of {quoted}");
	});
}

#[test]
fn a_free_call_pays_the_tip_alone() {
	let free = DispatchInfo { pays_fee: Pays::No, ..transfer(1).get_dispatch_info() };
	let post = PostDispatchInfo { actual_weight: None, pays_fee: Pays::Yes };
	on_chain("development", || {
		assert_eq!(TransactionPayment::compute_actual_fee(145, &free, &post, DSYNC), DSYNC);
	});
}

#[test]
fn clients_see_the_extension_of_the_sdk() {
	for tip in [0, 1, TIP_UNIT, DSYNC, MAXIMUM_SUPPLY] {
		let (ours, theirs) = (ChargeTransactionPayment::from(tip), SdkCharge::from(tip));
		assert_eq!(ours.encode(), theirs.encode());
		assert_eq!(ours.tip(), tip);
	}
	let described = |metadata: Vec<sp_runtime::traits::TransactionExtensionMetadata>| {
		metadata.into_iter().map(|it| (it.identifier, it.ty, it.implicit)).collect::<Vec<_>>()
	};
	assert_eq!(
		described(<ChargeTransactionPayment as TransactionExtension<RuntimeCall>>::metadata()),
		described(<SdkCharge as TransactionExtension<RuntimeCall>>::metadata()),
	);
}

#[test]
fn the_extensions_are_listed_flat_and_in_this_order() {
	let listed = <TxExtension as TransactionExtension<RuntimeCall>>::metadata();
	assert_eq!(
		listed.into_iter().map(|extension| extension.identifier).collect::<Vec<_>>(),
		[
			"AuthorizeCall",
			"CheckNonZeroSender",
			"CheckSpecVersion",
			"CheckTxVersion",
			"CheckGenesis",
			"CheckMortality",
			"CheckNonce",
			"CheckWeight",
			"CheckAuthority",
			"CheckKpiReport",
			"ChargeTransactionPayment",
			"CheckMetadataHash",
			"WeightReclaim",
		]
	);
	// Mortality, nonce, tip and the mode of the metadata hash: nothing more on the wire.
	assert_eq!(super::signed::extension(0, 0).encode(), [0, 0, 0, 0]);
}
