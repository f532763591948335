// SPDX-License-Identifier: Apache-2.0

//! The signatures of this chain: those of Substrate's wallets, in the bytes that they make, and those of Ethereum's.

use crate::small_order::SmallOrderKeys;
use alloc::{format, string::String};
use frame_support::traits::Contains;
use sp_core::{ecdsa, ed25519, sr25519, H160, H256};
use sp_io::{
	crypto::{secp256k1_ecdsa_recover, secp256k1_ecdsa_recover_compressed},
	hashing::{blake2_256, keccak_256},
};
use sp_runtime::{
	traits::{IdentifyAccount, Lazy, Verify},
	AccountId32,
};

#[cfg(test)]
mod tests;

/// A signature of a transaction or a voucher.
///
/// A type of our own, and not the SDK's `MultiSignature`, whose fourth variant signs for an account that is not the
/// Ethereum holder's, and makes the blocks that contain one unreadable to polkadot.js, which takes a type of that path
/// to have three variants. Of a type of this path clients read the variants from the metadata.
#[frame_support::stored]
pub enum Signature {
	/// By an ed25519 key, whose account is the key.
	#[codec(index = 0)]
	Ed25519(ed25519::Signature),
	/// By an sr25519 key, whose account is the key.
	#[codec(index = 1)]
	Sr25519(sr25519::Signature),
	/// By an ECDSA key on secp256k1, whose account is the BLAKE2b hash of the compressed key.
	#[codec(index = 2)]
	Ecdsa(ecdsa::Signature),
	// 3 is the `Eth` of the SDK's `MultiSignature`: refused for ever.
	/// By the wallet of an Ethereum address, whose account is the address and twelve bytes `0xEE`.
	#[codec(index = 4)]
	Ethereum(EthereumSignature),
}

/// The public key behind a [`Signature`], or what is known of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Signer {
	/// An ed25519 key.
	Ed25519(ed25519::Public),
	/// An sr25519 key.
	Sr25519(sr25519::Public),
	/// An ECDSA key on secp256k1.
	Ecdsa(ecdsa::Public),
	/// The Ethereum address of an ECDSA key on secp256k1.
	Ethereum(H160),
}

impl IdentifyAccount for Signer {
	type AccountId = AccountId32;

	fn into_account(self) -> AccountId32 {
		match self {
			Self::Ed25519(key) => key.0.into(),
			Self::Sr25519(key) => key.0.into(),
			Self::Ecdsa(key) => blake2_256(&key.0).into(),
			Self::Ethereum(address) => ethereum_account(address),
		}
	}
}

/// The account of an Ethereum address, as pallet-revive maps it too.
fn ethereum_account(address: H160) -> AccountId32 {
	let mut account = [0xEE; 32];
	account.iter_mut().zip(address.0).for_each(|(byte, of_address)| *byte = of_address);
	account.into()
}

impl Verify for Signature {
	type Signer = Signer;

	/// Whether the owner of `account` signed `message`. Never for an account that anybody could sign for, and of the
	/// ways to write a signature of ECDSA only one is taken: else anybody could give a transaction another hash.
	fn verify<L: Lazy<[u8]>>(&self, mut message: L, account: &AccountId32) -> bool {
		if SmallOrderKeys::contains(account) {
			return false;
		}
		let key: [u8; 32] = *account.as_ref();
		match self {
			Self::Ed25519(signature) => signature.verify(message, &key.into()),
			Self::Sr25519(signature) => signature.verify(message, &key.into()),
			Self::Ecdsa(signature) => {
				let [.., v] = signature.0;
				let digest = blake2_256(message.get());
				v < 2
					&& has_low_s(&signature.0)
					&& secp256k1_ecdsa_recover_compressed(&signature.0, &digest)
						.is_ok_and(|key| Signer::Ecdsa(key.into()).into_account() == *account)
			}
			Self::Ethereum(signature) => signature
				.recover(message.get())
				.is_ok_and(|address| Signer::Ethereum(address).into_account() == *account),
		}
	}
}

/// Half the order of secp256k1, rounded down, big-endian.
const HALF_ORDER: [u8; 32] = [
	0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
	0x5d, 0x57, 0x6e, 0x73, 0x57, 0xa4, 0x50, 0x1d, 0xdf, 0xe9, 0x2f, 0x46, 0x68, 0x1b, 0x20, 0xa0,
];

/// Whether a signature is the one of the pair `s` and `n − s` that wallets make (EIP-2, BIP 146).
fn has_low_s(signature: &[u8; 65]) -> bool {
	signature.get(32..64).is_some_and(|s| s <= HALF_ORDER.as_slice())
}

/// A signature by an Ethereum wallet, as `personal_sign` makes it: `r` and `s`, big-endian, and `v`, which is 27 and the
/// recovery id.
#[frame_support::stored]
#[derive(Copy)]
pub struct EthereumSignature(pub [u8; 65]);

/// Why no address can be recovered from an [`EthereumSignature`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unrecoverable {
	/// `v` is neither 27 nor 28.
	RecoveryId,
	/// `s` is above half the order of the curve: every signature has a twin there, of which wallets make none.
	HighS,
	/// No public key belongs to `r` and `s`.
	NoKey,
}

impl EthereumSignature {
	/// The address whose wallet signed the [text](Self::text) of `message`.
	pub fn recover(&self, message: &[u8]) -> Result<H160, Unrecoverable> {
		let [.., v] = self.0;
		if !matches!(v, 27 | 28) {
			return Err(Unrecoverable::RecoveryId);
		}
		if !has_low_s(&self.0) {
			return Err(Unrecoverable::HighS);
		}
		let text = Self::text(message);
		let prefixed = format!("\x19Ethereum Signed Message:\n{}{text}", text.len());
		secp256k1_ecdsa_recover(&self.0, &keccak_256(prefixed.as_bytes()))
			.map(|key| H256(keccak_256(&key)).into())
			.map_err(|_| Unrecoverable::NoKey)
	}

	/// What a wallet shows and signs, after the prefix of EIP-191, for `message`: 85 bytes of ASCII that end with its
	/// BLAKE2b hash.
	pub fn text(message: &[u8]) -> String {
		format!("Destra transaction {:#x}", H256(blake2_256(message)))
	}
}

impl From<ed25519::Signature> for Signature {
	fn from(signature: ed25519::Signature) -> Self {
		Self::Ed25519(signature)
	}
}

impl From<sr25519::Signature> for Signature {
	fn from(signature: sr25519::Signature) -> Self {
		Self::Sr25519(signature)
	}
}

impl From<ecdsa::Signature> for Signature {
	fn from(signature: ecdsa::Signature) -> Self {
		Self::Ecdsa(signature)
	}
}

impl From<EthereumSignature> for Signature {
	fn from(signature: EthereumSignature) -> Self {
		Self::Ethereum(signature)
	}
}

impl From<ed25519::Public> for Signer {
	fn from(key: ed25519::Public) -> Self {
		Self::Ed25519(key)
	}
}

impl From<sr25519::Public> for Signer {
	fn from(key: sr25519::Public) -> Self {
		Self::Sr25519(key)
	}
}

impl From<ecdsa::Public> for Signer {
	fn from(key: ecdsa::Public) -> Self {
		Self::Ecdsa(key)
	}
}

impl From<H160> for Signer {
	fn from(address: H160) -> Self {
		Self::Ethereum(address)
	}
}
