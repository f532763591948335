// SPDX-License-Identifier: Apache-2.0

//! The vectors of `vectors.json`, which the TypeScript module is tested with as well. They were made
//! with polkadot.js, so that the two do not confirm their own mistakes.

use destra_vouchers::{
	client::{AccountId32, Malformed, Scheme, Signature, Signer},
	SignedVoucher, Voucher,
};
use serde_json::Value;
use sp_core::bytes::from_hex;

const VECTORS: &str = include_str!("../vectors.json");

struct Vector(Value);

impl Vector {
	fn text(&self, field: &str) -> &str {
		self.0[field].as_str().unwrap_or_else(|| panic!("no {field} in {}", self.0))
	}

	fn bytes(&self, field: &str) -> Vec<u8> {
		from_hex(self.text(field)).unwrap()
	}

	fn hash(&self, field: &str) -> [u8; 32] {
		self.bytes(field).try_into().unwrap()
	}

	fn account(&self, field: &str) -> AccountId32 {
		self.hash(field).into()
	}

	fn scheme(&self) -> Scheme {
		self.text("scheme").parse().unwrap()
	}

	fn voucher(&self) -> Voucher {
		Voucher {
			agreement: self.text("agreement").parse().unwrap(),
			amount: self.text("amount").parse().unwrap(),
			valid_until: self.text("validUntil").parse().unwrap(),
		}
	}

	fn signer(&self) -> Signer {
		Signer::from_suri(self.scheme(), self.text("suri"), None).unwrap()
	}

	fn signed(&self) -> SignedVoucher<Signature> {
		SignedVoucher::from_bytes(&self.bytes("signed")).unwrap()
	}

	fn is_right(&self) -> bool {
		let (genesis_hash, provider) = (self.hash("genesisHash"), self.account("provider"));
		self.signed().is_signed_by(&self.account("customer"), &genesis_hash, &provider)
	}
}

fn vectors(kind: &str) -> Vec<Vector> {
	let file: Value = serde_json::from_str(VECTORS).unwrap();
	let vectors: Vec<_> = file[kind].as_array().unwrap().iter().cloned().map(Vector).collect();
	assert!(!vectors.is_empty(), "no {kind} vectors");
	vectors
}

#[test]
fn what_is_signed_and_sent_has_the_same_bytes() {
	for vector in vectors("right") {
		let name = vector.text("name");
		let voucher = vector.voucher();
		let payload = voucher.payload(&vector.hash("genesisHash"), &vector.account("provider"));
		assert_eq!(payload, vector.bytes("payload"), "{name}");
		let signed = vector.signed();
		assert_eq!(signed.voucher, voucher, "{name}");
		assert_eq!(signed.signature.scheme(), vector.scheme(), "{name}");
		assert_eq!(signed.to_bytes(), vector.bytes("signed"), "{name}");
	}
}

#[test]
fn right_signatures_are_right() {
	for vector in vectors("right") {
		assert!(vector.is_right(), "{}", vector.text("name"));
	}
}

#[test]
fn all_schemes_are_there_and_sign_so() {
	let vectors = vectors("right");
	for scheme in Scheme::ALL {
		assert!(vectors.iter().any(|vector| vector.scheme() == scheme), "no vector with {scheme}");
	}
	for vector in vectors {
		let name = vector.text("name");
		let signer = vector.signer();
		assert_eq!(signer.account_id(), vector.account("customer"), "{name}");
		let (genesis_hash, provider) = (vector.hash("genesisHash"), vector.account("provider"));
		let signed = signer.sign(vector.voucher(), &genesis_hash, &provider);
		assert!(signed.is_signed_by(&signer.account_id(), &genesis_hash, &provider), "{name}");
		// Sr25519 draws a number for each signature.
		let same = signed.to_bytes() == vector.bytes("signed");
		assert_eq!(same, vector.scheme() != Scheme::Sr25519, "{name}");
	}
}

#[test]
fn wrong_signatures_are_wrong() {
	for vector in vectors("wrong") {
		assert!(!vector.is_right(), "{}", vector.text("name"));
	}
}

#[test]
fn malformed_bytes_are_named() {
	for vector in vectors("malformed") {
		let name = vector.text("name");
		let error = SignedVoucher::from_bytes(&vector.bytes("signed")).unwrap_err();
		let fault = match error {
			Malformed::Truncated { .. } => "truncated",
			Malformed::TrailingBytes { .. } => "trailing",
			Malformed::UnknownSignature(_) => "unknown-signature",
		};
		assert_eq!(fault, vector.text("fault"), "{name}");
		assert_eq!(error.to_string(), vector.text("message"), "{name}");
	}
}
