// SPDX-License-Identifier: Apache-2.0

//! The vectors that the libraries for vouchers are tested with, by the signatures of the chain.

use crate::mock::AccountId;
use codec::Decode;
use destra_primitives::Signature;
use destra_vouchers::SignedVoucher;
use serde_json::Value;
use sp_core::bytes::from_hex;
use sp_runtime::traits::Verify;

fn bytes(vector: &Value, field: &str) -> Vec<u8> {
	from_hex(vector[field].as_str().expect("a text")).expect("hexadecimal digits")
}

fn account(vector: &Value, field: &str) -> [u8; 32] {
	bytes(vector, field).try_into().expect("32 bytes")
}

/// Whether the chain takes the signature of a voucher.
fn is_taken(vector: &Value) -> bool {
	let signed = SignedVoucher::<Signature>::decode(&mut &bytes(vector, "signed")[..]).unwrap();
	let provider = AccountId::new(account(vector, "provider"));
	let payload = signed.voucher.payload(&account(vector, "genesisHash"), &provider);
	signed.signature.verify(&payload[..], &account(vector, "signer").into())
}

#[test]
fn the_chain_takes_the_vouchers_that_the_libraries_call_right_and_no_other() {
	let file = include_str!("../../vectors.json");
	let vectors: Value = serde_json::from_str(file).unwrap();
	for (kind, right) in [("right", true), ("wrong", false)] {
		for vector in vectors[kind].as_array().unwrap() {
			assert_eq!(is_taken(vector), right, "{}", vector["name"]);
		}
	}
}
