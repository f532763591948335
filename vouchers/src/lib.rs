// SPDX-License-Identifier: Apache-2.0

//! Vouchers for metered services: what a customer signs off chain and a provider redeems.
//!
//! An agreement names a *signer*: the customer's own account, unless it named another key, such as one of
//! a program that has no access to its money. It is the signer whose vouchers count.
//!
//! A voucher says: *under this agreement I owe you so much in all*. The amount is cumulative, so a
//! provider needs to keep only the largest voucher of those that are good for as long, and one that is
//! redeemed makes all smaller ones worthless. A thousand payments are a thousand signatures and one redemption.
//!
//! ```
//! # #[cfg(feature = "client")] {
//! use destra_vouchers::{
//!     client::{accept, AccountId32, Agreement, Owed, Scheme, Signer},
//!     SignedVoucher, Voucher,
//! };
//!
//! // The key that the agreement names as its signer: the customer's own, or one for this purpose.
//! let signer = Signer::from_suri(Scheme::Sr25519, "//Alice//vouchers", None)?;
//! let provider = AccountId32::new([7; 32]);
//! let genesis_hash = [0; 32];
//!
//! // The customer: 1.5 DSYNC in all so far, to be redeemed by the end of 2030.
//! let voucher = Voucher {
//!     agreement: 42,
//!     amount: 1_500_000_000_000_000_000,
//!     valid_until: 1_924_991_999_999,
//! };
//! let bytes = signer.sign(voucher, &genesis_hash, &provider).to_bytes();
//!
//! // The provider, before it serves on: what the chain says at the last finalised block, and what it
//! // has counted itself.
//! let agreement = Agreement {
//!     id: 42,
//!     genesis_hash,
//!     provider,
//!     signer: signer.account_id(),
//!     class: "Rpc".into(),
//!     decimals: 18,
//!     paid: 1_000_000_000_000_000_000,
//!     escrow: 9_000_000_000_000_000_000,
//!     ends_at: 1_815_552_000_000,
//!     expires_at: 1_815_552_000_000,
//!     disputed: false,
//! };
//! let owed = Owed { class: "Rpc".into(), decimals: 18, amount: 1_450_000_000_000_000_000 };
//! let received = SignedVoucher::from_bytes(&bytes)?;
//! assert_eq!(accept(&agreement, &received, &owed, 1_800_000_000_000)?, 500_000_000_000_000_000);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Three deadlines
//!
//! Whichever comes first, no voucher is redeemed after it. `accept` of the module `client` looks at all of
//! them.
//!
//! | deadline | set by | moved by |
//! |---|---|---|
//! | [`Voucher::valid_until`] | whoever signs | a dispute without a decision, for as long as it lasted and three minutes (event `Resumed`: `frozen`) |
//! | `expires_at`, the end of the agreement's term | the opening (event `Opened`) | each top-up (`ToppedUp`), a dispute without a decision (`Resumed`) |
//! | `ends_at`, the end after a notice | whoever cancels (event `CancelledAt`) | an earlier one of the other side (`CancelledAt`), a dispute without a decision (`Resumed`) |
//!
//! What had time left when a dispute began has at least three minutes after it, to learn of its end and to
//! redeem. What had run out before stays so.
//!
//! # Finality
//!
//! A block is final when more than two thirds of the validators have said so, usually a few blocks after
//! it was made; until then another may take its place. So read agreements of finalised blocks: an escrow that
//! a best block shows may never have been paid in. And a redemption counts once the block that it is in
//! is final, so redeem a minute before a deadline at the latest: that is the margin that `accept` asks
//! for. While the chain finalises nothing, deadlines pass all the same: serve no more than you can lose.
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
//! BLAKE2b hash of 256 bits. Of the encodings of such a signature the chain takes the one that wallets make:
//! `s` at most half the order of the curve, and 0 or 1 as the last byte.
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

/// How long it may take, in milliseconds, until what is sent now is in a final block: ten blocks of six
/// seconds. Finality is a few blocks behind as long as more than two thirds of the validators work; while
/// they do not, nothing is final, and vouchers run out all the same.
pub const FINALITY_MARGIN: u64 = 60_000;

/// What is owed under an agreement.
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
	/// The bytes that the agreement's signer signs for `provider`, on the chain with this hash of its first
	/// block. With an account of 32 bytes as described [above](crate#what-is-signed).
	pub fn payload(&self, genesis_hash: &[u8; 32], provider: &impl Encode) -> Vec<u8> {
		// Bytes of a fixed length are encoded as they are.
		(OPENING, DOMAIN, genesis_hash, provider, self, CLOSING).encode()
	}
}

/// A voucher with a signature of the [payload](Voucher::payload).
#[derive(
	Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Clone, PartialEq, Eq, Debug,
)]
pub struct SignedVoucher<Signature> {
	/// What is owed.
	pub voucher: Voucher,
	/// The signature of the agreement's signer.
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
