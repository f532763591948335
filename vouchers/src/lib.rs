// SPDX-License-Identifier: Apache-2.0

//! Vouchers for metered services: what a customer signs off chain and a provider redeems.
//!
//! A voucher says: *under this agreement I owe you so much in all*. The amount is cumulative, so a
//! provider needs to keep only the newest voucher, a lost one costs nothing, and an old one is worth
//! nothing. A thousand payments are a thousand signatures and one redemption.
//!
//! ```
//! # #[cfg(feature = "client")] {
//! use destra_vouchers::{client::{AccountId32, Scheme, Signer}, SignedVoucher, Voucher};
//!
//! let customer = Signer::from_suri(Scheme::Sr25519, "//Alice", None)?;
//! let provider = AccountId32::new([7; 32]);
//! let genesis_hash = [0; 32];
//!
//! // The customer: 1.5 DSYNC in all so far, to be redeemed by the end of 2030.
//! let voucher = Voucher {
//!     agreement: 42,
//!     amount: 1_500_000_000_000_000_000,
//!     valid_until: 1_924_991_999_999,
//! };
//! let bytes = customer.sign(voucher, &genesis_hash, &provider).to_bytes();
//!
//! // The provider, before it serves on.
//! let received = SignedVoucher::from_bytes(&bytes)?;
//! assert_eq!(received.voucher, voucher);
//! assert!(received.is_signed_by(&customer.account_id(), &genesis_hash, &provider));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is signed
//!
//! [`Voucher::payload`], 127 bytes on a chain with accounts of 32 bytes; numbers are little-endian:
//!
//! | from | bytes | what |
//! |---:|---:|---|
//! | 0 | 7 | `<Bytes>` |
//! | 7 | 16 | `destra/voucher/1`: [`DOMAIN`] |
//! | 23 | 32 | the hash of the chain's first block |
//! | 55 | 32 | the provider's account |
//! | 87 | 8 | the agreement |
//! | 95 | 16 | the amount in planck |
//! | 111 | 8 | valid until, in milliseconds since 1970 |
//! | 119 | 8 | `</Bytes>` |
//!
//! Chain, provider and agreement are part of it, so a voucher is worth something in one place only. The
//! frame of `<Bytes>` is what wallets put around everything that is not a transaction: their `signRaw`
//! signs the same bytes as a program does, and nobody can be made to sign a transaction that looks like
//! a voucher, nor the reverse.
//!
//! Sr25519 (with the context `substrate`) and ed25519 sign these bytes; ECDSA on secp256k1 signs their
//! BLAKE2b hash of 256 bits.
//!
//! # What is sent
//!
//! [`SignedVoucher`] in SCALE, to the provider and by it to the chain. Chain and provider are not in it:
//! both know them.
//!
//! | from | bytes | what |
//! |---:|---:|---|
//! | 0 | 8 | the agreement |
//! | 8 | 16 | the amount in planck |
//! | 24 | 8 | valid until |
//! | 32 | 1 | 0 for ed25519, 1 for sr25519, 2 for ECDSA |
//! | 33 | 64 or 65 | the signature; 65 bytes for ECDSA |
//!
//! # Features
//!
//! | feature | what |
//! |---|---|
//! | `client` (default) | signs and verifies: module `client` |
//! | `std` | the standard library for the dependencies; part of `client` |
//!
//! Without them it is the format alone, for a runtime, which verifies by itself.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic
	)
)]

extern crate alloc;

#[cfg(feature = "client")]
pub mod client;

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What a signed payload says first, so that no signature for another purpose is one for a voucher. The
/// number is the version of the format.
pub const DOMAIN: &[u8; 16] = b"destra/voucher/1";

/// What wallets put before bytes that are not a transaction.
pub const OPENING: &[u8; 7] = b"<Bytes>";

/// What wallets put after them.
pub const CLOSING: &[u8; 8] = b"</Bytes>";

/// What a customer owes under an agreement.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
)]
pub struct Voucher {
	/// Which agreement.
	pub agreement: u64,
	/// All that is owed since the agreement began, in planck. The voucher with the largest amount is
	/// the newest.
	pub amount: u128,
	/// The last instant at which it can be redeemed, in milliseconds since 1970.
	pub valid_until: u64,
}

impl Voucher {
	/// The bytes that the customer signs for `provider`, on the chain with this hash of its first
	/// block. With an account of 32 bytes as described [above](crate#what-is-signed).
	pub fn payload(&self, genesis_hash: &[u8; 32], provider: &impl Encode) -> Vec<u8> {
		// Bytes of a fixed length are encoded as they are.
		(OPENING, DOMAIN, genesis_hash, provider, self, CLOSING).encode()
	}
}

/// A voucher with its customer's signature of the [payload](Voucher::payload).
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct SignedVoucher<Signature> {
	/// What is owed.
	pub voucher: Voucher,
	/// The signature of the customer of the agreement.
	pub signature: Signature,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_payload_has_the_bytes_of_the_table() {
		let voucher =
			Voucher { agreement: 0x0102, amount: 0x0304, valid_until: 0x0506_0000_0000_0000 };
		let payload = voucher.payload(&[0xaa; 32], &[0xbbu8; 32]);

		let mut expected = b"<Bytes>destra/voucher/1".to_vec();
		expected.extend([0xaa; 32]);
		expected.extend([0xbb; 32]);
		expected.extend([2, 1, 0, 0, 0, 0, 0, 0]);
		expected.extend([4, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		expected.extend([0, 0, 0, 0, 0, 0, 6, 5]);
		expected.extend(b"</Bytes>");
		assert_eq!(payload, expected);
		assert_eq!(payload.len(), 127);
	}

	#[test]
	fn a_voucher_takes_32_bytes() {
		assert_eq!(Voucher::max_encoded_len(), 32);
		assert_eq!(SignedVoucher::<[u8; 65]>::max_encoded_len(), 97);
	}
}
