// SPDX-License-Identifier: Apache-2.0

//! What a transaction costs and where its fee goes.

use super::{
	chain::{account, on_preset},
	signed::sign,
};
use crate::{
	configs::fees::{BurnAndReward, ComputationFee},
	constants::currency::{CENT, DSYNC, EXISTENTIAL_DEPOSIT},
	AccountId, Balance, Balances, Emission, RuntimeCall, RuntimeOrigin, TransactionPayment,
};
use codec::Encode;
use destra_primitives::BurnCause;
use frame_support::{
	storage::{storage_prefix, unhashed},
	traits::{
		fungible::{Balanced, Credit, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		OnUnbalanced,
	},
	weights::{constants::ExtrinsicBaseWeight, WeightToFee},
};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie};

fn burned(cause: BurnCause) -> Balance {
	Emission::supply()
		.burned
		.into_iter()
		.find_map(|(of, amount)| (of == cause).then_some(amount))
		.unwrap_or(0)
}

fn transfer(to: AccountId, value: Balance) -> RuntimeCall {
	RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive { dest: to.into(), value })
}

#[test]
fn a_transfer_costs_two_to_three_cents() {
	on_preset("development", || {
		// As a wallet asks: the extensions of a transaction weigh as well as its call.
		let transaction = sign(&Alice.pair(), 0, transfer(account(Bob), DSYNC));
		let length = transaction.encoded_size() as u32;
		let fee = TransactionPayment::query_info(transaction, length).partial_fee;
		assert!(
			(2 * CENT..=3 * CENT).contains(&fee),
			"docs/parameters.md says about 0.022 DSYNC, not {fee}"
		);
	});
}

#[test]
fn an_empty_transaction_costs_the_base_fee() {
	assert_eq!(
		ComputationFee::weight_to_fee(&ExtrinsicBaseWeight::get()),
		super::super::configs::fees::BASE_FEE
	);
}

/// Takes `amount` from Alice.
fn charge(amount: Balance) -> Credit<AccountId, Balances> {
	let (exact, keep, polite) = (Precision::Exact, Preservation::Preserve, Fortitude::Polite);
	Balances::withdraw(&account(Alice), amount, exact, keep, polite).expect("Alice can pay")
}

#[test]
fn of_a_fee_eighty_percent_are_burned_and_the_rest_and_the_tip_are_the_authors() {
	on_preset("development", || {
		unhashed::put(&storage_prefix(b"Authorship", b"Author"), &account(Bob));
		let before = (burned(BurnCause::TransactionFee), Balances::free_balance(account(Bob)));
		let issuance = Balances::total_issuance();
		let (fee, tip) = (CENT + 3, 7);
		BurnAndReward::on_unbalanceds([charge(fee), charge(tip)].into_iter());
		let gone = fee * 80 / 100;
		assert_eq!(burned(BurnCause::TransactionFee) - before.0, gone);
		assert_eq!(issuance - Balances::total_issuance(), gone);
		assert_eq!(Balances::free_balance(account(Bob)) - before.1, fee - gone + tip);
	});
}

#[test]
fn a_fee_in_a_block_without_an_author_is_burned_whole() {
	on_preset("development", || {
		let before = burned(BurnCause::TransactionFee);
		let issuance = Balances::total_issuance();
		BurnAndReward::on_unbalanceds(core::iter::once(charge(CENT + 3)));
		assert_eq!(burned(BurnCause::TransactionFee) - before, CENT + 3);
		assert_eq!(issuance - Balances::total_issuance(), CENT + 3);
	});
}

#[test]
fn what_an_account_leaves_behind_is_counted_as_dust() {
	on_preset("development", || {
		let stranger = AccountId::from([7; 32]);
		Balances::mint_into(&stranger, EXISTENTIAL_DEPOSIT + 5).expect("mints");
		// Minted behind the ledger's back for the set-up, so taken out again the same way.
		let _ = Balances::burn_from(
			&account(Charlie),
			EXISTENTIAL_DEPOSIT + 5,
			Preservation::Preserve,
			Precision::Exact,
			Fortitude::Polite,
		)
		.expect("burns");
		Balances::transfer_allow_death(
			RuntimeOrigin::signed(stranger),
			account(Bob).into(),
			EXISTENTIAL_DEPOSIT,
		)
		.expect("transfers");
		assert_eq!(burned(BurnCause::Dust), 5);
	});
}
