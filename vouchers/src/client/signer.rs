// SPDX-License-Identifier: Apache-2.0

use super::{signature::ecdsa_account, AccountId32, Scheme, Signature, UnusableSecret};
use crate::{SignedVoucher, Voucher};
use core::fmt;
use sp_core::{ecdsa, ed25519, sr25519, Pair};

/// A key that signs vouchers: that of an agreement's signer.
#[derive(Clone)]
pub struct Signer(Key);

#[derive(Clone)]
enum Key {
	Ed25519(Box<ed25519::Pair>),
	Sr25519(sr25519::Pair),
	Ecdsa(ecdsa::Pair),
}

impl Signer {
	/// The key of a secret, as wallets and the node write it: words of BIP 39 or a seed after `0x`, each
	/// with a path and a password if there is one (`words//hard/soft///password`), or a path alone for the
	/// keys that everybody knows (`//Alice`). `password` counts before one in the text.
	///
	/// # Errors
	///
	/// [`UnusableSecret`] where the text is none of these.
	pub fn from_suri(
		scheme: Scheme,
		suri: &str,
		password: Option<&str>,
	) -> Result<Self, UnusableSecret> {
		Ok(Self(match scheme {
			Scheme::Ed25519 => Key::Ed25519(Box::new(ed25519::Pair::from_string(suri, password)?)),
			Scheme::Sr25519 => Key::Sr25519(sr25519::Pair::from_string(suri, password)?),
			Scheme::Ecdsa => Key::Ecdsa(ecdsa::Pair::from_string(suri, password)?),
		}))
	}

	/// The key of a seed.
	pub fn from_seed(scheme: Scheme, seed: &[u8; 32]) -> Self {
		Self(match scheme {
			Scheme::Ed25519 => Key::Ed25519(Box::new(ed25519::Pair::from_seed(seed))),
			Scheme::Sr25519 => Key::Sr25519(sr25519::Pair::from_seed(seed)),
			Scheme::Ecdsa => Key::Ecdsa(ecdsa::Pair::from_seed(seed)),
		})
	}

	/// The account that the key controls.
	pub fn account_id(&self) -> AccountId32 {
		match &self.0 {
			Key::Ed25519(pair) => pair.public().into(),
			Key::Sr25519(pair) => pair.public().into(),
			Key::Ecdsa(pair) => ecdsa_account(&pair.public()),
		}
	}

	/// Signs a voucher for `provider`, on the chain with this hash of its first block.
	///
	/// A key can sign a smaller amount after a larger one, but not take the larger one back: sign only
	/// what is owed.
	pub fn sign(
		&self,
		voucher: Voucher,
		genesis_hash: &[u8; 32],
		provider: &AccountId32,
	) -> SignedVoucher<Signature> {
		let payload = voucher.payload(genesis_hash, provider);
		let signature = match &self.0 {
			Key::Ed25519(pair) => Signature::Ed25519(pair.sign(&payload)),
			Key::Sr25519(pair) => Signature::Sr25519(pair.sign(&payload)),
			Key::Ecdsa(pair) => Signature::Ecdsa(pair.sign(&payload)),
		};
		SignedVoucher { voucher, signature }
	}
}

impl fmt::Debug for Signer {
	/// The account, never the secret.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "Signer({})", self.account_id())
	}
}
