// SPDX-License-Identifier: Apache-2.0

//! The vectors of `vectors.json`, which the TypeScript module is tested with as well. The program
//! `ts/vectors.js` makes them with polkadot.js, so that the two do not confirm their own mistakes.

use destra_vouchers::{
	client::{accept, AccountId32, Agreement, Malformed, Owed, Scheme, Signature, Signer},
	SignedVoucher, Voucher,
};
use serde_json::Value;
use sp_core::bytes::from_hex;
use std::collections::BTreeSet;

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

	fn number<N: std::str::FromStr<Err: std::fmt::Debug>>(&self, field: &str) -> N {
		self.text(field).parse().unwrap()
	}

	fn part(&self, field: &str) -> Self {
		Self(self.0[field].clone())
	}

	fn decimals(&self) -> u8 {
		self.0["decimals"].as_u64().unwrap().try_into().unwrap()
	}

	fn agreement(&self) -> Agreement {
		let of = self.part("agreement");
		Agreement {
			id: of.number("id"),
			genesis_hash: of.hash("genesisHash"),
			provider: of.account("provider"),
			signer: of.account("signer"),
			class: of.text("class").into(),
			decimals: of.decimals(),
			paid: of.number("paid"),
			escrow: of.number("escrow"),
			ends_at: of.number("endsAt"),
			expires_at: of.number("expiresAt"),
			disputed: of.0["disputed"].as_bool().unwrap(),
		}
	}

	fn owed(&self) -> Owed {
		let of = self.part("owed");
		let class = of.text("class").into();
		Owed { class, decimals: of.decimals(), amount: of.number("amount") }
	}

	fn scheme(&self) -> Scheme {
		self.text("scheme").parse().unwrap()
	}

	fn voucher(&self) -> Voucher {
		Voucher {
			agreement: self.number("agreement"),
			amount: self.number("amount"),
			valid_until: self.number("validUntil"),
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
		self.signed().is_signed_by(&self.account("signer"), &genesis_hash, &provider)
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
		assert_eq!(signer.account_id(), vector.account("signer"), "{name}");
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

#[test]
fn what_is_safe_is_accepted_and_else_is_said_why_not() {
	let vectors = vectors("accept");
	let reasons: BTreeSet<_> =
		vectors.iter().filter_map(|vector| vector.0["reason"].as_str()).collect();
	assert_eq!(reasons.len(), 11, "{reasons:?}");
	for vector in &vectors {
		let name = vector.text("name");
		let (agreement, signed, owed) = (vector.agreement(), vector.signed(), vector.owed());
		match accept(&agreement, &signed, &owed, vector.number("redeemAt")) {
			Ok(pays) => assert_eq!(pays, vector.number::<u128>("pays"), "{name}"),
			Err(refusal) => {
				assert_eq!(refusal.reason(), vector.text("reason"), "{name}");
				assert_eq!(refusal.to_string(), vector.text("message"), "{name}");
			}
		}
	}
}
